// Package parsertest gives the tests of all rooms the texts they share.
package parsertest

import (
	"archive/zip"
	"bytes"
	"cmp"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/liuzl/gocc"
)

// SharedFolder is where reports, corpora and case suites lie, beside the
// project's own folder; they are read in place and never copied into it.
// DUIDU_SHARED names another folder, or one that is not there, to see what a
// fresh clone tests.
var SharedFolder = cmp.Or(os.Getenv("DUIDU_SHARED"), besideProject("shared"))

// besideProject finds a folder beside the one that holds go.mod, or one
// further up, where a second working tree has it, from whichever folder a test
// runs in.
func besideProject(name string) string {
	up := "."
	for range 8 {
		if _, err := os.Stat(filepath.Join(up, "go.mod")); err == nil {
			break
		}
		up = filepath.Join(up, "..")
	}
	if beside := filepath.Join(up, "..", name); isFolder(beside) || !isFolder(filepath.Join(up, "../..", name)) {
		return beside
	}
	return filepath.Join(up, "../..", name)
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// CorpusFiles returns the contents of the files matching pattern in the
// shared folder by base name. Where there is no such folder it returns our
// stand-ins for them; where the folder lacks them, the test fails.
func CorpusFiles(t testing.TB, pattern string) map[string]string {
	t.Helper()
	if !HaveShared() {
		return standInFiles(t, pattern)
	}
	paths, _ := filepath.Glob(filepath.Join(SharedFolder, pattern))
	if len(paths) == 0 {
		t.Fatalf("%s: no such files in %s", pattern, SharedFolder)
	}
	files := map[string]string{}
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(p)] = string(b)
	}
	return files
}

// TraditionalSample is a paragraph of our own in traditional script.
const TraditionalSample = "一年來，縣政協圍繞鄉村振興、優化營商環境等課題開展協商議政12次，提出意見建議86條，辦理提案134件，" +
	"滿意率達98%；組織委員視察重點項目，走訪羣衆三百餘戶，協調解決問題47個，關於古樹保護的調研報告被縣委採納。"

const SimplifiedSample = "一年来，县政协围绕乡村振兴、优化营商环境等课题开展协商议政12次，提出意见建议86条，办理提案134件，" +
	"满意率达98%；组织委员视察重点项目，走访群众三百余户，协调解决问题47个，关于古树保护的调研报告被县委采纳。"

// CorpusTexts returns every text of the shared corpora and reports that is in
// simplified script.
func CorpusTexts(t testing.TB) map[string]string {
	all := CorpusFiles(t, "corpus/national/*.txt")
	maps.Copy(all, CorpusFiles(t, "reports/*.txt"))
	for name, b := range CorpusFiles(t, "corpus/provinces-2025/*.docx") {
		all[name] = DocxText(t, b)
	}
	for name := range all {
		if strings.HasPrefix(name, "1954") || strings.HasPrefix(name, "003") {
			delete(all, name)
		}
	}
	return all
}

var docxTag = regexp.MustCompile(`</w:p>|<[^>]*>`)

// DocxText reads the running text of a DOCX file, as far as these tests need
// it.
func DocxText(t testing.TB, file string) string {
	z, err := zip.NewReader(strings.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(f); err != nil {
		t.Fatal(err)
	}
	return docxTag.ReplaceAllStringFunc(b.String(), func(tag string) string {
		if tag == "</w:p>" {
			return "\n"
		}
		return ""
	})
}

// CharacterTable returns gocc's table from simplified to traditional
// characters, which knows no words.
func CharacterTable(t testing.TB) map[rune]rune {
	cc, err := gocc.New("s2t")
	if err != nil {
		t.Fatal(err)
	}
	table := map[rune]rune{}
	d := cc.DictChains[0].Dicts[1]
	for _, id := range d.Trie.PrefixPredict(nil, 0) {
		key, _ := d.Trie.Key(id)
		v, _ := d.Trie.Value(id)
		from, _ := utf8.DecodeRune(key)
		table[from], _ = utf8.DecodeRuneInString(d.Values[v][0])
	}
	return table
}

func TurnTraditional(table map[rune]rune, text []rune) {
	for i, r := range text {
		if to, ok := table[r]; ok {
			text[i] = to
		}
	}
}
