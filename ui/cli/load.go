package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"duidu/model"
)

// errUnread tells that no input could be read; why has been said of each.
var errUnread = errors.New("nothing could be read")

// each reads paths and calls f for every report. A path that can't be read
// is named on standard error and left out; if none can, that is the error.
func (a *app) each(ctx context.Context, e Engine, paths []string, f func(*model.Report) error) error {
	return a.over(ctx, e, paths, func(took func(error) bool) error {
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
func (a *app) over(ctx context.Context, e Engine, paths []string, run func(took func(error) bool) error) error {
	if len(paths) == 0 {
		return usageError{a.texts.NoPath}
	}
	read := 0
	end := a.showProgress(e.Progress)
	err := run(func(err error) bool {
		if ctx.Err() != nil {
			return false
		}
		if err != nil {
			a.failed++
			a.say(a.texts.ErrorText(err))
			return false
		}
		read++
		return true
	})
	end()
	switch {
	case err != nil:
		return err
	case read == 0 && a.failed == 0:
		a.say(fmt.Sprintf(a.texts.NoReportsF, strings.Join(paths, " ")))
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
