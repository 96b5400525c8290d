package pdf

import "strings"

// pdfMark is a piece of marked content that is open.
type pdfMark struct {
	artifact  bool   // a running head, a page number, a rule
	watermark bool   // an artifact that says so
	instead   string // the text that stands for the glyphs
	has       bool
	written   bool
}

// mark opens a piece of marked content.
func (w *pdfWriter) mark() {
	m := pdfMark{}
	if len(w.args) > 0 {
		m.artifact = w.args[0].text == "Artifact"
	}
	for i, a := range w.args {
		m.watermark = m.watermark || m.artifact && a.kind == tokenName && a.text == "Watermark"
		if a.kind == tokenName && a.text == "ActualText" && i+1 < len(w.args) && w.args[i+1].kind == tokenString {
			text := w.args[i+1].text
			if strings.HasPrefix(text, "\xFE\xFF") {
				m.instead, m.has = utf16Text(text[2:]), true
			}
		}
	}
	if len(w.marks) < maxStates {
		w.marks = append(w.marks, m)
	}
}

// replaced is what the marked content around a glyph makes of its text.
func (w *pdfWriter) replaced(text string) (string, bool) {
	for i := range w.marks {
		m := &w.marks[i]
		if m.watermark && text != "" {
			w.mention(text)
		}
		if m.artifact {
			return "", true
		}
		if m.has {
			if m.written {
				return "", false
			}
			m.written = true
			return m.instead, false
		}
	}
	return text, false
}

// mention notes a character of what the page itself calls a watermark.
func (w *pdfWriter) mention(text string) {
	p := w.page
	if p.marked == nil {
		p.marked = []string{""}
	}
	if last := &p.marked[len(p.marked)-1]; len(*last) < maxMarked {
		*last += text
	}
}
