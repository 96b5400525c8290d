package screen

import (
	"slices"

	"duidu/model"
	"duidu/model/take"
)

// snippet is how much of the text a bookmark keeps, in characters.
const snippet = 40

// BookmarkAt is the bookmark of a place in a report.
func BookmarkAt(r *model.Report, at model.Anchor) take.Bookmark {
	text := ""
	if blocks := r.Blocks(); at.Block >= 0 && at.Block < len(blocks) {
		text = blocks[at.Block].Text[min(max(0, at.Offset), len(blocks[at.Block].Text)):]
	}
	runes := []rune(text)
	return take.Bookmark{
		Path: r.Path, Name: r.Name(), Characters: r.Characters, At: at, Text: string(runes[:min(len(runes), snippet)]),
	}
}

// Signs are the places of the bookmarks in a file, in reading order.
func Signs(all take.Bookmarks, path string) []model.Anchor {
	var at []model.Anchor
	for _, b := range all {
		if b.Path == path {
			at = append(at, b.At)
		}
	}
	slices.SortFunc(at, func(a, b model.Anchor) int {
		switch {
		case a.Before(b):
			return -1
		case b.Before(a):
			return 1
		}
		return 0
	})
	return at
}

// Pair is a screen in which two reports are read together from a place on.
type Pair interface {
	// Pair says which two, how they are shown, and where the reader is in
	// which of them, 0 or 1; false if there are none.
	Pair() (p PairPlace, ok bool)
}

// PairPlace is where two reports are read.
type PairPlace struct {
	Reports [2]int
	View    string
	Side    int
	At      model.Anchor // in the report of that side
}
