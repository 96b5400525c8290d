package docs

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var hanRun = regexp.MustCompile(`\p{Han}+`)

// TestInEnglishOnlyTheReportsAreChinese runs every command in English, with
// what goes well and what goes wrong, and looks for Chinese that is neither
// in a report nor the name of a place.
func TestInEnglishOnlyTheReportsAreChinese(t *testing.T) {
	dir := t.TempDir()
	text := kin[0] + kin[1] + "共收到提案200件，审查立案150件，立案率85%。\n\n湖南省张家界市永定区 陕西省安康市汉滨区\n"
	for name, data := range map[string]string{
		"a.txt": kin[0] + "共收到提案200件，审查立案150件，立案率85%。\n", "b.txt": kin[1], "x.zip": "PK\x03\x04", "empty.txt": "",
		"bad.toml": "[[theme]]\nid = \"overview\"\nname = \"x\"\nwords = [\"y*z\"]\n", "worse.toml": "[[theme\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	places := "湖南省 张家界市 永定区 陕西省 安康市 汉滨区 河口县 云南省 红河州 红河哈尼族彝族自治州"
	for _, line := range []string{
		"duidu --help", "duidu show --help", "duidu figures --help", "duidu compare --help", "duidu find --help", "duidu digest --help",
		"duidu check --help", "duidu catalogue --help", "duidu convert --help", "duidu config --help", "duidu config",
		"duidu show a.txt", "duidu show a.txt b.txt --format md", "duidu figures a.txt b.txt", "duidu figures a.txt --long --format csv",
		"duidu figures a.txt b.txt --matrix", "duidu compare a.txt b.txt", "duidu compare a.txt b.txt --format csv",
		"duidu compare a.txt b.txt --view sections", "duidu compare a.txt b.txt --view wording", "duidu digest proposals a.txt b.txt",
		"duidu digest proposals a.txt b.txt --format md", "duidu figures a.txt b.txt --long --format csv -o f.csv", "duidu check f.csv",
		"duidu show nothing.txt", "duidu show x.zip", "duidu show empty.txt", "duidu show a.txt --encoding klingon", "duidu show a.txt --bad",
		"duidu find", "duidu find unheard a.txt", "duidu compare a.txt", "duidu digest nothing a.txt", "duidu figures a.txt --indicator none",
		"duidu catalogue bad.toml", "duidu catalogue worse.toml", "duidu catalogue none.toml", "duidu figures a.txt --catalogue bad.toml",
		"duidu show a.txt --format pdf", "duidu nothing.txt", "duidu check a.txt",
	} {
		out, errs, _ := shell(t, dir, line+" --lang en")
		if out+errs == "" && !strings.Contains(line, " -o ") {
			t.Errorf("%s says nothing", line)
		}
		for _, han := range hanRun.FindAllString(out+errs, -1) {
			if !strings.Contains(text, han) && !strings.Contains(places, han) && !strings.Contains(line, han) && !typed(han) {
				t.Errorf("%s: %s", line, han)
			}
		}
	}
}

// typed tells whether Chinese stands in help as what one would type, or is
// put together from words of the report.
func typed(han string) bool {
	return strings.Contains("民主监督 提案 议案 件 张家界 对读 审查立案提案", han)
}
