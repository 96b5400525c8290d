package correct

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"duidu/model"
	"duidu/model/take"
	"duidu/ui/cell"
	"duidu/ui/screen"
)

// form is what the line asks for: names with values, as in 年度=2023.
type form struct {
	env    *screen.Env
	fields []field
}

// field is a name with its value and how a value is read.
type field struct {
	name string
	now  string // as it is shown
	take.Correction
	read func(typed string) (value, wrong string)
}

// formOf lists what can be set right of a report or of a figure.
func formOf(env *screen.Env, r *model.Report, f *model.Figure) form {
	t, x := &env.Texts.Correct, form{env: env}
	add := func(name, now, value string, of take.Field, read func(string) (string, string)) {
		c := take.Correction{Content: r.Content, Field: of}
		if f != nil {
			c.Figure = take.StatedAt(f)
		}
		c.Was = env.Corrections().Read(c, value)
		c.Value = value
		x.fields = append(x.fields, field{name, cell.Plain(now), c, read})
	}
	if f == nil {
		place := strings.Fields(r.Province + " " + r.City + " " + r.Place)
		add(t.Place, strings.Join(slices.Compact(slices.Clone(place)), " "), strings.Join(place, " "), take.FieldPlace, x.place)
		add(t.Year, number(r.Year), number(r.Year), take.FieldYear, x.year)
		add(t.Members, number(r.Members), number(r.Members), take.FieldMembers, x.members)
		return x
	}
	add(t.Label, f.Label, f.Label, take.FieldLabel, func(typed string) (string, string) { return typed, "" })
	add(t.Indicator, env.IndicatorName(f.Indicator), f.Indicator, take.FieldIndicator, x.indicator)
	add(t.IsFigure, t.Yes, "", take.FieldNone, x.figure)
	return x
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (x form) label() string {
	if x.fields[0].Figure != nil {
		return fmt.Sprintf(x.env.Texts.Correct.FigureLabelF, cell.Plain(x.fields[0].Figure.Text))
	}
	return x.env.Texts.Correct.ReportLabel
}

// text is the line as it opens.
func (x form) text() string {
	var parts []string
	for _, f := range x.fields {
		parts = append(parts, f.name+"="+f.now)
	}
	return strings.Join(parts, " ")
}

// read takes the line apart. What was left as it stood is no correction.
func (x form) read(line string) (list []take.Correction, wrong string) {
	line = strings.ReplaceAll(line, "＝", "=")
	type found struct{ field, at, from int }
	var places []found
	for i, f := range x.fields {
		if at := strings.Index(" "+line, " "+f.name+"="); at >= 0 {
			places = append(places, found{i, at, at + len(f.name) + 1})
		}
	}
	slices.SortFunc(places, func(a, b found) int { return cmp.Compare(a.at, b.at) })
	if len(places) == 0 || strings.TrimSpace(line[:places[0].at]) != "" {
		return nil, fmt.Sprintf(x.env.Texts.Correct.WantF, x.names())
	}
	for k, p := range places {
		end := len(line)
		if k+1 < len(places) {
			end = places[k+1].at
		}
		f, typed := x.fields[p.field], strings.TrimSpace(line[p.from:end])
		if typed == f.now {
			continue
		}
		value, wrong := f.read(typed)
		if wrong != "" {
			return nil, wrong
		}
		if value != f.Value {
			c := f.Correction
			c.Value = value
			list = append(list, c)
		}
	}
	return list, ""
}

func (x form) names() string {
	var names []string
	for _, f := range x.fields {
		names = append(names, f.name+"=")
	}
	return strings.Join(names, " ")
}

// How values are read.

// place takes a name with or without what it belongs to. The table of places
// adds that, where it knows but one of the name.
func (x form) place(typed string) (string, string) {
	if typed == "" {
		return x.fields[0].Was, ""
	}
	if x.env.Locate == nil {
		return typed, ""
	}
	switch names := x.env.Locate(typed); {
	case len(names) > 1:
		return "", fmt.Sprintf(x.env.Texts.Correct.WhichPlaceF, len(names), cell.Plain(typed))
	case len(names) == 1:
		return names[0], ""
	}
	return typed, "" // one that the table does not have, such as a new district
}

const firstYear, lastYear = 1949, 2100

func (x form) year(typed string) (string, string) {
	if typed == "" {
		return x.fields[1].Was, ""
	}
	if n, err := strconv.Atoi(typed); err != nil || n < firstYear || n > lastYear {
		return "", fmt.Sprintf(x.env.Texts.Correct.BadYearF, cell.Plain(typed))
	}
	return typed, ""
}

func (x form) members(typed string) (string, string) {
	if typed == "" {
		return "", ""
	}
	if n, err := strconv.Atoi(typed); err != nil || n <= 0 {
		return "", fmt.Sprintf(x.env.Texts.Correct.BadMembersF, cell.Plain(typed))
	}
	return typed, ""
}

// indicator takes a name or an id, or so much of a name that one has it.
func (x form) indicator(typed string) (string, string) {
	if typed == "" {
		return "", ""
	}
	var like []model.Indicator
	for _, in := range x.env.Catalogue.Indicators {
		switch {
		case typed == in.Name || typed == in.ID || strings.EqualFold(typed, in.English):
			return in.ID, ""
		case strings.Contains(in.Name, typed) || strings.Contains(strings.ToLower(in.English), strings.ToLower(typed)):
			like = append(like, in)
		}
	}
	switch len(like) {
	case 0:
		return "", fmt.Sprintf(x.env.Texts.Correct.NoIndicatorF, cell.Plain(typed))
	case 1:
		return like[0].ID, ""
	}
	var names []string
	for _, in := range like[:min(len(like), 4)] {
		names = append(names, x.env.Words.Pick(in.Name, in.English))
	}
	return "", fmt.Sprintf(x.env.Texts.Correct.WhichF, strings.Join(names, x.env.Texts.Words.Between))
}

// figure takes yes or no.
func (x form) figure(typed string) (string, string) {
	t := &x.env.Texts.Correct
	switch strings.ToLower(typed) {
	case t.Yes, "yes", "y":
		return "", ""
	case t.No, "no", "n":
		return string(take.FieldNone), ""
	}
	return "", fmt.Sprintf(t.YesOrNoF, t.Yes, t.No)
}

// Told words a correction: what, of which figure, from what to what.
func Told(env *screen.Env, c take.Correction) string {
	return cell.Plain(env.Texts.Words.Told(c.Notice(env.IndicatorName)))
}
