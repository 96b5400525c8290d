package theme

import "fmt"

// palette holds the colours of a theme by role, as #rrggbb; an empty one
// means the terminal's own colour and an attribute instead.
type palette struct {
	text                                 string // on the backgrounds below
	faint, rule, accent, warn, bad, good string
	cursor, quiet, selected              string // backgrounds
	hit, hitText, hitNow                 string
	hits                                 []string // of further words, as hit
	topics                               []string
}

// The topic colours are readable on their background and stay apart for
// readers who don't tell red from green; a test measures both.
var (
	darkPalette = palette{
		text: "#eceff4", faint: "#a0a6b0", rule: "#4a4f58", accent: "#9ecbff", warn: "#f0c674", bad: "#ff8f80", good: "#8fd19e",
		cursor: "#2a3950", quiet: "#2a2d33", selected: "#3d4f3a",
		hit: "#5c4b16", hitText: "#ffffff", hitNow: "#8a6d00",
		hits: []string{"#1f4d5c", "#5a2d5c", "#2f5a2a"},
		topics: []string{
			"#c7c7c7", "#e59491", "#a2d9ff", "#ffd8e2", "#d3e7a4",
			"#63a668", "#f6e76d", "#49a6b1", "#d3a3ff", "#b7ac45",
		},
	}
	lightPalette = palette{
		text: "#1a1c20", faint: "#5d626b", rule: "#b8bcc4", accent: "#1f4e8c", warn: "#8a5a00", bad: "#a8201a", good: "#1c6b34",
		cursor: "#d5e4f7", quiet: "#eef1f5", selected: "#dcebd3",
		hit: "#ffe9a8", hitText: "#000000", hitNow: "#ffc94d",
		hits: []string{"#bfe6f2", "#f2c9e8", "#cdeec0"},
		topics: []string{
			"#545454", "#a0000f", "#0057c5", "#b5426e", "#826a00",
			"#166e4b", "#5e7233", "#174346", "#5a2ca0", "#59492a",
		},
	}
)

// contrastPalette keeps to the extremes: text in the terminal's own colour,
// marks as dark on bright or bright on dark.
func contrastPalette(dark bool) palette {
	if dark {
		return palette{
			text: "#ffffff", faint: "#d0d0d0", rule: "#ffffff", accent: "#ffff00", warn: "#ffff00", bad: "#ff9a9a", good: "#9affc0",
			cursor: "", quiet: "#404040", selected: "#005a9e", hit: "#ffff00", hitText: "#000000", hitNow: "#00ffff",
			hits:   []string{"#ff9a9a", "#9affc0", "#66b3ff"},
			topics: []string{"#ffffff", "#fba000", "#ceafa6", "#fe92c6", "#ffed9c", "#00cf6f", "#adff00", "#7cecff", "#b0adff", "#c9ffd9"},
		}
	}
	return palette{
		text: "#000000", faint: "#303030", rule: "#000000", accent: "#0000b0", warn: "#6b3d00", bad: "#900000", good: "#004d1a",
		cursor: "", quiet: "#e0e0e0", selected: "#b0d8ff", hit: "#ffff00", hitText: "#000000", hitNow: "#00ffff",
		hits:   []string{"#ffb0b0", "#9affc0", "#c0c0ff"},
		topics: []string{"#000000", "#000039", "#0357b0", "#9f0081", "#4d182c", "#006543", "#575900", "#19474f", "#3500c3", "#4f2800"},
	}
}

// mix is a colour between two, nearer to the second; the first where either
// is the terminal's own.
func mix(a, b string) string {
	var x, y [3]int
	for i, c := range []string{a, b} {
		to := []*[3]int{&x, &y}[i]
		if n, err := fmt.Sscanf(c, "#%02x%02x%02x", &to[0], &to[1], &to[2]); n != 3 || err != nil {
			return a
		}
	}
	for i := range x {
		x[i] = (45*x[i] + 55*y[i]) / 100
	}
	return fmt.Sprintf("#%02x%02x%02x", x[0], x[1], x[2])
}
