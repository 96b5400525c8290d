package model

import (
	"bytes"
	"encoding/json"
)

// JSON is the report as one line for scripts, without a line end; < > & stand
// as they are.
func (r *Report) JSON() ([]byte, error) { return encode(r) }

// filled makes an empty list of none, so that JSON says [] and never null.
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
