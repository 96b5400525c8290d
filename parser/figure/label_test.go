package figure

import (
	"testing"

	"duidu/parser/catalogue"
)

func TestEachFrameReadsItsSentencesAndNothingLikeThem(t *testing.T) {
	r := NewReader(catalogue.Builtin())
	read := func(sentence string) (label string, by *frame) {
		p := r.Read(new(Memory), sentence, Setting{})
		r.Relate([]*Passage{&p})
		if len(p.Figures) == 0 {
			return "", nil
		}
		return p.Figures[0].Label, p.hints[0].naming.frame
	}
	for i := range frames {
		f := &frames[i]
		for _, c := range f.reads {
			if got, by := read(c[0]); got != c[1] || by != f {
				t.Errorf("%s: %s is %q, want %s", f.name, c[0], got, c[1])
				if by != nil && by != f {
					t.Errorf("... read as %s", by.name)
				}
			}
		}
		if got, _ := read(f.not[0]); got == f.not[1] {
			t.Errorf("%s: %s is %s", f.name, f.not[0], got)
		}
	}
}
