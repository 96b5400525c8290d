// Duidu (对读) reads and compares the yearly work reports of China's county
// CPPCC committees in a terminal.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/charmbracelet/x/term"

	"duidu/parser"
	"duidu/ui/cli"
)

// version is set by release builds: -ldflags "-X main.version=v1.0.0".
var version = "dev"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	env := cli.Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		InTTY: term.IsTerminal(os.Stdin.Fd()), OutTTY: term.IsTerminal(os.Stdout.Fd()), ErrTTY: term.IsTerminal(os.Stderr.Fd()),
		Open:    open,
		Version: version,
	}
	if width, _, err := term.GetSize(os.Stdout.Fd()); err == nil {
		env.Columns = width
	}
	os.Exit(cli.Run(ctx, env, os.Args[1:]))
}

// open makes the reading engine that the options ask for.
func open(o cli.Options) (cli.Engine, error) {
	if o.Catalogue == "" {
		return parser.New(parser.Options{}), nil
	}
	c, err := parser.LoadCatalogue(o.Catalogue)
	if err != nil {
		return nil, err
	}
	return parser.New(parser.Options{Catalogue: c}), nil
}
