package figure

import (
	"strings"

	"duidu/parser/place"
	"duidu/parser/text"
)

// elsewhere is the place that a stretch of a sentence opens with where it is another than
// the reporting body's own and what follows is told of it: 邻近的桦川县收到377件, 白银区政协去年开会2次.
// What a body above adopted or where a guest came from is not.
func elsewhere(s string, home [3]string) string {
	if home[0] == "" {
		return ""
	}
	near := text.FirstRunes(gaps.TrimLeft(s), longestElsewhere)
	near = strings.TrimPrefix(strings.TrimPrefix(near, "邻近的"), "相邻的")
	if !placeSigns.In(text.FirstRunes(near, longestPlace)) {
		return ""
	}
	found := place.Places().Mentions(near)
	if len(found) == 0 || found[0].Start > 0 || !found[0].Full {
		return ""
	}
	name := near[:found[0].End]
	for _, own := range home {
		if own != "" && (text.Has(own, name) || text.Has(name, own)) {
			return ""
		}
	}
	rest := strings.TrimPrefix(near[found[0].End:], "政协")
	if !toldOf.Starts(rest) {
		return ""
	}
	return name
}

var placeSigns = text.SetOf("县市区旗州")

// toldOf opens what is told of a place.
var toldOf = text.ListOf("去年", "今年", "同期", "同一", "同年", "当年", "也", "收", "共", "另", "单独", "办", "开", "有", "已", "则", "又", "累计", "全年", "筹", "募", "编发", "报")

// How many characters of a stretch are looked at, and those that a place's name has at most.
const (
	longestElsewhere = 18
	longestPlace     = 9
)
