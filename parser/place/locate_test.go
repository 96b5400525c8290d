package place_test

import (
	"reflect"
	"testing"

	"duidu/parser/place"
)

func TestANameIsLocatedWithWhatItBelongsTo(t *testing.T) {
	for name, want := range map[string][]string{
		"永定区 ":    {"湖南省 张家界市 永定区", "福建省 龙岩市 永定区"},
		"张家界 永定区": {"湖南省 张家界市 永定区"},
		"福建省永定区":  {"福建省 龙岩市 永定区"},
		"十堰":      {"湖北省 十堰市 十堰市"},
		"湖南省":     {"湖南省 湖南省"},
		"没有这个地方":  nil,
		"永定区政协":   nil,
		"江苏省 永定区": nil,
		"":        nil,
	} {
		if got := place.Places().Locate(name); len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("%q is %q, not %q", name, got, want)
		}
	}
}
