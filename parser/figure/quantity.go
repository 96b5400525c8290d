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

// quantity is a number with its unit, found in a paragraph. Offsets are
// bytes; start and end take in the qualifier (近1000张, 20个以上).
type quantity struct {
	start, end int
	from, to   int // of the whole range that the quantity is one end of
	value      decimal.Decimal
	unit       string
	qualifier  model.Qualifier
	arabic     bool
}

// quantityFinder finds what a text counts. It is safe for concurrent use.
type quantityFinder struct {
	units *number.Units
	words *lexicon
}

// find adds the quantities of one paragraph in order to a list, dates, ordinals,
// fixed terms and names left out.
func (f *quantityFinder) find(found []quantity, text string) []quantity {
	for i := 0; i < len(text); {
		next := f.words.mayCount.Index(text[i:])
		if next < 0 {
			break
		}
		i += next
		c, n := utf8.DecodeRuneInString(text[i:])
		if length, kind := f.words.fixed.At(text[i:]); kind != 0 {
			i += length
			continue
		}
		switch {
		case c == '《':
			i += skipTo(text[i:], "》", 200)
		case c == '“':
			i += skipTo(text[i:], "”", 14)
		case c == '‘':
			i += skipTo(text[i:], "’", 14)
		case !f.words.numerals.Has(c), f.countsNothing(text, i, c, n): // it only begins a fixed word, or belongs to one
			i += n
		default:
			had := len(found)
			var end int
			found, end = f.readAt(found, text, i)
			for k := had; k < len(found); k++ {
				found[k].from, found[k].to = found[had].start, found[len(found)-1].end
			}
			i = max(end, i+n)
		}
	}
	return found
}

// countsNothing tells a Chinese digit by itself, as in 统一 and 一是, behind which
// neither a number goes on nor a unit stands.
func (f *quantityFinder) countsNothing(s string, i int, c rune, n int) bool {
	next, size := utf8.DecodeRuneInString(s[i+n:])
	if size == 0 || f.words.mayFollow.Has(next) || !f.words.lone.Has(c) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	return !f.words.leads.Has(before)
}

// skipTo returns the length of a title or short quotation, whose numbers are
// part of a name; 1 rune if it is not closed within limit runes.
func skipTo(s, mark string, limit int) int {
	_, first := utf8.DecodeRuneInString(s)
	end := text.Index(s[:min(len(s), limit*utf8.UTFMax)], mark)
	if end < 0 || text.Runes(s[:end]) > limit {
		return first
	}
	return end + len(mark)
}

// numeralStarts are the characters that a numeral begins with.
const numeralStarts = "一二三四五六七八九十百千万两俩倆零半几廿卅壹贰叁肆伍陆柒捌玖拾佰仟〇￥¥$.0123456789０１２３４５６７８９"

// readAt adds the quantity or range whose numeral starts at byte i to those
// found. It returns the offset to go on from, 0 to go on behind the first character.
func (f *quantityFinder) readAt(found []quantity, text string, i int) ([]quantity, int) {
	before := text[:i]
	if q, ok := f.readSpecial(text, i); ok {
		return append(found, q), q.end
	}
	n, ok := number.ReadNumeral(text, i)
	if !ok {
		return found, i + digitsAt(text[i:])
	}
	if q, ok := f.ratio(text, i, n); ok {
		return append(found, q), q.end
	}
	if f.partOfCode(before, text[n.End:]) || n.Padded {
		return found, n.End
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " "))
	if last == '第' || last == '届' && !n.Arabic {
		if q, ok := f.rank(text, i, n); ok && last == '第' {
			return append(found, q), q.end
		}
		return found, f.skipOrdinal(text, n.End)
	}
	if low, high, ok := f.readRange(text, i, n); ok {
		if f.noCount(text, i, high) {
			return found, high.end
		}
		return append(found, low, high), high.end
	}
	if all, end := f.readShared(found, text, i, n); end > 0 {
		return all, end
	}
	q, u, ok := f.complete(text, i, n)
	if b, bare := f.bare(text, i, n); bare && (!ok || b.end > q.end) {
		q, u, ok = b, number.Unit{Class: number.ClassMeasure}, true
	}
	if !ok || !f.counts(text, i, n, u, q) || f.noCount(text, i, q) {
		return found, n.End
	}
	if strings.HasSuffix(text[:q.start], "-") || strings.HasSuffix(text[:q.start], "－") { // 下降-1.5%
		if c, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:q.start], "-－")); q.unit == "%" && model.IsHan(c) {
			_, size := utf8.DecodeLastRuneInString(text[:q.start])
			q.start, q.value = q.start-size, q.value.Neg()
		}
	}
	if n.Pair {
		low := q
		low.value, low.qualifier = n.Low, model.Exact
		return append(found, low, q), q.end
	}
	return append(found, q), q.end
}

// digitsAt is the length of a run of digits that is no number here.
func digitsAt(s string) int {
	return len(s) - len(strings.TrimLeftFunc(s, func(c rune) bool { return number.DigitValue(c) >= 0 }))
}

// partOfCode tells numbers inside names and formulas: G353, 1+7, 3+N, 〔2016〕.
func (f *quantityFinder) partOfCode(before, after string) bool {
	p, _ := utf8.DecodeLastRuneInString(before)
	a, _ := utf8.DecodeRuneInString(after)
	latin := func(c rune) bool { return c < 0x80 && unicode.IsLetter(c) }
	return latin(p) || strings.ContainsRune("+＋〔[/×*", p) && p != utf8.RuneError ||
		a == '+' || a == '＋' || a == '〕' || a == '/' || a == '*'
}

// skipOrdinal steps over what follows 第: 第1—3期, 第三届五次.
func (f *quantityFinder) skipOrdinal(text string, i int) int {
	for {
		c, n := utf8.DecodeRuneInString(text[i:])
		if !strings.ContainsRune("—-－~～至、届", c) || i >= len(text) {
			return i
		}
		next, ok := number.ReadNumeral(text, i+n)
		if !ok {
			return i
		}
		i = next.End
	}
}

// complete reads what belongs to a numeral: 余 or 多, the unit, 以上, and the
// qualifier in front.
func (f *quantityFinder) complete(s string, i int, n number.Numeral) (quantity, number.Unit, bool) {
	q := quantity{start: i, end: n.End, value: n.Value, qualifier: model.Exact, arabic: n.Arabic}
	if n.More {
		q.qualifier = model.Over
	}
	if n.Arabic { // 86 件, as many typesetters write
		n.End += len(s[n.End:]) - len(strings.TrimPrefix(s[n.End:], " "))
	}
	at, tail := f.words.tail(s, n.End)
	u, ok := f.unitOrCheng(s, at, &q)
	if !ok && at > n.End { // 多 did not belong to the number
		at, tail = n.End, ""
		u, ok = f.unitOrCheng(s, at, &q)
	}
	if !ok && strings.HasPrefix(s[n.End:], "年") && f.words.Words.Lasting.Ends(s[:i]) {
		q.unit, q.end = "年", n.End+len("年") // how long it ran: 连续三年
		return q, number.Unit{Name: "年", Class: number.ClassMeasure}, true
	}
	if !ok {
		if u, ok = f.words.moneyBefore(s[:i]); !ok {
			return q, u, false
		}
		q.start -= len(u.Name)
		q.unit, q.start = u.Name, i
		return q, u, true
	}
	if tail != "" {
		q.qualifier = tail
	}
	f.per(s, &q)
	f.coins(s, &q)
	if foreign := f.words.Words.Foreign.Suffix(s[:i]); foreign != "" && q.unit == "元" {
		q.unit = foreign // 港币300元
	}
	f.half(s, &q)
	f.qualify(s, &q)
	return q, u, true
}

// unitOrCheng reads the unit at byte at; 成 is ten percent where it is not
// the head of a word.
func (f *quantityFinder) unitOrCheng(text string, at int, q *quantity) (number.Unit, bool) {
	if u, ok := f.units.At(text, at); ok {
		q.unit, q.end = u.Name, at+len(u.Name)
		if q.unit == "％" {
			q.unit = "%"
		}
		return u, true
	}
	rest, ok := strings.CutPrefix(text[at:], "成")
	if !ok {
		return number.Unit{}, false
	}
	c, size := utf8.DecodeRuneInString(rest)
	digit := number.DigitValue(c)
	if model.IsHan(c) && !q.arabic && digit < 0 && !strings.ContainsRune("以的左多半余及和委群企提农学干", c) {
		return number.Unit{}, false
	}
	q.value, q.unit, q.end = q.value.Mul(number.Ten), "%", at+len("成")
	switch {
	case c == '半':
		q.value, q.end = q.value.Add(decimal.NewFromInt(5)), q.end+size
	case (c == '多' || c == '余') && len(rest) > 0:
		q.qualifier, q.end = model.Over, q.end+size
	case digit > 0 && !q.arabic: // 九成二
		q.value, q.end = q.value.Add(decimal.NewFromInt(digit)), q.end+size
	}
	return number.Unit{Name: "%", Class: number.ClassMeasure}, true
}

// half adds the 半 of 三斤半.
func (f *quantityFinder) half(text string, q *quantity) {
	rest, ok := strings.CutPrefix(text[q.end:], "半")
	if !ok || q.unit == "%" {
		return
	}
	c, _ := utf8.DecodeRuneInString(rest)
	if !model.IsHan(c) {
		q.value = q.value.Add(decimal.New(5, -1))
		q.end += len("半")
	}
}

// qualify takes in 近, 超过, 至少 before the quantity and 以上, 左右 behind.
func (f *quantityFinder) qualify(text string, q *quantity) {
	if w, ok := f.words.before(text[:q.start]); ok {
		q.start -= len(w.text)
		if q.qualifier == model.Exact || w.qualifier == model.Top {
			q.qualifier = w.qualifier
		}
	}
	if w, ok := f.words.behind(text[q.end:]); ok {
		q.end += len(w.text)
		q.qualifier = w.qualifier
	}
}

// readRange reads 20~100个, 一到五个, 1万-5万元 as two quantities; the first
// takes its unit, and its 万, from the second.
func (f *quantityFinder) readRange(text string, i int, n number.Numeral) (low, high quantity, ok bool) {
	at := n.End
	first, firstOK := f.units.At(text, at)
	if firstOK && !strings.HasPrefix(text[at+len(first.Name):], "次") {
		at += len(first.Name)
	}
	c, size := utf8.DecodeRuneInString(text[at:])
	if !strings.ContainsRune("~～-－–—至到", c) || at >= len(text) {
		return low, high, false
	}
	at += size
	if c == '—' && strings.HasPrefix(text[at:], "—") {
		at += len("—")
	}
	m, found := number.ReadNumeral(text, at)
	if !found || m.Pair {
		return low, high, false
	}
	high, u, found := f.complete(text, at, m)
	if !found || firstOK && first.Name != u.Name || f.partOfCode(text[:i], text[high.end:]) {
		return low, high, false
	}
	if !n.Arabic && !m.Arabic && (c == '至' || c == '到') && (u.Class == number.ClassSerial || f.words.Words.Numbered.Has(u.Name)) {
		return low, high, false
	}
	low = quantity{start: i, end: n.End, value: n.Value, unit: high.unit, qualifier: model.Exact, arabic: n.Arabic}
	if scaled := n.Value.Mul(m.Scale); m.Scale.GreaterThan(number.One) && n.Scale.LessThan(m.Scale) && scaled.LessThanOrEqual(high.value) {
		low.value = scaled
	}
	if w, yes := f.words.before(text[:i]); yes {
		low.start, low.qualifier = i-len(w.text), w.qualifier
	}
	return low, high, low.value.LessThanOrEqual(high.value)
}

// readShared adds numbers that have their unit in common: 分别为25、31、42件. It returns
// the end of the last, 0 if these are none.
func (f *quantityFinder) readShared(found []quantity, s string, i int, n number.Numeral) ([]quantity, int) {
	if !n.Arabic || !joins(text.FirstRunes(s[n.End:], 1)) || !respective(s[:i]) {
		return found, 0
	}
	had := len(found)
	for {
		if q, u, ok := f.complete(s, i, n); ok && u.Class != number.ClassArabic {
			for k := had; k < len(found); k++ {
				found[k].unit = q.unit
			}
			return append(found, q), q.end
		}
		next, ok := number.Numeral{}, false
		mark := text.FirstRunes(s[n.End:], 1)
		if joins(mark) {
			next, ok = number.ReadNumeral(s, n.End+len(mark))
		}
		if !ok || !next.Arabic {
			return found[:had], 0
		}
		found = append(found, quantity{start: i, end: n.End, value: n.Value, qualifier: model.Exact, arabic: true})
		i, n = n.End+len(mark), next
	}
}

// counts tells whether a numeral with its unit counts something here. Arabic
// digits always do; a Chinese numeral belongs to a fixed term or a name as
// often as not.
func (f *quantityFinder) counts(s string, i int, n number.Numeral, u number.Unit, q quantity) bool {
	qualified := q.qualifier != model.Exact || n.Pair
	small := !n.Places || n.Value.LessThanOrEqual(decimal.NewFromInt(20))
	alone := wholeClause(s, q)
	switch {
	case u.Name == "两" && !n.Arabic: // 三十两, but 两两
		return n.Places
	case q.unit == "次" && strings.HasPrefix(s[q.end:], "、") && f.words.fixedAfter(s[q.end:]): // 八次、九次全会
		return false
	case s[i:n.End] == "伍", s[i:n.End] == "陆": // 队伍强, 大陆人: words of their own where no other numeral stands beside them
		return false
	case s[i:q.end] == "十分", s[i:n.End] == "一" && (u.Name == "天" || u.Name == "分") && !alone && !qualified: // 十分, 一天
		return false
	case n.Arabic:
		return q.unit != "次" || !f.words.fixedAfter(s[q.end:])
	case u.Class == number.ClassArabic, u.Class == number.ClassSerial && small && s[i:n.End] != "两", n.Run > 2 && !n.Places, f.words.nameAround(s, i, q.end):
		return false
	case qualified, alone, u.Class == number.ClassMeasure:
		return n.Value.IsPositive() || alone
	case s[i:n.End] == "拾", small && f.words.Words.Terms.Starts(strings.TrimPrefix(s[q.end:], "“")):
		return false
	case u.Class == number.ClassSerial && endsClause(s[q.end:]): // 培训班两期，
		return true
	case s[i:n.End] == "一": // the indefinite 一: 一批, 一次
		return false
	case strings.HasPrefix(s[i:], "二") && !strings.HasPrefix(u.Name, "人") && small && !n.Places:
		return false // 二 numbers, 两 counts
	case q.unit == "次" && f.words.fixedAfter(s[q.end:]):
		return f.words.countsBefore(s[:i])
	case !small || u.Class == number.ClassCount:
		return true
	}
	return f.words.countsBefore(s[:i])
}

// endsClause tells that a mark or nothing follows.
func endsClause(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return c == utf8.RuneError || unicode.IsPunct(c)
}

// wholeClause tells that nothing else stands between the marks around q.
func wholeClause(text string, q quantity) bool {
	p, _ := utf8.DecodeLastRuneInString(text[:q.start])
	a, _ := utf8.DecodeRuneInString(text[q.end:])
	edge := func(c rune) bool { return c == utf8.RuneError || unicode.IsPunct(c) || unicode.IsSpace(c) }
	return edge(p) && edge(a)
}
