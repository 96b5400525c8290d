package cell

import "regexp"

// bullets are what opens an item of a list in a report, with the space
// after it: a dash, a numeral in brackets, 一是, 1. or a sign.
var bullets = regexp.MustCompile(`^(?:——|—|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[一二三四五六七八九十]{1,2}是|\d{1,2}[.．、]|[①-⑳]|[•·●○■◆★▲※])\s*`)

// Bullet returns the length in bytes of what opens an item of a list, 0 if
// the text is none.
func Bullet(text string) int {
	if at := bullets.FindStringIndex(text); at != nil {
		// A number with decimals opens no item.
		if c := text[at[1]-1]; (c == '.') && at[1] < len(text) && text[at[1]] >= '0' && text[at[1]] <= '9' {
			return 0
		}
		return at[1]
	}
	return 0
}
