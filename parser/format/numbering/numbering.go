// Package numbering counts the lists of a word processor's documents, whose
// numbers do not stand in their text.
package numbering

import (
	"strconv"
	"strings"
)

// Levels is how many levels a list has.
const Levels = 9

// Level is how one level of a list is numbered.
type Level struct {
	Format string // a name of ECMA-376's ST_NumberFormat, such as chineseCounting
	Text   string // what is shown: %1 to %9 stand for the numbers of the levels
	Start  int
}

// List is the levels of a list and how far each is counted.
type List struct {
	levels [Levels]Level
	counts [Levels]int
}

// New returns a list that nothing has been counted of.
func New(levels [Levels]Level) *List {
	l := &List{levels: levels}
	for i := range l.counts {
		l.counts[i] = levels[i].Start - 1
	}
	return l
}

// Restart makes a level, from 0, begin at start when it is next counted.
func (l *List) Restart(level, start int) {
	if level >= 0 && level < Levels {
		l.counts[level] = start - 1
	}
}

// Next counts one item of a level, from 0, and returns the mark before it;
// bullet tells that the level has no numbers. A level that no list has gets
// no mark.
func (l *List) Next(level int) (mark string, bullet bool) {
	if level < 0 || level >= Levels {
		return "", false
	}
	l.counts[level]++
	for i := level + 1; i < Levels; i++ {
		l.counts[i] = l.levels[i].Start - 1
	}
	at := l.levels[level]
	switch at.Format {
	case "bullet":
		return "• ", true
	case "none", "":
		return "", false
	}
	var out strings.Builder
	for i := 0; i < len(at.Text); i++ {
		if c := at.Text[i]; c != '%' || i+1 == len(at.Text) || at.Text[i+1] < '1' || at.Text[i+1] > '9' {
			out.WriteByte(c)
			continue
		}
		i++
		n := int(at.Text[i] - '1')
		out.WriteString(Text(max(l.counts[n], l.levels[n].Start), l.levels[n].Format))
	}
	mark = out.String()
	if strings.HasSuffix(mark, ".") {
		mark += " "
	}
	return mark, false
}

// Text writes n the way a list of a format does; a format that is not known
// is written in digits.
func Text(n int, format string) string {
	switch format {
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseDigitalTenThousand", "koreanDigital2":
		return hanNumber(n)
	case "ideographDigital", "taiwaneseDigital":
		return hanDigits(n)
	case "ideographTraditional":
		return cycle(n, "甲乙丙丁戊己庚辛壬癸")
	case "ideographZodiac":
		return cycle(n, "子丑寅卯辰巳午未申酉戌亥")
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return sign(n, '①', 20)
	case "decimalEnclosedParen":
		return sign(n, '⑴', 20)
	case "decimalEnclosedFullstop":
		return sign(n, '⒈', 20)
	case "ideographEnclosedCircle":
		return sign(n, '㊀', 10)
	case "lowerLetter":
		return sign(n, 'a', 26)
	case "upperLetter":
		return sign(n, 'A', 26)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "decimalFullWidth":
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r - '0' + '０'
			}
			return r
		}, strconv.Itoa(n))
	}
	return strconv.Itoa(n)
}

// sign is the nth of last characters that begin with first.
func sign(n int, first rune, last int) string {
	if n < 1 || n > last {
		return strconv.Itoa(n)
	}
	return string(first + rune(n-1))
}

func cycle(n int, signs string) string {
	r := []rune(signs)
	if n < 1 {
		return strconv.Itoa(n)
	}
	return string(r[(n-1)%len(r)])
}

var han = []rune("〇一二三四五六七八九")

// hanNumber writes 1 to 99 as 一 to 九十九.
func hanNumber(n int) string {
	if n < 1 || n > 99 {
		return strconv.Itoa(n)
	}
	s := ""
	if n >= 10 {
		if n >= 20 {
			s = string(han[n/10])
		}
		s += "十"
	}
	if n%10 > 0 {
		s += string(han[n%10])
	}
	return s
}

// hanDigits writes 12 as 一二.
func hanDigits(n int) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return han[r-'0']
		}
		return r
	}, strconv.Itoa(n))
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var out strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			out.WriteString(r.sign)
		}
	}
	return out.String()
}
