package store

import (
	"errors"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"duidu/model"
)

// Put keeps a report that was read from a file. It is written behind the
// caller's back, in batches; Flush waits for that. r is nil when the content
// is kept and only the file is new.
func (s *Store) Put(f File, key Key, r *model.Report) {
	if s.queue.isClosed() {
		return
	}
	i := item{file: f, key: key}
	if r != nil {
		p := encode(r)
		i.parts = &p
	}
	if time.Since(time.Unix(0, f.Time)) < freshTime {
		i.file.Path = "" // the content is kept; the file is looked at again
	}
	s.queue.add(i, s.write)
}

// Flush waits until all that was put is kept, or can't be.
func (s *Store) Flush() { s.queue.flush(s.write) }

// freshTime is how old a change of a file must be to rely on its time: a
// change that comes right after it could leave size and time as they are.
const freshTime = 2 * time.Second

// write writes batches until none is left, then lets others have the file.
func (s *Store) write() {
	for batch := s.queue.take(); batch != nil; batch = s.queue.take() {
		if err := s.writeBatch(batch); err != nil {
			s.tell(err)
			s.queue.close()
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.writable {
		s.close()
	}
}

// writeBatch writes a batch whole or not at all. A file that turns out to be
// damaged, or full of what is long out of date, is made anew for it.
func (s *Store) writeBatch(batch []item) error {
	err := s.tryBatch(batch)
	if errors.Is(err, errDamaged) || errors.Is(err, bolterrors.ErrMaxSizeReached) {
		s.discard()
		err = s.tryBatch(batch)
	}
	return err
}

func (s *Store) tryBatch(batch []item) (err error) {
	if err := s.openToWrite(); err != nil {
		return err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.db == nil || !s.writable {
		return errAbsent
	}
	defer caught(&err)()
	return s.db.Update(func(tx *bolt.Tx) error { return put(tx, batch) })
}

// openToWrite opens the file for this program alone. Readers get their turn
// while another program is waited for.
func (s *Store) openToWrite() error {
	if err := s.folder(); err != nil {
		return err
	}
	for deadline := time.Now().Add(writeWait); ; time.Sleep(20 * time.Millisecond) {
		err := s.tryToWrite()
		if !errors.Is(err, bolterrors.ErrTimeout) || time.Now().After(deadline) {
			return err
		}
	}
}

func (s *Store) tryToWrite() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.writable {
		return nil
	}
	s.close()
	db, err := s.open(false, time.Millisecond)
	if errors.Is(err, errDamaged) { // or another program is just making it
		time.Sleep(50 * time.Millisecond)
		db, err = s.open(false, time.Millisecond)
	}
	if errors.Is(err, errDamaged) || errors.Is(err, errOtherVersion) {
		if err := os.Remove(s.file); err != nil {
			return err
		}
		db, err = s.open(false, time.Millisecond)
	}
	if err != nil {
		return err
	}
	s.db, s.writable, s.restless = db, true, time.Time{}
	return nil
}

// create lays out a new file.
func (s *Store) create(tx *bolt.Tx) error {
	for _, name := range append([][]byte{keysBucket, pathsBucket}, partBuckets[:]...) {
		if _, err := tx.CreateBucketIfNotExists(name); err != nil {
			return err
		}
	}
	meta, err := tx.CreateBucketIfNotExists(metaBucket)
	if err != nil {
		return err
	}
	return meta.Put(versionKey, []byte(s.version))
}

// put writes a batch. What is kept already is not written again.
func put(tx *bolt.Tx, batch []item) error {
	keys, paths := tx.Bucket(keysBucket), tx.Bucket(pathsBucket)
	var into [parts]*bolt.Bucket
	for i, name := range partBuckets {
		if into[i] = tx.Bucket(name); into[i] == nil {
			return errDamaged
		}
		into[i].FillPercent = 1 // it only grows at its end
	}
	if keys == nil || paths == nil {
		return errDamaged
	}
	for _, it := range batch {
		ref := Ref{key: it.key}
		if known := keys.Get(it.key[:]); len(known) == 8 {
			ref.id = idOf(known)
		} else {
			if it.parts == nil {
				continue // the store was made anew meanwhile
			}
			id, err := keys.NextSequence()
			if err != nil {
				return err
			}
			ref.id = id
			for i, data := range it.parts {
				if err := into[i].Put(number(id), sealed(it.key, i, data)); err != nil {
					return err
				}
			}
			if err := keys.Put(it.key[:], number(id)); err != nil {
				return err
			}
		}
		if it.file.Path == "" || len(it.file.Path) > maxPath {
			continue
		}
		p := place{size: it.file.Size, time: it.file.Time, beside: it.file.Beside, ref: ref}
		if err := paths.Put([]byte(it.file.Path), p.bytes(it.file.Path)); err != nil {
			return err
		}
	}
	return nil
}

// maxPath bounds a path, in bytes; longer ones are looked at again.
const maxPath = 16 << 10
