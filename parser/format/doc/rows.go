package doc

import "duidu/parser/format/block"

// rowShape is the cells of a row as the properties of its end define them.
type rowShape struct {
	left  int
	cells []block.Edge
}

// Bits of what a cell's definition says of merges.
const (
	mergedLeft  = 1 << 1
	mergedDown  = 1 << 5
	mergedFirst = 1 << 6
)

func (r *rowShape) apply(op uint16, v []byte) {
	switch op {
	case opTable:
		r.define(v)
	case opMergeDown:
		if len(v) >= 2 && int(v[0]) < len(r.cells) {
			r.cells[v[0]].Below = v[1] == 1
		}
	case opMergeRight:
		for i := int(v[0]) + 1; i < min(int(v[1]), len(r.cells)); i++ {
			r.cells[i].Left = true
		}
	}
}

// define reads edges in twips, and two bytes of bits at the head of the
// twenty that each cell has; the last cells may have none.
func (r *rowShape) define(v []byte) {
	const described = 20
	if len(v) == 0 {
		return
	}
	n := int(v[0])
	cells := 1 + 2*(n+1)
	if n == 0 || cells > len(v) {
		return
	}
	edge := func(i int) int { return int(int16(u16(v, 1+2*i))) }
	r.left, r.cells = edge(0), make([]block.Edge, n)
	for i := range r.cells {
		bits := u16(v, cells+described*i)
		r.cells[i] = block.Edge{
			Right: edge(i + 1),
			Left:  bits&mergedLeft != 0 && i > 0,
			Below: bits&mergedDown != 0 && bits&mergedFirst == 0,
		}
	}
}
