package parsertest

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// This also makes libraries to measure with:
//
//	DUIDU_LIBRARY=/tmp/library DUIDU_REPORTS=6000 go test ./parser/parsertest -run MakeLibrary -count 1
func TestMakeLibraryMakesAReportForEachCountyAndYear(t *testing.T) {
	dir, n := t.TempDir(), 40
	if named := os.Getenv("DUIDU_LIBRARY"); named != "" {
		dir = named
		n, _ = strconv.Atoi(os.Getenv("DUIDU_REPORTS"))
	}
	size, err := MakeLibrary(dir, n, Texts(t))
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*", "*.txt"))
	if len(files) != n || size < int64(n)*6000 || size > int64(n)*40000 {
		t.Errorf("%d files of %d, %d bytes", len(files), n, size)
	}
	t.Logf("%d reports, %.0f MB", n, float64(size)/1e6)
}
