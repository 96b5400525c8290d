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
		if len(args) > n {
			return usageError{fmt.Sprintf(a.texts.TooMany, c.Name(), n, len(args))}
		}
		return nil
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
	usage := "  " + c.UseLine()
	if c.HasAvailableSubCommands() {
		usage += "\n  " + t.UsageLine
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
		part(t.Flags, c.LocalNonPersistentFlags().FlagUsages())
		part(t.CommonFlags, c.InheritedFlags().FlagUsages())
	} else {
		part(t.Flags, c.Flags().FlagUsages())
	}
	part(t.Examples, c.Example)
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", t.More)
	}
	fmt.Fprint(c.OutOrStdout(), b.String())
}
