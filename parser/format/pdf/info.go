package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"duidu/parser/format"
	"duidu/parser/text"
)

// titleOf is the title among the file's properties, "" if it has none.
func (r *pdfReader) titleOf() string {
	if r.doc.Info == nil {
		return ""
	}
	raw := r.text(r.dict(*r.doc.Info)["Title"])
	switch {
	case strings.HasPrefix(raw, "\xFE\xFF"):
		return strings.TrimSpace(utf16Text(raw[2:]))
	case strings.HasPrefix(raw, "\xEF\xBB\xBF"):
		return strings.TrimSpace(raw[3:])
	case utf8.ValidString(raw):
		return strings.TrimSpace(raw)
	}
	title, _ := charmap.Windows1252.NewDecoder().String(raw)
	return strings.TrimSpace(title)
}

// nameUnread puts the file's title where a line at its top could not be read
// and has as many characters, and tells whether it did.
func nameUnread(lines []format.Line, title string) bool {
	const top = 5
	if !text.HasHan(title) {
		return false
	}
	for i := range lines[:min(top, len(lines))] {
		line := text.CloseUp(lines[i].Text)
		if strings.Trim(line, string(unicode.ReplacementChar)) == "" && utf8.RuneCountInString(line) == utf8.RuneCountInString(text.CloseUp(title)) {
			lines[i].Text = title
			return true
		}
	}
	return false
}
