package cli

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

// rootCommand builds the commands. The root itself opens the screens, or
// prints the table of figures into a pipe.
func (a *app) rootCommand() *cobra.Command {
	t := a.texts
	root := &cobra.Command{
		Use:     "duidu [PATH...]",
		Short:   t.RootShort,
		Long:    t.RootLong,
		Example: t.RootExample,
		Args:    cobra.ArbitraryArgs,
	}
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(&cobra.Command{Use: "help", Hidden: true, RunE: func(_ *cobra.Command, args []string) error {
		of, _, err := root.Find(args)
		if err == nil {
			a.help(of)
		}
		return err
	}})
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return a.flagError(err) })
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { a.help(c) })
	root.PersistentPreRunE = func(c *cobra.Command, _ []string) error { return a.settle(c) }

	f := root.PersistentFlags()
	f.StringVar(&a.opts.Encoding, "encoding", "", t.FlagEncoding)
	f.StringVar(&a.opts.Catalogue, "catalogue", "", t.FlagCatalogue)
	f.StringVar(&a.opts.Lang, "lang", "", t.FlagLang)
	f.StringVar(&a.opts.Theme, "theme", "", t.FlagTheme)
	f.StringVar(&a.opts.Color, "color", "", t.FlagColor)
	f.StringVar(&a.opts.Ambiguous, "ambiguous", "", t.FlagAmbiguous)
	f.StringVar(&a.opts.OwnPlace, "own-place", "", t.FlagOwnPlace)
	f.StringVar(&a.opts.Keys, "keys", "", t.FlagKeys)
	f.IntVar(&a.opts.Width, "width", 0, t.FlagWidth)
	f.StringVarP(&a.opts.Output, "output", "o", "", t.FlagOutput)
	f.BoolVar(&a.opts.Force, "force", false, t.FlagForce)
	f.BoolVar(&a.opts.NoStore, "no-store", false, t.Store.Flag)
	f.BoolP("help", "h", false, t.FlagHelp)
	version := root.Flags().Bool("version", false, t.FlagVersion)
	root.RunE = func(c *cobra.Command, args []string) error {
		if *version {
			return a.printVersion()
		}
		return a.runRoot(c, args)
	}

	a.completeSettings(root)
	root.AddCommand(a.showCommand(), a.figuresCommand(), a.compareCommand(), a.findCommand(),
		a.digestCommand(), a.checkCommand(), a.catalogueCommand(),
		a.convertCommand(), a.storeCommand(), a.configCommand(), a.completionCommand(), a.versionCommand())
	return root
}

// runRoot opens the screens on a terminal that can draw them.
func (a *app) runRoot(c *cobra.Command, args []string) error {
	plain := "" // why a terminal gets the table
	switch {
	case a.env.Getenv("TERM") == "dumb":
		plain = a.texts.DumbTerminal
	case a.env.Legacy:
		plain = a.texts.LegacyConsole
	}
	if len(args) == 0 && a.piped() {
		args = []string{"-"}
	}
	switch {
	case !a.env.OutTTY || a.opts.Output != "" || plain != "":
		if len(args) == 0 {
			return usageError{a.texts.NeedTerminal}
		}
		if plain != "" && a.env.OutTTY {
			a.say(plain)
		}
		return a.runFigures(c.Context(), args, figuresFlags{format: "text"})
	case a.env.Screens == nil:
		return usageError{a.texts.NoScreens}
	case a.env.InTTY && slices.Contains(args, "-"):
		return usageError{a.texts.KeyboardIsInput}
	}
	e, err := a.plainEngine()
	if err != nil {
		return err
	}
	return a.env.Screens(c.Context(), e, args, a.opts)
}

// piped tells whether something is sent into the program: a pipe or a file,
// not a terminal and nothing empty like the null device.
func (a *app) piped() bool {
	if a.env.InTTY || a.env.Stdin == nil {
		return false
	}
	f, ok := a.env.Stdin.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && (info.Mode().IsRegular() || info.Mode()&os.ModeNamedPipe != 0)
}

// choice adds a flag that only has some values; the first is the default.
func (a *app) choice(c *cobra.Command, into *string, name string, values []string) {
	c.Flags().StringVar(into, name, values[0], fmt.Sprintf(a.texts.FlagFormat, strings.Join(values, " | ")))
	complete(c, name, values)
}

// width is how many cells a line of text may have; 0 for any number.
func (a *app) width() int {
	switch {
	case a.opts.Width > 0:
		return a.opts.Width
	case !a.env.OutTTY || a.opts.Output != "":
		return 0
	case a.env.Columns > 0:
		return a.env.Columns
	}
	if n, err := strconv.Atoi(a.env.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	return 80
}
