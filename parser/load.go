package parser

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"duidu/parser/fetch"
	"duidu/parser/format"
)

// stdinPath names standard input among paths.
const stdinPath = "-"

// maxSource bounds a file, in bytes. A report has some tens of kilobytes, a
// volume of them some millions; a file beyond this is a mistake that would cost
// all memory.
const maxSource = 256 << 20

// reportSuffixes are the names in a folder that may be reports, those that
// can't be read yet among them, so that their owner hears of it. Files
// without a suffix are looked into; a file named by the user is always tried.
var reportSuffixes = []string{".txt", ".text", ".md", ".htm", ".html", ".docx", ".pdf", ".markdown", ".shtml", ".xhtml", ".mht", ".mhtml", ".doc", ".wps", ".rtf", ".ofd", ".epub", ".odt"}

// walkFiles calls visit for each file that paths lead to, in order: a file for
// itself, a folder for the files below it that could be reports, sorted by
// name. Files are not read, apart from the first bytes of those without a
// suffix. Hidden names below a folder are skipped, a folder met twice (by
// symbolic links) is entered once. What can't be reached is visited with an
// *Error and never ends the walk; an error that visit returns does, and so
// does the end of ctx.
func walkFiles(ctx context.Context, paths []string, visit func(path string, err error) error) error {
	w := walker{ctx: ctx, visit: visit, seen: map[string]bool{}}
	for _, p := range paths {
		if err := w.path(p); err != nil {
			return err
		}
	}
	return nil
}

type walker struct {
	ctx   context.Context
	visit func(string, error) error
	seen  map[string]bool // folders entered, by their real paths
}

// path visits what the user named.
func (w *walker) path(p string) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	if p == stdinPath || fetch.IsAddress(p) {
		return w.visit(p, nil)
	}
	info, err := os.Stat(p)
	switch {
	case err != nil:
		return w.visit(p, systemError(p, err))
	case info.IsDir():
		return w.folder(p)
	case !info.Mode().IsRegular():
		return w.visit(p, notRegular(p, info.Mode()))
	}
	return w.visit(p, nil)
}

// folder visits the files of a folder and then of those inside it.
func (w *walker) folder(dir string) error {
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return w.visit(dir, systemError(dir, err))
	}
	if real, err = filepath.Abs(real); err != nil {
		return w.visit(dir, systemError(dir, err))
	}
	if w.seen[real] {
		return nil
	}
	w.seen[real] = true
	entries, err := os.ReadDir(dir) // sorted by name
	if err != nil {
		if err := w.visit(dir, systemError(dir, err)); err != nil {
			return err
		}
	}
	for _, e := range entries {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if err := w.entry(filepath.Join(dir, e.Name()), e); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) entry(p string, e fs.DirEntry) error {
	mode := e.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(p)
		if err != nil {
			return w.visit(p, systemError(p, err))
		}
		mode = info.Mode().Type()
	}
	switch {
	case mode.IsDir():
		return w.folder(p)
	case !mode.IsRegular(): // a folder's devices and sockets are nobody's reports
		return nil
	case couldBeReport(p):
		return w.visit(p, nil)
	}
	return nil
}

// CouldBeReport tells whether a file found in a folder is to be read: what a
// program that follows a folder needs to know of a new one.
func CouldBeReport(path string) bool {
	return !strings.HasPrefix(filepath.Base(path), ".") && couldBeReport(path)
}

// couldBeReport goes by the suffix; without one, by the first bytes. A file
// that can't be opened could be, so that its trouble comes to light. What
// says of itself that it is about the folder is no report.
func couldBeReport(p string) bool {
	if strings.HasPrefix(strings.ToLower(filepath.Base(p)), "readme") {
		return false
	}
	if ext := strings.ToLower(filepath.Ext(p)); ext != "" {
		return slices.Contains(reportSuffixes, ext)
	}
	f, err := os.Open(p)
	if err != nil {
		return true
	}
	defer f.Close()
	start := make([]byte, format.SniffBytes)
	n, _ := io.ReadFull(f, start)
	return n > 0 && format.LooksReadable(start[:n])
}

// readSource reads a file, or standard input for "-", whole. Anything but a
// regular file of a bearable size is refused before a byte is read.
func readSource(path string) ([]byte, error) {
	if path == stdinPath {
		return readBounded(path, os.Stdin, 0, maxSource)
	}
	// Stat comes first: opening a FIFO would wait for a writer.
	info, err := os.Stat(path)
	if err != nil {
		return nil, systemError(path, err)
	}
	if !info.Mode().IsRegular() {
		return nil, notRegular(path, info.Mode())
	}
	if info.Size() > maxSource {
		return nil, &format.Error{Path: path, Kind: format.TooLarge, Detail: strconv.FormatInt(info.Size(), 10)}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, systemError(path, err)
	}
	defer f.Close()
	return readBounded(path, f, info.Size(), maxSource)
}

// readBounded reads r to its end, or refuses once it passes the bound: a
// pipe tells no size, and a file may grow. size is how many bytes there should
// be, 0 where nobody knows.
func readBounded(path string, r io.Reader, size, bound int64) ([]byte, error) {
	var in bytes.Buffer
	in.Grow(int(size) + bytes.MinRead) // so that a large file is held once
	_, err := in.ReadFrom(io.LimitReader(r, bound+1))
	data := in.Bytes()
	switch {
	case err != nil:
		return nil, systemError(path, err)
	case int64(len(data)) > bound:
		return nil, &format.Error{Path: path, Kind: format.TooLarge, Detail: strconv.Itoa(len(data))}
	case len(data) == 0:
		return nil, &format.Error{Path: path, Kind: format.Empty}
	}
	return data, nil
}

func systemError(path string, err error) *format.Error {
	kind := format.ReadFailed
	switch {
	case errors.Is(err, fs.ErrNotExist):
		kind = format.NotFound
	case errors.Is(err, fs.ErrPermission):
		kind = format.Permission
	case errors.Is(err, syscall.ELOOP):
		kind = format.LinkLoop
	}
	return &format.Error{Path: path, Kind: kind, Err: err}
}

func notRegular(path string, mode fs.FileMode) *format.Error {
	what := "special"
	switch {
	case mode.IsDir():
		what = "folder"
	case mode&fs.ModeNamedPipe != 0:
		what = "pipe"
	case mode&fs.ModeSocket != 0:
		what = "socket"
	case mode&fs.ModeDevice != 0:
		what = "device"
	}
	return &format.Error{Path: path, Kind: format.NotRegular, Detail: what}
}
