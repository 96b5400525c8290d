package write

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/shopspring/decimal"
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

// styles are the looks of a file's cells, in the order in which they came.
type styles struct {
	looks   []look
	numbers map[look]int
}

// of returns the number under which the file knows a look. 0 is its default,
// which no cell has.
func (s *styles) of(l look) int {
	n, ok := s.numbers[l]
	if !ok {
		if s.numbers == nil {
			s.numbers = map[look]int{}
		}
		s.looks = append(s.looks, l)
		n = len(s.looks)
		s.numbers[l] = n
	}
	return n
}

// firstFormat is where the numbers of a file's own formats begin.
const firstFormat = 164

// write writes the part that describes the looks: what cells are made of,
// then the cells.
func (s *styles) write(x *xmlWriter) {
	x.start("styleSheet", "xmlns", sheetSpace)
	if slices.ContainsFunc(s.looks, func(l look) bool { return l.number }) {
		x.start("numFmts")
		for i, l := range s.looks {
			if l.number {
				x.empty("numFmt", "numFmtId", strconv.Itoa(firstFormat+i), "formatCode", numberFormat(l))
			}
		}
		x.end()
	}
	x.start("fonts")
	for _, bold := range []bool{false, true} {
		x.start("font")
		if bold {
			x.empty("b")
		}
		x.empty("sz", "val", "11")
		x.empty("name", "val", "宋体")
		x.end()
	}
	x.end()
	x.start("fills") // the first two are fixed
	for _, pattern := range []string{"none", "gray125", "solid"} {
		x.start("fill")
		x.start("patternFill", "patternType", pattern)
		if pattern == "solid" {
			x.empty("fgColor", "rgb", "FFF2F2F2")
		}
		x.end()
		x.end()
	}
	x.end()
	x.start("borders")
	for _, drawn := range []bool{false, true} {
		x.start("border")
		for _, side := range []string{"left", "right", "top", "bottom"} {
			if !drawn {
				x.empty(side)
				continue
			}
			x.start(side, "style", "thin")
			x.empty("color", "rgb", "FFBFBFBF")
			x.end()
		}
		x.end()
	}
	x.end()
	x.start("cellStyleXfs")
	x.empty("xf", "numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0")
	x.end()
	x.start("cellXfs")
	x.empty("xf", "numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0", "xfId", "0")
	for i, l := range s.looks {
		l.write(x, firstFormat+i)
	}
	x.end()
	x.end()
}

// write describes one look; own is the number of its own format.
func (l look) write(x *xmlWriter, own int) {
	format, font, fill, border := "0", "0", "0", "1"
	alignment := []string{"vertical", "center"}
	switch {
	case l.head:
		font, fill = "1", "2"
		alignment = append(alignment, "horizontal", "center", "wrapText", "1")
	case l.note:
		border = "0"
	case l.number:
		format = strconv.Itoa(own)
		alignment = append(alignment, "horizontal", "right", "indent", "1") // off the text beside it
	default:
		alignment = append(alignment, "wrapText", "1")
		if l.formula { // marked as text, so that it stays text when somebody edits the cell
			format = "49"
		}
	}
	x.start("xf", "numFmtId", format, "fontId", font, "fillId", fill, "borderId", border, "xfId", "0",
		"applyNumberFormat", "1", "applyFont", "1", "applyFill", "1", "applyBorder", "1", "applyAlignment", "1")
	x.empty("alignment", alignment...)
	x.end()
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
const longestCell = 32_767

// cell writes a cell of the row. Text is always written as text, whatever it
// begins with, numbers as numbers while Excel can hold all their digits,
// else as text too.
func (s *Sheet) cell(column int, c Cell, k Kind) {
	text := c.text
	if c.kind == numberCell {
		if v, l, ok := number(c.number, k); ok {
			s.x.start("c", "r", s.at(column), "s", strconv.Itoa(s.book.styles.of(l)))
			s.x.element("v", strconv.FormatFloat(v, 'f', -1, 64))
			s.x.end()
			return
		}
		text = c.number.String()
	}
	text, cut := cutUnits(plain(text), longestCell, "…")
	if cut {
		s.book.cut++
	}
	first, _ := utf8.DecodeRuneInString(text)
	s.text(column, look{formula: text != "" && strings.ContainsRune("=+-@\t＝＋－＠", first)}, text)
}

// text writes a cell of text, which may be empty.
func (s *Sheet) text(column int, l look, text string) {
	style := strconv.Itoa(s.book.styles.of(l))
	if text == "" {
		s.x.empty("c", "r", s.at(column), "s", style)
		return
	}
	s.x.start("c", "r", s.at(column), "s", style, "t", "inlineStr")
	s.x.start("is")
	s.x.element("t", asItStands(text), "xml:space", "preserve")
	s.x.end()
	s.x.end()
}

// at is the name of a cell of the row.
func (s *Sheet) at(column int) string { return columnName(column) + strconv.Itoa(s.row) }

// columnName is A for column 0, Z for 25, AA for 26.
func columnName(column int) string {
	if column < 26 {
		return string(rune('A' + column))
	}
	return columnName(column/26-1) + string(rune('A'+column%26))
}

// coded is how Excel writes characters that XML does not take: _x0007_.
var coded = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`) })

// asItStands keeps Excel from reading such a code where a text has the
// letters themselves.
func asItStands(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return coded().ReplaceAllString(text, "_x005F_$1")
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
