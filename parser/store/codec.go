package store

import (
	"encoding/binary"
	"math"
	"math/big"

	"github.com/shopspring/decimal"
)

// writer puts values one after another. Numbers are varints; a string that
// comes again is a number that names it.
type writer struct {
	b     []byte
	words map[string]uint64
	// apart keeps the strings in a list of their own, so that a reader can
	// jump over what it does not need.
	apart bool
	list  []string
}

// number is the number of a string in the list of those kept apart.
func (w *writer) number(s string) uint64 {
	n, ok := w.words[s]
	if !ok {
		if w.words == nil {
			w.words = map[string]uint64{}
		}
		w.list = append(w.list, s)
		n = uint64(len(w.list))
		w.words[s] = n
	}
	return n
}

func (w *writer) uint(n uint64) { w.b = binary.AppendUvarint(w.b, n) }
func (w *writer) int(n int)     { w.b = binary.AppendVarint(w.b, int64(n)) }

func (w *writer) flag(set bool) {
	if set {
		w.b = append(w.b, 1)
	} else {
		w.b = append(w.b, 0)
	}
}

// length writes the length of a list, and tells a list that is nil from one
// that is empty.
func (w *writer) length(n int, isNil bool) {
	if isNil {
		w.uint(0)
		return
	}
	w.uint(uint64(n) + 1)
}

func (w *writer) text(s string) {
	w.uint(uint64(len(s)))
	w.b = append(w.b, s...)
}

// word writes a string that is likely to come again: a unit, a theme.
func (w *writer) word(s string) {
	if w.apart {
		w.uint(w.number(s))
		return
	}
	if n, ok := w.words[s]; ok {
		w.uint(n)
		return
	}
	if w.words == nil {
		w.words = map[string]uint64{}
	}
	w.words[s] = uint64(len(w.words)) + 1
	w.uint(0)
	w.text(s)
}

func (w *writer) decimal(d decimal.Decimal) {
	c := d.Coefficient()
	w.int(int(d.Exponent()))
	if c.IsInt64() && c.Int64() != math.MinInt64 {
		w.uint(0)
		w.b = binary.AppendVarint(w.b, c.Int64())
		return
	}
	w.uint(1)
	w.flag(c.Sign() < 0)
	w.text(string(c.Bytes()))
}

// reader takes values out again. What does not fit marks it bad; from then
// on everything read is zero. Strings are parts of s.
type reader struct {
	s     string
	at    int
	bad   bool
	words []string
	apart bool // the words were read before
}

func (r *reader) uint() uint64 {
	n := uint64(0)
	for shift := 0; r.at < len(r.s) && shift < 64; shift += 7 {
		c := r.s[r.at]
		r.at++
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
	r.bad, r.at = true, len(r.s)
	return 0
}

func (r *reader) int() int {
	n := r.uint()
	return int(int64(n>>1) ^ -int64(n&1))
}

func (r *reader) flag() bool {
	if r.at >= len(r.s) {
		r.bad = true
		return false
	}
	r.at++
	return r.s[r.at-1] != 0
}

// length reads the length of a list whose members take a byte or more each.
func (r *reader) length() (n int, isNil bool) {
	l := r.uint()
	if l == 0 {
		return 0, true
	}
	if l-1 > uint64(len(r.s)-r.at) {
		r.bad, r.at = true, len(r.s)
		return 0, true
	}
	return int(l - 1), false
}

func (r *reader) text() string {
	n := r.uint()
	if n > uint64(len(r.s)-r.at) {
		r.bad, r.at = true, len(r.s)
		return ""
	}
	r.at += int(n)
	return r.s[r.at-int(n) : r.at]
}

func (r *reader) word() string {
	n := r.uint()
	switch {
	case n == 0 && !r.apart:
		s := r.text()
		r.words = append(r.words, s)
		return s
	case n == 0 || n > uint64(len(r.words)):
		r.bad, r.at = true, len(r.s)
		return ""
	}
	return r.words[n-1]
}

func (r *reader) decimal() decimal.Decimal {
	exponent := int32(r.int())
	if r.uint() == 0 {
		return decimal.New(int64(r.int()), exponent)
	}
	negative := r.flag()
	c := new(big.Int).SetBytes([]byte(r.text()))
	if negative {
		c.Neg(c)
	}
	return decimal.NewFromBigInt(c, exponent)
}

// skipDecimal goes to behind a number.
func (r *reader) skipDecimal() {
	r.uint()
	if r.uint() == 0 {
		r.uint()
		return
	}
	r.flag()
	r.text()
}

// list reads a list by its members; nil stays nil.
func list[T any](r *reader, member func(*T)) []T {
	n, isNil := r.length()
	if isNil {
		return nil
	}
	l := make([]T, n)
	for i := range l {
		if member(&l[i]); r.bad {
			return nil
		}
	}
	return l
}
