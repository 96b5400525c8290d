package cli

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"duidu/ui/cell"
	"duidu/ui/config"
)

func (a *app) configCommand() *cobra.Command {
	var path bool
	c := &cobra.Command{
		Use: "config", Short: a.texts.ConfigShort, Example: a.texts.ConfigExample, Args: a.atMost(0), ValidArgsFunction: noFiles(1),
		RunE: func(c *cobra.Command, _ []string) error {
			if path {
				return a.printConfigPath()
			}
			return a.printConfig(c)
		},
	}
	c.Flags().BoolVar(&path, "path", false, a.texts.FlagPath)
	return c
}

// printConfigPath prints where the settings file is or would be.
func (a *app) printConfigPath() error {
	w, err := a.open()
	if err == nil {
		_, err = fmt.Fprintln(w, clean(a.settings.Path))
	}
	return err
}

// printConfig lists what every setting is and which of flag, environment,
// file and default made it so.
func (a *app) printConfig(c *cobra.Command) error {
	w, err := a.open()
	if err != nil {
		return err
	}
	rows := [][]string{{a.texts.Setting, a.texts.Value, a.texts.Origin}}
	for _, k := range settingKeys {
		value, origin := c.Flags().Lookup(flagName(k.Name)).Value.String(), a.origins[k.Name]
		if origin == "" {
			origin = a.texts.BuiltIn
		}
		switch {
		case value == "" && slices.Contains(k.Values, "auto"):
			value = "auto"
		case value == "" || k.Kind == config.Number && value == "0":
			value = a.texts.Unset
		}
		rows = append(rows, []string{k.Name, value, origin})
	}
	if s := a.store(); s != nil {
		bytes, _ := s.Size()
		rows = append(rows, []string{"store", clean(s.File()), megabytes(bytes)})
	}
	if _, err = io.WriteString(w, a.ruler().columns(rows)); err == nil && len(a.settings.Faults) > 0 {
		a.failed++ // each fault has been named
	}
	return err
}

// sayFaults names what in the settings file could not be used; the program
// goes on with the rest.
func (a *app) sayFaults() {
	for _, f := range a.settings.Faults {
		where := a.settings.Path
		if f.Line > 0 {
			where += ":" + strconv.Itoa(f.Line)
		}
		a.say(where + a.texts.Colon + a.fault(f))
	}
}

// fault words one fault.
func (a *app) fault(f config.Fault) string {
	t := a.texts
	switch f.Reason {
	case config.CantRead:
		return fmt.Sprintf(t.ConfigUnread, t.Unread(f.Err))
	case config.NotRegular:
		return t.ConfigNotFile
	case config.TooLarge:
		return t.ConfigTooLarge
	case config.NotTOML:
		head, _ := cell.Policy{}.Cut(clean(f.Detail), 60)
		return fmt.Sprintf(t.ConfigNotTOML, head)
	case config.UnknownKey:
		return fmt.Sprintf(t.ConfigUnknown, f.Key, f.Detail)
	case config.NotAllowed:
		return fmt.Sprintf(t.BadValue, f.Key, f.Detail, f.Value)
	case config.WantsNumber:
		return fmt.Sprintf(t.ConfigNumber, f.Key)
	case config.WantsText:
		return fmt.Sprintf(t.ConfigText, f.Key, f.Key)
	}
	return t.ConfigTooMany
}
