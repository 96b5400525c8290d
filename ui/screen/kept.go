package screen

import (
	"duidu/model/take"
	"duidu/ui/state"
)

// Kept is what the user made and finds again at the next start. It changes
// by its setters alone, and every one counts: who wants to know whether
// something has changed compares two numbers, however the lists were edited.
type Kept struct {
	selection take.Selection
	pairings  take.Pairings
	bookmarks take.Bookmarks
	recent    []state.Recent
	version   int
}

// KeptVersion grows with every change.
func (k *Kept) KeptVersion() int { return k.version }

// Selection is what has been selected to be taken away.
func (k *Kept) Selection() take.Selection { return k.selection }

// SetSelection puts another selection in its place.
func (k *Kept) SetSelection(s take.Selection) { k.selection = s; k.version++ }

// Pairings are the sections that the user put side by side.
func (k *Kept) Pairings() take.Pairings { return k.pairings }

// SetPairings puts other pairings in their place.
func (k *Kept) SetPairings(p take.Pairings) { k.pairings = p; k.version++ }

// Bookmarks are the places that the user keeps.
func (k *Kept) Bookmarks() take.Bookmarks { return k.bookmarks }

// SetBookmarks puts other bookmarks in their place.
func (k *Kept) SetBookmarks(b take.Bookmarks) { k.bookmarks = b; k.version++ }

// Recent are the folders opened before, the latest first.
func (k *Kept) Recent() []state.Recent { return k.recent }

// SetRecent puts another list in its place.
func (k *Kept) SetRecent(r []state.Recent) { k.recent = r; k.version++ }
