package format

import (
	"strings"

	"duidu/parser/text"
)

var (
	markdownHeading = text.Lazily(`^ {0,3}(#{1,6})[ \t　]+(.*?)[ \t]*#*$`)
	markdownMark    = text.Lazily(`^\s*[-*+]\s+\S|^\s*\|.*\|\s*$|^>\s|!\[[^\]]*\]\(|\*\*[^*]+\*\*|\]\(https?:`)
	markdownItem    = text.Lazily(`^\s*([-*+])\s+(.*)$`)
	markdownImage   = text.Lazily(`!\[([^\]]*)\]\([^)]*\)`)
	markdownLink    = text.Lazily(`\[([^\]]*)\]\([^)]*\)`)
	markdownStress  = text.Lazily(`(\*\*|__|~~)(\S|\S.*?\S)(\*\*|__|~~)`)
	markdownRule    = text.Lazily(`^\s*([-*_]\s*){3,}$`)
	markdownAlign   = text.Lazily(`^\s*\|?[\s:|-]+\|?\s*$`)
	markdownUnder   = text.Lazily(`^\s*(=+|-+)\s*$`)
)

// MarkdownLines reads the structure that plain marks give: headings, lists,
// tables, pictures with their words. Lines of a paragraph are joined, as
// Markdown means them; a text that breaks lines for another reason has blank
// lines between, or is put right by the stages that follow.
func MarkdownLines(s string) []Line {
	s, out := frontMatter(s)
	var table [][]Cell
	open := false // the last line is a paragraph that may go on
	before := ""
	flush := func() {
		if table != nil {
			out = append(out, TableLines(table, before)...)
			table = nil
		}
	}
	rows := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	for i := 0; i < len(rows); i++ {
		raw := rows[i]
		trimmed := strings.TrimSpace(raw)
		if strings.HasPrefix(trimmed, "|") && strings.HasSuffix(trimmed, "|") && len(trimmed) > 1 {
			if !markdownAlign().MatchString(trimmed) {
				table = append(table, markdownCells(trimmed))
			}
			open = false
			continue
		}
		flush()
		before = trimmed
		switch {
		case trimmed == "", markdownRule().MatchString(raw), strings.HasPrefix(trimmed, "```"):
			open = false
		case markdownHeading().MatchString(raw):
			m := markdownHeading().FindStringSubmatch(raw)
			out = append(out, markdownTitle(out, m[2], len(m[1])))
			open = false
		case i+1 < len(rows) && !open && markdownUnder().MatchString(rows[i+1]) && len(strings.TrimSpace(rows[i+1])) > 1:
			level := 1
			if strings.Contains(rows[i+1], "-") {
				level = 2
			}
			out = append(out, markdownTitle(out, trimmed, level))
			i++
		case markdownItem().MatchString(raw):
			out = append(out, Line{Text: "• " + plainMarkdown(markdownItem().FindStringSubmatch(raw)[2]), Hint: ItemHint})
			open = true
		default:
			if m := markdownImage().FindStringSubmatch(trimmed); m != nil && markdownImage().ReplaceAllString(trimmed, "") == "" {
				out = append(out, Line{Text: plainMarkdown(m[1]), Hint: CaptionHint})
				open = false
				continue
			}
			t := plainMarkdown(strings.TrimPrefix(trimmed, "> "))
			if open && !strings.HasSuffix(raw, "  ") {
				out[len(out)-1].Text = text.JoinText(out[len(out)-1].Text, t, true)
			} else {
				out = append(out, Line{Text: t})
			}
			open = !strings.HasSuffix(raw, "  ")
		}
	}
	flush()
	return out
}

var frontTitle = text.Lazily(`(?m)^title\s*:\s*["']?(.*?)["']?\s*$`)

// frontMatter takes the block of settings off that may stand on top between
// lines of ---, and makes a line of the title in it.
func frontMatter(s string) (rest string, title []Line) {
	const fence = "---"
	plain := strings.TrimLeft(strings.ReplaceAll(s, "\r\n", "\n"), "\uFEFF\n")
	if !strings.HasPrefix(plain, fence+"\n") {
		return s, nil
	}
	block, after, ok := strings.Cut(plain[len(fence):], "\n"+fence+"\n")
	if !ok {
		return s, nil
	}
	if m := frontTitle().FindStringSubmatch(block); m != nil && m[1] != "" {
		title = []Line{{Text: m[1], Hint: HeadlineHint}}
	}
	return after, title
}

// markdownTitle is the document's title where it is the first of level 1.
func markdownTitle(above []Line, text string, level int) Line {
	l := Line{Text: plainMarkdown(text), Hint: HeadingHint, Level: level}
	if level == 1 && len(above) == 0 {
		l.Hint, l.Level = HeadlineHint, 0
	}
	return l
}

func markdownCells(s string) []Cell {
	var out []Cell
	for _, c := range strings.Split(strings.Trim(s, "|"), "|") {
		out = append(out, Cell{Text: plainMarkdown(strings.TrimSpace(c))})
	}
	return out
}

// plainMarkdown takes the marks off a line's text.
func plainMarkdown(s string) string {
	s = markdownImage().ReplaceAllString(s, "$1")
	s = markdownLink().ReplaceAllString(s, "$1")
	return markdownStress().ReplaceAllString(s, "$2")
}
