package html

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"duidu/model"
	"duidu/parser/format"
)

// table adds a table of data, a block a row.
func (p *page) table(n *html.Node, cells [][]format.Cell) {
	before := ""
	if k := len(p.blocks) - 1; k >= 0 {
		before = p.blocks[k].Text
	}
	if c := n.FirstChild; c != nil && c.DataAtom == atom.Caption {
		p.walk(c, setting{block: c})
		p.flush(c, setting{})
		before += textOf(c)
	}
	for _, l := range format.TableLines(cells, before) {
		han := 0
		for _, r := range l.Text {
			if model.IsHan(r) {
				han++
			}
		}
		p.blocks = append(p.blocks, block{Line: l, at: n, han: han, marks: 1})
	}
}

// dataTable returns the cells of a table that holds data; nil for one that
// only places things on the page.
func dataTable(table *html.Node) [][]format.Cell {
	var rows [][]format.Cell
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
				if utf8.RuneCountInString(text) > format.LongestCell {
					return false
				}
				k := len(rows) - 1
				cols, _ := strconv.Atoi(attr(c, "colspan"))
				down, _ := strconv.Atoi(attr(c, "rowspan"))
				rows[k] = append(rows[k], format.Cell{Text: text, Head: c.DataAtom == atom.Th, Cols: cols, Rows: down})
				continue
			}
			if c.DataAtom != atom.Caption && !walk(c) {
				return false
			}
		}
		return true
	}
	if !walk(table) || len(rows) < 2 || columns < 2 || hasElement(table, atom.A) && !format.HasNumberCell(rows) {
		return nil
	}
	return rows
}

func hasElement(n *html.Node, names ...atom.Atom) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if slices.Contains(names, c.DataAtom) || hasElement(c, names...) {
			return true
		}
	}
	return false
}
