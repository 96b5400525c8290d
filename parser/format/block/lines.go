package block

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"duidu/parser/format"
	"duidu/parser/shape"
	"duidu/parser/text"
)

// Source makes the lines and notices of a text that was read from a document
// of a kind. Its text is UTF-8, whatever the file holds.
func Source(kind string, t Text) format.Source {
	src := format.Source{Format: kind, Encoding: format.EncUTF8, Notices: Notices(t.Left, t.place)}
	return src.Filled(t.lines())
}

// place says where the first of what was left out would stand.
func (t Text) place(o Omission) string {
	for i := min(o.At, len(t.Blocks)) - 1; i >= 0; i-- {
		if words := strings.Join(strings.Fields(t.Blocks[i].Words()), " "); words != "" {
			return "首处在“" + text.FirstRunes(words, 12) + "”之后"
		}
	}
	return ""
}

// lines makes a line of each paragraph and of each row of a table of data.
func (t Text) lines() []format.Line {
	var w liner
	for i := 0; i < len(t.Blocks); {
		n := tableAt(t.Blocks[i:])
		if n == 0 {
			w.paragraph(t.Blocks[i])
			i++
			continue
		}
		w.table(t.Blocks[i : i+n])
		i += n
	}
	return w.out
}

// tableAt counts the rows of one table at the head of blocks.
func tableAt(blocks []Block) int {
	n := 0
	for n < len(blocks) && blocks[n].Table > 0 && blocks[n].Table == blocks[0].Table {
		n++
	}
	return n
}

// liner makes lines of blocks.
type liner struct {
	out     []format.Line
	picture bool // the last paragraph was a picture alone
}

func (w *liner) paragraph(b Block) {
	words := strings.TrimSpace(strings.ReplaceAll(b.Text, "\t", " "))
	under := w.picture
	w.picture = b.Picture && words == ""
	if words == "" {
		if !b.Picture {
			w.picture = under // an empty paragraph between a picture and its words
			w.out = append(w.out, format.Line{})
		}
		return
	}
	l := format.Line{Text: words}
	switch {
	case b.Note > 0:
		l.Text, l.Hint = "注"+strconv.Itoa(b.Note)+"　"+words, format.ItemHint
	case b.Role == Title:
		l.Hint = format.HeadlineHint
	case b.Role == Caption && !strings.HasPrefix(words, "表"):
		l.Hint = format.CaptionHint
	case b.Level > 0 && utf8.RuneCountInString(words) <= shape.LongestNumbered:
		l.Hint, l.Level = format.HeadingHint, b.Level
	case b.Role == Item:
		l.Hint = format.ItemHint
	case under || b.Picture:
		l.UnderPicture(b.Centred)
	}
	w.out = append(w.out, l)
}

// table makes a line of each row if the table holds data, else of the
// paragraphs of its cells, which it only places.
func (w *liner) table(rows []Block) {
	cells := make([][]format.Cell, len(rows))
	above := map[int]string{} // words that go on downwards, by column
	widest, layout := 0, false
	for i, r := range rows {
		column := 0
		for _, c := range r.Row {
			words := strings.Join(strings.Fields(c.Text()), " ")
			layout = layout || utf8.RuneCountInString(words) > format.LongestCell
			if c.Below {
				words = above[column]
			} else if delete(above, column); text.HasHan(words) && !strings.ContainsAny(words, "0123456789") {
				above[column] = words // a number that spans rows is still one number
			}
			cells[i] = append(cells[i], format.Cell{Text: words, Cols: c.Columns})
			column += max(c.Columns, 1)
		}
		widest = max(widest, len(r.Row))
	}
	if !layout && widest > 1 && len(rows) > 1 {
		before := ""
		for i := len(w.out) - 1; i >= 0 && before == ""; i-- {
			before = w.out[i].Text
		}
		w.out = append(w.out, format.TableLines(cells, before)...)
		w.picture = false
		return
	}
	for _, r := range rows {
		for _, c := range r.Row {
			w.out = append(w.out, Text{Blocks: c.Blocks}.lines()...)
		}
	}
}
