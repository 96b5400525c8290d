package figure

import (
	"strings"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/catalogue"
	"duidu/parser/text"
)

// Themes gives sections and sentences their theme. Safe for concurrent
// use.
type Themes struct{ Catalogue *catalogue.Catalogue }

// NewThemes returns a reader for the themes of c.
func NewThemes(c *catalogue.Catalogue) *Themes { return &Themes{c} }

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

// Of scores a text by the words of the catalogue. Titles of documents are
// left out: they name what others wrote.
func (t *Themes) Of(text string) Scores {
	s := make(Scores, len(t.Catalogue.Themes))
	for text != "" {
		own, rest, _ := strings.Cut(text, "《")
		t.Catalogue.ThemeWords.Each(own, func(_, _, value int) {
			for _, h := range t.Catalogue.ThemeHits[value-1] {
				s[h.Theme] += float64(h.Weight)
			}
		})
		if _, text, _ = strings.Cut(rest, "》"); text == "" {
			break
		}
	}
	return s
}

// SpeaksOfTopic tells that a sentence names a theme other than opening and
// closing ones.
func (t *Themes) SpeaksOfTopic(s string) bool {
	for i, v := range t.Of(s) {
		if id := t.Catalogue.Themes[i].ID; v > 0 && id != model.ThemeOverview && id != t.Catalogue.Outlook {
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

// Section returns the theme of a section from its title and what its content
// and figures say.
func (t *Themes) Section(title string, content Scores) string {
	s := t.Of(title)
	for i := range s {
		s[i] *= titleWeight
	}
	total := 0.0
	for _, v := range content {
		total += v
	}
	if total > 0 {
		s.Add(content, contentWeight/total)
	}
	if best, _ := s.best(); best >= 0 {
		return t.Catalogue.Themes[best].ID
	}
	return model.ThemeOverview
}

// Leaning is a paragraph cut into sentences with what each says of the themes,
// its figures counted in.
type Leaning struct {
	spans     []text.Span
	sentences []Scores
	Whole     Scores
}

func (t *Themes) Read(body string, figures []model.Figure) Leaning {
	p := Leaning{spans: text.Split(body, text.BySemicolon), Whole: make(Scores, len(t.Catalogue.Themes))}
	for _, sp := range p.spans {
		n := 0
		for n < len(figures) && figures[n].Start < sp.End {
			n++
		}
		s := t.Of(body[sp.Start:sp.End])
		s.Add(t.figureScores(figures[:n]), 1)
		figures = figures[n:]
		p.sentences = append(p.sentences, s)
		p.Whole.Add(s, 1)
	}
	return p
}

// figureScores counts the indicators of figures for their themes.
func (t *Themes) figureScores(figures []model.Figure) Scores {
	s := make(Scores, len(t.Catalogue.Themes))
	for _, f := range figures {
		if in, ok := t.Catalogue.Indicator(f.Indicator); ok {
			s[t.index(in.Theme)] += figureWeight
		}
	}
	return s
}

func (t *Themes) index(id string) int {
	for i, th := range t.Catalogue.Themes {
		if th.ID == id {
			return i
		}
	}
	return 0
}

// Runs cuts a paragraph into stretches of one theme. A sentence that says
// little of its own stays with the sentence before it, the first one with its
// paragraph, and where that says nothing either, with its section.
func (t *Themes) Runs(text, section string, p Leaning) []model.Run {
	before := section
	if section != model.ThemeOverview { // an overview speaks of everything a little
		if best, lead := p.Whole.best(); best >= 0 && lead >= 2*sentenceFloor {
			before = t.Catalogue.Themes[best].ID
		}
	}
	var runs []model.Run
	for i, sp := range p.spans {
		before = t.sentence(p.sentences[i], section, before)
		if n := len(runs); n > 0 && (runs[n-1].Theme == before || tiny(text[sp.Start:sp.End])) {
			runs[n-1].End = sp.End
			continue
		}
		runs = append(runs, model.Run{Theme: before, Start: sp.Start, End: sp.End})
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
func (t *Themes) sentence(own Scores, section, before string) string {
	said := 0.0
	for _, v := range own {
		said = max(said, v)
	}
	own[t.index(section)] += sectionPull
	own[t.index(before)] += beforePull
	if best, lead := own.best(); said >= sentenceFloor && lead >= 1 {
		return t.Catalogue.Themes[best].ID
	}
	return before
}
