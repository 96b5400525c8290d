package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"duidu/model"
)

// errUnread tells that no input could be read; why has been said of each.
var errUnread = errors.New("nothing could be read")

// each reads paths and calls f for every report. A path that can't be read
// is named on standard error and left out; if none can, that is the error.
func (a *app) each(ctx context.Context, e Engine, paths []string, f func(*model.Report) error) error {
	return a.over(ctx, paths, func(took func(error) bool) error {
		return e.Load(ctx, paths, func(_ string, r *model.Report, err error) error {
			if !took(err) {
				return ctx.Err()
			}
			return f(r)
		})
	})
}

// over runs what goes over paths. It calls took for each with the error that
// kept it from being read; where that returns false there is nothing to do
// for it.
func (a *app) over(ctx context.Context, paths []string, run func(took func(error) bool) error) error {
	if len(paths) == 0 {
		return usageError{a.texts.NoPath}
	}
	read := 0
	p := progress{app: a, began: time.Now()}
	err := run(func(err error) bool {
		if ctx.Err() != nil {
			return false
		}
		if err != nil {
			p.clear()
			a.failed++
			a.say(a.texts.errorText(err))
			return false
		}
		read++
		p.show(read)
		return true
	})
	p.clear()
	switch {
	case err != nil:
		return err
	case read == 0 && a.failed == 0:
		a.say(a.texts.NoReports)
		return errUnread
	case read == 0:
		return errUnread
	}
	return nil
}

// all reads every report of the paths.
func (a *app) all(ctx context.Context, e Engine, paths []string) ([]*model.Report, error) {
	var reports []*model.Report
	err := a.each(ctx, e, paths, func(r *model.Report) error {
		reports = append(reports, r)
		return nil
	})
	return reports, err
}

// one reads the one report of a path.
func (a *app) one(ctx context.Context, e Engine, path string) (*model.Report, error) {
	reports, err := a.all(ctx, e, []string{path})
	if err != nil {
		return nil, err
	}
	if len(reports) != 1 {
		return nil, usageError{fmt.Sprintf(a.texts.NotOneReport, path, len(reports))}
	}
	return reports[0], nil
}

// progress counts reports on a terminal once a load takes long.
type progress struct {
	app         *app
	began, last time.Time
	drawn       bool
}

// patience is how long a load may take before it shows progress, and how
// often it shows it.
const patience = 500 * time.Millisecond

func (p *progress) show(read int) {
	now := time.Now()
	if !p.app.env.ErrTTY || now.Sub(p.began) < patience || now.Sub(p.last) < patience {
		return
	}
	p.last, p.drawn = now, true
	fmt.Fprintf(p.app.env.Stderr, "\r"+p.app.texts.Reading, read)
}

// clear takes the line away before anything else is written.
func (p *progress) clear() {
	if p.drawn {
		fmt.Fprint(p.app.env.Stderr, "\r\x1b[K")
		p.drawn = false
	}
}
