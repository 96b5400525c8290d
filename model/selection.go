package model

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Selection is what the reader carries away: sections, passages, figures,
// comparisons and notes of their own, in the reader's order. It holds all
// it shows, so that it outlives the reports it was taken from. Its methods
// return another selection and leave the old one as it was.
type Selection struct {
	Items []Item `json:"items"`
}

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
	ID     string   `json:"id"` // the same for the same place of the same report
	Kind   ItemKind `json:"kind"`
	Source Source   `json:"source,omitzero"`
	// Trail is the titles of the sections around it, from the top.
	Trail []string `json:"trail,omitempty"`
	Text  string   `json:"text"`
	// Original is the paragraph as the source spelt it, empty if the same.
	Original string      `json:"original,omitempty"`
	Sentence string      `json:"sentence,omitempty"`
	Figure   *ItemAmount `json:"figure,omitempty"`
	Row      *ItemPair   `json:"row,omitempty"`
}

// ItemAmount is the figure of an item.
type ItemAmount struct {
	Name      string          `json:"name"` // of its indicator, else its label
	Label     string          `json:"label"`
	Indicator string          `json:"indicator"`
	Text      string          `json:"text"`
	Value     decimal.Decimal `json:"value"`
	Unit      string          `json:"unit"`
	Qualifier Qualifier       `json:"qualifier"`
}

// ItemPair is a row of a comparison: two figures, of which one may be
// missing, and how they differ.
type ItemPair struct {
	Name       string `json:"name"`
	A          Item   `json:"a"`
	B          Item   `json:"b"`
	Difference string `json:"difference,omitempty"` // +9, 约 −30
	Ratio      string `json:"ratio,omitempty"`
	Reason     Reason `json:"reason,omitempty"` // why there is no difference
}

// Len is the number of items.
func (s Selection) Len() int { return len(s.Items) }

// Index returns the place of an item, or -1.
func (s Selection) Index(id string) int {
	for i := range s.Items {
		if s.Items[i].ID == id {
			return i
		}
	}
	return -1
}

// Contains tells whether the item is selected.
func (s Selection) Contains(id string) bool { return s.Index(id) >= 0 }

// Add appends an item unless it is there already.
func (s Selection) Add(it Item) Selection {
	if s.Contains(it.ID) {
		return s
	}
	return Selection{append(slices.Clip(slices.Clone(s.Items)), it)}
}

// Insert puts an item at a place, or at the end where there is no such
// place, unless it is there already.
func (s Selection) Insert(it Item, at int) Selection {
	if s.Contains(it.ID) {
		return s
	}
	if at < 0 || at > len(s.Items) {
		at = len(s.Items)
	}
	return Selection{slices.Insert(slices.Clone(s.Items), at, it)}
}

// Remove takes an item out.
func (s Selection) Remove(id string) Selection {
	i := s.Index(id)
	if i < 0 {
		return s
	}
	return Selection{slices.Delete(slices.Clone(s.Items), i, i+1)}
}

// Toggle takes an item out if it is there and adds it if not.
func (s Selection) Toggle(it Item) Selection {
	if s.Contains(it.ID) {
		return s.Remove(it.ID)
	}
	return s.Add(it)
}

// Move moves an item by so many places, down for a positive number, as far
// as there are places.
func (s Selection) Move(id string, by int) Selection {
	i := s.Index(id)
	if i < 0 {
		return s
	}
	to := min(max(i+by, 0), len(s.Items)-1)
	if to == i {
		return s
	}
	it := s.Items[i]
	items := slices.Delete(slices.Clone(s.Items), i, i+1)
	return Selection{slices.Insert(items, to, it)}
}

// NoteItem is a line of the reader's own.
func NoteItem(text string) Item {
	return Item{ID: "note:" + text, Kind: ItemNote, Text: text}
}

// NoteItem is a line of the reader's own about a report.
func (r *Report) NoteItem(text string) Item {
	return Item{ID: string(ItemNote) + ":" + r.Path + ":" + text, Kind: ItemNote, Source: r.source(), Text: text}
}

// item begins an item of a section of the report.
func (r *Report) item(kind ItemKind, p Path) Item {
	return Item{
		ID:   fmt.Sprintf("%s:%s:%v", kind, r.Path, []int(p)),
		Kind: kind, Source: r.source(), Trail: r.trail(p),
	}
}

// SectionItem is a section with all below it; false if there is none.
func (r *Report) SectionItem(p Path) (Item, bool) {
	if r.Section(p) == nil {
		return Item{}, false
	}
	it := r.item(ItemSection, p)
	var text, original []string
	changed := false
	for i := range r.blocks {
		b := &r.blocks[i]
		if len(b.Section) < len(p) || comparePaths(b.Section[:len(p)], p) != 0 {
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

// ParagraphItem is one paragraph; false if there is none.
func (r *Report) ParagraphItem(p Path, paragraph int) (Item, bool) {
	s := r.Section(p)
	if s == nil || paragraph < 0 || paragraph >= len(s.Paragraphs) {
		return Item{}, false
	}
	it := r.item(ItemParagraph, p)
	it.ID += fmt.Sprintf(":%d", paragraph)
	it.Text, it.Original = s.Paragraphs[paragraph].Text, s.Paragraphs[paragraph].Original
	return it, true
}

// PassageItem is the text from one anchor to another, which may be several
// paragraphs on; false if they don't enclose any text of the report.
func (r *Report) PassageItem(from, to Anchor) (Item, bool) {
	if to.Before(from) {
		from, to = to, from
	}
	if from.Block < 0 || to.Block >= len(r.blocks) {
		return Item{}, false
	}
	var text []string
	for i := from.Block; i <= to.Block; i++ {
		t := r.blocks[i].Text
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
	b := &r.blocks[from.Block]
	it := r.item(ItemPassage, b.Section)
	it.ID += fmt.Sprintf(":%d+%d-%d+%d", from.Block, from.Offset, to.Block, to.Offset)
	it.Text = strings.Join(text, "\n")
	if from.Block == to.Block && !b.Heading {
		it.Original = r.Section(b.Section).Paragraphs[b.Paragraph].Original
	}
	return it, true
}

// FigureItem is a figure with the sentence that states it.
func (r *Report) FigureItem(f *Figure, c *Catalogue, w Words) Item {
	it := r.item(ItemFigure, f.Section)
	it.ID += fmt.Sprintf(":%d:%d-%d", f.Paragraph, f.Start, f.End)
	it.Text, it.Sentence = f.Text, f.Sentence
	it.Figure = &ItemAmount{
		Name: f.name(c, w), Label: f.Label, Indicator: f.Indicator,
		Text: f.Text, Value: f.Value, Unit: f.Unit, Qualifier: f.Qualifier,
	}
	if s := r.Section(f.Section); s != nil && f.Paragraph >= 0 && f.Paragraph < len(s.Paragraphs) {
		it.Original = s.Paragraphs[f.Paragraph].Original
	}
	return it
}

// RowItem is a row of the comparison with the figures of both sides.
func (c *Comparison) RowItem(row *FigureRow, cat *Catalogue, w Words) Item {
	pair := &ItemPair{
		Name: w.Pick(row.Name, row.English), Reason: row.Reason,
		A: Item{Kind: ItemFigure, Source: c.A.source()},
		B: Item{Kind: ItemFigure, Source: c.B.source()},
	}
	if row.A != nil {
		pair.A = c.A.FigureItem(row.A, cat, w)
	}
	if row.B != nil {
		pair.B = c.B.FigureItem(row.B, cat, w)
	}
	if row.Difference != nil {
		pair.Difference = row.Difference.Short(w.About)
	}
	if row.Ratio != nil {
		pair.Ratio = row.Ratio.Short(w.About)
	}
	return Item{
		ID:   fmt.Sprintf("%s:%s:%s:%s:%s", ItemRow, c.A.Path, c.B.Path, row.Indicator, row.Name),
		Kind: ItemRow, Text: row.Name, Row: pair,
	}
}
