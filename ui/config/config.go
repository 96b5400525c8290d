// Package config reads the user's settings file: a few lines of TOML that
// preset flags. It knows nothing of what the settings do. A fault costs the
// line it stands on and nothing else, so that the program always starts.
package config

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

// Kind is what a setting can hold.
type Kind int

const (
	Text   Kind = iota
	Number      // a whole number, 0 or more
	File        // a path; a relative one starts at the folder of the settings file
)

// Key is a setting that may stand in the file.
type Key struct {
	Name   string
	Kind   Kind
	Values []string // all that it can be; nil for anything
}

// Setting is a value of the file and the line it stands on, 1 first.
type Setting struct {
	Value string
	Line  int
}

// Reason says what is wrong with a line or with the file.
type Reason int

const (
	CantRead   Reason = iota // Err is why
	NotRegular               // a folder, a device: no plain file
	TooLarge
	NotTOML    // Detail is the line
	UnknownKey // Detail lists the known ones
	NotAllowed // Value is not one of Detail
	WantsText  // Value is no text
	WantsNumber
	TooMany // more faults than anyone reads: the rest of the file is left out
)

// Fault is something in the file that could not be used.
type Fault struct {
	Reason             Reason
	Line               int // 0 for the file as a whole
	Key, Value, Detail string
	Err                error
}

// Settings is what the file says.
type Settings struct {
	Path   string // empty where there is no file
	Values map[string]Setting
	Faults []Fault
}

// maxFaults bounds how often a file is read again without its worst line.
const maxFaults = 20

// Parse reads the settings in data. Faults come in the order of their lines.
func Parse(data []byte, keys []Key) Settings {
	s := Settings{Values: make(map[string]Setting)}
	lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n"), "\n")
	values := s.decode(lines)
	at := keyLines(lines)
	for name, v := range values {
		s.take(name, v, at[name], keys)
	}
	slices.SortFunc(s.Faults, func(a, b Fault) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return strings.Compare(a.Key, b.Key)
	})
	return s
}

// decode reads the lines as TOML, blanking those that are none: the library
// stops at the first, and the others may be as the user wants them.
func (s *Settings) decode(lines []string) map[string]any {
	for range maxFaults {
		var values map[string]any
		_, err := toml.Decode(strings.Join(lines, "\n"), &values)
		if err == nil {
			return values
		}
		n := 0
		var syntax toml.ParseError
		if errors.As(err, &syntax) {
			n = min(syntax.Position.Line, len(lines))
		}
		if n < 1 || strings.TrimSpace(lines[n-1]) == "" {
			s.Faults = append(s.Faults, Fault{Reason: NotTOML, Line: n, Detail: err.Error()})
			return nil
		}
		s.Faults = append(s.Faults, Fault{Reason: NotTOML, Line: n, Detail: strings.TrimSpace(lines[n-1])})
		lines[n-1] = ""
	}
	s.Faults = append(s.Faults, Fault{Reason: TooMany})
	return nil
}

// keyLines finds the line of every top-level key and table.
func keyLines(lines []string) map[string]int {
	at := make(map[string]int)
	table := false
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			table = true
			line = strings.Trim(line, "[] ")
		} else if table {
			continue
		}
		name := strings.Trim(line[:wordEnd(line)], `"' `)
		if _, seen := at[name]; name != "" && !seen {
			at[name] = i + 1
		}
	}
	return at
}

// wordEnd is where the first word of a dotted or assigned key ends.
func wordEnd(line string) int {
	if i := strings.IndexAny(line, "=.#]"); i >= 0 {
		return i
	}
	return len(line)
}

// take checks one value.
func (s *Settings) take(name string, v any, line int, keys []Key) {
	i := slices.IndexFunc(keys, func(k Key) bool { return k.Name == name })
	if i < 0 {
		var names []string
		for _, k := range keys {
			names = append(names, k.Name)
		}
		s.Faults = append(s.Faults, Fault{Reason: UnknownKey, Line: line, Key: name, Detail: strings.Join(names, ", ")})
		return
	}
	value, reason, ok := keys[i].read(v)
	if !ok {
		s.Faults = append(s.Faults, Fault{
			Reason: reason, Line: line, Key: name, Value: value, Detail: strings.Join(keys[i].Values, " | "),
		})
		return
	}
	s.Values[name] = Setting{Value: value, Line: line}
}

// read turns a TOML value into the text of a flag.
func (k Key) read(v any) (value string, reason Reason, ok bool) {
	switch v := v.(type) {
	case int64:
		if value = strconv.FormatInt(v, 10); k.Kind == Number {
			return value, WantsNumber, v >= 0 && v <= 1<<20
		}
		return value, WantsText, false
	case string:
		switch {
		case k.Kind == Number:
			return v, WantsNumber, false
		case k.Values != nil && !slices.Contains(k.Values, v):
			return v, NotAllowed, false
		}
		return v, 0, true
	}
	if k.Kind == Number {
		return fmt.Sprint(v), WantsNumber, false
	}
	return fmt.Sprint(v), WantsText, false
}
