package modeltest

import (
	"math/rand/v2"
	"strings"
)

// Bulk makes n bytes of text in paragraphs like a report's, out of stock
// phrases and of characters drawn at random; it depends on the seed alone.
func Bulk(n int, seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 7))
	stock := make([]string, 300)
	own := rand.New(rand.NewPCG(99, 7))
	for i := range stock {
		stock[i] = words(own, 6+own.IntN(14))
	}
	var b strings.Builder
	for b.Len() < n {
		for range 10 {
			if r.IntN(3) == 0 {
				b.WriteString(stock[r.IntN(len(stock))])
			} else {
				b.WriteString(words(r, 5+r.IntN(12)))
			}
			b.WriteString("，")
		}
		b.WriteString("。\n")
	}
	return b.String()
}

// words draws characters unevenly, as a language does.
func words(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteRune(rune(0x4e00 + r.IntN(1+r.IntN(1+r.IntN(3000)))))
	}
	return b.String()
}
