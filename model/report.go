// Package model says what a work report is and what can be asked of it:
// sections, figures, comparisons, selections. It is pure: no files, no
// goroutines, no terminal. Values are immutable once assembled, so that
// panes, commands and background loaders may share them.
package model

import (
	"strconv"
	"unicode"
	"unicode/utf8"
)

// Script names the writing a report was found in, before conversion.
type Script string

const (
	Simplified  Script = "simplified"
	Traditional Script = "traditional"
	Mixed       Script = "mixed"
)

// Report is one work report, read and converted to simplified Chinese.
// The JSON form is a contract with scripts; see docs/json.md.
type Report struct {
	Path     string `json:"path"`
	Format   string `json:"format"`   // text, html, docx, pdf, markdown, mhtml
	Encoding string `json:"encoding"` // as found: utf-8, gb18030, big5 …
	// Content names the bytes it was read from, wherever they lie: what is
	// kept about a report beside its file goes by it. Empty when not known.
	Content string `json:"-"`

	Title    string `json:"title"`
	Place    string `json:"place"`    // 永定区
	City     string `json:"city"`     // 张家界市; the place itself where it is a city; empty for a province and what has none
	Province string `json:"province"` // 湖南省
	Kind     string `json:"kind"`     // 工作综述, 工作报告, 报告解读 …
	Year     int    `json:"year"`     // the year reported on; 0 when not stated
	Term     int    `json:"term"`     // 第八届 is 8; 0 when not stated
	Session  int    `json:"session"`  // 第三次会议 is 3; 0 when not stated

	// Members is the number of members that somebody typed in; 0 for none.
	// What the text says of them is a figure like others.
	Members int `json:"members,omitempty"`
	// Corrected tells that somebody set right by hand what was read.
	Corrected bool `json:"corrected,omitempty"`

	Script     Script `json:"script"`
	Characters int    `json:"characters"` // Han characters in headings and paragraphs

	Sections []*Section `json:"sections"`
	Captions []string   `json:"captions"`
	Figures  []Figure   `json:"figures"` // in document order
	Notices  []Notice   `json:"notices"`

	blocks []Block
}

// Section is a heading with the paragraphs up to the next heading. Text
// before the first heading is a section with an empty title.
type Section struct {
	Title      string      `json:"title"`
	Theme      string      `json:"theme"` // id of a Theme in the catalogue
	Level      int         `json:"level"` // 1 for the main parts; 0 for text before them
	Paragraphs []Paragraph `json:"paragraphs"`
	Sections   []*Section  `json:"sections"`

	// RunIn tells that the title is the opening sentence of the first
	// paragraph (始终坚持党的领导。发挥…) and stands there already: a view
	// emphasises it in place instead of printing it twice.
	RunIn bool `json:"-"`
	// Original is the title as the source spelt it, empty if the same.
	Original string `json:"-"`
}

// Paragraph is one whole paragraph, joined again where a page broke it.
type Paragraph struct {
	Text     string `json:"text"`
	Original string `json:"original,omitempty"` // before conversion and repairs; empty if the same
	Runs     []Run  `json:"runs"`

	Role Role `json:"-"`
}

// Role tells running text from the lines around a report's head.
type Role int

const (
	Body     Role = iota // running text
	Slogan               // 热烈祝贺…胜利召开
	Headline             // the report's title
	Subtitle             // ——2023年工作综述
	Byline               // 通讯员 …
)

// Run is a stretch of neighbouring sentences of one theme. Start and End
// are byte offsets in the paragraph's text.
type Run struct {
	Theme string `json:"theme"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Notice tells the reader of a repair, a gap or a doubt. Reason and Args say
// what, for views that word it; Detail is the same in words.
type Notice struct {
	Kind      NoticeKind `json:"kind"`
	Reason    string     `json:"reason,omitempty"` // an id, of the kind's own
	Args      []string   `json:"args,omitempty"`   // what the reason speaks of, as in the text
	Detail    string     `json:"detail"`
	Section   Path       `json:"section"`   // nil when it concerns the whole report
	Paragraph int        `json:"paragraph"` // index within the section
}

// NoticeKind sorts notices; views count by kind.
type NoticeKind string

const (
	NoticePinyin     NoticeKind = "pinyin"     // a pinyin note taken out
	NoticeJoint      NoticeKind = "joint"      // a split paragraph made whole
	NoticeDuplicate  NoticeKind = "duplicate"  // a passage that stands twice
	NoticeGap        NoticeKind = "gap"        // text is missing
	NoticeRepair     NoticeKind = "repair"     // characters mended
	NoticeEncoding   NoticeKind = "encoding"   // a doubt about the encoding
	NoticeControl    NoticeKind = "control"    // control characters removed
	NoticeArithmetic NoticeKind = "arithmetic" // figures that do not agree
	NoticeBlank      NoticeKind = "blank"      // a template blank left unfilled
	NoticeCorrection NoticeKind = "correction" // something set right by hand
	NoticeOmission   NoticeKind = "omission"   // what stands beside the text was left out
)

// Path leads to a section: indexes from the top of Report.Sections.
type Path []int

// Paths are the paths to the sections below one, in order.
type Paths struct {
	indexes Path // of all of them, one behind the other
	length  int  // of each
}

// Paths are those to n sections below p, which lie together.
func (p Path) Paths(n int) Paths {
	all := Paths{make(Path, 0, n*(len(p)+1)), len(p) + 1}
	for i := range n {
		all.indexes = append(append(all.indexes, p...), i)
	}
	return all
}

// At is the path to section i.
func (p *Paths) At(i int) Path {
	return p.indexes[i*p.length : (i+1)*p.length : (i+1)*p.length]
}

// String is the indexes with dots between: 0.2.
func (p Path) String() string {
	var b []byte
	for i, n := range p {
		if i > 0 {
			b = append(b, '.')
		}
		b = strconv.AppendInt(b, int64(n), 10)
	}
	return string(b)
}

// Section returns the section at path, or nil.
func (r *Report) Section(p Path) *Section {
	list := r.Sections
	var s *Section
	for _, i := range p {
		if i < 0 || i >= len(list) {
			return nil
		}
		s = list[i]
		list = s.Sections
	}
	return s
}

// Walk calls f for every section in reading order, parents first.
func (r *Report) Walk(f func(Path, *Section)) {
	var walk func(Path, []*Section)
	walk = func(up Path, list []*Section) {
		paths := up.Paths(len(list))
		for i, s := range list {
			p := paths.At(i)
			f(p, s)
			walk(p, s.Sections)
		}
	}
	walk(nil, r.Sections)
}

// Assemble completes a report once all of its parts are known: it counts
// the characters and lays out the blocks. A report is not changed after it.
func Assemble(r Report) *Report {
	r.layOut()
	r.Characters = 0
	for i := range r.blocks {
		r.Characters += CountHan(r.blocks[i].Text)
	}
	return &r
}

// Restore completes a report that was assembled before and kept: its
// characters are counted already.
func Restore(r Report) *Report {
	r.layOut()
	return &r
}

// Light is a report of which only the blocks are known, those of its
// sections in reading order: enough to search it and to show hits.
func Light(r Report, blocks []Block) *Report {
	r.blocks = blocks
	return &r
}

// layOut lists the blocks and makes empty lists of missing ones.
func (r *Report) layOut() {
	r.Sections, r.Captions, r.Figures, r.Notices = Filled(r.Sections), Filled(r.Captions), Filled(r.Figures), Filled(r.Notices)
	blocks := 0
	r.Walk(func(_ Path, s *Section) { blocks += 1 + len(s.Paragraphs) })
	r.blocks = make([]Block, 0, blocks)
	r.Walk(func(p Path, s *Section) {
		s.Paragraphs, s.Sections = Filled(s.Paragraphs), Filled(s.Sections)
		if s.Title != "" && !s.RunIn {
			r.blocks = append(r.blocks, Block{Heading: true, Section: p, Paragraph: -1, Text: s.Title})
		}
		for i := range s.Paragraphs {
			s.Paragraphs[i].Runs = Filled(s.Paragraphs[i].Runs)
			r.blocks = append(r.blocks, Block{Section: p, Paragraph: i, Text: s.Paragraphs[i].Text})
		}
	})
}

// CountHan counts the Han characters of s, the measure of length that
// Chinese writers use. s is UTF-8.
func CountHan(s string) int {
	n := 0
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			i++
		case c >= 0xe5 && c <= 0xe9: // of which nearly all are
			n++
			i += 3
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if IsHan(r) {
				n++
			}
			i += size
		}
	}
	return n
}

// IsHan tells whether c is a Han character; it answers for nearly all Chinese text without the table of ranges.
func IsHan(c rune) bool {
	return c >= 0x4e00 && c <= 0x9fff || c >= 0x2e80 && unicode.Is(unicode.Han, c)
}
