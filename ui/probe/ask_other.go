//go:build !windows

package probe

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"
)

// ask asks by control sequences, whose answers come in like keys.
func ask(in, out *os.File) (Answer, error) {
	name := os.Getenv("TERM")
	q := WidthAndBackground
	if strings.HasPrefix(name, "screen") || strings.HasPrefix(name, "tmux") {
		q = Width // several terminals may be looking on
	}
	before, err := term.MakeRaw(in.Fd()) // an answer comes without Enter, and must not be echoed
	if err != nil {
		return Answer{}, fmt.Errorf("%w: %w", errNoTerminal, err)
	}
	defer term.Restore(in.Fd(), before)
	r, err := cancelreader.NewReader(in)
	if err != nil {
		return Answer{}, fmt.Errorf("%w: %w", errNoTerminal, err)
	}
	defer r.Close()
	timer := time.AfterFunc(Patience, func() { r.Cancel() })
	defer timer.Stop()
	return Ask(struct {
		io.Reader
		io.Writer
	}{r, out}, q)
}
