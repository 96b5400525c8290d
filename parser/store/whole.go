package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
)

// errDamaged tells that the file is not what was written.
var errDamaged = errors.New("store damaged")

// What a bbolt file begins with: two pages, each with a head of 16 bytes and
// a description of the file, of which the younger one counts.
const (
	pageHead    = 16
	metaBytes   = 64 // with its checksum, the last 8
	metaMagic   = 0xED0CDAED
	minPage     = 1 << 10
	maxPage     = 1 << 16
	maxMetaRead = maxPage + pageHead + metaBytes
)

// checkLength tells whether the file is as long as it says. The mapped pages
// of one that was cut short can't be read without a fault.
func checkLength(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	head := make([]byte, maxMetaRead)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	head = head[:n]
	info, err := f.Stat() // after it, since another program may make it longer
	if err != nil {
		return err
	}
	if len(head) == 0 {
		return os.ErrNotExist // begun and not gone on with
	}
	var need, newest uint64
	for at := 0; at+pageHead+metaBytes <= len(head); {
		size, length, turn, ok := readMeta(head[at+pageHead:])
		if ok && turn >= newest {
			newest, need = turn, length
		}
		switch {
		case at > 0:
			at = len(head)
		case ok:
			at = size
		default: // the page size is in what can't be read
			at = os.Getpagesize()
		}
	}
	if need == 0 || need > uint64(info.Size()) {
		return fmt.Errorf("%w: %d bytes of %d", errDamaged, info.Size(), need)
	}
	return nil
}

// readMeta reads the size of a page, the bytes in use and the number of the
// transaction that wrote this.
func readMeta(m []byte) (page int, length, turn uint64, ok bool) {
	sum := fnv.New64a()
	sum.Write(m[:metaBytes-8])
	word, long := binary.NativeEndian.Uint32, binary.NativeEndian.Uint64
	page = int(word(m[8:]))
	if word(m) != metaMagic || long(m[metaBytes-8:]) != sum.Sum64() || page < minPage || page > maxPage {
		return 0, 0, 0, false
	}
	return page, long(m[40:]) * uint64(page), long(m[48:]), true
}
