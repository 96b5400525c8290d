package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/take"
	"duidu/ui/paper"
	"duidu/ui/write"
)

type figuresFlags struct {
	format              string
	long, matrix, lines bool
	years               []int
	places, indicators  []string
}

func (a *app) figuresCommand() *cobra.Command {
	var f figuresFlags
	c := &cobra.Command{
		Use: "figures PATH...", Short: a.texts.FiguresShort, Example: a.texts.FiguresExample,
		RunE: func(c *cobra.Command, args []string) error {
			if f.lines {
				if c.Flags().Changed("format") && f.format != "json" {
					return usageError{fmt.Sprintf(a.texts.LinesIsJSON, f.format)}
				}
				return a.runLines(c.Context(), args)
			}
			return a.runFigures(c.Context(), args, f)
		},
	}
	a.choice(c, &f.format, "format", figureFormats)
	c.Flags().BoolVar(&f.long, "long", false, a.texts.FlagLong)
	c.Flags().BoolVar(&f.matrix, "matrix", false, a.texts.FlagMatrix)
	c.Flags().BoolVar(&f.lines, "lines", false, a.texts.FlagLines)
	c.Flags().IntSliceVar(&f.years, "year", nil, a.texts.FlagYear)
	c.Flags().StringSliceVar(&f.places, "place", nil, a.texts.FlagPlace)
	c.Flags().StringSliceVar(&f.indicators, "indicator", nil, a.texts.FlagIndicator)
	return c
}

var figureFormats = []string{"text", "md", "csv", "json", "xlsx", "parquet"}

func (a *app) runFigures(ctx context.Context, paths []string, f figuresFlags) error {
	if err := a.formatOf(&f.format, figureFormats); err != nil {
		return err
	}
	format := write.Format(f.format)
	switch {
	case f.long && f.matrix:
		return usageError{a.texts.LongAndMatrix}
	case f.matrix && format == write.FormatParquet:
		return usageError{a.texts.MatrixNoParquet}
	}
	e, err := a.engine()
	if err != nil {
		return err
	}
	keep, err := a.keeper(f, e.Catalogue())
	if err != nil {
		return err
	}
	w, err := a.open()
	if err != nil {
		return err
	}
	switch {
	case f.matrix:
		return a.figureMatrix(ctx, e, paths, w, keep, format)
	case format == write.FormatJSON:
		return a.stream(ctx, e, paths, keep, func(r *model.Report, f *model.Figure) error {
			data, err := model.FigureJSON(r, f)
			if err == nil {
				_, err = w.Write(data)
			}
			return err
		})
	case format == write.FormatParquet:
		out := write.NewParquet(w, "duidu", a.env.Version)
		err := a.stream(ctx, e, paths, keep, func(r *model.Report, f *model.Figure) error {
			return out.Add([]write.Record{paper.Record(r, f, e.Catalogue())})
		})
		return errors.Join(err, out.Close())
	}
	detail := paper.Brief
	if f.long || format == write.FormatXLSX {
		detail = paper.Full
	}
	table := a.rowsTo(w, paper.FigureColumns(a.texts.Words, detail), format, a.texts.Words.Kinds[take.ItemFigure])
	var notes []string
	some := false
	err = a.each(ctx, e, paths, func(r *model.Report) error {
		if !keep.report(r) {
			return nil
		}
		if detail == paper.Brief {
			notes = append(notes, paper.CorrectedOf([]*model.Report{r}, a.texts.Words)...)
		}
		rows := paper.FigureRows(r, e.Catalogue(), a.texts.Words, detail, keep.figure)
		if len(rows) == 0 {
			return nil
		}
		some = true
		return table.add(rows)
	})
	switch {
	case err != nil:
		return err
	case !some:
		return errNothing
	}
	return table.end(notes)
}

// stream hands out figures as reports come in, so that a country's library
// needs no more memory than a county's.
func (a *app) stream(ctx context.Context, e Engine, paths []string, keep keeper, f func(*model.Report, *model.Figure) error) error {
	figures := 0
	err := a.each(ctx, e, paths, func(r *model.Report) error {
		if !keep.report(r) {
			return nil
		}
		for i := range r.Figures {
			if !keep.figure(&r.Figures[i]) {
				continue
			}
			figures++
			if err := f(r, &r.Figures[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && figures == 0 {
		return errNothing
	}
	return err
}

func (a *app) figureMatrix(ctx context.Context, e Engine, paths []string, w io.Writer, keep keeper, format write.Format) error {
	var reports []*model.Report
	err := a.each(ctx, e, paths, func(r *model.Report) error {
		if keep.report(r) {
			reports = append(reports, r)
		}
		return nil
	})
	if err != nil {
		return err
	}
	m := compare.NewMatrix(reports, e.Catalogue())
	m.Indicators = slices.DeleteFunc(m.Indicators, func(r compare.IndicatorRow) bool { return !keep.indicator(r.Indicator.ID) })
	if format == write.FormatJSON {
		return printLine(w, m.JSON)
	}
	if len(m.Indicators) == 0 {
		return errNothing
	}
	return a.printTable(w, paper.Matrix(m, a.texts.Words), format, a.texts.Words.Indicator)
}

// keeper is what the flags leave of reports and figures.
type keeper struct {
	years  []int
	places []string
	ids    []string
}

// keeper reads the flags. An indicator is named by its id or its name.
func (a *app) keeper(f figuresFlags, c *model.Catalogue) (keeper, error) {
	k := keeper{years: f.years, places: f.places}
	for _, name := range f.indicators {
		i := slices.IndexFunc(c.Indicators, func(in model.Indicator) bool {
			return name == in.ID || name == in.Name || strings.EqualFold(name, in.English)
		})
		if i < 0 {
			return k, usageError{fmt.Sprintf(a.texts.NoIndicator, name)}
		}
		k.ids = append(k.ids, c.Indicators[i].ID)
	}
	return k, nil
}

func (k keeper) report(r *model.Report) bool {
	if len(k.years) > 0 && !slices.Contains(k.years, r.Year) {
		return false
	}
	return len(k.places) == 0 || slices.ContainsFunc(k.places, func(p string) bool {
		return p != "" && (strings.Contains(r.Place, p) || strings.Contains(r.City, p) || strings.Contains(r.Province, p))
	})
}

func (k keeper) indicator(id string) bool { return len(k.ids) == 0 || slices.Contains(k.ids, id) }

func (k keeper) figure(f *model.Figure) bool {
	return k.indicator(f.Indicator) || slices.ContainsFunc(f.Also, k.indicator)
}

// printTable writes a table in a format; the title is what a file says of
// itself.
func (a *app) printTable(w io.Writer, t write.Table, format write.Format, title string) error {
	if format == write.FormatText {
		_, err := io.WriteString(w, a.ruler().table(t))
		return err
	}
	data, err := paper.Table(t, format, title, a.texts.Words)
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}

// formatOf settles the format: the one asked for, else the one that the name
// of the output file says. A file that is no text goes to no terminal.
func (a *app) formatOf(format *string, known []string) error {
	if named := write.FormatOf(a.opts.Output); *format == known[0] && named != "" && named != write.FormatText {
		if err := a.oneOf("-o", string(named), known); err != nil {
			return err
		}
		*format = string(named)
	}
	if err := a.oneOf("--format", *format, known); err != nil {
		return err
	}
	if write.Format(*format).Binary() && a.env.OutTTY && (a.opts.Output == "" || a.opts.Output == "-") {
		return usageError{fmt.Sprintf(a.texts.BinaryToTerminal, *format)}
	}
	return nil
}

// runLines reads each line of standard input as a text of its own.
func (a *app) runLines(ctx context.Context, args []string) error {
	if len(args) > 0 {
		return usageError{a.texts.LinesTakesNoPath}
	}
	e, err := a.engine()
	if err != nil {
		return err
	}
	w, err := a.open()
	if err != nil {
		return err
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	in := bufio.NewReaderSize(a.env.Stdin, 64<<10)
	for ctx.Err() == nil {
		line, err := in.ReadString('\n')
		if line != "" {
			line = strings.TrimRight(line, "\r\n")
			figures := e.Line(line)
			if figures == nil {
				figures = []model.Figure{}
			}
			for i := range figures {
				if figures[i].Section == nil {
					figures[i].Section = model.Path{} // a line has no sections
				}
			}
			if err := out.Encode(lineFigures{line, figures}); err != nil {
				return err
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
	return ctx.Err()
}

type lineFigures struct {
	Line    string         `json:"line"`
	Figures []model.Figure `json:"figures"`
}
