package screen

import (
	"context"
	"slices"

	"duidu/model"
	"duidu/model/take"
)

// Entry is a file of the library: a report, or why there is none. Its
// number, the index in the list, stays the same while the program runs.
type Entry struct {
	Path    string
	Summary *model.Summary // nil if it could not be read
	Report  *model.Report  // nil if it is opened when it is asked for
	Source  Source         // opens it then
	Err     error
	Gone    bool // the file is there no more; its number stays
	// Beginning tells that Report is but the first stretch of a file that is
	// still being read.
	Beginning bool

	read asRead
}

// Reports is the list of all files, in the order they arrived.
type Reports struct {
	List    []Entry
	Loading bool
	// Progress is how far the loading has come.
	Progress model.Progress
	ticks    int  // how often that was told
	Samples  bool // the built-in ones
	// Version counts the changes, so that a screen knows when what it
	// derived from the list is out of date.
	Version int

	Places, Figures, Failed, Gone int

	marked   []int
	isMarked map[int]bool
	marks    int            // counts the changes of marked
	places   map[string]int // reports of each
	paths    map[string]int // numbers; made when first asked for

	corrector *take.Corrector // nil for none
	opened    opened

	repeats map[int]int // the report that one is the same text as
	copies  map[int]int // how many repeat one
}

// SetRepeats notes which reports are the same text as another one.
func (r *Reports) SetRepeats(repeats map[int]int) {
	if len(repeats) == 0 && len(r.repeats) == 0 {
		return
	}
	r.repeats, r.copies = repeats, make(map[int]int)
	for _, n := range repeats {
		r.copies[n]++
	}
	r.Version++
}

// Repeats tells whether a report is the same text as one before it.
func (r *Reports) Repeats(n int) bool {
	_, ok := r.repeats[n]
	return ok
}

// Copies is how many reports are the same text as this one.
func (r *Reports) Copies(n int) int { return r.copies[n] }

// Repeated is how many reports repeat another one.
func (r *Reports) Repeated() int { return len(r.repeats) }

// SetProgress notes how far the loading has come.
func (r *Reports) SetProgress(p model.Progress) {
	if p.Files == 0 { // nobody counts but the list
		p.Files = len(r.List)
	}
	r.Progress = p
	r.ticks++
}

// Ticks counts the steps of the loading, for a sign that turns.
func (r *Reports) Ticks() int { return r.ticks }

// Add appends a file and counts it.
func (r *Reports) Add(e Entry) {
	e.sumUp()
	e.correct(r.corrector)
	r.List = append(r.List, e)
	r.Version++
	if r.paths != nil {
		r.paths[e.Path] = len(r.List) - 1
	}
	r.count(&e, 1)
}

// Put replaces the file of the same path, which keeps its number, or
// appends one that is new.
func (r *Reports) Put(e Entry) {
	n := r.Find(e.Path)
	if n < 0 {
		r.Add(e)
		return
	}
	e.sumUp()
	e.correct(r.corrector)
	r.opened.forget()
	r.count(&r.List[n], -1)
	r.List[n] = e
	r.count(&e, 1)
	r.Version++
	if !e.Read() && r.IsMarked(n) {
		r.unmark(n)
	}
}

// Remove takes out a file that is there no more.
func (r *Reports) Remove(path string) {
	if n := r.Find(path); n >= 0 && !r.List[n].Gone {
		r.Put(Entry{Path: path, Gone: true})
	}
}

// count adds a file to the totals, or with -1 takes it out.
func (r *Reports) count(e *Entry, by int) {
	switch {
	case e.Gone:
		r.Gone += by
		return
	case !e.Read():
		r.Failed += by
		return
	}
	r.Figures += by * e.Summary.Figures
	if r.places == nil {
		r.places = make(map[string]int)
	}
	key := e.Summary.Province + e.Summary.City + e.Summary.Place
	if r.places[key] += by; r.places[key] == 0 {
		delete(r.places, key)
	}
	r.Places = len(r.places)
}

// Renew empties the list for other files. The versions go on, so that what
// was derived from the old list is out of date.
func (r *Reports) Renew() {
	*r = Reports{Version: r.Version + 1, marks: r.marks + 1, corrector: r.corrector}
}

// sumUp makes the summary of a report that comes without one.
func (e *Entry) sumUp() {
	if e.Summary == nil && e.Report != nil {
		s := e.Report.Summary()
		e.Summary = &s
	}
}

// Summary returns what is shown of a report in lists, nil if there is none.
func (r *Reports) Summary(n int) *model.Summary {
	if n < 0 || n >= len(r.List) {
		return nil
	}
	return r.List[n].Summary
}

// Report returns the report of a number, nil if it has none. It is opened if
// it is not in memory, so lists ask for the summary instead.
func (r *Reports) Report(n int) *model.Report {
	if n < 0 || n >= len(r.List) {
		return nil
	}
	e := &r.List[n]
	if e.Report != nil || e.Source == nil {
		return e.Report
	}
	report := r.opened.reports[n]
	if report == nil {
		if report = e.Open(context.Background()); report != nil {
			r.opened.put(n, report)
		}
	}
	return report
}

// IsBeginning tells that a report is the beginning of one that is still being read.
func (r *Reports) IsBeginning(n int) bool { return n >= 0 && n < len(r.List) && r.List[n].Beginning }

// Find returns the number of the file at a path, -1 if there is none.
func (r *Reports) Find(path string) int {
	if r.paths == nil {
		r.paths = make(map[string]int, len(r.List))
		for n := len(r.List) - 1; n >= 0; n-- {
			r.paths[r.List[n].Path] = n
		}
	}
	if n, ok := r.paths[path]; ok {
		return n
	}
	return -1
}

// Read is the number of files that became reports.
func (r *Reports) Read() int { return len(r.List) - r.Failed - r.Gone }

// Marked lists the marked reports in the order they were marked.
func (r *Reports) Marked() []int { return r.marked }

// MarksVersion grows with every change of the marks.
func (r *Reports) MarksVersion() int { return r.marks }

// IsMarked tells whether a report is marked.
func (r *Reports) IsMarked(n int) bool { return r.isMarked[n] }

// Toggle marks a report or unmarks it; what is no report can't be marked.
func (r *Reports) Toggle(n int) {
	if r.Summary(n) == nil {
		return
	}
	if r.IsMarked(n) {
		r.unmark(n)
		return
	}
	r.Mark(n)
}

// Mark marks reports that are not marked yet, behind those that are.
func (r *Reports) Mark(numbers ...int) {
	r.marks++
	r.marked = slices.Clone(r.marked)
	if r.isMarked == nil {
		r.isMarked = make(map[int]bool)
	}
	for _, n := range numbers {
		if r.Report(n) != nil && !r.isMarked[n] {
			r.marked = append(r.marked, n)
			r.isMarked[n] = true
		}
	}
}

// UnmarkAll takes every mark off.
func (r *Reports) UnmarkAll() {
	r.marks++
	r.marked, r.isMarked = nil, nil
}

func (r *Reports) unmark(n int) {
	r.marks++
	delete(r.isMarked, n)
	i := slices.Index(r.marked, n)
	r.marked = slices.Delete(slices.Clone(r.marked), i, i+1)
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
