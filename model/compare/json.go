package compare

import (
	"github.com/shopspring/decimal"

	"duidu/model"
)

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
	out := comparisonJSON{A: c.A.Source(), B: c.B.Source(), Sign: c.Sign.String()}
	for _, v := range views {
		switch v {
		case ViewSections:
			out.Sections = c.sectionsJSON()
		case ViewFigures:
			out.Figures, out.Derived = c.figuresJSON(), c.derivedJSON()
		case ViewWording:
			out.Wording = c.wordingJSON()
		}
	}
	return model.Encode(out)
}

type comparisonJSON struct {
	A        model.Source  `json:"a"`
	B        model.Source  `json:"b"`
	Sign     string        `json:"sign"`
	Sections []sectionJSON `json:"sections,omitzero"`
	Figures  []rowJSON     `json:"figures,omitzero"`
	Derived  []derivedJSON `json:"derived,omitzero"`
	Wording  *wordingJSON  `json:"wording,omitempty"`
}

type sectionJSON struct {
	Theme string       `json:"theme"`
	A     []model.Path `json:"a"`
	B     []model.Path `json:"b"`
	// The share of the running text that is about the theme, 0 to 1.
	ShareA float64 `json:"share_a"`
	ShareB float64 `json:"share_b"`
}

func (c *Comparison) sectionsJSON() []sectionJSON {
	list := []sectionJSON{}
	for _, t := range c.Themes {
		list = append(list, sectionJSON{
			Theme: t.Theme.ID, A: model.Filled(t.A.Sections), B: model.Filled(t.B.Sections),
			ShareA: roundShare(Share(t.A.Characters, c.A.Characters)),
			ShareB: roundShare(Share(t.B.Characters, c.B.Characters)),
		})
	}
	return list
}

type rowJSON struct {
	Indicator  string           `json:"indicator"`
	Name       string           `json:"name"`
	Unit       string           `json:"unit"`
	A          *model.Figure    `json:"a"`
	B          *model.Figure    `json:"b"`
	Difference *decimal.Decimal `json:"difference"`
	Low        *decimal.Decimal `json:"difference_low,omitempty"`
	High       *decimal.Decimal `json:"difference_high,omitempty"`
	Ratio      *decimal.Decimal `json:"ratio"`
	Comparable any              `json:"comparable"` // true, or why not
	TrustA     Trust            `json:"trust_a,omitempty"`
	TrustB     Trust            `json:"trust_b,omitempty"`
	SumA       *decimal.Decimal `json:"sum_a,omitempty"`
	SumB       *decimal.Decimal `json:"sum_b,omitempty"`
	MeanA      *decimal.Decimal `json:"mean_a,omitempty"`
	MeanB      *decimal.Decimal `json:"mean_b,omitempty"`
	PerMember  *ratesJSON       `json:"per_member,omitempty"`
	OthersA    []*model.Figure  `json:"others_a"`
	OthersB    []*model.Figure  `json:"others_b"`
}

// derivedJSON is a row that is worked out.
type derivedJSON struct {
	Kind      DerivedKind      `json:"kind"`
	Indicator string           `json:"indicator"`
	Name      string           `json:"name"`
	Unit      string           `json:"unit"`
	A         *decimal.Decimal `json:"a"`
	B         *decimal.Decimal `json:"b"`
	Computed  bool             `json:"computed"`
	From      []string         `json:"from"`
}

func (c *Comparison) derivedJSON() []derivedJSON {
	list := []derivedJSON{}
	for _, d := range c.Derived {
		list = append(list, derivedJSON{
			Kind: d.Kind, Indicator: d.Indicator, Name: d.Name, Unit: d.Unit,
			A: stated(d.A), B: stated(d.B), Computed: true, From: d.From,
		})
	}
	return list
}

// stated is the middle of a range, rounded to what a rate can tell; nil for
// none.
func stated(r *model.Range) *decimal.Decimal {
	if r == nil {
		return nil
	}
	v := r.Stated.Round(6)
	return &v
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
		OthersA: model.Filled(r.OthersA), OthersB: model.Filled(r.OthersB),
		Comparable: true, Ratio: ratio(r.Ratio), TrustA: r.TrustA, TrustB: r.TrustB,
		SumA: stated(r.SumA), SumB: stated(r.SumB), MeanA: stated(r.MeanA), MeanB: stated(r.MeanB),
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
		out.PerMember = &ratesJSON{p.A.Stated, p.B.Stated, p.Difference.Stated, ratio(p.Ratio)}
	}
	return out
}

// Unit is the unit of the row's figures: one name where both share it, else
// both (次/场次).
func (r *FigureRow) Unit() string {
	a, b := unitOf(r.A, r.OthersA), unitOf(r.B, r.OthersB)
	switch {
	case a == "" || a == b:
		return b
	case b == "":
		return a
	}
	return a + "/" + b
}

// unitOf is the unit of a side: of its figure, else of those it lists.
func unitOf(f *model.Figure, others []*model.Figure) string {
	switch {
	case f != nil:
		return f.Unit
	case len(others) > 0:
		return others[0].Unit
	}
	return ""
}

func ratio(r *model.Ratio) *decimal.Decimal {
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
	Section   model.Path `json:"section"`
	Paragraph int        `json:"paragraph"`
	Start     int        `json:"start"`
	End       int        `json:"end"`
	Count     int        `json:"count"`
}

func place(r *model.Report, s Span, count int) placeJSON {
	b := r.Blocks()[s.Block]
	return placeJSON{b.Section, b.Paragraph, s.Start, s.End, count}
}

func (c *Comparison) wordingJSON() *wordingJSON {
	w := c.Wording
	out := &wordingJSON{
		SharedA: roundShare(w.A.Share()), SharedB: roundShare(w.B.Share()), Passages: []passageJSON{},
	}
	for _, p := range w.Passages {
		out.Passages = append(out.Passages, passageJSON{p.Text, place(c.A, p.A, p.CountA), place(c.B, p.B, p.CountB)})
	}
	return out
}

// roundShare keeps four places: a share is of some thousand characters.
func roundShare(s float64) float64 { return float64(int(s*1e4+0.5)) / 1e4 }
