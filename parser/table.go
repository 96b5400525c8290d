package parser

import (
	"strings"
	"unicode"

	"duidu/model"
)

// cellBreak stands between the cells of a row, where it is a line of text.
const cellBreak = " ｜ "

// cell is one cell of a table as the file has it.
type cell struct {
	text       string
	head       bool // th, or a repeated header row
	cols, rows int  // spans; 0 is 1
}

// row is what a table's row knows of its table, so that its numbers can be
// read as figures: the column headings, and the unit of the table.
type row struct {
	heads []string
	unit  string
}

// maxSpan bounds colspan and rowspan, which pages may set to anything.
const maxSpan = 50

var unitLine = lazily(`(?:计量|計量)?(?:单位|單位)\s*[:：]\s*([^\s，。；,;（）()]{1,8})`)

// tableLines makes a line of each row. before is the text above the table,
// which may hold its unit (单位：万元).
func tableLines(cells [][]cell, before string) []line {
	grid := spread(cells)
	unit := ""
	if m := unitLine().FindStringSubmatch(before); m != nil {
		unit = m[1]
	}
	var heads []string
	var out []line
	body := false
	for i, g := range grid {
		texts := make([]string, len(g))
		for k, c := range g {
			texts[k] = oneLine(c.text)
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
			if c.cols == 0 && texts[k] != "" { // not one that a span repeats
				shown = append(shown, texts[k])
			} else if c.cols == 0 {
				shown = append(shown, "—")
			}
		}
		if strings.Trim(strings.Join(shown, ""), "—") == "" {
			continue
		}
		l := line{text: strings.Join(shown, cellBreak), hint: rowHint}
		if body && len(shown) == len(g) {
			l.row = &row{heads: heads, unit: unit}
		}
		if len(shown) == 1 {
			l.hint, l.row = noHint, nil // a title across the table
		}
		out = append(out, l)
	}
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// spread repeats cells over their spans: sideways everything, downwards only
// words, since a number that spans rows is still one number. What a span
// repeats sideways has cols -1.
func spread(cells [][]cell) [][]cell {
	grid := make([][]cell, len(cells))
	type pending struct {
		c    cell
		left int
	}
	down := map[int]pending{}
	for i, r := range cells {
		col := 0
		fromAbove := func() {
			for p, ok := down[col]; ok && p.left > 0; p, ok = down[col] {
				c := p.c
				if strings.IndexFunc(c.text, unicode.IsDigit) >= 0 {
					c.text = ""
				}
				grid[i] = append(grid[i], c)
				down[col] = pending{p.c, p.left - 1}
				col++
			}
		}
		for _, c := range r {
			fromAbove()
			cols, rows := min(max(c.cols, 1), maxSpan), min(max(c.rows, 1), maxSpan)
			c.cols, c.rows = 0, 0
			for k := range cols {
				if k > 0 {
					c.cols = -1
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
func isHeadRow(r []cell) bool {
	marked, words := true, 0
	for _, c := range r {
		if isNumberCell(c.text) {
			return false
		}
		marked = marked && c.head
		if strings.TrimSpace(c.text) != "" {
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
	numberCell  = lazily(`^[+-]?[\d０-９][\d０-９,，]*([.．][\d０-９]+)?[%％]?$`)
	unitInHead  = lazily(`[（(]\s*(?:单位[:：])?([^（）()\d]{1,6})\s*[）)]`)
	unsaidHeads = lazily(`^(数量|数值|数据|金额|数额|值|完成数|完成情况|合计|总计|小计|(\d{4})?年(度)?|\d{4}年(度)?|上年|本年|全年)$`)
	unitColumn  = lazily(`^(计量)?单位$`)
	noCount     = lazily(`序号|编号|年份|日期|时间|电话|代码|排名|页码`)
)

func isNumberCell(s string) bool { return numberCell().MatchString(strings.TrimSpace(s)) }

// figuresOf reads the figures of a line: of running text, or of a table's row.
func (p *Parser) figuresOf(l *line) []model.Figure {
	if l.row == nil {
		return p.figures.read(l.text)
	}
	cells := strings.Split(l.text, cellBreak)
	heads := make([]string, len(l.row.heads))
	for i, h := range l.row.heads {
		heads[i] = p.converter.Simplify(h).Text
	}
	unit := p.converter.Simplify(l.row.unit).Text
	rowHead := ""
	for i, c := range cells {
		if i < len(heads) && unitColumn().MatchString(heads[i]) {
			unit = c
		} else if rowHead == "" && hasHan(c) {
			rowHead = c
		}
	}
	var out []model.Figure
	at := 0
	for i, c := range cells {
		head := ""
		if i < len(heads) {
			head = heads[i]
		}
		for _, f := range p.cellFigures(c, head, rowHead, unit) {
			f.Start, f.End, f.Sentence = f.Start+at, f.End+at, l.text
			out = append(out, f)
		}
		at += len(c) + len(cellBreak)
	}
	return out
}

// cellFigures reads one cell. A bare number is put into words with what its
// row and column say (收到提案 + 236 + 件), so that it is labelled like one in
// running text; without a unit from anywhere it counts nothing.
func (p *Parser) cellFigures(c, head, rowHead, unit string) []model.Figure {
	if !isNumberCell(c) {
		return p.figures.read(c)
	}
	if noCount().MatchString(head) {
		return nil
	}
	if strings.HasSuffix(c, "%") || strings.HasSuffix(c, "％") {
		unit = ""
	} else if m := unitInHead().FindStringSubmatch(head); m != nil {
		unit = m[1]
	} else if m := unitInHead().FindStringSubmatch(rowHead); m != nil {
		unit = m[1]
	} else if unit == "" {
		return nil
	}
	words := unitInHead().ReplaceAllString(rowHead, "")
	if name := unitInHead().ReplaceAllString(head, ""); !unsaidHeads().MatchString(name) {
		words += name
	}
	for _, f := range p.figures.read(words + c + unit) {
		if f.Start <= len(words) && f.End > len(words) {
			f.Text, f.Start, f.End = c, 0, len(c)
			return []model.Figure{f}
		}
	}
	return nil
}
