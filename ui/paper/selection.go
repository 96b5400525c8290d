package paper

import (
	"strconv"
	"strings"

	"duidu/model"
	"duidu/model/take"
	"duidu/ui/lang"
	"duidu/ui/write"
)

// Selection is the items as a document: numbered, each with its place, year,
// title and section, and the files once at the end.
func Selection(items []take.Item, n lang.Names) write.Document {
	d := write.Document{Blocks: blocks(items, n, 1)}
	for _, l := range sources(sourcesOf(items), n) {
		d.Blocks = append(d.Blocks, write.Paragraph{Text: l, Small: true})
	}
	return d
}

// blocks sets the items, numbered from first.
func blocks(items []take.Item, n lang.Names, first int) []write.Block {
	var list []write.Block
	for i, it := range items {
		list = append(list, write.Heading{Level: 3, Text: strconv.Itoa(first+i) + ". " + titleOf(it, n)})
		switch {
		case it.Row != nil:
			for _, side := range []take.Item{it.Row.A, it.Row.B} {
				list = append(list, write.Quote{Source: sourceOf(side, n), Text: side.Sentence})
			}
		case it.Kind != take.ItemNote:
			list = append(list, write.Quote{Source: sourceOf(it, n), Text: quoted(it)})
			if it.Original != "" && it.Figure == nil {
				list = append(list, write.Quote{Source: n.Original, Text: it.Original})
			}
		}
	}
	return list
}

// sourcesOf lists the reports of the items, in their order.
func sourcesOf(items []take.Item) []model.Source {
	var list []model.Source
	for _, it := range items {
		if it.Row != nil {
			list = append(list, it.Row.A.Source, it.Row.B.Source)
			continue
		}
		list = append(list, it.Source)
	}
	return list
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

// rowTitle is the row in one line: 专题协商：永定区 2023年 14次，汉滨区 2023年
// 5次，差 左−右 +9，比 2.8.
func rowTitle(p *take.Pair, n lang.Names) string {
	stated := func(it take.Item) string {
		where := strings.TrimSpace(it.Source.Place + " " + n.YearNumber(it.Source.Year))
		if it.Figure == nil {
			return where + " —"
		}
		return where + " " + it.Figure.Text
	}
	parts := []string{stated(p.A), stated(p.B)}
	if p.Difference != nil {
		head := n.Difference + " " + n.LeftMinusRight
		if p.Years {
			head = n.Change
		}
		parts = append(parts, head+" "+n.Numbers.Difference(*p.Difference))
	}
	switch {
	case p.Percent != nil:
		parts = append(parts, n.Growth+" "+n.Numbers.Growth(*p.Percent))
	case p.Ratio != nil && !p.Years:
		parts = append(parts, n.Ratio+" "+n.Numbers.Ratio(*p.Ratio))
	}
	if p.Reason != "" {
		parts = append(parts, n.Reasons[p.Reason])
	}
	return n.Pick(p.Name, p.English) + n.Colon + strings.Join(parts, n.Comma)
}

// sourceOf is where the item comes from: 湖南省张家界市永定区 2023年《…》 ›
// 二、协商.
func sourceOf(it take.Item, n lang.Names) string {
	return strings.Join(append([]string{n.Of(it.Source)}, it.Trail...), " › ")
}

// quoted is the item's own words.
func quoted(it take.Item) string {
	if it.Sentence != "" {
		return it.Sentence
	}
	return it.Text
}

// SelectionTable has the items as rows, numbered from first: every row has
// the place and the year of both sides.
func SelectionTable(items []take.Item, n lang.Names, first int) write.Table {
	t := write.Table{Columns: []write.Column{
		{Name: n.Number, Kind: write.KindNumber}, {Name: n.Kind}, {Name: n.Place}, {Name: n.City}, {Name: n.Province}, {Name: n.Year, Kind: write.KindNumber},
		{Name: n.Section}, {Name: n.Indicator}, {Name: n.Stated}, {Name: n.Value, Kind: write.KindNumber}, {Name: n.Unit}, {Name: n.Qualifier},
		{Name: n.Text}, {Name: n.Original}, {Name: n.OtherPlace}, {Name: n.OtherYear, Kind: write.KindNumber}, {Name: n.OtherSection}, {Name: n.OtherStated},
		{Name: n.OtherSentence}, {Name: n.Difference, Kind: write.KindSigned}, {Name: n.Ratio}, {Name: n.Note}, {Name: n.Title}, {Name: n.Path}, {Name: n.OtherTitle}, {Name: n.OtherPath}, {Name: n.Corrected},
	}}
	for i, it := range items {
		t.Rows = append(t.Rows, append([]write.Cell{write.Int(first + i), write.Text(n.Kinds[it.Kind])}, cells(it, n)...))
	}
	return t
}

func cells(it take.Item, n lang.Names) []write.Cell {
	one, other := it, take.Item{}
	var ratio, note string
	difference := write.Cell{}
	f := &take.Amount{}
	if p := it.Row; p != nil {
		one, other = p.A, p.B
		f.Name, f.English = p.Name, p.English
		note = n.Reasons[p.Reason]
		difference = differenceCell(p.Difference, n)
		switch {
		case p.Percent != nil:
			ratio = n.Numbers.Growth(*p.Percent)
		case p.Ratio != nil && !p.Years:
			ratio = n.Numbers.Ratio(*p.Ratio)
		}
		if note == "" {
			note = n.LeftMinusRight
			if p.Years {
				note = n.Change
			}
		}
	}
	value := write.Cell{}
	if one.Figure != nil {
		f, value = one.Figure, write.Number(one.Figure.Value)
	}
	otherText := ""
	if other.Figure != nil {
		otherText = other.Figure.Text
	}
	return []write.Cell{
		write.Text(one.Source.Place), write.Text(one.Source.City), write.Text(one.Source.Province), year(one.Source.Year),
		write.Text(strings.Join(one.Trail, " › ")), write.Text(n.Pick(f.Name, f.English)), write.Text(f.Text), value, write.Text(f.Unit), write.Text(n.Qualifiers[f.Qualifier]),
		write.Text(quoted(one)), write.Text(one.Original),
		write.Text(other.Source.Place), year(other.Source.Year), write.Text(strings.Join(other.Trail, " › ")), write.Text(otherText), write.Text(other.Sentence),
		difference, write.Text(ratio), write.Text(note), write.Text(one.Source.Title), write.Text(one.Source.Path), write.Text(other.Source.Title), write.Text(other.Source.Path), yes(one.Source.Corrected || other.Source.Corrected, n),
	}
}
