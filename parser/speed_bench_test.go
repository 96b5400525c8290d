package parser

import (
	"os"
	"path/filepath"
	"testing"
)

func readFive(tb testing.TB) (paths []string, data [][]byte) {
	paths, _ = filepath.Glob("/work/shared/reports/*.txt")
	for _, p := range paths {
		d, err := os.ReadFile(p)
		if err != nil {
			tb.Fatal(err)
		}
		data = append(data, d)
	}
	return
}

func BenchmarkFive(b *testing.B) {
	paths, data := readFive(b)
	p := New(Options{})
	total := 0
	for i := range data {
		total += len(data[i])
		p.Parse(paths[i], data[i])
	}
	b.SetBytes(int64(total))
	b.ReportAllocs()
	for b.Loop() {
		for i := range data {
			p.Parse(paths[i], data[i])
		}
	}
}

func BenchmarkEach(b *testing.B) {
	paths, data := readFive(b)
	p := New(Options{})
	for i := range data {
		b.Run(filepath.Base(paths[i])[:3], func(b *testing.B) {
			b.SetBytes(int64(len(data[i])))
			b.ReportAllocs()
			for b.Loop() {
				p.Parse(paths[i], data[i])
			}
		})
	}
}
