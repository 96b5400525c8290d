// Package html reads the main text of a saved page.
package html

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"duidu/model"
	"duidu/parser/format"
	"duidu/parser/shape"
	"duidu/parser/text"
)

// block is a run of a page's text that stands on lines of its own.
type block struct {
	format.Line
	at      *html.Node // the element whose text it is
	han     int
	marks   int // punctuation of sentences
	linked  int // Han characters that are links
	picture bool
	centred bool
	bold    bool
}

// openHTML reads the main text of a page. charset is what the page's
// transport said; forced overrides everything.
func Open(data []byte, charset, forced string) (format.Source, error) {
	declared, said := format.EncodingNames[strings.ToLower(charset)], charset
	if declared == "" {
		declared, said = format.DeclaredEncoding(data)
	}
	d, err := format.DecodeText(data, declared, said, forced)
	if err != nil {
		return format.Source{}, err
	}
	src := format.Source{Format: format.HTML, Encoding: d.Encoding, Notices: d.Doubts}
	root, err := html.Parse(strings.NewReader(d.Text))
	if err != nil { // nested deeper than the parser bears: the text without the tree
		return src.Filled(bareLines(d.Text)), nil
	}
	hidden := hiddenClasses(d.Text)
	p := readPage(root, page{hidden: hidden})
	if p.unseen > p.shown() {
		// the article itself is hidden until a script shows it, as in a page
		// of WeChat that was fetched and not opened
		p = readPage(root, page{hidden: hidden, all: true})
	}
	if p.unseen >= leastUnseen {
		src.Notices = append(src.Notices, model.Notice{Kind: model.NoticeOmission, Reason: "hidden", Args: []string{strconv.Itoa(p.unseen), text.FirstRunes(p.opening, 16)}})
	}
	return src.Filled(p.mainText()), nil
}

// leastUnseen is how much hidden text, in Han characters, is told.
const leastUnseen = 40

func readPage(root *html.Node, p page) page {
	p.walk(root, setting{})
	p.flush(root, setting{})
	return p
}

// shown is how much text the page shows, in Han characters.
func (p *page) shown() int {
	n := 0
	for _, b := range p.blocks {
		n += b.han
	}
	return n
}

// leaveOut notes text that the page hides: sentences, for the names of hidden
// buttons are no loss.
func (p *page) leaveOut(n *html.Node) {
	t := textOf(n)
	if !strings.Contains(t, "。") {
		return
	}
	if p.opening == "" {
		p.opening = strings.TrimSpace(t)
	}
	for _, r := range t {
		if model.IsHan(r) {
			p.unseen++
		}
	}
}

// page collects the blocks of an HTML tree.
type page struct {
	blocks  []block
	title   string // of the head
	hidden  map[string]bool
	text    strings.Builder // of the block that is open
	linked  int
	bold    int
	picture bool // a picture stands before what follows
	above   int  // empty blocks before what follows
	all     bool // hidden text is read as well
	unseen  int  // Han characters of hidden text
	opening string
}

// setting is what the elements around a text say of it.
type setting struct {
	link, bold, centred, pre bool
	hint                     format.Hint
	level                    int
	mark                     string // of a list's item
	block                    *html.Node
}

var (
	skippedElements = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Object: true,
		atom.Select: true, atom.Button: true, atom.Textarea: true, atom.Svg: true, atom.Nav: true, atom.Footer: true, atom.Aside: true, atom.Head: true,
		atom.Rt: true, atom.Rp: true, atom.Audio: true, atom.Video: true, atom.Canvas: true, atom.Datalist: true, atom.Dialog: true}
	inlineElements = map[atom.Atom]bool{atom.A: true, atom.B: true, atom.Strong: true, atom.I: true, atom.Em: true, atom.Span: true, atom.Font: true,
		atom.U: true, atom.S: true, atom.Sub: true, atom.Sup: true, atom.Small: true, atom.Big: true, atom.Label: true, atom.Mark: true, atom.Abbr: true,
		atom.Cite: true, atom.Code: true, atom.Ins: true, atom.Q: true, atom.Ruby: true, atom.Rb: true, atom.Time: true, atom.Var: true, atom.Wbr: true,
		atom.Strike: true, atom.Tt: true, atom.Data: true, atom.Bdo: true, atom.Bdi: true, atom.Nobr: true}
	hiddenStyle   = text.Lazily(`(?i)display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(px|pt|em)?\s*(;|$)|(left|top|text-indent)\s*:\s*-\d{3,}|opacity\s*:\s*0\s*(;|$)`)
	centredStyle  = text.Lazily(`(?i)text-align\s*:\s*center`)
	boldStyle     = text.Lazily(`(?i)font-weight\s*:\s*(bold|[6-9]00)`)
	captionClass  = text.Lazily(`(?i)caption|(pic|img|image|photo)[-_]?(desc|text|info|title|note|txt)|tuzhu|tushuo|图注|图说`)
	hiddenRule    = text.Lazily(`(?:^|[},\s])([.#][A-Za-z_][\w-]*)\s*\{[^}]*(?i:display\s*:\s*none|visibility\s*:\s*hidden|left\s*:\s*-\d{4})[^}]*\}`)
	navigation    = text.Lazily(`(?i)^(navigation|banner|contentinfo|complementary|search)$`)
	sentenceMarks = "，。；：、！？,;"
)

// hiddenClasses reads from the page's own style sheets which classes and ids
// are never shown; junk for search engines hides there.
func hiddenClasses(page string) map[string]bool {
	hidden := map[string]bool{}
	for rest := page; ; {
		_, after, ok := strings.Cut(rest, "<style")
		if !ok {
			return hidden
		}
		sheet, next, _ := strings.Cut(after, "</style")
		for _, m := range hiddenRule().FindAllStringSubmatch(sheet, -1) {
			hidden[m[1]] = true
		}
		rest = next
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

func (p *page) isHidden(n *html.Node) bool {
	if p.all {
		return false
	}
	if hasAttr(n, "hidden") || hiddenStyle().MatchString(attr(n, "style")) || navigation().MatchString(attr(n, "role")) {
		return true
	}
	if len(p.hidden) == 0 {
		return false
	}
	if id := attr(n, "id"); id != "" && p.hidden["#"+id] {
		return true
	}
	return slices.ContainsFunc(strings.Fields(attr(n, "class")), func(c string) bool { return p.hidden["."+c] })
}

// walk collects the text below n, depth first. The parser bounds the depth.
func (p *page) walk(n *html.Node, c setting) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch child.Type {
		case html.TextNode:
			p.write(child.Data, c)
		case html.ElementNode:
			p.element(child, c)
		}
	}
}

func (p *page) element(n *html.Node, c setting) {
	if n.DataAtom == atom.Head {
		p.title = headTitle(n) + " " + metaTitles(n)
	}
	if skippedElements[n.DataAtom] {
		return
	}
	if p.isHidden(n) {
		p.leaveOut(n)
		return
	}
	style := attr(n, "style")
	c.centred = c.centred || n.DataAtom == atom.Center || attr(n, "align") == "center" || centredStyle().MatchString(style)
	c.bold = c.bold || n.DataAtom == atom.B || n.DataAtom == atom.Strong || boldStyle().MatchString(style)
	switch n.DataAtom {
	case atom.Br:
		p.text.WriteByte('\n')
		return
	case atom.Hr:
		p.flush(n, c)
		return
	case atom.Img, atom.Picture:
		p.flush(c.block, c)
		p.picture = true
		return
	case atom.Input:
		return
	case atom.A:
		c.link = true
	case atom.Table:
		p.flush(c.block, c)
		if cells := dataTable(n); cells != nil {
			p.table(n, cells)
			return
		}
	case atom.Pre:
		c.pre = true
	}
	if inlineElements[n.DataAtom] {
		if captionClass().MatchString(attr(n, "class")) && c.hint == format.NoHint {
			p.flush(c.block, c)
			c.hint = format.CaptionHint
			p.walk(n, c)
			p.flush(n, c)
			return
		}
		p.walk(n, c)
		return
	}
	p.flush(c.block, c)
	c.block = n
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		c.hint, c.level = format.HeadingHint, int(n.Data[1]-'0')
	case atom.Figcaption, atom.Caption:
		c.hint = format.CaptionHint
	case atom.Li:
		c.hint, c.mark = format.ItemHint, itemMark(n)
	default:
		if captionClass().MatchString(attr(n, "class")) && n.DataAtom != atom.Body {
			c.hint = format.CaptionHint
		}
	}
	if n.DataAtom == atom.Caption { // the title of a table, not of a picture
		c.hint = format.NoHint
	}
	before := len(p.blocks)
	p.walk(n, c)
	p.flush(n, c)
	if n.DataAtom == atom.P && len(p.blocks) == before && !p.picture {
		p.above++
	}
}

func headTitle(head *html.Node) string {
	for n := head.FirstChild; n != nil; n = n.NextSibling {
		if n.DataAtom == atom.Title && n.FirstChild != nil {
			return strings.Join(strings.Fields(n.FirstChild.Data), " ")
		}
	}
	return ""
}

// metaTitles are the titles that the head gives beside the page's own.
func metaTitles(head *html.Node) string {
	var titles []string
	for n := head.FirstChild; n != nil; n = n.NextSibling {
		if n.DataAtom != atom.Meta {
			continue
		}
		switch strings.ToLower(attr(n, "name") + attr(n, "property")) {
		case "articletitle", "og:title", "twitter:title", "dc.title":
			titles = append(titles, attr(n, "content"))
		}
	}
	return strings.Join(titles, " ")
}

// itemMark is what a browser shows before a list's item.
func itemMark(li *html.Node) string {
	if li.Parent == nil || li.Parent.DataAtom != atom.Ol {
		return "• "
	}
	n := 1
	if start, err := strconv.Atoi(attr(li.Parent, "start")); err == nil {
		n = start
	}
	for s := li.PrevSibling; s != nil; s = s.PrevSibling {
		if s.DataAtom == atom.Li {
			n++
		}
	}
	return strconv.Itoa(n) + ". "
}

// write adds text to the open block as a browser would show it, except that
// a line end between hanzi is no blank.
func (p *page) write(s string, c setting) {
	start := p.text.Len()
	if c.pre {
		p.text.WriteString(s)
	} else {
		p.writeFolded(s)
	}
	if !c.link && !c.bold {
		return
	}
	added := p.text.String()[start:]
	for _, r := range added {
		if model.IsHan(r) {
			if c.link {
				p.linked++
			}
			if c.bold {
				p.bold++
			}
		}
	}
}

func (p *page) writeFolded(s string) {
	for len(s) > 0 {
		i := strings.IndexAny(s, " \t\r\n\f\u00a0")
		if i < 0 {
			p.text.WriteString(s)
			return
		}
		p.text.WriteString(s[:i])
		s = s[i:]
		rest := strings.TrimLeft(s, " \t\r\n\f\u00a0")
		gap := s[:len(s)-len(rest)]
		s = rest
		if strings.Contains(gap, "\n") && !strings.Contains(gap, "\u00a0") {
			last, _ := utf8.DecodeLastRuneInString(p.text.String())
			next, _ := utf8.DecodeRuneInString(rest)
			if last > 0x2e80 || next > 0x2e80 {
				continue
			}
		}
		p.text.WriteByte(' ')
	}
}

// flush closes the open block, a block a line.
func (p *page) flush(at *html.Node, c setting) {
	text := p.text.String()
	linked, bold := p.linked, p.bold
	p.text.Reset()
	p.linked, p.bold = 0, 0
	if strings.TrimSpace(text) == "" {
		p.above += max(0, strings.Count(text, "\n")-1)
		return
	}
	total := 0
	for _, r := range text {
		if model.IsHan(r) {
			total++
		}
	}
	for t := range strings.SplitSeq(text, "\n") {
		t = strings.TrimFunc(t, unicode.IsSpace)
		if t == "" {
			p.above++
			continue
		}
		b := block{Line: format.Line{Text: t, Hint: c.hint, Level: c.level}, at: at, picture: p.picture, centred: c.centred}
		for _, r := range t {
			switch {
			case model.IsHan(r):
				b.han++
			case strings.ContainsRune(sentenceMarks, r):
				b.marks++
			}
		}
		b.bold = total > 0 && bold == total
		if total > 0 {
			b.linked = linked * b.han / total
		}
		if c.hint == format.ItemHint && c.mark != "" && at != nil && at.DataAtom == atom.Li {
			b.Text = c.mark + b.Text
			c.mark = ""
		}
		if n := utf8.RuneCountInString(t); b.Hint == format.HeadingHint && n > shape.LongestNumbered || b.Hint == format.CaptionHint && n > 3*shape.LongestCaption {
			b.Hint, b.Level = format.NoHint, 0
		}
		if len(p.blocks) > 0 {
			b.Above = p.above
		}
		p.above, p.picture = 0, false
		p.blocks = append(p.blocks, b)
	}
	if strings.HasSuffix(text, "\n") { // the line end that closes the last line is none of its own
		p.above = max(0, p.above-1)
	}
}

// textOf is the text below n with blanks folded.
func textOf(n *html.Node) string {
	p := page{}
	p.walk(n, setting{})
	p.flush(n, setting{})
	var parts []string
	for _, b := range p.blocks {
		parts = append(parts, b.Text)
	}
	return strings.Join(parts, " ")
}

// bareLines is a page's text without its tree: each tag that begins or ends
// a block begins a line.
func bareLines(text string) []format.Line {
	z := html.NewTokenizer(strings.NewReader(text))
	var b bytes.Buffer
	skip := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return format.SplitLines(b.String())
		case html.TextToken:
			if skip == 0 {
				b.WriteString(format.OneLine(string(z.Text())))
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.DataAtom == atom.Script || t.DataAtom == atom.Style {
				skip += map[html.TokenType]int{html.StartTagToken: 1, html.EndTagToken: -1}[t.Type]
				skip = max(0, skip)
			}
			if !inlineElements[t.DataAtom] {
				b.WriteByte('\n')
			}
		}
	}
}
