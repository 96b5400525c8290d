package digest

import (
	"fmt"
	"strings"

	"duidu/ui/cell"
	"duidu/ui/columns"
)

// frame says which cells of the body belong to what.
type frame struct {
	width, height int
	side          int // cells of the list of reports, 0 for none
	text          int // cells of the text
	rows          int // of both
	foot          int // rows of the figures below
}

// sideFrom is the width from which the reports are listed beside the text.
const sideFrom = 90

func newFrame(width, height int) frame {
	f := frame{width: width, height: height, text: width}
	if width >= sideFrom {
		f.side = min(max(28, width/5), 44)
		f.text = width - f.side - 1
	}
	if height >= 12 {
		f.foot = 2 // a rule and the figures
	}
	f.rows = max(0, height-f.foot)
	return f
}

// textAt is the column where the text begins.
func (f frame) textAt() int {
	if f.side == 0 {
		return 0
	}
	return f.side + 1
}

// View draws the list, the text and the figures.
func (d *Digest) View() []string {
	f, s := d.frame, d.env.Styles
	rows := make([]string, 0, f.height)
	if d.data == nil || len(d.data.passages) == 0 {
		text := d.env.Texts.Digest.Working
		if d.data != nil {
			text = fmt.Sprintf(d.env.Texts.Digest.NothingF, d.env.ThemeName(d.theme))
		}
		for i := range f.height {
			row := cell.Blank(f.width)
			if i == f.height/3 {
				row = s.Faint.Paint(d.env.Cell.FitEllipsis("  "+text, f.width))
			}
			rows = append(rows, row)
		}
		return rows
	}
	side := d.side()
	for y, text := range d.text.View() {
		if f.side > 0 {
			text = side[y] + s.Rule.Paint(d.env.Glyphs.Bar) + text
		}
		rows = append(rows, text)
	}
	if f.foot > 0 {
		rows = append(rows, s.Rule.Paint(d.env.Cell.Repeat(d.env.Glyphs.Rule, f.width)), d.figures())
	}
	return rows
}

// side lists the reports with how much each says.
func (d *Digest) side() []string {
	f, s, c := d.frame, d.env.Styles, d.env.Cell
	var rows []string
	from, to := d.list.Window()
	for i := from; i < to; i++ {
		ch := &d.data.chapters[i]
		base, sign := s.Text, " "
		if i == d.list.Cursor() {
			base, sign = s.Inactive, d.env.Glyphs.Cursor
		}
		line := columns.NewRow(c, f.side)
		line.Put(base+s.Accent, sign, 2)
		count := fmt.Sprintf(d.env.Texts.Digest.ChapterF, ch.passages, ch.figures) + " "
		line.Put(base, cell.Plain(ch.report.Name()), line.Left()-c.Width(count))
		line.Put(base+s.Faint, count, line.Left())
		rows = append(rows, line.End(base))
	}
	for len(rows) < f.rows {
		rows = append(rows, cell.Blank(f.side))
	}
	return rows
}

// figures sets the headline figures of the theme side by side, in the order
// of the reports; — where one has none.
func (d *Digest) figures() string {
	c, s := d.env.Cell, d.env.Styles
	line := columns.NewRow(c, d.frame.width)
	line.Put("", "", 1)
	for _, row := range d.data.Indicators {
		var values []string
		stated := 0
		for _, ch := range d.data.chapters[:min(len(d.data.chapters), 12)] {
			text := "—"
			if f := row.Cells[ch.part].Figure; f != nil {
				text = f.Text
				stated++
			}
			values = append(values, cell.Plain(text))
		}
		if stated == 0 {
			continue
		}
		name, text := d.env.Words.Pick(row.Indicator.Name, row.Indicator.English)+" ", strings.Join(values, " · ")+"   "
		if need := c.Width(name + text); need > line.Left() && line.Left() < d.frame.width-1 {
			break
		}
		line.Put(s.Faint, name, min(c.Width(name), line.Left()))
		line.Put(s.Text, text, min(c.Width(text), line.Left()))
	}
	return line.End("")
}
