package figure

import (
	"duidu/model"
	"duidu/parser/text"
)

// Memory is what paragraphs are read with, one after another. What was read of
// them keeps its pieces of it, so that the figures of a report lie together; the
// rest is used again. The zero value is ready; it is for one goroutine.
type Memory struct {
	cutter     text.Cutter
	quantities []quantity
	tags       tags
	whens      []when

	figures   text.Room[model.Figure]
	hints     text.Room[hint]
	tagged    text.Room[tag]
	near      text.Joiner // what indicators are read from
	labels    text.Joiner
	paragraph reading
}

// start makes room for a paragraph's worth before the first one.
func (m *Memory) start() {
	if m.tags != nil {
		return
	}
	m.tags, m.quantities = make(tags, 0, roomOfTags), make([]quantity, 0, roomOfFigures)
	m.whens, m.paragraph.room = make([]when, 0, roomOfFigures), make([]word, 0, roomOfFigures)
}

// How many there is room for at a time: some paragraphs' worth.
const (
	roomOfFigures = 16
	roomOfTags    = 64
)
