package write

import (
	"iter"
	"strconv"
	"strings"
)

// paragraph writes a paragraph in one of the styles.
func paragraph(x *xmlWriter, name, text string) {
	x.start("w:p")
	style(x, name)
	run(x, line(text))
	x.end()
}

func style(x *xmlWriter, name string) {
	x.start("w:pPr")
	x.empty("w:pStyle", "w:val", name)
	x.end()
}

// run writes text in the paragraph's own style. Line ends that are left in
// it break the line, tabs stay tabs.
func run(x *xmlWriter, text string) {
	if text == "" {
		return
	}
	x.start("w:r")
	text = plain(text)
	for {
		i := strings.IndexAny(text, "\n\t")
		piece := text
		if i >= 0 {
			piece = text[:i]
		}
		if piece != "" {
			x.element("w:t", piece, "xml:space", "preserve")
		}
		if i < 0 {
			break
		}
		if text[i] == '\t' {
			x.empty("w:tab")
		} else {
			x.empty("w:br")
		}
		text = text[i+1:]
	}
	x.end()
}

// reference writes the raised number of a footnote.
func reference(x *xmlWriter, element string, attributes ...string) {
	x.start("w:r")
	x.start("w:rPr")
	x.empty("w:rStyle", "w:val", "FootnoteReference")
	x.end()
	x.empty(element, attributes...)
	x.end()
}

// paragraphs are the lines of text that hold something, without the blanks
// that typists indent them with: the style does that.
func paragraphs(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for p := range strings.Lines(plain(text)) {
			if p = strings.TrimSpace(p); p != "" && !yield(p) {
				return
			}
		}
	}
}

// footnotes writes the part of the footnotes; Word wants two lines there
// that divide them from the text.
func (d *docx) footnotes(x *xmlWriter) {
	x.start("w:footnotes", "xmlns:w", wordSpace)
	for i, divider := range []string{"separator", "continuationSeparator"} {
		x.start("w:footnote", "w:type", divider, "w:id", strconv.Itoa(i-1))
		x.start("w:p")
		style(x, "FootnoteText")
		x.start("w:r")
		x.empty("w:" + divider)
		x.end()
		x.end()
		x.end()
	}
	for i, note := range d.notes {
		x.start("w:footnote", "w:id", strconv.Itoa(i+1))
		x.start("w:p")
		style(x, "FootnoteText")
		reference(x, "w:footnoteRef")
		run(x, " "+line(note))
		x.end()
		x.end()
	}
	x.end()
}

// firstList is the number of the first numbered list: 1 is the bullets, 2
// what the style of numbers stands on.
const firstList = 3

// numbering writes how lists count; each numbered list begins anew.
func (d *docx) numbering(x *xmlWriter) {
	x.start("w:numbering", "xmlns:w", wordSpace)
	for i, level := range [][3]string{{"bullet", "•", "ListBullet"}, {"decimal", "%1.", "ListNumber"}} {
		x.start("w:abstractNum", "w:abstractNumId", strconv.Itoa(i))
		x.empty("w:multiLevelType", "w:val", "singleLevel")
		x.start("w:lvl", "w:ilvl", "0")
		x.empty("w:start", "w:val", "1")
		x.empty("w:numFmt", "w:val", level[0])
		x.empty("w:pStyle", "w:val", level[2])
		x.empty("w:lvlText", "w:val", level[1])
		x.empty("w:lvlJc", "w:val", "left")
		x.start("w:pPr")
		x.empty("w:ind", "w:left", "560", "w:hanging", "560")
		x.end()
		if level[0] == "bullet" { // in a Chinese font the bullet is a wide one
			x.start("w:rPr")
			x.empty("w:rFonts", "w:ascii", "Times New Roman", "w:hAnsi", "Times New Roman", "w:hint", "default")
			x.end()
		}
		x.end()
		x.end()
	}
	for i := 1; i < firstList+d.lists; i++ {
		x.start("w:num", "w:numId", strconv.Itoa(i))
		x.empty("w:abstractNumId", "w:val", strconv.Itoa(min(i-1, 1)))
		if i >= firstList {
			x.start("w:lvlOverride", "w:ilvl", "0")
			x.empty("w:startOverride", "w:val", "1")
			x.end()
		}
		x.end()
	}
	x.end()
}
