// Package pdf reads the text layer of a PDF as lines.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"slices"
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
	MaxGlyphs      = 2 << 20          // characters drawn
	maxPDFCodes    = 1 << 20          // codes that the fonts' tables list
	pdfReadingTime = 10 * time.Second // for the file's tables
	PagesTime      = 10 * time.Second // for what the pages draw
)

// withoutConfig keeps the PDF library from writing a folder of its own into
// the user's.
var withoutConfig = sync.OnceFunc(func() { pdf.ConfigPath = "disable" })

// Open reads the text layer of a PDF: lines in reading order, column
// after column, joined to paragraphs; without running heads, page numbers and
// watermarks. What could not be read is told.
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
	r := pdfReader{doc: doc, fonts: map[string]*pdfFont{}, codes: maxPDFCodes, deadline: time.Now().Add(PagesTime)}
	pages := r.pages()
	if r.mendSimpleFonts() { // their bytes are hanzi: read once more
		r.total, r.glyphs, r.broken, r.deadline = 0, 0, nil, time.Now().Add(PagesTime)
		pages = r.pages()
	}
	glyphs, unknown, pictures := 0, 0, 0
	for i := range pages {
		pictures += len(pages[i].pictures)
		g, u := pages[i].characters()
		glyphs, unknown = glyphs+g, unknown+u
	}
	broken := len(r.broken) > 0 || isCutPDF(data)
	switch {
	case unknown > glyphs:
		return format.Source{}, &format.Error{Kind: format.NoCharacters}
	case glyphs == 0 && broken:
		return format.Source{}, damaged
	case glyphs == 0 && pictures > 0, glyphs < 20*pictures && pictures >= len(pages) && glyphs < 40*len(pages):
		return format.Source{}, &format.Error{Kind: format.NoTextLayer}
	case glyphs == 0:
		return format.Source{}, &format.Error{Kind: format.Empty}
	}
	src = format.Source{Format: format.PDF, Encoding: format.EncUTF8}
	src.Notices = r.notices(pages, broken, unknown > 0)
	left := leaveOut(pages)
	src.Notices = append(src.Notices, left.notices()...)
	lines := pdfLines(pages)
	if unknown > 0 && nameUnread(lines, r.titleOf()) {
		src.Notices = append(src.Notices, doubt("title-from-properties"))
	}
	return src.Filled(lines), nil
}

// notices tells what was not read, or read by a guess.
func (r *pdfReader) notices(pages []pdfPage, broken, unknown bool) []model.Notice {
	var notices []model.Notice
	switch {
	case broken && len(r.broken) > 0:
		notices = append(notices, doubt("pages-damaged-at", pageList(r.broken)))
	case broken:
		notices = append(notices, doubt("pages-damaged"))
	}
	if unknown {
		notices = append(notices, doubt("signs-unknown"))
	}
	if read := len(pages) + len(r.broken); r.full || r.doc.PageCount > read {
		notices = append(notices, doubt("pages-too-many", strconv.Itoa(read), strconv.Itoa(r.doc.PageCount), strconv.Itoa(maxPages),
			strconv.Itoa(MaxGlyphs), strconv.Itoa(int(PagesTime.Seconds()))))
	}
	guesses := map[string]bool{}
	for _, f := range r.fonts {
		if f.guessed {
			guesses[strings.ToUpper(f.multibyte)] = true
		}
	}
	if len(guesses) > 0 {
		notices = append(notices, doubt("encoding-guessed", strings.Join(slices.Sorted(maps.Keys(guesses)), "、")))
	}
	var scans []int
	for i := range pages {
		if pages[i].isPicture() {
			scans = append(scans, pages[i].number)
		}
	}
	if len(scans) > 0 {
		notices = append(notices, model.Notice{Kind: model.NoticeGap, Reason: "pages-pictures", Args: []string{pageList(scans)}})
	}
	return notices
}

// doubt is a notice of what is uncertain about the text of the file.
func doubt(reason string, args ...string) model.Notice {
	return model.Notice{Kind: model.NoticeEncoding, Reason: reason, Args: args}
}

// pageList writes numbers of pages, runs of them as 3-7.
func pageList(numbers []int) string {
	const most = 12
	var parts []string
	for i := 0; i < len(numbers); {
		n := i + 1
		for n < len(numbers) && numbers[n] == numbers[n-1]+1 {
			n++
		}
		part := strconv.Itoa(numbers[i])
		if n-i > 1 {
			part += "-" + strconv.Itoa(numbers[n-1])
		}
		if parts = append(parts, part); len(parts) == most && n < len(numbers) {
			parts[most-1] += " …"
			break
		}
		i = n
	}
	return strings.Join(parts, "、")
}

// isCutPDF tells that the end of the file is missing.
func isCutPDF(data []byte) bool {
	const tail = 2048
	return !bytes.Contains(data[max(0, len(data)-tail):], []byte("%%EOF"))
}

// pdfHead is what a PDF file begins with, behind what a mail or a web form put
// before it.
var pdfHead = []byte("%PDF-")

// readPDF reads the file's tables and finds its pages. Bytes before the head
// go; a file that counted them is read with them.
func readPDF(data []byte) (*pdf.Context, error) {
	doc, err := readPDFTables(data[max(0, bytes.Index(data, pdfHead)):])
	if err != nil && !bytes.HasPrefix(data, pdfHead) {
		if whole, also := readPDFTables(data); also == nil {
			return whole, nil
		}
	}
	return doc, err
}

func readPDFTables(data []byte) (*pdf.Context, error) {
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
	doc      *pdf.Context
	fonts    map[string]*pdfFont
	deadline time.Time
	total    int   // bytes unpacked
	glyphs   int   // characters drawn
	codes    int   // codes that tables of fonts may still list
	full     bool  // there were more than MaxGlyphs, or time ran out
	broken   []int // numbers of pages that could not be read
}

// pdfPage is what stands on a page, in points from its upper left corner.
type pdfPage struct {
	number        int // from 1
	width, height float64
	strokes       []pdfStroke
	rules         []pdfRule
	pictures      []pdfBox
	curves        int      // pieces of outlines drawn: letters, if there are many
	marked        []string // watermarks that the page itself calls so
}

type pdfBox struct{ x0, y0, x1, y1 float64 }

// characters counts the characters of a page that are known, and those that
// are not.
func (p *pdfPage) characters() (known, unknown int) {
	for _, s := range p.strokes {
		for _, r := range s.text {
			switch {
			case r == unicode.ReplacementChar:
				unknown++
			case !unicode.IsSpace(r):
				known++
			}
		}
	}
	return known, unknown
}

// isPicture tells a page whose text is a picture, or drawn as outlines: it
// has none but perhaps a page number.
func (p *pdfPage) isPicture() bool {
	const fewest, outlines, half = 20, 400, 0.5
	if known, unknown := p.characters(); known+unknown >= fewest {
		return false
	}
	covered := 0.0
	for _, b := range p.pictures {
		w, h := min(b.x1, p.width)-max(b.x0, 0), min(b.y1, p.height)-max(b.y0, 0)
		covered += max(w, 0) * max(h, 0)
	}
	return covered >= half*p.width*p.height || p.curves >= outlines
}

// pages reads the pages one after another, while time and bounds last.
func (r *pdfReader) pages() []pdfPage {
	var pages []pdfPage
	for n := 1; n <= min(r.doc.PageCount, maxPages) && !r.late() && !r.full; n++ {
		p, err := r.page(n)
		if err != nil {
			r.broken = append(r.broken, n)
			continue
		}
		pages = append(pages, p)
	}
	return pages
}

func (r *pdfReader) late() bool { return time.Now().After(r.deadline) }

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
	p := pdfPage{number: n, width: box.Width(), height: box.Height()}
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
	w.state.scale, w.state.ink, w.state.lineInk, w.state.alpha = 1, 1, 1, 1
	w.run(content, 0)
	w.lift()
	p.strokes = slices.Clip(p.strokes)
	return p, nil
}
