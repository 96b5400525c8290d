package ui

import (
	"bytes"
	"io"
	"os"
	"strings"
	"sync/atomic"

	"duidu/ui/cell"
	"duidu/ui/pane"

	"github.com/charmbracelet/x/ansi"
)

// An input method opens its window of candidates where the terminal's cursor
// is. The renderer leaves the cursor, hidden, at the left end of the last
// row after every frame; while the user types it is put where the next
// character will stand, and shown. The renderer begins every frame by
// moving to the first row, so it doesn't mind.

// caret is a cell of the terminal, counted from 0; its zero value is hidden.
type caret struct {
	shown    bool
	row, col int
}

// output is the terminal with the cursor put in its place after each frame.
type output struct {
	*os.File
	want atomic.Pointer[caret]
	has  bool // the cursor is shown; only Write knows
}

// point tells where the cursor belongs after the next frame.
func (o *output) point(c caret) { o.want.Store(&c) }

// Write writes a frame, or what else the renderer has to say, and places
// the cursor. After the screen was left the cursor is the shell's again.
func (o *output) Write(b []byte) (int, error) {
	c := o.want.Load()
	left := bytes.Contains(b, []byte(ansi.ResetModeAltScreenSaveCursor))
	after := ""
	switch {
	case left || c == nil:
	case c.shown:
		after = ansi.CursorPosition(c.col+1, c.row+1) + ansi.ShowCursor
	case o.has:
		after = ansi.HideCursor
	}
	o.has = !left && c != nil && c.shown
	if after == "" {
		return o.File.Write(b)
	}
	// One write: a terminal must not show the cursor on its way.
	n, err := o.File.Write(append(append(make([]byte, 0, len(b)+len(after)), b...), after...))
	return min(n, len(b)), err
}

var _ io.ReadWriteCloser = (*output)(nil)

// takeCaret finds the mark that a prompt left where the user types, and
// takes it out of the frame.
func takeCaret(frame string, p cell.Policy) (string, caret) {
	at := strings.Index(frame, pane.CaretMark)
	if at < 0 {
		return frame, caret{}
	}
	before := frame[:at]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	c := caret{shown: true, row: strings.Count(before, "\n"), col: p.Width(ansi.Strip(line))}
	return strings.ReplaceAll(frame, pane.CaretMark, ""), c
}
