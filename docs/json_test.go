package docs

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// schema is what docs/json.md says: the type of each key of each object.
type schema map[string]map[string]string

var (
	objectHead = regexp.MustCompile(`(?m)^### (.+)$`)
	keyRow     = regexp.MustCompile("(?m)^\\| `([a-z_]+)` \\| (.+?) \\| [^|]+ \\| [^|]+ \\|$")
)

func readSchema(page string) schema {
	s := make(schema)
	heads := objectHead.FindAllStringSubmatchIndex(page, -1)
	for i, h := range heads {
		end := len(page)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		keys := make(map[string]string)
		for _, row := range keyRow.FindAllStringSubmatch(page[h[1]:end], -1) {
			keys[row[1]] = strings.ReplaceAll(row[2], `\|`, "|")
		}
		s[page[h[2]:h[3]]] = keys
	}
	return s
}

// checker walks real output along the schema and remembers what it met.
type checker struct {
	*testing.T
	schema schema
	met    map[string]bool // object.key
}

// object checks an object against the types whose keys it may have.
func (c *checker) object(where string, v map[string]any, names ...string) {
	for key, value := range v {
		found := false
		for _, name := range names {
			if kind, ok := c.schema[name][key]; ok {
				found = true
				c.met[name+"."+key] = true
				c.value(where+"."+key, value, strings.TrimSuffix(kind, "?"))
			}
		}
		if !found {
			c.Errorf("%s.%s is not documented", where, key)
		}
	}
	for _, name := range names {
		for key, kind := range c.schema[name] {
			if _, ok := v[key]; !ok && !strings.HasSuffix(kind, "?") {
				c.Errorf("%s has no %s", where, key)
			}
		}
	}
}

// value checks a value against a type.
func (c *checker) value(where string, v any, kind string) {
	if inner, ok := strings.CutPrefix(kind, "["); ok {
		if inner, ok = strings.CutSuffix(inner, "]"); ok {
			list, is := v.([]any)
			if !is {
				c.Errorf("%s is %T, not a list", where, v)
			}
			for _, x := range list {
				c.value(where+"[]", x, inner)
			}
			return
		}
	}
	if one, other, ok := strings.Cut(kind, "|"); ok {
		if !c.plain(v, other) {
			c.value(where, v, one)
		}
		return
	}
	if object, ok := v.(map[string]any); ok && c.schema[kind] != nil {
		c.object(where, object, kind)
		return
	}
	if !c.plain(v, kind) {
		c.Errorf("%s is %v, not %s", where, v, kind)
	}
}

// plain tells whether v is of a type that is no object.
func (c *checker) plain(v any, kind string) bool {
	switch v := v.(type) {
	case nil:
		return kind == "null"
	case bool:
		return kind == "bool"
	case string:
		_, err := strconv.ParseFloat(v, 64)
		return kind == "text" || kind == "decimal" && err == nil
	case json.Number:
		_, err := v.Int64()
		return kind == "number" || kind == "int" && err == nil
	}
	return false
}

// kin are two short reports that state their members, a figure of five years
// and the rate of a part and share a passage: the samples do not.
var kin = [2]string{
	"山湾区政协2023年工作综述\n\n一、提案工作\n区政协现有委员200名，全年收到提案120件，提案办理坚持当面协商、现场督办、跟踪问效的老办法，重点提案满意率97%。反映社情民意信息60条。\n其中常委培训1期，界别培训3期。\n",
	"河口县政协2023年工作综述\n\n一、提案工作\n县政协现有委员150名，全年收到提案90件，提案办理坚持当面协商、现场督办、跟踪问效的老办法，满意和基本满意率98%。\n五年来编印文史资料6辑，反映社情民意信息500条。\n其中常委培训1期，界别培训4期。\n图为委员视察水厂。\n",
}

func TestTheDocumentedJSONIsTheRealOne(t *testing.T) {
	c := &checker{T: t, schema: readSchema(page(t, "json.md")), met: make(map[string]bool)}
	samples, err := filepath.Abs("samples")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for i, text := range kin {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	setRight(t, dir)
	for _, run := range []struct {
		line    string
		objects []string
	}{
		{"DUIDU_STATE_DIR=. duidu show 0.txt --format json", []string{"report"}},
		{"DUIDU_STATE_DIR=. duidu compare 0.txt 1.txt --format json", []string{"comparison"}},
		{"duidu digest 提案 0.txt 1.txt --format json", []string{"digest"}},
		{"duidu digest 提案 1.txt 2.txt --new --format json", []string{"digest"}},
		{"duidu show . " + samples + " --format json", []string{"report"}},
		{"duidu figures . " + samples + " --format json", []string{"source", "figure"}},
		{"duidu figures . " + samples + " --matrix --format json", []string{"matrix"}},
		{"printf '收到提案426件\\n\\n' | duidu figures --lines", []string{"line"}},
		{"duidu compare 0.txt 1.txt --format json", []string{"comparison"}},
		{"duidu compare " + samples + "/yongding-2023.txt " + samples + "/hanbin-2023.txt --format json", []string{"comparison"}},
		{"duidu compare 0.txt 1.txt --view sections --format json", []string{"comparison"}},
		{"duidu find 提案 . " + samples + " --format json", []string{"hit"}},
	} {
		out, errs, err := shell(t, dir, run.line)
		if err != nil || errs != "" || out == "" {
			t.Fatalf("%s: %v %s", run.line, err, errs)
		}
		for line := range strings.Lines(out) {
			c.object(run.objects[0], decode(t, line), run.objects...)
		}
	}
	for name, keys := range c.schema {
		for key := range keys {
			if !c.met[name+"."+key] {
				t.Errorf("%s.%s is documented and was never printed", name, key)
			}
		}
	}
	if len(c.met) < 80 {
		t.Errorf("only %d keys were met", len(c.met))
	}
}

// setRight keeps corrections of the first of the kin in a state in the folder,
// and puts a report of the year before the other beside it.
func setRight(t *testing.T, dir string) {
	t.Helper()
	out, _, err := shell(t, dir, "duidu figures 0.txt --format json")
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(out, "\n")
	f := decode(t, first)
	sum := sha256.Sum256([]byte(kin[0]))
	content := hex.EncodeToString(sum[:16])
	stated := map[string]any{"section": f["section"], "paragraph": f["paragraph"], "start": f["start"], "end": f["end"], "text": f["text"]}
	state, err := json.Marshal(map[string]any{"version": 1, "corrections": []any{
		map[string]any{"content": content, "field": "members", "value": "201"},
		map[string]any{"content": content, "field": "label", "figure": stated, "was": f["label"], "value": "全体委员"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"state.json": state, "2.txt": []byte(strings.Replace(kin[1], "2023", "2022", 1))} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func decode(t *testing.T, line string) map[string]any {
	t.Helper()
	var v map[string]any
	d := json.NewDecoder(strings.NewReader(line))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v: %.80s", err, line)
	}
	return v
}

// example finds a command and the block that shows what it prints.
var example = regexp.MustCompile("(?s)<!-- example: ([^\n]+) -->\n(\n```json\n.*?\n```\n)?")

func TestTheExamplesOfJSONAreRealAndShortened(t *testing.T) {
	old := page(t, "json.md")
	want := example.ReplaceAllStringFunc(old, func(block string) string {
		line := example.FindStringSubmatch(block)[1]
		out, errs, err := shell(t, "samples", line)
		if err != nil || errs != "" {
			t.Fatalf("%s: %v %s", line, err, errs)
		}
		first, _, _ := strings.Cut(out, "\n")
		return fmt.Sprintf("<!-- example: %s -->\n\n```json\n%s\n```\n", line, shorten(t, first))
	})
	if *update {
		if err := os.WriteFile("json.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if n := strings.Count(want, "```json"); n < 6 || want != old {
		t.Errorf("json.md is out of date (%d examples): run go test ./docs -update", n)
	}
}

// listLength and textLength are how much of an example is shown, in items
// and in characters.
const (
	listLength = 1
	textLength = 24
)

// shorten sets an object on several lines, in the order of its keys, with
// one item of each list and the beginning of each text.
func shorten(t *testing.T, line string) string {
	t.Helper()
	var short bytes.Buffer
	d := json.NewDecoder(strings.NewReader(line))
	d.UseNumber()
	if err := copyShort(d, &short); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, short.Bytes(), "", "  "); err != nil {
		t.Fatalf("%v in %s", err, short.Bytes())
	}
	return out.String()
}

// copyShort copies the next value.
func copyShort(d *json.Decoder, out *bytes.Buffer) error {
	token, err := d.Token()
	if err != nil {
		return err
	}
	switch token := token.(type) {
	case json.Delim:
		return copyNested(d, token, out)
	case string:
		if utf8.RuneCountInString(token) > textLength {
			token = string([]rune(token)[:textLength]) + "…"
		}
		return encode(out, token)
	}
	return encode(out, token)
}

// copyNested copies an object, or a list with its first items.
func copyNested(d *json.Decoder, open json.Delim, out *bytes.Buffer) error {
	out.WriteString(open.String())
	for i := 0; d.More(); i++ {
		into := out
		if open == '[' && i >= listLength {
			into = new(bytes.Buffer)
		}
		if i > 0 {
			into.WriteString(",")
		}
		if open == '{' {
			if err := copyShort(d, into); err != nil {
				return err
			}
			into.WriteString(":")
		}
		if err := copyShort(d, into); err != nil {
			return err
		}
	}
	end, err := d.Token()
	if err == nil {
		out.WriteString(end.(json.Delim).String())
	}
	return err
}

func encode(out *bytes.Buffer, v any) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	out.Truncate(out.Len() - 1) // the line end
	return err
}
