package take

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"duidu/model"
)

// Field is what somebody can set right by hand.
type Field string

const (
	FieldPlace     Field = "place"     // of a report: province, city and place, with a blank between
	FieldYear      Field = "year"      // of a report: the year reported on
	FieldMembers   Field = "members"   // of a report: how many members the body has
	FieldLabel     Field = "label"     // of a figure: what it counts
	FieldIndicator Field = "indicator" // of a figure: an id of the catalogue, empty for none
	FieldNone      Field = "none"      // of a figure: it is none at all
)

// Correction sets one thing right that was read wrongly, or adds what the
// text does not say. It goes by the content of the report's file, so that it
// holds wherever the file lies and however it is called.
type Correction struct {
	Content string  `json:"content"` // as in model.Report
	Field   Field   `json:"field"`
	Figure  *Stated `json:"figure,omitempty"` // nil for what is of the report
	Was     string  `json:"was"`              // as it was read
	Value   string  `json:"value"`
}

// Stated is a figure as it stands in its report.
type Stated struct {
	Spot
	Text string `json:"text"`
}

// StatedAt names a figure for a correction.
func StatedAt(f *model.Figure) *Stated { return &Stated{*spotOf(f), f.Text} }

// is tells whether a figure is the one that is named.
func (s *Stated) is(f *model.Figure) bool {
	return f.Text == s.Text && f.Paragraph == s.Paragraph && f.Start == s.Start && f.End == s.End && f.Section.Compare(s.Section) == 0
}

// subject names what a correction is of, without its value.
func (c Correction) subject() string {
	key := c.Content + " " + string(c.Field)
	if c.Figure != nil {
		key += " " + c.Figure.key() + " " + c.Figure.Text
	}
	return key
}

// Key names a correction with its value.
func (c Correction) Key() string { return c.subject() + " " + strconv.Quote(c.Value) }

// Corrections is a list of corrections, the latest last; like a selection it
// is never changed in place. Of two of the same thing the later one holds.
type Corrections []Correction

// With adds a correction in the place of an earlier one of the same thing.
// One that says what was read takes that away and adds nothing.
func (cs Corrections) With(c Correction) Corrections {
	list := slices.DeleteFunc(slices.Clone(cs), func(old Correction) bool { return old.subject() == c.subject() })
	if c.Value != c.Was {
		list = append(list, c)
	}
	return list
}

// WithoutLast takes the latest correction of a content away, or of one figure
// of it; nil means whatever was corrected last. It returns what it took; false
// if there is none.
func (cs Corrections) WithoutLast(content string, figure *Stated) (Corrections, Correction, bool) {
	for i := len(cs) - 1; i >= 0; i-- {
		c := cs[i]
		if c.Content == content && (figure == nil || c.Figure != nil && c.Figure.key() == figure.key()) {
			return slices.Delete(slices.Clone(cs), i, i+1), c, true
		}
	}
	return cs, Correction{}, false
}

// Read is what was read of something before it was set right; now is what
// stands there.
func (cs Corrections) Read(of Correction, now string) string {
	for _, c := range cs {
		if c.subject() == of.subject() {
			return c.Was
		}
	}
	return now
}

// Corrector returns the corrections in order of what they are of. name names
// indicators in notices; nil leaves their ids.
func (cs Corrections) Corrector(name func(id string) string) *Corrector {
	k := &Corrector{by: map[string][]Correction{}, name: name}
	for _, c := range cs {
		k.by[c.Content] = append(k.by[c.Content], c)
	}
	return k
}

// Corrector applies corrections to what was read. It never changes, so that
// any number of goroutines may use it; a nil one has nothing to correct.
type Corrector struct {
	by   map[string][]Correction
	name func(id string) string
}

// Touches tells whether something of a content is to be set right.
func (k *Corrector) Touches(content string) bool {
	return k != nil && content != "" && len(k.by[content]) > 0
}

// Report is the report with its corrections, each told in a notice; the same
// report if there are none.
func (k *Corrector) Report(r *model.Report) *model.Report {
	if r == nil || !k.Touches(r.Content) {
		return r
	}
	made := *r
	made.Corrected = true
	made.Figures, made.Notices = slices.Clone(r.Figures), slices.Clone(r.Notices)
	for _, c := range k.by[r.Content] {
		made.Notices = append(made.Notices, k.correct(&made, c))
	}
	return &made
}

// Notice tells a correction.
func (c Correction) Notice(name func(id string) string) model.Notice {
	was, now := c.Was, c.Value
	if c.Field == FieldIndicator && name != nil {
		was, now = name(was), name(now)
	}
	was, now = cmp.Or(was, "—"), cmp.Or(now, "—")
	n := model.Notice{Kind: model.NoticeCorrection, Reason: "corrected-" + string(c.Field), Args: []string{was, now}, Detail: string(c.Field) + ": " + was + " → " + now}
	if c.Figure != nil {
		n.Section, n.Paragraph = c.Figure.Section, c.Figure.Paragraph
		n.Args, n.Detail = append([]string{c.Figure.Text}, n.Args...), c.Figure.Text+" "+n.Detail
	}
	return n
}

// correct does one correction and returns the notice of it.
func (k *Corrector) correct(r *model.Report, c Correction) model.Notice {
	n := c.Notice(k.name)
	if c.Figure == nil {
		setReport(&r.Place, &r.City, &r.Province, &r.Year, c)
		if c.Field == FieldMembers {
			r.Members, _ = strconv.Atoi(c.Value)
		}
		return n
	}
	i := slices.IndexFunc(r.Figures, func(f model.Figure) bool { return c.Figure.is(&f) })
	if i < 0 {
		n.Reason = "correction-lost"
		return n
	}
	switch f := &r.Figures[i]; c.Field {
	case FieldLabel:
		f.Label, f.Corrected = c.Value, true
	case FieldIndicator:
		was := append([]string{f.Indicator}, f.Also...)
		f.Indicator, f.Also, f.Headline, f.Corrected = c.Value, nil, false, true
		if c.Value != "" && f.Total() && !hasHeadline(r.Figures, c.Value) {
			f.Headline = true
		}
		standIn(r.Figures, was)
	case FieldNone:
		was := append([]string{f.Indicator}, f.Also...)
		r.Figures = without(r.Figures, i)
		standIn(r.Figures, was)
	}
	return n
}

// setReport sets the place or the year of a report or of its summary.
func setReport(place, city, province *string, year *int, c Correction) {
	switch c.Field {
	case FieldPlace:
		names := strings.Fields(c.Value)
		*province, *city, *place = "", "", ""
		if n := len(names); n > 0 {
			*place = names[n-1]
			if n > 1 {
				*province = names[0]
			}
			if n > 2 {
				*city = names[1]
			}
		}
	case FieldYear:
		*year, _ = strconv.Atoi(c.Value)
	}
}

// without is the figures without one, with what refers to others set anew.
// Parts of it are parts of nothing that is stated.
func without(figures []model.Figure, gone int) []model.Figure {
	list := slices.Delete(figures, gone, gone+1)
	for i := range list {
		switch at, ok := list[i].Of.Index(); {
		case ok && at == gone:
			list[i].Of, list[i].Part = 0, true
		case ok && at > gone:
			list[i].Of = model.RefTo(at - 1)
		}
	}
	return list
}

func hasHeadline(figures []model.Figure, id string) bool {
	return slices.ContainsFunc(figures, func(f model.Figure) bool { return f.Headline && f.Indicator == id })
}

// standIn finds what stands for indicators that have lost their headline
// figure: the only other total of the year, if there is but one. Of several
// nobody can say which.
func standIn(figures []model.Figure, ids []string) {
	for _, id := range ids {
		if id == "" || hasHeadline(figures, id) {
			continue
		}
		only := -1
		for i := range figures {
			if f := &figures[i]; f.Indicator != id || !f.Total() || f.Period != nil {
				continue
			}
			if only >= 0 {
				only = -1
				break
			}
			only = i
		}
		if only >= 0 {
			figures[only].Headline = true
		}
	}
}

// Summary is a summary with its corrections.
func (k *Corrector) Summary(s model.Summary) model.Summary {
	if !k.Touches(s.Content) {
		return s
	}
	s.Corrected = true
	s.Notices = slices.Clone(s.Notices)
	list := k.by[s.Content]
	for _, c := range list {
		switch {
		case c.Figure == nil:
			setReport(&s.Place, &s.City, &s.Province, &s.Year, c)
		case c.Field == FieldNone:
			s.Figures--
		}
	}
	s.Notices = append(s.Notices, model.NoticeCount{Kind: model.NoticeCorrection, Count: len(list)})
	return s
}
