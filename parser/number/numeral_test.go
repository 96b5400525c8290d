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

func TestANumberGoesOnBehindABlankOnlyWithALargePower(t *testing.T) {
	for text, want := range map[string]string{
		"160 多万元": "1600000", "100 万元": "1000000", "3 余亿": "300000000", "100 元": "100", "12 多人": "12", "2 000件": "2000", "20 00件": "20", "6 .4%": "6.4",
		"1,234,567件": "1234567", "1,23件": "1", "0,123件": "0", ",123": "", "12345 678件": "12345",
	} {
		n, ok := ReadNumeral(text, 0)
		if ok != (want != "") || ok && n.Value.String() != want {
			t.Errorf("%s is read as %s (%v), not %s", text, n.Value, ok, want)
		}
	}
}

func TestAYearIsFourDigitsOfAnyKind(t *testing.T) {
	for line, want := range map[string]int{
		"2023年": 2023, "２０２３年": 2023, "二〇二三年": 2023, "二○二三年": 2023, "二零二三年": 2023, "1949年": 1949, "2100年": 2100,
		"1948年": 0, "2101年": 0, "923年": 0, "年": 0, "2021-2023年": 0, "2021年至2023年": 2021, "零年": 0,
	} {
		got := 0
		if years := Years(line); len(years) > 0 {
			got = years[0].Year
		}
		if got != want {
			t.Errorf("%s is the year %d, not %d", line, got, want)
		}
	}
	if years := Years("从2021年到今天的2023年，"); len(years) != 2 || years[1].Year != 2023 || years[1].After != "，" {
		t.Errorf("%+v", years)
	}
}

func TestASmallOrdinalStandsBeforeOrBehind(t *testing.T) {
	for s, want := range map[string]int{"3次": 3, "１２次": 12, "十六届": 16, "二十一次": 21, "九十九": 99, "100次": 0, "十十": 0, "次": 0, "": 0, "〇": 0, "二〇次": 20, "九": 9} {
		if n, rest := OrdinalAfter(s); n != want || n > 0 && rest != "" && rest != "次" && rest != "届" {
			t.Errorf("%q begins with %d and goes on with %q, not %d", s, n, rest, want)
		}
	}
	for s, want := range map[string]int{"第3": 3, "第二十": 20, "届十": 10, "第": 0, "第１０": 10} {
		n, start := OrdinalBefore(s)
		if n != want || s[:start] != "第" && s[:start] != "届" {
			t.Errorf("%q ends in %d from %d on, not %d", s, n, start, want)
		}
	}
}
