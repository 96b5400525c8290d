//go:build unix

package parser

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"

	"duidu/parser/format"
)

func TestWhatIsNoRegularFileIsRefusedAtOnce(t *testing.T) {
	root := tree(t, map[string]string{"empty.txt": ""})
	fifo, sock := filepath.Join(root, "fifo.txt"), filepath.Join(root, "s.txt")
	if err := syscall.Mkfifo(fifo, 0o644); err != nil {
		t.Skip(err)
	}
	l, err := net.Listen("unix", sock)
	if err != nil {
		t.Skip(err)
	}
	defer l.Close()
	big := filepath.Join(root, "big.txt")
	f, err := os.Create(big)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(maxSource + 1); err != nil {
		t.Fatal(err)
	}
	f.Close()
	for path, kind := range map[string]format.ErrorKind{
		fifo: format.NotRegular, sock: format.NotRegular, "/dev/zero": format.NotRegular, root: format.NotRegular, big: format.TooLarge,
		filepath.Join(root, "empty.txt"): format.Empty, filepath.Join(root, "gone.txt"): format.NotFound,
	} {
		_, err := readSource(path)
		var e *format.Error
		if !errors.As(err, &e) || e.Kind != kind || e.Path != path {
			t.Errorf("%s: %v, want %s", path, err, kind)
		}
	}
	if got, want := walked(t, root, fifo), []string{"fifo.txt not-regular"}; !reflect.DeepEqual(got, want) {
		t.Errorf("named: %v", got)
	}
	if got := walked(t, root, root); strings.Contains(strings.Join(got, " "), "fifo") {
		t.Errorf("in a folder: %v", got)
	}
}
