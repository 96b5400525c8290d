package model_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"duidu/model"
	"duidu/model/modeltest"
)

const mixed = `
山城县 2023
# proposals 一、提案
办理议案{426件|收到提案|proposals_received}，满意率９２．７％。Ａ类{63件|A类提案}，答复{300余件|答复}。
# deliberation 二、协商
签约{44.5亿元|签约金额}，满意率{92.7%|满意率|proposal_satisfaction}，开展协商{14次|专题协商|consultations}。
`

func hits(t *testing.T, query string, by model.QueryReader) []string {
	t.Helper()
	r := modeltest.Report(mixed)
	q, err := model.ParseQuery(query, by)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, h := range model.Find(r, q) {
		found = append(found, r.Blocks()[h.Block].Text[h.Offset:h.End])
	}
	return found
}

// numeral is a stand-in for the parser's own reading of numbers.
func numeral(s string) (decimal.Decimal, bool) {
	digits, large := strings.CutSuffix(s, "亿")
	v, err := decimal.NewFromString(digits)
	if large {
		v = v.Shift(8)
	}
	return v, err == nil
}

func TestASearchFoldsWidthCaseAndNumerals(t *testing.T) {
	simplify := func(s string) string { return strings.ReplaceAll(s, "議", "议") }
	// Stand-ins for the parser's own reading of numerals.
	read := func(s string) []model.Figure {
		form, ok := map[string]string{"百分之九十二点七": "92.7%", "92.7%": "92.7%", "９２．７％": "92.7%", "4450000000元": "4450000000元", "44.5亿元": "44.5亿元"}[s]
		if !ok {
			return nil
		}
		f := modeltest.Figure(form)
		f.Text = s
		return []model.Figure{f}
	}
	by := model.QueryReader{Simplify: simplify, Figures: read, Numeral: numeral, Catalogue: modeltest.Catalogue()}
	for query, want := range map[string]string{
		"議案":          "议案",
		"92.7%":       "９２．７％ 92.7%",
		"９２．７％":       "９２．７％ 92.7%",
		"百分之九十二点七":    "92.7%",
		"a类":          "Ａ类",
		"一、提案":        "一、提案",
		"4450000000元": "44.5亿元",
		"44.5亿元":      "44.5亿元",
		"426":         "426",
		"没有的":         "",
	} {
		if got := strings.Join(hits(t, query, by), " "); got != want {
			t.Errorf("%s finds %q, want %q", query, got, want)
		}
	}
}

func TestAConditionAsksForFigures(t *testing.T) {
	// Stand-ins for the parser's own reading of numerals.
	by := model.QueryReader{
		Catalogue: modeltest.Catalogue(),
		Figures: func(s string) []model.Figure {
			f := modeltest.Figure(s)
			if f.Unit == "" || f.Text != s || strings.ContainsAny(s, "<>=≤") {
				return nil
			}
			return []model.Figure{f}
		},
		Numeral: numeral,
	}
	for query, want := range map[string]string{
		"件>300":     "426件 300余件",
		"件>=426":    "426件",
		"件＜100":     "63件",
		"提案>=100":   "426件",
		"提案>1":      "426件 63件",
		"收到提案 > 1件": "426件",
		"金额>40亿":    "44.5亿元",
		"满意率<95%":   "92.7%",
		">1亿":       "44.5亿元",
		"次=14":      "14次",
		"场≤14":      "",
		"亿元>=30":    "44.5亿元",
		"满意率>90":    "92.7%",
		"议案>1":      "",
	} {
		if got := strings.Join(hits(t, query, by), " "); got != want {
			t.Errorf("%s finds %q, want %q", query, got, want)
		}
	}
}

func TestAnEmptyQueryIsAnError(t *testing.T) {
	for _, q := range []string{"", "  ", "\u3000"} {
		if _, err := model.ParseQuery(q, model.QueryReader{}); err == nil {
			t.Errorf("%q was taken", q)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("92.7%", "满意率９２．７％")
	f.Add("件>3", "４件")
	f.Add("İ", "i̇İ")
	f.Add("re:a*b?", "aab\xff")
	f.Add("协|商", "协商")
	f.Fuzz(func(t *testing.T, query, text string) {
		q, err := model.ParseQuery(query, model.QueryReader{})
		if err != nil {
			return
		}
		r := modeltest.Paragraphs(text)
		last := model.Hit{End: -1}
		for _, h := range model.Find(r, q) {
			block := r.Blocks()[h.Block].Text
			if h.Offset < 0 || h.End <= h.Offset || h.End > len(block) {
				t.Fatalf("hit %+v in %q", h, block)
			}
			if h.Block == last.Block && h.Offset < last.End {
				t.Fatalf("hits overlap: %+v %+v", last, h)
			}
			if utf8.ValidString(block) && !utf8.ValidString(block[h.Offset:h.End]) {
				t.Fatalf("hit %+v cuts a character of %q", h, block)
			}
			last = h
		}
	})
}

func BenchmarkFindInAMegabyte(b *testing.B) {
	r := modeltest.Paragraphs(modeltest.Bulk(1<<20, 1))
	for _, text := range []string{"协商民主", "92.7%"} {
		q, err := model.ParseQuery(text, model.QueryReader{})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(text, func(b *testing.B) {
			b.SetBytes(1 << 20)
			for b.Loop() {
				model.Find(r, q)
			}
		})
	}
}
