package write

import (
	"archive/zip"
	"compress/flate"
	"embed"
	"io"
	"strconv"
	"time"
)

// word holds the parts of a Word file that no text changes. The styles
// follow the setting of Chinese official papers (GB/T 9704): 仿宋 of 16
// points on lines of 28, headings in 黑体 and 楷体, tables smaller.
//
//go:embed word
var word embed.FS

// fixed are those parts by their names in the file.
var fixed = [][2]string{
	{"_rels/.rels", "package.rels"},
	{"docProps/app.xml", "app.xml"},
	{"word/_rels/document.xml.rels", "document.rels"},
	{"word/styles.xml", "styles.xml"},
	{"word/settings.xml", "settings.xml"},
	{"word/fontTable.xml", "fontTable.xml"},
	{"word/footer.xml", "footer.xml"},
}

const wordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

// DOCX writes the document as a Word file on A4 paper. Control characters
// are left out. The error is ErrTooWide for a table that Word cannot show,
// else the writer's.
func DOCX(w io.Writer, d Document) error {
	for _, b := range d.Blocks {
		if t, ok := b.(Table); ok {
			if err := check(t.Columns, widestTable); err != nil {
				return err
			}
		}
	}
	z := &parcel{zip: zip.NewWriter(w)}
	z.zip.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.DefaultCompression)
	})
	z.copy("[Content_Types].xml", "types.xml")
	for _, part := range fixed {
		z.copy(part[0], part[1])
	}
	z.xml("docProps/core.xml", d.core)
	body := docx{paper: paperOf(d.Landscape)}
	z.xml("word/document.xml", func(x *xmlWriter) { body.document(x, d) })
	z.xml("word/footnotes.xml", body.footnotes)
	z.xml("word/numbering.xml", body.numbering)
	if z.err != nil {
		return z.err
	}
	return z.zip.Close()
}

// parcel is a zip file whose first error stops it.
type parcel struct {
	zip *zip.Writer
	err error
}

func (z *parcel) create(name string) io.Writer {
	if z.err != nil {
		return io.Discard
	}
	var w io.Writer
	if w, z.err = z.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate}); z.err != nil {
		return io.Discard
	}
	return w
}

// copy puts one of the fixed parts into the file.
func (z *parcel) copy(name, part string) {
	data, err := word.ReadFile("word/" + part)
	if err != nil {
		panic(err) // embedded: a mistake in this package
	}
	if _, err := z.create(name).Write(data); err != nil && z.err == nil {
		z.err = err
	}
}

// xml puts a part into the file that fill writes.
func (z *parcel) xml(name string, fill func(*xmlWriter)) {
	x := newXML(z.create(name))
	fill(x)
	if err := x.flush(); err != nil && z.err == nil {
		z.err = err
	}
}

// core writes what the file says of itself.
func (p Properties) core(x *xmlWriter) {
	x.start("cp:coreProperties",
		"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	for _, e := range [][2]string{{"dc:title", p.Title}, {"dc:creator", p.Creator}, {"dc:language", p.Language}} {
		if e[1] != "" {
			x.element(e[0], line(e[1]))
		}
	}
	if !p.Created.IsZero() {
		at := p.Created.UTC().Format(time.RFC3339)
		x.element("dcterms:created", at, "xsi:type", "dcterms:W3CDTF")
		x.element("dcterms:modified", at, "xsi:type", "dcterms:W3CDTF")
	}
	x.end()
}

// paper is a page in twips, twentieths of a point.
type paper struct{ width, height, top, right, bottom, left int }

// A4 with the margins of official papers: 37 mm above, 35 below, 28 at the
// back and 26 at the edge.
func paperOf(landscape bool) paper {
	if landscape {
		return paper{16838, 11906, 1588, 1588, 1474, 1588}
	}
	return paper{11906, 16838, 2098, 1474, 1984, 1588}
}

// room is how wide the text may be.
func (p paper) room() int { return p.width - p.left - p.right }

// docx gathers what the parts of a Word file tell each other.
type docx struct {
	paper paper
	notes []string // the footnotes so far
	lists int      // numbered lists so far
}

// document writes the main part.
func (d *docx) document(x *xmlWriter, of Document) {
	x.start("w:document", "xmlns:w", wordSpace, "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
	x.start("w:body")
	if of.Title != "" {
		paragraph(x, "Title", of.Title)
	}
	if of.Subtitle != "" {
		paragraph(x, "Subtitle", of.Subtitle)
	}
	counting := false
	for _, b := range of.Blocks {
		it, ok := b.(Item)
		if ok && it.Numbered && !counting {
			d.lists++
		}
		counting = ok && it.Numbered
		d.block(x, b)
	}
	d.section(x)
	x.end()
	x.end()
}

func (d *docx) block(x *xmlWriter, b Block) {
	switch b := b.(type) {
	case Heading:
		paragraph(x, "Heading"+strconv.Itoa(min(max(b.Level, 1), 3)), b.Text)
	case Paragraph:
		style := "BodyText"
		if b.Small {
			style = "Remark"
		}
		for p := range paragraphs(b.Text) {
			paragraph(x, style, p)
		}
	case Item:
		d.item(x, b)
	case Quote:
		d.quote(x, b)
	case Table:
		d.table(x, b)
	}
}

func (d *docx) item(x *xmlWriter, it Item) {
	x.start("w:p")
	x.start("w:pPr")
	if it.Numbered {
		x.empty("w:pStyle", "w:val", "ListNumber")
		x.start("w:numPr")
		x.empty("w:ilvl", "w:val", "0")
		x.empty("w:numId", "w:val", strconv.Itoa(firstList+d.lists-1))
		x.end()
	} else {
		x.empty("w:pStyle", "w:val", "ListBullet")
	}
	x.end()
	run(x, it.Text)
	x.end()
}

func (d *docx) quote(x *xmlWriter, q Quote) {
	var last string
	some := false
	for p := range paragraphs(q.Text) {
		if some {
			paragraph(x, "Quote", last)
		}
		last, some = p, true
	}
	if some {
		x.start("w:p")
		style(x, "Quote")
		run(x, last)
		if q.Footnote != "" {
			d.notes = append(d.notes, q.Footnote)
			reference(x, "w:footnoteReference", "w:id", strconv.Itoa(len(d.notes)))
		}
		x.end()
	}
	if q.Source != "" {
		paragraph(x, "Source", q.Source)
	}
}

// section says which paper the document is for.
func (d *docx) section(x *xmlWriter) {
	p := d.paper
	x.start("w:sectPr")
	x.empty("w:footerReference", "w:type", "default", "r:id", "rId6")
	size := []string{"w:w", strconv.Itoa(p.width), "w:h", strconv.Itoa(p.height)}
	if p.width > p.height {
		size = append(size, "w:orient", "landscape")
	}
	x.empty("w:pgSz", size...)
	x.empty("w:pgMar", "w:top", strconv.Itoa(p.top), "w:right", strconv.Itoa(p.right), "w:bottom", strconv.Itoa(p.bottom),
		"w:left", strconv.Itoa(p.left), "w:header", "851", "w:footer", "1134", "w:gutter", "0")
	x.end()
}
