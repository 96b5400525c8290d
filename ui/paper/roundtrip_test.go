package paper_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"duidu/model"
	"duidu/model/modeltest"
	"duidu/model/take"
	"duidu/ui/lang"
	"duidu/ui/paper"
	"duidu/ui/write"
)

// chancy is a report by chance, whose texts hold what formats have to escape.
func chancy(random *rand.Rand) *model.Report {
	pieces := []string{"全年", "组织委员", "“议事厅”", "a,b", "|", "*重点*", "_x_", "<b>", "&amp;", "\\", "'单引'", `"双引"`, "#1", "[附]", "`行`", "~", "𠀋", "=1+1", "+8", "-5", "@甲"}
	var b strings.Builder
	fmt.Fprintf(&b, "山城县 %d\n", 2000+random.IntN(30))
	for s := range 1 + random.IntN(3) {
		fmt.Fprintf(&b, "# proposals 第%d部分%s\n", s, pieces[random.IntN(len(pieces))])
		for range 1 + random.IntN(3) {
			b.WriteString("共") // what begins with # is a heading
			for range 1 + random.IntN(4) {
				b.WriteString(pieces[random.IntN(len(pieces))])
				forms := []string{"%d件", "%d余件", "%d.5亿元", "近%d人次", "%d%%"}
				fmt.Fprintf(&b, "{"+forms[random.IntN(len(forms))]+"|收到提案|proposals_received}", 1+random.IntN(5000))
				b.WriteString(pieces[random.IntN(len(pieces))] + "。")
			}
			b.WriteString("\n")
		}
	}
	return modeltest.Report(b.String())
}

// selected takes all figures of a report, a section, a paragraph and a note.
func selected(t *testing.T, r *model.Report) take.Selection {
	t.Helper()
	var s take.Selection
	for i := range r.Figures {
		s = s.Add(take.Figure(r, &r.Figures[i], modeltest.Catalogue()))
	}
	for _, take := range []func() (take.Item, bool){
		func() (take.Item, bool) { return take.Section(r, model.Path{0}) },
		func() (take.Item, bool) { return take.Paragraph(r, model.Path{0}, 0) },
	} {
		it, ok := take()
		if !ok {
			t.Fatal("no item")
		}
		s = s.Add(it)
	}
	return s.Add(take.Note("=明年, “也要”|设\n议事厅"))
}

// wordsOf is all text of a format, in reading order, as somebody reads it who
// opens the file.
func wordsOf(t *testing.T, f write.Format, data []byte) string {
	t.Helper()
	switch f {
	case write.FormatMarkdown:
		data = regexp.MustCompile(`(?m)^> ?`).ReplaceAll(data, nil)
		var b strings.Builder
		for i := 0; i < len(data); i++ {
			if data[i] == '\\' && i+1 < len(data) {
				i++
			} else if strings.IndexByte("*_`[]<|~", data[i]) >= 0 {
				continue // a mark of the format, which nobody sees
			}
			b.WriteByte(data[i])
		}
		return b.String()
	case write.FormatDOCX:
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		part, err := z.Open("word/document.xml")
		if err != nil {
			t.Fatal(err)
		}
		defer part.Close()
		var b strings.Builder
		inText := false
		for d := xml.NewDecoder(part); ; {
			token, err := d.Token()
			if err == io.EOF {
				return b.String()
			}
			if err != nil {
				t.Fatal(err)
			}
			switch x := token.(type) {
			case xml.StartElement:
				inText = x.Name.Local == "t"
			case xml.EndElement:
				inText = false
			case xml.CharData:
				if inText {
					b.Write(x)
				}
			}
		}
	}
	return string(data)
}

// tableOf reads a table of texts back.
func tableOf(t *testing.T, f write.Format, data []byte) [][]string {
	t.Helper()
	if f == write.FormatCSV {
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for i, c := range row {
				if len(c) > 1 && c[0] == '\'' && strings.ContainsRune("=+-@", rune(c[1])) { // no formula
					row[i] = c[1:]
				}
			}
		}
		return rows
	}
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows(book.GetSheetName(0), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// flat is a text without the white that formats set as they like.
func flat(s string) string { return strings.Join(strings.Fields(s), "") }

func TestWhatIsSelectedComesBackFromEveryFormat(t *testing.T) {
	n := lang.NamesFor(lang.Chinese)
	random := rand.New(rand.NewPCG(4, 2))
	for range 40 {
		r := chancy(random)
		s := selected(t, r)
		for _, f := range write.Formats() {
			data, err := paper.Export(s, f, n)
			if err != nil {
				t.Fatal(f, err)
			}
			switch f {
			case write.FormatJSON:
				var back take.Selection
				if err := json.Unmarshal(data, &back); err != nil {
					t.Fatal(err)
				}
				again, _ := back.JSON()
				first, _ := s.JSON()
				if string(again) != string(first) {
					t.Fatalf("json: %s\n%s", first, again)
				}
			case write.FormatCSV, write.FormatXLSX:
				comesBackAsRows(t, f, s, tableOf(t, f, data), n)
			default:
				rest := flat(wordsOf(t, f, data))
				for i, it := range s.Items {
					for _, want := range []string{fmt.Sprintf("%d.", i+1), it.Sentence, it.Text} {
						at := strings.Index(rest, flat(want))
						if at < 0 {
							t.Fatalf("%s: %q of item %d is missing or stands too early", f, want, i+1)
						}
						rest = rest[at:]
					}
				}
			}
		}
	}
}

// comesBackAsRows compares each item with its row: number, wording, value,
// unit and sentence.
func comesBackAsRows(t *testing.T, f write.Format, s take.Selection, rows [][]string, n lang.Names) {
	t.Helper()
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	for i, it := range s.Items {
		cell := func(name string) string {
			if k := column[name]; k < len(rows[i+1]) {
				return rows[i+1][k]
			}
			return "" // a sheet leaves empty cells out at the end of a row
		}
		want := map[string]string{n.Number: fmt.Sprint(i + 1), n.Kind: n.Kinds[it.Kind]}
		if it.Figure != nil {
			want[n.Stated], want[n.Unit], want[n.Text] = it.Figure.Text, it.Figure.Unit, it.Sentence
			if v, err := decimal.NewFromString(cell(n.Value)); err != nil || !v.Equal(it.Figure.Value) {
				t.Fatalf("%s: the value of %s is %q", f, it.Figure.Text, cell(n.Value))
			}
		} else {
			want[n.Text] = it.Text
		}
		for name, w := range want {
			if got := cell(name); flat(got) != flat(w) {
				t.Fatalf("%s: %s of item %d is %q, not %q", f, name, i+1, got, w)
			}
		}
	}
}

func TestEveryFigureComesBackFromParquet(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 8))
	cat := modeltest.Catalogue()
	var b bytes.Buffer
	out := write.NewParquet(&b, "duidu", "test")
	var want []write.Record
	for range 20 {
		r := chancy(random)
		for i := range r.Figures {
			want = append(want, paper.Record(r, &r.Figures[i], cat))
		}
	}
	if err := out.Add(want); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := parquet.Read[write.Record](bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil || len(got) != len(want) {
		t.Fatalf("%d records came back of %d, %v", len(got), len(want), err)
	}
	for i := range want {
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Fatalf("record %d is %+v, not %+v", i, got[i], want[i])
		}
	}
}

// FuzzASelectionComesBack: a selection of any texts comes back from its JSON.
func FuzzASelectionComesBack(f *testing.F) {
	f.Add("收到{426件|收到提案|proposals_received}。", "注")
	f.Add("a,\"b\"\n=c|d{1件|x}", "\x00\u2028")
	f.Fuzz(func(t *testing.T, line, note string) {
		r := modeltest.Report("山城县 2023\n# proposals 提案\n" + line)
		s := selected(t, r).Add(take.Note(note))
		data, err := s.JSON()
		if err != nil {
			t.Fatal(err)
		}
		var back take.Selection
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatal(err)
		}
		again, _ := back.JSON()
		if string(again) != string(data) {
			t.Fatalf("%s\n%s", data, again)
		}
	})
}
