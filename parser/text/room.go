package text

import "strings"

// Room is memory that is given away piece by piece, so that what belongs
// together lies together. The zero value is ready.
type Room[T any] struct{ free []T }

// Take returns an empty slice with room for n; usual is how many room is made
// for at a time.
func (r *Room[T]) Take(n, usual int) []T {
	if len(r.free) < n {
		r.free = make([]T, max(n, usual))
	}
	piece := r.free[:0:n]
	r.free = r.free[n:]
	return piece
}

// Keep returns a copy of s; nil for an empty one.
func (r *Room[T]) Keep(s []T, usual int) []T {
	if len(s) == 0 {
		return nil
	}
	return append(r.Take(len(s), usual), s...)
}

// Joiner puts strings together, and what it put together lies together. The
// zero value is ready.
type Joiner struct{ pieces strings.Builder }

// joinerRoom is how many bytes there is room for at a time.
const joinerRoom = 1 << 11

// Join returns the parts one behind the other. Where there is but one it is
// returned as it is.
func (j *Joiner) Join(parts ...string) string {
	n, last := 0, 0
	for i, p := range parts {
		if n += len(p); p != "" {
			last = i
		}
	}
	if n == 0 || n == len(parts[last]) {
		return parts[last]
	}
	if j.pieces.Cap()-j.pieces.Len() < n {
		j.pieces = strings.Builder{}
		j.pieces.Grow(max(n, joinerRoom))
	}
	from := j.pieces.Len()
	for _, p := range parts {
		j.pieces.WriteString(p)
	}
	return j.pieces.String()[from:]
}
