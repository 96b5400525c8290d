package ui

import (
	"duidu/ui/ask"
	"duidu/ui/compare"
	"duidu/ui/library"
	"duidu/ui/reader"
	"duidu/ui/screen"
)

// makers registers the screens: one line each.
func makers() map[ask.Screen]screen.Maker {
	return map[ask.Screen]screen.Maker{
		ask.Library: library.New,
		ask.Reader:  reader.New,
		ask.Compare: compare.New,
	}
}
