// Package take holds what a reader carries away from reports or adds to
// them: a selection, bookmarks, pairings. All of it is values that outlive
// the reports; how they are worded and written is for others.
package take

import (
	"slices"

	"duidu/model"
)

// Selection is what the reader carries away: sections, passages, figures,
// comparisons and notes of their own, in the reader's order. It holds all
// it shows, so that it outlives the reports it was taken from. Its methods
// return another selection and leave the old one as it was.
type Selection struct {
	Items []Item `json:"items"`
}

// Len is the number of items.
func (s Selection) Len() int { return len(s.Items) }

// Index returns the place of an item, or -1.
func (s Selection) Index(id string) int {
	return slices.IndexFunc(s.Items, func(it Item) bool { return it.ID() == id })
}

// Contains tells whether the item is selected.
func (s Selection) Contains(id string) bool { return s.Index(id) >= 0 }

// IDs is the set of the IDs of all items, for whoever asks for many.
func (s Selection) IDs() map[string]bool {
	ids := make(map[string]bool, len(s.Items))
	for _, it := range s.Items {
		ids[it.ID()] = true
	}
	return ids
}

// Add appends those items that are not there already, in time that grows
// with the items alone.
func (s Selection) Add(items ...Item) Selection {
	known := s.IDs()
	list := slices.Grow(slices.Clone(s.Items), len(items))
	for _, it := range items {
		if id := it.ID(); !known[id] {
			known[id] = true
			list = append(list, it)
		}
	}
	return Selection{list}
}

// Insert puts an item at a place, or at the end where there is no such
// place, unless it is there already.
func (s Selection) Insert(it Item, at int) Selection {
	if s.Contains(it.ID()) {
		return s
	}
	if at < 0 || at > len(s.Items) {
		at = len(s.Items)
	}
	return Selection{slices.Insert(slices.Clone(s.Items), at, it)}
}

// Remove takes an item out.
func (s Selection) Remove(id string) Selection {
	i := s.Index(id)
	if i < 0 {
		return s
	}
	return Selection{slices.Delete(slices.Clone(s.Items), i, i+1)}
}

// Toggle takes an item out if it is there and adds it if not.
func (s Selection) Toggle(it Item) Selection {
	if s.Contains(it.ID()) {
		return s.Remove(it.ID())
	}
	return s.Add(it)
}

// Move moves an item by so many places, down for a positive number, as far
// as there are places.
func (s Selection) Move(id string, by int) Selection {
	i := s.Index(id)
	if i < 0 {
		return s
	}
	to := min(max(i+by, 0), len(s.Items)-1)
	if to == i {
		return s
	}
	it := s.Items[i]
	items := slices.Delete(slices.Clone(s.Items), i, i+1)
	return Selection{slices.Insert(items, to, it)}
}

// WithPaths is the selection with all paths spelt otherwise.
func (s Selection) WithPaths(spell func(string) string) Selection {
	items := make([]Item, len(s.Items))
	for i, it := range s.Items {
		items[i] = it.WithPaths(spell)
	}
	return Selection{items}
}

// JSON is the selection as one object, which reads back as a Selection.
func (s Selection) JSON() ([]byte, error) {
	return model.Encode(Selection{model.Filled(s.Items)})
}
