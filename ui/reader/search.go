package reader

import (
	"errors"
	"fmt"
	"sort"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/ui/ask"
	"duidu/ui/pane"
)

// purpose is what a typed query is for.
type purpose int

const (
	toFind purpose = iota
	toFilter
)

func (r *Reader) openSearch(label string, d pane.Direction) tea.Cmd {
	r.direction, r.purpose = d, toFind
	r.ask(label)
	return nil
}

// filter shows only the paragraphs with hits, or all again. Without a
// search it asks for one.
func (r *Reader) filter() tea.Cmd {
	switch {
	case r.text.Filtered():
		r.text.ShowAll()
	case r.text.Filter():
		return r.tellFilter()
	default:
		r.direction, r.purpose = pane.Forward, toFilter
		r.ask("&")
	}
	return nil
}

// ask opens the prompt of a search and remembers where the reader is: what is
// typed is searched for at once, and Esc leads back.
func (r *Reader) ask(label string) {
	r.before, r.was = r.text.Top(), r.text.Query()
	r.prompt.Open(label)
	r.prompt.Recall(r.env.Searches)
}

// soon is the length from which a report is not searched at every key.
const soon = 2_000_000 // characters

// typing shows the hits of what has been typed so far.
func (r *Reader) typing(query string) {
	if r.report.Characters > soon {
		return
	}
	r.text.ScrollTo(r.before)
	if query == "" {
		r.clearSearch()
		return
	}
	_, _ = r.find(query) // a pattern may be half typed
}

// stopTyping leads back to where the search began.
func (r *Reader) stopTyping() {
	if r.was != "" {
		_, _ = r.find(r.was)
	} else {
		r.clearSearch()
	}
	r.text.ScrollTo(r.before)
}

// prompted takes what was typed.
func (r *Reader) prompted(query string) tea.Cmd {
	r.walking = false
	if query == "" {
		r.clearSearch()
		return nil
	}
	r.focus = onText
	r.arrange()
	r.text.ShowAll()
	n, err := r.find(query)
	switch {
	case err != nil:
		return ask.Tell(ask.Warning, err.Error())
	case n == 0:
		return ask.Tell(ask.Warning, fmt.Sprintf(r.env.Texts.Reader.NoHitsF, query))
	case r.purpose == toFilter:
		r.text.Filter()
		return r.tellFilter()
	}
	return nil
}

func (r *Reader) tellFilter() tea.Cmd {
	return ask.Tell(ask.Info, r.env.Texts.Reader.FilterHint)
}

// find marks the hits of a query and counts them by section. It returns
// their number, and an error the user can read.
func (r *Reader) find(query string) (int, error) {
	hits, err := r.hits(query)
	n := r.text.Find(query, hits, r.direction)
	r.countHits(hits)
	return n, err
}

func (r *Reader) clearSearch() {
	r.walking = false
	r.text.ShowAll()
	r.text.ClearSearch()
	r.countHits(nil)
}

// hits looks a query up in what is shown. The model folds script, width and
// numerals, and knows conditions such as 件>300; the source's own spelling
// is searched as it stands.
func (r *Reader) hits(query string) ([]pane.Mark, error) {
	if r.form == asSpelt {
		return r.text.Literal(query), nil
	}
	q, err := model.ParseQuery(query, r.env.Query)
	if errors.Is(err, model.ErrPattern) {
		return nil, fmt.Errorf(r.env.Texts.Search.BadPatternF, query)
	}
	if err != nil {
		return nil, nil // nothing to look for
	}
	var marks []pane.Mark
	for _, h := range model.Find(r.report, q) {
		marks = append(marks, pane.Mark{Block: h.Block, Start: h.Offset, End: h.End, Ink: r.env.Styles.HitOf(h.Term)})
	}
	return marks, nil
}

// countHits writes into the outline how many hits each section has, those
// inside it included.
func (r *Reader) countHits(hits []pane.Mark) {
	items := r.outline.items
	r.outline.searching = len(hits) > 0
	counts := make([]int, len(items))
	for _, h := range hits {
		i := sort.Search(len(items), func(i int) bool { return h.Anchor().Before(items[i].at) }) - 1
		if i >= 0 {
			counts[i]++
		}
	}
	for i := len(items) - 1; i > 0; i-- {
		if up := r.outline.owner(i); up != i {
			counts[up] += counts[i]
		}
	}
	for i := range items {
		items[i].hits = ""
		if counts[i] > 0 {
			items[i].hits = fmt.Sprintf(r.env.Texts.Reader.HitCountF, counts[i])
		}
	}
}

// again goes to the next hit. In a report that was opened from a search
// over the library the next report comes after its last one.
func (r *Reader) again(d pane.Direction) tea.Cmd {
	if r.walking && r.text.AtEnd(d) {
		return ask.Do(ask.Step{By: int(d)})
	}
	if !r.text.Again(d) {
		return ask.Tell(ask.Warning, fmt.Sprintf(r.env.Texts.Reader.NoHitsF, r.text.Query()))
	}
	return nil
}
