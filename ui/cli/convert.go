package cli

import (
	"fmt"
	"io"
	"os"
	"syscall"

	"github.com/spf13/cobra"
)

func (a *app) convertCommand() *cobra.Command {
	var from string
	c := &cobra.Command{
		Use: "convert [FILE]", Short: a.texts.ConvertShort, Example: a.texts.ConvertExample, Args: a.atMost(1),
		RunE: func(c *cobra.Command, args []string) error { return a.runConvert(args, from) },
	}
	c.Flags().StringVar(&from, "from", scripts[0], a.texts.FlagFrom)
	complete(c, "from", scripts)
	return c
}

var scripts = []string{"t", "tw", "hk"}

func (a *app) runConvert(args []string, from string) error {
	if err := a.oneOf("--from", from, scripts); err != nil {
		return err
	}
	var in io.Reader = a.env.Stdin
	if len(args) == 1 && args[0] != "-" {
		f, err := os.Open(args[0])
		if err != nil {
			return fmt.Errorf(a.texts.CantOpen, args[0], a.texts.Unread(err))
		}
		defer f.Close()
		if info, err := f.Stat(); err == nil && info.IsDir() {
			return fmt.Errorf(a.texts.CantOpen, args[0], a.texts.Unread(syscall.EISDIR))
		}
		in = f
	}
	e, err := a.engine()
	if err != nil {
		return err
	}
	w, err := a.open()
	if err != nil {
		return err
	}
	return e.Simplify(w, in, from)
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: a.texts.VersionShort, Args: a.atMost(0), ValidArgsFunction: noFiles(1),
		RunE: func(*cobra.Command, []string) error { return a.printVersion() },
	}
}

func (a *app) printVersion() error {
	w, err := a.open()
	if err == nil {
		_, err = fmt.Fprintln(w, "duidu", a.env.Version)
	}
	return err
}
