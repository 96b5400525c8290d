package model

// Rolling is the hash of the last size values of a row, brought on to the
// next one in the same time whatever the size. Rows that are equal have equal
// hashes; that others may by chance is for the caller to mind.
type Rolling struct {
	drop uint64 // what a value weighs when it leaves
	hash uint64
}

// rollingBase is odd, so that its powers keep all bits.
const rollingBase = 0x9e3779b97f4a7c15

// NewRolling returns the hash of an empty row of up to size values.
func NewRolling(size int) Rolling {
	r := Rolling{drop: 1}
	for range size {
		r.drop *= rollingBase
	}
	return r
}

// Add takes a value in and lets the one that stood size before it go: 0 while
// there is none. Values are above 0.
func (r *Rolling) Add(in, out uint64) { r.hash = r.hash*rollingBase + in - out*r.drop }

// Reset empties the row.
func (r *Rolling) Reset() { r.hash = 0 }

// Sum is the hash, spread over all bits.
func (r *Rolling) Sum() uint64 { return Mix(r.hash) }

// Mix spreads a hash over all bits.
func Mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	h ^= h >> 32
	return h
}
