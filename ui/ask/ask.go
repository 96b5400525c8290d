// Package ask holds what screens ask of the shell. A screen owns its pane
// of the terminal and nothing else: it opens no other screen, changes no
// shared state and writes no status line itself; it asks.
package ask

import (
	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/take"
	"duidu/ui/write"
)

// Screen names a screen.
type Screen string

const (
	Library    Screen = "library"
	Reader     Screen = "reader"
	Compare    Screen = "compare"
	Matrix     Screen = "matrix"
	Export     Screen = "export"
	Search     Screen = "search"
	Digest     Screen = "digest"
	Neighbours Screen = "neighbours"
)

// Open asks for a screen over some reports, by their number in the library.
// At is where in the first report to begin; Figure is the figure of it to
// show as the current one, nil for none.
type Open struct {
	Screen  Screen
	Reports []int
	At      model.Anchor
	// Query is what was searched for over the library: a reader shows its
	// hits and goes on to the next report after the last one.
	Query string
	// Instead puts the screen in the place of the one in view.
	Instead bool
	Figure  *model.Figure
	// View is how the screen is to be opened, in its own words; empty for the
	// usual way. Side is the report that At is in.
	View string
	Side int
}

// Back asks to close the screen and return to the one under it.
type Back struct{}

// Mark asks to mark a report in the library, or to unmark it.
type Mark struct{ Report int }

// MarkAll asks to mark reports, or to take every mark off if On is false.
type MarkAll struct {
	Reports []int
	On      bool
}

// OwnPlace asks to take a place as the user's own county, or with an empty
// name to have none.
type OwnPlace struct{ Name string }

// Correct asks to set things right by hand.
type Correct struct{ Corrections []take.Correction }

// Uncorrect asks to take back the latest correction of a report, or of one
// figure of it.
type Uncorrect struct {
	Content string
	Figure  *take.Stated // nil for the latest of all
}

// Renewed tells every screen that reports have been set right, or read to their
// end: who holds one takes it anew.
type Renewed struct{}

// Copy asks to send a text to the clipboard: of items with their sources, or
// as it is.
type Copy struct {
	Items []take.Item
	Text  string
}

// Write asks to write a table into a file, whose path the shell asks for. Name
// is what the file is called, without its ending; Text is the same as plain
// text, empty if a table is all there is.
type Write struct {
	Name  string
	Table write.Table
	Text  string
}

// Step asks the search under a reader for the next report with hits, or the
// one before if By is negative.
type Step struct{ By int }

// Bookmark asks to keep a place, or to forget it if it is kept.
type Bookmark struct{ Bookmark take.Bookmark }

// Load asks to read other files and folders instead of those in the library.
type Load struct{ Paths []string }

// Tone says how a message is meant.
type Tone int

const (
	Info Tone = iota
	Good
	Warning
	Failure
)

// Say asks for a line in the footer. It goes with the next key.
type Say struct {
	Tone Tone
	Text string
}

// Select asks to put an item into the selection, or to take it out again
// if it is there.
type Select struct{ Item take.Item }

// SelectAll asks to put items into the selection, or to take them all out
// again if all are there. Name is what they are called together.
type SelectAll struct {
	Items []take.Item
	Name  string
}

// Insert asks to put an item into the selection at a place, 0 the first; a
// place there is not means the end.
type Insert struct {
	Item take.Item
	At   int
}

// Remove asks to take an item out of the selection.
type Remove struct{ ID string }

// Shift asks to move an item of the selection by so many places.
type Shift struct {
	ID string
	By int
}

// Pair asks to put two sections side by side, or to part them again.
type Pair struct{ Pairing take.Pairing }

// Do makes a command of a request.
func Do(m tea.Msg) tea.Cmd { return func() tea.Msg { return m } }

// Tell is the command of a message line.
func Tell(t Tone, text string) tea.Cmd { return Do(Say{Tone: t, Text: text}) }
