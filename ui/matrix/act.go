package matrix

import (
	"strings"

	"duidu/model"
	"duidu/ui/ask"
	"duidu/ui/lang"
	"duidu/ui/screen"

	tea "github.com/charmbracelet/bubbletea"
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
		{ID: "matrix.sortleft", Keys: []string{"<"}, Text: p("改按左边一列排序", "sort by the column to the left"), Do: func() tea.Cmd { return x.sortBeside(-1) }, Why: x.notYet},
		{ID: "matrix.sortright", Keys: []string{">"}, Text: p("改按右边一列排序", "sort by the column to the right"), Do: func() tea.Cmd { return x.sortBeside(1) }, Why: x.notYet},
		{ID: "matrix.left", Keys: []string{"left", "h"}, Text: p("左移一列", "column to the left"), Do: move(0, -1), Why: x.notYet},
		{ID: "matrix.right", Keys: []string{"right", "l"}, Text: p("右移一列", "column to the right"), Do: move(0, 1), Why: x.notYet},
		{ID: "matrix.pageleft", Keys: []string{"["}, Text: p("左移一屏", "screen to the left"), Do: aside(-1), Why: x.notYet},
		{ID: "matrix.pageright", Keys: []string{"]"}, Text: p("右移一屏", "screen to the right"), Do: aside(1), Why: x.notYet},
		{ID: "matrix.firstcolumn", Keys: []string{"^", "0"}, Text: p("第一列", "first column"), Do: move(0, -far), Why: x.notYet},
		{ID: "matrix.lastcolumn", Keys: []string{"$"}, Text: p("最后一列", "last column"), Do: move(0, far), Why: x.notYet},
		{ID: "matrix.down", Keys: []string{"down", "j"}, Text: p("下移一行", "row down"), Do: move(1, 0), Why: x.notYet},
		{ID: "matrix.up", Keys: []string{"up", "k"}, Text: p("上移一行", "row up"), Do: move(-1, 0), Why: x.notYet},
		{ID: "matrix.pagedown", Keys: []string{"pgdown", "ctrl+f", "d"}, Text: p("下一页", "page down"), Do: page(1), Why: x.notYet},
		{ID: "matrix.pageup", Keys: []string{"pgup", "ctrl+b", "b", "u"}, Text: p("上一页", "page up"), Do: page(-1), Why: x.notYet},
		{ID: "matrix.top", Keys: []string{"g", "home"}, Text: p("第一行", "first row"), Do: move(-far, 0), Why: x.notYet},
		{ID: "matrix.bottom", Keys: []string{"G", "end"}, Text: p("最后一行", "last row"), Do: move(far, 0), Why: x.notYet},
		{ID: "matrix.back", Keys: []string{"esc"}, Text: p("取消筛选，返回", "clear the filter, go back"), Do: x.back},
	}
}

// Moving and arranging.

func (x *Matrix) move(rows, cols int) tea.Cmd {
	v := x.view()
	v.row += rows
	v.col += cols
	v.keepInView(x.frame.rows, x.frame.columns)
	return nil
}

func (x *Matrix) other() tea.Cmd {
	x.shown = (x.shown + 1) % tables
	x.arrange()
	return nil
}

// sort goes from the largest first to the smallest first to the order of
// the catalogue or the library.
func (x *Matrix) sort() tea.Cmd {
	v := x.view()
	if v.column != v.col || v.sorted == unsorted {
		v.column, v.sorted = v.col, falling
		if v.col == nameColumn {
			v.sorted = rising
		}
	} else {
		v.sorted = map[direction]direction{falling: rising, rising: unsorted}[v.sorted]
	}
	return x.fromTop()
}

// fromTop arranges the rows and goes to the first: who leads is what a
// sorted column is asked for.
func (x *Matrix) fromTop() tea.Cmd {
	x.view().arrange()
	x.view().row = 0
	x.arrange()
	return nil
}

// sortBeside sorts by the column next to the one sorted by, and goes there.
func (x *Matrix) sortBeside(by int) tea.Cmd {
	v := x.view()
	if v.sorted == unsorted {
		v.sorted, v.column = falling, v.col-by
	}
	to := v.column + by
	switch t := &x.env.Texts.Matrix; {
	case to < nameColumn:
		return ask.Tell(ask.Info, t.FirstColumn)
	case to >= v.columns():
		return ask.Tell(ask.Info, t.LastColumn)
	}
	v.column, v.col = to, to
	return x.fromTop()
}

func (x *Matrix) rearrange() tea.Cmd {
	x.view().arrange()
	x.arrange()
	return nil
}

func (x *Matrix) perMember() tea.Cmd {
	m := &x.view().measure
	m.perMember = !m.perMember
	return x.rearrange()
}

func (x *Matrix) turn() tea.Cmd {
	x.view().turn()
	x.arrange()
	return nil
}

func (x *Matrix) openFilter() tea.Cmd {
	x.prompt.OpenWith(x.env.Texts.Matrix.FilterLabel, x.view().filter)
	return nil
}

func (x *Matrix) back() tea.Cmd {
	if x.ready() && x.view().filter != "" {
		x.setFilter("")
		return nil
	}
	return ask.Do(ask.Back{})
}

// Going to the source, and taking away.

// source is the report under the cursor and the place in it: its beginning
// where the cursor is on its name.
func (x *Matrix) source() (number int, at model.Anchor, ok bool) {
	v := x.view()
	if p, found := v.current(); found {
		at, ok = v.grid.anchor(x.shown, p)
		return v.grid.numbers[p.report], at, ok
	}
	if v.down == reportsDown && v.row < len(v.order) {
		return v.grid.numbers[v.order[v.row]], at, true
	}
	return 0, at, false
}

// figure is the figure under the cursor, nil if there is none.
func (x *Matrix) figure() *model.Figure {
	p, ok := x.view().current()
	if !ok || x.shown != figures {
		return nil
	}
	return x.view().grid.matrix.Indicators[p.topic].Cells[p.report].Figure
}

func (x *Matrix) open() tea.Cmd {
	number, at, _ := x.source()
	return ask.Do(ask.Open{Screen: ask.Reader, Reports: []int{number}, At: at, Figure: x.figure()})
}

func (x *Matrix) take() tea.Cmd {
	v := x.view()
	p, ok := v.current()
	if !ok {
		return x.takeRow()
	}
	it, _ := v.grid.item(x.env, x.shown, p)
	return ask.Do(ask.Select{Item: it})
}

func (x *Matrix) takeRow() tea.Cmd {
	v := x.view()
	return ask.Do(ask.SelectAll{Items: x.rowItems(), Name: v.rowName(v.order[v.row])})
}

func (x *Matrix) rowItems() []model.Item {
	v := x.view()
	var items []model.Item
	for col := range v.columns() {
		if it, ok := v.grid.item(x.env, x.shown, v.cell(v.order[v.row], col)); ok {
			items = append(items, it)
		}
	}
	return items
}

// Why not.

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

// What is kept until the next start.

// setting is how the figures were arranged.
type setting struct {
	down      string // topics, reports; empty for whichever suits
	sortedBy  string // id of a topic
	direction direction
	perMember bool
}

// Keep is the arrangement of the figures.
func (x *Matrix) Keep() string {
	if !x.ready() {
		return x.recall.String()
	}
	v := &x.views[figures]
	s := setting{down: x.recall.down, perMember: v.measure.perMember}
	if usual := len(v.grid.names) >= manyReports; usual != (v.down == reportsDown) || s.down != "" {
		s.down = map[down]string{topicsDown: "topics", reportsDown: "reports"}[v.down]
	}
	if v.down == reportsDown && v.sorted != unsorted && v.column >= 0 {
		s.sortedBy, s.direction = v.grid.topics[figures][v.column].id, v.sorted
	}
	return s.String()
}

// String writes a setting as words.
func (s setting) String() string {
	var words []string
	add := func(key, value string) {
		if value != "" {
			words = append(words, key+"="+value)
		}
	}
	add("down", s.down)
	add(map[direction]string{falling: "falling", rising: "rising"}[s.direction], s.sortedBy)
	if s.perMember {
		add("per", "member")
	}
	return strings.Join(words, " ")
}

// Recall reads a setting; it is taken up once there is something to arrange.
func (x *Matrix) Recall(kept string) {
	var s setting
	for _, word := range strings.Fields(kept) {
		key, value, _ := strings.Cut(word, "=")
		switch key {
		case "down":
			s.down = value
		case "falling":
			s.sortedBy, s.direction = value, falling
		case "rising":
			s.sortedBy, s.direction = value, rising
		case "per":
			s.perMember = value == "member"
		}
	}
	x.recall = s
}

// takeUp arranges the figures as they were.
func (x *Matrix) takeUp(s setting) {
	v := &x.views[figures]
	if s.down == "topics" || s.down == "reports" {
		for t := range tables {
			x.views[t].down = map[string]down{"topics": topicsDown, "reports": reportsDown}[s.down]
			x.views[t].arrange()
		}
	}
	v.measure.perMember = s.perMember && v.grid.members
	if v.down == reportsDown {
		for i, t := range v.grid.topics[figures] {
			if t.id == s.sortedBy {
				v.column, v.sorted = i, s.direction
			}
		}
	}
	v.arrange()
}
