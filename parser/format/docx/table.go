package docx

import (
	"encoding/xml"
	"strings"
	"unicode/utf8"

	"duidu/parser/format"
	"duidu/parser/text"
)

// table reads a table up to its end: a row a line if it holds data, the
// paragraphs of its cells if it only places them.
func (r *docxReader) table(before []format.Line) ([]format.Line, error) {
	if r.depth++; r.depth > maxDepth {
		return nil, &format.Error{Kind: format.Damaged, Detail: format.DOCX}
	}
	defer func() { r.depth-- }()
	var rows [][]format.Cell
	var inside []format.Line
	layout, columns := false, 0
	above := map[int]string{}
	var failed error
	for level := 0; level >= 0 && failed == nil; {
		t, err := r.decoder.Token()
		if err != nil {
			failed = err
			break
		}
		switch e := t.(type) {
		case xml.EndElement:
			level--
		case xml.StartElement:
			level++
			k := len(rows) - 1
			switch e.Name.Local {
			case "tr":
				rows = append(rows, nil)
				columns = 0
			case "tblHeader":
				for i := range above {
					delete(above, i)
				}
			case "tc":
				level--
				if k < 0 {
					failed = r.decoder.Skip()
					break
				}
				c, lines, err := r.cell(above, columns)
				columns += max(c.Cols, 1)
				layout = layout || utf8.RuneCountInString(c.Text) > format.LongestCell
				rows[k] = append(rows[k], c)
				inside = append(inside, lines...)
				failed = err
			}
		}
	}
	widest := 0
	for _, row := range rows {
		widest = max(widest, len(row))
	}
	if layout || widest < 2 || len(rows) < 2 {
		return inside, failed
	}
	last := ""
	for i := len(before) - 1; i >= 0 && last == ""; i-- {
		last = before[i].Text
	}
	return format.TableLines(rows, last), failed
}

// cell reads a cell up to its end. above has the words of cells that go on
// downwards, by column.
func (r *docxReader) cell(above map[int]string, column int) (format.Cell, []format.Line, error) {
	c := format.Cell{}
	props := r.decoder
	var lines []format.Line
	for {
		t, err := props.Token()
		if err != nil {
			return c, lines, err
		}
		switch e := t.(type) {
		case xml.EndElement:
			return c, lines, nil
		case xml.StartElement:
			if e.Name.Local == "tcPr" {
				var p struct {
					GridSpan struct {
						Val int `xml:"val,attr"`
					} `xml:"gridSpan"`
					VMerge *struct {
						Val string `xml:"val,attr"`
					} `xml:"vMerge"`
				}
				if err := props.DecodeElement(&p, &e); err != nil {
					return c, lines, err
				}
				c.Cols = p.GridSpan.Val
				if p.VMerge != nil && p.VMerge.Val != "restart" {
					c.Text = above[column]
				} else {
					delete(above, column)
				}
				continue
			}
			var more []format.Line
			switch e.Name.Local {
			case "p":
				var p *docxParagraph
				if p, err = r.paragraph(nil); p != nil {
					more = r.lineOf(p)
				}
			case "tbl":
				more, err = r.table(nil)
			default:
				if e.Name.Local == "del" || e.Name.Local == "sdtPr" {
					err = props.Skip()
				} else {
					more, err = r.blocks()
				}
			}
			lines = append(lines, more...)
			for _, l := range more {
				c.Text = strings.TrimSpace(c.Text + " " + l.Text)
			}
			if text.HasHan(c.Text) && !strings.ContainsAny(c.Text, "0123456789") {
				above[column] = c.Text
			}
			if err != nil {
				return c, lines, err
			}
		}
	}
}
