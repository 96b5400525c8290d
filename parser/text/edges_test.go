package text

import "testing"

func TestASetHoldsWhatLiesAtTheEdgesOfItsPages(t *testing.T) {
	for _, r := range []rune{0x7f, 0x80, 0x3fff, 0x4e00, 0x8fff, 0x9000, 0x9fff, '鼓', 0xfffd, 0xffff, 0x10000, 0x10001, '𠮷', 0x10ffff} {
		s := SetOf(string(r))
		text := "全年收到提" + string(r)
		if !s.Has(r) || s.Has(r-1) || s.Has(r+1) || s.Index(text) != len("全年收到提") || s.Count(text) != 1 {
			t.Errorf("%U: has %v, before %v, behind %v, at %d, %d times", r, s.Has(r), s.Has(r-1), s.Has(r+1), s.Index(text), s.Count(text))
		}
	}
}

func TestTheFirstOfSeveralWordsIsTheOneThatStandsFirst(t *testing.T) {
	words := ListOf("建议", "将", "做好")
	for s, want := range map[string]int{"": -1, "收到提案": -1, "将做好": 0, "要做好，将": len("要"), "提出建议": len("提出"), "做好将": 0} {
		if got := words.Index(s); got != want {
			t.Errorf("%s: %d, want %d", s, got, want)
		}
	}
}

func TestTextThatEndsInTheMiddleOfAMarkIsStillCut(t *testing.T) {
	for _, cut := range []string{"，"[:1], "，"[:2], "。"[:2]} {
		s := "办结提案。" + cut
		if got := Split(s, BySemicolon); got[len(got)-1].End != len(s) {
			t.Errorf("%q ends at %d", s, got[len(got)-1].End)
		}
	}
}
