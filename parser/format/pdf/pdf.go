// Package pdf reads the text layer of a PDF as lines.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	pdf "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"duidu/model"
	"duidu/parser/format"
)

// Bounds on a PDF file. A report has some tens of pages; a book is no report.
const (
	maxPages       = 2000
	MaxPDFDecode   = 16 << 20         // bytes that one stream may unpack to
	maxPDFTotal    = 64 << 20         // bytes that all streams may unpack to
	maxPDFObjects  = 1 << 20          // entries of the cross-reference table
	maxPDFNesting  = 64               // of objects
	maxGlyphs      = 8 << 20          // characters drawn
	pdfReadingTime = 20 * time.Second // for the file's tables
)

// withoutConfig keeps the PDF library from writing a folder of its own into
// the user's.
var withoutConfig = sync.OnceFunc(func() { pdf.ConfigPath = "disable" })

// Open reads the text layer of a PDF: lines in reading order, column
// after column, joined to paragraphs; without running heads and page numbers.
func Open(data []byte) (src format.Source, err error) {
	damaged := &format.Error{Kind: format.Damaged, Detail: format.PDF}
	defer func() {
		if fault := recover(); fault != nil { // the library's, on a broken file
			src, err = format.Source{}, damaged
		}
	}()
	doc, err := readPDF(data)
	if err != nil {
		return format.Source{}, err
	}
	r := pdfReader{doc: doc, fonts: map[string]*pdfFont{}}
	var pages []pdfPage
	broken := 0
	for n := 1; n <= min(doc.PageCount, maxPages); n++ {
		p, err := r.page(n)
		if err != nil {
			broken++
			continue
		}
		pages = append(pages, p)
	}
	glyphs, unknown, pictures := 0, 0, 0
	for _, p := range pages {
		pictures += len(p.pictures)
		for _, g := range p.glyphs {
			switch {
			case strings.ContainsRune(g.text, unicode.ReplacementChar):
				unknown++
			case strings.TrimSpace(g.text) != "":
				glyphs++
			}
		}
	}
	switch {
	case unknown > glyphs:
		return format.Source{}, &format.Error{Kind: format.NoCharacters}
	case glyphs == 0 && (broken > 0 || isCutPDF(data)):
		return format.Source{}, damaged
	case glyphs == 0 && pictures > 0, glyphs < 20*pictures && pictures >= len(pages) && glyphs < 40*len(pages):
		return format.Source{}, &format.Error{Kind: format.NoTextLayer}
	case glyphs == 0:
		return format.Source{}, &format.Error{Kind: format.Empty}
	}
	src = format.Source{Format: format.PDF, Encoding: format.EncUTF8}
	if broken > 0 || isCutPDF(data) {
		src.Notices = []model.Notice{{Kind: model.NoticeEncoding, Reason: "pages-damaged"}}
	}
	if unknown > 0 {
		src.Notices = append(src.Notices, model.Notice{Kind: model.NoticeEncoding, Reason: "signs-unknown"})
	}
	return src.Filled(pdfLines(pages)), nil
}

// isCutPDF tells that the end of the file is missing.
func isCutPDF(data []byte) bool {
	const tail = 2048
	return !bytes.Contains(data[max(0, len(data)-tail):], []byte("%%EOF"))
}

// readPDF reads the file's tables and finds its pages.
func readPDF(data []byte) (*pdf.Context, error) {
	withoutConfig()
	conf := pdf.NewDefaultConfiguration()
	conf.ValidationMode = pdf.ValidationRelaxed
	conf.Limits.MaxDecodeBytes, conf.Limits.MaxStreamBytes = MaxPDFDecode, MaxPDFDecode
	conf.Limits.MaxObjectCount, conf.Limits.MaxXRefEntries = maxPDFObjects, maxPDFObjects
	conf.Limits.MaxObjectStreamCount, conf.Limits.MaxRecursionDepth = maxPDFObjects, maxPDFNesting
	ctx, stop := context.WithTimeout(context.Background(), pdfReadingTime)
	defer stop()
	// A cut file is rebuilt as far as it goes only if it has an end to look
	// for; the library reads to it.
	doc, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(data), conf)
	switch {
	case errors.Is(err, pdfcpu.ErrWrongPassword), err != nil && strings.Contains(err.Error(), "password"):
		return nil, &format.Error{Kind: format.Locked, Detail: format.PDF, Err: err}
	case err != nil:
		return nil, &format.Error{Kind: format.Damaged, Detail: format.PDF, Err: err}
	}
	if err := doc.EnsurePageCount(); err != nil || doc.PageCount == 0 {
		return nil, &format.Error{Kind: format.Damaged, Detail: format.PDF, Err: err}
	}
	return doc, nil
}

// pdfReader reads the pages of one document; fonts are read once.
type pdfReader struct {
	doc    *pdf.Context
	fonts  map[string]*pdfFont
	total  int // bytes unpacked
	glyphs int
}

// pdfPage is what stands on a page, in points from its upper left corner.
type pdfPage struct {
	width, height float64
	glyphs        []pdfGlyph
	pictures      []pdfBox
}

type pdfBox struct{ x0, y0, x1, y1 float64 }

func (r *pdfReader) page(n int) (pdfPage, error) {
	dict, _, inherited, err := r.doc.PageDict(n, false)
	if err != nil {
		return pdfPage{}, err
	}
	content, err := r.content(dict["Contents"])
	if err != nil {
		return pdfPage{}, err
	}
	box := types.NewRectangle(0, 0, 595, 842)
	resources := types.Dict(nil)
	rotate := 0
	if inherited != nil {
		if inherited.MediaBox != nil {
			box = inherited.MediaBox
		}
		if inherited.CropBox != nil {
			box = inherited.CropBox
		}
		resources, rotate = inherited.Resources, inherited.Rotate
	}
	if own := r.dict(dict["Resources"]); own != nil {
		resources = own
	}
	p := pdfPage{width: box.Width(), height: box.Height()}
	// The page's own space has y upwards from the lower left of the box.
	toPage := matrix{1, 0, 0, -1, -box.LL.X, box.UR.Y}
	switch ((rotate % 360) + 360) % 360 {
	case 90:
		toPage = matrix{0, 1, 1, 0, -box.LL.Y, -box.LL.X}
		p.width, p.height = p.height, p.width
	case 180:
		toPage = matrix{-1, 0, 0, 1, box.UR.X, -box.LL.Y}
	case 270:
		toPage = matrix{0, -1, -1, 0, box.UR.Y, box.UR.X}
		p.width, p.height = p.height, p.width
	}
	w := pdfWriter{reader: r, page: &p, resources: resources}
	w.state.ctm = toPage
	w.state.scale = 1
	w.run(content, 0)
	return p, nil
}

// content unpacks a page's drawing program, which may lie in pieces.
func (r *pdfReader) content(o types.Object) ([]byte, error) {
	pieces, ok := r.object(o).(types.Array)
	if !ok {
		pieces = types.Array{o}
	}
	var all []byte
	for _, piece := range pieces {
		if piece == nil {
			continue
		}
		_, content, err := r.unpack(piece)
		if err != nil {
			return nil, err
		}
		all = append(append(all, content...), '\n')
	}
	return all, nil
}

// object follows a reference; nil for what can't be read.
func (r *pdfReader) object(o types.Object) types.Object {
	o, err := r.doc.Dereference(o)
	if err != nil {
		return nil
	}
	return o
}

func (r *pdfReader) dict(o types.Object) types.Dict {
	switch d := r.object(o).(type) {
	case types.Dict:
		return d
	case types.StreamDict:
		return d.Dict
	case *types.StreamDict:
		return d.Dict
	}
	return nil
}

func (r *pdfReader) array(o types.Object) types.Array {
	a, _ := r.object(o).(types.Array)
	return a
}

func (r *pdfReader) name(o types.Object) string {
	n, _ := r.object(o).(types.Name)
	return string(n)
}

func (r *pdfReader) number(o types.Object) (float64, bool) {
	switch n := r.object(o).(type) {
	case types.Integer:
		return float64(n), true
	case types.Float:
		return float64(n), true
	}
	return 0, false
}

// stream unpacks a stream; nil for what can't be.
func (r *pdfReader) stream(o types.Object) (types.Dict, []byte) {
	d, content, err := r.unpack(o)
	if err != nil {
		return d, nil
	}
	return d, content
}

// unpack unpacks a stream, within what is left of the document's bound.
func (r *pdfReader) unpack(o types.Object) (types.Dict, []byte, error) {
	s, _, err := r.doc.DereferenceStreamDict(o)
	if err != nil || s == nil {
		return nil, nil, err
	}
	if r.total > maxPDFTotal {
		return s.Dict, nil, &format.Error{Kind: format.TooLarge, Detail: strconv.Itoa(r.total)}
	}
	if len(s.Content) == 0 {
		if err := s.DecodeWithLimit(MaxPDFDecode); err != nil {
			return s.Dict, nil, err
		}
	}
	r.total += len(s.Content)
	return s.Dict, s.Content, nil
}
