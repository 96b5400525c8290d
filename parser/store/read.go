package store

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"strings"

	bolt "go.etcd.io/bbolt"

	"duidu/model"
)

// The store's tables: from a key to a number, from a path to what was there,
// from a number to a part of a report. Numbers only grow, so reports lie in
// the order in which they were read and are written at the end of the file.
var (
	keysBucket  = []byte("keys")
	pathsBucket = []byte("paths")
	partBuckets = [parts][]byte{[]byte("summary"), []byte("text"), []byte("figures"), []byte("rest")}
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sealed is a part as it is kept: whose and which it is, a sum over all of
// it, and the part. What stands in another's place shows.
func sealed(key Key, part int, data []byte) []byte {
	out := make([]byte, 0, sealBytes+len(data))
	out = append(out, key[:]...)
	out = binary.LittleEndian.AppendUint32(out, sum(key[:], part, data))
	return append(out, data...)
}

const sealBytes = len(Key{}) + 4

func sum(of []byte, part int, data []byte) uint32 {
	c := crc32.Update(uint32(part), castagnoli, of)
	return crc32.Update(c, castagnoli, data)
}

// part is a part of a report in place. A report that is not there, since the
// store was made anew, is errAbsent; one that is not what it should be is
// errDamaged.
func part(tx *bolt.Tx, ref Ref, which int) ([]byte, error) {
	b := tx.Bucket(partBuckets[which])
	if b == nil {
		return nil, errAbsent
	}
	if ref.id == 0 { // it was not written yet when it was named
		if ref = refTo(tx, ref.key); ref.id == 0 {
			return nil, errAbsent
		}
	}
	data := b.Get(number(ref.id))
	switch {
	case data == nil:
		return nil, errAbsent
	case len(data) < sealBytes:
		return nil, errDamaged
	}
	body := data[sealBytes:]
	if binary.LittleEndian.Uint32(data[len(Key{}):]) != sum(data[:len(Key{})], which, body) {
		return nil, errDamaged
	}
	if !bytes.Equal(data[:len(Key{})], ref.key[:]) {
		return nil, errAbsent
	}
	return body, nil
}

// refTo looks a key up; the number is 0 if it is not there.
func refTo(tx *bolt.Tx, key Key) Ref {
	ref := Ref{key: key}
	if b := tx.Bucket(keysBucket); b != nil {
		if id := b.Get(key[:]); len(id) == 8 {
			ref.id = idOf(id)
		}
	}
	return ref
}

func number(id uint64) []byte { return binary.BigEndian.AppendUint64(nil, id) }

func idOf(number []byte) uint64 { return binary.BigEndian.Uint64(number) }

// File is a file as it was when it was read.
type File struct {
	Path   string // absolute
	Size   int64  // bytes
	Time   int64  // of the last change, in nanoseconds
	Beside string // what its reading depends on beside its content
}

// Unchanged returns what was read of a file that is as it was.
func (s *Store) Unchanged(f File) (Ref, model.Summary, bool) {
	var ref Ref
	var sum model.Summary
	err := s.view(func(tx *bolt.Tx) (err error) {
		if ref, err = unchanged(tx, f); err == nil {
			sum, err = summary(tx, ref)
		}
		return err
	})
	return ref, sum, err == nil
}

// unchanged leads to what was read of a file that is as it was.
func unchanged(tx *bolt.Tx, f File) (Ref, error) {
	b := tx.Bucket(pathsBucket)
	if b == nil {
		return Ref{}, errAbsent
	}
	data := b.Get([]byte(f.Path))
	if data == nil {
		return Ref{}, errAbsent
	}
	was, ok := readPlace(f.Path, data)
	switch {
	case !ok:
		return Ref{}, errDamaged
	case was.size != f.Size || was.time != f.Time || was.beside != f.Beside:
		return Ref{}, errAbsent
	}
	return was.ref, nil
}

// Known returns what was read of a content, wherever it was.
func (s *Store) Known(key Key) (Ref, model.Summary, bool) {
	ref := Ref{key: key}
	var sum model.Summary
	err := s.view(func(tx *bolt.Tx) (err error) {
		if ref = refTo(tx, key); ref.id == 0 {
			return errAbsent
		}
		sum, err = summary(tx, ref)
		return err
	})
	return ref, sum, err == nil
}

func summary(tx *bolt.Tx, ref Ref) (model.Summary, error) {
	data, err := part(tx, ref, partSummary)
	if err != nil {
		return model.Summary{}, err
	}
	s, ok := decodeSummary(clone(data))
	if !ok {
		return s, errDamaged
	}
	return s, nil
}

// Report returns a report as it was read. path becomes its path.
func (s *Store) Report(ref Ref, path string) (*model.Report, bool) {
	var data [parts]string
	err := s.view(func(tx *bolt.Tx) error {
		for i := range data {
			d, err := part(tx, ref, i)
			if err != nil {
				return err
			}
			data[i] = clone(d)
		}
		return nil
	})
	if err != nil {
		return nil, false
	}
	r, ok := assemble(data, path)
	return r, ok
}

// assemble makes a report of its parts. Without the rest it lacks originals,
// captions and notices, without figures those.
func assemble(data [parts]string, path string) (*model.Report, bool) {
	sum, good := decodeSummary(data[partSummary])
	sections, ok := decodeText(data[partText])
	good = good && ok
	r := model.Report{
		Path: path, Content: sum.Content, Format: sum.Format, Encoding: sum.Encoding, Title: sum.Title, Place: sum.Place, City: sum.City, Province: sum.Province,
		Kind: sum.Kind, Year: sum.Year, Term: sum.Term, Session: sum.Session, Script: sum.Script, Characters: sum.Characters, Sections: sections,
	}
	if data[partFigures] != "" {
		r.Figures, ok = decodeFigures(data[partFigures], sections)
		good = good && ok
	}
	if data[partRest] != "" {
		good = decodeRest(data[partRest], &r) && good
	}
	if !good {
		return nil, false
	}
	return model.Restore(r), true
}

// place is what was at a path.
type place struct {
	size, time int64
	beside     string
	ref        Ref
}

func (p *place) bytes(path string) []byte {
	var w writer
	w.b = append(w.b, make([]byte, 4)...)
	w.int(int(p.size))
	w.int(int(p.time))
	w.text(p.beside)
	w.b = append(w.b, p.ref.key[:]...)
	w.uint(p.ref.id)
	binary.LittleEndian.PutUint32(w.b, sum([]byte(path), parts, w.b[4:]))
	return w.b
}

func readPlace(path string, data []byte) (place, bool) {
	if len(data) < 4 || binary.LittleEndian.Uint32(data) != sum([]byte(path), parts, data[4:]) {
		return place{}, false
	}
	r := reader{s: view(data), at: 4}
	p := place{size: int64(r.int()), time: int64(r.int()), beside: strings.Clone(r.text())}
	if len(r.s)-r.at < len(Key{}) {
		return p, false
	}
	copy(p.ref.key[:], r.s[r.at:])
	r.at += len(Key{})
	p.ref.id = r.uint()
	return p, !r.bad
}
