package probe

import (
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"duidu/ui/cell"
)

// fakeTerminal answers a cursor position request as it was told to; it
// gives its answer in pieces of a few bytes, then what reads give at the end.
type fakeTerminal struct {
	wrote  strings.Builder
	says   string
	piece  int
	end    error
	broken error
}

func (f *fakeTerminal) Write(p []byte) (int, error) {
	if f.broken != nil {
		return 0, f.broken
	}
	return f.wrote.Write(p)
}

func (f *fakeTerminal) Read(p []byte) (int, error) {
	if f.says == "" {
		return 0, f.end
	}
	n := min(len(p), len(f.says), f.piece)
	copy(p, f.says[:n])
	f.says = f.says[n:]
	return n, nil
}

func TestTheCursorTellsTheWidth(t *testing.T) {
	timeout := errors.New("timeout")
	for _, c := range []struct {
		says string
		want cell.Ambiguous
		err  error
	}{
		{"\x1b[7;2R", cell.Narrow, nil},
		{"\x1b[7;3R", cell.Wide, nil},
		{"\x1b[1;3Rjjj", cell.Wide, nil},
		{"q\x1b[A中\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[24;3R", cell.Wide, nil}, // keys and another answer come first
		{"\x1b[7;1R", cell.Narrow, errUnclear},
		{"\x1b[7;80R", cell.Narrow, errUnclear},
		{"", cell.Narrow, errNoAnswer},
		{"\x1b[7;", cell.Narrow, errNoAnswer},
		{"\x1b[7;999999R", cell.Narrow, errNoAnswer},
		{strings.Repeat("x", 2*maxAnswer) + "\x1b[7;3R", cell.Narrow, errNoAnswer},
	} {
		for _, piece := range []int{1, 3, 1000} {
			f := &fakeTerminal{says: c.says, piece: piece, end: timeout}
			got, err := Ambiguous(f)
			if got != c.want || !errors.Is(err, c.err) {
				t.Errorf("%.40q in pieces of %d: %v, %v", c.says, piece, got, err)
			}
			if w := f.wrote.String(); w != "\r“\x1b[6n\r\x1b[K" {
				t.Errorf("wrote %q", w)
			}
		}
	}
	if _, err := Ambiguous(&fakeTerminal{broken: io.ErrClosedPipe}); !errors.Is(err, errNoTerminal) {
		t.Errorf("a terminal that is gone: %v", err)
	}
}

func TestWhatIsNoTerminalIsNotAsked(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	began := time.Now()
	if _, err := Terminal(r, w); !errors.Is(err, errNoTerminal) || time.Since(began) > Patience {
		t.Errorf("%v after %v", err, time.Since(began))
	}
}

func FuzzAnswer(f *testing.F) {
	f.Add("\x1b[7;3R")
	f.Fuzz(func(t *testing.T, says string) {
		got, err := Ambiguous(&fakeTerminal{says: says, piece: 5, end: io.EOF})
		if got == cell.Wide && err != nil {
			t.Errorf("%q: wide by mistake", says)
		}
	})
}
