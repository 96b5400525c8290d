package reader

import "duidu/model"

// Place is the report and the first text in view.
func (r *Reader) Place() (report int, at model.Anchor, ok bool) {
	return r.number, r.text.Top(), r.number >= 0
}
