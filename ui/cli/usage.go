package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagError words what is wrong with a flag in the user's language.
func (a *app) flagError(err error) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		value   *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			return usageError{fmt.Sprintf(a.texts.UnknownFlag, "-"+name)}
		}
		return usageError{fmt.Sprintf(a.texts.UnknownFlag, "--"+name)}
	case errors.As(err, &missing):
		if missing.GetSpecifiedShortnames() != "" {
			return usageError{fmt.Sprintf(a.texts.FlagNeedsValue, "-"+missing.GetSpecifiedName())}
		}
		return usageError{fmt.Sprintf(a.texts.FlagNeedsValue, "--"+missing.GetSpecifiedName())}
	case errors.As(err, &value):
		return usageError{fmt.Sprintf(a.texts.BadFlagValue, "--"+value.GetFlag().Name, value.GetValue())}
	case errors.As(err, &syntax):
		return usageError{fmt.Sprintf(a.texts.BadFlagSyntax, syntax.GetSpecifiedFlag())}
	}
	return usageError{err.Error()}
}

// atMost refuses more arguments than a command takes.
func (a *app) atMost(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) <= n:
			return nil
		case n == 0:
			return usageError{fmt.Sprintf(a.texts.TakesNone, c.Name(), args[0])}
		default:
			return usageError{fmt.Sprintf(a.texts.TooMany, c.Name(), n, len(args))}
		}
	}
}

// help prints the help of a command.
func (a *app) help(c *cobra.Command) {
	t := a.texts
	var b strings.Builder
	part := func(title, text string) {
		if text != "" {
			fmt.Fprintf(&b, "\n%s:\n%s\n", title, strings.TrimRight(text, "\n"))
		}
	}
	if c.Long != "" {
		fmt.Fprintln(&b, c.Long)
	} else {
		fmt.Fprintln(&b, c.Short)
	}
	usage := "  duidu " + strings.TrimPrefix(c.Use, "duidu ") + t.UsageFlags
	if c.HasAvailableSubCommands() {
		usage += "\n  " + t.UsageCommand + t.UsageFlags
	}
	part(t.Usage, usage)
	var commands strings.Builder
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			fmt.Fprintf(&commands, "  %-11s %s\n", sub.Name(), sub.Short)
		}
	}
	part(t.Commands, commands.String())
	if c.HasParent() {
		part(t.Flags, a.flagList(c.LocalNonPersistentFlags()))
		part(t.CommonFlags, a.flagList(c.InheritedFlags()))
	} else {
		part(t.Flags, a.flagList(c.Flags()))
	}
	part(t.Examples, c.Example)
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", t.More)
	}
	fmt.Fprint(c.OutOrStdout(), b.String())
}

// flagList lists flags aligned by cells, which pflag's own list is not.
func (a *app) flagList(f *pflag.FlagSet) string {
	var rows [][]string
	f.VisitAll(func(flag *pflag.Flag) {
		value, usage := pflag.UnquoteUsage(flag)
		name := "      --" + flag.Name
		if flag.Shorthand != "" {
			name = "  -" + flag.Shorthand + ", --" + flag.Name
		}
		if flag.Value.Type() != "bool" {
			name += " " + value
			if flag.DefValue != "" && flag.DefValue != "0" {
				usage += fmt.Sprintf(a.texts.Default, flag.DefValue)
			}
		}
		rows = append(rows, []string{name, usage})
	})
	return a.ruler().columns(rows)
}
