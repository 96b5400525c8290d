package cli

import (
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"
)

// Store is where what was read is kept between runs.
type Store interface {
	File() string
	// Size is how large it is and how many reports it keeps.
	Size() (bytes int64, reports int)
	// Clear removes it.
	Clear() error
	// Flush waits until all that was read is kept, or can't be.
	Flush()
	// Trouble is why it could not be used, nil if it could; locked tells
	// that another program holds it.
	Trouble() (locked bool, err error)
}

func (a *app) storeCommand() *cobra.Command {
	t := &a.texts.Store
	c := &cobra.Command{
		Use: "store", Short: t.Short, Example: t.Example, Args: a.atMost(0), ValidArgsFunction: noFiles(1),
		RunE: func(*cobra.Command, []string) error { return a.printStore() },
	}
	c.AddCommand(&cobra.Command{
		Use: "clear", Short: t.ClearShort, Args: a.atMost(0), ValidArgsFunction: noFiles(1),
		RunE: func(*cobra.Command, []string) error { return a.clearStore() },
	})
	return c
}

// store is the store of this run, nil if there is none.
func (a *app) store() Store {
	if a.env.Store == nil || a.opts.NoStore {
		return nil
	}
	return a.env.Store()
}

// printStore says where the store is, how large, and how many reports it keeps.
func (a *app) printStore() error {
	w, err := a.open()
	if err != nil {
		return err
	}
	t, s := &a.texts.Store, a.store()
	if s == nil {
		_, err = fmt.Fprintln(w, t.Off)
		return err
	}
	bytes, reports := s.Size()
	size := t.None
	if bytes > 0 {
		size = megabytes(bytes)
	}
	for _, line := range [][2]string{{t.File, clean(s.File())}, {t.Bytes, size}, {t.Reports, strconv.Itoa(reports)}} {
		if _, err := fmt.Fprintf(w, "%s\t%s\n", line[0], line[1]); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) clearStore() error {
	w, err := a.open()
	if err != nil {
		return err
	}
	t, s := &a.texts.Store, a.store()
	if s == nil {
		_, err = fmt.Fprintln(w, t.Off)
		return err
	}
	bytes, _ := s.Size()
	if err := s.Clear(); err != nil {
		if locked, _ := s.Trouble(); locked {
			return fmt.Errorf(t.ClearFailedF, t.Locked)
		}
		return fmt.Errorf(t.ClearFailedF, a.texts.Files.Cause(err))
	}
	said := t.Empty
	if bytes > 0 {
		said = fmt.Sprintf(t.Cleared, megabytes(bytes))
	}
	_, err = io.WriteString(w, said+"\n")
	return err
}

// keep waits until what was read is kept, and says once why it can't be.
func (a *app) keep() {
	s := a.store()
	if s == nil {
		return
	}
	s.Flush()
	switch locked, err := s.Trouble(); {
	case err == nil:
	case locked:
		a.say(a.texts.Store.Locked)
	default:
		a.say(fmt.Sprintf(a.texts.Store.FailedF, a.texts.Files.Cause(err)))
	}
}

// megabytes is a size for people.
func megabytes(n int64) string {
	return strconv.FormatFloat(float64(n)/(1<<20), 'f', 1, 64) + " MB"
}
