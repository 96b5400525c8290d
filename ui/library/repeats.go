package library

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"
)

// unlike leaves out the reports that repeat another one, unless they are to
// be seen. One that is marked is never hidden.
func (l *Library) unlike(files []int) []int {
	r := l.env.Reports
	if l.copies || r.Repeated() == 0 {
		return files
	}
	kept := files[:0]
	for _, n := range files {
		if !r.Repeats(n) || r.IsMarked(n) {
			kept = append(kept, n)
		}
	}
	return kept
}

// toggleCopies lists the repeats, or folds them under the first of each.
func (l *Library) toggleCopies() tea.Cmd {
	l.refresh()
	l.copies = !l.copies
	l.arrange()
	return nil
}

func (l *Library) noCopies() string {
	if l.env.Reports.Repeated() == 0 {
		return l.env.Texts.Library.NoRepeats
	}
	return ""
}

// called is the name of a file in the table, with how many repeat it.
func (l *Library) called(n int, name string) string {
	if l.env.IsOwn(l.env.Reports.Summary(n)) {
		name += l.env.Texts.Library.OwnMark
	}
	if c := l.env.Reports.Copies(n); c > 0 && !l.copies {
		return name + fmt.Sprintf(" +%d", c)
	}
	return name
}
