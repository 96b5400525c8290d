package parsertest

import (
	"math/big"
	"reflect"
	"testing"

	"github.com/shopspring/decimal"

	"duidu/model"
)

// SameReport compares all that two reports have, also what JSON leaves out.
func SameReport(t testing.TB, got, want *model.Report) {
	t.Helper()
	if got == nil {
		t.Errorf("%s: not kept", want.Path)
		return
	}
	if !reflect.DeepEqual(plain(got), plain(want)) {
		a, _ := got.JSON()
		b, _ := want.JSON()
		t.Errorf("%s:\n got %s\nwant %s", want.Path, a, b)
	}
}

// plain is a report with numbers that reflect.DeepEqual understands: a zero
// has two forms inside.
func plain(r *model.Report) any {
	c := *r
	c.Figures = append([]model.Figure{}, r.Figures...)
	for i := range c.Figures {
		f := &c.Figures[i]
		f.Value = plainDecimal(f.Value)
		if f.Interval != nil {
			f.Interval = &model.Interval{Low: plainDecimal(f.Interval.Low), High: plainDecimal(f.Interval.High), Step: plainDecimal(f.Interval.Step)}
		}
	}
	return c
}

func plainDecimal(d decimal.Decimal) decimal.Decimal {
	return decimal.NewFromBigInt(new(big.Int).SetBytes(d.Abs().Coefficient().Bytes()), d.Exponent()).Mul(decimal.NewFromInt(int64(d.Sign())))
}
