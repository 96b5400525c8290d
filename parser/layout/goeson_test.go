package layout

import "testing"

func TestWhatCannotBeginALineGoesOnFromTheOneBefore(t *testing.T) {
	for _, c := range []struct {
		prev, next string
		want       bool
	}{
		{"全年开展协商", "，提出建议86条。", true},
		{"全年开展协商", "、视察12次。", true},
		{"编写了《青山", "文史》三辑。", true},
		{"全年开展协商", "——写在年末", false},
		{"全年开展协商", "二、提案工作", false},
		{"提案：全年立案提案86", "视察：开展12次", false},
		{"提案：全年立案提案86", "件，办复率100%", true},
		{"全年听取了各方的意见", "其中：农业界86件", true},
	} {
		if got := goesOn(c.prev, c.next); got != c.want {
			t.Errorf("%s goes on from %s: %v", c.next, c.prev, got)
		}
	}
}
