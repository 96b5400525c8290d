package epub

import (
	"errors"
	"testing"

	"duidu/parser/format"
)

func TestWhatIsNoBookIsRefusedAndNotReadAsAnEmptyOne(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("PK\x03\x04"), []byte("全年收到提案")} {
		src, err := Open(data)
		var e *format.Error
		if !errors.As(err, &e) || e.Kind != format.Damaged || len(src.Lines) > 0 {
			t.Errorf("%q: %v", data, err)
		}
	}
}
