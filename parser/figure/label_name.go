package figure

import (
	"cmp"
	"slices"
	"strings"

	"duidu/parser/catalogue"
	"duidu/parser/text"
)

// name completes a label that leaves out what is counted: a part has the noun
// of its whole (其中乡镇24家 of 委员工作室), a bare verb that of the figure before it
// (收到提案86件，立案80件), a share the label of what has it.
func (t *tree) name(k int) {
	n := &t.nodes[k]
	f := n.figure
	n.noun = cmp.Or(n.noun, n.hint.naming.noun)
	switch {
	case n.hint.naming.share && k > 0 && t.nodes[k-1].passage == n.passage:
		t.nameShares(k)
		return
	case f.Unit == "%" && n.noun == "" && n.hint.growth && k > 0 && t.nodes[k-1].hint.sentence == n.hint.sentence && t.nodes[k-1].passage == n.passage && t.reader.label.grows(f.Label):
		if w := t.back(k, 3, func(w int) bool {
			m := &t.nodes[w]
			return m.noun != "" && !strings.HasPrefix(m.noun, "比") && !strings.HasPrefix(m.noun, "较") && m.passage == n.passage && (!m.hint.growth || m.hint.sentence == n.hint.sentence)
		}); w >= 0 {
			f.Label = t.nodes[w].noun + f.Label // 收到345件，增长9%
		}
		return
	case f.Unit == "%" || n.noun != "" && n.hint.naming.behind:
		return
	}
	if k > 0 && t.nodes[k-1].passage == n.passage && f.Start == t.nodes[k-1].figure.End {
		n.noun = t.nodes[k-1].noun // 42批380人次: two counts of one thing
		if f.Label == "" {
			f.Label = t.nodes[k-1].figure.Label
			f.Indicator = cmp.Or(f.Indicator, t.reader.catalogue.IndicatorOf(catalogue.Vicinity{Text: f.Label + catalogue.FigureMark, Clause: f.Label, Unit: f.Unit, Label: f.Label}))
		}
		return
	}
	if in, ok := t.reader.catalogue.Indicator(f.Indicator); ok && n.noun == "" && f.Label != "" && endsInNameOf(f.Label, in.Name) && text.Runes(in.Name[min(len(f.Label), len(in.Name)):]) <= longestRest {
		n.noun = t.reader.label.label(&around{before: in.Name, labels: new(text.Joiner)}).noun
		f.Label = t.yearOf(k) + in.Name
		return
	}
	w, part := t.of[k]
	switch {
	case part:
	case t.hasShare(k): // 经济类62件，占18%
		w = t.back(k, nearWhole, func(w int) bool {
			m := &t.nodes[w]
			return alikeUnits(m.figure.Unit, f.Unit) && !m.out && !m.figure.Part && m.noun != "" && !t.hasShare(w)
		})
	default:
		if n.noun != "" || f.Label != "" && (t.reader.measures(f.Unit) || slices.Contains(t.reader.label.often, f.Unit)) {
			return
		}
		w = t.back(k, 6, func(w int) bool {
			m := &t.nodes[w]
			return !m.figure.Each && (m.passage == n.passage || m.figure.Indicator != "" && n.hint.naming.verb) && alikeUnits(m.figure.Unit, f.Unit) && !m.out && !m.figure.Part && m.noun != ""
		})
	}
	if w < 0 || !alikeUnits(t.nodes[w].figure.Unit, f.Unit) {
		return
	}
	noun := t.nounOf(w)
	if i := text.LastIndex(noun, "的"); i > 0 && i+len("的") < len(noun) && n.noun == "" && f.Label != "" {
		noun = noun[i+len("的"):] // 正在落实的12件 of 落实的提案82件
	}
	if rest, ok := strings.CutPrefix(noun, f.Label); ok && n.noun == "" && f.Label != "" && rest != "" {
		noun = rest // 已整改41条 of 整改意见43条
	}
	if n.noun == "" {
		f.Label = t.yearOf(k) + f.Label
	}
	if people(f.Unit) && t.namesPeople(f.Label) {
		return // 其中常委38名
	}
	if text.Runes(f.Label) <= completeLabel && text.Runes(noun) <= longestNoun && !text.Has(f.Label, text.LastRunes(noun, 2)) && (text.Runes(f.Label) < wholeName || !text.Has(noun, text.LastRunes(f.Label, 2))) && (n.noun == "" || !strings.HasSuffix(n.noun, text.LastRune(noun)) && !text.Has(noun, n.noun)) {
		f.Label += noun
		n.noun = noun
	}
}

// wholeName is how many characters a part's own name has at least where it may do without
// that of its whole: 专题协商3次 of 协商座谈会16次.
const wholeName = 4

// namesPeople tells a label that is a word for people and nothing else.
func (t *tree) namesPeople(label string) bool {
	n, j := t.reader.label.words.At(label)
	return n > 0 && n == len(label) && j&actorWord != 0
}

// endsInNameOf tells a label that the indicator's name begins with, whoever did it: 收到 and
// 大会收到 of 收到提案.
func endsInNameOf(label, name string) bool {
	return strings.HasPrefix(name, label) || text.Runes(label) == 4 && strings.HasPrefix(label, "大会") && strings.HasPrefix(name, text.LastRunes(label, 2))
}

// nounOf is what figure w counts, or the one that it is a stage of.
func (t *tree) nounOf(w int) string {
	n := &t.nodes[w]
	if n.noun == "" {
		if w = t.back(w, nearWhole, func(w int) bool {
			m := &t.nodes[w]
			return m.noun != "" && !m.figure.Each && (m.passage == n.passage || m.figure.Indicator != "") && alikeUnits(m.figure.Unit, n.figure.Unit)
		}); w >= 0 {
			return t.nodes[w].noun
		}
	}
	return n.noun
}

// hasShare tells a figure of which the next says what share it is.
func (t *tree) hasShare(k int) bool {
	return k+1 < len(t.nodes) && t.nodes[k+1].hint.naming.share && t.nodes[k+1].passage == t.nodes[k].passage
}

// yearOf is the year that the figure's own words tell it from others by:
// 其中2023年18篇.
func (t *tree) yearOf(k int) string {
	if !t.nodes[k].hint.saysYear || t.nodes[k].passage.Setting.Review < shortestReview {
		return ""
	}
	s := t.since(k)
	i := text.LastIndex(s, "年")
	if i < 4 || dateAt(s[i-4:i+len("年")]) == 0 {
		return ""
	}
	return s[i-4 : i+len("年")]
}

// nameShares names a share, and those beside it, after the counts before it
// that have them: 分别占19%和18%.
func (t *tree) nameShares(k int) {
	n := &t.nodes[k]
	end := k + 1
	for text.Has(t.since(k), "分别") && end < len(t.nodes) && t.nodes[end].passage == n.passage && t.nodes[end].figure.Unit == "%" && joins(t.since(end)) {
		end++
	}
	if k < end-k || t.nodes[2*k-end].passage != n.passage {
		end = k + 1
	}
	for i := k; i < end; i++ {
		of := &t.nodes[2*k-end+i-k]
		t.nodes[i].figure.Label = strings.TrimSuffix(of.figure.Label, shareWord) + shareWord
		t.nodes[i].noun = of.noun
	}
}

// shareWord ends the label of a share.
const shareWord = "占比"

// longestRest is how many characters of its indicator's name a label may leave out.
const longestRest = 3

// Labels longer than these, in characters, are complete, or say more than
// the name of what is counted.
const (
	completeLabel = 14
	longestNoun   = 8
)
