package store

import (
	"strings"

	"duidu/model"
)

// A report is kept in four parts, so that a list reads only what it shows
// and a search only texts. The parts of one report are of one reading: they
// are written together and never changed.
const (
	partSummary = iota // what a list shows
	partText           // headings and paragraphs, the outline and the themes
	partFigures
	partRest // originals, captions, notices
	parts
)

// encode writes a report in its parts. Its path is left out: the same file
// may lie in several folders.
func encode(r *model.Report) [parts][]byte {
	return [parts][]byte{encodeSummary(r), encodeText(r), encodeFigures(r), encodeRest(r)}
}

func encodeSummary(r *model.Report) []byte {
	var w writer
	s := r.Summary()
	for _, t := range []string{s.Format, s.Encoding, s.Title, s.Place, s.City, s.Province, s.Kind, string(s.Script), s.Content} {
		w.text(t)
	}
	for _, n := range []int{s.Year, s.Term, s.Session, s.Characters, s.Headings, s.Figures} {
		w.int(n)
	}
	w.flag(s.Corrected)
	w.length(len(s.Notices), s.Notices == nil)
	for _, n := range s.Notices {
		w.text(string(n.Kind))
		w.int(n.Count)
	}
	return w.b
}

func decodeSummary(data string) (model.Summary, bool) {
	r := reader{s: data}
	var s model.Summary
	var script string
	for _, t := range []*string{&s.Format, &s.Encoding, &s.Title, &s.Place, &s.City, &s.Province, &s.Kind, &script, &s.Content} {
		*t = r.text()
	}
	s.Script = model.Script(script)
	for _, n := range []*int{&s.Year, &s.Term, &s.Session, &s.Characters, &s.Headings, &s.Figures} {
		*n = r.int()
	}
	s.Corrected = r.flag()
	s.Notices = list(&r, func(n *model.NoticeCount) {
		n.Kind = model.NoticeKind(r.text())
		n.Count = r.int()
	})
	return s, !r.bad
}

// encodeText writes the outline and behind it all blocks, each with a line
// end: what a search runs over.
func encodeText(r *model.Report) []byte {
	var w writer
	var body []byte
	var walk func([]*model.Section)
	walk = func(sections []*model.Section) {
		w.length(len(sections), sections == nil)
		for _, s := range sections {
			w.flag(s.RunIn)
			if s.RunIn { // it stands in the text
				w.text(s.Title)
			} else {
				w.uint(uint64(len(s.Title)))
				body = appendBlock(body, s.Title)
			}
			w.word(s.Theme)
			w.int(s.Level)
			w.length(len(s.Paragraphs), s.Paragraphs == nil)
			for i := range s.Paragraphs {
				p := &s.Paragraphs[i]
				w.uint(uint64(len(p.Text)))
				body = append(append(body, p.Text...), '\n')
				w.int(int(p.Role))
				w.length(len(p.Runs), p.Runs == nil)
				for _, run := range p.Runs {
					w.word(run.Theme)
					w.int(run.Start)
					w.int(run.End - run.Start)
				}
			}
			walk(s.Sections)
		}
	}
	walk(r.Sections)
	var head writer
	head.uint(uint64(len(w.b)))
	return append(append(head.b, w.b...), body...)
}

func appendBlock(body []byte, title string) []byte {
	if title == "" {
		return body
	}
	return append(append(body, title...), '\n')
}

// bodyOf is the blocks of a text part, each with a line end.
func bodyOf(data string) (string, bool) {
	r := reader{s: data}
	outline := r.text()
	return data[r.at:], !r.bad && outline != ""
}

// texts reads the text part.
type texts struct {
	reader
	body string
	left int // bytes of body already given out
}

func decodeText(data string) ([]*model.Section, bool) {
	head := reader{s: data}
	outline := head.text()
	t := texts{reader: reader{s: outline, bad: head.bad}, body: data[head.at:]}
	sections := t.sections()
	return sections, !t.bad && t.left == len(t.body)
}

func (t *texts) sections() []*model.Section {
	return list(&t.reader, func(s **model.Section) { *s = t.section() })
}

func (t *texts) section() *model.Section {
	s := &model.Section{RunIn: t.flag()}
	if s.RunIn {
		s.Title = t.text()
	} else if n := t.uint(); n > 0 {
		s.Title = t.take(n)
	}
	s.Theme = t.word()
	s.Level = t.int()
	s.Paragraphs = list(&t.reader, func(p *model.Paragraph) {
		p.Text = t.take(t.uint())
		p.Role = model.Role(t.int())
		p.Runs = list(&t.reader, func(run *model.Run) {
			run.Theme = t.word()
			run.Start = t.int()
			run.End = run.Start + t.int()
		})
	})
	s.Sections = t.sections()
	return s
}

// take gives out the next block, n bytes long.
func (t *texts) take(n uint64) string {
	if n >= uint64(len(t.body)-t.left) {
		t.bad = true
		return ""
	}
	s := t.body[t.left : t.left+int(n)]
	t.left += int(n) + 1
	return s
}

// encodeRest writes the originals of the texts that have one, captions and
// notices.
func encodeRest(r *model.Report) []byte {
	var w writer
	n, last := 0, -1
	originals(r.Sections, func(original *string) {
		if *original != "" {
			w.uint(uint64(n - last))
			w.text(*original)
			last = n
		}
		n++
	})
	w.uint(0)
	w.length(len(r.Captions), r.Captions == nil)
	for _, c := range r.Captions {
		w.text(c)
	}
	w.length(len(r.Notices), r.Notices == nil)
	for _, n := range r.Notices {
		w.word(string(n.Kind))
		w.word(n.Reason)
		w.length(len(n.Args), n.Args == nil)
		for _, arg := range n.Args {
			w.word(arg)
		}
		w.word(n.Detail)
		w.path(n.Section)
		w.int(n.Paragraph)
	}
	w.int(r.Members)
	w.flag(r.Corrected)
	return w.b
}

func decodeRest(data string, into *model.Report) bool {
	r := reader{s: data}
	next := int(r.uint()) - 1
	n := 0
	originals(into.Sections, func(original *string) {
		if n == next && !r.bad {
			*original = r.text()
			if gap := int(r.uint()); gap > 0 {
				next += gap
			}
		}
		n++
	})
	if next < 0 {
		next = n - 1
	}
	into.Captions = list(&r, func(c *string) { *c = r.text() })
	into.Notices = list(&r, func(n *model.Notice) {
		n.Kind = model.NoticeKind(r.word())
		n.Reason = r.word()
		n.Args = list(&r, func(arg *string) { *arg = r.word() })
		n.Detail = r.word()
		n.Section = r.path()
		n.Paragraph = r.int()
	})
	into.Members = r.int()
	into.Corrected = r.flag()
	return !r.bad && r.at == len(r.s) && next < n
}

// originals visits the place of every text's original in reading order.
func originals(sections []*model.Section, visit func(*string)) {
	for _, s := range sections {
		visit(&s.Original)
		for i := range s.Paragraphs {
			visit(&s.Paragraphs[i].Original)
		}
		originals(s.Sections, visit)
	}
}

func (w *writer) path(p model.Path) {
	w.length(len(p), p == nil)
	for _, n := range p {
		w.int(n)
	}
}

func (r *reader) path() model.Path {
	return list(r, func(n *int) { *n = r.int() })
}

// clone copies a part out of the mapped file.
func clone(data []byte) string {
	return strings.Clone(view(data))
}
