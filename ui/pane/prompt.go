package pane

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/ui/cell"
	"duidu/ui/theme"
)

// Prompt is a line of typed text. It stands at the left end of the last
// row, with the terminal's own cursor in it, so that an input method opens
// its window beside what is typed. It edits by grapheme cluster and takes whole strings,
// since input methods commit words, not keys.
type Prompt struct {
	Label   string // / or ? or the name of what is asked
	left    []string
	right   []string
	open    bool
	history *History
	back    int  // the place in the history
	over    bool // what stands there goes with the first character typed
}

// Event is what a key did to a prompt.
type Event int

const (
	Nothing Event = iota
	Changed
	Done
	Cancelled
)

// Open starts an empty prompt.
func (p *Prompt) Open(label string) { *p = Prompt{Label: label, open: true} }

// OpenWith starts a prompt with a text in it.
func (p *Prompt) OpenWith(label, text string) {
	p.Open(label)
	p.insert(text)
}

// OpenOver starts a prompt with a text that the first typed character
// replaces; a key that moves or erases keeps it to be edited.
func (p *Prompt) OpenOver(label, text string) {
	p.OpenWith(label, text)
	p.over = text != ""
}

// IsOpen tells whether keys belong to the prompt.
func (p *Prompt) IsOpen() bool { return p.open }

// Text is what has been typed.
func (p *Prompt) Text() string { return strings.Join(p.left, "") + strings.Join(p.right, "") }

// Update takes a key.
func (p *Prompt) Update(k tea.KeyMsg) Event {
	before := p.Text()
	over := p.over
	p.over = false
	switch k.String() {
	case "up":
		p.recall(-1)
	case "down":
		p.recall(1)
	case "enter":
		p.open = false
		p.history.Add(before)
		return Done
	case "esc", "ctrl+c":
		p.open = false
		return Cancelled
	case "backspace", "ctrl+h":
		if before == "" {
			p.open = false
			return Cancelled
		}
		p.left = p.left[:max(0, len(p.left)-1)]
	case "delete", "ctrl+d":
		p.right = p.right[min(1, len(p.right)):]
	case "left", "ctrl+b":
		p.shift(-1)
	case "right", "ctrl+f":
		p.shift(1)
	case "home", "ctrl+a":
		p.shift(-len(p.left))
	case "end", "ctrl+e":
		p.shift(len(p.right))
	case "ctrl+u":
		p.left = nil
	case "ctrl+k":
		p.right = nil
	case "ctrl+w":
		p.eraseWord()
	default:
		if k.Type == tea.KeyRunes || k.Type == tea.KeySpace {
			if over {
				p.left, p.right = nil, nil
			}
			p.insert(string(k.Runes))
		}
	}
	if p.Text() != before {
		return Changed
	}
	return Nothing
}

// insert puts text at the cursor, on one line and without control
// characters. Clusters are cut anew: a combining mark may come later than
// its letter.
func (p *Prompt) insert(text string) {
	text = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ").Replace(text)
	p.left = cell.Clusters(strings.Join(p.left, "") + cell.Plain(text))
}

func (p *Prompt) shift(by int) {
	all := append(append([]string{}, p.left...), p.right...)
	at := min(max(0, len(p.left)+by), len(all))
	p.left, p.right = all[:at:at], all[at:]
}

func (p *Prompt) eraseWord() {
	n := len(p.left)
	for n > 0 && p.left[n-1] == " " {
		n--
	}
	for n > 0 && p.left[n-1] != " " {
		n--
	}
	p.left = p.left[:n]
}

// CaretMark stands in a drawn prompt where the next character will: the
// shell takes it out and puts the terminal's cursor there. It is a sequence
// without a meaning and takes no cell.
const CaretMark = "\x1b[739z"

// View draws the prompt in exactly w cells; the end of a long text stays
// in view and the cursor is a cell in reverse.
func (p *Prompt) View(c cell.Policy, s *theme.Styles, w int) string {
	label := cell.Plain(p.Label)
	head, n := c.Cut(label, w)
	room := w - n
	at, after := " ", ""
	if len(p.right) > 0 {
		at, after = p.right[0], strings.Join(p.right[1:], "")
	}
	cursor := c.Width(at)
	if room < cursor {
		return s.Key.Paint(head) + cell.Blank(room)
	}
	left := c.Tail(strings.Join(p.left, ""), room-cursor)
	rest := room - cursor - c.Width(left)
	var ink cell.Ink
	if p.over {
		ink = s.Select
	}
	caret := s.Select
	if caret == "" {
		caret = s.Cursor
	}
	return s.Key.Paint(head) + ink.Paint(left) + CaretMark + (caret + s.Figure).Paint(at) + c.Fit(after, rest)
}
