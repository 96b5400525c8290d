package model

import (
	"path"
	"strconv"
)

// Name is the report's place and year, its path when it states no place.
func (r *Report) Name() string {
	if r.Place == "" {
		return r.Path
	}
	return named(r.Place, r.Year)
}

func named(place string, year int) string {
	if year == 0 {
		return place
	}
	return place + " " + strconv.Itoa(year)
}

// Names are the names of reports that stand beside each other. Those that
// state the same place and year have their file added, a draft and the final
// text: a reader must be able to tell which column is which.
func Names(reports []*Report) []string {
	count := make(map[string]int, len(reports))
	files := make(map[[2]string]int, len(reports))
	for _, r := range reports {
		count[r.Name()]++
		files[[2]string{r.Name(), path.Base(r.Path)}]++
	}
	names := make([]string, len(reports))
	for i, r := range reports {
		names[i] = r.Name()
		if count[names[i]] == 1 || names[i] == r.Path || r.Path == "" {
			continue
		}
		file := path.Base(r.Path)
		if files[[2]string{r.Name(), file}] > 1 {
			file = r.Path
		}
		names[i] += " (" + file + ")"
	}
	return names
}
