package compare

import (
	"cmp"
	"slices"

	"duidu/model"
)

// Family is what a report says around a figure: the whole, its parts with
// their shares, and what became of it stage by stage.
type Family struct {
	Whole  *model.Figure // the headline figure of the indicator; nil when only parts are stated
	Parts  []Member
	Stages []Member // of the indicators that follow each other, this one among them; empty for others
}

// Member is a figure of a family with its share of the whole.
type Member struct {
	Indicator string // of a stage
	Figure    *model.Figure
	Share     *model.Range  // in percent; nil when there is none
	Stated    *model.Figure // the rate that the text states; nil when Share was worked out
}

// Computed tells whether the share was worked out.
func (m Member) Computed() bool { return m.Share != nil && m.Stated == nil }

// FamilyOf gathers the family of an indicator in a report.
func FamilyOf(r *model.Report, id string, c *model.Catalogue) Family {
	figures := figuresByIndicator(r)
	f := Family{Whole: headline(id, figures[id])}
	if f.Whole != nil {
		f.Parts = partsOf(r, f.Whole)
	} else {
		for _, part := range figures[id] {
			if addable(part) {
				f.Parts = append(f.Parts, Member{Figure: part})
			}
		}
	}
	f.Stages = stagesOf(figures, id, c)
	return f
}

// partsOf lists the figures that are parts of a whole, each once.
func partsOf(r *model.Report, whole *model.Figure) []Member {
	var list []Member
	seen := map[[2]string]bool{}
	for i := range r.Figures {
		f := &r.Figures[i]
		if k := [2]string{f.Text, f.Label}; f.Unit != "%" && !seen[k] && isOf(r, f, whole) {
			seen[k] = true
			m := Member{Figure: f}
			if m.Stated = statedShare(r, i); m.Stated != nil {
				v := m.Stated.Range()
				m.Share = &v
			} else {
				m.Share = shareOf(f, whole)
			}
			list = append(list, m)
		}
	}
	return list
}

// isOf tells whether a figure is a part of the whole, or of another mention
// of it.
func isOf(r *model.Report, f, whole *model.Figure) bool {
	i, ok := f.Of.Index()
	if !ok || i >= len(r.Figures) {
		return false
	}
	of := &r.Figures[i]
	return of == whole || of.Indicator != "" && of.Indicator == whole.Indicator && of.Value.Equal(whole.Value) && of.Unit == whole.Unit
}

// statedShare is the rate that the text gives behind figure i as its share:
// it names the figure as what it is a share of the whole for.
func statedShare(r *model.Report, i int) *model.Figure {
	if i+1 >= len(r.Figures) {
		return nil
	}
	f, next := &r.Figures[i], &r.Figures[i+1]
	if next.Unit != "%" || next.Indicator != "" || next.Sentence != f.Sentence || !sameParagraph(f, next) {
		return nil
	}
	if at, ok := next.Of.Index(); ok && (at == i || next.Of == f.Of) {
		return next
	}
	return nil
}

// stagesOf lists the stages that go on from or lead to the indicator, with
// what each comes to of the first count. Rates are shares as they stand.
func stagesOf(figures map[string][]*model.Figure, id string, c *model.Catalogue) []Member {
	i := slices.IndexFunc(c.Stages, func(s []string) bool { return slices.Contains(s, id) })
	if i < 0 {
		return nil
	}
	var list []Member
	var first *model.Figure
	for _, stage := range c.Stages[i] {
		f := headline(stage, figures[stage])
		if f == nil {
			continue
		}
		m := Member{Indicator: stage, Figure: f}
		switch {
		case f.Unit == "%":
			v := f.Range()
			m.Share, m.Stated = &v, f
		case first == nil:
			first = f
		default:
			m.Share = shareOf(f, first)
		}
		list = append(list, m)
	}
	return list
}

// FamilyLine sets a member of one report's family beside that of the other.
type FamilyLine struct {
	Stage bool   // else a part
	Name  string // of the indicator, else the label
	// English is the name of a stage's indicator.
	English string
	A, B    *Member // nil where a report has none
}

// FamilyLines sets the families of an indicator of both reports side by
// side: stages by their indicator, parts by their labels, then the parts
// that only one report has.
func (c *Comparison) FamilyLines(id string, cat *model.Catalogue) []FamilyLine {
	a, b := FamilyOf(c.A, id, cat), FamilyOf(c.B, id, cat)
	var lines []FamilyLine
	for _, stages := range cat.Stages {
		for _, stage := range stages {
			x, y := memberOf(a.Stages, stage), memberOf(b.Stages, stage)
			if x != nil || y != nil {
				in, _ := cat.Indicator(stage)
				lines = append(lines, FamilyLine{Stage: true, Name: cmp.Or(in.Name, stage), English: in.English, A: x, B: y})
			}
		}
	}
	used := make([]bool, len(b.Parts))
	for i := range a.Parts {
		x := &a.Parts[i]
		line := FamilyLine{Name: x.Figure.Label, A: x}
		for j := range b.Parts {
			if y := &b.Parts[j]; !used[j] && hanOnly(x.Figure.Label) != "" && overlap([]rune(hanOnly(x.Figure.Label)), []rune(hanOnly(y.Figure.Label))) >= likeEnough {
				used[j], line.B = true, y
				break
			}
		}
		lines = append(lines, line)
	}
	for j := range b.Parts {
		if !used[j] {
			lines = append(lines, FamilyLine{Name: b.Parts[j].Figure.Label, B: &b.Parts[j]})
		}
	}
	return lines
}

func memberOf(list []Member, id string) *Member {
	for i := range list {
		if list[i].Indicator == id {
			return &list[i]
		}
	}
	return nil
}
