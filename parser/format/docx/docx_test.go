package docx

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"duidu/parser/format"
)

// opened reads a document of one body, with the parts that it needs.
func opened(body string, more map[string]string) (format.Source, error) {
	const head = `<w:document xmlns:w="w" xmlns:a="a" xmlns:pic="pic"><w:body>`
	if strings.HasSuffix(body, ">") { // else it is cut off
		body += `</w:body></w:document>`
	}
	files := map[string]string{"word/document.xml": head + body}
	for name, text := range more {
		files[name] = text
	}
	return OpenParts(func(name string) ([]byte, error) {
		if text, ok := files[name]; ok {
			return []byte(text), nil
		}
		return nil, nil
	}, nil)
}

func textsOf(t *testing.T, body string) []string {
	t.Helper()
	src, err := opened(body, nil)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, l := range src.Lines {
		all = append(all, strings.ReplaceAll(l.Text, format.CellBreak, "|"))
	}
	return all
}

func cell(props, text string) string {
	return fmt.Sprintf(`<w:tc><w:tcPr>%s</w:tcPr><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>`, props, text)
}

func TestACellThatGoesOnDownwardsIsSaidInEveryRow(t *testing.T) {
	const begins, goesOn = `<w:vMerge w:val="restart"/>`, `<w:vMerge/>`
	rows := []string{
		cell("", "类别") + cell("", "项目") + cell("", "件数"),
		cell(begins, "提案") + cell("", "收到") + cell("", "86"),
		cell(goesOn, "") + cell("", "立案") + cell("", "80"),
		cell("", "信息") + cell("", "编发") + cell("", "12"),
		cell(goesOn, "") + cell("", "采用") + cell("", "5"), // of nothing: a cell of its own stood above
	}
	got := strings.Join(textsOf(t, "<w:tbl><w:tr>"+strings.Join(rows, "</w:tr><w:tr>")+"</w:tr></w:tbl>"), "\n")
	for _, want := range []string{"提案|收到|86", "提案|立案|80", "信息|编发|12"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if strings.Contains(got, "提案|采用") {
		t.Errorf("a cell goes on below another:\n%s", got)
	}
}

func TestADocumentWithoutWordsIsRefusedByWhatItHolds(t *testing.T) {
	for body, want := range map[string]format.ErrorKind{
		`<w:p><w:r><w:drawing><a:blip/><pic:pic/></w:drawing></w:r></w:p>`: format.Empty,
		`<w:p`: format.Damaged,
	} {
		_, err := opened(body, nil)
		var e *format.Error
		if errors.As(err, &e); want != "" && (e == nil || e.Kind != want) || want == "" && err != nil {
			t.Errorf("%s: %v, not %s", body, err, want)
		}
	}
	none := func(string) ([]byte, error) { return nil, nil }
	var e *format.Error
	if _, err := OpenParts(none, nil); !errors.As(err, &e) || e.Kind != format.Damaged {
		t.Errorf("without a document: %v", err)
	}
	broken := errors.New("i/o")
	if _, err := OpenParts(func(string) ([]byte, error) { return nil, broken }, nil); err == nil {
		t.Error("a part that cannot be read is no fault")
	}
}

func TestTextThatIsCutOffIsReadAndTold(t *testing.T) {
	src, err := opened(`<w:p><w:r><w:t>全年收到提案86件。</w:t></w:r></w:p><w:p><w:r><w:t>立案`, nil)
	if err != nil || len(src.Lines) == 0 || src.Lines[0].Text != "全年收到提案86件。" {
		t.Fatalf("%+v, %v", src.Lines, err)
	}
	if len(src.Notices) == 0 || src.Notices[len(src.Notices)-1].Reason != "cut-off" {
		t.Errorf("told: %+v", src.Notices)
	}
}
