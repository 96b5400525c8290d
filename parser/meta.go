package parser

import (
	"path/filepath"
	"strings"
)

// meta is what the head of a report, and where it is silent the first
// paragraphs, say about the report. Zero values mean that nothing is said.
type meta struct {
	Place    string // whose report it is: 永定区, 十堰市, 上海市; 全国 for a national one
	City     string // empty for a city, a province and a district of a municipality
	Province string // a province is its own; empty for 全国
	Kind     string
	Year     int // the year reported on, not the one the report was read in
	Term     int
	Session  int
}

// How much of a report is read for its meta, in bytes. The lead names the
// place and the year; the rest is asked only where names need telling apart.
const (
	metaLead = 6 << 10
	metaFar  = 48 << 10
)

// readMeta finds place, year, term, session and kind. lines are all lines
// of the report, of which f describes the first f.Body. path is the last
// resort: its folder and file name count where the text says nothing.
func readMeta(path string, f front, lines []string, places *gazetteer) meta {
	head := lines[:min(f.Body, len(lines))]
	body := lines[len(head):]
	lead := within(body, metaLead)
	m := meta{Kind: readKind(head, lead)}
	m.Place, m.City, m.Province = readPlace(path, head, body, places)
	m.Year = readYear(path, m.Kind, head, body)
	m.Term, m.Session = readSitting(m, head, lead)
	return m
}

// within returns the first lines that hold about size bytes, at least one.
func within(lines []string, size int) []string {
	for i, l := range lines {
		if size -= len(l); size <= 0 {
			return lines[:i+1]
		}
	}
	return lines
}

// nationWords stand in the head or lead of national reports only.
var nationWords = []string{"届全国委员会", "政协全国委员会", "届全国人民代表大会", "向全国人民代表大会",
	"代表国务院", "国务院的委托", "国务院总理", "代表中央人民政府"}

// nationCount is how often a text that names no local body must say 我国 to
// be taken for a national one. A county's report hardly ever does.
const nationCount = 8

func readPlace(path string, head, body []string, g *gazetteer) (place, city, province string) {
	o := newOwner(g)
	for _, l := range head {
		o.read(l, headFactor)
	}
	if name, ids := o.best(""); len(ids) == 1 && o.score[name] >= weightBody*headFactor {
		city, province = g.located(ids[0]) // the head settles it
		return g.official(name, ids[0]), city, province
	}
	lead := within(body, metaLead)
	if o.top() < weightBody && (mentionsAny(head, nationWords) || mentionsAny(within(body, metaLead/3), nationWords)) {
		return nation, "", ""
	}
	for _, l := range lead {
		o.read(clip(l, metaLead), 1)
	}
	rest := body[len(lead):]
	if o.top() < weightBody {
		rest = o.readOn(rest)
	}
	if o.top() < weightBody && count(within(body, metaFar), "我国") >= nationCount {
		return nation, "", ""
	}
	if o.top() < weightFull {
		o.readPath(path)
	}
	name, ids := o.best(selfSuffix(lead))
	if len(ids) == 0 {
		return "", "", ""
	}
	id := o.choose(ids)
	if id < 0 {
		o.readOn(rest)
		if id = o.choose(ids); id < 0 {
			o.readPath(path)
			id = o.choose(ids)
		}
	}
	if id < 0 {
		return name, "", g.sharedProvince(ids)
	}
	city, province = g.located(id)
	return g.official(name, id), city, province
}

// top is the highest score so far.
func (o *owner) top() int {
	t := 0
	for _, s := range o.score {
		t = max(t, s)
	}
	return t
}

// readOn reads a bounded stretch more and returns what is left.
func (o *owner) readOn(lines []string) []string {
	far := within(lines, metaFar)
	for _, l := range far {
		o.read(clip(l, metaFar), 1)
	}
	return lines[len(far):]
}

// readPath takes the file's name, or the nearest folder that names a place,
// for the report's own; folders further up say where that lies.
func (o *owner) readPath(path string) {
	parts := strings.Split(filepath.ToSlash(path), "/")
	for i := len(parts) - 1; i >= 0 && i > len(parts)-5; i-- {
		factor := 1
		if o.top() > 0 {
			factor = 0
		}
		o.read(parts[i], factor)
	}
}

// clip bounds a line that a broken file made of a whole report.
func clip(s string, size int) string {
	if len(s) <= size {
		return s
	}
	for size > 0 && s[size]&0xC0 == 0x80 {
		size--
	}
	return s[:size]
}

func count(lines []string, word string) int {
	n := 0
	for _, l := range lines {
		n += strings.Count(l, word)
	}
	return n
}

func mentionsAny(lines, words []string) bool {
	for _, l := range lines {
		for _, w := range words {
			if strings.Contains(l, w) {
				return true
			}
		}
	}
	return false
}

// readKind returns the kind whose words stand in the head, the first of
// the list winning; then in the opening of the text (我代表…报告工作).
func readKind(head, lead []string) string {
	w := headWords()
	flat := make([]string, len(head))
	for i, l := range head {
		flat[i] = closeUp(l)
	}
	for _, k := range w.Kinds {
		if mentionsAny(flat, k.Words) {
			return k.Name
		}
	}
	if len(lead) == 0 || firstOf(clip(lead[0], 40), w.Salutation) < 0 { // a name may be glued before it
		return ""
	}
	opening := within(lead, metaLead/3)
	for _, k := range w.Kinds {
		if firstOf(clip(lead[0], 40), k.SpokenTo) >= 0 && mentionsAny(opening, k.Words) {
			return k.Name
		}
	}
	return "工作报告"
}

// sitting is a session of a body as a text names it.
type sitting struct {
	term, session int
	since         bool   // a span began there: 十六届二次会议以来
	before, tail  string // what stands around 第八届, to tell whose it is
	after         string // what stands after the session
}

// readSitting returns the term and session the report belongs to: those of
// the meeting that hears it, then the term of the committee that gives it.
func readSitting(m meta, head, lead []string) (term, session int) {
	var termOnly int
	look := func(lines []string, meeting func(sitting) bool) bool {
		for _, l := range lines {
			for _, s := range sittings(clip(closeUp(l), metaLead)) {
				if !s.of(m) {
					continue
				}
				if s.session > 0 && !s.since && meeting(s) {
					term, session = s.term, s.session
					return true
				}
				if termOnly == 0 {
					termOnly = s.term
				}
			}
		}
		return false
	}
	if look(head, func(sitting) bool { return true }) {
		return term, session
	}
	if look(lead[:min(3, len(lead))], sitting.opens) {
		return term, session
	}
	if termOnly == 0 {
		look(lead, func(sitting) bool { return false })
	}
	return termOnly, 0
}

// sittings finds 第八届委员会第三次会议, 十六届二次会议, 第十届… in a line.
func sittings(line string) []sitting {
	var list []sitting
	for at := 0; ; {
		i := strings.Index(line[at:], "届")
		if i < 0 {
			return list
		}
		i += at
		at = i + len("届")
		term, start := ordinalBefore(line[:i])
		if term == 0 || term > 30 {
			continue
		}
		s := sitting{term: term, before: strings.TrimSuffix(line[:start], "第"), tail: line[at:]}
		s.after = s.tail
		if s.readSession() {
			list = append(list, s)
		}
	}
}

// readSession reads what follows 届. It returns false for a party congress's
// plenum, which counts its terms in the same words.
func (s *sitting) readSession() bool {
	if n, rest := ordinalAfter(s.after); n > 0 {
		if strings.HasPrefix(rest, "次会议") || strings.HasPrefix(rest, "次全会") || strings.HasPrefix(rest, "次全体会议") {
			s.session, s.after = n, rest
			s.since = isSince(rest)
		}
		return !strings.HasPrefix(rest, "中全会")
	}
	clause := s.after
	if i := strings.IndexAny(clause, "，,。；;：:、（("); i >= 0 {
		clause = clause[:i]
	}
	i := strings.Index(clause, "第")
	for i >= 0 {
		n, rest := ordinalAfter(clause[i+len("第"):])
		if n > 0 && strings.HasPrefix(rest, "次") && !hasAnySuffix(clause[:i], "常务委员会", "常委会", "主席会议") &&
			hasAnyPrefix(rest, "次会议", "次全体会议", "次全会") {
			s.session = n
			s.since = isSince(rest)
			s.after = s.after[len(clause)-len(rest):]
			return true
		}
		next := strings.Index(clause[i+1:], "第")
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return true
}

// isSince tells a session looked back to (…会议以来, …会议确定的任务) from
// the one the report is given at. rest starts at 次会议.
func isSince(rest string) bool {
	rest = clip(rest, 36)
	for _, w := range []string{"以来", "闭幕", "确定", "部署", "提出", "精神", "期间", "之后", "后，"} {
		if strings.Contains(rest, w) {
			return true
		}
	}
	return false
}

// opens tells that the sentence speaks of the meeting itself.
func (s sitting) opens() bool {
	after := clip(s.after, 90)
	for _, w := range []string{"召开", "开幕", "举行", "会议上", "报告", "审议", "闭幕"} {
		if strings.Contains(after, w) {
			return true
		}
	}
	return false
}

// of tells whether the sitting is of the report's own body: no party
// committee, no congress (unless the report is a government's), no committee
// of another level.
func (s sitting) of(m meta) bool {
	gov := m.Kind == "政府工作报告"
	if hasAnySuffix(s.before, "党", "中共", "委", "中央", "党代会", "国际", "连续", "历") {
		return false
	}
	congress := hasAnyPrefix(s.tail, "人大", "人民代表大会", "全国人民代表大会", "全国人大") || hasAnySuffix(s.before, "人大", "人民代表大会") ||
		strings.Contains(clip(s.tail, 60), "人民代表大会")
	if congress != gov {
		return false
	}
	if strings.HasPrefix(s.tail, "全国") || strings.HasSuffix(s.before, "全国政协") {
		return m.Place == nation
	}
	for _, level := range []string{"省", "市", "县", "区", "州", "旗", "盟"} {
		if strings.HasSuffix(s.before, level+"政协") {
			return m.Place == "" || strings.HasSuffix(m.Place, level)
		}
	}
	return hasAnySuffix(s.before, "政协", "会议", "代表") || s.before == "" || congress ||
		strings.Contains(clip(s.tail, 60), "委员会") || m.Place != "" && strings.HasSuffix(s.before, m.Place)
}
