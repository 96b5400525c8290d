package html

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"

	"duidu/parser/format"
)

// OpenMHTML reads a page that a browser saved whole: the first part of HTML
// in a mail-like file. The pictures and styles behind it are not looked at.
func OpenMHTML(data []byte, forced string) (format.Source, error) {
	damaged := &format.Error{Kind: format.Damaged, Detail: format.MHTML}
	r := bufio.NewReader(bytes.NewReader(data))
	head, err := textproto.NewReader(r).ReadMIMEHeader()
	if err != nil && len(head) == 0 {
		return format.Source{}, damaged
	}
	kind, params, err := mime.ParseMediaType(head.Get("Content-Type"))
	if err != nil {
		return format.Source{}, damaged
	}
	page, charset := []byte(nil), params["charset"]
	if !strings.HasPrefix(kind, "multipart/") {
		page, _ = io.ReadAll(decodedPart(r, head.Get("Content-Transfer-Encoding")))
	} else {
		parts := multipart.NewReader(r, params["boundary"])
		for page == nil {
			part, err := parts.NextRawPart()
			if err != nil {
				return format.Source{}, damaged
			}
			kind, params, err := mime.ParseMediaType(part.Header.Get("Content-Type"))
			if err != nil || kind != "text/html" && kind != "application/xhtml+xml" {
				continue
			}
			charset = params["charset"]
			// A part that is cut off keeps what came before the cut.
			page, _ = io.ReadAll(decodedPart(part, part.Header.Get("Content-Transfer-Encoding")))
		}
	}
	if len(bytes.TrimSpace(page)) == 0 {
		return format.Source{}, &format.Error{Kind: format.Empty}
	}
	src, err := Open(page, charset, forced)
	src.Format = format.MHTML
	return src, err
}

func decodedPart(r io.Reader, transfer string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(transfer)) {
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	}
	return r
}
