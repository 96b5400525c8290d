// Package ofdtest writes OFD files (GB/T 33190-2016) for tests.
// It is written from the standard alone and shares no code with the reader,
// so that a mistake in one cannot hide the same mistake in the other.
package ofdtest

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"html"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Paragraph is a paragraph, a heading or a table.
type Paragraph struct {
	Text  string
	Level int        // 0 text (16 pt), 1 title (22 pt, centred), 2 heading (18 pt), 3 heading told by its font alone (16 pt)
	Flush bool       // flush left, as the addressees are: no two characters of indent
	Right bool       // flush right, as signatures and dates are
	Rows  [][]string // a table drawn with lines, 12 pt; Text is not used then
}

// Options are the freedoms that producers take. The zero value is a plain
// file: one TextObject with one TextCode for every line, in reading order.
// Where options exclude each other, the first one counts.
type Options struct {
	// What one TextObject holds.
	Characters bool // one character
	Runs       bool // a line, with a TextCode for every change between ASCII and other text
	Paragraphs bool // a paragraph or a cell, with a TextCode for every line
	Inherit    bool // X and Y of a TextCode are left out where they repeat those of the one before

	// How characters are placed.
	Groups  bool // DeltaX repeats with "g count distance"
	NoDelta bool // no DeltaX: the standard then does not move on, but some producers trust the widths of the font
	PDF     bool // CTM from pt to mm, zero point at the bottom left of the page, as converters from PDF leave it
	Points  bool // CTM from pt to mm
	Whole   bool // every Boundary is the whole page
	Glyphs  bool // CGTransform with glyph numbers for all text

	// In what order the text objects of a page stand in the file.
	Backward  bool // last first
	ByFont    bool // one font after the other
	Alternate bool // every second object, then the others

	// What is around the text.
	Layers    bool          // page number, text and rules in layers of their own, the uppermost first; the template in front
	Blocks    bool          // text inside two nested PageBlocks
	NoNumbers bool          // no page number "— 1 —" at the foot
	Head      string        // running head, in a template that all pages share
	FontFiles bool          // fonts have a (useless) file in the package, not just a name
	LostFonts bool          // fonts name a file that the package lacks
	Watermark string        // text of a slanted annotation on every page
	Seal      string        // text of a seal on the last page: a signature (signing nothing) and a stamp annotation
	BOM       bool          // every XML part begins with a byte order mark
	DefaultNS bool          // default namespace in place of the prefix "ofd:"
	Absolute  bool          // paths from the root of the package
	More      [][]Paragraph // further documents in the same file
}

type writer struct {
	Options
	zip    *zip.Writer
	id     int          // the last ID given in this document
	fonts  []int        // IDs of the fonts
	glyphs map[rune]int // numbered as they come, as in a font that holds only the characters used
}

// File is an OFD file of the paragraphs, laid out on A4 pages.
func File(paragraphs []Paragraph, o Options) []byte {
	var b bytes.Buffer
	w, bodies := &writer{Options: o, zip: zip.NewWriter(&b)}, ""
	for i, ps := range append([][]Paragraph{paragraphs}, o.More...) {
		bodies += w.document(i, ps)
	}
	w.xml("OFD.xml", "OFD", bodies, ` Version="1.1" DocType="OFD"`)
	if err := w.zip.Close(); err != nil {
		panic(err) // a buffer takes all that is written
	}
	return b.Bytes()
}

// document writes the parts of document n, from 0, and returns its DocBody.
func (w *writer) document(n int, paragraphs []Paragraph) string {
	dir := f("Doc_%d/", n)
	w.id, w.fonts, w.glyphs = 0, nil, map[rune]int{}
	root, res, notes := dir+"Document.xml", dir+"PublicRes.xml", dir+"Annots/Annotations.xml"
	w.resources(dir, res)
	var template, use, pages, annots, signs string
	if w.Head != "" {
		z, name, id := "Background", dir+"Tpls/Tpl_0/Content.xml", w.next()
		if w.Layers {
			z = "Foreground"
		}
		w.content(name, "", page{rules: []box{{left, headLine + 2, measure, 0}}}, centred(w.Head, headLine))
		template = f(`<ofd:TemplatePage ID="%d" ZOrder="%s" BaseLoc="%s"/>`, id, z, w.loc(root, name))
		use = f(`<ofd:Template TemplateID="%d" ZOrder="%s"/>`, id, z)
	}
	last := 0
	laid := layout(paragraphs)
	for i, p := range laid {
		var foot []piece
		if !w.NoNumbers {
			foot = centred(f("— %d —", i+1), footLine)
		}
		name := f("%sPages/Page_%d/Content.xml", dir, i)
		last = w.next()
		w.content(name, use, p, foot)
		pages += f(`<ofd:Page ID="%d" BaseLoc="%s"/>`, last, w.loc(root, name))
		shown := ""
		if w.Watermark != "" {
			shown = w.annotation("Watermark", w.Watermark, box{30, 80, 150, 150}, "0.7071 -0.7071 0.7071 0.7071 20 130", "")
		}
		if w.Seal != "" && i == len(laid)-1 {
			shown += w.annotation("Stamp", w.Seal, sealBox, "0.25 0 0 0.25 5 22", "M 41 21 A 20 20 0 0 1 1 21 A 20 20 0 0 1 41 21 C")
		}
		if shown != "" {
			name = f("%sAnnots/Page_%d/Annotation.xml", dir, i)
			w.xml(name, "PageAnnot", shown, "")
			annots += f(`<ofd:Page PageID="%d"><ofd:FileLoc>%s</ofd:FileLoc></ofd:Page>`, last, w.loc(notes, name))
		}
	}
	if annots != "" {
		w.xml(notes, "Annotations", annots, "")
		annots = f(`<ofd:Annotations>%s</ofd:Annotations>`, w.loc(root, notes))
	}
	if w.Seal != "" {
		signs = f(`<ofd:Signatures>%s</ofd:Signatures>`, w.loc("OFD.xml", w.seal(dir, last)))
	}
	w.xml(root, "Document", f(`<ofd:CommonData><ofd:MaxUnitID>%d</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>%s</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>%s</ofd:PublicRes>%s</ofd:CommonData><ofd:Pages>%s</ofd:Pages>%s`,
		w.id, nums(0, 0, pageWidth, pageHeight), w.loc(root, res), template, pages, annots), "")
	return f(`<ofd:DocBody><ofd:DocInfo><ofd:DocID>%032x</ofd:DocID><ofd:CreationDate>2024-01-02</ofd:CreationDate></ofd:DocInfo><ofd:DocRoot>%s</ofd:DocRoot>%s</ofd:DocBody>`,
		n+1, w.loc("OFD.xml", root), signs)
}

// resources writes the fonts. BaseLoc says where the files of this part lie,
// so FontFile gives only a name.
func (w *writer) resources(dir, name string) {
	fonts := ""
	for i, font := range fontNames {
		file := ""
		if w.FontFiles || w.LostFonts {
			file = f(`<ofd:FontFile>font_%d.ttf</ofd:FontFile>`, i)
		}
		if w.FontFiles {
			w.part(f("%sRes/font_%d.ttf", dir, i), "\x00\x01\x00\x00")
		}
		w.fonts = append(w.fonts, w.next())
		fonts += f(`<ofd:Font ID="%d" FontName="%s" FamilyName="%s">%s</ofd:Font>`, w.id, font, font, file)
	}
	w.xml(name, "Res", f(`<ofd:Fonts>%s</ofd:Fonts>`, fonts), f(` BaseLoc="%s"`, w.loc(name, dir+"Res")))
}

// content writes a page or a template page.
func (w *writer) content(name, template string, p page, foot []piece) {
	rules := ""
	for _, r := range p.rules {
		rules += f(`<ofd:PathObject ID="%d" Boundary="%s" LineWidth="0.25"><ofd:AbbreviatedData>M 0 0 L %s</ofd:AbbreviatedData></ofd:PathObject>`,
			w.next(), nums(r.x, r.y, max(r.w, 0.25), max(r.h, 0.25)), nums(r.w, r.h))
	}
	layer := func(kind, objects string) string {
		return f(`<ofd:Layer ID="%d"%s>%s</ofd:Layer>`, w.next(), kind, objects)
	}
	var layers string
	if w.Layers { // the type orders the layers, not their place in the file
		layers = layer(` Type="Foreground"`, w.text(foot)) + layer(` Type="Body"`, w.text(p.lines)) + layer(` Type="Background"`, rules)
	} else {
		layers = layer("", rules+w.text(slices.Concat(p.lines, foot)))
	}
	w.xml(name, "Page", f(`%s<ofd:Area><ofd:PhysicalBox>%s</ofd:PhysicalBox></ofd:Area><ofd:Content>%s</ofd:Content>`,
		template, nums(0, 0, pageWidth, pageHeight), layers), "")
}

// text writes lines as text objects.
func (w *writer) text(lines []piece) (s string) {
	var objects [][]piece
	for i, line := range lines {
		var parts []piece // what the line falls into
		for j, from := 1, 0; j <= len(line.runes); j++ {
			if j == len(line.runes) || w.Characters || w.Runs && width(line.runes[j]) != width(line.runes[j-1]) {
				parts, from = append(parts, line.cut(from, j)), j
			}
		}
		switch {
		case w.Characters:
			for _, p := range parts {
				objects = append(objects, []piece{p})
			}
		case !w.Runs && w.Paragraphs && i > 0 && line.block == lines[i-1].block:
			objects[len(objects)-1] = append(objects[len(objects)-1], parts...)
		default:
			objects = append(objects, parts)
		}
	}
	switch {
	case w.Backward:
		slices.Reverse(objects)
	case w.ByFont:
		slices.SortStableFunc(objects, func(a, b []piece) int { return cmp.Compare(a[0].font, b[0].font) })
	case w.Alternate:
		var turns [2][][]piece
		for i, o := range objects {
			turns[i%2] = append(turns[i%2], o)
		}
		objects = slices.Concat(turns[1], turns[0])
	}
	for _, o := range objects {
		s += w.object(o)
	}
	if w.Blocks {
		s = f(`<ofd:PageBlock ID="%d"><ofd:PageBlock ID="%d">%s</ofd:PageBlock></ofd:PageBlock>`, w.next(), w.next(), s)
	}
	return s
}

// object writes pieces of one font and size as one TextObject.
// A point (x, y) of the object is at Boundary + CTM · (x, y) on the page.
func (w *writer) object(pieces []piece) string {
	first, last := pieces[0], pieces[len(pieces)-1]
	b := box{math.Inf(1), first.y - first.size, 0, last.y + 0.3*last.size - first.y + first.size}
	for _, p := range pieces {
		b.x = min(b.x, p.xs[0])
	}
	for _, p := range pieces {
		b.w = max(b.w, p.xs[len(p.runes)]-b.x)
	}
	if w.Whole {
		b = box{0, 0, pageWidth, pageHeight}
	}
	scale, dx, dy, matrix := 1.0, 0.0, 0.0, ""
	if w.PDF {
		dx, dy = -b.x, pageHeight-b.y
	}
	if w.PDF || w.Points {
		scale = pt
		matrix = f(` CTM="%s"`, nums(scale, 0, 0, scale, dx, dy))
	}
	codes, x, y, count := "", "", "", 0
	for _, p := range pieces {
		at, px, py := "", nums((p.xs[0]-b.x-dx)/scale), nums((p.y-b.y-dy)/scale)
		if px != x || !w.Inherit {
			at += f(` X="%s"`, px)
		}
		if py != y || !w.Inherit {
			at += f(` Y="%s"`, py)
		}
		x, y = px, py
		if w.Glyphs {
			codes += w.transform(p.runes, count)
			count += len(p.runes)
		}
		codes += f(`<ofd:TextCode%s%s>%s</ofd:TextCode>`, at, w.deltas(p.xs[:len(p.runes)], scale), html.EscapeString(string(p.runes)))
	}
	return f(`<ofd:TextObject ID="%d" Boundary="%s"%s Font="%d" Size="%s"><ofd:FillColor Value="0 0 0"/>%s</ofd:TextObject>`,
		w.next(), nums(b.x, b.y, b.w, b.h), matrix, w.fonts[first.font], nums(first.size/scale), codes)
}

// deltas is the DeltaX attribute for characters at xs.
func (w *writer) deltas(xs []float64, scale float64) string {
	var out []string
	for i, n := 1, 1; i < len(xs); i += n {
		step := func(i int) string { return nums((xs[i] - xs[i-1]) / scale) }
		for n = 1; w.Groups && i+n < len(xs) && step(i+n) == step(i); n++ {
		}
		if n > 1 {
			out = append(out, "g", strconv.Itoa(n))
		}
		out = append(out, step(i))
	}
	if len(out) == 0 || w.NoDelta && !w.Groups {
		return ""
	}
	return f(` DeltaX="%s"`, strings.Join(out, " "))
}

// transform gives the glyphs of runes, which begin at a position in the object.
func (w *writer) transform(runes []rune, position int) string {
	var ids []string
	for _, r := range runes {
		if w.glyphs[r] == 0 {
			w.glyphs[r] = len(w.glyphs) + 1
		}
		ids = append(ids, strconv.Itoa(w.glyphs[r]))
	}
	return f(`<ofd:CGTransform CodePosition="%d" CodeCount="%d" GlyphCount="%d"><ofd:Glyphs>%s</ofd:Glyphs></ofd:CGTransform>`,
		position, len(ids), len(ids), strings.Join(ids, " "))
}

// annotation is text in 20 mm characters, made smaller or turned by matrix,
// and perhaps a path around it. It is no part of what the page says.
func (w *writer) annotation(kind, text string, b box, matrix, outline string) string {
	inside := nums(0, 0, b.w, b.h)
	if outline != "" {
		outline = f(`<ofd:PathObject ID="%d" Boundary="%s" LineWidth="1"><ofd:StrokeColor Value="255 0 0"/><ofd:AbbreviatedData>%s</ofd:AbbreviatedData></ofd:PathObject>`, w.next(), inside, outline)
	}
	line := place([]rune(text), 0, 0, style{size: 20 / pt}, 0)
	return f(`<ofd:Annot ID="%d" Type="%s" Creator="ofdtest" LastModDate="2024-01-02"><ofd:Appearance Boundary="%s">%s<ofd:TextObject ID="%d" Boundary="%s" CTM="%s" Font="%d" Size="20"><ofd:FillColor Value="255 0 0" Alpha="60"/><ofd:TextCode X="0" Y="0"%s>%s</ofd:TextCode></ofd:TextObject></ofd:Appearance></ofd:Annot>`,
		w.next(), kind, nums(b.x, b.y, b.w, b.h), outline, w.next(), inside, matrix, w.fonts[2], w.deltas(line.xs[:len(line.runes)], 1), html.EscapeString(text))
}

var sealBox = box{130, 200, 42, 42}

// seal writes a signature whose stamp lies on the page with this ID and
// returns the path of the list of signatures.
func (w *writer) seal(dir string, page int) string {
	list, sign := dir+"Signs/Signatures.xml", dir+"Signs/Sign_0/Signature.xml"
	seal, value := dir+"Signs/Sign_0/Seal.esl", dir+"Signs/Sign_0/SignedValue.dat"
	w.xml(list, "Signatures", f(`<ofd:MaxSignId>1</ofd:MaxSignId><ofd:Signature ID="s1" Type="Seal" BaseLoc="%s"/>`, w.loc(list, sign)), "")
	w.xml(sign, "Signature", f(`<ofd:SignedInfo><ofd:Provider ProviderName="ofdtest"/><ofd:SignatureMethod>1.2.156.10197.1.501</ofd:SignatureMethod><ofd:SignatureDateTime>20240102080000Z</ofd:SignatureDateTime><ofd:References CheckMethod="1.2.156.10197.1.401"><ofd:Reference FileRef="/%sDocument.xml"><ofd:CheckValue>AAAA</ofd:CheckValue></ofd:Reference></ofd:References><ofd:StampAnnot ID="a1" PageRef="%d" Boundary="%s"/><ofd:Seal><ofd:BaseLoc>%s</ofd:BaseLoc></ofd:Seal></ofd:SignedInfo><ofd:SignedValue>%s</ofd:SignedValue>`,
		dir, page, nums(sealBox.x, sealBox.y, sealBox.w, sealBox.h), w.loc(sign, seal), w.loc(sign, value)), "")
	w.part(seal, "0\x00") // an empty ASN.1 sequence
	w.part(value, "0\x00")
	return list
}

// centred is a line in the middle of the page, on the baseline y mm.
func centred(text string, y float64) []piece {
	line := place([]rune(text), 0, y, footStyle, -1)
	return []piece{place(line.runes, (pageWidth-line.xs[len(line.runes)])/2, y, footStyle, -1)}
}

// loc is how the part named from refers to the part named to.
func (w *writer) loc(from, to string) string {
	if w.Absolute {
		return "/" + to
	}
	return strings.TrimPrefix(to, path.Dir(from)+"/")
}

// xml writes a part. Its elements come with the prefix "ofd:".
func (w *writer) xml(name, root, body, attributes string) {
	s := f(`<ofd:%s xmlns:ofd="http://www.ofdspec.org/2016"%s>%s</ofd:%s>`, root, attributes, body, root)
	if w.DefaultNS {
		s = strings.NewReplacer("<ofd:", "<", "</ofd:", "</", " xmlns:ofd=", " xmlns=").Replace(s)
	}
	if s = xml.Header + s; w.BOM {
		s = "\ufeff" + s
	}
	w.part(name, s)
}

func (w *writer) part(name, data string) {
	p, err := w.zip.Create(name)
	if err == nil {
		_, err = p.Write([]byte(data))
	}
	if err != nil {
		panic(err) // a buffer takes all that is written
	}
}

func (w *writer) next() int {
	w.id++
	return w.id
}

func f(format string, values ...any) string { return fmt.Sprintf(format, values...) }

// nums writes numbers side by side, each to four places.
func nums(values ...float64) string {
	var out []string
	for _, v := range values {
		v = math.Round(v*1e4)/1e4 + 0 // + 0 turns minus zero into zero
		out = append(out, strconv.FormatFloat(v, 'f', -1, 64))
	}
	return strings.Join(out, " ")
}
