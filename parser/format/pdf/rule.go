package pdf

import (
	"math"
	"slices"
)

// pdfRule is a level or upright line on a page, in points.
type pdfRule struct{ x0, y0, x1, y1 float64 }

// joinedRules are the rules of one direction, those in a line joined, sorted
// across it. Upright ones have x and y exchanged, so that all are level.
func joinedRules(rules []pdfRule, upright bool) []pdfRule {
	var out []pdfRule
	for _, r := range rules {
		if upright {
			r = pdfRule{r.y0, r.x0, r.y1, r.x1}
		}
		if math.Abs(r.y1-r.y0) < 1 && math.Abs(r.x1-r.x0) >= 0.5 {
			y := (r.y0 + r.y1) / 2
			out = append(out, pdfRule{min(r.x0, r.x1), y, max(r.x0, r.x1), y})
		}
	}
	slices.SortFunc(out, func(a, b pdfRule) int { return compareFloats(a.y0, b.y0, a.x0, b.x0) })
	// Rules of nearly one height are sorted along, then joined.
	for i := 0; i < len(out); {
		n := i + 1
		for n < len(out) && out[n].y0-out[i].y0 <= 1.5 {
			n++
		}
		for k := i; k < n; k++ {
			out[k].y0, out[k].y1 = out[i].y0, out[i].y0
		}
		slices.SortFunc(out[i:n], func(a, b pdfRule) int { return compareFloats(a.x0, b.x0, a.x1, b.x1) })
		i = n
	}
	joined := out[:0]
	for _, r := range out {
		if k := len(joined) - 1; k >= 0 && joined[k].y0 == r.y0 && r.x0 <= joined[k].x1+thinnest {
			joined[k].x1 = max(joined[k].x1, r.x1)
			continue
		}
		joined = append(joined, r)
	}
	return slices.DeleteFunc(joined, func(r pdfRule) bool { return r.x1-r.x0 < shortestRule })
}

func compareFloats(a, b, c, d float64) int {
	switch {
	case a < b, a == b && c < d:
		return -1
	case a == b && c == d:
		return 0
	}
	return 1
}
