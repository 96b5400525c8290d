package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"duidu/model"
	"duidu/parser/number"
	"duidu/parser/text"
)

// readSpecial reads what is said without a plain numeral: 百分之九十五,
// 三分之二, 百余次, 近千名, 半数, ￥300.
func (f *quantityFinder) readSpecial(s string, i int) ([]quantity, int, bool) {
	var q quantity
	var ok bool
	switch c, _ := utf8.DecodeRuneInString(s[i:]); c {
	case '百', '千', '万':
		if q, ok = f.readParts(s, i); !ok {
			q, ok = f.readRound(s, i)
		}
	case '半':
		q, ok = f.readHalf(s, i)
	case '￥', '¥', '$':
		q, ok = f.readPriced(s, i)
	default:
		if strings.Contains(text.FirstRunes(s[i:], longestWhole), "分之") {
			q, ok = f.readParts(s, i)
		}
	}
	if !ok {
		return nil, 0, false
	}
	return []quantity{q}, q.end, true
}

// longestWhole bounds, in characters, how far 分之 may stand from the start of
// a fraction.
const longestWhole = 8

var partsOf = []struct {
	word  string
	parts int64
}{{"百分之", 100}, {"千分之", 1000}, {"万分之", 10_000}, {"百万分之", 1_000_000}, {"万万分之", 100_000_000}}

// readParts reads parts of a whole as a percentage; one of 三分之一, which no
// decimal can hold, to two places.
func (f *quantityFinder) readParts(text string, i int) (quantity, bool) {
	whole, at, places := decimal.Zero, i, int32(10)
	for _, p := range partsOf {
		if strings.HasPrefix(text[i:], p.word) {
			whole, at = decimal.NewFromInt(p.parts), i+len(p.word)
		}
	}
	if whole.IsZero() {
		n, ok := number.ReadNumeral(text, i)
		if !ok || !strings.HasPrefix(text[n.End:], "分之") || !n.Value.IsPositive() {
			return quantity{}, false
		}
		whole, at, places = n.Value, n.End+len("分之"), 2
		if part, ok := number.ReadNumeral(text, at); !ok || !part.Value.IsInteger() {
			return quantity{}, false // 五百分之2.2 says nothing
		}
	}
	q := quantity{start: i, unit: "%", qualifier: model.Exact, arabic: true}
	sign := number.One
	if rest, ok := strings.CutPrefix(text[at:], "负"); ok {
		sign, at = sign.Neg(), len(text)-len(rest)
	}
	n, ok := number.ReadNumeral(text, at)
	switch {
	case ok:
		q.value, q.end = n.Value.Mul(number.Hundred).DivRound(whole, places).Mul(sign), n.End
	case strings.HasPrefix(text[at:], "百"): // 百分之百
		q.value, q.end = number.Hundred, at+len("百")
	default:
		return quantity{}, false
	}
	if at, tail := f.words.tail(text, q.end); tail != "" {
		q.end, q.qualifier = at, tail
	}
	f.qualify(text, &q)
	return q, true
}

// readRound reads a round number that has only its place: 百余次, 上千名.
func (f *quantityFinder) readRound(text string, i int) (quantity, bool) {
	q := quantity{start: i, qualifier: model.Exact}
	rest := text[i:]
	for _, w := range []struct {
		word  string
		value int64
	}{{"百", 100}, {"千", 1000}, {"万", 10_000}} {
		if strings.HasPrefix(rest, w.word) {
			q.value, q.end = decimal.NewFromInt(w.value), i+len(w.word)
		}
	}
	if q.value.IsZero() {
		return q, false
	}
	at, tail := f.words.tail(text, q.end)
	u, ok := f.units.At(text, at)
	if !ok || u.Class == number.ClassArabic {
		return q, false
	}
	q.unit, q.end = u.Name, at+len(u.Name)
	f.qualify(text, &q)
	if tail != "" {
		q.qualifier = tail
	}
	if strings.HasSuffix(text[:q.start], "上") && q.qualifier == model.Exact { // 上百名
		q.start -= len("上")
		q.qualifier = model.Over
	}
	return q, q.qualifier != model.Exact
}

// readHalf reads 半数 and 半个 where they count.
func (f *quantityFinder) readHalf(text string, i int) (quantity, bool) {
	rest, ok := strings.CutPrefix(text[i:], "半")
	if !ok {
		return quantity{}, false
	}
	q := quantity{start: i, end: i + len("半"), qualifier: model.Exact}
	if strings.HasPrefix(rest, "数") && !strings.HasPrefix(rest, "数据") {
		q.value, q.unit = decimal.NewFromInt(50), "%"
		q.end += len("数")
		f.qualify(text, &q)
		return q, true
	}
	u, ok := f.units.At(text, q.end)
	if !ok {
		return q, false
	}
	q.value, q.unit = decimal.New(5, -1), u.Name
	q.end += len(u.Name)
	return q, wholeClause(text, q)
}

var moneySigns = map[string]string{"￥": "元", "¥": "元", "$": "美元"}

// readPriced reads money whose sign stands in front.
func (f *quantityFinder) readPriced(text string, i int) (quantity, bool) {
	for sign, unit := range moneySigns {
		if !strings.HasPrefix(text[i:], sign) {
			continue
		}
		n, ok := number.ReadNumeral(text, i+len(sign))
		return quantity{start: i, end: n.End, value: n.Value, unit: unit, qualifier: model.Exact, arabic: true}, ok
	}
	return quantity{}, false
}
