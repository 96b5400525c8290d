package screen

import (
	"strings"

	"duidu/model"
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
	own       string

	corrections take.Corrections
	version     int
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

// OwnPlace is the user's own county, in the user's words; empty for none.
func (k *Kept) OwnPlace() string { return k.own }

// SetOwnPlace puts another county in its place.
func (k *Kept) SetOwnPlace(name string) { k.own = name; k.version++ }

// IsOwn tells whether a report is of the user's own county.
func (k *Kept) IsOwn(s *model.Summary) bool { return s != nil && k.own != "" && names(k.own, s) }

// names tells whether a place is named by its own name, with or without what
// it belongs to before it.
func names(name string, s *model.Summary) bool {
	name = strings.Join(strings.Fields(name), "")
	return s.Place != "" && strings.HasSuffix(name, s.Place) && strings.HasSuffix(FullName(s), name)
}

// FullName is the name of a place with province and city before it, each once.
func FullName(s *model.Summary) string {
	full := s.Province
	for _, part := range []string{s.City, s.Place} {
		if !strings.HasSuffix(full, part) {
			full += part
		}
	}
	return full
}

// Corrections are what the user has set right in reports.
func (k *Kept) Corrections() take.Corrections { return k.corrections }

// SetCorrections puts other corrections in their place.
func (k *Kept) SetCorrections(c take.Corrections) { k.corrections = c; k.version++ }

// Recent are the folders opened before, the latest first.
func (k *Kept) Recent() []state.Recent { return k.recent }

// SetRecent puts another list in its place.
func (k *Kept) SetRecent(r []state.Recent) { k.recent = r; k.version++ }
