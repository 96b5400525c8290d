// Package probe finds out, before the first frame, what only the terminal
// knows: how many cells it gives to “ and its like.
package probe

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"

	"duidu/ui/cell"
)

// Patience is how long a terminal may take to answer. One at the far end of
// a slow line loses the question, and the user can still set the answer.
const Patience = 200 * time.Millisecond

// specimen is the ambiguous character that reports have most of.
const specimen = "“"

// maxAnswer bounds, in bytes, what is read in search of an answer: keys
// pressed before the first frame come mixed with it.
const maxAnswer = 4096

var (
	errNoTerminal = errors.New("no terminal to ask")
	errNoAnswer   = errors.New("the terminal did not answer")
	errUnclear    = errors.New("the terminal's answer makes no sense")
)

// answer is a cursor position report: row and column, 1 first.
var answer = regexp.MustCompile(`\x1b\[[0-9]{1,5};([0-9]{1,5})R`)

// Ambiguous draws an ambiguous character at the start of the line, asks
// where the cursor went, and wipes the line again. What else comes in
// before the answer is dropped. A read that fails ends the question.
func Ambiguous(terminal io.ReadWriter) (cell.Ambiguous, error) {
	if _, err := io.WriteString(terminal, "\r"+specimen+ansi.RequestCursorPositionReport); err != nil {
		return cell.Narrow, fmt.Errorf("%w: %w", errNoTerminal, err)
	}
	column, err := column(terminal)
	if _, wipe := io.WriteString(terminal, "\r"+ansi.EraseLineRight); wipe != nil {
		return cell.Narrow, fmt.Errorf("%w: %w", errNoTerminal, wipe)
	}
	switch {
	case err != nil:
		return cell.Narrow, err
	case column == 2:
		return cell.Narrow, nil
	case column == 3:
		return cell.Wide, nil
	}
	return cell.Narrow, errUnclear
}

// column reads until the terminal says where the cursor is.
func column(r io.Reader) (int, error) {
	var got bytes.Buffer
	chunk := make([]byte, 64)
	for got.Len() < maxAnswer {
		n, err := r.Read(chunk)
		got.Write(chunk[:n])
		if m := answer.FindSubmatch(got.Bytes()); m != nil {
			return strconv.Atoi(string(m[1]))
		}
		if err != nil {
			return 0, fmt.Errorf("%w: %w", errNoAnswer, err)
		}
	}
	return 0, errNoAnswer
}

// Terminal asks the terminal that in and out are, and leaves it as it was.
// It never takes longer than Patience, and takes no input that comes later.
func Terminal(in, out *os.File) (cell.Ambiguous, error) {
	if !term.IsTerminal(in.Fd()) || !term.IsTerminal(out.Fd()) || os.Getenv("TERM") == "dumb" {
		return cell.Narrow, errNoTerminal
	}
	before, err := term.MakeRaw(in.Fd()) // an answer comes without Enter, and must not be echoed
	if err != nil {
		return cell.Narrow, fmt.Errorf("%w: %w", errNoTerminal, err)
	}
	defer term.Restore(in.Fd(), before)
	r, err := cancelreader.NewReader(in)
	if err != nil {
		return cell.Narrow, fmt.Errorf("%w: %w", errNoTerminal, err)
	}
	defer r.Close()
	timer := time.AfterFunc(Patience, func() { r.Cancel() })
	defer timer.Stop()
	return Ambiguous(struct {
		io.Reader
		io.Writer
	}{r, out})
}
