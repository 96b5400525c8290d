package ofd

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"duidu/parser/format"
	"duidu/parser/format/block"
	"duidu/parser/format/parts"
	"duidu/parser/format/pdf"
)

// documentXML is the root of one document.
type documentXML struct {
	Box       string   `xml:"CommonData>PageArea>PhysicalBox"`
	Public    []string `xml:"CommonData>PublicRes"`
	Own       []string `xml:"CommonData>DocumentRes"`
	Templates []refXML `xml:"CommonData>TemplatePage"`
	Pages     []refXML `xml:"Pages>Page"`
	Marks     string   `xml:"Annotations"`
	Attached  string   `xml:"Attachments"`
}

type refXML struct {
	ID  string `xml:"ID,attr"`
	Loc string `xml:"BaseLoc,attr"`
}

// document reads the pages of one document. A part that lacks is counted;
// only what concerns the whole file, such as a password, is an error.
func (r *reader) document(number int, root string) error {
	var doc documentXML
	r.number = -1
	if err := r.unmarshal(root, &doc); err != nil {
		return r.lacking(err)
	}
	r.fonts, r.units = map[string]bool{}, map[string][]byte{}
	for _, res := range append(slices.Clone(doc.Public), doc.Own...) {
		if err := r.lacking(r.resources(parts.Join(root, strings.TrimSpace(res)))); err != nil {
			return err
		}
	}
	box := boxOf(doc.Box, pdf.Box{X1: 210, Y1: 297})
	templates := map[string]*template{}
	for _, t := range doc.Templates {
		templates[t.ID] = &template{at: parts.Join(root, t.Loc)}
	}
	var pages []*sheet
	for _, ref := range doc.Pages {
		if len(r.file.Pages)+len(pages) >= maxPages || r.full() {
			r.leave(block.Beyond, 1)
			continue
		}
		r.number = r.pageNumber(pages)
		s := &sheet{number: r.number, box: box}
		if n := len(pages); n > 0 { // pages are alike
			s.turned[0] = make([]pdf.Glyph, 0, len(pages[n-1].turned[0])*9/8)
		}
		if err := r.lacking(r.sheet(s, parts.Join(root, ref.Loc))); err != nil {
			return err
		}
		for _, id := range s.templates {
			if t := templates[id]; t != nil {
				t.uses++
			}
		}
		pages = append(pages, s)
	}
	for _, s := range pages {
		for _, id := range s.templates {
			if t := templates[id]; t != nil {
				if err := r.lacking(r.useTemplate(s, t)); err != nil {
					return err
				}
			}
		}
		r.add(number, s)
	}
	r.number = -1
	r.marks(root, doc)
	return nil
}

// pageNumber is the number of the next page in the file.
func (r *reader) pageNumber(pages []*sheet) int {
	n := 0
	if k := len(r.file.Pages); k > 0 {
		n = r.file.Pages[k-1].Number
	}
	return n + len(pages) + 1
}

// full tells that no more can be read within the bounds.
func (r *reader) full() bool { return r.glyphs >= maxGlyphs || r.tokens >= maxTokens }

// lacking counts an error of one part and takes it away; a password or a
// bomb stays one of the file.
func (r *reader) lacking(err error) error {
	var e *format.Error
	if errors.As(err, &e) && (e.Kind == format.Locked || e.Kind == format.TooLarge) {
		return err
	}
	if err != nil {
		r.leave(block.Damage, 1)
	}
	return nil
}

// template is a page that lies under, or over, others.
type template struct {
	at    string
	uses  int
	sheet *sheet
}

// useTemplate adds what the template of a single page shows. One of several
// pages is their running head: it is left out.
func (r *reader) useTemplate(s *sheet, t *template) error {
	first := t.sheet == nil
	if first {
		t.sheet = &sheet{number: s.number, box: s.box}
		r.number = s.number
		if err := r.sheet(t.sheet, t.at); err != nil {
			return err
		}
	}
	if t.uses > 1 {
		if first && t.sheet.hasWords() {
			r.leave(block.Header, 1)
		}
		return nil
	}
	for i, g := range t.sheet.turned {
		s.turned[i] = append(s.turned[i], g...)
	}
	s.pictures = append(s.pictures, t.sheet.pictures...)
	return nil
}

// hasWords tells that more than the number of a page stands there.
func (s *sheet) hasWords() bool {
	for _, glyphs := range s.turned {
		for _, g := range glyphs {
			if strings.ContainsFunc(g.Text, unicode.IsLetter) && !strings.Contains("第页共", g.Text) {
				return true
			}
		}
	}
	return false
}

// A page of a picture: how much of it the picture covers at least, and how
// many characters it has at most.
const (
	imageShare  = 0.5
	imageGlyphs = 20
)

// add turns what stands on a sheet into pages.
func (r *reader) add(document int, s *sheet) {
	width, height := (s.box.X1-s.box.X0)*perMillimetre, (s.box.Y1-s.box.Y0)*perMillimetre
	p := Page{Document: document, Number: s.number, Page: pdf.Page{Width: width, Height: height, Glyphs: s.turned[0], Pictures: s.pictures}}
	covered, glyphs := 0.0, 0
	for _, b := range s.pictures {
		covered = max(covered, (b.X1-b.X0)*(b.Y1-b.Y0))
	}
	for _, g := range s.turned {
		glyphs += len(g)
	}
	if covered >= imageShare*width*height && glyphs <= imageGlyphs {
		r.number = s.number
		r.leave(block.PageImage, 1)
		for i := range r.file.Left {
			if o := &r.file.Left[i]; o.Kind == block.PageImage {
				o.Pages = append(o.Pages, s.number)
			}
		}
	}
	r.file.Pages = append(r.file.Pages, p)
	for turn := 1; turn < len(s.turned); turn++ {
		if len(s.turned[turn]) == 0 {
			continue
		}
		q := Page{Document: document, Number: s.number, Page: pdf.Page{Width: width, Height: height, Glyphs: s.turned[turn]}}
		if turn != 2 {
			q.Width, q.Height = height, width
		}
		r.file.Pages = append(r.file.Pages, q)
	}
}

// marks counts what was laid over the pages later, such as a watermark, and
// what is attached.
func (r *reader) marks(root string, doc documentXML) {
	var list struct {
		Files []string `xml:"Page>FileLoc"`
	}
	if at := parts.Join(root, strings.TrimSpace(doc.Marks)); doc.Marks != "" && r.unmarshal(at, &list) == nil {
		for _, f := range list.Files[:min(len(list.Files), maxPages)] {
			var page struct {
				Marks []struct {
					Type string `xml:"Type,attr"`
				} `xml:"Annot"`
			}
			if r.unmarshal(parts.Join(at, strings.TrimSpace(f)), &page) != nil {
				continue
			}
			for _, m := range page.Marks {
				if m.Type != "Link" {
					r.leave(block.Mark, 1)
				}
			}
		}
	}
	var attached struct {
		Files []struct{} `xml:"Attachment"`
	}
	if doc.Attached != "" && r.unmarshal(parts.Join(root, strings.TrimSpace(doc.Attached)), &attached) == nil {
		r.leave(block.Object, len(attached.Files))
	}
}

// resources reads the fonts and drawings that pages share.
func (r *reader) resources(at string) error {
	var res struct {
		Fonts []struct {
			ID     string `xml:"ID,attr"`
			Name   string `xml:"FontName,attr"`
			Family string `xml:"FamilyName,attr"`
			Bold   string `xml:"Bold,attr"`
		} `xml:"Fonts>Font"`
		Units []struct {
			ID      string `xml:"ID,attr"`
			Content struct {
				XML []byte `xml:",innerxml"`
			} `xml:"Content"`
		} `xml:"CompositeGraphicUnits>CompositeGraphicUnit"`
	}
	if err := r.unmarshal(at, &res); err != nil {
		return err
	}
	for _, f := range res.Fonts {
		name := f.Name + f.Family
		r.fonts[f.ID] = f.Bold == "true" || strings.Contains(name, "Bold") || strings.Contains(name, "黑体") || strings.Contains(name, "SimHei")
	}
	for _, u := range res.Units {
		r.units[u.ID] = u.Content.XML
	}
	return nil
}
