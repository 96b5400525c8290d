package reader

import (
	"slices"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/ui/ask"
	"duidu/ui/screen"
)

// bookmark asks to put a bookmark at the current figure, else at the first
// text in view, or to take the one there away.
func (r *Reader) bookmark() tea.Cmd {
	at := r.text.Top()
	if i := r.text.FigureInView(); i >= 0 {
		at = r.text.Content().Figures[i].Anchor()
	}
	return ask.Do(ask.Bookmark{Bookmark: screen.BookmarkAt(r.report, at)})
}

// refreshBookmarks follows the list of bookmarks: the ones of this report
// first, and their signs beside the text.
func (r *Reader) refreshBookmarks() {
	var own, others []item
	for _, b := range r.env.Bookmarks() {
		it := item{text: b.Text, level: 1, at: b.At, report: r.number}
		if b.Path == r.report.Path {
			it.count = strconv.Itoa(r.share(b.At)) + "%"
			own = append(own, it)
			continue
		}
		it.text, it.report = b.Name+"  "+b.Text, r.env.Reports.Find(b.Path)
		others = append(others, it)
	}
	before := func(a, b model.Anchor) int {
		if a.Before(b) {
			return -1
		}
		return 1
	}
	slices.SortFunc(own, func(a, b item) int { return before(a.at, b.at) })
	at := r.bookmarks.Cursor()
	r.bookmarks = newList(append(own, others...))
	r.bookmarks.SetHeight(r.frame.height - 1)
	r.bookmarks.Go(at)
	r.text.SetSigns(screen.Signs(r.env.Bookmarks(), r.report.Path))
}

// share is how far into the report an anchor is, in percent of its blocks.
func (r *Reader) share(a model.Anchor) int {
	return 100 * a.Block / max(1, len(r.report.Blocks()))
}

// openBookmark asks for the report of a bookmark.
func (r *Reader) openBookmark(it item) tea.Cmd {
	if r.env.Reports.Summary(it.report) == nil {
		return ask.Tell(ask.Warning, r.env.Texts.Reader.BookmarkGone)
	}
	return ask.Do(ask.Open{Screen: ask.Reader, Reports: []int{it.report}, At: it.at})
}

func (r *Reader) noBookmarks() string {
	if len(r.env.Bookmarks()) == 0 {
		return r.env.Texts.Reader.NoBookmarks
	}
	return ""
}
