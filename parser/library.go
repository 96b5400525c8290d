package parser

import (
	"context"
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
	return inOrder(ctx, paths, func(path string, named bool) (*model.Report, error) {
		f, err := p.look(ctx, path, named)
		if err != nil || !f.kept {
			return f.report, err
		}
		return p.reportOf(ctx, path, f)
	}, func(path string, r *model.Report, err error) error {
		if r == nil && err == nil { // the second part of an article
			return nil
		}
		return yield(path, r, err)
	})
}

// inOrder calls work for the files that paths lead to, on all cores and a
// bounded number ahead, and yield in the order of the files.
func inOrder[T any](ctx context.Context, paths []string, work func(path string, named bool) (T, error), yield func(path string, made T, err error) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := runtime.GOMAXPROCS(0)
	queue := make(chan *loading[T], 16*workers)
	slots := make(chan struct{}, workers)
	named := map[string]bool{}
	for _, path := range paths {
		named[path] = true
	}
	go func() {
		defer close(queue)
		// Walk's own error is ctx's, which the end of this returns.
		_ = Walk(ctx, paths, func(path string, err error) error {
			l := &loading[T]{path: path, done: make(chan struct{}), err: err}
			if err != nil {
				close(l.done)
			} else {
				slots <- struct{}{}
				go func() {
					defer func() { <-slots; close(l.done) }()
					l.made, l.err = work(path, named[path])
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
			if err := yield(l.path, l.made, l.err); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

// loading is a file on its way: what was made of it may be read once done is
// closed.
type loading[T any] struct {
	path string
	done chan struct{}
	made T
	err  error
}

// parseFile reads the report in a file's bytes, with the part on another page
// that it goes on with. A file that is such a part, and was not named by the
// user, is nil without an error. alone tells that no other file had a say.
func (p *Parser) parseFile(path string, data []byte, named bool) (r *model.Report, alone bool, err error) {
	src, err := p.open(data)
	if err != nil {
		return nil, false, withPath(err, path)
	}
	alone = src.Jump.Onward == "" && src.Jump.From == ""
	if src.Jump.Onward != "" {
		p.follow(path, &src)
	}
	if src.Jump.From != "" && !named && p.isFollowed(path, src) {
		return nil, false, nil
	}
	r, err = p.parse(path, src)
	return r, alone, err
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
