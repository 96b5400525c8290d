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
			got, err := Ask(f, WidthAndBackground)
			if got.Ambiguous != c.want || !errors.Is(err, c.err) {
				t.Errorf("%.40q in pieces of %d: %v, %v", c.says, piece, got, err)
			}
			if w := f.wrote.String(); w != "\x1b]11;?\a\r“\x1b[6n\r\x1b[K" {
				t.Errorf("wrote %q", w)
			}
		}
	}
	if _, err := Ask(&fakeTerminal{broken: io.ErrClosedPipe}, Width); !errors.Is(err, errNoTerminal) {
		t.Errorf("a terminal that is gone: %v", err)
	}
}

func TestTheBackgroundIsDarkOrLightByItsLightness(t *testing.T) {
	for says, want := range map[string]Background{
		"": Unknown, "\x1b]11;?\a": Unknown, "\x1b]11;rgb:1e1e/1e1e/2e2e\a": Dark, "\x1b]11;rgb:ffff/ffff/ffff\x1b\\": Light,
		"\x1b]11;rgb:0/0/0\a": Dark, "\x1b]11;rgb:fd/f6/e3\a": Light, "k\x1b]11;rgb:000/2b2/363\a": Dark,
	} {
		got, err := Ask(&fakeTerminal{says: says + "\x1b[1;2R", piece: 7, end: io.EOF}, WidthAndBackground)
		if got.Background != want || err != nil {
			t.Errorf("%q: %v, %v", says, got, err)
		}
	}
	f := &fakeTerminal{says: "\x1b[1;2R", piece: 99}
	if _, err := Ask(f, Width); err != nil || strings.Contains(f.wrote.String(), "]11;") {
		t.Errorf("asked for what was not wanted: %q, %v", f.wrote.String(), err)
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
		got, err := Ask(&fakeTerminal{says: says, piece: 5, end: io.EOF}, WidthAndBackground)
		if got.Ambiguous == cell.Wide && err != nil {
			t.Errorf("%q: wide by mistake", says)
		}
	})
}
