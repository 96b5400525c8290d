package format

import (
	"bytes"
	"strings"
)

// SniffBytes is how much of a file decides on its format and encoding.
const SniffBytes = 8 << 10

// Formats that reports are read from. Others have names of their own, see
// formatNames.
const (
	PlainText = "text"
	HTML      = "html"
	DOCX      = "docx"
	PDF       = "pdf"
	Markdown  = "markdown"
	MHTML     = "mhtml"
	DOC       = "doc" // Word 97 to 2003, and WPS
	RTF       = "rtf"
	WordXML   = "wordxml" // a flat package, or Word 2003
	OFD       = "ofd"
	EPUB      = "epub"
)

// Compound is a file of Microsoft's compound format before one has looked
// into it: a document of Word 97, or another of its time.
const Compound = "ole"

// magic are the first bytes of formats that are not plain text.
var magic = []struct {
	start  string
	Format string
}{
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Compound},
	{"%PDF-", PDF},
	{"{\\rtf", RTF},
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

// LooksReadable tells that the first bytes of a file could be a report's.
func LooksReadable(start []byte) bool {
	switch Of(start) {
	case PlainText:
		return EncodingOf(start, "") != ""
	case HTML, DOCX, PDF, MHTML, Compound, RTF, WordXML, OFD, EPUB:
		return true
	}
	return false
}

// Of names the format; text is what nothing else claims.
func Of(data []byte) string {
	start := data[:min(len(data), SniffBytes)]
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
			return m.Format
		}
	}
	if len(start) > 12 && string(start[:4]) == "RIFF" && string(start[8:12]) == "WEBP" {
		return "webp"
	}
	if len(start) > 262 && string(start[257:262]) == "ustar" {
		return "tar"
	}
	if isWordXML(start) {
		return WordXML
	}
	if isHTML(start) {
		return HTML
	}
	if isMHTML(start) {
		return MHTML
	}
	if hasPDFHead(start) { // behind bytes of a mail or a form
		return PDF
	}
	return PlainText
}

// hasPDFHead tells a PDF by a head behind at most a kilobyte of other bytes.
// It must give a version, and objects must follow: a text may speak of it.
func hasPDFHead(start []byte) bool {
	at := bytes.Index(start[:min(len(start), 1024)], []byte("%PDF-"))
	if at < 0 {
		return false
	}
	rest := start[at+len("%PDF-"):]
	return len(rest) > 3 && rest[0] >= '1' && rest[0] <= '2' && rest[1] == '.' && bytes.Contains(rest, []byte(" obj"))
}

// zipFormat tells office documents from archives by the names of their
// parts, which stand in the clear.
func zipFormat(data []byte) string {
	start, end := data[:min(len(data), SniffBytes)], data[max(0, len(data)-4*SniffBytes):]
	holds := func(name string) bool {
		return bytes.Contains(start, []byte(name)) || bytes.Contains(end, []byte(name))
	}
	switch {
	case holds("application/epub+zip"):
		return EPUB
	case holds("word/"):
		return DOCX
	case holds("xl/"):
		return "xlsx"
	case holds("ppt/"):
		return "pptx"
	case holds("application/vnd.oasis.opendocument.text"):
		return "odt"
	case holds("OFD.xml"):
		return OFD
	}
	return "zip"
}

// The namespaces of Word documents that are one XML file: a package written
// flat, and the format of Word 2003.
var wordSpaces = [][]byte{[]byte("http://schemas.microsoft.com/office/2006/xmlPackage"), []byte("http://schemas.microsoft.com/office/word/2003/wordml")}

// isWordXML tells such a file, in whatever encoding.
func isWordXML(start []byte) bool {
	if bytes.IndexByte(start[:min(len(start), 64)], '<') < 0 {
		return false
	}
	start = bytes.ReplaceAll(start, []byte{0}, nil)
	for _, mark := range []string{"\xFF\xFE", "\xFE\xFF", "\xEF\xBB\xBF"} {
		start = bytes.TrimPrefix(start, []byte(mark))
	}
	return bytes.HasPrefix(bytes.TrimLeft(start, " \t\r\n"), []byte("<")) && (bytes.Contains(start, wordSpaces[0]) || bytes.Contains(start, wordSpaces[1]))
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
	if !hasVersionField(start) {
		return false
	}
	head, _, _ := bytes.Cut(bytes.ReplaceAll(start, []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	low := bytes.ToLower(head)
	return bytes.Contains(low, []byte("mime-version:")) && bytes.Contains(low, []byte("content-type:")) &&
		(bytes.Contains(low, []byte("multipart/")) || bytes.Contains(low, []byte("text/html")))
}

// hasVersionField looks for MIME-Version in any case, which hardly any other
// file has.
func hasVersionField(start []byte) bool {
	const before, field = len("MIME"), "MIME-Version:"
	for at := 0; ; at++ {
		i := bytes.IndexByte(start[at:], '-')
		if i < 0 {
			return false
		}
		at += i
		if from := at - before; from >= 0 && from+len(field) <= len(start) && bytes.EqualFold(start[from:from+len(field)], []byte(field)) {
			return true
		}
	}
}
