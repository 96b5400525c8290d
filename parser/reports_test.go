package parser

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"duidu/parser/layout"
	"duidu/parser/meta"
	"duidu/parser/parsertest"
	"duidu/parser/place"
	"duidu/parser/script"
)

// plainLines does for a head what the stages before do for a report, but
// leaves the captions in.
func plainLines(text string) []string {
	text, _ = script.Clean(text)
	c := script.NewConverter(script.General)
	var lines []string
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(c.Simplify(l).Text); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

func metaOf(path, text string) (layout.Front, meta.Meta) {
	lines := plainLines(text)
	f := layout.ReadFront(lines)
	return f, meta.Read(path, f, lines, place.Places())
}

func TestReportsSayWhoseTheyAre(t *testing.T) {
	checkPublishedHeads(t)
	want := map[string]meta.Meta{
		"yongding-2023": {Place: "永定区", City: "张家界市", Province: "湖南省", Kind: "工作综述", Year: 2023, Term: 8, Session: 0},
		"cili-2022":     {Place: "慈利县", City: "张家界市", Province: "湖南省", Kind: "工作综述", Year: 2022, Term: 10, Session: 0},
		"shiyan-2023":   {Place: "十堰市", City: "十堰市", Province: "湖北省", Kind: "工作综述", Year: 2023, Term: 6, Session: 3},
		"dawa-2023":     {Place: "大洼区", City: "盘锦市", Province: "辽宁省", Kind: "工作综述", Year: 2023, Term: 0, Session: 0},
		"hanbin-2023":   {Place: "汉滨区", City: "安康市", Province: "陕西省", Kind: "工作综述", Year: 2023, Term: 16, Session: 0},
	}
	for name, w := range want {
		data, err := os.ReadFile("../docs/samples/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		f, m := metaOf(stdinPath, string(data))
		if m != w {
			t.Errorf("%s: %+v, want %+v", name, m, w)
		}
		if f.Title == "" || !strings.Contains(f.Subtitle, "摘编") || !strings.HasPrefix(f.Byline, "摘编：") {
			t.Errorf("%s: %+v", name, f)
		}
	}
}

// checkPublishedHeads does the same with the whole reports, where they are at
// hand.
func checkPublishedHeads(t *testing.T) {
	if !parsertest.HaveShared() {
		return
	}
	want := map[string]meta.Meta{
		"002": {Place: "十堰市", City: "十堰市", Province: "湖北省", Year: 2023, Term: 6, Session: 3},
		"004": {Place: "汉滨区", City: "安康市", Province: "陕西省", Year: 2023, Term: 16},
	}
	titles := map[string]string{"002": "坚持创新赋能履职 助力经济社会发展", "004": "创新履职提质增效 凝心聚力促发展"}
	for name, data := range parsertest.CorpusFiles(t, "gold/*.json") {
		var gold struct {
			Place, City, Province, Title string
			Year, Term, Session          int
		}
		if err := json.Unmarshal([]byte(data), &gold); err != nil {
			t.Fatal(err)
		}
		n := name[:3]
		want[n] = meta.Meta{Place: gold.Place, City: gold.City, Province: gold.Province, Year: gold.Year, Term: gold.Term, Session: gold.Session}
		titles[n] = gold.Title
	}
	kinds := map[string]string{"000": "工作综述", "001": "工作综述", "002": "报告解读", "003": "工作综述", "004": "工作综述"}
	for name, data := range parsertest.CorpusFiles(t, "reports/*.txt") {
		n := name[:3]
		f, m := metaOf(stdinPath, data)
		w := want[n]
		w.Kind = kinds[n]
		if m != w {
			t.Errorf("%s: %+v, want %+v", n, m, w)
		}
		if f.Title != titles[n] {
			t.Errorf("%s: title %q, want %q", n, f.Title, titles[n])
		}
	}
}

func TestProvincialReportsAreKnownByTheirText(t *testing.T) {
	full := map[string]string{"广西": "广西壮族自治区", "西藏": "西藏自治区"}
	for name, data := range parsertest.CorpusFiles(t, "corpus/provinces-2025/*.docx") {
		name = strings.TrimSuffix(name, "政府工作报告.docx")
		year, _ := strconv.Atoi(name[:4])
		place := strings.TrimPrefix(name, name[:4]+"年")
		if full[place] != "" {
			place = full[place]
		}
		f, m := metaOf(stdinPath, parsertest.DocxText(t, data))
		if m.Place != place || m.City != "" || m.Province != place || m.Year != year-1 || m.Kind != "政府工作报告" || m.Term == 0 || m.Session == 0 {
			t.Errorf("%s: %+v", name, m)
		}
		if f.Title != name+"政府工作报告" {
			t.Errorf("%s: title %q, front %+v", name, f.Title, f)
		}
	}
}

func TestNationalReportsAreKnownByTheirText(t *testing.T) {
	for name, data := range parsertest.CorpusFiles(t, "corpus/national/*.txt") {
		year, _ := strconv.Atoi(name[:4])
		want := year - 1
		if year == 1981 {
			want = year // read on the last day of November
		}
		f, m := metaOf(stdinPath, data)
		if m.Place != meta.Nation || m.City != "" || m.Province != "" || m.Year != want || m.Kind == "" {
			t.Errorf("%d: %+v front %+v", year, m, f)
		}
	}
}
