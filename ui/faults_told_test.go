package ui

import (
	"context"
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/modeltest"
)

func TestASentenceWithSeveralHitsIsListedOnce(t *testing.T) {
	one := modeltest.Report("甲县 2023\n# proposals 提案\n收到提案20件，立案提案18件，重点提案3件。提案办复率100%。\n提案，提案！提案？")
	r := newRig(t, Options{Load: loadThese(one), Paths: []string{"r"}}, 120, 24)
	r.press("g/", "提案", "enter")
	r.shows("8 处")
	text := r.text()
	for _, sentence := range []string{"收到提案20件，立案提案18件", "提案办复率100%。", "提案，提案！"} {
		if n := strings.Count(text, sentence); n != 1 {
			t.Errorf("%q is listed %d times:\n%s", sentence, n, text)
		}
	}
	r.press("n", "n", "n")
	r.showsLine("▸", "提案，提案！")
	r.press("enter")
	r.shows("甲县 2023")
}

func TestAnEmptyLibrarySaysWhatCanBeReadAndOffersNothingElse(t *testing.T) {
	none := func(context.Context, []string, func(string, *model.Report, error)) error { return nil }
	for _, width := range []int{40, 80, 140} {
		r := newRig(t, Options{Load: none, Paths: []string{"r"}}, width, 20)
		text := strings.ReplaceAll(strings.ReplaceAll(r.text(), "\n", ""), " ", "")
		for _, want := range []string{"没有能读的报告", "docx", "ofd", "duidu路径"} {
			if !strings.Contains(text, want) {
				t.Errorf("%d wide, without %s:\n%s", width, want, r.text())
			}
		}
		for _, key := range []string{"筛选", "排序", "汇编", "阅读"} {
			if strings.Contains(r.footer(), key) {
				t.Errorf("%s is offered: %q", key, r.footer())
			}
		}
	}
}
