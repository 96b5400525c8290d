package pane

import (
	"strings"
	"testing"

	"duidu/model"
	"duidu/ui/fixture"

	"github.com/charmbracelet/x/ansi"
)

func TestRowsSayWhatTheViewShows(t *testing.T) {
	r := fixture.Report(fixture.Shape{Place: "清河县", Year: 2023, Sections: 4, Paragraphs: 2})
	for _, policy := range policies {
		for _, size := range [][2]int{{20, 5}, {33, 9}, {90, 40}, {120, 3}} {
			p := newPane(policy, r)
			p.SetSize(size[0], size[1])
			for range 40 {
				view := p.View()
				for y, row := range p.Rows() {
					want := ""
					if row.Block >= 0 {
						want = strings.TrimSpace(p.Content().Blocks[row.Block].Text[row.Start:row.End])
					}
					if got := ansi.Strip(view[y]); !strings.Contains(got, want) || want == "" && strings.TrimRight(got, " ▐│|") != "" {
						t.Fatalf("row %d at %v shows %q, not %q", y, size, got, want)
					}
				}
				p.Scroll(3)
			}
		}
	}
}

func TestSteppingPassesEveryLineOnceAndBack(t *testing.T) {
	p := newPane(policies[0], fixture.Report(fixture.Shape{Place: "清河县", Year: 2023, Sections: 4, Paragraphs: 2}))
	p.SetSize(41, 12)
	down := []model.Anchor{{}}
	for {
		next := p.Step(down[len(down)-1], 1)
		if next == down[len(down)-1] {
			break
		}
		down = append(down, next)
	}
	lines := 0
	for i := range p.content.Blocks {
		lines += len(p.layout(i))
	}
	if len(down) != lines || down[len(down)-1] != p.Last() {
		t.Fatalf("%d steps over %d lines, to %v and not %v", len(down), lines, down[len(down)-1], p.Last())
	}
	for at := p.Last(); len(down) > 0; at = p.Step(at, -1) {
		if at != down[len(down)-1] {
			t.Fatalf("up leads to %v, down came from %v", at, down[len(down)-1])
		}
		down = down[:len(down)-1]
	}
}

func TestAligningPutsALineIntoItsRow(t *testing.T) {
	p := newPane(policies[0], fixture.Report(fixture.Shape{Place: "清河县", Year: 2023, Sections: 4, Paragraphs: 3}))
	p.SetSize(60, 15)
	at := p.Step(model.Anchor{}, 60)
	for row := range 15 {
		p.Align(at, row)
		if got, ok := p.RowOf(at); !ok || got != row {
			t.Errorf("stands in row %d, not %d", got, row)
		}
	}
	p.Align(model.Anchor{}, 9)
	if got, _ := p.RowOf(model.Anchor{}); got != 0 {
		t.Errorf("the first line stands in row %d", got)
	}
	p.Align(p.Last(), 0)
	if got, _ := p.RowOf(p.Last()); got != 14 {
		t.Errorf("the last line stands in row %d", got)
	}
	if _, ok := p.RowOf(model.Anchor{}); ok {
		t.Error("a line out of view has a row")
	}
	empty := New(p.options)
	empty.SetSize(20, 5)
	empty.Align(at, 3)
	if empty.Step(at, 2) != (model.Anchor{}) || empty.Last() != (model.Anchor{}) || len(empty.Rows()) != 5 {
		t.Error("an empty pane has lines")
	}
}
