package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"duidu/model"
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
	units *unitTable
	words *lexicon
}

// find returns the quantities of one paragraph in order, dates, ordinals,
// fixed terms and names left out.
func (f *quantityFinder) find(text string) []quantity {
	var found []quantity
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case c == '《':
			i += skipTo(text[i:], "》", 200)
		case c == '“':
			i += skipTo(text[i:], "”", 14)
		case c == '‘':
			i += skipTo(text[i:], "’", 14)
		case startsNumeral(c):
			got, end := f.readAt(text, i)
			for _, q := range got {
				q.from, q.to = got[0].start, got[len(got)-1].end
				found = append(found, q)
			}
			i = max(end, i+n)
		default:
			i += n
		}
	}
	return found
}

// skipTo returns the length of a title or short quotation, whose numbers are
// part of a name; 1 rune if it is not closed within limit runes.
func skipTo(s, mark string, limit int) int {
	_, first := utf8.DecodeRuneInString(s)
	end := strings.Index(s[:min(len(s), limit*utf8.UTFMax)], mark)
	if end < 0 || utf8.RuneCountInString(s[:end]) > limit {
		return first
	}
	return end + len(mark)
}

// startsNumeral is asked of every character, so it is a switch.
func startsNumeral(c rune) bool {
	switch c {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '两', '俩', '倆', '零', '半', '几', '廿', '卅',
		'壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾', '佰', '仟', '〇', '￥', '¥', '$', '.':
		return true
	}
	return isDigit(c)
}

// readAt reads the quantity or range whose numeral starts at byte i. It
// returns the offset to go on from, 0 to go on behind the first character.
func (f *quantityFinder) readAt(text string, i int) ([]quantity, int) {
	before := text[:i]
	if got, end, ok := f.readSpecial(text, i); ok {
		return got, end
	}
	n, ok := readNumeral(text, i)
	if !ok {
		return nil, i + digitsAt(text[i:])
	}
	if f.partOfCode(before, text[n.end:]) || n.padded {
		return nil, n.end
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	if last == '第' || last == '届' && !n.arabic {
		return nil, f.skipOrdinal(text, n.end)
	}
	if low, high, ok := f.readRange(text, i, n); ok {
		return []quantity{low, high}, high.end
	}
	q, u, ok := f.complete(text, i, n)
	if !ok || !f.counts(text, i, n, u, q) {
		return nil, n.end
	}
	if n.pair {
		low := q
		low.value, low.qualifier = n.low, model.Exact
		return []quantity{low, q}, q.end
	}
	return []quantity{q}, q.end
}

// digitsAt is the length of a run of digits that is no number here.
func digitsAt(s string) int {
	return len(s) - len(strings.TrimLeftFunc(s, func(c rune) bool { return digitValue(c) >= 0 }))
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
		next, ok := readNumeral(text, i+n)
		if !ok {
			return i
		}
		i = next.end
	}
}

// complete reads what belongs to a numeral: 余 or 多, the unit, 以上, and the
// qualifier in front.
func (f *quantityFinder) complete(text string, i int, n numeral) (quantity, unit, bool) {
	q := quantity{start: i, end: n.end, value: n.value, qualifier: model.Exact, arabic: n.arabic}
	if n.more {
		q.qualifier = model.Over
	}
	if n.arabic { // 86 件, as many typesetters write
		n.end += len(text[n.end:]) - len(strings.TrimPrefix(text[n.end:], " "))
	}
	at, tail := f.words.tail(text, n.end)
	u, ok := f.unitOrCheng(text, at, &q)
	if !ok && at > n.end { // 多 did not belong to the number
		at, tail = n.end, ""
		u, ok = f.unitOrCheng(text, at, &q)
	}
	if !ok && strings.HasPrefix(text[n.end:], "年") && hasSuffix(text[:i], f.words.Words.Lasting) != "" {
		q.unit, q.end = "年", n.end+len("年") // how long it ran: 连续三年
		return q, unit{name: "年", class: classMeasure}, true
	}
	if !ok {
		if u, ok = f.words.moneyBefore(text[:i]); !ok {
			return q, u, false
		}
		q.start -= len(u.name)
		q.unit, q.start = u.name, i
		return q, u, true
	}
	if tail != "" {
		q.qualifier = tail
	}
	if foreign := hasSuffix(text[:i], f.words.Words.Foreign); foreign != "" && q.unit == "元" {
		q.unit = foreign // 港币300元
	}
	f.half(text, &q)
	f.qualify(text, &q)
	return q, u, true
}

// unitOrCheng reads the unit at byte at; 成 is ten percent where it is not
// the head of a word.
func (f *quantityFinder) unitOrCheng(text string, at int, q *quantity) (unit, bool) {
	if u, ok := f.units.at(text, at); ok {
		q.unit, q.end = u.name, at+len(u.name)
		if q.unit == "％" {
			q.unit = "%"
		}
		return u, true
	}
	rest, ok := strings.CutPrefix(text[at:], "成")
	if !ok {
		return unit{}, false
	}
	c, _ := utf8.DecodeRuneInString(rest)
	if unicode.Is(unicode.Han, c) && !strings.ContainsRune("以的左多半及和委群企提农学干", c) {
		return unit{}, false
	}
	q.value, q.unit, q.end = q.value.Mul(ten), "%", at+len("成")
	if strings.HasPrefix(rest, "半") {
		q.value, q.end = q.value.Add(decimal.NewFromInt(5)), q.end+len("半")
	}
	return unit{name: "%", class: classMeasure}, true
}

// half adds the 半 of 三斤半.
func (f *quantityFinder) half(text string, q *quantity) {
	rest, ok := strings.CutPrefix(text[q.end:], "半")
	if !ok || q.unit == "%" {
		return
	}
	c, _ := utf8.DecodeRuneInString(rest)
	if !unicode.Is(unicode.Han, c) {
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
func (f *quantityFinder) readRange(text string, i int, n numeral) (low, high quantity, ok bool) {
	at := n.end
	first, firstOK := f.units.at(text, at)
	if firstOK && !strings.HasPrefix(text[at+len(first.name):], "次") {
		at += len(first.name)
	}
	c, size := utf8.DecodeRuneInString(text[at:])
	if !strings.ContainsRune("~～-－–—至到", c) || at >= len(text) {
		return low, high, false
	}
	at += size
	if c == '—' && strings.HasPrefix(text[at:], "—") {
		at += len("—")
	}
	m, found := readNumeral(text, at)
	if !found || m.pair {
		return low, high, false
	}
	high, u, found := f.complete(text, at, m)
	if !found || firstOK && first.name != u.name || f.partOfCode(text[:i], text[high.end:]) {
		return low, high, false
	}
	if !n.arabic && !m.arabic && (c == '至' || c == '到') && u.class == classSerial {
		return low, high, false
	}
	low = quantity{start: i, end: n.end, value: n.value, unit: high.unit, qualifier: model.Exact, arabic: n.arabic}
	if scaled := n.value.Mul(m.scale); m.scale.GreaterThan(one) && n.scale.LessThan(m.scale) && scaled.LessThanOrEqual(high.value) {
		low.value = scaled
	}
	if w, yes := f.words.before(text[:i]); yes {
		low.start, low.qualifier = i-len(w.text), w.qualifier
	}
	return low, high, low.value.LessThanOrEqual(high.value)
}

// counts tells whether a numeral with its unit counts something here. Arabic
// digits always do; a Chinese numeral belongs to a fixed term or a name as
// often as not.
func (f *quantityFinder) counts(text string, i int, n numeral, u unit, q quantity) bool {
	qualified := q.qualifier != model.Exact || n.pair
	small := !n.places || n.value.LessThanOrEqual(decimal.NewFromInt(20))
	alone := wholeClause(text, q)
	switch {
	case u.name == "两" && !n.arabic: // 三十两, but 两两
		return n.places
	case n.arabic:
		return !f.words.fixedAfter(text[q.end:]) || q.unit != "次"
	case u.class == classArabic, u.class == classSerial && small, n.run > 2 && !n.places, f.words.nameAround(text, i, q.end):
		return false
	case qualified, alone, u.class == classMeasure && text[i:q.end] != "十分":
		return n.value.IsPositive() || alone
	case text[i:n.end] == "拾", small && hasPrefix(text[q.end:], f.words.Words.Terms) != "":
		return false
	case text[i:n.end] == "一": // the indefinite 一: 一批, 一次
		return false
	case strings.HasPrefix(text[i:], "二") && !strings.HasPrefix(u.name, "人") && small && !n.places:
		return false // 二 numbers, 两 counts
	case q.unit == "次" && f.words.fixedAfter(text[q.end:]):
		return f.words.countsBefore(text[:i])
	case !small || u.class == classCount:
		return true
	}
	return f.words.countsBefore(text[:i])
}

// wholeClause tells that nothing else stands between the marks around q.
func wholeClause(text string, q quantity) bool {
	p, _ := utf8.DecodeLastRuneInString(text[:q.start])
	a, _ := utf8.DecodeRuneInString(text[q.end:])
	edge := func(c rune) bool { return c == utf8.RuneError || unicode.IsPunct(c) || unicode.IsSpace(c) }
	return edge(p) && edge(a)
}
