// Package modeltest makes reports for tests from a compact text, so that a
// test shows what it compares without running the parser.
package modeltest

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"duidu/model"
)

// Report reads a report from lines:
//
//	永定区 2023                       place and year; the first line
//	# leadership 坚持党的领导           a section with its theme
//	## unity 联谊                     a section inside it
//	召开{13次|党组会议|party_group_meetings}会议。<unity>来访很多。
//
// Every other line is a paragraph. A figure in braces has its text, label,
// indicator and marks (each plan part partly, of: what a rate is of, also: a
// further indicator, subject: whose it is, or anything else as its span, with
// its years as in 五年来:5); value,
// unit and qualifier follow from the text. <theme> starts a run. The first
// total of an indicator is its headline figure.
func Report(text string) *model.Report {
	b := builder{seen: map[string]bool{}}
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		line = strings.TrimSpace(line)
		switch {
		case i == 0:
			place, year, _ := strings.Cut(line, " ")
			b.r.Place = place
			b.r.Year, _ = strconv.Atoi(year)
			b.r.Path = place + strings.TrimSpace(year) + ".txt"
			b.r.Content = "bytes of " + b.r.Path
			b.r.Title = place + "政协工作"
			b.r.Script = model.Simplified
		case strings.HasPrefix(line, "#"):
			b.heading(line)
		case line != "":
			b.paragraph(line)
		}
	}
	return model.Assemble(b.r)
}

type builder struct {
	r    model.Report
	path model.Path
	seen map[string]bool
}

func (b *builder) heading(line string) {
	level := len(line) - len(strings.TrimLeft(line, "#"))
	theme, title, _ := strings.Cut(strings.TrimSpace(line[level:]), " ")
	s := &model.Section{Title: title, Theme: theme, Level: level}
	if level == 1 {
		b.r.Sections = append(b.r.Sections, s)
		b.path = model.Path{len(b.r.Sections) - 1}
		return
	}
	top := b.r.Sections[len(b.r.Sections)-1]
	top.Sections = append(top.Sections, s)
	b.path = model.Path{len(b.r.Sections) - 1, len(top.Sections) - 1}
}

var marks = regexp.MustCompile(`\{[^}]*\}|<[a-z_]+>`)

func (b *builder) paragraph(line string) {
	if len(b.r.Sections) == 0 {
		b.r.Sections = append(b.r.Sections, &model.Section{Theme: model.ThemeOverview})
		b.path = model.Path{0}
	}
	s := b.r.Section(b.path)
	var text strings.Builder
	var runs []model.Run
	from := len(b.r.Figures)
	last := 0
	for _, m := range marks.FindAllStringIndex(line, -1) {
		text.WriteString(line[last:m[0]])
		mark := line[m[0]+1 : m[1]-1]
		last = m[1]
		if line[m[0]] == '<' {
			runs = append(runs, model.Run{Theme: mark, Start: text.Len()})
			continue
		}
		f := Figure(mark)
		f.Section, f.Paragraph = b.path, len(s.Paragraphs)
		f.Start = text.Len()
		text.WriteString(f.Text)
		f.End = text.Len()
		if f.Indicator != "" && !f.Each && !f.Plan && !f.Part && !b.seen[f.Indicator] {
			f.Headline, b.seen[f.Indicator] = true, true
		}
		b.r.Figures = append(b.r.Figures, f)
	}
	text.WriteString(line[last:])
	for i := range runs {
		runs[i].End = text.Len()
		if i+1 < len(runs) {
			runs[i].End = runs[i+1].Start
		}
	}
	for i := from; i < len(b.r.Figures); i++ {
		f := &b.r.Figures[i]
		f.Sentence, f.At = sentence(text.String(), f.Start)
		f.Theme = themeOf(runs, f.Start, s.Theme)
	}
	s.Paragraphs = append(s.Paragraphs, model.Paragraph{Text: text.String(), Runs: runs})
}

// sentence returns the sentence around byte at and where at lies in it.
func sentence(text string, at int) (string, int) {
	start := strings.LastIndex(text[:at], "。")
	if start >= 0 {
		start += len("。")
	} else {
		start = 0
	}
	if end := strings.Index(text[at:], "。"); end >= 0 {
		return text[start : at+end+len("。")], at - start
	}
	return text[start:], at - start
}

func themeOf(runs []model.Run, at int, section string) string {
	for _, r := range runs {
		if r.Start <= at && at < r.End {
			return r.Theme
		}
	}
	return section
}

// interval gives a qualified figure what it can mean: one step of its last
// digit that is not zero, upwards, or to both sides where it says 约 or 左右.
func interval(f *model.Figure) *model.Interval {
	digits := strings.TrimRight(f.Value.Coefficient().String(), "0")
	step := decimal.New(1, f.Value.Exponent()+int32(len(f.Value.Coefficient().String())-len(digits)))
	tenth := f.Value.Div(decimal.NewFromInt(10))
	r := model.Interval{Low: f.Value, High: f.Value, Step: step}
	switch f.Qualifier {
	case model.Over:
		if strings.Contains(f.Text, "以上") || strings.ContainsAny(f.Text, "超逾破") {
			r.Step = decimal.Max(step, tenth)
		}
		r.High = f.Value.Add(r.Step)
	case model.Near:
		r.Step = decimal.Min(step, tenth)
		r.Low = f.Value.Sub(r.Step)
		if strings.Contains(f.Text, "约") || strings.Contains(f.Text, "左右") {
			r.High = f.Value.Add(r.Step)
		}
	case model.Top:
		r.Low = decimal.NewFromInt(1)
		r.Step = r.High.Sub(r.Low)
	default:
		return nil
	}
	return &r
}

var number = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)

// Figure reads "180余次|协商活动|studio_activities|each".
func Figure(mark string) model.Figure {
	parts := append(strings.Split(mark, "|"), "", "", "", "")
	f := model.Figure{Text: parts[0], Label: parts[1], Indicator: parts[2], Qualifier: qualifier(parts[0])}
	at := number.FindStringIndex(f.Text)
	f.Value = decimal.RequireFromString(f.Text[at[0]:at[1]])
	rest := f.Text[at[1]:]
	for _, w := range []string{"余", "多"} {
		rest = strings.ReplaceAll(rest, w, "")
	}
	for name, zeros := range map[string]int32{"亿": 8, "万": 4} {
		if after, ok := strings.CutPrefix(rest, name); ok {
			f.Value, rest = f.Value.Shift(zeros), after
			break
		}
	}
	f.Unit = strings.TrimSuffix(strings.TrimSuffix(rest, "左右"), "以上")
	for _, m := range strings.Fields(parts[3]) {
		switch m {
		case "each":
			f.Each = true
		case "plan":
			f.Plan = true
		case "part":
			f.Part = true
		case "partly":
			f.Partly = true
		default:
			mark, value, _ := strings.Cut(m, ":")
			switch mark {
			case "of":
				f.RateOf = value
			case "also":
				f.Also = append(f.Also, value)
			case "subject":
				f.Subject = value
			default:
				years, _ := strconv.Atoi(value)
				f.Period = &model.Period{Text: mark, Years: years}
			}
		}
	}
	f.Interval = interval(&f)
	return f
}

func qualifier(text string) model.Qualifier {
	switch {
	case strings.HasPrefix(text, "前"):
		return model.Top
	case strings.ContainsAny(text, "余多超") || strings.Contains(text, "以上") || strings.Contains(text, "突破"):
		return model.Over
	case strings.ContainsAny(text, "近约") || strings.Contains(text, "左右"):
		return model.Near
	}
	return model.Exact
}

// Catalogue is a short catalogue of the kind the parser reads from data.
func Catalogue() *model.Catalogue {
	return &model.Catalogue{
		Themes: []model.Theme{
			{ID: "overview", Name: "总述", English: "Overview"},
			{ID: "leadership", Name: "政治引领", English: "Leadership"},
			{ID: "deliberation", Name: "协商议政", English: "Deliberation"},
			{ID: "supervision", Name: "民主监督", English: "Supervision"},
			{ID: "proposals", Name: "提案", English: "Proposals"},
			{ID: "livelihood", Name: "为民履职", English: "Livelihood"},
			{ID: "unity", Name: "团结联谊", English: "Unity"},
			{ID: "capacity", Name: "自身建设", English: "Capacity"},
		},
		Indicators: []model.Indicator{
			{ID: "party_group_meetings", Name: "党组会议", English: "party group meetings", Theme: "leadership", Units: [][]string{{"次"}}},
			{ID: "consultations", Name: "协商活动", English: "consultations", Theme: "deliberation", Units: [][]string{{"次", "场", "场次", "项"}}},
			{ID: "proposals_received", Name: "收到提案", English: "proposals received", Theme: "proposals", Units: [][]string{{"件"}}},
			{ID: "proposals_filed", Name: "立案提案", English: "proposals filed", Theme: "proposals", Units: [][]string{{"件"}}},
			{ID: "proposal_reply_rate", Name: "提案办复率", English: "reply rate", Theme: "proposals", Units: [][]string{{"%"}}},
			{ID: "proposal_satisfaction", Name: "提案满意率", English: "proposal satisfaction", Theme: "proposals", Units: [][]string{{"%"}}},
			{ID: "opinion_reports", Name: "社情民意信息", English: "opinion reports", Theme: "livelihood", Units: [][]string{{"条", "篇"}, {"期"}}},
			{ID: "studio_activities", Name: "委员工作室活动", English: "studio activities", Theme: "livelihood", Units: [][]string{{"次", "场", "场次"}}},
			{ID: "problems_solved", Name: "解决问题", English: "problems solved", Theme: "livelihood", Units: [][]string{{"个", "件"}}},
			{ID: "members", Name: "委员人数", English: "members", Theme: "capacity", Units: [][]string{{"名", "人"}}},
		},
		Rates:  []model.Rate{{Part: "proposals_filed", Whole: "proposals_received", Name: "立案率", English: "rate of filing"}},
		Stages: [][]string{{"proposals_received", "proposals_filed", "proposal_reply_rate", "proposal_satisfaction"}},
	}
}

// Paragraphs makes a report of one section whose paragraphs are the lines.
func Paragraphs(text string) *model.Report {
	s := &model.Section{Theme: model.ThemeOverview}
	for line := range strings.SplitSeq(text, "\n") {
		s.Paragraphs = append(s.Paragraphs, model.Paragraph{Text: line})
	}
	return model.Assemble(model.Report{Sections: []*model.Section{s}})
}
