package doc

import (
	"testing"

	. "duidu/parser/format/doc/doctest"
)

func TestSignsThatStandForNothingElseAreText(t *testing.T) {
	special := Set(opSpecial, 1)
	sign := func(text string) Run { return Run{Text: text, Form: Latin, List: special} }
	for _, c := range []struct {
		runs []Run
		want string
	}{
		{[]Run{{Text: "提案"}, sign("("), {Text: "重点）"}}, "提案(重点）"},
		{[]Run{{Text: "收到"}, sign(" "), {Text: "提案"}}, "收到 提案"},
		{[]Run{{Text: "立案"}, sign("!"), {Text: "办复"}}, "立案!办复"},
		{[]Run{{Text: "立案"}, sign("\x1f\x03"), {Text: "办复"}}, "立案办复"},
	} {
		if got, _ := lines(t, Document{Main: []Paragraph{runs(c.runs...)}}); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestPropertiesAreReadUpToWhereTheyAreBroken(t *testing.T) {
	ops := func(list []byte) (seen []uint16) {
		eachProperty(list, func(op uint16, _ []byte) { seen = append(seen, op) })
		return seen
	}
	bold := Set(opSpecial, 1)
	tabs := func(operand ...byte) []byte { return append([]byte{opTabs & 0xff, opTabs >> 8}, operand...) }
	for name, c := range map[string]struct {
		list []byte
		want int
	}{
		"none":                         {nil, 0},
		"two":                          {append(append([]byte{}, bold...), bold...), 2},
		"cut in the second":            {append(append([]byte{}, bold...), bold[:2]...), 1},
		"tabulators that say so":       {append(tabs(2, 0, 0), bold...), 2},
		"tabulators that do not":       {append(tabs(255, 0, 1, 9, 9, 9), bold...), 2},
		"tabulators that are deleted":  {append(tabs(255, 1, 7, 7, 7, 7, 0), bold...), 2},
		"tabulators without their end": {append(append([]byte{}, bold...), tabs(255, 200, 1, 1)...), 1},
		"tabulators that end at once":  {append(append([]byte{}, bold...), tabs(255)...), 1},
		"tabulators up to the end":     {append(append([]byte{}, bold...), tabs(255, 1, 7, 7, 7, 7)...), 1},
	} {
		if got := ops(c.list); len(got) != c.want {
			t.Errorf("%s: %x", name, got)
		}
	}
}
