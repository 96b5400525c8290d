package compare

import (
	"slices"
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/modeltest"
	"duidu/ui/ask"
	"duidu/ui/cell"
	"duidu/ui/columns"
	"duidu/ui/lang"
	"duidu/ui/screen"
	"duidu/ui/theme"

	"github.com/charmbracelet/x/ansi"
)

const (
	upland = `高坪县 2023
# leadership 一、举旗定向
党组会议{13次|党组会议|party_group_meetings}，学习成为习惯，自觉成为风气，行动成为标准。
# deliberation 二、建言献策
专题协商{14次|专题协商|consultations}，聚焦产业链条。<supervision>监督小组走遍河湖两岸，问题当场交办，结果限期回告，群众当面评议。<deliberation>协商成果进入决策。
## livelihood 为民办实事
工作室活动{180余次|工作室活动|studio_activities}，解决难题{400多个|解决问题|problems_solved}，其中饮水{12个|饮水难题|problems_solved|part}。
# capacity 三、强身健体
委员{200名|委员|members}，人人登台述职，项项对标打分，绘就携手共进的美好画卷。
`
	lowland = `低湖区 2023
# supervision 监督常态化
监督视察同步开展，食堂卫生天天看，校园周边月月查。
# deliberation 协商制度化
协商{5次|专题协商|consultations}，成果报送区委，件件都有回音。
# proposals 提案精准化
收到提案{426件|收到提案|proposals_received}，立案交办，限时办结。
# livelihood 服务经常化
工作室活动{210场次|工作室活动|studio_activities}，解决难题{20余件|解决问题|problems_solved}。
# capacity 队伍专业化
委员{100名|委员|members}，年年培训，绘就携手共进的美好画卷。
`
)

// made is a comparison whose work is done, drawn without a terminal.
func made(t testing.TB, a, b *model.Report, w, h int) *Compare {
	t.Helper()
	env := &screen.Env{
		Styles: theme.Choose(theme.Mono, theme.Terminal{Env: func(string) string { return "" }}),
		Glyphs: theme.GlyphsFor(cell.Policy{}), Lang: lang.Chinese, Texts: lang.For(lang.Chinese),
		Catalogue: modeltest.Catalogue(), Words: lang.NamesFor(lang.Chinese), Reports: &screen.Reports{},
	}
	for _, r := range []*model.Report{a, b} {
		env.Reports.Add(screen.Entry{Path: r.Path, Report: r})
	}
	c := New(env, ask.Open{Reports: []int{0, 1}}).(*Compare)
	c.SetSize(w, h)
	c.Update(c.Start()())
	return c
}

// press does the action of a key, and what it asks of itself.
func (c *Compare) press(t testing.TB, keys ...string) {
	t.Helper()
	for _, k := range keys {
		for _, a := range screen.In(c, c.Actions()) {
			if slices.Contains(a.Keys, k) && a.Reason() == "" {
				if cmd := a.Do(); cmd != nil {
					if p, ok := cmd().(ask.Pair); ok {
						c.env.SetPairings(c.env.Pairings().Toggle(p.Pairing))
						c.Update(p)
					}
				}
			}
		}
	}
}

func TestSwappingTheReportsMirrorsTheScreen(t *testing.T) {
	a, b := modeltest.Report(upland), modeltest.Report(lowland)
	walks := [][]string{
		nil, {"]"}, {"]", "]", "j"}, {"}"}, {"f", "f"}, {"G"}, {"d", "["}, {"]", "="}, {"L", "j", "j", "j"},
		{"tab", "]", "j", "j"}, {"3", "n"}, {"3", "j"},
	}
	for _, keys := range walks {
		for _, h := range []int{9, 14, 30} {
			c, m := made(t, a, b, 121, h), made(t, b, a, 121, h)
			m.active = 1
			c.press(t, keys...)
			m.press(t, keys...)
			for i := range c.sides {
				if c.sides[i].at != m.sides[1-i].at || c.sides[i].text.Top() != m.sides[1-i].text.Top() {
					t.Errorf("after %v at height %d side %d is at %v, its mirror at %v", keys, h, i, c.sides[i].at, m.sides[1-i].at)
				}
				if got, want := m.pane(1-i), c.pane(i); !slices.Equal(got, want) {
					t.Errorf("after %v:\n%s\nmirrors\n%s", keys, strings.Join(got, "\n"), strings.Join(want, "\n"))
				}
			}
		}
	}
}

func TestSwappingTheReportsMirrorsTheTable(t *testing.T) {
	a, b := modeltest.Report(upland), modeltest.Report(lowland)
	c, m := made(t, a, b, 121, 30), made(t, b, a, 121, 30)
	for _, keys := range [][]string{{"2"}, {"s"}, {"s"}, {"p"}} {
		c.press(t, keys...)
		m.press(t, keys...)
		if len(c.table.lines) != len(m.table.lines) || len(c.table.lines) < 4 {
			t.Fatalf("%d lines mirror %d", len(c.table.lines), len(m.table.lines))
		}
		for i, l := range c.table.lines {
			k := m.table.lines[i]
			if l.kind != rowLine {
				continue
			}
			x, y := &c.data.Figures[l.row], &m.data.Figures[k.row]
			v, w := c.values(x), m.values(y)
			if x.Name != y.Name || v.a != w.b || v.b != w.a || v.left != w.right || v.right != w.left || v.unsure != w.unsure {
				t.Errorf("after %v line %d: %s %+v mirrors %s %+v", keys, i, x.Name, v, y.Name, w)
			}
		}
	}
}

func TestPlacesSurviveEveryResize(t *testing.T) {
	c := made(t, modeltest.Report(upland), modeltest.Report(lowland), 121, 20)
	for _, keys := range [][]string{{"]", "]", "j"}, {"f", "f"}, {"tab", "G"}, {"3", "n"}} {
		c.press(t, keys...)
		at := [2]model.Anchor{c.sides[0].at, c.sides[1].at}
		for _, size := range [][2]int{{40, 7}, {240, 67}, {99, 9}, {100, 9}, {0, 0}, {1, 1}, {61, 33}} {
			c.SetSize(size[0], size[1])
			if now := [2]model.Anchor{c.sides[0].at, c.sides[1].at}; now != at {
				t.Fatalf("after %v at %v the places are %v, not %v", keys, size, now, at)
			}
			if size[0] > 30 && !c.sides[c.active].text.Visible(at[c.active]) {
				t.Errorf("after %v at %v the reader's line is out of view", keys, size)
			}
		}
		c.SetSize(121, 20)
	}
}

func TestTheReadersLineReachesEveryLineOfAText(t *testing.T) {
	c := made(t, modeltest.Report(upland), modeltest.Report(lowland), 121, 9)
	s := c.sides[0]
	lines := map[model.Anchor]bool{s.at: true}
	for last := s.at; ; last = s.at {
		c.press(t, "j")
		if s.at == last {
			break
		}
		if s.at.Before(last) {
			t.Fatalf("down leads from %v to %v", last, s.at)
		}
		lines[s.at] = true
	}
	blocks := s.report.Blocks()
	for i := range blocks {
		if !lines[model.Anchor{Block: i}] {
			t.Errorf("block %d, %q, was passed over", i, blocks[i].Text)
		}
	}
	c.press(t, "G")
	if _, seen := lines[s.at]; !seen || s.at.Block != len(blocks)-1 {
		t.Errorf("the end is at %v", s.at)
	}
	for range len(lines) {
		c.press(t, "k")
	}
	if s.at != (model.Anchor{}) {
		t.Errorf("up ends at %v", s.at)
	}
}

func TestABarIsScaledWithinItsRowAndNeverVanishes(t *testing.T) {
	for _, wide := range []cell.Ambiguous{cell.Narrow, cell.Wide} {
		c := made(t, modeltest.Report(upland), modeltest.Report(lowland), 121, 30)
		c.env.Cell.Ambiguous = wide
		c.env.Glyphs = theme.GlyphsFor(c.env.Cell)
		c.table.cols.bars = 21
		g := c.env.Glyphs
		for _, v := range []struct {
			left, right float64
			want        string
		}{
			{10, 10, strings.Repeat(g.Block, 10) + g.Bar + strings.Repeat(g.Block, 10)},
			{4, 10, strings.Repeat(" ", 6) + strings.Repeat(g.Block, 4) + g.Bar + strings.Repeat(g.Block, 10)},
			{1000, 1, strings.Repeat(g.Block, 10) + g.Bar + g.BarRight},
			{0, 3, strings.Repeat(" ", 10) + g.Bar + strings.Repeat(g.Block, 10)},
		} {
			d := &drawer{Row: columns.NewRow(c.env.Cell, 21), c: c}
			c.table.bars(d, values{left: v.left, right: v.right}, "")
			if got := ansi.Strip(d.End("")); strings.TrimRight(got, " ") != v.want {
				t.Errorf("%v and %v draw %q, not %q", v.left, v.right, got, v.want)
			}
		}
	}
}

func TestASentenceIsQuotedAroundItsFigure(t *testing.T) {
	long := strings.Repeat("常委会认真谋划部署，", 40)
	a := modeltest.Report("甲县 2023\n# deliberation 协商\n" + long + "召开专题协商{14次|协商|consultations}，" + long + "收效良好。")
	c := made(t, a, modeltest.Report(lowland), 121, 30)
	f := &a.Figures[0]
	for _, room := range []area{{40, 1}, {40, 3}, {7, 2}, {200, 4}, {1, 1}, {0, 2}} {
		rows := c.excerpt(0, f, room)
		if len(rows) != room.height {
			t.Errorf("%d rows in %v", len(rows), room)
		}
		text := strings.Join(rows, "")
		for _, row := range rows {
			if n := c.env.Cell.Width(ansi.Strip(row)); n != room.width {
				t.Errorf("a row of %d cells in %v", n, room)
			}
		}
		if room.width > 6 && !strings.Contains(ansi.Strip(text), "14次") {
			t.Errorf("%v does not show the figure: %q", room, ansi.Strip(text))
		}
	}
}

func TestABodyIsDividedAsInThePicture(t *testing.T) {
	for _, c := range []struct {
		w, h int
		view compare.View
		want frame
	}{
		{120, 33, compare.ViewSections, frame{width: 120, height: 33, two: true, left: 59, right: 60, text: 28, rule: 1, foot: 2}},
		{99, 33, compare.ViewSections, frame{width: 99, height: 33, over: true, left: 99, right: 99, text: 13, rule: 1, foot: 2}},
		{40, 7, compare.ViewSections, frame{width: 40, height: 7, left: 40, right: 40, text: 4, foot: 1}},
		{40, 7, compare.ViewWording, frame{width: 40, height: 7, left: 40, right: 40, text: 3, foot: 2}},
		{10, 1, compare.ViewSections, frame{width: 10, height: 1, left: 10, right: 10}},
	} {
		if got := newFrame(c.w, c.h, c.view, false); got != c.want {
			t.Errorf("%dx%d %s: %+v", c.w, c.h, c.view, got)
		}
	}
}

func TestAResultOfAnotherComparisonIsDropped(t *testing.T) {
	a, b := modeltest.Report(upland), modeltest.Report(lowland)
	c, other := made(t, a, b, 80, 20), made(t, b, a, 80, 20)
	was := c.data
	c.Update(other.Start()())
	if c.data != was {
		t.Error("took over the other's result")
	}
	first := c.Start()
	second := c.Start()
	c.Update(first())
	if c.data != was {
		t.Error("took a result whose era is over")
	}
	c.Update(second())
	if c.data == was {
		t.Error("dropped its own result")
	}
}

func FuzzFigureLine(f *testing.F) {
	f.Add("专题协商", "14次", 40)
	f.Add("e\u0301\u202e\x1b[2J", "１４次", 3)
	f.Fuzz(func(t *testing.T, label, text string, w int) {
		w = w & 0xff
		r := model.Assemble(model.Report{Place: label, Sections: []*model.Section{{Title: label, Theme: "livelihood", Level: 1, Paragraphs: []model.Paragraph{{Text: text + label}}}},
			Figures: []model.Figure{{Text: text, Label: label, Section: model.Path{0}, End: len(text)}, {Text: text, Label: text, Section: model.Path{0}, End: len(text)}}})
		c := made(t, r, modeltest.Report(lowland), w, 20)
		for _, keys := range [][]string{nil, {"]"}, {"f"}, {"2"}, {"3"}} {
			c.press(t, keys...)
			for _, row := range c.View() {
				if n := c.env.Cell.Width(ansi.Strip(row)); n != w {
					t.Fatalf("a row of %d cells, not %d: %q", n, w, row)
				}
			}
		}
	})
}

func TestReportsWithNothingInThemBreakNoKey(t *testing.T) {
	empty := model.Assemble(model.Report{Path: "empty"})
	bare := model.Assemble(model.Report{Path: "bare", Sections: []*model.Section{{Paragraphs: []model.Paragraph{{}, {Role: model.Headline}}}}})
	for _, pair := range [][2]*model.Report{{empty, bare}, {bare, empty}, {bare, modeltest.Report(upland)}, {modeltest.Report(upland), empty}} {
		for _, view := range []string{"1", "2", "3"} {
			c := made(t, pair[0], pair[1], 101, 20)
			c.press(t, view)
			for range 2 {
				for _, a := range c.Actions() {
					c.press(t, a.Keys[0])
					if rows := c.View(); len(rows) != 20 {
						t.Fatalf("%d rows after %s", len(rows), a.ID)
					}
				}
			}
		}
	}
	env := made(t, empty, bare, 80, 20).env
	alone := New(env, ask.Open{Reports: []int{0}}).(*Compare)
	alone.SetSize(80, 20)
	if alone.Start() != nil || !strings.Contains(strings.Join(alone.View(), ""), "两份报告") {
		t.Error("one report is compared with nothing")
	}
}

func TestScrollingThroughARemarkLeavesTheOtherSideWhereItIs(t *testing.T) {
	c := made(t, modeltest.Report(upland), modeltest.Report(lowland), 61, 9)
	supervision := slices.IndexFunc(c.data.Themes, func(r compare.ThemeRow) bool { return r.Theme.ID == "supervision" })
	there := c.sides[1].at
	for range 40 {
		c.press(t, "j")
		if c.theme() == supervision {
			break
		}
		there = c.sides[1].at
	}
	if c.theme() != supervision || c.sides[1].at != there {
		t.Errorf("at theme %d the other side went from %v to %v", c.theme(), there, c.sides[1].at)
	}
	c.follow() // as after a search
	if got := c.data.ThemeAt(compare.SideB, c.sides[1].at); got != supervision {
		t.Errorf("going there on purpose leads to theme %d, not %d", got, supervision)
	}
}

func TestTheOrderOfTheTableComesBack(t *testing.T) {
	c := made(t, modeltest.Report(upland), modeltest.Report(lowland), 121, 30)
	for range orders {
		c.press(t, "2", "s")
		again := New(c.env, ask.Open{Reports: []int{0, 1}}).(*Compare)
		again.Recall("nonsense")
		again.Recall(c.Keep())
		again.SetSize(121, 30)
		again.Update(again.Start()())
		again.press(t, "2")
		if again.table.order != c.table.order || !slices.Equal(again.table.lines, c.table.lines) {
			t.Errorf("order %q comes back as %q", c.Keep(), again.Keep())
		}
	}
}
