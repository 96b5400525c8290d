package script

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/liuzl/gocc"

	"duidu/model"
	"duidu/parser/parsertest"
	"duidu/parser/text"
)

func TestSimplifiedTextComesOutByteForByte(t *testing.T) {
	names := []string{
		"乾县、乾安县和乾隆年间的碑刻", "昇腾芯片", "显著提高，著名作家", "什么", "慰藉", "於潜镇", "魏徵",
		"答覆", "茶几", "皇后", "台州", "藉口镇", "濛洲街道", "鮀莲街道", "织篢镇", parsertest.SimplifiedSample,
	}
	for _, v := range []Variant{General, Taiwan, HongKong} {
		c := NewConverter(v)
		for _, s := range names {
			if got := c.Simplify(s); got.Text != s || got.Pinyin != nil {
				t.Errorf("%q: %q became %q", v, s, got.Text)
			}
		}
		for name, text := range parsertest.CorpusTexts(t) {
			for line := range strings.Lines(text) {
				got := c.Simplify(line)
				if got.Text != line {
					t.Errorf("%q %s: %q became %q", v, name, line, got.Text)
				}
				if got.Traditional > 0 {
					t.Logf("%s: %d traditional characters in %q", name, got.Traditional, line)
				}
			}
		}
	}
}

func TestTraditionalTextBecomesSimplified(t *testing.T) {
	got := NewConverter(General).Simplify(parsertest.TraditionalSample)
	if got.Text != parsertest.SimplifiedSample {
		t.Errorf("got %s", got.Text)
	}
	if got.Traditional < 40 || got.Simple > 0 {
		t.Errorf("%d traditional, %d simplified characters", got.Traditional, got.Simple)
	}
	if s := NewConverter(General).Simplify(parsertest.SimplifiedSample); s.Traditional > 0 || s.Simple < 40 {
		t.Errorf("%d traditional, %d simplified characters", s.Traditional, s.Simple)
	}
}

func TestWhatBothScriptsWriteIsDecidedByItsSurroundings(t *testing.T) {
	c := NewConverter(General)
	for in, want := range map[string]string{
		"關於旱情，土地乾裂":      "关于旱情，土地干裂",
		"乾县政協委員視察後提出建議":  "乾县政协委员视察后提出建议",
		"乾安縣與乾隆年間":       "乾安县与乾隆年间",
		"毛病坏了，請維修":       "毛病坏了，请维修",
		"他姓於，在县里工作":      "他姓於，在县里工作",
		"後来几位委员到現場協調":    "后来几位委员到现场协调",
		"於潛鎮的昇騰項目":       "於潜镇的昇腾项目",
		"徐乾學與毕昇、畢昇":      "徐乾学与毕昇、毕昇",
		"项目由於资金不足，進展缓慢":  "项目由于资金不足，进展缓慢",
		"反覆協商，答覆提案":      "反复协商，答复提案",
		"𠀀𠮷字不變，漢字變":      "𠀀𠮷字不变，汉字变",
		"a\xff協商\xe5":    "a\xff协商\xe5",
		"濛江鄉、織篢鎮、垌塚鎮的變化": "濛江乡、织篢镇、垌塚镇的变化",
	} {
		if got := c.Simplify(in).Text; got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

func TestTheVariantsOfTaiwanAndHongKongAreKnown(t *testing.T) {
	for _, c := range []struct {
		v        Variant
		in, want string
	}{
		{Taiwan, "沿著河岸裡面的著名麵館，汙染顯著減少，什麼都沒變", "沿着河岸里面的著名面馆，污染显著减少，什么都没变"},
		{HongKong, "衞生署敍述枱面數據", "卫生署叙述台面数据"},
	} {
		if got := NewConverter(c.v).Simplify(c.in).Text; got != c.want {
			t.Errorf("%s: got %s, want %s", c.v, got, c.want)
		}
	}
}

// Outside of the supplement and of what the surroundings decide, the matcher
// has to say what gocc says.
func TestTheMatcherAgreesWithGocc(t *testing.T) {
	for v, name := range map[Variant]string{General: "t2s", Taiwan: "tw2s", HongKong: "hk2s"} {
		cc, err := gocc.New(name)
		if err != nil {
			t.Fatal(err)
		}
		var list []*dictionary
		for _, words := range goccWords(v) {
			everywhere := map[string]bool{}
			for from := range words {
				everywhere[from] = true
			}
			list = append(list, newDictionary(words, everywhere))
		}
		texts := parsertest.CorpusFiles(t, "corpus/national/19[57]*.txt")
		texts["own"] = parsertest.TraditionalSample
		memory := new(text.Arena)
		for file, text := range texts {
			for line := range strings.Lines(text) {
				want, err := cc.Convert(line)
				if err != nil {
					t.Fatal(err)
				}
				got := line
				for _, d := range list {
					got = d.convert(got, memory)
				}
				if got != want {
					t.Errorf("%s %s:\n got  %s\n gocc %s", name, file, got, want)
				}
			}
		}
	}
}

func TestTheReportWithPinyinNotesLosesNothingElse(t *testing.T) {
	c := NewConverter(General)
	for _, text := range parsertest.CorpusFiles(t, "reports/003*") {
		removed := 0
		for line := range strings.Lines(text) {
			s := c.Simplify(line)
			removed += len(s.Pinyin)
			bare := line
			for _, n := range s.Pinyin {
				if !strings.Contains(bare, n) {
					t.Errorf("note %q does not stand in its paragraph", n)
				}
				bare = strings.Replace(bare, n, "", 1)
			}
			if got, want := utf8.RuneCountInString(s.Text), utf8.RuneCountInString(bare); got != want {
				t.Errorf("%d characters of %d are left: %s", got, want, s.Text)
			}
			in, out := []rune(bare), []rune(s.Text)
			for i := range min(len(in), len(out)) {
				if in[i] != out[i] && scripts().of(in[i]) != traditional && !strings.ContainsRune("於乾徵藉沈覆夥", in[i]) {
					t.Errorf("%c became %c in %s", in[i], out[i], s.Text)
				}
			}
			if m := look(s.Text); m.traditional > 0 {
				t.Errorf("traditional characters are left: %s", s.Text)
			}
			if got, want := strings.Count(s.Text, "("), strings.Count(line, "(")-len(s.Pinyin); got != want {
				t.Errorf("%d parentheses, want %d: %s", got, want, s.Text)
			}
		}
		notes, keeps := 338, []string{"(试行)", "(街道)", "(社区)", "(2023-2025年)"}
		if !parsertest.HaveShared() {
			notes, keeps = 38, nil // the digest of the same report
		}
		if removed != notes {
			t.Errorf("%d notes removed, want %d", removed, notes)
		}
		for _, keep := range keeps {
			if !strings.Contains(c.Simplify(text).Text, keep) {
				t.Errorf("%s is gone", keep)
			}
		}
	}
}

func TestTheScriptOfATextIsThatOfItsMarks(t *testing.T) {
	for _, c := range []struct {
		text string
		want model.Script
	}{
		{parsertest.SimplifiedSample, model.Simplified},
		{parsertest.TraditionalSample, model.Traditional},
		{parsertest.SimplifiedSample + parsertest.TraditionalSample, model.Mixed},
		{parsertest.SimplifiedSample + "峯", model.Simplified},
		{"2023", model.Simplified},
	} {
		m := look(c.text)
		if got := ScriptOf(m.traditional, m.simplified); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
	for name, text := range parsertest.CorpusFiles(t, "reports/003*") {
		if m := look(text); ScriptOf(m.traditional, m.simplified) != model.Traditional {
			t.Errorf("%s: %+v", name, m)
		}
	}
}

// Machine-made pages turn text into traditional script character by
// character, and not all of it. Whatever part of a text is turned, what comes
// back has to be the text.
func TestTextTurnedTraditionalInPartsComesBack(t *testing.T) {
	for _, c := range []struct {
		name  string
		limit float64 // characters in a million that may differ
		turn  func(table map[rune]rune, r *rand.Rand, text []rune)
	}{
		{"all of it", 10, func(table map[rune]rune, _ *rand.Rand, text []rune) {
			parsertest.TurnTraditional(table, text)
		}},
		{"every other stretch of up to 12 characters", 30, func(table map[rune]rune, r *rand.Rand, text []rune) {
			for len(text) > 0 {
				n := min(len(text), 1+r.IntN(12))
				if r.IntN(2) == 0 {
					parsertest.TurnTraditional(table, text[:n])
				}
				text = text[n:]
			}
		}},
	} {
		random := rand.New(rand.NewPCG(1, 2))
		table, converter := parsertest.CharacterTable(t), NewConverter(General)
		total, wrong := 0, 0
		texts := parsertest.CorpusTexts(t)
		for _, name := range slices.Sorted(maps.Keys(texts)) {
			for line := range strings.Lines(texts[name]) {
				want, turned := []rune(line), []rune(line)
				c.turn(table, random, turned)
				got := []rune(converter.Simplify(string(turned)).Text)
				if len(got) != len(want) {
					t.Fatalf("%s: %d characters of %d", name, len(got), len(want))
				}
				total += len(want)
				for i := range want {
					if got[i] != want[i] {
						wrong++
					}
				}
			}
		}
		rate := 1e6 * float64(wrong) / float64(total)
		if t.Logf("%s: %d of %d characters differ, %.1f in a million", c.name, wrong, total, rate); rate > c.limit {
			t.Errorf("%s: %.1f characters in a million differ, at most %v may", c.name, rate, c.limit)
		}
	}
}

func TestFilterKeepsLineEndsAndCutsNoCharacter(t *testing.T) {
	c := NewConverter(General)
	in := strings.Repeat(parsertest.TraditionalSample+"\r\n", 20) + "\n\n" + strings.Repeat(strings.Repeat("協商", 50)+"。", 3000) + "\n" +
		strings.Repeat("議政", filterChunk/2) + "無行尾"
	var out bytes.Buffer
	if err := c.Filter(&out, strings.NewReader(in)); err != nil {
		t.Fatal(err)
	}
	want := strings.Repeat(parsertest.SimplifiedSample+"\r\n", 20) + "\n\n" + strings.Repeat(strings.Repeat("协商", 50)+"。", 3000) + "\n" +
		strings.Repeat("议政", filterChunk/2) + "无行尾"
	if out.String() != want {
		t.Errorf("%d bytes, want %d", out.Len(), len(want))
	}
}

func TestAConverterMayBeShared(t *testing.T) {
	c := NewConverter(General)
	done := make(chan string)
	for range 4 {
		go func() { done <- c.Simplify(parsertest.TraditionalSample).Text }()
	}
	for range 4 {
		if got := <-done; got != parsertest.SimplifiedSample {
			t.Error(got)
		}
	}
}

func FuzzSimplify(f *testing.F) {
	for _, s := range []string{parsertest.TraditionalSample, parsertest.SimplifiedSample, "建設(shè)協(xié)商", "乾縣乾县", "著裝(zhe", "么麼小丑", "楊甦棣祕密", "a\xff協", "𠮷(jí)"} {
		f.Add(s)
	}
	var all []*Converter
	for _, v := range []Variant{General, Taiwan, HongKong} {
		all = append(all, NewConverter(v))
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range all {
			once := c.Simplify(s)
			if once.Traditional == 0 && once.Pinyin == nil && once.Text != s {
				t.Errorf("%q changed to %q without need", s, once.Text)
			}
			if utf8.ValidString(s) && !utf8.ValidString(once.Text) {
				t.Errorf("%q became invalid: %q", s, once.Text)
			}
			bare := stripped(once.Text)
			if twice := c.Simplify(bare); twice.Text != bare && len(twice.Pinyin) == 0 {
				t.Errorf("%q became %q and then %q", s, bare, twice.Text)
			}
		}
	})
}

// stripped removes notes until none is left, since one removed may bring
// another together.
func stripped(s string) string {
	for {
		t, notes := stripNotes(s)
		if notes == nil {
			return t
		}
		s = t
	}
}

func BenchmarkSimplifySimplified(b *testing.B) { benchmarkSimplify(b, parsertest.SimplifiedSample) }

func BenchmarkSimplifyTraditional(b *testing.B) { benchmarkSimplify(b, parsertest.TraditionalSample) }

// Real text has more of what needs looking up than a sample: compare with
// the opencc command on the same file.
func BenchmarkSimplifyTraditionalReport(b *testing.B) {
	c := NewConverter(General)
	for _, text := range parsertest.CorpusFiles(b, "corpus/national/1954*") {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			for line := range strings.Lines(text) {
				c.Simplify(line)
			}
		}
	}
}

func BenchmarkSimplifyPinyinReport(b *testing.B) {
	c := NewConverter(General)
	for _, text := range parsertest.CorpusFiles(b, "reports/003*") {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			for line := range strings.Lines(text) {
				c.Simplify(line)
			}
		}
	}
}

func benchmarkSimplify(b *testing.B, s string) {
	c := NewConverter(General)
	c.Simplify(s)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		c.Simplify(s)
	}
}

func BenchmarkGocc(b *testing.B) {
	cc, err := gocc.New("t2s")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(parsertest.TraditionalSample)))
	for b.Loop() {
		if _, err := cc.Convert(parsertest.TraditionalSample); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoadDictionaries(b *testing.B) {
	for b.Loop() {
		loadDictionaries(General)
	}
}

func BenchmarkLoadMarks(b *testing.B) {
	scripts()
	for b.Loop() {
		t := &scriptTable{others: map[rune]script{}}
		t.read(scriptData)
	}
}
