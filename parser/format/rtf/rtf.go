// Package rtf reads documents in Rich Text Format.
package rtf

import (
	"bytes"
	"strconv"

	"duidu/parser/format"
	"duidu/parser/format/block"
	"duidu/parser/format/codepage"
)

// Bounds on a document.
const (
	maxDepth  = 1000    // groups in each other whose text is read
	maxStyles = 1 << 14 // styles, and fonts, that are kept
)

// place is what text in a group is for.
type place int

const (
	inText   place = iota // read
	inNone                // not read, but groups inside may be
	inSkip                // not read, and no group inside
	inFonts               // the table of fonts
	inStyles              // the style sheet
	inCode                // the instruction of a field
)

// group is what is set in a group and forgotten behind it.
type group struct {
	place   place
	ends    func() // what is to be done behind the group
	star    bool   // \* was read: an unknown word means skipping
	first   bool   // no word was read yet
	uc      int    // characters that stand for one \u
	fonts   [3]int // numbers: of low, of high and of double-byte characters
	kind    int    // which of them is meant
	hidden  bool
	deleted bool
	para    paragraph
}

// paragraph is what is set for a paragraph.
type paragraph struct {
	style   int
	outline int // 0 to 8 is a level; -1 if nothing says
	centred bool
	inTable bool
	depth   int // tables around it, 0 if nothing says
}

// reader reads one document.
type reader struct {
	data    []byte
	at      int
	groups  []group     // the last is the one that is open
	over    int         // groups open beyond the depth that is read
	page    int         // of the document
	fonts   map[int]int // the page that the bytes of each mean
	font    int         // the default one
	styles  map[int]style
	style   styleEntry
	skip    int // characters still to come that stand for a \u
	bytes   []byte
	high    rune // the first half of a pair
	sink    *sink
	fields  []*field
	notes   []block.Text
	headers int
	row     row
	inner   row // of tables in tables
}

// Read reads a document: what its reader sees with all changes accepted,
// footnotes and endnotes at the end, each with its number, text boxes behind
// the paragraph that holds them. Running heads, comments, hidden and deleted
// text, pictures and the table of contents are left out and counted. Errors
// are *format.Error.
func Read(data []byte) (block.Text, error) {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), " \t\r\n\x00")
	if !bytes.HasPrefix(data, []byte(`{\rtf`)) {
		return block.Text{}, &format.Error{Kind: format.Damaged, Detail: "rtf"}
	}
	r := &reader{data: data, page: codepage.Western, fonts: map[int]int{}, styles: map[int]style{}, sink: &sink{out: &block.Builder{}}}
	r.groups = []group{{uc: 1, para: paragraph{outline: -1}}}
	whole := r.run()
	r.flush()
	r.sink.last(r)
	text := r.sink.out.Finish()
	for i, n := range r.notes {
		for _, b := range n.Blocks {
			if b.Words() != "" {
				b.Note = i + 1
				text.Blocks = append(text.Blocks, b)
			}
		}
		for _, o := range n.Left {
			text.Leave(o.Kind, o.Count, len(text.Blocks))
		}
	}
	text.Leave(block.Header, r.headers, -1)
	if !whole {
		text.Leave(block.Damage, 1, len(text.Blocks))
	}
	switch {
	case !text.Empty():
		return text, nil
	case whole:
		return block.Text{}, &format.Error{Kind: format.Empty, Detail: "rtf"}
	}
	return block.Text{}, &format.Error{Kind: format.Damaged, Detail: "rtf"}
}

// run reads the file up to the end of its outer group; whole tells that it
// has one.
func (r *reader) run() (whole bool) {
	for r.at < len(r.data) {
		c := r.data[r.at]
		r.at++
		switch c {
		case '{':
			r.open()
		case '}':
			if r.close(); len(r.groups) == 1 && r.over == 0 {
				return true
			}
		case '\\':
			r.escape()
		case '\r', '\n', 0:
		default:
			r.byte(c)
		}
	}
	for len(r.groups) > 1 { // what is open still has its ends
		r.over = 0
		r.close()
	}
	return false
}

func (r *reader) top() *group { return &r.groups[len(r.groups)-1] }

func (r *reader) open() {
	r.flush()
	r.skip = 0
	if len(r.groups) >= maxDepth || r.over > 0 {
		r.over++
		r.sink.out.Leave(block.Nested, 1, r.sink.out.Place())
		return
	}
	g := *r.top()
	g.ends, g.star, g.first = nil, false, true
	r.groups = append(r.groups, g)
	if g.place == inStyles {
		r.beginStyle()
	}
}

func (r *reader) close() {
	r.flush()
	r.skip = 0
	if r.over > 0 {
		r.over--
		return
	}
	if len(r.groups) == 1 {
		return
	}
	g := *r.top()
	if g.ends != nil {
		g.ends()
	}
	r.groups = r.groups[:len(r.groups)-1]
	if g.place == inStyles && r.top().place == inStyles {
		r.endStyle()
	}
}

// escape reads what follows a backslash.
func (r *reader) escape() {
	if r.at >= len(r.data) {
		return
	}
	c := r.data[r.at]
	r.at++
	if isLetter(c) {
		r.at--
		r.word()
		return
	}
	switch c {
	case '\'':
		if r.at+2 > len(r.data) {
			r.at = len(r.data)
			return
		}
		if v, err := strconv.ParseUint(string(r.data[r.at:r.at+2]), 16, 8); err == nil {
			r.at += 2
			r.byte(byte(v))
		}
	case '\\', '{', '}':
		r.byte(c)
	case '*':
		r.top().star = true
	case '~':
		r.sign('\u00A0')
	case '_':
		r.sign('-')
	case '\r', '\n':
		r.control("par", 0, false)
	case '\t':
		r.sign('\t')
	}
}

// word reads a control word and its number.
func (r *reader) word() {
	start := r.at
	for r.at < len(r.data) && r.at-start < 40 && isLetter(r.data[r.at]) {
		r.at++
	}
	name := string(r.data[start:r.at])
	start = r.at
	if r.at < len(r.data) && r.data[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.data) && r.at-start < 12 && r.data[r.at] >= '0' && r.data[r.at] <= '9' {
		r.at++
	}
	n, err := strconv.Atoi(string(r.data[start:r.at]))
	if err != nil && r.at > start && r.data[r.at-1] == '-' {
		r.at--
	}
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	if name == "bin" {
		r.at = min(len(r.data), r.at+max(0, n))
		r.skip = max(0, r.skip-1)
		return
	}
	if _, sign := signs[name]; sign && r.skip > 0 { // stands for a character that was read
		r.skip--
		return
	}
	r.skip = 0 // other words stand for none, whatever the standard counts
	r.flush()
	if r.over > 0 || r.top().place == inSkip {
		return
	}
	r.control(name, n, err == nil)
	r.top().first = false
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
