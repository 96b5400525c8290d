package format

import (
	"duidu/model"
	"duidu/parser/script"
)

const (
	NoHint       Hint = iota
	HeadlineHint      // the title of the document
	HeadingHint       // h1 to h6, a heading style, an outline level
	CaptionHint       // figcaption, a caption style, the words under a picture
	ItemHint          // an item of a list
	RowHint           // a row of a table
)

// Source is a file as its format gives it: clean lines in reading order.
type Source struct {
	Format   string
	Encoding string // as found; of DOCX and PDF that of their text
	Lines    []Line
	Notices  []model.Notice
	Jump     jump     // to or from another page of a newspaper
	Page     []string // lines of the page around the article, left out of Lines
}

// Filled cleans the lines that a format gave and takes them over. A line
// whose text has line ends in it becomes several of the same hint.
func (s Source) Filled(raw []Line) Source {
	var removed script.RemovedCounts
	empty := 0
	for _, l := range raw {
		parts := SplitLines(script.CleanInto(&removed, l.Text))
		if len(parts) == 0 {
			empty += 1 + l.Above
			continue
		}
		for i, part := range parts {
			next := l
			next.Text, next.Above = part.Text, part.Above
			if i == 0 {
				next.Above = l.Above + empty
				if n := len(s.Lines); n > 0 {
					s.Lines[n-1].Below = next.Above
				}
			}
			s.Lines = append(s.Lines, next)
		}
		empty = 0
	}
	settleHeadline(s.Lines)
	s.Notices = append(s.Notices, removed.Notices()...)
	return s
}
