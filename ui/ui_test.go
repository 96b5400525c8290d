package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/modeltest"
	"duidu/ui/ask"
	"duidu/ui/fixture"
	"duidu/ui/screen"
)

// places are the ways to every state of every screen that draws otherwise.
type place struct {
	name string
	keys []string
}

var places = []place{
	{"library", nil},
	{"library marked", []string{" ", " "}},
	{"library filtered", []string{"/", "白石"}},
	{"library filtered to nothing", []string{"/", "没有", "enter"}},
	{"library on a failed file", []string{"G"}},
	{"library refusing", []string{"c"}},
	{"help", []string{"f1"}},
	{"reader", []string{"enter"}},
	{"reader with a figure", []string{"enter", "f", "f"}},
	{"reader at the end", []string{"enter", "G"}},
	{"reader on the outline", []string{"enter", "tab", "j", "j"}},
	{"reader without outline", []string{"enter", "O"}},
	{"reader typing", []string{"enter", "/", "社情民意"}},
	{"reader searching", []string{"enter", "/", "提案", "enter", "n"}},
	{"reader with notices", []string{"enter", "i"}},
	{"reader on an original", []string{"j", "enter", "o"}},
	{"reader selecting sentences", []string{"enter", "v", "j", "j", "j", "j", "j", "j"}},
	{"reader with help", []string{"enter", "H"}},
	{"reader having selected", []string{"enter", "f", "a", "A"}},
	{"reader on both forms", []string{"j", "enter", "o", "o"}},
	{"reader folded", []string{"enter", "tab", "Z"}},
	{"reader with bookmarks", []string{"enter", "m", " ", "m", "'"}},
	{"reader filtered", []string{"enter", "&", "提案|件>3", "enter"}},
	{"reader set wide", []string{"enter", "+", "+", "+", "+", "+", "f"}},
	{"reader set narrow", []string{"enter", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"}},
	{"library by province", []string{"p", "j"}},
	{"library folded", []string{"p", "Z"}},
	{"library on recent folders", []string{"r"}},
	{"library with the mouse free", []string{"M"}},
	{"search asking", []string{"g/"}},
	{"search typing", []string{"g/", "协商"}},
	{"search with hits", []string{"g/", "协商|次>=1", "enter", "n", "n"}},
	{"search folded", []string{"g/", "协商", "enter", "Z", "j"}},
	{"search without hits", []string{"g/", "没有的话", "enter"}},
	{"search over to a reader", []string{"g/", "协商", "enter", "enter", "n"}},
	{"palette", []string{":"}},
	{"palette found", []string{"enter", ":", "js", "down"}},
	{"palette found nothing", []string{":", "qqq"}},
	{"export", []string{"enter", "f", "a", "A", "esc", "a", "e"}},
	{"export lower down", []string{"enter", "f", "a", "A", "f", "A", "e", "f", "G"}},
	{"export emptied", []string{"enter", "f", "a", "e", " "}},
	{"export typing a path", []string{"enter", "f", "a", "e", "enter", "/没有", "tab"}},
	{"export choosing a path", []string{"enter", "f", "a", "e", "enter", "ctrl+u", "tab", "tab"}},
	{"export typing a note", []string{"enter", "f", "a", "e", "t", "问一问"}},
	{"matrix", []string{"m"}},
	{"matrix of themes", []string{"m", "tab", "right", "j", "s"}},
	{"matrix turned", []string{"m", "x", "right", "right", "A", "s"}},
	{"matrix filtered to nothing", []string{"m", "/", "没有", "enter"}},
	{"reader of a cell", []string{"m", "enter"}},
	{"digest", []string{"t"}},
	{"neighbours", []string{"n"}},
	{"neighbours with sentences", []string{"n", "enter", "j", "j"}},
	{"neighbours, years", []string{"n", "2"}},
	{"neighbours, an indicator over the years", []string{"n", "j", "3", "left"}},
	{"digest lower down", []string{"t", "t", "t", "n", "n", "]", "a"}},
	{"digest of what is new", []string{"t", "t", "x"}},
	{"writing a table", []string{"t", "t", "t", "w"}},
	{"comparison", []string{" ", " ", "c"}},
	{"comparison by theme", []string{" ", " ", "c", "]", "]", "]"}},
	{"comparison, other side", []string{" ", " ", "c", "tab", "]", "j"}},
	{"comparison with a figure", []string{" ", " ", "c", "f", "f", "a"}},
	{"comparison with selected text", []string{" ", " ", "c", "]", "v", "j"}},
	{"comparison typing", []string{" ", " ", "c", "/", "社情民意"}},
	{"comparison searching", []string{" ", " ", "c", "/", "提案", "enter", "n"}},
	{"comparison unlinked at the end", []string{" ", " ", "c", "L", "G"}},
	{"comparison paired", []string{" ", " ", "c", "]", "=", "j"}},
	{"comparison with help", []string{" ", " ", "c", "2", "f1"}},
	{"figures compared", []string{" ", " ", "c", "2"}},
	{"figures unfolded", []string{" ", " ", "c", "2", "right", "j", "j"}},
	{"figures filtered to nothing", []string{" ", " ", "c", "2", "/", "没有", "enter"}},
	{"figures sorted and selected", []string{" ", " ", "c", "2", "s", "s", " "}},
	{"source of a figure", []string{" ", " ", "c", "2", "enter", "enter"}},
	{"wording", []string{" ", " ", "c", "3"}},
	{"wording at a passage", []string{" ", " ", "c", "3", "n", "n", "tab"}},
}

func TestEveryScreenKeepsItsGeometryAtEverySize(t *testing.T) {
	for n, name := range []string{"dark", "light", "mono"} {
		for _, ambiguous := range []string{"narrow", "wide"} {
			t.Run(name+" "+ambiguous, func(t *testing.T) {
				for i, place := range places {
					sweep(t, place, Options{
						Load: loadLibrary, Paths: []string{"reports"}, Ambiguous: ambiguous,
						Theme: name, Lang: []string{"zh", "en"}[(i+n)%2],
					})
				}
			})
		}
	}
}

// sweep draws one place at every size: resized to it, and opened at it.
func sweep(t *testing.T, at place, o Options) {
	widths := []int{40, 47, 60, 79, 80, 99, 100, 101, 119, 120, 133, 160, 181, 200, 240}
	heights := []int{10, 11, 13, 15, 24, 36, 50, 70}
	if !modeltest.Thorough() { // the edges, and what lies around the change of layouts
		widths, heights = []int{40, 79, 80, 100, 119, 200}, []int{10, 15, 24, 50}
	}
	r := newRig(t, o, 120, 36)
	r.press(at.keys...)
	for _, w := range widths {
		for _, h := range heights {
			r.size(w, h)
			r.checkGeometry(at.name)
		}
	}
	for _, s := range [][2]int{{1, 1}, {39, 10}, {40, 9}, {2, 50}, {300, 3}} {
		r.size(s[0], s[1])
		r.checkGeometry(at.name + " when tiny")
	}
	r.size(80, 24)
	r.checkGeometry(at.name + " after all that")
	small := newRig(t, o, 40, 10)
	small.press(at.keys...)
	small.checkGeometry(at.name + " opened small")
}

func TestATerminalTooSmallSaysSo(t *testing.T) {
	r := open(t, 30, 8)
	if !strings.Contains(r.screen()[0], "30×8") {
		t.Errorf("says %q", r.screen()[0])
	}
	// what to do about it is not cut off
	r = open(t, 20, 5)
	if said := strings.ReplaceAll(strings.Join(r.screen(), ""), " ", ""); !strings.Contains(said, "请放大到40×10以上") {
		t.Errorf("says %q", said)
	}
}

func TestAFrameIsDrawnAsInThePicture(t *testing.T) {
	draw := func(f Frame) string {
		rows := make([]string, f.Height)
		for y := range rows {
			switch {
			case f.TooSmall:
				rows[y] = "x"
			case y == f.Title:
				rows[y] = "title"
			case y == f.Rule:
				rows[y] = "rule"
			case y == f.Footer:
				rows[y] = "footer"
			case y >= f.Body && y < f.Body+f.BodyHeight:
				rows[y] = "body"
			}
		}
		return strings.Join(rows, " ")
	}
	if got := draw(NewFrame(40, 10)); got != "title rule body body body body body body body footer" {
		t.Errorf("40x10: %s", got)
	}
	if got := draw(NewFrame(39, 3)); got != "x x x" {
		t.Errorf("39x3: %s", got)
	}
}

func TestEveryActionHasAKeyAHandlerAndTextsAndNoKeyMeansTwoThings(t *testing.T) {
	seen := make(map[string]bool)
	for _, table := range Tables(Options{Catalogue: fixture.Catalogue()}) {
		keys := make(map[string]string)
		for _, a := range table.Actions {
			if seen[a.ID] || a.ID == "" {
				t.Errorf("%q stands twice", a.ID)
			}
			seen[a.ID] = true
			if a.Do == nil || len(a.Keys) == 0 || a.Text.ZH == "" || a.Text.EN == "" {
				t.Errorf("%s is not whole: %+v", a.ID, a)
			}
			prefix := "shell"
			if table.Screen != "" {
				prefix = string(table.Screen)
			}
			if !strings.HasPrefix(a.ID, prefix+".") {
				t.Errorf("%s stands in the table of %q", a.ID, table.Screen)
			}
			for _, k := range a.Keys {
				for _, scope := range []string{"", a.Scope} {
					if other := keys[scope+":"+k]; other != "" {
						t.Errorf("key %q of %s means %s and %s", k, table.Screen, other, a.ID)
					}
				}
				if a.Scope == "" {
					for other, id := range keys {
						if strings.HasSuffix(other, ":"+k) {
							t.Errorf("key %q of %s means %s and %s", k, table.Screen, id, a.ID)
						}
					}
				}
				keys[a.Scope+":"+k] = a.ID
			}
		}
	}
	if len(seen) < 40 {
		t.Errorf("only %d actions", len(seen))
	}
}

func TestTheHelpListsEveryAction(t *testing.T) {
	for _, keys := range [][]string{nil, {"enter"}, {"g/", "协商", "enter"}, {"m"}, {"enter", "f", "a", "e"}, {" ", " ", "c"}, {" ", " ", "c", "2"}, {" ", " ", "c", "3"}} {
		r := open(t, 160, 80)
		r.press(keys...)
		r.press("f1")
		for _, table := range [][]screen.Action{r.app.top().now(), r.app.actions()} {
			for _, a := range table {
				r.showsLine(keyName(a.Keys[0], "zh"), a.Text.ZH)
			}
		}
	}
}

func TestAKeyThatCannotActSaysWhy(t *testing.T) {
	for _, keys := range [][]string{nil, {"enter"}, {"g/", "没有的话", "enter"}, {"m"}, {"enter", "f", "a", "e"}, {" ", " ", "c"}, {" ", " ", "c", "2"}, {" ", " ", "c", "3"}} {
		r := open(t, 240, 30)
		r.press(keys...)
		refused := 0
		for _, a := range r.app.top().now() {
			why := a.Reason()
			if why == "" {
				continue
			}
			refused++
			r.press(a.Keys[0])
			if !strings.Contains(r.footer(), why) {
				t.Errorf("%s: footer %q does not say %q", a.ID, r.footer(), why)
			}
		}
		if refused == 0 {
			t.Errorf("after %v no key is refused", keys)
		}
	}
}

func TestKeysInAnyOrderNeverBreakTheScreen(t *testing.T) {
	r := open(t, 100, 24)
	keys := []string{"enter", "f", "tab", "j", "e", "o", "i", "esc", " ", "s", "/", "提", "enter", "n", "N", "?", "esc", "G", "g", "a", "A", "[", "]", "H", "j", "left", "right", "F", "k", "v", "c", "m", "x", "p", "<", ">", "$", "E", "J", "u", "D", "y", "backspace", "M", "g/", "z", "Z", "r", "'", "&", "+", "-", ":"}
	for i := range 1500 {
		r.press(keys[(i*i*7+i*13+i/5)%len(keys)])
		if i%37 == 0 {
			r.size(40+i%160, 10+i%40)
		}
		r.checkGeometry(fmt.Sprintf("after %d keys", i))
	}
}

func TestKeysInAnyOrderNeverBreakTheComparison(t *testing.T) {
	keys := []string{"f", "tab", "j", "v", "]", "[", "}", "{", "2", "right", "j", "enter", "esc", "3", "n", "p", "1", "=", "L", "/", "提", "enter", "n", "N", " ", "b", "G", "g", "a", "A", "2", "s", "p", "k", "left", "/", "商", "esc", " ", "H", "3", "d", "u", "1", "?", "件", "enter", "F", "h", "l"}
	for _, ambiguous := range []string{"narrow", "wide"} {
		r := newRig(t, Options{Load: loadOf(2), Paths: []string{"a", "b"}, Ambiguous: ambiguous}, 100, 24)
		for i := range 1500 {
			r.press(keys[(i*i*7+i*13+i/5)%len(keys)])
			if len(r.app.stack) == 1 {
				r.press("esc", "c")
			}
			if i%37 == 0 {
				r.size(40+i%160, 10+i%40)
			}
			r.checkGeometry(fmt.Sprintf("after %d keys", i))
		}
	}
}

func FuzzKeys(f *testing.F) {
	f.Add("\r\tf/提\rnN", 80, 24)
	f.Fuzz(func(t *testing.T, keys string, w, h int) {
		r := open(t, (w&0xffff)%260, (h&0xffff)%80)
		for i, k := range keys {
			switch k {
			case '\r':
				r.press("enter")
			case '\t':
				r.press("tab")
			case '\x1b':
				r.press("esc")
			default:
				r.press(string(k))
			}
			if i > 40 {
				break
			}
		}
		if r.app.frame.Height > 0 && r.app.frame.Width > 0 {
			r.checkGeometry("after " + keys)
		}
	})
}

// A key and its frame on a report of ten megabytes must cost what they
// cost on a small one.
func BenchmarkKeyToFrame(b *testing.B) {
	for _, sections := range []int{5, 2000} {
		report := fixture.Report(fixture.Shape{Path: "a.txt", Place: "清河县", Year: 2023, Sections: sections, Paragraphs: 12})
		load := func(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
			yield("a.txt", report, nil)
			return nil
		}
		b.Run(fmt.Sprintf("%dsections", sections), func(b *testing.B) {
			r := newRig(b, Options{Load: load, Paths: []string{"a.txt"}}, 200, 60)
			if r.app.top().name != ask.Reader {
				b.Fatal("the reader is not open")
			}
			key := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("j")}
			b.ReportAllocs()
			for b.Loop() {
				r.app.Update(key)
				_ = r.app.View()
			}
		})
	}
}

// A library of a whole country: taking in one more batch, and a frame.
func BenchmarkLargeLibrary(b *testing.B) {
	report := fixture.Report(fixture.Shape{Path: "a.txt", Place: "清河县", Year: 2023, Sections: 3, Paragraphs: 2})
	r := newRig(b, Options{}, 160, 50)
	for range 60_000 {
		r.app.env.Reports.Add(screen.Entry{Path: "a.txt", Report: report})
	}
	b.Run("batch", func(b *testing.B) {
		for b.Loop() {
			r.app.env.Reports.Version++
			_ = r.app.View()
		}
	})
	b.Run("key", func(b *testing.B) {
		for b.Loop() {
			r.press("j")
			_ = r.app.View()
		}
	})
}
