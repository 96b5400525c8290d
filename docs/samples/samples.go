// Package samples is the library that opens when no path is given: digests,
// in the project's own words, of what five committees published about a
// year's work. The places, years and figures are real; docs/samples/README.md
// says what each one shows.
package samples

import "embed"

// Files holds the digests as UTF-8 text files at its root.
//
//go:embed *.txt
var Files embed.FS
