package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/paper"
)

type figuresFlags struct {
	format              string
	long, matrix, lines bool
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
	a.choice(c, &f.format, "format", tableFormats)
	c.Flags().BoolVar(&f.long, "long", false, a.texts.FlagLong)
	c.Flags().BoolVar(&f.matrix, "matrix", false, a.texts.FlagMatrix)
	c.Flags().BoolVar(&f.lines, "lines", false, a.texts.FlagLines)
	return c
}

var tableFormats = []string{"text", "md", "csv", "json"}

func (a *app) runFigures(ctx context.Context, paths []string, f figuresFlags) error {
	if err := a.oneOf("--format", f.format, tableFormats); err != nil {
		return err
	}
	if f.long && f.matrix {
		return usageError{a.texts.LongAndMatrix}
	}
	e, err := a.engine()
	if err != nil {
		return err
	}
	w, err := a.open()
	if err != nil {
		return err
	}
	if f.format == "json" && !f.matrix {
		return a.streamFigures(ctx, e, paths, w)
	}
	reports, err := a.all(ctx, e, paths)
	if err != nil {
		return err
	}
	if f.matrix {
		return a.printMatrix(w, compare.NewMatrix(reports, e.Catalogue()), f.format)
	}
	detail := paper.Brief
	if f.long {
		detail = paper.Full
	}
	table := paper.Figures(reports, e.Catalogue(), a.texts.Words, detail)
	if len(table.Rows) == 0 {
		return errNothing
	}
	return a.printTable(w, table, f.format)
}

// streamFigures prints one object a figure as reports come in, so that a
// country's library needs no more memory than a county's.
func (a *app) streamFigures(ctx context.Context, e Engine, paths []string, w io.Writer) error {
	figures := 0
	err := a.each(ctx, e, paths, func(r *model.Report) error {
		figures += len(r.Figures)
		data, err := model.FiguresJSON(r)
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	})
	if err == nil && figures == 0 {
		return errNothing
	}
	return err
}

func (a *app) printMatrix(w io.Writer, m *compare.Matrix, format string) error {
	if format == "json" {
		return printLine(w, m.JSON)
	}
	if len(m.Indicators) == 0 {
		return errNothing
	}
	aligns := make([]align, len(m.Reports)+1)
	for i := range m.Reports {
		aligns[i+1] = right
	}
	return a.printTable(w, paper.Matrix(m, a.texts.Words), format, aligns...)
}

// printTable writes a table as text, Markdown or CSV.
func (a *app) printTable(w io.Writer, t paper.Table, format string, aligns ...align) error {
	var err error
	switch format {
	case "csv":
		_, err = w.Write(t.CSV())
	case "md":
		_, err = io.WriteString(w, t.Markdown())
	default:
		_, err = io.WriteString(w, a.ruler().columns(t, aligns...))
	}
	return err
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
