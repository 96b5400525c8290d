package parser

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"duidu/model"
	"duidu/parser/format"
	"duidu/parser/store"
)

// growing gives more than its size told, without end.
type growing struct{}

func (growing) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// failing gives something, and then no more.
type failing struct{ given bool }

func (f *failing) Read(p []byte) (int, error) {
	if f.given {
		return 0, errors.New("i/o")
	}
	f.given = true
	return copy(p, "全年收到提案86件。"), nil
}

func TestAFileThatGrowsWhileItIsReadIsReadToTheBound(t *testing.T) {
	for _, c := range []struct {
		given, size, bound int64
		want               format.ErrorKind
	}{{100, 100, 100, ""}, {100, 10, 100, ""}, {10, 100, 100, ""}, {101, 100, 100, format.TooLarge}, {0, 100, 100, format.Empty}} {
		data, err := readBounded("a.txt", strings.NewReader(strings.Repeat("x", int(c.given))), c.size, c.bound)
		var e *format.Error
		if errors.As(err, &e); c.want != "" && (e == nil || e.Kind != c.want || e.Path != "a.txt") || c.want == "" && (err != nil || int64(len(data)) != c.given) {
			t.Errorf("%+v: %d bytes, %v", c, len(data), err)
		}
	}
	var e *format.Error
	if _, err := readBounded("a.txt", growing{}, 10, 1<<20); !errors.As(err, &e) || e.Kind != format.TooLarge {
		t.Errorf("what never ends: %v", err)
	}
	if _, err := readBounded("a.txt", new(failing), 100, 1<<20); !errors.As(err, &e) || e.Kind != format.ReadFailed {
		t.Errorf("what ends in a fault: %v", err)
	}
}

func TestAFileThatChangedWhileItWasReadIsNotKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "县政协2023年工作总结.txt")
	past := time.Now().Add(-time.Hour)
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, past, past); err != nil {
			t.Fatal(err)
		}
		past = past.Add(time.Minute)
	}
	s := store.New(filepath.Join(t.TempDir(), "store"), "test")
	p := New(Options{Store: s})
	write("全年收到提案86件。")
	before, _ := p.fileAt(path)
	r, err := p.Parse(path, []byte("全年收到提案86件。"))
	if err != nil {
		t.Fatal(err)
	}
	write("全年收到提案12件，立案9件。") // meanwhile
	p.keep(path, before, store.KeyOf([]byte("86"), before.Beside), r)
	s.Flush()
	if _, _, kept := s.Unchanged(before); kept {
		t.Error("a report is kept for a file that holds another")
	}
	for _, want := range []string{"12件", "12件", "7件"} { // read, from the store, changed again
		if want == "7件" {
			write("全年收到提案7件。")
		}
		var got string
		err := p.List(context.Background(), []string{path}, func(_ string, l *Listed, err error) error {
			if err != nil {
				return err
			}
			r, err := l.Open(context.Background())
			if err == nil {
				got = r.Figures[0].Text
			}
			return err
		})
		s.Flush()
		if err != nil || got != want {
			t.Errorf("%q is read, not %q (%v)", got, want, err)
		}
	}
}

func TestAFileThatVanishedIsOpenedFromTheStoreOrNamed(t *testing.T) {
	for _, kept := range []bool{true, false} {
		path := filepath.Join(t.TempDir(), "县政协2023年工作总结.txt")
		if err := os.WriteFile(path, []byte("全年收到提案86件。"), 0o600); err != nil {
			t.Fatal(err)
		}
		past := time.Now().Add(-time.Hour)
		if err := os.Chtimes(path, past, past); err != nil {
			t.Fatal(err)
		}
		o := Options{}
		if kept {
			o.Store = store.New(filepath.Join(t.TempDir(), "store"), "test")
		}
		p := New(o)
		var listed *Listed
		for range 2 { // the second time from the store
			if err := p.List(context.Background(), []string{path}, func(_ string, l *Listed, err error) error { listed = l; return err }); err != nil {
				t.Fatal(err)
			}
			if o.Store != nil {
				o.Store.Flush()
			}
		}
		listed.found.report, listed.found.kept = nil, true // as in a list that is too long to be held
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		r, err := listed.Open(context.Background())
		var e *format.Error
		if kept && (err != nil || r.Figures[0].Text != "86件") || !kept && (!errors.As(err, &e) || e.Kind != format.NotFound || e.Path != path) {
			t.Errorf("kept %v: %v, %v", kept, r, err)
		}
		err = p.Load(context.Background(), []string{path}, func(_ string, r *model.Report, err error) error {
			if r != nil {
				t.Error("a path that is gone gives a report")
			}
			return err
		})
		if !errors.As(err, &e) || e.Kind != format.NotFound {
			t.Errorf("a path that is gone gives %v", err)
		}
	}
}
