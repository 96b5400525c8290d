// Package theme turns colour roles into the inks that screens draw with.
// A theme is chosen once, at start; nothing is ever said by colour alone,
// so that the mono theme says as much as the others.
package theme

import (
	"io"
	"slices"
	"strings"

	"duidu/ui/cell"
	_ "duidu/ui/theme/unasked" // before bubbletea asks

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// Styles are the inks of one running program, by role.
type Styles struct {
	Name Name

	Text     cell.Ink // running text: the terminal's own colour
	Strong   cell.Ink // names, headlines
	Faint    cell.Ink // what may be overlooked
	Rule     cell.Ink // lines and borders
	Accent   cell.Ink // headings, the pane in use
	Key      cell.Ink // a key in the footer
	Warn     cell.Ink
	Bad      cell.Ink
	Good     cell.Ink
	Cursor   cell.Ink // the row the cursor is on
	Inactive cell.Ink // that row in a pane that is not in use
	Hit      cell.Ink // a search hit
	HitNow   cell.Ink // the hit the reader is at
	Select   cell.Ink // selected text
	Sentence cell.Ink // the sentence around the current figure
	Figure   cell.Ink // laid over a theme's colour
	Now      cell.Ink // the current figure, laid over Figure
	Changed  cell.Ink // what conversion or repair changed

	topics []cell.Ink
	quiet  []cell.Ink // the same, for bars
	hits   []cell.Ink // of a search for several things
}

// HitOf is the ink of a hit of the i-th thing searched for. Every other one
// is underlined as well, so that neighbours differ without colour.
func (s *Styles) HitOf(i int) cell.Ink {
	if i <= 0 || len(s.hits) == 0 {
		return s.Hit
	}
	return s.hits[i%len(s.hits)]
}

// Topic is the colour of the i-th theme of the catalogue. Catalogues longer
// than the palette use it again: the theme's name always stands beside it.
func (s *Styles) Topic(i int) cell.Ink {
	if i < 0 || len(s.topics) == 0 {
		return ""
	}
	return s.topics[i%len(s.topics)]
}

// Quiet is the colour of the i-th theme for what must not speak louder than
// the numbers beside it.
func (s *Styles) Quiet(i int) cell.Ink {
	if i < 0 || len(s.quiet) == 0 {
		return s.Faint
	}
	return s.quiet[i%len(s.quiet)]
}

// Name is a theme the user can ask for.
type Name string

const (
	Auto     Name = "auto"
	Light    Name = "light"
	Dark     Name = "dark"
	Contrast Name = "contrast"
	Mono     Name = "mono"
)

// Names lists what --theme takes.
func Names() []Name { return []Name{Auto, Light, Dark, Contrast, Mono} }

// Terminal is what is known of the terminal before the first frame.
type Terminal struct {
	Env     func(string) string
	Dark    bool // its background
	Profile termenv.Profile
}

// Detect reads the environment. The background is dark unless COLORFGBG
// (foreground;background, by number) says otherwise; the terminal itself
// knows better, where it can be asked.
func Detect(env func(string) string) Terminal {
	t := Terminal{Env: env, Dark: true, Profile: lipgloss.ColorProfile()}
	if i := strings.LastIndexByte(env("COLORFGBG"), ';'); i >= 0 {
		t.Dark = !slices.Contains([]string{"7", "9", "10", "11", "12", "13", "14", "15"}, env("COLORFGBG")[i+1:])
	}
	return t
}

// NeedsBackground tells the themes that look different on dark and light.
func (n Name) NeedsBackground() bool { return n == "" || n == Auto || n == Contrast }

// Wish is the terminal as --color wants it seen: never takes its colours
// away, always gives it some and overrules NO_COLOR.
func (t Terminal) Wish(color string) Terminal {
	switch color {
	case "never":
		t.Profile = termenv.Ascii
	case "always":
		env := t.Env
		t.Env = func(name string) string {
			if name == "NO_COLOR" {
				return ""
			}
			return env(name)
		}
		if t.Profile == termenv.Ascii {
			t.Profile = termenv.ANSI256
		}
	}
	return t
}

// Choose makes the styles for a wish and a terminal. NO_COLOR turns colour
// off whatever was wished but leaves bold, underline and reverse; a dumb
// terminal gets no escape at all.
func Choose(wish Name, t Terminal) *Styles {
	if t.Env("TERM") == "dumb" {
		return &Styles{Name: Mono}
	}
	name := wish
	if name == Auto || name == "" {
		name = Light
		if t.Dark {
			name = Dark
		}
	}
	if t.Env("NO_COLOR") != "" || t.Profile == termenv.Ascii {
		name = Mono
	}
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(t.Profile)
	var s *Styles
	switch name {
	case Light:
		s = build(lightPalette, r)
	case Contrast:
		s = build(contrastPalette(t.Dark), r)
	case Mono:
		r.SetColorProfile(termenv.ANSI)
		s = build(palette{}, r)
	default:
		s = build(darkPalette, r)
	}
	s.Name = name
	return s
}

// build gives every role its ink. A role without a colour falls back on an
// attribute, so that the empty palette is the mono theme.
func build(p palette, r *lipgloss.Renderer) *Styles {
	fg := func(c string) lipgloss.Style {
		s := r.NewStyle()
		if c != "" {
			s = s.Foreground(lipgloss.Color(c))
		}
		return s
	}
	on := func(c string) lipgloss.Style {
		if c == "" {
			return r.NewStyle().Reverse(true)
		}
		// The text on it gets its colour as well: a theme wished for against
		// the terminal's background must stay readable.
		return r.NewStyle().Background(lipgloss.Color(c)).Foreground(lipgloss.Color(p.text))
	}
	faint := fg(p.faint)
	if p.faint == "" {
		faint = faint.Faint(true)
	}
	hit := on(p.hit)
	if p.hitText != "" {
		hit = hit.Foreground(lipgloss.Color(p.hitText))
	}
	now := hit.Bold(true).Underline(true)
	if p.hitNow != "" {
		now = now.Background(lipgloss.Color(p.hitNow))
	}
	inactive, sentence := r.NewStyle().Underline(true), r.NewStyle()
	if p.quiet != "" {
		inactive, sentence = on(p.quiet), on(p.quiet)
	}
	s := &Styles{
		Strong: ink(r.NewStyle().Bold(true)), Faint: ink(faint), Rule: ink(faint),
		Accent: ink(fg(p.accent).Bold(true)), Key: ink(fg(p.accent).Bold(true)),
		Warn: ink(fg(p.warn).Bold(true)), Bad: ink(fg(p.bad).Bold(true)), Good: ink(fg(p.good)),
		Cursor: ink(on(p.cursor)), Inactive: ink(inactive),
		Hit: ink(hit), HitNow: ink(now), Select: ink(on(p.selected)), Sentence: ink(sentence),
		Figure: ink(r.NewStyle().Underline(true)), Now: ink(on(p.cursor).Bold(true)),
		Changed: ink(fg(p.warn).Bold(p.warn == "")),
	}
	if p.rule != "" {
		s.Rule = ink(fg(p.rule))
	}
	further := p.hits
	if len(further) == 0 {
		further = []string{""}
	}
	for i, c := range append([]string{p.hit}, further...) {
		k := on(c)
		if p.hitText != "" {
			k = k.Foreground(lipgloss.Color(p.hitText))
		}
		s.hits = append(s.hits, ink(k.Underline(i%2 == 1)))
	}
	for _, c := range p.topics {
		s.topics = append(s.topics, ink(fg(c)))
		s.quiet = append(s.quiet, ink(fg(mix(c, p.rule))))
	}
	return s
}

// ink keeps the sequence that opens a style: what lipgloss writes before
// the text. Inks are laid over each other, which styles can't be.
func ink(s lipgloss.Style) cell.Ink {
	open, _, _ := strings.Cut(s.Render("x"), "x")
	return cell.Ink(open)
}
