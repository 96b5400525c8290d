package text

import "unicode/utf8"

func IsDigit(c rune) bool { return c >= '0' && c <= '9' || c >= '０' && c <= '９' }

// ThreeDigits tells whether exactly three digits start s.
func ThreeDigits(s string) bool {
	for k := 0; k < 4; k++ {
		c, n := utf8.DecodeRuneInString(s)
		if IsDigit(c) != (k < 3) {
			return false
		}
		s = s[n:]
	}
	return true
}
