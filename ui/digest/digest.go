// Package digest is the screen of one theme over many reports: what each
// says on it, county by county, with its figures lit, to be read one after
// the other, selected and written down with its sources.
package digest

import (
	"context"
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/take"
	"duidu/ui/ask"
	"duidu/ui/cell"
	"duidu/ui/lang"
	"duidu/ui/list"
	"duidu/ui/pane"
	"duidu/ui/paper"
	"duidu/ui/screen"
	"duidu/ui/write"
)

// Digest is the screen.
type Digest struct {
	env     *screen.Env
	numbers []int // of the reports in the library
	theme   string
	news    bool // only what is new against the year before
	frame   frame

	guard pane.Guard
	data  *gathered // nil until it is gathered

	text *pane.Pane
	list list.List // of the chapters
	now  int       // the passage the reader is at
}

// New opens the digest of the theme that the request's view names, over its
// reports: without any, over those marked, else over all.
func New(env *screen.Env, o ask.Open) screen.Screen {
	d := &Digest{env: env, numbers: o.Reports, theme: o.View}
	if len(d.numbers) == 0 {
		d.numbers = env.Reports.Marked()
	}
	if len(d.numbers) < 2 {
		d.numbers = nil
		for n, e := range env.Reports.List {
			if e.Read() && !env.Reports.Repeats(n) {
				d.numbers = append(d.numbers, n)
			}
		}
	}
	if env.TopicIndex(d.theme) < 0 && len(env.Catalogue.Themes) > 0 {
		d.theme = env.Catalogue.Themes[0].ID
	}
	d.text = pane.New(pane.Options{Cell: env.Cell, Styles: env.Styles, Glyphs: env.Glyphs})
	return d
}

// collected brings what was gathered.
type collected struct {
	era  pane.Era
	data *gathered
}

// Start gathers the passages in the background.
func (d *Digest) Start() tea.Cmd {
	var sources []source
	for _, n := range d.numbers {
		if r := d.env.Reports.Report(n); r != nil {
			s := source{number: n, report: r}
			if d.news {
				s.before = before(d.env.Reports, n)
			}
			sources = append(sources, s)
		}
	}
	_, era := d.guard.Begin(context.Background())
	env, theme, news := *d.env, d.theme, d.news
	return func() tea.Msg { return collected{era, gather(&env, theme, sources, news)} }
}

// Title names the theme and says how much there is.
func (d *Digest) Title() (where, note string) {
	t := &d.env.Texts.Digest
	where = t.Title + " " + d.env.ThemeName(d.theme)
	if d.data == nil {
		return where, t.Working
	}
	figures := 0
	for _, c := range d.data.chapters {
		figures += c.figures
	}
	where += "  " + fmt.Sprintf(t.CountsF, len(d.data.chapters), len(d.data.passages), figures)
	var notes []string
	if d.news {
		notes = append(notes, "["+t.News+"]")
	}
	if d.data.silent > 0 {
		notes = append(notes, fmt.Sprintf(t.SilentF, d.data.silent))
	}
	return where, strings.Join(notes, "  ")
}

// SetSize gives the body's size in cells and rows.
func (d *Digest) SetSize(width, height int) {
	d.frame = newFrame(width, height)
	d.text.SetSize(d.frame.text, d.frame.rows)
	d.list.SetHeight(d.frame.rows)
}

// Update takes the mouse and what was gathered.
func (d *Digest) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case ask.Renewed:
		return d.Start()
	case collected:
		d.handleCollected(msg)
	case tea.MouseMsg:
		d.mouse(msg)
	}
	return nil
}

func (d *Digest) handleCollected(m collected) {
	if !d.guard.Finish(m.era) {
		return
	}
	d.data, d.now = m.data, 0
	d.text.SetContent(m.data.content)
	d.list.SetRows(len(m.data.chapters))
	d.list.First()
	d.show()
}

func (d *Digest) mouse(m tea.MouseMsg) {
	if d.data == nil {
		return
	}
	if m.X < d.frame.side {
		if d.list.Mouse(m) != list.Nothing {
			d.goChapter(d.list.Cursor())
		}
		return
	}
	switch {
	case m.Button == tea.MouseButtonWheelDown:
		d.text.Scroll(3)
	case m.Button == tea.MouseButtonWheelUp:
		d.text.Scroll(-3)
	case m.Button == tea.MouseButtonLeft && m.Action == tea.MouseActionPress:
		if at, ok := d.text.At(m.X-d.frame.textAt(), m.Y); ok {
			d.now = d.passageAt(at.Block)
			d.show()
		}
		return
	}
	d.follow()
}

// passageAt is the passage that a block of the content belongs to, or the
// first after it.
func (d *Digest) passageAt(block int) int {
	for i, p := range d.data.passages {
		if p.block >= block {
			return i
		}
	}
	return max(0, len(d.data.passages)-1)
}

// follow makes the first passage in view the one the reader is at.
func (d *Digest) follow() {
	if len(d.data.passages) == 0 {
		return
	}
	d.now = d.passageAt(d.text.Top().Block)
	d.mark()
}

// show brings the passage the reader is at into view.
func (d *Digest) show() {
	if d.data == nil || len(d.data.passages) == 0 {
		return
	}
	d.mark()
	d.text.Reveal(model.Anchor{Block: d.data.passages[d.now].block})
}

// mark shows which passage the reader is at.
func (d *Digest) mark() {
	p := d.data.passages[d.now]
	end := len(d.data.content.Blocks[p.block].Text)
	d.text.SetLayer(pane.LayerSentence, []pane.Mark{{Block: p.block, End: end, Ink: d.env.Styles.Sentence}})
	d.text.SetSigns([]model.Anchor{{Block: p.block}})
	d.list.Go(p.report)
}

// goChapter goes to what a report says.
func (d *Digest) goChapter(i int) {
	for k, p := range d.data.passages {
		if p.report == i {
			d.now = k
			d.mark()
			d.text.ScrollTo(model.Anchor{Block: d.data.chapters[i].block})
			return
		}
	}
}

// Prompt has nothing to ask.
func (d *Digest) Prompt(int) (string, bool) { return "", false }

// item is the passage the reader is at, with its source.
func (d *Digest) item(i int) (take.Item, bool) {
	p := d.data.passages[i]
	return take.Passage(d.data.chapters[p.report].report, p.from, p.to)
}

// table is the digest to be written: a passage a row, with its source.
func (d *Digest) table() (t write.Table, text string) {
	n := d.env.Words
	var rows [][]string
	head := []string{n.Place, n.Year, n.Section, n.Text, n.Path}
	var all take.Selection
	for i, p := range d.data.passages {
		r := d.data.chapters[p.report].report
		it, ok := d.item(i)
		if !ok {
			continue
		}
		all = all.Add(it)
		rows = append(rows, []string{r.Place, yearText(r.Year), strings.Join(it.Trail, " › "), it.Text, r.Path})
	}
	data, err := paper.Export(all, "text", n)
	if err == nil {
		text = string(data)
	}
	return write.Texts(head, rows), text
}

func yearText(y int) string {
	if y == 0 {
		return ""
	}
	return fmt.Sprint(y)
}

// chapterName is a report over what it says: the place, the year, and what
// the place belongs to.
func chapterName(env *screen.Env, r *model.Report) string {
	belongs := lang.Belongs(r.Province, r.City, r.Place, env.Lang)
	return strings.TrimSpace(cell.Plain(r.Name()) + "  " + belongs)
}
