package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"duidu/ui/config"
	"duidu/ui/theme"
)

// settingKeys are the flags that the environment and the settings file may
// preset. A flag goes before DUIDU_… in the environment, this before the
// file, and the file before what the program does by itself.
var settingKeys = []config.Key{
	{Name: "lang", Values: []string{"zh", "en"}},
	{Name: "theme", Values: themeNames()},
	{Name: "color", Values: []string{"auto", "always", "never"}},
	{Name: "ambiguous", Values: []string{"auto", "narrow", "wide"}},
	{Name: "width", Kind: config.Number},
	{Name: "encoding"},
	{Name: "catalogue", Kind: config.File},
	{Name: "own_place"},
	{Name: "keys"},
}

func themeNames() []string {
	var names []string
	for _, n := range theme.Names() {
		names = append(names, string(n))
	}
	return names
}

// eastAsianWidth is a variable that other programs follow as well: it says
// that the terminal draws ambiguous characters at two cells.
const eastAsianWidth = "RUNEWIDTH_EASTASIAN"

// flagName is the flag that sets a setting: flags have hyphens.
func flagName(setting string) string { return strings.ReplaceAll(setting, "_", "-") }

// envName is the variable that presets a setting.
func envName(setting string) string { return "DUIDU_" + strings.ToUpper(setting) }

// loadSettings reads the settings file, before anything is said: it may
// choose the language.
func (a *app) loadSettings() {
	path, missing := a.env.ConfigPath, config.NoFault
	if named := a.env.Getenv(envName("config")); named != "" {
		path, missing = named, config.IsFault
	}
	a.settings = config.Load(path, missing, settingKeys)
	a.origins = make(map[string]string)
}

// settle gives every setting its value and remembers where it is from.
func (a *app) settle(c *cobra.Command) error {
	for _, k := range settingKeys {
		flag := c.Flags().Lookup(flagName(k.Name))
		if flag == nil {
			continue
		}
		if err := a.settleOne(k, flag); err != nil {
			return err
		}
	}
	if a.opts.Width < 0 {
		return usageError{a.texts.BadWidth}
	}
	if n := len(a.settings.Faults); n > 0 {
		a.opts.Warning = fmt.Sprintf(a.texts.ConfigFaults, n)
		a.sayFaults()
	}
	return nil
}

func (a *app) settleOne(k config.Key, flag *pflag.Flag) error {
	name := "--" + flagName(k.Name)
	if flag.Changed {
		a.origins[k.Name] = fmt.Sprintf(a.texts.FromFlag, name)
	} else if value, origin := a.preset(k.Name); origin != "" {
		if strings.HasPrefix(origin, envName("")) {
			name = origin
		}
		a.origins[k.Name] = origin
		if err := flag.Value.Set(value); err != nil {
			return usageError{fmt.Sprintf(a.texts.BadFlagValue, name, value)}
		}
	}
	value := flag.Value.String()
	if k.Values == nil || value == "" {
		return nil
	}
	return a.oneOf(name, value, k.Values)
}

// preset finds the value of a setting that no flag gives, and its origin.
func (a *app) preset(name string) (value, origin string) {
	if value := a.env.Getenv(envName(name)); value != "" {
		return value, envName(name)
	}
	if s, ok := a.settings.Values[name]; ok {
		return s.Value, fmt.Sprintf("%s:%d", a.settings.Path, s.Line)
	}
	switch name {
	case "lang":
		return locale(a.env.Getenv)
	case "ambiguous":
		value := a.env.Getenv(eastAsianWidth)
		if wide, err := strconv.ParseBool(value); err == nil {
			return map[bool]string{true: "wide", false: "narrow"}[wide], eastAsianWidth + "=" + value
		}
	}
	return "", ""
}

// locale chooses the language of the first locale variable that is set, as
// setlocale does. What is neither Chinese nor English gets Chinese, as the
// reports are.
func locale(getenv func(string) string) (lang, origin string) {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := getenv(name)
		if value == "" {
			continue
		}
		for _, l := range []string{"zh", "en"} {
			if rest, ok := strings.CutPrefix(value, l); ok && (rest == "" || strings.ContainsAny(rest[:1], "_.-@")) {
				return l, name + "=" + value
			}
		}
		break
	}
	return "zh", ""
}

// language finds the language before flags are read, so that even a mistake
// in them is told in it.
func (a *app) language(args []string) string {
	lang, _ := a.preset("lang")
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			lang = value
		} else if arg == "--lang" && i+1 < len(args) {
			lang = args[i+1]
		}
	}
	return lang
}

// oneOf checks the value of a flag or variable that only has some.
func (a *app) oneOf(name, value string, values []string) error {
	if slices.Contains(values, value) {
		return nil
	}
	return usageError{fmt.Sprintf(a.texts.BadValue, name, strings.Join(values, " | "), value)}
}
