package lang

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

var verb = regexp.MustCompile(`%[sdq]`)

// verbs lists the argument kinds of a format; %q and %s take the same.
func verbs(s string) string {
	return strings.ReplaceAll(strings.Join(verb.FindAllString(s, -1), ""), "q", "s")
}

func TestEveryTextIsThereInBothLanguagesWithTheSameArguments(t *testing.T) {
	zh, en := reflect.ValueOf(*For(Chinese)), reflect.ValueOf(*For(English))
	var walk func(name string, a, b reflect.Value)
	walk = func(name string, a, b reflect.Value) {
		if a.Kind() == reflect.Struct {
			for i := range a.NumField() {
				walk(name+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i))
			}
			return
		}
		x, y := a.String(), b.String()
		if x == "" || y == "" {
			t.Errorf("%s is empty: %q, %q", name, x, y)
		}
		if verbs(x) != verbs(y) {
			t.Errorf("%s takes %q and %q", name, verbs(x), verbs(y))
		}
		if (verbs(x) != "") != strings.HasSuffix(name, "F") {
			t.Errorf("%s: only formats end in F", name)
		}
		if strings.IndexFunc(y, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0 {
			t.Errorf("%s: Chinese in the English text %q", name, y)
		}
	}
	walk("Texts", zh, en)
}

func TestTheLanguageFollowsTheWish(t *testing.T) {
	for wish, want := range map[string]Lang{"": Chinese, "zh_CN.UTF-8": Chinese, "en": English, "en_GB.UTF-8": English, "C": Chinese} {
		if got := Choose(wish); got != want {
			t.Errorf("%q gives %s", wish, got)
		}
	}
}
