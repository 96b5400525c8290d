package take_test

import (
	"testing"

	"duidu/model"
	"duidu/model/take"
)

func TestABookmarkIsPutOnceAndTakenAway(t *testing.T) {
	a := take.Bookmark{Path: "a.txt", At: model.Anchor{Block: 2}}
	b := take.Bookmark{Path: "b.txt", At: model.Anchor{Block: 2}}
	one, put := take.Bookmarks(nil).Toggle(a)
	two, _ := one.Toggle(b)
	if !put || len(one) != 1 || len(two) != 2 {
		t.Fatalf("%v %v", one, two)
	}
	a.Text = "the same place"
	left, put := two.Toggle(a)
	if put || len(left) != 1 || left[0] != b || len(two) != 2 {
		t.Errorf("left %v of %v", left, two)
	}
	if moved := left.WithPaths(func(string) string { return "/b.txt" }); moved[0].Path != "/b.txt" || left[0].Path != "b.txt" {
		t.Errorf("spelt %v from %v", moved, left)
	}
}
