package compare

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/lang"
	"duidu/ui/pane"
	"duidu/ui/screen"
)

// Actions is the comparison's part of the table of keys.
func (c *Compare) Actions() []screen.Action {
	all := c.viewActions()
	all = append(all, c.sectionActions()...)
	all = append(all, c.tableActions()...)
	all = append(all, c.wordingActions()...)
	all = append(all, c.textActions(compare.ViewSections)...)
	all = append(all, c.textActions(compare.ViewWording)...)
	return append(all, screen.Action{ID: "compare.back", Keys: []string{"esc"}, Text: phrase("返回上一级", "go one level back"), Do: c.goBack})
}

func phrase(zh, en string) lang.Phrase { return lang.Phrase{ZH: zh, EN: en} }

// run makes a handler of something that always can be done.
func run(f func()) func() tea.Cmd {
	return func() tea.Cmd { f(); return nil }
}

// viewActions change the view and the side, in every view.
func (c *Compare) viewActions() []screen.Action {
	to := func(v compare.View) func() tea.Cmd { return func() tea.Cmd { return c.show(v) } }
	return []screen.Action{
		{ID: "compare.sections", Keys: []string{"1"}, Text: phrase("章节", "sections"), Do: to(compare.ViewSections), Why: c.notReady},
		{ID: "compare.figures", Keys: []string{"2"}, Text: phrase("数据", "figures"), Do: to(compare.ViewFigures), Why: c.notReady},
		{ID: "compare.wording", Keys: []string{"3"}, Text: phrase("用语", "wording"), Do: to(compare.ViewWording), Why: c.notReady},
		{ID: "compare.side", Keys: []string{"tab", "shift+tab"}, Footer: 6, Text: phrase("换边", "other side"), Do: run(func() { c.setActive(1 - c.active) }), Why: c.notReady},
		{ID: "compare.correct", Keys: []string{"C"}, Text: phrase("更正数据，没有选中数据时更正地区、年度、委员人数", "set a figure right; without one the place, year and members"), Do: c.correct, Why: c.notCorrectable},
		{ID: "compare.uncorrect", Keys: []string{"U"}, Text: phrase("撤销更正", "take a correction back"), Do: c.uncorrect, Why: c.nothingCorrected},
		{ID: "compare.marks", Keys: []string{","}, Text: phrase("汉字间的半角标点显示为全角，或照原样", "show half-width marks between Chinese characters at full width, or as they are"), Do: c.toggleMarks, Why: c.notReady},
		{ID: "compare.alone", Keys: []string{"|"}, Text: phrase("只看一边，或两边都看", "show one text, or both"), Do: run(c.toggleAlone), Why: c.notReady},
	}
}

// sectionActions are those of the view of the texts.
func (c *Compare) sectionActions() []screen.Action {
	scope := string(compare.ViewSections)
	list := []screen.Action{
		{ID: "compare.nexttheme", Counts: true, Keys: []string{"]"}, Footer: 1, Text: phrase("下一主题", "next theme"), Do: func() tea.Cmd { return c.moveTheme(1, anyTheme) }, Why: c.notReady},
		{ID: "compare.prevtheme", Counts: true, Keys: []string{"["}, Text: phrase("上一主题", "previous theme"), Do: func() tea.Cmd { return c.moveTheme(-1, anyTheme) }, Why: c.notReady},
		{ID: "compare.nextonly", Counts: true, Keys: []string{"}"}, Footer: 2, Text: phrase("只此一方", "next theme of one side only"), Do: func() tea.Cmd { return c.moveTheme(1, oneSided) }, Why: c.notReady},
		{ID: "compare.prevonly", Counts: true, Keys: []string{"{"}, Text: phrase("上一只此一方的主题", "previous theme of one side only"), Do: func() tea.Cmd { return c.moveTheme(-1, oneSided) }, Why: c.notReady},
		{ID: "compare.figure", Counts: true, Keys: []string{"f"}, Footer: 3, Text: phrase("下一数据", "next figure"), Do: func() tea.Cmd { return c.moveFigure(1) }, Why: c.noFigures},
		{ID: "compare.figureback", Counts: true, Keys: []string{"F"}, Text: phrase("上一数据", "previous figure"), Do: func() tea.Cmd { return c.moveFigure(-1) }, Why: c.noFigures},
		{ID: "compare.add", Keys: []string{"a"}, Footer: 4, Text: phrase("摘选", "select"), Do: c.add, Why: c.nothingHere},
		{ID: "compare.addsentence", Keys: []string{"A"}, Text: phrase("摘选这一句", "select the sentence"), Do: c.addSentence, Why: c.nothingHere},
		{ID: "compare.visual", Keys: []string{"v"}, Text: phrase("选取语句，再按 ↓ ↑ 增减", "select sentences; down and up take in more or less"), Do: c.visualMode, Why: c.nothingHere},
		{ID: "compare.link", Keys: []string{"L"}, Footer: 7, Text: phrase("同步或解除", "link or unlink"), Do: c.toggleLink, Why: c.notReady},
		{ID: "compare.pair", Keys: []string{"="}, Footer: 9, Text: phrase("配对两边章节", "pair the two sections"), Do: c.pair, Why: c.notPairable},
		{ID: "compare.search", Keys: []string{"/"}, Footer: 8, Text: phrase("检索", "search"), Do: func() tea.Cmd { return c.openSearch("/", pane.Forward) }, Why: c.notReady},
		{ID: "compare.searchback", Keys: []string{"?"}, Text: phrase("向上检索", "search backward"), Do: func() tea.Cmd { return c.openSearch("?", pane.Backward) }, Why: c.notReady},
		{ID: "compare.again", Counts: true, Keys: []string{"n"}, Text: phrase("下一处", "next hit"), Do: func() tea.Cmd { return c.again(pane.Forward) }, Why: c.noSearch},
		{ID: "compare.againback", Counts: true, Keys: []string{"N"}, Text: phrase("上一处", "previous hit"), Do: func() tea.Cmd { return c.again(pane.Backward) }, Why: c.noSearch},
	}
	list = append(list,
		screen.Action{ID: "compare.filter", Keys: []string{"&"}, Text: phrase("只看有检索结果的段落，或看全部", "show only paragraphs with hits, or all"), Do: c.filter, Why: c.noHits},
		screen.Action{ID: "compare.nextrun", Counts: true, Keys: []string{")"}, Text: phrase("此主题的下一段", "the theme's next stretch"), Do: func() tea.Cmd { return c.moveRun(1) }, Why: c.notReady},
		screen.Action{ID: "compare.prevrun", Counts: true, Keys: []string{"("}, Text: phrase("此主题的上一段", "the theme's stretch before"), Do: func() tea.Cmd { return c.moveRun(-1) }, Why: c.notReady},
		screen.Action{ID: "compare.like", Keys: []string{"*"}, Text: phrase("全库找相近的句子，最早的在前", "sentences like this one in the library, the earliest first"), Do: c.like, Why: c.nothingHere},
		screen.Action{ID: "compare.copy", Keys: []string{"y"}, Text: phrase("复制选取的文字或这一句", "copy the selected text or the sentence"), Do: c.copy, Why: c.nothingHere},
		screen.Action{ID: "compare.bookmark", Keys: []string{"m"}, Text: phrase("在此处加书签，或去掉", "put a bookmark here, or take it away"), Do: c.bookmark, Why: c.nothingHere},
		screen.Action{ID: "compare.digest", Keys: []string{"t"}, Text: phrase("汇编此主题", "digest of this theme"), Do: c.digest, Why: c.notReady},
		screen.Action{ID: "compare.notices", Keys: []string{"i"}, Text: phrase("这份报告的提示", "the notices of this report"), Do: c.notices, Why: c.noNotices},
		screen.Action{ID: "compare.original", Keys: []string{"o"}, Text: phrase("原文", "original"), Do: c.read, Why: func() string { return c.env.Texts.Compare.NoOriginal }},
	)
	return scoped(scope, list)
}

// textActions move in the texts; the views that show them share their keys.
func (c *Compare) textActions(v compare.View) []screen.Action {
	id := func(name string) string { return "compare." + string(v) + "." + name }
	move := func(n func() int) func() tea.Cmd { return run(func() { c.step(n()) }) }
	line := func(n int) func() tea.Cmd { return move(func() int { return n }) }
	page := func(n int) func() tea.Cmd { return move(func() int { return n * max(1, c.frame.text-2) }) }
	half := func(n int) func() tea.Cmd { return move(func() int { return n * max(1, c.frame.text/2) }) }
	list := []screen.Action{
		{ID: id("open"), Keys: []string{"enter"}, Footer: 5, Text: phrase("全屏阅读", "read this one"), Do: c.read, Why: c.notReady},
		{ID: id("down"), Counts: true, Keys: []string{"down", "j"}, Text: phrase("下移一行", "line down"), Do: line(1), Why: c.notReady},
		{ID: id("up"), Counts: true, Keys: []string{"up", "k"}, Text: phrase("上移一行", "line up"), Do: line(-1), Why: c.notReady},
		{ID: id("pagedown"), Counts: true, Keys: []string{" ", "pgdown", "ctrl+f"}, Text: phrase("下一页", "page down"), Do: page(1), Why: c.notReady},
		{ID: id("pageup"), Counts: true, Keys: []string{"b", "pgup", "ctrl+b"}, Text: phrase("上一页", "page up"), Do: page(-1), Why: c.notReady},
		{ID: id("halfdown"), Counts: true, Keys: []string{"d", "ctrl+d"}, Text: phrase("下半页", "half a page down"), Do: half(1), Why: c.notReady},
		{ID: id("halfup"), Counts: true, Keys: []string{"u", "ctrl+u"}, Text: phrase("上半页", "half a page up"), Do: half(-1), Why: c.notReady},
		{ID: id("home"), Keys: []string{"g", "home"}, Text: phrase("开头", "beginning"), Do: run(c.home), Why: c.notReady},
		{ID: id("end"), Keys: []string{"G", "end"}, Text: phrase("结尾", "end"), Do: run(c.end), Why: c.notReady},
		{ID: id("left"), Counts: true, Keys: []string{"left", "h"}, Text: phrase("到左边", "to the left side"), Do: run(func() { c.setActive(0) }), Why: c.notReady},
		{ID: id("right"), Counts: true, Keys: []string{"right", "l"}, Text: phrase("到右边", "to the right side"), Do: run(func() { c.setActive(1) }), Why: c.notReady},
	}
	return scoped(string(v), list)
}

// tableActions are those of the view of the figures.
func (c *Compare) tableActions() []screen.Action {
	t := &c.table
	line := func(n int) func() tea.Cmd { return run(func() { t.Move(n) }) }
	page := func(n int) func() tea.Cmd { return run(func() { t.Page(n) }) }
	list := []screen.Action{
		{ID: "compare.table.source", Keys: []string{"enter"}, Footer: 1, Text: phrase("看原文", "see the text"), Do: c.source, Why: c.noRow},
		{ID: "compare.table.unfold", Keys: []string{"right", "l"}, Footer: 2, Text: phrase("展开各环节和其他数据", "unfold its family and other figures"), Do: run(func() { c.fold(false) }), Why: c.nothingFolded},
		{ID: "compare.table.fold", Keys: []string{"left", "h"}, Text: phrase("收起", "fold"), Do: run(func() { c.fold(true) }), Why: c.nothingFolded},
		{ID: "compare.table.add", Keys: []string{" ", "a"}, Footer: 3, Text: phrase("摘选", "select"), Do: c.addRow, Why: c.noRow},
		{ID: "compare.table.member", Keys: []string{"p"}, Footer: 4, Text: phrase("按委员人均", "per member"), Do: run(c.toggleMember), Why: c.noMembers},
		{ID: "compare.table.sort", Keys: []string{"s"}, Footer: 5, Text: phrase("排序", "sort"), Do: c.nextOrder, Why: c.notReady},
		{ID: "compare.table.filter", Keys: []string{"/"}, Footer: 7, Text: phrase("筛选", "filter"), Do: c.openFilter, Why: c.notReady},
		{ID: "compare.table.digest", Keys: []string{"t"}, Text: phrase("汇编此主题", "digest of this theme"), Do: c.digest, Why: c.noRow},
		{ID: "compare.table.like", Keys: []string{"*"}, Text: phrase("全库找相近的句子，最早的在前", "sentences like this one in the library, the earliest first"), Do: c.likeRow, Why: c.noFigureHere},
		{ID: "compare.table.copy", Keys: []string{"y"}, Text: phrase("复制此行", "copy the row"), Do: c.copyRow, Why: c.noRow},
		{ID: "compare.table.write", Keys: []string{"w"}, Footer: 8, Text: phrase("写入文件", "write a file"), Do: c.writeTable, Why: c.noRow},
		{ID: "compare.table.down", Counts: true, Keys: []string{"down", "j"}, Text: phrase("下移一行", "line down"), Do: line(1)},
		{ID: "compare.table.up", Counts: true, Keys: []string{"up", "k"}, Text: phrase("上移一行", "line up"), Do: line(-1)},
		{ID: "compare.table.pagedown", Counts: true, Keys: []string{"pgdown", "ctrl+f", "d", "ctrl+d"}, Text: phrase("下一页", "page down"), Do: page(1)},
		{ID: "compare.table.pageup", Counts: true, Keys: []string{"b", "pgup", "ctrl+b", "u", "ctrl+u"}, Text: phrase("上一页", "page up"), Do: page(-1)},
		{ID: "compare.table.home", Keys: []string{"g", "home"}, Text: phrase("开头", "beginning"), Do: run(t.First)},
		{ID: "compare.table.end", Keys: []string{"G", "end"}, Text: phrase("结尾", "end"), Do: run(t.Last)},
	}
	return scoped(string(compare.ViewFigures), list)
}

// wordingActions are those of the view of the shared wording.
func (c *Compare) wordingActions() []screen.Action {
	list := []screen.Action{
		{ID: "compare.wording.next", Counts: true, Keys: []string{"n"}, Footer: 1, Text: phrase("下一处相同", "next passage"), Do: func() tea.Cmd { return c.movePassage(1) }, Why: c.noPassages},
		{ID: "compare.wording.prev", Counts: true, Keys: []string{"p", "N"}, Footer: 2, Text: phrase("上一处", "previous"), Do: func() tea.Cmd { return c.movePassage(-1) }, Why: c.noPassages},
		{ID: "compare.wording.add", Keys: []string{"a"}, Footer: 3, Text: phrase("摘选两边的语句", "select the sentences of both"), Do: c.addShared, Why: c.noPassageNow},
		{ID: "compare.wording.copy", Keys: []string{"y"}, Text: phrase("复制两边的语句", "copy the sentences of both"), Do: c.copyShared, Why: c.noPassageNow},
		{ID: "compare.wording.like", Keys: []string{"*"}, Text: phrase("全库找相近的句子，最早的在前", "sentences like this one in the library, the earliest first"), Do: c.likeShared, Why: c.noPassageNow},
		{ID: "compare.wording.nested", Keys: []string{"z"}, Text: phrase("列出内含的短语，或折叠", "list phrases inside longer ones, or fold them"), Do: c.toggleNested, Why: c.noPassages},
		{ID: "compare.wording.sort", Keys: []string{"s"}, Footer: 4, Text: phrase("排序", "sort"), Do: c.nextPassageOrder, Why: c.noPassages},
		{ID: "compare.wording.link", Keys: []string{"L"}, Footer: 7, Text: phrase("同步或解除", "link or unlink"), Do: c.toggleLink, Why: c.notReady},
	}
	return scoped(string(compare.ViewWording), list)
}

func scoped(scope string, list []screen.Action) []screen.Action {
	for i := range list {
		list[i].Scope = scope
	}
	return list
}

// Why an action can't be done now.

func (c *Compare) notReady() string {
	switch {
	case c.missing():
		return c.env.Texts.Compare.NeedTwo
	case c.data == nil:
		return c.env.Texts.Compare.Working
	}
	return ""
}

// unless adds a reason that counts once the comparison is there.
func (c *Compare) unless(can func() bool, why string) string {
	if not := c.notReady(); not != "" {
		return not
	}
	if !can() {
		return why
	}
	return ""
}

func (c *Compare) noFigures() string {
	return c.unless(func() bool { return len(c.sides[c.active].figures) > 0 }, c.env.Texts.Reader.NoFigures)
}

func (c *Compare) nothingHere() string {
	return c.unless(func() bool { _, ok := c.sides[c.active].block(); return ok }, c.env.Texts.Reader.NothingHere)
}

func (c *Compare) noSearch() string {
	return c.unless(func() bool { return c.sides[c.active].text.Query() != "" }, c.env.Texts.Reader.NoSearch)
}

func (c *Compare) noHits() string {
	return c.unless(c.searched, c.env.Texts.Reader.NoSearch)
}

func (c *Compare) noNotices() string {
	return c.unless(func() bool { return len(c.sides[c.active].report.Notices) > 0 }, c.env.Texts.Reader.NoNotices)
}

func (c *Compare) notPairable() string {
	return c.unless(func() bool { _, ok := c.pairing(); return ok }, c.env.Texts.Compare.NoSection)
}

func (c *Compare) noRow() string {
	return c.unless(func() bool { return c.table.current().row >= 0 }, c.env.Texts.Compare.NoRows)
}

func (c *Compare) noFigureHere() string {
	return c.unless(func() bool { return c.chosen() != nil }, c.env.Texts.Compare.NoRows)
}

func (c *Compare) nothingFolded() string {
	return c.unless(func() bool {
		l := c.table.current()
		if l.row < 0 {
			return false
		}
		return c.folds(l.row)
	}, c.env.Texts.Compare.NoOthers)
}

func (c *Compare) noMembers() string {
	why := c.env.Texts.Compare.NoMembers
	var lack []string
	for _, s := range c.sides {
		if !statesMembers(s.report, c.env.Catalogue.MembersID()) {
			lack = append(lack, name(s.report))
		}
	}
	if len(lack) > 0 {
		why = fmt.Sprintf(c.env.Texts.Compare.NoMembersF, strings.Join(lack, c.env.Texts.Words.Between))
	}
	return c.unless(func() bool { return c.rates }, why)
}

// statesMembers tells whether the number of members is known of a report.
func statesMembers(r *model.Report, id string) bool {
	return r.Members > 0 || slices.ContainsFunc(r.Figures, func(f model.Figure) bool { return f.Headline && f.Indicator == id })
}

func (c *Compare) noPassages() string {
	return c.unless(func() bool { return len(c.list.passages) > 0 }, c.env.Texts.Compare.NoPassages)
}

func (c *Compare) noPassageNow() string {
	return c.unless(func() bool { return c.list.Cursor() >= 0 }, c.env.Texts.Compare.NoPassageNow)
}
