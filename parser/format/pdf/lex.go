package pdf

import (
	"strconv"
	"strings"
)

// tokenKind sorts the tokens of a page's drawing program.
type tokenKind int

const (
	tokenEnd tokenKind = iota
	tokenNumber
	tokenString
	tokenName
	tokenOpen  // [
	tokenClose // ]
	tokenDict  // <<
	tokenEndDict
	tokenWord // an operator
)

type token struct {
	kind   tokenKind
	text   string
	number float64
}

// pdfLexer cuts a drawing program or a CMap into tokens. Whatever the bytes
// are, it comes to their end.
type pdfLexer struct {
	data []byte
	at   int
}

func isPDFSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isPDFDelimiter(c byte) bool { return strings.IndexByte("()<>[]{}/%", c) >= 0 }

func (l *pdfLexer) next() token {
	for l.at < len(l.data) {
		c := l.data[l.at]
		switch {
		case isPDFSpace(c):
			l.at++
			continue
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
			continue
		case c == '(':
			return token{kind: tokenString, text: l.literal()}
		case c == '<' && l.peek(1) == '<':
			l.at += 2
			return token{kind: tokenDict}
		case c == '<':
			return token{kind: tokenString, text: l.hex()}
		case c == '>' && l.peek(1) == '>':
			l.at += 2
			return token{kind: tokenEndDict}
		case c == '[':
			l.at++
			return token{kind: tokenOpen}
		case c == ']':
			l.at++
			return token{kind: tokenClose}
		case c == '/':
			l.at++
			return token{kind: tokenName, text: l.word()}
		case isPDFDelimiter(c):
			l.at++
			continue
		}
		w := l.word()
		if strings.IndexByte("+-.0123456789", w[0]) >= 0 {
			if n, err := strconv.ParseFloat(w, 64); err == nil {
				return token{kind: tokenNumber, number: n}
			}
		}
		return token{kind: tokenWord, text: w}
	}
	return token{}
}

func (l *pdfLexer) peek(n int) byte {
	if l.at+n < len(l.data) {
		return l.data[l.at+n]
	}
	return 0
}

func (l *pdfLexer) word() string {
	start := l.at
	for l.at < len(l.data) && !isPDFSpace(l.data[l.at]) && !isPDFDelimiter(l.data[l.at]) {
		l.at++
	}
	return string(l.data[start:l.at])
}

// hex reads <4E2D>.
func (l *pdfLexer) hex() string {
	var out []byte
	half, n := byte(0), 0
	for l.at++; l.at < len(l.data); l.at++ {
		c := l.data[l.at]
		v := byte(0)
		switch {
		case c == '>':
			l.at++
			if n%2 == 1 {
				out = append(out, half<<4)
			}
			return string(out)
		case c >= '0' && c <= '9':
			v = c - '0'
		case c >= 'a' && c <= 'f':
			v = c - 'a' + 10
		case c >= 'A' && c <= 'F':
			v = c - 'A' + 10
		default:
			continue
		}
		if n++; n%2 == 1 {
			half = v
		} else {
			out = append(out, half<<4|v)
		}
	}
	return string(out)
}

// literal reads (text) with its escapes and inner parentheses.
func (l *pdfLexer) literal() string {
	var out []byte
	depth := 0
	for ; l.at < len(l.data); l.at++ {
		c := l.data[l.at]
		switch c {
		case '(':
			if depth++; depth == 1 {
				continue
			}
		case ')':
			if depth--; depth == 0 {
				l.at++
				return string(out)
			}
		case '\\':
			l.at++
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// escape reads what follows a backslash and stops on its last byte.
func (l *pdfLexer) escape(out []byte) []byte {
	c := l.peek(0)
	switch {
	case c >= '0' && c <= '7':
		n := 0
		i := 0
		for ; i < 3 && l.peek(i) >= '0' && l.peek(i) <= '7'; i++ {
			n = n*8 + int(l.peek(i)-'0')
		}
		l.at += i - 1
		return append(out, byte(n))
	case c == '\r':
		if l.peek(1) == '\n' {
			l.at++
		}
		return out
	case c == '\n':
		return out
	}
	if i := strings.IndexByte("nrtbf", c); i >= 0 && c != 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	return append(out, c)
}

// skipImage passes over the bytes of an image inside the program.
func (l *pdfLexer) skipImage() {
	for l.at+2 < len(l.data) {
		if l.data[l.at] == 'E' && l.data[l.at+1] == 'I' && isPDFSpace(l.data[max(0, l.at-1)]) && (l.at+2 == len(l.data) || isPDFSpace(l.data[l.at+2])) {
			l.at += 2
			return
		}
		l.at++
	}
	l.at = len(l.data)
}
