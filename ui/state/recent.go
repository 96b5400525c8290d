package state

import (
	"slices"
	"strings"
)

// Recent is what was opened together, to be opened again.
type Recent struct {
	Paths   []string `json:"paths"`   // absolute
	Reports int      `json:"reports"` // how many were read
}

// MaxRecent is how many openings are kept.
const MaxRecent = 12

func (r Recent) key() string { return strings.Join(r.Paths, "\n") }

// AddRecent puts an opening before the others, once.
func AddRecent(list []Recent, now Recent) []Recent {
	added := []Recent{now}
	for _, r := range list {
		if !slices.Equal(r.Paths, now.Paths) && len(added) < MaxRecent {
			added = append(added, r)
		}
	}
	return added
}

// mergeRecent puts what was opened here before what others opened.
func mergeRecent(mine, theirs []Recent) []Recent {
	merged := slices.Clone(mine)
	known := keys(mine, Recent.key)
	for _, r := range theirs {
		if !known[r.key()] {
			merged = append(merged, r)
		}
	}
	return merged[:min(len(merged), MaxRecent)]
}
