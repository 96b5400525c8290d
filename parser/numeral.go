package parser

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// numeral is a number as it stands in a text, in Arabic digits, Chinese ones
// or both: 1,100万, 3万4000, 十万零五百, 三十万多亿.
type numeral struct {
	value  decimal.Decimal
	low    decimal.Decimal // 三五百 and 十七八 name a range: its lower end
	pair   bool            // low is set
	scale  decimal.Decimal // the last 十 百 千 万 亿; a shorter number before 至 takes it over
	end    int             // byte offset behind it
	arabic bool            // has an Arabic digit: then it counts, however small
	more   bool            // 余, 多 or 几 stood inside: 100多万
	places bool            // has 十 百 千 万 亿
	run    int             // Chinese digits written one by one, as in 二〇二三
	padded bool            // 007: a code rather than a count
}

var (
	one         = decimal.NewFromInt(1)
	ten         = decimal.NewFromInt(10)
	hundred     = decimal.NewFromInt(100)
	tenThousand = decimal.NewFromInt(10_000)
)

var chineseDigits = map[rune]int64{
	'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '俩': 2, '倆': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
	'壹': 1, '贰': 2, '叁': 3, '肆': 4, '伍': 5, '陆': 6, '柒': 7, '捌': 8, '玖': 9,
}

var smallPlaces = map[rune]decimal.Decimal{
	'十': ten, '拾': ten, '百': hundred, '佰': hundred, '千': decimal.NewFromInt(1000), '仟': decimal.NewFromInt(1000),
}

var bigPlaces = map[rune]decimal.Decimal{
	'万': tenThousand, '亿': tenThousand.Mul(tenThousand), '兆': tenThousand.Mul(tenThousand).Mul(tenThousand),
}

// wholeTens are tens written as one character: 卅三 is 33.
var wholeTens = map[rune]int64{'廿': 20, '卅': 30}

// thousandUnits begin with a 千 that belongs to the unit behind Arabic digits:
// 12千米 is 12, but 两千米 is 2000.
var thousandUnits = []string{"千米", "千克", "千瓦"}

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
	numeral
}

// readNumeral reads the number that starts at byte i of s. It reports false
// where no number starts or what starts there is not one (十一十二).
func readNumeral(s string, i int) (numeral, bool) {
	r := numeralReader{s: s[:min(len(s), i+longestNumeral)]}
	r.end = i
	for r.end < len(r.s) && r.step() {
	}
	if r.end == len(r.s) && r.end < len(s) {
		return numeral{}, false // no number that anybody wrote is as long
	}
	if r.end == i || r.zero && !r.has && r.places || r.places && strayDigit(s, r.end) {
		return numeral{}, false
	}
	r.finish()
	return r.numeral, true
}

// strayDigit tells that digits go on where the number could not: then it is
// no number at all.
func strayDigit(s string, i int) bool {
	c, _ := utf8.DecodeRuneInString(s[i:])
	_, chinese := chineseDigits[c]
	return chinese && c != '一' && c != '两' || isDigit(c) || c == '十'
}

// step takes the next sign into the number; false where it does not belong.
func (r *numeralReader) step() bool {
	c, n := utf8.DecodeRuneInString(r.s[r.end:])
	d, digit := chineseDigits[c]
	switch {
	case r.closed && bigPlaces[c].IsZero() && !strings.ContainsRune("多余来几", c):
		return false
	case isDigit(c) || c == '.' && r.end+1 < len(r.s) && isDigit(rune(r.s[r.end+1])):
		return !r.has && r.readArabic()
	case digit && (c == '两' || c == '俩') && r.places && !r.placeAt(r.end+n):
		return false // 三十两 weighs
	case digit:
		return r.takeDigit(d, n)
	case c == '千' && r.arabic && hasPrefix(r.s[r.end:], thousandUnits) != "":
		return false
	case !smallPlaces[c].IsZero():
		return r.takePlace(smallPlaces[c], n)
	case wholeTens[c] != 0 && !r.has:
		r.section = r.section.Add(decimal.NewFromInt(wholeTens[c]))
		r.passPlace(ten, n)
		return true
	case !bigPlaces[c].IsZero() && (r.has || r.places):
		return r.takeBig(bigPlaces[c], n)
	case c == ' ' && r.arabic && r.has && r.bigAfterSpace():
		r.end += n // 160 多万元, 100 万元
		return true
	case strings.ContainsRune("多余来几", c) && (r.has || r.places) && r.bigAt(r.end+n):
		r.more = true
		r.end += n
		return true
	case c == '点' && (r.has || r.places) && !r.fraction && r.digitAt(r.end+n):
		r.end += n
		r.readFraction()
		return true
	}
	return false
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' || c >= '０' && c <= '９' }

// digitValue is the value of a digit of any script, or -1.
func digitValue(c rune) int64 {
	switch d, ok := chineseDigits[c]; {
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
	return digitValue(c) >= 0
}

// bigAfterSpace tells whether 万 or 亿, or 多万, stands behind the blank here.
func (r *numeralReader) bigAfterSpace() bool {
	rest := r.s[r.end+1:]
	c, n := utf8.DecodeRuneInString(rest)
	if strings.ContainsRune("多余", c) {
		c, _ = utf8.DecodeRuneInString(rest[n:])
	}
	return !bigPlaces[c].IsZero()
}

// placeAt tells whether 十 百 千 万 亿 stands at i.
func (r *numeralReader) placeAt(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.s[i:])
	return !smallPlaces[c].IsZero() || !bigPlaces[c].IsZero()
}

func (r *numeralReader) bigAt(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.s[i:])
	return !bigPlaces[c].IsZero()
}

// readArabic takes digits of either width with thousands commas and decimals.
func (r *numeralReader) readArabic() bool {
	var b strings.Builder
	for r.end < len(r.s) {
		c, n := utf8.DecodeRuneInString(r.s[r.end:])
		next, _ := utf8.DecodeRuneInString(r.s[r.end+n:])
		switch {
		case isDigit(c):
			b.WriteByte(byte('0' + digitValue(c)))
		case (c == '.' || c == '．') && !r.fraction && isDigit(next):
			r.fraction = true
			b.WriteByte('.')
		case c == ' ' && next == '.' && !r.fraction && r.digitAt(r.end+2): // 6 .4, as careless typesetting has it
		case (c == ',' || c == '，') && !r.fraction && b.Len() > 0 && headGroup(b.String()) && threeDigits(r.s[r.end+n:]):
		case c == ' ' && !r.fraction && b.Len() > 0 && b.Len() <= 3 && headGroup(b.String()) && threeDigits(r.s[r.end+n:]): // 2 000
		default:
			n = 0
		}
		if n == 0 {
			break
		}
		r.end += n
	}
	text := b.String()
	r.padded = !r.fraction && len(text) > 1 && text[0] == '0'
	r.current, _ = decimal.NewFromString("0" + text) // .5 is legal here, and digits always parse
	r.has, r.arabic = true, true
	return true
}

// headGroup tells whether digits can stand before a thousands comma.
func headGroup(digits string) bool { return digits[0] != '0' && len(digits) < 16 }

// threeDigits tells whether exactly three digits start s.
func threeDigits(s string) bool {
	for k := 0; k < 4; k++ {
		c, n := utf8.DecodeRuneInString(s)
		if isDigit(c) != (k < 3) {
			return false
		}
		s = s[n:]
	}
	return true
}

func (r *numeralReader) takeDigit(d int64, n int) bool {
	v := decimal.NewFromInt(d)
	switch {
	case d == 0 && r.places && !r.has:
		r.zero = true
	case !r.has:
		r.current, r.has, r.run = v, true, 1
	case r.run == 0 || r.fraction || r.run > 1 && r.places:
		return false
	default: // 二〇二三, or the pair of 三五百 and 十七八
		r.previous = r.current
		r.pair = r.run == 1 && r.current.IsPositive() && v.GreaterThan(r.current) // 零三 in 一年零三个月 is no range
		r.run++
		if r.pair && r.places {
			r.current = v
		} else {
			r.current = r.current.Mul(ten).Add(v)
		}
	}
	r.end += n
	return true
}

// takePlace moves current into the section: 三百; 十 alone is 一十.
func (r *numeralReader) takePlace(p decimal.Decimal, n int) bool {
	climbs := r.section.IsPositive() && p.GreaterThanOrEqual(r.place)
	switch {
	case climbs || r.run > 2:
		return false
	case !r.has && p.Equal(ten):
		r.current = one
	case !r.has:
		return false
	case r.run == 2 && !r.pair:
		return false
	case r.pair: // 三五百: each digit takes the place
		r.current = r.current.Mod(ten)
		r.low = r.section.Add(r.previous.Mul(p))
	}
	r.section = r.section.Add(r.current.Mul(p))
	r.passPlace(p, n)
	return true
}

func (r *numeralReader) takeBig(p decimal.Decimal, n int) bool {
	v := r.section
	if r.has {
		v = v.Add(r.current)
	}
	switch {
	case r.pair && r.low.IsZero():
		r.low = r.previous.Mul(p)
		v = r.current.Mod(ten)
	case r.pair:
		r.low = r.low.Mul(p)
	}
	switch {
	case v.IsZero() && r.place.GreaterThanOrEqual(tenThousand): // 万亿, 万万
		r.total = r.total.Mul(p)
	case r.big.IsPositive() && p.GreaterThan(r.big): // 二千万三亿
		r.total = r.total.Add(v).Mul(p)
	default:
		r.total = r.total.Add(v.Mul(p))
	}
	r.section, r.big, r.closed = decimal.Zero, p, r.fraction || r.closed
	r.passPlace(p, n)
	return true
}

func (r *numeralReader) passPlace(p decimal.Decimal, n int) {
	r.current, r.has, r.zero, r.fraction, r.run = decimal.Zero, false, false, false, 0
	r.place, r.places = p, true
	r.end += n
}

func (r *numeralReader) readFraction() {
	at := decimal.New(1, -1)
	for r.end < len(r.s) {
		c, n := utf8.DecodeRuneInString(r.s[r.end:])
		d := digitValue(c)
		if d < 0 {
			break
		}
		r.current = r.current.Add(decimal.NewFromInt(d).Mul(at))
		at = at.Shift(-1)
		r.end += n
	}
	r.has, r.fraction, r.run = true, true, 1
}

// finish adds what is left. 一百五 is 150 and 3万2 is 32000, since a lone
// digit stands for the next place; 三万零二 and 3万4000 are as they stand.
func (r *numeralReader) finish() {
	r.scale = r.place
	tail := r.current
	short := r.has && r.places && !r.zero && !r.fraction && !r.pair
	if short && r.place.GreaterThan(ten) && tail.IsPositive() && tail.LessThan(ten) {
		tail = tail.Mul(r.place).Div(ten)
	}
	sum := r.total.Add(r.section)
	if r.pair && r.has {
		if !r.places {
			tail = tail.Mod(ten)
		}
		r.low = sum.Add(r.previous)
	}
	r.value = sum.Add(tail)
	if !r.arabic && r.run > 2 {
		r.pair = false
	}
}
