package epub

import (
	"archive/zip"
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"duidu/parser/format"
	"duidu/parser/format/block"
)

const container = `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`

const list = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title> 望溪县政协年鉴 </dc:title></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="b" href="text/second%20part.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/first.xhtml#top" media-type="application/xhtml+xml"/><item id="p" href="cover.svg" media-type="image/svg+xml"/><item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="p"/><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/><itemref idref="a"/><itemref idref="gone"/><itemref idref="none"/></spine></package>`

func book(parts map[string]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func whole() map[string]string {
	return map[string]string{
		"mimetype": "application/epub+zip", "META-INF/container.xml": container, "OEBPS/book.opf": list, "OEBPS/nav.xhtml": "<html>目录</html>",
		"OEBPS/text/first.xhtml": "<html>上篇</html>", "OEBPS/text/second part.xhtml": "<html>下篇</html>", "OEBPS/cover.svg": "<svg/>",
	}
}

func TestPagesComeInTheOrderOfReading(t *testing.T) {
	b, err := Read(book(whole()))
	if err != nil {
		t.Fatal(err)
	}
	var pages []string
	for _, p := range b.Pages {
		pages = append(pages, p.Name+" "+string(p.Data))
	}
	if want := []string{"OEBPS/text/first.xhtml <html>上篇</html>", "OEBPS/text/second part.xhtml <html>下篇</html>"}; !slices.Equal(pages, want) {
		t.Errorf("%q", pages)
	}
	if b.Title != "望溪县政协年鉴" {
		t.Errorf("title %q", b.Title)
	}
	if len(b.Left) != 2 || b.Left[0].Kind != block.Picture || b.Left[1].Kind != block.Damage || b.Left[1].Count != 2 {
		t.Errorf("left out %+v", b.Left)
	}
}

func TestBooksThatCannotBeReadAreRefused(t *testing.T) {
	key := func(uri string) map[string]string {
		w := whole()
		w["META-INF/encryption.xml"] = `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><CipherData><CipherReference URI="` + uri + `"/></CipherData></EncryptedData></encryption>`
		return w
	}
	if _, err := Read(book(key("OEBPS/fonts/a.otf"))); err != nil {
		t.Errorf("a book with encrypted fonts alone: %v", err)
	}
	pictures := whole()
	pictures["OEBPS/book.opf"] = strings.Replace(list, `<itemref idref="a"/><itemref idref="b"/><itemref idref="a"/>`, "", 1)
	for name, c := range map[string]struct {
		data []byte
		kind format.ErrorKind
	}{
		"locked": {book(key("OEBPS/text/first.xhtml")), format.Locked}, "nothing": {nil, format.Damaged}, "no list": {book(map[string]string{"META-INF/container.xml": container}), format.Damaged},
		"no container": {book(map[string]string{"mimetype": "application/epub+zip"}), format.Damaged}, "pictures": {book(pictures), format.NoTextLayer},
	} {
		_, err := Read(c.data)
		var e *format.Error
		if !errors.As(err, &e) || e.Kind != c.kind {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzRead must never panic, hang, or fail with an error of another type.
func FuzzRead(f *testing.F) {
	f.Add(container, list)
	f.Fuzz(func(t *testing.T, container, list string) {
		w := whole()
		w["META-INF/container.xml"], w["OEBPS/book.opf"] = container, list
		_, err := Read(book(w))
		var known *format.Error
		if err != nil && !errors.As(err, &known) {
			t.Fatalf("an error of another type: %v", err)
		}
	})
}

func TestElementsClosedAtOnceHoldNothing(t *testing.T) {
	for page, want := range map[string]string{
		`<title/><p>a<br/>b<a id="x"/>c</p><IMG src="a/b"/>`: `<title></title><p>a<br/>b<a id="x"></a>c</p><IMG src="a/b"/>`,
		`<p>5 < 6 /> </p>`: `<p>5 < 6 /> </p>`,
	} {
		if got := string(opened([]byte(page))); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
