package parser

import (
	"path/filepath"
	"strings"

	"duidu/model"
)

// front is what stands before the running text of a report.
type front struct {
	Title    string // the headline; without the subtitle where both share a line
	Subtitle string // without its dashes
	Byline   string // who wrote or read it; empty when only the page's own marks are there
	Roles    []model.Role
	Body     int // index of the first line of running text, or of the first heading
}

// frontLines bounds the head: no report has more lines before its text.
const frontLines = 24

// readFront tells the head of a report from its text. lines are cleaned,
// simplified and not empty. A line belongs to the head only if a mark of a
// head (a subtitle, a byline, a session) stands with or after it, or if it
// is the title on the first line.
func readFront(lines []string) front {
	kinds, spoken := frontKinds(lines)
	body := 0
	for i, k := range kinds {
		if k != plainLine && k != looseLine {
			if i-body > 4 { // too far below: those marks are not the head's
				break
			}
			body = i + 1
		}
	}
	if body == 0 && opensWithTitle(lines, kinds) {
		body = 1
	}
	if spoken && len(kinds)-body <= 3 {
		body = len(kinds) // the title and the speaker's name before 各位委员
	}
	f := front{Roles: make([]model.Role, body), Body: body}
	kinds = kinds[:body]
	title := titleEnd(kinds)
	for i := 0; i < body; {
		j := i
		for j < body && (kinds[j] == plainLine || kinds[j] == kindLine) {
			j++
		}
		if j > i {
			if j >= title { // what stands above is captions, or the page's copy of the title
				f.titles(lines, kinds, i, j, spoken)
			}
			i = j
			continue
		}
		f.mark(lines[i], kinds[i], i)
		i++
	}
	for i := range min(title, body) {
		if f.Roles[i] == model.Body && strings.Contains(closeUp(f.Title), closeUp(lines[i])) {
			f.Roles[i] = model.Headline
		}
	}
	return f
}

// titleEnd returns where the lines end that stand right above a subtitle
// with a dash or a session, the surest signs of a headline; 0 where there is
// none.
func titleEnd(kinds []lineKind) int {
	for i := 1; i < len(kinds); i++ {
		if (kinds[i] == dashLine || kinds[i] == sittingLine) && (kinds[i-1] == plainLine || kinds[i-1] == kindLine) {
			return i
		}
	}
	return 0
}

// frontKinds looks at the lines up to the first one that is surely text.
// spoken tells that this one addresses the meeting.
func frontKinds(lines []string) (kinds []lineKind, spoken bool) {
	above, previous := "", plainLine
	for _, l := range lines[:min(len(lines), frontLines)] {
		l = strings.TrimSpace(l)
		k := lineKindOf(l)
		if k != bodyLine && isSpeakerUnder(l, above, previous) {
			k = authorLine
		}
		if k == bodyLine {
			return kinds, hasAnyPrefix(l, headWords().Salutation...)
		}
		kinds = append(kinds, k)
		above, previous = l, k
	}
	return kinds, false
}

// mark gives a line that needs no neighbours its role.
func (f *front) mark(line string, k lineKind, i int) {
	switch k {
	case sloganLine:
		f.Roles[i] = model.Slogan
	case dashLine, sittingLine:
		f.Roles[i] = model.Subtitle
		if f.Subtitle == "" && k == dashLine {
			f.Subtitle = trimDashes(line)
		}
	case authorLine:
		f.Roles[i] = model.Byline
		if f.Byline == "" {
			f.Byline = strings.TrimSpace(line)
		}
	case pageLine, trailLine:
		f.Roles[i] = model.Byline
	}
}

// titles gives roles to a run of lines that could be the headline. In a run
// of many the last is the headline (the others are captions that were left),
// with the line before it where the two make one; a line that names the kind
// of report under a headline is the subtitle.
func (f *front) titles(lines []string, kinds []lineKind, from, to int, spoken bool) {
	if to < f.Body && kinds[to] == trailLine {
		return // the page's own name
	}
	last := to
	if f.Title != "" {
		f.again(lines, from, to, spoken)
		return
	}
	subtitle := -1
	if kinds[to-1] == kindLine && to-from > 1 && !joinsFormula(lines[to-2], lines[to-1]) {
		subtitle, last = to-1, to-1
	}
	first := last - 1
	for first > from && (joinsFormula(lines[first-1], lines[first]) || last-from == 2 && !looksLikeCaption(lines[first-1])) {
		first--
	}
	for i := first; i < last; i++ {
		f.Roles[i] = model.Headline
	}
	f.Title = joinTitle(lines[first:last])
	if head, tail, ok := splitTitle(f.Title); ok {
		f.Title, f.Subtitle = head, tail
	}
	if subtitle >= 0 {
		f.Roles[subtitle] = model.Subtitle
		if f.Subtitle == "" {
			f.Subtitle = trimDashes(lines[subtitle])
		}
	}
}

// looksLikeCaption tells a photo's caption (某县政协委员…) from the first half
// of a headline, which does not name who acts.
func looksLikeCaption(l string) bool {
	i := strings.Index(l, "政协")
	return i > 0 && strings.Contains("县区市州旗盟省", lastRune(l[:i]))
}

// again gives roles to a second run of title lines: the page's heading
// repeated in the document, a subtitle, or the speaker's name.
func (f *front) again(lines []string, from, to int, spoken bool) {
	for i := from; i < to; i++ {
		l := strings.TrimSpace(lines[i])
		flat := closeUp(l)
		switch {
		case strings.Contains(closeUp(f.Title), flat):
			f.Roles[i] = model.Headline
		case spoken && i == to-1 && to == f.Body && (isName(l) || holdsOffice(flat)):
			f.Roles[i] = model.Byline
			if f.Byline == "" {
				f.Byline = l
			}
		default:
			f.Roles[i] = model.Subtitle
			if f.Subtitle == "" {
				f.Subtitle = l
			}
		}
	}
}

// opensWithTitle tells that the first line, alone above the text, is the
// title: a plain line that no later heading resembles.
func opensWithTitle(lines []string, kinds []lineKind) bool {
	if len(kinds) == 0 || kinds[0] != plainLine || len(lines) < 2 {
		return false
	}
	start := firstRunes(lines[0], 2)
	for _, l := range lines[1:] {
		if len(l) < 150 && firstRunes(l, 2) == start {
			return false // 全力建设“…” above 全力建设“…”: a heading among others
		}
	}
	return true
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// splitTitle parts 突出“四个建设”…——…2023年度工作综述.
func splitTitle(s string) (head, tail string, ok bool) {
	for _, dash := range []string{"——", "──", "－－", "--"} {
		if head, tail, ok = strings.Cut(s, dash); ok {
			head, tail = strings.TrimSpace(head), trimDashes(tail)
			return head, tail, head != "" && tail != ""
		}
	}
	return "", "", false
}

// joinTitle makes one title of its lines: without a blank where the formal
// name of a report was broken, with one between the halves of a headline.
func joinTitle(lines []string) string {
	var b strings.Builder
	for i, l := range lines {
		if l = strings.TrimSpace(l); isSpaced(l) {
			l = closeUp(l)
		}
		if i > 0 && !joinsFormula(lines[i-1], l) {
			b.WriteByte(' ')
		}
		b.WriteString(l)
	}
	return b.String()
}

// takeHeadline adds the title that the file's format names right below what
// the words told to be the head.
func (f *front) takeHeadline(lines []line) {
	from := f.Body
	for f.Body < len(lines) && lines[f.Body].hint == headlineHint {
		f.Roles = append(f.Roles, model.Headline)
		f.Body++
	}
	if f.Title == "" && f.Body > from {
		f.Title = joinTitle(textsOf(lines[from:f.Body]))
	}
}

// titleFromName is the title that a file's name gives, where the text has
// none: 某县政协2023年工作报告.txt. Names that say no kind of report do not.
func titleFromName(path string) string {
	name := filepath.Base(path)
	name = strings.TrimSuffix(name, filepath.Ext(name))
	if !namesKind(closeUp(name)) {
		return ""
	}
	return strings.Trim(name, "_- ")
}
