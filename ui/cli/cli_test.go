package cli

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"duidu/model"
	"duidu/model/modeltest"
	"duidu/ui/lang"
)

// fakeEngine has reports by path; other paths can't be read.
type fakeEngine map[string]string

func (fakeEngine) Catalogue() *model.Catalogue { return modeltest.Catalogue() }

func (e fakeEngine) Load(ctx context.Context, paths []string, yield func(string, *model.Report, error) error) error {
	for _, p := range paths {
		if p == "folder" { // with no report in it
			continue
		}
		var r *model.Report
		err := fmt.Errorf("不能打开 %s：没有这个文件", p)
		if text, ok := e[p]; ok {
			r, err = modeltest.Report(text), nil
		}
		if err := yield(p, r, err); err != nil {
			return err
		}
	}
	return nil
}

func (e fakeEngine) Search(ctx context.Context, paths []string, q model.Query, yield func(string, *model.Report, []model.Hit, error) error) error {
	return e.Load(ctx, paths, func(path string, r *model.Report, err error) error {
		if err != nil {
			return yield(path, nil, nil, err)
		}
		return yield(path, r, model.Find(r, q), nil)
	})
}

var lineFigure = regexp.MustCompile(`[0-9]+(\.[0-9]+)?余?[件次个%元]`)

func (fakeEngine) Progress() model.Progress { return model.Progress{} }

func (fakeEngine) Line(text string) []model.Figure {
	var list []model.Figure
	for _, m := range lineFigure.FindAllStringIndex(text, -1) {
		f := modeltest.Figure(text[m[0]:m[1]])
		f.Start, f.End = m[0], m[1]
		list = append(list, f)
	}
	return list
}

func (fakeEngine) Number(text string) (decimal.Decimal, bool) {
	v, err := decimal.NewFromString(text)
	return v, err == nil
}

func (fakeEngine) Simplify(w io.Writer, r io.Reader, variant string) error {
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, strings.ReplaceAll(string(data), "議", "议"))
	return err
}

var library = fakeEngine{
	"hill": `
山城县 2023
# deliberation 一、服务中心工作
开展专题协商{14次|专题协商|consultations}，围绕山区道路建设提出办法。<supervision>监督由各组承担。
# livelihood 二、为民办事
解决群众困难{400多个|解决困难|problems_solved}，又解决{30个|再解决|problems_solved}。
`,
	"river": `
江口区 2022
# deliberation 一、协商议政
专题协商{5次|专题协商|consultations}，围绕山区道路建设提出办法。提案满意率{92.7%|满意率|proposal_satisfaction}。
# livelihood 二、履职为民
解决群众困难{20余件|解决困难|problems_solved}。
`,
	"empty": "无数县 2023\n# unity 联谊\n接待来访。",
}

type result struct {
	status      int
	out, errors string
}

func run(t *testing.T, stdin string, args ...string) result {
	t.Helper()
	return runIn(t, Env{Stdin: strings.NewReader(stdin)}, args...)
}

func runIn(t *testing.T, env Env, args ...string) result {
	t.Helper()
	var out, errs bytes.Buffer
	if env.Stdout == nil {
		env.Stdout = &out
	}
	env.Stderr = &errs
	if env.Getenv == nil {
		env.Getenv = func(string) string { return "" }
	}
	if env.Open == nil {
		env.Open = func(Options) (Engine, error) { return library, nil }
	}
	env.Version = "1.2.3"
	status := Run(context.Background(), env, args)
	return result{status, out.String(), errs.String()}
}

func TestFiguresAreATableAlignedByCells(t *testing.T) {
	got := run(t, "", "figures", "hill", "river")
	want := `地区    年度  指标        原文数据  章节
山城县  2023  协商活动    14次      一、服务中心工作
山城县  2023  解决问题    400多个   二、为民办事
山城县  2023  解决问题    30个      二、为民办事
江口区  2022  协商活动    5次       一、协商议政
江口区  2022  提案满意率  92.7%     一、协商议政
江口区  2022  解决问题    20余件    二、履职为民
`
	if got.out != want || got.status != 0 || got.errors != "" {
		t.Errorf("%+v", got)
	}
	if root := run(t, "", "hill", "river"); root.out != want || root.status != 0 {
		t.Errorf("without a command in a pipe: %+v", root)
	}
}

func TestAComparisonOfFiguresShowsWhatCanAndCannotBeCompared(t *testing.T) {
	got := run(t, "", "compare", "hill", "river")
	want := `山城县 2023  ⇄  江口区 2022

指标          山城县 2023  江口区 2022  差 左−右     比  说明
协商议政
  协商活动           14次          5次        +9    2.8
提案
  提案满意率            —        92.7%                   仅后者有
为民履职
  解决问题     400多个 +1       20余件   约 +380  约 20

来源  山城县 2023年《山城县政协工作》  山城县2023.txt
来源  江口区 2022年《江口区政协工作》  江口区2022.txt
`
	if got.out != want || got.status != 0 {
		t.Errorf("%+v\n%s", got, got.out)
	}
}

func TestEnglishNamesAreUsedInEnglish(t *testing.T) {
	for _, args := range [][]string{{"figures", "hill"}, {"compare", "hill", "river"}, {"figures", "hill", "--matrix"}, {"compare", "hill", "river", "--format", "md"}} {
		got := run(t, "", append(args, "--lang", "en")...).out
		if !strings.Contains(got, "consultations") || strings.Contains(got, "协商活动") || strings.Contains(got, "指标") {
			t.Errorf("%q: %s", args, got)
		}
	}
}

func TestEveryViewHasEveryFormat(t *testing.T) {
	for _, view := range []string{"sections", "figures", "wording"} {
		for _, format := range compareFormats {
			got := run(t, "", "compare", "hill", "river", "--view", view, "--format", format)
			if got.status != 0 || got.out == "" || got.errors != "" {
				t.Errorf("%s as %s: %+v", view, format, got)
			}
			switch format {
			case "json":
				var v map[string]any
				if err := json.Unmarshal([]byte(got.out), &v); err != nil || v[view] == nil || len(v) > 5 {
					t.Errorf("%s: %v %v", view, err, v)
				}
			case "csv":
				if _, err := csv.NewReader(strings.NewReader(got.out)).ReadAll(); err != nil {
					t.Errorf("%s: %v", view, err)
				}
			}
		}
	}
	all := run(t, "", "compare", "hill", "river", "--format", "json")
	if !strings.Contains(all.out, `"sections"`) || !strings.Contains(all.out, `"wording"`) {
		t.Error("JSON without a view leaves some out")
	}
	if sections := run(t, "", "compare", "hill", "river", "--view", "sections").out; !strings.Contains(sections, "民主监督 ●○  只此一方\n") {
		t.Errorf("%s", sections)
	}
	if wording := run(t, "", "compare", "hill", "river", "--view", "wording").out; !strings.Contains(wording, "次，围绕山区道路建设提出办法\n") {
		t.Errorf("%s", wording)
	}
}

func TestShowPrintsOneObjectALine(t *testing.T) {
	got := run(t, "", "show", "hill", "river", "--format", "json")
	lines := strings.Split(strings.TrimSpace(got.out), "\n")
	if len(lines) != 2 || got.status != 0 {
		t.Fatalf("%+v", got)
	}
	for _, line := range lines {
		var r struct {
			Sections []struct{ Title string }
			Captions []string
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil || len(r.Sections) != 2 || r.Captions == nil {
			t.Errorf("%s: %v", line, err)
		}
	}
}

func TestInputsThatFailAreNamedAndTheRestIsDone(t *testing.T) {
	got := run(t, "", "figures", "no\x1b[31mfile", "river")
	if got.status != 1 || !strings.Contains(got.out, "江口区") || strings.Count(got.errors, "\n") != 1 || strings.Contains(got.errors, "\x1b") {
		t.Errorf("%+v", got)
	}
	if got := run(t, "", "figures", "none", "neither"); got.status != 2 || strings.Count(got.errors, "\n") != 2 || got.out != "" {
		t.Errorf("%+v", got)
	}
	if got := run(t, "", "figures", "empty"); got.status != 1 || got.out != "" || got.errors != "duidu: 没有找到\n" {
		t.Errorf("%+v", got)
	}
}

func TestAFolderWithoutReportsIsNamedWithWhatCanBeRead(t *testing.T) {
	got := run(t, "", "figures", "folder")
	if got.status != 2 || got.out != "" || strings.Count(got.errors, "\n") != 1 || !strings.Contains(got.errors, "：folder；") || !strings.Contains(got.errors, "docx") {
		t.Errorf("%+v", got)
	}
	if got := run(t, "", "--lang", "en", "compare", "folder", "folder"); got.status != 2 || !strings.Contains(got.errors, "no report: folder;") {
		t.Errorf("%+v", got)
	}
}

func TestWrongUsageIsOneLineAndAHint(t *testing.T) {
	for _, args := range [][]string{
		{"figures"}, {"show"}, {"figures", "hill", "--nonsense"}, {"show", "-z", "hill"}, {"figures", "hill", "--format", "xml"},
		{"compare", "hill"}, {"compare", "hill", "river", "--view", "x"}, {"find", "a"}, {"find", " ", "hill"},
		{"figures", "hill", "--width", "wide"}, {"figures", "hill", "--width", "-3"}, {"figures", "hill", "-o"},
		{"convert", "a", "b"}, {"convert", "--from", "jp"}, {"completion"}, {"completion", "cmd"}, {"version", "x"},
		{"figures", "--lines", "hill"}, {"figures", "--lines", "--format", "csv"}, {"figures", "hill", "--long", "--matrix"},
		{"--lang", "fr", "hill"}, {"--color", "red", "hill"}, {},
	} {
		for _, lang := range []string{"zh", "en"} {
			getenv := func(name string) string {
				if name == "DUIDU_LANG" {
					return lang
				}
				return ""
			}
			got := runIn(t, Env{Stdin: strings.NewReader(""), Getenv: getenv}, args...)
			lines := strings.Split(strings.TrimSpace(got.errors), "\n")
			if got.status != 2 || len(lines) != 2 || got.out != "" || !strings.HasPrefix(lines[0], "duidu: ") {
				t.Errorf("%q: %+v", args, got)
			}
			if strings.Contains(got.errors, "%!") || lang == "zh" && !regexp.MustCompile(`\p{Han}`).MatchString(lines[0]) {
				t.Errorf("%q: %s", args, got.errors)
			}
		}
	}
}

func TestWrongUsageNamesWhatIsRight(t *testing.T) {
	if got := run(t, "", "completion").errors; !strings.Contains(got, "bash | zsh | fish | powershell\n") {
		t.Errorf("says %q", got)
	}
	if got := run(t, "", "version", "more").errors; !strings.Contains(got, `version 不带参数，给了 "more"`) {
		t.Errorf("says %q", got)
	}
}

func TestAFlagGoesBeforeTheEnvironment(t *testing.T) {
	var opened Options
	env := Env{
		Stdin: strings.NewReader(""),
		Open:  func(o Options) (Engine, error) { opened = o; return library, nil },
		Getenv: func(name string) string {
			return map[string]string{"DUIDU_ENCODING": "big5", "DUIDU_WIDTH": "50", "DUIDU_LANG": "en"}[name]
		},
	}
	runIn(t, env, "figures", "hill", "--encoding", "gb18030")
	if opened.Encoding != "gb18030" || opened.Width != 50 || opened.Lang != "en" {
		t.Errorf("%+v", opened)
	}
	env.Getenv = func(name string) string { return map[string]string{"DUIDU_WIDTH": "wide"}[name] }
	if got := runIn(t, env, "figures", "hill"); got.status != 2 || !strings.Contains(got.errors, "DUIDU_WIDTH") {
		t.Errorf("%+v", got)
	}
}

func TestFindFoldsAndSaysWhereItFound(t *testing.T) {
	got := run(t, "", "find", "件>=20", "hill", "river")
	if got.out != "江口区2022.txt: 江口区 2022 › 二、履职为民: 解决群众困难20余件。\n" || got.status != 0 {
		t.Errorf("%+v", got)
	}
	var hit struct {
		Text, Sentence string
		Section        []int
		Start, End     int
	}
	js := run(t, "", "find", "议政", "river", "--format", "json")
	if err := json.Unmarshal([]byte(js.out), &hit); err != nil || hit.Text != "议政" || hit.End-hit.Start != len("议政") {
		t.Errorf("%+v %v", js, err)
	}
	if got := run(t, "", "find", "議政", "river"); got.status != 0 {
		t.Errorf("a query in traditional script: %+v", got)
	}
	if got := run(t, "", "find", "没有的话", "hill"); got.status != 1 || got.out != "" {
		t.Errorf("%+v", got)
	}
}

func TestLinesAreReadOneByOne(t *testing.T) {
	long := strings.Repeat("甲", 100_000) + "7次"
	got := run(t, "收到80件\r\n\n<"+long, "figures", "--lines")
	lines := strings.Split(strings.TrimSuffix(got.out, "\n"), "\n")
	if len(lines) != 3 || got.status != 0 {
		t.Fatalf("%d lines, %s", len(lines), got.errors)
	}
	for i, want := range []string{"80", "", "7"} {
		var l struct {
			Line    string
			Figures []struct{ Value, Text string }
		}
		if err := json.Unmarshal([]byte(lines[i]), &l); err != nil || l.Figures == nil {
			t.Fatalf("%s: %v", lines[i], err)
		}
		if want == "" && len(l.Figures) != 0 || want != "" && l.Figures[0].Value != want {
			t.Errorf("line %d: %+v", i, l.Figures)
		}
	}
	if lines[0] != `{"line":"收到80件","figures":[{"text":"80件","value":"80","unit":"件","qualifier":"exact","label":"","indicator":"","each":false,"plan":false,"headline":false,"theme":"","sentence":"","at":0,"section":[],"paragraph":0,"start":6,"end":11}]}` {
		t.Errorf("%s", lines[0])
	}
}

func TestScreensOpenOnATerminalOnly(t *testing.T) {
	var seen []string
	env := Env{
		Stdin: strings.NewReader(""), OutTTY: true,
		Screens: func(_ context.Context, _ Engine, paths []string, o Options) error {
			seen = append(paths, o.Theme)
			return nil
		},
	}
	if got := runIn(t, env, "hill", "--theme", "dark"); got.status != 0 || len(seen) != 2 || seen[0] != "hill" || seen[1] != "dark" {
		t.Errorf("%+v %v", got, seen)
	}
	seen = nil
	env.OutTTY = false
	if got := runIn(t, env, "hill"); seen != nil || !strings.Contains(got.out, "山城县") {
		t.Error("screens in a pipe")
	}
}

func TestHelpIsInTheLanguageAskedFor(t *testing.T) {
	for _, c := range []struct{ lang, want, not string }{{"zh", "用法:", "Usage:"}, {"en", "Usage:", "用法:"}} {
		for _, args := range [][]string{{"--help"}, {"figures", "-h"}, {"help", "compare"}} {
			got := run(t, "", append([]string{"--lang", c.lang}, args...)...)
			if got.status != 0 || !strings.Contains(got.out, c.want) || strings.Contains(got.out, c.not) || !strings.Contains(got.out, "--format") && len(args) > 1 {
				t.Errorf("%v: %+v", args, got)
			}
			if strings.Contains(got.out, "help for") || strings.Contains(got.out, "%!") {
				t.Errorf("%v: %s", args, got.out)
			}
		}
	}
	if got := run(t, "", "version"); got.out != "duidu 1.2.3\n" {
		t.Errorf("%+v", got)
	}
	if got := run(t, "", "completion", "zsh"); got.status != 0 || !strings.Contains(got.out, "compdef") {
		t.Errorf("%+v", got)
	}
}

func TestAShellCompletesCommandsAndValues(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"fig", "figures"}, {"figures --format ", "csv"}, {"compare --view ", "wording"}, {"--lang ", "en"}, {"convert --from ", "hk"},
		{"con", "config"}, {"--encoding ", "gb18030"}, {"--theme c", "contrast"}, {"figures --catalogue ", "toml"}, {"a", ":0"}, {"show ", ":0"},
		{"find ", ":4"}, {"find 提案 ", ":0"}, {"version ", ":4"}, {"figures --fo", "格式：text"},
	} {
		got := run(t, "", append([]string{"__complete"}, strings.Split(c.args, " ")...)...)
		if !strings.Contains(got.out, c.want) || strings.Contains(got.out, "`") {
			t.Errorf("%q: %q", c.args, got.out)
		}
	}
}

func TestConvertIsAFilter(t *testing.T) {
	if got := run(t, "議案", "convert"); got.out != "议案" || got.status != 0 {
		t.Errorf("%+v", got)
	}
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte("提議"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := run(t, "", "convert", path, "--from", "tw"); got.out != "提议" {
		t.Errorf("%+v", got)
	}
	if got := run(t, "", "convert", path+"x"); got.status != 2 || strings.Contains(got.errors, "open ") {
		t.Errorf("%+v", got)
	}
}

func TestNoTextIsMissingInAnyLanguage(t *testing.T) {
	verbs := regexp.MustCompile(`%[a-z]`)
	zh, en := reflect.ValueOf(*lang.CommandsFor(lang.Chinese)), reflect.ValueOf(*lang.CommandsFor(lang.English))
	for i := range zh.NumField() {
		name := zh.Type().Field(i).Name
		if zh.Field(i).Kind() == reflect.Map && (zh.Field(i).Len() != en.Field(i).Len() || zh.Field(i).Len() == 0) {
			t.Errorf("%s has %d words in one language and %d in the other", name, zh.Field(i).Len(), en.Field(i).Len())
		}
		if zh.Field(i).Kind() != reflect.String {
			continue
		}
		a, b := zh.Field(i).String(), en.Field(i).String()
		if a == "" || b == "" {
			t.Errorf("%s is empty", name)
		}
		if fmt.Sprint(verbs.FindAllString(a, -1)) != fmt.Sprint(verbs.FindAllString(b, -1)) && !strings.HasSuffix(name, "Example") {
			t.Errorf("%s takes %q in one language and %q in the other", name, a, b)
		}
	}
}

func TestAnErrorOfTheEngineIsSaidOnce(t *testing.T) {
	env := Env{Stdin: strings.NewReader(""), Open: func(Options) (Engine, error) { return nil, errors.New("指标目录第 3 行不对") }}
	if got := runIn(t, env, "figures", "hill"); got.status != 2 || got.errors != "duidu: 指标目录第 3 行不对\n" {
		t.Errorf("%+v", got)
	}
}

func BenchmarkTenThousandLines(b *testing.B) {
	text := strings.Repeat("收到提案426件，办复率100%。\n", 10_000)
	env := Env{
		Stdout: io.Discard, Stderr: io.Discard, Getenv: func(string) string { return "" },
		Open: func(Options) (Engine, error) { return library, nil },
	}
	for b.Loop() {
		env.Stdin = strings.NewReader(text)
		if status := Run(context.Background(), env, []string{"figures", "--lines"}); status != 0 {
			b.Fatal(status)
		}
	}
}
