package screen

import (
	"context"

	"duidu/model"
	"duidu/model/take"
)

// asRead is a file as the parser read it, before corrections by hand.
type asRead struct {
	summary *model.Summary
	report  *model.Report
	source  Source
}

// correct lays corrections over what was read; a file that none is of stays
// as it is.
func (e *Entry) correct(k *take.Corrector) {
	if e.read == (asRead{}) {
		e.read = asRead{e.Summary, e.Report, e.Source}
	}
	e.Summary, e.Report, e.Source = e.read.summary, e.read.report, e.read.source
	if e.Summary == nil || !k.Touches(e.Summary.Content) {
		return
	}
	s := k.Summary(*e.Summary)
	e.Summary, e.Report = &s, k.Report(e.Report)
	if e.Source != nil {
		e.Source = corrected{e.Source, k}
	}
}

// corrected opens a report with its corrections.
type corrected struct {
	Source
	corrector *take.Corrector
}

func (c corrected) Open(ctx context.Context) (*model.Report, error) {
	r, err := c.Source.Open(ctx)
	return c.corrector.Report(r), err
}

// Find looks in the report as it is corrected: what was kept of its figures
// is what was read.
func (c corrected) Find(ctx context.Context, q model.Query) (*model.Report, []model.Hit, error) {
	r, err := c.Open(ctx)
	if r == nil || err != nil {
		return nil, nil, err
	}
	hits := model.Find(r, q)
	if len(hits) == 0 {
		r = nil
	}
	return r, hits, nil
}

// Correct lays other corrections over the reports.
func (r *Reports) Correct(k *take.Corrector) {
	was := r.corrector
	r.corrector = k
	changed := false
	for n := range r.List {
		e := &r.List[n]
		if e.Summary == nil || !was.Touches(e.Summary.Content) && !k.Touches(e.Summary.Content) {
			continue
		}
		r.count(e, -1)
		e.correct(k)
		r.count(e, 1)
		changed = true
	}
	if changed {
		r.opened.forget()
		r.Version++
	}
}
