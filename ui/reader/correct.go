package reader

import (
	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/ui/correct"
)

// chosen is the figure whose card shows, nil if none does.
func (r *Reader) chosen() *model.Figure {
	if i := r.text.Figure(); i >= 0 && i < len(r.report.Figures) && r.focus == onText {
		return &r.report.Figures[i]
	}
	return nil
}

// correct asks what is to be set right of the figure whose card shows, else of
// the report.
func (r *Reader) correct() tea.Cmd {
	r.correcting.Ask(r.env, r.report, r.chosen())
	return nil
}

func (r *Reader) uncorrect() tea.Cmd { return correct.Undo(r.report, r.chosen()) }

// renew takes the report anew after something of it was set right, or after it was
// read to its end. The reader stays where they are.
func (r *Reader) renew() {
	now := r.env.Reports.Report(r.number)
	if now == nil || now == r.report {
		return
	}
	figure, given := r.chosen(), (*model.Figure)(nil)
	if r.given >= 0 {
		given = &r.report.Figures[r.given]
	}
	query, filtered, top := r.text.Query(), r.text.Filtered(), samePlace(r.report, now, r.text.Top())
	r.report, r.given = now, figureIndex(now, given)
	r.text.SwapContent(r.content())
	if query != "" {
		_, _ = r.find(query)
		if filtered {
			r.text.Filter()
		}
	}
	outline, notices := r.outline.Cursor(), r.notices.Cursor()
	r.outline, r.notices = outlineOf(r.env, now), noticesOf(r.env, now)
	r.refreshBookmarks()
	r.arrange()
	r.outline.Go(outline)
	r.notices.Go(notices)
	r.text.SetFigure(figureIndex(now, figure))
	r.arrange()
	r.text.ScrollTo(top)
}
