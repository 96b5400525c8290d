package pdf

import (
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// Fonts that serve both a radical and the character of the same shape let a
// program that makes PDFs choose either, and some choose the radical: ⼯作
// for 工作. No report means one, so they are folded, and with them the forms
// of marks for vertical writing and the doubles that Korean sets have.

// radicals are those radicals (U+2E80 to U+2EF3) for which Unicode has no
// decomposition, each before the character that it looks like.
const radicals = "⺀冫⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬" +
	"⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳罓⺴网⺵羊⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风" +
	"⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟"

// foldedRadicals has the character for each radical of the list.
var foldedRadicals = sync.OnceValue(func() map[rune]rune {
	list := []rune(radicals)
	m := make(map[rune]rune, len(list)/2)
	for i := 0; i+1 < len(list); i += 2 {
		m[list[i]] = list[i+1]
	}
	return m
})

// foldRadicals writes plain characters for radicals, for marks of vertical
// writing and for compatibility characters.
func foldRadicals(s string) string {
	if strings.IndexFunc(s, isCompatible) < 0 {
		return s
	}
	table := foldedRadicals()
	var b strings.Builder
	for _, r := range s {
		switch {
		case !isCompatible(r):
			b.WriteRune(r)
		case table[r] != 0:
			b.WriteRune(table[r])
		case r >= 0xFE10 && r <= 0xFE4F:
			for _, plain := range norm.NFKC.String(string(r)) {
				if plain > ' ' && plain < 0x7F { // a mark of Chinese print is wide
					plain += 0xFEE0
				}
				b.WriteRune(plain)
			}
		default:
			b.WriteString(norm.NFKC.String(string(r)))
		}
	}
	return b.String()
}

// isCompatible tells the blocks whose characters stand for others.
func isCompatible(r rune) bool {
	return r >= 0x2E80 && r <= 0x2FD5 || r >= 0xF900 && r <= 0xFAFF || r >= 0xFE10 && r <= 0xFE4F || r >= 0x2F800 && r <= 0x2FA1F
}
