package format

import (
	"strings"

	"duidu/model"
	"duidu/parser/script"
	"duidu/parser/text"
)

// OpenText reads plain text and Markdown. declared is the encoding that came
// with the text, forced the one the user wants; both may be empty.
func OpenText(data []byte, declared, forced string) (Source, error) {
	d, err := DecodeText(data, declared, declared, forced)
	if err != nil {
		return Source{}, err
	}
	src := Source{Format: PlainText, Encoding: d.Encoding, Notices: d.Doubts}
	if isMarkdown(d.Text) {
		src.Format = Markdown
		return src.Filled(MarkdownLines(d.Text)), nil
	}
	text, notices := d.Text, []model.Notice(nil)
	if !d.Clean {
		text, notices = script.Clean(withoutEmptyLines(text))
	}
	src.Notices = append(src.Notices, notices...)
	src.Lines = pastedTables(mendLinks(SplitLines(text)))
	return src, nil
}

// emptyLine is a line of characters without width: a joint that a page hides
// in the middle of a sentence, where an empty line would part paragraphs.
var emptyLine = text.Lazily("\r?\n[\u200b\u200c\u200d\u2060\ufeff]+\r?\n")

func withoutEmptyLines(text string) string {
	for _, mark := range []string{"\n\u200b", "\n\u200c", "\n\u200d", "\n\u2060", "\n\ufeff"} {
		if strings.Contains(text, mark) { // a whole text is dear to match
			return emptyLine().ReplaceAllString(text, "\n")
		}
	}
	return text
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
