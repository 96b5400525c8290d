package ui

import (
	"duidu/ui/ask"
	"duidu/ui/library"
	"duidu/ui/reader"
	"duidu/ui/screen"
	"duidu/ui/search"
)

// makers registers the screens: one line each.
func makers() map[ask.Screen]screen.Maker {
	return map[ask.Screen]screen.Maker{
		ask.Library: library.New,
		ask.Reader:  reader.New,
		ask.Search:  search.New,
	}
}
