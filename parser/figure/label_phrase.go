package figure

import (
	"duidu/parser/text"
	"strings"
	"unicode/utf8"
)

// blanks stand between phrases and belong to none.
const blanks = " 　、，,：:；;。.■◆●·—－-"

var (
	leading  = text.SetOf(blanks)
	trailing = text.SetOf(blanks + "（(")
	gaps     = text.SetOf(" 　")
	itemEnds = text.SetOf("、 　》")
)

// startsWith is what the word does that starts at byte i; 0 if none does.
func (p *phrase) startsWith(i int) job {
	j, _ := p.wordAt(i)
	return j
}

// wordAt is what the word does that starts at byte i, and where it ends; 0 and i
// if none does.
func (p *phrase) wordAt(i int) (job, int) {
	for _, w := range p.words {
		if w.start >= i {
			if w.start == i {
				return w.job, w.end
			}
			break
		}
	}
	return 0, i
}

// jobBefore is what the word does that ends at byte i; 0 if none does.
func (p *phrase) jobBefore(i int) job {
	if k := p.endsWith(i); k >= 0 {
		return p.words[k].job
	}
	return 0
}

// endsWith is the index of the word that ends at byte i; -1 if none does.
func (p *phrase) endsWith(i int) int {
	for k := len(p.words) - 1; k >= 0 && p.words[k].end >= i; k-- {
		if p.words[k].end == i {
			return k
		}
	}
	return -1
}

// trimRight returns the end of s[:end] without the words that only lead to the
// figure, and tells whether 的 is one of them.
func (p *phrase) trimRight(end int) (int, bool) {
	of := false
	for {
		end = len(trailing.TrimRight(p.text[:end]))
		k := p.endsWith(end)
		switch {
		case k < 0:
			if date := dateBefore(p.text[:end]); date < end {
				end = date
				continue
			}
			return end, of
		case p.words[k].job&trimmed != 0 && (p.words[k].job&anyVerb == 0 || p.words[k].job&beWord != 0):
			of = of || p.words[k].job&ofWord != 0
			end = p.words[k].start
		case p.words[k].job&particle != 0 && k > 0 && p.words[k-1].end == p.words[k].start && p.words[k-1].job&(anyVerb|beWord) != 0 && p.text[p.words[k].start:end] == "了":
			end = p.words[k].start
		default:
			return end, of
		}
	}
}

// opens returns where s[:end] begins without the marks, dates and words in
// front that name nothing.
func (p *phrase) opens(end int) int {
	start := 0
	for _, w := range p.words {
		if w.job&(sinceWord|insideWord) != 0 && w.end < end && w.start > 0 {
			start = w.end
		}
	}
	start = p.trimLeft(start, end, trimmed&^preposition|sinceWord)
	if i := gaps.Last(p.text[start:end]); i >= 0 && text.Runes(p.text[start+i:end]) > 2 {
		start = p.trimLeft(start+i, end, trimmed&^preposition|sinceWord)
	}
	return start
}

// trimLeft returns the start of s[start:end] without the marks and dates and
// the words of the given jobs in front.
func (p *phrase) trimLeft(start, end int, jobs job) int {
	k := 0
	for start < end {
		s := p.text[start:end]
		if rest := leading.TrimLeft(s); len(rest) < len(s) {
			start += len(s) - len(rest)
			continue
		}
		if n := listMark(s) + dateAt(s[listMark(s):]); n > 0 && n < len(s) {
			start += n
			continue
		}
		for k < len(p.words) && p.words[k].start < start {
			k++
		}
		if k == len(p.words) || p.words[k].start != start || p.words[k].end > end || p.words[k].job&jobs == 0 || p.words[k].job&anyVerb != 0 && p.words[k].job&beWord == 0 {
			break
		}
		start = p.words[k].end
	}
	return start
}

// name returns the noun phrase s[start:end] by the words that name it: what
// stands behind its last 等 or 的, with the verb that 的 makes an attribute of it.
func (p *phrase) name(start, end int) string {
	full, verb := start, start
	for k, w := range p.words {
		if w.start <= full || w.end >= end || text.Runes(p.text[w.end:end]) < 2 {
			continue
		}
		switch {
		case w.job&(ofWord|etcWord) != 0:
			start, verb = w.end, w.end
			if k > 0 && w.job&ofWord != 0 && p.words[k-1].end == w.start && p.words[k-1].job&anyVerb != 0 {
				verb = p.words[k-1].start
			}
		case w.job&timeWord != 0 && k > 0:
			start, verb = w.end, w.end
		}
	}
	if full != p.opens(end) {
		return p.bounded(start, end)
	}
	if s := p.clean(full, end, false); start > full && text.Runes(s) <= shortPhrase && !p.has(timeWord|etcWord, full, end) {
		return s
	}
	return p.bounded(verb, end)
}

// shortPhrase is how long a phrase may be, in characters, to be kept whole.
const shortPhrase = 9

// bounded returns the phrase s[start:end], of one that is too long what stands
// behind its last mark.
func (p *phrase) bounded(start, end int) string {
	s := p.clean(start, end, true)
	if text.Runes(s) > longestLabel {
		if i := itemEnds.Last(s); i >= 0 {
			_, n := utf8.DecodeRuneInString(s[i:])
			s = s[i+n:]
		}
	}
	return s
}

// has tells that a word of the job stands in s[start:end].
func (p *phrase) has(j job, start, end int) bool {
	for _, w := range p.words {
		if w.start >= start && w.end <= end && w.job&j != 0 {
			return true
		}
	}
	return false
}

// clean returns s[start:end] without the words at its ends and inside it that
// only say how or when; a preposition in front stays if it is wanted.
func (p *phrase) clean(start, end int, prepositions bool) string {
	jobs := trimmed
	if prepositions {
		jobs &^= preposition
	}
	start = p.trimLeft(start, end, jobs)
	end, _ = p.trimRight(end)
	if end <= start {
		return ""
	}
	var b strings.Builder
	from := start
	for _, w := range p.words {
		if w.start <= start || w.end >= end || w.job&(adverb|timeWord) == 0 || w.job&(anyVerb|compareWord) != 0 || w.end-w.start <= len("字") && p.startsWith(w.end)&anyVerb == 0 || p.has(compareWord, start, w.start) {
			continue
		}
		b.WriteString(p.text[from:w.start])
		from = w.end
	}
	if from == start {
		return trimMarks(p.text[start:end])
	}
	b.WriteString(p.text[from:end])
	return trimMarks(b.String())
}
