package library

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/ui/ask"
	"duidu/ui/lang"
	"duidu/ui/list"
	"duidu/ui/screen"
)

// Actions is the library's part of the table of keys.
func (l *Library) Actions() []screen.Action {
	moved := func(f func(*list.List)) func() tea.Cmd {
		return func() tea.Cmd { f(l.moving()); return nil }
	}
	return []screen.Action{
		{ID: "library.read", Keys: []string{"enter", "right"}, Footer: 1, Text: lang.Phrase{ZH: "阅读", EN: "read"}, Do: l.read, Why: l.nothingToOpen},
		{ID: "library.mark", Keys: []string{" "}, Footer: 2, Text: lang.Phrase{ZH: "标记", EN: "mark"}, Do: l.mark, Why: l.noReport},
		{ID: "library.compare", Keys: []string{"c"}, Footer: 3, Steady: true, Text: lang.Phrase{ZH: "对读两份", EN: "compare the two marked"}, Do: l.compare, Why: l.notTwo},
		{ID: "library.matrix", Keys: []string{"m"}, Footer: 4, Text: lang.Phrase{ZH: "多地", EN: "matrix"}, Do: l.matrix, Why: l.notMany},
		{ID: "library.digest", Keys: []string{"t"}, Footer: 5, Text: lang.Phrase{ZH: "汇编", EN: "digest of a theme"}, Do: l.digest, Why: l.nothingListed},
		{ID: "library.filter", Keys: []string{"/"}, Footer: 5, Text: lang.Phrase{ZH: "筛选", EN: "filter"}, Do: l.openFilter, Why: l.nothingRead},
		{ID: "library.sort", Keys: []string{"s"}, Footer: 6, Text: lang.Phrase{ZH: "排序", EN: "sort"}, Do: l.nextSort, Why: l.nothingRead},
		{ID: "library.reverse", Keys: []string{"S"}, Text: lang.Phrase{ZH: "倒序", EN: "turn the order round"}, Do: l.reverse},
		{ID: "library.markall", Keys: []string{"+"}, Text: lang.Phrase{ZH: "标记全部（筛选时是筛出的）", EN: "mark all, or all that the filter leaves"}, Do: l.markAll, Why: l.nothingListed},
		{ID: "library.unmarkall", Keys: []string{"-"}, Text: lang.Phrase{ZH: "取消全部标记", EN: "take all marks off"}, Do: func() tea.Cmd { return ask.Do(ask.MarkAll{}) }, Why: l.nothingMarked},
		{ID: "library.down", Counts: true, Keys: []string{"down", "j"}, Text: lang.Phrase{ZH: "下一份", EN: "next report"}, Do: moved(func(v *list.List) { v.Move(1) })},
		{ID: "library.up", Counts: true, Keys: []string{"up", "k"}, Text: lang.Phrase{ZH: "上一份", EN: "previous report"}, Do: moved(func(v *list.List) { v.Move(-1) })},
		{ID: "library.pagedown", Counts: true, Keys: []string{"pgdown", "ctrl+f", "d"}, Text: lang.Phrase{ZH: "下一页", EN: "page down"}, Do: moved(func(v *list.List) { v.Page(1) })},
		{ID: "library.pageup", Counts: true, Keys: []string{"pgup", "b", "u"}, Text: lang.Phrase{ZH: "上一页", EN: "page up"}, Do: moved(func(v *list.List) { v.Page(-1) })},
		{ID: "library.first", Keys: []string{"g", "home"}, Text: lang.Phrase{ZH: "第一份", EN: "first report"}, Do: moved((*list.List).First)},
		{ID: "library.last", Keys: []string{"G", "end"}, Text: lang.Phrase{ZH: "最后一份", EN: "last report"}, Do: moved((*list.List).Last)},
		{ID: "library.group", Keys: []string{"p"}, Text: lang.Phrase{ZH: "按省分组，或取消", EN: "group by province, or not"}, Do: l.toggleGroups},
		{ID: "library.fold", Keys: []string{"z"}, Text: lang.Phrase{ZH: "折叠一省，或展开", EN: "fold a province, or unfold it"}, Do: l.fold, Why: l.notGrouped},
		{ID: "library.foldall", Keys: []string{"Z"}, Text: lang.Phrase{ZH: "折叠各省，或展开", EN: "fold all provinces, or unfold them"}, Do: l.foldAll, Why: l.notGrouped},
		{ID: "library.copies", Keys: []string{"="}, Text: lang.Phrase{ZH: "列出内容相同的报告，或折叠", EN: "list reports with the same text, or fold them"}, Do: l.toggleCopies, Why: l.noCopies},
		{ID: "library.neighbours", Keys: []string{"n"}, Text: lang.Phrase{ZH: "本县（或光标处的县）与邻县、历年", EN: "your own county, or the one here: neighbours and years"}, Do: l.neighbours, Why: l.noReport},
		{ID: "library.own", Keys: []string{"O"}, Text: lang.Phrase{ZH: "设为本县，或取消", EN: "make it your own county, or not"}, Do: l.own, Why: l.noPlace},
		{ID: "library.correct", Keys: []string{"C"}, Text: lang.Phrase{ZH: "更正地区、年度、委员人数", EN: "set the place, year and members right"}, Do: l.correct, Why: l.notCorrectable},
		{ID: "library.uncorrect", Keys: []string{"U"}, Text: lang.Phrase{ZH: "撤销更正", EN: "take a correction back"}, Do: l.uncorrect, Why: l.nothingCorrected},
		{ID: "library.recent", Keys: []string{"r"}, Text: lang.Phrase{ZH: "最近打开的文件夹", EN: "folders opened lately"}, Do: l.toggleRecent, Why: l.noRecent},
		{ID: "library.clear", Keys: []string{"esc"}, Text: lang.Phrase{ZH: "取消筛选", EN: "clear the filter"}, Do: l.back},
	}
}

// back closes the list of folders, or clears the filter.
func (l *Library) back() tea.Cmd {
	if l.recent.open {
		l.recent.open = false
		return nil
	}
	l.setFilter("")
	return nil
}

func (l *Library) read() tea.Cmd {
	l.refresh()
	if l.recent.open {
		return l.load()
	}
	if _, ok := l.onGroup(); ok {
		return l.fold()
	}
	if why := l.noReport(); why != "" {
		return ask.Tell(ask.Warning, why)
	}
	return ask.Do(ask.Open{Screen: ask.Reader, Reports: []int{l.current()}})
}

func (l *Library) mark() tea.Cmd {
	l.refresh()
	request := ask.Do(ask.Mark{Report: l.current()})
	l.list.Move(1)
	return request
}

// pair is what comparing is for: the two marked reports, or where nothing is
// marked, the only two that are listed.
func (l *Library) pair() []int {
	marked := l.env.Reports.Marked()
	if l.refresh(); len(marked) == 0 && len(l.files) >= 2 && (len(l.files) == 2 || l.env.Reports.Summary(l.files[2]) == nil) {
		return l.listed()
	}
	return marked
}

func (l *Library) compare() tea.Cmd {
	return ask.Do(ask.Open{Screen: ask.Compare, Reports: l.pair()})
}

// several lists what a screen over many reports is for: what is marked, or
// if less than two are, what the filter leaves.
func (l *Library) several() []int {
	if marked := l.env.Reports.Marked(); len(marked) >= 2 {
		return marked
	}
	return l.listed()
}

// listed are the reports that the filter leaves, in the order of the table,
// those of folded provinces included.
func (l *Library) listed() []int {
	l.refresh()
	var reports []int
	for _, n := range l.files {
		if l.env.Reports.Summary(n) != nil {
			reports = append(reports, n)
		}
	}
	return reports
}

func (l *Library) matrix() tea.Cmd {
	return ask.Do(ask.Open{Screen: ask.Matrix, Reports: l.several()})
}

func (l *Library) digest() tea.Cmd {
	return ask.Do(ask.Open{Screen: ask.Digest, Reports: l.several()})
}

// neighbours opens the county under the cursor among those listed; where one
// is the user's own, the screen takes that.
func (l *Library) neighbours() tea.Cmd {
	return ask.Do(ask.Open{Screen: ask.Neighbours, Reports: append([]int{l.current()}, l.several()...)})
}

func (l *Library) markAll() tea.Cmd { return ask.Do(ask.MarkAll{Reports: l.listed(), On: true}) }

func (l *Library) nothingListed() string {
	l.refresh()
	if len(l.files) == 0 || l.env.Reports.Summary(l.files[0]) == nil { // those that could not be read come last
		return l.env.Texts.Library.NeedReport
	}
	return ""
}

// nothingRead is why there is nothing to filter or to sort.
func (l *Library) nothingRead() string {
	if len(l.env.Reports.List) == 0 {
		return l.env.Texts.Library.NeedReport
	}
	return ""
}

func (l *Library) nothingMarked() string {
	if len(l.env.Reports.Marked()) == 0 {
		return l.env.Texts.Lists.NothingMarked
	}
	return ""
}

func (l *Library) reverse() tea.Cmd {
	l.reversed = !l.reversed
	l.arrange()
	form := l.env.Texts.Library.SortedF
	if l.reversed {
		form = l.env.Texts.Lists.ReversedF
	}
	return ask.Tell(ask.Info, fmt.Sprintf(form, l.sort.name(l.env.Texts)))
}

// own makes the place under the cursor the user's own county; where it is,
// none is.
func (l *Library) own() tea.Cmd {
	l.refresh()
	s := l.env.Reports.Summary(l.current())
	if l.env.IsOwn(s) {
		return ask.Do(ask.OwnPlace{})
	}
	return ask.Do(ask.OwnPlace{Name: screen.FullName(s)})
}

func (l *Library) noPlace() string {
	if why := l.noReport(); why != "" {
		return why
	}
	if l.env.Reports.Summary(l.current()).Place == "" {
		return l.env.Texts.Library.NoPlace
	}
	return ""
}

func (l *Library) openFilter() tea.Cmd {
	l.filter.Ask(l.env.Texts.Library.FilterLabel)
	return nil
}

func (l *Library) nextSort() tea.Cmd {
	l.sort, l.reversed = (l.sort+1)%orders, false
	l.arrange()
	return ask.Tell(ask.Info, fmt.Sprintf(l.env.Texts.Library.SortedF, l.sort.name(l.env.Texts)))
}

// nothingToOpen tells why Enter has nothing to do.
func (l *Library) nothingToOpen() string {
	if _, ok := l.onGroup(); ok || l.recent.open {
		return ""
	}
	return l.noReport()
}

func (l *Library) noReport() string {
	l.refresh()
	if l.recent.open {
		return l.env.Texts.Library.NeedReport
	}
	if l.env.Reports.Summary(l.current()) == nil {
		return l.env.Texts.Library.NeedReport
	}
	return ""
}

func (l *Library) notTwo() string {
	if n := len(l.pair()); n != 2 {
		return fmt.Sprintf(l.env.Texts.Library.NeedTwoF, n)
	}
	return ""
}

func (l *Library) notMany() string {
	l.refresh()
	if len(l.env.Reports.Marked()) < 2 && (len(l.files) < 2 || l.env.Reports.Summary(l.files[1]) == nil) {
		return l.env.Texts.Library.NeedTwoReports
	}
	return ""
}
