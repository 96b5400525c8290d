package store

import (
	"strings"

	bolt "go.etcd.io/bbolt"

	"duidu/model"
)

// Find returns the hits of a query in a report, and what is needed to show
// them: the report's summary, its outline, and the texts of the blocks that
// have hits; other texts, and the titles of other sections, are empty. Without
// hits the report is nil. ok is false if the report is not there.
func (s *Store) Find(ref Ref, path string, q model.Query) (r *model.Report, hits []model.Hit, ok bool) {
	err := s.view(func(tx *bolt.Tx) (err error) {
		r, hits, err = find(tx, ref, path, q)
		return err
	})
	return r, hits, err == nil
}

// FindUnchanged does the same in what was read of a file that is as it was.
func (s *Store) FindUnchanged(f File, path string, q model.Query) (r *model.Report, hits []model.Hit, ok bool) {
	err := s.view(func(tx *bolt.Tx) error {
		ref, err := unchanged(tx, f)
		if err == nil {
			r, hits, err = find(tx, ref, path, q)
		}
		return err
	})
	return r, hits, err == nil
}

// find looks a query up in the mapped file. Nothing is copied of a report
// that has no hits.
func find(tx *bolt.Tx, ref Ref, path string, q model.Query) (*model.Report, []model.Hit, error) {
	text, err := part(tx, ref, partText)
	if err != nil {
		return nil, nil, err
	}
	body, ok := bodyOf(view(text))
	if !ok {
		return nil, nil, errDamaged
	}
	found := q.MayFind(body)
	var figures string
	if q.AsksFigures() {
		data, err := part(tx, ref, partFigures)
		if err != nil {
			return nil, nil, err
		}
		if figures = view(data); !found {
			if found, ok = findsFigure(figures, q); !ok {
				return nil, nil, errDamaged
			}
		}
	}
	if !found {
		return nil, nil, nil
	}
	l, ok := lightOf(view(text))
	if !ok {
		return nil, nil, errDamaged
	}
	var asked []model.Figure
	if figures != "" {
		if asked, ok = askedFigures(figures, q); !ok {
			return nil, nil, errDamaged
		}
	}
	hits := model.Find(model.Light(model.Report{Sections: l.sections, Figures: asked}, l.blocks), q)
	if len(hits) == 0 {
		return nil, nil, nil
	}
	sum, err := summary(tx, ref)
	if err != nil {
		return nil, nil, err
	}
	l.keep(hits)
	return model.Light(model.Report{
		Path: path, Content: sum.Content, Corrected: sum.Corrected, Format: sum.Format, Encoding: sum.Encoding, Title: sum.Title,
		Place: sum.Place, City: sum.City, Province: sum.Province, Kind: sum.Kind, Year: sum.Year, Term: sum.Term, Session: sum.Session,
		Script: sum.Script, Characters: sum.Characters, Sections: l.sections,
	}, l.blocks), hits, nil
}

// light is the outline of a report and its blocks, their texts in place.
type light struct {
	texts
	sections []*model.Section
	blocks   []model.Block
	owners   []*model.Section // of the blocks
	paths    []int            // room for the sections' paths
}

// lightOf reads the text part without its themes.
func lightOf(data string) (*light, bool) {
	head := reader{s: data}
	outline := head.text()
	body := data[head.at:]
	blocks := strings.Count(body, "\n")
	l := &light{
		texts:  texts{reader: reader{s: outline, bad: head.bad}, body: body},
		blocks: make([]model.Block, 0, blocks), owners: make([]*model.Section, 0, blocks),
	}
	l.sections = l.list(nil)
	return l, !l.bad && l.left == len(body)
}

func (l *light) list(above model.Path) []*model.Section {
	n, isNil := l.length()
	if isNil {
		return nil
	}
	sections := make([]*model.Section, n)
	room := make([]model.Section, n)
	for i := range sections {
		sections[i] = &room[i]
		if l.section(&room[i], l.path(above, i)); l.bad {
			return nil
		}
	}
	return sections
}

// path is the path of the i-th section below another.
func (l *light) path(above model.Path, i int) model.Path {
	from := len(l.paths)
	l.paths = append(append(l.paths, above...), i)
	return l.paths[from:len(l.paths):len(l.paths)]
}

func (l *light) section(s *model.Section, at model.Path) {
	if s.RunIn = l.flag(); s.RunIn {
		s.Title = l.text()
	} else if n := l.uint(); n > 0 {
		s.Title = l.take(n)
		l.block(s, model.Block{Heading: true, Section: at, Paragraph: -1, Text: s.Title})
	}
	l.word()
	s.Level = l.int()
	paragraphs, _ := l.length()
	for i := range paragraphs {
		l.block(s, model.Block{Section: at, Paragraph: i, Text: l.take(l.uint())})
		l.int()
		runs, _ := l.length()
		for range runs {
			l.word()
			l.int()
			l.int()
		}
		if l.bad {
			return
		}
	}
	s.Sections = l.list(at)
}

func (l *light) block(of *model.Section, b model.Block) {
	l.blocks, l.owners = append(l.blocks, b), append(l.owners, of)
}

// keep copies what is shown of the hits out of the mapped file, and lets go of
// the rest.
func (l *light) keep(hits []model.Hit) {
	titles := map[*model.Section]string{}
	h := 0
	for i := range l.blocks {
		shown := false
		for ; h < len(hits) && hits[h].Block == i; h++ {
			shown = true
		}
		b, of := &l.blocks[i], l.owners[i]
		if !shown {
			b.Text = ""
			continue
		}
		b.Text = strings.Clone(b.Text)
		if _, have := titles[of]; !have {
			titles[of] = strings.Clone(of.Title)
		}
	}
	var settle func([]*model.Section)
	settle = func(list []*model.Section) {
		for _, s := range list {
			s.Title = titles[s]
			settle(s.Sections)
		}
	}
	settle(l.sections)
}

// findsFigure tells whether one of the figures is what a query asks for.
func findsFigure(data string, q model.Query) (found, ok bool) {
	r := readWords(data)
	n, _ := r.length()
	for range n {
		var f model.Figure
		size := r.uint()
		next := r.at + int(size)
		if r.asked(&f); r.bad || next < r.at || next > len(data) {
			return false, false
		}
		if q.FindsFigure(&f) {
			return true, true
		}
		r.at = next
	}
	return false, !r.bad
}

// askedFigures reads the figures that a query asks for, the others being empty
// in their places.
func askedFigures(data string, q model.Query) ([]model.Figure, bool) {
	r := readWords(data)
	n, _ := r.length()
	figures := make([]model.Figure, n)
	for i := range figures {
		var f model.Figure
		size := r.uint()
		next := r.at + int(size)
		if r.asked(&f); r.bad || next < r.at || next > len(data) {
			return nil, false
		}
		if q.FindsFigure(&f) {
			r.figure(&f, nil)
			figures[i] = f
		} else {
			figures[i].Start, figures[i].End = 0, 0 // nowhere
		}
		r.at = next
	}
	return figures, !r.bad
}
