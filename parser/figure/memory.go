package figure

import (
	"duidu/model"
	"duidu/parser/text"
)

// Memory is what paragraphs are read with, one after another. What was read of
// them keeps its pieces of it, so that the figures of a report lie together; the
// rest is used again. The zero value is ready; it is for one goroutine.
type Memory struct {
	cutter     text.Cutter
	quantities []quantity
	tags       tags
	whens      []when

	figures   room[model.Figure]
	hints     room[hint]
	tagged    room[tag]
	paragraph reading
}

// room is memory that is given away piece by piece.
type room[T any] struct{ free []T }

// take returns an empty slice with room for n.
func (r *room[T]) take(n, usual int) []T {
	if len(r.free) < n {
		r.free = make([]T, max(n, usual))
	}
	piece := r.free[:0:n]
	r.free = r.free[n:]
	return piece
}

// How many there is room for at a time: some paragraphs' worth.
const (
	roomOfFigures = 16
	roomOfTags    = 64
)
