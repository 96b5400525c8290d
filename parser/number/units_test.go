package number

import "testing"

func TestALatinUnitIsNoHeadOfALongerWord(t *testing.T) {
	for s, want := range map[string]string{
		"km": "km", "kg，": "kg", "m长": "m", "m": "m", "m2": "m", "件提案": "件",
		"ma": "", "mz": "", "mA": "", "mZ": "", "kgz": "", "没有": "",
	} {
		u, ok := LoadUnits().At(s, 0)
		if ok != (want != "") || ok && u.Name != want {
			t.Errorf("%q begins with %q, want %q", s, u.Name, want)
		}
	}
}
