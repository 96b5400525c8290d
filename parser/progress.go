package parser

import (
	"sync"
	"time"

	"duidu/model"
)

// progress counts what is read; whoever shows it asks now and then.
type progress struct {
	mu    sync.Mutex
	now   model.Progress
	began time.Time
}

// Progress is how far the reading that began last has come.
func (p *Parser) Progress() model.Progress {
	p.progress.mu.Lock()
	defer p.progress.mu.Unlock()
	now := p.progress.now
	if !p.progress.began.IsZero() {
		now.Took = time.Since(p.progress.began)
	}
	return now
}

func (p *progress) change(f func(*model.Progress)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	f(&p.now)
}

func (p *progress) begin() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now, p.began = model.Progress{}, time.Now()
}

// read counts a file that was read, or found as it was.
func (p *progress) read(bytes int64) {
	p.change(func(now *model.Progress) { now.Bytes += bytes })
}

// fetched tells how much of a page has come; an empty address is the end.
func (p *progress) fetched(address string, got, all int64) {
	p.change(func(now *model.Progress) { now.Address, now.Got, now.All = address, got, all })
}
