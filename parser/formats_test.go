package parser

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/compare"
	"duidu/parser/number"
	"duidu/parser/parsertest"
	"duidu/parser/shape"
	"duidu/parser/text"
)

// agreement is how far two readings of one report agree, as F1.
type agreement struct{ figures, headings, captions float64 }

// compareReadings holds the reading of a report from another format against
// the one of its text.
func compareReadings(body, other *model.Report) agreement {
	figures := func(r *model.Report) (out []string) {
		for _, f := range r.Figures {
			out = append(out, fmt.Sprint(f.Value, f.Unit, f.Qualifier, f.Indicator))
		}
		return out
	}
	headings := func(r *model.Report) (out []string) {
		r.Walk(func(_ model.Path, s *model.Section) {
			if s.Title != "" {
				out = append(out, text.CloseUp(s.Title))
			}
		})
		return out
	}
	return agreement{sameOrder(figures(body), figures(other)), sameOrder(headings(body), headings(other)), sameOrder(body.Captions, other.Captions)}
}

// sameOrder is the F1 of the longest common subsequence.
func sameOrder(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	t := make([][]int, len(a)+1)
	for i := range t {
		t[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if t[i][j] = max(t[i+1][j], t[i][j+1]); a[i] == b[j] {
				t[i][j] = t[i+1][j+1] + 1
			}
		}
	}
	return 2 * float64(t[0][0]) / float64(len(a)+len(b))
}

func parsed(t testing.TB, p *Parser, path string, data []byte) *model.Report {
	t.Helper()
	r, err := p.Parse(path, data)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return r
}

func TestAReportReadsTheSameFromPagesOfEverySite(t *testing.T) {
	p := New(Options{})
	sums := map[string]*[3]float64{}
	reports := parsertest.CorpusFiles(t, "reports/*.txt")
	for name, data := range reports {
		text := parsed(t, p, name, []byte(data))
		for site, layout := range siteLayouts {
			r := parsed(t, p, name, []byte(layout(pagePartsOf(p, data))))
			a := compareReadings(text, r)
			if sums[site] == nil {
				sums[site] = &[3]float64{}
			}
			sums[site][0] += a.figures
			sums[site][1] += a.headings
			sums[site][2] += a.captions
			if a.figures < 0.99 || a.headings < 0.95 || a.captions < 0.95 || r.Title != text.Title || r.Place != text.Place || r.Year != text.Year {
				t.Errorf("%s as %s: %+v, %q %s %d, the text %q %s %d", name[:3], site, a, r.Title, r.Place, r.Year, text.Title, text.Place, text.Year)
			}
		}
	}
	var rows []string
	for site, s := range sums {
		n := float64(len(reports))
		rows = append(rows, fmt.Sprintf("%-10s figures %.4f headings %.4f captions %.4f", site, s[0]/n, s[1]/n, s[2]/n))
	}
	sort.Strings(rows)
	t.Log("mean F1 against the text\n" + strings.Join(rows, "\n"))
}

func TestOneReportFromManySitesIsOneGroup(t *testing.T) {
	p := New(Options{})
	var reports []*model.Report
	var names []string
	for name, data := range parsertest.CorpusFiles(t, "reports/*.txt") {
		reports, names = append(reports, parsed(t, p, name, []byte(data))), append(names, name)
		for site, layout := range siteLayouts {
			reports, names = append(reports, parsed(t, p, name, []byte(layout(pagePartsOf(p, data))))), append(names, name+site)
		}
	}
	for name, data := range sharedTexts(t) {
		if strings.Contains(name, "政府工作报告") {
			reports, names = append(reports, parsed(t, p, name, []byte(data))), append(names, name)
		}
	}
	groups := compare.NearDuplicates(reports)
	for _, g := range groups {
		if len(g) != 1+len(siteLayouts) {
			t.Errorf("a group of %d", len(g))
		}
		for _, i := range g {
			if names[i][:3] != names[g[0]][:3] {
				t.Errorf("%s with %s", names[i], names[g[0]])
			}
		}
	}
	if len(groups) != 5 {
		t.Errorf("%d groups", len(groups))
	}
}

// numberOf reads 一、 and （十二） as 1 and 12; 0 for no such number.
func numberOf(title string) int {
	n, _ := number.OrdinalAfter(strings.TrimLeft(title, "（("))
	return n
}

func TestTheOutlinesOfTheCorpusCountOn(t *testing.T) {
	p := New(Options{})
	all := parsertest.CorpusFiles(t, "corpus/provinces-2025/*.docx")
	for name, data := range parsertest.CorpusFiles(t, "corpus/national/*.txt") {
		all[name] = data
	}
	numbered := 0
	var breaks []string
	for name, data := range all {
		r := parsed(t, p, name, []byte(data))
		year := 0
		fmt.Sscanf(name, "%d", &year)
		if want := year - 1; r.Year != want && name[:4] != "1981" || r.Title == "" || r.Place == "" {
			t.Errorf("%s: %q %s %d", name, r.Title, r.Place, r.Year)
		}
		last := map[shape.NumberStyle]int{}
		r.Walk(func(path model.Path, s *model.Section) {
			style := shape.NumberingOf(s.Title).Style
			if style != shape.WordNumber && style != shape.WordBracket {
				return
			}
			n := numberOf(s.Title)
			numbered++
			if style == shape.WordNumber && s.Level == 1 {
				last[shape.WordBracket] = 0
			}
			if n != last[style]+1 && n != 1 {
				breaks = append(breaks, fmt.Sprintf("%s: %q after %d", name, s.Title, last[style]))
			}
			if isProvince := strings.HasSuffix(name, ".docx"); isProvince && (style == shape.WordNumber) != (s.Level == 1) {
				t.Errorf("%s: %q at level %d", name, s.Title, s.Level)
			}
			last[style] = n
		})
	}
	t.Logf("%d numbered headings, %d out of order\n%s", numbered, len(breaks), strings.Join(breaks, "\n"))
	const defects = 5 // in the sources: a title in one line with its text, a list inside a part, numbers given twice
	if len(breaks) > defects {
		t.Error("too many")
	}
}
