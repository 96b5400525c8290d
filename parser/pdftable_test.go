package parser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"duidu/parser/format"
)

var tableRows = [][]string{{"单位", "提案（件）", "办复率", "经费（元）"}, {"县教育局", "23", "100%", "313,435.30"}, {"县水利局", "7", "98.6%", "223,850.00"},
	{"县住房和城乡建设局", "118", "100%", "90,585.30"}, {"县卫生健康局", "31", "96.8%", "1,200"}}

// rowLines are the rows as they are read.
func rowLines(rows [][]string) []string {
	var out []string
	for _, r := range rows {
		out = append(out, "R "+strings.Join(r, format.CellBreak))
	}
	return out
}

// tableAtPlaces draws rows whose cells begin at xs, or end there.
func tableAtPlaces(xs []float64, top, step, size float64, right bool, rows [][]string) string {
	page := ""
	for i, r := range rows {
		for k, c := range r {
			x := xs[k]
			if right && k > 0 {
				for _, u := range c {
					if x -= size; u < 0x80 {
						x += size / 2
					}
				}
			}
			page += written(x, top-step*float64(i), size, c)
		}
	}
	return page
}

// ruled draws lines at xs and ys.
func ruled(xs, ys []float64) string {
	b := "0.5 w\n"
	for _, x := range xs {
		b += fmt.Sprintf("%g %g m %g %g l S\n", x, ys[0], x, ys[len(ys)-1])
	}
	for _, y := range ys {
		b += fmt.Sprintf("%g %g m %g %g l S\n", xs[0], y, xs[len(xs)-1], y)
	}
	return b
}

func TestTablesWithoutRulesAreReadRowByRow(t *testing.T) {
	above, below := blockOf(60, 760, "一年来，县政协围绕全县中心工作开展协商，组织委员深入乡镇走访"), blockOf(60, 420, "　　会议号召全体委员努力工作，把各项部署落到实处，完成全年任务。")
	want := append([]string{"一年来，县政协围绕全县中心工作开展协商，组织委员深入乡镇走访"}, rowLines(tableRows)...)
	want = append(want, "会议号召全体委员努力工作，把各项部署落到实处，完成全年任务。")
	for name, table := range map[string]string{
		"wide":     tableAtPlaces([]float64{60, 200, 320, 440}, 700, 24, 12, false, tableRows),
		"small":    tableAtPlaces([]float64{60, 180, 260, 340}, 700, 16, 9, false, tableRows),
		"at right": tableAtPlaces([]float64{60, 250, 350, 500}, 700, 24, 12, true, tableRows),
		"near":     tableAtPlaces([]float64{60, 170, 232, 276}, 700, 18, 10, false, tableRows),
		"by column": func() string { // as some programs draw them
			page := ""
			for k, x := range []float64{60, 200, 320, 440} {
				for i, r := range tableRows {
					page += written(x, 700-24*float64(i), 12, r[k])
				}
			}
			return page
		}(),
	} {
		if got := linesOfFile(t, pdfOf(above+table+below)); !slices.Equal(got, want) {
			t.Errorf("%s:\n%s", name, strings.Join(got, "\n"))
		}
	}
}

func TestTwentyNumbersOfATableAreTwentyFigures(t *testing.T) {
	rows := [][]string{{"单位", "收到提案（件）", "立案提案（件）", "重点提案（件）", "办复率"}}
	for i, unit := range []string{"教育局", "水利局", "住建局", "卫健局", "交通局"} {
		rows = append(rows, []string{unit, fmt.Sprint(40 + i), fmt.Sprint(30 + i), fmt.Sprint(3 + i), fmt.Sprintf("9%d.5%%", i)})
	}
	xs := []float64{60, 160, 270, 380, 490}
	edges, lines := []float64{55, 155, 265, 375, 485, 580}, []float64{715, 691, 667, 643, 619, 595, 571}
	for name, page := range map[string]string{"loose": "", "ruled": ruled(edges, lines)} {
		page += tableAtPlaces(xs, 698, 24, 11, false, rows)
		r := parsed(t, New(Options{}), "a.pdf", pdfOf(page))
		if len(r.Figures) != 20 {
			t.Errorf("%s: %d figures", name, len(r.Figures))
		}
	}
}

func TestRuledTablesKeepWrappedAndJoinedCells(t *testing.T) {
	xs, ys := []float64{60, 160, 300, 360, 420}, []float64{700, 676, 652, 612, 588}
	page := "0.5 w\n"
	for _, l := range [][4]float64{
		{60, 700, 420, 700}, {300, 676, 420, 676}, {60, 652, 420, 652}, {160, 612, 420, 612}, {60, 588, 420, 588}, // 县直 goes over two rows
		{60, 700, 60, 588}, {160, 700, 160, 588}, {300, 700, 300, 588}, {360, 676, 360, 588}, {420, 700, 420, 588},
	} {
		page += fmt.Sprintf("%g %g m %g %g l S\n", l[0], l[1], l[2], l[3])
	}
	_ = xs
	_ = ys
	page += written(70, 672, 12, "类别") + written(170, 672, 12, "内容") + written(330, 684, 12, "提案数") + written(310, 660, 12, "收到") + written(370, 660, 12, "立案") +
		written(70, 616, 12, "县直") + written(165, 636, 12, "关于加强乡村饮水安全") + written(165, 620, 12, "的提案") + written(310, 628, 12, "23") + written(370, 628, 12, "20") +
		written(165, 596, 12, "关于医保的提案") + written(310, 596, 12, "7") + written(370, 596, 12, "6")
	expectLines(t, pdfOf(page), "R 类别 ｜ 内容 ｜ 提案数", "R 类别 ｜ 内容 ｜ 收到 ｜ 立案", "R 县直 ｜ 关于加强乡村饮水安全的提案 ｜ 23 ｜ 20", "R 县直 ｜ 关于医保的提案 ｜ 7 ｜ 6")
}

func TestNumbersInNeighbouringBoxesAreNeverGlued(t *testing.T) {
	edges, lines := []float64{60, 130, 160, 190, 220}, []float64{700, 680, 660, 640}
	page := ruled(edges, lines)
	for i, r := range [][]string{{"单位", "甲", "乙", "丙"}, {"教育局", "12345", "67890", "11111"}, {"水利局", "22222", "33333", "44444"}} {
		y := 686 - 20*float64(i)
		page += written(64, y, 11, r[0])
		hexes := ""
		for k, c := range r[1:] { // one string, moved on by as much as the box is wider than the number
			hexes += fmt.Sprintf("<%X> %g ", utf16Big(c), -(30-5.5*float64(len(c)))/11*1000)
			if i == 0 {
				page += written(131.5+30*float64(k), y, 11, c)
			}
		}
		if i > 0 {
			page += fmt.Sprintf("BT /F1 11 Tf 1 0 0 1 131.5 %g Tm [%s] TJ ET\n", y, hexes)
		}
	}
	expectLines(t, pdfOf(page), "R 单位 ｜ 甲 ｜ 乙 ｜ 丙", "R 教育局 ｜ 12345 ｜ 67890 ｜ 11111", "R 水利局 ｜ 22222 ｜ 33333 ｜ 44444")
	wide := strings.ReplaceAll(tableAtPlaces([]float64{60, 200, 290, 380}, 700, 24, 10.5, false, [][]string{{"单位", "预算", "决算", "差额"}, {"县教育局", "1,313,435.30", "1,223,850.00", "-90,585.30"},
		{"县水利局", "1,330,435.30", "1,313,435.30", "-17,000.00"}, {"县住建局", "1,313,435.30", "1,223,850.00", "-89,585.30"}}), "/F1", "/F4")
	font := strings.Replace(string(pdfOf(wide)), "/F3 8 0 R", "/F3 8 0 R /F4 << /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /DW 1000 /W [1 95 1000] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>] >>", 1)
	for _, l := range linesOfFile(t, []byte(font)) { // widths twice what they are: cells lie over each other
		if strings.Contains(l, "435.301") || strings.Contains(l, "850.00-") {
			t.Error(l)
		}
	}
}

func TestATableOverTwoPagesIsOneTable(t *testing.T) {
	edges := []float64{55, 195, 315, 435, 560}
	first := ruled(edges, []float64{120, 96, 72, 48}) + tableAtPlaces([]float64{60, 200, 320, 440}, 104, 24, 12, false, tableRows[:3])
	second := ruled(edges, []float64{760, 736, 712, 688}) + tableAtPlaces([]float64{60, 200, 320, 440}, 744, 24, 12, false, append([][]string{tableRows[0]}, tableRows[3:]...))
	alone := ruled(edges, []float64{760, 736}) + tableAtPlaces([]float64{60, 200, 320, 440}, 744, 24, 12, false, tableRows[4:])
	expectLines(t, pdfOf(first, second), rowLines(tableRows)...)
	r := parsed(t, New(Options{}), "a.pdf", pdfOf(first, alone))
	if n := len(r.Figures); n != 9 {
		t.Errorf("%d figures of three rows, one of them alone on its page", n)
	}
}

func TestATableStandsBetweenTheColumnsOrInOneOfThem(t *testing.T) {
	left := []string{"左栏第一行文字写得很满一些，", "左栏第二行文字写得很满一些，", "左栏第三行文字写得很满一些，", "左栏第四行文字写得很满一些，", "左栏第五行文字写得很满一些。"}
	right := []string{"右栏第一行文字写得很满一些，", "右栏第二行文字写得很满一些。"}
	table := tableAtPlaces([]float64{300, 390, 450}, 660, 20, 12, false, [][]string{{"单位", "件", "率"}, {"教育局", "23", "100%"}, {"水利局", "7", "95.5%"}})
	after := blockOf(300, 600, "右栏第六行文字写得很满一些，", "右栏第七行文字写得很满一些。")
	more := blockOf(60, 600, "左栏第六行文字写得很满一些，", "左栏第七行文字写得很满一些。")
	got := linesOfFile(t, pdfOf(blockOf(60, 700, left...)+blockOf(300, 700, right...)+table+after+more))
	text := strings.Join(got, "\n")
	if !strings.Contains(text, "R 教育局 ｜ 23 ｜ 100%\nR 水利局 ｜ 7 ｜ 95.5%") || !strings.Contains(text, strings.Join(left, "")) {
		t.Errorf("in one of them:\n%s", text)
	}
}

func TestSidewaysTablesAreReadAfterTheirPage(t *testing.T) {
	side := ""
	for i, r := range tableRows {
		for k, c := range r {
			side += drawnAt(150+30*float64(i), 120+130*float64(k), 12, 90, 0, c)
		}
	}
	expectLines(t, pdfOf(side), rowLines(tableRows)...)
	expectLines(t, pdfOf(side+written(290, 30, 9, "— 3 —")), rowLines(tableRows)...)
	both := markedPage() + strings.NewReplacer(" 150 ", " 400 ", " 180 ", " 420 ").Replace(side)
	if got := linesOfFile(t, pdfOf(both)); !slices.Contains(got, markedText[1]) || !slices.Contains(got, "R 县水利局 ｜ 7 ｜ 98.6% ｜ 223,850.00") {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
}
