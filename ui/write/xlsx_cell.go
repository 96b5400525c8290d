package write

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// look is how a cell is set; every look is one style of the file.
type look struct {
	head    bool
	note    bool
	formula bool // text that would be a formula if somebody typed it
	number  bool
	percent bool
	grouped bool // commas between thousands
	places  int  // digits behind the point
}

// style returns the number under which Excel knows a look.
func (b *Book) style(l look) (int, error) {
	if id, ok := b.styles[l]; ok {
		return id, nil
	}
	border := []excelize.Border{}
	for _, side := range []string{"left", "top", "right", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "BFBFBF", Style: 1})
	}
	s := &excelize.Style{Font: &excelize.Font{Family: "宋体", Size: 11}, Alignment: &excelize.Alignment{Vertical: "center"}, Border: border}
	switch {
	case l.head:
		s.Font.Bold = true
		s.Alignment = &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F2F2F2"}}
	case l.note:
		s.Border = nil
	case l.number:
		format := numberFormat(l)
		s.CustomNumFmt = &format
		s.Alignment.Horizontal, s.Alignment.Indent = "right", 1 // off the text beside it
	default:
		s.Alignment.WrapText = true
		if l.formula { // marked as text, so that it stays text when somebody edits the cell
			s.NumFmt = 49
		}
	}
	id, err := b.file.NewStyle(s)
	b.styles[l] = id
	return id, err
}

// numberFormat shows all digits that a number has and no more.
func numberFormat(l look) string {
	format := "0"
	if l.grouped {
		format = "#,##0"
	}
	if l.places > 0 {
		format += "." + strings.Repeat("0", l.places)
	}
	if l.percent {
		format += "%"
	}
	return format
}

// longestCell is how many UTF-16 units Excel takes in a cell.
const longestCell = excelize.TotalCellChars

// value is a cell as excelize takes it. Text is always written as text,
// whatever it begins with, numbers as numbers while Excel can hold all their
// digits, else as text too.
func (b *Book) value(c Cell, k Kind) (any, error) {
	if c.kind == numberCell {
		if v, l, ok := number(c.number, k); ok {
			id, err := b.style(l)
			return excelize.Cell{StyleID: id, Value: v}, err
		}
	}
	text := c.text
	if c.kind == numberCell {
		text = c.number.String()
	}
	text, cut := cutUnits(plain(text), longestCell, "…")
	if cut {
		b.cut++
	}
	first, _ := utf8.DecodeRuneInString(text)
	id, err := b.style(look{formula: text != "" && strings.ContainsRune("=+-@\t＝＋－＠", first)})
	if err != nil {
		return nil, err
	}
	if text == "" {
		return excelize.Cell{StyleID: id}, nil
	}
	return excelize.Cell{StyleID: id, Value: text}, nil
}

// tenThousand is where commas begin, so that a year has none.
var tenThousand = decimal.New(1, 4)

// exactDigits is how many digits a number of Excel surely keeps.
const exactDigits = 15

// number is what Excel calculates with and how it is shown; false for one
// with more digits than it keeps.
func number(d decimal.Decimal, k Kind) (float64, look, bool) {
	digits := strings.Trim(d.Coefficient().String(), "-0")
	if len(digits) > exactDigits || d.Exponent() > 200 || d.Exponent() < -200 {
		return 0, look{}, false
	}
	l := look{number: true, percent: k == KindPercent, places: places(d), grouped: d.Abs().GreaterThanOrEqual(tenThousand)}
	if l.percent {
		d = d.Shift(-2)
	}
	return d.InexactFloat64(), l, true
}

// places is how many digits behind the point a number needs, of which Excel
// shows 30.
func places(d decimal.Decimal) int {
	s := d.String()
	_, tail, _ := strings.Cut(s, ".")
	return min(len(strings.TrimRight(tail, "0")), 30)
}
