package html

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"duidu/parser/format"
	"duidu/parser/shape"
	"duidu/parser/text"
)

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
func (p *page) mainText() []format.Line {
	weight := map[*html.Node]float64{}
	words := format.LoadChrome()
	p.dropBoxes(words)
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
	from, to := len(p.blocks), 0
	var article []block
	side := sideBoxes(main, p.blocks, weight)
	for i, b := range p.blocks {
		if !standsIn(b.at, main) {
			continue
		}
		from, to = min(from, i), i+1
		if !side[boxOf(b.at, main)] {
			article = append(article, b)
		}
	}
	article = append(article, p.onward(to, words)...)
	article = trimChrome(article, words, weight[main])
	article = p.fromTitle(article)
	article = append(p.heads(from, article, words), article...)
	return p.markLines(article)
}

// dropBoxes takes out the boxes that open with 最新评论, 相关报道 and their like:
// what stands in them may be longer than the article.
func (p *page) dropBoxes(words *format.ChromeWords) {
	box := map[*html.Node]bool{}
	first := map[*html.Node]bool{} // elements that have text already
	before := 0
	for _, b := range p.blocks {
		top := (*html.Node)(nil)
		for n := b.at; n != nil && !first[n]; n = n.Parent {
			first[n], top = true, n
		}
		if top != nil && before >= leastBefore && opensBox(b.Text, words) {
			box[top] = true
		}
		before += b.han
	}
	if len(box) == 0 {
		return
	}
	p.blocks = slices.DeleteFunc(p.blocks, func(b block) bool {
		for n := b.at; n != nil; n = n.Parent {
			if box[n] {
				return true
			}
		}
		return false
	})
}

// leastBefore is how many Han characters of text stand above a box of other articles.
const leastBefore = 80

func opensBox(s string, words *format.ChromeWords) bool {
	return utf8.RuneCountInString(s) < 16 && words.Ends.Starts(strings.TrimLeft(text.CloseUp(format.PageConverter().Simplify(s).Text), "【[■●◆▶>» "))
}

// onward are the blocks right below the article's container that go on with it:
// its table, or paragraphs that an editor put outside.
func (p *page) onward(to int, words *format.ChromeWords) []block {
	end := to
	for end < len(p.blocks) && to > 0 {
		b := &p.blocks[end]
		if b.Hint != format.RowHint && (b.linked*2 > b.han || !strings.Contains(b.Text, "。") || format.IsChrome(b.Text, words)) {
			break
		}
		end++
	}
	return p.blocks[to:end]
}

// fromTitle drops what stands above the title in the article's container: the
// way to the page, item by item.
func (p *page) fromTitle(article []block) []block {
	const reach = 12
	for i, b := range article[:min(len(article), reach)] {
		if p.isTitle(b) {
			return article[i:]
		}
		if strings.Contains(b.Text, "。") || utf8.RuneCountInString(b.Text) > shape.LongestHeading/2 {
			break
		}
	}
	return article
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
func blockWeight(b *block, words *format.ChromeWords) float64 {
	switch {
	case b.linked*2 > b.han:
		return 0
	case b.marks == 0:
		return float64(b.han) / 4
	}
	w := float64(b.han) + 4*float64(b.marks)
	if words.Openers.In(b.Text) {
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
func trimChrome(blocks []block, words *format.ChromeWords, whole float64) []block {
	rest := make([]float64, len(blocks)+1)
	for i := len(blocks) - 1; i >= 0; i-- {
		rest[i] = rest[i+1] + blockWeight(&blocks[i], words)
	}
	var out []block
	for i, b := range blocks {
		if opensBox(b.Text, words) && rest[i] < tailShare*whole && 2*i > len(blocks) {
			break
		}
		if b.Hint != format.RowHint && (b.linked*2 > b.han && !strings.Contains(b.Text, "。") || format.IsChrome(b.Text, words)) {
			continue
		}
		out = append(out, b)
	}
	return out
}

// heads are the title lines that stand above the article's container: from
// the block that the page's title names on, without the page's own lines.
func (p *page) heads(from int, article []block, words *format.ChromeWords) []block {
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
		if format.IsChrome(b.Text, words) || b.linked*2 > b.han || shape.LineKindOf(b.Text) == shape.PageLine {
			continue
		}
		out = append(out, b)
	}
	return out
}

// isTitle tells a block that the page's title repeats.
func (p *page) isTitle(b block) bool {
	const shortest = 6
	return b.han >= shortest && b.linked*2 <= b.han &&
		(strings.Contains(text.CloseUp(p.title), text.CloseUp(b.Text)) || b.Hint == format.HeadingHint && b.Level == 1)
}

// markLines turns blocks into lines and settles their hints: the heading
// that names the page is its headline, what stands under a picture in the
// middle of the page its caption.
func (p *page) markLines(blocks []block) []format.Line {
	lines := make([]format.Line, len(blocks))
	headline := false
	for i, b := range blocks {
		l := b.Line
		switch {
		case b.Hint == format.HeadingHint && !headline && i < 6 && p.isTitle(b):
			l.Hint, l.Level, headline = format.HeadlineHint, 0, true
		case b.Hint == format.NoHint && b.picture && !b.bold:
			l.UnderPicture(b.centred)
		}
		lines[i] = l
	}
	return lines
}
