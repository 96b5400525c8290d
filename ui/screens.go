package ui

import (
	"duidu/ui/ask"
	"duidu/ui/compare"
	"duidu/ui/digest"
	"duidu/ui/export"
	"duidu/ui/library"
	"duidu/ui/matrix"
	"duidu/ui/neighbours"
	"duidu/ui/reader"
	"duidu/ui/screen"
	"duidu/ui/search"
)

// makers registers the screens: one line each.
func makers() map[ask.Screen]screen.Maker {
	return map[ask.Screen]screen.Maker{
		ask.Library:    library.New,
		ask.Reader:     reader.New,
		ask.Search:     search.New,
		ask.Digest:     digest.New,
		ask.Neighbours: neighbours.New,
		ask.Matrix:     matrix.New,
		ask.Export:     export.New,
		ask.Compare:    compare.New,
	}
}
