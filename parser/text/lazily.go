package text

import (
	"regexp"
	"sync"
)

// Lazily compiles a pattern when it is first used: a start of the program
// needs none of them.
func Lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}
