package pane

import (
	"duidu/model"
	"duidu/ui/cell"
	"duidu/ui/theme"
)

// Measure is how wide a text column is at most, in cells. DefaultMeasure is
// 44 characters, beyond which the eye loses the next line.
const (
	MinMeasure     = 32
	DefaultMeasure = 88
	MaxMeasure     = 160
)

// Spacing says how much air stands between blocks.
type Spacing int

const (
	Airy    Spacing = iota // a blank row between paragraphs: for reading
	Compact                // none: for panes side by side
)

// Options of a pane.
type Options struct {
	Cell    cell.Policy
	Styles  *theme.Styles
	Glyphs  theme.Glyphs
	Spacing Spacing
	Measure int // cells; 0 for DefaultMeasure
}

// Layer is a group of marks laid over the text, in drawing order.
type Layer int

const (
	LayerSentence Layer = iota // the sentence around the current figure
	LayerExtra                 // what a screen adds: shared wording, runs
	LayerFigures
	LayerNow // the current figure
	LayerHits
	LayerHitNow
	LayerSelect
	layers
)

// Pane shows one text. Blocks are laid out when they first come into view
// and kept until the width changes: nothing it does on a key grows with
// the length of the report.
type Pane struct {
	options Options
	width   int // cells, scrollbar included
	height  int // rows

	content Content
	lines   [][]cell.Line // per block; nil until laid out
	others  []other       // their other forms, likewise
	before  []int         // bytes before each block, and the total
	filter  filter        // what is shown of the blocks
	top     position      // of the first visible row
	anchor  model.Anchor  // where the reader put the top; survives resizes

	marks  [layers][]Mark // each sorted, without overlap
	figure int            // index of the current figure, -1 for none
	search Search

	from, to  model.Anchor // of the selected text; LayerSelect shows it
	signs     []model.Anchor
	strip     strip
	sentences bool // each begins a line
	wide      bool // half-width marks between ideographs are drawn wide
}

// New makes an empty pane.
func New(o Options) *Pane {
	return &Pane{options: o, figure: -1}
}

// SetSize sets the size in cells and rows and keeps the place.
func (p *Pane) SetSize(width, height int) {
	if width == p.width && height == p.height {
		return
	}
	old := p.column()
	p.width, p.height = width, height
	p.strip.rows = nil
	if p.column() != old {
		p.forget()
	}
	p.restore()
}

// SetMeasure sets the widest the text column may be, in cells, and keeps
// the place.
func (p *Pane) SetMeasure(cells int) {
	old := p.column()
	p.options.Measure = min(max(cells, MinMeasure), MaxMeasure)
	if p.column() != old {
		p.forget()
	}
	p.restore()
}

// Measure is the widest the text column may be, in cells.
func (p *Pane) Measure() int {
	if p.options.Measure == 0 {
		return DefaultMeasure
	}
	return p.options.Measure
}

// forget drops the lines of another width.
func (p *Pane) forget() {
	clear(p.lines)
	for i := range p.others {
		p.others[i].lines = nil
	}
}

// SetContent shows another text from its beginning.
func (p *Pane) SetContent(c Content) {
	p.replace(c)
	p.anchor, p.top = model.Anchor{}, position{}
}

// SwapContent shows another form of the same text (original, simplified)
// at the same place. The blocks must correspond.
func (p *Pane) SwapContent(c Content) {
	share := 0.0
	if b := p.anchor.Block; b < len(p.content.Blocks) && len(p.content.Blocks[b].Text) > 0 {
		share = float64(p.anchor.Offset) / float64(len(p.content.Blocks[b].Text))
	}
	p.replace(c)
	if b := p.anchor.Block; b < len(c.Blocks) {
		p.anchor.Offset = int(share * float64(len(c.Blocks[b].Text)))
	}
	p.restore()
}

func (p *Pane) replace(c Content) {
	p.content = c
	p.lines = make([][]cell.Line, len(c.Blocks))
	p.others = make([]other, len(c.Blocks))
	p.filter = filter{}
	p.count()
	p.marks = [layers][]Mark{}
	p.marks[LayerFigures] = located(c.Figures)
	p.figure = -1
	p.search = Search{}
}

// count adds up the bytes before each block, of those that are shown.
func (p *Pane) count() {
	p.strip.rows = nil
	p.before = make([]int, len(p.content.Blocks)+1)
	for i, b := range p.content.Blocks {
		p.before[i+1] = p.before[i]
		if p.shown(i) {
			p.before[i+1] += len(b.Text)
		}
	}
}

// located drops the figures that stand nowhere.
func located(all []Mark) []Mark {
	list := make([]Mark, 0, len(all))
	for _, m := range all {
		if m.Block >= 0 {
			list = append(list, m)
		}
	}
	return list
}

// SetLayer replaces the marks of a layer; they must be sorted by block and
// start and must not overlap.
func (p *Pane) SetLayer(l Layer, marks []Mark) { p.marks[l] = marks }

// Content returns what the pane shows.
func (p *Pane) Content() Content { return p.content }

// Size returns the size in cells and rows.
func (p *Pane) Size() (width, height int) { return p.width, p.height }

// column is the width of the text in cells.
func (p *Pane) column() int {
	w := p.width - 1 // scrollbar
	if w >= 30 {
		w -= 2 // a margin on each side
	}
	return max(1, min(w, p.Measure()))
}

// margin is the number of blank cells left of the text.
func (p *Pane) margin() int { return max(0, (p.width-1-p.column())/2) }
