package export

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"duidu/model/take"
	"duidu/ui/cell"
	"duidu/ui/columns"
	"duidu/ui/paper"
	"duidu/ui/write"
)

// View draws the list, the preview, and the hint of a prompt.
func (e *Export) View() []string {
	e.sync()
	f := e.frame
	rows := e.list()
	if f.preview > 0 {
		side := e.preview()
		if f.beside {
			bar := e.env.Styles.Rule.Paint(e.env.Cell.Fit(e.env.Glyphs.Bar, 1)) + " "
			for i := range rows {
				rows[i] += bar + side[i]
			}
		} else {
			rows = append(rows, side...)
		}
	}
	if e.asking != nothing && e.asking != forConsent && len(rows) > 0 {
		if text := e.hintText(); text != "" {
			rows[len(rows)-1] = e.env.Styles.Faint.Paint(e.env.Cell.FitEllipsis(" "+text, f.width))
		}
	}
	return rows
}

// hintText is what the prompt says above itself: the choices, or a hint.
func (e *Export) hintText() string {
	c := e.choices
	if len(c.list) == 0 {
		return e.hint
	}
	var names []string
	from := max(0, c.now)
	for i := range min(len(c.list), 40) {
		path := c.list[(from+i)%len(c.list)]
		folder := path[:strings.LastIndexByte(strings.TrimSuffix(path, "/"), '/')+1]
		names = append(names, strings.TrimPrefix(path, folder))
	}
	return fmt.Sprintf("%d  ", len(c.list)) + strings.Join(names, "   ")
}

// column is a column of the list.
type column struct {
	columns.Column
	head string
	text func(take.Item) string // nil for the number
}

const (
	gutter = 2 // cells for the cursor
	gap    = 2 // between columns
)

// columns are the columns of the list in w cells; the content takes what is
// left.
func (e *Export) columns(w int) []column {
	t, x, c := &e.env.Texts.Words, &e.env.Texts.Export, e.env.Cell
	number := max(c.Width(x.Number), len(strconv.Itoa(e.env.Selection().Len())))
	all := []column{
		{columns.Column{Want: number, Keep: 5}, x.Number, nil},
		{columns.Column{Want: e.kindWidth(), Keep: 3}, t.Kind, func(it take.Item) string { return e.env.Words.Kinds[it.Kind] }},
		{columns.Column{Want: e.widest(placeOf, c.Width(t.Place), 14), Keep: 4}, t.Place, placeOf},
		{columns.Column{Want: 4, Keep: 2}, t.Year, yearOf},
		{columns.Column{Want: e.widest(sectionOf, c.Width(e.env.Words.Section), min(max(8, w/4), 28)), Keep: 1}, e.env.Words.Section, sectionOf},
		{columns.Column{Want: max(8, w/2), Keep: 6, Most: w}, x.Content, e.headOf},
	}
	fits := make([]columns.Column, len(all))
	for i := range all {
		fits[i] = all[i].Column
	}
	for i, n := range columns.Fit(w, gap, fits) {
		all[i].Want = n
	}
	return all
}

// widest is how many cells the items in view need in a column.
func (e *Export) widest(text func(take.Item) string, least, most int) int {
	items := e.env.Selection().Items
	for _, it := range items[min(e.cursor.Top(), len(items)):min(len(items), e.cursor.Top()+e.frame.list)] {
		least = max(least, e.env.Cell.Width(text(it)))
	}
	return min(least, most)
}

func (e *Export) kindWidth() int {
	n := e.env.Cell.Width(e.env.Texts.Words.Kind)
	for _, name := range e.env.Words.Kinds {
		n = max(n, e.env.Cell.Width(name))
	}
	return n
}

func placeOf(it take.Item) string {
	if p := it.Row; p != nil {
		return p.A.Source.Place + "/" + p.B.Source.Place
	}
	return it.Source.Place
}

func yearOf(it take.Item) string {
	y := it.Source.Year
	if it.Row != nil {
		y = it.Row.A.Source.Year
	}
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}

func sectionOf(it take.Item) string {
	if it.Row != nil {
		it = it.Row.A
	}
	if len(it.Trail) == 0 {
		return ""
	}
	return it.Trail[len(it.Trail)-1]
}

// headOf is how an item begins, enough for a row.
func (e *Export) headOf(it take.Item) string {
	switch {
	case it.Figure != nil:
		return e.env.Words.Pick(it.Figure.Name, it.Figure.English) + " " + it.Figure.Text
	case it.Row != nil:
		text := e.env.Words.Pick(it.Row.Name, it.Row.English)
		for _, side := range []take.Item{it.Row.A, it.Row.B} {
			if side.Figure != nil {
				text += " " + side.Figure.Text
			} else {
				text += " —"
			}
		}
		if it.Row.Difference != nil {
			text += " " + e.env.Words.Numbers.Difference(*it.Row.Difference)
		}
		return text
	}
	return strings.ReplaceAll(head(it.Text, 600), "\n", " ")
}

// shorten makes a name for the footer.
func (e *Export) shorten(text string) string {
	cut, _ := e.env.Cell.Cut(text, 24)
	if cut != text {
		cut += e.env.Glyphs.More
	}
	return cut
}

// list draws the head and the visible items.
func (e *Export) list() []string {
	s, c, w, h := e.env.Styles, e.env.Cell, e.frame.listWidth, e.frame.list
	all := e.columns(w)
	gutter := min(gutter, w)
	rows := []string{cell.Blank(gutter) + s.Faint.Paint(e.row(all, w-gutter, func(col column) string { return col.head }))}
	items := e.env.Selection().Items
	if len(items) == 0 {
		rows = append(rows, cell.Blank(w), s.Faint.Paint(c.FitEllipsis("  "+e.env.Texts.Export.Empty, w)))
	}
	from, to := e.cursor.Window()
	for i := from; i < to; i++ {
		text := e.row(all, w-gutter, func(col column) string {
			if col.text == nil {
				return strconv.Itoa(i + 1)
			}
			return col.text(items[i])
		})
		base, sign := s.Text, " "
		if i == e.cursor.Cursor() {
			base, sign = s.Cursor, e.env.Glyphs.Cursor
		}
		if items[i].Kind == take.ItemNote {
			base += s.Faint
		}
		rows = append(rows, (base+s.Accent).Paint(c.Fit(sign, gutter))+base.Paint(text))
	}
	for len(rows) < h {
		rows = append(rows, cell.Blank(w))
	}
	return rows[:h]
}

// row lays out one text a column in w cells.
func (e *Export) row(all []column, w int, text func(column) string) string {
	line := columns.NewRow(e.env.Cell, w)
	for _, col := range all {
		switch {
		case col.Want == 0:
			continue
		case col.text == nil:
			line.Right("", text(col), col.Want)
		default:
			line.Put("", text(col), col.Want)
		}
		line.Put("", "", gap)
	}
	return line.End("")
}

// preview draws what will be written, from the item under the cursor on.
func (e *Export) preview() []string {
	s, c, w, h := e.env.Styles, e.env.Cell, e.frame.previewWidth, e.frame.preview
	t := &e.env.Texts.Export
	title := t.Preview + " " + e.env.Glyphs.Crumb + " " + t.Format(e.format)
	rows := []string{s.Faint.Paint(c.FitEllipsis(title, w))}
	if !e.frame.beside {
		line := c.Fit(e.env.Glyphs.Rule+e.env.Glyphs.Rule+" "+title+" ", min(w, c.Width(title)+2*c.Width(e.env.Glyphs.Rule)+2))
		rows[0] = s.Rule.Paint(line + c.Repeat(e.env.Glyphs.Rule, w-c.Width(line)))
	}
	for i, text := range strings.Split(e.excerpt(w*h), "\n") {
		if len(rows) >= h {
			break
		}
		ink := s.Text
		if i == 0 && e.format != write.FormatJSON && e.format != write.FormatCSV && e.format != write.FormatXLSX {
			ink = s.Strong
		}
		text = cell.Plain(text)
		for _, line := range c.Wrap(text, w, cell.Options{}) {
			if len(rows) < h {
				rows = append(rows, c.Paint(text, line, w, ink, nil))
			}
		}
	}
	for len(rows) < h {
		rows = append(rows, cell.Blank(w))
	}
	return rows[:h]
}

// excerpt is the beginning of what will be written for the items from the
// cursor on: no more of each than the preview can show, so that a key costs
// the same however much has been selected.
func (e *Export) excerpt(most int) string {
	all, at := e.env.Selection().Items, max(0, e.cursor.Cursor())
	var some take.Selection
	left := 4 * most
	for _, it := range all[at:min(len(all), at+e.frame.preview)] {
		it.Text, it.Original = head(it.Text, 4*most), head(it.Original, 4*most)
		some.Items = append(some.Items, it)
		// Four bytes a cell are more than the preview can show.
		if left -= len(it.Text) + len(it.Original) + len(it.Sentence); left < 0 {
			break
		}
	}
	return strings.TrimRight(paper.Excerpt(some.Items, e.format, e.env.Words, at+1), "\r\n")
}

// head is the beginning of a text, at most n bytes, whole characters.
func head(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}
