package layout

import (
	"slices"
	"strings"

	"duidu/model"
	"duidu/parser/format"
	"duidu/parser/shape"
)

// Part is a section while it is being filled: its paragraphs still carry the
// lines they came from.
type Part struct {
	Section *model.Section
	Lines   []Line
	Parts   []*Part
}

// titleForm is how an unnumbered title is built. Sidebars have titles of
// another form than the article around them.
type titleForm int

const (
	bareTitle titleForm = iota
	spacedTitle
	commaTitle
)

func formOf(title string) titleForm {
	switch {
	case strings.ContainsAny(title, " 　"):
		return spacedTitle
	case strings.ContainsAny(title, "，,、"):
		return commaTitle
	}
	return bareTitle
}

// levelKey is what decides on the level of a standing heading.
type levelKey struct {
	style shape.NumberStyle
	child bool // a heading of a sidebar
	given int  // the level that the file's format gives an unnumbered heading
}

// levels gives headings their level: a style that is new goes one deeper,
// one seen before goes back to where it was.
type levels struct {
	stack   []levelKey
	sidebar *titleForm                              // form of the headings in the sidebar that is open
	top     titleForm                               // form of the first plain heading
	above   map[shape.NumberStyle]shape.NumberStyle // of a style, the one that it was first met below
	seen    bool
}

func (l *levels) of(e element, followsHeading bool) int {
	key := levelKey{style: e.style}
	if e.runIn && e.style == shape.NoNumber {
		if k := len(l.stack) - 1; k > 0 && l.stack[k].style != shape.NoNumber {
			return k + 2 // below （一）, not beside it
		}
		return min(len(l.stack), 1) + 1
	}
	if e.line.Hint == format.HeadingHint && e.style == shape.NoNumber {
		key.given = e.line.Level
		for k := len(l.stack) - 1; k >= 0 && l.stack[k].given > key.given; k-- {
			l.stack = l.stack[:k]
		}
	} else if e.style == shape.NoNumber {
		form := formOf(e.title)
		switch {
		case followsHeading && l.seen && l.sidebar == nil && len(l.stack) > 0 && l.stack[len(l.stack)-1].style == shape.NoNumber:
			l.sidebar = &form
			key.child = true
		case l.sidebar != nil && form == *l.sidebar && form != l.top:
			key.child = true
		default:
			l.sidebar = nil
		}
		if !l.seen {
			l.top, l.seen = form, true
		}
	}
	if i := slices.Index(l.stack, key); i >= 0 {
		l.stack = l.stack[:i+1]
	} else {
		// an excerpt may go on at 2、 and then come to 二、, which 1、 stood below before
		for k := len(l.stack) - 1; k > 0 && key.style != shape.NoNumber && l.above[l.stack[k].style] == key.style; k-- {
			l.stack = l.stack[:k]
		}
		if k := len(l.stack) - 1; k >= 0 && l.above[key.style] == shape.NoNumber {
			if l.above == nil {
				l.above = map[shape.NumberStyle]shape.NumberStyle{}
			}
			l.above[key.style] = l.stack[k].style
		}
		l.stack = append(l.stack, key)
	}
	return len(l.stack)
}

// maker makes the parts of a text, which lie together.
type maker struct {
	parts    []Part
	sections []model.Section
}

// part makes a part of a section; there is room for it.
func (m *maker) part(s model.Section) *Part {
	m.sections = append(m.sections, s)
	m.parts = append(m.parts, Part{Section: &m.sections[len(m.sections)-1]})
	return &m.parts[len(m.parts)-1]
}

// BuildParts turns headings and paragraphs into a tree.
func BuildParts(elements []element) []*Part {
	titles := 1 // and what stands before the first
	for _, e := range elements {
		if e.title != "" {
			titles++
		}
	}
	made := maker{make([]Part, 0, titles), make([]model.Section, 0, titles)}
	all := make([]Line, 0, len(elements)) // of all parts, one after another
	var top []*Part
	var open []*Part // the path to the current part, by level
	var lv levels
	for i, e := range elements {
		if e.title == "" {
			if len(open) == 0 {
				opening := made.part(model.Section{Theme: model.ThemeOverview})
				top, open = append(top, opening), append(open, opening)
			}
			all = append(all, e.line)
			current := open[len(open)-1]
			current.Lines = all[len(all)-1-len(current.Lines) : len(all) : len(all)]
			continue
		}
		level := e.fixed
		if level == 0 {
			level = lv.of(e, i > 0 && elements[i-1].title != "" && !elements[i-1].runIn)
		}
		p := made.part(model.Section{Title: e.title, Level: level, RunIn: e.runIn})
		if e.line.Original != "" && !e.runIn {
			p.Section.Original = e.line.Original
		}
		if e.runIn {
			all = append(all, e.line)
			p.Lines = all[len(all)-1 : len(all) : len(all)]
		}
		for len(open) > 0 && (open[len(open)-1].Section.Level >= level || open[len(open)-1].Section.Level == 0) {
			open = open[:len(open)-1]
		}
		if len(open) == 0 {
			top = append(top, p)
		} else {
			up := open[len(open)-1]
			up.Parts = append(up.Parts, p)
		}
		open = append(open, p)
	}
	return top
}
