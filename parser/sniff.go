package parser

import (
	"bytes"
	"strings"
)

// sniffBytes is how much of a file decides on its format and encoding.
const sniffBytes = 8 << 10

// Formats that reports are read from. Others have names of their own, see
// formatNames.
const (
	formatText     = "text"
	formatHTML     = "html"
	formatDOCX     = "docx"
	formatPDF      = "pdf"
	formatMarkdown = "markdown"
	formatMHTML    = "mhtml"
)

// magic are the first bytes of formats that are not plain text.
var magic = []struct {
	start  string
	format string
}{
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "ole"},
	{"%PDF-", formatPDF},
	{"{\\rtf", "rtf"},
	{"PK\x03\x04", "zip"},
	{"PK\x05\x06", "zip"},
	{"Rar!\x1A\x07", "rar"},
	{"7z\xBC\xAF\x27\x1C", "7z"},
	{"\x1F\x8B", "gzip"},
	{"BZh", "bzip2"},
	{"\xFD7zXZ\x00", "xz"},
	{"\x28\xB5\x2F\xFD", "zstd"},
	{"\x89PNG\r\n\x1A\n", "png"},
	{"\xFF\xD8\xFF", "jpeg"},
	{"GIF8", "gif"},
	{"BM", ""}, // settled by its header below: a text may start so
	{"II*\x00", "tiff"},
	{"MM\x00*", "tiff"},
	{"AT&TFORM", "djvu"},
	{"\x7FELF", "program"},
	{"MZ\x90", "program"},
	{"SQLite format 3\x00", "sqlite"},
}

// looksReadable tells that the first bytes of a file could be a report's.
func looksReadable(start []byte) bool {
	switch formatOf(start) {
	case formatText:
		return encodingOf(start, "") != ""
	case formatHTML, formatDOCX, formatPDF, formatMHTML:
		return true
	}
	return false
}

// formatOf names the format; text is what nothing else claims.
func formatOf(data []byte) string {
	start := data[:min(len(data), sniffBytes)]
	for _, m := range magic {
		if !bytes.HasPrefix(start, []byte(m.start)) {
			continue
		}
		switch {
		case m.start == "BM":
			if len(start) > 14 && bytes.Equal(start[6:10], []byte{0, 0, 0, 0}) {
				return "bmp"
			}
		case strings.HasPrefix(m.start, "PK"):
			return zipFormat(data)
		default:
			return m.format
		}
	}
	if len(start) > 12 && string(start[:4]) == "RIFF" && string(start[8:12]) == "WEBP" {
		return "webp"
	}
	if len(start) > 262 && string(start[257:262]) == "ustar" {
		return "tar"
	}
	if isHTML(start) {
		return formatHTML
	}
	if isMHTML(start) {
		return formatMHTML
	}
	if hasPDFHead(start) { // behind bytes of a mail or a form
		return formatPDF
	}
	return formatText
}

// zipFormat tells office documents from archives by the names of their
// parts, which stand in the clear.
func zipFormat(data []byte) string {
	start, end := data[:min(len(data), sniffBytes)], data[max(0, len(data)-4*sniffBytes):]
	holds := func(name string) bool {
		return bytes.Contains(start, []byte(name)) || bytes.Contains(end, []byte(name))
	}
	switch {
	case holds("word/"):
		return formatDOCX
	case holds("xl/"):
		return "xlsx"
	case holds("ppt/"):
		return "pptx"
	case holds("application/vnd.oasis.opendocument.text"):
		return "odt"
	case holds("OFD.xml"):
		return "ofd"
	}
	return "zip"
}

// isHTML looks for a tag that only a page has. The tags are ASCII in every
// encoding but UTF-16, whose zeros are taken out for the look.
func isHTML(start []byte) bool {
	start = bytes.TrimPrefix(bytes.TrimPrefix(start, []byte("\xFF\xFE")), []byte("\xFE\xFF"))
	if bytes.Count(start, []byte{0}) > len(start)/4 {
		start = bytes.ReplaceAll(start, []byte{0}, nil)
	}
	start = bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\uFEFF")), " \t\r\n")
	if len(start) == 0 || start[0] != '<' {
		return false
	}
	low := bytes.ToLower(start)
	for _, tag := range []string{"<!doctype html", "<html", "<?xml"} {
		if bytes.HasPrefix(low, []byte(tag)) {
			return tag != "<?xml" || bytes.Contains(low, []byte("<html"))
		}
	}
	tags := 0
	for _, tag := range []string{"<head", "<meta ", "<body", "<div", "<p>", "<p ", "<table", "<span", "<br", "<h1", "<h2", "<article", "<section"} {
		if bytes.Contains(low, []byte(tag)) {
			tags++
		}
	}
	return tags >= 2
}

// isMHTML tells a page saved whole by its mail-like head.
func isMHTML(start []byte) bool {
	head, _, _ := bytes.Cut(bytes.ReplaceAll(start, []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	low := bytes.ToLower(head)
	return bytes.Contains(low, []byte("mime-version:")) && bytes.Contains(low, []byte("content-type:")) &&
		(bytes.Contains(low, []byte("multipart/")) || bytes.Contains(low, []byte("text/html")))
}
