package parser

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"duidu/model"
	"duidu/parser/format"
	"duidu/parser/shape"
	"duidu/parser/text"
)

// jumpIndex knows, of the folders that were asked for, which files have a mark
// of a newspaper's page to another. A folder is gone through once for all
// its articles, and again when it has changed or some time has passed.
type jumpIndex struct {
	mu      sync.Mutex
	folders map[string]*jumpFolder
}

// jumpFolder is what one pass over a folder found, by name.
type jumpFolder struct {
	once    sync.Once
	changed time.Time // of the folder, when it was gone through
	made    time.Time
	parts   []jumpPart
}

type jumpPart struct {
	path string
	src  format.Source
}

// A pass is good for this long, and so many folders are remembered.
const (
	jumpsKept      = 10 * time.Second
	foldersIndexed = 8
)

// of returns the parts in a folder.
func (x *jumpIndex) of(p *Parser, dir string) []jumpPart {
	info, err := os.Stat(dir)
	if err != nil {
		return nil
	}
	x.mu.Lock()
	f := x.folders[dir]
	if f == nil || !f.changed.Equal(info.ModTime()) || time.Since(f.made) > jumpsKept {
		if x.folders == nil || len(x.folders) >= foldersIndexed {
			x.folders = map[string]*jumpFolder{}
		}
		f = &jumpFolder{changed: info.ModTime(), made: time.Now()}
		x.folders[dir] = f
	}
	x.mu.Unlock()
	f.once.Do(func() { f.parts = p.jumpsIn(dir) })
	return f.parts
}

// jumpsIn goes through a folder. Only files that hold the words of a mark are
// taken apart.
func (p *Parser) jumpsIn(dir string) []jumpPart {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var parts []jumpPart
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		if !e.Type().IsRegular() || strings.HasPrefix(e.Name(), ".") || !couldBeReport(name) {
			continue
		}
		data, err := readSource(name)
		if err != nil || !format.MayJump(data) {
			continue
		}
		if s, err := p.open(data); err == nil && (s.Jump.Onward != "" || s.Jump.From != "") {
			parts = append(parts, jumpPart{name, s})
		}
	}
	return parts
}

// siblings calls visit for the parts beside path, nearest names first, until
// it is content. What visit is given it must not change.
func (p *Parser) siblings(path string, visit func(path string, s format.Source) (done bool)) {
	parts := p.jumps.of(p, filepath.Dir(path))
	at, _ := slices.BinarySearchFunc(parts, path, func(part jumpPart, path string) int { return cmp.Compare(part.path, path) })
	for low, high := at-1, at; low >= 0 || high < len(parts); {
		next := &low
		if low < 0 || high < len(parts) && high-at <= at-1-low {
			next = &high
		}
		part := parts[*next]
		if next == &low {
			low--
		} else {
			high++
		}
		if part.path != path && visit(part.path, part.src) {
			return
		}
	}
}

// follow adds the part that an article goes on with, if it lies in the same
// folder. Where none is found a notice says that text is missing.
func (p *Parser) follow(path string, s *format.Source) {
	page := s.Jump.Onward
	var found *format.Source
	var name string
	loose := 0
	p.siblings(path, func(other string, next format.Source) bool {
		if next.Jump.From == "" {
			return false
		}
		if sharesTitle(*s, next) {
			found, name, loose = &next, other, 1
			return true
		}
		if found == nil {
			found, name = &next, other
		}
		loose++
		return false
	})
	if found == nil || loose > 1 {
		s.Notices = append(s.Notices, model.Notice{Kind: model.NoticeGap, Reason: "jump-elsewhere", Args: []string{page}})
		return
	}
	s.Lines = append(s.Lines, bodyAfterHead(*s, *found)...)
	s.Notices = append(s.Notices, found.Notices...)
	s.Notices = append(s.Notices, model.Notice{Kind: model.NoticeJoint, Reason: "jump", Args: []string{page, filepath.Base(name)}})
}

// isFollowed tells that another file in the folder takes this one over.
func (p *Parser) isFollowed(path string, s format.Source) bool {
	titled, loose := false, 0
	p.siblings(path, func(_ string, first format.Source) bool {
		if first.Jump.Onward == "" {
			return false
		}
		titled = sharesTitle(first, s)
		loose++
		return titled
	})
	return titled || loose == 1
}

// sharesTitle tells that both parts name the same article on top.
func sharesTitle(a, b format.Source) bool {
	for _, l := range b.Lines[:min(len(b.Lines), format.MarkSearch/2)] {
		if inHead(a, l.Text) {
			return true
		}
	}
	return false
}

// inHead tells that a line of some length stands in the head of s as well.
func inHead(s format.Source, body string) bool {
	flat := text.CloseUp(body)
	if n := text.Runes(flat); n < 6 || n > shape.LongestHeading {
		return false
	}
	return slices.ContainsFunc(s.Lines[:min(len(s.Lines), format.MarkSearch)], func(l format.Line) bool {
		head := text.CloseUp(l.Text)
		return text.Runes(head) <= shape.LongestHeading && (strings.Contains(head, flat) || strings.Contains(flat, head) && text.Runes(head) >= 6)
	})
}

// bodyAfterHead is the second part without the title it repeats.
func bodyAfterHead(first, second format.Source) []format.Line {
	lines := second.Lines
	for i := min(len(lines), format.MarkSearch/2) - 1; i >= 0; i-- {
		if inHead(first, lines[i].Text) {
			return lines[i+1:]
		}
	}
	return lines
}
