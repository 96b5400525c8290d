package format

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"duidu/parser/script"
	"duidu/parser/shape"
	"duidu/parser/text"
)

//go:embed chrome.toml
var chromeTOML string

// ChromeWords tell what a page puts around its article.
type ChromeWords struct {
	Exact, Start, Inside, Ends, Openers, Licence, Ads []string
	exact                                             map[string]bool
}

var LoadChrome = sync.OnceValue(func() *ChromeWords {
	var w ChromeWords
	if _, err := toml.Decode(chromeTOML, &w); err != nil {
		panic("chrome.toml: " + err.Error()) // embedded: a test reads it
	}
	w.exact = map[string]bool{}
	for _, e := range w.Exact {
		w.exact[text.CloseUp(e)] = true
	}
	return &w
})

// PageConverter lets one list of words do for pages in either script.
var PageConverter = sync.OnceValue(func() *script.Converter { return script.NewConverter(script.General) })

// longestChrome is how many characters a line of the page's own has at most.
const longestChrome = 120

// pageName is what a newspaper calls one of its pages.
var pageName = text.Lazily(`^第?[A-Za-z]?\d{1,3}版([：:].{0,12})?$`)

// dateLine opens with the day and the time at which a page was put up.
var dateLine = text.Lazily(`^(20|19)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?([\s　]*\d{1,2}:\d\d|$|来源|作者|字数|版次|星期|阅读|浏览)`)

// IsChrome tells a line that is the page's and not the report's.
func IsChrome(s string, words *ChromeWords) bool {
	if utf8.RuneCountInString(s) > longestChrome {
		return false
	}
	s = PageConverter().Simplify(s).Text
	if utf8.RuneCountInString(s) <= shape.LongestHeading && text.MentionsAny([]string{s}, words.Ads) {
		return true
	}
	flat := text.CloseUp(s)
	if words.exact[flat] || flat == "" || strings.Trim(flat, "|｜>＞»›<«‹·-—_/\\[]【】()（）*=　") == "" {
		return true
	}
	if strings.Contains(s, "。") {
		return false
	}
	if pageName().MatchString(flat) || dateLine().MatchString(flat) && utf8.RuneCountInString(flat) < 40 {
		return true
	}
	return text.HasAnyPrefix(strings.TrimLeft(s, " 　[【(（●■◆"), words.Start...) || text.MentionsAny([]string{s}, words.Inside) || shape.IsTrail(s)
}
