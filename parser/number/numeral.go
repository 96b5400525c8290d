// Package number reads numbers as texts write them: numerals in any digits, years and
// small ordinals, and the units that are counted in. It knows no report; a
// heading, a date and a figure all ask it.
package number

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"duidu/parser/text"
)

// Numeral is a number as it stands in a text, in Arabic digits, Chinese ones
// or both: 1,100万, 3万4000, 十万零五百, 三十万多亿.
type Numeral struct {
	Value  decimal.Decimal
	Low    decimal.Decimal // 三五百 and 十七八 name a range: its lower end
	Pair   bool            // low is set
	Scale  decimal.Decimal // the last 十 百 千 万 亿; a shorter number before 至 takes it over
	End    int             // byte offset behind it
	Arabic bool            // has an Arabic digit: then it counts, however small
	More   bool            // 余, 多 or 几 stood inside: 100多万
	Places bool            // has 十 百 千 万 亿
	Run    int             // Chinese digits written one by one, as in 二〇二三
	Padded bool            // 007: a code rather than a count
}

var (
	One         = decimal.NewFromInt(1)
	Ten         = decimal.NewFromInt(10)
	Hundred     = decimal.NewFromInt(100)
	tenThousand = decimal.NewFromInt(10_000)
)

var (
	thousand     = decimal.NewFromInt(1000)
	myriadSquare = tenThousand.Mul(tenThousand)
	myriadCube   = myriadSquare.Mul(tenThousand)
)

// chineseDigit is the value of a Chinese digit; false for what is none.
func chineseDigit(c rune) (int64, bool) {
	switch c {
	case '零', '〇':
		return 0, true
	case '一', '壹':
		return 1, true
	case '二', '贰', '两', '俩', '倆':
		return 2, true
	case '三', '叁':
		return 3, true
	case '四', '肆':
		return 4, true
	case '五', '伍':
		return 5, true
	case '六', '陆':
		return 6, true
	case '七', '柒':
		return 7, true
	case '八', '捌':
		return 8, true
	case '九', '玖':
		return 9, true
	}
	return 0, false
}

// smallPlace is what 十 百 千 multiply by, zero for others.
func smallPlace(c rune) decimal.Decimal {
	switch c {
	case '十', '拾':
		return Ten
	case '百', '佰':
		return Hundred
	case '千', '仟':
		return thousand
	}
	return decimal.Decimal{}
}

// bigPlace is what 万 亿 兆 multiply by, zero for others.
func bigPlace(c rune) decimal.Decimal {
	switch c {
	case '万':
		return tenThousand
	case '亿':
		return myriadSquare
	case '兆':
		return myriadCube
	}
	return decimal.Decimal{}
}

func isBigPlace(c rune) bool { return c == '万' || c == '亿' || c == '兆' }

// wholeTens are tens written as one character: 卅三 is 33.
func wholeTens(c rune) int64 {
	switch c {
	case '廿':
		return 20
	case '卅':
		return 30
	}
	return 0
}

// thousandUnits begin with a 千 that belongs to the unit behind Arabic digits:
// 12千米 is 12, but 两千米 is 2000.
var thousandUnits = text.ListOf("千米", "千克", "千瓦", "千伏")

// longestNumeral bounds the bytes of a number.
const longestNumeral = 150

// numeralReader walks one number. Digits gather in current; 十 百 千 move
// them to section; 万 and 亿 move the section to total.
type numeralReader struct {
	s        string
	current  decimal.Decimal
	has      bool // current holds digits
	fraction bool // current has decimals, so that nothing more joins it
	previous decimal.Decimal
	zero     bool // a 零 stands before current
	section  decimal.Decimal
	total    decimal.Decimal
	place    decimal.Decimal // the last place word, zero before any
	big      decimal.Decimal // the last 万 or 亿
	closed   bool            // decimals stood before 万: no more digits may follow
	Numeral
}

// ReadNumeral reads the number that starts at byte i of s. It reports false
// where no number starts or what starts there is not one (十一十二).
func ReadNumeral(s string, i int) (Numeral, bool) {
	if n, ok := plainNumeral(s, i); ok {
		return n, true
	}
	if n, ok := loneDigit(s, i); ok {
		return n, true
	}
	r := numeralReader{s: s[:min(len(s), i+longestNumeral)]}
	r.End = i
	for r.End < len(r.s) && r.step() {
	}
	if r.End == len(r.s) && r.End < len(s) {
		return Numeral{}, false // no number that anybody wrote is as long
	}
	if r.End == i || r.zero && !r.has && r.Places || r.Places && strayDigit(s, r.End) {
		return Numeral{}, false
	}
	r.finish()
	return r.Numeral, true
}

// plainNumeral reads 14 and 92.7, as most numbers are, where nothing stands
// behind that could go on with the number.
func plainNumeral(s string, i int) (Numeral, bool) {
	const most = 15 // digits
	value, exponent, end := int64(0), int32(0), i
	for end < len(s) && end-i <= most && s[end] >= '0' && s[end] <= '9' {
		value = value*10 + int64(s[end]-'0')
		end++
	}
	whole := end
	if end > i && end+1 < len(s) && s[end] == '.' && s[end+1] >= '0' && s[end+1] <= '9' {
		for end++; end < len(s) && end-i <= most && s[end] >= '0' && s[end] <= '9'; end++ {
			value = value*10 + int64(s[end]-'0')
			exponent--
		}
	}
	next, _ := utf8.DecodeRuneInString(s[end:])
	if end == i || end-i > most || goesOnWith(next) {
		return Numeral{}, false
	}
	return Numeral{Value: valueOf(value, exponent), End: end, Arabic: true, Padded: whole == end && end-i > 1 && s[i] == '0'}, true
}

// loneDigit reads a Chinese digit by itself: 五.
func loneDigit(s string, i int) (Numeral, bool) {
	c, n := utf8.DecodeRuneInString(s[i:])
	d, ok := chineseDigit(c)
	if !ok || d == 0 {
		return Numeral{}, false
	}
	if next, _ := utf8.DecodeRuneInString(s[i+n:]); goesOnWith(next) {
		return Numeral{}, false
	}
	return Numeral{Value: valueOf(d, 0), End: i + n, Run: 1}, true
}

// small are the numbers that most counts are, made once.
var small = func() (t [1000]decimal.Decimal) {
	for n := range t {
		t[n] = decimal.NewFromInt(int64(n))
	}
	return t
}()

func valueOf(n int64, exponent int32) decimal.Decimal {
	if exponent == 0 && n < int64(len(small)) {
		return small[n]
	}
	return decimal.New(n, exponent)
}

// PowerOfTen is ten to so many places: 10 for 1, 0.1 for -1.
func PowerOfTen(places int32) decimal.Decimal {
	const least = -8
	if i := int(places) - least; i >= 0 && i < len(powers) {
		return powers[i]
	}
	return decimal.New(1, places)
}

// powers are those that numbers in texts end at, made once, from the eighth decimal on.
var powers = func() (t [24]decimal.Decimal) {
	for i := range t {
		t[i] = decimal.New(1, int32(i-8))
	}
	return t
}()

// shortWhole is a whole number of few digits; false for any other.
func shortWhole(d decimal.Decimal) (int64, bool) {
	if d.Exponent() != 0 || d.IsNegative() || d.NumDigits() > 9 {
		return 0, false
	}
	return d.CoefficientInt64(), true
}

// times multiplies, two short numbers at once.
func times(a, b decimal.Decimal) decimal.Decimal {
	if n, ok := shortWhole(a); ok {
		if m, ok := shortWhole(b); ok {
			return valueOf(n*m, 0)
		}
	}
	return a.Mul(b)
}

// Plus adds, at once where one of the two is nothing or both are short.
func Plus(a, b decimal.Decimal) decimal.Decimal {
	if n, ok := shortWhole(a); ok {
		if m, ok := shortWhole(b); ok {
			return valueOf(n+m, 0)
		}
	}
	switch {
	case a.IsZero() && a.Exponent() >= b.Exponent():
		return b
	case b.IsZero() && b.Exponent() >= a.Exponent():
		return a
	}
	return a.Add(b)
}

// goesOnWith tells what may belong to a number that digits begin.
func goesOnWith(c rune) bool {
	if c < utf8.RuneSelf {
		return c >= '0' && c <= '9' || c == '.' || c == ',' || c == ' '
	}
	switch c {
	case '．', '，', '多', '余', '来', '几', '点', '万', '亿', '兆', '十', '拾', '百', '佰', '千', '仟', '廿', '卅':
		return true
	}
	return DigitValue(c) >= 0 || c == '两' || c == '俩' || c == '倆'
}

// strayDigit tells that digits go on where the number could not: then it is
// no number at all.
func strayDigit(s string, i int) bool {
	c, _ := utf8.DecodeRuneInString(s[i:])
	_, chinese := chineseDigit(c)
	return chinese && c != '一' && c != '两' || text.IsDigit(c) || c == '十'
}

// step takes the next sign into the number; false where it does not belong.
func (r *numeralReader) step() bool {
	c, n := utf8.DecodeRuneInString(r.s[r.End:])
	d, digit := chineseDigit(c)
	switch {
	case r.closed && !isBigPlace(c) && !strings.ContainsRune("多余来几", c):
		return false
	case text.IsDigit(c) || c == '.' && r.End+1 < len(r.s) && text.IsDigit(rune(r.s[r.End+1])) && !text.HasAnySuffix(r.s[:r.End], "%", "％"):
		return !r.has && r.readArabic() // the point of 29.5%.61件 ends a sentence
	case digit && (c == '两' || c == '俩') && r.Places && !r.placeAt(r.End+n):
		return false // 三十两 weighs
	case digit:
		return r.takeDigit(d, n)
	case c == '千' && r.Arabic && thousandUnits.Starts(r.s[r.End:]):
		return false
	case !smallPlace(c).IsZero():
		return r.takePlace(smallPlace(c), n)
	case wholeTens(c) != 0 && !r.has:
		r.section = r.section.Add(decimal.NewFromInt(wholeTens(c)))
		r.passPlace(Ten, n)
		return true
	case isBigPlace(c) && (r.has || r.Places):
		return r.takeBig(bigPlace(c), n)
	case c == ' ' && r.Arabic && r.has && r.bigAfterSpace():
		r.End += n // 160 多万元, 100 万元
		return true
	case strings.ContainsRune("多余来几", c) && (r.has || r.Places) && r.bigAt(r.End+n):
		r.More = true
		r.End += n
		return true
	case c == '点' && (r.has || r.Places) && !r.fraction && r.digitAt(r.End+n):
		r.End += n
		r.readFraction()
		return true
	}
	return false
}

// DigitValue is the value of a digit of any script, or -1.
func DigitValue(c rune) int64 {
	switch d, ok := chineseDigit(c); {
	case c >= '0' && c <= '9':
		return int64(c - '0')
	case c >= '０' && c <= '９':
		return int64(c - '０')
	case ok && c != '两' && c != '俩':
		return d
	}
	return -1
}

func (r *numeralReader) digitAt(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.s[i:])
	return DigitValue(c) >= 0
}

// bigAfterSpace tells whether 万 or 亿, or 多万, stands behind the blank here.
func (r *numeralReader) bigAfterSpace() bool {
	rest := r.s[r.End+1:]
	c, n := utf8.DecodeRuneInString(rest)
	if strings.ContainsRune("多余", c) {
		c, _ = utf8.DecodeRuneInString(rest[n:])
	}
	return isBigPlace(c)
}

// placeAt tells whether 十 百 千 万 亿 stands at i.
func (r *numeralReader) placeAt(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.s[i:])
	return !smallPlace(c).IsZero() || isBigPlace(c)
}

func (r *numeralReader) bigAt(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.s[i:])
	return isBigPlace(c)
}

// readArabic takes digits of either width with thousands commas and decimals.
func (r *numeralReader) readArabic() bool {
	var b strings.Builder
	for r.End < len(r.s) {
		c, n := utf8.DecodeRuneInString(r.s[r.End:])
		next, _ := utf8.DecodeRuneInString(r.s[r.End+n:])
		switch {
		case text.IsDigit(c):
			b.WriteByte(byte('0' + DigitValue(c)))
		case (c == '.' || c == '．') && !r.fraction && text.IsDigit(next):
			r.fraction = true
			b.WriteByte('.')
		case c == ' ' && next == '.' && !r.fraction && r.digitAt(r.End+2): // 6 .4, as careless typesetting has it
		case (c == ',' || c == '，') && !r.fraction && b.Len() > 0 && headGroup(b.String()) && text.ThreeDigits(r.s[r.End+n:]):
		case c == ' ' && !r.fraction && b.Len() > 0 && b.Len() <= 3 && headGroup(b.String()) && text.ThreeDigits(r.s[r.End+n:]): // 2 000
		default:
			n = 0
		}
		if n == 0 {
			break
		}
		r.End += n
	}
	text := b.String()
	r.Padded = !r.fraction && len(text) > 1 && text[0] == '0'
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		r.current = valueOf(n, 0)
	} else {
		r.current, _ = decimal.NewFromString("0" + text) // .5 is legal here, and digits always parse
	}
	r.has, r.Arabic = true, true
	return true
}

// headGroup tells whether digits can stand before a thousands comma.
func headGroup(digits string) bool { return digits[0] != '0' && len(digits) < 16 }

func (r *numeralReader) takeDigit(d int64, n int) bool {
	v := valueOf(d, 0)
	switch {
	case d == 0 && r.Places && !r.has:
		r.zero = true
	case !r.has:
		r.current, r.has, r.Run = v, true, 1
	case r.Run == 0 || r.fraction || r.Run > 1 && r.Places:
		return false
	default: // 二〇二三, or the pair of 三五百 and 十七八
		r.previous = r.current
		r.Pair = r.Run == 1 && r.current.IsPositive() && v.GreaterThan(r.current) // 零三 in 一年零三个月 is no range
		r.Run++
		if r.Pair && r.Places {
			r.current = v
		} else {
			r.current = r.current.Mul(Ten).Add(v)
		}
	}
	r.End += n
	return true
}

// takePlace moves current into the section: 三百; 十 alone is 一十.
func (r *numeralReader) takePlace(p decimal.Decimal, n int) bool {
	climbs := r.section.IsPositive() && p.GreaterThanOrEqual(r.place)
	switch {
	case climbs || r.Run > 2:
		return false
	case !r.has && p.Equal(Ten):
		r.current = One
	case !r.has:
		return false
	case r.Run == 2 && !r.Pair:
		return false
	case r.Pair: // 三五百: each digit takes the place
		r.current = r.current.Mod(Ten)
		r.Low = r.section.Add(times(r.previous, p))
	}
	r.section = Plus(r.section, times(r.current, p))
	r.passPlace(p, n)
	return true
}

func (r *numeralReader) takeBig(p decimal.Decimal, n int) bool {
	v := r.section
	if r.has {
		v = v.Add(r.current)
	}
	switch {
	case r.Pair && r.Low.IsZero():
		r.Low = times(r.previous, p)
		v = r.current.Mod(Ten)
	case r.Pair:
		r.Low = r.Low.Mul(p)
	}
	switch {
	case v.IsZero() && r.place.GreaterThanOrEqual(tenThousand): // 万亿, 万万
		r.total = r.total.Mul(p)
	case r.big.IsPositive() && p.GreaterThan(r.big): // 二千万三亿
		r.total = r.total.Add(v).Mul(p)
	default:
		r.total = Plus(r.total, times(v, p))
	}
	r.section, r.big, r.closed = decimal.Zero, p, r.fraction || r.closed
	r.passPlace(p, n)
	return true
}

func (r *numeralReader) passPlace(p decimal.Decimal, n int) {
	r.current, r.has, r.zero, r.fraction, r.Run = decimal.Zero, false, false, false, 0
	r.place, r.Places = p, true
	r.End += n
}

func (r *numeralReader) readFraction() {
	at := decimal.New(1, -1)
	for r.End < len(r.s) {
		c, n := utf8.DecodeRuneInString(r.s[r.End:])
		d := DigitValue(c)
		if d < 0 {
			break
		}
		r.current = r.current.Add(decimal.NewFromInt(d).Mul(at))
		at = at.Shift(-1)
		r.End += n
	}
	r.has, r.fraction, r.Run = true, true, 1
}

// finish adds what is left. 一百五 is 150 and 3万2 is 32000, since a lone
// digit stands for the next place; 三万零二 and 3万4000 are as they stand.
func (r *numeralReader) finish() {
	r.Scale = r.place
	tail := r.current
	short := r.has && r.Places && !r.zero && !r.fraction && !r.Pair
	if short && r.place.GreaterThan(Ten) && tail.IsPositive() && tail.LessThan(Ten) {
		tail = tail.Mul(r.place).Div(Ten)
	}
	sum := Plus(r.total, r.section)
	if r.Pair && r.has {
		if !r.Places {
			tail = tail.Mod(Ten)
		}
		r.Low = Plus(sum, r.previous)
	}
	r.Value = Plus(sum, tail)
	if !r.Arabic && r.Run > 2 {
		r.Pair = false
	}
}
