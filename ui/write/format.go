package write

import (
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Format is a form in which a selection is written.
type Format string

const (
	FormatText     Format = "text"
	FormatMarkdown Format = "md"
	FormatCSV      Format = "csv"
	FormatJSON     Format = "json"
	FormatDOCX     Format = "docx"
	FormatXLSX     Format = "xlsx"
	FormatParquet  Format = "parquet"
)

// Formats lists the formats of a selection, the usual one first.
func Formats() []Format {
	return []Format{FormatText, FormatMarkdown, FormatCSV, FormatJSON, FormatDOCX, FormatXLSX}
}

// Binary tells whether the format is no text, so that no terminal and no
// clipboard takes it.
func (f Format) Binary() bool { return f == FormatDOCX || f == FormatXLSX || f == FormatParquet }

// Suffix is what names of files in the format end in.
func (f Format) Suffix() string {
	if f == FormatText {
		return ".txt"
	}
	return "." + string(f)
}

// FormatOf is the format that a file's name asks for; empty if it says none.
// Kinds of file that offices know and that are never written have a name as
// well, which is none of Formats: text under it would open nowhere.
func FormatOf(name string) Format {
	switch s := strings.ToLower(path.Ext(filepath.ToSlash(name))); s {
	case ".txt", ".text":
		return FormatText
	case ".md", ".markdown":
		return FormatMarkdown
	case ".csv", ".json", ".docx", ".xlsx", ".parquet",
		".pdf", ".doc", ".wps", ".rtf", ".odt", ".xls", ".et", ".ods", ".html", ".htm", ".ofd", ".epub":
		return Format(s[1:])
	}
	return ""
}

// NoFormat is the error of a name that asks for a kind of file that can't be
// written here.
type NoFormat struct {
	Suffix string // .pdf
	Known  []Format
}

func (e *NoFormat) Error() string { return e.Suffix + " is not written" }

// Suffixes lists what names may end in instead.
func (e *NoFormat) Suffixes() string {
	var list []string
	for _, f := range e.Known {
		list = append(list, f.Suffix())
	}
	return strings.Join(list, " ")
}

// Check is a *NoFormat where a file's name asks for a format that is not among
// those known: under such a name another would open nowhere.
func Check(name string, known []Format) error {
	if f := FormatOf(name); f != "" && !slices.Contains(known, f) {
		return &NoFormat{Suffix: strings.ToLower(path.Ext(filepath.ToSlash(name))), Known: known}
	}
	return nil
}
