//go:build unix

package parser

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"duidu/model"
	"duidu/parser/parsertest"
	"duidu/parser/store"
)

// TestMeasureALargeLibrary measures what a library of many reports costs once
// they are kept, without reading each of them first: the files are all there,
// and the store has for each the reading of one of some hundred.
//
//	DUIDU_MEASURE=60000 go test ./parser -run MeasureALargeLibrary -count 1 -v
func TestMeasureALargeLibrary(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("DUIDU_MEASURE"))
	if err != nil {
		t.Skip("set DUIDU_MEASURE to a number of reports")
	}
	dir := os.Getenv("DUIDU_LIBRARY")
	if dir == "" {
		dir = t.TempDir()
	}
	folder := filepath.Join(dir, "library")
	if _, err := os.Stat(folder); err != nil {
		if _, err := parsertest.MakeLibrary(folder, n, parsertest.Texts(t)); err != nil {
			t.Fatal(err)
		}
	}
	s := store.New(filepath.Join(dir, "reports.db"), "measure")
	p := New(Options{Store: s})
	if _, have := s.Size(); have < n {
		keepAll(t, p, folder)
	}
	bytes, reports := s.Size()
	t.Logf("%d reports kept in %.0f MB", reports, float64(bytes)/1e6)

	for round := range 2 {
		began, worked := time.Now(), parsertest.Worked(t)
		var list []*Listed
		if err := p.List(context.Background(), []string{folder}, func(_ string, l *Listed, err error) error {
			list = append(list, l)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		t.Logf("list %d: %d reports in %v, processors %v, anonymous memory %s", round, len(list), time.Since(began), parsertest.Worked(t)-worked, anonymous())
	}
	by := model.QueryReader{Figures: p.Line, Numeral: p.Number, Catalogue: p.Catalogue()}
	for _, text := range []string{"民主监督", "委员", "不会有的一句话", "92.7%", "ＧＤＰ", "提案>=300", "件>300", "re:协商.{0,6}次"} {
		q, err := model.ParseQuery(text, by)
		if err != nil {
			t.Fatal(err)
		}
		began, worked, first, hits := time.Now(), parsertest.Worked(t), time.Duration(0), 0
		if err := p.Search(context.Background(), []string{folder}, q, func(_ string, _ *model.Report, h []model.Hit, err error) error {
			if hits += len(h); first == 0 && hits > 0 {
				first = time.Since(began)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
		t.Logf("find %-16s %8d hits, first after %v, all after %v, processors %v, anonymous memory %s", text, hits, first, time.Since(began), parsertest.Worked(t)-worked, anonymous())
	}
}

// keepAll keeps for every file the reading of one of the first.
func keepAll(t *testing.T, p *Parser, folder string) {
	var base []*model.Report
	i := 0
	if err := walkFiles(context.Background(), []string{folder}, func(path string, err error) error {
		if len(base) < 250 {
			r, err := New(Options{}).Parse(path, readFile(t, path))
			if err != nil {
				return err
			}
			base = append(base, r)
		}
		file, _ := p.fileAt(path)
		file.Time -= int64(time.Hour)
		if err := os.Chtimes(path, time.Time{}, time.Unix(0, file.Time)); err != nil {
			return err
		}
		p.kept.Put(file, store.KeyOf([]byte(path), ""), base[i%len(base)])
		i++
		return err
	}); err != nil {
		t.Fatal(err)
	}
	p.kept.Flush()
	if _, err := p.kept.Trouble(); err != nil {
		t.Fatal(err)
	}
}

func readFile(t *testing.T, path string) []byte {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// anonymous is the process's memory that no file stands behind.
func anonymous() string {
	data, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(data)) {
		if kb, ok := strings.CutPrefix(line, "RssAnon:"); ok {
			n, _ := strconv.Atoi(strings.Fields(kb)[0])
			return fmt.Sprintf("%d MB", n>>10)
		}
	}
	return "?"
}
