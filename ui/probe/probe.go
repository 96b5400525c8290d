// Package probe finds out, before the first frame, what only the terminal
// knows: how many cells it gives to “ and its like, and whether its
// background is dark.
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

	"duidu/ui/cell"
)

// Patience is how long a terminal may take to answer: the longest way there
// and back over a network. Only one that never answers costs all of it.
const Patience = time.Second

// Background is what is known of the terminal's background.
type Background int

const (
	Unknown Background = iota
	Dark
	Light
)

// Answer is what a terminal says of itself.
type Answer struct {
	Ambiguous  cell.Ambiguous
	Background Background
}

// Question is what is asked: some terminals answer for their background
// only in part.
type Question int

const (
	Width Question = iota
	WidthAndBackground
)

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

var (
	// place is a cursor position report: row and column, 1 first.
	place = regexp.MustCompile(`\x1b\[[0-9]{1,5};([0-9]{1,5})R`)
	// colour is the background: red, green and blue in one to four hex digits.
	colour = regexp.MustCompile(`\x1b\]11;rgb:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})`)
)

// Ask asks for the background, draws an ambiguous character at the start of
// the line, asks where the cursor went, and wipes the line again. Answers
// come in the order of questions, so that the cursor's closes them; what
// else comes in before it is dropped. A read that fails ends the question.
func Ask(terminal io.ReadWriter, q Question) (Answer, error) {
	var a Answer
	ask := "\r" + specimen + ansi.RequestCursorPositionReport
	if q == WidthAndBackground {
		ask = ansi.RequestBackgroundColor + ask
	}
	if _, err := io.WriteString(terminal, ask); err != nil {
		return a, fmt.Errorf("%w: %w", errNoTerminal, err)
	}
	said, column, err := listen(terminal)
	a.Background = background(said)
	if _, wipe := io.WriteString(terminal, "\r"+ansi.EraseLineRight); wipe != nil {
		return a, fmt.Errorf("%w: %w", errNoTerminal, wipe)
	}
	if err != nil {
		return a, err
	}
	a.Ambiguous, err = widthAt(column)
	return a, err
}

// listen reads until the terminal says where the cursor is.
func listen(r io.Reader) (said []byte, column int, err error) {
	var got bytes.Buffer
	chunk := make([]byte, 64)
	for got.Len() < maxAnswer {
		n, err := r.Read(chunk)
		got.Write(chunk[:n])
		if m := place.FindSubmatch(got.Bytes()); m != nil {
			column, err := strconv.Atoi(string(m[1]))
			return got.Bytes(), column, err
		}
		if err != nil {
			return got.Bytes(), 0, fmt.Errorf("%w: %w", errNoAnswer, err)
		}
	}
	return got.Bytes(), 0, errNoAnswer
}

// background reads the terminal's answer by its lightness.
func background(said []byte) Background {
	m := colour.FindSubmatch(said)
	if m == nil {
		return Unknown
	}
	least, most := 1.0, 0.0
	for _, digits := range m[1:] {
		n, err := strconv.ParseUint(string(digits), 16, 16)
		if err != nil {
			return Unknown
		}
		part := float64(n) / float64(uint64(1)<<(4*len(digits))-1)
		least, most = min(least, part), max(most, part)
	}
	if (least+most)/2 < 0.5 {
		return Dark
	}
	return Light
}

// Terminal asks the terminal that in and out are, and leaves it as it was.
// It never takes longer than Patience, and takes no input that comes later.
func Terminal(in, out *os.File) (Answer, error) {
	if !term.IsTerminal(in.Fd()) || !term.IsTerminal(out.Fd()) || os.Getenv("TERM") == "dumb" {
		return Answer{}, errNoTerminal
	}
	return ask(in, out)
}

// widthAt tells from where the cursor went, columns counted from 1, what the
// specimen took.
func widthAt(column int) (cell.Ambiguous, error) {
	switch column {
	case 2:
		return cell.Narrow, nil
	case 3:
		return cell.Wide, nil
	}
	return cell.Narrow, errUnclear
}
