package screen

import (
	"slices"

	"duidu/model"
)

// Entry is a file of the library: a report, or why there is none. Its
// number, the index in the list, stays the same while the program runs.
type Entry struct {
	Path   string
	Report *model.Report // nil if it could not be read
	Err    error
}

// Reports is the list of all files, in the order they arrived.
type Reports struct {
	List    []Entry
	Loading bool
	Samples bool // the built-in ones
	// Version counts the changes, so that a screen knows when what it
	// derived from the list is out of date.
	Version int

	Places, Figures, Failed int

	marked []int
	places map[string]bool
}

// Add appends a file and counts it.
func (r *Reports) Add(e Entry) {
	r.List = append(r.List, e)
	r.Version++
	if e.Report == nil {
		r.Failed++
		return
	}
	r.Figures += len(e.Report.Figures)
	if r.places == nil {
		r.places = make(map[string]bool)
	}
	key := e.Report.Province + e.Report.City + e.Report.Place
	if !r.places[key] {
		r.places[key] = true
		r.Places++
	}
}

// Report returns the report of a number, nil if it has none.
func (r *Reports) Report(n int) *model.Report {
	if n < 0 || n >= len(r.List) {
		return nil
	}
	return r.List[n].Report
}

// Find returns the number of the file at a path, -1 if there is none.
func (r *Reports) Find(path string) int {
	return slices.IndexFunc(r.List, func(e Entry) bool { return e.Path == path })
}

// Read is the number of files that became reports.
func (r *Reports) Read() int { return len(r.List) - r.Failed }

// Marked lists the marked reports in the order they were marked.
func (r *Reports) Marked() []int { return r.marked }

// IsMarked tells whether a report is marked.
func (r *Reports) IsMarked(n int) bool { return slices.Contains(r.marked, n) }

// Toggle marks a report or unmarks it; what is no report can't be marked.
func (r *Reports) Toggle(n int) {
	if r.Report(n) == nil {
		return
	}
	if i := slices.Index(r.marked, n); i >= 0 {
		r.marked = slices.Delete(slices.Clone(r.marked), i, i+1)
		return
	}
	r.marked = append(slices.Clone(r.marked), n)
}

// Weighty tells the kinds of notice that a reader must know of before
// relying on a report: something is missing, doubled or doubtful. The
// others are receipts of repairs.
func Weighty(k model.NoticeKind) bool {
	switch k {
	case model.NoticeGap, model.NoticeArithmetic, model.NoticeEncoding, model.NoticeBlank, model.NoticeDuplicate:
		return true
	}
	return false
}
