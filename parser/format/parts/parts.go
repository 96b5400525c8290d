// Package parts takes parts out of a zip file that holds a document, within
// bounds that no file of any kind can pass.
package parts

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strconv"
	"strings"

	"duidu/parser/format"
)

// Bounds on what an archive unpacks to. The text of a report is some hundred
// kilobytes of XML; more is a mistake or a bomb.
const (
	MaxPart  = 64 << 20  // bytes of one part
	maxTotal = 128 << 20 // bytes of all parts taken
	maxFiles = 1 << 16   // entries in the list
)

// Archive is an open zip file. It is used by one goroutine.
type Archive struct {
	kind  string
	files map[string]*zip.File
	lower map[string]*zip.File
	taken int
}

// Open reads the list of an archive. kind is how errors, of type
// *format.Error, name it.
func Open(data []byte, kind string) (*Archive, error) {
	if bytes.Count(data, []byte("PK\x01\x02")) > maxFiles {
		return nil, &format.Error{Kind: format.TooLarge, Detail: strconv.Itoa(len(data))}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &format.Error{Kind: format.Damaged, Detail: kind, Err: err}
	}
	a := &Archive{kind: kind, files: map[string]*zip.File{}, lower: map[string]*zip.File{}}
	for _, f := range z.File {
		name := Clean(f.Name)
		if a.files[name] == nil {
			a.files[name] = f
			a.lower[strings.ToLower(name)] = f
		}
	}
	return a, nil
}

// Clean makes a name in an archive, or a path to one, plain: no slash at its
// head, no dots, slashes that lean forward.
func Clean(name string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
}

// Join is the name of a part that another part names from where it stands.
func Join(from, name string) string {
	if strings.HasPrefix(name, "/") {
		return Clean(name)
	}
	return Clean(path.Dir("/"+Clean(from)) + "/" + name)
}

// Has tells whether there is a part of a name, in capitals or small letters.
func (a *Archive) Has(name string) bool { return a.find(name) != nil }

func (a *Archive) find(name string) *zip.File {
	name = Clean(name)
	if f := a.files[name]; f != nil {
		return f
	}
	return a.lower[strings.ToLower(name)]
}

// Part unpacks a part; nil without an error if there is none. What a damaged
// part holds up to its damage is returned without an error, if it is
// anything. A part that unpacks to more than it may is an error, whatever
// size it states, and so is a part with a password.
func (a *Archive) Part(name string) ([]byte, error) {
	f := a.find(name)
	if f == nil {
		return nil, nil
	}
	if f.Flags&1 != 0 {
		return nil, &format.Error{Kind: format.Locked, Detail: a.kind}
	}
	in, err := f.Open()
	if err != nil {
		return nil, &format.Error{Kind: format.Damaged, Detail: a.kind, Err: err}
	}
	defer in.Close()
	limit := min(MaxPart, maxTotal-a.taken)
	// As large as it says it is, up to a megabyte: it may lie.
	buffer := bytes.NewBuffer(make([]byte, 0, min(f.UncompressedSize64+bytes.MinRead, 1<<20)))
	_, err = buffer.ReadFrom(io.LimitReader(in, int64(limit)+1))
	data := buffer.Bytes()
	a.taken += len(data)
	if len(data) > limit {
		return nil, &format.Error{Kind: format.TooLarge, Detail: strconv.Itoa(a.taken)}
	}
	if err != nil && len(data) == 0 {
		return nil, &format.Error{Kind: format.Damaged, Detail: a.kind, Err: err}
	}
	return data, nil
}
