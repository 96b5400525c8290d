package cli

import (
	"io"

	"duidu/ui/paper"
	"duidu/ui/write"
)

// rows takes the rows of a table as they come.
type rows interface {
	add(rows [][]write.Cell) error
	// end writes what is left, and the notes below the rows.
	end(notes []string) error
}

// rowsTo passes rows on as CSV or as a sheet, so that a country's figures need
// no more memory than a county's. Other formats must see a table whole to set
// its columns.
func (a *app) rowsTo(w io.Writer, columns []write.Column, format write.Format, title string) rows {
	switch format {
	case write.FormatCSV:
		return &csvRows{w: w, columns: columns}
	case write.FormatXLSX:
		return &sheetRows{book: write.NewBook(w, paper.Properties(title, a.texts.Words)), columns: columns, title: title}
	}
	return &wholeTable{app: a, w: w, table: write.Table{Columns: columns}, format: format, title: title}
}

type csvRows struct {
	w       io.Writer
	columns []write.Column
	begun   bool
}

func (c *csvRows) add(rows [][]write.Cell) error {
	if !c.begun {
		c.begun = true
		if _, err := c.w.Write(write.CSV(write.Table{Columns: c.columns})); err != nil {
			return err
		}
	}
	_, err := c.w.Write(write.CSVRows(rows, c.columns))
	return err
}

func (c *csvRows) end(notes []string) error {
	for _, n := range notes {
		if _, err := c.w.Write(write.CSVRows([][]write.Cell{{write.Text(n)}}, nil)); err != nil {
			return err
		}
	}
	return nil
}

type sheetRows struct {
	book    *write.Book
	sheet   *write.Sheet
	columns []write.Column
	title   string
}

func (s *sheetRows) add(rows [][]write.Cell) (err error) {
	if s.sheet == nil {
		if s.sheet, err = s.book.Sheet(s.title, s.columns); err != nil {
			return err
		}
	}
	for _, row := range rows {
		if err := s.sheet.Add(row); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheetRows) end(notes []string) error {
	if s.sheet != nil {
		s.sheet.Note(notes...)
	}
	return s.book.Close()
}

type wholeTable struct {
	app    *app
	w      io.Writer
	table  write.Table
	format write.Format
	title  string
}

func (t *wholeTable) add(rows [][]write.Cell) error {
	t.table.Rows = append(t.table.Rows, rows...)
	return nil
}

func (t *wholeTable) end(notes []string) error {
	t.table.Notes = notes
	return t.app.printTable(t.w, t.table, t.format, t.title)
}
