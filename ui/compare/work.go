package compare

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/pane"
	"duidu/ui/screen"
)

// prepared is what grows with the reports and is therefore made in the
// background, once.
type prepared struct {
	era      pane.Era
	data     *compare.Comparison
	sides    [2]ready
	rows     map[*model.Figure]int // the row of each figure in data.Figures
	rates    bool
	families map[int][]compare.FamilyLine
	repeated []compare.Passage // the most repeated first
}

// ready is the text of one side.
type ready struct {
	content pane.Content
	shared  []pane.Mark // wording that the other side has too
	shares  map[string]string
}

// spinning tells that the work goes on.
type spinning struct {
	era pane.Era
}

// Reports this long take a noticeable time to compare: only then something
// turns while the user waits.
const slow = 200_000 // characters

const spinTime = 120 * time.Millisecond

// Start compares the two reports.
func (c *Compare) Start() tea.Cmd {
	if c.missing() {
		return nil
	}
	_, era := c.guard.Begin(context.Background())
	a, b := c.latest(0), c.latest(1)
	work := func() tea.Msg { return prepare(c.env, prepared{era: era}, a, b) }
	if a.Characters+b.Characters < slow {
		return work
	}
	return tea.Batch(work, c.spin(era))
}

func (c *Compare) spin(era pane.Era) tea.Cmd {
	return tea.Tick(spinTime, func(time.Time) tea.Msg { return spinning{era} })
}

// prepare compares and lays out. It reads only what never changes.
func prepare(env *screen.Env, p prepared, a, b *model.Report) prepared {
	p.data = compare.Compare(a, b, env.Catalogue)
	for i, r := range []*model.Report{a, b} {
		p.sides[i].content = pane.Report(r, env.Styles, env.Catalogue)
		wording := &p.data.Wording.A
		if i == 1 {
			wording = &p.data.Wording.B
		}
		p.sides[i].shares = sectionShares(*wording)
		for _, s := range wording.Spans {
			p.sides[i].shared = append(p.sides[i].shared, pane.Mark{Block: s.Block, Start: s.Start, End: s.End, Ink: env.Styles.Faint})
		}
	}
	p.repeated = byRepeats(p.data.Wording.Passages)
	p.rows, p.families = make(map[*model.Figure]int), make(map[int][]compare.FamilyLine)
	for i := range p.data.Figures {
		row := &p.data.Figures[i]
		p.rates = p.rates || row.PerMember != nil
		if row.Indicator != "" {
			if lines := p.data.FamilyLines(row.Indicator, env.Catalogue); len(lines) > 1 {
				p.families[i] = lines
			}
		}
		for _, f := range append(append([]*model.Figure{row.A, row.B}, row.OthersA...), row.OthersB...) {
			if f != nil {
				p.rows[f] = i
			}
		}
	}
	return p
}

// handlePrepared shows the result, unless another comparison came after it.
func (c *Compare) handlePrepared(p prepared) tea.Cmd {
	if !c.guard.Finish(p.era) {
		return nil
	}
	c.data, c.rowOf, c.rates, c.newer = p.data, p.rows, p.rates, p.data.Sign.Newer()
	for i, s := range c.sides {
		s.report = []*model.Report{p.data.A, p.data.B}[i]
		s.fill(p.sides[i].content)
		c.shared[i], c.shares[i] = p.sides[i].shared, p.sides[i].shares
	}
	c.families = p.families
	c.showBookmarks()
	c.table.fill(c)
	if c.row > 0 {
		c.table.Go(c.row)
	}
	c.list.fill(c, p.repeated)
	c.arrange()
	if c.start != (model.Anchor{}) {
		c.active = c.startSide
		c.sides[c.active].goTo(c.start)
		c.follow()
	}
	return c.stand()
}

func (c *Compare) handleSpin(m spinning) tea.Cmd {
	if !c.guard.Live(m.era) {
		return nil
	}
	c.turns++
	return c.spin(m.era)
}
