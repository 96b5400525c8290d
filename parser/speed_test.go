package parser

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"duidu/parser/parsertest"
)

// fiveReports are the reports that speed is measured with.
func fiveReports(b *testing.B) (paths []string, data [][]byte) {
	paths, _ = filepath.Glob(filepath.Join(parsertest.SharedFolder, "reports", "*.txt"))
	if len(paths) == 0 {
		b.Skip("no ../shared/reports")
	}
	for _, p := range paths {
		d, err := os.ReadFile(p)
		if err != nil {
			b.Fatal(err)
		}
		data = append(data, d)
	}
	return paths, data
}

// BenchmarkFiveReports reads the five reports over and over on one core.
func BenchmarkFiveReports(b *testing.B) {
	paths, data := fiveReports(b)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	p := New(Options{})
	size := 0
	for i := range data {
		size += len(data[i])
		mustParse(b, p, paths[i], data[i])
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	start := parsertest.Worked(b)
	for b.Loop() {
		for i := range data {
			mustParse(b, p, paths[i], data[i])
		}
	}
	b.ReportMetric(float64((parsertest.Worked(b)-start).Microseconds())/float64(b.N), "cpu-µs/op")
}

// BenchmarkAgainstOpenCC measures a parse of the five reports on one core
// against the time that OpenCC's own command takes to convert the same text,
// turn by turn. times-opencc is how many times as fast the parse is, by the
// best turn of each: others on the machine only make a turn longer. Garbage is
// collected as main has it collected.
func BenchmarkAgainstOpenCC(b *testing.B) {
	paths, data := fiveReports(b)
	opencc, err := exec.LookPath("opencc")
	if err != nil {
		b.Skip("OpenCC's command is not installed")
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	const rounds, turns = 16, 12
	file := filepath.Join(b.TempDir(), "five.txt")
	if err := os.WriteFile(file, bytes.Repeat(bytes.Join(data, nil), rounds), 0o600); err != nil {
		b.Fatal(err)
	}
	p := New(Options{})
	for b.Loop() {
		ours, theirs := time.Hour, time.Hour
		for range turns {
			cmd := exec.Command(opencc, "-c", "t2s", "-i", file, "-o", os.DevNull)
			if err := cmd.Run(); err != nil {
				b.Fatal(err)
			}
			theirs = min(theirs, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
			start := parsertest.Worked(b)
			for range rounds {
				for i := range data {
					mustParse(b, p, paths[i], data[i])
				}
			}
			ours = min(ours, parsertest.Worked(b)-start)
		}
		b.ReportMetric(float64(theirs)/float64(ours), "times-opencc")
		b.ReportMetric(float64(ours.Microseconds())/rounds, "cpu-µs/five")
	}
}

func mustParse(b *testing.B, p *Parser, path string, data []byte) {
	if _, err := p.Parse(path, data); err != nil {
		b.Fatal(err)
	}
}

// TestAReportOfTheUsualLengthIsReadWithFewPiecesOfMemory holds what collecting
// garbage costs down: it was 3,260 pieces once.
func TestAReportOfTheUsualLengthIsReadWithFewPiecesOfMemory(t *testing.T) {
	const most = 500
	paths, _ := filepath.Glob(filepath.Join(parsertest.SharedFolder, "reports", "*.txt"))
	if len(paths) == 0 {
		t.Skip("no ../shared/reports")
	}
	p := New(Options{})
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		read := func() {
			if _, err := p.Parse(path, data); err != nil {
				t.Fatal(err)
			}
		}
		if n := testing.AllocsPerRun(5, read); n > most {
			t.Errorf("%s: %.0f pieces of memory, at most %d", filepath.Base(path), n, most)
		} else {
			t.Logf("%s: %.0f", filepath.Base(path), n)
		}
	}
}
