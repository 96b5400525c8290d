// Package block holds what a reader of office documents hands on: paragraphs and
// table rows in reading order, and a list of what was left out; and makes lines
// and notices of them.
package block

import "strings"

// Text is what was read of a document.
type Text struct {
	Blocks []Block
	Left   []Omission // one for each kind, in the order of their first places
}

// Block is a paragraph, or a row of a table.
type Block struct {
	Text    string // forced line ends as \n, tabulators as \t; empty for an empty paragraph
	Role    Role
	Level   int    // of a heading, from 1; 0 for running text
	Note    int    // number of the note that this belongs to, from 1; 0 for the text
	Centred bool   // set in the middle of its line
	Picture bool   // a picture stands in it
	Table   int    // number of the table this is a row of, from 1; 0 for a paragraph
	Row     []Cell // the cells, if it is a row
}

// Role is what the document's own styles call a paragraph.
type Role int

// The roles that styles give.
const (
	Body    Role = iota
	Title        // of the whole document
	Caption      // of a picture or a table
	Item         // of a list without numbers
)

// Cell is a cell of a table's row.
type Cell struct {
	Blocks  []Block // paragraphs, and rows of tables inside it
	Columns int     // how many columns of its table it covers; at least 1
	Below   bool    // it goes on from the cell above, which holds its text
}

// Text returns the words of a cell: paragraphs on lines of their own, cells
// of a row inside it parted by blanks.
func (c Cell) Text() string {
	var lines []string
	for _, b := range c.Blocks {
		if t := b.Words(); t != "" {
			lines = append(lines, t)
		}
	}
	return strings.Join(lines, "\n")
}

// Words returns the text of a paragraph, or the cells of a row parted by
// blanks.
func (b Block) Words() string {
	if b.Row == nil {
		return strings.TrimSpace(b.Text)
	}
	var cells []string
	for _, c := range b.Row {
		if t := c.Text(); t != "" {
			cells = append(cells, t)
		}
	}
	return strings.Join(cells, " ")
}

// Left is a kind of thing that a reader leaves out.
type Left string

// What readers leave out. Each is counted in the unit that its line names.
const (
	Header    Left = "header"     // running heads and feet: those with words
	Comment   Left = "comment"    // comments: how many
	Deleted   Left = "deleted"    // text that a tracked change deletes: characters
	Hidden    Left = "hidden"     // text set to be hidden: characters
	Contents  Left = "contents"   // the table of contents: paragraphs
	Picture   Left = "picture"    // pictures and drawings: how many
	Object    Left = "object"     // embedded objects, such as sheets: how many
	Symbol    Left = "symbol"     // signs of a symbol font without a character: how many
	Watermark Left = "watermark"  // slanted text: characters
	Mark      Left = "mark"       // marks laid over pages, such as stamps: how many
	PageImage Left = "page-image" // pages that are a picture: how many, and which
	Nested    Left = "nested"     // groups beyond the depth that is read: how many
	Damage    Left = "damage"     // parts that could not be read: how many
	Beyond    Left = "beyond"     // what lies beyond a bound: how many pieces, pages or characters
	Unnamed   Left = "unnamed"    // characters whose font has no text for them: how many
)

// Omission says what was left out, how much of it, and where it first stood.
type Omission struct {
	Kind  Left
	Count int // at least 1; the constant of Kind names the unit
	// At is the place of the first: the index of the block it would stand
	// before, or, in a document of pages, the number of its page from 1.
	// -1 if it has no place in the text.
	At int
	// Pages lists the pages from 1, where Kind is PageImage.
	Pages []int
}

// Leave notes that n of a kind were left out at a place.
func (t *Text) Leave(kind Left, n, at int) { t.Left = Leave(t.Left, kind, n, at) }

// Leave adds n of a kind to a list of omissions and returns the list.
func Leave(left []Omission, kind Left, n, at int) []Omission {
	if n <= 0 {
		return left
	}
	for i := range left {
		if left[i].Kind == kind {
			left[i].Count += n
			return left
		}
	}
	return append(left, Omission{Kind: kind, Count: n, At: at})
}

// Empty tells that no block has a word in it.
func (t *Text) Empty() bool {
	for _, b := range t.Blocks {
		if b.Words() != "" {
			return false
		}
	}
	return true
}
