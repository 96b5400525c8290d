package lang

// Neighbours are the texts of the screen of one county among the others.
type Neighbours struct {
	StandingF, YearsF, IndicatorF string // place; place; indicator
	LastYear, Now                 string
	Median, Rank, Strongest       string
	NoPlace, Working, OneYear     string
	Nothing, ByRank               string
	PlaceF                        string // rank, of how many, median
}

func chineseNeighbours() Neighbours {
	return Neighbours{
		StandingF: "%s 在邻县中", YearsF: "%s 历年", IndicatorF: "各地历年 %s",
		LastYear: "上年", Now: "本年", Median: "邻县中位", Rank: "名次", Strongest: "最强者",
		NoPlace: "没有选定的县：在报告库里把光标移到一份写明地区的报告上，按 O 设为本县", Working: "正在汇总……",
		OneYear: "报告库里这个县只有一个年度", Nothing: "没有可比较的数据", ByRank: "按名次排序", PlaceF: "名次 %d/%d · 邻县中位 %s",
	}
}

func englishNeighbours() Neighbours {
	return Neighbours{
		StandingF: "%s among its neighbours", YearsF: "%s over the years", IndicatorF: "over places and years: %s",
		LastYear: "last year", Now: "this year", Median: "median", Rank: "rank", Strongest: "strongest",
		NoPlace: "no county is chosen: in the library go to a report that names its place and press O", Working: "gathering...",
		OneYear: "the library has one year of this county only", Nothing: "there are no figures to compare", ByRank: "sorted by rank", PlaceF: "rank %d of %d · their median %s",
	}
}
