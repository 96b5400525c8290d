package reader

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/take"
	"duidu/ui/ask"
	"duidu/ui/pane"
)

// Moving: in the left column by entries, in the text by rows.

func (r *Reader) scroll(by int) tea.Cmd {
	if r.focus == onSide {
		r.current().Move(by)
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
		r.current().Page(by)
		return nil
	}
	r.text.Page(by)
	return nil
}

func (r *Reader) half(by int) tea.Cmd {
	if r.focus == onSide {
		r.current().Half(by)
		return nil
	}
	r.text.Half(by)
	return nil
}

func (r *Reader) home() tea.Cmd {
	if r.focus == onSide {
		r.current().First()
		return nil
	}
	r.text.Home()
	return nil
}

func (r *Reader) end() tea.Cmd {
	if r.focus == onSide {
		r.current().Last()
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
		r.goTo(r.outline.items[i].at)
	}
	return nil
}

// goTo puts an anchor at the top; what a filter hides is shown again.
func (r *Reader) goTo(at model.Anchor) {
	if !r.text.Shows(at.Block) {
		r.text.ShowAll()
	}
	r.text.ScrollTo(at)
}

// jump goes where the entry under the cursor leads.
func (r *Reader) jump() tea.Cmd {
	l := r.current()
	i := l.now()
	if i < 0 {
		return nil
	}
	if r.side == sideBookmarks && l.items[i].report != r.number {
		return r.openBookmark(l.items[i])
	}
	r.goTo(l.items[i].at)
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
	if r.side != sideOutline {
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

func (r *Reader) toggleNotices() tea.Cmd { return r.toggleSide(sideNotices) }

// toggleSide puts a list into the left column, or the outline again.
func (r *Reader) toggleSide(s side) tea.Cmd {
	if r.side == s {
		r.side = sideOutline
		return r.setFocus(onText)
	}
	r.side = s
	r.focus = onSide
	r.arrange()
	return nil
}

// fold hides what is below an entry of the left column, or shows it.
func (r *Reader) fold() tea.Cmd {
	if r.focus == onText {
		r.current().show(r.inView())
		r.setFocus(onSide)
	}
	if !r.current().toggle() {
		return ask.Tell(ask.Info, r.env.Texts.Reader.NothingToFold)
	}
	return nil
}

func (r *Reader) foldAll() tea.Cmd {
	if !r.current().toggleAll() {
		return ask.Tell(ask.Info, r.env.Texts.Reader.NothingToFold)
	}
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
	case r.side != sideOutline:
		r.side, r.focus = sideOutline, onText
	case r.text.Figure() >= 0 && r.text.Figure() != r.given:
		// Esc from the figure it was opened for leads back to who asked.
		r.text.SetFigure(-1)
	case r.text.Filtered():
		r.text.ShowAll()
	case r.walking:
		return ask.Do(ask.Back{})
	case r.text.Query() != "":
		r.clearSearch()
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
	i := r.text.FigureInView()
	if i >= 0 && r.focus == onText {
		return ask.Do(ask.Select{Item: take.Figure(r.report, &r.report.Figures[i], r.env.Catalogue)})
	}
	at := max(0, r.inView())
	if r.focus == onSide && r.side == sideOutline {
		at = max(0, r.outline.now())
	}
	item, ok := take.Section(r.report, r.outline.items[at].section)
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
	if r.form == asSpelt {
		return ask.Tell(ask.Warning, r.env.Texts.Reader.NotInOriginal)
	}
	item, ok := take.Passage(r.report, from, to)
	if !ok {
		return ask.Tell(ask.Warning, r.env.Texts.Reader.NothingHere)
	}
	return ask.Do(ask.Select{Item: item})
}

// theme is that of the current figure, else of the text in view.
func (r *Reader) theme() string {
	if i := r.text.FigureInView(); i >= 0 {
		return r.report.Figures[i].Theme
	}
	at := r.text.Top()
	for block := at.Block; block < len(r.report.Blocks()); block++ {
		for _, run := range r.report.Runs(block) {
			if block > at.Block || run.End > at.Offset {
				return run.Theme
			}
		}
	}
	return ""
}

// digest asks for what all reports say on the theme.
func (r *Reader) digest() tea.Cmd {
	return ask.Do(ask.Open{Screen: ask.Digest, View: r.theme()})
}

// like asks for sentences like the selected one, else that of the current
// figure, else the one at the top of the view.
func (r *Reader) like() tea.Cmd {
	from, to, ok := r.text.Selected()
	if !ok {
		from, to = r.sentence()
	}
	return ask.Do(ask.Open{Screen: ask.Search, Query: model.LikeMark + strings.TrimSpace(r.text.Content().Between(from, to))})
}

// sentence is where the sentence of the current figure stands, else the one
// at the top of the view.
func (r *Reader) sentence() (from, to model.Anchor) {
	at := r.text.Top()
	if i := r.text.FigureInView(); i >= 0 {
		at = r.text.Content().Figures[i].Anchor()
	}
	start, end := pane.SentenceAt(r.text.Content().Blocks[at.Block].Text, at.Offset)
	return model.Anchor{Block: at.Block, Offset: start}, model.Anchor{Block: at.Block, Offset: end}
}

// copy sends the selected text to the clipboard, else the sentence of the
// current figure, else the one at the top of the view.
func (r *Reader) copy() tea.Cmd {
	from, to, ok := r.text.Selected()
	if !ok {
		from, to = r.sentence()
	}
	if r.form == asSpelt { // as it is spelt there, without the source's line
		return ask.Do(ask.Copy{Text: r.text.Content().Between(from, to)})
	}
	item, ok := take.Passage(r.report, from, to)
	if !ok {
		return ask.Tell(ask.Warning, r.env.Texts.Lists.NothingToCopy)
	}
	return ask.Do(ask.Copy{Items: []take.Item{item}})
}
