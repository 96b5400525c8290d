package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"duidu/model"
)

func (a *app) findCommand() *cobra.Command {
	var f findFlags
	c := &cobra.Command{
		Use: "find QUERY PATH...", Short: a.texts.FindShort, Example: a.texts.FindExample,
		RunE: func(c *cobra.Command, args []string) error { return a.runFind(c.Context(), args, f) },
	}
	c.Flags().BoolVarP(&f.count, "count", "c", false, a.texts.FlagCount)
	c.Flags().BoolVarP(&f.names, "files", "l", false, a.texts.FlagFiles)
	a.choice(c, &f.format, "format", findFormats)
	c.ValidArgsFunction = noFiles(1)
	return c
}

// findFlags are what is printed of the hits.
type findFlags struct {
	format       string
	count, names bool
}

var findFormats = []string{"text", "json"}

func (a *app) runFind(ctx context.Context, args []string, f findFlags) error {
	if len(args) < 2 || strings.TrimSpace(args[0]) == "" {
		return usageError{a.texts.NeedQuery}
	}
	if err := a.formatOf(&f.format, findFormats); err != nil {
		return err
	}
	if (f.count || f.names) && f.format != "text" || f.count && f.names {
		return usageError{a.texts.CountOrFiles}
	}
	e, err := a.engine()
	if err != nil {
		return err
	}
	query, err := model.ParseQuery(args[0], Query(e))
	switch {
	case errors.Is(err, model.ErrShort):
		return usageError{a.texts.ShortSentence}
	case errors.Is(err, model.ErrPattern):
		return usageError{fmt.Sprintf(a.texts.BadPatternF, args[0])}
	case err != nil:
		return usageError{a.texts.NeedQuery}
	}
	w, err := a.open()
	if err != nil {
		return err
	}
	found, last := 0, time.Now()
	err = a.over(ctx, e, args[1:], func(took func(error) bool) error {
		return e.Search(ctx, args[1:], query, func(_ string, r *model.Report, hits []model.Hit, err error) error {
			if !took(err) {
				return ctx.Err()
			}
			if len(hits) == 0 {
				return nil
			}
			found += len(hits)
			switch {
			case f.count:
				_, err = fmt.Fprintf(w, "%s: %d\n", clean(r.Path), len(hits))
			case f.names:
				_, err = fmt.Fprintln(w, clean(r.Path))
			case f.format == "json":
				err = printHitsJSON(w, r, hits)
			default:
				err = a.printHits(w, r, hits)
			}
			if err == nil && time.Since(last) > showTime {
				err, last = a.out.Flush(), time.Now()
			}
			return err
		})
	})
	if err == nil && found == 0 {
		return errNothing
	}
	return err
}

// showTime is how long hits may wait to be shown.
const showTime = 30 * time.Millisecond

// printHits prints a line a sentence, like grep: where it stands, then the
// sentence. A sentence with two hits is printed once.
func (a *app) printHits(w io.Writer, r *model.Report, hits []model.Hit) error {
	last := ""
	for _, h := range hits {
		b := r.Blocks()[h.Block]
		where := r.Path + ": " + r.Name()
		if s := r.Section(b.Section); s.Title != "" && !b.Heading {
			where += " › " + s.Title
		}
		line := clean(where + ": " + around(b.Text, h.Offset, h.End))
		if line == last {
			continue
		}
		last = line
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}

type hitJSON struct {
	Path      string     `json:"path"`
	Place     string     `json:"place"`
	Year      int        `json:"year"`
	Section   model.Path `json:"section"`
	Title     string     `json:"title"`     // of the section
	Paragraph int        `json:"paragraph"` // -1 in the heading itself
	Start     int        `json:"start"`
	End       int        `json:"end"`
	Text      string     `json:"text"`
	Sentence  string     `json:"sentence"`
}

func printHitsJSON(w io.Writer, r *model.Report, hits []model.Hit) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	for _, h := range hits {
		b := r.Blocks()[h.Block]
		err := out.Encode(hitJSON{
			Path: r.Path, Place: r.Place, Year: r.Year,
			Section: b.Section, Title: r.Section(b.Section).Title, Paragraph: b.Paragraph,
			Start: h.Offset, End: h.End, Text: b.Text[h.Offset:h.End], Sentence: around(b.Text, h.Offset, h.End),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// reach is how far the context of a hit goes to either side, in bytes, when
// the sentence goes on longer.
const reach = 240

// around returns the sentence of a hit, cut on either side if it is long.
func around(text string, start, end int) string {
	const ends = "。！？；!?;\n"
	from, to := 0, len(text)
	if i := strings.LastIndexAny(text[:start], ends); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[i:])
		from = i + n
	}
	if i := strings.IndexAny(text[end:], ends); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[end+i:])
		to = end + i + n
	}
	before, after := "", ""
	if from < start-reach {
		from, before = start-reach, "…"
		for !utf8.RuneStart(text[from]) {
			from++
		}
	}
	if to > end+reach {
		to, after = end+reach, "…"
		for !utf8.RuneStart(text[to]) {
			to--
		}
	}
	return strings.TrimSpace(before + text[from:to] + after)
}
