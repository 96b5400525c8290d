package reader

import (
	"fmt"
	"strconv"
	"strings"

	"duidu/model"
	"duidu/ui/cell"
	"duidu/ui/screen"
)

// item is a line of the left column and where it leads.
type item struct {
	text    string
	count   string // at the right edge
	level   int
	topic   cell.Ink
	at      model.Anchor
	section model.Path
}

// list is a column of items with a cursor.
type list struct {
	items  []item
	cursor int
	top    int
	height int // rows
}

func (l *list) move(by int) {
	l.cursor = max(0, min(l.cursor+by, len(l.items)-1))
	l.keepInView()
}

func (l *list) keepInView() {
	if l.cursor < l.top {
		l.top = l.cursor
	}
	if l.height > 0 && l.cursor >= l.top+l.height {
		l.top = l.cursor - l.height + 1
	}
	l.top = max(0, min(l.top, len(l.items)-l.height))
}

// view draws h rows of exactly w cells. Without focus the cursor is only a
// trace of where the text is.
func (l *list) view(env *screen.Env, w, h int, focused bool) []string {
	s, c := env.Styles, env.Cell
	rows := make([]string, 0, max(0, h))
	for i := l.top; i < len(l.items) && len(rows) < h; i++ {
		it := l.items[i]
		base, sign := s.Text, env.Glyphs.Open
		if i == l.cursor {
			base, sign = s.Inactive, env.Glyphs.Cursor
			if focused {
				base = s.Cursor
			}
		}
		if it.level == 1 {
			base += s.Strong
		}
		indent := cell.Blank(min(2*max(0, it.level-1), max(0, w/4)))
		count := ""
		if it.count != "" {
			count = " " + it.count + " "
		}
		room := w - 3 - len(indent) - c.Width(count)
		rows = append(rows, base.Paint(" "+indent)+(base+it.topic).Paint(c.Fit(sign, 2))+
			base.Paint(c.FitEllipsis(it.text, room))+(base+s.Faint).Paint(count))
	}
	for len(rows) < h {
		rows = append(rows, cell.Blank(w))
	}
	return rows
}

// outlineOf lists the sections with the number of figures in each.
func outlineOf(env *screen.Env, r *model.Report) list {
	counts := make(map[string]int)
	for _, f := range r.Figures {
		for i := range f.Section {
			counts[keyOf(f.Section[:i+1])]++
		}
	}
	var l list
	r.Walk(func(p model.Path, s *model.Section) {
		at, ok := r.Locate(p, -1, 0)
		if !ok {
			at, ok = r.Locate(p, 0, 0)
		}
		if !ok {
			return
		}
		text := s.Title
		if text == "" {
			text = env.Texts.Reader.Opening
		}
		it := item{text: text, level: max(1, s.Level), topic: env.Topic(s.Theme), at: at, section: p}
		if n := counts[keyOf(p)]; n > 0 {
			it.count = strconv.Itoa(n)
		}
		l.items = append(l.items, it)
	})
	return l
}

// noticesOf lists the notices with their places.
func noticesOf(env *screen.Env, r *model.Report) list {
	var l list
	for _, n := range r.Notices {
		text := env.Texts.Words.Notice(n.Kind)
		if n.Detail != "" {
			text = fmt.Sprintf("%s %s", text, strings.TrimSpace(n.Detail))
		}
		it := item{text: text, section: n.Section}
		if n.Section == nil {
			it.count = env.Texts.Reader.WholeReport
		} else if at, ok := r.Locate(n.Section, n.Paragraph, 0); ok {
			it.at = at
		} else if at, ok := r.Locate(n.Section, -1, 0); ok {
			it.at = at
		}
		l.items = append(l.items, it)
	}
	return l
}

// keyOf makes a path a key of a map.
func keyOf(p model.Path) string { return fmt.Sprint([]int(p)) }
