package figure

import (
	"duidu/parser/text"
	"strings"
)

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
		if w.start == from && w.job&orWord != 0 && text.Runes(p.text[w.end:v]) <= 2 {
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
		n := text.Runes(who)
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
	if text.Runes(s) > longestLabel {
		return ""
	}
	return s
}

// longestActor is how long, in characters, the name of who did something may be.
const longestActor = 12

// with returns who or for whom what the verb at byte v says was done, where the
// label needs that: 为群众解决问题, 党组召开会议.
func (p *phrase) with(slot, start, v, from, end int) string {
	k := p.endsWith(v)
	switch {
	case slot == verb && k > 0 && p.words[k].job&actorWord != 0 && p.words[k-1].job&forWord != 0 && p.words[k-1].end == p.words[k].start:
		return p.text[p.words[k-1].start:v]
	case slot == light && p.jobBefore(end)&generalWord != 0 && p.words[p.endsWith(end)].start == from:
		if who, acts := p.whoDid(start, v); acts {
			return who
		}
	}
	return ""
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
