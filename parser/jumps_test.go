package parser

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"duidu/model"
	"duidu/parser/parsertest"
)

// TestAFolderOfJumpsIsGoneThroughOnce has a folder of which a tenth of the files
// jump to another. DUIDU_JUMPS says how many files it has.
func TestAFolderOfJumpsIsGoneThroughOnce(t *testing.T) {
	files := 600
	if n, err := strconv.Atoi(os.Getenv("DUIDU_JUMPS")); err == nil {
		files = n
	}
	jumps := files / 10
	folder := func(jumps int) string {
		dir := t.TempDir()
		for i := range files {
			text := fmt.Sprintf("第%d县的一年\n\n%s收到提案%d件，全部办复。\n", i, paragraph, 100+i)
			switch {
			case i < jumps:
				text = fmt.Sprintf("第%d县的一年\n\n%s收到提案%d件，其中关于饮水的得到\n（下转第四版）\n", i, paragraph, 100+i)
			case i < 2*jumps:
				text = fmt.Sprintf("第%d县的一年\n（上接第一版）县里的重视。%s\n", i-jumps, paragraph)
			}
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%04d.txt", i)), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return dir
	}
	load := func(dir string) (n int, took time.Duration) {
		start := parsertest.Worked(t)
		err := New(Options{}).Load(context.Background(), []string{dir}, func(_ string, r *model.Report, err error) error { n++; return err })
		if err != nil {
			t.Fatal(err)
		}
		return n, parsertest.Worked(t) - start
	}
	without, with := folder(0), folder(jumps)
	load(without) // tables
	best := 100.0
	for range 6 { // others use the machine too
		_, plain := load(without)
		n, took := load(with)
		if n != files-jumps {
			t.Fatalf("%d reports, want %d", n, files-jumps)
		}
		best = min(best, float64(took)/float64(plain))
	}
	t.Logf("%d files, %d of them with jumps: %.2f times the time without", files, jumps, best)
	if best > 1.5 { // 1.0 was measured; the rest is for a busy machine
		t.Errorf("a folder with jumps takes %.2f times one without", best)
	}
}
