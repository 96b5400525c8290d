package parser

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/compare"
	"duidu/parser/parsertest"
)

var realPrograms = flag.Bool("real-programs", false, "make DOCX and PDF files with LibreOffice and Chromium and read them")

// program runs a program in a folder, or skips the test without it.
func program(t *testing.T, folder, name string, args ...string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("no %s here", name)
	}
	c := exec.Command(name, args...)
	c.Dir = folder
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

func writeFile(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// printedPages writes each report as a page to print, with real pictures,
// and returns how the text itself reads, by name.
func printedPages(t *testing.T, p *Parser, folder string) map[string]*model.Report {
	t.Helper()
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 300, 160))); err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(folder, "a.png"), picture.Bytes())
	const style = `<style>body{font-family:"Noto Serif CJK SC";font-size:12pt;line-height:1.6} h1,figure{text-align:center} p{text-indent:2em;margin:0}`
	texts := map[string]*model.Report{}
	for name, data := range parsertest.CorpusFiles(t, "reports/*.txt") {
		name = name[:3]
		texts[name] = parsed(t, p, name, []byte(data))
		page := strings.NewReplacer("<img src=a.jpg alt=''>", "<img src=a.png width=300 height=160>", `<nav><a href="/">首页</a></nav>`, "").Replace(handPage(pagePartsOf(p, data)))
		// LibreOffice knows no figures.
		office := strings.NewReplacer("<figure>", "<p align=center>", "<figcaption>", "</p><p align=center>", "</figcaption></figure>", "</p>").Replace(page)
		writeFile(t, filepath.Join(folder, name+"-office.html"), []byte(office))
		writeFile(t, filepath.Join(folder, name+"-print.html"), []byte(strings.Replace(page, "<body>", style+"</style><body>", 1)))
		writeFile(t, filepath.Join(folder, name+"-columns.html"), []byte(strings.Replace(page, "<body>", style+"article{column-count:2;column-gap:2em;font-size:9pt} h1{column-span:all}</style><body>", 1)))
	}
	return texts
}

func TestReportsReadTheSameFromFilesOfRealPrograms(t *testing.T) {
	if !*realPrograms {
		t.Skip("takes minutes; go test ./parser -run RealPrograms -real-programs")
	}
	folder := t.TempDir()
	p := New(Options{})
	texts := printedPages(t, p, folder)
	pages, _ := filepath.Glob(filepath.Join(folder, "*-office.html"))
	program(t, folder, "soffice", append([]string{"--headless", "--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML"}, pages...)...)
	documents, _ := filepath.Glob(filepath.Join(folder, "*.docx"))
	program(t, folder, "soffice", append([]string{"--headless", "--convert-to", "pdf"}, documents...)...)
	for name := range texts {
		for _, form := range []string{"-print", "-columns"} {
			program(t, folder, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf="+name+form+".pdf", name+form+".html")
		}
	}
	for _, form := range []struct {
		suffix string
		least  float64
	}{{"-office.docx", 0.99}, {"-office.pdf", 0.97}, {"-print.pdf", 0.97}, {"-columns.pdf", 0.97}} {
		var sum agreement
		for name, text := range texts {
			path := filepath.Join(folder, name+form.suffix)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			a := compareReadings(text, parsed(t, p, path, data))
			if a.figures < form.least || a.headings < form.least {
				t.Errorf("%s%s: %+v", name, form.suffix, a)
			}
			sum.figures, sum.headings, sum.captions = sum.figures+a.figures, sum.headings+a.headings, sum.captions+a.captions
		}
		n := float64(len(texts))
		t.Logf("%-14s figures %.4f headings %.4f captions %.4f", form.suffix, sum.figures/n, sum.headings/n, sum.captions/n)
	}
}

func TestPrintedDocumentsReadLikeTheDocuments(t *testing.T) {
	if !*realPrograms {
		t.Skip("takes minutes; go test ./parser -run Printed -real-programs")
	}
	folder := t.TempDir()
	p := New(Options{})
	var paths []string
	documents := parsertest.CorpusFiles(t, "corpus/provinces-2025/*.docx")
	for name, data := range documents {
		paths = append(paths, filepath.Join(folder, name))
		writeFile(t, paths[len(paths)-1], []byte(data))
	}
	var all []*model.Report
	for _, form := range []string{"pdf", "html"} {
		program(t, folder, "soffice", append([]string{"--headless", "--convert-to", form}, paths...)...)
		for name, data := range documents {
			made, err := os.ReadFile(filepath.Join(folder, strings.TrimSuffix(name, "docx")+form))
			if err != nil {
				t.Fatal(err)
			}
			document, other := parsed(t, p, name, []byte(data)), parsed(t, p, name, made)
			a := compareReadings(document, other)
			t.Logf("%s %s figures %.4f headings %.4f", form, name, a.figures, a.headings)
			if a.figures < 0.97 || a.headings < 0.97 || other.Title != document.Title || other.Place != document.Place || other.Year != document.Year {
				t.Errorf("%s %s: %+v %q %s %d", form, name, a, other.Title, other.Place, other.Year)
			}
			all = append(all, document, other)
		}
	}
	groups := compare.NearDuplicates(all)
	if len(groups) != len(documents) {
		t.Errorf("%d reports in four files each make %d groups", len(documents), len(groups))
	}
	for _, g := range groups {
		if len(g) != 4 || all[g[0]].Path != all[g[3]].Path {
			t.Errorf("%d files of %s", len(g), all[g[0]].Path)
		}
	}
}
