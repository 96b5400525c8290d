package model

import "strings"

// WithPaths is the item with the paths of its reports spelt otherwise, also
// where they are part of its ID: a selection that outlives the program names
// files so that they are found from any folder.
func (it Item) WithPaths(spell func(string) string) Item {
	if it.Row != nil {
		pair := *it.Row
		old := pair.A.Source.Path + ":" + pair.B.Source.Path
		pair.A, pair.B = pair.A.WithPaths(spell), pair.B.WithPaths(spell)
		it.ID = respelt(it, old, pair.A.Source.Path+":"+pair.B.Source.Path)
		it.Row = &pair
		return it
	}
	if it.Source.Path == "" {
		return it
	}
	path := spell(it.Source.Path)
	it.ID = respelt(it, it.Source.Path, path)
	it.Source.Path = path
	return it
}

// respelt is the ID of an item with another path after its kind.
func respelt(it Item, old, path string) string {
	head := string(it.Kind) + ":"
	rest, ok := strings.CutPrefix(it.ID, head+old+":")
	if !ok {
		return it.ID
	}
	return head + path + ":" + rest
}

// WithPaths is the selection with all paths spelt otherwise.
func (s Selection) WithPaths(spell func(string) string) Selection {
	items := make([]Item, len(s.Items))
	for i, it := range s.Items {
		items[i] = it.WithPaths(spell)
	}
	return Selection{items}
}
