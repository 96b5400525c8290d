package cli

import (
	"strings"

	"github.com/shopspring/decimal"

	"duidu/model"
)

// Query is how queries are read: with the engine's eyes for script, figures
// and numbers.
func Query(e Engine) model.QueryReader {
	return model.QueryReader{
		Simplify: func(s string) string { return simplified(e, s) }, Figures: e.Line, Catalogue: e.Catalogue(),
		Numeral: func(s string) (decimal.Decimal, bool) {
			const money = "元" // any amount of it is a figure, so that the number is read
			if f := e.Line(s + money); len(f) == 1 && f[0].Text == s+money && f[0].Unit == money {
				return f[0].Value, true
			}
			return decimal.Decimal{}, false
		},
	}
}

// simplified converts a query as reports are; one that can't be converted
// is looked for as it stands.
func simplified(e Engine, s string) string {
	var b strings.Builder
	if err := e.Simplify(&b, strings.NewReader(s), "t"); err != nil {
		return s
	}
	return b.String()
}
