package ui

import (
	"context"
	"testing"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/modeltest"
	"duidu/ui/screen"
)

// outside is a report that is kept outside of memory.
type outside struct{ report *model.Report }

func (o outside) Open(context.Context) (*model.Report, error) { return o.report, nil }

func (o outside) Find(_ context.Context, q model.Query) (*model.Report, []model.Hit, error) {
	return o.report, model.Find(o.report, q), nil
}

var twoYears = []*model.Report{
	modeltest.Report("甲县 2022\n# proposals 提案工作\n坚持把提案办理作为履行职能的重要抓手来推进。收到提案{70件|收到提案|proposals_received}。"),
	modeltest.Report("甲县 2023\n# proposals 提案工作\n坚持把提案办理作为履行职能的重要抓手来推进。收到提案{80件|收到提案|proposals_received}，首次开展提案评星定级并当场公布结果。"),
	modeltest.Report("乙县 2023\n# unity 联谊\n来访很多。"),
}

func stored(_ context.Context, _ []string, yield func(screen.Entry)) error {
	for _, r := range twoYears {
		s := r.Summary()
		yield(screen.Entry{Path: r.Path, Summary: &s, Source: outside{r}})
	}
	return nil
}

func TestADigestFromAReaderCoversReportsThatAreKeptOutsideOfMemory(t *testing.T) {
	r := newRig(t, Options{List: stored, Paths: []string{"folder"}, Catalogue: modeltest.Catalogue()}, 120, 30)
	r.press("/", "甲县 2023", "enter", "enter", "t")
	r.shows("汇编 提案", "2 份", "1 份没有此主题", "甲县 2022", "甲县 2023", "70件", "80件")
}

func TestTheScreenAndTheCommandGatherTheSameDigest(t *testing.T) {
	for _, news := range []bool{false, true} {
		r := newRig(t, Options{List: stored, Paths: []string{"folder"}, Catalogue: modeltest.Catalogue()}, 160, 40)
		r.press("/", "甲县 2023", "enter", "enter", "t")
		if news {
			r.press("x")
		}
		d := compare.MakeDigest(twoYears, "proposals", modeltest.Catalogue(), compare.DigestOptions{OnlyNew: news})
		for _, part := range d.Parts {
			for _, p := range part.Passages {
				r.shows(string([]rune(p.Text)[:min(10, len([]rune(p.Text)))]))
			}
		}
		if news { // the number is new, the sentence is not
			r.showsNot("抓手来推进。收到提案80件")
			r.shows("    收到提案80件，首次")
		}
	}
}
