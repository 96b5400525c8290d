package write

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/shopspring/decimal"
)

// records makes so many figures of a county.
func records(n int) []Record {
	year := int32(2023)
	list := make([]Record, n)
	for i := range list {
		list[i] = Record{
			Path: "qinghe.txt", Title: "青禾政协这一年", Place: "青禾县", City: "云溪市", Province: "湖南省", Year: &year,
			Theme: "proposals", Indicator: "proposals_received", IndicatorName: "收到提案", Label: "收到提案",
			Text: fmt.Sprintf("%d件", i), Unit: "件", Qualifier: "exact", Headline: i == 0,
			Section: []int32{2, 0}, Trail: []string{"三、提案工作", "（一）收到"}, Paragraph: 1, Start: 12, End: 18,
			Sentence: fmt.Sprintf("全年收到提案%d件。", i),
		}
		list[i].SetValue(decimal.New(int64(i), -1))
	}
	return list
}

func TestRecordsReadBackAsTheyWere(t *testing.T) {
	want := records(1000)
	want[1].Year, want[1].Section, want[1].Trail = nil, []int32{}, []string{}
	want[2].SetValue(decimal.RequireFromString("12345678901234567890.5"))
	var b bytes.Buffer
	p := NewParquet(&b, "duidu", "test")
	for at := 0; at < len(want); at += 250 {
		if err := p.Add(want[at : at+250]); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := parquet.Read[Record](bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil || len(got) != len(want) {
		t.Fatalf("%d records, %v", len(got), err)
	}
	for i := range want {
		if len(got[i].Section) == 0 {
			got[i].Section, got[i].Trail = []int32{}, []string{}
		}
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Fatalf("record %d is %+v, want %+v", i, got[i], want[i])
		}
	}
	if got[2].Decimal != "12345678901234567890.5" {
		t.Error(got[2].Decimal)
	}
}

func TestColumnsHaveTypesThatOtherProgramsKnow(t *testing.T) {
	var b bytes.Buffer
	p := NewParquet(&b, "duidu", "1.0")
	if err := errors.Join(p.Add(records(1)), p.Close()); err != nil {
		t.Fatal(err)
	}
	f, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	schema := f.Schema().String()
	for _, column := range []string{
		"required binary place (STRING)", "optional int32 year", "required double value", "required binary value_decimal (STRING)",
		"required boolean headline", "required group section (LIST)", "required binary sentence (STRING)",
	} {
		if !strings.Contains(schema, column) {
			t.Errorf("no %q in\n%s", column, schema)
		}
	}
	if by := f.Metadata().CreatedBy; !strings.HasPrefix(by, "duidu version 1.0") {
		t.Error(by)
	}
}

func TestALongFileIsWrittenInRowGroupsWithoutHoldingIt(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 200,000 records")
	}
	part := records(1000)
	var peak uint64
	p := NewParquet(io.Discard, "duidu", "test")
	for range 200 {
		if err := p.Add(part); err != nil {
			t.Fatal(err)
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		peak = max(peak, m.HeapAlloc)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("peak of the heap %d MB", peak>>20)
	if peak > 200<<20 {
		t.Errorf("the heap reached %d MB", peak>>20)
	}
	var b bytes.Buffer
	p = NewParquet(&b, "duidu", "test")
	for range 2*rowGroup/1000 + 1 {
		if err := p.Add(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil || len(f.RowGroups()) != 3 {
		t.Errorf("%d row groups, %v", len(f.RowGroups()), err)
	}
}

func TestNothingInATextBreaksARecord(t *testing.T) {
	r := records(1)[0]
	r.Sentence, r.Trail = nasty, []string{nasty}
	var b bytes.Buffer
	p := NewParquet(&b, "duidu", "test")
	if err := errors.Join(p.Add([]Record{r}), p.Close()); err != nil {
		t.Fatal(err)
	}
	got, err := parquet.Read[Record](bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil || got[0].Sentence != mended || got[0].Trail[0] != mended || r.Trail[0] != nasty {
		t.Errorf("%+v %v", got, err)
	}
}
