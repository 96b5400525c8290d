package ui

import (
	"time"

	"duidu/ui/ask"
	"duidu/ui/cell"
	"duidu/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// status is the message in the footer. It goes with the next key; what is
// no warning also goes by itself.
type status struct {
	said ask.Say
	id   int // of the message, so that an old timer ends no new message
	// after makes the timer: tea.Tick, except where tests stop the time.
	after func(time.Duration, func(time.Time) tea.Msg) tea.Cmd
}

// lifetime of a message that asks for nothing.
const lifetime = 6 * time.Second

// expired ends a message.
type expired struct{ id int }

// say shows a message and returns the command that ends it.
func (s *status) say(m ask.Say) tea.Cmd {
	s.id++
	s.said = m
	if m.Tone == ask.Warning || m.Tone == ask.Failure {
		return nil
	}
	id := s.id
	return s.after(lifetime, func(time.Time) tea.Msg { return expired{id} })
}

func (s *status) clear() { s.said = ask.Say{} }

func (s *status) expire(e expired) {
	if e.id == s.id {
		s.clear()
	}
}

// view draws the message in exactly w cells. A sign stands before what
// went wrong, since colour alone says nothing.
func (s *status) view(c cell.Policy, styles *theme.Styles, g theme.Glyphs, w int) string {
	ink, sign := styles.Text, ""
	switch s.said.Tone {
	case ask.Good:
		ink = styles.Good
	case ask.Warning:
		ink, sign = styles.Warn, g.Warn+" "
	case ask.Failure:
		ink, sign = styles.Bad, g.Failed+" "
	}
	return ink.Paint(c.FitEllipsis(" "+sign+s.said.Text, w))
}
