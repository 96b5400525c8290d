package paper

import (
	"duidu/model/take"
	"duidu/ui/lang"
	"strconv"
	"strings"
)

// style is how the parts of an item are set.
type style interface {
	title(number int, text string) string
	source(text string) string
	quote(text string) string // may be several paragraphs
}

type plainStyle struct{}

func (plainStyle) title(n int, text string) string { return strconv.Itoa(n) + ". " + text + "\n" }
func (plainStyle) source(text string) string       { return text + "\n" }
func (plainStyle) quote(text string) string {
	// Two full-width spaces are the indent of a Chinese paragraph.
	return "　　" + strings.ReplaceAll(text, "\n", "\n　　") + "\n"
}

type markdownStyle struct{}

func (markdownStyle) title(n int, text string) string {
	return "### " + strconv.Itoa(n) + ". " + EscapeMarkdown(text) + "\n\n"
}
func (markdownStyle) source(text string) string { return "*" + EscapeMarkdown(text) + "*\n\n" }
func (markdownStyle) quote(text string) string {
	return "> " + strings.ReplaceAll(EscapeMarkdown(text), "\n", "\n>\n> ") + "\n\n"
}

// setItems sets the items, numbered from first.
func setItems(items []take.Item, st style, n lang.Names, first int) string {
	var b strings.Builder
	for i, it := range items {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(st.title(first+i, titleOf(it, n)))
		switch {
		case it.Row != nil:
			for _, side := range []take.Item{it.Row.A, it.Row.B} {
				b.WriteString(st.source(sourceOf(side, n)))
				if side.Sentence != "" {
					b.WriteString(st.quote(side.Sentence))
				}
			}
		case it.Kind != take.ItemNote:
			b.WriteString(st.source(sourceOf(it, n)))
			b.WriteString(st.quote(quoted(it)))
			if it.Original != "" && it.Figure == nil {
				b.WriteString(st.source(n.Original))
				b.WriteString(st.quote(it.Original))
			}
		}
	}
	return b.String()
}

// titleOf is the item in one line.
func titleOf(it take.Item, n lang.Names) string {
	switch {
	case it.Row != nil:
		return rowTitle(it.Row, n)
	case it.Figure != nil:
		return n.Pick(it.Figure.Name, it.Figure.English) + " " + it.Figure.Text
	case it.Kind == take.ItemNote:
		return it.Text
	case len(it.Trail) > 0:
		return it.Trail[len(it.Trail)-1]
	}
	return n.Kinds[it.Kind]
}

// rowTitle is the row in one line: 专题协商：永定区 14次，汉滨区 5次，差 +9，比 2.8.
func rowTitle(p *take.Pair, n lang.Names) string {
	stated := func(it take.Item) string {
		if it.Figure == nil {
			return it.Source.Place + " —"
		}
		return it.Source.Place + " " + it.Figure.Text
	}
	parts := []string{stated(p.A), stated(p.B)}
	if p.Difference != nil {
		parts = append(parts, n.Difference+" "+n.Numbers.Difference(*p.Difference))
	}
	if p.Ratio != nil {
		parts = append(parts, n.Ratio+" "+n.Numbers.Ratio(*p.Ratio))
	}
	if p.Reason != "" {
		parts = append(parts, n.Reasons[p.Reason])
	}
	return n.Pick(p.Name, p.English) + "：" + strings.Join(parts, "，")
}

// sourceOf is where the item comes from: 湖南省张家界市永定区 2023年 › 二、协商 (a.txt).
func sourceOf(it take.Item, n lang.Names) string {
	src := it.Source
	parts := []string{strings.TrimSpace(src.Province + src.City + src.Place + " " + n.YearNumber(src.Year))}
	parts = append(parts, it.Trail...)
	line := strings.Join(parts, " › ")
	if src.Path != "" {
		line += " (" + src.Path + ")"
	}
	return line
}

// quoted is the item's own words.
func quoted(it take.Item) string {
	if it.Sentence != "" {
		return it.Sentence
	}
	return it.Text
}

// itemTable has the items as rows, numbered from first.
func itemTable(items []take.Item, n lang.Names, first int) Table {
	t := Table{Head: []string{
		n.Number, n.Kind, n.Place, n.City, n.Province, n.Year, n.Section, n.Indicator, n.Stated, n.Value, n.Unit,
		n.Qualifier, n.Text, n.Original, n.OtherPlace, n.OtherYear, n.OtherSection, n.OtherStated, n.OtherSentence,
		n.Difference, n.Ratio, n.Note, n.Path,
	}}
	for i, it := range items {
		t.Rows = append(t.Rows, append([]string{strconv.Itoa(first + i), n.Kinds[it.Kind]}, cells(it, n)...))
	}
	return t
}

func cells(it take.Item, n lang.Names) []string {
	one, other := it, take.Item{}
	var difference, ratio, note string
	name := ""
	if p := it.Row; p != nil {
		one, other, name = p.A, p.B, n.Pick(p.Name, p.English)
		note = n.Reasons[p.Reason]
		if p.Difference != nil {
			difference = n.Numbers.Difference(*p.Difference)
		}
		if p.Ratio != nil {
			ratio = n.Numbers.Ratio(*p.Ratio)
		}
	}
	f := one.Figure
	if f == nil {
		f = &take.Amount{Name: name}
	}
	value, otherText := "", ""
	if one.Figure != nil {
		value = f.Value.String()
	}
	if other.Figure != nil {
		otherText = other.Figure.Text
	}
	return []string{
		one.Source.Place, one.Source.City, one.Source.Province, year(one.Source.Year), strings.Join(one.Trail, " › "),
		n.Pick(f.Name, f.English), f.Text, value, f.Unit, n.Qualifiers[f.Qualifier], quoted(one), one.Original,
		other.Source.Place, year(other.Source.Year), strings.Join(other.Trail, " › "), otherText, other.Sentence,
		difference, ratio, note, one.Source.Path,
	}
}
