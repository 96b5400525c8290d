package theme

import (
	"reflect"
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
		if strings.HasPrefix(c.name, "contrast") {
			continue // there readability goes before variety
		}
		for i, a := range colours {
			for j, b := range colours[:i] {
				if d := a.DistanceCIEDE2000(b); d < 0.10 {
					t.Errorf("%s: %s and %s are %.2f apart", c.name, c.p.topics[i], c.p.topics[j], d)
				}
				for _, lacks := range []string{"red", "green"} {
					if d := seen(a, lacks).DistanceCIEDE2000(seen(b, lacks)); d < 0.04 {
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

func TestTextIsReadableOnEveryBackground(t *testing.T) {
	for name, p := range map[string]palette{"dark": darkPalette, "light": lightPalette, "contrast dark": contrastPalette(true), "contrast light": contrastPalette(false)} {
		hex := func(s string) colorful.Color {
			c, err := colorful.Hex(s)
			if err != nil {
				t.Fatalf("%s: %q: %v", name, s, err)
			}
			return c
		}
		for _, ground := range []string{p.cursor, p.quiet, p.selected} {
			if ground == "" {
				continue // reverse: the terminal's own two colours
			}
			if r := contrast(hex(p.text), hex(ground)); r < 7 {
				t.Errorf("%s: text on %s has contrast %.1f", name, ground, r)
			}
		}
		for _, ground := range []string{p.hit, p.hitNow} {
			if r := contrast(hex(p.hitText), hex(ground)); r < 4.5 {
				t.Errorf("%s: a hit on %s has contrast %.1f", name, ground, r)
			}
		}
		for _, topic := range p.topics {
			if r := contrast(hex(topic), hex(p.quiet)); r < 3.5 {
				t.Errorf("%s: %s in a marked sentence has contrast %.1f", name, topic, r)
			}
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
