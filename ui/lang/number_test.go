package lang_test

import (
	"testing"

	"duidu/model/modeltest"
	"duidu/ui/lang"
)

var chinese, english = lang.NamesFor(lang.Chinese).Numbers, lang.NamesFor(lang.English).Numbers

func TestADifferenceIsShortAndNotSurerThanItsFigures(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		sign  int
		short string
	}{
		{"14次", "5次", 1, "+9"},
		{"6个", "10个", -1, "−4"},
		{"7次", "7次", 0, "0"},
		{"150余件", "149件", 0, "+1…+11"},
		{"150余件", "140件", 1, "约 +10"},
		{"180余次", "210场次", -1, "约 −30"},
		{"400多个", "20余件", 1, "约 +380"},
		{"400多个", "480个", 0, "−80…+20"},
		{"44.5亿元", "2亿元", 1, "+42.5亿"},
	} {
		a, b := modeltest.Figure(c.a), modeltest.Figure(c.b)
		d := a.Range().Minus(b.Range())
		if d.Sign() != c.sign || chinese.Difference(d) != c.short {
			t.Errorf("%s − %s = %q, sign %d; want %q, %d", c.a, c.b, chinese.Difference(d), d.Sign(), c.short, c.sign)
		}
		back := b.Range().Minus(a.Range())
		if back.Sign() != -c.sign || !back.Low.Equal(d.High.Neg()) {
			t.Errorf("%s − %s is not the mirror of the other way round", c.b, c.a)
		}
	}
}

func TestARatioIsShortAndNeverDividesByZero(t *testing.T) {
	for _, c := range []struct{ a, b, short string }{
		{"14次", "5次", "2.8"},
		{"6个", "10个", "0.6"},
		{"180余次", "210场次", "约 0.86"},
		{"400多个", "20余件", "约 20"},
		{"1元", "44亿元", "<0.01"},
		{"10次", "5次", "2"},
	} {
		a, b := modeltest.Figure(c.a), modeltest.Figure(c.b)
		r, ok := a.Range().Over(b.Range())
		if !ok || chinese.Ratio(r) != c.short {
			t.Errorf("%s / %s = %q, want %q", c.a, c.b, chinese.Ratio(r), c.short)
		}
		if r.Value.IsZero() {
			t.Errorf("%s / %s was rounded to nothing", c.a, c.b)
		}
	}
	a, b := modeltest.Figure("3次"), modeltest.Figure("0次")
	if _, ok := a.Range().Over(b.Range()); ok {
		t.Error("a ratio to zero was given")
	}
}

func TestPlainNumbersLoseNothing(t *testing.T) {
	for in, want := range map[string]string{
		"4450000000元": "44.5亿", "123456元": "123456", "120000元": "12万", "154件": "154", "92.7%": "92.7",
	} {
		f := modeltest.Figure(in)
		if got := chinese.Plain(f.Value); got != want {
			t.Errorf("Plain(%s) = %s, want %s", in, got, want)
		}
	}
	if got := english.Plain(modeltest.Figure("44.5亿元").Value); got != "4,450,000,000" {
		t.Errorf("in English %s", got)
	}
	if got := english.Plain(modeltest.Figure("12345.5元").Value); got != "12,345.5" {
		t.Errorf("in English %s", got)
	}
}
