package format

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"duidu/model"
	"duidu/parser/script"
	"duidu/parser/shape"
	"duidu/parser/text"
)

//go:embed chrome.toml
var chromeTOML string

// ChromeWords tell what a page puts around its article.
type ChromeWords struct {
	Exact, Labels, Start, Below, Inside, Ends, Openers, Licence, Ads text.List
	pieces                                                           map[string]bool // exact, without blanks
	longest                                                          int             // of them, in characters
	any                                                              *text.Trie      // exact, labels, start and inside: a line with none of them is seldom the page's
}

var LoadChrome = sync.OnceValue(func() *ChromeWords {
	var w ChromeWords
	if _, err := toml.Decode(chromeTOML, &w); err != nil {
		panic("chrome.toml: " + err.Error()) // embedded: a test reads it
	}
	w.pieces = map[string]bool{}
	for _, e := range w.Exact.Words() {
		flat := text.CloseUp(e)
		w.pieces[flat] = true
		w.longest = max(w.longest, text.Runes(flat))
	}
	w.any = text.NewTrie()
	for _, list := range []text.List{w.Exact, w.Labels, w.Start, w.Inside} {
		for _, word := range list.Words() {
			w.any.Add(word, 1)
			w.any.Add(text.CloseUp(word), 1)
		}
	}
	return &w
})

// PageConverter lets one list of words do for pages in either script.
var PageConverter = sync.OnceValue(func() *script.Converter { return script.NewConverter(script.General) })

// longestChrome is how many characters a line of the page's own has at most;
// a line of words that happens to have a date in it is shorter.
const (
	longestChrome = 120
	longestDated  = 44
)

var (
	pageName = text.Lazily(`^[-—–－─]{1,2}\d{1,4}[-—–－─]{1,2}$|^(总)?第\d{1,5}期$|^(20|19)\d\d年第\d{1,3}期$|^(当前)?第?[A-Za-z]?\d{1,3}版([：:].{0,16})?$|^当前版[：:].{1,8}$|^(P|Page|第)\.?\d{1,4}页?(-.{2,16})?$|^《[^》]{2,12}》[（(].{0,24}版[）)]$`)
	// dayAndTime is when a page was put up: with dashes, or to the minute.
	dayAndTime  = text.Lazily(`(20|19)\d\d[-/.]\d{1,2}[-/.]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.](20|19)\d\d|(20|19)\d\d年\d{1,2}月\d{1,2}日?[\s　]*\d{1,2}:\d\d|日?[\s　]*星期[一二三四五六日天]`)
	dayOfPage   = text.Lazily(daysOfPage)
	leadingDay  = text.Lazily("^(?:" + daysOfPage + ")")
	someNumber  = text.Lazily(`^[A-Za-z]?\d{1,6}[次条期]?`)
	pictureFile = text.Lazily(`(?i)[\w\\:./-]{3,}\.(jpe?g|png|gif|bmp|webp)$`)
	leftOver    = text.Lazily(`[\s　]*(\.\.\.|…)?[\s　]*[\[【](收起|展开|展开全文|详情|查看全文)[\]】]$`)
)

// daysOfPage are the days and times that a page has about itself.
const daysOfPage = `(20|19)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.](20|19)\d\d|(20|19)\d\d年?\d{1,2}月?\d{0,2}日?|\d{1,2}:\d\d(:\d\d)?|星期[一二三四五六日天]?|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年.{2,5}`

// longestPageNumber is the length, in bytes, of a page's number between dashes.
const longestPageNumber = 17

// isPageName tells what a newspaper or a scan calls one of its pages.
func isPageName(flat string) bool {
	return (text.Has(flat, "版") || text.HasAnyPrefix(flat, "P", "第") || strings.HasSuffix(flat, "期") || len(flat) < longestPageNumber && shape.StartsWithDash(flat)) && pageName().MatchString(flat)
}

// isPictureFile tells the name of a picture, which ends in a letter.
func isPictureFile(s string) bool {
	return s != "" && strings.IndexByte("gGfFpP", s[len(s)-1]) >= 0 && pictureFile().MatchString(s)
}

// dayAt is the length of the day or time that s begins with.
func dayAt(s string) int {
	c, _ := utf8.DecodeRuneInString(s)
	if (c < '0' || c > '9') && !strings.ContainsRune("星甲乙丙丁戊己庚辛壬癸", c) {
		return 0
	}
	return len(leadingDay().FindString(s))
}

// numberAt is the number that s begins with: 12, A03, 358次.
func numberAt(s string) string {
	if c := s[0]; c >= utf8.RuneSelf {
		return ""
	}
	return someNumber().FindString(s)
}

// chromeMarks part the pieces of a line of the page's own.
const chromeMarks = "|｜>＞»›<«‹·-—_/\\[]【】()（）*=　 \t:：,，、●■◆@+"

var partings = text.SetOf(chromeMarks)

// IsChrome tells a line that is the page's and not the report's, wherever it
// stands.
func IsChrome(s string, words *ChromeWords) bool {
	return isChrome(s, words, func() string { return PageConverter().Simplify(s).Text })
}

// isChrome asks for the line in simplified script where it could be the page's
// by its length.
func isChrome(s string, words *ChromeWords, simplified func() string) bool {
	sentences := text.Has(s, "。")
	if sentences && text.Longer(s, shape.LongestHeading) || text.Longer(s, longestChrome) {
		return false
	}
	n := text.Runes(s)
	if sentences {
		return words.Ads.In(s)
	}
	s = simplified()
	if n <= shape.LongestHeading && words.Ads.In(s) {
		return true
	}
	flat := text.CloseUp(s)
	spoken := words.any.In(flat) || len(flat) < len(s) && words.any.In(s)
	if partings.TrimLeft(flat) == "" && !shape.StartsWithDash(flat) || isPageName(flat) || spoken && words.covers(flat) {
		return true
	}
	if n <= longestDated && text.HasDigit(s) && dayAndTime().MatchString(s) && words.onlyNames(flat) {
		return true
	}
	if !spoken {
		return shape.IsTrail(s)
	}
	bare := strings.TrimLeft(s, " 　[【(（●■◆|")
	return words.Start.Starts(bare) || words.labelled(bare) || words.Inside.In(s) || shape.IsTrail(s)
}

// labelled tells 来源：某网, 页码： | 477 |: a label of a page with its value.
func (w *ChromeWords) labelled(s string) bool {
	if !w.Labels.Starts(s) {
		return false
	}
	for _, l := range w.Labels.Words() {
		if rest, ok := strings.CutPrefix(s, l); ok && text.HasAnyPrefix(strings.TrimLeft(rest, " 　"), ":", "：", "】", "]") {
			return true
		}
	}
	return false
}

// covers tells that a line without blanks is made of a page's words, days
// and numbers and nothing else; numbers alone are none.
func (w *ChromeWords) covers(flat string) bool {
	words, free := 0, 0 // free is how much of a label's value may still come
	for flat != "" {
		if n := w.labelAt(flat); n > 0 {
			flat, words, free = flat[n:], words+1, longestValue
		} else if n := w.pieceAt(flat); n > 0 {
			flat, words = flat[n:], words+1
		} else if n := dayAt(flat); n > 0 {
			flat = flat[n:] // a date alone may be the report's own
		} else if m := numberAt(flat); m != "" {
			flat = flat[len(m):]
		} else if c, n := utf8.DecodeRuneInString(flat); partings.Has(c) {
			flat = flat[n:]
		} else if free--; free < 0 {
			return false
		} else {
			flat = flat[n:]
		}
	}
	return words > 0
}

// longestValue is how many characters stand behind a label at most: 南溪县融媒体中心.
const longestValue = 20

// labelAt is the length of a label and its colon that s begins with.
func (w *ChromeWords) labelAt(s string) int {
	if !w.Labels.Starts(s) {
		return 0
	}
	for _, l := range w.Labels.Words() {
		if rest, ok := strings.CutPrefix(s, l); ok {
			if colon := colons.Prefix(rest); colon != "" {
				return len(l) + len(colon)
			}
		}
	}
	return 0
}

// pieceAt is the length of the longest word of a page that s begins with.
func (w *ChromeWords) pieceAt(s string) int {
	best, n := 0, 0
	for i, r := range s {
		if n++; n > w.longest {
			break
		}
		if end := i + utf8.RuneLen(r); w.pieces[s[:end]] {
			best = end
		}
	}
	return best
}

// onlyNames tells that beside its day a line has no more than the names of
// who put it up: 南溪融媒, 南方+ 记者.
func (w *ChromeWords) onlyNames(flat string) bool {
	rest := dayOfPage().ReplaceAllString(flat, "")
	return text.Runes(rest) <= 16 && !strings.ContainsAny(rest, "，；！？届") && !text.Has(rest, "会议")
}

// WithoutChrome parts the article of s from what its page put around it: the
// way to it, buttons, days and counters, boxes of other articles, the foot. What
// was left out is told in a notice and kept in Page, for it still says
// whose text it is and of when.
func (s Source) WithoutChrome() Source {
	f := chromeFilter{lines: s.Lines, gone: make([]bool, len(s.Lines)), words: LoadChrome(), plain: plainly(s.Lines)}
	f.mark()
	kept := make([]Line, 0, len(s.Lines))
	var shown []string
	for i, l := range f.lines {
		if !f.gone[i] {
			if n := len(kept); n > 0 && i > 0 && f.gone[i-1] {
				kept[n-1].Below, l.Above = max(kept[n-1].Below, 1), max(l.Above, 1)
			}
			if text.HasAnySuffix(l.Text, "]", "】") {
				l.Text = leftOver().ReplaceAllString(l.Text, "")
			}
			kept = append(kept, l)
			continue
		}
		if i+1 < len(f.lines) && isPictureFile(l.Text) {
			f.lines[i+1].Above = max(f.lines[i+1].Above, PictureGap)
		}
		if n := len(kept); n > 0 {
			kept[n-1].PageBelow = true
		}
		s.Page = append(s.Page, l.Text)
		if t := strings.TrimSpace(l.Text); text.HasHan(t) {
			shown = append(shown, text.FirstRunes(t, 12))
		}
	}
	if len(kept) == 0 || len(s.Page) == 0 {
		return s
	}
	s.Lines = kept
	if len(shown) > 0 {
		s.Notices = append(s.Notices, model.Notice{Kind: model.NoticeOmission, Reason: "chrome", Args: []string{text.FirstRunes(strings.Join(shown, "、"), 80)}})
	}
	return s
}

// chromeFilter marks the lines of a page that are not its article's.
type chromeFilter struct {
	lines []Line
	gone  []bool
	words *ChromeWords
	plain func(i int) string // line i in simplified script
}

// plainly returns the lines in simplified script, each converted when it is
// first asked for.
func plainly(lines []Line) func(i int) string {
	done := make([]string, len(lines))
	return func(i int) string {
		if done[i] == "" {
			done[i] = PageConverter().Simplify(lines[i].Text).Text
		}
		return done[i]
	}
}

func (f *chromeFilter) mark() {
	for i := range f.lines {
		l := &f.lines[i]
		switch l.Hint {
		case RowHint:
		case ItemHint:
			f.gone[i] = f.words.covers(text.CloseUp(strings.TrimLeft(l.Text, "•· ")))
		default:
			f.gone[i] = isChrome(l.Text, f.words, func() string { return f.plain(i) }) || isPictureFile(l.Text)
		}
	}
	f.aboveTrail()
	f.siteNames()
	f.boxes()
	f.foot()
	for i := range f.lines { // a stray number or mark among them
		if !f.gone[i] && !text.Longer(f.lines[i].Text, 2*shape.Fragment) && !text.HasHan(f.lines[i].Text) && f.lines[i].Hint == NoHint &&
			(i == 0 || f.gone[i-1]) && (i+1 == len(f.lines) || f.gone[i+1]) {
			f.gone[i] = true
		}
	}
}

// aboveTrail drops the site's name and menu above 首页 > 政协动态.
func (f *chromeFilter) aboveTrail() {
	const reach = 24
	for i := range f.lines[:min(len(f.lines), reach)] {
		switch {
		case f.gone[i] && shape.LineKindOf(f.plain(i)) == shape.TrailLine:
			for k := range i {
				f.gone[k] = true
			}
		case !f.gone[i] && (shape.LineKindOf(f.lines[i].Text) != shape.PlainLine || text.Longer(f.lines[i].Text, shape.LongestHeading/2)):
			return
		}
	}
}

// longestHead bounds, in characters, a line that may head a box: room for blanks and
// notes between the few of its own.
const longestHead = 80

// siteName is what the site, the paper or the account that put a text up is
// called: 南溪政协, 南溪日报. 南溪县政协 may begin a title.
var siteName = text.Lazily(`^\p{Han}{1,6}([^省市县区州旗盟]政协|政协网|政协之声|日报|晚报|时报|融媒|融媒体|融媒体中心|发布|在线|新闻网|视频|[^省市县区州旗盟]网|信息网|政府网|电视台)[.·]?$`)

// siteEnds are what such a name ends with.
var siteEnds = text.ListOf("政协", "网", "政协之声", "报", "融媒", "融媒体", "融媒体中心", "发布", "在线", "视频", "电视台")

// isMasthead tells the line in which a paper, a site or a book says where one is in it:
// 某报 2024年10月3日 第2版, 某网 | 要闻, 某县志　卷十四　政协.
func isMasthead(s string) bool {
	if strings.HasPrefix(s, "首") && strings.HasPrefix(text.CloseUp(s), "首页") {
		if fields := strings.Fields(s); len(fields) > 4 && !slices.ContainsFunc(fields, func(f string) bool { return text.Longer(f, 6) }) {
			return true // the buttons of a site
		}
	}
	if text.Longer(s, longestMasthead) || strings.ContainsAny(s, "，。；！？《") {
		return false
	}
	if almanacPage().MatchString(s) || strings.Count(s, "|") > 2 || text.HasAnySuffix(text.CloseUp(s), "•正文", ">正文") {
		return true
	}
	name, rest := s, ""
	if at := strings.IndexAny(s, "|｜>＞·•　 "); at > 0 {
		name, rest = s[:at], strings.TrimLeft(s[at:], " 　")
	}
	switch {
	case rest == "" || !text.AllHan(name) || text.Longer(name, 8):
		return false
	case strings.HasSuffix(name, "志"):
		return strings.HasPrefix(rest, "卷") || strings.HasPrefix(rest, "第") && text.Has(text.FirstRunes(rest, 5), "编")
	case strings.HasSuffix(name, "首页"):
		return true
	case !text.HasAnySuffix(name, "网", "报", "频道", "在线", "电视台"):
		return false
	}
	return strings.IndexAny(rest, "|｜>＞·•") == 0 || dayOfPage().MatchString(rest) || pageName().MatchString(text.CloseUp(rest)) ||
		slices.Contains([]string{"综合", "讯", "消息"}, rest)
}

// longestMasthead is how many characters such a line has at most.
const longestMasthead = 40

// almanacPage is the name of a yearbook at the head of its page.
var almanacPage = text.Lazily(`^(Page\s*\d+\s*-\s*)?(\d{4})?[\s　]*\p{Han}{2,8}年鉴[\s　]*(\d{4})?$`)

// siteNames drops the name of the site at the top, and above a title whatever
// stands with it.
func (f *chromeFilter) siteNames() {
	const reach = 8
	named := false
	for i := range f.lines[:min(len(f.lines), reach)] {
		if f.lines[i].Hint != NoHint && f.lines[i].Hint != HeadingHint || f.isText(&f.lines[i]) {
			return
		}
		t := text.CloseUp(f.plain(i))
		switch {
		case !f.gone[i] && i+1 < len(f.lines) && isMasthead(f.plain(i)):
			f.gone[i] = true
		case i+1 < len(f.lines) && siteEnds.Ends(strings.TrimRight(t, ".·")) && siteName().MatchString(t) && !shape.StartsWithDash(f.lines[i+1].Text): // above a subtitle it is a title
			f.gone[i], named = true, true
		case named && !f.gone[i] && shape.LineKindOf(t) == shape.KindLine:
			for k := range i {
				f.gone[k] = true
			}
			named = false
		}
	}
}

// boxes drops the titles that stand under 新闻推荐 and its like, up to the
// next text.
func (f *chromeFilter) boxes() {
	for i := 0; i < len(f.lines); i++ {
		if text.Longer(f.lines[i].Text, longestHead) {
			continue
		}
		head := besideHead.Trim(text.CloseUp(f.plain(i)))
		if text.Longer(head, 14) || !f.words.Ends.Starts(head) || f.lines[i].Hint == RowHint {
			continue
		}
		f.gone[i] = true
		for i+1 < len(f.lines) && f.lines[i+1].Hint != RowHint && !f.opensText(i+1) {
			i++
			f.gone[i] = true
		}
	}
}

var besideHead = text.SetOf(chromeMarks + "▶")

// opensText tells a line that can't be a title in a box of links.
func (f *chromeFilter) opensText(i int) bool {
	n := text.Runes(f.lines[i].Text)
	return n > shape.LongestHeading || shape.NumberingOf(f.lines[i].Text).Style == shape.WordNumber || shape.NumberingOf(f.lines[i].Text).Style == shape.WordBracket ||
		i+1 < len(f.lines) && n < shape.LongestHeading/2 && text.Runes(f.lines[i+1].Text) > 2*shape.LongestHeading
}

// foot drops what stands below the last sentence: the licence, the site's
// owner, and whatever follows the editor's name.
func (f *chromeFilter) foot() {
	last := len(f.lines) - 1
	for last >= 0 && (f.gone[last] || !f.isText(&f.lines[last])) {
		last--
	}
	if last < 0 {
		return
	}
	closed := false
	for i := last + 1; i < len(f.lines); i++ {
		t := f.plain(i)
		if !f.gone[i] && f.lines[i].Hint != RowHint {
			f.gone[i] = closed && shape.NumberingOf(t).Style != shape.WordNumber && shape.NumberingOf(t).Style != shape.WordBracket || f.words.Below.Starts(strings.TrimLeft(t, "【[（(")) || f.words.Licence.In(t)
		}
		closed = closed || f.gone[i] && f.words.Below.Starts(strings.TrimLeft(t, " 　【[（("))
	}
	for i := len(f.lines) - 1; i > last && (f.gone[i] || !text.HasHan(f.lines[i].Text) && text.Runes(f.lines[i].Text) <= 2*shape.Fragment && f.lines[i].Hint == NoHint); i-- {
		f.gone[i] = true
	}
}

var colons = text.ListOf(":", "：")

var sentenceMarks, commas = text.SetOf("。；！"), text.SetOf("，,")

// isText tells a line of the report itself: a sentence, a row, a long line.
func (f *chromeFilter) isText(l *Line) bool {
	return l.Hint == RowHint || text.Longer(l.Text, 2*shape.LongestHeading) || sentenceMarks.In(l.Text) && !f.words.Licence.In(l.Text) ||
		text.Longer(l.Text, 12) && strings.IndexFunc(l.Text, unicode.IsDigit) >= 0 && commas.In(l.Text)
}
