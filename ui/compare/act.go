package compare

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/take"
	"duidu/ui/ask"
	"duidu/ui/pane"
	"duidu/ui/screen"
)

// Moving in the texts: the active side goes, the other one follows.

func (c *Compare) step(n int) {
	s := c.sides[c.active]
	switch {
	case s.visual && n > 0:
		s.extend(pane.Forward)
	case s.visual:
		s.extend(pane.Backward)
	default:
		s.step(n)
	}
	if !c.passing() {
		c.follow()
	}
}

func (c *Compare) home() {
	c.sides[c.active].goTo(model.Anchor{})
	c.follow()
}

func (c *Compare) end() {
	s := c.sides[c.active]
	s.goTo(s.text.Last())
	c.follow()
}

// setActive gives a side the keys. The texts stay where they are.
func (c *Compare) setActive(i int) {
	if i != c.active {
		c.sides[c.active].visual = false
	}
	c.active = i
}

func anyTheme(*compare.ThemeRow) bool     { return true }
func oneSided(row *compare.ThemeRow) bool { return row.Only() != compare.Both }

func (c *Compare) moveTheme(by int, fits func(*compare.ThemeRow) bool) tea.Cmd {
	t := &c.env.Texts.Compare
	i := c.stepTheme(by, fits)
	switch {
	case i >= 0:
		c.goTheme(i)
		return nil
	case by > 0:
		return ask.Tell(ask.Info, t.LastTheme)
	}
	return ask.Tell(ask.Info, t.FirstTheme)
}

func (c *Compare) moveFigure(by int) tea.Cmd {
	if !c.sides[c.active].stepFigure(by) {
		if by > 0 {
			return ask.Tell(ask.Info, c.env.Texts.Reader.LastFigure)
		}
		return ask.Tell(ask.Info, c.env.Texts.Reader.FirstFigure)
	}
	c.sides[1-c.active].text.SetFigure(-1)
	c.follow()
	return nil
}

// The link.

func (c *Compare) toggleLink() tea.Cmd {
	c.linked = !c.linked
	c.follow()
	if c.linked {
		return ask.Tell(ask.Info, c.env.Texts.Compare.NowLinked)
	}
	return ask.Tell(ask.Info, c.env.Texts.Compare.NowUnlinked)
}

// pairing is that of the two sections the reader is in.
func (c *Compare) pairing() (take.Pairing, bool) {
	var places [2]take.Place
	for i, s := range c.sides {
		b, ok := s.block()
		if !ok || len(b.Section) == 0 {
			return take.Pairing{}, false
		}
		places[i] = take.Place{Path: s.report.Path, Section: b.Section}
	}
	return take.Pairing{A: places[0], B: places[1]}, true
}

func (c *Compare) pair() tea.Cmd {
	p, _ := c.pairing()
	return ask.Do(ask.Pair{Pairing: p})
}

// handlePair follows a pairing that has been made or parted.
func (c *Compare) handlePair(m ask.Pair) tea.Cmd {
	if c.data == nil {
		return nil
	}
	c.follow()
	if c.env.Pairings().Index(m.Pairing) >= 0 {
		return ask.Tell(ask.Good, c.env.Texts.Compare.NowPaired)
	}
	return ask.Tell(ask.Info, c.env.Texts.Compare.NowParted)
}

// Search, in both texts.

func (c *Compare) openSearch(label string, d pane.Direction) tea.Cmd {
	c.direction = d
	c.prompt.OpenOver(label, c.sides[c.active].text.Query())
	c.prompt.Recall(c.env.Searches)
	return nil
}

// searched tells whether hits of a search show in either text.
func (c *Compare) searched() bool {
	for _, s := range c.sides {
		if _, n := s.text.Hits(); n > 0 {
			return true
		}
	}
	return false
}

func (c *Compare) clearSearch() {
	for _, s := range c.sides {
		s.text.ShowAll()
		s.text.ClearSearch()
	}
}

func (c *Compare) search(query string) tea.Cmd {
	if query == "" {
		c.clearSearch()
		return nil
	}
	q, err := model.ParseQuery(query, c.env.Query)
	if err != nil {
		return ask.Tell(ask.Warning, fmt.Sprintf(c.env.Texts.Search.BadPatternF, query))
	}
	var counts [2]int
	for i, s := range c.sides {
		s.text.ShowAll()
		counts[i] = s.text.Find(query, c.hits(s.report, q), c.direction)
	}
	if counts[c.active] == 0 && counts[1-c.active] > 0 {
		c.setActive(1 - c.active)
	}
	if counts[c.active] == 0 {
		return ask.Tell(ask.Warning, fmt.Sprintf(c.env.Texts.Reader.NoHitsF, query))
	}
	return c.toHit()
}

// hits finds a query in a report, each thing searched for in its own ink.
func (c *Compare) hits(r *model.Report, q model.Query) []pane.Mark {
	var marks []pane.Mark
	for _, h := range model.Find(r, q) {
		marks = append(marks, pane.Mark{Block: h.Block, Start: h.Offset, End: h.End, Ink: c.env.Styles.HitOf(h.Term)})
	}
	return marks
}

// filtered tells whether the texts show only paragraphs with hits.
func (c *Compare) filtered() bool { return c.sides[0].text.Filtered() || c.sides[1].text.Filtered() }

// filter shows only paragraphs with hits in both texts, or all again.
func (c *Compare) filter() tea.Cmd {
	if c.filtered() {
		for _, s := range c.sides {
			s.text.ShowAll()
			s.settle()
		}
		c.follow()
		return nil
	}
	for _, s := range c.sides {
		if at, ok := s.text.Hit(); ok {
			s.text.Filter()
			s.goTo(at)
		}
	}
	return ask.Tell(ask.Info, c.env.Texts.Reader.FilterHint)
}

func (c *Compare) again(d pane.Direction) tea.Cmd {
	s := c.sides[c.active]
	if !s.text.Again(d) {
		return ask.Tell(ask.Warning, fmt.Sprintf(c.env.Texts.Reader.NoHitsF, s.text.Query()))
	}
	return c.toHit()
}

// bookmark asks to keep the reader's place, or to forget it.
func (c *Compare) bookmark() tea.Cmd {
	s := c.sides[c.active]
	at := s.at
	if i := s.text.Figure(); i >= 0 {
		at = s.text.Content().Figures[i].Anchor()
	}
	return ask.Do(ask.Bookmark{Bookmark: screen.BookmarkAt(s.report, at)})
}

// showBookmarks puts the signs of the kept places beside the texts.
func (c *Compare) showBookmarks() {
	for _, s := range c.sides {
		s.text.SetSigns(screen.Signs(c.env.Bookmarks(), s.report.Path))
	}
}

// notices opens the active side in the reader with its notices listed.
func (c *Compare) notices() tea.Cmd {
	s := c.sides[c.active]
	return ask.Do(ask.Open{Screen: ask.Reader, Reports: []int{s.number}, At: s.at, View: "notices"})
}

// copy sends what a would select to the clipboard.
func (c *Compare) copy() tea.Cmd {
	s := c.sides[c.active]
	from, to, ok := s.text.Selected()
	if !ok {
		from, to, _ = s.sentence()
	}
	item, ok := take.Passage(s.report, from, to)
	if !ok {
		return ask.Tell(ask.Warning, c.env.Texts.Lists.NothingToCopy)
	}
	return ask.Do(ask.Copy{Items: []take.Item{item}})
}

// toggleMarks draws half-width marks between ideographs wide, or as they are.
func (c *Compare) toggleMarks() tea.Cmd {
	on, said := !c.sides[0].text.Wide(), c.env.Texts.Reader.MarksAsTheyAre
	for _, s := range c.sides {
		s.text.SetWide(on)
		s.settle()
	}
	if on {
		said = c.env.Texts.Reader.MarksWide
	}
	return ask.Tell(ask.Info, said)
}

// toggleAlone shows one text in the whole room, or both.
func (c *Compare) toggleAlone() {
	c.alone = !c.alone
	c.arrange()
}

func (c *Compare) moveRun(by int) tea.Cmd {
	t := &c.env.Texts.Compare
	switch {
	case c.stepRun(by):
		return nil
	case by > 0:
		return ask.Tell(ask.Info, t.LastRun)
	}
	return ask.Tell(ask.Info, t.FirstRun)
}

// toHit makes the hit's line the reader's.
func (c *Compare) toHit() tea.Cmd {
	s := c.sides[c.active]
	if at, ok := s.text.Hit(); ok {
		s.goTo(at)
		c.follow()
	}
	return nil
}

// Going elsewhere and back.

// read opens the active side in the reader, at the same place.
func (c *Compare) read() tea.Cmd {
	s := c.sides[c.active]
	o := ask.Open{Screen: ask.Reader, Reports: []int{s.number}, At: s.at}
	if o.At == (model.Anchor{}) {
		o.At.Offset = 1 // the first line, where no place at all would mean the one read last
	}
	if i := s.text.Figure(); i >= 0 {
		o.Figure = &s.report.Figures[i]
	}
	return ask.Do(o)
}

// goBack undoes what was opened last: the figure, the search, the jump from
// another view, the filter; then the screen.
func (c *Compare) goBack() tea.Cmd {
	s := c.sides[c.active]
	switch {
	case c.data == nil:
		c.guard.Abort()
		return ask.Do(ask.Back{})
	case c.selected():
		s.unselect()
	case c.back != "":
		for _, s := range c.sides {
			s.text.SetFigure(-1)
		}
		return c.show(c.back)
	case c.view == compare.ViewFigures && c.table.filter != "":
		c.table.filter, c.table.found = "", nil
		c.table.arrange(c)
	case c.view == compare.ViewSections && s.text.Figure() >= 0:
		s.text.SetFigure(-1)
	case c.view == compare.ViewSections && c.filtered():
		return c.filter()
	case c.view == compare.ViewSections && s.text.Query() != "":
		c.clearSearch()
	default:
		return ask.Do(ask.Back{})
	}
	return nil
}

// selected tells whether text of the active side is selected.
func (c *Compare) selected() bool {
	_, _, ok := c.sides[c.active].text.Selected()
	return ok && c.view == compare.ViewSections
}

// The selection, with the keys of the reader's screen.

// visualMode selects a sentence; the keys that move then extend it.
func (c *Compare) visualMode() tea.Cmd {
	s := c.sides[c.active]
	if s.visual {
		s.unselect()
		return nil
	}
	from, to, _ := s.sentence()
	s.text.Select(from, to)
	s.visual = true
	return nil
}

// add selects the marked text; else the current figure, else the section
// the reader is in.
func (c *Compare) add() tea.Cmd {
	s := c.sides[c.active]
	if from, to, ok := s.text.Selected(); ok {
		s.unselect()
		return c.addPassage(from, to)
	}
	if i := s.text.Figure(); i >= 0 {
		return ask.Do(ask.Select{Item: take.Figure(s.report, &s.report.Figures[i], c.env.Catalogue)})
	}
	b, _ := s.block()
	item, ok := take.Section(s.report, b.Section)
	if !ok {
		return ask.Tell(ask.Warning, c.env.Texts.Reader.NothingHere)
	}
	return ask.Do(ask.Select{Item: item})
}

// addSentence selects the sentence of the current figure, else the one in
// the reader's line.
func (c *Compare) addSentence() tea.Cmd {
	from, to, _ := c.sides[c.active].sentence()
	return c.addPassage(from, to)
}

// addPassage selects the text between two anchors of the active side.
func (c *Compare) addPassage(from, to model.Anchor) tea.Cmd {
	item, ok := take.Passage(c.sides[c.active].report, from, to)
	if !ok {
		return ask.Tell(ask.Warning, c.env.Texts.Reader.NothingHere)
	}
	return ask.Do(ask.Select{Item: item})
}

// digest asks for what all reports say on the theme in view.
func (c *Compare) digest() tea.Cmd {
	theme := ""
	if l := c.table.current(); c.view == compare.ViewFigures && l.row >= 0 {
		theme = c.data.Figures[l.row].Theme
	} else if i := c.theme(); i >= 0 {
		theme = c.data.Themes[i].Theme.ID
	}
	return ask.Do(ask.Open{Screen: ask.Digest, View: theme})
}
