package ofd

import (
	"html"
	"io"
	"strings"
)

// scanner reads the XML of a page tag by tag. A page has some hundred
// thousand of them, and of most only a few attributes are asked for: so
// nothing is copied, and checked is only what reading on needs.
type scanner struct {
	data       string
	at         int
	attributes []attribute // of the start tag that was read last
}

// element is a start tag.
type element struct {
	name  string // without its prefix
	empty bool   // no end tag follows
}

// attribute is one as it stands in a tag.
type attribute struct{ name, value string }

// next finds the next tag. end tells that it closes an element. The error is
// io.EOF after the last one, io.ErrUnexpectedEOF where the file breaks off.
func (x *scanner) next() (e element, end bool, err error) {
	for {
		i := strings.IndexByte(x.data[x.at:], '<')
		if i < 0 {
			x.at = len(x.data)
			return e, false, io.EOF
		}
		x.at += i
		rest := x.data[x.at:]
		switch {
		case strings.HasPrefix(rest, "<!--"):
			err = x.skipTo("-->")
		case strings.HasPrefix(rest, "<![CDATA["):
			err = x.skipTo("]]>")
		case strings.HasPrefix(rest, "<?"):
			err = x.skipTo("?>")
		case strings.HasPrefix(rest, "<!"):
			err = x.skipTo(">")
		case strings.HasPrefix(rest, "</"):
			return e, true, x.skipTo(">")
		default:
			e, err = x.start()
			return e, false, err
		}
		if err != nil {
			return e, false, err
		}
	}
}

func (x *scanner) skipTo(mark string) error {
	i := strings.Index(x.data[x.at:], mark)
	if i < 0 {
		x.at = len(x.data)
		return io.ErrUnexpectedEOF
	}
	x.at += i + len(mark)
	return nil
}

// start reads the start tag at which the scanner stands. Values may hold a >.
func (x *scanner) start() (element, error) {
	from := x.at + 1
	x.attributes = x.attributes[:0]
	name, key := "", from // where the attribute begins that is being read
	for i := from; i < len(x.data); i++ {
		switch c := x.data[i]; c {
		case '"', '\'':
			k := strings.IndexByte(x.data[i+1:], c)
			if k < 0 {
				x.at = len(x.data)
				return element{}, io.ErrUnexpectedEOF
			}
			x.attributes = append(x.attributes, attribute{x.data[key:i], x.data[i+1 : i+1+k]})
			i += k + 1
			key = i + 1
		case ' ', '\t', '\r', '\n':
			if name == "" {
				name, key = x.data[from:i], i
			}
		case '>':
			x.at = i + 1
			empty := x.data[i-1] == '/'
			if name == "" {
				name = strings.TrimSuffix(x.data[from:i], "/")
			}
			return element{local(name), empty}, nil
		}
	}
	x.at = len(x.data)
	return element{}, io.ErrUnexpectedEOF
}

// local is a name without its prefix.
func local(name string) string { return name[strings.IndexByte(name, ':')+1:] }

// attribute is the value of an attribute of the start tag that was read last;
// empty if it has none of that name.
func (x *scanner) attribute(name string) string {
	for _, a := range x.attributes {
		key := strings.TrimRight(a.name, "= \t\r\n")
		if before, ok := strings.CutSuffix(key, name); ok && (before == "" || strings.IndexByte(" \t\r\n:", before[len(before)-1]) >= 0) {
			return unescaped(a.value)
		}
	}
	return ""
}

// text reads the text of an element up to its end.
func (x *scanner) text(e element) (string, error) {
	if e.empty {
		return "", nil
	}
	var all strings.Builder
	for depth := 0; ; {
		i := strings.IndexByte(x.data[x.at:], '<')
		if i < 0 {
			x.at = len(x.data)
			return "", io.ErrUnexpectedEOF
		}
		part := x.data[x.at : x.at+i]
		x.at += i
		if strings.HasPrefix(x.data[x.at:], "</") && depth == 0 {
			if err := x.skipTo(">"); err != nil {
				return "", err
			}
			if all.Len() == 0 {
				return unescaped(part), nil
			}
			all.WriteString(unescaped(part))
			return all.String(), nil
		}
		if depth == 0 {
			all.WriteString(unescaped(part))
		}
		if marked, ok := strings.CutPrefix(x.data[x.at:], "<![CDATA["); ok {
			before, _, _ := strings.Cut(marked, "]]>")
			all.WriteString(before)
			if err := x.skipTo("]]>"); err != nil {
				return "", err
			}
			continue
		}
		if strings.HasPrefix(x.data[x.at:], "<!--") {
			if err := x.skipTo("-->"); err != nil {
				return "", err
			}
			continue
		}
		inner, end, err := x.next()
		switch {
		case err != nil:
			return "", io.ErrUnexpectedEOF
		case end:
			depth--
		case !inner.empty:
			depth++
		}
	}
}

// skip goes to behind the end of an element.
func (x *scanner) skip(e element) error {
	if e.empty {
		return nil
	}
	for depth := 1; depth > 0; {
		inner, end, err := x.next()
		switch {
		case err != nil:
			return io.ErrUnexpectedEOF
		case end:
			depth--
		case !inner.empty:
			depth++
		}
	}
	return nil
}

func unescaped(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	return html.UnescapeString(s)
}
