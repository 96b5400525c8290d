package lang

// Digest are the texts of the screen of one theme over many reports.
type Digest struct {
	Title    string
	CountsF  string // reports, passages, figures
	News     string
	SilentF  string // reports that say nothing
	Working  string
	NothingF string // theme
	Empty    string
	First    string
	Last     string
	ChapterF string // passages, figures
	Open     string // what opens it from a theme
}

func chineseDigest() Digest {
	return Digest{
		Title: "汇编", CountsF: "%d 份 · %d 段 · %d 项数据", News: "只看新说法", SilentF: "%d 份没有此主题", Working: "正在汇集",
		NothingF: "没有报告写到%s；按 t 换主题", Empty: "这里没有段落", First: "前面没有了", Last: "后面没有了", ChapterF: "%d 段 %d 项", Open: "汇编此主题",
	}
}

func englishDigest() Digest {
	return Digest{
		Title: "Digest:", CountsF: "%d reports · %d passages · %d figures", News: "only what is new", SilentF: "%d say nothing on it", Working: "gathering",
		NothingF: "no report deals with %s; t shows the next theme", Empty: "there is no passage here", First: "nothing before this", Last: "nothing after this", ChapterF: "%d p. %d f.", Open: "digest of this theme",
	}
}
