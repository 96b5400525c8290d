package script

import (
	"slices"
	"testing"
)

func TestAPinyinNoteGoesOnlyIfItIsAReading(t *testing.T) {
	for _, c := range []struct {
		in, want string
		notes    []string
	}{
		{"建設(shè)", "建設", []string{"(shè)"}},
		{"建設（shè）與協(xié)商", "建設與協商", []string{"（shè）", "(xié)"}},
		{"设(she)立", "设立", []string{"(she)"}},
		{"想(xiang)象一(yi)下", "想象一下", []string{"(xiang)", "(yi)"}},
		{"綠(lǜ)色旅(lu:)遊", "綠色旅(lu:)遊", []string{"(lǜ)"}},
		{"綠(lü)色，女(nv)性", "綠色，女性", []string{"(lü)", "(nv)"}},
		{"重(chóng)要，銀行(xíng)", "重要，銀行", []string{"(chóng)", "(xíng)"}}, // another reading than the one meant
		{"設(she\u0300)立", "設立", []string{"(she\u0300)"}},
		{"黨(dɑ̌nɡ)組", "黨組", []string{"(dɑ̌nɡ)"}},
		{"一年來?lái)的", "一年來的", []string{"?lái)"}},
		{"建設(shè立", "建設立", []string{"(shè"}},
		{"建設shè)立", "建設立", []string{"shè)"}},
		{"建設( shè )立", "建設立", []string{"( shè )"}},
		{"不(bù)(bú)要", "不要", []string{"(bù)", "(bú)"}},
		{"方案(試行)、村(社區)", "方案(試行)、村(社區)", nil},
		{"30公里(km)", "30公里(km)", nil},
		{"优秀(A类)", "优秀(A类)", nil},
		{"维生素(a)", "维生素(a)", nil},
		{"建設(xié)", "建設(xié)", nil},
		{"英文(Hao)好(OK)", "英文(Hao)好(OK)", nil},
		{"设she立", "设she立", nil},
		{"设(she立", "设(she立", nil},
		{"设she)立", "设she)立", nil},
		{"(shè)", "(shè)", nil},
		{"設(shè2)", "設(shè2)", nil},
		{"你好吗?ma)", "你好吗", []string{"?ma)"}},
		{"政協(zhèngxié)委員", "政協委員", []string{"(zhèngxié)"}},
		{"行業(háng yè)、朝陽(Cháoyáng)區", "行業、朝陽區", []string{"(háng yè)", "(Cháoyáng)"}},
		{"縣(xian4)委", "縣委", []string{"(xian4)"}},
		{"協[xié]商", "協商", []string{"[xié]"}},
		{"協(ㄒㄧㄝˊ)商", "協商", []string{"(ㄒㄧㄝˊ)"}},
		{"公里(km)、[a]、甲[2]", "公里(km)、[a]、甲[2]", nil},
		{"設(", "設(", nil},
		{"設()", "設()", nil},
	} {
		got, notes := stripNotes(c.in)
		if got != c.want || !slices.Equal(notes, c.notes) {
			t.Errorf("%s: got %s %q, want %s %q", c.in, got, notes, c.want, c.notes)
		}
		if m := look(c.in); c.notes != nil && !m.notes {
			t.Errorf("%s: the scan does not see the note", c.in)
		}
	}
}

func TestPhrasesAreConvertedWholeAfterTheirNotesAreGone(t *testing.T) {
	got := NewConverter(General).Simplify("乾(qián)隆年間(jiān)，瞭(liǎo)解(jiě)乾(qián)縣(xiàn)")
	if want := "乾隆年间，了解乾县"; got.Text != want || len(got.Pinyin) != 6 {
		t.Errorf("got %s %q, want %s", got.Text, got.Pinyin, want)
	}
}

func TestABracketBeforeAnyLatinLetterStandsAmongLatin(t *testing.T) {
	for s, want := range map[string]bool{"(a)A": true, "(a)Z": true, "(a)z": true, "(a)[": false, "(a)件": false, "(a)": false} {
		if got := bracketsLatin(s, 0, len("(a)")); got != want {
			t.Errorf("%s: %v", s, got)
		}
	}
}
