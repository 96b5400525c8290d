package block_test

import (
	"testing"

	"duidu/parser/format/block"
	"duidu/ui/lang"
)

// The words of the notices stand in two places until every view asks for
// reasons: they must say the same.
func TestTheReasonsOfWhatWasLeftOutSayWhatTheDetailSays(t *testing.T) {
	var left []block.Omission
	for _, kind := range []block.Left{
		block.Header, block.Comment, block.Deleted, block.Hidden, block.Contents, block.Picture, block.Object, block.Symbol,
		block.Watermark, block.Mark, block.PageImage, block.Nested, block.Damage, block.Beyond, block.Unnamed,
	} {
		left = append(left, block.Omission{Kind: kind, Count: 3, At: -1}, block.Omission{Kind: kind, Count: 4, At: 2}, block.Omission{Kind: kind, Count: 5, Pages: []int{1, 9}})
	}
	zh := lang.For(lang.Chinese)
	for _, n := range block.Notices(left, block.OnPage) {
		if got := zh.Words.Told(n); got != n.Detail {
			t.Errorf("told as %q, the detail is %q", got, n.Detail)
		}
	}
}
