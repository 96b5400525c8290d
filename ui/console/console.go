// Package console is what differs between systems about the console as a
// device: where its keyboard is, and whether it understands the sequences that
// screens are drawn with.
package console

import "errors"

// ErrLegacy tells that a console shows control sequences as text: one of
// Windows before 10, or one that was set to its old ways.
var ErrLegacy = errors.New("the console knows no control sequences")
