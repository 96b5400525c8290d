package reader

// frame says which cells of the body belong to what. A width of 0 means
// that the part is not shown.
type frame struct {
	width, height int // of the body
	side          int // cells of the left column
	text          int // cells of the text
	textHeight    int // rows of the text
	card          int // rows of the card below it
}

// shape is what the reader wants to show.
type shape struct {
	side   bool // a left column
	onSide bool // the left column has the keys
	card   bool // there is a current figure
}

// twoFrom is the width from which both columns show at once.
const twoFrom = 100

// newFrame lays out a body. In a narrow one the part with the keys shows
// alone.
func newFrame(width, height int, s shape) frame {
	f := frame{width: width, height: height, text: width}
	switch {
	case width >= twoFrom && s.side:
		f.side = min(max(24, width/4), 36)
		f.text = width - f.side - 1
	case width < twoFrom && s.onSide:
		f.side, f.text = width, 0
	}
	if s.card && f.text > 0 {
		f.card = 4 // a rule and three lines
		if height < 14 {
			f.card = 2
		}
		f.card = min(f.card, max(0, height-1))
	}
	f.textHeight = height - f.card
	return f
}
