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

// storeTexts is what is said of the store.
type storeTexts struct {
	Short, Example, ClearShort, Flag  string
	Name, File, Bytes, Reports        string
	None, Off, Locked, Cleared, Empty string
	FailedF, ClearFailedF             string
}

func chineseStore() storeTexts {
	return storeTexts{
		Short: "显示读取结果存在哪里、多大", ClearShort: "清空读取结果", Flag: "不用也不存读取结果",
		Example: storeExample,
		Name:    "读取结果", File: "位置", Bytes: "大小", Reports: "报告",
		None: "（还没有）", Off: "（不用）", Cleared: "已清空，释放 %s", Empty: "本来就是空的",
		Locked:       "读取结果正被另一个程序使用，这次不用它",
		FailedF:      "读取结果存不下来（%v），这次不用它；--no-store 可不再提示",
		ClearFailedF: "读取结果清不掉：%v",
	}
}

func englishStore() storeTexts {
	return storeTexts{
		Short: "say where what was read is kept, and how much", ClearShort: "remove what was kept", Flag: "neither use nor keep what was read",
		Example: storeExample,
		Name:    "store", File: "file", Bytes: "size", Reports: "reports",
		None: "(none yet)", Off: "(not used)", Cleared: "cleared, %s freed", Empty: "nothing was kept",
		Locked:       "the store is in use by another program; going without it",
		FailedF:      "what was read can't be kept (%v); going without it. --no-store says no more",
		ClearFailedF: "the store can't be cleared: %v",
	}
}

const storeExample = `  duidu store
  duidu store clear
  duidu --no-store find 民主监督 ~/reports`

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
