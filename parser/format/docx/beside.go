package docx

import (
	"encoding/xml"
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/format"
	"duidu/parser/format/block"
	"duidu/parser/format/parts"
	"duidu/parser/text"
)

// chunks are the files of other formats that a document has in its text.
type chunks struct {
	part     func(name string) ([]byte, error)
	open     func([]byte) (format.Source, error)
	document string // the part that names them
	related  []relation
	read     map[string]bool
	notices  []model.Notice
}

// relation is what a part has to do with another.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

// relations are those of the document, read once.
func (c *chunks) relations() []relation {
	if c.related == nil {
		c.related = []relation{}
		list, err := c.part(path.Dir(c.document) + "/_rels/" + path.Base(c.document) + ".rels")
		var rels struct {
			All []relation `xml:"Relationship"`
		}
		if err == nil && newXML(list).Decode(&rels) == nil {
			c.related = rels.All
		}
	}
	return c.related
}

// lines reads a file that stands in the text, once. One that can't be read
// is told.
func (c *chunks) lines(id string) []format.Line {
	name := ""
	for _, r := range c.relations() {
		if r.ID == id && r.Mode != "External" {
			name = parts.Join(c.document, r.Target)
		}
	}
	if name != "" && c.read[name] {
		return nil
	}
	if c.read == nil {
		c.read = map[string]bool{}
	}
	c.read[name] = true
	data, err := c.part(name)
	if err == nil && data != nil && c.open != nil {
		if src, err := c.open(data); err == nil {
			c.notices = append(c.notices, src.Notices...)
			return src.Lines
		}
	}
	c.notices = append(c.notices, model.Notice{Kind: model.NoticeGap, Reason: "chunk-unread", Args: []string{path.Base(name)}, Detail: "正文中嵌入的另一份文件没有读到：" + path.Base(name)})
	return nil
}

func (r *docxReader) leave(kind block.Left, n int) { r.left = block.Leave(r.left, kind, n, -1) }

// skipText leaves out an element that is open, and counts its characters.
func (r *docxReader) skipText(kind block.Left) error {
	inText := 0
	for level := 0; level >= 0; {
		t, err := r.decoder.Token()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.EndElement:
			if level--; e.Name.Local == "t" || e.Name.Local == "delText" {
				inText--
			}
		case xml.StartElement:
			if level++; e.Name.Local == "t" || e.Name.Local == "delText" {
				inText++
			}
		case xml.CharData:
			if inText > 0 {
				r.leave(kind, utf8.RuneCount(e))
			}
		}
	}
	return nil
}

// describe notes the words that stand for a picture where it can't be seen.
// Programs put the names of files there, which say nothing.
func (r *docxReader) describe(words string) {
	if words = strings.TrimSpace(words); text.HasHan(words) && !strings.ContainsAny(words, `/\.`) {
		if r.described == 0 {
			r.description = text.FirstRunes(words, 20)
		}
		r.described++
	}
}

// told are the notices of what was left out.
func (r *docxReader) told() []model.Notice {
	heads := 0
	for _, rel := range r.files.relations() {
		if kind := path.Base(rel.Type); kind != "header" && kind != "footer" {
			continue
		}
		if data, err := r.files.part(parts.Join(r.files.document, rel.Target)); err == nil && hasWords(data) {
			heads++
		}
	}
	r.leave(block.Header, heads)
	out := append(r.files.notices, block.Notices(r.left, func(block.Omission) string { return "" })...)
	if r.described > 0 {
		out = append(out, model.Notice{Kind: model.NoticeOmission, Reason: "described", Args: []string{strconv.Itoa(r.described), r.description}, Detail: "图片的说明文字 " + strconv.Itoa(r.described) + " 处未收入正文（首处“" + r.description + "”）"})
	}
	return out
}

// hasWords tells that a running head says more than the number of the page.
func hasWords(part []byte) bool {
	d := newXML(part)
	inText := false
	for {
		t, err := d.Token()
		if err != nil {
			return false
		}
		switch e := t.(type) {
		case xml.StartElement:
			inText = e.Name.Local == "t"
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText && strings.ContainsFunc(string(e), func(c rune) bool { return unicode.IsLetter(c) && !strings.ContainsRune("第页頁共", c) }) {
				return true
			}
		}
	}
}
