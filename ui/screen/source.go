package screen

import (
	"context"

	"duidu/model"
)

// Source opens a report that is kept outside of memory. It may be asked from
// several goroutines, and answers so fast that a frame can wait for it.
type Source interface {
	Open(ctx context.Context) (*model.Report, error)
	// Find returns the hits of a query, and the report, nil without hits. No
	// more may be known of it than its outline and the blocks with hits.
	Find(ctx context.Context, q model.Query) (*model.Report, []model.Hit, error)
}

// Read tells whether the file became a report.
func (e *Entry) Read() bool { return e.Summary != nil || e.Report != nil }

// Open returns the report itself, nil if there is none or it is gone.
func (e *Entry) Open(ctx context.Context) *model.Report {
	if e.Report != nil || e.Source == nil {
		return e.Report
	}
	r, err := e.Source.Open(ctx)
	if err != nil {
		return nil
	}
	return r
}

// Find returns the hits of a query and the report they are in, of which no
// more may be known than its outline and the blocks with hits.
func (e *Entry) Find(ctx context.Context, q model.Query) (*model.Report, []model.Hit) {
	if e.Report != nil || e.Source == nil {
		if e.Report == nil {
			return nil, nil
		}
		return e.Report, model.Find(e.Report, q)
	}
	r, hits, err := e.Source.Find(ctx, q)
	if err != nil {
		return nil, nil
	}
	return r, hits
}

// maxOpened is how many reports stay open: those that screens stand on, and
// those that the cursor went over last.
const maxOpened = 48

// opened are the reports opened last, the latest at the end.
type opened struct {
	reports map[int]*model.Report
	order   []int
}

func (o *opened) put(n int, r *model.Report) {
	if o.reports == nil {
		o.reports = map[int]*model.Report{}
	}
	if len(o.order) == maxOpened {
		delete(o.reports, o.order[0])
		o.order = append([]int{}, o.order[1:]...)
	}
	o.reports[n] = r
	o.order = append(o.order, n)
}

func (o *opened) forget() { *o = opened{} }
