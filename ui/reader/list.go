package reader

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"duidu/model"
	"duidu/ui/cell"
	"duidu/ui/list"
	"duidu/ui/pane"
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
	report  int    // in the library, where the list is of several
	quote   string // of the text that a notice is about
	hits    string // instead of the count while a search is on
}

// entries is a column of items with a cursor. Items may be folded under the
// one of a higher level before them.
type entries struct {
	list.List
	items  []item
	folded map[int]bool // by index in items
	rows   []int        // indexes of the items that are not folded away

	searching bool // hits are shown instead of counts
}

func newList(items []item) entries {
	l := entries{items: items, folded: map[int]bool{}}
	l.unfold()
	return l
}

// now is the index of the item under the cursor, -1 if there is none.
func (l *entries) now() int {
	if at := l.Cursor(); at >= 0 {
		return l.rows[at]
	}
	return -1
}

// view draws h rows of exactly w cells. Without focus the cursor is only a
// trace of where the text is.
func (l *entries) view(env *screen.Env, w, h int, focused bool) []string {
	s, c := env.Styles, env.Cell
	rows := make([]string, 0, max(0, h))
	from, to := l.Window()
	for i := from; i < to && len(rows) < h; i++ {
		it := l.items[l.rows[i]]
		base, sign := s.Text, env.Glyphs.Open
		if i == l.Cursor() {
			base, sign = s.Inactive, env.Glyphs.Cursor
			if focused {
				base = s.Cursor
			}
		}
		if it.level == 1 {
			base += s.Strong
		}
		indent := cell.Blank(min(2*max(0, it.level-1), max(0, w/4)))
		count, ink := it.count, base+s.Faint
		if l.searching {
			count, ink = it.hits, base+s.Accent
		}
		if l.folded[l.rows[i]] {
			count = strings.TrimSpace("+" + strconv.Itoa(l.under(l.rows[i])) + " " + count)
		}
		if count != "" {
			count = " " + count + " "
		}
		room := w - 3 - len(indent) - c.Width(count)
		rows = append(rows, base.Paint(" "+indent)+(base+it.topic).Paint(c.Fit(sign, 2))+
			base.Paint(c.FitEllipsis(it.text, room))+ink.Paint(count))
	}
	for len(rows) < h {
		rows = append(rows, cell.Blank(w))
	}
	return rows
}

// outlineOf lists the sections with the number of figures in each.
func outlineOf(env *screen.Env, r *model.Report) entries {
	counts := make(map[string]int)
	for _, f := range r.Figures {
		for i := range f.Section {
			counts[keyOf(f.Section[:i+1])]++
		}
	}
	var items []item
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
		items = append(items, it)
	})
	return newList(items)
}

// noticesOf lists the notices by kind, what a reader must know of first,
// each with its place.
func noticesOf(env *screen.Env, r *model.Report) entries {
	byKind := make(map[model.NoticeKind][]item)
	find := finder{report: r}
	var kinds []model.NoticeKind
	for _, n := range r.Notices {
		if byKind[n.Kind] == nil {
			kinds = append(kinds, n.Kind)
		}
		byKind[n.Kind] = append(byKind[n.Kind], find.noticeItem(env, n))
	}
	slices.SortStableFunc(kinds, func(a, b model.NoticeKind) int { return weight(a) - weight(b) })
	var items []item
	for _, k := range kinds {
		head := item{text: env.Texts.Words.Notice(k), level: 1, count: strconv.Itoa(len(byKind[k])), at: byKind[k][0].at}
		items = append(append(items, head), byKind[k]...)
	}
	return newList(items)
}

func weight(k model.NoticeKind) int {
	if screen.Weighty(k) {
		return 0
	}
	return 1
}

// finder finds the places of notices that name none but quote the source, as
// those of notes that were taken out do: they come in the order of the text.
type finder struct {
	report *model.Report
	at     model.Anchor // in the source's spelling, after the one found last
}

// noticeItem is one notice; where it stands only if it stands somewhere.
func (f *finder) noticeItem(env *screen.Env, n model.Notice) item {
	it := item{text: cell.Plain(env.Texts.Words.Told(n)), level: 2, section: n.Section}
	if n.Section == nil {
		if at, quote, ok := f.quoted(n); ok {
			it.at, it.quote, it.section = at, quote, f.report.Blocks()[at.Block].Section
			return it
		}
		it.count = env.Texts.Reader.WholeReport
		return it
	}
	for _, paragraph := range []int{n.Paragraph, -1, 0} {
		if at, ok := f.report.Locate(n.Section, paragraph, 0); ok {
			it.at = at
			text := f.report.Blocks()[at.Block].Text
			_, end := pane.SentenceAt(text, 0)
			it.quote = cell.Plain(text[:end])
			break
		}
	}
	return it
}

// around is how much of the source is quoted on either side, in bytes.
const around = 60

// quoted finds the next place where the source says what a notice quotes.
func (f *finder) quoted(n model.Notice) (at model.Anchor, quote string, ok bool) {
	what, _, _ := strings.Cut(n.Detail, " →")
	if n.Kind != model.NoticePinyin && n.Kind != model.NoticeRepair || what == "" {
		return at, "", false
	}
	blocks := f.report.Blocks()
	for i := f.at.Block; i < len(blocks); i++ {
		source := originalOf(f.report, blocks[i])
		from := 0
		if i == f.at.Block {
			from = min(f.at.Offset, len(source))
		}
		k := strings.Index(source[from:], what)
		if k < 0 {
			continue
		}
		k += from
		f.at = model.Anchor{Block: i, Offset: k + len(what)}
		start, end := max(0, k-around), min(len(source), k+len(what)+around)
		quote = strings.ToValidUTF8(source[start:end], "")
		offset := 0
		if len(source) > 0 {
			offset = k * len(blocks[i].Text) / len(source)
		}
		return f.report.Snap(model.Anchor{Block: i, Offset: offset}), cell.Plain(quote), true
	}
	return at, "", false
}

// originalOf is a block as its source spelt it, empty if the same.
func originalOf(r *model.Report, b model.Block) string {
	s := r.Section(b.Section)
	if b.Heading {
		return s.Original
	}
	return s.Paragraphs[b.Paragraph].Original
}

// keyOf makes a path a key of a map.
func keyOf(p model.Path) string { return fmt.Sprint([]int(p)) }
