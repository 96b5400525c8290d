// Package ofdtest writes OFD files for tests, as GB/T 33190 lays them down.
// It shares nothing with the reader.
package ofdtest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// Space declares the namespace of all elements.
const Space = `xmlns:ofd="http://www.ofdspec.org/2016"`

// Document is one document of a file. Pages and Templates are the content of
// a layer each: text objects, see Text and Line, or any other XML.
type Document struct {
	Pages     []Sheet
	Templates []string
	Resources string // XML inside ofd:Res
	Marks     string // XML of the annotations of page 1
	Attached  int
}

// Sheet is the objects of a page; Template numbers one of the document's from
// 1, 0 for none. Box is "x y width height" in millimetres, A4 if empty.
type Sheet struct {
	Content  string
	Template int
	Box      string
}

// Make writes documents as one file.
func Make(documents ...Document) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, text string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + text))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	root := ""
	for i, d := range documents {
		root += fmt.Sprintf(`<ofd:DocBody><ofd:DocInfo><ofd:DocID>%032d</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_%d/Document.xml</ofd:DocRoot></ofd:DocBody>`, i, i)
		d.write(fmt.Sprintf("Doc_%d/", i), add)
	}
	add("OFD.xml", `<ofd:OFD `+Space+` Version="1.0" DocType="OFD">`+root+`</ofd:OFD>`)
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func (d Document) write(folder string, add func(name, text string)) {
	common := `<ofd:MaxUnitID>99999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>`
	add(folder+"PublicRes.xml", `<ofd:Res `+Space+` BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="宋体" FamilyName="宋体"/><ofd:Font ID="2" FontName="黑体" FamilyName="黑体"/></ofd:Fonts>`+d.Resources+`</ofd:Res>`)
	for i, content := range d.Templates {
		common += fmt.Sprintf(`<ofd:TemplatePage ID="%d" BaseLoc="Tpls/Tpl_%d/Content.xml"/>`, 1000+i+1, i)
		add(fmt.Sprintf("%sTpls/Tpl_%d/Content.xml", folder, i), page(Sheet{Content: content}))
	}
	pages := ""
	for i, p := range d.Pages {
		pages += fmt.Sprintf(`<ofd:Page ID="%d" BaseLoc="Pages/Page_%d/Content.xml"/>`, 2000+i, i)
		add(fmt.Sprintf("%sPages/Page_%d/Content.xml", folder, i), page(p))
	}
	rest := ""
	if d.Marks != "" {
		rest += `<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>`
		add(folder+"Annots/Annotations.xml", `<ofd:Annotations `+Space+`><ofd:Page PageID="2000"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`)
		add(folder+"Annots/Page_0/Annotation.xml", `<ofd:PageAnnot `+Space+`>`+d.Marks+`</ofd:PageAnnot>`)
	}
	if d.Attached > 0 {
		rest += `<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>`
		add(folder+"Attachs/Attachments.xml", `<ofd:Attachments `+Space+`>`+strings.Repeat(`<ofd:Attachment ID="1" Name="a"/>`, d.Attached)+`</ofd:Attachments>`)
	}
	add(folder+"Document.xml", `<ofd:Document `+Space+`><ofd:CommonData>`+common+`</ofd:CommonData><ofd:Pages>`+pages+`</ofd:Pages>`+rest+`</ofd:Document>`)
}

func page(p Sheet) string {
	area, template := "", ""
	if p.Box != "" {
		area = `<ofd:Area><ofd:PhysicalBox>` + p.Box + `</ofd:PhysicalBox></ofd:Area>`
	}
	if p.Template > 0 {
		template = fmt.Sprintf(`<ofd:Template TemplateID="%d" ZOrder="Background"/>`, 1000+p.Template)
	}
	return `<ofd:Page ` + Space + `>` + area + template + `<ofd:Content><ofd:Layer ID="1" Type="Body">` + p.Content + `</ofd:Layer></ofd:Content></ofd:Page>`
}

// Text is a text object: its box begins at (x, y) and is as wide and high as
// the text, which stands on a baseline at the foot of it; all in
// millimetres. attributes go into the object's tag.
func Text(x, y, size float64, text, attributes string) string {
	n := len([]rune(text))
	delta := ""
	if n > 1 {
		delta = fmt.Sprintf(` DeltaX="g %d %g"`, n-1, size)
	}
	return Object(x, y, size*float64(n), size, size, attributes, fmt.Sprintf(`<ofd:TextCode X="0" Y="%g"%s>%s</ofd:TextCode>`, 0.88*size, delta, Escape(text)))
}

// Object is a text object around any text codes.
func Object(x, y, width, height, size float64, attributes, codes string) string {
	return fmt.Sprintf(`<ofd:TextObject ID="9" Boundary="%g %g %g %g" Font="1" Size="%g" %s><ofd:FillColor Value="0 0 0"/>%s</ofd:TextObject>`, x, y, width, height, size, attributes, codes)
}

// Escape writes text as XML holds it.
func Escape(text string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(text)) //nolint:errcheck // a builder takes everything
	return b.String()
}

// Set sets paragraphs in lines on pages of A4 in type of size millimetres,
// as office programs print them: first lines set in by the text's own
// ideographic blanks, short last lines. chars is how many a line holds.
func Set(paragraphs []string, size float64, chars int) []Sheet {
	const left, top, bottom = 28, 37, 35
	var pages []Sheet
	var content strings.Builder
	y := float64(top)
	for _, p := range paragraphs {
		line := []rune(p)
		for {
			n := min(chars, len(line))
			for n < len(line) && n > chars-2 && strings.ContainsRune("，。、；：？！”’）》", line[n]) {
				n-- // no sign of the next line's begin
			}
			if y+size > 297-bottom {
				pages = append(pages, Sheet{Content: content.String()})
				content.Reset()
				y = top
			}
			if n > 0 {
				content.WriteString(set(left, y, size, line[:n]))
			}
			y += 1.6 * size
			if line = line[n:]; len(line) == 0 {
				break
			}
		}
	}
	return append(pages, Sheet{Content: content.String()})
}

// set is a line with the advances of its characters: half for ASCII.
func set(x, y, size float64, line []rune) string {
	var deltas []string
	width := 0.0
	for _, c := range line {
		w := size
		if c < 0x80 {
			w = size / 2
		}
		width += w
		deltas = append(deltas, fmt.Sprintf("%g", w))
	}
	delta := ""
	if len(line) > 1 {
		delta = ` DeltaX="` + strings.Join(deltas[:len(deltas)-1], " ") + `"`
	}
	return Object(x, y, width, size, size, "", fmt.Sprintf(`<ofd:TextCode X="0" Y="%g"%s>%s</ofd:TextCode>`, 0.88*size, delta, Escape(string(line))))
}
