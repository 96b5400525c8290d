package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"duidu/model"
	"duidu/parser/number"
	"duidu/parser/text"
)

// readSpecial reads what is said without a plain numeral: 百分之九十五,
// 三分之二, 百余次, 近千名, 半数, ￥300.
func (f *quantityFinder) readSpecial(s string, i int) (q quantity, ok bool) {
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
		if text.Has(s[i:min(len(s), i+longestWhole*utf8.UTFMax)], "分之") && text.Has(text.FirstRunes(s[i:], longestWhole), "分之") {
			q, ok = f.readParts(s, i)
		}
	}
	return q, ok
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

// readRound reads a round number that has only its places: 百余次, 上千名,
// 超百亿元, 千万人次.
func (f *quantityFinder) readRound(text string, i int) (quantity, bool) {
	q := quantity{start: i, end: i, qualifier: model.Exact, value: number.One}
	for {
		p, n := placeAt(text[q.end:])
		if p == 0 {
			break
		}
		q.value, q.end = q.value.Mul(decimal.NewFromInt(p)), q.end+n
	}
	if q.end == i {
		return q, false
	}
	at, tail := f.words.tail(text, q.end)
	u, ok := f.units.At(text, at)
	if ok && u.Class == number.ClassArabic {
		return q, false
	}
	if ok {
		q.unit, q.end = u.Name, at+len(u.Name)
	} else if i == 0 || q.value.LessThan(decimal.NewFromInt(tenMillion)) || tail != "" || !endsWord(text[q.end:]) {
		return q, false
	}
	f.qualify(text, &q)
	if tail != "" {
		q.qualifier = tail
	}
	if strings.HasSuffix(text[:q.start], "上") && q.qualifier == model.Exact { // 上百名
		q.start -= len("上")
		q.qualifier = model.Over
	}
	return q, q.qualifier != model.Exact || !ok
}

// tenMillion is the least round number that counts without a unit: 捐资千万.
const tenMillion = 10_000_000

// placeAt reads 百 千 万 亿 off the start of s.
func placeAt(s string) (value int64, size int) {
	for _, w := range []struct {
		word  string
		value int64
	}{{"百", 100}, {"千", 1000}, {"万", 10_000}, {"亿", 100_000_000}} {
		if strings.HasPrefix(s, w.word) {
			return w.value, len(w.word)
		}
	}
	return 0, 0
}

// endsWord tells that a word is over: a mark, a blank or the end follows, or
// what a number without a unit counts.
func endsWord(s string) bool {
	c, n := utf8.DecodeRuneInString(s)
	return n == 0 || unicode.IsPunct(c) || unicode.IsSpace(c) || strings.ContainsRune("帮助救资支建用", c)
}

// hundredMillions is how speech names 亿 behind a number.
var hundredMillions = text.ListOf("个亿", "个多亿", "多个亿")

// bare reads a number without a unit: 突破300亿, 1.5个亿, 5000余职工, 立案248.
func (f *quantityFinder) bare(s string, i int, n number.Numeral) (quantity, bool) {
	q := quantity{start: i, end: n.End, value: n.Value, qualifier: model.Exact, arabic: n.Arabic}
	if !n.Arabic {
		return q, false
	}
	if n.More {
		q.qualifier = model.Over
	}
	rest := s[n.End:]
	if w := hundredMillions.Prefix(rest); w != "" {
		q.value, q.end = q.value.Mul(decimal.New(1, 8)), n.End+len(w)
		if text.Has(w, "多") {
			q.qualifier = model.Over
		}
		return q, true
	}
	at, tail := f.words.tail(s, n.End)
	big := strings.HasSuffix(s[i:n.End], "万") || strings.HasSuffix(s[i:n.End], "亿")
	c, size := utf8.DecodeRuneInString(s[at:])
	if _, unit := f.units.At(s, at); unit || c == '年' || c == '月' || c == '天' {
		return q, false
	}
	switch {
	case big, tail != "" && (model.IsHan(c) || size == 0 || unicode.IsPunct(c)):
	default:
		return q, f.lone(s, i, n)
	}
	if tail != "" {
		q.qualifier, q.end = tail, at
	}
	f.qualify(s, &q)
	return q, true
}

// lone tells a number at the end of a clause behind what it counts, where the
// one before it in the sentence has no unit either: 收到提案260余，立案248.
func (f *quantityFinder) lone(s string, i int, n number.Numeral) bool {
	c, size := utf8.DecodeRuneInString(s[n.End:])
	before := text.LastRunes(s[:i], 12)
	return (size == 0 || strings.ContainsRune("，。；、,;", c)) && (text.Has(before, "余，") || text.Has(before, "多，"))
}

// ratio reads 2.25∶1, and 3/4 of a whole as a percentage.
func (f *quantityFinder) ratio(s string, i int, n number.Numeral) (quantity, bool) {
	q := quantity{start: i, value: n.Value, qualifier: model.Exact, arabic: true}
	if rest, ok := strings.CutPrefix(s[n.End:], "∶"); ok && n.Arabic {
		m, ok := number.ReadNumeral(rest, 0)
		q.end = n.End + len("∶") + m.End
		return q, ok
	}
	rest, ok := strings.CutPrefix(s[n.End:], "/")
	if !ok || !n.Arabic || len(s[i:n.End]) != 1 {
		return q, false
	}
	m, ok := number.ReadNumeral(rest, 0)
	if !ok || m.End > 2 || !n.Value.LessThan(m.Value) || !text.HasAnyPrefix(rest[m.End:], "以上", "的", "左右") {
		return q, false
	}
	q.unit, q.end = "%", n.End+len("/")+m.End
	q.value = n.Value.Mul(number.Hundred).DivRound(m.Value, 2)
	f.qualify(s, &q)
	return q, true
}

// rank reads a place in an order: 第3位, 第22名.
func (f *quantityFinder) rank(s string, i int, n number.Numeral) (quantity, bool) {
	u, ok := f.units.At(s, n.End)
	if !ok || !n.Arabic || u.Name != "位" && u.Name != "名" {
		return quantity{}, false
	}
	return quantity{start: i - len("第"), end: n.End + len(u.Name), value: n.Value, unit: u.Name, qualifier: model.Top, arabic: true}, strings.HasSuffix(s[:i], "第")
}

// per reads what a measure is told by: 1200元/吨.
func (f *quantityFinder) per(s string, q *quantity) {
	rest, ok := strings.CutPrefix(s[q.end:], "/")
	if !ok {
		return
	}
	if u, ok := f.units.At(rest, 0); ok {
		q.unit += "/" + u.Name
		q.end += len("/") + len(u.Name)
	}
}

// coins adds what follows the 元 in 角 and 分: 123元1角1分.
func (f *quantityFinder) coins(s string, q *quantity) {
	for exp, name := range []string{"角", "分"} {
		n, ok := number.ReadNumeral(s, q.end)
		if q.unit != "元" || !ok || !n.Arabic || !strings.HasPrefix(s[n.End:], name) || n.Value.GreaterThan(decimal.NewFromInt(9)) {
			return
		}
		q.value = q.value.Add(n.Value.Shift(int32(-exp - 1)))
		q.end = n.End + len(name)
	}
}

// noCount tells a number with its unit that counts nothing here: the minutes
// of a clock, what a score is out of, the months that a count covers, an age, how
// often a page was read, a threshold.
func (f *quantityFinder) noCount(s string, i int, q quantity) bool {
	before := strings.TrimRight(s[:i], " ")
	c, _ := utf8.DecodeLastRuneInString(before)
	switch q.unit {
	case "分":
		return c == '时' || c == '点' || c == ':' || c == '：' || outOf(s, i, q.end)
	case "个月": // 前11个月, 每两个月
		return c == '前' || c == '每'
	case "岁", "周岁":
		return !f.words.Words.Lifespan.In(text.LastRunes(before, 8))
	case "次":
		return f.words.Words.Counters.Ends(strings.TrimRight(before, "：:】 "))
	case "版", "期":
		return strings.HasSuffix(before, "总第") || strings.HasSuffix(before, "本期") || strings.HasSuffix(before, "(") && q.unit == "版"
	}
	return strings.HasPrefix(s[q.end:], "的项目，") && q.qualifier == model.Under
}

var onAverage = text.ListOf("得", "平均")

// outOf tells points that are to be had rather than were reached: 满分100分, 提案20分
// of them, 60分以下为不称职.
func outOf(s string, i, end int) bool {
	if onAverage.In(text.LastRunes(s[:i], 6)) {
		return false
	}
	if text.HasAnyPrefix(s[end:], "以下", "以上") || text.HasAnySuffix(s[:i], "满分", "扣", "加", "记", "计", "各占") {
		return true
	}
	_, behind, ok := text.Cut(s[:i], "满分")
	return ok && !strings.ContainsAny(behind, "；。;")
}

// readHalf reads 半数 and 半个 where they count.
func (f *quantityFinder) readHalf(text string, i int) (quantity, bool) {
	rest, ok := strings.CutPrefix(text[i:], "半")
	if !ok {
		return quantity{}, false
	}
	q := quantity{start: i, end: i + len("半"), qualifier: model.Exact}
	if (strings.HasSuffix(text[:i], "一") || strings.HasSuffix(text[:i], "超过")) && !strings.HasPrefix(rest, "年") && !strings.HasPrefix(rest, "个") && !strings.HasPrefix(rest, "数") { // 一半以上
		if strings.HasSuffix(text[:i], "一") {
			q.start -= len("一")
		}
		q.value, q.unit = decimal.NewFromInt(50), "%"
		f.qualify(text, &q)
		return q, q.qualifier != model.Exact
	}
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
