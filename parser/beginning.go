package parser

import (
	"bytes"
	"io"
	"os"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/fetch"
	"duidu/parser/format"
)

const (
	// longFile is from how many bytes on a file takes so long that its beginning
	// is worth being read by itself.
	longFile = 1 << 20
	// beginningBytes is how much of it is read then: more than anyone reads
	// while the rest is on its way.
	beginningBytes = 192 << 10
)

// Beginning reads the first stretch of a long file of text, up to the end of a
// paragraph or at least of a sentence, as a report of its own, so that there is
// something to read while Load or List are at the whole. Its Content is empty: it
// is neither kept nor does it stand for the file. It is nil where that is not worth
// while or can't be done: the file is short, known to the store, no plain text or
// can't be read, of which the whole reading will tell.
func (p *Parser) Beginning(path string) (r *model.Report) {
	if path == stdinPath || fetch.IsAddress(path) {
		return nil
	}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() < longFile || info.Size() > maxSource {
		return nil
	}
	if file, known := p.fileAt(path); known {
		if _, _, kept := p.kept.Unchanged(file); kept {
			return nil
		}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	start := make([]byte, beginningBytes)
	if _, err := io.ReadFull(f, start); err != nil || format.Of(start) != format.PlainText {
		return nil
	}
	return p.readBeginning(path, start[:endOfBeginning(start)])
}

// readBeginning parses the first stretch of a file; a fault there costs no more
// than the beginning.
func (p *Parser) readBeginning(path string, start []byte) (r *model.Report) {
	defer func() {
		if fault := recover(); fault != nil {
			r = nil
		}
	}()
	if len(start) == 0 {
		return nil
	}
	src, err := p.open(start)
	if err != nil {
		return nil
	}
	if r, err = p.parse(path, src); err != nil {
		return nil
	}
	return r
}

// endOfBeginning is where a beginning is cut, in bytes: behind its last line or, where
// that is long, its last sentence; 0 if it can't be. Two bytes of which
// one is a line's end are a character in UTF-16, whose ASCII has bytes of zero.
func endOfBeginning(start []byte) int {
	if bytes.IndexByte(start, 0) >= 0 {
		return 0
	}
	line := bytes.LastIndexByte(start, '\n') + 1
	if line > len(start)/2 {
		return line
	}
	if i := bytes.LastIndex(start, []byte("。")); i > line && utf8.Valid(start[:i]) {
		return i + len("。")
	}
	return line
}
