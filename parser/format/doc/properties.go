package doc

// Properties of text by their numbers, [MS-DOC] 2.6.
const (
	opDeleted    = 0x0800
	opObject     = 0x080A
	opData       = 0x0806
	opHidden     = 0x083C
	opSpecial    = 0x0855
	opPicture    = 0x6A03
	opSymbol     = 0x6A09
	opCentred    = 0x2461
	opCentred80  = 0x2403
	opInTable    = 0x2416
	opRowEnd     = 0x2417
	opDepth      = 0x6649
	opDeeper     = 0x664A
	opInnerCell  = 0x244B
	opInnerRow   = 0x244C
	opListLevel  = 0x260A
	opList       = 0x460B
	opOutline    = 0x2640
	opStyle      = 0x4600
	opHuge       = 0x6646
	opHugeOld    = 0x6645
	opTable      = 0xD608
	opTabs       = 0xC615
	opMergeDown  = 0xD62B
	opMergeRight = 0x5624
)

// eachProperty visits the properties in a list, up to where it is broken.
func eachProperty(list []byte, visit func(op uint16, operand []byte)) {
	for len(list) >= 3 {
		op := u16(list, 0)
		list = list[2:]
		size, head := 0, 0
		switch op >> 13 {
		case 0, 1:
			size = 1
		case 2, 4, 5:
			size = 2
		case 3:
			size = 4
		case 7:
			size = 3
		case 6:
			size, head = int(list[0]), 1
			switch {
			case op == opTable:
				size, head = int(u16(list, 0))-1, 2
			case op == opTabs && size == 255:
				size = tabsSize(list[1:])
			}
		}
		if size < 0 || head+size > len(list) {
			return
		}
		visit(op, list[head:head+size])
		list = list[head+size:]
	}
}

// tabsSize is how long a list of tabulators is that does not say so.
func tabsSize(list []byte) int {
	if len(list) == 0 {
		return -1
	}
	deleted := 1 + 4*int(list[0])
	if deleted >= len(list) {
		return -1
	}
	return deleted + 1 + 3*int(list[deleted])
}

// stretch is some text of the same properties.
type stretch struct {
	from, to int // bytes of the stream
	style    int // of paragraphs
	list     []byte
}

// pages finds the properties of text by where its bytes are: pages of 512
// bytes in the stream, and an index of them.
type pages struct {
	index      plc
	word       []byte
	paragraphs bool
}

const pageSize = 512

// at returns the stretch that holds a byte; one without properties if no
// page knows of it.
func (p pages) at(fc int) stretch {
	none := stretch{from: fc, to: fc + 1}
	i := p.index.holding(fc)
	if i < 0 {
		return none
	}
	at := (long(p.index.of(i), 0) & 0x3FFFFF) * pageSize
	if at+pageSize > len(p.word) {
		return none
	}
	page := p.word[at : at+pageSize]
	entry, last := 1, pageSize-2
	if p.paragraphs {
		entry = 13
	}
	n := min(int(page[pageSize-1]), (last-4)/(4+entry))
	for k := range n {
		s := stretch{from: long(page, 4*k), to: long(page, 4*k+4)}
		if fc < s.from || fc >= s.to {
			continue
		}
		offset := 2 * int(page[4*(n+1)+entry*k])
		switch {
		case offset == 0 || offset >= last:
		case p.paragraphs:
			s.style, s.list = paragraphList(page, offset)
		default:
			s.list = page[offset+1 : min(offset+1+int(page[offset]), pageSize-1)]
		}
		return s
	}
	return none
}

// paragraphList reads a paragraph's style and properties from a page.
func paragraphList(page []byte, offset int) (style int, list []byte) {
	size, from := 2*int(page[offset])-1, offset+1
	if size < 0 {
		size, from = 2*int(page[offset+1]), offset+2
	}
	end := min(from+size, pageSize-1)
	if end-from < 2 {
		return 0, nil
	}
	return int(u16(page, from)), page[from+2 : end]
}

// paragraph is what the properties say of one.
type paragraph struct {
	style               int
	outline             int // 0 to 8 is a level, 9 is none; -1 if nothing says
	list, listLevel     int // number of the list from 1, 0 for none, -1 if nothing says
	centred             bool
	depth               int // tables around it
	inTable             bool
	rowEnd              bool // it is the end of a row
	innerCell, innerRow bool // it ends a cell or a row of a table in a table
	row                 rowShape
}

func (d *document) apply(p *paragraph, list []byte, deeper bool) {
	eachProperty(list, func(op uint16, v []byte) {
		switch op {
		case opStyle:
			p.style = int(u16(v, 0))
		case opOutline:
			p.outline = int(v[0])
		case opList:
			if p.list = int(int16(u16(v, 0))); p.list < 0 || p.list > 0x7FE {
				p.list = 0 // a mark of old files, or a list that was taken off
			}
		case opListLevel:
			p.listLevel = int(v[0])
		case opCentred, opCentred80:
			p.centred = v[0] == 1
		case opInTable:
			p.inTable = v[0] != 0
		case opRowEnd:
			p.rowEnd = v[0] != 0
		case opDepth:
			p.depth = long(v, 0)
		case opDeeper:
			p.depth += long(v, 0)
		case opInnerCell:
			p.innerCell = v[0] != 0
		case opInnerRow:
			p.innerRow = v[0] != 0
		case opTable, opMergeDown, opMergeRight:
			p.row.apply(op, v)
		case opHuge, opHugeOld: // the list is too long for its page
			if at := long(v, 0); !deeper && at >= 0 && at+2 <= len(d.data) {
				d.apply(p, d.data[at+2:min(len(d.data), at+2+int(u16(d.data, at)))], true)
			}
		}
	})
}

// run is what the properties say of some characters.
type run struct {
	deleted, hidden, special bool
	picture, object, data    bool
	symbol                   rune
}

func (r *run) apply(list []byte) {
	eachProperty(list, func(op uint16, v []byte) {
		on := len(v) > 0 && v[0]&1 == 1
		switch op {
		case opDeleted:
			r.deleted = on
		case opHidden:
			r.hidden = on
		case opSpecial:
			r.special = on
		case opObject:
			r.object = on
		case opData:
			r.data = on
		case opPicture:
			r.picture = true
		case opSymbol:
			r.symbol = rune(u16(v, 2))
		}
	})
}
