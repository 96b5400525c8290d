package store

import (
	"sync"
	"time"
)

// item is a file to be kept.
type item struct {
	file  File
	key   Key
	parts *[parts][]byte // nil when the content is kept already
}

// bytes is about how much memory an item takes.
func (i *item) bytes() int {
	n := 200 + len(i.file.Path)
	if i.parts != nil {
		for _, p := range i.parts {
			n += len(p)
		}
	}
	return n
}

const (
	// batchBytes is how much is written at once: a transaction costs as
	// much as writing some megabytes.
	batchBytes = 16 << 20
	// maxQueued bounds what waits; beyond it reading waits for writing.
	maxQueued = 48 << 20
	// batchTime is how long a smaller batch waits for more.
	batchTime = 500 * time.Millisecond
)

// queue is what waits to be written. One goroutine writes at a time, started
// when there is a batch and gone when nothing is left.
type queue struct {
	mu      sync.Mutex
	changed *sync.Cond // it got shorter, or writing ended
	items   []item
	bytes   int
	timer   *time.Timer // starts the writing of a small batch
	writing bool
	closed  bool // nothing can be written
}

func (q *queue) init() { q.changed = sync.NewCond(&q.mu) }

func (q *queue) isClosed() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.closed
}

// add appends an item, once there is room for it.
func (q *queue) add(i item, write func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.bytes > maxQueued && !q.closed {
		q.changed.Wait()
	}
	if q.closed {
		return
	}
	q.items = append(q.items, i)
	q.bytes += i.bytes()
	switch {
	case q.bytes >= batchBytes:
		q.start(write)
	case q.timer == nil && !q.writing:
		q.timer = time.AfterFunc(batchTime, func() {
			q.mu.Lock()
			defer q.mu.Unlock()
			q.start(write)
		})
	}
}

// start lets the writing begin; q.mu is held.
func (q *queue) start(write func()) {
	if q.timer != nil {
		q.timer.Stop()
		q.timer = nil
	}
	if q.writing || len(q.items) == 0 {
		return
	}
	q.writing = true
	go func() {
		write()
		q.mu.Lock()
		defer q.mu.Unlock()
		q.writing = false
		q.start(write) // what came while the file was closed
		q.changed.Broadcast()
	}()
}

// take takes all there is; nil when there is nothing.
func (q *queue) take() []item {
	q.mu.Lock()
	defer q.mu.Unlock()
	batch := q.items
	q.items, q.bytes = nil, 0
	q.changed.Broadcast()
	return batch
}

// close drops what waits and what comes.
func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items, q.bytes, q.closed = nil, 0, true
	q.changed.Broadcast()
}

// flush waits until nothing is left.
func (q *queue) flush(write func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.start(write)
	for q.writing {
		q.changed.Wait()
	}
}
