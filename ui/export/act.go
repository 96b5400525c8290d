package export

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"duidu/model/take"
	"duidu/ui/ask"
	"duidu/ui/pane"
	"duidu/ui/paper"
	"duidu/ui/write"

	tea "github.com/charmbracelet/bubbletea"
)

// The order and the contents of the selection.

func (e *Export) remove() tea.Cmd {
	it := *e.current()
	e.removed = append(e.removed, removal{[]take.Item{it}, e.cursor.Cursor()})
	e.at = "" // the cursor stays in its row
	text := fmt.Sprintf(e.env.Texts.Export.RemovedF, e.shorten(e.headOf(it)))
	return tea.Batch(ask.Do(ask.Remove{ID: it.ID()}), ask.Tell(ask.Info, text))
}

func (e *Export) clear() tea.Cmd {
	items := e.env.Selection().Items
	e.removed = append(e.removed, removal{items, 0})
	return ask.Do(ask.SelectAll{Items: items, Name: e.env.Texts.Export.All})
}

func (e *Export) undo() tea.Cmd {
	last := e.removed[len(e.removed)-1]
	e.removed = e.removed[:len(e.removed)-1]
	e.wanted = last.items[0].ID()
	if len(last.items) == 1 {
		return ask.Do(ask.Insert{Item: last.items[0], At: last.at})
	}
	return ask.Do(ask.SelectAll{Items: last.items, Name: e.env.Texts.Export.All})
}

func (e *Export) shift(by int) tea.Cmd {
	return ask.Do(ask.Shift{ID: e.current().ID(), By: by})
}

func (e *Export) openNote() tea.Cmd {
	e.asking, e.hint = forNote, ""
	e.prompt.Open(e.env.Texts.Export.NoteLabel)
	return nil
}

// addNote puts a note of the user's own behind the item under the cursor.
func (e *Export) addNote(text string) tea.Cmd {
	it := take.Note(text)
	if e.env.Selection().Contains(it.ID()) {
		return ask.Tell(ask.Warning, e.env.Texts.Export.NoteThere)
	}
	e.sync()
	e.wanted = it.ID()
	return ask.Do(ask.Insert{Item: it, At: min(e.cursor.Cursor()+1, e.env.Selection().Len())})
}

// The format and the file.

func (e *Export) nextFormat() tea.Cmd {
	formats := write.Formats()
	for i, f := range formats {
		if f == e.format {
			e.format = formats[(i+1)%len(formats)]
			break
		}
	}
	return nil
}

// formatOf is the format that the suffix of a path asks for, else the one
// chosen.
func (e *Export) formatOf(path string) write.Format {
	if f := write.FormatOf(path); slices.Contains(write.Formats(), f) {
		return f
	}
	return e.format
}

// name is what a new file is called.
func (e *Export) name() string {
	return fmt.Sprintf(e.env.Texts.Export.NameF, e.now().Format("20060102")) + e.format.Suffix()
}

func (e *Export) openPath() tea.Cmd {
	e.askPath(e.folder+e.name(), e.env.Texts.Export.FileHint)
	return nil
}

// askPath opens the prompt for a path.
func (e *Export) askPath(path, hint string) {
	e.asking, e.hint, e.choices = forPath, hint, choices{}
	e.prompt.OpenWith("", path)
	e.relabel()
}

// relabel shows which format the path asks for.
func (e *Export) relabel() {
	if e.asking == forPath {
		t := &e.env.Texts.Export
		e.prompt.Label = " " + fmt.Sprintf(t.WriteF, t.Format(e.formatOf(e.prompt.Text())))
	}
}

// job is a file to write.
type job struct {
	typed  string
	format write.Format
}

// written is what came of a job.
type written struct {
	era   pane.Era
	job   job
	path  string // where it is; as typed if that was no path
	items int
	size  int
	err   error
}

// write writes the selection as it is now.
func (e *Export) write(typed string, may consent) tea.Cmd {
	j := job{typed, e.formatOf(typed)}
	_, era := e.writing.Begin(context.Background())
	selection, words, name := e.env.Selection(), e.env.Words, e.name()
	return func() tea.Msg {
		w := written{era: era, job: j, path: typed, items: selection.Len()}
		if w.err = write.Check(typed, write.Formats()); w.err != nil {
			return w
		}
		if w.path, w.err = resolve(typed, name); w.err != nil {
			w.path = typed
			return w
		}
		var data []byte
		if data, w.err = paper.Export(selection, j.format, words); w.err == nil {
			w.size, w.err = len(data), writeFile(w.path, data, may)
		}
		return w
	}
}

func (e *Export) handleWritten(w written) tea.Cmd {
	if !e.writing.Finish(w.era) {
		return nil
	}
	t := &e.env.Texts.Export
	var exists existsError
	switch {
	case errors.As(w.err, &exists):
		e.pending, e.asking = w.job, forConsent
		e.hint = fmt.Sprintf(t.ExistsF, size(int(exists.size)), w.path)
		return nil
	case w.err != nil:
		why := e.env.Texts.Files.Cause(w.err)
		if errors.Is(w.err, errOdd) {
			why = e.env.Texts.Files.Odd
		}
		return ask.Tell(ask.Failure, fmt.Sprintf(t.CantWriteF, why, w.path))
	}
	e.format = w.job.format
	e.folder, _ = filepath.Split(w.job.typed)
	return ask.Tell(ask.Good, fmt.Sprintf(t.WrittenF, w.items, size(w.size), w.path))
}

// consent takes the answer to whether a file may be replaced: only y does.
func (e *Export) consent(k tea.KeyMsg) tea.Cmd {
	e.asking = nothing
	if k.String() == "y" || k.String() == "Y" {
		return e.write(e.pending.typed, overwrite)
	}
	e.askPath(e.pending.typed, e.env.Texts.Export.FileHint)
	return nil
}

// size writes a number of bytes.
func size(n int) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d B", n)
	case n < 1000*1000:
		return fmt.Sprintf("%.1f KB", float64(n)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
