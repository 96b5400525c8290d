package block

import "slices"

// maxNesting is how many tables may lie in each other; deeper ones are read
// as if they lay at this depth.
const maxNesting = 16

// Bounds on what is kept of a text, for files of nothing but ends.
const (
	maxBlocks = 1 << 19 // paragraphs and cells
	maxEmpty  = 8       // empty paragraphs in a row
)

// Builder puts paragraphs, cells and rows where they belong as a reader meets
// them: paragraphs of a cell come before the cell's end, cells before their
// row's. A reader says of each how many tables it lies in.
type Builder struct {
	Text
	open   []*table
	tables int
	kept   int // paragraphs and cells
	empty  int // empty paragraphs since the last words
}

// table is one that is still being read.
type table struct {
	number int
	rows   []Block
	edges  [][]int // of each row, as far as they are known
	row    []Cell
	cell   []Block
}

// Edge is one cell of a row as its definition gives it.
type Edge struct {
	Right int  // distance of its right edge from the page's, in any unit
	Left  bool // it is one with the cell to its left
	Below bool // it goes on from the cell above
}

// Paragraph adds a paragraph that lies in depth tables.
func (b *Builder) Paragraph(depth int, p Block) {
	t := b.enter(depth)
	if p.Row == nil && !p.Picture && p.Words() == "" {
		if b.empty++; b.empty > maxEmpty {
			return
		}
	} else {
		b.empty = 0
	}
	if b.room() {
		b.add(t, p)
	}
}

// room tells that one more paragraph or cell may be kept, and notes it if not.
func (b *Builder) room() bool {
	if b.kept++; b.kept > maxBlocks {
		b.Leave(Beyond, 1, len(b.Blocks))
		return false
	}
	return true
}

// Insert adds a text that was read apart, such as that of a box, without its
// empty paragraphs, and what was left out of it.
func (b *Builder) Insert(depth int, text Text) {
	b.enter(depth)
	first := b.tables
	for _, p := range text.Blocks {
		if p.Words() == "" {
			continue
		}
		if p.Table > 0 {
			p.Table += first
			b.tables = max(b.tables, p.Table)
		}
		b.Paragraph(depth, p)
	}
	for _, o := range text.Left {
		b.Leave(o.Kind, o.Count, b.Place())
	}
}

// Place is where a paragraph added now would stand among the blocks.
func (b *Builder) Place() int { return len(b.Blocks) }

// Cell ends a cell of a table that lies in depth-1 others.
func (b *Builder) Cell(depth int) {
	if t := b.enter(max(depth, 1)); b.room() {
		t.row = append(t.row, Cell{Blocks: t.cell, Columns: 1})
		t.cell = nil
	}
}

// Row ends a row. left is the row's left edge, edges its cells; without them
// each cell covers one column.
func (b *Builder) Row(depth, left int, edges []Edge) {
	t := b.enter(max(depth, 1))
	if len(t.cell) > 0 { // words behind the last cell's end
		t.row = append(t.row, Cell{Blocks: t.cell, Columns: 1})
		t.cell = nil
	}
	if len(t.row) == 0 {
		return
	}
	var at []int
	var cells []Cell
	for i, c := range t.row {
		if i < len(edges) {
			e := edges[i]
			c.Below = e.Below
			if n := len(cells); e.Left && n > 0 {
				cells[n-1].Blocks = append(cells[n-1].Blocks, withWords(c.Blocks)...)
				at[n] = max(at[n], e.Right)
				continue
			}
			if at == nil {
				at = []int{left}
			}
			at = append(at, max(e.Right, at[len(at)-1]))
		}
		cells = append(cells, c)
	}
	if len(at) != len(cells)+1 {
		at = nil
	}
	t.rows, t.edges, t.row = append(t.rows, Block{Row: cells, Table: t.number}), append(t.edges, at), nil
}

// Finish closes what is open and returns the text.
func (b *Builder) Finish() Text {
	b.enter(0)
	return b.Text
}

func withWords(blocks []Block) []Block {
	return slices.DeleteFunc(blocks, func(b Block) bool { return b.Words() == "" && !b.Picture })
}

func (b *Builder) add(t *table, p Block) {
	if t == nil {
		b.Blocks = append(b.Blocks, p)
	} else {
		t.cell = append(t.cell, p)
	}
}

// enter closes the tables deeper than depth and opens those that lack, and
// returns the innermost, nil for none.
func (b *Builder) enter(depth int) *table {
	depth = min(max(depth, 0), maxNesting)
	for len(b.open) > depth {
		b.close()
	}
	for len(b.open) < depth {
		b.tables++
		b.open = append(b.open, &table{number: b.tables})
	}
	if depth == 0 {
		return nil
	}
	return b.open[depth-1]
}

// close ends the innermost table and puts its rows where it stood.
func (b *Builder) close() {
	n := len(b.open) - 1
	if t := b.open[n]; len(t.row) > 0 || len(t.cell) > 0 {
		b.Row(n+1, 0, nil) // a row whose end is missing
	}
	t := b.open[n]
	b.open = b.open[:n]
	setColumns(t)
	var around *table
	if n > 0 {
		around = b.open[n-1]
	}
	for _, r := range t.rows {
		b.add(around, r)
	}
}

// edgeSlip is by how much edges of one column may differ from row to row, in
// twips: tables drawn by hand never meet exactly.
const edgeSlip = 90

// setColumns counts how many columns each cell covers: the columns lie
// between the edges of all rows.
func setColumns(t *table) {
	var all []int
	for _, at := range t.edges {
		all = append(all, at...)
	}
	slices.Sort(all)
	var columns []int // where each begins
	for _, x := range all {
		if n := len(columns); n == 0 || x-columns[n-1] > edgeSlip {
			columns = append(columns, x)
		}
	}
	column := func(x int) int {
		i, found := slices.BinarySearch(columns, x)
		if !found {
			i--
		}
		return i
	}
	for i, at := range t.edges {
		for k := 0; k+1 < len(at); k++ {
			t.rows[i].Row[k].Columns = max(1, column(at[k+1])-column(at[k]))
		}
	}
}
