package doc

import (
	"strings"

	"duidu/parser/format/numbering"
)

// lists are the numbered lists of a document by their id, and what uses them.
type lists struct {
	byID map[int]*numbering.List
	uses []listUse // numbered from 1 in the text
}

// listUse is one use of a list: it may begin to count again.
type listUse struct {
	list  *numbering.List
	start map[int]int // of levels that begin again, until they are counted
}

// next counts a paragraph and returns the mark before it.
func (l *lists) next(use, level int) (mark string, bullet bool) {
	if use < 1 || use > len(l.uses) || l.uses[use-1].list == nil {
		return "", false
	}
	u := &l.uses[use-1]
	if start, ok := u.start[level]; ok {
		delete(u.start, level)
		u.list.Restart(level, start)
	}
	return u.list.Next(level)
}

// Sizes of the parts of the list tables, in bytes.
const (
	listSize     = 28
	levelSize    = 28
	useSize      = 16
	overrideSize = 8
	mostLists    = 1 << 14
)

// readLists reads the definitions of lists and the table of their uses.
func (d *document) readLists() {
	d.lists.byID = map[int]*numbering.List{}
	table := d.fib.find(d.table, pairLists)
	n := int(u16(table, 0))
	if 2+listSize*n <= len(table) && n < mostLists {
		rest := d.fib.behind(d.table, pairLists, 2+listSize*n)
		for i := range n {
			list := table[2+listSize*i:]
			count := numbering.Levels
			if list[26]&1 == 1 { // a list of one level
				count = 1
			}
			var levels [numbering.Levels]numbering.Level
			for k := range count {
				var ok bool
				if levels[k], rest, ok = readLevel(rest); !ok {
					break
				}
			}
			d.lists.byID[long(list, 0)] = numbering.New(levels)
		}
	}
	d.readUses()
}

// readUses reads which list each number in the text means.
func (d *document) readUses() {
	table := d.fib.find(d.table, pairOverrides)
	n := long(table, 0)
	if n < 0 || n > mostLists || 4+useSize*n > len(table) {
		return
	}
	rest := d.fib.behind(d.table, pairOverrides, 4+useSize*n)
	for i := range n {
		use := table[4+useSize*i:]
		u := listUse{list: d.lists.byID[long(use, 0)], start: map[int]int{}}
		if rest = skip(rest, 4); len(rest) > 0 {
			for range use[12] {
				if len(rest) < overrideSize {
					break
				}
				start, flags := long(rest, 0), rest[4]
				rest = rest[overrideSize:]
				if flags&0x20 != 0 { // with a level of its own
					var level numbering.Level
					var ok bool
					if level, rest, ok = readLevel(rest); !ok {
						break
					}
					start = level.Start
				}
				if flags&0x10 != 0 {
					u.start[int(flags&0xF)] = start
				}
			}
		}
		d.lists.uses = append(d.lists.uses, u)
	}
}

func skip(b []byte, n int) []byte { return b[min(n, len(b)):] }

// readLevel reads one level and returns what follows it.
func readLevel(b []byte) (l numbering.Level, rest []byte, ok bool) {
	if len(b) < levelSize {
		return l, nil, false
	}
	l.Start, l.Format = long(b, 0), formats[b[4]]
	if b[4] == 0 {
		l.Format = "decimal"
	}
	rest = skip(b, levelSize+int(b[24])+int(b[25]))
	n := int(u16(rest, 0))
	if len(rest) < 2+2*n {
		return l, nil, false
	}
	var text strings.Builder
	for i := range n {
		// Characters 0 to 8 stand for the numbers of the levels.
		if c := rune(u16(rest, 2+2*i)); c < numbering.Levels {
			text.WriteString("%" + string('1'+c))
		} else {
			text.WriteRune(c)
		}
	}
	l.Text = text.String()
	return l, rest[2+2*n:], true
}

// formats names the number formats of [MS-OSHARED] 2.2.1.3.
var formats = map[byte]string{
	1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
	10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth", 18: "decimalEnclosedCircle", 19: "decimalFullWidth", 22: "decimalZero", 23: "bullet",
	26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle",
	30: "ideographTraditional", 31: "ideographZodiac", 33: "taiwaneseCounting", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital",
	37: "chineseCounting", 39: "chineseCountingThousand", 255: "none",
}
