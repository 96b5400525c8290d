package ui

import (
	"fmt"
	"strconv"
	"time"

	"duidu/ui/ask"
	"duidu/ui/screen"

	tea "github.com/charmbracelet/bubbletea"
)

// A key may be the beginning of a sequence (g of g/) and mean something by
// itself as well. It waits a moment for the next key and then acts.

// sequenceTime is how long a key waits: noticed by no one who meant the key
// alone, long enough for two fingers.
const sequenceTime = 350 * time.Millisecond

// sequence is the key that waits.
type sequence struct {
	first string
	id    int // so that an old timer ends no new sequence
	count int // typed before a key; 0 for none
}

// waited ends the wait of a key.
type waited struct{ id int }

// tables are the keys that mean something now, the screen's first.
func (a *app) tables() [][]screen.Action {
	return [][]screen.Action{a.top().now(), a.actions()}
}

// meaning finds the action of a key or a sequence, nil for none.
func (a *app) meaning(keys string) *screen.Action {
	for _, table := range a.tables() {
		if found := lookup(table, keys); found != nil {
			return found
		}
	}
	return nil
}

// begins tells whether a key is the beginning of a sequence.
func (a *app) begins(key string) bool {
	for _, table := range a.tables() {
		for i := range table {
			for _, k := range table[i].Keys {
				if len(k) == len(key)+1 && len(key) == 1 && k[:1] == key {
					return true
				}
			}
		}
	}
	return false
}

// handleCommand does what a key means, alone or after the one that waits.
func (a *app) handleCommand(key string) tea.Cmd {
	if first := a.sequence.first; first != "" {
		a.sequence.first = ""
		if found := a.meaning(first + key); found != nil {
			return a.act(found)
		}
		alone := a.alone(first)
		return tea.Batch(alone, a.handleCommand(key))
	}
	if a.counts(key) {
		a.sequence.count = min(maxCount, a.sequence.count*10+int(key[0]-'0'))
		return a.status.say(ask.Say{Text: fmt.Sprintf(a.env.Texts.Lists.CountF, strconv.Itoa(a.sequence.count))})
	}
	if found := a.meaning(key); found != nil && len(key) > 1 {
		return a.act(found) // both keys of a sequence came in one piece, or a named key
	}
	if a.begins(key) {
		a.sequence.first = key
		a.sequence.id++
		id := a.sequence.id
		return a.status.after(sequenceTime, func(time.Time) tea.Msg { return waited{id} })
	}
	return a.alone(key)
}

// handleWaited does the key that waited in vain.
func (a *app) handleWaited(m waited) tea.Cmd {
	first := a.sequence.first
	if m.id != a.sequence.id || first == "" {
		return nil
	}
	a.sequence.first = ""
	return a.alone(first)
}

func (a *app) alone(key string) tea.Cmd {
	if found := a.meaning(key); found != nil {
		return a.act(found)
	}
	a.sequence.count = 0
	return a.status.say(ask.Say{Text: fmt.Sprintf(a.env.Texts.Lists.UnknownKeyF, keyName(key, a.env.Lang))})
}

// maxCount is the largest number of times that a key is done.
const maxCount = 9999

// counts tells whether a key is a digit of a count: where it has no meaning
// of its own.
func (a *app) counts(key string) bool {
	return len(key) == 1 && (key[0] >= '1' && key[0] <= '9' || key == "0" && a.sequence.count > 0) && a.meaning(key) == nil
}

// apart cuts keys that arrived in one piece, as they do over a slow line:
// jj is twice j. While a prompt is open they are text and stay together.
func (a *app) apart(k tea.KeyMsg) []tea.KeyMsg {
	if k.Type != tea.KeyRunes || len(k.Runes) < 2 || k.Paste || k.Alt {
		return []tea.KeyMsg{k}
	}
	list := make([]tea.KeyMsg, len(k.Runes))
	for i, c := range k.Runes {
		list[i] = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{c}}
		if c == ' ' {
			list[i].Type = tea.KeySpace
		}
	}
	return list
}
