package model

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// ErrEmptyQuery tells that there is nothing to look for.
var ErrEmptyQuery = errors.New("empty query")

// ErrPattern tells that a regular expression can't be read.
var ErrPattern = errors.New("not a regular expression")

// Query is what to look for in reports: any of its terms. It is made once
// and used on many.
type Query struct {
	terms []term
	all   bool // a paragraph must have a hit of every term, not of one
}

// Terms is the number of alternatives of the query, 1 unless it has a |.
func (q Query) Terms() int { return len(q.terms) }

// term is one thing to look for: a text, a pattern or a condition.
type term struct {
	needle    []rune // folded; nil for the others
	cased     bool   // capitals count
	core      core   // of a pattern: what everything that it finds must hold
	forms     []core // of the needle's first character, when it has no core
	pattern   *regexp.Regexp
	like      *likeness
	number    *amount
	condition *condition
	names     map[string][]string // indicator id to the names it may be asked by
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
	// 92.7%. Without it no number with a unit is read.
	Figures func(string) []Figure
	// Numeral reads a number without a unit, in whatever digits and words for
	// large powers reports use. Without it no number is read.
	Numeral func(string) (decimal.Decimal, bool)
	// Catalogue gives indicators their names for conditions.
	Catalogue *Catalogue
}

// patternMark starts a query that is a regular expression; an input method
// may write it in wide letters.
const patternMark = "re:"

// ParseQuery reads a query as it is typed. A name, a comparison and a number ask for figures; re: starts a regular
// expression; | stands between alternatives, blanks between words that a paragraph
// must have all of; like: asks for sentences like one; all else is text. Text without
// capitals finds both cases, text with one finds what is written like it.
func ParseQuery(text string, by QueryReader) (Query, error) {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(narrow(text), patternMark) {
		_, colon, _ := strings.Cut(text, "e")
		_, n := utf8.DecodeRuneInString(colon)
		return parsePattern(strings.TrimSpace(colon[n:]), by)
	}
	if q, ok, err := parseLike(text, by); ok {
		return q, err
	}
	if by.Simplify != nil {
		text = by.Simplify(text)
	}
	if words := strings.Fields(text); len(words) > 1 && wordsApart(text, by) {
		q := Query{all: true}
		for _, word := range words {
			q.terms = append(q.terms, readTerm(word, by))
		}
		return q, nil
	}
	var q Query
	for _, part := range strings.FieldsFunc(text, func(c rune) bool { return c == '|' || c == '｜' }) {
		if strings.TrimSpace(fold(part)) != "" {
			q.terms = append(q.terms, readTerm(strings.TrimSpace(part), by))
		}
	}
	if len(q.terms) == 0 {
		return Query{}, ErrEmptyQuery
	}
	return q, nil
}

// wordsApart tells whether the words of a query are several things to look
// for, all of them in one paragraph: not alternatives, and not a condition or
// an amount that is written with blanks.
func wordsApart(text string, by QueryReader) bool {
	if strings.ContainsAny(text, "|｜") {
		return false
	}
	folded := strings.TrimSpace(fold(text))
	if _, ok := readCondition(folded, by); ok || readAmount(text, folded, by) != nil {
		return false
	}
	for _, word := range strings.Fields(text) {
		if strings.TrimSpace(fold(word)) == "" {
			return false
		}
	}
	return true
}

// parsePattern reads a regular expression. It is converted like any query:
// its signs are the same in both scripts.
func parsePattern(form string, by QueryReader) (Query, error) {
	if by.Simplify != nil {
		form = by.Simplify(form)
	}
	if form == "" {
		return Query{}, ErrEmptyQuery
	}
	if !strings.ContainsFunc(form, unicode.IsUpper) {
		form = "(?i)" + form
	}
	p, err := regexp.Compile(form)
	if err != nil {
		return Query{}, fmt.Errorf("%w: %v", ErrPattern, err)
	}
	return Query{terms: []term{{pattern: p, core: core{text: literalOf(form)}.byRarest()}}}, nil
}

// readTerm reads one alternative.
func readTerm(text string, by QueryReader) term {
	folded := strings.TrimSpace(fold(text))
	if c, ok := readCondition(folded, by); ok {
		t := term{condition: c, names: map[string][]string{}}
		if by.Catalogue != nil {
			for _, in := range by.Catalogue.Indicators {
				t.names[in.ID] = []string{fold(in.ID), fold(in.Name), fold(in.English)}
			}
		}
		return t
	}
	t := term{number: readAmount(text, folded, by), cased: strings.ContainsFunc(text, unicode.IsUpper)}
	if t.cased {
		folded = strings.TrimSpace(narrow(text))
	}
	t.needle = []rune(folded)
	if t.core = coreOf(t.needle); t.core.text == "" {
		t.forms = t.formsOf(t.needle[0])
	}
	return t
}

// fold makes letters that only differ in width or case the same, one
// character for one.
func fold(s string) string {
	for i := 0; i < len(s); i += 3 { // units and labels of characters that only stand for themselves: nearly all
		if s[i] < 0xe4 || s[i] > 0xe9 {
			return strings.Map(foldRune, s)
		}
	}
	return s
}

func foldRune(c rune) rune {
	if c >= 0x4e00 && c <= 0x9fff {
		return c
	}
	return unicode.ToLower(narrowRune(c))
}

// narrow makes letters that only differ in width the same.
func narrow(s string) string { return strings.Map(narrowRune, s) }

func narrowRune(c rune) rune {
	switch {
	case c >= 0xff01 && c <= 0xff5e:
		return c - 0xfee0
	case c == 0x3000 || c == 0xa0:
		return ' '
	}
	return c
}

// foldable tells whether another character may fold to c.
func foldable(c rune) bool { return c < 0x3000 || c >= 0xff00 }

// Made when a query is read first: a program that reads none starts sooner.
var conditionForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([^<>=≥≤]*?)\s*(>=|<=|==|>|<|=|≥|≤)\s*([^\s<>=≥≤].*)$`)
})

// readCondition reads a name, a comparison and a number. Where the number
// has no unit the name may be one: in the first form of 30 with its unit
// before the sign, it is read with the number.
func readCondition(folded string, by QueryReader) (*condition, bool) {
	m := conditionForm().FindStringSubmatch(folded)
	if m == nil {
		return nil, false
	}
	a := readAmount(m[3], m[3], by)
	if a == nil {
		return nil, false
	}
	c := &condition{name: strings.TrimSpace(m[1]), op: m[2], amount: *a}
	if whole := m[3] + c.name; a.unit == "" && c.name != "" && by.Figures != nil {
		if b := readFigure(whole, whole, by); b != nil && !b.value.Equal(a.value) {
			c.name, c.amount = "", *b // the unit counts in tens of thousands, or more
		}
	}
	switch c.op {
	case "≥":
		c.op = ">="
	case "≤":
		c.op = "<="
	case "==":
		c.op = "="
	}
	return c, true
}

// readAmount reads a query that is one quantity and nothing else.
func readAmount(text, folded string, by QueryReader) *amount {
	if a := readFigure(text, folded, by); a != nil {
		return a
	}
	if by.Numeral != nil {
		if v, ok := by.Numeral(folded); ok {
			return &amount{value: v}
		}
	}
	return nil
}

// readFigure reads the quantity as a report would.
func readFigure(text, folded string, by QueryReader) *amount {
	if by.Figures == nil {
		return nil
	}
	if f := by.Figures(text); len(f) == 1 && fold(f[0].Text) == folded {
		return &amount{f[0].Value, fold(f[0].Unit)}
	}
	return nil
}

// covers tells whether a figure satisfies the query.
func (q *term) covers(f *Figure) bool {
	if q.number != nil {
		return f.Value.Equal(q.number.value) && (q.number.unit == "" || fold(f.Unit) == q.number.unit)
	}
	c := q.condition
	if c == nil || c.unit != "" && fold(f.Unit) != c.unit || !q.named(f) {
		return false
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
// its label or its indicator's name. A rate must be called by the end of its
// name: who asks for a hundred of a thing does not ask for rates about it.
func (q *term) named(f *Figure) bool {
	name := q.condition.name
	if name == "" || fold(f.Unit) == name {
		return true
	}
	within := strings.Contains
	if f.Unit == "%" && q.condition.unit != "%" {
		within = strings.HasSuffix
	}
	if within(fold(f.Label), name) {
		return true
	}
	if f.Indicator == "" {
		return false
	}
	return slices.ContainsFunc(q.names[f.Indicator], func(n string) bool { return within(n, name) })
}
