package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// blanks stand between phrases and belong to none.
const blanks = " 　、，,：:；;。.■◆●·—－-"

// startsWith is what the word does that starts at byte i; 0 if none does.
func (p *phrase) startsWith(i int) job {
	for _, w := range p.words {
		if w.start >= i {
			if w.start == i {
				return w.job
			}
			break
		}
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
		end = len(strings.TrimRight(p.text[:end], blanks+"（("))
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
	if i := strings.LastIndexAny(p.text[start:end], " 　"); i >= 0 && utf8.RuneCountInString(p.text[start+i:end]) > 2 {
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
		if rest := strings.TrimLeft(s, blanks); len(rest) < len(s) {
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

// listMark is the length of the number or bracket that opens an item: 一、, (二),
// 【概况】.
func listMark(s string) int {
	c, n := utf8.DecodeRuneInString(s)
	for _, pair := range []string{"（）", "()", "【】", "[]", "〔〕"} {
		open, size := utf8.DecodeRuneInString(pair)
		if c != open {
			continue
		}
		if i := strings.Index(s, pair[size:]); i > 0 {
			return i + len(pair[size:])
		}
		return n
	}
	if strings.ContainsRune("一二三四五六七八九十", c) {
		if rest := strings.TrimLeft(s, "一二三四五六七八九十"); strings.HasPrefix(rest, "、") {
			return len(s) - len(rest) + len("、")
		}
	}
	return 0
}

// dateAt is the length of the date or span of years that starts s: 2024年3月,
// 2013-2015年.
func dateAt(s string) int {
	end, i := 0, 0
	for {
		digits := i
		for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == ' ' && i > digits || digits > 0 && s[i] == '-' || i > digits && s[i] == '-') {
			i++
		}
		if i == digits || i == len(s) {
			return end
		}
		c, n := utf8.DecodeRuneInString(s[i:])
		switch c {
		case '年', '月', '日', '时':
			i += n
			end = i
		case '至', '到', '～', '—', '.':
			i += n
		default:
			return end
		}
	}
}

// dateBefore returns where the date that ends s begins; len(s) if none does.
func dateBefore(s string) int {
	for i := len(s); i > 0; {
		c, n := utf8.DecodeLastRuneInString(s[:i])
		if c != '年' && c != '月' && c != '日' && c != '时' && (c < '0' || c > '9') && c != '-' && c != '至' && c != '到' {
			if d := dateAt(s[i:]); d > 0 && d == len(s)-i {
				return i
			}
			return len(s)
		}
		i -= n
	}
	if d := dateAt(s); d > 0 && d == len(s) {
		return 0
	}
	return len(s)
}

// lastVerb returns the index of the last verb in s[start:end] that is not part
// of a relative clause, and where its object begins; -1 if there is none.
func (p *phrase) lastVerb(start, end int) (v, from int) {
	head, relative := -1, 0 // where what a relative clause speaks of begins, and its verb
	for k := len(p.words) - 1; k >= 0; k-- {
		w := p.words[k]
		if w.end > end || w.job&anyVerb == 0 {
			continue
		}
		if w.start < start {
			break
		}
		from = w.end
		for n := k + 1; n < len(p.words) && p.words[n].start == from && p.words[n].job&particle != 0 && from < end; n++ {
			from = p.words[n].end
		}
		if p.startsWith(from)&ofWord != 0 && from < end { // 群众反映的问题
			if head < 0 {
				head = from + len("的")
			}
			relative = w.start
			continue
		}
		if head >= 0 && p.joins(w.end, relative) {
			relative = w.start
			continue
		}
		if head >= 0 {
			from = head
		}
		return k, from
	}
	return -1, start
}

// joins tells that the text between two verbs makes them one: 解决或基本解决.
func (p *phrase) joins(end, start int) bool {
	if start < end || strings.ContainsAny(p.text[end:start], "，；") {
		return false
	}
	for _, w := range p.words {
		if w.start >= end && w.end <= start && w.job&orWord != 0 {
			return true
		}
	}
	return false
}

// name returns the noun phrase s[start:end] by the words that name it: what
// stands behind its last 等 or 的, with the verb that 的 makes an attribute of it.
func (p *phrase) name(start, end int) string {
	full, verb := start, start
	for k, w := range p.words {
		if w.start <= full || w.end >= end || utf8.RuneCountInString(p.text[w.end:end]) < 2 {
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
	if s := p.clean(full, end, false); start > full && utf8.RuneCountInString(s) <= shortPhrase && !p.has(timeWord|etcWord, full, end) {
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
	if utf8.RuneCountInString(s) > longestLabel {
		if i := strings.LastIndexAny(s, "、 　》"); i >= 0 {
			_, n := utf8.DecodeRuneInString(s[i:])
			s = s[i+n:]
		}
	}
	return s
}

// joined returns where the verbs begin that one figure counts together with the
// verb at byte v: 解决或基本解决.
func (p *phrase) joined(start, v int) int {
	k, from := p.lastVerb(start, v)
	if k < 0 || from > v {
		return v
	}
	if from == v && p.words[k].job&plainVerb != 0 { // 作出批示
		return v
	}
	for _, w := range p.words {
		if w.start == from && w.job&orWord != 0 && utf8.RuneCountInString(p.text[w.end:v]) <= 2 {
			return p.joined(start, p.words[k].start)
		}
	}
	return v
}

// whoDid returns who did what the verb at byte v says, and whether it is surely
// someone who acts.
func (p *phrase) whoDid(start, v int) (who string, acts bool) {
	end := v
	if k, from := p.lastVerb(start, v); k >= 0 {
		if from == v && p.words[k].job&plainVerb != 0 { // 领导作出批示
			end = p.words[k].start
			if k, from = p.lastVerb(start, end); k >= 0 {
				start = from
			}
		} else {
			start = from
		}
	}
	start = min(start, end)
	if p.startsWith(v)&growVerb != 0 {
		start = p.opens(end)
	}
	for range 2 {
		if end, _ = p.trimRight(end); end < start {
			return "", false
		}
		if k := p.endsWith(end); k >= 0 {
			if acts = p.words[k].job&actorWord != 0; acts && who != "" {
				return p.text[p.words[k].start:end], true
			}
		}
		start = p.trimLeft(start, end, trimmed&^preposition)
		for _, w := range p.words {
			if w.start > start && w.end < end && (w.job&(ofWord|etcWord) != 0 && !acts || w.job&toWord != 0) {
				if start = w.start; w.job&toWord == 0 {
					start = w.end
				}
				break
			}
		}
		who = p.clean(start, end, true)
		n := utf8.RuneCountInString(who)
		if n <= shortActor || n <= longestActor && (acts || !p.has(stopWord, start, end)) {
			return who, acts
		}
		if acts && n > longestActor {
			continue
		}
		if end = p.firstOf(preposition, start+1, end); end < 0 {
			return "", acts
		}
	}
	return "", acts
}

// firstOf is where the first word of the job begins in s[start:end]; -1 if there is none.
func (p *phrase) firstOf(j job, start, end int) int {
	for _, w := range p.words {
		if w.start >= start && w.end <= end && w.job&j != 0 {
			return w.start
		}
	}
	return -1
}

// shortActor is how long it may be where it is not sure to be someone who acts.
const shortActor = 6

// topic returns what the clause is about that begins at start, before a plain
// verb at byte v: 读书会在乡镇办了9场.
func (p *phrase) topic(start, v int) string {
	if k, from := p.lastVerb(start, v); k >= 0 {
		start = min(from, v)
	}
	end := v
	for _, w := range p.words {
		if w.start > start && w.end <= v && w.job&preposition != 0 && w.job&andWord == 0 {
			end = w.start
			break
		}
	}
	end, _ = p.trimRight(end)
	if end <= start {
		return ""
	}
	s := p.name(start, end)
	if utf8.RuneCountInString(s) > longestLabel {
		return ""
	}
	return s
}

// longestActor is how long, in characters, the name of who did something may be.
const longestActor = 12

// has tells that a word of the job stands in s[start:end].
func (p *phrase) has(j job, start, end int) bool {
	for _, w := range p.words {
		if w.start >= start && w.end <= end && w.job&j != 0 {
			return true
		}
	}
	return false
}

// eachOf returns each of whom s[start:end] speaks: 每名委员.
func (p *phrase) eachOf(start, end int) string {
	for _, w := range p.words {
		if w.job&eachWord != 0 && w.start >= start && w.end < end {
			return p.clean(w.start, end, false)
		}
	}
	return ""
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

// nounFrom returns the noun phrase that starts at byte i.
func (l *labeller) nounFrom(p *phrase, i int) string {
	end := len(p.text)
	for k, w := range p.words {
		switch {
		case w.start < i || w.end > end:
		case w.job&ofWord != 0 && w.start > i:
			if text := p.text[i:w.start]; l.standsAlone(text) {
				end = w.start
			} else {
				i = w.end
			}
		case w.start == i:
		case w.job&plainVerb != 0 && strings.HasSuffix(p.text[:w.end], "了"): // 提案翻了
			end = w.start
		case w.job&particle != 0 && strings.HasPrefix(p.text[w.end:], "了") && p.words[max(k-1, 0)].job&anyVerb == 0: // 提案走上了
			end = w.start
		case w.job&(stopWord|beWord|preposition|timeWord|sinceWord) != 0, w.job&anyVerb != 0 && p.endsClause(k):
			if next := p.nextOf(k); next < 0 || l.standsAlone(p.text[i:w.start]) {
				end = w.start
			}
		}
	}
	end = i + len(firstItem(p.text[i:end]))
	return p.clean(i, end, false)
}

// nextOf is the index of the 的 behind word k in its part of the clause; -1 if
// there is none.
func (p *phrase) nextOf(k int) int {
	for n := k + 1; n < len(p.words); n++ {
		if p.words[n].job&ofWord != 0 && !strings.ContainsAny(p.text[p.words[k].end:p.words[n].start], "、，") && p.words[n].end < len(p.text) {
			return n
		}
	}
	return -1
}

// endsClause tells that a verb ends its clause, or is said to be done.
func (p *phrase) endsClause(k int) bool {
	w := p.words[k]
	if w.end == len(p.text) {
		return true
	}
	return k+1 < len(p.words) && p.words[k+1].start == w.end && p.words[k+1].job&particle != 0 && strings.HasPrefix(p.text[w.end:], "了")
}

// standsAlone tells a noun that a 的 behind it does not make part of another:
// 4个乡镇的工作.
func (l *labeller) standsAlone(s string) bool {
	for _, b := range l.bodies {
		if strings.Contains(s, b) {
			return true
		}
	}
	return false
}

// outcomeFrom returns what s says from byte i on about the noun before it, if
// it says that something came of it: 到会, 得到资助.
func (p *phrase) outcomeFrom(i int) string {
	i = p.trimLeft(i, len(p.text), adverb|timeWord)
	if first := p.startsWith(i); first&(tellingVerb|becameWord) == 0 || first&preposition != 0 && first&becameWord == 0 || utf8.RuneCountInString(p.text[i:]) > longestOutcome {
		return ""
	}
	return p.clean(i, len(p.text), true)
}

// placeEnds end the names of places and stand for them: 省、市政协委员 is one
// noun, not the first item of a list.
const placeEnds = "省市县区旗乡镇村"

// firstItem cuts s behind the first item of a list. What stands in brackets
// is no list of its own: 县(市、区).
func firstItem(s string) string {
	depth := 0
	for i, c := range s {
		switch {
		case strings.ContainsRune("（(", c):
			depth++
		case strings.ContainsRune("）)", c):
			depth--
		case c == '、' && depth <= 0:
			last, _ := utf8.DecodeLastRuneInString(s[:i])
			next, _ := utf8.DecodeRuneInString(s[i+len("、"):])
			if !strings.ContainsRune(placeEnds, last) || !strings.ContainsRune(placeEnds, next) {
				return s[:i]
			}
		case c == ' ' || c == '　':
			return s[:i]
		}
	}
	return s
}

// trimMarks takes marks and brackets that close or open elsewhere off the ends.
func trimMarks(s string) string {
	s = strings.TrimFunc(s, func(c rune) bool {
		return unicode.IsSpace(c) || strings.ContainsRune("，。；：、！？,;:!?", c)
	})
	if open := strings.TrimLeft(s, "（("); !strings.ContainsAny(open, "）)") {
		s = open
	}
	if shut := strings.TrimRight(s, "）)"); !strings.ContainsAny(shut, "（(") {
		s = shut
	}
	return s
}
