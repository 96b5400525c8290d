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
	"duidu/ui/lang"
	"duidu/ui/paper"
	"duidu/ui/write"
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
	a.choice(c, &format, "format", compareFormats)
	c.Flags().StringVar(&view, "view", string(compare.ViewFigures), a.texts.FlagView)
	complete(c, "view", viewNames())
	return c
}

// runCompare prints a view of a comparison; JSON without a view has all.
func (a *app) runCompare(ctx context.Context, args []string, view compare.View, format string) error {
	if len(args) != 2 {
		return usageError{fmt.Sprintf(a.texts.NeedTwo, len(args))}
	}
	if err := a.formatOf(&format, compareFormats); err != nil {
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
	return a.printView(w, comparison{c, e.Catalogue(), a.texts, a.ruler()}, view, write.Format(format))
}

var compareFormats = []string{"text", "md", "csv", "json", "docx", "xlsx"}

func viewNames() []string {
	var names []string
	for _, v := range compare.Views() {
		names = append(names, string(v))
	}
	return names
}

// printView prints one view; as text each has a layout of its own.
func (a *app) printView(w io.Writer, c comparison, view compare.View, format write.Format) error {
	n := a.texts.Words
	wide := format == write.FormatCSV || format == write.FormatXLSX
	var table write.Table
	var text string
	switch {
	case view == compare.ViewSections:
		table, text = paper.Themes(c.Comparison, n), c.sections(a.width())
	case view == compare.ViewWording:
		table, text = paper.Wording(c.Comparison, n), c.wording(a.width())
	case wide:
		table = paper.ComparisonLong(c.Comparison, c.catalogue, n)
	default:
		table = paper.Comparison(c.Comparison, c.catalogue, n)
		text = c.title() + a.ruler().table(table)
	}
	if wide {
		table.Notes = nil // every line says where it is from
	}
	if format != write.FormatText {
		one, other := c.Names()
		return a.printTable(w, table, format, one+" ⇄ "+other)
	}
	_, err := io.WriteString(w, text)
	return err
}

// comparison lays the views of a comparison out as text.
type comparison struct {
	*compare.Comparison
	catalogue *model.Catalogue
	texts     *lang.Commands
	ruler     ruler
}

func (c comparison) title() string {
	a, b := c.Names()
	return clean(a+"  ⇄  "+b) + "\n\n"
}

func (c comparison) theme(id string) string {
	if id == "" {
		return c.texts.OtherThemes
	}
	t := c.catalogue.Theme(id)
	return c.texts.Words.Pick(t.Name, t.English)
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
