package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"duidu/ui/lang"
	"duidu/ui/screen"
)

// rebinding gives actions other keys: by the id of the action, as docs/keys
// lists it.
type rebinding map[string][]string

// parseKeys reads a wish for other keys, such as "library.sort=o reader.add=x,X".
// Space and comma as keys are written space and comma. What can't be read is
// named in the error and left out; the rest holds.
func parseKeys(wish string, known func(id string) bool, l *lang.Texts) (rebinding, error) {
	keys := make(rebinding)
	var wrong []string
	for _, word := range strings.Fields(wish) {
		id, list, ok := strings.Cut(word, "=")
		if !ok || list == "" || !known(id) {
			wrong = append(wrong, word)
			continue
		}
		named := map[string]string{"space": " ", "comma": ","}
		for _, k := range strings.Split(list, ",") {
			if k != "" {
				keys[id] = append(keys[id], cmp.Or(named[k], k))
			}
		}
	}
	if wrong != nil {
		return keys, fmt.Errorf(l.Lists.BadKeysF, strings.Join(wrong, " "))
	}
	return keys, nil
}

// apply gives the actions of a table their keys. A key that another action
// of the same view had is taken from it.
func (r rebinding) apply(table []screen.Action) {
	for i := range table {
		keys, ok := r[table[i].ID]
		if !ok {
			continue
		}
		for j := range table {
			if i != j && (table[j].Scope == table[i].Scope || table[i].Scope == "" || table[j].Scope == "") {
				table[j].Keys = slices.DeleteFunc(slices.Clone(table[j].Keys), func(k string) bool { return slices.Contains(keys, k) })
			}
		}
		table[i].Keys = keys
	}
}
