package ui

import (
	"bytes"
	"context"
	"errors"
	"io"
	"sync"
	"testing"
	"time"

	"duidu/ui/fixture"

	tea "github.com/charmbracelet/bubbletea"
)

// terminal is an output that can be read while the program writes.
type terminal struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (w *terminal) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.buf.Write(p)
}

func (w *terminal) contains(s string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return bytes.Contains(w.buf.Bytes(), []byte(s))
}

func (w *terminal) wait(t *testing.T, s string) {
	t.Helper()
	for range 3000 { // half a minute, for a busy machine
		if w.contains(s) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%q was never drawn", s)
}

// start runs the real program on pipes.
func start(ctx context.Context, o Options) (*terminal, io.Writer, chan error) {
	in, keys := io.Pipe()
	out := &terminal{}
	o.Catalogue = fixture.Catalogue()
	o.Program = []tea.ProgramOption{tea.WithInput(in), tea.WithOutput(out), tea.WithFilter(sized())}
	done := make(chan error, 1)
	go func() { done <- Run(ctx, o) }()
	return out, keys, done
}

// sized gives the program a size with its first message: pipes have none.
func sized() func(tea.Model, tea.Msg) tea.Msg {
	return func(m tea.Model, msg tea.Msg) tea.Msg {
		if a, ok := m.(*app); ok && a.frame.Width == 0 {
			a.handleSize(tea.WindowSizeMsg{Width: 100, Height: 30})
		}
		return msg
	}
}

func TestTheProgramRunsFromTheFirstFrameToQuit(t *testing.T) {
	out, keys, done := start(t.Context(), Options{Load: loadLibrary, Paths: []string{"reports"}})
	out.wait(t, "清河县")
	io.WriteString(keys, "\r")
	out.wait(t, "凝聚共识")
	io.WriteString(keys, "q")
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("quit with %v", err)
		}
	case <-time.After(30 * time.Second):
		t.Fatal("q does not quit")
	}
}

func TestACancelledContextEndsTheProgram(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	out, _, done := start(ctx, Options{Load: loadLibrary, Paths: []string{"reports"}})
	out.wait(t, "清河县")
	cancel()
	select {
	case err := <-done:
		if !errors.Is(err, context.Canceled) {
			t.Errorf("ended with %v", err)
		}
	case <-time.After(30 * time.Second):
		t.Fatal("the program goes on")
	}
}
