package model

// AsksFigures tells whether figures may be hits of the query, whatever the
// text says.
func (q Query) AsksFigures() bool {
	for i := range q.terms {
		if q.terms[i].number != nil || q.terms[i].condition != nil {
			return true
		}
	}
	return false
}

// FindsFigure tells whether a figure is what the query asks for by number.
func (q Query) FindsFigure(f *Figure) bool {
	for i := range q.terms {
		t := &q.terms[i]
		if (t.number != nil || t.condition != nil) && t.covers(f) {
			return true
		}
	}
	return false
}

// AsksAbout tells whether a figure of that unit, label and indicator may be
// what the query asks for, whatever its value.
func (q Query) AsksAbout(f *Figure) bool {
	for i := range q.terms {
		t := &q.terms[i]
		if t.number != nil && (t.number.unit == "" || fold(f.Unit) == t.number.unit) {
			return true
		}
		if c := t.condition; c != nil && (c.unit == "" || fold(f.Unit) == c.unit) && t.named(f) {
			return true
		}
	}
	return false
}

// MayFind tells whether the texts of a report may have hits of the query:
// false is certain. body is all of its blocks, each with a line end.
func (q Query) MayFind(body string) bool {
	for i := range q.terms {
		t := &q.terms[i]
		if t.pattern != nil { // what it says of line ends is of a block's own
			if t.core.text == "" || t.core.index(body, 0) >= 0 {
				return true
			}
			continue
		}
		if t.like != nil {
			found := false
			t.like.each(body, func(int, int) bool { found = true; return false })
			if found {
				return true
			}
		}
		if t.needle == nil {
			continue
		}
		if start, _ := t.index(body, 0); start >= 0 {
			return true
		}
	}
	return false
}
