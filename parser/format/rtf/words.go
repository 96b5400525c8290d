package rtf

import (
	"duidu/parser/format/block"
	"duidu/parser/format/codepage"
)

// groups that hold something else than text, by the word they begin with.
// Those that are not named here and begin with a star are skipped as well.
var skipped = map[string]bool{
	"colortbl": true, "info": true, "nonshppict": true, "objdata": true, "bkmkstart": true, "bkmkend": true,
	"xe": true, "tc": true, "tcn": true, "rxe": true, "txe": true, "filetbl": true, "listtable": true, "listoverridetable": true, "revtbl": true,
	"rsidtbl": true, "xmlnstbl": true, "themedata": true, "colorschememapping": true, "datastore": true, "latentstyles": true,
	"ftnsep": true, "ftnsepc": true, "ftncn": true, "aftnsep": true, "aftnsepc": true, "aftncn": true, "shprslt": true, "pntxta": true, "pntxtb": true,
	"datafield": true, "formfield": true,
	"atnid": true, "atnauthor": true, "atndate": true, "atntime": true, "atnref": true, "atnicn": true, "atrfstart": true, "atrfend": true, "sn": true, "pgdsctbl": true,
}

// signs are words that stand for a character.
var signs = map[string]rune{
	"tab": '\t', "line": '\n', "lbr": '\n', "column": '\n', "emdash": '—', "endash": '–', "bullet": '•', "lquote": '‘', "rquote": '’', "ldblquote": '“', "rdblquote": '”',
	"emspace": '\u2003', "enspace": '\u2002', "qmspace": '\u2005',
}

// control takes a control word with its number, if it has one.
func (r *reader) control(name string, n int, given bool) {
	g := r.top()
	switch g.place {
	case inFonts:
		r.fontWord(name, n)
		return
	case inStyles:
		if g.star && g.first && name != "s" {
			r.style.other = true
		}
		r.styleWord(name, n)
		return
	}
	if r.document(name, n) || r.destination(name) {
		return
	}
	if g.star && g.first {
		g.place = inSkip
		return
	}
	if g.place == inNone {
		return
	}
	on := !given || n != 0
	if sign, ok := signs[name]; ok {
		r.sign(sign)
		return
	}
	switch name {
	case "u":
		r.unicode(n)
	case "uc":
		g.uc = max(0, n)
	case "par", "sect":
		r.endParagraph()
	case "cell", "nestcell", "row", "nestrow", "trowd", "cellx", "trleft", "clmgf", "clmrg", "clvmgf", "clvmrg":
		r.tableWord(name, n)
	case "pard":
		g.para = paragraph{outline: -1}
	case "s":
		g.para.style = n
	case "outlinelevel":
		g.para.outline = n
	case "qc":
		g.para.centred = true
	case "ql", "qr", "qj", "qd":
		g.para.centred = false
	case "intbl":
		g.para.inTable = on
	case "itap":
		g.para.depth = n
	case "plain":
		g.fonts, g.kind, g.hidden, g.deleted = [3]int{r.font, r.font, r.font}, 0, false, false
	case "f", "af":
		g.fonts[g.kind] = n
		if g.kind == 0 && name == "f" {
			g.fonts = [3]int{n, n, n}
		}
	case "loch", "hich", "dbch":
		g.kind = map[string]int{"loch": 0, "hich": 1, "dbch": 2}[name]
	case "v":
		g.hidden = on
	case "deleted":
		g.deleted = on
	}
}

// document takes words that are set for the whole document.
func (r *reader) document(name string, n int) bool {
	switch name {
	case "ansicpg":
		if n != 0 {
			r.page = n
		}
	case "mac":
		r.page = 10000
	case "pc":
		r.page = 437
	case "pca":
		r.page = 850
	case "deff":
		r.font = n
		r.top().fonts = [3]int{n, n, n}
	default:
		return false
	}
	return true
}

func (r *reader) fontWord(name string, n int) {
	g := r.top()
	switch name {
	case "f":
		g.fonts[0] = n
	case "fcharset":
		page := codepage.OfCharset(n)
		if n == symbolCharset {
			page = symbols
		}
		r.fontPage(page)
	case "cpg":
		r.fontPage(n)
	}
}

// symbols is the page of fonts whose bytes are signs and no characters, whose
// character set is symbolCharset.
const (
	symbols       = -1
	symbolCharset = 2
)

// fontPage notes what the bytes of the font that is being named mean.
func (r *reader) fontPage(page int) {
	if page != 0 && len(r.fonts) < maxStyles {
		r.fonts[r.top().fonts[0]] = page
	}
}

// destination takes words that say what their group holds.
func (r *reader) destination(name string) bool {
	g := r.top()
	if !g.first {
		return false
	}
	if skipped[name] {
		g.place = inSkip
		return true
	}
	switch name {
	case "fonttbl":
		g.place = inFonts
	case "stylesheet":
		g.place = inStyles
	case "pict":
		r.sink.picture = true
		r.sink.out.Leave(block.Picture, 1, r.sink.out.Place())
		g.place = inSkip
	case "object":
		r.sink.out.Leave(block.Object, 1, r.sink.out.Place())
		g.place = inNone
	case "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf":
		r.header()
	case "annotation":
		r.sink.out.Leave(block.Comment, 1, r.sink.out.Place())
		g.place = inSkip
	case "footnote":
		r.note()
	case "field":
		r.field()
	case "fldinst":
		g.place = inCode
	case "fldrslt":
		if n := len(r.fields); n > 0 {
			g.place = r.fields[n-1].place
		}
	case "listtext", "pntext":
		r.listText()
	case "shp", "shpinst", "shpgrp", "do", "sp", "sv", "upr", "nesttableprops":
		g.place = inNone
		if name == "nesttableprops" {
			g.place = inText
		}
	case "ud":
		if n := len(r.groups); n > 2 && r.groups[n-2].place == inNone {
			g.place = r.groups[n-3].place
		}
	case "shptxt", "dptxbxtext":
		r.box()
	case "shppict", "result":
		if name == "result" {
			g.place = inText
		}
	default:
		return false
	}
	return true
}
