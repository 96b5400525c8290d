package pdf

import (
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"duidu/parser/format"
)

// content unpacks a page's drawing program, which may lie in pieces.
func (r *pdfReader) content(o types.Object) ([]byte, error) {
	pieces, ok := r.object(o).(types.Array)
	if !ok {
		pieces = types.Array{o}
	}
	var all []byte
	for _, piece := range pieces {
		if piece == nil {
			continue
		}
		_, content, err := r.unpack(piece)
		if err != nil {
			return nil, err
		}
		all = append(append(all, content...), '\n')
	}
	return all, nil
}

// object follows a reference; nil for what can't be read.
func (r *pdfReader) object(o types.Object) types.Object {
	o, err := r.doc.Dereference(o)
	if err != nil {
		return nil
	}
	return o
}

func (r *pdfReader) dict(o types.Object) types.Dict {
	switch d := r.object(o).(type) {
	case types.Dict:
		return d
	case types.StreamDict:
		return d.Dict
	case *types.StreamDict:
		return d.Dict
	}
	return nil
}

func (r *pdfReader) array(o types.Object) types.Array {
	a, _ := r.object(o).(types.Array)
	return a
}

func (r *pdfReader) name(o types.Object) string {
	n, _ := r.object(o).(types.Name)
	return string(n)
}

func (r *pdfReader) number(o types.Object) (float64, bool) {
	switch n := r.object(o).(type) {
	case types.Integer:
		return float64(n), true
	case types.Float:
		return float64(n), true
	}
	return 0, false
}

// stream unpacks a stream; nil for what can't be.
func (r *pdfReader) stream(o types.Object) (types.Dict, []byte) {
	d, content, err := r.unpack(o)
	if err != nil {
		return d, nil
	}
	return d, content
}

// unpack unpacks a stream, within what is left of the document's bound.
func (r *pdfReader) unpack(o types.Object) (types.Dict, []byte, error) {
	s, _, err := r.doc.DereferenceStreamDict(o)
	if err != nil || s == nil {
		return nil, nil, err
	}
	if r.total > maxPDFTotal {
		return s.Dict, nil, &format.Error{Kind: format.TooLarge, Detail: strconv.Itoa(r.total)}
	}
	if len(s.Content) == 0 {
		if err := s.DecodeWithLimit(MaxPDFDecode); err != nil {
			return s.Dict, nil, err
		}
	}
	r.total += len(s.Content)
	return s.Dict, s.Content, nil
}

// text is a string of the file, as bytes.
func (r *pdfReader) text(o types.Object) string {
	switch s := r.object(o).(type) {
	case types.StringLiteral:
		return string(s)
	case types.HexLiteral:
		b, _ := s.Bytes()
		return string(b)
	}
	return ""
}
