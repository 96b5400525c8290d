package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func (a *app) completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use: "completion bash|zsh|fish|powershell", Short: a.texts.CompletionShort, Example: a.texts.CompletionExample,
		ValidArgs: shells, Args: a.atMost(1),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{fmt.Sprintf(a.texts.NeedShell, strings.Join(shells, " | "))}
			}
			w, err := a.open()
			if err != nil {
				return err
			}
			root := c.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(w, true)
			case "zsh":
				return root.GenZshCompletion(w)
			case "fish":
				return root.GenFishCompletion(w, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(w)
			}
			return usageError{fmt.Sprintf(a.texts.NeedShell, strings.Join(shells, " | "))}
		},
	}
}

// complete lets a shell complete the values of a flag.
func complete(c *cobra.Command, name string, values []string) {
	if err := c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // no such flag: a mistake in this package
	}
}

// commonEncodings are offered, not all there are: the reading engine knows.
var commonEncodings = []string{"utf-8", "gb18030", "gbk", "big5", "utf-16le", "utf-16be"}

// completeSettings offers what the flags of all commands can be, and files
// where a command wants reports.
func (a *app) completeSettings(root *cobra.Command) {
	for _, k := range settingKeys {
		if k.Values != nil {
			complete(root, k.Name, k.Values)
		}
	}
	complete(root, "encoding", commonEncodings)
	complete(root, "width", nil)
	if err := root.MarkPersistentFlagFilename("catalogue", "toml"); err != nil {
		panic(err) // no such flag: a mistake in this package
	}
	// A command that has commands offers only these unless it is told.
	root.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return nil, cobra.ShellCompDirectiveDefault
	}
}

// noFiles offers nothing for the first n arguments of a command, and files
// after them.
func noFiles(n int) func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) < n {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return nil, cobra.ShellCompDirectiveDefault
	}
}

// completing tells whether a shell asks for completions.
func completing(args []string) bool {
	return len(args) > 0 && (args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd)
}

// plainUsages takes the marks out of the descriptions of flags that tell
// help which word stands for the value; a shell would show them.
func plainUsages(c *cobra.Command) {
	plain := func(f *pflag.Flag) { f.Usage = strings.ReplaceAll(f.Usage, "`", "") }
	c.PersistentFlags().VisitAll(plain)
	c.Flags().VisitAll(plain)
	for _, sub := range c.Commands() {
		plainUsages(sub)
	}
}
