package model

import (
	"regexp/syntax"
	"unicode"
)

// literalOf is a text that everything must hold that a regular expression
// finds, the longest that is easily told; empty if there is none. It lets a
// library be passed over at the speed of a search for a text.
func literalOf(form string) string {
	parsed, err := syntax.Parse(form, syntax.Perl)
	if err != nil {
		return ""
	}
	return literalIn(parsed.Simplify())
}

func literalIn(r *syntax.Regexp) string {
	switch r.Op {
	case syntax.OpLiteral:
		return exactIn(r)
	case syntax.OpCapture, syntax.OpPlus:
		return literalIn(r.Sub[0])
	case syntax.OpRepeat:
		if r.Min > 0 {
			return literalIn(r.Sub[0])
		}
	case syntax.OpConcat:
		best := ""
		for _, sub := range r.Sub {
			if s := literalIn(sub); len(s) > len(best) {
				best = s
			}
		}
		return best
	}
	return ""
}

// exactIn is the longest stretch of a literal that is found in one form only.
func exactIn(r *syntax.Regexp) string {
	best, from := "", 0
	for i := 0; i <= len(r.Rune); i++ {
		if i < len(r.Rune) && (r.Flags&syntax.FoldCase == 0 || unicode.SimpleFold(r.Rune[i]) == r.Rune[i]) {
			continue
		}
		if s := string(r.Rune[from:i]); len(s) > len(best) {
			best = s
		}
		from = i + 1
	}
	return best
}
