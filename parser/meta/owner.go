package meta

import (
	"iter"
	"strings"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/place"
	"duidu/parser/text"
)

// owner finds whose report a text is: the place whose committee (congress,
// government) the words around its name point to.
type owner struct {
	g       *place.Table
	score   map[string]int // by the name as the text has it
	ids     map[string][]int
	order   []string // names as first met, so that ties go to the first
	support map[int]int
}

// Weights of what stands beside a place's name. They are ranks more than
// measures: a body named in the head outweighs any number of places visited.
const (
	weightBody  = 12 // 永定区政协, 政协永定区第八届委员会
	weightParty = 4  // 中共永定区委, 永定区委
	weightFull  = 1  // 永定区
	headFactor  = 8  // for the lines of the head
	pageFactor  = 2  // for what the page around a text says
	firstFactor = 4  // for the first body that a text names
)

// Nation is what a report of a national body has for a place.
const Nation = "全国"

func newOwner(g *place.Table) *owner {
	return &owner{g: g, score: map[string]int{}, ids: map[string][]int{}, support: map[int]int{}}
}

// read takes in the names of one line, each worth its context times factor.
func (o *owner) read(line string, factor int) {
	list := o.g.Mentions(line)
	for i := 0; i < len(list); i++ {
		first, m := list[i], list[i]
		o.back(m.Ids)
		for i+1 < len(list) && list[i+1].Start == m.End {
			inner := o.inside(list[i+1].Ids, m.Ids)
			if len(inner) == 0 {
				break
			}
			i++
			m = list[i]
			m.Ids = inner
			o.back(m.Ids)
		}
		name := line[m.Start:m.End]
		w := o.weight(line[:first.Start], line[m.End:], m.Full)
		if m.Full && text.Runes(name) == 2 && first.Start == m.Start && strings.HasSuffix(name, "区") {
			w = 0 // 城区, 郊区, 矿区 alone are common words
		}
		if m.Full && text.Runes(name) == 2 && first.Start == m.Start && insideWord(line[:m.Start]) {
			w = 0 // 形成县委会议纪要: no 成县
		}
		if w*factor > 0 {
			o.add(name, m.Ids, w*factor)
		}
	}
}

// insideWord tells that a name of two characters behind s may begin inside a word.
func insideWord(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(s)
	return model.IsHan(c) && !beforeName.Has(c)
}

// beforeName are the characters that a place's name is told behind.
var beforeName = text.SetOf("省市州盟区县协共在到赴对向与和及同是为由从据届往给于以有我了自把被让请过")

// readShort takes places that a page's line names without their suffix (洛阳日报,
// 无锡年鉴), where nothing else is said.
func (o *owner) readShort(line string) {
	for _, m := range o.g.Mentions(line) {
		if text.HasAnyPrefix(line[m.End:], "日报", "晚报", "年鉴", "政协", "新闻", "市志", "县志", "区志", "志", "发布", "融媒") {
			o.back(m.Ids)
			o.add(line[m.Start:m.End], m.Ids, weightFull)
		}
	}
}

// namedOften is how often a text must use a place's short name, and how many times
// as often as any other, to be taken for that place's.
const namedOften, timesOften = 3, 2

// readNames takes a place whose name the text gives without its suffix only, of
// the kind that its committee calls itself: 宁波 of a text that says 市政协, 成都武侯
// of one that says 区政协. It stands in the head, or is named often and no other is.
func (o *owner) readNames(suffix string, head, page, body []string) {
	if suffix == "" {
		return
	}
	for _, lines := range [][]string{head, page} {
		for _, l := range lines {
			for name, ids := range o.shortNames(l, suffix) {
				o.add(name, ids, weightFull)
				return
			}
		}
	}
	count, named := map[string]int{}, map[string][]int{}
	most, second := "", 0
	for _, l := range body {
		for name, ids := range o.shortNames(l, suffix) {
			count[name]++
			named[name] = ids
			if name != most && count[name] > count[most] {
				most = name
			}
		}
	}
	for name, n := range count {
		if name != most {
			second = max(second, n)
		}
	}
	if count[most] >= namedOften && count[most] >= timesOften*second {
		o.add(most, named[most], weightFull)
	}
}

// shortNames are the places of a line that end in suffix where their names are whole.
func (o *owner) shortNames(line, suffix string) iter.Seq2[string, []int] {
	return func(yield func(string, []int) bool) {
		end, outer := -1, []int(nil)
		for _, m := range o.g.Mentions(line) {
			ids := m.Ids
			if m.Start == end {
				if inner := o.inside(ids, outer); len(inner) > 0 {
					ids = inner
				}
			}
			end, outer = m.End, ids
			var fit []int
			for _, id := range ids {
				if strings.HasSuffix(o.g.Divisions[id].Name, suffix) {
					fit = append(fit, id)
				}
			}
			if len(fit) > 0 && !yield(line[m.Start:m.End], fit) {
				return
			}
		}
	}
}

// provinceOf is the province that a head names before a place it hides: 浙江某区.
func (o *owner) provinceOf(head []string) string {
	for _, l := range head {
		for _, m := range o.g.Mentions(l) {
			if d := o.g.Divisions[m.Ids[0]]; len(m.Ids) == 1 && d.Level == place.ProvinceLevel && text.HasAnyPrefix(l[m.End:], "某", "×", "x", "X") {
				return d.Name
			}
		}
	}
	return ""
}

// inside keeps those of ids that lie in one of outer.
func (o *owner) inside(ids, outer []int) []int {
	var kept []int
	for _, id := range ids {
		for _, up := range outer {
			if o.g.Within(id, up) {
				kept = append(kept, id)
				break
			}
		}
	}
	return kept
}

// back counts a name as evidence for what lies around it. Names that
// several divisions share say nothing.
func (o *owner) back(ids []int) {
	if len(ids) != 1 {
		return
	}
	d := o.g.Divisions[ids[0]]
	o.support[ids[0]] += 3
	for _, up := range []int{d.City, d.Province} {
		if up >= 0 {
			o.support[up]++
		}
	}
}

func (o *owner) add(name string, ids []int, w int) {
	if len(ids) == 1 {
		name = o.g.Official(name, ids[0])
	}
	if o.score[name] == 0 {
		o.order = append(o.order, name)
		o.ids[name] = ids
	} else if len(ids) < len(o.ids[name]) {
		o.ids[name] = ids
	}
	o.score[name] += w
}

// weight says how much the words before and after a name speak for its
// being the report's own place.
func (o *owner) weight(before, after string, full bool) int {
	after = skipOrdinal(after)
	switch {
	case strings.HasPrefix(after, "政协委员"):
		return weightParty // members who came from there
	case text.HasAnyPrefix(after, "政协", "人民政协", "人民政府", "政府工作报告", "人民代表大会", "人大"),
		text.HasAnySuffix(before, "政协", "协商会议", "届") && (full || strings.HasPrefix(after, "委员会")):
		return weightBody
	case full && text.HasAnyPrefix(after, "委"), full && strings.HasSuffix(before, "中共"):
		return weightParty
	case full:
		return weightFull
	}
	return 0
}

// skipOrdinal drops 第八届 from the start of s.
func skipOrdinal(s string) string {
	if !strings.HasPrefix(s, "第") {
		return s
	}
	if i := text.Index(s, "届"); i > 0 && i <= 18 {
		return s[i+len("届"):]
	}
	return s
}

// selfSuffix looks at how a committee names itself where it leaves the place
// out (区政协, 县政协) and returns the suffix that prevails and stands there so
// often at least, or "".
func selfSuffix(lines []string, least int) string {
	const self = "政协"
	count := map[string]int{}
	best, most := "", least-1
	for _, l := range lines {
		for at := 0; ; {
			i := strings.Index(l[at:], self)
			if i < 0 {
				break
			}
			s := text.LastRune(l[:at+i])
			at += i + len(self)
			if count[s]++; count[s] > most && strings.Contains("县区市省州旗盟", s) && s != "" {
				best, most = s, count[s]
			}
		}
	}
	return best
}

// best returns the name with the highest score and its divisions. Names
// that do not end in suffix count a quarter, so that a county's report that
// says 县政协 throughout is not given to the city it visited.
func (o *owner) best(suffix string) (string, []int) {
	var name string
	top := 0
	for _, n := range o.order {
		s := o.score[n] * 4
		if suffix != "" && !strings.HasSuffix(n, suffix) {
			s /= 4
		}
		if s > top {
			name, top = n, s
		}
	}
	return name, o.ids[name]
}

// choose tells divisions of one name apart by the other places of the text.
// It returns -1 when nothing speaks for one more than for the others.
func (o *owner) choose(ids []int) int {
	best, top, tie := -1, -1, false
	for _, id := range ids {
		d := o.g.Divisions[id]
		s := 0
		if d.City >= 0 {
			s += 2 * o.support[d.City]
		}
		if d.Province >= 0 {
			s += o.support[d.Province]
		}
		switch {
		case s > top:
			best, top, tie = id, s, false
		case s == top:
			tie = true
		}
	}
	if tie {
		return -1
	}
	return best
}
