package ui

import (
	"testing"

	"duidu/ui/ask"

	tea "github.com/charmbracelet/bubbletea"
)

// hold does what a message asks for, up to the command, which is kept for
// later: work that takes its time.
func (r *rig) hold(m tea.Msg) tea.Cmd {
	_, cmd := r.app.Update(m)
	return cmd
}

func TestASecondSearchTakesNoHitsOfTheFirst(t *testing.T) {
	r := open(t, 120, 30)
	first := r.hold(ask.Open{Screen: ask.Search, Query: "提案"})
	second := r.hold(ask.Open{Screen: ask.Search, Query: "没有这样的话"})
	r.run(first)
	r.showsNot("清河县 2023")
	r.run(second)
	r.shows("没有找到“没有这样的话”")
	r.press("esc")
	r.shows("提案", "清河县 2023") // and the first one has its own
}

func TestTwoComparisonsAtOnceShowTheirOwn(t *testing.T) {
	r := open(t, 120, 30)
	first := r.hold(ask.Open{Screen: ask.Compare, Reports: []int{0, 1}})
	second := r.hold(ask.Open{Screen: ask.Compare, Reports: []int{1, 2}})
	r.run(second)
	r.shows("同步")
	r.run(first)
	third := r.app.env.Reports.Report(2).Place
	r.shows(third)
	r.press("esc")
	r.shows("同步", "清河县")
}
