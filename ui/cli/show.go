package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"duidu/model"
	"duidu/ui/cell"
	"duidu/ui/lang"
	"duidu/ui/write"
)

func (a *app) showCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use: "show PATH...", Short: a.texts.ShowShort, Example: a.texts.ShowExample,
		RunE: func(c *cobra.Command, args []string) error { return a.runShow(c.Context(), args, format) },
	}
	a.choice(c, &format, "format", showFormats)
	return c
}

var showFormats = []string{"text", "md", "json"}

func (a *app) runShow(ctx context.Context, paths []string, format string) error {
	if err := a.formatOf(&format, showFormats); err != nil {
		return err
	}
	e, err := a.engine()
	if err != nil {
		return err
	}
	w, err := a.open()
	if err != nil {
		return err
	}
	shown := 0
	return a.each(ctx, e, paths, func(r *model.Report) error {
		shown++
		if format == "json" {
			return printLine(w, a.worded(r).JSON)
		}
		if shown > 1 {
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
		page := page{texts: a.texts, ruler: a.ruler(), width: a.width(), markdown: format == "md"}
		page.report(r)
		_, err := io.WriteString(w, page.b.String())
		return err
	})
}

// worded is the report with the details of its notices in the reader's
// language.
func (a *app) worded(r *model.Report) *model.Report {
	told := *r
	told.Notices = slices.Clone(r.Notices)
	for i, n := range told.Notices {
		told.Notices[i].Detail = a.texts.Told.Told(n)
	}
	return &told
}

// printLine writes one JSON object on a line of its own.
func printLine(w io.Writer, encode func() ([]byte, error)) error {
	data, err := encode()
	if err != nil {
		return err
	}
	_, err = w.Write(append(data, '\n'))
	return err
}

// page sets a report as text or Markdown.
type page struct {
	b        strings.Builder
	texts    *lang.Commands
	ruler    ruler
	width    int // cells; 0 for no wrapping
	markdown bool
}

func (p *page) report(r *model.Report) {
	title := r.Title
	if title == "" {
		title = p.texts.NoTitle
	}
	p.heading(1, title)
	if line := origin(r, p.texts); line != "" {
		p.lines(line, cell.Options{})
	}
	p.b.WriteString("\n")
	for _, b := range r.Blocks() {
		s := r.Section(b.Section)
		switch {
		case b.Heading:
			p.heading(s.Level+1, b.Text)
			p.b.WriteString("\n")
		case s.Paragraphs[b.Paragraph].Role == model.Headline:
			// It stands on top already.
		default:
			p.paragraph(b.Text)
		}
	}
	p.list(p.texts.Captions, r.Captions)
	var notices []string
	for _, n := range r.Notices {
		notices = append(notices, p.notice(r, n))
	}
	p.list(p.texts.Notices, notices)
}

// origin is where and of when a report is: 湖南省 张家界市 永定区 2023年.
func origin(r *model.Report, t *lang.Commands) string {
	var parts []string
	for _, s := range []string{r.Province, r.City, r.Place, r.Kind} {
		if s != "" && (len(parts) == 0 || s != parts[len(parts)-1]) {
			parts = append(parts, s)
		}
	}
	if r.Year != 0 {
		parts = append(parts, fmt.Sprintf(t.Words.YearOf, r.Year))
	}
	return strings.Join(parts, " ")
}

func (p *page) notice(r *model.Report, n model.Notice) string {
	line := p.texts.Told.Notice(n.Kind) + "  " + p.texts.Told.Told(n)
	if s := r.Section(n.Section); s != nil && s.Title != "" {
		line += "  › " + s.Title
	}
	return line
}

func (p *page) heading(level int, text string) {
	if p.markdown {
		p.b.WriteString(strings.Repeat("#", min(max(level, 1), 6)) + " " + write.EscapeMarkdown(clean(text)) + "\n")
		return
	}
	p.lines(text, cell.Options{})
}

// paragraph sets running text with the indent of a Chinese paragraph.
func (p *page) paragraph(text string) {
	if p.markdown {
		p.b.WriteString(write.EscapeMarkdown(clean(text)) + "\n\n")
		return
	}
	p.lines("　　"+text, cell.Options{})
	p.b.WriteString("\n")
}

// lines writes text wrapped and indented.
func (p *page) lines(text string, indent cell.Options) {
	if p.markdown {
		p.b.WriteString(write.EscapeMarkdown(clean(text)) + "\n")
		return
	}
	for _, line := range p.ruler.wrap(clean(text), p.width, indent) {
		p.b.WriteString(line + "\n")
	}
}

func (p *page) list(title string, items []string) {
	if len(items) == 0 {
		return
	}
	p.heading(2, title)
	for _, it := range items {
		if p.markdown {
			p.b.WriteString("- ")
			p.lines(it, cell.Options{})
		} else {
			p.lines(it, cell.Options{First: 2, Rest: 4})
		}
	}
	p.b.WriteString("\n")
}
