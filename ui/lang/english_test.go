package lang_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"duidu/model"
	"duidu/ui/lang"
)

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(c rune) bool { return unicode.Is(unicode.Han, c) })
}

// chineseByNature are English texts that hold Chinese: the program's name, and
// what is to be searched for in Chinese reports.
var chineseByNature = []string{"Product", "Example"}

func TestNoEnglishTextHoldsChinese(t *testing.T) {
	n := 0
	var walk func(where string, v reflect.Value)
	walk = func(where string, v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			if n++; hasHan(v.String()) {
				for _, natural := range chineseByNature {
					if strings.HasSuffix(where, natural) {
						return
					}
				}
				t.Errorf("%s is %q", where, v.String())
			}
		case reflect.Struct:
			for i := range v.NumField() {
				walk(where+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Map:
			for _, k := range v.MapKeys() {
				walk(where+"["+k.String()+"]", v.MapIndex(k))
			}
		case reflect.Slice, reflect.Array:
			for i := range v.Len() {
				walk(where+"["+strconv.Itoa(i)+"]", v.Index(i))
			}
		case reflect.Pointer:
			if !v.IsNil() {
				walk(where, v.Elem())
			}
		}
	}
	walk("texts", reflect.ValueOf(lang.For(lang.English)))
	walk("commands", reflect.ValueOf(lang.CommandsFor(lang.English)))
	walk("names", reflect.ValueOf(lang.NamesFor(lang.English)))
	walk("faults", reflect.ValueOf(lang.FaultsFor(lang.English)))
	if n < 700 {
		t.Errorf("only %d texts", n)
	}
}

// TestEveryNoticeOfTheParserHasWordsInBothLanguages reads the sources: whoever
// makes a notice gives it a reason, and every reason has its form. Notices of
// pinyin and of repairs are quotes of the report and nothing else.
func TestEveryNoticeOfTheParserHasWordsInBothLanguages(t *testing.T) {
	reasons := map[string]bool{}
	err := filepath.WalkDir(filepath.Join("..", "..", "parser"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(node ast.Node) bool {
			made, ok := node.(*ast.CompositeLit)
			if !ok || !isNotice(made.Type) || len(made.Elts) == 0 {
				return true
			}
			kind, reason := "", ""
			for _, e := range made.Elts {
				kv, ok := e.(*ast.KeyValueExpr)
				if !ok {
					continue
				}
				switch key := kv.Key.(*ast.Ident).Name; key {
				case "Kind":
					if s, ok := kv.Value.(*ast.SelectorExpr); ok {
						kind = s.Sel.Name
					}
				case "Reason":
					reason = "given"
					if l, ok := kv.Value.(*ast.BasicLit); ok {
						id, _ := strconv.Unquote(l.Value)
						reasons[id] = true
					}
				}
			}
			if reason == "" && kind != "NoticePinyin" && kind != "NoticeRepair" {
				t.Errorf("%s makes a notice (%s) without a reason", path, kind)
			}
			return true
		})
		return nil
	})
	if err != nil || len(reasons) < 15 {
		t.Fatalf("%d reasons, %v", len(reasons), err)
	}
	zh, en := lang.For(lang.Chinese), lang.For(lang.English)
	for id := range reasons {
		n := model.Notice{Reason: id, Args: []string{"1", "2", "3", "4"}}
		if told := en.Words.Told(n); told == "" || hasHan(told) {
			t.Errorf("%s is told in English as %q", id, told)
		}
		if told := zh.Words.Told(n); !hasHan(told) {
			t.Errorf("%s is told in Chinese as %q", id, told)
		}
	}
	for id, form := range en.Words.Reasons {
		if hasHan(form) || strings.Count(form, "{}") != strings.Count(zh.Words.Reasons[id], "{}") {
			t.Errorf("%s is %q in English, %q in Chinese", id, form, zh.Words.Reasons[id])
		}
	}
}

func isNotice(e ast.Expr) bool {
	s, ok := e.(*ast.SelectorExpr)
	return ok && s.Sel.Name == "Notice"
}

func TestWhatWasLeftOutIsToldWithItsPages(t *testing.T) {
	for want, args := range map[string][]string{
		"2 pages are pictures without text, mostly scans: what they say was not read (page 3, 7)": {"2", "pages", "3", "7"},
		"1 pages are pictures without text, mostly scans: what they say was not read":             {"1"},
	} {
		if got := lang.For(lang.English).Words.Told(model.Notice{Reason: "left-page-image", Args: args}); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
