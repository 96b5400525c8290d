package export

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"duidu/ui/ask"
	"duidu/ui/pane"
	"duidu/ui/paper"

	osc52 "github.com/aymanbagabas/go-osc52/v2"
	tea "github.com/charmbracelet/bubbletea"
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

// sent is what came of sending.
type sent struct {
	era  pane.Era
	size int
	err  error
}

// errTooLong tells that the selection is more than a clipboard takes.
var errTooLong = errors.New("too long for the clipboard")

func (e *Export) copy() tea.Cmd {
	if e.format.Binary() {
		return ask.Tell(ask.Info, e.env.Texts.Export.NotText)
	}
	selection, words, format := e.env.Selection(), e.env.Words, e.format
	_, era := e.sending.Begin(context.Background())
	terminal, in := e.env.Terminal, surroundings(e.env.Getenv)
	return func() tea.Msg {
		data, err := paper.Export(selection, format, words)
		s := sent{era: era, size: len(data), err: err}
		switch {
		case err != nil:
		case len(data) > maxCopy:
			s.err = errTooLong
		default:
			s.err = send(terminal, string(data), in)
		}
		return s
	}
}

func (e *Export) handleSent(s sent) tea.Cmd {
	if !e.sending.Finish(s.era) {
		return nil
	}
	t := &e.env.Texts.Export
	switch {
	case errors.Is(s.err, errTooLong):
		e.askPath(e.folder+e.name(), fmt.Sprintf(t.TooLongF, size(s.size), size(maxCopy)))
		return nil
	case s.err != nil:
		return ask.Tell(ask.Failure, fmt.Sprintf(t.CantSendF, e.env.Texts.Files.Cause(s.err)))
	}
	text := fmt.Sprintf(t.SentF, size(s.size))
	switch surroundings(e.env.Getenv) {
	case tmux:
		text += t.SentTmux
	case screenProgram:
		text += t.SentScreen
	}
	return ask.Tell(ask.Good, text)
}
