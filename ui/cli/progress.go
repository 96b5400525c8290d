package cli

import (
	"fmt"
	"io"
	"sync"
	"time"

	"duidu/model"
	"duidu/ui/cell"
)

// progress keeps a line on the terminal that says how far reading has come,
// once it takes long. It is taken away before anything else is written.
type progress struct {
	mu    sync.Mutex
	out   io.Writer
	drawn bool
	stop  chan struct{}
}

// patience is how long a load may take before it shows progress, and how
// often it shows it.
const patience = 500 * time.Millisecond

// start draws what line says, now and then, until end.
func (p *progress) start(out io.Writer, columns int, line func() string) {
	stop := make(chan struct{})
	p.out, p.stop = out, stop
	go func() {
		every := time.NewTicker(patience)
		defer every.Stop()
		for {
			select {
			case <-stop:
				return
			case <-every.C:
			}
			p.mu.Lock()
			select {
			case <-stop:
			default:
				text := line()
				if columns > 1 {
					text = cell.Policy{}.FitEllipsis(text, columns-1)
				}
				fmt.Fprint(p.out, "\r"+clean(text)+"\x1b[K")
				p.drawn = true
			}
			p.mu.Unlock()
		}
	}()
}

// end takes the line away for good.
func (p *progress) end() {
	p.mu.Lock()
	close(p.stop)
	p.mu.Unlock()
	p.clear()
}

// clear takes the line away before anything else is written.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.drawn {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.drawn = false
	}
}

// showProgress starts the line of this run; what it returns ends it.
func (a *app) showProgress(now func() model.Progress) (end func()) {
	if !a.env.ErrTTY {
		return func() {}
	}
	a.progress.start(a.env.Stderr, a.env.Columns, func() string { return a.texts.Progress.Line(now()) })
	return a.progress.end
}

// behindProgress takes the line of progress away before it writes.
type behindProgress struct {
	io.Writer
	progress *progress
}

func (w behindProgress) Write(b []byte) (int, error) {
	w.progress.clear()
	return w.Writer.Write(b)
}
