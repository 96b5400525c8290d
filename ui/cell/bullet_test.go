package cell

import "testing"

func TestWhatOpensAnItemIsKnown(t *testing.T) {
	for text, want := range map[string]string{
		"——坚持团结": "——", "（十二）建设": "（十二）", "(3)视察": "(3)", "一是调研": "一是", "1.提案": "1.", "2、视察": "2、", "① 调研": "① ", "● 协商": "● ",
		"2.5亿元资金": "", "全年一是一": "", "2023年": "", "一年来": "", "“一是”": "",
	} {
		if got := text[:Bullet(text)]; got != want {
			t.Errorf("%s begins with %q, want %q", text, got, want)
		}
	}
}

// Characters beyond the basic plane, marks that combine and selectors are
// one character each: a line may end before or after, never inside.
func TestRareAndCombinedCharactersAreNeverCut(t *testing.T) {
	text := "𠮷林𪚥区𬭎街道，e\u0301cole，葛\U000e0100城区、👨\u200d👩\u200d👧，か\u3099。"
	whole := Clusters(text)
	starts := map[int]bool{len(text): true}
	at := 0
	for _, c := range whole {
		starts[at] = true
		at += len(c)
	}
	for _, p := range []Policy{{Narrow}, {Wide}} {
		for w := 1; w < 40; w++ {
			for _, l := range p.Wrap(text, w, Options{}) {
				if !starts[l.Start] || !starts[l.End] {
					t.Fatalf("width %d cuts %q", w, text[l.Start:l.End])
				}
				if w > 1 && l.Width > w {
					t.Fatalf("width %d: %q takes %d", w, text[l.Start:l.End], l.Width)
				}
			}
		}
	}
	if n := (Policy{}).Width("𠮷𪚥𬭎"); n != 6 {
		t.Errorf("three rare characters take %d cells", n)
	}
}
