package write

import (
	"io"
	"slices"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
	"github.com/shopspring/decimal"
)

// Record is a figure as a row of a Parquet file: the long form, one row a
// figure, every row telling by itself where it is from. Names, ids and
// offsets are those of the JSON output.
type Record struct {
	Path          string   `parquet:"path,dict"`
	Title         string   `parquet:"title,dict"`
	Place         string   `parquet:"place,dict"`
	City          string   `parquet:"city,dict"`
	Province      string   `parquet:"province,dict"`
	Year          *int32   `parquet:"year"` // null when the report does not state it
	Theme         string   `parquet:"theme,dict"`
	Indicator     string   `parquet:"indicator,dict"` // id in the catalogue, or empty
	IndicatorName string   `parquet:"indicator_name,dict"`
	Label         string   `parquet:"label,dict"`
	Text          string   `parquet:"text"`          // as stated: 44.5亿元
	Value         float64  `parquet:"value"`         // 万 and 亿 multiplied out, percents as stated
	Decimal       string   `parquet:"value_decimal"` // the same without rounding
	Unit          string   `parquet:"unit,dict"`
	Qualifier     string   `parquet:"qualifier,dict"`
	Headline      bool     `parquet:"headline"`
	Each          bool     `parquet:"each"`
	Plan          bool     `parquet:"plan"`
	Section       []int32  `parquet:"section,list"` // indexes from the top
	Trail         []string `parquet:"trail,list"`   // titles of the same sections
	Paragraph     int32    `parquet:"paragraph"`    // in the section, from 0; -1 for the heading
	Start         int32    `parquet:"start"`        // bytes in the paragraph's text
	End           int32    `parquet:"end"`
	Sentence      string   `parquet:"sentence"`
	Corrected     bool     `parquet:"corrected"` // something of it, or of its report, was set right by hand
}

// SetValue sets the value in both its columns.
func (r *Record) SetValue(d decimal.Decimal) { r.Value, r.Decimal = d.InexactFloat64(), d.String() }

// rowGroup is how many rows are held in memory before they are written: some
// 15 MB of sentences.
const rowGroup = 32 << 10

// Parquet writes records as they come.
type Parquet struct {
	w    *parquet.GenericWriter[Record]
	rows []Record // room that is used again
}

// NewParquet begins a file, which is whole only after Close. creator and
// version name the program in the file's foot.
func NewParquet(w io.Writer, creator, version string) *Parquet {
	return &Parquet{w: parquet.NewGenericWriter[Record](w,
		parquet.Compression(&zstd.Codec{}), parquet.CreatedBy(creator, version, ""), parquet.MaxRowsPerRowGroup(rowGroup),
	)}
}

// Add appends records, those of a report at a time.
func (p *Parquet) Add(records []Record) error {
	p.rows = p.rows[:0]
	for _, r := range records {
		p.rows = append(p.rows, r.plain())
	}
	_, err := p.w.Write(p.rows)
	return err
}

// plain is the record with its texts fit for a file.
func (r Record) plain() Record {
	for _, s := range []*string{&r.Path, &r.Title, &r.Place, &r.City, &r.Province, &r.Theme, &r.Indicator, &r.IndicatorName,
		&r.Label, &r.Text, &r.Unit, &r.Qualifier, &r.Sentence} {
		*s = plain(*s)
	}
	r.Trail = slices.Clone(r.Trail)
	for i := range r.Trail {
		r.Trail[i] = plain(r.Trail[i])
	}
	return r
}

// Close writes what is left and the foot of the file.
func (p *Parquet) Close() error { return p.w.Close() }
