package parser

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"duidu/model"
)

// Newspapers break an article off at the foot of a page (下转第四版) and go on
// with it on another (上接第一版), which their sites save as a page of its own.
var (
	onwardMark = lazily(`[（(\[【]?\s*(?:文章)?[下续續](?:转|轉|接)\s*第?\s*([A-Za-z]?\s*\d{1,3}|[一二三四五六七八九十]{1,3})\s*版[^。，；]{0,10}$`)
	fromMark   = lazily(`^[（(\[【]?\s*(?:上接|紧接|緊接|接)\s*第?\s*([A-Za-z]?\s*\d{1,3}|[一二三四五六七八九十]{1,3})\s*版[^。，；）)\]】]{0,30}[）)\]】]?`)
)

// jump is where an article's text goes on, or comes from.
type jump struct {
	onward, from string // pages as the marks name them; empty for none
}

// markSearch is how many lines at the ends of a page may hold a mark.
const markSearch = 8

// takeJumps takes the marks out of the lines.
func takeJumps(lines []line) ([]line, jump) {
	var j jump
	for i := 0; i < min(len(lines), markSearch); i++ {
		m := fromMark().FindStringSubmatch(lines[i].text)
		if m == nil {
			continue
		}
		j.from = m[1]
		if rest := strings.TrimSpace(lines[i].text[len(m[0]):]); rest != "" {
			lines[i].text = rest
		} else {
			lines = slices.Delete(slices.Clone(lines), i, i+1)
		}
		break
	}
	for i := len(lines) - 1; i >= max(0, len(lines)-markSearch); i-- {
		tail := lastRunes(lines[i].text, 2*longestRunIn)
		m := onwardMark().FindStringSubmatchIndex(tail)
		if m == nil {
			continue
		}
		for k := range m {
			m[k] += len(lines[i].text) - len(tail)
		}
		j.onward = lines[i].text[m[2]:m[3]]
		if rest := strings.TrimSpace(lines[i].text[:m[0]]); rest != "" {
			lines[i].text = rest
		} else {
			lines = slices.Delete(slices.Clone(lines), i, i+1)
		}
		break
	}
	return lines, j
}

// maxSiblings bounds how many files of a folder are looked into for the other
// part of an article.
const maxSiblings = 100

// siblings opens the files beside path that could be the other part, nearest
// names first, and calls visit until it is content.
func (p *Parser) siblings(path string, visit func(path string, s source) (done bool)) {
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
func (p *Parser) follow(path string, s *source) {
	page := s.jump.onward
	var found *source
	var name string
	loose := 0
	p.siblings(path, func(other string, next source) bool {
		if next.jump.from == "" {
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
		s.notices = append(s.notices, model.Notice{Kind: model.NoticeGap, Detail: "文章下转第" + page + "版，那一部分不在同一文件夹里"})
		return
	}
	s.lines = append(s.lines, bodyAfterHead(*s, *found)...)
	s.notices = append(s.notices, found.notices...)
	s.notices = append(s.notices, model.Notice{Kind: model.NoticeJoint, Detail: "下转第" + page + "版的部分已接上：" + filepath.Base(name)})
}

// isFollowed tells that another file in the folder takes this one over.
func (p *Parser) isFollowed(path string, s source) bool {
	titled, loose := false, 0
	p.siblings(path, func(_ string, first source) bool {
		if first.jump.onward == "" {
			return false
		}
		titled = sharesTitle(first, s)
		loose++
		return titled
	})
	return titled || loose == 1
}

// sharesTitle tells that both parts name the same article on top.
func sharesTitle(a, b source) bool {
	for _, l := range b.lines[:min(len(b.lines), markSearch/2)] {
		if inHead(a, l.text) {
			return true
		}
	}
	return false
}

// inHead tells that a line of some length stands in the head of s as well.
func inHead(s source, text string) bool {
	flat := closeUp(text)
	if n := utf8.RuneCountInString(flat); n < 6 || n > longestHeading {
		return false
	}
	return slices.ContainsFunc(s.lines[:min(len(s.lines), markSearch)], func(l line) bool {
		head := closeUp(l.text)
		return utf8.RuneCountInString(head) <= longestHeading && (strings.Contains(head, flat) || strings.Contains(flat, head) && utf8.RuneCountInString(head) >= 6)
	})
}

// bodyAfterHead is the second part without the title it repeats.
func bodyAfterHead(first, second source) []line {
	lines := second.lines
	for i := min(len(lines), markSearch/2) - 1; i >= 0; i-- {
		if inHead(first, lines[i].text) {
			return lines[i+1:]
		}
	}
	return lines
}
