package cli

import (
	"context"

	"duidu/model"
	"duidu/model/take"
)

// corrected reads reports as the user has set them right.
type corrected struct {
	Engine
	corrector *take.Corrector
}

// Load yields what the engine does, with corrections.
func (e corrected) Load(ctx context.Context, paths []string, yield func(path string, r *model.Report, err error) error) error {
	return e.Engine.Load(ctx, paths, func(path string, r *model.Report, err error) error {
		return yield(path, e.corrector.Report(r), err)
	})
}

// Search looks in the reports as they are corrected. What asks for figures
// can't rely on what was kept of them.
func (e corrected) Search(ctx context.Context, paths []string, q model.Query, yield func(path string, r *model.Report, hits []model.Hit, err error) error) error {
	if !q.AsksFigures() {
		return e.Engine.Search(ctx, paths, q, func(path string, r *model.Report, hits []model.Hit, err error) error {
			return yield(path, e.corrector.Report(r), hits, err)
		})
	}
	return e.Load(ctx, paths, func(path string, r *model.Report, err error) error {
		if r == nil || err != nil {
			return yield(path, nil, nil, err)
		}
		return yield(path, r, model.Find(r, q), nil)
	})
}
