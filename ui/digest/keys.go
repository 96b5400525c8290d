package digest

import (
	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/take"
	"duidu/ui/ask"
	"duidu/ui/lang"
	"duidu/ui/screen"
)

// Actions is the digest's part of the table of keys.
func (d *Digest) Actions() []screen.Action {
	p := func(zh, en string) lang.Phrase { return lang.Phrase{ZH: zh, EN: en} }
	scroll := func(f func()) func() tea.Cmd {
		return func() tea.Cmd { f(); d.follow(); return nil }
	}
	return []screen.Action{
		{ID: "digest.next", Counts: true, Keys: []string{"n"}, Footer: 2, Text: p("下一处", "next passage"), Do: func() tea.Cmd { return d.step(1) }, Why: d.nothing},
		{ID: "digest.prev", Counts: true, Keys: []string{"N"}, Text: p("上一处", "previous passage"), Do: func() tea.Cmd { return d.step(-1) }, Why: d.nothing},
		{ID: "digest.nextreport", Counts: true, Keys: []string{"]"}, Footer: 1, Text: p("下一县", "next report"), Do: func() tea.Cmd { return d.chapter(1) }, Why: d.nothing},
		{ID: "digest.prevreport", Counts: true, Keys: []string{"["}, Text: p("上一县", "previous report"), Do: func() tea.Cmd { return d.chapter(-1) }, Why: d.nothing},
		{ID: "digest.add", Keys: []string{"a"}, Footer: 3, Text: p("摘选", "select"), Do: d.add, Why: d.nothing},
		{ID: "digest.addreport", Keys: []string{"A"}, Text: p("摘选此县各处", "select all of this report"), Do: d.addChapter, Why: d.nothing},
		{ID: "digest.write", Keys: []string{"w"}, Footer: 4, Text: p("写入文件", "write a file"), Do: d.write, Why: d.nothing},
		{ID: "digest.news", Keys: []string{"x"}, Footer: 5, Text: p("只看新说法", "only what is new"), Do: d.toggleNews},
		{ID: "digest.nexttheme", Keys: []string{"t", ">"}, Footer: 6, Text: p("下一主题", "next theme"), Do: func() tea.Cmd { return d.turn(1) }},
		{ID: "digest.prevtheme", Keys: []string{"T", "<"}, Text: p("上一主题", "previous theme"), Do: func() tea.Cmd { return d.turn(-1) }},
		{ID: "digest.open", Keys: []string{"enter"}, Footer: 7, Text: p("看原文", "go to the text"), Do: d.open, Why: d.nothing},
		{ID: "digest.marks", Keys: []string{","}, Text: p("汉字间的半角标点显示为全角，或照原样", "show half-width marks between Chinese characters at full width, or as they are"), Do: d.toggleMarks, Why: d.nothing},
		{ID: "digest.copy", Keys: []string{"y"}, Text: p("复制", "copy"), Do: d.copy, Why: d.nothing},
		{ID: "digest.down", Counts: true, Keys: []string{"down", "j"}, Text: p("下移一行", "line down"), Do: scroll(func() { d.text.Scroll(1) }), Why: d.nothing},
		{ID: "digest.up", Counts: true, Keys: []string{"up", "k"}, Text: p("上移一行", "line up"), Do: scroll(func() { d.text.Scroll(-1) }), Why: d.nothing},
		{ID: "digest.pagedown", Counts: true, Keys: []string{" ", "pgdown", "ctrl+f"}, Text: p("下一页", "page down"), Do: scroll(func() { d.text.Page(1) }), Why: d.nothing},
		{ID: "digest.pageup", Counts: true, Keys: []string{"b", "pgup", "ctrl+b"}, Text: p("上一页", "page up"), Do: scroll(func() { d.text.Page(-1) }), Why: d.nothing},
		{ID: "digest.halfdown", Counts: true, Keys: []string{"d", "ctrl+d"}, Text: p("下半页", "half a page down"), Do: scroll(func() { d.text.Half(1) }), Why: d.nothing},
		{ID: "digest.halfup", Counts: true, Keys: []string{"u", "ctrl+u"}, Text: p("上半页", "half a page up"), Do: scroll(func() { d.text.Half(-1) }), Why: d.nothing},
		{ID: "digest.home", Keys: []string{"g", "home"}, Text: p("开头", "beginning"), Do: scroll(d.text.Home), Why: d.nothing},
		{ID: "digest.end", Keys: []string{"G", "end"}, Text: p("结尾", "end"), Do: scroll(d.text.End), Why: d.nothing},
	}
}

func (d *Digest) nothing() string {
	switch {
	case d.data == nil:
		return d.env.Texts.Digest.Working
	case len(d.data.passages) == 0:
		return d.env.Texts.Digest.Empty
	}
	return ""
}

func (d *Digest) step(by int) tea.Cmd {
	next := d.now + by
	switch t := &d.env.Texts.Digest; {
	case next < 0:
		return ask.Tell(ask.Info, t.First)
	case next >= len(d.data.passages):
		return ask.Tell(ask.Info, t.Last)
	}
	d.now = next
	d.show()
	return nil
}

func (d *Digest) chapter(by int) tea.Cmd {
	next := d.data.passages[d.now].report + by
	switch t := &d.env.Texts.Digest; {
	case next < 0:
		return ask.Tell(ask.Info, t.First)
	case next >= len(d.data.chapters):
		return ask.Tell(ask.Info, t.Last)
	}
	d.goChapter(next)
	return nil
}

// turn shows another theme.
func (d *Digest) turn(by int) tea.Cmd {
	themes := d.env.Catalogue.Themes
	if len(themes) == 0 {
		return nil
	}
	i := d.env.TopicIndex(d.theme) + by
	d.theme, d.data = themes[(i+len(themes))%len(themes)].ID, nil
	return d.Start()
}

func (d *Digest) toggleNews() tea.Cmd {
	d.news, d.data = !d.news, nil
	return d.Start()
}

func (d *Digest) add() tea.Cmd {
	it, ok := d.item(d.now)
	if !ok {
		return ask.Tell(ask.Warning, d.env.Texts.Reader.NothingHere)
	}
	return ask.Do(ask.Select{Item: it})
}

func (d *Digest) addChapter() tea.Cmd {
	report := d.data.passages[d.now].report
	var items []take.Item
	for i, p := range d.data.passages {
		if it, ok := d.item(i); ok && p.report == report {
			items = append(items, it)
		}
	}
	return ask.Do(ask.SelectAll{Items: items, Name: d.data.chapters[report].report.Name()})
}

func (d *Digest) copy() tea.Cmd {
	it, ok := d.item(d.now)
	if !ok {
		return ask.Tell(ask.Warning, d.env.Texts.Lists.NothingToCopy)
	}
	return ask.Do(ask.Copy{Items: []take.Item{it}})
}

func (d *Digest) write() tea.Cmd {
	table, text := d.table()
	return ask.Do(ask.Write{Name: d.env.Texts.Digest.Title + " " + d.env.ThemeName(d.theme), Table: table, Text: text})
}

func (d *Digest) open() tea.Cmd {
	p := d.data.passages[d.now]
	at := p.from
	if at == (model.Anchor{}) {
		at.Offset = 1 // no place at all would mean the one read last
	}
	return ask.Do(ask.Open{Screen: ask.Reader, Reports: []int{d.data.chapters[p.report].number}, At: at})
}

// toggleMarks draws half-width marks between ideographs wide, or as they are.
func (d *Digest) toggleMarks() tea.Cmd {
	d.text.SetWide(!d.text.Wide())
	if d.text.Wide() {
		return ask.Tell(ask.Info, d.env.Texts.Reader.MarksWide)
	}
	return ask.Tell(ask.Info, d.env.Texts.Reader.MarksAsTheyAre)
}
