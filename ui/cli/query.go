package cli

import (
	"strings"

	"duidu/model"
)

// Query is how queries are read: with the engine's eyes for script, figures
// and numbers.
func Query(e Engine) model.QueryReader {
	return model.QueryReader{
		Simplify: func(s string) string { return simplified(e, s) },
		Figures:  e.Line, Numeral: e.Number, Catalogue: e.Catalogue(),
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
