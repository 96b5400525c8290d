package script

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// mixed is a text of pieces that the quick ways through a text must stop at,
// or must not.
func mixed(random *rand.Rand) string {
	pieces := []string{"县", "政协", "提案", "。", "，", "（", "）", "(", ")", "會", "議", "a", "Z", "8", "ē", "（nèi）", "(nèi)", "\n", "　", "é", "𠀋", "—", "豈", "﹐", "，", "한", "○", "\u200b", "\u202e", "\x07"}
	var b strings.Builder
	for range random.IntN(12) {
		b.WriteString(pieces[random.IntN(len(pieces))])
	}
	return b.String()
}

func TestWhatIsPassedOnUnreadHoldsNothingToConvert(t *testing.T) {
	table := scripts()
	slow := func(b []byte) int {
		for i := 0; i < len(b); {
			r, n := utf8.DecodeRune(b[i:])
			if strings.ContainsRune("()（）", r) && bracketsLatin(b, i, i+n) || table.of(r) == traditional {
				return i
			}
			i += n
		}
		return len(b)
	}
	random := rand.New(rand.NewPCG(3, 5))
	for range 20000 {
		b := []byte(mixed(random))
		if got, want := table.sound(b), slow(b); got != want {
			t.Fatalf("%q is sound up to %d, not %d", b, got, want)
		}
	}
}

func TestEveryCharacterIsCleanOrTakenOut(t *testing.T) {
	// Both ends of each range of what is taken out, and their neighbours.
	live := map[rune]bool{}
	for _, span := range [][2]rune{{0, 8}, {0xb, 0x1f}, {0x7f, 0x9f}, {0xad, 0xad}, {0x34f, 0x34f}, {0x61c, 0x61c}, {0x180e, 0x180e}, {0x200b, 0x200f},
		{0x2028, 0x202e}, {0x2060, 0x2064}, {0x2066, 0x206f}, {0xfe00, 0xfe0f}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {0xe0000, 0xe0fff}} {
		for r := span[0]; r <= span[1]; r++ {
			live[r] = true
		}
	}
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) || r > 0x30000 && r < 0xdff00 {
			continue
		}
		for _, s := range []string{string(r), "提" + string(r), "提" + string(r) + "案a"} {
			clean := IsClean(s)
			out, _ := Clean(s)
			if clean == live[r] || clean != (out == s) {
				t.Fatalf("%U: clean %v, made %q of %q", r, clean, out, s)
			}
		}
	}
}

func TestLongLinesAreCutBehindASentenceOrACharacter(t *testing.T) {
	for s, want := range map[string]int{
		"收到提案。其中": len("收到提案。"), "收到提案": len("收到提"), "abc": 2, "案": len("案"), "收到\xe6\x8f": len("收到"), "x案": 1,
	} {
		if got := lastSentence([]byte(s)); got != want {
			t.Errorf("%q is cut at %d, not %d", s, got, want)
		}
	}
}

// threeAtATime gives three bytes a time, so that lines and characters are cut.
type threeAtATime struct{ rest []byte }

func (r *threeAtATime) Read(p []byte) (int, error) {
	n := copy(p, r.rest[:min(3, len(r.rest))])
	if r.rest = r.rest[n:]; n == 0 {
		return 0, bytes.ErrTooLarge
	}
	return n, nil
}

func TestAFilterGivesWhatItReadBeforeItsSourceFailed(t *testing.T) {
	c := NewConverter(General)
	var out bytes.Buffer
	err := c.Filter(&out, &threeAtATime{[]byte("提案\n縣政協會議\n收到")})
	if err != bytes.ErrTooLarge || out.String() != "提案\n县政协会议\n收到" {
		t.Errorf("%q, %v", out.String(), err)
	}
}

func TestTheNextSuspectIsFoundWhateverLiesBefore(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 2))
	for range 20000 {
		s := mixed(random)
		for i := 0; i < len(s); {
			n := nextSuspect(s, i)
			if n < 1 || i+n > len(s) || i+n < len(s) && !utf8.RuneStart(s[i+n]) {
				t.Fatalf("from %d in %q to %d", i, s, i+n)
			}
			for k := i + 1; k < i+n; k++ { // nothing to mend is passed over
				if utf8.RuneStart(s[k]) && (s[k] < 0xe4 || s[k] > 0xe9) {
					t.Fatalf("%q at %d is passed over", s, k)
				}
			}
			i += n
		}
	}
}

func TestTheCommonerACharacterTheMoreItSpeaksForText(t *testing.T) {
	rank := 0
	for _, r := range CommonData {
		if r < firstHan || r > lastHan {
			continue
		}
		want := -2
		for _, step := range [][2]int{{200, 4}, {1000, 2}, {2000, 1}, {3000, -1}} {
			if rank < step[0] {
				want = step[1]
				break
			}
		}
		if strings.ContainsRune(formalNumerals, r) {
			want = 1
		}
		if got := hanWeight(r); got != want {
			t.Fatalf("%c, the %dth, weighs %d, not %d", r, rank+1, got, want)
		}
		rank++
	}
	for r, want := range map[rune]int{'，': 4, '；': 2, '①': 1, '\u24ff': 1, '\u2500': -4, '\u245f': -4, 'Ⅰ': 1, '\u217f': 1, '\u2180': -4, '㈠': 1, '\u327f': 1, '\u3280': -4, 'é': -4} {
		if got := hanWeight(r); got != want {
			t.Errorf("%U weighs %d, not %d", r, got, want)
		}
	}
}
