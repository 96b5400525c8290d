package model_test

import (
	"testing"

	"duidu/model/modeltest"
)

func TestAQualifiedFigureReachesAsFarAsItsLastDigitTells(t *testing.T) {
	for _, c := range []struct{ text, low, high string }{
		{"13次", "13", "13"},
		{"150余件", "150", "160"},
		{"400多个", "400", "500"},
		{"1100余人次", "1100", "1200"},
		{"44.5亿多元", "4450000000", "4460000000"},
		{"超98.5%", "98.5", "108.35"},
		{"突破10万亩", "100000", "200000"},
		{"近1000张", "900", "1000"},
		{"近150件", "140", "150"},
		{"约20场", "18", "22"},
		{"200人左右", "180", "220"},
		{"前20名", "1", "20"},
	} {
		f := modeltest.Figure(c.text)
		r := f.Range()
		if r.Low.String() != c.low || r.High.String() != c.high {
			t.Errorf("%s is %s to %s, want %s to %s", c.text, r.Low, r.High, c.low, c.high)
		}
	}
}

func TestOnlyASureDifferenceHasASign(t *testing.T) {
	for _, c := range []struct {
		a, b string
		sign int
	}{
		{"14次", "5次", 1},
		{"6个", "10个", -1},
		{"7次", "7次", 0},
		{"150余件", "149件", 0},
		{"150余件", "140件", 1},
		{"180余次", "210场次", -1},
		{"400多个", "20余件", 1},
		{"400多个", "480个", 0},
		{"44.5亿元", "2亿元", 1},
	} {
		a, b := modeltest.Figure(c.a), modeltest.Figure(c.b)
		d := a.Range().Minus(b.Range())
		if d.Sign() != c.sign {
			t.Errorf("%s − %s has the sign %d, want %d", c.a, c.b, d.Sign(), c.sign)
		}
		back := b.Range().Minus(a.Range())
		if back.Sign() != -c.sign || !back.Low.Equal(d.High.Neg()) {
			t.Errorf("%s − %s is not the mirror of the other way round", c.b, c.a)
		}
	}
}

func TestARatioIsNeverRoundedToNothing(t *testing.T) {
	a, b := modeltest.Figure("1元"), modeltest.Figure("44亿元")
	if r, ok := a.Range().Over(b.Range()); !ok || r.Value.IsZero() {
		t.Errorf("%s / %s is %v", a.Text, b.Text, r.Value)
	}
	none := modeltest.Figure("0次")
	if _, ok := a.Range().Over(none.Range()); ok {
		t.Error("a ratio to zero was given")
	}
}
