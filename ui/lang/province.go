package lang

import "strings"

// Provinces are those of the country in the order of its administrative
// codes, by the shortest name that tells them apart.
var provinces = []Phrase{
	{"北京", "Beijing"}, {"天津", "Tianjin"}, {"河北", "Hebei"}, {"山西", "Shanxi"}, {"内蒙古", "Inner Mongolia"},
	{"辽宁", "Liaoning"}, {"吉林", "Jilin"}, {"黑龙江", "Heilongjiang"}, {"上海", "Shanghai"}, {"江苏", "Jiangsu"},
	{"浙江", "Zhejiang"}, {"安徽", "Anhui"}, {"福建", "Fujian"}, {"江西", "Jiangxi"}, {"山东", "Shandong"},
	{"河南", "Henan"}, {"湖北", "Hubei"}, {"湖南", "Hunan"}, {"广东", "Guangdong"}, {"广西", "Guangxi"},
	{"海南", "Hainan"}, {"重庆", "Chongqing"}, {"四川", "Sichuan"}, {"贵州", "Guizhou"}, {"云南", "Yunnan"},
	{"西藏", "Tibet"}, {"陕西", "Shaanxi"}, {"甘肃", "Gansu"}, {"青海", "Qinghai"}, {"宁夏", "Ningxia"},
	{"新疆", "Xinjiang"}, {"台湾", "Taiwan"}, {"香港", "Hong Kong"}, {"澳门", "Macao"},
}

// ProvinceRank is the place of a province in the order of the administrative
// codes; a name that is none of them comes after all others.
func ProvinceRank(name string) int {
	for i, p := range provinces {
		if strings.HasPrefix(name, p.ZH) {
			return i
		}
	}
	return len(provinces)
}

// Belongs says in which province and city a place lies, each once and without
// the place itself.
func Belongs(province, city, place string, l Lang) string {
	if city == place || city == province {
		city = ""
	}
	if province == place {
		province = ""
	}
	return strings.TrimSpace(Province(province, l) + " " + city)
}

// Province is a province in a language. A name that is none of them stays.
func Province(name string, l Lang) string {
	if i := ProvinceRank(name); l == English && i < len(provinces) {
		return provinces[i].EN
	}
	return name
}
