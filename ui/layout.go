package ui

// The smallest terminal that the screens are made for.
const (
	minWidth  = 40
	minHeight = 10
)

// Frame says which rows of the terminal belong to what. It is a pure value
// of the size: all arithmetic of the shell's layout is here.
type Frame struct {
	Width, Height int
	TooSmall      bool // one line says so and nothing else is drawn
	Title, Rule   int  // rows
	Body          int  // first row of the body
	BodyHeight    int  // rows
	Footer        int  // row of keys, messages and the prompt: the last one
}

// NewFrame lays out a terminal of width cells and height rows.
func NewFrame(width, height int) Frame {
	f := Frame{Width: width, Height: height}
	if width < minWidth || height < minHeight {
		f.TooSmall = true
		return f
	}
	f.Title, f.Rule, f.Body, f.Footer = 0, 1, 2, height-1
	f.BodyHeight = f.Footer - f.Body
	return f
}
