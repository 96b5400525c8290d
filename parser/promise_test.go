package parser

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"duidu/model"
	"duidu/model/compare"
	"duidu/parser/script"
)

// keepsPromises states what holds of every report, whatever it was read from.
func keepsPromises(t testing.TB, r *model.Report) {
	t.Helper()
	everyString(reflect.ValueOf(r).Elem(), func(s string) {
		if !utf8.ValidString(s) {
			t.Fatalf("not UTF-8: %q", s)
		}
		// A path and an original are as they were; whoever draws them cleans them.
	})
	for _, s := range shownTexts(r) {
		if clean, _ := script.Clean(s); clean != s {
			t.Fatalf("something live is left in %q", s)
		}
	}
	for i := range r.Figures {
		figureStandsInItsPlace(t, r, &r.Figures[i])
	}
	for _, b := range r.Blocks() {
		if b.Paragraph >= 0 {
			runsTile(t, r.Section(b.Section).Paragraphs[b.Paragraph])
		}
	}
	for _, n := range r.Notices {
		s := r.Section(n.Section)
		if n.Section != nil && (s == nil || n.Paragraph < 0 || n.Paragraph > len(s.Paragraphs)) {
			t.Fatalf("a notice points nowhere: %+v", n)
		}
	}
}

// shownTexts are those that screens and files show as they are.
func shownTexts(r *model.Report) []string {
	all := append([]string{r.Title, r.Place, r.City, r.Province, r.Kind}, r.Captions...)
	for _, b := range r.Blocks() {
		all = append(all, b.Text)
	}
	for _, f := range r.Figures {
		all = append(all, f.Text, f.Unit, f.Label, f.Subject, f.Sentence)
	}
	return all
}

func figureStandsInItsPlace(t testing.TB, r *model.Report, f *model.Figure) {
	t.Helper()
	s := r.Section(f.Section)
	if s == nil || f.Paragraph >= len(s.Paragraphs) {
		t.Fatalf("%q is of no section", f.Text)
	}
	text := s.Title
	if f.Paragraph >= 0 {
		text = s.Paragraphs[f.Paragraph].Text
	}
	if f.Start < 0 || f.End < f.Start || f.End > len(text) || text[f.Start:f.End] != f.Text {
		t.Fatalf("%q is not at %d in %q", f.Text, f.Start, text)
	}
	if !strings.Contains(text, f.Sentence) || f.At < 0 || f.At > len(f.Sentence) || !strings.HasPrefix(f.Sentence[f.At:], f.Text) {
		t.Fatalf("%q is not at %d in its sentence %q", f.Text, f.At, f.Sentence)
	}
	if i, ok := f.Of.Index(); ok && i >= len(r.Figures) {
		t.Fatalf("%q is part of figure %d of %d", f.Text, i, len(r.Figures))
	}
	if v := f.Range(); v.Low.GreaterThan(v.High) {
		t.Fatalf("%q means %s to %s", f.Text, v.Low, v.High)
	}
}

func runsTile(t testing.TB, p model.Paragraph) {
	t.Helper()
	end := 0
	for _, run := range p.Runs {
		if run.Start != end || run.End <= run.Start || run.End > len(p.Text) {
			t.Fatalf("runs do not tile %q", p.Text)
		}
		end = run.End
	}
}

// everyString calls f for every string that a value holds.
func everyString(v reflect.Value, f func(string)) {
	switch v.Kind() {
	case reflect.String:
		f(v.String())
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			everyString(v.Elem(), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			everyString(v.Index(i), f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			everyString(v.Field(i), f)
		}
	}
}

func hanIn(texts ...string) int {
	n := 0
	for _, s := range texts {
		n += model.CountHan(s)
	}
	return n
}

func FuzzWhatIsLeftOutIsToldOf(f *testing.F) {
	f.Add("全年收到提案86件，立案80件。\n来源：南溪政协网\n责任编辑：某人")
	f.Add("工作總結(jié)\n\n一、學習\n全年學習12次。\n第3页\n全年學習12次。")
	f.Add("\x1b[31m提案\u202e12件\x00，，。 2024-01-01 首页 > 正文")
	p := New(Options{})
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.ContainsAny(s, "<%") {
			return // encodings and markup have fuzz targets of their own
		}
		r, err := p.Parse("f.txt", []byte("总结\n\n"+s))
		if err != nil {
			return
		}
		keepsPromises(t, r)
		texts := append([]string{}, r.Captions...)
		for _, b := range r.Blocks() {
			texts = append(texts, b.Text)
		}
		clean, _ := script.Clean(s)
		if kept, given := hanIn(texts...), hanIn("总结", clean); kept < given && len(r.Notices) == 0 {
			t.Fatalf("%d of %d characters are left, and nothing says so: %q", kept, given, s)
		}
	})
}

func FuzzComparingTheOtherWayRoundIsTheMirror(f *testing.F) {
	f.Add("全年收到提案86件，立案80件。\n加强学习，召开会议12次。", "收到提案120多件，办结率98%，满意率100%。")
	f.Add("五年来，共走访3万人次。其中走访企业300家。", "走访群众1200人次，提出意见建议16条。")
	p := New(Options{})
	f.Fuzz(func(t *testing.T, one, other string) {
		a, errA := p.Parse("a.txt", []byte("慈利县政协2023年工作总结\n\n"+one))
		b, errB := p.Parse("b.txt", []byte("汉滨区政协2023年工作总结\n\n"+other))
		if errA != nil || errB != nil || compare.SamePlace(a, b) {
			return
		}
		mirrors(t, compare.Compare(a, b, p.Catalogue()), compare.Compare(b, a, p.Catalogue()))
	})
}

func mirrors(t *testing.T, ab, ba *compare.Comparison) {
	t.Helper()
	side := func(f *model.Figure) string {
		if f == nil {
			return ""
		}
		return fmt.Sprint(f.Text, f.Section, f.Paragraph, f.Start)
	}
	swapped := map[compare.Reason]compare.Reason{compare.ReasonOnlyA: compare.ReasonOnlyB, compare.ReasonOnlyB: compare.ReasonOnlyA}
	rows := map[string]compare.FigureRow{}
	for _, y := range ba.Figures {
		rows[y.Indicator+y.Name+side(y.B)+"|"+side(y.A)] = y
	}
	if len(rows) != len(ab.Figures) || len(ba.Figures) != len(ab.Figures) {
		t.Fatalf("%d rows, mirrored %d (%d of them unlike)", len(ab.Figures), len(ba.Figures), len(rows))
	}
	for _, x := range ab.Figures {
		y, ok := rows[x.Indicator+x.Name+side(x.A)+"|"+side(x.B)]
		if !ok {
			t.Fatalf("%s %s | %s has no mirror", x.Name, side(x.A), side(x.B))
		}
		want := x.Reason
		if s, ok := swapped[want]; ok {
			want = s
		}
		if y.Reason != want || (x.Difference == nil) != (y.Difference == nil) {
			t.Fatalf("%s: %q and %q", x.Name, x.Reason, y.Reason)
		}
		if d, e := x.Difference, y.Difference; d != nil && (!d.Stated.Equal(e.Stated.Neg()) || !d.Low.Equal(e.High.Neg()) || !d.High.Equal(e.Low.Neg())) {
			t.Fatalf("%s: the differences %+v and %+v", x.Name, d, e)
		}
	}
	if !reflect.DeepEqual(ab.Wording.A, ba.Wording.B) || !reflect.DeepEqual(ab.Wording.B, ba.Wording.A) {
		t.Fatalf("wording %+v %+v, mirrored %+v %+v", ab.Wording.A, ab.Wording.B, ba.Wording.A, ba.Wording.B)
	}
}

func TestANumberReadsBackFromEveryForm(t *testing.T) {
	p := New(Options{})
	random := rand.New(rand.NewPCG(7, 11))
	for i := range 3000 {
		n := 10 + random.IntN(90) // 一件 alone is no count; it has tests of its own
		for range i % 6 {
			n = n*10 + random.IntN(10)
		}
		for form, text := range formsOf(n) {
			line := "收到提案" + text + "件。"
			got := p.Line(line)
			if len(got) != 1 || got[0].Value.String() != strconv.Itoa(n) || got[0].Unit != "件" {
				t.Fatalf("%s: %s is read as %v, not as %d", form, line, keys(got), n)
			}
		}
	}
}

// formsOf are the ways to write a number from 10 to 9,999,999.
func formsOf(n int) map[string]string {
	plain := strconv.Itoa(n)
	forms := map[string]string{
		"digits": plain, "full width": wide(plain), "Chinese": chinese(n, "零一二三四五六七八九", "十百千"),
		"formal": chinese(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
	}
	if n >= 1000 {
		var groups []string
		for rest := plain; rest != ""; {
			cut := max(0, len(rest)-3)
			groups, rest = append([]string{rest[cut:]}, groups...), rest[:cut]
		}
		forms["grouped"] = strings.Join(groups, ",")
	}
	if n >= 10_000 && n%10_000 != 0 {
		forms["in 万"] = strings.TrimRight(fmt.Sprintf("%d.%04d", n/10_000, n%10_000), "0") + "万"
	}
	return forms
}

func wide(digits string) string {
	return strings.Map(func(c rune) rune { return c - '0' + '０' }, digits)
}

// chinese writes a number below a hundred million as it is read aloud.
func chinese(n int, digits, places string) string {
	if n >= 10_000 {
		rest := n % 10_000
		high, low := chinese(n/10_000, digits, places)+"万", ""
		switch {
		case rest == 0:
		case rest < 1000:
			low = string([]rune(digits)[0]) + chinese(rest, digits, places)
		default:
			low = chinese(rest, digits, places)
		}
		return tenWithoutOne(high+low, digits, places)
	}
	var b strings.Builder
	gap := false
	for place, unit := 3, 1000; place >= 0; place, unit = place-1, unit/10 {
		d := n / unit % 10
		if d == 0 {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteRune([]rune(digits)[0])
			gap = false
		}
		b.WriteRune([]rune(digits)[d])
		if place > 0 {
			b.WriteRune([]rune(places)[place-1])
		}
	}
	return tenWithoutOne(b.String(), digits, places)
}

// tenWithoutOne says 十二万 for 一十二万, as people do.
func tenWithoutOne(s, digits, places string) string {
	one, ten := string([]rune(digits)[1]), string([]rune(places)[0])
	if strings.HasPrefix(s, one+ten) && one == "一" {
		return strings.TrimPrefix(s, one)
	}
	return s
}
