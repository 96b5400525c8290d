package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"duidu/model"
	"duidu/parser"
	"duidu/parser/parsertest"
	"duidu/ui/ask"
)

// sharedReports is where reports as counties published them are kept, beside
// the project, and digests our own retellings of the same five. Both are
// absolute, since each rig runs in a folder of its own.
var (
	sharedReports, _ = filepath.Abs(filepath.Join(parsertest.SharedFolder, "reports"))
	digests, _       = filepath.Abs("../docs/samples")
)

var digestOf = map[string]string{yongding: "yongding", cili: "cili", "002": "shiyan", "003": "dawa", hanbin: "hanbin"}

func haveReports() bool {
	_, err := os.Stat(sharedReports)
	return err == nil
}

// published opens the comparison of two of them, by the beginnings of
// their names.
func published(t *testing.T, w, h int, names ...string) *rig {
	t.Helper()
	var paths []string
	for _, name := range names {
		pattern := filepath.Join(sharedReports, name+"*")
		if !haveReports() {
			pattern = filepath.Join(digests, digestOf[name]+"*")
		}
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) != 1 {
			t.Fatalf("%s: %v %v", name, found, err)
		}
		paths = append(paths, found[0])
	}
	p := parser.New(parser.Options{})
	load := func(ctx context.Context, paths []string, yield func(string, *model.Report, error)) error {
		return p.Load(ctx, paths, func(path string, r *model.Report, err error) error {
			yield(path, r, err)
			return nil
		})
	}
	r := newRigHere(t, Options{Load: load, Paths: paths, Catalogue: p.Catalogue()}, w, h)
	if r.app.top().name != ask.Compare {
		t.Fatalf("%v open %s:\n%s", names, r.app.top().name, r.text())
	}
	return r
}

const (
	yongding = "000"
	cili     = "001"
	hanbin   = "004"
)

func TestPublishedReportsMeetOnTheSameSubject(t *testing.T) {
	type meeting struct{ query, left, right string }
	meetings := []meeting{{"25个民主监督小组", "25个民", "民主监督融入"}, {"全区50个", "50个", "210场次"}}
	if !haveReports() {
		meetings = []meeting{{"委员工作室50个", "50个", "推门"}}
	}
	for _, c := range meetings {
		for _, size := range [][2]int{{100, 30}, {120, 36}, {180, 50}} {
			r := published(t, size[0], size[1], yongding, hanbin)
			r.press("/", c.query, "enter")
			r.beside(c.left, c.right, 4)
			// and the other way round
			r = published(t, size[0], size[1], hanbin, yongding)
			r.press("tab", "/", c.query, "enter")
			r.beside(c.right, c.left, 4)
		}
	}
}

func TestPublishedFiguresStandInOneRow(t *testing.T) {
	for _, c := range []struct {
		a, b string
		rows [][3]string
	}{
		{yongding, hanbin, [][3]string{
			{"协商活动", "14次", "5次"}, {"调研协商课题", "6个", "10个"},
			{"委员工作室活动", "180余次", "210场次"},
		}},
		{cili, hanbin, [][3]string{{"收到提案", "86件", "426件"}, {"立案提案", "80件", "368件"}, {"新闻信息", "70余篇", "853篇"}}},
	} {
		r := published(t, 120, 70, c.a, c.b)
		r.press("2")
		m := published(t, 120, 70, c.b, c.a)
		m.press("2")
		for _, row := range c.rows {
			r.showsLine(row[0], row[1], row[2])
			m.showsLine(row[0], row[2], row[1])
		}
	}
}

func TestEveryPairOfPublishedReportsKeepsItsGeometry(t *testing.T) {
	names := []string{yongding, cili, "002", "003", hanbin}
	for i, a := range names {
		for _, b := range names[i+1:] {
			r := published(t, 120, 36, a, b)
			for _, keys := range []string{"1", "]", "]", "}", "f", "G", "2", "G", "s", "s", "p", "3", "n", "n", "p"} {
				r.press(keys)
				for _, size := range [][2]int{{40, 10}, {80, 24}, {100, 30}, {181, 51}} {
					r.size(size[0], size[1])
					r.checkGeometry(strings.Join([]string{a, b, keys}, " "))
				}
			}
		}
	}
}
