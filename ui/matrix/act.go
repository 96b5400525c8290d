package matrix

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/take"
	"duidu/ui/ask"
	"duidu/ui/write"
)

// Moving and arranging.

func (x *Matrix) move(rows, cols int) tea.Cmd {
	v := x.view()
	if rows != 0 {
		v.list.Move(rows)
	}
	if cols != 0 {
		v.across.Move(cols)
	}
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
	if v.column != v.col() || v.sorted == unsorted {
		v.column, v.sorted = v.col(), falling
		if v.col() == nameColumn {
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
	x.view().list.First()
	x.arrange()
	return nil
}

// sortBeside sorts by the column next to the one sorted by, and goes there.
func (x *Matrix) sortBeside(by int) tea.Cmd {
	v := x.view()
	if v.sorted == unsorted {
		v.sorted, v.column = falling, v.col()-by
	}
	to := v.column + by
	switch t := &x.env.Texts.Matrix; {
	case to < nameColumn:
		return ask.Tell(ask.Info, t.FirstColumn)
	case to >= v.columns():
		return ask.Tell(ask.Info, t.LastColumn)
	}
	v.column = to
	v.across.Go(to)
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

// toggleSparse hides rows and columns with few values, or shows all.
func (x *Matrix) toggleSparse() tea.Cmd {
	v := x.view()
	v.dense, v.sorted = !v.dense, unsorted
	return x.rearrange()
}

// toggleYears sets the reports of each place by year, or as they were.
func (x *Matrix) toggleYears() tea.Cmd {
	v := x.view()
	v.years, v.sorted = !v.years, unsorted
	return x.rearrange()
}

// write asks to write the table as it is arranged.
func (x *Matrix) write() tea.Cmd {
	v := x.view()
	t := write.Table{Columns: []write.Column{{Name: x.nameHead()}}}
	for col := range v.columns() {
		t.Columns = append(t.Columns, write.Column{Name: v.columnName(col)})
	}
	for _, index := range v.order {
		row := []write.Cell{write.Text(v.rowName(index))}
		for col := range v.columns() {
			text := v.grid.text(v.measure, v.cell(index, col), x.env.Words.Numbers)
			if text == noFigure || text == noRate {
				text = ""
			}
			row = append(row, write.Text(text))
		}
		t.Rows = append(t.Rows, row)
	}
	name, _ := x.Title()
	name, _, _ = strings.Cut(name, "  ")
	return ask.Do(ask.Write{Name: strings.NewReplacer("：", " ", "/", " ").Replace(name), Table: t})
}

func (x *Matrix) copy() tea.Cmd {
	v := x.view()
	p, ok := v.current()
	if !ok {
		return ask.Do(ask.Copy{Items: x.rowItems()})
	}
	it, _ := v.grid.item(x.env, x.shown, p)
	return ask.Do(ask.Copy{Items: []take.Item{it}})
}

// digest asks for what these reports say on the theme under the cursor.
func (x *Matrix) digest() tea.Cmd {
	v, theme := x.view(), ""
	if p, ok := v.current(); ok {
		theme = v.grid.topics[x.shown][p.topic].id
		if in, known := x.env.Catalogue.Indicator(theme); x.shown == figures && known {
			theme = in.Theme
		}
	}
	return ask.Do(ask.Open{Screen: ask.Digest, View: theme, Reports: v.grid.numbers})
}

// neighbours opens the county under the cursor among these reports; where one
// is the user's own, the screen takes that.
func (x *Matrix) neighbours() tea.Cmd {
	v, first := x.view(), 0
	if p, ok := v.current(); ok {
		first = p.report
	} else if v.down == reportsDown {
		first = v.order[v.row()]
	}
	return ask.Do(ask.Open{Screen: ask.Neighbours, Reports: append([]int{v.grid.numbers[first]}, v.grid.numbers...)})
}

func (x *Matrix) openFilter() tea.Cmd {
	x.prompt.OpenOver(x.env.Texts.Matrix.FilterLabel, x.view().filter)
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
	if v.down == reportsDown && v.row() >= 0 {
		return v.grid.numbers[v.order[v.row()]], at, true
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
	return ask.Do(ask.SelectAll{Items: x.rowItems(), Name: v.rowName(v.order[v.row()])})
}

func (x *Matrix) rowItems() []take.Item {
	v := x.view()
	var items []take.Item
	for col := range v.columns() {
		if it, ok := v.grid.item(x.env, x.shown, v.cell(v.order[v.row()], col)); ok {
			items = append(items, it)
		}
	}
	return items
}

// nameHead is what stands over the names of the rows.
func (x *Matrix) nameHead() string {
	switch {
	case x.view().down == reportsDown:
		return x.env.Texts.Words.Place
	case x.shown == coverage:
		return x.env.Words.Theme
	}
	return x.env.Words.Indicator
}
