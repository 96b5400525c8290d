package parser

import (
	"reflect"
	"strings"
	"testing"

	"duidu/parser/layout"
	"duidu/parser/meta"
	"duidu/parser/place"
	"duidu/parser/text"
)

func TestTheTableOfPlacesIsWhole(t *testing.T) {
	g := place.Places()
	count := map[place.DivisionLevel]int{}
	seen := map[string]bool{}
	for id, d := range g.Divisions {
		count[d.Level]++
		if !strings.Contains("省市区县旗州盟", text.LastRune(d.Name)) {
			t.Errorf("%s ends like no division", d.Name)
		}
		if (d.Level == place.ProvinceLevel) != (d.Province < 0) || d.Level == place.CityLevel && d.City >= 0 {
			t.Errorf("%s lies in the wrong place: %+v", d.Name, d)
		}
		if d.City >= 0 && g.Divisions[d.City].Province != d.Province {
			t.Errorf("%s: its city lies in another province", d.Name)
		}
		city, province := g.Located(id)
		if key := province + city + d.Name; seen[key] && d.Level == place.CountyLevel {
			t.Errorf("%s stands twice", key)
		} else {
			seen[key] = true
		}
	}
	if count[place.ProvinceLevel] != 31 || count[place.CityLevel] < 330 || count[place.CountyLevel] < 2840 {
		t.Errorf("divisions by level: %v", count)
	}
}

func TestDivisionsLieWhereTheyBelong(t *testing.T) {
	g := place.Places()
	for _, c := range []struct{ text, city, province string }{
		{"大洼区", "盘锦市", "辽宁省"},
		{"临平区", "杭州市", "浙江省"},
		{"偃师区", "洛阳市", "河南省"},
		{"米林市", "林芝市", "西藏自治区"},
		{"仙桃市", "", "湖北省"},
		{"万州区", "重庆市", "重庆市"},
		{"东莞市", "东莞市", "广东省"},
		{"克什克腾旗", "赤峰市", "内蒙古自治区"},
		{"闸北区", "上海市", "上海市"},
		{"黔西南州", "黔西南布依族苗族自治州", "贵州省"},
		{"天津市", "", "天津市"},
		{"山西省", "", "山西省"},
	} {
		m := g.Mentions(c.text)
		if len(m) != 1 || len(m[0].Ids) != 1 || m[0].End != len(c.text) {
			t.Errorf("%s: %+v", c.text, m)
			continue
		}
		if city, province := g.Located(m[0].Ids[0]); city != c.city || province != c.province {
			t.Errorf("%s lies in %q, %q", c.text, city, province)
		}
	}
}

func TestTheLongestNameIsFoundAndNoneIsCut(t *testing.T) {
	for text, want := range map[string][]string{
		"政协张家界市永定区委员会":    {"张家界市", "永定区"},
		"湖南省长沙市长沙县政协":     {"湖南省", "长沙市", "长沙县"},
		"双江拉祜族佤族布朗族傣族自治县": {"双江拉祜族佤族布朗族傣族自治县"},
		"创新和平区建设":         {"和平区"}, // not 新和, the short name of 新和县
		"汉滨政协与旬阳政协":       {"汉滨", "旬阳"},
		"宁乡县政协":           {"宁乡县"},
		"委员们走访群众":         nil,
		"":                nil,
		"\xff永定区\xe6":     {"永定区"},
	} {
		var got []string
		for _, m := range place.Places().Mentions(text) {
			got = append(got, text[m.Start:m.End])
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestASharedNameNeedsAnotherPlaceToBeTold(t *testing.T) {
	for text, want := range map[string]string{
		"永定区政协赴龙岩市区调研。":                "龙岩市",
		"永定区政协在武陵源区、桑植县政协陪同下视察。":       "张家界市",
		"永定区政协围绕湖南省委部署开展工作。":           "张家界市",
		"永定区政协开展协商。":                   "",
		"政协福建省龙岩市永定区委员会与张家界市、慈利县政协座谈。": "龙岩市",
	} {
		lines := []string{text}
		m := meta.Read(stdinPath, layout.Front{}, lines, place.Places())
		if m.Place != "永定区" || m.City != want {
			t.Errorf("%s: %+v, want city %q", text, m, want)
		}
	}
}

func BenchmarkGazetteer(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		place.NewGazetteer(place.PlacesTSV)
	}
}
