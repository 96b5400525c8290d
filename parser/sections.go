package parser

import (
	"slices"
	"strings"

	"duidu/model"
)

// part is a section while it is being filled: its paragraphs still carry the
// lines they came from.
type part struct {
	section *model.Section
	lines   []line
	parts   []*part
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
	style numberStyle
	child bool // a heading of a sidebar
	given int  // the level that the file's format gives an unnumbered heading
}

// levels gives headings their level: a style that is new goes one deeper,
// one seen before goes back to where it was.
type levels struct {
	stack   []levelKey
	sidebar *titleForm // form of the headings in the sidebar that is open
	top     titleForm  // form of the first plain heading
	seen    bool
}

func (l *levels) of(e element, followsHeading bool) int {
	key := levelKey{style: e.style}
	if e.runIn && (e.style == noNumber || e.style == wordIs) {
		if k := len(l.stack) - 1; k > 0 && l.stack[k].style != noNumber {
			return k + 2 // below （一）, not beside it
		}
		return min(len(l.stack), 1) + 1
	}
	if e.line.hint == headingHint && e.style == noNumber {
		key.given = e.line.level
		for k := len(l.stack) - 1; k >= 0 && l.stack[k].given > key.given; k-- {
			l.stack = l.stack[:k]
		}
	} else if e.style == noNumber {
		form := formOf(e.title)
		switch {
		case followsHeading && l.seen && l.sidebar == nil && len(l.stack) > 0 && l.stack[len(l.stack)-1].style == noNumber:
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
		l.stack = append(l.stack, key)
	}
	return len(l.stack)
}

// buildParts turns headings and paragraphs into a tree.
func buildParts(elements []element) []*part {
	var top []*part
	var open []*part // the path to the current part, by level
	var lv levels
	for i, e := range elements {
		if e.title == "" {
			if len(open) == 0 {
				opening := &part{section: &model.Section{Theme: model.ThemeOverview}}
				top, open = append(top, opening), append(open, opening)
			}
			current := open[len(open)-1]
			current.lines = append(current.lines, e.line)
			continue
		}
		level := e.fixed
		if level == 0 {
			level = lv.of(e, i > 0 && elements[i-1].title != "" && !elements[i-1].runIn)
		}
		p := &part{section: &model.Section{Title: e.title, Level: level, RunIn: e.runIn}}
		if e.line.original != "" && !e.runIn {
			p.section.Original = e.line.original
		}
		if e.runIn {
			p.lines = []line{e.line}
		}
		for len(open) > 0 && (open[len(open)-1].section.Level >= level || open[len(open)-1].section.Level == 0) {
			open = open[:len(open)-1]
		}
		if len(open) == 0 {
			top = append(top, p)
		} else {
			up := open[len(open)-1]
			up.parts = append(up.parts, p)
		}
		open = append(open, p)
	}
	return top
}
