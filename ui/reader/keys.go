package reader

import (
	tea "github.com/charmbracelet/bubbletea"

	"duidu/ui/correct"
	"duidu/ui/lang"
	"duidu/ui/pane"
	"duidu/ui/screen"
)

// Actions is the reader's part of the table of keys.
func (r *Reader) Actions() []screen.Action {
	p := func(zh, en string) lang.Phrase { return lang.Phrase{ZH: zh, EN: en} }
	return []screen.Action{
		{ID: "reader.jump", Keys: []string{"enter"}, Footer: 1, Text: p("跳到此处", "go there"), Do: r.jump, Why: r.notOnSide},
		{ID: "reader.figure", Counts: true, Keys: []string{"f"}, Footer: 2, Text: p("下一数据", "next figure"), Do: r.nextFigure, Why: r.noFigures},
		{ID: "reader.figureback", Counts: true, Keys: []string{"F"}, Text: p("上一数据", "previous figure"), Do: r.prevFigure, Why: r.noFigures},
		{ID: "reader.add", Keys: []string{"a"}, Footer: 4, Text: p("摘选", "select"), Do: r.add, Why: r.nothingToAdd},
		{ID: "reader.addsentence", Keys: []string{"A"}, Text: p("摘选数据所在的语句", "select the sentence of the figure"), Do: r.addSentence, Why: r.noFigureNow},
		{ID: "reader.visual", Keys: []string{"v"}, Text: p("选取语句，再按 ↓ ↑ 增减", "select sentences; down and up take in more or less"), Do: r.visualMode},
		{ID: "reader.search", Keys: []string{"/"}, Footer: 5, Text: p("检索", "search"), Do: func() tea.Cmd { return r.openSearch("/", pane.Forward) }},
		{ID: "reader.searchback", Keys: []string{"?"}, Text: p("向上检索", "search backward"), Do: func() tea.Cmd { return r.openSearch("?", pane.Backward) }},
		{ID: "reader.again", Counts: true, Keys: []string{"n"}, Text: p("下一处", "next hit"), Do: func() tea.Cmd { return r.again(pane.Forward) }, Why: r.noSearch},
		{ID: "reader.againback", Counts: true, Keys: []string{"N"}, Text: p("上一处", "previous hit"), Do: func() tea.Cmd { return r.again(pane.Backward) }, Why: r.noSearch},
		{ID: "reader.original", Keys: []string{"o"}, Footer: 6, Text: p("原文", "original"), Do: r.nextForm, Why: r.noOriginal},
		{ID: "reader.filter", Keys: []string{"&"}, Text: p("只看有检索结果的段落，或看全部", "show only paragraphs with hits, or all"), Do: r.filter},
		{ID: "reader.bookmark", Keys: []string{"m"}, Text: p("在此处加书签，或去掉", "put a bookmark here, or take it away"), Do: r.bookmark, Why: r.noText},
		{ID: "reader.bookmarks", Keys: []string{"'"}, Text: p("书签", "bookmarks"), Do: func() tea.Cmd { return r.toggleSide(sideBookmarks) }, Why: r.noBookmarks},
		{ID: "reader.fold", Keys: []string{"z"}, Text: p("折叠目录中的一项，或展开", "fold an entry of the outline, or unfold it"), Do: r.fold},
		{ID: "reader.foldall", Keys: []string{"Z"}, Text: p("折叠全部目录，或展开", "fold the whole outline, or unfold it"), Do: r.foldAll},
		{ID: "reader.wider", Keys: []string{"+", "="}, Text: p("加宽正文", "widen the text"), Do: func() tea.Cmd { return r.setMeasure(measureStep) }},
		{ID: "reader.narrower", Keys: []string{"-"}, Text: p("收窄正文", "narrow the text"), Do: func() tea.Cmd { return r.setMeasure(-measureStep) }},
		{ID: "reader.sentences", Keys: []string{"s"}, Text: p("一句一行，或连排", "a line a sentence, or running text"), Do: r.toggleSentences, Why: r.noText},
		{ID: "reader.marks", Keys: []string{","}, Text: p("汉字间的半角标点显示为全角，或照原样", "show half-width marks between Chinese characters at full width, or as they are"), Do: r.toggleMarks, Why: r.noText},
		{ID: "reader.digest", Keys: []string{"t"}, Text: p("汇编此主题", "digest of this theme"), Do: r.digest, Why: r.noText},
		{ID: "reader.like", Keys: []string{"*"}, Text: p("全库找相近的句子，最早的在前", "sentences like this one in the library, the earliest first"), Do: r.like, Why: r.noText},
		{ID: "reader.copy", Keys: []string{"y"}, Text: p("复制选取的文字，或数据所在的语句", "copy the selected text, or the sentence of the figure"), Do: r.copy, Why: r.noText},
		{ID: "reader.correct", Keys: []string{"C"}, Text: p("更正数据，没有选中数据时更正地区、年度、委员人数", "set a figure right; without one the place, year and members"), Do: r.correct, Why: func() string { return correct.WhyNot(r.env, r.report) }},
		{ID: "reader.uncorrect", Keys: []string{"U"}, Text: p("撤销更正", "take a correction back"), Do: r.uncorrect, Why: func() string { return correct.NoneOf(r.env, r.report.Content) }},
		{ID: "reader.notices", Keys: []string{"i"}, Footer: 7, Text: p("提示", "notices"), Do: r.toggleNotices, Why: r.noNotices},
		{ID: "reader.side", Keys: []string{"tab", "shift+tab"}, Footer: 3, Text: p("目录与正文", "outline and text"), Do: r.toggleFocus},
		{ID: "reader.outline", Keys: []string{"O"}, Text: p("显示或收起目录", "show or hide the outline"), Do: r.toggleOutline},
		{ID: "reader.down", Counts: true, Keys: []string{"down", "j"}, Text: p("下移一行", "line down"), Do: func() tea.Cmd { return r.scroll(1) }},
		{ID: "reader.up", Counts: true, Keys: []string{"up", "k"}, Text: p("上移一行", "line up"), Do: func() tea.Cmd { return r.scroll(-1) }},
		{ID: "reader.pagedown", Counts: true, Keys: []string{" ", "pgdown", "ctrl+f"}, Text: p("下一页", "page down"), Do: func() tea.Cmd { return r.page(1) }},
		{ID: "reader.pageup", Counts: true, Keys: []string{"b", "pgup", "ctrl+b"}, Text: p("上一页", "page up"), Do: func() tea.Cmd { return r.page(-1) }},
		{ID: "reader.halfdown", Counts: true, Keys: []string{"d", "ctrl+d"}, Text: p("下半页", "half a page down"), Do: func() tea.Cmd { return r.half(1) }},
		{ID: "reader.halfup", Counts: true, Keys: []string{"u", "ctrl+u"}, Text: p("上半页", "half a page up"), Do: func() tea.Cmd { return r.half(-1) }},
		{ID: "reader.home", Keys: []string{"g", "home"}, Text: p("开头", "beginning"), Do: r.home},
		{ID: "reader.end", Keys: []string{"G", "end"}, Text: p("结尾", "end"), Do: r.end},
		{ID: "reader.nextsection", Counts: true, Keys: []string{"]"}, Text: p("下一章节", "next section"), Do: func() tea.Cmd { return r.section(1) }},
		{ID: "reader.prevsection", Counts: true, Keys: []string{"["}, Text: p("上一章节", "previous section"), Do: func() tea.Cmd { return r.section(-1) }},
		{ID: "reader.left", Counts: true, Keys: []string{"left", "h"}, Text: p("到目录", "to the outline"), Do: func() tea.Cmd { return r.setFocus(onSide) }},
		{ID: "reader.right", Counts: true, Keys: []string{"right", "l"}, Text: p("到正文", "to the text"), Do: func() tea.Cmd { return r.setFocus(onText) }},
		{ID: "reader.back", Keys: []string{"esc"}, Text: p("返回上一级", "go one level back"), Do: r.back},
	}
}

func (r *Reader) notOnSide() string {
	if r.focus != onSide {
		return r.env.Texts.Reader.OnlyInOutline
	}
	return ""
}

func (r *Reader) noFigures() string {
	switch {
	case r.form == asSpelt:
		return r.env.Texts.Reader.NotInOriginal
	case len(r.report.Figures) == 0:
		return r.env.Texts.Reader.NoFigures
	}
	return ""
}

func (r *Reader) noFigureNow() string {
	if r.text.Figure() < 0 {
		return r.env.Texts.Reader.NoFigureNow
	}
	return ""
}

func (r *Reader) noText() string {
	if len(r.report.Blocks()) == 0 {
		return r.env.Texts.Reader.NothingHere
	}
	return ""
}

func (r *Reader) nothingToAdd() string {
	if len(r.outline.items) == 0 {
		return r.env.Texts.Reader.NothingHere
	}
	return ""
}

func (r *Reader) noSearch() string {
	if r.text.Query() == "" {
		return r.env.Texts.Reader.NoSearch
	}
	return ""
}

func (r *Reader) noOriginal() string {
	if !r.spelt {
		return r.env.Texts.Reader.NoOriginal
	}
	return ""
}

func (r *Reader) noNotices() string {
	if len(r.report.Notices) == 0 {
		return r.env.Texts.Reader.NoNotices
	}
	return ""
}
