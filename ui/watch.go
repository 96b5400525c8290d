package ui

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"duidu/ui/pane"

	"github.com/fsnotify/fsnotify"
)

// watcher follows the folders that reports came from. What it sees is
// gathered until there is a pause: saving one file is several events, and
// copying a folder is thousands.
type watcher struct {
	era     pane.Era
	fs      *fsnotify.Watcher
	named   map[string]bool // files named one by one, whose folders are watched
	folders map[string]bool // watched for everything in them
	wanted  func(string) bool
	changes chan changed
}

// changed tells what happened to the files since the last one.
type changed struct {
	era     pane.Era
	written []string // new or changed, sorted
	gone    []string
}

const (
	// quietTime is how long nothing must happen before the changes are told.
	quietTime = 400 * time.Millisecond
	// maxFolders bounds what is asked of the system, which has a limit of
	// its own for all programs together.
	maxFolders = 4096
)

// startWatch follows files and folders until ctx ends.
func startWatch(ctx context.Context, era pane.Era, paths []string, wanted func(string) bool) (*watcher, error) {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &watcher{era: era, fs: notify, named: map[string]bool{}, folders: map[string]bool{}, wanted: wanted, changes: make(chan changed, 1)}
	for _, p := range paths {
		if err := w.add(p); err != nil {
			notify.Close()
			return nil, err
		}
	}
	go w.run(ctx)
	return w, nil
}

// add follows what the user named: a folder with those inside it, or a file
// by way of its folder, since programs that save put a new file in its place.
func (w *watcher) add(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil // it could not be read either, and said so
	case info.IsDir():
		return w.addFolder(path)
	}
	path = filepath.Clean(path)
	w.named[path] = true
	return w.fs.Add(filepath.Dir(path))
}

func (w *watcher) addFolder(root string) error {
	return filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil || !e.IsDir():
			return nil
		case path != root && strings.HasPrefix(e.Name(), "."), len(w.folders) >= maxFolders:
			return filepath.SkipDir
		}
		w.folders[filepath.Clean(path)] = true
		return w.fs.Add(path)
	})
}

// run gathers events and tells them after a pause.
func (w *watcher) run(ctx context.Context) {
	defer close(w.changes)
	defer w.fs.Close()
	touched := map[string]bool{}
	quiet := time.NewTimer(time.Hour)
	for {
		select {
		case <-ctx.Done():
			return
		case _, ok := <-w.fs.Errors:
			if !ok {
				return
			}
		case e, ok := <-w.fs.Events:
			if !ok {
				return
			}
			if w.concerns(e) {
				touched[filepath.Clean(e.Name)] = true
				quiet.Reset(quietTime)
			}
		case <-quiet.C:
			if c := w.settle(touched); len(c.written)+len(c.gone) > 0 {
				select {
				case w.changes <- c:
				case <-ctx.Done():
					return
				}
			}
			clear(touched)
		}
	}
}

// concerns tells whether an event is about a report, or a new folder.
func (w *watcher) concerns(e fsnotify.Event) bool {
	path := filepath.Clean(e.Name)
	if !e.Has(fsnotify.Create) && !e.Has(fsnotify.Write) && !e.Has(fsnotify.Remove) && !e.Has(fsnotify.Rename) {
		return false
	}
	return w.named[path] || w.folders[filepath.Dir(path)] && !strings.HasPrefix(filepath.Base(path), ".") && !strings.HasSuffix(path, "~")
}

// settle looks what became of the files that were touched. New folders are
// followed from now on.
func (w *watcher) settle(touched map[string]bool) changed {
	c := changed{era: w.era}
	for _, path := range slices.Sorted(maps.Keys(touched)) {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			c.gone = append(c.gone, path)
			delete(w.folders, path) // it may come back as another one
		case info.IsDir():
			if !w.folders[path] && w.addFolder(path) == nil {
				c.written = append(c.written, path)
			}
		case w.named[path] || w.wanted(path):
			c.written = append(c.written, path)
		}
	}
	return c
}
