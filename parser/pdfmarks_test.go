package parser

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"duidu/model"
	"duidu/parser/format/pdf"
)

// drawnAt draws text at a place and an angle, in degrees counterclockwise,
// in a grey from 0 (black) to 1.
func drawnAt(x, y, size, angle, grey float64, text string) string {
	sin, cos := math.Sincos(angle * math.Pi / 180)
	return fmt.Sprintf("q %g g BT /F1 %g Tf %.5f %.5f %.5f %.5f %g %g Tm <%X> Tj ET Q\n", grey, size, cos, sin, -sin, cos, x, y, utf16Big(text))
}

var markedLines = []string{"一年来，县政协围绕全县中心工作开展协商，组织委员深入乡镇村组", "走访农户，形成报告提交县委，全年召开各类会议一十余次，收到提", "案236件。"}

func markedPage() string {
	return written(200, 720, 20, "县政协工作") + blockOf(60, 660, append(slices.Clone(markedLines), "　　会议号召全体委员努力工作，把各项部署落到实处，完成全年任务。")...)
}

var markedText = []string{"T 县政协工作", strings.Join(markedLines, ""), "会议号召全体委员努力工作，把各项部署落到实处，完成全年任务。"}

// noticed tells that a notice of a file has all the words.
func noticed(t *testing.T, data []byte, kind model.NoticeKind, words ...string) bool {
	t.Helper()
	src, err := pdf.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(src.Notices, func(n model.Notice) bool {
		return n.Kind == kind && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(n.Reason+" "+strings.Join(n.Args, " "), w) })
	})
}

func TestWatermarksAtAnyAngleAreLeftOutAndTold(t *testing.T) {
	for angle := -90.0; angle <= 270; angle += 5 {
		for _, front := range []bool{true, false} {
			mark := ""
			for i := range 6 {
				mark += drawnAt(80+200*float64(i%2), 600+40*float64(i/2), 30, angle, 0.8, "样本不得转载")
			}
			page := mark + markedPage()
			if front {
				page = markedPage() + mark
			}
			data := pdfOf(page)
			expectLines(t, data, markedText...)
			if !noticed(t, data, model.NoticeOmission, "watermark", "样本不得转载") {
				t.Errorf("%g degrees: not told", angle)
			}
			if t.Failed() {
				t.Fatalf("%g degrees, in front: %v", angle, front)
			}
		}
	}
}

func TestDarkWatermarksAndThoseThatPagesNameAreLeftOut(t *testing.T) {
	dark := drawnAt(150, 640, 40, 0, 0.1, "内部文件") + drawnAt(150, 590, 40, 0, 0.1, "内部文件")
	see := strings.ReplaceAll(drawnAt(150, 630, 40, 0, 0, "内部文件"), "q 0 g", "q /G1 gs 1 0 0 rg")
	faint := strings.Replace(string(pdfOf(markedPage()+see)), "/XObject << /I1", "/ExtGState << /G1 << /ca 0.2 >> >> /XObject << /I1", 1)
	named := "/Artifact << /Subtype /Watermark /Type /Pagination >> BDC " + drawnAt(150, 630, 12, 0, 0, "内部文件") + "EMC "
	for name, data := range map[string][]byte{"dark": pdfOf(dark + markedPage()), "transparent": []byte(faint), "named": pdfOf(markedPage() + named)} {
		expectLines(t, data, markedText...)
		if !noticed(t, data, model.NoticeOmission, "watermark", "内部文件") {
			t.Errorf("%s: not told", name)
		}
	}
}

func TestPaleTextThatCoversNothingStays(t *testing.T) {
	caption := drawnAt(60, 560, 12, 0, 0.55, "以上数据由县统计局提供，截至年底。")
	if lines := linesOfFile(t, pdfOf(markedPage()+caption)); !strings.Contains(strings.Join(lines, "\n"), "以上数据由县统计局提供，截至年底。") {
		t.Error(lines)
	}
	grey := "0.6 g " + markedPage()
	expectLines(t, pdfOf(grey), markedText...)
}

func TestAPageScannedAskewIsRead(t *testing.T) {
	for _, angle := range []float64{-6, -2, 1, 3.5} {
		page := ""
		sin, cos := math.Sincos(angle * math.Pi / 180)
		for i, l := range append([]string{"　　" + markedLines[0]}, markedLines[1:]...) {
			page += drawnAt(80+float64(i)*22*sin, 600-float64(i)*22*cos, 12, angle, 0, l)
		}
		expectLines(t, pdfOf(page), strings.Join(markedLines, ""))
	}
}

func TestPagesThatArePicturesAreTold(t *testing.T) {
	scan := "q 600 0 0 800 0 0 cm /I1 Do Q"
	outlines := strings.Repeat("100 100 m 110 120 130 140 150 100 c f\n", 500)
	data := pdfOf(scan, markedPage(), scan+written(290, 30, 9, "3"), markedPage(), scan, outlines)
	if !noticed(t, data, model.NoticeGap, "pages-pictures 1、3、5-6") {
		src, _ := pdf.Open(data)
		t.Error(src.Notices)
	}
	if noticed(t, pdfOf(markedPage()+"q 300 0 0 200 100 100 cm /I1 Do Q"), model.NoticeGap) {
		t.Error("a picture beside text is no page of pictures")
	}
}

// turnedPage is a page of some drawings turned by quarters, and what the
// page itself says of its rotation.
func TestPagesOfEveryRotationAreRead(t *testing.T) {
	for quarters := range 4 {
		turn := [][6]float64{{1, 0, 0, 1, 0, 0}, {0, 1, -1, 0, 800, 0}, {-1, 0, 0, -1, 600, 800}, {0, -1, 1, 0, 0, 600}}[quarters]
		program := fmt.Sprintf("q %g %g %g %g %g %g cm %s Q", turn[0], turn[1], turn[2], turn[3], turn[4], turn[5], markedPage())
		box := "[0 0 600 800]"
		if quarters%2 == 1 {
			box = "[0 0 800 600]"
		}
		for _, rotate := range []int{0, 90 * quarters} { // as drawn, and turned back
			data := strings.Replace(string(pdfOf(program)), "/MediaBox [0 0 600 800]", fmt.Sprintf("/MediaBox %s /Rotate %d", box, rotate), 1)
			expectLines(t, []byte(data), markedText...)
		}
	}
}

func TestVerticalWritingIsReadColumnByColumnFromTheRight(t *testing.T) {
	columns := []string{"一年来县政协围绕全县中心工作开展协商，组织委", "员深入乡镇走访农户，形成报告提交县委，全年召", "开各类会议一十余次。"}
	want := strings.Join(columns, "")
	font, stacked := "", ""
	for i, c := range columns {
		font += fmt.Sprintf("BT /F1 12 Tf 1 0 0 1 %d 700 Tm <%X> Tj ET ", 500-24*i, utf16Big(c))
		for k, r := range []rune(c) {
			stacked += written(494-24*float64(i), 690-14*float64(k), 12, string(r))
		}
	}
	expectLines(t, pdfWithFont(font, composite("/UniGB-UCS2-V", "GB1", "")...), want)
	expectLines(t, pdfOf(stacked), want)
}
