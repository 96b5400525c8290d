package doc

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/richardlehane/mscfb"

	"duidu/parser/format"
)

// container is an OLE file: streams by name, those of its root alone. What an
// embedded object keeps lies deeper and is not the document's.
type container struct {
	size    int // bytes of the whole file, which no stream can exceed
	streams map[string]*mscfb.File
}

// Kinds of OLE files by a stream or storage that only they have.
var kinds = []struct{ name, kind string }{
	{"Workbook", "xls"}, {"Book", "xls"},
	{"PowerPoint Document", "ppt"}, {"PP40", "ppt"},
	{"VisioDocument", "vsd"},
	{"BodyText", "hwp"},
	{"__properties_version1.0", "msg"},
	{"MatOST", "works"}, {"CONTENTS", "works"},
}

// lockedPackage is the name, in UTF-16, of what a DOCX file with a password
// keeps; it stands in the clear even in a damaged one.
const lockedPackage = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"

// openContainer reads the directory. An office document with a password, and
// what is no Word document, is an error that names it.
func openContainer(data []byte) (c container, err error) {
	defer func() {
		if fault := recover(); fault != nil { // the library's, on a broken file
			c, err = container{}, damaged(fmt.Errorf("%v", fault))
		}
	}()
	file, err := mscfb.New(bytes.NewReader(data))
	if err != nil && bytes.Contains(data, []byte(lockedPackage)) {
		return container{}, &format.Error{Kind: format.Locked, Detail: format.DOCX}
	}
	if err != nil {
		return container{}, damaged(err)
	}
	c = container{size: len(data), streams: map[string]*mscfb.File{}}
	for _, f := range file.File {
		if len(f.Path) == 0 && c.streams[f.Name] == nil {
			c.streams[f.Name] = f
		}
	}
	if c.streams["EncryptedPackage"] != nil || c.streams["DRMContent"] != nil {
		return container{}, &format.Error{Kind: format.Locked, Detail: format.DOCX}
	}
	if c.streams["WordDocument"] != nil {
		return c, nil
	}
	for _, k := range kinds {
		if c.streams[k.name] != nil {
			return container{}, &format.Error{Kind: format.UnsupportedFormat, Detail: k.kind}
		}
	}
	return container{}, &format.Error{Kind: format.UnsupportedFormat, Detail: format.Compound}
}

func damaged(err error) error { return &format.Error{Kind: format.Damaged, Detail: "doc", Err: err} }

// read returns the bytes of a stream; whole tells that none are missing. A
// stream that is not there is empty and whole.
func (c container) read(name string) (out []byte, whole bool) {
	defer func() {
		if fault := recover(); fault != nil {
			whole = false
		}
	}()
	f := c.streams[name]
	if f == nil || f.Size <= 0 {
		return nil, true
	}
	size := int(min(f.Size, int64(c.size)))
	out = make([]byte, 0, size)
	const step = 64 << 10 // what was read before a broken link is kept
	for len(out) < size {
		n, err := f.Read(out[len(out):min(len(out)+step, size)])
		out = out[:len(out)+n]
		if err != nil && !errors.Is(err, io.EOF) || n == 0 {
			return out, false
		}
	}
	return out, int64(size) == f.Size
}
