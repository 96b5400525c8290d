package compare_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/modeltest"
)

func TestSharedWordingReachesAcrossPunctuationButNotAcrossParagraphs(t *testing.T) {
	a := modeltest.Paragraphs("我们始终坚持团结和民主两大主题，广泛凝聚共识。\n建设书香政协机关\n文化氛围日益浓厚")
	b := modeltest.Paragraphs("今年坚持团结和民主两大主题：广泛凝聚人心。\n建设书香政协机关文化氛围")
	w := compare.CompareWording(a, b)
	if len(w.Passages) == 0 || w.Passages[0].Text != "坚持团结和民主两大主题，广泛凝聚" {
		t.Fatalf("%+v", w.Passages)
	}
	for _, p := range w.Passages {
		if strings.Contains(p.Text, "\n") || p.Text == "机关文化氛围" {
			t.Errorf("a passage over the end of a paragraph: %q", p.Text)
		}
	}
	if len(w.Passages) != 2 || w.Passages[1].Text != "建设书香政协机关" {
		t.Errorf("%+v", w.Passages)
	}
}

func TestNumbersBreakSharedWordingWhenTheyDiffer(t *testing.T) {
	w := compare.CompareWording(modeltest.Paragraphs("建成委员工作室45家实现乡镇全覆盖"), modeltest.Paragraphs("建成委员工作室50家实现乡镇全覆盖"))
	if len(w.Passages) != 1 || w.Passages[0].Text != "家实现乡镇全覆盖" {
		t.Errorf("%+v", w.Passages)
	}
}

func TestRepeatedWordingIsCounted(t *testing.T) {
	a := modeltest.Paragraphs("充分发挥专门协商机构作用。\n再说一遍：充分发挥专门协商机构作用。")
	b := modeltest.Paragraphs("要充分发挥专门协商机构作用。")
	p := compare.CompareWording(a, b).Passages
	if len(p) != 1 || p[0].CountA != 2 || p[0].CountB != 1 || p[0].A.Block != 0 {
		t.Errorf("%+v", p)
	}
}

func TestTheSharesOfSectionsAddUpToTheShareOfTheReport(t *testing.T) {
	w := compared(t, modeltest.Hill, modeltest.River).Wording
	twin := modeltest.Paragraphs(modeltest.Bulk(6000, 3))
	same := compare.CompareWording(twin, twin)
	for _, s := range []compare.WordingSide{w.A, w.B, same.A} {
		characters, shared := 0, 0
		for _, part := range s.Sections {
			characters += part.Characters
			shared += part.Shared
		}
		if characters != s.Characters || shared != s.Shared {
			t.Errorf("sections have %d of %d, the report %d of %d", shared, characters, s.Shared, s.Characters)
		}
	}
	if got := same.A.Share(); got < 0.95 {
		t.Errorf("a report shares %.2f of itself", got)
	}
}

// token is what wording compares: Han characters, letters and digits.
func token(c rune) bool {
	return unicode.Is(unicode.Han, c) || unicode.IsLetter(c) || unicode.IsDigit(c)
}

func tokensOf(s string) string {
	return strings.Map(func(c rune) rune {
		if token(c) {
			return c
		}
		return -1
	}, s)
}

// sharedSlowly is what CompareWording must find, by looking at every
// stretch: how many Han characters of each paragraph of a stand in b too.
func sharedSlowly(a, b string) int {
	shared := 0
	var others []string
	for line := range strings.SplitSeq(b, "\n") {
		others = append(others, tokensOf(line))
	}
	for line := range strings.SplitSeq(a, "\n") {
		text := []rune(tokensOf(line))
		marked := make([]bool, len(text))
		for i := range text {
			for j := len(text); j > i; j-- {
				part := string(text[i:j])
				if model.CountHan(part) < compare.MinPassage {
					break
				}
				if slices.ContainsFunc(others, func(o string) bool { return strings.Contains(o, part) }) {
					for k := i; k < j; k++ {
						marked[k] = true
					}
					break
				}
			}
		}
		for i, c := range text {
			if marked[i] && unicode.Is(unicode.Han, c) {
				shared++
			}
		}
	}
	return shared
}

func checkWording(t *testing.T, a, b string) {
	t.Helper()
	ra, rb := modeltest.Paragraphs(a), modeltest.Paragraphs(b)
	w := compare.CompareWording(ra, rb)
	if want := sharedSlowly(a, b); w.A.Shared != want {
		t.Errorf("A shares %d characters, want %d\nA %q\nB %q", w.A.Shared, want, a, b)
	}
	if want := sharedSlowly(b, a); w.B.Shared != want {
		t.Errorf("B shares %d characters, want %d\nA %q\nB %q", w.B.Shared, want, a, b)
	}
	checkPassages(t, a, b)
}

// checkPassages tests that the passages stand where they are said to, and
// the mirror has the same.
func checkPassages(t *testing.T, a, b string) {
	t.Helper()
	ra, rb := modeltest.Paragraphs(a), modeltest.Paragraphs(b)
	w, back := compare.CompareWording(ra, rb), compare.CompareWording(rb, ra)
	if len(back.Passages) != len(w.Passages) {
		t.Errorf("%d passages one way, %d the other\nA %q\nB %q", len(w.Passages), len(back.Passages), a, b)
	}
	for i, p := range w.Passages {
		inA := ra.Blocks()[p.A.Block].Text[p.A.Start:p.A.End]
		inB := rb.Blocks()[p.B.Block].Text[p.B.Start:p.B.End]
		if inA != p.Text || tokensOf(inA) != tokensOf(inB) || p.Characters != model.CountHan(p.Text) || p.Characters < compare.MinPassage {
			t.Errorf("passage %q: %q in A, %q in B", p.Text, inA, inB)
		}
		if n := occurrences(a, p.Text); n != p.CountA {
			t.Errorf("%q stands %d times in A, not %d", p.Text, n, p.CountA)
		}
		if n := occurrences(b, p.Text); n != p.CountB {
			t.Errorf("%q stands %d times in B, not %d", p.Text, n, p.CountB)
		}
		if i > 0 && w.Passages[i-1].Characters < p.Characters {
			t.Error("passages are not in order")
		}
		if i < len(back.Passages) && back.Passages[i].Characters != p.Characters {
			t.Errorf("the mirror has another passage %d", i)
		}
	}
}

// occurrences counts overlapping ones too.
func occurrences(text, part string) int {
	n := 0
	part = tokensOf(part)
	for line := range strings.SplitSeq(text, "\n") {
		line = tokensOf(line)
		for i := range line {
			if strings.HasPrefix(line[i:], part) {
				n++
			}
		}
	}
	return n
}

func TestWordingAgreesWithASlowSearchOnRandomText(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		checkWording(t, randomText(r, 120), randomText(r, 120))
	}
}

// randomText has few characters, so that it repeats itself a lot.
func randomText(r *rand.Rand, n int) string {
	letters := []rune("甲乙丙，1\n")
	var b strings.Builder
	for range n {
		switch k := r.IntN(40); {
		case k < 37:
			b.WriteRune(letters[k%3])
		default:
			b.WriteRune(letters[k-34])
		}
	}
	return b.String()
}

func TestRealReportsShareFormulasAndNothingElse(t *testing.T) {
	// Whole reports where they are at hand, digests elsewhere.
	files, _ := filepath.Glob("../../../shared/reports/*.txt")
	if further, _ := filepath.Glob("../../../../shared/reports/*.txt"); len(files) == 0 {
		files = further // a second working tree
	}
	if len(files) == 0 {
		files, _ = filepath.Glob("../../docs/samples/*.txt")
	}
	if len(files) < 5 {
		t.Fatalf("only %d texts to compare", len(files))
	}
	var texts []string
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	for i := range texts {
		for j := range texts[:i] {
			checkPassages(t, texts[i], texts[j])
			if s := compare.CompareWording(modeltest.Paragraphs(texts[i]), modeltest.Paragraphs(texts[j])).A.Share(); s > 0.1 {
				t.Errorf("%s shares %.2f with %s", files[i], s, files[j])
			}
		}
	}
}

func FuzzWording(f *testing.F) {
	f.Add("坚持团结和民主两大主题，广泛凝聚。\n甲乙", "今年坚持团结和民主两大主题：广泛凝聚")
	f.Add("一一一一一一一一一一一一", "一一一一一一一一一\n一一一一一一一一")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a) > 600 || len(b) > 600 {
			t.Skip()
		}
		checkWording(t, strings.ToValidUTF8(a, "□"), strings.ToValidUTF8(b, "□"))
	})
}

func BenchmarkWordingOfTwoMegabytes(b *testing.B) {
	for name, size := range map[string]int{"1MB": 1 << 20, "100KB": 100 << 10, "15KB": 15 << 10} {
		x, y := modeltest.Paragraphs(modeltest.Bulk(size, 1)), modeltest.Paragraphs(modeltest.Bulk(size, 2))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(2 * size))
			for b.Loop() {
				compare.CompareWording(x, y)
			}
		})
	}
	x := modeltest.Paragraphs(modeltest.Bulk(1<<20, 1))
	b.Run("same", func(b *testing.B) {
		for b.Loop() {
			compare.CompareWording(x, x)
		}
	})
	ones := modeltest.Paragraphs(strings.Repeat("一", 1<<20/3))
	b.Run("ones", func(b *testing.B) {
		for b.Loop() {
			compare.CompareWording(ones, ones)
		}
	})
}

func BenchmarkCompareTwoReports(b *testing.B) {
	x, y := modeltest.Report(modeltest.Hill+modeltest.Bulk(15<<10, 1)), modeltest.Report(modeltest.River+modeltest.Bulk(15<<10, 2))
	c := modeltest.Catalogue()
	for b.Loop() {
		compare.Compare(x, y, c)
	}
}

func BenchmarkMatrixOfAThousandReports(b *testing.B) {
	reports := make([]*model.Report, 1000)
	for i := range reports {
		text := modeltest.Hill
		if i%2 == 1 {
			text = modeltest.River
		}
		reports[i] = modeltest.Report(text + modeltest.Bulk(9000, uint64(i)))
	}
	c := modeltest.Catalogue()
	for b.Loop() {
		compare.NewMatrix(reports, c)
	}
}
