package theme

import "duidu/ui/cell"

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
	Spinner           []string
	Has, Lacks        string // a report has a theme, or not
	Run               string // beside the lines of one theme
	Shut, Opened      string // a row that hides others, or shows them
	Block, BarLeft    string // a bar's cell; the least bar, left of the axis
	BarRight          string
	Pair, Linked      string
	Earlier, Later    string // there is more at an end
}

// GlyphsFor returns the signs for a width policy.
func GlyphsFor(p cell.Policy) Glyphs {
	if p.Ambiguous == cell.Wide {
		return Glyphs{
			Rule: "-", Bar: "|", Cursor: ">", Mark: "*", Off: " ", Warn: "!", Failed: "x",
			Track: " ", Thumb: "|", Open: "-", Leaf: " ", Crumb: ">", More: "..",
			Spinner: []string{"|", "/", "-", "\\"},
			Has:     "*", Lacks: "o", Run: "|", Shut: "+", Opened: "-", Earlier: "<", Later: ">",
			Block: "#", BarLeft: "'", BarRight: "'", Pair: "&", Linked: "=",
		}
	}
	return Glyphs{
		Rule: "─", Bar: "│", Cursor: "▸", Mark: "●", Off: " ", Warn: "⚠", Failed: "✗",
		Track: " ", Thumb: "▐", Open: "·", Leaf: " ", Crumb: "›", More: "…",
		Spinner: []string{"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"},
		Has:     "●", Lacks: "○", Run: "▎", Shut: "▸", Opened: "▾", Earlier: "‹", Later: "›",
		Block: "▇", BarLeft: "▕", BarRight: "▏", Pair: "⇄", Linked: "⇅",
	}
}
