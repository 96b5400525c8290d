package write

import (
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
)

// nasty is text that a file must not be broken by: control characters,
// bytes that are no text, marks that turn the direction of writing.
const nasty = "收到\x00提案\x1b[31m<b>&\"426\"</b>件\xff\u202e逆\u2066\r\n次行\ufffe\t尾"

const mended = "收到提案[31m<b>&\"426\"</b>件\ufffd逆\n次行\t尾"

func num(s string) Cell { return Number(decimal.RequireFromString(s)) }

// comparison is a document such as a comparison of two counties makes.
func comparison() Document {
	return Document{
		Properties: Properties{Title: "青禾县 2023 与 白石县 2023 对读", Creator: "对读", Language: "zh-CN", Created: time.Date(2026, 11, 20, 8, 30, 0, 0, time.UTC)},
		Subtitle:   "数据对照",
		Blocks: []Block{
			Heading{1, "一、数据"},
			Paragraph{Text: "下表按指标对照两地报告中的数据，差为青禾县减白石县。\n原文带余、近、约的，以约数计。"},
			Table{
				Caption: "表1  主要指标对照",
				Columns: []Column{{Name: "主题", Kind: KindGroup}, {Name: "指标"}, {Name: "青禾县", Kind: KindNumber}, {Name: "白石县", Kind: KindNumber}, {Name: "差", Kind: KindNumber}, {Name: "说明"}},
				Rows: [][]Cell{
					{Text("提案"), Text("收到提案"), Text("426件"), Text("152件"), Text("+274"), {}},
					{Text("提案"), Text("办复率"), Text("100%"), {}, {}, Text("仅前者有")},
					{Text("协商议政"), Text("专题协商"), Text("14次"), Text("5次"), Text("+9"), {}},
				},
				Notes: []string{"注：差为前者减后者。"},
			},
			Heading{2, "（一）原句"},
			Quote{Text: "全年收到提案426件，立案368件，办复率100%。", Source: "——青禾县 2023年 › 三、提案工作"},
			Quote{Text: "全年开展专题协商14次，\n形成建议案9份。", Footnote: "青禾县 2023年 › 二、协商议政，《青禾政协这一年》"},
			Heading{1, "二、来源"},
			Item{Text: "青禾县 2023年，《青禾政协这一年》，qinghe.txt", Numbered: true},
			Item{Text: "白石县 2023年，《白石县政协工作综述》，baishi.html", Numbered: true},
			Item{Text: "其他说明"},
			Item{Text: "另起一列", Numbered: true},
			Paragraph{Text: "数据由程序读出，用前请核对原文。", Small: true},
		},
	}
}

func TestPlainTakesOutWhatXMLAndTerminalsChokeOn(t *testing.T) {
	if got := plain(nasty); got != mended {
		t.Errorf("%q", got)
	}
	if got := plain("一\r二\u2028三\u0085四"); got != "一\n二\n三\n四" {
		t.Errorf("%q", got)
	}
	const ordinary = "“收到”提案426件——办复率１００％…\n\t①é𠮷"
	if got := plain(ordinary); got != ordinary {
		t.Errorf("ordinary text became %q", got)
	}
	if got := line(" 一\n二\t三 "); got != "一 二 三" {
		t.Errorf("%q", got)
	}
}

func TestACellShowsItsNumberAsOfficesWriteIt(t *testing.T) {
	for _, c := range []struct {
		cell Cell
		kind Kind
		want string
	}{
		{Int(2023), KindNumber, "2023"},
		{Int(12860), KindNumber, "12,860"},
		{num("-4450000000.5"), KindNumber, "−4,450,000,000.5"},
		{num("0.07"), KindNumber, "0.07"},
		{num("92.70"), KindPercent, "92.7%"},
		{Text("100%"), KindPercent, "100%"},
		{Text(""), KindText, ""},
		{Cell{}, KindNumber, ""},
	} {
		if got := c.cell.shown(c.kind); got != c.want {
			t.Errorf("%v: %q, want %q", c.cell, got, c.want)
		}
	}
}

func TestAHeadCarriesItsUnitInItsOwnBrackets(t *testing.T) {
	if got := (Column{Name: "金额", Unit: "元"}).title(); got != "金额（元）" {
		t.Error(got)
	}
	if got := (Column{Name: "amount", Unit: "元"}).title(); got != "amount (元)" {
		t.Error(got)
	}
}

func TestCellsCountTwoForAHanCharacter(t *testing.T) {
	for s, want := range map[string]int{"": 0, "提案": 4, "426件": 5, "第一行更长\n短": 10, "“引”": 6} {
		if got := cells(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

func TestLinesCountWhatAColumnBreaks(t *testing.T) {
	for _, c := range []struct {
		text       string
		room, want int
	}{{"", 6, 1}, {"提案", 6, 1}, {"提案办理", 8, 1}, {"一\n二", 6, 2}, {strings.Repeat("字", 30), 20, 3}, {strings.Repeat("字", 30) + "\n", 20, 4}} {
		if got := lines(c.text, c.room); got != c.want {
			t.Errorf("%q in %d: %d, want %d", c.text, c.room, got, c.want)
		}
	}
}

func TestShareGivesShortColumnsWhatTheyWantAndFillsThePage(t *testing.T) {
	sum := func(list []int) (n int) {
		for _, w := range list {
			n += w
		}
		return n
	}
	const room = 8844
	widths := share([]int{8, 6, 6, 44, 44}, room)
	if total := sum(widths); total > room || total < room-len(widths) {
		t.Errorf("%v fill %d of %d", widths, total, room)
	}
	if widths[0] != 8*cellWidth+cellMargin || widths[1] != widths[2] || widths[3] != widths[4] || widths[3] < 3*widths[1] {
		t.Errorf("%v", widths)
	}
	few := share([]int{4, 4}, room)
	if total := sum(few); total > room || total < room-2 || few[0] != few[1] {
		t.Errorf("%v", few)
	}
	many := share(make([]int, 63), room)
	if total := sum(many); total > room {
		t.Errorf("%d columns take %d of %d", len(many), total, room)
	}
	for _, w := range many {
		if w < 1 {
			t.Fatalf("%v", many)
		}
	}
}

// long makes a table of so many rows, as a county's figures make one.
func long(rows int) Table {
	t := Table{Columns: []Column{{Name: "地区"}, {Name: "年度", Kind: KindNumber}, {Name: "指标"}, {Name: "原文数据"}, {Name: "数值", Kind: KindNumber}, {Name: "单位"}, {Name: "章节"}, {Name: "原句"}}}
	sentence := strings.Repeat("全年收到提案若干件，经审查立案交办，", 4) + "办复率百分之百。"
	for i := range rows {
		t.Rows = append(t.Rows, []Cell{Text("青禾县"), Int(2023), Text("收到提案"), Text("426件"), Int(i), Text("件"), Text("三、提案工作"), Text(sentence)})
	}
	return t
}
