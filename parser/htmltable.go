package parser

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// table adds a table of data, a block a row.
func (p *page) table(n *html.Node, cells [][]cell) {
	before := ""
	if k := len(p.blocks) - 1; k >= 0 {
		before = p.blocks[k].text
	}
	if c := n.FirstChild; c != nil && c.DataAtom == atom.Caption {
		p.walk(c, setting{block: c})
		p.flush(c, setting{})
		before += textOf(c)
	}
	for _, l := range tableLines(cells, before) {
		han := 0
		for _, r := range l.text {
			if unicode.Is(unicode.Han, r) {
				han++
			}
		}
		p.blocks = append(p.blocks, block{line: l, at: n, han: han, marks: 1})
	}
}

// longestCell is how many characters a cell of a table of data has at most;
// one with more, or with a table in it, is there for the page's layout.
const longestCell = 120

// dataTable returns the cells of a table that holds data; nil for one that
// only places things on the page.
func dataTable(table *html.Node) [][]cell {
	var rows [][]cell
	columns := 0
	var walk func(*html.Node) bool
	walk = func(n *html.Node) bool {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch c.DataAtom {
			case atom.Table, atom.Img:
				return false
			case atom.Tr:
				rows = append(rows, nil)
				if !walk(c) {
					return false
				}
				columns = max(columns, len(rows[len(rows)-1]))
				continue
			case atom.Td, atom.Th:
				if len(rows) == 0 || hasElement(c, atom.Table, atom.Img, atom.H1, atom.H2) {
					return false
				}
				text := textOf(c)
				if utf8.RuneCountInString(text) > longestCell {
					return false
				}
				k := len(rows) - 1
				cols, _ := strconv.Atoi(attr(c, "colspan"))
				down, _ := strconv.Atoi(attr(c, "rowspan"))
				rows[k] = append(rows[k], cell{text: text, head: c.DataAtom == atom.Th, cols: cols, rows: down})
				continue
			}
			if c.DataAtom != atom.Caption && !walk(c) {
				return false
			}
		}
		return true
	}
	if !walk(table) || len(rows) < 2 || columns < 2 || hasElement(table, atom.A) && !hasNumberCell(rows) {
		return nil
	}
	return rows
}

func hasNumberCell(rows [][]cell) bool {
	return slices.ContainsFunc(rows, func(r []cell) bool {
		return slices.ContainsFunc(r, func(c cell) bool { return isNumberCell(c.text) })
	})
}

func hasElement(n *html.Node, names ...atom.Atom) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if slices.Contains(names, c.DataAtom) || hasElement(c, names...) {
			return true
		}
	}
	return false
}
