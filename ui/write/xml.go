package write

import (
	"bufio"
	"encoding/xml"
	"io"
)

// xmlWriter writes elements as they come, so that a long document is never
// held as a whole. Errors keep until flush.
type xmlWriter struct {
	w    *bufio.Writer
	open []string
}

func newXML(w io.Writer) *xmlWriter {
	x := &xmlWriter{w: bufio.NewWriterSize(w, 32<<10)}
	x.w.WriteString(xml.Header)
	return x
}

// start opens an element; attributes are pairs of name and value.
func (x *xmlWriter) start(name string, attributes ...string) {
	x.tag(name, attributes)
	x.w.WriteByte('>')
	x.open = append(x.open, name)
}

// end closes the element opened last.
func (x *xmlWriter) end() {
	last := len(x.open) - 1
	x.w.WriteString("</")
	x.w.WriteString(x.open[last])
	x.w.WriteByte('>')
	x.open = x.open[:last]
}

// empty writes an element without content.
func (x *xmlWriter) empty(name string, attributes ...string) {
	x.tag(name, attributes)
	x.w.WriteString("/>")
}

// element writes an element that holds text alone.
func (x *xmlWriter) element(name, text string, attributes ...string) {
	x.start(name, attributes...)
	x.text(text)
	x.end()
}

func (x *xmlWriter) tag(name string, attributes []string) {
	x.w.WriteByte('<')
	x.w.WriteString(name)
	for i := 0; i+1 < len(attributes); i += 2 {
		x.w.WriteByte(' ')
		x.w.WriteString(attributes[i])
		x.w.WriteString(`="`)
		x.text(attributes[i+1])
		x.w.WriteByte('"')
	}
}

// text writes plain text, escaped.
func (x *xmlWriter) text(s string) {
	xml.EscapeText(x.w, []byte(plain(s))) // the writer keeps its error
}

// flush writes what is left and returns the first error there was.
func (x *xmlWriter) flush() error { return x.w.Flush() }
