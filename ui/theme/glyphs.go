package theme

import (
	"strings"

	"duidu/ui/cell"
)

// Glyphs are the signs that screens draw beside text. Where a terminal
// gives ambiguous characters two cells, lines and marks drawn with them
// would tear: there the ASCII twins stand in.
type Glyphs struct {
	Rule, Bar         string
	Cursor, Mark, Off string
	Warn, Failed      string
	Track, Thumb      string
	Open, Leaf        string
	Crumb, More       string
	Folded, Unfolded  string
	Spinner           []string
	Has, Lacks        string // a report has a theme, or not
	Run               string // beside the lines of one theme
	Shut, Opened      string // a row that hides others, or shows them
	Block, BarLeft    string // a bar's cell; the least bar, left of the axis
	BarRight          string
	Pair, Linked      string
	Earlier, Later    string // there is more at an end
	Falling, Rising   string // a column sorted from the largest, from the smallest
	Whole, Part       string // a figure stated as a whole; a part, a sum or a mean
	Doubt             string // a figure in doubt
	Dense             string // beside the scroll bar: something is there
}

// DrawsLines tells whether the terminal has more than ASCII to draw with: not
// the Linux console, whose font has no room for it, and not where the locale
// names another encoding than UTF-8. No locale at all says nothing.
func (t Terminal) DrawsLines() bool {
	if term := t.Env("TERM"); term == "linux" || term == "dumb" {
		return false
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := strings.ToLower(t.Env(name)); locale != "" {
			return strings.Contains(locale, "utf-8") || strings.Contains(locale, "utf8")
		}
	}
	return true
}

// GlyphsOn returns the signs for a width policy on a terminal.
func GlyphsOn(t Terminal, p cell.Policy) Glyphs {
	if !t.DrawsLines() {
		p.Ambiguous = cell.Wide // whose signs are ASCII
	}
	return GlyphsFor(p)
}

// GlyphsFor returns the signs for a width policy.
func GlyphsFor(p cell.Policy) Glyphs {
	if p.Ambiguous == cell.Wide {
		return Glyphs{
			Rule: "-", Bar: "|", Cursor: ">", Mark: "*", Off: " ", Warn: "!", Failed: "x",
			Track: " ", Thumb: "|", Open: "-", Leaf: " ", Crumb: ">", More: "..", Folded: "+", Unfolded: "-",
			Spinner: []string{"|", "/", "-", "\\"},
			Has:     "*", Lacks: "o", Run: "|", Shut: "+", Opened: "-", Earlier: "<", Later: ">", Falling: "v", Rising: "^", Whole: "=", Part: "~", Doubt: "?", Dense: ":",
			Block: "#", BarLeft: "'", BarRight: "'", Pair: "&", Linked: "=",
		}
	}
	return Glyphs{
		Rule: "─", Bar: "│", Cursor: "▸", Mark: "●", Off: " ", Warn: "⚠", Failed: "✗",
		Track: " ", Thumb: "▐", Open: "·", Leaf: " ", Crumb: "›", More: "…", Folded: "+", Unfolded: "·",
		Spinner: []string{"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"},
		Has:     "●", Lacks: "○", Run: "▎", Shut: "▸", Opened: "▾", Earlier: "‹", Later: "›", Falling: "↓", Rising: "↑", Whole: "◆", Part: "◇", Doubt: "?", Dense: "▪",
		Block: "▄", BarLeft: "▕", BarRight: "▏", Pair: "⇄", Linked: "⇅",
	}
}
