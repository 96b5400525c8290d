package parser

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/liuzl/gocc"
)

// shared holds the real reports, which are no part of the project.
const shared = "../../shared"

func sharedFiles(t testing.TB, pattern string) []string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(shared, pattern))
	if len(files) == 0 {
		t.Skip("no " + pattern + " beside the project")
	}
	return files
}

var pinyinNote = regexp.MustCompile(`\([a-zà-ü\x{101}-\x{1dc}]+\)`)

// plainLines does for a head what the stages before do for a report.
func plainLines(t testing.TB, text string) []string {
	t.Helper()
	if strings.ContainsAny(text, "協國會議報") {
		c, err := gocc.New("t2s")
		if err != nil {
			t.Fatal(err)
		}
		if text, err = c.Convert(pinyinNote.ReplaceAllString(text, "")); err != nil {
			t.Fatal(err)
		}
	}
	text = strings.NewReplacer("\u200b", "", "\u200d", "", "\ufeff", "").Replace(text)
	var lines []string
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

func docxText(t testing.TB, path string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.ReplaceAll(data, []byte("</w:p>"), []byte("\n"))
	return regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(data), "")
}

func metaOf(t testing.TB, path, text string) (front, meta) {
	lines := plainLines(t, text)
	f := readFront(lines)
	return f, readMeta(path, f, lines, places())
}

func TestTheFiveReportsAreKnownByTheirHeads(t *testing.T) {
	want := map[string]meta{
		"002": {Place: "十堰市", Province: "湖北省", Year: 2023, Term: 6, Session: 3},
		"004": {Place: "汉滨区", City: "安康市", Province: "陕西省", Year: 2023, Term: 16},
	}
	titles := map[string]string{"002": "坚持创新赋能履职 助力经济社会发展", "004": "创新履职提质增效 凝心聚力促发展"}
	for _, g := range sharedFiles(t, "gold/*.json") {
		var gold struct {
			Place, City, Province, Title string
			Year, Term, Session          int
		}
		data, _ := os.ReadFile(g)
		if err := json.Unmarshal(data, &gold); err != nil {
			t.Fatal(err)
		}
		n := filepath.Base(g)[:3]
		want[n] = meta{Place: gold.Place, City: gold.City, Province: gold.Province, Year: gold.Year, Term: gold.Term, Session: gold.Session}
		titles[n] = gold.Title
	}
	kinds := map[string]string{"000": "工作综述", "001": "工作综述", "002": "报告解读", "003": "工作综述", "004": "工作综述"}
	for _, path := range sharedFiles(t, "reports/*.txt") {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		n := filepath.Base(path)[:3]
		f, m := metaOf(t, "-", string(data))
		w := want[n]
		w.Kind = kinds[n]
		if m != w {
			t.Errorf("%s: %+v, want %+v", n, m, w)
		}
		if f.Title != titles[n] {
			t.Errorf("%s: title %q, want %q", n, f.Title, titles[n])
		}
		t.Logf("%s: %+v", n, f)
	}
}

func TestProvincialReportsAreKnownByTheirText(t *testing.T) {
	full := map[string]string{"广西": "广西壮族自治区", "西藏": "西藏自治区"}
	for _, path := range sharedFiles(t, "corpus/provinces-2025/*.docx") {
		name := strings.TrimSuffix(filepath.Base(path), "政府工作报告.docx")
		year, _ := strconv.Atoi(name[:4])
		place := strings.TrimPrefix(name, name[:4]+"年")
		if full[place] != "" {
			place = full[place]
		}
		f, m := metaOf(t, "-", docxText(t, path))
		if m.Place != place || m.City != "" || m.Province != place || m.Year != year-1 || m.Kind != "政府工作报告" || m.Term == 0 || m.Session == 0 {
			t.Errorf("%s: %+v", name, m)
		}
		if f.Title != name+"政府工作报告" {
			t.Errorf("%s: title %q, front %+v", name, f.Title, f)
		}
	}
}

func TestNationalReportsAreKnownByTheirText(t *testing.T) {
	for _, path := range sharedFiles(t, "corpus/national/*.txt") {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		year, _ := strconv.Atoi(filepath.Base(path)[:4])
		want := year - 1
		if year == 1981 {
			want = year // read on the last day of November
		}
		f, m := metaOf(t, "-", string(data))
		if m.Place != nation || m.City != "" || m.Province != "" || m.Year != want || m.Kind == "" {
			t.Errorf("%d: %+v front %+v", year, m, f)
		}
	}
}
