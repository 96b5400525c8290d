package search

import (
	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/take"
	"duidu/ui/ask"
	"duidu/ui/lang"
	"duidu/ui/list"
	"duidu/ui/pane"
	"duidu/ui/screen"
)

// Actions is the search's part of the table of keys.
func (s *Search) Actions() []screen.Action {
	p := func(zh, en string) lang.Phrase { return lang.Phrase{ZH: zh, EN: en} }
	return []screen.Action{
		{ID: "search.open", Keys: []string{"enter", "right"}, Footer: 1, Text: p("阅读", "read"), Do: s.open, Why: s.noRow},
		{ID: "search.new", Keys: []string{"/", "g/"}, Footer: 2, Text: p("另找", "search for something else"), Do: s.ask},
		{ID: "search.add", Keys: []string{"a"}, Footer: 3, Text: p("摘选语句", "select the sentence"), Do: s.add, Why: s.noRow},
		{ID: "search.next", Counts: true, Keys: []string{"n"}, Footer: 4, Text: p("下一处", "next hit"), Do: func() tea.Cmd { return s.hop(1) }, Why: s.noRow},
		{ID: "search.prev", Counts: true, Keys: []string{"N"}, Text: p("上一处", "previous hit"), Do: func() tea.Cmd { return s.hop(-1) }, Why: s.noRow},
		{ID: "search.nextreport", Counts: true, Keys: []string{"]"}, Text: p("下一份报告", "next report"), Do: func() tea.Cmd { return s.hopReport(1) }, Why: s.noRow},
		{ID: "search.prevreport", Counts: true, Keys: []string{"["}, Text: p("上一份报告", "previous report"), Do: func() tea.Cmd { return s.hopReport(-1) }, Why: s.noRow},
		{ID: "search.fold", Keys: []string{"z", " "}, Footer: 5, Text: p("折叠", "fold a report"), Do: s.fold, Why: s.noRow},
		{ID: "search.foldall", Keys: []string{"Z"}, Text: p("全部折叠，只看各份的处数", "fold all: only the counts"), Do: s.foldAll, Why: s.noRow},
		{ID: "search.down", Counts: true, Keys: []string{"down", "j"}, Text: p("下移", "down"), Do: s.move(func(l *list.List) { l.Move(1) })},
		{ID: "search.up", Counts: true, Keys: []string{"up", "k"}, Text: p("上移", "up"), Do: s.move(func(l *list.List) { l.Move(-1) })},
		{ID: "search.pagedown", Counts: true, Keys: []string{"pgdown", "ctrl+f", "d"}, Text: p("下一页", "page down"), Do: s.move(func(l *list.List) { l.Page(1) })},
		{ID: "search.pageup", Counts: true, Keys: []string{"pgup", "ctrl+b", "b", "u"}, Text: p("上一页", "page up"), Do: s.move(func(l *list.List) { l.Page(-1) })},
		{ID: "search.first", Keys: []string{"g", "home"}, Text: p("开头", "beginning"), Do: s.move((*list.List).First)},
		{ID: "search.last", Keys: []string{"G", "end"}, Text: p("结尾", "end"), Do: s.move((*list.List).Last)},
		{ID: "search.back", Keys: []string{"esc"}, Text: p("停止检索，再按返回", "stop the search; again: go back"), Do: s.back},
	}
}

func (s *Search) noRow() string {
	switch {
	case s.results.at(s.list.Cursor()) >= 0:
		return ""
	case s.query == "":
		return s.env.Texts.Search.NoSearch
	}
	return s.message()
}

func (s *Search) ask() tea.Cmd {
	s.prompt.OpenOver(s.env.Texts.Search.Label, s.query)
	s.prompt.Recall(s.env.Searches)
	return nil
}

func (s *Search) open() tea.Cmd {
	if request, ok := s.request(); ok {
		return ask.Do(request)
	}
	return nil
}

// back stops the search, or leaves it.
func (s *Search) back() tea.Cmd {
	if s.hunt.running() {
		s.hunt.stop()
		return nil
	}
	return ask.Do(ask.Back{})
}

// hop moves to the next hit, over headings and folded reports.
func (s *Search) hop(by int) tea.Cmd {
	for row := s.list.Cursor() + by; row >= 0 && row < s.results.rows(); row += by {
		if s.results.found[s.results.at(row)].row != row {
			s.list.Go(row)
			return nil
		}
	}
	if by < 0 {
		return ask.Tell(ask.Info, s.env.Texts.Search.FirstReport)
	}
	return ask.Tell(ask.Info, s.env.Texts.Search.LastReport)
}

func (s *Search) hopReport(by int) tea.Cmd {
	i := min(max(0, s.results.at(s.list.Cursor())+by), len(s.results.found)-1)
	s.list.SetRows(s.results.rows())
	s.list.Go(s.results.found[i].row)
	return nil
}

func (s *Search) fold() tea.Cmd {
	i := s.results.at(s.list.Cursor())
	s.results.toggle(i)
	s.list.SetRows(s.results.rows())
	s.list.Go(s.results.found[i].row)
	return nil
}

func (s *Search) foldAll() tea.Cmd {
	i := s.results.at(s.list.Cursor())
	s.results.toggleAll()
	s.list.SetRows(s.results.rows())
	s.list.Go(s.results.found[i].row)
	return nil
}

// add asks to select the sentence of the hit.
func (s *Search) add() tea.Cmd {
	request, ok := s.request()
	if !ok {
		return nil
	}
	report := s.results.hitsOf(s.results.at(s.list.Cursor())).report
	start, end := pane.SentenceAt(report.Blocks()[request.At.Block].Text, request.At.Offset)
	at := func(offset int) model.Anchor { return model.Anchor{Block: request.At.Block, Offset: offset} }
	item, ok := take.Passage(report, at(start), at(end))
	if !ok {
		return ask.Tell(ask.Warning, s.env.Texts.Reader.NothingHere)
	}
	return ask.Do(ask.Select{Item: item})
}
