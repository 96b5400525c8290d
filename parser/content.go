package parser

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"golang.org/x/net/html"
)

//go:embed chrome.toml
var chromeTOML string

// chromeWords tell what a page puts around its article.
type chromeWords struct {
	Exact, Start, Inside, Ends, Openers, Licence, Ads []string
	exact                                             map[string]bool
}

var loadChrome = sync.OnceValue(func() *chromeWords {
	var w chromeWords
	if _, err := toml.Decode(chromeTOML, &w); err != nil {
		panic("chrome.toml: " + err.Error()) // embedded: a test reads it
	}
	w.exact = map[string]bool{}
	for _, e := range w.Exact {
		w.exact[closeUp(e)] = true
	}
	return &w
})

// pageConverter lets one list of words do for pages in either script.
var pageConverter = sync.OnceValue(func() *Converter { return NewConverter(General) })

// Shares, of the weight of a page's text, that choose the article.
const (
	articleShare = 0.85 // a child that has this much of its parent's text is the article's container
	tailShare    = 0.25 // what follows 相关阅读 must be less than this
	sideShare    = 0.25 // a box with links beside the article has less than this
)

// mainText returns the lines of the page's article: the smallest container
// that has nearly all of the page's running text, without menus, marks of
// the page and boxes of links. Density of hanzi and of sentences decides;
// names of classes are not asked, since every site has its own.
func (p *page) mainText() []line {
	weight := map[*html.Node]float64{}
	words := loadChrome()
	for i := range p.blocks {
		b := &p.blocks[i]
		w := blockWeight(b, words)
		for n := b.at; n != nil; n = n.Parent {
			weight[n] += w
		}
	}
	main := (*html.Node)(nil)
	for n := rootOf(p.blocks); n != nil; n = heaviest(n, weight) {
		main = n
	}
	if main == nil {
		return nil
	}
	from := len(p.blocks)
	var article []block
	side := sideBoxes(main, p.blocks, weight)
	for i, b := range p.blocks {
		if !standsIn(b.at, main) {
			continue
		}
		from = min(from, i)
		if !side[boxOf(b.at, main)] {
			article = append(article, b)
		}
	}
	article = trimChrome(article, words, weight[main])
	article = append(p.heads(from, article, words), article...)
	return p.markLines(article)
}

func rootOf(blocks []block) *html.Node {
	if len(blocks) == 0 {
		return nil
	}
	n := blocks[0].at
	for n != nil && n.Parent != nil {
		n = n.Parent
	}
	return n
}

func standsIn(n, container *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == container {
			return true
		}
	}
	return false
}

// boxOf is the child of main that n stands in.
func boxOf(n, main *html.Node) *html.Node {
	for n != nil && n.Parent != main {
		n = n.Parent
	}
	return n
}

// blockWeight is how much a block speaks for running text.
func blockWeight(b *block, words *chromeWords) float64 {
	switch {
	case b.linked*2 > b.han:
		return 0
	case b.marks == 0:
		return float64(b.han) / 4
	}
	w := float64(b.han) + 4*float64(b.marks)
	if mentionsAny([]string{b.text}, words.Openers) {
		w += 100
	}
	return w
}

// heaviest is the child that has nearly all of n's text, or nil. One block
// alone is no container: its siblings may be the rest of the article.
func heaviest(n *html.Node, weight map[*html.Node]float64) *html.Node {
	var best *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if weight[c] > 0 && (best == nil || weight[c] > weight[best]) {
			best = c
		}
	}
	if best == nil || weight[best] < articleShare*weight[n] {
		return nil
	}
	return best
}

// sideBoxes finds the children of main that are boxes of links with some
// words, like 热门推荐, and not parts of the article.
func sideBoxes(main *html.Node, blocks []block, weight map[*html.Node]float64) map[*html.Node]bool {
	links, all := map[*html.Node]int{}, map[*html.Node]int{}
	for _, b := range blocks {
		box := boxOf(b.at, main)
		if box == nil {
			continue
		}
		all[box]++
		if b.linked*2 > b.han {
			links[box]++
		}
	}
	side := map[*html.Node]bool{}
	for box, n := range links {
		side[box] = n > 1 && n*4 >= all[box] && weight[box] < sideShare*weight[main]
	}
	return side
}

// trimChrome takes out what the page put into the article's container.
func trimChrome(blocks []block, words *chromeWords, whole float64) []block {
	rest := make([]float64, len(blocks)+1)
	for i := len(blocks) - 1; i >= 0; i-- {
		rest[i] = rest[i+1] + blockWeight(&blocks[i], words)
	}
	var out []block
	for i, b := range blocks {
		short := utf8.RuneCountInString(b.text) < 16
		if short && hasAnyPrefix(strings.TrimLeft(closeUp(pageConverter().Simplify(b.text).Text), "【[■●◆▶>» "), words.Ends...) && rest[i] < tailShare*whole && 2*i > len(blocks) {
			break
		}
		if b.row == nil && (b.linked*2 > b.han && !strings.Contains(b.text, "。") || isChrome(b.text, words)) {
			continue
		}
		out = append(out, b)
	}
	return out
}

// longestChrome is how many characters a line of the page's own has at most.
const longestChrome = 120

// pageName is what a newspaper calls one of its pages.
var pageName = lazily(`^第?[A-Za-z]?\d{1,3}版([：:].{0,12})?$`)

// dateLine opens with the day and the time at which a page was put up.
var dateLine = lazily(`^(20|19)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?([\s　]*\d{1,2}:\d\d|$|来源|作者|字数|版次|星期|阅读|浏览)`)

// isChrome tells a line that is the page's and not the report's.
func isChrome(text string, words *chromeWords) bool {
	if utf8.RuneCountInString(text) > longestChrome {
		return false
	}
	text = pageConverter().Simplify(text).Text
	if utf8.RuneCountInString(text) <= longestHeading && mentionsAny([]string{text}, words.Ads) {
		return true
	}
	flat := closeUp(text)
	if words.exact[flat] || flat == "" || strings.Trim(flat, "|｜>＞»›<«‹·-—_/\\[]【】()（）*=　") == "" {
		return true
	}
	if strings.Contains(text, "。") {
		return false
	}
	if pageName().MatchString(flat) || dateLine().MatchString(flat) && utf8.RuneCountInString(flat) < 40 {
		return true
	}
	return hasAnyPrefix(strings.TrimLeft(text, " 　[【(（●■◆"), words.Start...) || mentionsAny([]string{text}, words.Inside) || isTrail(text)
}

// heads are the title lines that stand above the article's container: from
// the block that the page's title names on, without the page's own lines.
func (p *page) heads(from int, article []block, words *chromeWords) []block {
	for _, b := range article[:min(len(article), 6)] {
		if p.isTitle(b) {
			return nil
		}
	}
	start := -1
	for i := from - 1; i >= 0 && i >= from-40; i-- {
		if p.isTitle(p.blocks[i]) {
			start = i
		}
	}
	if start < 0 {
		return nil
	}
	var out []block
	for _, b := range p.blocks[start:from] {
		if isChrome(b.text, words) || b.linked*2 > b.han || lineKindOf(b.text) == pageLine {
			continue
		}
		out = append(out, b)
	}
	return out
}

// isTitle tells a block that the page's title repeats.
func (p *page) isTitle(b block) bool {
	const shortest = 6
	return b.han >= shortest && b.linked*2 <= b.han && strings.Contains(closeUp(p.title), closeUp(b.text)) ||
		b.hint == headingHint && b.level == 1 && b.han >= shortest
}

// markLines turns blocks into lines and settles their hints: the heading
// that names the page is its headline, what stands under a picture in the
// middle of the page its caption.
func (p *page) markLines(blocks []block) []line {
	lines := make([]line, len(blocks))
	headline := false
	for i, b := range blocks {
		l := b.line
		switch {
		case b.hint == headingHint && !headline && i < 6 && p.isTitle(b):
			l.hint, l.level, headline = headlineHint, 0, true
		case b.hint == noHint && b.picture && !b.bold:
			l.underPicture(b.centred)
		}
		lines[i] = l
	}
	return lines
}
