package take

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"duidu/model"
	"duidu/model/compare"
)

// ItemKind says what an item is.
type ItemKind string

const (
	ItemSection   ItemKind = "section"
	ItemParagraph ItemKind = "paragraph"
	ItemPassage   ItemKind = "passage"
	ItemFigure    ItemKind = "figure"
	ItemRow       ItemKind = "row" // a row of a comparison
	ItemNote      ItemKind = "note"
)

// Item is one thing selected, with where it comes from.
type Item struct {
	Kind   ItemKind     `json:"kind"`
	Source model.Source `json:"source,omitzero"`
	At     *Spot        `json:"at,omitempty"` // where it stands there; nil for rows and notes
	// Trail is the titles of the sections around it, from the top.
	Trail []string `json:"trail,omitempty"`
	Text  string   `json:"text"`
	// Original is the paragraph as the source spelt it, empty if the same.
	Original string  `json:"original,omitempty"`
	Sentence string  `json:"sentence,omitempty"`
	Figure   *Amount `json:"figure,omitempty"`
	Row      *Pair   `json:"row,omitempty"`
}

// Spot is a stretch of a report's text, as the JSON of figures gives it.
type Spot struct {
	Section   model.Path `json:"section"`
	Paragraph int        `json:"paragraph"` // in the section; -1 for its heading, or for all of it
	Start     int        `json:"start"`     // bytes in the paragraph's text
	End       int        `json:"end"`
	// More is how many blocks it runs on into; End is then in the last.
	More int `json:"more,omitempty"`
}

// Amount is the figure of an item.
type Amount struct {
	Name      string          `json:"name"`              // of its indicator, else its label
	English   string          `json:"english,omitempty"` // of its indicator
	Label     string          `json:"label"`
	Indicator string          `json:"indicator"`
	Text      string          `json:"text"`
	Value     decimal.Decimal `json:"value"`
	Unit      string          `json:"unit"`
	Qualifier model.Qualifier `json:"qualifier"`
}

// Pair is a row of a comparison: two figures, of which one may be missing,
// and how they differ.
type Pair struct {
	Indicator  string            `json:"indicator"`
	Name       string            `json:"name"`
	English    string            `json:"english,omitempty"`
	A          Item              `json:"a"`
	B          Item              `json:"b"`
	Difference *model.Difference `json:"difference,omitempty"`
	Ratio      *model.Ratio      `json:"ratio,omitempty"`
	Years      bool              `json:"years,omitempty"`   // the two are years of one place: later minus earlier
	Percent    *model.Ratio      `json:"percent,omitempty"` // growth between years
	Reason     compare.Reason    `json:"reason,omitempty"`  // why there is no difference
}

// ID is the same for the same place of the same report, whatever else the
// item holds.
func (it Item) ID() string {
	switch {
	case it.Row != nil:
		return join(ItemRow, it.Row.A.Source.Path, it.Row.B.Source.Path, it.Row.Indicator, it.Row.Name)
	case it.At != nil:
		return join(it.Kind, it.Source.Path, it.At.key())
	}
	return join(it.Kind, it.Source.Path, it.Text)
}

// join puts the parts of an ID together so that no part can be taken for
// two.
func join(kind ItemKind, parts ...string) string {
	var b strings.Builder
	b.WriteString(string(kind))
	for _, p := range parts {
		b.WriteString(strconv.Quote(p))
	}
	return b.String()
}

func (s *Spot) key() string {
	var b []byte
	for _, i := range s.Section {
		b = append(strconv.AppendInt(b, int64(i), 10), '.')
	}
	for _, n := range [...]int{s.Paragraph, s.Start, s.End, s.More} {
		b = strconv.AppendInt(append(b, ' '), int64(n), 10)
	}
	return string(b)
}

// FigureID is the ID of the item that FigureItem makes of a figure.
func FigureID(r *model.Report, f *model.Figure) string {
	return join(ItemFigure, r.Path, spotOf(f).key())
}

func spotOf(f *model.Figure) *Spot {
	return &Spot{Section: f.Section, Paragraph: f.Paragraph, Start: f.Start, End: f.End}
}

// Note is a line of the reader's own.
func Note(text string) Item { return Item{Kind: ItemNote, Text: text} }

// NoteOn is a line of the reader's own about a report.
func NoteOn(r *model.Report, text string) Item {
	return Item{Kind: ItemNote, Source: r.Source(), Text: text}
}

// Section is a section with all below it; false if there is none.
func Section(r *model.Report, p model.Path) (Item, bool) {
	if r.Section(p) == nil {
		return Item{}, false
	}
	it := Item{Kind: ItemSection, Source: r.Source(), At: &Spot{Section: p, Paragraph: -1}, Trail: r.Trail(p)}
	var text, original []string
	changed := false
	for _, b := range r.Blocks() {
		if !b.Section.Within(p) {
			continue
		}
		if b.Heading {
			// Its own title stands in the trail.
			if len(b.Section) > len(p) {
				text, original = append(text, b.Text), append(original, b.Text)
			}
			continue
		}
		para := &r.Section(b.Section).Paragraphs[b.Paragraph]
		text = append(text, para.Text)
		if para.Original == "" {
			original = append(original, para.Text)
			continue
		}
		original = append(original, para.Original)
		changed = true
	}
	it.Text = strings.Join(text, "\n")
	if changed {
		it.Original = strings.Join(original, "\n")
	}
	return it, true
}

// Paragraph is one paragraph; false if there is none.
func Paragraph(r *model.Report, p model.Path, paragraph int) (Item, bool) {
	s := r.Section(p)
	if s == nil || paragraph < 0 || paragraph >= len(s.Paragraphs) {
		return Item{}, false
	}
	para := s.Paragraphs[paragraph]
	return Item{
		Kind: ItemParagraph, Source: r.Source(), At: &Spot{Section: p, Paragraph: paragraph, End: len(para.Text)},
		Trail: r.Trail(p), Text: para.Text, Original: para.Original,
	}, true
}

// Passage is the text from one anchor to another, which may be several
// paragraphs on; false if they don't enclose any text of the report.
func Passage(r *model.Report, from, to model.Anchor) (Item, bool) {
	if to.Before(from) {
		from, to = to, from
	}
	blocks := r.Blocks()
	if from.Block < 0 || to.Block >= len(blocks) {
		return Item{}, false
	}
	var text []string
	for i := from.Block; i <= to.Block; i++ {
		t := blocks[i].Text
		start, end := 0, len(t)
		if i == to.Block {
			end = min(max(to.Offset, 0), end)
		}
		if i == from.Block {
			start = min(max(from.Offset, 0), end)
		}
		if start < end {
			text = append(text, t[start:end])
		}
	}
	if len(text) == 0 {
		return Item{}, false
	}
	b := &blocks[from.Block]
	it := Item{
		Kind: ItemPassage, Source: r.Source(), Trail: r.Trail(b.Section), Text: strings.Join(text, "\n"),
		At: &Spot{Section: b.Section, Paragraph: b.Paragraph, Start: from.Offset, End: to.Offset, More: to.Block - from.Block},
	}
	if from.Block == to.Block && !b.Heading {
		it.Original = r.Section(b.Section).Paragraphs[b.Paragraph].Original
	}
	return it, true
}

// Figure is a figure with the sentence that states it.
func Figure(r *model.Report, f *model.Figure, c *model.Catalogue) Item {
	it := Item{
		Kind: ItemFigure, Source: r.Source(), At: spotOf(f), Trail: r.Trail(f.Section), Text: f.Text, Sentence: f.Sentence,
		Figure: &Amount{
			Name: f.Label, Label: f.Label, Indicator: f.Indicator,
			Text: f.Text, Value: f.Value, Unit: f.Unit, Qualifier: f.Qualifier,
		},
	}
	if in, ok := c.Indicator(f.Indicator); ok && f.Indicator != "" {
		it.Figure.Name, it.Figure.English = in.Name, in.English
	}
	if s := r.Section(f.Section); s != nil && f.Paragraph >= 0 && f.Paragraph < len(s.Paragraphs) {
		it.Original = s.Paragraphs[f.Paragraph].Original
	}
	return it
}

// Row is a row of a comparison with the figures of both sides.
func Row(c *compare.Comparison, row *compare.FigureRow, cat *model.Catalogue) Item {
	pair := &Pair{
		Indicator: row.Indicator, Name: row.Name, English: row.English,
		Reason: row.Reason, Difference: row.Difference, Ratio: row.Ratio,
		Years: c.Sign.Years(), Percent: row.Percent,
		A: Item{Kind: ItemFigure, Source: c.A.Source()},
		B: Item{Kind: ItemFigure, Source: c.B.Source()},
	}
	if row.A != nil {
		pair.A = Figure(c.A, row.A, cat)
	}
	if row.B != nil {
		pair.B = Figure(c.B, row.B, cat)
	}
	return Item{Kind: ItemRow, Text: row.Name, Row: pair}
}

// WithPaths is the item with the paths of its reports spelt otherwise: a
// selection that outlives the program names files so that they are found
// from any folder.
func (it Item) WithPaths(spell func(string) string) Item {
	if it.Row != nil {
		pair := *it.Row
		pair.A, pair.B = pair.A.WithPaths(spell), pair.B.WithPaths(spell)
		it.Row = &pair
	}
	if it.Source.Path != "" {
		it.Source.Path = spell(it.Source.Path)
	}
	return it
}
