package matrix

import (
	tea "github.com/charmbracelet/bubbletea"

	"duidu/ui/lang"
	"duidu/ui/screen"
)

// Actions is the screen's part of the table of keys.
func (x *Matrix) Actions() []screen.Action {
	p := func(zh, en string) lang.Phrase { return lang.Phrase{ZH: zh, EN: en} }
	move := func(rows, cols int) func() tea.Cmd { return func() tea.Cmd { return x.move(rows, cols) } }
	page := func(by int) func() tea.Cmd {
		return func() tea.Cmd { return x.move(by*max(1, x.frame.rows-1), 0) }
	}
	aside := func(by int) func() tea.Cmd {
		return func() tea.Cmd { return x.move(0, by*max(1, x.frame.columns)) }
	}
	const far = 1 << 40
	return []screen.Action{
		{ID: "matrix.open", Keys: []string{"enter"}, Footer: 1, Text: p("看原文", "go to the sentence"), Do: x.open, Why: x.noSource},
		{ID: "matrix.other", Keys: []string{"tab", "shift+tab"}, Footer: 2, Text: p("数据与篇幅", "figures or coverage"), Do: x.other},
		{ID: "matrix.select", Keys: []string{" ", "a"}, Footer: 3, Text: p("摘选", "select"), Do: x.take, Why: x.nothingToTake},
		{ID: "matrix.selectrow", Keys: []string{"A"}, Footer: 4, Text: p("摘选整行", "select the row"), Do: x.takeRow, Why: x.noRow},
		{ID: "matrix.sort", Keys: []string{"s"}, Footer: 5, Text: p("按此列排序", "sort by this column"), Do: x.sort, Why: x.notYet},
		{ID: "matrix.permember", Keys: []string{"p"}, Footer: 6, Text: p("委员人均", "per member"), Do: x.perMember, Why: x.noMembers},
		{ID: "matrix.turn", Keys: []string{"x"}, Footer: 7, Text: p("行列对换", "swap rows and columns"), Do: x.turn, Why: x.notYet},
		{ID: "matrix.filter", Keys: []string{"/"}, Footer: 8, Text: p("筛选", "filter"), Do: x.openFilter, Why: x.notYet},
		{ID: "matrix.sparse", Keys: []string{"z"}, Footer: 9, Text: p("隐藏稀疏行列", "hide sparse rows"), Do: x.toggleSparse, Why: x.notYet},
		{ID: "matrix.years", Keys: []string{"o"}, Text: p("按地区和年度排列", "by place and year"), Do: x.toggleYears, Why: x.notYet},
		{ID: "matrix.write", Keys: []string{"w"}, Footer: 7, Text: p("写入文件", "write a file"), Do: x.write, Why: x.noRow},
		{ID: "matrix.copy", Keys: []string{"y"}, Text: p("复制", "copy"), Do: x.copy, Why: x.nothingToTake},
		{ID: "matrix.digest", Keys: []string{"t"}, Text: p("汇编此主题", "digest of this theme"), Do: x.digest, Why: x.noRow},
		{ID: "matrix.neighbours", Keys: []string{"n"}, Text: p("本县（或光标处的县）与邻县、历年", "your own county, or the one here: neighbours and years"), Do: x.neighbours, Why: x.noRow},
		{ID: "matrix.sortleft", Keys: []string{"<"}, Text: p("改按左边一列排序", "sort by the column to the left"), Do: func() tea.Cmd { return x.sortBeside(-1) }, Why: x.notYet},
		{ID: "matrix.sortright", Keys: []string{">"}, Text: p("改按右边一列排序", "sort by the column to the right"), Do: func() tea.Cmd { return x.sortBeside(1) }, Why: x.notYet},
		{ID: "matrix.left", Counts: true, Keys: []string{"left", "h"}, Text: p("左移一列", "column to the left"), Do: move(0, -1), Why: x.notYet},
		{ID: "matrix.right", Counts: true, Keys: []string{"right", "l"}, Text: p("右移一列", "column to the right"), Do: move(0, 1), Why: x.notYet},
		{ID: "matrix.pageleft", Counts: true, Keys: []string{"["}, Text: p("左移一屏", "screen to the left"), Do: aside(-1), Why: x.notYet},
		{ID: "matrix.pageright", Counts: true, Keys: []string{"]"}, Text: p("右移一屏", "screen to the right"), Do: aside(1), Why: x.notYet},
		{ID: "matrix.firstcolumn", Keys: []string{"^", "0"}, Text: p("第一列", "first column"), Do: move(0, -far), Why: x.notYet},
		{ID: "matrix.lastcolumn", Keys: []string{"$"}, Text: p("最后一列", "last column"), Do: move(0, far), Why: x.notYet},
		{ID: "matrix.down", Counts: true, Keys: []string{"down", "j"}, Text: p("下移一行", "row down"), Do: move(1, 0), Why: x.notYet},
		{ID: "matrix.up", Counts: true, Keys: []string{"up", "k"}, Text: p("上移一行", "row up"), Do: move(-1, 0), Why: x.notYet},
		{ID: "matrix.pagedown", Counts: true, Keys: []string{"pgdown", "ctrl+f", "d"}, Text: p("下一页", "page down"), Do: page(1), Why: x.notYet},
		{ID: "matrix.pageup", Counts: true, Keys: []string{"pgup", "ctrl+b", "b", "u"}, Text: p("上一页", "page up"), Do: page(-1), Why: x.notYet},
		{ID: "matrix.top", Keys: []string{"g", "home"}, Text: p("第一行", "first row"), Do: move(-far, 0), Why: x.notYet},
		{ID: "matrix.bottom", Keys: []string{"G", "end"}, Text: p("最后一行", "last row"), Do: move(far, 0), Why: x.notYet},
		{ID: "matrix.back", Keys: []string{"esc"}, Text: p("取消筛选，返回", "clear the filter, go back"), Do: x.back},
	}
}

func (x *Matrix) notYet() string {
	if !x.ready() {
		return x.env.Texts.Matrix.NotYet
	}
	return ""
}

func (x *Matrix) noRow() string {
	switch t := &x.env.Texts.Matrix; {
	case !x.ready():
		return t.NotYet
	case len(x.view().order) == 0:
		return t.Nothing
	}
	return ""
}

func (x *Matrix) noSource() string {
	if why := x.noRow(); why != "" {
		return why
	}
	t, v := &x.env.Texts.Matrix, x.view()
	if _, _, ok := x.source(); ok {
		return ""
	}
	p, found := v.current()
	if !found {
		return t.NoReportHere
	}
	if _, s := v.grid.value(measure{table: x.shown}, p); s == missing {
		return t.EmptyCell
	}
	return t.NoSentence
}

func (x *Matrix) nothingToTake() string {
	if why := x.noRow(); why != "" {
		return why
	}
	v := x.view()
	if p, ok := v.current(); ok {
		if _, s := v.grid.value(measure{table: x.shown}, p); s == missing {
			return x.env.Texts.Matrix.EmptyCell
		}
	}
	return ""
}

func (x *Matrix) noMembers() string {
	switch t := &x.env.Texts.Matrix; {
	case !x.ready():
		return t.NotYet
	case x.shown != figures:
		return t.OnlyCount
	case !x.view().grid.members:
		return t.NoMembers
	}
	return ""
}
