package parser

import (
	"context"
	"fmt"
	"io/fs"
	"runtime"

	"duidu/model"
	"duidu/parser/fetch"
	"duidu/parser/format"
)

// Load reads all reports under paths (files, folders, - for standard input)
// and yields them in the order of the paths, from one goroutine: a report, or
// the error that kept a path from being read. Files are parsed on all cores,
// a bounded number ahead. It stops when yield returns an error, and returns
// it, or ctx's error if that came first.
func (p *Parser) Load(ctx context.Context, paths []string, yield func(path string, r *model.Report, err error) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := runtime.GOMAXPROCS(0)
	queue := make(chan loading, 4*workers)
	slots := make(chan struct{}, workers)
	named := map[string]bool{}
	for _, path := range paths {
		named[path] = true
	}
	go func() {
		defer close(queue)
		// Walk's own error is ctx's, which the end of Load returns.
		_ = Walk(ctx, paths, func(path string, err error) error {
			l := loading{path: path, done: make(chan struct{}), out: &outcome{err: err}}
			if err != nil {
				close(l.done)
			} else {
				slots <- struct{}{}
				go func() {
					defer func() { <-slots; close(l.done) }()
					l.out.report, l.out.err = p.read(ctx, path, named[path])
				}()
			}
			select {
			case queue <- l:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}()
	for l := range queue {
		select {
		case <-l.done:
			if l.out.report == nil && l.out.err == nil { // the second part of an article
				continue
			}
			if err := yield(l.path, l.out.report, l.out.err); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

// loading is a file on its way: out may be read once done is closed.
type loading struct {
	path string
	done chan struct{}
	out  *outcome
}

type outcome struct {
	report *model.Report
	err    error
}

// read reads one file, with the part on another page that it goes on with. A
// file that is such a part, and was not named by the user, is nil without an
// error. A fault of the parser's own costs that one report and says so; the
// library, and the terminal, stay as they are.
func (p *Parser) read(ctx context.Context, path string, named bool) (r *model.Report, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			r, err = nil, &format.Error{Path: path, Kind: format.ReadFailed, Err: fmt.Errorf("internal fault: %v", fault)}
		}
	}()
	if fetch.IsAddress(path) {
		return p.readAddress(ctx, path)
	}
	data, err := readSource(path)
	if err != nil {
		return nil, err
	}
	if path == stdinPath {
		return p.Parse(path, data)
	}
	src, err := p.open(data)
	if err != nil {
		return nil, withPath(err, path)
	}
	if src.Jump.Onward != "" {
		p.follow(path, &src)
	}
	if src.Jump.From != "" && !named && p.isFollowed(path, src) {
		return nil, nil
	}
	return p.parse(path, src)
}

// readAddress reads the page behind an address. What the server says of its
// encoding counts as what the page declares.
func (p *Parser) readAddress(ctx context.Context, address string) (*model.Report, error) {
	page, err := fetch.Get(ctx, address, nil)
	if err != nil {
		return nil, withPath(err, address)
	}
	declared, err := format.EncodingNamed(page.Charset)
	if err != nil {
		declared = "" // a name that nobody knows declares nothing
	}
	src, err := p.openDeclared(page.Data, declared)
	if err != nil {
		return nil, withPath(err, address)
	}
	return p.parse(address, src)
}

// LoadFS reads all text files at the top of fsys, such as the samples built
// into the program, and yields them in the order of their names.
func (p *Parser) LoadFS(ctx context.Context, fsys fs.FS, yield func(path string, r *model.Report, err error) error) error {
	names, err := fs.Glob(fsys, "*.txt")
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		var r *model.Report
		if err == nil {
			r, err = p.Parse(name, data)
		}
		if err := yield(name, r, err); err != nil {
			return err
		}
	}
	return nil
}
