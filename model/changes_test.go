package model_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"duidu/model"
)

func TestOnlyWhatConversionAndRepairChangedIsMarked(t *testing.T) {
	for _, c := range []struct{ text, original, want string }{
		{"县政协建设，办理议案12件。", "縣政協建設(shè)，辦理議案12件。", "县<縣 协<協 设<設(shè) 办<辦 议<議"},
		{"经济发展稳中有进", "經濟發展穩中有進", "经济发<經濟發 稳<穩 进<進"},
		{"满意率98%。", "满意率98%%。。", "<% <。"},
		{"同样的话", "同样的话", ""},
		{"", "(zhù)", "<(zhù)"},
	} {
		var got []string
		for _, d := range model.Changes(c.text, c.original) {
			got = append(got, c.text[d.Start:d.End]+"<"+c.original[d.FromStart:d.FromEnd])
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s from %s: %q, want %q", c.text, c.original, s, c.want)
		}
	}
}

func FuzzChanges(f *testing.F) {
	f.Add("县政协", "縣政協(xié)")
	f.Add("a\xff", "\xffb")
	f.Fuzz(func(t *testing.T, text, original string) {
		var same, from strings.Builder
		i, j := 0, 0
		for _, c := range model.Changes(text, original) {
			if c.Start < i || c.FromStart < j || c.End < c.Start || c.FromEnd < c.FromStart || c.End == c.Start && c.FromEnd == c.FromStart {
				t.Fatalf("change %+v after %d, %d", c, i, j)
			}
			same.WriteString(text[i:c.Start])
			from.WriteString(original[j:c.FromStart])
			i, j = c.End, c.FromEnd
		}
		same.WriteString(text[i:])
		from.WriteString(original[j:])
		valid := utf8.ValidString(text) && utf8.ValidString(original)
		if valid && same.String() != from.String() {
			t.Fatalf("%q and %q agree on %q and %q", text, original, same.String(), from.String())
		}
	})
}

func BenchmarkChanges(b *testing.B) {
	text := strings.Repeat("政协委员围绕经济发展开展协商监督，", 500)
	original := strings.Repeat("政協委員圍繞經濟發展開展協商監督(dū)，", 500)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		model.Changes(text, original)
	}
}
