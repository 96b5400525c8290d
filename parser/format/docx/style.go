package docx

import (
	"strconv"
	"strings"

	"duidu/parser/format/numbering"
	"duidu/parser/text"
)

// docxStyle is what a paragraph style says of its paragraphs.
type docxStyle struct {
	based    string
	outline  int // level from 1, 0 for running text
	list     listPlace
	title    bool
	caption  bool
	contents bool // of a table of contents
	centred  bool
}

var (
	headingStyle  = text.Lazily(`(?i)^(heading|标题|標題)\s*(\d)$`)
	titleStyle    = text.Lazily(`(?i)^(title|标题|標題)$`)
	captionStyle  = text.Lazily(`(?i)^(caption|题注|標號|图注|图片说明)$`)
	contentsStyle = text.Lazily(`(?i)^(toc|目录|目錄)\s*(\d|heading|标题)$`)
)

// readStyles reads word/styles.xml; nil is a document without one.
func (r *docxReader) readStyles(part []byte) {
	var sheet struct {
		Styles []struct {
			ID   string `xml:"styleId,attr"`
			Type string `xml:"type,attr"`
			Name struct {
				Val string `xml:"val,attr"`
			} `xml:"name"`
			Based struct {
				Val string `xml:"val,attr"`
			} `xml:"basedOn"`
			P struct {
				Outline *struct {
					Val int `xml:"val,attr"`
				} `xml:"outlineLvl"`
				Jc struct {
					Val string `xml:"val,attr"`
				} `xml:"jc"`
				Num struct {
					Level struct {
						Val int `xml:"val,attr"`
					} `xml:"ilvl"`
					ID struct {
						Val string `xml:"val,attr"`
					} `xml:"numId"`
				} `xml:"numPr"`
			} `xml:"pPr"`
		} `xml:"style"`
	}
	if newXML(part).Decode(&sheet) != nil {
		return // without its styles a document is still read, by its shape
	}
	for _, s := range sheet.Styles {
		if s.Type != "" && s.Type != "paragraph" {
			continue
		}
		d := docxStyle{based: s.Based.Val, centred: s.P.Jc.Val == "center"}
		if s.P.Outline != nil && s.P.Outline.Val < 9 {
			d.outline = s.P.Outline.Val + 1
		}
		if id := s.P.Num.ID.Val; id != "" {
			d.list = listPlace{id: id, level: s.P.Num.Level.Val, given: true}
		}
		name := strings.TrimSpace(s.Name.Val)
		if m := headingStyle().FindStringSubmatch(name); m != nil && d.outline == 0 {
			d.outline, _ = strconv.Atoi(m[2])
		}
		d.title, d.caption, d.contents = titleStyle().MatchString(name), captionStyle().MatchString(name), contentsStyle().MatchString(name)
		r.styles[s.ID] = d
	}
}

// style resolves what a style takes over from the ones it is based on.
func (r *docxReader) style(id string) docxStyle {
	s := r.styles[id]
	for base, depth := r.styles[s.based], 0; depth < 16 && s.based != ""; depth++ {
		if s.outline == 0 {
			s.outline = base.outline
		}
		if !s.list.given {
			s.list = base.list
		}
		s.title, s.caption, s.contents = s.title || base.title, s.caption || base.caption, s.contents || base.contents
		s.centred = s.centred || base.centred
		s.based = base.based
		base = r.styles[base.based]
	}
	return s
}

// listPlace is a paragraph's place in a numbered list.
type listPlace struct {
	id    string
	level int // from 0
	given bool
}

// docxLists keeps the lists of a document, which number paragraphs without
// the number standing in the text.
type docxLists struct {
	abstract map[string]string // list to definition
	lists    map[string]*numbering.List
}

func newLists() *docxLists {
	return &docxLists{map[string]string{}, map[string]*numbering.List{}}
}

// read takes word/numbering.xml; nil is a document without lists.
func (n *docxLists) read(part []byte) {
	var sheet struct {
		Abstract []struct {
			ID     string `xml:"abstractNumId,attr"`
			Levels []struct {
				Level int `xml:"ilvl,attr"`
				Start struct {
					Val int `xml:"val,attr"`
				} `xml:"start"`
				Format struct {
					Val string `xml:"val,attr"`
				} `xml:"numFmt"`
				Text struct {
					Val string `xml:"val,attr"`
				} `xml:"lvlText"`
			} `xml:"lvl"`
		} `xml:"abstractNum"`
		Lists []struct {
			ID       string `xml:"numId,attr"`
			Abstract struct {
				Val string `xml:"val,attr"`
			} `xml:"abstractNumId"`
		} `xml:"num"`
	}
	if newXML(part).Decode(&sheet) != nil {
		return
	}
	for _, a := range sheet.Abstract {
		var levels [numbering.Levels]numbering.Level
		for _, l := range a.Levels {
			if l.Level >= 0 && l.Level < len(levels) {
				levels[l.Level] = numbering.Level{Format: l.Format.Val, Text: l.Text.Val, Start: l.Start.Val}
			}
		}
		n.lists[a.ID] = numbering.New(levels)
	}
	for _, l := range sheet.Lists {
		n.abstract[l.ID] = l.Abstract.Val
	}
}

// next counts a paragraph in its list and returns the number that Word shows
// before it; bullet tells that the list has no numbers.
func (n *docxLists) next(at listPlace) (mark string, bullet bool) {
	list := n.lists[n.abstract[at.id]]
	if !at.given || at.id == "0" || list == nil {
		return "", false
	}
	return list.Next(at.level)
}
