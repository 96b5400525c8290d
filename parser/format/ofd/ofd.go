// Package ofd reads fixed-layout documents of GB/T 33190: a zip file of XML
// whose pages say where each character stands. What it gives is what a PDF
// gives: characters on pages, of which lines and paragraphs are still to be
// made.
package ofd

import (
	"bytes"
	"encoding/xml"
	"io"

	"duidu/parser/format"
	"duidu/parser/format/block"
	"duidu/parser/format/parts"
	"duidu/parser/format/pdf"
)

// Bounds on a file. A report has some tens of pages.
const (
	maxDocuments = 100
	maxPages     = 2000
	maxGlyphs    = 2 << 20
	maxTokens    = 4 << 20 // of XML, over all pages
	maxNesting   = 64      // blocks in each other on a page
	maxUnits     = 4       // drawings in each other
	maxDrawn     = 1 << 14 // drawings, over all pages
)

// File is what the pages of a file show.
type File struct {
	Pages []Page
	Left  []block.Omission // with the numbers of pages for places
}

// Page is a page as one reads it: characters set sideways on it, or in
// columns from the right, are a page of their own that was turned.
type Page struct {
	pdf.Page
	Document int // which of the file's documents, from 1
	Number   int // in the file, from 1
}

// reader reads one file.
type reader struct {
	archive *parts.Archive
	file    File
	tokens  int
	glyphs  int
	drawn   int
	unnamed int
	fonts   map[string]bool   // bold ones, by their ids
	units   map[string][]byte // drawings that pages share, by their ids
	number  int               // of the page that is read, -1 for none
}

// Read reads all documents of a file, one after the other. What several
// pages share as their template, running heads and feet, is left out and
// counted, and so are slanted text, marks laid over pages and attachments.
// Errors are *format.Error.
func Read(data []byte) (File, error) {
	archive, err := parts.Open(data, "ofd")
	if err != nil {
		return File{}, err
	}
	r := &reader{archive: archive}
	if !archive.Has("OFD.xml") {
		return File{}, damaged(archive)
	}
	var root struct {
		Bodies []struct {
			Root     string `xml:"DocRoot"`
			Versions []struct {
				Current string `xml:"Current,attr"`
				Loc     string `xml:"BaseLoc,attr"`
			} `xml:"Versions>Version"`
		} `xml:"DocBody"`
	}
	if err := r.unmarshal("OFD.xml", &root); err != nil {
		return File{}, err
	}
	for i, b := range root.Bodies[:min(len(root.Bodies), maxDocuments)] {
		at := parts.Clean(b.Root)
		for _, v := range b.Versions {
			if v.Current == "true" {
				at = r.versionRoot(parts.Clean(v.Loc), at)
			}
		}
		if err := r.document(i+1, at); err != nil {
			return File{}, err
		}
	}
	r.leave(block.Beyond, max(0, len(root.Bodies)-maxDocuments))
	return r.finish(len(root.Bodies))
}

// damaged is the error for a file without a root: one whose parts are
// encrypted, or none of the kind.
func damaged(archive *parts.Archive) error {
	for _, name := range []string{"Encryptions.xml", "EntriesMap.dat", "decryptseed.dat"} {
		if archive.Has(name) {
			return &format.Error{Kind: format.Locked, Detail: "ofd"}
		}
	}
	return &format.Error{Kind: format.Damaged, Detail: "ofd"}
}

// versionRoot is where the current version of a document stands.
func (r *reader) versionRoot(loc, otherwise string) string {
	var version struct {
		Root string `xml:"DocRoot"`
	}
	if err := r.unmarshal(loc, &version); err != nil || version.Root == "" {
		return otherwise
	}
	return parts.Join(loc, version.Root)
}

// finish decides whether what was read is a text.
func (r *reader) finish(documents int) (File, error) {
	named, broken, images := 0, 0, 0
	for _, p := range r.file.Pages {
		named += len(p.Glyphs)
	}
	for _, o := range r.file.Left {
		switch o.Kind {
		case block.Damage:
			broken += o.Count
		case block.PageImage:
			images += o.Count
		}
	}
	kind := format.ErrorKind("")
	switch {
	case r.unnamed > named:
		kind = format.NoCharacters
	case named > 0:
		return r.file, nil
	case images > 0:
		kind = format.NoTextLayer
	case broken > 0 || documents == 0:
		return File{}, damaged(r.archive)
	default:
		kind = format.Empty
	}
	return File{}, &format.Error{Kind: kind, Detail: "ofd"}
}

func (r *reader) leave(kind block.Left, n int) {
	r.file.Left = block.Leave(r.file.Left, kind, n, r.number)
}

// unmarshal reads a small part whole. A part that is not there, or broken,
// is an error.
func (r *reader) unmarshal(name string, v any) error {
	data, err := r.archive.Part(name)
	if err != nil {
		return err
	}
	if data == nil {
		return &format.Error{Kind: format.Damaged, Detail: "ofd"}
	}
	if err := newDecoder(data).Decode(v); err != nil {
		return &format.Error{Kind: format.Damaged, Detail: "ofd", Err: err}
	}
	return nil
}

func newDecoder(data []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	return d
}
