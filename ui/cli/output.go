package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"duidu/ui/lang"
	"duidu/ui/whole"
)

// output is where a command writes its data: standard output, or a file
// that appears whole at the end or not at all.
type output struct {
	*bufio.Writer
	file  *whole.File
	texts *lang.Commands
	path  string
	force bool
}

// open returns the writer of this run.
func (a *app) open() (io.Writer, error) {
	if a.opts.Output == "" || a.opts.Output == "-" {
		a.out = &output{Writer: bufio.NewWriterSize(behindProgress{a.env.Stdout, &a.progress}, 64<<10)}
		return a.out, nil
	}
	o := &output{texts: a.texts, path: a.opts.Output, force: a.opts.Force}
	if err := o.free(); err != nil {
		return nil, err
	}
	f, err := whole.New(o.path, 0o644)
	if err != nil {
		return nil, fmt.Errorf(a.texts.CantWrite, o.path, o.texts.Files.Cause(err))
	}
	o.file, o.Writer = f, bufio.NewWriterSize(f, 64<<10)
	a.out = o
	return o, nil
}

// free makes sure that nothing is lost by writing the file.
func (o *output) free() error {
	info, err := os.Lstat(o.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf(o.texts.CantWrite, o.path, o.texts.Files.Cause(err))
	case info.IsDir():
		return usageError{fmt.Sprintf(o.texts.IsFolder, o.path)}
	case !o.force:
		return usageError{fmt.Sprintf(o.texts.Exists, o.path)}
	}
	return nil
}

// finish writes what is left. A file is put in its place only if the command
// went well; that it left out unreadable inputs is no reason against.
func (o *output) finish(err error) error {
	if o.file == nil {
		return errors.Join(err, o.Flush())
	}
	defer o.file.Discard()
	if err != nil {
		return err
	}
	// The command may have run for long; look again.
	if err := o.free(); err != nil {
		return err
	}
	if err := o.Flush(); err != nil {
		return fmt.Errorf(o.texts.CantWrite, o.path, o.texts.Files.Cause(err))
	}
	if err := o.file.Replace(); err != nil {
		return fmt.Errorf(o.texts.CantWrite, o.path, o.texts.Files.Cause(err))
	}
	return nil
}
