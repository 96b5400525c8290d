// Package pane is the scrolling document pane: it lays out blocks of text,
// draws the rows that are visible, and keeps its place as an anchor in the
// text. Left and right of a comparison are two values of this one type.
// Search, the prompt and the guard of background work are here as well,
// since every screen with a text needs them.
package pane

import (
	"strings"
	"unicode/utf8"

	"duidu/model"
	"duidu/ui/cell"
	"duidu/ui/theme"
)

// Kind says how a block is set.
type Kind int

const (
	Body     Kind = iota // indented by two characters
	Part                 // a heading of a main part
	Heading              // a heading below it
	Headline             // the title, centred
	Aside                // slogan, subtitle, byline: centred and faint
)

// Block is one piece of text. Its index is the Block of an anchor.
type Block struct {
	Text string
	Kind Kind
	// Lead is the length in bytes of a heading that opens a paragraph and
	// is emphasised in place.
	Lead int
	// Other is the same text in another form, such as its source's: what
	// differs from it is marked. Empty for none.
	Other string
}

// Mark is a stretch of a block in an ink of its own; offsets are bytes.
type Mark struct {
	Block, Start, End int
	Ink               cell.Ink
}

// Content is what a pane shows. Figures are in reading order; Figures[i]
// is the i-th figure of the report.
type Content struct {
	Blocks  []Block
	Figures []Mark
	// Both shows the other form of a block below it.
	Both bool
}

// Report is the content of a report, its figures in their themes' colours.
func Report(r *model.Report, styles *theme.Styles, catalogue *model.Catalogue) Content {
	c := Content{Blocks: make([]Block, 0, len(r.Blocks()))}
	for _, b := range r.Blocks() {
		c.Blocks = append(c.Blocks, blockOf(r, b))
	}
	topics := topicIndex(catalogue)
	c.Figures = make([]Mark, len(r.Figures))
	for i, f := range r.Figures {
		at, ok := r.Locate(f.Section, f.Paragraph, f.Start)
		if !ok {
			c.Figures[i] = Mark{Block: -1}
			continue
		}
		topic, known := topics[f.Theme]
		if !known {
			topic = -1
		}
		c.Figures[i] = Mark{Block: at.Block, Start: f.Start, End: f.End, Ink: styles.Figure + styles.Topic(topic)}
	}
	return c
}

// Original is the same report as its source spelt it. It has the same
// blocks, so that a place can be kept, and no figures: their offsets are
// those of the simplified text.
func Original(r *model.Report) Content {
	var c Content
	for _, b := range r.Blocks() {
		block := blockOf(r, b)
		if o := originalOf(r, b); o != "" {
			block.Text, block.Other = o, block.Text
			if !b.Heading {
				block.Lead = 0
			}
		}
		c.Blocks = append(c.Blocks, block)
	}
	return c
}

// Both is a report with the source's spelling below what was changed.
func Both(r *model.Report, styles *theme.Styles, catalogue *model.Catalogue) Content {
	c := Report(r, styles, catalogue)
	c.Both = true
	for i, b := range r.Blocks() {
		c.Blocks[i].Other = originalOf(r, b)
	}
	return c
}

// originalOf is a block as its source spelt it, empty if the same.
func originalOf(r *model.Report, b model.Block) string {
	s := r.Section(b.Section)
	if b.Heading {
		return s.Original
	}
	return s.Paragraphs[b.Paragraph].Original
}

// HasOriginal tells whether the source spelt anything differently.
func HasOriginal(r *model.Report) bool {
	found := false
	r.Walk(func(_ model.Path, s *model.Section) {
		found = found || s.Original != ""
		for i := range s.Paragraphs {
			found = found || s.Paragraphs[i].Original != ""
		}
	})
	return found
}

func blockOf(r *model.Report, b model.Block) Block {
	s := r.Section(b.Section)
	if b.Heading {
		if s.Level <= 1 {
			return Block{Text: b.Text, Kind: Part}
		}
		return Block{Text: b.Text, Kind: Heading}
	}
	block := Block{Text: b.Text}
	switch s.Paragraphs[b.Paragraph].Role {
	case model.Headline:
		block.Kind = Headline
	case model.Slogan, model.Subtitle, model.Byline:
		block.Kind = Aside
	}
	if s.RunIn && b.Paragraph == 0 {
		if i := strings.Index(b.Text, s.Title); i >= 0 {
			block.Lead = i + len(s.Title)
		}
	}
	return block
}

func topicIndex(c *model.Catalogue) map[string]int {
	m := make(map[string]int, len(c.Themes))
	for i, t := range c.Themes {
		m[t.ID] = i
	}
	return m
}

// Between is the text from one anchor to another, a line a block.
func (c Content) Between(from, to model.Anchor) string {
	var lines []string
	for i := from.Block; i <= to.Block && i < len(c.Blocks); i++ {
		text := c.Blocks[i].Text
		start, end := 0, len(text)
		if i == to.Block {
			end = min(max(0, to.Offset), end)
		}
		if i == from.Block {
			start = min(max(0, from.Offset), end)
		}
		lines = append(lines, text[start:end])
	}
	return strings.Join(lines, "\n")
}

// SentenceAt returns the bytes of the sentence around an offset.
func SentenceAt(text string, offset int) (start, end int) {
	offset = min(max(offset, 0), len(text))
	if i := strings.LastIndexFunc(text[:offset], endsSentence); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[i:])
		start = i + n
	}
	for _, mark := range closing {
		if strings.HasPrefix(text[start:offset], mark) {
			start += len(mark)
		}
	}
	return start, SentenceEnd(text, offset)
}

// closing are marks that belong to the sentence before them.
var closing = []string{"”", "’", "）", "》"}

// SentenceEnd returns the byte behind the sentence that byte offset lies in.
func SentenceEnd(text string, offset int) int {
	end := len(text)
	if i := strings.IndexFunc(text[offset:], endsSentence); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[offset+i:])
		end = offset + i + n
	}
	for _, mark := range closing {
		if strings.HasPrefix(text[end:], mark) {
			end += len(mark)
		}
	}
	return end
}

func endsSentence(r rune) bool {
	switch r {
	case '。', '！', '？', '!', '?', '\n':
		return true
	}
	return false
}
