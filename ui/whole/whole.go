// Package whole writes files whole or not at all, the same way on every
// system: into a file beside the target, which then takes its name.
//
// os.Rename replaces a file in one step on Unix, and on Windows by
// MoveFileEx, which fails while somebody else (a virus scanner, an indexer,
// the office program that shows the file) has it open; so it is tried again
// for a moment before it is an error.
package whole

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"time"
)

// File is a file that is being written. It becomes visible under its name by
// Replace or Place; Discard, which may always be called, leaves nothing behind
// of one that did not.
type File struct {
	*os.File
	path string
	done bool
}

// New begins a file that is to stand at a path. Its permissions are those
// asked for, less what the umask takes away.
func New(path string, perm fs.FileMode) (*File, error) {
	folder, name := filepath.Split(path)
	if runtime.GOOS == "windows" && !IsWindowsName(name) {
		return nil, &fs.PathError{Op: "create", Path: path, Err: ErrName}
	}
	for range 100 {
		// Hidden, and in the same folder: only there a renaming is one step.
		temporary := filepath.Join(folder, "."+name+strconv.FormatUint(rand.Uint64(), 36))
		f, err := os.OpenFile(temporary, os.O_RDWR|os.O_CREATE|os.O_EXCL, perm)
		if err == nil {
			return &File{File: f, path: path}, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, naming(err, path)
		}
	}
	return nil, &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
}

// naming makes an error tell of the file that was asked for: that another one
// is written first is nobody's business.
func naming(err error, path string) error {
	var cause *fs.PathError
	if errors.As(err, &cause) {
		return &fs.PathError{Op: cause.Op, Path: path, Err: cause.Err}
	}
	return err
}

// Replace puts the file in its place, over what may stand there.
func (f *File) Replace() error {
	if err := f.finish(); err != nil {
		return err
	}
	if err := patiently(func() error { return os.Rename(f.Name(), f.path) }); err != nil {
		return err
	}
	f.done = true
	return nil
}

// Place puts the file in its place if nothing stands there; otherwise the error
// is fs.ErrExist, also if somebody else was faster by an instant. Where a file
// system has no links it is put there as by Replace.
func (f *File) Place() error {
	if err := f.finish(); err != nil {
		return err
	}
	switch err := os.Link(f.Name(), f.path); {
	case err == nil:
		return nil // Discard takes the other name away
	case errors.Is(err, fs.ErrExist):
		return err
	}
	return f.Replace()
}

// finish makes sure that the content is on the disk before a name leads to it.
func (f *File) finish() error {
	if err := f.Sync(); err != nil && !errors.Is(err, os.ErrClosed) {
		return naming(err, f.path)
	}
	if err := f.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
		return naming(err, f.path)
	}
	return nil
}

// Discard gives up a file that was not put in its place.
func (f *File) Discard() {
	f.Close()
	if !f.done {
		// An open file can't be removed on Windows, and a scanner may have it open.
		_ = patiently(func() error { return os.Remove(f.Name()) })
	}
}

// Write puts data into the file at a path, over what may stand there.
func Write(path string, data []byte, perm fs.FileMode) error {
	return write(path, data, perm, false)
}

// WriteKeeping is Write with the permissions of the file that stands there.
func WriteKeeping(path string, data []byte, perm fs.FileMode) error {
	return write(path, data, perm, true)
}

func write(path string, data []byte, perm fs.FileMode, keep bool) error {
	f, err := New(path, perm)
	if err != nil {
		return err
	}
	defer f.Discard()
	if keep {
		if info, err := os.Stat(path); err == nil {
			if err := f.Chmod(info.Mode().Perm()); err != nil {
				return naming(err, path)
			}
		}
	}
	if _, err := f.Write(data); err != nil {
		return naming(err, path)
	}
	return f.Replace()
}

// patience bounds how long a file that somebody else has open is waited for.
const patience = 500 * time.Millisecond

// patiently does what may fail while somebody else has a file open.
func patiently(do func() error) error {
	err := do()
	for until := time.Now().Add(patience); err != nil && isHeld(err) && time.Now().Before(until); {
		time.Sleep(10 * time.Millisecond)
		err = do()
	}
	return err
}
