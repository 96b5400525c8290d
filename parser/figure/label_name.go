package figure

import (
	"strings"
	"unicode/utf8"

	"duidu/parser/text"
)

// name completes a label that leaves out what is counted: a part has the noun
// of its whole (其中乡镇24家 of 委员工作室), a bare verb that of the figure before it
// (收到提案86件，立案80件), a share the label of what has it.
func (t *tree) name(k int) {
	n := &t.nodes[k]
	f := n.figure
	n.noun = n.hint.naming.noun
	if n.hint.naming.share && k > 0 && t.nodes[k-1].passage == n.passage {
		f.Label, n.noun = strings.TrimSuffix(t.nodes[k-1].figure.Label, shareWord)+shareWord, t.nodes[k-1].noun
		return
	}
	if f.Unit == "%" || n.noun != "" && n.hint.naming.behind {
		return
	}
	if in, ok := t.reader.catalogue.Indicator(f.Indicator); ok && n.noun == "" && f.Label != "" && strings.HasPrefix(in.Name, f.Label) {
		n.noun = strings.TrimPrefix(in.Name, f.Label)
		f.Label = in.Name
		return
	}
	w, part := t.of[k]
	if !part {
		if n.noun != "" {
			return
		}
		w = t.back(k, 6, func(w int) bool {
			m := &t.nodes[w]
			return m.passage == n.passage && alikeUnits(m.figure.Unit, f.Unit) && !m.out && !m.figure.Part && m.noun != ""
		})
	}
	if w < 0 || !alikeUnits(t.nodes[w].figure.Unit, f.Unit) {
		return
	}
	noun := t.nodes[w].noun
	if utf8.RuneCountInString(f.Label) <= completeLabel && utf8.RuneCountInString(noun) <= longestNoun && !strings.Contains(f.Label, text.LastRunes(noun, 2)) {
		f.Label += noun
		n.noun = noun
	}
}

// shareWord ends the label of a share.
const shareWord = "占比"

// Labels longer than these, in characters, are complete, or say more than
// the name of what is counted.
const (
	completeLabel = 14
	longestNoun   = 8
)
