package compare

import "duidu/model/compare"

// frame says which cells of the body belong to what, in the views that
// show the texts.
type frame struct {
	width, height int
	two           bool // both texts show side by side
	left, right   int  // cells of the two texts; the same cells when one shows
	text          int  // rows of the texts
	rule          int  // rows of the line below them
	foot          int  // rows below the line
}

// twoFrom is the width from which both texts show at once.
const twoFrom = 100

// heads are the rows above the texts: the themes, and the names.
const heads = 2

// newFrame lays out a body for a view.
func newFrame(width, height int, view compare.View) frame {
	f := frame{width: width, height: height, left: width, right: width}
	if width >= twoFrom {
		f.two = true
		f.left = (width - 1) / 2
		f.right = width - 1 - f.left
	}
	f.foot = 1
	if height >= 12 {
		f.rule, f.foot = 1, 2
	}
	if view == compare.ViewWording {
		f.foot = min(max(2, height/4), 9)
	}
	f.foot = min(f.foot, max(0, height-heads-f.rule-1))
	f.text = max(0, height-heads-f.rule-f.foot)
	return f
}

// cells is the width of a side.
func (f frame) cells(i int) int {
	if i == 0 {
		return f.left
	}
	return f.right
}
