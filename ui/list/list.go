// Package list is the one list of the program: rows, of which a window
// shows, with a cursor that keys, wheel and clicks move. It knows how many
// rows there are and nothing of what stands in them: each screen draws its
// own.
package list

import tea "github.com/charmbracelet/bubbletea"

// List is a cursor in rows. The zero value is an empty list.
type List struct {
	cursor, top, height, rows int

	// Free lets the cursor stand on no row, which is row -1.
	Free bool
	// Skip tells the rows that the cursor passes over, such as the name of a
	// group; nil for none.
	Skip func(row int) bool
	// Lead tells the rows that show together with the one above them, such as
	// the first of a group; nil for none.
	Lead func(row int) bool
}

// Event is what the mouse did to a list.
type Event int

const (
	Nothing Event = iota
	Moved         // to the row under the mouse, or with the wheel
	Chosen        // the row that the cursor was on already
)

// Cursor is the row under the cursor, -1 where it is on none.
func (l *List) Cursor() int {
	if l.cursor >= l.rows {
		return -1
	}
	return l.cursor
}

// Top is the first row that shows, and Height how many have room.
func (l *List) Top() int    { return l.top }
func (l *List) Height() int { return l.height }

// Rows is how many rows there are.
func (l *List) Rows() int { return l.rows }

// Window lists the rows that show: from the first to the one after the last.
func (l *List) Window() (from, to int) { return l.top, min(l.rows, l.top+max(0, l.height)) }

// Fits tells whether all rows show at once.
func (l *List) Fits() bool { return l.rows <= l.height }

// SetHeight gives the list room for so many rows.
func (l *List) SetHeight(height int) {
	l.height = height
	l.settle()
}

// SetRows says how many rows there are now.
func (l *List) SetRows(rows int) {
	l.rows = rows
	l.Go(l.cursor)
}

// Go puts the cursor on a row, or as near to it as it may stand.
func (l *List) Go(row int) { l.put(row, 1) }

// Move goes by so many rows.
func (l *List) Move(by int) {
	step := 1
	if by < 0 {
		step = -1
	}
	l.put(l.cursor+by, step)
}

// Page goes by so many windows, less a row that shows in both.
func (l *List) Page(by int) { l.Move(by * max(1, l.height-1)) }

// Half goes by so many halves of a window.
func (l *List) Half(by int) { l.Move(by * max(1, l.height/2)) }

// First and Last go to the ends.
func (l *List) First() { l.Go(0) }
func (l *List) Last()  { l.put(l.rows-1, -1) }

// put sets the cursor to a row or to the next one in a direction where it may
// stand; where there is none, to the next one in the other.
func (l *List) put(row, step int) {
	least := 0
	if l.Free {
		least = -1
	}
	row = max(least, min(row, l.rows-1))
	for at := row; at >= least && at < l.rows; at += step {
		if !l.skips(at) {
			l.stand(at)
			return
		}
	}
	for at := row; at >= least && at < l.rows; at -= step {
		if !l.skips(at) {
			l.stand(at)
			return
		}
	}
	l.stand(row)
}

func (l *List) skips(row int) bool { return row >= 0 && l.Skip != nil && l.Skip(row) }

func (l *List) stand(row int) {
	l.cursor = row
	if !l.Free {
		l.cursor = max(0, row)
	}
	l.settle()
}

// settle scrolls so that the cursor shows.
func (l *List) settle() {
	at := max(0, l.cursor)
	from := at
	if from > 0 && l.height > 1 && l.Lead != nil && at < l.rows && l.Lead(at) {
		from--
	}
	l.top = min(l.top, from)
	if l.height > 0 && at >= l.top+l.height {
		l.top = at - l.height + 1
	}
	l.top = max(0, min(l.top, l.rows-l.height))
}

// Reveal scrolls so that a row shows as well, if there is room for both.
func (l *List) Reveal(row int) {
	row = min(row, l.rows-1, l.cursor+l.height-1)
	if l.height > 0 && row >= l.top+l.height {
		l.top = row - l.height + 1
	}
}

// Wheel is how many rows a turn of the wheel moves.
const Wheel = 1

// Mouse takes the mouse, whose row 0 is the first that shows.
func (l *List) Mouse(m tea.MouseMsg) Event {
	switch {
	case m.Button == tea.MouseButtonWheelDown:
		l.Move(Wheel)
	case m.Button == tea.MouseButtonWheelUp:
		l.Move(-Wheel)
	case m.Button == tea.MouseButtonLeft && m.Action == tea.MouseActionPress:
		row := l.top + m.Y
		if m.Y < 0 || m.Y >= l.height || row >= l.rows || l.skips(row) {
			return Nothing
		}
		if row == l.cursor {
			return Chosen
		}
		l.Go(row)
	default:
		return Nothing
	}
	return Moved
}

// Thumb is the part of a scroll bar beside the window: its first row and its
// size in rows; a size of 0 where all rows show.
func (l *List) Thumb() (from, size int) {
	if l.height <= 0 || l.Fits() {
		return 0, 0
	}
	size = max(1, l.height*l.height/l.rows)
	return (l.height - size) * l.top / (l.rows - l.height), size
}
