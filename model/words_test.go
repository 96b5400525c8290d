package model_test

import (
	"go/scanner"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// TestTheModelHoldsNoWordOfAnyReport reads the literals of the sources: what
// must be read out of Chinese, the reader of reports has read.
func TestTheModelHoldsNoWordOfAnyReport(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "modeltest":
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		set := token.NewFileSet()
		var s scanner.Scanner
		s.Init(set.AddFile(path, -1, len(source)), source, nil, 0) // without comments
		for {
			pos, kind, text := s.Scan()
			if kind == token.EOF {
				return nil
			}
			if strings.ContainsFunc(text, func(c rune) bool { return unicode.Is(unicode.Han, c) }) {
				t.Errorf("%s: %s", set.Position(pos), text)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 20 {
		t.Errorf("only %d files seen", files)
	}
}
