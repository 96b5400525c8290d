package theme

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"duidu/ui/cell"

	"github.com/lucasb-eyer/go-colorful"
	"github.com/muesli/termenv"
)

func env(pairs ...string) func(string) string {
	return func(k string) string {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == k {
				return pairs[i+1]
			}
		}
		return ""
	}
}

func inks(s *Styles) string {
	var all strings.Builder
	v := reflect.ValueOf(*s)
	for i := range v.NumField() {
		if f := v.Field(i); f.Type() == reflect.TypeFor[cell.Ink]() {
			all.WriteString(f.String())
		}
	}
	for i := range 10 {
		all.WriteString(string(s.Topic(i)))
	}
	return all.String()
}

func TestNoColorLeavesAttributesAndADumbTerminalNothing(t *testing.T) {
	for _, wish := range Names() {
		mono := Choose(wish, Terminal{Env: env("NO_COLOR", "1"), Profile: termenv.TrueColor})
		all := inks(mono)
		if strings.Contains(all, "38;") || strings.Contains(all, "48;") || strings.Contains(all, "[3") {
			t.Errorf("%s with NO_COLOR still has colour: %q", wish, all)
		}
		for name, k := range map[string]cell.Ink{"cursor": mono.Cursor, "hit": mono.Hit, "figure": mono.Figure, "key": mono.Key, "select": mono.Select} {
			if k == "" {
				t.Errorf("%s with NO_COLOR: %s can't be seen", wish, name)
			}
		}
		if dumb := inks(Choose(wish, Terminal{Env: env("TERM", "dumb")})); dumb != "" {
			t.Errorf("%s on a dumb terminal: %q", wish, dumb)
		}
	}
}

func TestAutoFollowsTheBackground(t *testing.T) {
	for dark, want := range map[bool]Name{true: Dark, false: Light} {
		if s := Choose(Auto, Terminal{Env: env(), Dark: dark, Profile: termenv.TrueColor}); s.Name != want {
			t.Errorf("dark=%v gives %s", dark, s.Name)
		}
	}
}

func TestHitAndCurrentHitDifferInEveryTheme(t *testing.T) {
	for _, wish := range Names() {
		s := Choose(wish, Terminal{Env: env(), Dark: true, Profile: termenv.TrueColor})
		if s.Hit == s.HitNow || s.Cursor == s.Inactive || s.Figure == s.Figure+s.Now {
			t.Errorf("%s: marks look alike", wish)
		}
	}
}

// luminance and contrast are those of WCAG 2.
func contrast(a, b colorful.Color) float64 {
	l := func(c colorful.Color) float64 {
		r, g, b := c.LinearRgb()
		return 0.2126*r + 0.7152*g + 0.0722*b
	}
	x, y := l(a), l(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

// seen simulates how a reader without red or without green cones sees a
// colour (Viénot, Brettel and Mollon 1999, in linear light).
func seen(c colorful.Color, lacks string) colorful.Color {
	r, g, b := c.LinearRgb()
	m := [3][3]float64{{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}}
	if lacks == "red" {
		m = [3][3]float64{{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}}
	}
	dot := func(row [3]float64) float64 { return max(0, row[0]*r+row[1]*g+row[2]*b) }
	return colorful.LinearRgb(dot(m[0]), dot(m[1]), dot(m[2])).Clamped()
}

func TestTopicsAreReadableAndStayApart(t *testing.T) {
	cases := []struct {
		name       string
		p          palette
		background string
	}{
		{"dark", darkPalette, "#1e1e1e"}, {"light", lightPalette, "#ffffff"},
		{"contrast dark", contrastPalette(true), "#000000"}, {"contrast light", contrastPalette(false), "#ffffff"},
	}
	for _, c := range cases {
		ground, _ := colorful.Hex(c.background)
		var colours []colorful.Color
		for _, h := range c.p.topics {
			k, err := colorful.Hex(h)
			if err != nil {
				t.Fatal(err)
			}
			if r := contrast(k, ground); r < 4.5 {
				t.Errorf("%s: %s has contrast %.1f", c.name, h, r)
			}
			colours = append(colours, k)
		}
		if len(colours) != 10 {
			t.Errorf("%s: %d topic colours", c.name, len(colours))
		}
		for i, a := range colours {
			for j, b := range colours[:i] {
				if d := a.DistanceCIEDE2000(b); d < 0.12 {
					t.Errorf("%s: %s and %s are %.2f apart", c.name, c.p.topics[i], c.p.topics[j], d)
				}
				for _, lacks := range []string{"red", "green"} {
					if d := seen(a, lacks).DistanceCIEDE2000(seen(b, lacks)); d < 0.055 {
						t.Errorf("%s: without %s, %s and %s are %.3f apart", c.name, lacks, c.p.topics[i], c.p.topics[j], d)
					}
				}
			}
		}
	}
}

func TestEveryGlyphIsOneCellUnderItsOwnPolicy(t *testing.T) {
	for _, p := range []cell.Policy{{Ambiguous: cell.Narrow}, {Ambiguous: cell.Wide}} {
		v := reflect.ValueOf(GlyphsFor(p))
		for i := range v.NumField() {
			list, ok := v.Field(i).Interface().([]string)
			if !ok {
				list = []string{v.Field(i).String()}
			}
			for _, g := range list {
				if n := p.Width(g); n != 1 && v.Type().Field(i).Name != "More" {
					t.Errorf("%v %s %q takes %d cells", p, v.Type().Field(i).Name, g, n)
				}
			}
		}
	}
}

// grounds are the backgrounds a theme is made for.
var grounds = map[string]struct {
	p      palette
	ground []string
}{
	"dark":           {darkPalette, []string{"#000000", "#1e1e1e"}},
	"light":          {lightPalette, []string{"#ffffff", "#fafafa"}},
	"contrast dark":  {contrastPalette(true), []string{"#000000"}},
	"contrast light": {contrastPalette(false), []string{"#ffffff"}},
}

func TestEveryRoleIsReadableOnEveryBackground(t *testing.T) {
	for name, c := range grounds {
		p := c.p
		check := func(what, ink, ground string, least float64) {
			t.Helper()
			if ink == "" || ground == "" {
				return // the terminal's own two colours
			}
			a, err := colorful.Hex(ink)
			b, err2 := colorful.Hex(ground)
			if err != nil || err2 != nil {
				t.Fatalf("%s: %q on %q: %v %v", name, ink, ground, err, err2)
			}
			if r := contrast(a, b); r < least {
				t.Errorf("%s: %s %s on %s has contrast %.2f", name, what, ink, ground, r)
			}
		}
		marked := []string{p.cursor, p.quiet}
		roles := map[string]string{"faint": p.faint, "accent": p.accent, "warn": p.warn, "bad": p.bad, "good": p.good}
		for _, ground := range append(slices.Clone(c.ground), marked...) {
			check("text", p.text, ground, 7)
			for what, ink := range roles {
				check(what, ink, ground, 4.5)
			}
		}
		for _, ground := range append(slices.Clone(c.ground), p.quiet) {
			for _, topic := range p.topics {
				check("topic", topic, ground, 4.5)
			}
			check("rule", p.rule, ground, 1.4) // a line between parts says nothing by itself
		}
		check("selected", p.text, p.selected, 7)
		for _, hit := range append([]string{p.hit, p.hitNow}, p.hits...) {
			check("hit", p.hitText, hit, 4.5)
		}
	}
}

func TestWordsSearchedForTogetherLookDifferent(t *testing.T) {
	for _, wish := range Names() {
		s := Choose(wish, Terminal{Env: env(), Dark: true, Profile: termenv.TrueColor})
		if s.HitOf(0) == s.HitOf(1) || s.HitOf(0) != s.Hit {
			t.Errorf("%s: %q %q", wish, s.HitOf(0), s.HitOf(1))
		}
	}
}

func TestLinesAreASCIIWhereNothingElseCanBeDrawn(t *testing.T) {
	for _, c := range []struct {
		env  func(string) string
		want bool
	}{
		{env(), true},
		{env("TERM", "xterm-256color", "LANG", "zh_CN.UTF-8"), true},
		{env("TERM", "linux", "LANG", "zh_CN.UTF-8"), false},
		{env("TERM", "dumb"), false},
		{env("LANG", "zh_CN.GB18030"), false},
		{env("LC_ALL", "C", "LANG", "zh_CN.UTF-8"), false},
		{env("LC_CTYPE", "C.utf8", "LANG", "C"), true},
	} {
		term := Terminal{Env: c.env}
		if term.DrawsLines() != c.want {
			t.Errorf("TERM=%s LC_ALL=%s LANG=%s: %v", c.env("TERM"), c.env("LC_ALL"), c.env("LANG"), !c.want)
		}
		g := GlyphsOn(term, cell.Policy{})
		if ascii := g.Rule == "-" && g.Bar == "|"; ascii == c.want {
			t.Errorf("drawn with %q and %q", g.Rule, g.Bar)
		}
	}
}

func TestTheWishForColourGoesBeforeTheEnvironment(t *testing.T) {
	env := func(name string) string { return map[string]string{"NO_COLOR": "1"}[name] }
	full := Terminal{Env: func(string) string { return "" }, Profile: termenv.TrueColor}
	plain := Terminal{Env: env, Profile: termenv.Ascii}
	for _, c := range []struct {
		t    Terminal
		wish string
		want Name
	}{
		{full, "", Light}, {full, "auto", Light}, {full, "never", Mono}, {plain, "auto", Mono}, {plain, "always", Light}, {plain, "never", Mono},
	} {
		if got := Choose(Auto, c.t.Wish(c.wish)).Name; got != c.want {
			t.Errorf("%q: %s", c.wish, got)
		}
	}
}

func TestTheEnvironmentMayKnowTheBackground(t *testing.T) {
	for value, dark := range map[string]bool{"": true, "15;0": true, "0;15": false, "0;default;7": false, "nonsense": true, ";": true} {
		if got := Detect(func(name string) string { return map[string]string{"COLORFGBG": value}[name] }).Dark; got != dark {
			t.Errorf("COLORFGBG=%q: dark is %v", value, got)
		}
	}
}
