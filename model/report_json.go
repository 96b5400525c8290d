package model

import (
	"bytes"
	"encoding/json"
)

// JSON is the report as one line for scripts, without a line end; < > & stand
// as they are.
func (r *Report) JSON() ([]byte, error) { return Encode(r) }

// Filled makes an empty list of none, so that JSON says [] and never null.
func Filled[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// Encode writes v as JSON, one line without a line end and without escaping what only HTML would need.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// Source says which report something comes from.
type Source struct {
	Path     string `json:"path"`
	Title    string `json:"title"`
	Place    string `json:"place"`
	City     string `json:"city"`
	Province string `json:"province"`
	Year     int    `json:"year"`
	// Corrected tells that something of the report was set right by hand.
	Corrected bool `json:"corrected,omitempty"`
}

// Source says which report this is.
func (r *Report) Source() Source {
	return Source{r.Path, r.Title, r.Place, r.City, r.Province, r.Year, r.Corrected}
}

// FigureJSON is a figure with its source as one JSON object, with the line
// end.
func FigureJSON(r *Report, f *Figure) ([]byte, error) {
	line, err := Encode(struct {
		Source
		*Figure
	}{r.Source(), f})
	return append(line, '\n'), err
}
