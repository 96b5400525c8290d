package parser

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"duidu/model"
)

// themeReader gives sections and sentences their theme. Safe for concurrent
// use.
type themeReader struct{ catalogue *Catalogue }

// scores is how much a text says of each theme of the catalogue, by index.
type scores []float64

func (s scores) add(o scores, factor float64) {
	for i, v := range o {
		s[i] += factor * v
	}
}

// best returns the theme that leads and by how much, -1 if nothing was said.
func (s scores) best() (theme int, lead float64) {
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

// of scores a text by the words of the catalogue.
func (t *themeReader) of(text string) scores {
	s := make(scores, len(t.catalogue.Themes))
	t.catalogue.themeWords.each(text, func(_, _, value int) {
		for _, h := range t.catalogue.themeHits[value-1] {
			s[h.theme] += float64(h.weight)
		}
	})
	return s
}

// speaksOfTopic tells that a sentence names a theme other than opening and
// closing ones.
func (t *themeReader) speaksOfTopic(s string) bool {
	for i, v := range t.of(s) {
		if id := t.catalogue.Themes[i].ID; v > 0 && id != model.ThemeOverview && id != t.catalogue.outlook {
			return true
		}
	}
	return false
}

// How title, own words and figures weigh against each other.
const (
	titleWeight   = 3.0
	contentWeight = 14.0 // shared out over a section's words, whatever its length
	figureWeight  = 5.0
	sentenceFloor = 2.0 // below this a sentence does not speak for itself
)

// section returns the theme of a section from its title and its content.
func (t *themeReader) section(title, content string, figures scores) string {
	s := t.of(title)
	for i := range s {
		s[i] *= titleWeight
	}
	body := t.of(content)
	body.add(figures, 1)
	total := 0.0
	for _, v := range body {
		total += v
	}
	if total > 0 {
		s.add(body, contentWeight/total)
	}
	if best, _ := s.best(); best >= 0 {
		return t.catalogue.Themes[best].ID
	}
	return model.ThemeOverview
}

// figureScores counts the indicators of figures for their themes.
func (t *themeReader) figureScores(figures []model.Figure) scores {
	s := make(scores, len(t.catalogue.Themes))
	for _, f := range figures {
		if in, ok := t.catalogue.Indicator(f.Indicator); ok {
			s[t.index(in.Theme)] += figureWeight
		}
	}
	return s
}

func (t *themeReader) index(id string) int {
	for i, th := range t.catalogue.Themes {
		if th.ID == id {
			return i
		}
	}
	return 0
}

// runs cuts a paragraph into stretches of one theme. A sentence that says
// little of its own stays with the sentence before it, the first one with its
// paragraph, and where that says nothing either, with its section.
func (t *themeReader) runs(text, section string, figures []model.Figure) []model.Run {
	home := section
	if section != model.ThemeOverview { // an overview speaks of everything a little
		whole := t.of(text)
		whole.add(t.figureScores(figures), 1)
		if best, lead := whole.best(); best >= 0 && lead >= 2*sentenceFloor {
			home = t.catalogue.Themes[best].ID
		}
	}
	var runs []model.Run
	before := home
	for _, sp := range split(text, bySemicolon) {
		sentence := text[sp.start:sp.end]
		theme := t.sentence(sentence, section, before, figuresIn(figures, sp))
		before = theme
		if n := len(runs); n > 0 && (runs[n-1].Theme == theme || tiny(sentence)) {
			runs[n-1].End = sp.end
			continue
		}
		runs = append(runs, model.Run{Theme: theme, Start: sp.start, End: sp.end})
	}
	return runs
}

// tiny tells a remainder such as a closing mark.
func tiny(s string) bool { return utf8.RuneCountInString(strings.TrimSpace(s)) < 4 }

func figuresIn(figures []model.Figure, sp span) []model.Figure {
	var in []model.Figure
	for _, f := range figures {
		if f.Start >= sp.start && f.Start < sp.end {
			in = append(in, f)
		}
	}
	return in
}

// How strongly a sentence leans to what stands around it.
const (
	sectionPull = 1.5
	beforePull  = 1.5
)

// sentence returns the theme of one sentence; before is the theme it goes on
// from. Titles of documents are left out: they name what others wrote.
func (t *themeReader) sentence(text, section, before string, figures []model.Figure) string {
	s := t.of(documentTitle.ReplaceAllString(text, ""))
	s.add(t.figureScores(figures), 1)
	said := 0.0
	for _, v := range s {
		said = max(said, v)
	}
	s[t.index(section)] += sectionPull
	s[t.index(before)] += beforePull
	if best, lead := s.best(); said >= sentenceFloor && lead >= 1 {
		return t.catalogue.Themes[best].ID
	}
	return before
}

var documentTitle = regexp.MustCompile(`《[^》]*》`)
