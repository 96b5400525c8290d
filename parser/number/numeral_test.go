package number

import "testing"

func TestANumeralIsReadWholeWhateverDigitsItMixes(t *testing.T) {
	for text, want := range map[string]string{
		"13": "13", "1,100万": "11000000", "3万4000": "34000", "13万2": "132000", "4.78万亿": "4780000000000",
		"十万零五百": "100500", "一百五": "150", "一百零五": "105", "两千零四十": "2040", "卅三": "33", "十二": "12",
		"三十万多亿": "30000000000000", "１１.92亿": "1192000000", "5亿1万4千6百": "500014600", "1亿2300": "100002300",
		"一点五万": "15000", "四千三百亿": "430000000000", "四万万": "400000000", "二〇二三": "2023", "100万1111": "1001111",
		"壹万二千三百四十五": "12345", "一千零一十一": "1011", ".5": "0.5", "一百万零四": "1000004", "四千万零六千": "40006000",
	} {
		n, ok := ReadNumeral(text, 0)
		if !ok || n.End != len(text) || n.Value.String() != want {
			t.Errorf("%s: read %s up to byte %d of %d (%v), want %s", text, n.Value, n.End, len(text), ok, want)
		}
	}
}

func TestTwoDigitsSideBySideAreARange(t *testing.T) {
	for text, want := range map[string][2]string{
		"三五百": {"300", "500"}, "十七八": {"17", "18"}, "两三": {"2", "3"}, "五六十": {"50", "60"}, "三四万": {"30000", "40000"},
	} {
		n, ok := ReadNumeral(text, 0)
		if !ok || !n.Pair || n.Low.String() != want[0] || n.Value.String() != want[1] {
			t.Errorf("%s: read %s to %s (pair %v, %v), want %v", text, n.Low, n.Value, n.Pair, ok, want)
		}
	}
}

func TestWhatIsNotOneNumberIsNone(t *testing.T) {
	for _, text := range []string{"十一十二", "万", "亿元", "几十", "10.1万零100"} {
		if n, ok := ReadNumeral(text, 0); ok && n.End == len(text) {
			t.Errorf("%s was read as %s", text, n.Value)
		}
	}
}

func FuzzANumeralEndsInsideItsText(f *testing.F) {
	for _, s := range []string{"三五百", "1,100万", "十七八", "3万4000余", "一点五万", "百分之九十五", "，．１"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if n, ok := ReadNumeral(s, 0); ok && (n.End <= 0 || n.End > len(s)) {
			t.Errorf("%q ends at %d", s, n.End)
		}
	})
}

func BenchmarkNumeral(b *testing.B) {
	b.SetBytes(int64(len("十万零五百3万4000")))
	for b.Loop() {
		ReadNumeral("十万零五百", 0)
		ReadNumeral("3万4000", 0)
	}
}
