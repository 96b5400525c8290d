package ofd

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"duidu/parser/format"
	. "duidu/parser/format/ofd/ofdtest"
)

// packed writes an OFD file anew, with each part as change makes it.
func packed(t *testing.T, data []byte, change func(h *zip.FileHeader, text string) string, more map[string]string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	write := func(h *zip.FileHeader, text string) {
		text = change(h, text)
		h.UncompressedSize64, h.CompressedSize64 = uint64(len(text)), uint64(len(text))
		w, err := out.CreateRaw(h)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		write(&zip.FileHeader{Name: f.Name}, string(text))
	}
	for name, text := range more {
		write(&zip.FileHeader{Name: name}, text)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAFileOfWhichAPartIsUnderAPasswordIsLocked(t *testing.T) {
	whole := Make(Document{Templates: []string{Text(20, 5, 5, "页眉", "")}, Pages: []Sheet{
		{Content: Text(20, 20, 5, "全年收到提案", ""), Template: 1}, {Content: Text(20, 20, 5, "立案办理", ""), Template: 1}}})
	for _, name := range []string{"OFD.xml", "Doc_0/Document.xml", "Doc_0/Pages/Page_1/Content.xml", "Doc_0/Tpls/Tpl_0/Content.xml"} {
		locked := packed(t, whole, func(h *zip.FileHeader, text string) string {
			if h.Name == name {
				h.Flags |= 1
			}
			return text
		}, nil)
		refused(t, name, locked, format.Locked)
	}
}

func TestTheCurrentVersionOfADocumentIsRead(t *testing.T) {
	old := Document{Pages: []Sheet{{Content: Text(20, 20, 5, "初稿", "")}}}
	late := Document{Pages: []Sheet{{Content: Text(20, 20, 5, "定稿", "")}}}
	for current, want := range map[string]string{"true": "定稿", "false": "初稿", "": "初稿"} {
		data := packed(t, Make(old, late), func(h *zip.FileHeader, text string) string {
			if h.Name != "OFD.xml" {
				return text
			}
			first, _, _ := strings.Cut(text, "</ofd:DocBody>")
			return first + `<ofd:Versions><ofd:Version ID="1" Index="1" Current="` + current + `" BaseLoc="Doc_0/v1.xml"/></ofd:Versions></ofd:DocBody></ofd:OFD>`
		}, map[string]string{"Doc_0/v1.xml": `<ofd:DocVersion ` + Space + ` ID="1"><ofd:DocRoot>/Doc_1/Document.xml</ofd:DocRoot></ofd:DocVersion>`})
		f, err := Read(data)
		if err != nil || rows(f) != want {
			t.Errorf("current %q: %s, %v", current, rows(f), err)
		}
	}
}
