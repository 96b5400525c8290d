// Package meta finds whose report a text is, of which year and sitting, and of what kind.
package meta

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"duidu/parser/layout"
	"duidu/parser/number"
	"duidu/parser/place"
	"duidu/parser/shape"
	"duidu/parser/text"
)

// Meta is what the head of a report, and where it is silent the first
// paragraphs, say about the report. Zero values mean that nothing is said.
type Meta struct {
	Place    string // whose report it is: 永定区, 十堰市, 上海市; 全国 for a national one
	City     string // a city is its own, and a municipality that of its districts; empty for a province and a county right below one
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

// Read finds place, year, term, session and kind. lines are all lines
// of the report, of which f describes the first f.Body. path is the last
// resort: its folder and file name count where the text says nothing.
func Read(path string, f layout.Front, lines []string, places *place.Table) Meta {
	head := lines[:min(f.Body, len(lines))]
	body := lines[len(head):]
	lead := within(body, metaLead)
	m := Meta{Kind: readKind(head, lead)}
	m.Place, m.City, m.Province = readPlace(path, head, body, f.Page, places)
	m.Year = readYear(path, m.Kind, head, body, f.Page)
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
var nationWords = text.ListOf("届全国委员会", "政协全国委员会", "届全国人民代表大会", "向全国人民代表大会",
	"代表国务院", "国务院的委托", "国务院总理", "代表中央人民政府")

// nationCount is how often a text that names no local body must say 我国 to
// be taken for a national one. A county's report hardly ever does.
const nationCount = 8

func readPlace(path string, head, body, page []string, g *place.Table) (place, city, province string) {
	o := newOwner(g)
	for _, l := range head {
		o.read(l, headFactor)
	}
	if name, ids := o.best(""); len(ids) == 1 && o.score[name] >= weightBody*headFactor {
		city, province = g.Located(ids[0]) // the head settles it
		return g.Official(name, ids[0]), city, province
	}
	lead := within(body, metaLead)
	if o.top() < weightBody && (slices.ContainsFunc(head, nationWords.In) || slices.ContainsFunc(within(body, metaLead/3), nationWords.In)) {
		return Nation, "", ""
	}
	for _, l := range lead {
		factor := 1
		if o.top() < weightBody {
			factor = firstFactor // until one is named
		}
		o.read(text.Clip(l, metaLead), factor)
	}
	rest := body[len(lead):]
	if o.top() < weightBody {
		rest = o.readOn(rest)
	}
	if o.top() < weightBody && text.Count(within(body, metaFar), "我国") >= nationCount {
		return Nation, "", ""
	}
	if o.top() < weightBody {
		for _, l := range page {
			o.read(l, pageFactor)
		}
	}
	if o.top() < weightFull {
		o.readPath(path)
	}
	if o.top() < weightFull {
		for _, l := range page {
			o.readShort(l)
		}
	}
	if o.top() < weightFull {
		o.readNames(selfSuffix(lead, 1), head, page, within(body, metaFar))
	}
	name, ids := o.best(selfSuffix(lead, 2))
	if len(ids) == 0 {
		return "", "", o.provinceOf(head)
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
		return name, "", g.SharedProvince(ids)
	}
	city, province = g.Located(id)
	return g.Official(name, id), city, province
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
		o.read(text.Clip(l, metaFar), 1)
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

// readKind returns the kind whose words stand in the head, the first of
// the list winning; then in the opening of the text (我代表…报告工作).
func readKind(head, lead []string) string {
	w := shape.HeadWords()
	flat := make([]string, len(head))
	for i, l := range head {
		flat[i] = text.CloseUp(l)
	}
	for _, k := range w.Kinds {
		if k.Names(flat) {
			return k.Name
		}
	}
	if len(lead) == 0 || !w.Salutation.In(text.Clip(lead[0], 40)) { // a name may be glued before it
		return ""
	}
	opening := within(lead, metaLead/3)
	for _, k := range w.Kinds {
		if k.SpokenTo.In(text.Clip(lead[0], 40)) && slices.ContainsFunc(opening, k.Words.In) {
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
func readSitting(m Meta, head, lead []string) (term, session int) {
	var termOnly int
	look := func(lines []string, meeting func(sitting) bool) bool {
		for _, l := range lines {
			for _, s := range sittings(text.Clip(text.CloseUp(l), metaLead)) {
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
	if look(opening(lead), func(sitting) bool { return true }) {
		return term, session
	}
	if termOnly == 0 {
		look(lead, func(sitting) bool { return false })
	}
	return termOnly, 0
}

// opening returns the first lines of running text.
func opening(lead []string) []string {
	const lines, shortest = 3, 90
	for i, n := 0, 0; i < len(lead); i++ {
		if len(lead[i]) >= shortest {
			n++
		}
		if n == lines {
			return lead[:i+1]
		}
	}
	return lead
}

// sittings finds 第八届委员会第三次会议, 十六届二次会议, 第十届… in a line.
func sittings(line string) []sitting {
	var list []sitting
	for at := 0; ; {
		i := text.Index(line[at:], "届")
		if i < 0 {
			return list
		}
		i += at
		at = i + len("届")
		term, start := number.OrdinalBefore(line[:i])
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
	if n, rest := number.OrdinalAfter(s.after); n > 0 {
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
	i := text.Index(clause, "第")
	for i >= 0 {
		n, rest := number.OrdinalAfter(clause[i+len("第"):])
		if n > 0 && strings.HasPrefix(rest, "次") && !text.HasAnySuffix(clause[:i], "常务委员会", "常委会", "主席会议") &&
			text.HasAnyPrefix(rest, "次会议", "次全体会议", "次全会") {
			s.session = n
			s.since = isSince(rest)
			s.after = s.after[len(clause)-len(rest):]
			return true
		}
		next := text.Index(clause[i+1:], "第")
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
	_, rest, _ = text.Cut(text.Clip(rest, 36), "会")
	rest = strings.TrimPrefix(rest, "议")
	return sinceWords.In(text.FirstRunes(rest, 4))
}

var sinceWords = text.ListOf("以来", "确定", "部署", "提出", "精神", "期间", "之后", "后，")

// of tells whether the sitting is of the report's own body: no party
// committee, no congress (unless the report is a government's), no committee
// of another level.
func (s sitting) of(m Meta) bool {
	gov := m.Kind == "政府工作报告"
	if text.HasAnySuffix(s.before, "党", "中共", "委", "中央", "党代会", "国际", "连续", "历", "至", "到") || text.HasAnyPrefix(s.tail, "至", "到") {
		return false
	}
	congress := text.HasAnyPrefix(s.tail, "人大", "人民代表大会", "全国人民代表大会", "全国人大") || text.HasAnySuffix(s.before, "人大", "人民代表大会") ||
		text.Has(text.Clip(s.tail, 60), "人民代表大会")
	if congress != gov {
		return false
	}
	if strings.HasPrefix(s.tail, "全国") || strings.HasSuffix(s.before, "全国政协") {
		return m.Place == Nation
	}
	for _, level := range []string{"省", "市", "县", "区", "州", "旗", "盟"} {
		if strings.HasSuffix(s.before, level+"政协") {
			return m.Place == "" || strings.HasSuffix(m.Place, level)
		}
	}
	for _, level := range []string{"省", "市", "县", "区", "州", "旗", "盟", ""} {
		if strings.HasPrefix(s.tail, level+"政协") {
			return m.Place == "" || strings.HasSuffix(m.Place, level)
		}
	}
	last, _ := utf8.DecodeLastRuneInString(s.before)
	opens := s.session > 0 && strings.ContainsRune("。，；：、】]！", last) // 。七届一次会议以来
	return opens || text.Has(text.LastRunes(s.before, 24), "政协") || text.HasAnySuffix(s.before, "会议", "代表") || s.before == "" || congress ||
		text.Has(text.Clip(s.tail, 60), "委员会") || m.Place != "" && strings.HasSuffix(s.before, m.Place)
}
