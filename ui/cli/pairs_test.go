package cli

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/compare"
	"duidu/parser"
	"duidu/parser/parsertest"
	"duidu/ui/lang"
	"duidu/ui/paper"
	"duidu/ui/write"
)

// TestEveryFormOfAComparisonSaysTheSame reads the table of every two real
// reports out of JSON, CSV, Markdown and text and holds it against what the screen
// shows, which words its rows with lang.Names.Row.
func TestEveryFormOfAComparisonSaysTheSame(t *testing.T) {
	p := parser.New(parser.Options{})
	var reports []*model.Report
	paths := []string{filepath.Join("..", "..", "docs", "samples")}
	for _, more := range []string{"reports", "whole"} {
		if found, _ := filepath.Glob(filepath.Join(parsertest.SharedFolder, more, "*.txt")); len(found) > 0 {
			paths = append(paths, found...)
		}
	}
	err := p.Load(context.Background(), paths, func(_ string, r *model.Report, err error) error {
		if err == nil && len(r.Figures) > 0 {
			reports = append(reports, r)
		}
		return nil
	})
	if err != nil || len(reports) < 5 {
		t.Fatalf("%d reports, %v", len(reports), err)
	}
	rows := 0
	for i, a := range reports {
		for _, b := range reports[i+1:] {
			rows += sameEverywhere(t, compare.Compare(a, b, p.Catalogue()), p.Catalogue())
		}
	}
	if rows < 100 {
		t.Errorf("only %d rows", rows)
	}
}

func sameEverywhere(t *testing.T, c *compare.Comparison, cat *model.Catalogue) int {
	t.Helper()
	n := lang.NamesFor(lang.Chinese)
	data, err := c.JSON(compare.ViewFigures)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Sign    string
		Figures []struct {
			Name              string
			A, B              *struct{ Text string }
			Difference, Ratio *string
			Low               *string `json:"difference_low"`
			Comparable        any
		}
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	long, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(write.CSV(paper.ComparisonLong(c, cat, n))), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range long[0] {
		column[name] = i
	}
	table := paper.Comparison(c, cat, n)
	plain := textRows(ruler{}, table)
	narrow := strings.Split(write.MarkdownTable(table), "\n")[2:]
	for i := range c.Figures {
		shown, j, line := n.Row(&c.Figures[i], c.Sign), got.Figures[i], long[i+1]
		name := c.Figures[i].Name
		textA, textB := "", ""
		if j.A != nil {
			textA = j.A.Text
		}
		if j.B != nil {
			textB = j.B.Text
		}
		if textA != shown.A || textB != shown.B || line[column[n.Stated]] != shown.A || line[column[n.OtherStated]] != shown.B {
			t.Errorf("%s: the screen shows %s and %s, JSON %s and %s, CSV %q", name, shown.A, shown.B, textA, textB, line)
		}
		if (j.Difference != nil) != (shown.Difference != "") || (j.Comparable == true) != (shown.Difference != "") {
			t.Errorf("%s: the screen shows the difference %q, JSON %v and comparable %v", name, shown.Difference, j.Difference, j.Comparable)
		}
		if j.Difference != nil {
			// JSON has the number; the screen shows it, with its sign, or a range of unsure sign.
			d := c.Figures[i].Difference
			if d.Stated.String() != *j.Difference {
				t.Errorf("%s: %s in JSON, %s in the row", name, *j.Difference, d.Stated)
			}
			if d.Exact() && strings.HasPrefix(*j.Difference, "-") != strings.HasPrefix(shown.Difference, "−") {
				t.Errorf("%s: %s in JSON, %s on the screen", name, *j.Difference, shown.Difference)
			}
		}
		want := strings.ReplaceAll(shown.Difference, "−", "-")
		if d := c.Figures[i].Difference; d != nil && d.Exact() { // a number in full, where the screen shortens it
			if want = d.Stated.String(); d.Stated.IsPositive() {
				want = "+" + want
			}
		}
		// A quote before a range keeps a spreadsheet from reckoning with it.
		if cell := strings.TrimPrefix(strings.ReplaceAll(line[column[n.DifferenceHead(c.Sign)]], "−", "-"), "'"); cell != want {
			t.Errorf("%s: %q in CSV, %q on the screen", name, cell, shown.Difference)
		}
		for _, want := range []string{shown.A, shown.B, shown.Difference, shown.Ratio, shown.Note} {
			if !strings.Contains(narrow[i], write.EscapeMarkdown(want)) {
				t.Errorf("%s: no %q in %s", name, want, narrow[i])
			}
		}
		cells := write.Shown(table.Rows[i], table.Columns)
		if want := strings.ReplaceAll(strings.Join(cells[1:], ""), " ", ""); plain[i] != want {
			t.Errorf("%s: text has %q, the table %q", name, plain[i], want)
		}
		for _, at := range []string{n.Year, n.OtherYear, n.Place, n.OtherPlace, n.Title, n.OtherTitle} {
			if _, ok := column[at]; !ok {
				t.Fatalf("no column %s", at)
			}
		}
	}
	return len(c.Figures)
}

// textRows are the rows of a table laid out as text, without blanks and
// without the lines that name a group.
func textRows(r ruler, t write.Table) []string {
	groups := map[string]bool{}
	for _, row := range t.Rows {
		groups[write.Shown(row, t.Columns)[0]] = true
	}
	var rows []string
	for i, line := range strings.Split(r.table(t), "\n") {
		if i == 0 || groups[strings.TrimSpace(line)] {
			continue
		}
		rows = append(rows, strings.ReplaceAll(line, " ", ""))
	}
	return rows
}
