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
	Folded, Unfolded  string
	Spinner           []string
}

// GlyphsFor returns the signs for a width policy.
func GlyphsFor(p cell.Policy) Glyphs {
	if p.Ambiguous == cell.Wide {
		return Glyphs{
			Rule: "-", Bar: "|", Cursor: ">", Mark: "*", Off: " ", Warn: "!", Failed: "x",
			Track: " ", Thumb: "|", Open: "-", Leaf: " ", Crumb: ">", More: "..", Folded: "+", Unfolded: "-",
			Spinner: []string{"|", "/", "-", "\\"},
		}
	}
	return Glyphs{
		Rule: "─", Bar: "│", Cursor: "▸", Mark: "●", Off: " ", Warn: "⚠", Failed: "✗",
		Track: " ", Thumb: "▐", Open: "·", Leaf: " ", Crumb: "›", More: "…", Folded: "+", Unfolded: "·",
		Spinner: []string{"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"},
	}
}
