package model

import (
	"fmt"
	"strconv"
	"strings"
)

// Text is the selection as plain text that pastes into a word processor:
// numbered items, each with its place, year and section.
func (s Selection) Text(w Words) string { return s.write(plainStyle{}, w, 1) }

// Markdown is the selection as Markdown: the same, with quotes as quotes.
func (s Selection) Markdown(w Words) string { return s.write(markdownStyle{}, w, 1) }

// JSON is the selection as one object, which reads back as a Selection.
func (s Selection) JSON() ([]byte, error) {
	return encode(Selection{filled(s.Items)})
}

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

// write sets the items, numbered from first.
func (s Selection) write(st style, w Words, first int) string {
	var b strings.Builder
	for i, it := range s.Items {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(st.title(first+i, it.title(w)))
		switch {
		case it.Row != nil:
			for _, side := range []Item{it.Row.A, it.Row.B} {
				b.WriteString(st.source(side.from(w)))
				if side.Sentence != "" {
					b.WriteString(st.quote(side.Sentence))
				}
			}
		case it.Kind != ItemNote:
			b.WriteString(st.source(it.from(w)))
			b.WriteString(st.quote(it.quoted()))
			if it.Original != "" && it.Figure == nil {
				b.WriteString(st.source(w.Original))
				b.WriteString(st.quote(it.Original))
			}
		}
	}
	return b.String()
}

// title is the item in one line.
func (it Item) title(w Words) string {
	switch {
	case it.Row != nil:
		return it.Row.title(w)
	case it.Figure != nil:
		return it.Figure.Name + " " + it.Figure.Text
	case it.Kind == ItemNote:
		return it.Text
	case len(it.Trail) > 0:
		return it.Trail[len(it.Trail)-1]
	}
	return w.Kinds[it.Kind]
}

// title is the row in one line: 专题协商：永定区 14次，汉滨区 5次，差 +9，比 2.8.
func (p *ItemPair) title(w Words) string {
	stated := func(it Item) string {
		if it.Figure == nil {
			return it.Source.Place + " —"
		}
		return it.Source.Place + " " + it.Figure.Text
	}
	parts := []string{stated(p.A), stated(p.B)}
	if p.Difference != "" {
		parts = append(parts, w.Difference+" "+p.Difference)
	}
	if p.Ratio != "" {
		parts = append(parts, w.Ratio+" "+p.Ratio)
	}
	if p.Reason != "" {
		parts = append(parts, w.Reasons[p.Reason])
	}
	return p.Name + "：" + strings.Join(parts, "，")
}

// from is where the item comes from: 湖南省张家界市永定区 2023年 › 二、协商 (a.txt).
func (it Item) from(w Words) string {
	src := it.Source
	parts := []string{strings.TrimSpace(src.Province + src.City + src.Place + " " + yearOf(src.Year, w))}
	parts = append(parts, it.Trail...)
	line := strings.Join(parts, " › ")
	if src.Path != "" {
		line += " (" + src.Path + ")"
	}
	return line
}

func yearOf(y int, w Words) string {
	if y == 0 {
		return ""
	}
	return fmt.Sprintf(w.YearOf, y)
}

// quoted is the item's own words.
func (it Item) quoted() string {
	if it.Sentence != "" {
		return it.Sentence
	}
	return it.Text
}

// CSV is the selection as a table, one row an item.
func (s Selection) CSV(w Words) []byte { return s.table(w, 1).CSV() }

// table has the items as rows, numbered from first.
func (s Selection) table(w Words, first int) Table {
	t := Table{Head: []string{
		w.Number, w.Kind, w.Place, w.City, w.Province, w.Year, w.Section, w.Indicator, w.Stated, w.Value, w.Unit,
		w.Qualifier, w.Text, w.Original, w.OtherPlace, w.OtherYear, w.OtherSection, w.OtherStated, w.OtherSentence,
		w.Difference, w.Ratio, w.Note, w.Path,
	}}
	for i, it := range s.Items {
		t.Rows = append(t.Rows, append([]string{strconv.Itoa(first + i), w.Kinds[it.Kind]}, it.cells(w)...))
	}
	return t
}

func (it Item) cells(w Words) []string {
	one, other := it, Item{}
	var difference, ratio, note string
	name := ""
	if p := it.Row; p != nil {
		one, other, name = p.A, p.B, p.Name
		difference, ratio, note = p.Difference, p.Ratio, w.Reasons[p.Reason]
	}
	f := one.Figure
	if f == nil {
		f = &ItemAmount{Name: name}
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
		f.Name, f.Text, value, f.Unit, w.Qualifiers[f.Qualifier], one.quoted(), one.Original,
		other.Source.Place, year(other.Source.Year), strings.Join(other.Trail, " › "), otherText, other.Sentence,
		difference, ratio, note, one.Source.Path,
	}
}
