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
	return inOrder(ctx, p.progress, paths, func(path string, named bool) (*model.Report, error) {
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
func inOrder[T any](ctx context.Context, progress *progress, paths []string, work func(path string, named bool) (T, error), yield func(path string, made T, err error) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := runtime.GOMAXPROCS(0)
	todo, queue := make(chan *batch[T], 2*workers), make(chan *batch[T], 2*workers)
	found := make(chan *batch[T], walkAhead)
	progress.begin()
	named := map[string]bool{}
	for _, path := range paths {
		named[path] = true
	}
	for range workers {
		go func() {
			for b := range todo {
				for i := range b.files {
					if f := &b.files[i]; f.err == nil && ctx.Err() == nil {
						f.made, f.err = work(f.path, named[f.path])
					}
				}
				progress.change(func(now *model.Progress) { now.Files += len(b.files) })
				close(b.done)
			}
		}()
	}
	go func() {
		defer close(found)
		gather(ctx, paths, func(b *batch[T]) bool {
			progress.change(func(now *model.Progress) { now.Found += len(b.files) })
			select {
			case found <- b:
				return true
			case <-ctx.Done():
				return false
			}
		})
		progress.change(func(now *model.Progress) { now.Walked = true })
	}()
	go func() {
		defer close(queue)
		defer close(todo)
		for b := range found {
			for _, to := range []chan *batch[T]{queue, todo} {
				select {
				case to <- b:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	for b := range queue {
		select {
		case <-b.done:
		case <-ctx.Done():
			return ctx.Err()
		}
		for _, f := range b.files {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if err := yield(f.path, f.made, f.err); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}

// walkAhead is how many batches of files may be found before they are read:
// all of a country's, so that it is known how much is left.
const walkAhead = 8 << 10

// batch is some files on their way, so that a file that costs microseconds is
// not handed around by itself. What was made of them may be read once done is
// closed.
type batch[T any] struct {
	files []loading[T]
	done  chan struct{}
}

type loading[T any] struct {
	path string
	made T
	err  error
}

// maxBatch is how many files a batch has at most. The first ones have one
// each, so that there is something to show at once.
const maxBatch = 16

// gather walks paths and sends their files in batches, until send is false.
func gather[T any](ctx context.Context, paths []string, send func(*batch[T]) bool) {
	next, size, sent := &batch[T]{done: make(chan struct{})}, 1, 0
	// Walk's own error is ctx's, which whoever waits knows.
	_ = walkFiles(ctx, paths, func(path string, err error) error {
		next.files = append(next.files, loading[T]{path: path, err: err})
		if len(next.files) < size {
			return nil
		}
		if !send(next) {
			return context.Canceled
		}
		if sent++; sent%4 == 0 {
			size = min(2*size, maxBatch)
		}
		next = &batch[T]{done: make(chan struct{}), files: make([]loading[T], 0, size)}
		return nil
	})
	if len(next.files) > 0 {
		send(next)
	}
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
	p.progress.fetched(address, 0, -1)
	defer p.progress.fetched("", 0, 0)
	page, err := fetch.Get(ctx, address, func(got, all int64) { p.progress.fetched(address, got, all) })
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
	r, err := p.parse(address, src)
	if err == nil {
		r.Content = contentOf(page.Data)
	}
	return r, err
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
