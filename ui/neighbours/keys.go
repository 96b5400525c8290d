package neighbours

import (
	tea "github.com/charmbracelet/bubbletea"

	"duidu/model/take"
	"duidu/ui/ask"
	"duidu/ui/lang"
	"duidu/ui/screen"
	"duidu/ui/write"
)

// Actions is the screen's part of the table of keys.
func (x *Neighbours) Actions() []screen.Action {
	p := func(zh, en string) lang.Phrase { return lang.Phrase{ZH: zh, EN: en} }
	down := func(by int) func() tea.Cmd { return func() tea.Cmd { x.list.Move(by); return nil } }
	aside := func(by int) func() tea.Cmd { return func() tea.Cmd { x.across.Move(by); return nil } }
	page := func(by int) func() tea.Cmd { return func() tea.Cmd { x.list.Page(by); return nil } }
	const far = 1 << 40
	return []screen.Action{
		{ID: "neighbours.strongest", Scope: "standing", Keys: []string{"enter"}, Footer: 1, Text: p("最强三县的原句", "sentences of the strongest three"), Do: x.toggleSentences, Why: x.noRow},
		{ID: "neighbours.read", Keys: []string{"o"}, Footer: 2, Text: p("看原文", "go to the sentence"), Do: x.open, Why: x.noFigure},
		{ID: "neighbours.standing", Keys: []string{"1"}, Footer: 3, Text: p("名次", "standing"), Do: func() tea.Cmd { return x.show(standing) }, Why: x.noPlace},
		{ID: "neighbours.years", Keys: []string{"2"}, Footer: 4, Text: p("历年", "years"), Do: func() tea.Cmd { return x.show(years) }, Why: x.noPlace},
		{ID: "neighbours.indicator", Keys: []string{"3"}, Footer: 5, Text: p("此项各地历年", "this indicator over places and years"), Do: func() tea.Cmd { return x.show(indicator) }, Why: x.noRow},
		{ID: "neighbours.select", Keys: []string{" ", "a"}, Footer: 6, Text: p("摘选", "select"), Do: x.take, Why: x.noFigure},
		{ID: "neighbours.write", Keys: []string{"w"}, Footer: 7, Text: p("写入文件", "write a file"), Do: x.write, Why: x.noRow},
		{ID: "neighbours.copy", Keys: []string{"y"}, Text: p("复制", "copy"), Do: x.copy, Why: x.noFigure},
		{ID: "neighbours.sort", Scope: "standing", Keys: []string{"s"}, Footer: 8, Text: p("排序", "sort"), Do: x.nextOrder, Why: x.noRow},
		{ID: "neighbours.filter", Keys: []string{"/"}, Text: p("筛选", "filter"), Do: x.openFilter, Why: x.noPlace},
		{ID: "neighbours.left", Counts: true, Keys: []string{"left", "h"}, Text: p("左移一列", "column to the left"), Do: aside(-1), Why: x.noRow},
		{ID: "neighbours.right", Counts: true, Keys: []string{"right", "l"}, Text: p("右移一列", "column to the right"), Do: aside(1), Why: x.noRow},
		{ID: "neighbours.down", Counts: true, Keys: []string{"down", "j"}, Text: p("下移一行", "row down"), Do: down(1), Why: x.noRow},
		{ID: "neighbours.up", Counts: true, Keys: []string{"up", "k"}, Text: p("上移一行", "row up"), Do: down(-1), Why: x.noRow},
		{ID: "neighbours.pagedown", Counts: true, Keys: []string{"pgdown", "ctrl+f", "d"}, Text: p("下一页", "page down"), Do: page(1), Why: x.noRow},
		{ID: "neighbours.pageup", Counts: true, Keys: []string{"pgup", "ctrl+b", "b", "u"}, Text: p("上一页", "page up"), Do: page(-1), Why: x.noRow},
		{ID: "neighbours.top", Keys: []string{"g", "home"}, Text: p("第一行", "first row"), Do: down(-far), Why: x.noRow},
		{ID: "neighbours.bottom", Keys: []string{"G", "end"}, Text: p("最后一行", "last row"), Do: down(far), Why: x.noRow},
		{ID: "neighbours.back", Keys: []string{"esc"}, Text: p("收起原句，返回", "close the sentences, go back"), Do: x.back},
	}
}

func (x *Neighbours) noPlace() string {
	if x.own < 0 {
		return x.env.Texts.Neighbours.NoPlace
	}
	return ""
}

func (x *Neighbours) noRow() string {
	if x.empty() {
		return x.message()
	}
	return ""
}

func (x *Neighbours) noFigure() string {
	if why := x.noRow(); why != "" {
		return why
	}
	if x.current().figure == nil {
		return x.env.Texts.Matrix.EmptyCell
	}
	return ""
}

// show goes to another table; the third is of the indicator under the cursor.
func (x *Neighbours) show(v view) tea.Cmd {
	if v == x.shown {
		return nil
	}
	if r := x.row(); r != nil && x.shown != indicator {
		x.indicator = r.id
	}
	x.shown, x.sentences = v, false
	return x.Start()
}

// nextOrder sorts the rows in another way.
func (x *Neighbours) nextOrder() tea.Cmd {
	x.order = (x.order + 1) % orders
	x.sort()
	x.list.First()
	t := x.env.Texts
	return ask.Tell(ask.Info, [orders]string{t.Compare.ByCatalogue, t.Neighbours.ByRank, t.Compare.ByTrust}[x.order])
}

func (x *Neighbours) openFilter() tea.Cmd {
	x.filter.Ask(x.env.Texts.Library.FilterLabel)
	return nil
}

func (x *Neighbours) toggleSentences() tea.Cmd {
	x.sentences = !x.sentences
	x.arrange()
	return nil
}

func (x *Neighbours) back() tea.Cmd {
	switch {
	case x.sentences:
		return x.toggleSentences()
	case x.filter.Text() != "":
		x.filter.Set("")
		x.sort()
		return nil
	}
	return ask.Do(ask.Back{})
}

func (x *Neighbours) open() tea.Cmd {
	r := x.current()
	at, _ := r.report.FigureAnchor(r.figure)
	return ask.Do(ask.Open{Screen: ask.Reader, Reports: []int{r.number}, At: at, Figure: r.figure})
}

func (x *Neighbours) item() take.Item {
	r := x.current()
	return take.Figure(r.report, r.figure, x.env.Catalogue)
}

func (x *Neighbours) take() tea.Cmd { return ask.Do(ask.Select{Item: x.item()}) }
func (x *Neighbours) copy() tea.Cmd { return ask.Do(ask.Copy{Items: []take.Item{x.item()}}) }

// write asks to write the table as it stands; what is missing is an empty
// cell.
func (x *Neighbours) write() tea.Cmd {
	head, rows := append([]string{x.data.name}, x.data.head...), [][]string(nil)
	for _, i := range x.rows {
		r := &x.data.rows[i]
		line := []string{r.name}
		for _, text := range r.cells {
			if text == noFigure || text == noReport {
				text = ""
			}
			line = append(line, text)
		}
		rows = append(rows, line)
	}
	name, _ := x.Title()
	return ask.Do(ask.Write{Name: name, Table: write.Texts(head, rows)})
}
