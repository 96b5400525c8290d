package reader

import (
	"fmt"

	"duidu/model"
	"duidu/ui/ask"
	"duidu/ui/pane"

	tea "github.com/charmbracelet/bubbletea"
)

// Moving: in the left column by entries, in the text by rows.

func (r *Reader) scroll(by int) tea.Cmd {
	if r.focus == onSide {
		r.current().move(by)
		return nil
	}
	if r.visual {
		r.text.ExtendSelection(pane.Direction(by))
		return nil
	}
	r.text.Scroll(by)
	return nil
}

func (r *Reader) page(by int) tea.Cmd {
	if r.focus == onSide {
		r.current().move(by * max(1, r.current().height-1))
		return nil
	}
	r.text.Page(by)
	return nil
}

func (r *Reader) half(by int) tea.Cmd {
	if r.focus == onSide {
		r.current().move(by * max(1, r.current().height/2))
		return nil
	}
	r.text.Half(by)
	return nil
}

func (r *Reader) home() tea.Cmd {
	if r.focus == onSide {
		r.current().move(-len(r.current().items))
		return nil
	}
	r.text.Home()
	return nil
}

func (r *Reader) end() tea.Cmd {
	if r.focus == onSide {
		r.current().move(len(r.current().items))
		return nil
	}
	r.text.End()
	return nil
}

// section goes to the next heading or the one before; from within a
// section, back means its own heading.
func (r *Reader) section(by int) tea.Cmd {
	i := r.inView()
	if by > 0 {
		i++
	} else if i >= 0 && r.outline.items[i].at == r.text.Top() {
		i--
	}
	if i >= 0 && i < len(r.outline.items) {
		r.text.ScrollTo(r.outline.items[i].at)
	}
	return nil
}

// jump goes where the entry under the cursor leads.
func (r *Reader) jump() tea.Cmd {
	l := r.current()
	if l.cursor < len(l.items) {
		r.text.ScrollTo(l.items[l.cursor].at)
	}
	return r.setFocus(onText)
}

// The parts of the screen.

func (r *Reader) setFocus(f focus) tea.Cmd {
	r.focus = f
	if f == onSide {
		r.hidden = false
	}
	r.arrange()
	return nil
}

func (r *Reader) toggleFocus() tea.Cmd {
	if r.focus == onText {
		return r.setFocus(onSide)
	}
	return r.setFocus(onText)
}

func (r *Reader) toggleOutline() tea.Cmd {
	if r.side == sideNotices {
		r.side, r.hidden = sideOutline, false
	} else {
		r.hidden = !r.hidden
	}
	if r.hidden {
		r.focus = onText
	} else if r.frame.width < twoFrom {
		r.focus = onSide
	}
	r.arrange()
	return nil
}

func (r *Reader) toggleNotices() tea.Cmd {
	if r.side == sideNotices {
		r.side = sideOutline
		return r.setFocus(onText)
	}
	r.side = sideNotices
	r.focus = onSide
	r.arrange()
	return nil
}

func (r *Reader) toggleOriginal() tea.Cmd {
	r.visual = false
	r.original = !r.original
	if r.original {
		r.text.SwapContent(pane.Original(r.report))
	} else {
		r.text.SwapContent(pane.Report(r.report, r.env.Styles, r.env.Catalogue))
	}
	r.arrange()
	return nil
}

// back closes what was opened last: the notices, the card, the search; then
// the screen.
func (r *Reader) back() tea.Cmd {
	_, _, selected := r.text.Selected()
	switch {
	case selected:
		r.visual = false
		r.text.Unselect()
	case r.side == sideNotices:
		r.side, r.focus = sideOutline, onText
	case r.text.Figure() >= 0 && r.text.Figure() != r.given:
		// Esc from the figure it was opened for leads back to who asked.
		r.text.SetFigure(-1)
	case r.text.Query() != "":
		r.text.ClearSearch()
	case r.focus == onSide && r.frame.width < twoFrom:
		r.focus = onText
	default:
		return ask.Do(ask.Back{})
	}
	r.arrange()
	return nil
}

// Figures.

func (r *Reader) nextFigure() tea.Cmd {
	return r.goFigure(r.text.NextFigure, r.env.Texts.Reader.LastFigure)
}

func (r *Reader) prevFigure() tea.Cmd {
	return r.goFigure(r.text.PrevFigure, r.env.Texts.Reader.FirstFigure)
}

func (r *Reader) goFigure(step func() bool, otherwise string) tea.Cmd {
	r.focus = onText
	r.arrange()
	if !step() {
		return ask.Tell(ask.Info, otherwise)
	}
	// The card takes rows from the text: look again whether the figure shows.
	r.arrange()
	r.text.SetFigure(r.text.Figure())
	return nil
}

// Search.

func (r *Reader) openSearch(label string, d pane.Direction) tea.Cmd {
	r.direction = d
	r.prompt.Open(label)
	return nil
}

func (r *Reader) search(query string) tea.Cmd {
	if query == "" {
		r.text.ClearSearch()
		return nil
	}
	r.focus = onText
	r.arrange()
	if r.text.Find(query, r.hits(query), r.direction) == 0 {
		return ask.Tell(ask.Warning, fmt.Sprintf(r.env.Texts.Reader.NoHitsF, query))
	}
	return nil
}

// hits looks a query up in what is shown. The model folds script, width and
// numerals, and knows conditions such as 件>300; the source's own spelling
// is searched as it stands.
func (r *Reader) hits(query string) []pane.Mark {
	if r.original {
		return r.text.Literal(query)
	}
	q, err := model.ParseQuery(query, r.env.Query)
	if err != nil {
		return nil
	}
	var marks []pane.Mark
	for _, h := range model.Find(r.report, q) {
		marks = append(marks, pane.Mark{Block: h.Block, Start: h.Offset, End: h.End})
	}
	return marks
}

func (r *Reader) again(d pane.Direction) tea.Cmd {
	if !r.text.Again(d) {
		return ask.Tell(ask.Warning, fmt.Sprintf(r.env.Texts.Reader.NoHitsF, r.text.Query()))
	}
	return nil
}

// The selection.

// visualMode selects a sentence; the keys that move then extend it.
func (r *Reader) visualMode() tea.Cmd {
	if r.visual {
		r.visual = false
		r.text.Unselect()
		return nil
	}
	r.setFocus(onText)
	if r.visual = r.text.SelectSentence(); r.visual {
		return ask.Tell(ask.Info, r.env.Texts.Reader.VisualHint)
	}
	return nil
}

// add selects the marked text, else the section under the cursor of the
// outline, else the current figure, else the section in view.
func (r *Reader) add() tea.Cmd {
	if from, to, ok := r.text.Selected(); ok {
		return r.addPassage(from, to)
	}
	i := r.text.Figure()
	if i >= 0 && r.focus == onText {
		return ask.Do(ask.Select{Item: r.report.FigureItem(&r.report.Figures[i], r.env.Catalogue, r.env.Words)})
	}
	at := max(0, r.inView())
	if r.focus == onSide && r.side == sideOutline {
		at = r.outline.cursor
	}
	item, ok := r.report.SectionItem(r.outline.items[at].section)
	if !ok {
		return ask.Tell(ask.Warning, r.env.Texts.Reader.NothingHere)
	}
	return ask.Do(ask.Select{Item: item})
}

// addSentence selects the sentence around the current figure.
func (r *Reader) addSentence() tea.Cmd {
	m := r.text.Content().Figures[r.text.Figure()]
	start, end := pane.SentenceAt(r.text.Content().Blocks[m.Block].Text, m.Start)
	return r.addPassage(model.Anchor{Block: m.Block, Offset: start}, model.Anchor{Block: m.Block, Offset: end})
}

// addPassage selects the text between two anchors. In the original they
// don't fit the report's text, which is what the selection keeps.
func (r *Reader) addPassage(from, to model.Anchor) tea.Cmd {
	if r.original {
		return ask.Tell(ask.Warning, r.env.Texts.Reader.NotInOriginal)
	}
	item, ok := r.report.PassageItem(from, to)
	if !ok {
		return ask.Tell(ask.Warning, r.env.Texts.Reader.NothingHere)
	}
	return ask.Do(ask.Select{Item: item})
}
