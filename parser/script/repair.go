package script

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"duidu/model"
)

// repaired is a paragraph with its typing and encoding slips mended. Notes
// has a receipt for each, 原文→改为.
type repaired struct {
	Text  string
	Notes []string
}

// repair mends doubled commas, doubled percent signs and runs of characters
// that a lost byte has shifted. It works on text of either script, and has to
// come before pinyin notes are taken out, which tell what a shifted run lost.
// Template blanks (×件, 20**年) are no slips and stay.
func repair(paragraph string) repaired {
	return repairMarked(paragraph, look(paragraph))
}

func repairMarked(paragraph string, m marks) repaired {
	if m.slipTo == 0 && !m.doubled {
		return repaired{Text: paragraph}
	}
	var out repaired
	var w strings.Builder
	var slips []mending
	if m.slipTo > 0 {
		slips = mendSlips(paragraph, m.slipFrom, m.slipTo)
	}
	done := 0
	for i := 0; i < len(paragraph); {
		m := mendAt(paragraph, i)
		if len(slips) > 0 && slips[0].start <= i {
			m, slips = slips[0], slips[1:]
			m.start = i // the mending before may have taken a mark or a comma of it
		}
		if m.end <= i {
			i += nextSuspect(paragraph, i)
			if len(slips) > 0 {
				i = min(i, max(done, slips[0].start))
			}
			continue
		}
		w.WriteString(paragraph[done:m.start])
		w.WriteString(m.text)
		out.Notes = append(out.Notes, m.receipt(paragraph))
		i, done = m.end, m.end
	}
	if done == 0 {
		return repaired{Text: paragraph}
	}
	w.WriteString(paragraph[done:])
	out.Text = w.String()
	return out
}

// mending says that text is to stand for paragraph[start:end]. The zero
// mending mends nothing.
type mending struct {
	start, end int
	text       string
}

// receiptContext is how many characters a receipt shows on either side, so
// that the reader finds the place.
const receiptContext = 2

func (m mending) receipt(paragraph string) string {
	a, b := m.start, m.end
	for range receiptContext {
		if r, n := utf8.DecodeLastRuneInString(paragraph[:a]); n > 0 && !unicode.IsSpace(r) {
			a -= n
		}
		if r, n := utf8.DecodeRuneInString(paragraph[b:]); n > 0 && !unicode.IsSpace(r) {
			b += n
		}
	}
	before, after := paragraph[a:m.start], paragraph[m.end:b]
	return paragraph[a:b] + "→" + before + m.text + after
}

// nextSuspect returns how far the next place lies at which something can be
// amiss; hanzi are passed over.
func nextSuspect(s string, i int) int {
	start := i
	if i++; s[start] >= 0xc0 {
		for i < len(s) && !utf8.RuneStart(s[i]) {
			i++
		}
	}
	for i+2 < len(s) && s[i] >= 0xe4 && s[i] <= 0xe9 {
		i += 3
	}
	for i < len(s) && !utf8.RuneStart(s[i]) { // text that is not UTF-8
		i++
	}
	return i - start
}

// mendAt returns the mending due at paragraph[i:].
func mendAt(s string, i int) mending {
	switch s[i] {
	case '?':
		return mendLead(s, i)
	case ',':
		return mendComma(s, i)
	case '%':
		return mendPercent(s, i)
	case 0xe3:
		if strings.HasPrefix(s[i:], "、") {
			return mendComma(s, i)
		}
	case 0xef:
		switch {
		case strings.HasPrefix(s[i:], "？"):
			return mendLead(s, i)
		case strings.HasPrefix(s[i:], "，"):
			return mendComma(s, i)
		case strings.HasPrefix(s[i:], "％"):
			return mendPercent(s, i)
		}
	}
	return mending{}
}

// mendComma takes the second of two commas away. Next to hanzi only: a row
// of a table may have empty cells. Three 、 are somebody's dots.
func mendComma(s string, i int) mending {
	_, n := utf8.DecodeRuneInString(s[i:])
	first := s[i : i+n]
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	if strings.ContainsRune(",，、", before) {
		return mending{} // the run has been looked at from its beginning
	}
	end, count := i+n, 1
	for {
		next, size := utf8.DecodeRuneInString(s[end:])
		if first == "、" && next != '、' || first != "、" && next != ',' && next != '，' {
			break
		}
		end += size
		count++
	}
	if count < 2 || first == "、" && count > 2 {
		return mending{}
	}
	after, _ := utf8.DecodeRuneInString(s[end:])
	if !model.IsHan(before) && !model.IsHan(after) {
		return mending{}
	}
	return mending{i, end, first}
}

// mendLead puts back a full stop of which the first byte was lost, and the
// character behind it. In GBK 。 is A1 A3 and 縣 BF 68: without A1 a program
// reads A3 BF as ？ and leaves 68, an h. Some write ?? for the ？.
func mendLead(s string, i int) mending {
	mark := strings.TrimLeft(s[i:], "?？")
	end := len(s) - len(mark)
	if end-i > len("？") || mark == "" || mark[0] < 0x40 || mark[0] > 0x7e {
		return mending{}
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(mark[1:])
	lost := gbkRune(0xbf, mark[0])
	if hanWeight(lost) < 0 || !model.IsHan(after) || !model.IsHan(before) && !strings.ContainsRune("”》）)", before) && !unicode.IsDigit(before) {
		return mending{}
	}
	return mending{i, end + 1, "。" + string(lost)}
}

// mendPercent takes the second of two percent signs after a digit away.
func mendPercent(s string, i int) mending {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	if !unicode.IsDigit(before) {
		return mending{}
	}
	end, count := i, 0
	for {
		r, size := utf8.DecodeRuneInString(s[end:])
		if r != '%' && r != '％' {
			break
		}
		end += size
		count++
	}
	if count != 2 {
		return mending{}
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return mending{i, end, s[i : i+n]}
}
