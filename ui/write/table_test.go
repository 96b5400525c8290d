package write

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"
)

func TestMarkdownTablesHoldAnyText(t *testing.T) {
	table := Table{Columns: []Column{{Name: "a|b"}, {Name: "差", Kind: KindSigned}}, Rows: [][]Cell{{Text("x\ny *z*"), Int(9)}}, Notes: []string{"来源 甲"}}
	if got := MarkdownTable(table); got != "| a\\|b | 差 |\n|---|---:|\n| x<br>y \\*z\\* | +9 |\n\n来源 甲\n" {
		t.Errorf("%q", got)
	}
}

func TestASpreadsheetReadsSignedNumbersAndRunsNoFormula(t *testing.T) {
	given := []string{"+9", "−4", "-3.5", "约 −30", "−10…+5", "—", "=1+1", "+cmd", "@x", "-1+1", "14次", "−"}
	want := []string{"+9", "-4", "-3.5", "约 −30", "−10…+5", "—", "'=1+1", "'+cmd", "'@x", "'-1+1", "14次", "−"}
	var row []Cell
	for _, s := range given {
		row = append(row, Text(s))
	}
	got, err := csv.NewReader(strings.NewReader(string(CSVRows([][]Cell{row}, nil)))).Read()
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%q %v", got, err)
	}
}

func TestTheNameOfAFileSaysItsFormat(t *testing.T) {
	for name, want := range map[string]Format{
		"a.TXT": FormatText, "b.md": FormatMarkdown, "c.csv": FormatCSV, "d.docx": FormatDOCX, "e.xlsx": FormatXLSX, "f.parquet": FormatParquet, "g.odt": "odt", "h": "", "i.zzz": "",
	} {
		if got := FormatOf(name); got != want {
			t.Errorf("%s is %q, not %q", name, got, want)
		}
	}
}
