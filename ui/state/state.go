// Package state keeps what must survive a crash and the next start: the
// selection, the marks, how far each report has been read, and what the
// screens were set to. It knows files and no terminal.
//
// Two programs may run at once. Each writes only what it changed itself:
// under a lock it reads what the file holds now, lays its own changes since
// its last writing over it, and puts the result in place in one step. A
// lock alone would let the second writer undo the first; a version number
// alone would need a lock to be compared and written in one step. The lock
// is the system's own on a file beside the state, so that it ends with the
// program that held it, however that ended.
package state

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"duidu/model/take"
)

// Version is the form of the file that this program writes.
const Version = 1

// State is what is kept. Paths in it are absolute.
type State struct {
	Version   int            `json:"version"`
	Selection take.Selection `json:"selection"`
	Marks     []string       `json:"marks"` // paths, in the order they were marked
	// Places is how far reports have been read, by path.
	Places map[string]Place `json:"places"`
	// Pairings are sections that were put side by side, by path.
	Pairings  take.Pairings  `json:"pairings,omitempty"`
	Bookmarks take.Bookmarks `json:"bookmarks,omitempty"`
	// Corrections are what was set right in reports, by their content.
	Corrections take.Corrections `json:"corrections,omitempty"`
	Recent      []Recent         `json:"recent,omitempty"` // the latest first
	// Wishes is what each screen was set to, in its own words.
	Wishes map[string]string `json:"wishes"`
}

// Place is where reading stopped.
type Place struct {
	Block  int `json:"block"`
	Offset int `json:"offset"` // bytes in the block's text
	// Characters is the length of the report: of another length, it is
	// another text and the place means nothing.
	Characters int       `json:"characters"`
	Read       time.Time `json:"read"`
	// View and Side say how two reports were compared; the key of such a place
	// is both paths, a line each.
	View string `json:"view,omitempty"`
	Side int    `json:"side,omitempty"`
}

// MaxPlaces is how many reading places are kept, the latest ones.
const MaxPlaces = 2000

// Merge lays what changed from base to mine over theirs.
func Merge(base, mine, theirs State) State {
	return State{
		Version: Version,
		Selection: take.Selection{Items: mergeLists(
			base.Selection.Items, mine.Selection.Items, theirs.Selection.Items, take.Item.ID)},
		Marks:       mergeLists(base.Marks, mine.Marks, theirs.Marks, func(path string) string { return path }),
		Places:      mergePlaces(mine.Places, theirs.Places),
		Pairings:    mergeLists(base.Pairings, mine.Pairings, theirs.Pairings, take.Pairing.Key),
		Bookmarks:   mergeLists(base.Bookmarks, mine.Bookmarks, theirs.Bookmarks, bookmarkKey),
		Corrections: mergeLists(base.Corrections, mine.Corrections, theirs.Corrections, take.Correction.Key),
		Recent:      mergeRecent(mine.Recent, theirs.Recent),
		Wishes:      mergeWishes(base.Wishes, mine.Wishes, theirs.Wishes),
	}
}

func bookmarkKey(b take.Bookmark) string {
	return fmt.Sprintf("%s\n%d\n%d", b.Path, b.At.Block, b.At.Offset)
}

// mergeLists keeps my order, without what they took out, and adds at the
// end what they put in.
func mergeLists[T any](base, mine, theirs []T, key func(T) string) []T {
	known, kept, there := keys(base, key), keys(mine, key), keys(theirs, key)
	merged := make([]T, 0, len(mine))
	for _, x := range mine {
		if !known[key(x)] || there[key(x)] {
			merged = append(merged, x)
		}
	}
	for _, x := range theirs {
		if !known[key(x)] && !kept[key(x)] {
			merged = append(merged, x)
		}
	}
	return merged
}

func keys[T any](list []T, key func(T) string) map[string]bool {
	m := make(map[string]bool, len(list))
	for _, x := range list {
		m[key(x)] = true
	}
	return m
}

// mergePlaces keeps the later of two places and forgets the oldest.
func mergePlaces(mine, theirs map[string]Place) map[string]Place {
	merged := make(map[string]Place, max(len(mine), len(theirs)))
	maps.Copy(merged, theirs)
	for path, p := range mine {
		if other, ok := merged[path]; !ok || other.Read.Before(p.Read) {
			merged[path] = p
		}
	}
	if len(merged) <= MaxPlaces {
		return merged
	}
	paths := slices.SortedFunc(maps.Keys(merged), func(a, b string) int {
		return cmp.Or(merged[b].Read.Compare(merged[a].Read), cmp.Compare(a, b))
	})
	for _, path := range paths[MaxPlaces:] {
		delete(merged, path)
	}
	return merged
}

func mergeWishes(base, mine, theirs map[string]string) map[string]string {
	merged := make(map[string]string, max(len(mine), len(theirs)))
	maps.Copy(merged, theirs)
	for screen, wish := range mine {
		if base[screen] != wish {
			merged[screen] = wish
		}
	}
	return merged
}
