package ui

import (
	"errors"
	"testing"

	"duidu/model"
	"duidu/ui/ask"
	"duidu/ui/fixture"
	"duidu/ui/screen"
)

const longPath = "long.txt"

// longOf is a report of one file: its beginning has fewer sections than the whole.
func longOf(sections int) *model.Report {
	return fixture.Report(fixture.Shape{Path: longPath, Place: "清河县", Province: "江南省", Year: 2023, Sections: sections, Paragraphs: 6})
}

// openLong starts on one long file whose beginning has arrived, with the rest under way.
func openLong(t *testing.T) *rig {
	r := newRig(t, Options{Catalogue: fixture.Catalogue(), Lang: "zh"}, 120, 30)
	a := r.app
	a.options.Paths = []string{longPath}
	_, era := a.guard.Begin(t.Context())
	a.feed = &feed{era: era, entries: make(chan screen.Entry)}
	a.env.Reports.Loading = true
	beginning := screen.Entry{Path: longPath, Report: longOf(1), Beginning: true}
	r.hold(loaded{era: era, entries: []screen.Entry{beginning}})
	r.run(a.openBeginning([]screen.Entry{beginning}))
	return r
}

// topText is the text that the screen in view begins with.
func (r *rig) topText() string {
	n, at, _ := r.app.top().screen.(screen.Placer).Place()
	return r.app.env.Reports.Report(n).Blocks()[at.Block].Text[at.Offset:]
}

// ends brings the rest.
func (r *rig) ends(e screen.Entry) {
	r.send(loaded{era: r.app.feed.era, entries: []screen.Entry{e}, done: true})
}

func TestTheBeginningOfALongFileIsReadWhileTheRestIsOnItsWay(t *testing.T) {
	r := openLong(t)
	r.shows("清河县 2023", "先看开头，全文读取中")
	r.press("G")
	top := r.topText()
	r.ends(screen.Entry{Path: longPath, Report: longOf(4)})
	r.showsNot("先看开头")
	if got := r.topText(); got != top {
		t.Errorf("the reader was at %q and is at %q", top, got)
	}
	if n := len(r.app.env.Reports.List); n != 1 {
		t.Errorf("%d files are listed", n)
	}
	r.press("G")
	if got := r.topText(); got == top {
		t.Error("there is no more to read than the beginning")
	}
}

func TestNothingIsComparedTakenOrSetRightOfABeginning(t *testing.T) {
	r := openLong(t)
	for _, m := range []any{
		ask.Open{Screen: ask.Matrix}, ask.Open{Screen: ask.Digest}, ask.Open{Screen: ask.Search, Query: "提案"}, ask.Mark{Report: 0},
		ask.MarkAll{Reports: []int{0}, On: true}, ask.Correct{}, ask.Uncorrect{}, ask.Bookmark{}, ask.Select{}, ask.SelectAll{},
	} {
		version := r.app.env.KeptVersion()
		r.send(m)
		r.shows("请等全文读完", "先看开头")
		if r.app.env.KeptVersion() != version || len(r.app.env.Reports.Marked()) > 0 || r.app.top().name != ask.Reader {
			t.Errorf("%T was done", m)
		}
	}
	if _, _, ok := r.app.reading(); ok {
		t.Error("the place in a beginning is kept as one in the whole")
	}
	r.ends(screen.Entry{Path: longPath, Report: longOf(4)})
	r.send(ask.Mark{Report: 0})
	if len(r.app.env.Reports.Marked()) != 1 {
		t.Error("the whole can't be marked")
	}
}

func TestABeginningGoesWhenTheRestCannotBeRead(t *testing.T) {
	r := openLong(t)
	r.ends(screen.Entry{Path: longPath, Err: errors.New("扫描件没有文字层")})
	if r.app.top().name != ask.Library || r.app.env.Reports.Read() != 0 {
		t.Errorf("%s is open on %d reports", r.app.top().name, r.app.env.Reports.Read())
	}
	r.shows("扫描件没有文字层")

	r = openLong(t)
	r.send(loaded{era: r.app.feed.era, done: true, err: errors.New("disk")})
	if r.app.top().name != ask.Library || r.app.env.Reports.Read() != 0 {
		t.Errorf("%s is open on %d reports", r.app.top().name, r.app.env.Reports.Read())
	}
}
