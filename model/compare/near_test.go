package compare

import (
	"duidu/model"
	"math/rand"
	"reflect"
	"strings"
	"testing"
)

// wordsOfOurOwn are what the texts of these tests are put together from.
var wordsOfOurOwn = strings.Fields("县政协 常委会 坚持 围绕 中心 服务 大局 组织 委员 深入 乡镇 社区 开展 调研 视察 协商 形成 报告 提出 意见 建议 办理 提案 督办 落实 反映 群众 困难 推动 解决 学校 医院 道路 饮水 灌溉 产业 园区 企业 文化 旅游 生态 河流 山林 历史 资料 联谊 培训 制度 机关 队伍 作风 宣传 媒体")

func textOfOurOwn(rnd *rand.Rand, words int) string {
	var b strings.Builder
	for i := range words {
		b.WriteString(wordsOfOurOwn[rnd.Intn(len(wordsOfOurOwn))])
		if i%9 == 8 {
			b.WriteString("，")
		}
	}
	return b.String()
}

func reportOf(paragraphs ...string) *model.Report {
	s := &model.Section{}
	for _, p := range paragraphs {
		s.Paragraphs = append(s.Paragraphs, model.Paragraph{Text: p})
	}
	return model.Assemble(model.Report{Sections: []*model.Section{s}})
}

func TestAReportIsKnownAgainFromAnotherSite(t *testing.T) {
	rnd := rand.New(rand.NewSource(7))
	a, b, c := textOfOurOwn(rnd, 600), textOfOurOwn(rnd, 600), textOfOurOwn(rnd, 40)
	cut := len([]rune(a)) / 10
	shorter := string([]rune(a)[cut:])
	half := string([]rune(b)[:len([]rune(b))/3])
	got := NearDuplicates([]*model.Report{
		reportOf(a), reportOf(b), reportOf("责任编辑某某", strings.ReplaceAll(a, "，", ",")), reportOf(half, textOfOurOwn(rnd, 600)),
		reportOf(c), reportOf(shorter), reportOf(b, "点击量多少"), reportOf(""), reportOf(""),
	})
	if want := [][]int{{0, 2, 5}, {1, 6}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestFormulasInCommonMakeNoTwins(t *testing.T) {
	rnd := rand.New(rand.NewSource(8))
	formula := textOfOurOwn(rnd, 120)
	var reports []*model.Report
	for range 30 {
		reports = append(reports, reportOf(formula, textOfOurOwn(rnd, 500)))
	}
	if got := NearDuplicates(reports); got != nil {
		t.Errorf("%v", got)
	}
}

func FuzzNearPrints(f *testing.F) {
	f.Add("县政协组织委员视察，提出意见", "县政协组织委员视察，提出意见建议")
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, g := range NearDuplicates([]*model.Report{reportOf(a), reportOf(b), reportOf(a)}) {
			if len(g) < 2 || g[0] != 0 {
				t.Fatalf("%v", g)
			}
		}
	})
}

func BenchmarkNearPrints(b *testing.B) {
	rnd := rand.New(rand.NewSource(9))
	prints := make([]fingerprint, 5000)
	for i := range prints {
		prints[i] = make(fingerprint, printHashes)
		for k := range prints[i] {
			prints[i][k] = uint64(k)<<50 | rnd.Uint64()>>14
		}
	}
	for b.Loop() {
		nearPrints(prints)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(prints)), "ns/report")
}
