package model

import (
	"bytes"
	"encoding/json"
)

// JSON is the report as one line for scripts, without a line end. Lists are
// [] where there is nothing, never null, and < > & stand as they are.
func (r *Report) JSON() ([]byte, error) {
	full := *r
	full.Sections = fullSections(r.Sections)
	full.Captions = filled(r.Captions)
	full.Figures = filled(r.Figures)
	full.Notices = filled(r.Notices)
	return encode(full)
}

func fullSections(list []*Section) []*Section {
	full := make([]*Section, len(list))
	for i, s := range list {
		c := *s
		c.Paragraphs = make([]Paragraph, len(s.Paragraphs))
		for j, p := range s.Paragraphs {
			p.Runs = filled(p.Runs)
			c.Paragraphs[j] = p
		}
		c.Sections = fullSections(s.Sections)
		full[i] = &c
	}
	return full
}

// filled returns an empty list for a missing one.
func filled[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// encode writes v as JSON without escaping what only HTML would need.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}
