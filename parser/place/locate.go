package place

import (
	"slices"
	"strings"
)

// Locate returns the divisions that a name can mean, each with what it
// belongs to before it and blanks between: 湖南省 张家界市 永定区. The name may
// be short, and may have what it belongs to before it. Of a name that the
// table does not have there are none.
func (g *Table) Locate(name string) []string {
	name = strings.Join(strings.Fields(name), "")
	at := 0
	var ids, last []int
	short := ""
	for _, m := range g.Mentions(name) {
		if m.Start != at {
			return nil
		}
		last, ids, at, short = ids, m.Ids, m.End, name[m.Start:m.End]
		if last != nil {
			ids = slices.DeleteFunc(slices.Clone(ids), func(id int) bool {
				return !slices.ContainsFunc(last, func(up int) bool { return g.Within(id, up) })
			})
		}
	}
	if at < len(name) {
		return nil
	}
	var names []string
	for _, id := range ids {
		city, province := g.Located(id)
		names = append(names, strings.Join(strings.Fields(province+" "+city+" "+g.Official(short, id)), " "))
	}
	slices.Sort(names)
	return slices.Compact(names)
}
