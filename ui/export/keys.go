package export

import (
	"duidu/ui/lang"
	"duidu/ui/list"
	"duidu/ui/screen"

	tea "github.com/charmbracelet/bubbletea"
)

// Actions is the screen's part of the table of keys.
func (e *Export) Actions() []screen.Action {
	p := func(zh, en string) lang.Phrase { return lang.Phrase{ZH: zh, EN: en} }
	move := func(f func(*list.List)) func() tea.Cmd { return func() tea.Cmd { e.moved(f); return nil } }
	return []screen.Action{
		{ID: "export.write", Keys: []string{"enter", "w"}, Footer: 1, Text: p("写入文件", "write a file"), Do: e.openPath, Why: e.noItem},
		{ID: "export.copy", Keys: []string{"y"}, Footer: 2, Text: p("复制", "copy"), Do: e.copy, Why: e.noItem},
		{ID: "export.format", Keys: []string{"f"}, Footer: 3, Text: p("换格式", "next format"), Do: e.nextFormat},
		{ID: "export.remove", Keys: []string{" ", "d", "delete"}, Footer: 4, Text: p("移出", "take out"), Do: e.remove, Why: e.noItem},
		{ID: "export.undo", Keys: []string{"u"}, Footer: 5, Text: p("恢复移出的", "put back"), Do: e.undo, Why: e.nothingRemoved},
		{ID: "export.lower", Keys: []string{"J", "ctrl+down", "shift+down"}, Footer: 6, Text: p("下移此项", "move the item down"), Do: func() tea.Cmd { return e.shift(1) }, Why: e.last},
		{ID: "export.raise", Keys: []string{"K", "ctrl+up", "shift+up"}, Footer: 7, Text: p("上移此项", "move the item up"), Do: func() tea.Cmd { return e.shift(-1) }, Why: e.first},
		{ID: "export.note", Keys: []string{"t"}, Footer: 8, Text: p("加备注", "add a note"), Do: e.openNote},
		{ID: "export.clear", Keys: []string{"D"}, Text: p("清空摘选", "take everything out"), Do: e.clear, Why: e.noItem},
		{ID: "export.down", Counts: true, Keys: []string{"down", "j"}, Text: p("下一项", "next item"), Do: move(func(l *list.List) { l.Move(1) })},
		{ID: "export.up", Counts: true, Keys: []string{"up", "k"}, Text: p("上一项", "previous item"), Do: move(func(l *list.List) { l.Move(-1) })},
		{ID: "export.pagedown", Counts: true, Keys: []string{"pgdown", "ctrl+f"}, Text: p("下一页", "page down"), Do: move(func(l *list.List) { l.Page(1) })},
		{ID: "export.pageup", Counts: true, Keys: []string{"pgup", "b", "ctrl+b"}, Text: p("上一页", "page up"), Do: move(func(l *list.List) { l.Page(-1) })},
		{ID: "export.top", Keys: []string{"g", "home"}, Text: p("第一项", "first item"), Do: move((*list.List).First)},
		{ID: "export.bottom", Keys: []string{"G", "end"}, Text: p("最后一项", "last item"), Do: move((*list.List).Last)},
	}
}

func (e *Export) noItem() string {
	if e.current() == nil {
		return e.env.Texts.Export.Empty
	}
	return ""
}

func (e *Export) nothingRemoved() string {
	if len(e.removed) == 0 {
		return e.env.Texts.Export.NothingRemoved
	}
	return ""
}

func (e *Export) first() string {
	if e.current() == nil {
		return e.env.Texts.Export.Empty
	}
	if e.cursor.Cursor() == 0 {
		return e.env.Texts.Export.FirstItem
	}
	return ""
}

func (e *Export) last() string {
	if e.current() == nil {
		return e.env.Texts.Export.Empty
	}
	if e.cursor.Cursor() == e.env.Selection().Len()-1 {
		return e.env.Texts.Export.LastItem
	}
	return ""
}
