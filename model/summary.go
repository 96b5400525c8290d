package model

// Summary is what a list of reports shows of one: what it is of and how much
// is in it, without its text and its figures.
type Summary struct {
	Path, Format, Encoding string
	Content                string // as in Report
	Corrected              bool   // as in Report

	Title, Place, City, Province, Kind string
	Year, Term, Session                int // as in Report

	Script     Script
	Characters int // Han characters
	Headings   int // sections with a title
	Figures    int
	Notices    []NoticeCount // in the order in which the kinds first come
}

// NoticeCount is how many notices of a kind a report has.
type NoticeCount struct {
	Kind  NoticeKind
	Count int
}

// Summary sums the report up.
func (r *Report) Summary() Summary {
	s := Summary{
		Path: r.Path, Format: r.Format, Encoding: r.Encoding, Content: r.Content, Corrected: r.Corrected,
		Title: r.Title, Place: r.Place, City: r.City, Province: r.Province, Kind: r.Kind, Year: r.Year, Term: r.Term, Session: r.Session,
		Script: r.Script, Characters: r.Characters, Figures: len(r.Figures),
	}
	r.Walk(func(_ Path, section *Section) {
		if section.Title != "" {
			s.Headings++
		}
	})
	for _, n := range r.Notices {
		s.notice(n.Kind)
	}
	return s
}

func (s *Summary) notice(kind NoticeKind) {
	for i := range s.Notices {
		if s.Notices[i].Kind == kind {
			s.Notices[i].Count++
			return
		}
	}
	s.Notices = append(s.Notices, NoticeCount{kind, 1})
}

// Name is the report's place and year, its path when it states no place.
func (s *Summary) Name() string {
	if s.Place == "" {
		return s.Path
	}
	return named(s.Place, s.Year)
}

// NoticeTotal is how many notices the report has.
func (s *Summary) NoticeTotal() int {
	n := 0
	for _, c := range s.Notices {
		n += c.Count
	}
	return n
}
