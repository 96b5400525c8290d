package screen

import "duidu/model"

// Keeper is a screen that remembers what it was set to, such as the column
// it is sorted by, until the next start.
type Keeper interface {
	// Keep returns the setting as a short text; Recall takes it back, and
	// leaves alone what it doesn't understand.
	Keep() string
	Recall(string)
}

// Placer is a screen in which a report is read from a place on.
type Placer interface {
	// Place is the report that is read and where the reader is; false if
	// there is none.
	Place() (report int, at model.Anchor, ok bool)
}
