package layout

import (
	"path/filepath"
	"slices"
	"strings"

	"duidu/model"
	"duidu/parser/format"
	"duidu/parser/shape"
	"duidu/parser/text"
)

// Front is what stands before the running text of a report.
type Front struct {
	Title    string // the headline; without the subtitle where both share a line
	Subtitle string // without its dashes
	Byline   string // who wrote or read it; empty when only the page's own marks are there
	Roles    []model.Role
	Body     int      // index of the first line of running text, or of the first heading
	Page     []string // lines that a page put around the text, for whose and when it is
}

// frontLines bounds the head: no report has more lines before its text.
const frontLines = 24

// ReadFront tells the head of a report from its text. lines are cleaned,
// simplified and not empty. A line belongs to the head only if a mark of a
// head (a subtitle, a byline, a session) stands with or after it, or if it
// is the title on the first line.
func ReadFront(lines []string) Front {
	kinds, spoken := frontKinds(lines)
	body := 0
	for i, k := range kinds {
		if k != shape.PlainLine && k != shape.LooseLine {
			if i-body > 4 { // too far below: those marks are not the head's
				break
			}
			body = i + 1
		}
	}
	if !slices.ContainsFunc(kinds[:body], couldBeTitle) {
		body += titleLines(lines, kinds, body)
	}
	if spoken && len(kinds)-body <= 3 {
		body = len(kinds) // the title and the speaker's name before 各位委员
	}
	f := Front{Roles: make([]model.Role, body), Body: body}
	kinds = kinds[:body]
	title := titleEnd(kinds)
	for i := 0; i < body; {
		j := i
		for j < body && (kinds[j] == shape.PlainLine || kinds[j] == shape.KindLine) {
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
		if f.Roles[i] == model.Body && strings.Contains(text.CloseUp(f.Title), text.CloseUp(lines[i])) {
			f.Roles[i] = model.Headline
		}
	}
	return f
}

// titleEnd returns where the lines end that stand right above a subtitle
// with a dash or a session, the surest signs of a headline; 0 where there is
// none.
func titleEnd(kinds []shape.LineKind) int {
	for i := 1; i < len(kinds); i++ {
		if (kinds[i] == shape.DashLine || kinds[i] == shape.SittingLine) && (kinds[i-1] == shape.PlainLine || kinds[i-1] == shape.KindLine) {
			return i
		}
	}
	return 0
}

// frontKinds looks at the lines up to the first one that is surely text.
// spoken tells that this one addresses the meeting.
func frontKinds(lines []string) (kinds []shape.LineKind, spoken bool) {
	above, previous := "", shape.PlainLine
	for _, l := range lines[:min(len(lines), frontLines)] {
		l = strings.TrimSpace(l)
		k := shape.LineKindOf(l)
		if k != shape.BodyLine && (shape.IsSpeakerUnder(l, above, previous) || previous == shape.KindLine && shape.IsOffice(l)) {
			k = shape.AuthorLine
		}
		if k == shape.BodyLine {
			return kinds, shape.HeadWords().Salutation.Starts(l)
		}
		kinds = append(kinds, k)
		above, previous = l, k
	}
	return kinds, false
}

// mark gives a line that needs no neighbours its role.
func (f *Front) mark(line string, k shape.LineKind, i int) {
	switch k {
	case shape.SloganLine:
		f.Roles[i] = model.Slogan
	case shape.DashLine, shape.SittingLine:
		f.Roles[i] = model.Subtitle
		if f.Subtitle == "" && k == shape.DashLine {
			f.Subtitle = shape.TrimDashes(line)
		}
	case shape.AuthorLine:
		f.Roles[i] = model.Byline
		if f.Byline == "" {
			f.Byline = strings.TrimSpace(line)
		}
	case shape.PageLine, shape.TrailLine:
		f.Roles[i] = model.Byline
	}
}

// titles gives roles to a run of lines that could be the headline. In a run
// of many the last is the headline (the others are captions that were left),
// with the line before it where the two make one; a line that names the kind
// of report under a headline is the subtitle.
func (f *Front) titles(lines []string, kinds []shape.LineKind, from, to int, spoken bool) {
	if to < f.Body && kinds[to] == shape.TrailLine {
		return // the page's own name
	}
	last := to
	if f.Title != "" {
		f.again(lines, from, to, spoken)
		return
	}
	subtitle := -1
	if kinds[to-1] == shape.KindLine && to-from > 1 && !shape.JoinsFormula(lines[to-2], lines[to-1]) {
		subtitle, last = to-1, to-1
	}
	first := last - 1
	for first > from && (shape.JoinsFormula(lines[first-1], lines[first]) || last-from == 2 && !looksLikeCaption(lines[first-1])) {
		first--
	}
	for i := first; i < last; i++ {
		f.Roles[i] = model.Headline
	}
	f.Title = withoutSource(joinTitle(lines[first:last]))
	if head, tail, ok := splitTitle(f.Title); ok {
		f.Title, f.Subtitle = head, tail
	}
	if subtitle >= 0 {
		f.Roles[subtitle] = model.Subtitle
		if f.Subtitle == "" {
			f.Subtitle = shape.TrimDashes(lines[subtitle])
		}
	}
}

// looksLikeCaption tells a photo's caption (某县政协委员…) from the first half
// of a headline, which does not name who acts.
func looksLikeCaption(l string) bool {
	i := text.Index(l, "政协")
	return i > 0 && strings.Contains("县区市州旗盟省", text.LastRune(l[:i]))
}

// again gives roles to a second run of title lines: the page's heading
// repeated in the document, a subtitle, or the speaker's name.
func (f *Front) again(lines []string, from, to int, spoken bool) {
	for i := from; i < to; i++ {
		l := strings.TrimSpace(lines[i])
		flat := text.CloseUp(l)
		switch {
		case strings.Contains(text.CloseUp(f.Title), flat):
			f.Roles[i] = model.Headline
		case spoken && i == to-1 && to == f.Body && (shape.IsName(l) || shape.HoldsOffice(flat)):
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

func couldBeTitle(k shape.LineKind) bool { return k == shape.PlainLine || k == shape.KindLine }

// titleLines returns how many plain lines from line at on are the title: those
// that stand above the text and that no later heading resembles. In a text with
// other headings of its own the last of several is the first of these; one that
// names a committee opens what is told of that.
func titleLines(lines []string, kinds []shape.LineKind, at int) int {
	const most = 3
	n := 0
	for at+n < len(kinds) && kinds[at+n] == shape.PlainLine {
		n++
	}
	if n > most {
		n = 1
	}
	if n == 0 || at+n >= len(lines) || topicOf(lines[at]) == lines[at] {
		return 0
	}
	start := text.FirstRunes(lines[at], 2)
	for _, l := range lines[at+1:] {
		if len(l) < 150 && text.FirstRunes(l, 2) == start && l != lines[at] {
			return 0 // 全力建设“…” above 全力建设“…”: a heading among others
		}
	}
	for n > 1 && lines[at+n-1] != lines[at] && (text.Has(lines[at+n-1], "政协") || hasHeadings(lines[at+n:])) {
		n--
	}
	return n
}

// hasHeadings tells that short plain lines stand above long ones.
func hasHeadings(lines []string) bool {
	for i := range lines[:max(0, len(lines)-1)] {
		if n := len(lines[i]); n < shape.LongestHeading*len("字")/2 && len(lines[i+1]) > 2*n && shape.LineKindOf(lines[i]) == shape.PlainLine {
			return true
		}
	}
	return false
}

// withoutSource leaves out who sent the news that a title heads, and in brackets at which
// session a report was heard: 某某网讯 某县….
func withoutSource(title string) string {
	if at := text.Index(title, "讯 "); at > 0 && at <= len("某某晚报") && text.AllHan(title[:at]) {
		title = strings.TrimSpace(title[at+len("讯"):])
	}
	if at := strings.LastIndexAny(title, "（("); at > 0 && text.Has(title[at:], "通过") && text.HasAnySuffix(title, "）", ")") {
		title = strings.TrimSpace(title[:at])
	}
	return title
}

// splitTitle parts 突出“四个建设”…——…2023年度工作综述.
func splitTitle(s string) (head, tail string, ok bool) {
	for _, dash := range []string{"——", "──", "－－", "--"} {
		if head, tail, ok = strings.Cut(s, dash); ok {
			head, tail = strings.TrimSpace(head), shape.TrimDashes(tail)
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
		if l = strings.TrimSpace(l); shape.IsSpaced(l) {
			l = text.CloseUp(l)
		}
		if i > 0 && !shape.JoinsFormula(lines[i-1], l) {
			b.WriteByte(' ')
		}
		b.WriteString(l)
	}
	return b.String()
}

// TakeHeadline adds the title that the file's format names right below what
// the words told to be the head, or the one above the page's own lines.
func (f *Front) TakeHeadline(lines []Line) {
	from := f.Body
	if f.Title == "" && from < len(lines) && lines[from].PageBelow && lines[from].Hint == format.NoHint && shape.LineKindOf(lines[from].Text) == shape.PlainLine &&
		text.Runes(lines[from].Text) > 2*shape.Fragment && from+1 < len(lines) {
		f.Roles = append(f.Roles, model.Headline)
		f.Title, f.Body = joinTitle(TextsOf(lines[from:from+1])), from+1
		return
	}
	for f.Body < len(lines) && lines[f.Body].Hint == format.HeadlineHint {
		f.Roles = append(f.Roles, model.Headline)
		f.Body++
	}
	if f.Title == "" && f.Body > from {
		f.Title = joinTitle(TextsOf(lines[from:f.Body]))
	}
}

// TitleFromName is the title that a file's name gives, where the text has
// none: 某县政协2023年工作报告.txt. Names that say no kind of report do not.
func TitleFromName(path string) string {
	name := filepath.Base(path)
	name = strings.TrimSuffix(name, filepath.Ext(name))
	if !shape.NamesKind(text.CloseUp(name)) {
		return ""
	}
	return strings.Trim(name, "_- ")
}
