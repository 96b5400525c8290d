package parser

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"duidu/model"
)

// hint is what the file's own format says a line is. Later stages trust it
// before they guess from the line's shape.
type hint int

const (
	noHint       hint = iota
	headlineHint      // the title of the document
	headingHint       // h1 to h6, a heading style, an outline level
	captionHint       // figcaption, a caption style, the words under a picture
	itemHint          // an item of a list
	rowHint           // a row of a table
)

// source is a file as its format gives it: clean lines in reading order.
type source struct {
	format   string
	encoding string // as found; of DOCX and PDF that of their text
	lines    []line
	notices  []model.Notice
	jump     jump // to or from another page of a newspaper
}

// open tells the format of a file by its content and reads its lines.
// Errors are *Error without a path.
func (p *Parser) open(data []byte) (source, error) {
	s, err := p.openFormat(data)
	if err == nil {
		s.lines, s.jump = takeJumps(s.lines)
	}
	return s, err
}

func (p *Parser) openFormat(data []byte) (source, error) {
	forced := ""
	if p.encoding != "" {
		var err error
		if forced, err = EncodingNamed(p.encoding); err != nil {
			return source{}, err
		}
	}
	switch format := formatOf(data); format {
	case formatText:
		return openText(data, forced)
	case formatHTML:
		return openHTML(data, "", forced)
	case formatMHTML:
		return openMHTML(data, forced)
	case formatDOCX:
		return openDOCX(data)
	case formatPDF:
		return openPDF(data)
	default:
		if format == "ole" && bytes.Contains(data, []byte(lockedPackage)) {
			return source{}, &Error{Kind: Locked, Detail: formatDOCX}
		}
		return source{}, &Error{Kind: UnsupportedFormat, Detail: format}
	}
}

// lockedPackage is the name, in UTF-16, of what a DOCX file with a password
// keeps in a file that looks like one of Word 97.
const lockedPackage = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"

// openText reads plain text and Markdown.
func openText(data []byte, forced string) (source, error) {
	d, err := decodeText(data, "", "", forced)
	if err != nil {
		return source{}, err
	}
	src := source{format: formatText, encoding: d.encoding, notices: encodingNotices(d.doubts)}
	if isMarkdown(d.text) {
		src.format = formatMarkdown
		return src.filled(markdownLines(d.text)), nil
	}
	text, notices := clean(withoutEmptyLines(d.text))
	src.notices = append(src.notices, notices...)
	src.lines, notices = trimTail(mendLinks(splitLines(text)))
	src.notices = append(src.notices, notices...)
	return src, nil
}

// emptyLine is a line of characters without width: a joint that a page hides
// in the middle of a sentence, where an empty line would part paragraphs.
var emptyLine = lazily("\r?\n[\u200b\u200c\u200d\u2060\ufeff]+\r?\n")

func withoutEmptyLines(text string) string {
	for _, mark := range []string{"\n\u200b", "\n\u200c", "\n\u200d", "\n\u2060", "\n\ufeff"} {
		if strings.Contains(text, mark) { // a whole text is dear to match
			return emptyLine().ReplaceAllString(text, "\n")
		}
	}
	return text
}

func encodingNotices(doubts []string) []model.Notice {
	var out []model.Notice
	for _, d := range doubts {
		out = append(out, model.Notice{Kind: model.NoticeEncoding, Detail: d})
	}
	return out
}

// filled cleans the lines that a format gave and takes them over. A line
// whose text has line ends in it becomes several of the same hint.
func (s source) filled(raw []line) source {
	var removed removedCounts
	empty := 0
	for _, l := range raw {
		parts := splitLines(cleanInto(&removed, l.text))
		if len(parts) == 0 {
			empty += 1 + l.above
			continue
		}
		for i, part := range parts {
			next := l
			next.text, next.above = part.text, part.above
			if i == 0 {
				next.above = l.above + empty
				if n := len(s.lines); n > 0 {
					s.lines[n-1].below = next.above
				}
			}
			s.lines = append(s.lines, next)
		}
		empty = 0
	}
	settleHeadline(s.lines)
	s.notices = append(s.notices, removed.notices()...)
	return s
}

// isMarkdown tells Markdown by its headings: at least two of #, or one with
// another mark of Markdown.
func isMarkdown(text string) bool {
	if !strings.HasPrefix(text, "#") && !strings.Contains(text, "\n#") {
		return false
	}
	headings, marks := 0, 0
	fence := false
	for l := range strings.Lines(text) {
		l = strings.TrimRight(l, " \t\r\n")
		if strings.HasPrefix(l, "```") {
			fence = !fence
		}
		switch {
		case fence:
		case markdownHeading().MatchString(l):
			headings++
		case markdownMark().MatchString(l):
			marks++
		}
	}
	return headings > 1 || headings == 1 && marks > 0
}

// pictureGap is how many empty lines a picture stands for: as many as a text
// copied from a page has in its place.
const pictureGap = 3

// underPicture notes that l stands right under a picture: a caption if the
// file sets it in the middle, else a line that its words must tell.
func (l *line) underPicture(centred bool) {
	body := strings.TrimSuffix(l.text, "。")
	if utf8.RuneCountInString(l.text) > longestCaption || numberingOf(l.text).style != noNumber || startsWithDash(l.text) ||
		strings.ContainsAny(body, "。；！？") || strings.HasSuffix(body, "，") {
		return
	}
	if centred {
		l.hint = captionHint
	} else {
		l.above = max(l.above, pictureGap)
	}
}

// settleHeadline takes the only heading of the highest level, on top, for
// the document's title; it may be set on several lines.
func settleHeadline(lines []line) {
	highest, count, first, last := 10, 0, -1, -1
	for i, l := range lines {
		switch {
		case l.hint == headlineHint:
			return
		case l.hint != headingHint || l.level > highest:
			continue
		case l.level < highest:
			highest, count, first = l.level, 0, i
		}
		count++
		last = i
	}
	if count == 0 || first > 3 || last-first >= count {
		return
	}
	for i := first; i <= last; i++ {
		lines[i].hint, lines[i].level = headlineHint, 0
	}
}

// lazily compiles a pattern when it is first used: a start of the program
// needs none of them.
func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}
