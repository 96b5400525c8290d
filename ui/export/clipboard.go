package export

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	osc52 "github.com/aymanbagabas/go-osc52/v2"
)

// maxCopy is how many bytes of text fit into the longest sequence that
// terminals take, 100,000 bytes with its base64 and its frame.
const maxCopy = 74994

// around is a program between this one and the terminal that keeps what is
// meant for the terminal's clipboard to itself, unless told otherwise.
type around int

const (
	bare around = iota
	tmux
	screenProgram
)

// surroundings tells what stands between the program and the terminal.
func surroundings(getenv func(string) string) around {
	switch {
	case getenv("TMUX") != "":
		return tmux
	case getenv("STY") != "", strings.HasPrefix(getenv("TERM"), "screen"):
		return screenProgram
	}
	return bare
}

// send writes text for the terminal's clipboard as one piece. Nothing
// answers: that it was sent is all that is known.
func send(w io.Writer, text string, in around) error {
	if w == nil {
		return fmt.Errorf("no terminal")
	}
	var b bytes.Buffer
	plain := osc52.New(text)
	switch in {
	case tmux:
		// tmux takes it itself with set-clipboard on, or hands it through
		// with allow-passthrough on; whichever is off ignores its form.
		b.WriteString(plain.String() + plain.Tmux().String())
	case screenProgram:
		b.WriteString(plain.Screen().String())
	default:
		b.WriteString(plain.String())
	}
	_, err := w.Write(b.Bytes())
	return err
}
