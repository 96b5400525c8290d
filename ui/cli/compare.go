package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/cell"
	"duidu/ui/paper"
)

func (a *app) compareCommand() *cobra.Command {
	var view, format string
	c := &cobra.Command{
		Use: "compare A B", Short: a.texts.CompareShort, Example: a.texts.CompareExample,
		RunE: func(c *cobra.Command, args []string) error {
			if !c.Flags().Changed("view") && format == "json" {
				return a.runCompare(c.Context(), args, "", format)
			}
			return a.runCompare(c.Context(), args, compare.View(view), format)
		},
	}
	a.choice(c, &format, "format", tableFormats)
	c.Flags().StringVar(&view, "view", string(compare.ViewFigures), a.texts.FlagView)
	complete(c, "view", viewNames())
	return c
}

// runCompare prints a view of a comparison; JSON without a view has all.
func (a *app) runCompare(ctx context.Context, args []string, view compare.View, format string) error {
	if len(args) != 2 {
		return usageError{fmt.Sprintf(a.texts.NeedTwo, len(args))}
	}
	if err := a.oneOf("--format", format, tableFormats); err != nil {
		return err
	}
	if err := a.oneOf("--view", string(view), viewNames()); err != nil && view != "" {
		return err
	}
	e, err := a.engine()
	if err != nil {
		return err
	}
	one, err := a.one(ctx, e, args[0])
	if err != nil {
		return err
	}
	two, err := a.one(ctx, e, args[1])
	if err != nil {
		return err
	}
	w, err := a.open()
	if err != nil {
		return err
	}
	c := compare.Compare(one, two, e.Catalogue())
	if format == "json" {
		return printLine(w, func() ([]byte, error) {
			if view == "" {
				return c.JSON()
			}
			return c.JSON(view)
		})
	}
	return a.printView(w, comparison{c, e.Catalogue(), a.texts, a.ruler()}, view, format)
}

func viewNames() []string {
	var names []string
	for _, v := range compare.Views() {
		names = append(names, string(v))
	}
	return names
}

// printView prints one view; as text each has a layout of its own.
func (a *app) printView(w io.Writer, c comparison, view compare.View, format string) error {
	words := a.texts.Words
	var table paper.Table
	var text string
	switch view {
	case compare.ViewSections:
		table, text = paper.Themes(c.Comparison, words), c.sections(a.width())
	case compare.ViewWording:
		table, text = paper.Wording(c.Comparison, words), c.wording(a.width())
	default:
		table, text = paper.Comparison(c.Comparison, c.catalogue, words), c.figures()
	}
	if format != "text" {
		return a.printTable(w, table, format)
	}
	_, err := io.WriteString(w, text)
	return err
}

// comparison lays the views of a comparison out as text.
type comparison struct {
	*compare.Comparison
	catalogue *model.Catalogue
	texts     *Texts
	ruler     ruler
}

func (c comparison) title() string {
	a, b := c.Names()
	return clean(a+"  ⇄  "+b) + "\n\n"
}

// figures is a table, with a line for each theme and what other figures of
// an indicator there are counted behind the one compared.
func (c comparison) figures() string {
	w := c.texts.Words
	a, b := c.Names()
	t := paper.Table{Head: []string{w.Indicator, a, b, w.Difference, w.Ratio, w.Note}}
	theme := "\x00"
	for i := range c.Figures {
		r := &c.Figures[i]
		if r.Theme != theme {
			theme = r.Theme
			t.Rows = append(t.Rows, []string{c.theme(theme), "", "", "", "", ""})
		}
		row := []string{"  " + w.Pick(r.Name, r.English), stated(r.A, r.OthersA), stated(r.B, r.OthersB), "", "", ""}
		if r.Difference != nil {
			row[3] = w.Numbers.Difference(*r.Difference)
		}
		if r.Ratio != nil {
			row[4] = w.Numbers.Ratio(*r.Ratio)
		}
		if r.A != nil && r.B != nil {
			row[5] = w.Reasons[r.Reason]
		}
		t.Rows = append(t.Rows, row)
	}
	return c.title() + c.ruler.columns(t, left, right, right, right, right, left)
}

func (c comparison) theme(id string) string {
	if id == "" {
		return c.texts.OtherThemes
	}
	t := c.catalogue.Theme(id)
	return c.texts.Words.Pick(t.Name, t.English)
}

func stated(f *model.Figure, others []*model.Figure) string {
	switch {
	case f == nil:
		return "—"
	case len(others) > 0:
		return fmt.Sprintf("%s +%d", f.Text, len(others))
	}
	return f.Text
}

// sections lists the themes with the headings of both reports. A filled
// circle stands for a report that has the theme.
func (c comparison) sections(width int) string {
	var b strings.Builder
	b.WriteString(c.title())
	nameA, nameB := c.Names()
	for _, t := range c.Themes {
		marks := map[compare.Side]string{compare.Both: "●●", compare.SideA: "●○", compare.SideB: "○●"}[t.Only()]
		fmt.Fprintf(&b, "%s %s", c.theme(t.Theme.ID), marks)
		if t.Only() != compare.Both {
			b.WriteString("  " + c.texts.OnlyHere)
		}
		b.WriteString("\n")
		c.side(&b, nameA, c.A, t.A, width)
		c.side(&b, nameB, c.B, t.B, width)
		b.WriteString("\n")
	}
	return b.String()
}

func (c comparison) side(b *strings.Builder, name string, r *model.Report, s compare.ThemeSide, width int) {
	if len(s.Spans) == 0 {
		return
	}
	fmt.Fprintf(b, "  %s  %s\n", clean(name), percent(s.Characters, r.Characters))
	for _, title := range r.Titles(s.Sections) {
		for i, line := range c.ruler.wrap(title, beside(width, 6), cell.Options{}) {
			b.WriteString([]string{"    · ", "      "}[min(i, 1)] + line + "\n")
		}
	}
}

func percent(part, all int) string {
	if all == 0 {
		return "0%"
	}
	return fmt.Sprintf("%.1f%%", 100*float64(part)/float64(all))
}

// wording lists the passages both reports have, the longest first.
func (c comparison) wording(width int) string {
	var b strings.Builder
	w := c.Wording
	b.WriteString(c.title())
	nameA, nameB := c.Names()
	fmt.Fprintf(&b, c.texts.SharedWording+"\n\n", clean(nameA), percent(w.A.Shared, w.A.Characters),
		clean(nameB), percent(w.B.Shared, w.B.Characters), len(w.Passages))
	for _, p := range w.Passages {
		times := ""
		if p.CountA > 1 || p.CountB > 1 {
			times = fmt.Sprintf("×%d/%d", p.CountA, p.CountB)
		}
		for i, line := range c.ruler.wrap(p.Text, beside(width, 13), cell.Options{}) {
			if i == 0 {
				fmt.Fprintf(&b, "%4d  %s %s\n", p.Characters, c.ruler.pad(times, 6, left), line)
			} else {
				b.WriteString(strings.Repeat(" ", 13) + line + "\n")
			}
		}
	}
	return b.String()
}
