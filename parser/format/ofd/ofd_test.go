package ofd

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"duidu/parser/format"
	"duidu/parser/format/block"
	. "duidu/parser/format/ofd/ofdtest"
	"duidu/parser/format/pdf"
)

// rows joins the characters of each page by their baselines, a bar where a
// gap is.
func rows(f File) string {
	var pages []string
	for _, p := range f.Pages {
		glyphs := slices.Clone(p.Glyphs)
		slices.SortStableFunc(glyphs, func(a, b pdf.Glyph) int {
			if math.Abs(a.Y-b.Y) > a.Size/2 {
				return int(math.Copysign(1, a.Y-b.Y))
			}
			return int(math.Copysign(1, a.X0-b.X0))
		})
		var b strings.Builder
		for i, g := range glyphs {
			switch {
			case i > 0 && math.Abs(g.Y-glyphs[i-1].Y) > g.Size/2:
				b.WriteByte('/')
			case i > 0 && g.X0-glyphs[i-1].X1 > g.Size/2:
				b.WriteByte('|')
			}
			b.WriteString(g.Text)
		}
		pages = append(pages, b.String())
	}
	return strings.Join(pages, "\n")
}

func read(t *testing.T, d ...Document) File {
	t.Helper()
	f, err := Read(Make(d...))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func count(f File, kind block.Left) int {
	for _, o := range f.Left {
		if o.Kind == kind {
			return o.Count
		}
	}
	return 0
}

func TestCharactersStandWhereTheirObjectsPutThem(t *testing.T) {
	f := read(t, Document{Pages: []Sheet{{Content: Text(50, 60, 5, "正文第二行", "") + Text(20, 30, 10, "标题", `Weight="700"`) +
		Object(20, 60, 100, 5, 5, "", `<ofd:TextCode X="0" Y="4" DeltaX="5 5 10 5">左边两格</ofd:TextCode>`) +
		Object(20, 80, 100, 5, 5, `CTM="2 0 0 2 0 0"`, `<ofd:TextCode X="1" Y="2" DeltaX="g 3 5">大号文字</ofd:TextCode>`)}}})
	p := f.Pages[0]
	if got, want := rows(f), "标题/左边两|格|正文第二行/大号文字"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if math.Abs(p.Width-595.3) > 0.1 || math.Abs(p.Height-841.9) > 0.1 {
		t.Errorf("the page measures %v by %v points", p.Width, p.Height)
	}
	at := func(text string) pdf.Glyph {
		for _, g := range p.Glyphs {
			if g.Text == text {
				return g
			}
		}
		t.Fatalf("no %s", text)
		return pdf.Glyph{}
	}
	near := func(got, millimetres float64) bool { return math.Abs(got-millimetres*72/25.4) < 0.01 }
	if g := at("题"); !near(g.X0, 30) || !near(g.X1, 40) || !near(g.Y, 38.8) || !near(g.Size, 10) || !g.Bold {
		t.Errorf("%+v", g)
	}
	if g := at("号"); !near(g.X0, 32) || !near(g.X1, 42) || !near(g.Y, 84) || !near(g.Size, 10) || g.Bold {
		t.Errorf("%+v", g)
	}
}

func TestDistancesAreRepeatedAsTheyAreWritten(t *testing.T) {
	for text, want := range map[string][]float64{"": nil, "1 2 3": {1, 2, 3}, "g 3 2.5": {2.5, 2.5, 2.5}, "1 g 2 4 5": {1, 4, 4, 5}, "g 99999999 1": {1, 1, 1, 1, 1}, "g 2": nil, "g x 1": nil, "x 1": {0, 1}, "NaN": {0}} {
		if got := steps(nil, text, 5); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestBlocksDrawingsAndTextCodesInARowAreRead(t *testing.T) {
	f := read(t, Document{
		Resources: `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="77" Width="50" Height="10"><ofd:Content>` + Text(0, 0, 5, "图中字", "") + `</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
		Pages: []Sheet{{Content: `<ofd:PageBlock ID="5"><ofd:PageBlock ID="6">` + Text(20, 20, 5, "块中字", "") + `</ofd:PageBlock></ofd:PageBlock>` +
			`<ofd:CompositeObject ID="8" Boundary="20 40 50 10" ResourceID="77"/>` +
			Object(20, 60, 100, 5, 5, "", `<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><ofd:Glyphs>7 8</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="0" Y="4" DeltaX="5">甲乙</ofd:TextCode><ofd:TextCode X="10" DeltaX="5">丙&lt;</ofd:TextCode><ofd:TextCode Y="14">丁</ofd:TextCode>`) +
			`<ofd:PathObject ID="7" Boundary="0 0 1 1"><ofd:AbbreviatedData>M 0 0 L 1 1</ofd:AbbreviatedData></ofd:PathObject>`}},
	})
	if got, want := rows(f), "块中字/图中字/甲乙丙</丁"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestSidewaysAndVerticalWritingArePagesOfTheirOwn(t *testing.T) {
	f := read(t, Document{Pages: []Sheet{{Content: Text(20, 20, 5, "平放的字", "") +
		Object(180, 50, 20, 100, 5, `CTM="0 1 -1 0 0 0"`, `<ofd:TextCode X="0" Y="0" DeltaX="5 5">侧放一</ofd:TextCode>`) +
		Object(170, 50, 20, 100, 5, `CTM="0 1 -1 0 0 0"`, `<ofd:TextCode X="0" Y="0" DeltaX="5 5">侧放二</ofd:TextCode>`) +
		Object(20, 90, 100, 5, 5, `CTM="0 -1 1 0 0 0"`, `<ofd:TextCode X="0" Y="0" DeltaX="5 5">朝上写</ofd:TextCode>`)}, {Content: Object(150, 40, 5, 100, 5, `ReadDirection="90"`, `<ofd:TextCode X="0" Y="5" DeltaY="5 5 5">右边先读</ofd:TextCode>`) +
		Object(140, 40, 5, 100, 5, "", `<ofd:TextCode X="0" Y="5" DeltaY="5 5 5">左边后读</ofd:TextCode>`)}}})
	if got, want := rows(f), "平放的字\n侧放一/侧放二\n朝上写\n\n右边先读/左边后读"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	var numbers []int
	for _, p := range f.Pages {
		numbers = append(numbers, p.Number)
	}
	if !slices.Equal(numbers, []int{1, 1, 1, 2, 2}) || f.Pages[1].Width < f.Pages[1].Height {
		t.Errorf("pages %v", numbers)
	}
}

func TestWhatIsNoTextOfThePageIsToldAndLeftOut(t *testing.T) {
	head := Text(20, 10, 4, "望溪县政协工作报告", "")
	f := read(t, Document{
		Templates: []string{head, Text(20, 100, 5, "红头文件", "")},
		Marks:     `<ofd:Annot ID="1" Type="Watermark"><ofd:Appearance>` + Text(0, 0, 5, "仅供参考", "") + `</ofd:Appearance></ofd:Annot><ofd:Annot ID="2" Type="Link"/>`,
		Attached:  2,
		Pages: []Sheet{
			{Template: 1, Content: Text(20, 20, 5, "第一页", "") + Text(20, 60, 20, "机密", `CTM="0.7 0.7 -0.7 0.7 0 0"`) + Text(20, 80, 5, "看不见", `Visible="false"`)},
			{Template: 1, Content: Text(20, 20, 5, "第二页", "")},
			{Template: 2, Content: Text(20, 120, 5, "第三页", "")},
		},
	})
	if got, want := rows(f), "第一页\n第二页\n红头文件/第三页"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for kind, n := range map[block.Left]int{block.Header: 1, block.Watermark: 2, block.Hidden: 3, block.Mark: 1, block.Object: 2} {
		if count(f, kind) != n {
			t.Errorf("told %d of %s, want %d", count(f, kind), kind, n)
		}
	}
}

func TestDocumentsOfAFileFollowEachOther(t *testing.T) {
	one := Document{Pages: []Sheet{{Content: Text(20, 20, 5, "甲", "")}, {Content: Text(20, 20, 5, "乙", ""), Box: "10 10 100 100"}}}
	f := read(t, one, Document{Pages: []Sheet{{Content: Text(20, 20, 5, "丙", "")}}})
	if got := rows(f); got != "甲\n乙\n丙" {
		t.Error(got)
	}
	if p := f.Pages[2]; p.Number != 3 || p.Document != 2 {
		t.Errorf("page %d of document %d", p.Number, p.Document)
	}
	if p := f.Pages[1]; math.Abs(p.Width-283.46) > 0.1 || math.Abs(p.Glyphs[0].X0-28.35) > 0.1 {
		t.Errorf("a box that begins elsewhere: %v, %v", p.Width, p.Glyphs[0].X0)
	}
}

func TestPagesThatArePicturesAreTold(t *testing.T) {
	picture := `<ofd:ImageObject ID="3" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="5"/>`
	f := read(t, Document{Pages: []Sheet{{Content: Text(20, 20, 5, "有字的页", "")}, {Content: picture}, {Content: picture + Text(20, 20, 5, "12", "")}}})
	if len(f.Left) != 1 || f.Left[0].Kind != block.PageImage || f.Left[0].Count != 2 || !slices.Equal(f.Left[0].Pages, []int{2, 3}) {
		t.Errorf("%+v", f.Left)
	}
	if len(f.Pages[1].Pictures) != 1 {
		t.Error("the picture has no place")
	}
	refused(t, "pictures alone", Make(Document{Pages: []Sheet{{Content: picture}}}), format.NoTextLayer)
}

func refused(t *testing.T, name string, data []byte, kind format.ErrorKind) {
	t.Helper()
	_, err := Read(data)
	var e *format.Error
	if !errors.As(err, &e) || e.Kind != kind {
		t.Errorf("%s: %v, want %s", name, err, kind)
	}
}

func TestDamagedEmptyAndNamelessFilesAreRefused(t *testing.T) {
	good := Make(Document{Pages: []Sheet{{Content: Text(20, 20, 5, "望溪县", "")}}})
	refused(t, "nothing", nil, format.Damaged)
	refused(t, "cut", good[:len(good)/2], format.Damaged)
	refused(t, "no pages", Make(Document{}), format.Empty)
	refused(t, "no documents", Make(), format.Damaged)
	refused(t, "no words", Make(Document{Pages: []Sheet{{}}}), format.Empty)
	refused(t, "no characters", Make(Document{Pages: []Sheet{{Content: Text(20, 20, 5, "¤¤¤\uE001", "")}}}), format.NoCharacters)
	refused(t, "a page that is no XML", Make(Document{Pages: []Sheet{{Content: "<<<"}}}), format.Damaged)
	f := read(t, Document{Pages: []Sheet{{Content: Text(20, 20, 5, "好页", "")}, {Content: Text(20, 20, 5, "半页", "") + "<<<"}}})
	if got := rows(f); got != "好页\n半页" || count(f, block.Damage) != 1 {
		t.Errorf("%s, %+v", got, f.Left)
	}
}

func TestBombsTakeNeitherTimeNorMemory(t *testing.T) {
	const n = 100000
	ring := `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="77"><ofd:Content>` + Text(0, 0, 5, "字", "") + strings.Repeat(`<ofd:CompositeObject ID="8" Boundary="0 0 1 1" ResourceID="77"/>`, 8) + `</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`
	for name, d := range map[string]Document{
		"blocks":   {Pages: []Sheet{{Content: strings.Repeat(`<ofd:PageBlock ID="5">`, n) + Text(1, 1, 5, "字", "")}}},
		"drawings": {Resources: ring, Pages: []Sheet{{Content: `<ofd:CompositeObject ID="8" Boundary="0 0 1 1" ResourceID="77"/>`}}},
		"steps":    {Pages: []Sheet{{Content: strings.Repeat(Object(1, 1, 1, 1, 5, "", `<ofd:TextCode X="0" Y="0" DeltaX="g 999999999 1">字字</ofd:TextCode>`), 1000)}}},
		"pictures": {Pages: []Sheet{{Content: Text(1, 1, 5, "字", "") + strings.Repeat(`<ofd:ImageObject ID="3" Boundary="0 0 9 9"/>`, n)}}},
	} {
		start := time.Now()
		f, _ := Read(Make(d))
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		for _, p := range f.Pages {
			if len(p.Glyphs) > maxGlyphs || len(p.Pictures) > maxPictures {
				t.Errorf("%s: %d characters, %d pictures", name, len(p.Glyphs), len(p.Pictures))
			}
		}
	}
}

// FuzzPage must never panic, hang, or fail with an error of another type.
func FuzzPage(f *testing.F) {
	f.Add(Text(20, 20, 5, "望溪县", `CTM="1 0 0 1 0 0"`)+`<ofd:CompositeObject ResourceID="77" Boundary="1 1 1 1"/>`, "0 0 210 297")
	f.Add(Object(20, 20, 5, 5, 5, `ReadDirection="90" HScale="0.5"`, `<ofd:TextCode X="0" Y="1" DeltaX="g 2 3" DeltaY="1 2">协商议政</ofd:TextCode>`)+`<ofd:ImageObject Boundary="0 0 210 297"/>`, "")
	f.Fuzz(func(t *testing.T, content, box string) {
		d := Document{Pages: []Sheet{{Content: content, Box: box, Template: 1}}, Templates: []string{content},
			Resources: `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="77"><ofd:Content>` + content + `</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`}
		check(t, Make(d))
	})
}

// FuzzFile takes whole files.
func FuzzFile(f *testing.F) {
	f.Add(Make(Document{Pages: []Sheet{{Content: Text(20, 20, 5, "望溪县", "")}}}))
	f.Fuzz(func(t *testing.T, data []byte) { check(t, data) })
}

func check(t *testing.T, data []byte) {
	file, err := Read(data)
	var known *format.Error
	if err != nil && !errors.As(err, &known) {
		t.Fatalf("an error of another type: %v", err)
	}
	for _, p := range file.Pages {
		for _, g := range p.Glyphs {
			if g.Text == "" || !(g.Size > 0) || math.IsNaN(g.X0+g.X1+g.Y) {
				t.Fatal(fmt.Sprint("a character without a place: ", g))
			}
		}
	}
}
