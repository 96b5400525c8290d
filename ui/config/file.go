package config

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
)

// maxFile bounds a settings file, in bytes: a larger one is another file
// named by mistake.
const maxFile = 1 << 20

// DefaultPath is where the settings file is, or would be: the first that
// exists in the XDG configuration folders, else the user's own.
func DefaultPath() string {
	name := filepath.Join("duidu", "config.toml")
	if path, err := xdg.SearchConfigFile(name); err == nil {
		return path
	}
	return filepath.Join(xdg.ConfigHome, name)
}

// Missing says what it means that there is no file at a path.
type Missing int

const (
	NoFault Missing = iota // the user may have none
	IsFault                // the user named it
)

// Load reads the settings file at path; an empty path is no file at all.
func Load(path string, missing Missing, keys []Key) Settings {
	if path == "" || path == os.DevNull {
		return Settings{}
	}
	data, fault := read(path)
	switch {
	case fault != nil && errors.Is(fault.Err, fs.ErrNotExist) && missing == NoFault:
		return Settings{Path: path}
	case fault != nil:
		return Settings{Path: path, Faults: []Fault{*fault}}
	}
	s := Parse(data, keys)
	s.Path = path
	for _, k := range keys {
		if v, ok := s.Values[k.Name]; ok && k.Kind == File && v.Value != "" {
			v.Value = absolute(v.Value, filepath.Dir(path))
			s.Values[k.Name] = v
		}
	}
	return s
}

// absolute finds a file named in the settings wherever the program runs.
func absolute(path, folder string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		return filepath.Join(xdg.Home, rest)
	}
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(folder, path)
}

// read returns the file, or why it can't be read. What is no plain file is
// refused: a pipe would wait for ever.
func read(path string) ([]byte, *Fault) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, &Fault{Reason: CantRead, Err: err}
	case !info.Mode().IsRegular():
		return nil, &Fault{Reason: NotRegular}
	case info.Size() > maxFile:
		return nil, &Fault{Reason: TooLarge}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, &Fault{Reason: CantRead, Err: err}
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile))
	if err != nil {
		return nil, &Fault{Reason: CantRead, Err: err}
	}
	return data, nil
}
