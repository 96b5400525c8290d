package parts

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"hash/crc32"
	"strconv"
	"testing"

	"duidu/parser/format"
)

func archive(t *testing.T, names []string, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	var packed bytes.Buffer // once for all
	f, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err == nil {
		_, err = f.Write(data)
	}
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		w, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(data), CompressedSize64: uint64(packed.Len()), UncompressedSize64: uint64(len(data))})
		if err == nil {
			_, err = w.Write(packed.Bytes())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func kindOf(err error) format.ErrorKind {
	var e *format.Error
	errors.As(err, &e)
	if e == nil {
		return ""
	}
	return e.Kind
}

func TestPartsAreFoundHoweverTheyAreNamed(t *testing.T) {
	a, err := Open(archive(t, []string{"Doc_0/Pages/Content.xml", `back\slash.xml`}, []byte("x")), "ofd")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Doc_0/Pages/Content.xml", "/Doc_0/Pages/Content.xml", "doc_0/pages/content.xml", "Doc_0/./Pages/../Pages/Content.xml", "back/slash.xml"} {
		if part, err := a.Part(name); err != nil || string(part) != "x" {
			t.Errorf("%s: %q, %v", name, part, err)
		}
	}
	if part, err := a.Part("none"); part != nil || err != nil {
		t.Errorf("a part that is not there: %q, %v", part, err)
	}
	for from, want := range map[string]string{"Doc_0/Document.xml": "Doc_0/a.xml", "OFD.xml": "a.xml"} {
		if got := Join(from, "a.xml"); got != want {
			t.Errorf("from %s: %s", from, got)
		}
	}
	if got := Join("Doc_0/Document.xml", "/Doc_1/a.xml"); got != "Doc_1/a.xml" {
		t.Error(got)
	}
	if got := Join("a/b.xml", "../../../etc/passwd"); got != "etc/passwd" {
		t.Error(got)
	}
}

func TestBombsAreRefused(t *testing.T) {
	a, err := Open(archive(t, []string{"big"}, make([]byte, MaxPart+1)), "ofd")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Part("big"); kindOf(err) != format.TooLarge {
		t.Errorf("a part beyond its bound: %v", err)
	}
	a, err = Open(archive(t, []string{"1", "2", "3"}, make([]byte, maxTotal/2)), "ofd")
	if err != nil {
		t.Fatal(err)
	}
	for i := 1; i <= 3; i++ {
		_, err = a.Part(strconv.Itoa(i))
	}
	if kindOf(err) != format.TooLarge {
		t.Errorf("parts beyond their sum: %v", err)
	}
	if _, err := Open([]byte("PK\x03\x04 and then nothing"), "ofd"); kindOf(err) != format.Damaged {
		t.Errorf("no archive: %v", err)
	}
	if _, err := Open(bytes.Repeat([]byte("PK\x01\x02"), maxFiles+1), "ofd"); kindOf(err) != format.TooLarge {
		t.Errorf("too many files: %v", err)
	}
}

func TestAPartWithAPasswordIsLocked(t *testing.T) {
	data := archive(t, []string{"a"}, []byte("x"))
	for at := 0; ; at++ { // the flag of encryption, in the list of files
		i := bytes.Index(data[at:], []byte("PK\x01\x02"))
		if i < 0 {
			break
		}
		at += i
		data[at+8] |= 1
	}
	a, err := Open(data, "ofd")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Part("a"); kindOf(err) != format.Locked {
		t.Error(err)
	}
}
