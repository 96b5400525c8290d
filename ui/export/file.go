package export

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"duidu/ui/cell"
	"duidu/ui/whole"
)

// consent says whether a file that is there may be replaced.
type consent int

const (
	keepExisting consent = iota
	overwrite
)

// existsError tells that a file is there already.
type existsError struct{ size int64 }

func (existsError) Error() string { return fs.ErrExist.Error() }

// errOdd tells that a path leads to a device, a pipe or the like.
var errOdd = errors.New("not a regular file")

// resolve turns what was typed into a path: ~ is the home folder, and in a
// folder the file gets its usual name.
func resolve(typed, name string) (string, error) {
	path := typed
	if rest, ok := strings.CutPrefix(typed, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", err
		}
		path = home + rest
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, name)
	} else if path == "" || os.IsPathSeparator(path[len(path)-1]) {
		return "", fs.ErrNotExist // a folder that is not there
	}
	return filepath.Abs(path)
}

// writeFile puts data into a file whole or not at all. Without consent it
// never replaces one, not even one that appeared a moment ago.
func writeFile(path string, data []byte, may consent) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return &fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR}
	case err == nil && !info.Mode().IsRegular():
		return errOdd
	case err == nil && may == keepExisting:
		return existsError{info.Size()}
	case err == nil:
		// What a link points to is replaced, not the link.
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return err
		}
		return whole.WriteKeeping(path, data, 0o644)
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return err
	}
	if may == overwrite { // a link that leads nowhere
		return whole.Write(path, data, 0o644)
	}
	return createFile(path, data)
}

// createFile makes a file that is not there; somebody else may be faster.
func createFile(path string, data []byte) error {
	f, err := whole.New(path, 0o644)
	if err != nil {
		return err
	}
	defer f.Discard()
	if _, err := f.Write(data); err != nil {
		return err
	}
	err = f.Place()
	if errors.Is(err, fs.ErrExist) {
		if info, err := os.Lstat(path); err == nil {
			return existsError{info.Size()}
		}
		return existsError{}
	}
	return err
}

// maxMatches bounds what is shown of a crowded folder.
const maxMatches = 200

// matches lists the files and folders that a typed path may go on to, as
// they would stand in the prompt. Hidden ones come only when asked for.
func matches(typed string) []string {
	folder, start := filepath.Split(typed)
	where, err := resolve(cmp.Or(folder, "."), "")
	if err != nil {
		return nil
	}
	entries, err := os.ReadDir(where)
	if err != nil {
		return nil
	}
	var list []string
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, start) || strings.HasPrefix(name, ".") && !strings.HasPrefix(start, ".") || cell.Plain(name) != name {
			continue
		}
		if isFolder(where, e) {
			name += string(filepath.Separator)
		}
		if list = append(list, folder+name); len(list) == maxMatches {
			break
		}
	}
	slices.Sort(list)
	return list
}

func isFolder(where string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.IsDir()
	}
	info, err := os.Stat(filepath.Join(where, e.Name()))
	return err == nil && info.IsDir()
}

// common is the longest beginning that all of the list share, at a
// character's edge.
func common(list []string) string {
	if len(list) == 0 {
		return ""
	}
	head := list[0]
	for _, s := range list[1:] {
		n := 0
		for i, r := range head {
			if !strings.HasPrefix(s[min(i, len(s)):], string(r)) {
				break
			}
			n = i + len(string(r))
		}
		head = head[:n]
	}
	return head
}
