package parser

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"

	"duidu/model"
	"duidu/parser/fetch"
	"duidu/parser/format"
	"duidu/parser/store"
)

// found is what became of a file: its report, or where the store keeps it.
// Neither is the second part of an article.
type found struct {
	report  *model.Report
	kept    bool
	ref     store.Ref
	summary model.Summary
}

// look finds the report of a file, in the store if it is there and else by
// reading it. A fault of the parser's own costs that one report and says so;
// the library, and the terminal, stay as they are.
func (p *Parser) look(ctx context.Context, path string, named bool) (f found, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			f, err = found{}, &format.Error{Path: path, Kind: format.ReadFailed, Err: fmt.Errorf("internal fault: %v", fault)}
		}
	}()
	if fetch.IsAddress(path) {
		f.report, err = p.readAddress(ctx, path)
		return f, err
	}
	file, known := p.fileAt(path)
	if known {
		p.progress.read(file.Size)
		if f.ref, f.summary, f.kept = p.kept.Unchanged(file); f.kept {
			f.summary.Path = path
			return f, nil
		}
	}
	data, err := readSource(path)
	if err != nil {
		return f, err
	}
	if path == stdinPath {
		f.report, err = p.Parse(path, data)
		return f, err
	}
	content := contentOf(data)
	if !known {
		p.progress.read(int64(len(data)))
		f.report, _, err = p.parseFile(path, data, named)
		f.named(content)
		return f, err
	}
	key := store.KeyOf([]byte(content), file.Beside)
	if f.ref, f.summary, f.kept = p.kept.Known(key); f.kept {
		p.keep(path, file, key, nil)
		f.summary.Path = path
		return f, nil
	}
	alone := false
	f.report, alone, err = p.parseFile(path, data, named)
	f.named(content)
	if alone && err == nil {
		p.keep(path, file, key, f.report)
		f.ref = store.RefTo(key)
	}
	return f, err
}

// named gives the report that was read the name of the bytes it is of.
func (f *found) named(content string) {
	if f.report != nil {
		f.report.Content = content
	}
}

// contentOf names the bytes of a file.
func contentOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:16])
}

// keep puts a report into the store, unless its file changed while it was
// read.
func (p *Parser) keep(path string, file store.File, key store.Key, r *model.Report) {
	if now, ok := p.fileAt(path); ok && now == file {
		p.kept.Put(file, key, r)
	}
}

// reportOf is the report that was found, from the store or, where it is not
// there any more, from the file.
func (p *Parser) reportOf(ctx context.Context, path string, f found) (*model.Report, error) {
	if f.kept {
		if p.kept != nil {
			if r, ok := p.kept.Report(f.ref, path); ok {
				return r, nil
			}
		}
		again := *p
		again.kept = nil
		f, err := again.look(ctx, path, true)
		return f.report, err
	}
	return f.report, nil
}

// workFolder is where relative paths begin.
var workFolder = sync.OnceValue(func() string {
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	return dir
})

// fileAt is the file at a path as the store knows it; false if nothing of it
// is kept.
func (p *Parser) fileAt(path string) (store.File, bool) {
	if p.kept == nil || path == stdinPath {
		return store.File{}, false
	}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return store.File{}, false
	}
	full := filepath.Clean(path)
	if !filepath.IsAbs(full) {
		if workFolder() == "" {
			return store.File{}, false
		}
		full = filepath.Join(workFolder(), full)
	}
	return store.File{Path: full, Size: info.Size(), Time: info.ModTime().UnixNano(), Beside: p.beside(path)}, true
}

// beside is what a reading depends on beside the file's content and the
// program: catalogue, encoding, and what the path may say of place, year and
// title. Folders that can say nothing are left out, so that a file is the
// same however it is named.
func (p *Parser) beside(path string) string {
	parts := strings.Split(filepath.ToSlash(path), "/")
	var b strings.Builder
	b.WriteString(hex.EncodeToString(p.catalogue.Source[:8]) + " " + p.encoding)
	for i, part := range parts {
		if i == len(parts)-1 || strings.ContainsFunc(part, func(c rune) bool { return c > '~' || c >= '0' && c <= '9' }) {
			b.WriteString("/" + part)
		}
	}
	return b.String()
}

// Search looks a query up in all reports under paths and yields those that
// have hits, in the order of the paths: a report, of which no more may be known
// than its summary, its outline and the blocks that have hits, or the error
// that kept a path from being read. A report without hits may be nil.
func (p *Parser) Search(ctx context.Context, paths []string, q model.Query, yield func(path string, r *model.Report, hits []model.Hit, err error) error) error {
	type result struct {
		report *model.Report
		hits   []model.Hit
	}
	return inOrder(ctx, p.progress, paths, func(path string, named bool) (result, error) {
		if file, known := p.fileAt(path); known {
			if r, hits, ok := p.kept.FindUnchanged(file, path, q); ok {
				p.progress.read(file.Size)
				return result{r, hits}, nil
			}
		}
		f, err := p.look(ctx, path, named)
		if err != nil {
			return result{}, err
		}
		r, hits, err := p.findIn(ctx, path, f, q)
		return result{r, hits}, err
	}, func(path string, found result, err error) error {
		return yield(path, found.report, found.hits, err)
	})
}

// Listed is a report of a library as a list needs it. The report itself is
// opened when it is asked for.
type Listed struct {
	model.Summary
	found  found
	parser *Parser
}

// maxHeld is how many reports a list holds in memory where they can't be
// kept elsewhere. Those beyond it are read again when they are opened.
const maxHeld = 1000

// List yields what a list shows of every report under paths, in the order of
// the paths, or the error that kept a path from being read. Texts and figures
// stay in the store.
func (p *Parser) List(ctx context.Context, paths []string, yield func(path string, l *Listed, err error) error) error {
	var held atomic.Int64
	return inOrder(ctx, p.progress, paths, func(path string, named bool) (*Listed, error) {
		f, err := p.look(ctx, path, named)
		switch {
		case err != nil:
			return nil, err
		case f.kept:
			return &Listed{f.summary, f, p}, nil
		case f.report == nil:
			return nil, nil
		}
		l := &Listed{f.report.Summary(), f, p}
		if f.ref != (store.Ref{}) || path != stdinPath && !fetch.IsAddress(path) && held.Add(1) > maxHeld {
			l.found.kept, l.found.report = true, nil
		}
		return l, nil
	}, func(path string, l *Listed, err error) error {
		if l == nil && err == nil { // the second part of an article
			return nil
		}
		return yield(path, l, err)
	})
}

// Report is the report itself if it is in memory, else nil.
func (l *Listed) Report() *model.Report { return l.found.report }

// Open returns the report itself.
func (l *Listed) Open(ctx context.Context) (*model.Report, error) {
	return l.parser.reportOf(ctx, l.Path, l.found)
}

// Find looks a query up in the report. It returns the hits and, if there are
// any, the report, of which no more may be known than Search says.
func (l *Listed) Find(ctx context.Context, q model.Query) (*model.Report, []model.Hit, error) {
	return l.parser.findIn(ctx, l.Path, l.found, q)
}

// findIn looks a query up in what was found.
func (p *Parser) findIn(ctx context.Context, path string, f found, q model.Query) (*model.Report, []model.Hit, error) {
	if f.kept && p.kept != nil {
		if r, hits, ok := p.kept.Find(f.ref, path, q); ok {
			return r, hits, nil
		}
	}
	r, err := p.reportOf(ctx, path, f)
	if r == nil || err != nil {
		return nil, nil, err
	}
	return r, model.Find(r, q), nil
}
