package parser

import (
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

// of scores a text by the words of the catalogue. Titles of documents are
// left out: they name what others wrote.
func (t *themeReader) of(text string) scores {
	s := make(scores, len(t.catalogue.Themes))
	for text != "" {
		own, rest, _ := strings.Cut(text, "《")
		t.catalogue.themeWords.each(own, func(_, _, value int) {
			for _, h := range t.catalogue.themeHits[value-1] {
				s[h.theme] += float64(h.weight)
			}
		})
		if _, text, _ = strings.Cut(rest, "》"); text == "" {
			break
		}
	}
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

// section returns the theme of a section from its title and what its content
// and figures say.
func (t *themeReader) section(title string, content scores) string {
	s := t.of(title)
	for i := range s {
		s[i] *= titleWeight
	}
	total := 0.0
	for _, v := range content {
		total += v
	}
	if total > 0 {
		s.add(content, contentWeight/total)
	}
	if best, _ := s.best(); best >= 0 {
		return t.catalogue.Themes[best].ID
	}
	return model.ThemeOverview
}

// leaning is a paragraph cut into sentences with what each says of the themes,
// its figures counted in.
type leaning struct {
	spans     []span
	sentences []scores
	whole     scores
}

func (t *themeReader) read(text string, figures []model.Figure) leaning {
	p := leaning{spans: split(text, bySemicolon), whole: make(scores, len(t.catalogue.Themes))}
	for _, sp := range p.spans {
		n := 0
		for n < len(figures) && figures[n].Start < sp.end {
			n++
		}
		s := t.of(text[sp.start:sp.end])
		s.add(t.figureScores(figures[:n]), 1)
		figures = figures[n:]
		p.sentences = append(p.sentences, s)
		p.whole.add(s, 1)
	}
	return p
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
func (t *themeReader) runs(text, section string, p leaning) []model.Run {
	before := section
	if section != model.ThemeOverview { // an overview speaks of everything a little
		if best, lead := p.whole.best(); best >= 0 && lead >= 2*sentenceFloor {
			before = t.catalogue.Themes[best].ID
		}
	}
	var runs []model.Run
	for i, sp := range p.spans {
		before = t.sentence(p.sentences[i], section, before)
		if n := len(runs); n > 0 && (runs[n-1].Theme == before || tiny(text[sp.start:sp.end])) {
			runs[n-1].End = sp.end
			continue
		}
		runs = append(runs, model.Run{Theme: before, Start: sp.start, End: sp.end})
	}
	return runs
}

// tiny tells a remainder such as a closing mark.
func tiny(s string) bool { return utf8.RuneCountInString(strings.TrimSpace(s)) < 4 }

// How strongly a sentence leans to what stands around it.
const (
	sectionPull = 1.5
	beforePull  = 1.5
)

// sentence returns the theme of one sentence by what it says; before is the
// theme it goes on from.
func (t *themeReader) sentence(own scores, section, before string) string {
	said := 0.0
	for _, v := range own {
		said = max(said, v)
	}
	own[t.index(section)] += sectionPull
	own[t.index(before)] += beforePull
	if best, lead := own.best(); said >= sentenceFloor && lead >= 1 {
		return t.catalogue.Themes[best].ID
	}
	return before
}
