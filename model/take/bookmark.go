package take

import "duidu/model"

// Bookmark is a place in a report that a reader wants to find again.
type Bookmark struct {
	Path string `json:"path"`
	Name string `json:"name"` // of the report, for a list
	// Characters is the length of the report: of another length, it is
	// another text and the place may have moved.
	Characters int          `json:"characters"`
	At         model.Anchor `json:"at"`
	Text       string       `json:"text"` // that stands there
}

// Bookmarks are in the order they were put.
type Bookmarks []Bookmark

// Toggle puts a bookmark, or takes it away if there is one at its place.
// The receiver is not changed.
func (l Bookmarks) Toggle(b Bookmark) (list Bookmarks, put bool) {
	for _, o := range l {
		if o.Path != b.Path || o.At != b.At {
			list = append(list, o)
		}
	}
	if len(list) < len(l) {
		return list, false
	}
	return append(list, b), true
}

// WithPaths returns the bookmarks with their paths spelt another way.
func (l Bookmarks) WithPaths(spell func(string) string) Bookmarks {
	list := make(Bookmarks, len(l))
	for i, b := range l {
		b.Path = spell(b.Path)
		list[i] = b
	}
	return list
}
