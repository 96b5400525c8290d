package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"duidu/model"
	"duidu/ui/paper"
)

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use: "check EXPORT", Short: a.texts.CheckShort, Example: a.texts.CheckExample,
		RunE: func(c *cobra.Command, args []string) error { return a.runCheck(c.Context(), args) },
	}
}

// largestExport bounds an exported file, in bytes.
const largestExport = 64 << 20

// runCheck says of every item of an exported file whether its source still
// says so. The status is 1 if one does not.
func (a *app) runCheck(ctx context.Context, args []string) error {
	if len(args) != 1 {
		return usageError{a.texts.NeedExport}
	}
	data, err := readExport(args[0])
	if err != nil {
		return fmt.Errorf(a.texts.CantOpen, args[0], a.texts.Unread(err))
	}
	claims := paper.Claims(data, args[0])
	if len(claims) == 0 {
		return usageError{fmt.Sprintf(a.texts.NoClaims, args[0])}
	}
	e, err := a.engine()
	if err != nil {
		return err
	}
	w, err := a.open()
	if err != nil {
		return err
	}
	sources := sourceTexts{app: a, engine: e, near: filepath.Dir(args[0]), read: map[string]source{}}
	stand := 0
	for i, c := range claims {
		switch in, err := sources.holder(ctx, c); {
		case err != nil:
			return err
		case in:
			stand++
		default:
			a.failed++
			fmt.Fprintf(w, a.texts.NotThereF+"\n", i+1, clean(shortened(c.Text)), clean(strings.Join(c.Paths, " ")))
		}
	}
	_, err = fmt.Fprintf(w, a.texts.StandF+"\n", len(claims), stand, len(claims)-stand)
	return err
}

func readExport(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, largestExport))
}

func shortened(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// source is what a file says.
type source struct {
	text    string          // without its blanks
	figures map[string]bool // by their indicators' names in both languages, or labels, and their texts
}

func (s source) says(c paper.Claim) bool {
	if c.Indicator != "" {
		return s.figures[c.Indicator+"\n"+c.Text] || s.longer(c)
	}
	return s.text != "" && holdsAll(s.text, c.Text)
}

// longer tells a figure whose label says more than the row that it stands in,
// which is named by the other side's: 全市地区生产总值 under 地区生产总值.
func (s source) longer(c paper.Claim) bool {
	for said := range s.figures {
		label, text, _ := strings.Cut(said, "\n")
		if text == c.Text && strings.HasSuffix(label, c.Indicator) {
			return true
		}
	}
	return false
}

// sourceTexts are what sources say, read when first asked for.
type sourceTexts struct {
	app    *app
	engine Engine
	near   string // where paths that lead nowhere are tried again
	read   map[string]source
}

// holder tells whether one of the claim's sources says what it says.
func (s *sourceTexts) holder(ctx context.Context, c paper.Claim) (bool, error) {
	for _, path := range c.Paths {
		said, err := s.of(ctx, path)
		if err != nil {
			return false, err
		}
		if said.says(c) {
			return true, nil
		}
	}
	return false, nil
}

// of is what a source says; nothing when it can't be read, which is said once.
func (s *sourceTexts) of(ctx context.Context, path string) (source, error) {
	if said, ok := s.read[path]; ok {
		return said, nil
	}
	at := path
	if _, err := os.Stat(at); err != nil && !filepath.IsAbs(path) {
		at = filepath.Join(s.near, path)
	}
	var b strings.Builder
	said := source{figures: map[string]bool{}}
	err := s.engine.Load(ctx, []string{at}, func(_ string, r *model.Report, err error) error {
		if err != nil {
			s.app.say(s.app.texts.ErrorText(err))
			return nil
		}
		for _, block := range r.Blocks() {
			b.WriteString(unspaced(block.Text) + "\n")
		}
		for i := range r.Figures {
			f := &r.Figures[i]
			names := []string{f.Label}
			for _, id := range append([]string{f.Indicator}, f.Also...) {
				if in, ok := s.engine.Catalogue().Indicator(id); ok {
					names = append(names, in.Name, in.English)
				}
			}
			for _, name := range names {
				said.figures[name+"\n"+f.Text] = true
			}
		}
		return nil
	})
	said.text = b.String()
	s.read[path] = said
	return said, err
}

// holdsAll tells whether every line of what was taken stands in the text.
func holdsAll(text, taken string) bool {
	for line := range strings.Lines(taken) {
		if line = unspaced(line); line != "" && !strings.Contains(text, line) {
			return false
		}
	}
	return true
}

func unspaced(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		return c
	}, s)
}
