package place_test

import (
	"testing"

	"duidu/parser/place"
)

func TestADivisionLiesInItsCityAndItsProvince(t *testing.T) {
	g := place.Places()
	first := map[string]string{} // a province and the first division below it
	for id, d := range g.Divisions {
		city, province := g.Located(id)
		switch {
		case d.Level == place.ProvinceLevel:
			if city != "" || province != d.Name {
				t.Errorf("%s lies in %q, %q", d.Name, city, province)
			}
			continue
		case province == "":
			t.Errorf("%s lies in no province", d.Name)
		case d.Level == place.CityLevel && city != d.Name:
			t.Errorf("%s lies in the city %q", d.Name, city)
		}
		if first[province] == "" {
			first[province] = d.Name
		}
	}
	if len(first) != 31 {
		t.Errorf("%d provinces have divisions", len(first))
	}
}
