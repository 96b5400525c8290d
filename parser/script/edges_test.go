package script

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestEveryEscapeOfTwoCharactersIsTakenOutWhole(t *testing.T) {
	for _, c := range []string{"0", "7", "8", "=", ">", "?", "`", "c", "n", "~"} {
		if got, _ := Clean("提\x1b" + c + "案"); got != "提案" {
			t.Errorf("ESC %s leaves %q", c, got)
		}
	}
	for in, want := range map[string]string{"提\x1b案": "提案", "提\x1b(案": "提(案", "提\x1b\n案": "提\n案"} {
		if got, _ := Clean(in); got != want {
			t.Errorf("%q becomes %q, not %q", in, got, want)
		}
	}
}

func TestANoteIsSeenWhateverLetterOrToneItHas(t *testing.T) {
	for in, want := range map[string]string{
		"郑州(Zhèngzhōu)政协": "郑州政协", "去了吗(ma5)，": "去了吗，", "县(xian1)政协": "县政协",
		"吗(ma6)，": "吗(ma6)，", "吗(ma0)，": "吗(ma0)，",
	} {
		got, notes := stripNotes(in)
		if got != want {
			t.Errorf("%s becomes %s %q, not %s", in, got, notes, want)
		}
		if len(notes) > 0 && !look(in).notes {
			t.Errorf("%s: the scan does not see the note", in)
		}
	}
}

// full takes so many bytes and then no more.
type full struct {
	room int
	got  strings.Builder
}

var errFull = errors.New("no room")

func (f *full) Write(p []byte) (int, error) {
	if f.got.Len()+len(p) > f.room {
		return 0, errFull
	}
	return f.got.Write(p)
}

func TestAFilterStopsWhereItsTargetIsFull(t *testing.T) {
	for _, line := range []string{"全年收到提案\n", "縣政協會議\n"} {
		to := &full{room: 100}
		if err := NewConverter(General).Filter(to, strings.NewReader(strings.Repeat(line, 50000))); !errors.Is(err, errFull) {
			t.Errorf("%q: %v", line, err)
		}
		if to.got.Len() > to.room {
			t.Errorf("%d bytes", to.got.Len())
		}
	}
}

func TestAFilterConvertsWhatSimplifyingConverts(t *testing.T) {
	c := NewConverter(General)
	for _, s := range []string{"委员㑳说", "姓㑯的委员", "提案𠁞", "字𡞵", "縣㑳", "平平常常"} {
		var out strings.Builder
		if err := c.Filter(&out, strings.NewReader(s)); err != nil {
			t.Fatal(err)
		}
		if want := c.Simplify(s).Text; out.String() != want {
			t.Errorf("%s is filtered to %s and simplified to %s", s, out.String(), want)
		}
	}
	var out strings.Builder
	if c.Filter(&out, strings.NewReader("委员㑳说")); out.String() == "委员㑳说" {
		t.Errorf("%s stays as it is", out.String())
	}
}

func TestEveryPairOfBytesIsTheCharacterThatGBKHasForIt(t *testing.T) {
	decoder := simplifiedchinese.GBK.NewDecoder()
	var wrong []uint16
	for lead := 0x81; lead <= 0xfe; lead++ {
		for trail := 0x40; trail <= 0xfe; trail++ {
			if trail == 0x7f {
				continue
			}
			pair := uint16(lead)<<8 | uint16(trail)
			want, err := decoder.Bytes([]byte{byte(lead), byte(trail)})
			runes := []rune(string(want))
			if err != nil || len(runes) != 1 || runes[0] == '\ufffd' || runes[0] > 0xffff {
				continue
			}
			if gbk().runes[pair] != uint16(runes[0]) {
				wrong = append(wrong, pair)
			}
		}
	}
	slices.Sort(wrong)
	if len(wrong) > 0 {
		t.Errorf("%d pairs, from %#x on", len(wrong), wrong[0])
	}
}
