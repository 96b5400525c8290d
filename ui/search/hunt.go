package search

import (
	"cmp"
	"context"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/ui/pane"
	"duidu/ui/screen"
)

// hunt is the running search: batch after batch, each a command of its own,
// so that what is found shows at once and a key never waits.
type hunt struct {
	guard   pane.Guard
	ctx     context.Context
	era     pane.Era
	query   model.Query
	reports []target
	seen    int // files of the library that reports were taken from
	done    int // reports searched
	batches int
}

// target is a report to be searched. The library's list belongs to the
// shell; commands work on this copy.
type target struct {
	number int
	entry  screen.Entry
}

// year is the year of the report, one after all others where it states none.
func (t target) year() int {
	if y := t.entry.Summary.Year; y != 0 {
		return y
	}
	return math.MaxInt
}

// batch is what one command found; its era tells whether it is still wanted.
type batch struct {
	era   pane.Era
	to    int // reports searched so far
	found []found
}

// The first hits shall show in a blink; later batches may be longer.
const (
	firstBatch = 25 * time.Millisecond
	laterBatch = 80 * time.Millisecond
)

func (h *hunt) running() bool { return h.guard.Busy() }

func (h *hunt) stop() { h.guard.Abort() }

// begin searches all reports there are.
func (h *hunt) begin(all *screen.Reports, q model.Query) tea.Cmd {
	h.query, h.reports, h.seen, h.done, h.batches = q, nil, 0, 0, 0
	h.ctx, h.era = h.guard.Begin(context.Background())
	return h.next(all)
}

// next returns the command of the next batch, nil at the end. Reports that
// were loaded meanwhile are searched as well.
func (h *hunt) next(all *screen.Reports) tea.Cmd {
	if !h.guard.Live(h.era) {
		return nil
	}
	from := len(h.reports)
	for ; h.seen < len(all.List); h.seen++ {
		if e := all.List[h.seen]; e.Read() {
			h.reports = append(h.reports, target{h.seen, e})
		}
	}
	if h.query.ForLike() { // who said it first is what is asked
		slices.SortStableFunc(h.reports[from:], func(a, b target) int { return cmp.Compare(a.year(), b.year()) })
	}
	if h.done == len(h.reports) {
		h.guard.Finish(h.era)
		return nil
	}
	budget := laterBatch
	if h.batches == 0 {
		budget = firstBatch
	}
	ctx, era, q, from := h.ctx, h.era, h.query, h.done
	reports := h.reports[:len(h.reports):len(h.reports)]
	return func() tea.Msg {
		b := batch{era: era}
		b.found, b.to = searchFor(ctx, q, reports, from, budget)
		return b
	}
}

// take notes what a batch reached; false if nobody waits for it.
func (h *hunt) take(b batch) bool {
	if !h.guard.Live(b.era) {
		return false
	}
	h.done = b.to
	h.batches++
	return true
}

// searchFor searches reports from an index on, on every processor, until the
// time is up, and returns what has hits and the index it came to.
func searchFor(ctx context.Context, q model.Query, reports []target, from int, budget time.Duration) ([]found, int) {
	deadline := time.Now().Add(budget)
	var next atomic.Int64
	next.Store(int64(from))
	lists := make([][]found, runtime.GOMAXPROCS(0))
	var all sync.WaitGroup
	for w := range lists {
		all.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(reports) {
					return
				}
				if report, hits := reports[i].entry.Find(ctx, q); len(hits) > 0 {
					lists[w] = append(lists[w], found{target: reports[i], order: i, hits: len(hits), lines: len(linesOf(report, hits))})
				}
				if time.Now().After(deadline) {
					return
				}
			}
		})
	}
	all.Wait()
	list := slices.Concat(lists...)
	slices.SortFunc(list, func(a, b found) int { return cmp.Compare(a.order, b.order) })
	return list, min(int(next.Load()), len(reports))
}
