package parser

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"duidu/parser/format/pdf"
	"duidu/parser/parsertest"
)

// timeOf is the least time that the processors take to read in a few tries.
func timeOf(t *testing.T, data []byte) time.Duration {
	t.Helper()
	best := time.Hour
	for range 2 {
		start := parsertest.Computed(t)
		if _, err := pdf.Open(data); err != nil {
			t.Fatal(err)
		}
		best = min(best, parsertest.Computed(t)-start)
	}
	return best
}

// expectLinear reads files of n and of 2n things. Twice as many may take
// some twice as long; a busy machine gets three tries.
func expectLinear(t *testing.T, name string, n int, file func(n int) []byte) {
	t.Helper()
	const longest = 5 * time.Second
	once, twice := file(n), file(2*n)
	for try := 1; ; try++ {
		small, large := timeOf(t, once), timeOf(t, twice)
		switch {
		case large < 29*small/10 && large < longest, large < 200*time.Millisecond:
			t.Logf("%-16s %v for %d, %v for twice as many", name, small, n, large)
			return
		case try == 3:
			t.Errorf("%s: %v for %d, %v for twice as many", name, small, n, large)
			return
		}
	}
}

func TestTimeOfAPDFGrowsWithItWhateverItDraws(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	place := func() (x, y float64) { return 20 + 560*random.Float64(), 20 + 760*random.Float64() }
	repeat := func(n int, one func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(one(i))
		}
		return b.String()
	}
	at := func(x, y float64, text string) string {
		return fmt.Sprintf("1 0 0 1 %.2f %.2f Tm <%X> Tj ", x, y, utf16Big(text))
	}
	for name, page := range map[string]func(n int) string{
		"lone characters": func(n int) string {
			return "BT /F1 5 Tf " + repeat(n, func(int) string { x, y := place(); return at(x, y, "政") }) + "ET"
		},
		"a diagonal": func(n int) string {
			return "BT /F1 5 Tf " + repeat(n, func(i int) string { return at(9*float64(i), 9*float64(i), "政") }) + "ET"
		},
		"one row": func(n int) string {
			return "BT /F1 5 Tf " + repeat(n, func(i int) string { return at(9*float64(i), 400, "政") }) + "ET"
		},
		"one column": func(n int) string {
			return "BT /F1 5 Tf " + repeat(n, func(i int) string { return at(60, -9*float64(i), "政") }) + "ET"
		},
		"lone numbers": func(n int) string {
			return "BT /F1 5 Tf " + repeat(n, func(int) string { x, y := place(); return at(x, y, "12") }) + "ET"
		},
		"pairs": func(n int) string {
			return "BT /F1 9 Tf " + repeat(n, func(i int) string { return at(60+200*float64(i%2), -9*float64(i/2), "县政") }) + "ET"
		},
		"rows of a table": func(n int) string {
			return "BT /F1 9 Tf " + repeat(n, func(i int) string {
				return at(60+90*float64(i%4), -15*float64(i/4), []string{"教育", "12", "5", "8%"}[i%4])
			}) + "ET"
		},
		"long paragraph": func(n int) string {
			return "BT /F1 9 Tf " + repeat(n, func(i int) string { return at(60, -12*float64(i), "县政协围绕全县中心工作开展协商") }) + "ET"
		},
		"pale marks": func(n int) string {
			return "BT 0.8 g /F1 9 Tf " + repeat(n/2, func(i int) string { x, y := place(); return at(x, y, fmt.Sprint("样本", i)) }) + "0 g " + repeat(n/2, func(int) string { x, y := place(); return at(x, y, "政协") }) + "ET"
		},
		"rules": func(n int) string {
			return repeat(n, func(i int) string {
				x, y := place()
				if i%2 == 0 {
					return fmt.Sprintf("%.1f %.1f m %.1f %.1f l S\n", x, y, x, y+100)
				}
				return fmt.Sprintf("%.1f %.1f m %.1f %.1f l S\n", x, y, x+100, y)
			}) + written(60, 700, 12, "县政协")
		},
	} {
		expectLinear(t, name, 5_000, func(n int) []byte { return pdfOf(page(n)) })
	}
}

func TestTimeOfAFontGrowsWithItsTables(t *testing.T) {
	show := func(n int) string { // n characters
		return "BT /F1 12 Tf " + strings.Repeat("1 0 0 1 60 700 Tm <"+strings.Repeat("4E2D", 200)+"> Tj ", n/200) + " ET"
	}
	table := func(n int, cmap string) []byte {
		return pdfWithFont(show(n), append(composite("/Identity-H", "Identity", "/ToUnicode 7 0 R"), pdfStream("/Filter /FlateDecode", deflated(cmap)))...)
	}
	for name, file := range map[string]func(n int) []byte{
		"ranges": func(n int) []byte {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, "<%04X> <%04X> <4E00>\n", i%0x4E00, i%0x4E00+1)
				if i%1000 == 999 {
					b.WriteString("endbfrange\n")
				}
			}
			return table(n, b.String()+"<4E2D> <4E2E> <653F> endbfrange")
		},
		"wide ranges": func(n int) []byte {
			return table(n, strings.Repeat(strings.Repeat("<0000> <FFFF> <0000>\n", 1000)+" endbfrange ", n/1000))
		},
		"widths": func(n int) []byte {
			font := composite("/UniGB-UCS2-H", "GB1", "")
			font[1] = strings.Replace(font[1], "/W [1 95 500]", "/W ["+strings.Repeat("0 65535 500 ", n)+"]", 1)
			return pdfWithFont(show(n), font...)
		},
	} {
		expectLinear(t, name, 30_000, file)
	}
}

func TestABookIsReadToTheBoundAndToldSo(t *testing.T) {
	line := "BT /F1 5 Tf 60 700 Td <" + strings.Repeat(fmt.Sprintf("%X", utf16Big("县政协围绕全县中心工作开展协商，")), 2000) + "> Tj ET "
	pages := make([]string, 0, pdf.MaxGlyphs/(32_000*4)+3)
	for range cap(pages) {
		pages = append(pages, strings.Repeat(line, 4))
	}
	start := time.Now()
	src, err := pdf.Open(pdfOf(pages...))
	if err != nil || len(src.Notices) == 0 || src.Notices[0].Reason != "pages-too-many" {
		t.Fatal(err, src.Notices)
	}
	if d := time.Since(start); d > pdf.PagesTime+10*time.Second {
		t.Error(d)
	}
}

func TestTwentyThousandLoneCharactersAreReadInSeconds(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var page strings.Builder
	page.WriteString("BT /F1 5 Tf ")
	for range 20_000 {
		fmt.Fprintf(&page, "1 0 0 1 %.2f %.2f Tm <653F> Tj ", 20+560*random.Float64(), 20+760*random.Float64())
	}
	if d := timeOf(t, pdfOf(page.String()+"ET")); d > 5*time.Second {
		t.Error(d)
	}
}
