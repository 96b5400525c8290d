// Package theme tells what sections and sentences are about, by their words and by
// the indicators of their figures.
package theme

import (
	"math/bits"
	"slices"
	"strings"

	"duidu/model"
	"duidu/parser/catalogue"
	"duidu/parser/number"
	"duidu/parser/shape"
	"duidu/parser/text"
)

// Themes gives sections and sentences their theme. Safe for concurrent
// use.
type Themes struct{ Catalogue *catalogue.Catalogue }

// New returns a reader for the themes of c.
func New(c *catalogue.Catalogue) *Themes { return &Themes{c} }

// Scores is how much a text says of each theme of the catalogue, by index.
type Scores []float64

func (s Scores) Add(o Scores, factor float64) {
	for i, v := range o {
		s[i] += factor * v
	}
}

// best returns the theme that leads and by how much, -1 if nothing was said.
func (s Scores) best() (theme int, lead float64) {
	theme = -1
	second := 0.0
	for i, v := range s {
		switch {
		case v > 0 && (theme < 0 || v > s[theme]):
			if theme >= 0 {
				second = s[theme]
			}
			theme = i
		case v > second:
			second = v
		}
	}
	if theme < 0 {
		return -1, 0
	}
	return theme, s[theme] - second
}

// ofInto scores a text in room where that suffices.
func (t *Themes) ofInto(room Scores, text string) Scores {
	n := len(t.Catalogue.Themes)
	if len(room) < n {
		room = make(Scores, n)
	}
	t.AddTo(room[:n], text)
	return room[:n]
}

// usualThemes is how many themes a catalogue has at most, but for large ones.
const usualThemes = 24

// AddTo counts the words of the catalogue in a text. Titles of documents are left out:
// they name what others wrote.
func (t *Themes) AddTo(sum Scores, s string) {
	words := t.Catalogue.ThemeWords
	for s != "" {
		own, rest, _ := text.Cut(s, "《")
		words.Each(own, func(_, _, value int) {
			for _, h := range t.Catalogue.ThemeHits[value-1] {
				sum[h.Theme] += float64(h.Weight)
			}
		})
		if _, s, _ = text.Cut(rest, "》"); s == "" {
			break
		}
	}
}

// SpeaksOfTopic tells that a sentence names a theme other than opening and
// closing ones.
func (t *Themes) SpeaksOfTopic(s string) bool {
	var room [usualThemes]float64
	for i, v := range t.ofInto(room[:], s) {
		if id := t.Catalogue.Themes[i].ID; v > 0 && id != model.ThemeOverview && id != t.Catalogue.Outlook {
			return true
		}
	}
	return false
}

// How title, own words and figures weigh against each other.
const (
	titleWeight   = 3.0
	contentWeight = 16.0 // shared out over a section's words, whatever its length
	littleContent = 6.0  // what says no more than this speaks for half as much
	figureWeight  = 5.0
	sentenceFloor = 2.0  // below this a sentence does not speak for itself
	titleFloor    = 2.0  // from here on a title does
	oneTheme      = 0.55 // the share of a part's content that makes it one theme's
	severalThemes = 3    // parts of so many themes make an overview
)

// Part is what is known of a section before it has a theme.
type Part struct {
	Title   string
	Content Scores   // of its lines and of the parts below
	Parts   []string // the themes of the parts below, each by its own title and content
	Report  string   // the theme that the report's own title names, if it names one
	Ahead   bool     // it stands in an outlook, or its title names a year to come
}

// Section returns the theme of a section: what its title says and what stands
// below it. A part that gathers parts of several themes is an overview, and
// whatever stands in an outlook belongs to it.
func (t *Themes) Section(p Part) string {
	switch {
	case p.Ahead:
		return t.Catalogue.Outlook
	case p.Report != "": // its parts are sorts and stages of that
		return p.Report
	case namesPlace(p.Title):
		return model.ThemeOverview
	}
	var room [usualThemes]float64
	s := t.ofInto(room[:], p.Title)
	said, total := 0.0, 0.0
	for i, v := range s {
		said = max(said, v)
		s[i] = v * titleWeight
	}
	most := 0.0
	for _, v := range p.Content {
		total += v
		most = max(most, v)
	}
	if severalOf(p.Parts) && (said < titleFloor && most < oneTheme*total || t.isOverview(s) || opensWithYear().MatchString(p.Title)) {
		return model.ThemeOverview
	}
	if total > 0 {
		s.Add(p.Content, contentWeight/(total+littleContent))
	}
	if best, _ := s.best(); best >= 0 {
		return t.Catalogue.Themes[best].ID
	}
	return model.ThemeOverview
}

// namesPlace tells a title that is the name of a place: 一、依安县. What is told
// below it is that place's, of whatever theme.
func namesPlace(title string) bool {
	name := shape.NumberingOf(title).Rest
	return text.Runes(name) <= longestPlace && text.HasAnySuffix(name, "县", "区", "市", "州", "旗", "镇", "乡") && text.AllHan(name)
}

// longestPlace is how many characters the short name of a place has.
const longestPlace = 6

// opensWithYear tells a title of what one year brought: 二、2014年：提案525件.
var opensWithYear = text.Lazily(`^([（(]?[一二三四五六七八九十\d]{1,3}[)）、．.]\s*)?(20|19)\d\d年`)

// Named returns the theme that a report's title names, "" if it is a report on
// everything.
func (t *Themes) Named(title string) string {
	var room [usualThemes]float64
	s := t.ofInto(room[:], title)
	if shape.NamesKind(title) { // 提案工作报告 reports on proposals
		s[t.index(model.ThemeOverview)] = 0
	}
	best, lead := s.best()
	if best < 0 || lead < 1 || s[best] < namedFloor || t.Catalogue.Themes[best].ID == model.ThemeOverview || t.Catalogue.Themes[best].ID == t.Catalogue.Outlook {
		return ""
	}
	return t.Catalogue.Themes[best].ID
}

// namedFloor is what a title must say of a theme to name it.
const namedFloor = 3

// isOverview tells that a title says of itself that it gathers what was done.
func (t *Themes) isOverview(title Scores) bool {
	best, _ := title.best()
	return best >= 0 && t.Catalogue.Themes[best].ID == model.ThemeOverview
}

// LooksAhead tells a title of what is to come.
func (t *Themes) LooksAhead(title string) bool {
	var room [usualThemes]float64
	best, lead := t.ofInto(room[:], title).best()
	return best >= 0 && lead > 0 && t.Catalogue.Themes[best].ID == t.Catalogue.Outlook
}

func severalOf(themes []string) bool {
	seen := map[string]bool{}
	for _, id := range themes {
		seen[id] = true
	}
	return len(seen) >= severalThemes
}

// Leaning is a paragraph cut into sentences with what each says of the themes,
// its figures counted in.
type Leaning struct {
	spans     []text.Span
	sentences Scores // those of each, one after another
	Whole     Scores
}

// Memory is what the paragraphs of a report are read with, one after another. What
// was read of them keeps its pieces of it. The zero value is ready; it is for one
// goroutine.
type Memory struct {
	spans  []text.Span // that may be written over
	runs   []model.Run // that may be written over
	kept   text.Room[text.Span]
	scores text.Room[float64]
	given  text.Room[model.Run]
}

// How many there is room for at a time: some paragraphs' worth.
const (
	usualSpans  = 64
	usualScores = 1024
	usualRuns   = 32
)

// Scores are n of nothing.
func (m *Memory) Scores(n int) Scores { return m.scores.Take(n, usualScores)[:n] }

// Read tells what each sentence of a paragraph says of the themes. spans are its
// sentences, cut at semicolons as well; nil where nobody has cut it yet. year is the
// reported one, 0 if it isn't known: what is told of a later one is outlook.
func (t *Themes) Read(m *Memory, body string, spans []text.Span, figures []model.Figure, year int) Leaning {
	if spans == nil {
		m.spans = text.SplitInto(m.spans[:0], body, text.BySemicolon)
		spans = m.kept.Keep(m.spans, usualSpans)
	}
	size := len(t.Catalogue.Themes)
	all := m.Scores((len(spans) + 1) * size) // of the sentences, then of the whole
	ahead := false
	p := Leaning{spans: spans, sentences: all[:len(spans)*size], Whole: all[len(spans)*size:]}
	for i, sp := range spans {
		s := all[i*size : (i+1)*size : (i+1)*size]
		said := afterSpeaker(body[sp.Start:sp.End])
		t.AddTo(s, said)
		var counted uint64 // themes, by bit
		figured, planned := 0, 0
		for len(figures) > 0 && figures[0].Start < sp.End {
			if figured++; figures[0].Plan {
				planned++
			}
			if in, ok := t.Catalogue.Indicator(figures[0].Indicator); ok {
				s[t.index(in.Theme)] += figureWeight
				counted |= 1 << t.index(in.Theme)
			}
			figures = figures[1:]
		}
		if bits.OnesCount64(counted) >= severalThemes {
			s[t.index(model.ThemeOverview)] += accountPull
		}
		p.Whole.Add(s, 1)
		if ahead = opensYear(said, year, ahead); ahead || t.opensAhead(said) || planned > 0 && planned == figured {
			s[t.index(t.Catalogue.Outlook)] += outlookPull
		}
	}
	return p
}

// accountPull is for a sentence that sums up a year: it counts what was done in
// several themes.
const accountPull = 12

// afterSpeaker leaves out who says something and where: 主席在闭幕会上说，….
func afterSpeaker(s string) string {
	const reach = 100 // bytes
	near := s[:min(len(s), reach)]
	for i := 0; i < len(near); {
		n := speechMarks.Index(near[i:])
		if n < 0 {
			return s
		}
		i += n
		c, size := text.Decode(s, i)
		if c == '。' {
			return s
		}
		if speaking.Ends(s[:i]) {
			return s[i+size:]
		}
		i += size
	}
	return s
}

var (
	speechMarks = text.SetOf("。，,：:")
	speaking    = text.ListOf("说", "指出", "强调", "表示", "认为")
)

// opensAhead tells a sentence whose first words look ahead: 今年打算, 往后要.
func (t *Themes) opensAhead(s string) bool {
	const reach, surely = len("今年"), 3
	for i := 0; i <= reach && i < len(s); {
		length, value := t.Catalogue.ThemeWords.At(s[i:])
		if length == 0 {
			_, size := text.Decode(s, i)
			i += size
			continue
		}
		return slices.ContainsFunc(t.Catalogue.ThemeHits[value-1], func(h catalogue.ThemeHit) bool {
			return h.Weight >= surely && t.Catalogue.Themes[h.Theme].ID == t.Catalogue.Outlook
		})
	}
	return false
}

// opensYear tells whether a sentence is about the year after the reported one: it
// opens with that, or it opens with none and the sentence before was.
func opensYear(s string, year int, before bool) bool {
	if year == 0 {
		return false
	}
	years := number.Years(text.Clip(s, len("　　到2024年")))
	if len(years) == 0 {
		return before
	}
	month, _ := number.OrdinalAfter(years[0].After)
	return years[0].Year == year+1 && month == 0
}

func (t *Themes) index(id string) int { return t.Catalogue.ThemeAt(id) }

// Share tells how much of what a text says is about a theme, from 0 to 1.
func (t *Themes) Share(content Scores, id string) float64 {
	total := 0.0
	for _, v := range content {
		total += v
	}
	if total == 0 {
		return 0
	}
	return content[t.index(id)] / total
}

// Runs cuts a paragraph into stretches of one theme. A sentence that says
// little of its own stays with the sentence before it, the first one with its
// paragraph, and where that says nothing either, with its section. opening says that the text only opens a
// report, or a part that gathers others; share is how much of a text without headings is
// about its theme, 0 for one with headings.
func (t *Themes) Runs(m *Memory, text, section string, p Leaning, opening bool, share float64) []model.Run {
	before := section
	if section != model.ThemeOverview { // an overview speaks of everything a little
		if best, lead := p.Whole.best(); best >= 0 && lead >= 2*sentenceFloor {
			before = t.Catalogue.Themes[best].ID
		}
	}
	runs := m.runs[:0]
	size := len(t.Catalogue.Themes)
	for i, sp := range p.spans {
		before = t.sentence(p.sentences[i*size:(i+1)*size], section, before, opening, share)
		if n := len(runs); n > 0 && (runs[n-1].Theme == before || tiny(text[sp.Start:sp.End])) {
			runs[n-1].End = sp.End
			continue
		}
		runs = append(runs, model.Run{Theme: before, Start: sp.Start, End: sp.End})
	}
	m.runs = runs
	return m.given.Keep(runs, usualRuns)
}

// tiny tells a remainder such as a closing mark.
func tiny(s string) bool { return text.Runes(strings.TrimSpace(s)) < 4 }

// How strongly a sentence leans to what stands around it.
const (
	sectionPull = 1.5
	beforePull  = 1.2
	wholePull   = 6.0 // of a text without headings, by how much of it is about its theme
	openingPull = 5.0 // above the first heading, and below one that gathers others
	outlookPull = 9.0 // what stands in an outlook is outlook, whatever it speaks of
)

// sentence returns the theme of one sentence by what it says; before is the
// theme it goes on from.
func (t *Themes) sentence(own Scores, section, before string, opening bool, share float64) string {
	if section == t.Catalogue.Outlook {
		return section
	}
	said := 0.0
	for _, v := range own {
		said = max(said, v)
	}
	pull := sectionPull
	if section == model.ThemeOverview && opening {
		pull = openingPull
	}
	pull += wholePull * share * share
	own[t.index(section)] += pull
	own[t.index(before)] += beforePull
	if best, lead := own.best(); said >= sentenceFloor && lead >= 1 {
		return t.Catalogue.Themes[best].ID
	}
	return before
}
