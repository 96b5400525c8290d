package script

import (
	"maps"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"duidu/parser/parsertest"
)

func TestDoubledSignsAreMendedWithAReceipt(t *testing.T) {
	for _, c := range []struct{ in, want, receipt string }{
		{"立案129件,,其中重点提案8件", "立案129件,其中重点提案8件", "9件,,其中→9件,其中"},
		{"经济，，社会", "经济，社会", "经济，，社会→经济，社会"},
		{"经济，,社会", "经济，社会", "经济，,社会→经济，社会"},
		{"提案、、信息", "提案、信息", "提案、、信息→提案、信息"},
		{"满意率98%%，", "满意率98%，", "98%%，→98%，"},
		{"满意率９８％％", "满意率９８％", "９８％％→９８％"},
	} {
		got := repair(c.in)
		if got.Text != c.want || len(got.Notes) != 1 || got.Notes[0] != c.receipt {
			t.Errorf("%s: got %s %q", c.in, got.Text, got.Notes)
		}
	}
}

func TestWhatIsNoSlipStays(t *testing.T) {
	for _, s := range []string{
		"收到提案×件，立案率X%，20**年", "a,,b,,c", "提案、、、信息", "%%", "100%%%", "这是谁的责任？我们要问！",
		"怎么办?！大家都在问", "谁来干?；怎么干?", "（翡翠、琥珀、珊瑚、玳瑁）", "曈曈旭日，熠熠生辉！", "饕餮、貔貅；麒麟？",
		"“协商”？！“议政”", "？", "?", "，", "", parsertest.SimplifiedSample, parsertest.TraditionalSample,
	} {
		if got := repair(s); got.Text != s || got.Notes != nil {
			t.Errorf("%q became %q %q", s, got.Text, got.Notes)
		}
	}
	texts := parsertest.CorpusTexts(t)
	maps.Copy(texts, parsertest.CorpusFiles(t, "reports/003*"))
	maps.Copy(texts, parsertest.CorpusFiles(t, "corpus/national/1954*"))
	for name, text := range texts {
		for line := range strings.Lines(text) {
			for _, n := range repair(line).Notes {
				t.Logf("%s: %s", name, n)
				if strings.ContainsRune(n, lostCharacter) {
					t.Errorf("%s: a run was taken for shifted: %s", name, n)
				}
			}
		}
	}
}

func TestALostByteIsPutBack(t *testing.T) {
	for in, want := range map[string]string{
		"发挥重要作用?；毓艘荒昀吹墓ぷ鳎?我们":                 "发挥重要作用。回顾一年来的工作□我们",
		"發揮重要作用?；仡櫼荒陙?lái)的工作":                "發揮重要作用。回顧一年來的工作",
		damage(t, "委員們群众的意见得到重视", 6, "?nei)"): "委員們群众的意□□到重□",
		"委員們?nèi)膛宕骺谡郑?到場":                    "委員們□□佩戴口罩□到場",
	} {
		if got := repair(in); got.Text != want {
			t.Errorf("%s:\n got  %s %q\n want %s", in, got.Text, got.Notes, want)
		}
	}
}

func TestRepairsThatTouchDoNotOverlap(t *testing.T) {
	for _, s := range []string{
		"经济，，荒昀吹墓ぷ鳎毓艘荒昀吹墓ぷ鳎，，毓艘荒昀吹墓ぷ鳎",
		strings.Repeat("?；毓艘荒昀吹墓ぷ鳎", longestStretch/4), // longer than a stretch
		strings.Repeat("議?nèi)膛宕骺谡郑，，", 100),
	} {
		got := repair(s)
		if !utf8.ValidString(got.Text) || len(got.Notes) == 0 {
			t.Errorf("%d repairs of %.60q", len(got.Notes), s)
		}
	}
}

// damageSentences are hit at every offset.
var damageSentences = []string{
	"一年来，县政协围绕乡村振兴开展协商议政，提出的意见建议得到县委重视。“有事好商量”平台走进村社，委员们深入基层倾听群众呼声，推动解决了一批急难愁盼问题。",
	"坚持团结和民主两大主题，组织委员学习、视察、调研，为全县经济社会发展凝聚共识、汇聚力量，各项工作取得新的成效。回顾一年来的工作，我们深切体会到，必须坚持党的领导。",
	"提案办理质量持续提高，重点提案由主席会议成员领衔督办；社情民意信息反映及时，多条建议被采纳。文史资料征集出版工作稳步推进，对外交往更加活跃！",
}

// damage replaces byte i of s in GBK by with (nothing: drops it) and reads
// the result the way a lenient program does: what can't be read is one ?.
func damage(t testing.TB, s string, i int, with string) string {
	b, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	b = append(append(append([]byte{}, b[:i]...), with...), b[i+1:]...)
	out, err := simplifiedchinese.GBK.NewDecoder().Bytes(b)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(out), "\ufffd", "?")
}

func TestLostBytesArePutBackWhereverTheyWere(t *testing.T) {
	for _, c := range []struct {
		name, with string
		signs      bool // only the first bytes of 。 and 、 and ，
	}{
		{"marked, at a sign", "?", true},
		{"marked, anywhere", "?", false},
		{"dropped, at a sign", "", true},
		{"dropped, anywhere", "", false},
	} {
		var before, after, readable, total, places, wrong int
		for _, s := range damageSentences {
			runes := []rune(s)
			// Close to the end too little is left to tell by.
			for i := 0; i < len(runes)-8; i++ {
				if c.signs && !strings.ContainsRune("。、，", runes[i]) {
					continue
				}
				bad := damage(t, s, 2*i, c.with)
				got := repair(bad).Text
				right := commonCharacters(s, got)
				places++
				total += len(runes)
				before += commonCharacters(s, bad)
				after += right
				readable += len(runes) - unreadable(bad)
				wrong += utf8.RuneCountInString(got) - strings.Count(got, string(lostCharacter)) - strings.Count(got, "?") - right
			}
		}
		share := float64(after) / float64(readable)
		t.Logf("%s: %d places; characters right %.1f%% -> %.1f%%, of those with both bytes left %.1f%%; wrong %.2f%%",
			c.name, places, 100*float64(before)/float64(total), 100*float64(after)/float64(total), 100*share, 100*float64(wrong)/float64(total))
		if share < 0.95 {
			t.Errorf("%s: %.3f of the characters that can be restored are right, want 0.95", c.name, share)
		}
		if limit := total / 50; wrong > limit {
			t.Errorf("%s: %d characters are wrong, at most %d allowed", c.name, wrong, limit)
		}
	}
}

// unreadable returns how many characters of damaged text have lost a byte:
// that at the damage, and two for each ? after it, of which neighbours share
// one.
func unreadable(bad string) int {
	n, last := 1, rune(0)
	for _, r := range bad {
		if r == '?' {
			n++
			if last != '?' {
				n++
			}
		}
		last = r
	}
	return n
}

// commonCharacters returns how many characters of a longest common subsequence a and b
// have.
func commonCharacters(a, b string) int {
	y := []rune(b)
	row := make([]int, len(y)+1)
	for _, r := range a {
		diagonal := 0
		for j, q := range y {
			up := row[j+1]
			if r == q {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = up
		}
	}
	return row[len(y)]
}

func FuzzRepair(f *testing.F) {
	for _, s := range []string{"件,,其中", "98%%", "用?；毓艘荒昀吹墓ぷ鳎?我", "們?nèi)膛宕骺谡郑到", "？！", "\xff?；", "、、"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := repair(s)
		if (got.Text != s) != (len(got.Notes) > 0) {
			t.Errorf("%q became %q with receipts %q", s, got.Text, got.Notes)
		}
		if utf8.ValidString(s) && !utf8.ValidString(got.Text) {
			t.Errorf("%q became invalid: %q", s, got.Text)
		}
	})
}

func BenchmarkRepair(b *testing.B) {
	b.SetBytes(int64(len(parsertest.SimplifiedSample)))
	b.ReportAllocs()
	for b.Loop() {
		repair(parsertest.SimplifiedSample)
	}
}
