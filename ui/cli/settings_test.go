package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// variables is an environment.
type variables map[string]string

func (v variables) get(name string) string { return v[name] }

// settingsFile writes a settings file and returns its path.
func settingsFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// rowOf is the line of what config prints about a setting.
func rowOf(out, setting string) []string {
	for line := range strings.Lines(out) {
		if f := strings.Fields(line); len(f) > 2 && f[0] == setting {
			return []string{f[1], strings.Join(f[2:], " ")}
		}
	}
	return []string{"", ""}
}

func TestAFlagGoesBeforeTheEnvironmentBeforeTheFileBeforeTheDefault(t *testing.T) {
	path := settingsFile(t, "# mine\ntheme = \"dark\"\nwidth = 70\nlang = \"en\"\n")
	for _, c := range []struct {
		args    []string
		env     variables
		setting string
		value   string
		origin  string
	}{
		{nil, nil, "theme", "dark", path + ":2"},
		{nil, variables{"DUIDU_THEME": "light"}, "theme", "light", "DUIDU_THEME"},
		{[]string{"--theme", "mono"}, variables{"DUIDU_THEME": "light"}, "theme", "mono", "flag --theme"},
		{nil, nil, "width", "70", path + ":3"},
		{nil, nil, "color", "auto", "built in"},
		{nil, nil, "ambiguous", "auto", "built in"},
		{nil, variables{"RUNEWIDTH_EASTASIAN": "1"}, "ambiguous", "wide", "RUNEWIDTH_EASTASIAN=1"},
		{nil, variables{"RUNEWIDTH_EASTASIAN": "0"}, "ambiguous", "narrow", "RUNEWIDTH_EASTASIAN=0"},
		{nil, variables{"RUNEWIDTH_EASTASIAN": "1", "DUIDU_AMBIGUOUS": "narrow"}, "ambiguous", "narrow", "DUIDU_AMBIGUOUS"},
		{nil, variables{"DUIDU_OWN_PLACE": "甲县"}, "own_place", "甲县", "DUIDU_OWN_PLACE"},
		{[]string{"--own-place", "乙县"}, variables{"DUIDU_OWN_PLACE": "甲县"}, "own_place", "乙县", "flag --own-place"},
		{[]string{"--keys", "library.sort=o"}, nil, "keys", "library.sort=o", "flag --keys"},
		{nil, variables{"LANG": "zh_CN.UTF-8"}, "lang", "en", path + ":4"},
	} {
		got := runIn(t, Env{ConfigPath: path, Getenv: c.env.get}, append(c.args, "config")...)
		if row := rowOf(got.out, c.setting); row[0] != c.value || row[1] != c.origin || got.status != 0 || got.errors != "" {
			t.Errorf("%v %v: %q\n%+v", c.args, c.env, row, got)
		}
	}
}

func TestTheLocaleChoosesTheLanguageWhereNothingElseDoes(t *testing.T) {
	for _, c := range []struct {
		env  variables
		want string
	}{
		{nil, "用法:"},
		{variables{"LANG": "en_GB.UTF-8"}, "Usage:"},
		{variables{"LANG": "en"}, "Usage:"},
		{variables{"LANG": "C.UTF-8"}, "用法:"},
		{variables{"LANG": "eng"}, "用法:"},
		{variables{"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "用法:"},
		{variables{"LC_MESSAGES": "zh_CN.UTF-8", "LC_ALL": "en_US"}, "Usage:"},
		{variables{"LC_ALL": "fr_FR", "LANG": "en_US"}, "用法:"},
		{variables{"LC_ALL": "zh_CN", "DUIDU_LANG": "en"}, "Usage:"},
	} {
		if got := runIn(t, Env{Getenv: c.env.get}, "--help"); !strings.Contains(got.out, c.want) {
			t.Errorf("%v: %s", c.env, got.out)
		}
	}
	if got := runIn(t, Env{Getenv: variables{"DUIDU_LANG": "en"}.get}, "--lang=zh", "--help"); !strings.Contains(got.out, "用法:") {
		t.Error("the flag does not go first")
	}
}

func TestAFaultInTheSettingsIsOneLineAndTheCommandRuns(t *testing.T) {
	path := settingsFile(t, "lang = \"en\"\ntheme = dark\x1b[2J\ncolour = \"never\"\nwidth = \"x\"\nambiguous = \"broad\"\ncatalogue = 3\n")
	got := runIn(t, Env{ConfigPath: path}, "figures", "hill")
	lines := strings.Split(strings.TrimSpace(got.errors), "\n")
	if got.status != 0 || !strings.Contains(got.out, "consultations") || len(lines) != 5 || strings.Contains(got.errors, "\x1b") {
		t.Fatalf("%+v", got)
	}
	for i, want := range []string{"not valid TOML", "no setting colour; known are lang, theme", "whole number", "auto | narrow | wide", "text in quotes"} {
		if prefix := "duidu: " + path + ":" + string(rune('2'+i)) + ": "; !strings.HasPrefix(lines[i], prefix) || !strings.Contains(lines[i], want) {
			t.Errorf("%q does not say %q", lines[i], want)
		}
	}
	if got := runIn(t, Env{ConfigPath: path}, "config"); got.status != 1 {
		t.Errorf("config does not tell of faults by its status: %+v", got)
	}
	warning := ""
	screens := func(_ context.Context, _ Engine, _ []string, o Options) error { warning = o.Warning; return nil }
	if got := runIn(t, Env{ConfigPath: path, OutTTY: true, Screens: screens}, "hill"); got.status != 0 || !strings.HasPrefix(warning, "5 lines of the settings") {
		t.Errorf("the screens are told %q: %+v", warning, got)
	}
	named := variables{"DUIDU_CONFIG": path + "x"}
	if got := runIn(t, Env{Getenv: named.get}, "figures", "hill"); got.status != 0 || strings.Count(got.errors, "\n") != 1 {
		t.Errorf("a file that was named and is missing: %+v", got)
	}
}

func TestTheSettingsFileIsWhereConfigSays(t *testing.T) {
	path := settingsFile(t, "width = 9")
	if got := runIn(t, Env{ConfigPath: path}, "config", "--path"); got.out != path+"\n" {
		t.Errorf("%+v", got)
	}
	named := variables{"DUIDU_CONFIG": path}
	if got := runIn(t, Env{ConfigPath: "/elsewhere", Getenv: named.get}, "config", "--path"); got.out != path+"\n" {
		t.Errorf("%+v", got)
	}
}

func TestAWrongValueIsToldWithTheRightOnes(t *testing.T) {
	for _, c := range []struct {
		args []string
		env  variables
		want string
	}{
		{[]string{"--theme", "pink", "hill"}, nil, "--theme 只能是 auto | light | dark | contrast | mono，"},
		{[]string{"--lang=fr", "hill"}, nil, "--lang 只能是 zh | en，"},
		{[]string{"--color", "yes", "hill"}, nil, "--color 只能是 auto | always | never，"},
		{[]string{"--ambiguous", "2", "hill"}, nil, "--ambiguous 只能是 auto | narrow | wide，"},
		{[]string{"hill"}, variables{"DUIDU_THEME": "pink"}, "DUIDU_THEME 只能是 auto"},
		{[]string{"hill"}, variables{"DUIDU_WIDTH": "broad"}, "DUIDU_WIDTH"},
	} {
		got := runIn(t, Env{Getenv: c.env.get}, c.args...)
		if got.status != 2 || !strings.HasPrefix(got.errors, "duidu: "+c.want) {
			t.Errorf("%q: %+v", c.args, got)
		}
	}
}

func TestPrintedColumnsFollowTheWidthOfAmbiguousCharacters(t *testing.T) {
	narrow := run(t, "", "compare", "hill", "river").out
	wide := run(t, "", "compare", "hill", "river", "--ambiguous", "wide").out
	if !strings.Contains(narrow, "率            —        92.7%  ") || !strings.Contains(wide, "率           —        92.7%  ") {
		t.Errorf("%s%s", narrow, wide)
	}
}
