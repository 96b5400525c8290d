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
	"duidu/ui/write"
)

func (a *app) digestCommand() *cobra.Command {
	var format string
	var fresh bool
	c := &cobra.Command{
		Use: "digest THEME PATH...", Short: a.texts.DigestShort, Example: a.texts.DigestExample,
		RunE: func(c *cobra.Command, args []string) error { return a.runDigest(c.Context(), args, format, fresh) },
	}
	a.choice(c, &format, "format", digestFormats)
	c.Flags().BoolVar(&fresh, "new", false, a.texts.FlagNew)
	c.ValidArgsFunction = noFiles(1)
	return c
}

var digestFormats = []string{"text", "md", "json", "docx"}

// runDigest prints one theme of all reports, report by report.
func (a *app) runDigest(ctx context.Context, args []string, format string, fresh bool) error {
	if len(args) < 2 {
		return usageError{a.texts.NeedTheme}
	}
	if err := a.formatOf(&format, digestFormats); err != nil {
		return err
	}
	e, err := a.engine()
	if err != nil {
		return err
	}
	theme, err := a.theme(args[0], e.Catalogue())
	if err != nil {
		return err
	}
	w, err := a.open()
	if err != nil {
		return err
	}
	reports, err := a.all(ctx, e, args[1:])
	if err != nil {
		return err
	}
	d := compare.MakeDigest(reports, theme, e.Catalogue(), compare.DigestOptions{OnlyNew: fresh})
	passages := 0
	for _, p := range d.Parts {
		passages += len(p.Passages)
	}
	if passages == 0 {
		return errNothing
	}
	switch write.Format(format) {
	case write.FormatJSON:
		return printLine(w, d.JSON)
	case write.FormatMarkdown:
		_, err = io.WriteString(w, write.Markdown(paper.Digest(d, a.texts.Words)))
	case write.FormatDOCX:
		err = write.DOCX(w, paper.Digest(d, a.texts.Words))
	default:
		_, err = io.WriteString(w, a.lines(write.PlainText(paper.Digest(d, a.texts.Words), a.ruler().table)))
	}
	return err
}

// lines wraps text to the width of the run.
func (a *app) lines(text string) string {
	width := a.width()
	if width == 0 {
		return cleanLines(text)
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if line == "" || a.ruler().Width(line) <= width {
			b.WriteString(clean(line) + "\n")
			continue
		}
		for _, l := range a.ruler().wrap(line, width, cell.Options{}) {
			b.WriteString(l + "\n")
		}
	}
	return b.String()
}

func cleanLines(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(strings.TrimRight(clean(line), " ") + "\n")
	}
	return b.String()
}

// theme is the id of a theme named by its id or its name.
func (a *app) theme(name string, c *model.Catalogue) (string, error) {
	var names []string
	for _, t := range c.Themes {
		if name == t.ID || name == t.Name || strings.EqualFold(name, t.English) {
			return t.ID, nil
		}
		names = append(names, a.texts.Words.Pick(t.Name, t.English))
	}
	return "", usageError{fmt.Sprintf(a.texts.NoTheme, name, strings.Join(names, a.texts.Words.Comma))}
}
