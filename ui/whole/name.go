package whole

import (
	"errors"
	"strings"
)

// ErrName tells of a name that the system has no file for.
var ErrName = errors.New("not a name for a file here")

// IsWindowsName tells whether Windows has a file of this name (without
// folders). What it would do with others is worse than an error: after a colon
// it writes beside the content, into no file that a folder shows; dots and spaces at the end it
// drops; CON and its like are devices, whatever suffix they have.
func IsWindowsName(name string) bool {
	if name == "" || strings.ContainsAny(name, `<>:"/\|?*`) || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
		return false
	}
	for i := range len(name) {
		if name[i] < ' ' {
			return false
		}
	}
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.ToUpper(strings.TrimRight(stem, " "))
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return false
	}
	if rest, ok := strings.CutPrefix(stem, "COM"); ok {
		return !isPort(rest)
	}
	if rest, ok := strings.CutPrefix(stem, "LPT"); ok {
		return !isPort(rest)
	}
	return true
}

// isPort tells the numbers of ports; Windows takes the small ones for numbers, too.
func isPort(number string) bool {
	switch number {
	case "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³":
		return true
	}
	return false
}
