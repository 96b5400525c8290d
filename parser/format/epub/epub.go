// Package epub takes the pages of a book out of an EPUB file, in the order
// in which one reads them.
package epub

import (
	"bytes"
	"encoding/xml"
	"io"
	"net/url"
	"strings"

	"duidu/parser/format"
	"duidu/parser/format/block"
	"duidu/parser/format/parts"
)

// maxPages is how many pages of a book are read.
const maxPages = 2000

// Book is what is to be read of a file.
type Book struct {
	Title string
	Pages []Page
	Left  []block.Omission
}

// Page is one page of a book, as XHTML.
type Page struct {
	Name string // in the file
	Data []byte
}

// packageXML is the list of a book's parts, and the order of its pages.
type packageXML struct {
	Titles []string `xml:"metadata>title"`
	Items  []struct {
		ID         string `xml:"id,attr"`
		Loc        string `xml:"href,attr"`
		Type       string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Order []struct {
		ID string `xml:"idref,attr"`
	} `xml:"spine>itemref"`
}

// Read returns the pages of a book. The list of contents that a book has for
// programs is left out; pages that are pictures, and pages that lack, are
// counted. Errors are *format.Error: a book whose pages are encrypted, a
// damaged one, one without pages.
func Read(data []byte) (Book, error) {
	archive, err := parts.Open(data, "epub")
	if err != nil {
		return Book{}, err
	}
	var container struct {
		Roots []struct {
			Loc string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := unmarshal(archive, "META-INF/container.xml", &container); err != nil {
		return Book{}, err
	}
	if len(container.Roots) == 0 {
		return Book{}, &format.Error{Kind: format.Damaged, Detail: "epub"}
	}
	root := parts.Clean(container.Roots[0].Loc)
	var p packageXML
	if err := unmarshal(archive, root, &p); err != nil {
		return Book{}, err
	}
	b := Book{}
	if len(p.Titles) > 0 {
		b.Title = strings.TrimSpace(p.Titles[0])
	}
	return b, b.read(archive, root, p)
}

func (b *Book) read(archive *parts.Archive, root string, p packageXML) error {
	at := map[string]int{}
	for i, item := range p.Items {
		at[item.ID] = i
	}
	locked := encrypted(archive)
	seen := map[string]bool{}
	for n, ref := range p.Order {
		i, ok := at[ref.ID]
		if !ok {
			b.Left = block.Leave(b.Left, block.Damage, 1, n+1)
			continue
		}
		item := p.Items[i]
		name := locOf(root, item.Loc)
		switch {
		case seen[name] || strings.Contains(" "+item.Properties+" ", " nav "):
			continue
		case len(b.Pages) >= maxPages:
			b.Left = block.Leave(b.Left, block.Beyond, 1, n+1)
			continue
		case !strings.Contains(item.Type, "html") && !strings.Contains(item.Type, "dtbook"):
			b.Left = block.Leave(b.Left, block.Picture, 1, n+1)
			continue
		case locked[name]:
			return &format.Error{Kind: format.Locked, Detail: "epub"}
		}
		seen[name] = true
		page, err := archive.Part(name)
		if err != nil {
			return err
		}
		if len(page) == 0 {
			b.Left = block.Leave(b.Left, block.Damage, 1, n+1)
			continue
		}
		b.Pages = append(b.Pages, Page{Name: name, Data: page})
	}
	if len(b.Pages) > 0 {
		return nil
	}
	for _, o := range b.Left {
		if o.Kind == block.Picture {
			return &format.Error{Kind: format.NoTextLayer, Detail: "epub"}
		}
	}
	return &format.Error{Kind: format.Damaged, Detail: "epub"}
}

// locOf is the name of the part that the list of parts gives as an address.
func locOf(root, href string) string {
	href, _, _ = strings.Cut(href, "#")
	if plain, err := url.PathUnescape(href); err == nil {
		href = plain
	}
	return parts.Join(root, href)
}

// encrypted lists the parts that can't be read without a key. Fonts are
// often among them, pages only where a book is sold.
func encrypted(archive *parts.Archive) map[string]bool {
	var list struct {
		Data []struct {
			Loc struct {
				URI string `xml:"URI,attr"`
			} `xml:"CipherData>CipherReference"`
		} `xml:"EncryptedData"`
	}
	out := map[string]bool{}
	if archive.Has("META-INF/encryption.xml") && unmarshal(archive, "META-INF/encryption.xml", &list) == nil {
		for _, d := range list.Data {
			out[locOf("x", d.Loc.URI)] = true
		}
	}
	return out
}

func unmarshal(archive *parts.Archive, name string, v any) error {
	data, err := archive.Part(name)
	if err != nil {
		return err
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	if err := d.Decode(v); err != nil {
		return &format.Error{Kind: format.Damaged, Detail: "epub", Err: err}
	}
	return nil
}
