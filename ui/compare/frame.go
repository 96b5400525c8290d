package compare

import "duidu/model/compare"

// frame says which cells of the body belong to what, in the views that
// show the texts.
type frame struct {
	width, height int
	two           bool // both texts show side by side
	over          bool // both texts show, one above the other
	left, right   int  // cells of the two texts; the same cells when one shows
	text          int  // rows of each text
	rule          int  // rows of the line below them
	foot          int  // rows below the line
}

// twoFrom is the width from which both texts show at once.
const twoFrom = 100

// heads are the rows above the texts: the themes, and the names.
const heads = 2

// overFrom is the height from which both texts show one above the other where
// there is no room for them side by side.
const overFrom = 16

// newFrame lays out a body for a view; alone shows one text only.
func newFrame(width, height int, view compare.View, alone bool) frame {
	f := frame{width: width, height: height, left: width, right: width}
	if width >= twoFrom && !alone {
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
	if width < twoFrom && height >= overFrom && !alone && view != compare.ViewFigures {
		f.over = true
		f.text = max(0, f.text-1) / 2
	}
	return f
}

// top is the first row of the text of a side in the body.
func (f frame) top(side int) int {
	if f.over && side == 1 {
		return heads + f.text + 1
	}
	return heads
}

// below is the first row under the texts and the line below them.
func (f frame) below() int {
	if f.over {
		return f.top(1) + f.text + f.rule
	}
	return heads + f.text + f.rule
}

// cells is the width of a side.
func (f frame) cells(i int) int {
	if i == 0 {
		return f.left
	}
	return f.right
}
