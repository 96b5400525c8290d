package write

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// printed has LibreOffice print a file and returns the text of the pages.
// With go test -artifacts the PDF stays there to be looked at.
func printed(t *testing.T, name string, write func(io.Writer) error) string {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	text, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	folder := t.ArtifactDir()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), 3*time.Minute)
	defer stop()
	profile := "-env:UserInstallation=file://" + t.TempDir() // a LibreOffice that runs already must not be asked
	if out, err := exec.CommandContext(ctx, office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	pdf := strings.TrimSuffix(path, filepath.Ext(path)) + ".pdf"
	out, err := exec.CommandContext(ctx, text, "-layout", pdf, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestLibreOfficePrintsADocumentWithItsTablesAndNotes(t *testing.T) {
	d := comparison()
	rows := long(60)
	rows.Columns = rows.Columns[:6]
	rows.Caption = "表2  全部数据"
	d.Blocks = append(d.Blocks, Heading{1, "三、附表"}, rows)
	text := printed(t, "comparison.docx", func(w io.Writer) error { return DOCX(w, d) })
	squeezed := strings.Join(strings.Fields(text), "")
	for _, want := range []string{
		"青禾县2023与白石县2023对读", "一、数据", "表1主要指标对照", "收到提案426件152件+274", "注：差为前者减后者。",
		"——青禾县2023年›三、提案工作", "1青禾县2023年›二、协商议政，《青禾政协这一年》", "1.青禾县2023年，", "2.白石县2023年，", "1.另起一列", "—1—", "—2—",
	} {
		if !strings.Contains(squeezed, want) {
			t.Errorf("the pages lack %q", want)
		}
	}
	if heads := strings.Count(squeezed, "地区年度指标原文数据数值单位"); heads < 2 {
		t.Errorf("the long table has its head %d times:\n%s", heads, text)
	}
}

func TestLibreOfficePrintsASheetWithItsHeadOnEveryPage(t *testing.T) {
	table := typed()
	for range 100 {
		table.Rows = append(table.Rows, table.Rows[0])
	}
	b := book(t, "数据", table)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(printed(t, "figures.xlsx", func(w io.Writer) error {
		_, err := w.Write(b.out.Bytes())
		return err
	})), "")
	for _, want := range []string{"4,450,000,000", "92.7%", "2023", "=1+1", "注：数值以原文为准。"} {
		if !strings.Contains(text, want) {
			t.Errorf("the pages lack %q", want)
		}
	}
	if heads := strings.Count(text, "地区年度数值（元）占比原句"); heads < 2 {
		t.Errorf("the head is there %d times", heads)
	}
}
