package format

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"duidu/parser/text"
)

// CellBreak stands between the cells of a row, where it is a line of text.
const CellBreak = " ｜ "

// Cell is one cell of a table as the file has it.
type Cell struct {
	Text       string
	Head       bool // th, or a repeated header row
	Cols, Rows int  // spans; 0 is 1
}

// row is what a table's row knows of its table, so that its numbers can be
// read as figures: the column headings, and the unit of the table.
type row struct {
	Heads []string
	Unit  string
}

// maxSpan bounds colspan and rowspan, which pages may set to anything.
const maxSpan = 50

var unitLine = text.Lazily(`(?:计量|計量)?(?:单位|單位)\s*[:：]\s*([^\s，。；,;（）()]{1,8})`)

// TableLines makes a line of each row. before is the text above the table,
// which may hold its unit (单位：万元).
func TableLines(cells [][]Cell, before string) []Line {
	grid := spread(cells)
	unit := ""
	if m := unitLine().FindStringSubmatch(before); m != nil {
		unit = m[1]
	}
	var heads []string
	var out []Line
	body := false
	for i, g := range grid {
		texts := make([]string, len(g))
		for k, c := range g {
			texts[k] = OneLine(c.Text)
		}
		if m := unitLine().FindStringSubmatch(strings.Join(texts, " ")); m != nil && !body {
			unit = m[1]
		}
		if !body && len(grid) > i+1 && isHeadRow(g) {
			heads = addHeads(heads, texts)
		} else {
			body = true
		}
		shown := make([]string, 0, len(cells[i]))
		for k, c := range g {
			if c.Cols == 0 && texts[k] != "" { // not one that a span repeats
				shown = append(shown, texts[k])
			} else if c.Cols == 0 {
				shown = append(shown, "—")
			}
		}
		if strings.Trim(strings.Join(shown, ""), "—") == "" {
			continue
		}
		l := Line{Text: strings.Join(shown, CellBreak), Hint: RowHint}
		if body && len(shown) == len(g) {
			l.Row = &row{Heads: heads, Unit: unit}
		}
		if len(shown) == 1 {
			l.Hint, l.Row = NoHint, nil // a title across the table
		}
		out = append(out, l)
	}
	return out
}

func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// spread repeats cells over their spans: sideways everything, downwards only
// words, since a number that spans rows is still one number. What a span
// repeats sideways has cols -1.
func spread(cells [][]Cell) [][]Cell {
	grid := make([][]Cell, len(cells))
	type pending struct {
		c    Cell
		left int
	}
	down := map[int]pending{}
	for i, r := range cells {
		col := 0
		fromAbove := func() {
			for p, ok := down[col]; ok && p.left > 0; p, ok = down[col] {
				c := p.c
				if strings.IndexFunc(c.Text, unicode.IsDigit) >= 0 {
					c.Text = ""
				}
				grid[i] = append(grid[i], c)
				down[col] = pending{p.c, p.left - 1}
				col++
			}
		}
		for _, c := range r {
			fromAbove()
			cols, rows := min(max(c.Cols, 1), maxSpan), min(max(c.Rows, 1), maxSpan)
			c.Cols, c.Rows = 0, 0
			for k := range cols {
				if k > 0 {
					c.Cols = -1
				}
				grid[i] = append(grid[i], c)
				if rows > 1 {
					down[col] = pending{c, rows - 1}
				}
				col++
			}
		}
		fromAbove()
	}
	return grid
}

// isHeadRow tells a row that names columns: no cell of it is a number.
func isHeadRow(r []Cell) bool {
	marked, words := true, 0
	for _, c := range r {
		if IsNumberCell(c.Text) || isCountCell(c.Text) {
			return false
		}
		marked = marked && c.Head
		if strings.TrimSpace(c.Text) != "" {
			words++
		}
	}
	return marked || words > 1
}

func addHeads(heads, texts []string) []string {
	if heads == nil {
		return texts
	}
	sum := make([]string, len(texts))
	for i, t := range texts {
		if i < len(heads) && heads[i] != t {
			t = heads[i] + t
		}
		sum[i] = t
	}
	return sum
}

var (
	numberCell  = text.Lazily(`^[+-]?[\d０-９][\d０-９,，]*([.．][\d０-９]+)?[%％]?$`)
	countCell   = text.Lazily(`^[\d０-９][\d０-９,，]*([.．][\d０-９]+)?[十百千万亿]?[余多]?\p{Han}{1,3}$`)
	UnitInHead  = text.Lazily(`[（(]\s*(?:单位[:：])?([^（）()\d]{1,6})\s*[）)]`)
	UnsaidHeads = text.Lazily(`^(数量|数值|数据|金额|数额|值|完成数|完成情况|合计|总计|小计|(\d{4})?年(度)?|\d{4}年(度)?|上年|本年|全年)$`)
	UnitColumn  = text.Lazily(`^(计量)?单位$`)
	NoCount     = text.Lazily(`序号|编号|年份|日期|时间|电话|代码|排名|页码`)
)

func IsNumberCell(s string) bool {
	if s == "" || s[0] >= "一"[0] && s[0] <= "龥"[0] { // begins with a hanzi
		return false
	}
	s = strings.TrimSpace(s)
	if s == "" || s[len(s)-1] < utf8.RuneSelf && strings.IndexByte("0123456789%", s[len(s)-1]) < 0 {
		return false // most lines end otherwise
	}
	first, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("+-0123456789０１２３４５６７８９", first) && numberCell().MatchString(s)
}

// isCountCell tells a cell that is a number with its unit and nothing else: 96件, 2.3万人次.
func isCountCell(s string) bool {
	s = strings.TrimSpace(s)
	c, _ := utf8.DecodeRuneInString(s)
	return s != "" && strings.ContainsRune("0123456789０１２３４５６７８９", c) && countCell().MatchString(s) && !strings.ContainsAny(s, "年月日号时届")
}

// LongestCell is how many characters a cell of a table of data has at most;
// one with more, or with a table in it, is there for the page's layout.
const LongestCell = 120

func HasNumberCell(rows [][]Cell) bool {
	return slices.ContainsFunc(rows, func(r []Cell) bool {
		return slices.ContainsFunc(r, func(c Cell) bool { return IsNumberCell(c.Text) || isCountCell(c.Text) })
	})
}
