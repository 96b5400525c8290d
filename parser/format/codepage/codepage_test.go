package codepage

import (
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

func encoded(t *testing.T, e encoding.Encoding, text string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestPairsTellsChineseFromWesternText(t *testing.T) {
	for _, text := range []string{"全年提交提案152件，立案131件。", "“镕”字", "A类"} {
		if Pairs(encoded(t, simplifiedchinese.GBK, text), false) != simplifiedchinese.GBK {
			t.Errorf("%s is not taken for GBK", text)
		}
	}
	if Pairs(encoded(t, traditionalchinese.Big5, "協商議政，提案辦理。"), true) != traditionalchinese.Big5 {
		t.Error("traditional text is not taken for Big5")
	}
	for _, text := range []string{"", "plain", "“quoted” — text…", "résumé", "DÉJÀ VU", "«guillemets»", "naïve café", "£5 – €7"} {
		if e := Pairs(encoded(t, charmap.Windows1252, text), false); e != nil {
			t.Errorf("%s is taken for %v", text, e)
		}
	}
}

func TestMarksAloneAreChineseTextInBothScripts(t *testing.T) {
	for _, text := range []string{"！，：；", "　　", "提案", "齄", "啊"} {
		if Pairs(encoded(t, simplifiedchinese.GBK, text), false) != simplifiedchinese.GBK {
			t.Errorf("%s is not taken for GBK", text)
		}
	}
	for _, text := range []string{"，。、；", "一乙", "協商"} {
		if Pairs(encoded(t, traditionalchinese.Big5, text), true) != traditionalchinese.Big5 {
			t.Errorf("%s is not taken for Big5", text)
		}
	}
}

func TestPagesAreFoundByTheirNumbers(t *testing.T) {
	for page, text := range map[int]string{936: "提案", 950: "提案", 932: "提案", 1251: "да", 65001: "提案", 12345: "é"} {
		if got, err := Of(page).NewDecoder().Bytes(encoded(t, Of(page), text)); err != nil || string(got) != text {
			t.Errorf("page %d: %q, %v", page, got, err)
		}
	}
	if OfCharset(134) != 936 || OfCharset(136) != 950 || OfCharset(0) != 0 || !Double(936) || Double(1252) {
		t.Error("a character set means another page")
	}
}
