package matrix

import "strings"

// setting is how the figures were arranged. Rates per member are not kept:
// where few reports state their members they would hide nearly everything.
type setting struct {
	down      string // topics, reports; empty for whichever suits
	sortedBy  string // id of a topic
	direction direction
}

// Keep is the arrangement of the figures.
func (x *Matrix) Keep() string {
	if !x.ready() {
		return x.recall.String()
	}
	v := &x.views[figures]
	s := setting{down: x.recall.down}
	if usual := len(v.grid.names) >= manyReports; usual != (v.down == reportsDown) || s.down != "" {
		s.down = map[down]string{topicsDown: "topics", reportsDown: "reports"}[v.down]
	}
	if v.down == reportsDown && v.sorted != unsorted && v.column >= 0 {
		s.sortedBy, s.direction = v.grid.topics[figures][v.cols[v.column]].id, v.sorted
	}
	return s.String()
}

// String writes a setting as words.
func (s setting) String() string {
	var words []string
	add := func(key, value string) {
		if value != "" {
			words = append(words, key+"="+value)
		}
	}
	add("down", s.down)
	add(map[direction]string{falling: "falling", rising: "rising"}[s.direction], s.sortedBy)
	return strings.Join(words, " ")
}

// Recall reads a setting; it is taken up once there is something to arrange.
func (x *Matrix) Recall(kept string) {
	var s setting
	for _, word := range strings.Fields(kept) {
		key, value, _ := strings.Cut(word, "=")
		switch key {
		case "down":
			s.down = value
		case "falling":
			s.sortedBy, s.direction = value, falling
		case "rising":
			s.sortedBy, s.direction = value, rising
		}
	}
	x.recall = s
}

// takeUp arranges the figures as they were.
func (x *Matrix) takeUp(s setting) {
	v := &x.views[figures]
	if s.down == "topics" || s.down == "reports" {
		for t := range tables {
			x.views[t].down = map[string]down{"topics": topicsDown, "reports": reportsDown}[s.down]
			x.views[t].arrange()
		}
	}
	if v.down == reportsDown {
		for i, topic := range v.cols {
			if v.grid.topics[figures][topic].id == s.sortedBy {
				v.column, v.sorted = i, s.direction
			}
		}
	}
	v.arrange()
}
