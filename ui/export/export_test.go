package export

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/take"
	"duidu/ui/ask"
	"duidu/ui/cell"
	"duidu/ui/lang"
	"duidu/ui/list"
	"duidu/ui/paper"
	"duidu/ui/screen"
	"duidu/ui/theme"
	"duidu/ui/write"

	"github.com/charmbracelet/x/ansi"
	"github.com/shopspring/decimal"
)

func env(texts ...string) *screen.Env {
	e := &screen.Env{
		Styles: &theme.Styles{}, Glyphs: theme.GlyphsFor(cell.Policy{}), Lang: lang.Chinese, Texts: lang.For(lang.Chinese),
		Catalogue: &model.Catalogue{}, Words: lang.NamesFor(lang.Chinese), Reports: &screen.Reports{}, Getenv: func(string) string { return "" },
	}
	for i, text := range texts {
		e.SetSelection(e.Selection().Add(take.Item{
			At: &take.Spot{Start: i}, Kind: take.ItemSection, Source: model.Source{Place: "清河县", Year: 2023, Path: "a.txt"}, Trail: []string{"一、协商"}, Text: text,
		}))
	}
	return e
}

func TestAFileThatAppearsMeanwhileIsNotReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := createFile(path, []byte("one")); err != nil {
		t.Fatal(err)
	}
	var exists existsError
	if err := createFile(path, []byte("two, longer")); !errors.As(err, &exists) || exists.size != 3 {
		t.Errorf("creating it again: %v", err)
	}
	if data, _ := os.ReadFile(path); string(data) != "one" {
		t.Errorf("it holds %q", data)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

func TestWhatALinkPointsToIsReplacedAndNotTheLink(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "target.txt"), filepath.Join(dir, "link.txt")
	os.WriteFile(target, []byte("old"), 0o640)
	os.Symlink(target, link)
	if err := writeFile(link, []byte("new"), overwrite); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Lstat(link); info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is gone")
	}
	if data, _ := os.ReadFile(target); string(data) != "new" {
		t.Errorf("the target holds %q", data)
	}
	os.Remove(target)
	if err := writeFile(link, []byte("new"), keepExisting); err == nil {
		t.Error("a link that leads nowhere was replaced without consent")
	}
	if err := writeFile(link, []byte("new"), overwrite); err != nil {
		t.Error(err)
	}
}

func TestHomeIsSpeltWithATilde(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home) // what Windows calls it
	usual := filepath.Join(home, "名.txt")
	for typed, want := range map[string]string{"~": usual, "~/": usual, "~/a.md": filepath.Join(home, "a.md"), home: usual} {
		if got, err := resolve(typed, "名.txt"); got != want || err != nil {
			t.Errorf("%s is %s, %v", typed, got, err)
		}
	}
	os.WriteFile(filepath.Join(home, "b.txt"), nil, 0o600)
	if got := matches("~/"); len(got) != 1 || got[0] != "~/b.txt" {
		t.Errorf("in ~/ are %q", got)
	}
}

func TestNamesThatWouldNotBeTypedAsTheyAreAreNotOffered(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a\x1b[2J.txt", "a\u202e.txt", "ab.txt"} {
		os.WriteFile(filepath.Join(dir, name), nil, 0o600)
	}
	if got := matches(dir + "/"); len(got) != 1 || got[0] != dir+"/ab.txt" {
		t.Errorf("offered %q", got)
	}
}

func TestThePreviewShowsWhatWillBeWritten(t *testing.T) {
	e := env("甲的文字。\n第二段。", "乙的文字。", "丙的文字。")
	for _, f := range write.Formats() {
		x := New(e, ask.Open{}).(*Export)
		x.format = f
		x.SetSize(160, 40)
		x.moved(func(l *list.List) { l.Move(1) })
		written := f
		switch f { // files that are no text are shown as what they hold
		case write.FormatDOCX:
			written = write.FormatText
		case write.FormatXLSX:
			written = write.FormatCSV
		}
		whole, err := paper.Export(e.Selection(), written, e.Words)
		if err != nil {
			t.Fatal(err)
		}
		shown := 0
		for _, row := range x.preview()[1:] {
			if row = strings.TrimSpace(ansi.Strip(row)); row == "" {
				continue
			}
			shown++
			if !strings.Contains(string(whole), row) {
				t.Errorf("%s: %q will not be written", f, row)
			}
		}
		if shown == 0 || strings.Contains(x.excerpt(100), "甲") || !strings.Contains(x.excerpt(100), "乙") {
			t.Errorf("%s: it does not begin with the item under the cursor", f)
		}
	}
}

// Whatever was selected and whatever is typed, the screen keeps its size
// and completion only ever goes on from what was typed.
func FuzzScreen(f *testing.F) {
	f.Add("协商\n议政\x1b[2J", "~/x", 120, 30)
	f.Add("", "", 1, 1)
	f.Fuzz(func(t *testing.T, text, typed string, w, h int) {
		w, h = (w&0xffff)%260, (h&0xffff)%90
		e := env(text, text+"乙", "丙")
		x := New(e, ask.Open{}).(*Export)
		x.SetSize(w, h)
		for range write.Formats() {
			x.moved(func(l *list.List) { l.Move(1) })
			x.nextFormat()
			x.askPath(typed, text)
			x.choices = choices{list: []string{typed, text}}
			rows := x.View()
			if len(rows) != h {
				t.Fatalf("%d rows of %d", len(rows), h)
			}
			for _, row := range rows {
				if n := e.Cell.Width(ansi.Strip(row)); n != w {
					t.Fatalf("%d cells of %d: %q", n, w, row)
				}
			}
		}
		for _, s := range []string{common([]string{typed, text}), common([]string{text, typed, typed})} {
			if !strings.HasPrefix(typed, s) || !strings.HasPrefix(text, s) {
				t.Errorf("%q and %q share %q", typed, text, s)
			}
		}
	})
}

// A key costs the same however much has been selected.
func BenchmarkKey(b *testing.B) {
	for _, n := range []int{10, 10000} {
		b.Run(fmt.Sprintf("%ditems", n), func(b *testing.B) {
			texts := make([]string, n)
			for i := range texts {
				texts[i] = strings.Repeat("全年开展协商活动十二次。", 100)
			}
			e := env()
			var all take.Selection
			for i, text := range texts {
				all.Items = append(all.Items, take.Item{At: &take.Spot{Start: i}, Kind: take.ItemPassage, Text: text})
			}
			e.SetSelection(all)
			x := New(e, ask.Open{}).(*Export)
			x.SetSize(200, 60)
			x.moved(func(l *list.List) { l.Move(n / 2) })
			by := 1
			for b.Loop() {
				x.moved(func(l *list.List) { l.Move(by) })
				x.View()
				by = -by
			}
		})
	}
}

func TestAComparisonShowsBothPlacesAndBothFigures(t *testing.T) {
	side := func(place, text string) take.Item {
		return take.Item{Kind: take.ItemFigure, Source: model.Source{Place: place, Year: 2023}, Trail: []string{"二、提案"}, Figure: &take.Amount{Name: "收到提案", Text: text}}
	}
	missing := take.Item{Kind: take.ItemFigure, Source: model.Source{Place: "白石区"}}
	e := env()
	for i, b := range []take.Item{side("白石区", "12件"), missing} {
		e.SetSelection(e.Selection().Add(take.Item{Kind: take.ItemRow, Text: "收到提案", Row: &take.Pair{Name: "收到提案", Indicator: fmt.Sprint(i), A: side("清河县", "21件"), B: b, Difference: &model.Difference{Stated: decimal.New(9, 0)}}}))
	}
	x := New(e, ask.Open{}).(*Export)
	x.SetSize(109, 30)
	rows := strings.Join(x.View(), "\n")
	for _, want := range []string{"对比", "清河县/白石区  2023  二、提案", "收到提案 21件 12件 +9", "收到提案 21件 —"} {
		if !strings.Contains(rows, want) {
			t.Errorf("no %q in\n%s", want, rows)
		}
	}
}
