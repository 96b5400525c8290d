package parser

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/format"
	"duidu/parser/shape"
	"duidu/parser/text"
)

// maxSiblings bounds how many files of a folder are looked into for the other
// part of an article.
const maxSiblings = 100

// siblings opens the files beside path that could be the other part, nearest
// names first, and calls visit until it is content.
func (p *Parser) siblings(path string, visit func(path string, s format.Source) (done bool)) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return
	}
	at := slices.IndexFunc(entries, func(e os.DirEntry) bool { return e.Name() == filepath.Base(path) })
	var names []string
	away := map[string]int{} // how many entries from path
	for i, e := range entries {
		name := filepath.Join(filepath.Dir(path), e.Name())
		if i != at && e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") && couldBeReport(name) {
			names = append(names, name)
			away[name] = max(i-at, at-i)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(away[a], away[b]) })
	for _, name := range names[:min(len(names), maxSiblings)] {
		data, err := readSource(name)
		if err != nil {
			continue
		}
		if s, err := p.open(data); err == nil && visit(name, s) {
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
		s.Notices = append(s.Notices, model.Notice{Kind: model.NoticeGap, Detail: "文章下转第" + page + "版，那一部分不在同一文件夹里"})
		return
	}
	s.Lines = append(s.Lines, bodyAfterHead(*s, *found)...)
	s.Notices = append(s.Notices, found.Notices...)
	s.Notices = append(s.Notices, model.Notice{Kind: model.NoticeJoint, Detail: "下转第" + page + "版的部分已接上：" + filepath.Base(name)})
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
	if n := utf8.RuneCountInString(flat); n < 6 || n > shape.LongestHeading {
		return false
	}
	return slices.ContainsFunc(s.Lines[:min(len(s.Lines), format.MarkSearch)], func(l format.Line) bool {
		head := text.CloseUp(l.Text)
		return utf8.RuneCountInString(head) <= shape.LongestHeading && (strings.Contains(head, flat) || strings.Contains(flat, head) && utf8.RuneCountInString(head) >= 6)
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
