package model

import (
	"encoding/json"

	"github.com/shopspring/decimal"
)

// Qualifier says how exact a stated figure is.
type Qualifier string

const (
	Exact Qualifier = "exact"
	Over  Qualifier = "over"  // the number or more
	Under Qualifier = "under" // the number or less
	Near  Qualifier = "near"  // about the number
	Top   Qualifier = "top"   // a rank among the first so many
)

// Figure is a quantity that the report states about the work done, its
// results or the body itself. Whoever reads the report sets every field;
// nothing here reads the text again.
type Figure struct {
	Text      string          `json:"text"`  // as in the text
	Value     decimal.Decimal `json:"value"` // multiplied out, percents as stated
	Unit      string          `json:"unit"`  // what is left after multiplying out; may be empty
	Qualifier Qualifier       `json:"qualifier"`
	Interval  *Interval       `json:"interval,omitempty"`  // what a qualified figure can mean; nil when exact
	Label     string          `json:"label"`               // what is counted, in the text's own words
	Indicator string          `json:"indicator"`           // id in the catalogue, or empty
	Also      []string        `json:"also,omitempty"`      // further indicators of a shared rate
	Each      bool            `json:"each"`                // distributive: so many for each of several
	Plan      bool            `json:"plan"`                // meant for the time to come, not a result
	Headline  bool            `json:"headline"`            // the one that stands for its indicator in this report
	Theme     string          `json:"theme"`               // of the sentence it stands in
	Period    *Period         `json:"period,omitempty"`    // nil for the year reported on, and for a stock
	Of        Ref             `json:"of,omitzero"`         // the whole that this is a part of
	Part      bool            `json:"part,omitempty"`      // a part, whether or not its whole is stated
	RateOf    string          `json:"rate_of,omitempty"`   // of a rate: the narrower whole it is a rate of; empty for all of the indicator's
	Partly    bool            `json:"partly,omitempty"`    // of a rate of satisfaction: it includes those partly satisfied
	Subject   string          `json:"subject,omitempty"`   // whose figure it is; empty for the body that reports
	Corrected bool            `json:"corrected,omitempty"` // set right by hand
	Sentence  string          `json:"sentence"`
	At        int             `json:"at"` // byte offset of Text in Sentence
	Section   Path            `json:"section"`
	Paragraph int             `json:"paragraph"` // index within the section; -1 in its heading
	Start     int             `json:"start"`     // byte offsets in the paragraph's text
	End       int             `json:"end"`
}

// Interval is what a qualified figure can mean, both ends included.
type Interval struct {
	Low  decimal.Decimal `json:"low"`
	High decimal.Decimal `json:"high"`
	Step decimal.Decimal `json:"step"` // how coarsely the figure is told
}

// Period is the stretch of time that a figure covers, where it is not the
// year reported on.
type Period struct {
	Text  string `json:"text"`            // as the text calls it; empty when it follows from the kind of report
	From  int    `json:"from,omitempty"`  // first year, 0 when not known
	To    int    `json:"to,omitempty"`    // last year, 0 when not known
	Years int    `json:"years,omitempty"` // how many, 0 when not known
}

// Years is how many years the figure covers: 1 when nothing else is said, 0
// when it covers a stretch of unknown length.
func (f *Figure) Years() int {
	if f.Period == nil {
		return 1
	}
	return f.Period.Years
}

// SamePeriod tells whether two figures cover equally long stretches of time.
// Of stretches of unknown length only those that are called the same do.
func (f *Figure) SamePeriod(g *Figure) bool {
	if n := f.Years(); n != g.Years() || n != 0 {
		return n == g.Years()
	}
	return f.Period.Text == g.Period.Text
}

// Total tells whether the figure can stand for all there is of what it
// counts: no part, no quota for each, no plan.
func (f *Figure) Total() bool { return !f.Each && !f.Plan && !f.Part && f.Of == 0 && f.Subject == "" }

// Ref names a figure of the same report; the zero value names none.
type Ref int

// RefTo returns the reference to the figure at index i of Report.Figures.
func RefTo(i int) Ref { return Ref(i + 1) }

// Index is the index in Report.Figures; false when the reference names none.
func (r Ref) Index() (int, bool) { return int(r) - 1, r > 0 }

// MarshalJSON writes the index.
func (r Ref) MarshalJSON() ([]byte, error) { return json.Marshal(int(r) - 1) }

// UnmarshalJSON reads the index.
func (r *Ref) UnmarshalJSON(data []byte) error {
	var i int
	err := json.Unmarshal(data, &i)
	*r = RefTo(i)
	return err
}
