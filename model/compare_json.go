package model

import "github.com/shopspring/decimal"

// View is a part of a comparison that can be shown by itself.
type View string

const (
	ViewSections View = "sections"
	ViewFigures  View = "figures"
	ViewWording  View = "wording"
)

// Views lists the views in the order they are offered.
func Views() []View { return []View{ViewSections, ViewFigures, ViewWording} }

// JSON is the comparison for scripts, one line without a line end: all of
// it, or the views asked for. Numbers that may not fit a float are strings.
func (c *Comparison) JSON(views ...View) ([]byte, error) {
	if len(views) == 0 {
		views = Views()
	}
	out := comparisonJSON{A: c.A.source(), B: c.B.source()}
	for _, v := range views {
		switch v {
		case ViewSections:
			out.Sections = c.sectionsJSON()
		case ViewFigures:
			out.Figures = c.figuresJSON()
		case ViewWording:
			out.Wording = c.wordingJSON()
		}
	}
	return encode(out)
}

type comparisonJSON struct {
	A        Source        `json:"a"`
	B        Source        `json:"b"`
	Sections []sectionJSON `json:"sections,omitzero"`
	Figures  []rowJSON     `json:"figures,omitzero"`
	Wording  *wordingJSON  `json:"wording,omitempty"`
}

// Source says which report something comes from.
type Source struct {
	Path     string `json:"path"`
	Title    string `json:"title"`
	Place    string `json:"place"`
	City     string `json:"city"`
	Province string `json:"province"`
	Year     int    `json:"year"`
}

func (r *Report) source() Source {
	return Source{r.Path, r.Title, r.Place, r.City, r.Province, r.Year}
}

type sectionJSON struct {
	Theme string `json:"theme"`
	A     []Path `json:"a"`
	B     []Path `json:"b"`
	// The share of the running text that is about the theme, 0 to 1.
	ShareA float64 `json:"share_a"`
	ShareB float64 `json:"share_b"`
}

func (c *Comparison) sectionsJSON() []sectionJSON {
	list := []sectionJSON{}
	for _, t := range c.Themes {
		list = append(list, sectionJSON{
			Theme: t.Theme.ID, A: filled(t.A.Sections), B: filled(t.B.Sections),
			ShareA: roundShare(share(t.A.Characters, c.A.Characters)),
			ShareB: roundShare(share(t.B.Characters, c.B.Characters)),
		})
	}
	return list
}

type rowJSON struct {
	Indicator  string           `json:"indicator"`
	Name       string           `json:"name"`
	Unit       string           `json:"unit"`
	A          *Figure          `json:"a"`
	B          *Figure          `json:"b"`
	Difference *decimal.Decimal `json:"difference"`
	Low        *decimal.Decimal `json:"difference_low,omitempty"`
	High       *decimal.Decimal `json:"difference_high,omitempty"`
	Ratio      *decimal.Decimal `json:"ratio"`
	Comparable any              `json:"comparable"` // true, or why not
	PerMember  *ratesJSON       `json:"per_member,omitempty"`
	OthersA    []*Figure        `json:"others_a"`
	OthersB    []*Figure        `json:"others_b"`
}

type ratesJSON struct {
	A          decimal.Decimal  `json:"a"`
	B          decimal.Decimal  `json:"b"`
	Difference decimal.Decimal  `json:"difference"`
	Ratio      *decimal.Decimal `json:"ratio"`
}

func (c *Comparison) figuresJSON() []rowJSON {
	list := []rowJSON{}
	for i := range c.Figures {
		list = append(list, c.Figures[i].json())
	}
	return list
}

func (r *FigureRow) json() rowJSON {
	out := rowJSON{
		Indicator: r.Indicator, Name: r.Name, Unit: r.Unit(), A: r.A, B: r.B,
		OthersA: filled(r.OthersA), OthersB: filled(r.OthersB),
		Comparable: true, Ratio: r.Ratio.value(),
	}
	if !r.Comparable() {
		out.Comparable = r.Reason
	}
	if d := r.Difference; d != nil {
		out.Difference = &d.Stated
		if !d.Exact() {
			out.Low, out.High = &d.Low, &d.High
		}
	}
	if p := r.PerMember; p != nil {
		out.PerMember = &ratesJSON{p.A.Stated, p.B.Stated, p.Difference.Stated, p.Ratio.value()}
	}
	return out
}

// Unit is the unit of the row's figures: one name where both share it, else
// both (次/场次).
func (r *FigureRow) Unit() string {
	switch {
	case r.A == nil && r.B == nil:
		return ""
	case r.A == nil:
		return r.B.Unit
	case r.B == nil || r.A.Unit == r.B.Unit:
		return r.A.Unit
	}
	return r.A.Unit + "/" + r.B.Unit
}

func (r *Ratio) value() *decimal.Decimal {
	if r == nil {
		return nil
	}
	return &r.Value
}

type wordingJSON struct {
	SharedA  float64       `json:"shared_a"`
	SharedB  float64       `json:"shared_b"`
	Passages []passageJSON `json:"passages"`
}

type passageJSON struct {
	Text string    `json:"text"`
	A    placeJSON `json:"a"`
	B    placeJSON `json:"b"`
}

// placeJSON says where a passage stands first, and how often in all.
// Paragraph -1 is the heading; offsets are bytes.
type placeJSON struct {
	Section   Path `json:"section"`
	Paragraph int  `json:"paragraph"`
	Start     int  `json:"start"`
	End       int  `json:"end"`
	Count     int  `json:"count"`
}

func (r *Report) place(s Span, count int) placeJSON {
	b := r.blocks[s.Block]
	return placeJSON{b.Section, b.Paragraph, s.Start, s.End, count}
}

func (c *Comparison) wordingJSON() *wordingJSON {
	w := c.Wording
	out := &wordingJSON{
		SharedA: roundShare(w.A.Share()), SharedB: roundShare(w.B.Share()), Passages: []passageJSON{},
	}
	for _, p := range w.Passages {
		out.Passages = append(out.Passages, passageJSON{p.Text, c.A.place(p.A, p.CountA), c.B.place(p.B, p.CountB)})
	}
	return out
}

// roundShare keeps four places: a share is of some thousand characters.
func roundShare(s float64) float64 { return float64(int(s*1e4+0.5)) / 1e4 }
