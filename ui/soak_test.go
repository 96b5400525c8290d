package ui

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

var soak = flag.Duration("soak", 2*time.Second, "how long random keys, mouse and sizes are given to the screens")

// soakKeys are pressed at random: the keys of every screen, those that open
// and close what lies above them, and some text.
var soakKeys = strings.Fields("enter enter esc esc tab up down left right f1 backspace pgdown home end shift+tab ctrl+u " +
	"f F a A b c d D e E g g/ G h H i j J k L l m M n N o O p r s t u v x y z Z 1 2 3 [ ] { } < > + - = ? / & : ' $ 提案 协商|次>1 委员 \x1b[2J 　")

// TestRandomKeysForALongTimeLeaveNothingBehind soaks the screens: nothing
// panics, every frame stays in its box, and neither memory nor goroutines grow
// with the time. Go on as long as you like:
//
//	go test ./ui -run RandomKeysForALongTime -soak 10m -timeout 15m -v
func TestRandomKeysForALongTimeLeaveNothingBehind(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while; -soak says how long")
	}
	r := open(t, 120, 36)
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 1))
	t.Logf("seed %d", seed)
	var last []string // what was done lately, for whoever has to find out
	defer func() {
		if fault := recover(); fault != nil {
			t.Errorf("seed %d, after %q", seed, last)
			panic(fault)
		}
	}()
	do := func(what string, step func()) {
		if last = append(last, what); len(last) > 60 {
			last = last[1:]
		}
		step()
		r.checkGeometry(what)
		if t.Failed() {
			t.Fatalf("seed %d, after %q", seed, last)
		}
	}
	// Caches and selections fill up at first; what counts is what comes after.
	began, end := time.Now(), time.Now().Add(*soak)
	warm := began.Add(*soak / 4)
	var settled footing
	steps := 0
	for time.Now().Before(end) {
		if settled.goroutines == 0 && time.Now().After(warm) {
			settled = measureFooting(r)
		}
		switch n := random.IntN(100); {
		case n < 4:
			w, h := 1+random.IntN(260), 1+random.IntN(80)
			do(fmt.Sprintf("%dx%d", w, h), func() { r.size(w, h) })
		case n < 12:
			m := randomMouse(random, r.app.frame)
			do(fmt.Sprint(m), func() { r.send(m) })
		default:
			key := soakKeys[random.IntN(len(soakKeys))]
			do(key, func() { r.press(key) })
		}
		steps++
	}
	now := measureFooting(r)
	t.Logf("%d steps in %v, %.1f MB and %d goroutines at a quarter of the time, %.1f MB and %d at the end",
		steps, *soak, float64(settled.heap)/1e6, settled.goroutines, float64(now.heap)/1e6, now.goroutines)
	if now.goroutines > settled.goroutines+4 {
		t.Errorf("%d goroutines, %d before", now.goroutines, settled.goroutines)
	}
	if now.heap > settled.heap*3/2+16<<20 {
		t.Errorf("%d bytes, %d before", now.heap, settled.heap)
	}
}

// footing is what a program holds on to.
type footing struct {
	heap       uint64 // bytes
	goroutines int
}

// measureFooting goes back to the first screen, so that like is measured with
// like.
func measureFooting(r *rig) footing {
	r.size(120, 36)
	for range 30 {
		r.press("esc")
	}
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return footing{m.HeapAlloc, runtime.NumGoroutine()}
}

func randomMouse(random *rand.Rand, f Frame) tea.MouseMsg {
	m := tea.MouseMsg{X: random.IntN(max(1, f.Width) + 3), Y: random.IntN(max(1, f.Height) + 3)}
	m.Button = []tea.MouseButton{tea.MouseButtonLeft, tea.MouseButtonLeft, tea.MouseButtonRight, tea.MouseButtonMiddle, tea.MouseButtonWheelUp, tea.MouseButtonWheelDown}[random.IntN(6)]
	m.Action = []tea.MouseAction{tea.MouseActionPress, tea.MouseActionPress, tea.MouseActionRelease, tea.MouseActionMotion}[random.IntN(4)]
	m.Shift, m.Ctrl = random.IntN(20) == 0, random.IntN(20) == 0
	return m
}
