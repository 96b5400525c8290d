package pane

import (
	"context"
	"sync/atomic"
)

// Era names one run of background work. A result that carries an era which
// is over is dropped: it cannot overwrite what came after it. No two runs of
// the program's life have the same era, so that a result offered to every
// open screen is taken by the one that asked for it. The zero value is the
// era of no work.
type Era int64

// eras counts the runs.
var eras atomic.Int64

// Guard allows one background work at a time.
type Guard struct {
	era    Era
	cancel context.CancelFunc
}

// Begin ends the work under way, if any, and starts an era.
func (g *Guard) Begin(ctx context.Context) (context.Context, Era) {
	g.Abort()
	g.era = Era(eras.Add(1))
	ctx, g.cancel = context.WithCancel(ctx)
	return ctx, g.era
}

// Live tells whether an era is the running one.
func (g *Guard) Live(e Era) bool { return g.cancel != nil && e == g.era }

// Busy tells whether work is under way.
func (g *Guard) Busy() bool { return g.cancel != nil }

// Finish ends an era; it is false if the era was over already.
func (g *Guard) Finish(e Era) bool {
	if !g.Live(e) {
		return false
	}
	g.Abort()
	return true
}

// Abort cancels the work under way.
func (g *Guard) Abort() {
	if g.cancel != nil {
		g.cancel()
		g.cancel = nil
	}
}
