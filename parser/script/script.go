// Package script turns traditional script into simplified and mends what pages did
// to their characters. All text passes its sink, Clean, before anything else
// reads it.
package script

import (
	"bufio"
	"bytes"
	_ "embed"
	"io"
	"strings"
	"sync"
	"unicode/utf8"

	"duidu/model"
)

// Variant names the standard that traditional text was written in.
type Variant string

const (
	General  Variant = ""   // OpenCC's own standard, and machine-made text
	Taiwan   Variant = "tw" // 著 for 着, 裡 for 裏
	HongKong Variant = "hk" // 衞, 敍, 枱
)

// Converter turns traditional text into simplified text. It is safe for
// concurrent use and loads its dictionaries when the first traditional
// character needs them.
type Converter struct {
	load func() []*dictionary
}

// NewConverter returns a converter for text of variant v.
func NewConverter(v Variant) *Converter {
	return &Converter{load: sync.OnceValue(func() []*dictionary { return loadDictionaries(v) })}
}

// Simplified is a paragraph in simplified script and what it took to get
// there.
type Simplified struct {
	Text        string
	Pinyin      []string // notes removed, as they stood: "(shè)"
	Traditional int      // characters that were of traditional script only
	Simple      int      // characters that are of simplified script only
}

// Simplify converts one paragraph. Characters that only traditional script
// has are converted wherever they stand; those that simplified script has as
// well (乾, 著, 於) only next to traditional ones. A paragraph with neither
// traditional characters nor pinyin notes comes back as it is.
func (c *Converter) Simplify(paragraph string) Simplified {
	m := scripts().scan(paragraph)
	s := Simplified{Text: paragraph, Traditional: m.traditional, Simple: m.simplified}
	if m.notes {
		s.Text, s.Pinyin = stripNotes(paragraph)
	}
	if m.traditional > 0 {
		for _, d := range c.load() {
			s.Text = d.convert(s.Text)
		}
	}
	return s
}

// mixedShare is the share of the marks, one in so many, that the rarer script
// must have for a text to count as mixed: names in another script and slips
// of the pen make no mixture.
const mixedShare = 20

// ScriptOf names the script of a text with so many characters of either
// script only.
func ScriptOf(traditional, simple int) model.Script {
	rarer := min(traditional, simple)
	switch {
	case rarer > 0 && rarer*mixedShare >= traditional+simple:
		return model.Mixed
	case traditional > simple:
		return model.Traditional
	}
	return model.Simplified
}

// Filter copies r to w converted, paragraph by paragraph, keeping line ends.
// It holds one paragraph at a time, and of a long one a part: twice
// filterChunk bytes at most. Errors are those of r and w.
func (c *Converter) Filter(w io.Writer, r io.Reader) error {
	in := bufio.NewReaderSize(r, filterChunk)
	out := bufio.NewWriterSize(w, filterChunk)
	var rest []byte // a cut character that the next chunk completes
	for {
		line, err := in.ReadSlice('\n')
		if len(line)+len(rest) > 0 {
			chunk := append(rest, line...)
			rest = nil
			if err == bufio.ErrBufferFull {
				cut := lastSentence(chunk)
				rest = append(rest, chunk[cut:]...)
				chunk = chunk[:cut]
			}
			if _, werr := out.WriteString(c.Simplify(string(chunk)).Text); werr != nil {
				return werr
			}
		}
		switch err {
		case nil, bufio.ErrBufferFull:
		case io.EOF:
			return out.Flush()
		default:
			out.Flush()
			return err
		}
		if in.Buffered() == 0 { // someone may be typing
			if err := out.Flush(); err != nil {
				return err
			}
		}
	}
}

// filterChunk is how much text, in bytes, Filter reads at a time.
const filterChunk = 1 << 16

// lastSentence returns the offset in b, which has no line end, where it can
// be cut with least harm: after its last 。, else before its last character.
func lastSentence(b []byte) int {
	if i := bytes.LastIndex(b, []byte("。")); i >= 0 {
		return i + len("。")
	}
	i := len(b) - 1
	for i > 0 && len(b)-i < utf8.UTFMax && !utf8.RuneStart(b[i]) {
		i--
	}
	if i == 0 {
		return len(b)
	}
	return i
}

// convert applies one step to a paragraph.
func (d *dictionary) convert(s string) string {
	table := scripts()
	var w strings.Builder
	near := surroundings{text: s, table: table}
	done := 0 // s[:done] has been written
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		e := d.match(s[i:], r, size)
		if e == nil {
			near.pass(i, table.of(r))
			i += size
			continue
		}
		end := i + len(e.from)
		if e.from != e.to && (e.plain || near.traditional(i, end)) {
			if done == 0 {
				w.Grow(len(s) + len(s)/16)
			}
			w.WriteString(s[done:i])
			w.WriteString(e.to)
			done = end
		}
		for j, r := range e.from {
			near.pass(i+j, table.of(r))
		}
		i = end
	}
	if done == 0 {
		return s
	}
	w.WriteString(s[done:])
	return w.String()
}

// surroundings tells which script the characters around a place are of.
type surroundings struct {
	text  string
	table *scriptTable
	left  scriptMark // the last one passed
	right scriptMark // the next one, once looked for
	known bool       // right has been looked for
}

// scriptMark is a character that only one of the scripts has.
type scriptMark struct {
	at     int
	script script
}

func (s *surroundings) pass(at int, c script) {
	if c != either {
		s.left = scriptMark{at, c}
	}
}

// traditional tells whether the nearest mark beside text[start:end] is a
// traditional one, or as near as one of the other script.
func (s *surroundings) traditional(start, end int) bool {
	if !s.known || s.right.script != either && s.right.at < end {
		s.known = true
		s.right = scriptMark{at: len(s.text)}
		for i, r := range s.text[end:] {
			if c := s.table.of(r); c != either {
				s.right = scriptMark{end + i, c}
				break
			}
		}
	}
	l, r := s.left, s.right
	switch {
	case l.script == either:
		return r.script == traditional
	case r.script == either || l.script == r.script:
		return l.script == traditional
	case start-l.at == r.at-end+hanBytes: // as far on both sides
		return true
	case start-l.at < r.at-end+hanBytes:
		return l.script == traditional
	}
	return r.script == traditional
}

// hanBytes is the length of nearly every hanzi in UTF-8.
const hanBytes = 3
