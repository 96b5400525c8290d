package model

import (
	"cmp"
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
)

// ErrEmptyQuery tells that there is nothing to look for.
var ErrEmptyQuery = errors.New("empty query")

// Query is what to look for in reports. It is made once and used on many.
type Query struct {
	needle    []rune // folded; nil for a condition on figures
	plain     string // the needle, when folding changes nothing in it
	number    *amount
	condition *condition
	names     map[string]string // indicator id to the names it may be asked by
}

// amount is a quantity that a text query states: every figure of that value
// and unit is a hit, however it is written.
type amount struct {
	value decimal.Decimal
	unit  string // empty for any
}

// condition is a numeric query: 件>300, 提案>=100.
type condition struct {
	name string
	op   string
	amount
}

// QueryReader is what a query needs beyond this package. All of it may be
// left out.
type QueryReader struct {
	// Simplify turns a query in traditional script into the script reports
	// are kept in.
	Simplify func(string) string
	// Figures reads the quantities of a text, so that 百分之九十二点七 finds
	// 92.7%. Without it only Arabic numerals are read.
	Figures func(string) []Figure
	// Catalogue gives indicators their names for conditions.
	Catalogue *Catalogue
}

// ParseQuery reads a query as it is typed. A name, a comparison and a number
// (件>300, 提案 >= 100, 金额>1.5亿) ask for figures, all else for text.
func ParseQuery(text string, by QueryReader) (Query, error) {
	text = strings.TrimSpace(text)
	if by.Simplify != nil {
		text = by.Simplify(text)
	}
	folded := strings.TrimSpace(fold(text))
	if folded == "" {
		return Query{}, ErrEmptyQuery
	}
	if c, ok := readCondition(folded); ok {
		q := Query{condition: c, names: map[string]string{}}
		if by.Catalogue != nil {
			for _, in := range by.Catalogue.Indicators {
				q.names[in.ID] = fold(in.ID + "\n" + in.Name + "\n" + in.English)
			}
		}
		return q, nil
	}
	q := Query{needle: []rune(folded), number: readAmount(text, folded, by)}
	if !strings.ContainsFunc(folded, foldable) {
		q.plain = folded
	}
	return q, nil
}

// fold makes letters that only differ in width or case the same, one
// character for one.
func fold(s string) string { return strings.Map(foldRune, s) }

func foldRune(c rune) rune {
	switch {
	case c >= 0x4e00 && c <= 0x9fff:
		return c
	case c >= 0xff01 && c <= 0xff5e:
		c -= 0xfee0
	case c == 0x3000 || c == 0xa0:
		return ' '
	}
	return unicode.ToLower(c)
}

// foldable tells whether another character may fold to c.
func foldable(c rune) bool { return c < 0x3000 || c >= 0xff00 }

var (
	conditionForm = regexp.MustCompile(`^([^<>=≥≤]*?)\s*(>=|<=|==|>|<|=|≥|≤)\s*([0-9][0-9,]*(?:\.[0-9]+)?)\s*([万亿]*)\s*(\pL{0,4}|%)$`)
	amountForm    = regexp.MustCompile(`^([0-9][0-9,]*(?:\.[0-9]+)?)\s*([万亿]*)\s*(\pL{0,4}|%)$`)
)

func readCondition(folded string) (*condition, bool) {
	m := conditionForm.FindStringSubmatch(folded)
	if m == nil {
		return nil, false
	}
	a, ok := arabic(m[3:])
	if !ok {
		return nil, false
	}
	op := m[2]
	switch op {
	case "≥":
		op = ">="
	case "≤":
		op = "<="
	case "==":
		op = "="
	}
	return &condition{name: strings.TrimSpace(m[1]), op: op, amount: a}, true
}

// readAmount reads a query that is one quantity and nothing else.
func readAmount(text, folded string, by QueryReader) *amount {
	if by.Figures != nil {
		if f := by.Figures(text); len(f) == 1 && fold(f[0].Text) == folded {
			return &amount{f[0].Value, f[0].Unit}
		}
	}
	if m := amountForm.FindStringSubmatch(folded); m != nil {
		if a, ok := arabic(m[1:]); ok {
			return &a
		}
	}
	return nil
}

// arabic reads digits, 万 and 亿, and a unit.
func arabic(parts []string) (amount, bool) {
	v, err := decimal.NewFromString(strings.ReplaceAll(parts[0], ",", ""))
	if err != nil {
		return amount{}, false
	}
	for _, c := range parts[1] {
		if c == '万' {
			v = v.Shift(4)
		} else {
			v = v.Shift(8)
		}
	}
	return amount{v, parts[2]}, true
}

// covers tells whether a figure satisfies the query.
func (q *Query) covers(f *Figure) bool {
	if q.number != nil {
		return f.Value.Equal(q.number.value) && (q.number.unit == "" || fold(f.Unit) == q.number.unit)
	}
	c := q.condition
	if c == nil || c.unit != "" && fold(f.Unit) != c.unit || !q.named(f) {
		return false
	}
	if f.Unit == "%" && c.unit != "%" && c.name != "" && !strings.ContainsAny(c.name, "率度比占%") {
		return false // 提案>=100 asks for proposals, not for rates about them
	}
	order := f.Value.Cmp(c.value)
	if order == 0 && f.Qualifier == Over {
		order = 1 // 300余 is more than 300
	}
	switch c.op {
	case ">":
		return order > 0
	case ">=":
		return order >= 0
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	}
	return order == 0
}

// named tells whether the condition's name is the figure's unit, or part of
// its label or its indicator's name.
func (q *Query) named(f *Figure) bool {
	name := q.condition.name
	return name == "" || fold(f.Unit) == name || strings.Contains(fold(f.Label), name) ||
		f.Indicator != "" && strings.Contains(q.names[f.Indicator], name)
}

// Hit is a stretch of a block's text that a query found.
type Hit struct {
	Anchor
	End    int // byte offset in the block's text
	Figure int // index in Report.Figures when the figure was asked for, else -1
}

// Find returns the hits of a query in reading order. Hits don't overlap.
func Find(r *Report, q Query) []Hit {
	var hits []Hit
	if q.needle != nil {
		for i := range r.blocks {
			hits = q.findText(hits, i, r.blocks[i].Text)
		}
	}
	if q.number == nil && q.condition == nil {
		return hits
	}
	text := hits
	for i := range r.Figures {
		f := &r.Figures[i]
		if !q.covers(f) {
			continue
		}
		at, ok := r.Locate(f.Section, f.Paragraph, f.Start)
		if !ok || f.Start < 0 || f.End <= f.Start || f.End > len(r.blocks[at.Block].Text) {
			continue
		}
		if h := (Hit{Anchor: at, End: f.End, Figure: i}); !overlaps(text, h) {
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Or(a.Block-b.Block, a.Offset-b.Offset) })
	kept := hits[:0]
	for _, h := range hits {
		if n := len(kept); n == 0 || kept[n-1].Block != h.Block || kept[n-1].End <= h.Offset {
			kept = append(kept, h)
		}
	}
	return kept
}

// overlaps tells whether sorted hits already cover part of h.
func overlaps(sorted []Hit, h Hit) bool {
	i, _ := slices.BinarySearchFunc(sorted, h, func(a, b Hit) int {
		return cmp.Or(a.Block-b.Block, a.End-1-b.Offset)
	})
	return i < len(sorted) && sorted[i].Block == h.Block && sorted[i].Offset < h.End
}

// findText adds the places of the needle in one block's text.
func (q *Query) findText(hits []Hit, block int, text string) []Hit {
	for at := 0; at < len(text); {
		start, end := q.index(text, at)
		if start < 0 {
			break
		}
		hits = append(hits, Hit{Anchor: Anchor{Block: block, Offset: start}, End: end, Figure: -1})
		at = end
	}
	return hits
}

// index finds the needle in text from the byte offset at on.
func (q *Query) index(text string, at int) (start, end int) {
	if q.plain != "" {
		if i := strings.Index(text[at:], q.plain); i >= 0 {
			return at + i, at + i + len(q.plain)
		}
		return -1, -1
	}
	for i, c := range text[at:] {
		if foldRune(c) != q.needle[0] {
			continue
		}
		if n, ok := q.matches(text[at+i:]); ok {
			return at + i, at + i + n
		}
	}
	return -1, -1
}

// matches tells whether text begins with the needle, and how many bytes of
// it that takes.
func (q *Query) matches(text string) (int, bool) {
	k := 0
	for i, c := range text {
		if k == len(q.needle) {
			return i, true
		}
		if foldRune(c) != q.needle[k] {
			return 0, false
		}
		k++
	}
	return len(text), k == len(q.needle)
}
