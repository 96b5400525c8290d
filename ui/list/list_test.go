package list

import (
	"math/rand/v2"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

func of(rows, height int) *List {
	l := &List{}
	l.SetHeight(height)
	l.SetRows(rows)
	return l
}

func TestTheCursorStaysInTheRowsAndInView(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	l := of(0, 0)
	l.Skip = func(row int) bool { return row%5 == 0 }
	l.Lead = func(row int) bool { return row%5 == 1 }
	for range 5000 {
		switch n := random.IntN(60) - 20; random.IntN(6) {
		case 0:
			l.SetRows(max(0, n))
		case 1:
			l.SetHeight(max(0, n))
		case 2:
			l.Move(n)
		case 3:
			l.Go(n)
		case 4:
			l.Page(n % 3)
		case 5:
			l.Mouse(tea.MouseMsg{Y: n, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
		}
		at := l.Cursor()
		from, to := l.Window()
		switch {
		case l.Rows() == 0 && at != -1, l.Rows() > 0 && (at < 0 || at >= l.Rows()):
			t.Fatalf("cursor %d in %d rows", at, l.Rows())
		case l.Rows() > 0 && l.Height() > 0 && (at < from || at >= to):
			t.Fatalf("cursor %d is out of the window %d to %d", at, from, to)
		case l.Rows() > 1 && l.Skip(at):
			t.Fatalf("the cursor stands on row %d, which it passes over", at)
		case from < 0 || from > 0 && to-from < l.Height():
			t.Fatalf("window %d to %d of %d rows in %d", from, to, l.Rows(), l.Height())
		case l.Rows() > 1 && l.Height() > 1 && l.Lead(at) && from == at:
			t.Fatalf("row %d shows without the one above it", at)
		}
	}
}

func TestMovingPassesOverNamesOfGroups(t *testing.T) {
	l := of(6, 10)
	l.Skip = func(row int) bool { return row == 0 || row == 3 }
	l.Go(0)
	var seen []int
	for range 5 {
		seen = append(seen, l.Cursor())
		l.Move(1)
	}
	if want := []int{1, 2, 4, 5, 5}; !equal(seen, want) {
		t.Errorf("down over %v", seen)
	}
	l.Move(-2) // on the name of the group: above it
	if l.Cursor() != 2 {
		t.Errorf("up to %d", l.Cursor())
	}
	l.First()
	if l.Cursor() != 1 {
		t.Errorf("first is %d", l.Cursor())
	}
}

func TestAFreeCursorMayStandOnNoRow(t *testing.T) {
	l := &List{Free: true}
	l.SetRows(3)
	l.SetHeight(2)
	l.Go(-1)
	if l.Cursor() != -1 {
		t.Errorf("cursor %d", l.Cursor())
	}
	l.Move(1)
	if l.Cursor() != 0 {
		t.Errorf("then %d", l.Cursor())
	}
}

func TestAClickGoesToARowAndASecondOneChoosesIt(t *testing.T) {
	l := of(10, 4)
	click := func(y int) Event {
		return l.Mouse(tea.MouseMsg{Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	}
	if e := click(2); e != Moved || l.Cursor() != 2 {
		t.Errorf("%v, row %d", e, l.Cursor())
	}
	if e := click(2); e != Chosen {
		t.Errorf("second click: %v", e)
	}
	for _, y := range []int{-1, 4} {
		if e := click(y); e != Nothing || l.Cursor() != 2 {
			t.Errorf("at %d: %v, row %d", y, e, l.Cursor())
		}
	}
	if e := l.Mouse(tea.MouseMsg{Button: tea.MouseButtonWheelDown}); e != Moved || l.Cursor() != 3 {
		t.Errorf("the wheel: %v, row %d", e, l.Cursor())
	}
}

func TestTheThumbIsAtTheEndsWhereTheWindowIs(t *testing.T) {
	l := of(100, 10)
	if from, size := l.Thumb(); from != 0 || size != 1 {
		t.Errorf("at the top %d, %d", from, size)
	}
	l.Last()
	if from, size := l.Thumb(); from+size != 10 {
		t.Errorf("at the end %d, %d", from, size)
	}
	if _, size := of(3, 10).Thumb(); size != 0 {
		t.Error("a bar where all shows")
	}
}

func TestAFilterIsReplacedByWhatIsTypedNext(t *testing.T) {
	var f Filter
	key := func(s string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s)} }
	f.Ask("筛选：")
	f.Type(key("x"))
	f.Type(tea.KeyMsg{Type: tea.KeyEnter})
	f.Ask("筛选：")
	if f.Text() != "x" {
		t.Errorf("asking again leaves %q", f.Text())
	}
	f.Type(key(">100"))
	if f.Text() != ">100" {
		t.Errorf("filter %q", f.Text())
	}
	f.Type(tea.KeyMsg{Type: tea.KeyEnter})
	f.Ask("筛选：")
	f.Type(tea.KeyMsg{Type: tea.KeyEnd}) // to go on where it ends
	f.Type(key("0"))
	if f.Text() != ">1000" {
		t.Errorf("edited to %q", f.Text())
	}
	f.Type(tea.KeyMsg{Type: tea.KeyEsc})
	if f.Text() != "" || f.IsOpen() {
		t.Errorf("Esc leaves %q", f.Text())
	}
}

func TestAFilterWantsEveryWord(t *testing.T) {
	var f Filter
	f.Set("湖南 2023")
	if !f.Matches("永定区 湖南省 2023") || f.Matches("湖南省 2022") {
		t.Error("words are not all asked for")
	}
}

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
