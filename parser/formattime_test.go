//go:build unix

package parser

import (
	"html"
	"maps"
	"runtime"
	"runtime/metrics"
	"slices"
	"strings"
	"testing"
	"time"

	"duidu/model/modeltest"
	"duidu/parser/format/ofdtest"
	"duidu/parser/parsertest"
)

// printedForms are the formats in which a page says where its characters stand.
var printedForms = map[string]func([]string) []byte{
	"pdf": func(paragraphs []string) []byte {
		const chars, rows = 28, 34
		var lines []string
		for _, p := range paragraphs {
			for r := []rune(p); len(r) > 0; r = r[min(chars, len(r)):] {
				lines = append(lines, string(r[:min(chars, len(r))]))
			}
		}
		var pages []string
		for page := range slices.Chunk(lines, rows) {
			pages = append(pages, blockOf(60, 760, page...))
		}
		return pdfOf(pages...)
	},
	"ofd, a line an object": func(paragraphs []string) []byte { return ofdtest.File(ofOneType(paragraphs), ofdtest.Options{}) },
	"ofd, a character an object": func(paragraphs []string) []byte {
		return ofdtest.File(ofOneType(paragraphs), ofdtest.Options{Characters: true, PDF: true, Glyphs: true})
	},
}

func ofOneType(paragraphs []string) (out []ofdtest.Paragraph) {
	for _, p := range paragraphs {
		out = append(out, ofdtest.Paragraph{Text: strings.Trim(p, " 　")})
	}
	return out
}

// markedForms are the formats in which marks stand between the text.
var markedForms = map[string]func(testing.TB, []string) []byte{
	"html": func(_ testing.TB, paragraphs []string) []byte {
		return []byte("<html><head><title>望溪县政协</title></head><body><div><p>" + strings.Join(paragraphs, "</p>\n<p>") + "</p></div></body></html>")
	},
	"markdown": func(_ testing.TB, paragraphs []string) []byte {
		return []byte("# 望溪县政协\n\n## 工作\n\n" + strings.Join(paragraphs, "\n\n"))
	},
	"docx": func(t testing.TB, paragraphs []string) []byte {
		var b strings.Builder
		for _, p := range paragraphs {
			b.WriteString(wordParagraph(html.EscapeString(p)))
		}
		return wordFile(t, b.String(), nil)
	},
}

// TestNoFormatTakesThreeTimesTheTextAlone bounds processor time and memory of
// a whole parse. With -v it prints what each costs, and the opening by itself.
func TestNoFormatTakesThreeTimesTheTextAlone(t *testing.T) {
	if !modeltest.Thorough() {
		t.Skip("reads a long text in each format, again and again")
	}
	var paragraphs []string
	for _, pattern := range []string{"reports/*.txt", "whole/*.txt"} {
		texts := parsertest.CorpusFiles(t, pattern)
		for _, name := range slices.Sorted(maps.Keys(texts)) {
			if !strings.HasPrefix(name, "003") { // in traditional script, whose notes cost more than any format
				paragraphs = append(paragraphs, paragraphsOf(texts[name])...)
			}
		}
	}
	paragraphs = slices.DeleteFunc(paragraphs, func(p string) bool { return strings.TrimSpace(p) == "" })
	forms := map[string][]byte{"text": []byte(strings.Join(paragraphs, "\n\n"))}
	for name, write := range officeForms {
		forms[name] = write(paragraphs)
	}
	for name, write := range printedForms {
		forms[name] = write(paragraphs)
	}
	for name, write := range markedForms {
		forms[name] = write(t, paragraphs)
	}
	p := New(Options{})
	best, opening, most := map[string]time.Duration{}, map[string]time.Duration{}, map[string]uint64{}
	for range 5 {
		for name, data := range forms {
			runtime.GC()
			peak := peakOfHeap()
			start := parsertest.Worked(t)
			if _, err := p.open(data); err != nil {
				t.Fatal(name, err)
			}
			opened := parsertest.Worked(t)
			parsed(t, p, name, data)
			end := parsertest.Worked(t)
			most[name] = max(most[name], peak())
			if best[name] == 0 || end-opened < best[name] {
				best[name] = end - opened
			}
			if opening[name] == 0 || opened-start < opening[name] {
				opening[name] = opened - start
			}
		}
	}
	chars := float64(len([]rune(string(forms["text"]))))
	for _, name := range slices.Sorted(maps.Keys(forms)) {
		times := float64(best[name]) / float64(best["text"])
		t.Logf("%-28s %5d KB  opening %4.0f ns, whole parse %4.0f ns a character, %.2f times the text's  %3d MB", name, len(forms[name])>>10,
			float64(opening[name])/chars, float64(best[name])/chars, times, most[name]>>20)
		limit := 3.5 // half of one for what else the machine does
		if name == "ofd, a character an object" {
			limit = 15 // 340 bytes of XML a character, which take as long to unpack as to read
		}
		if times > limit || most[name] > 300<<20 {
			t.Errorf("%s takes %.2f times the time of the text, and %d MB", name, times, most[name]>>20)
		}
	}
}

// peakOfHeap watches the heap until the function it returns is called, which
// gives the most it held, in bytes.
func peakOfHeap() func() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	stop, done := make(chan struct{}), make(chan uint64)
	go func() {
		most := uint64(0)
		for {
			metrics.Read(sample)
			most = max(most, sample[0].Value.Uint64())
			select {
			case <-stop:
				done <- most
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	return func() uint64 { close(stop); return <-done }
}
