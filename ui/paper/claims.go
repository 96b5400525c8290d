package paper

import (
	"encoding/csv"
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"duidu/model"
	"duidu/model/take"
	"duidu/ui/lang"
)

// Claim is a text that an exported file says to stand in one of some files.
type Claim struct {
	Paths []string
	Text  string // its lines may stand in several paragraphs
	// Indicator is what the text is a figure of, by its name; empty for words.
	Indicator string
}

// Claims reads what a file of this program says of its sources: JSON of a
// selection, of figures or of a comparison; CSV; Markdown; text. None are
// found in other files.
func Claims(data []byte, name string) []Claim {
	text := strings.TrimPrefix(string(data), "\ufeff")
	if strings.HasPrefix(strings.TrimSpace(text), "{") {
		return jsonClaims(text)
	}
	if claims := csvClaims(text); len(claims) > 0 {
		return claims
	}
	return quoteClaims(text)
}

func jsonClaims(text string) []Claim {
	var claims []Claim
	d := json.NewDecoder(strings.NewReader(text))
	for {
		var raw json.RawMessage
		if d.Decode(&raw) != nil {
			return claims
		}
		var one struct {
			Items          []take.Item
			Path, Sentence string
			A, B           model.Source
			Figures        []struct{ A, B *model.Figure }
			Parts          []struct {
				Path     string
				Passages []struct{ Text string }
			}
		}
		if json.Unmarshal(raw, &one) != nil {
			return claims
		}
		for _, it := range one.Items {
			claims = append(claims, itemClaims(it)...)
		}
		claims = add(claims, one.Path, one.Sentence)
		for _, row := range one.Figures {
			if row.A != nil {
				claims = add(claims, one.A.Path, row.A.Sentence)
			}
			if row.B != nil {
				claims = add(claims, one.B.Path, row.B.Sentence)
			}
		}
		for _, p := range one.Parts {
			for _, x := range p.Passages {
				claims = add(claims, p.Path, x.Text)
			}
		}
	}
}

func itemClaims(it take.Item) []Claim {
	switch {
	case it.Row != nil:
		return append(itemClaims(it.Row.A), itemClaims(it.Row.B)...)
	case it.Kind == take.ItemNote:
		return nil
	}
	return add(nil, it.Source.Path, quoted(it))
}

func add(claims []Claim, path, text string) []Claim {
	if path == "" || strings.TrimSpace(text) == "" {
		return claims
	}
	return append(claims, Claim{Paths: []string{path}, Text: text})
}

// csvClaims reads a table by the heads of its columns, in either language.
func csvClaims(text string) []Claim {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(rows) < 2 {
		return nil
	}
	column := func(pick func(lang.Names) string) int {
		for _, l := range []lang.Lang{lang.Chinese, lang.English} {
			if i := slices.Index(rows[0], pick(lang.NamesFor(l))); i >= 0 {
				return i
			}
		}
		return -1
	}
	kind := column(func(n lang.Names) string { return n.Kind })
	path, other := column(func(n lang.Names) string { return n.Path }), column(func(n lang.Names) string { return n.OtherPath })
	said, otherSaid := column(func(n lang.Names) string { return n.Sentence }), column(func(n lang.Names) string { return n.OtherSentence })
	if said < 0 {
		said = column(func(n lang.Names) string { return n.Text })
	}
	cell := func(row []string, i int) string {
		if i < 0 || i >= len(row) {
			return ""
		}
		return row[i]
	}
	var claims []Claim
	for _, row := range rows[1:] {
		if k := cell(row, kind); k == lang.NamesFor(lang.Chinese).Kinds[take.ItemNote] || k == lang.NamesFor(lang.English).Kinds[take.ItemNote] {
			continue
		}
		claims = add(claims, cell(row, path), cell(row, said))
		claims = add(claims, cell(row, other), cell(row, otherSaid))
	}
	return claims
}

// sourceLine is a line that says which file something is from.
var sourceLine = regexp.MustCompile(`^(?:来源|from)  .*  (\S.*)$`)

var unescaped = regexp.MustCompile(`\\([\x60*_\[\]<|#~\\])`)

// quoteClaims reads the quotes of Markdown or text and the list of files
// below them; any of these may hold a quote.
func quoteClaims(text string) []Claim {
	var paths []string
	var claims []Claim
	original := false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		plain := unescaped.ReplaceAllString(line, "$1")
		switch m := sourceLine.FindStringSubmatch(plain); {
		case m != nil:
			paths = append(paths, m[1])
		case strings.HasPrefix(line, "> ") || strings.HasPrefix(line, "　　"):
			quote := strings.TrimPrefix(strings.TrimPrefix(plain, "> "), "　　")
			if !original {
				claims = append(claims, Claim{Text: quote})
			}
		case line != "" && line != ">":
			bare := strings.Trim(plain, "*")
			original = bare == lang.NamesFor(lang.Chinese).Original || bare == lang.NamesFor(lang.English).Original
		}
	}
	if len(paths) == 0 {
		return nil
	}
	for i := range claims {
		claims[i].Paths = paths
	}
	return append(tableClaims(text, paths), claims...)
}

// tableClaims reads the figures in the Markdown tables of a comparison, a
// matrix or a digest: behind the names of the indicators a column a report, in
// the order in which the sources stand below.
func tableClaims(text string, paths []string) []Claim {
	var claims []Claim
	names := -1 // the column of the indicators; -1 outside of a table
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "|-") {
			continue
		}
		cells := tableCells(strings.TrimRight(line, "\r\n"))
		if len(cells) <= names+len(paths) {
			names = -1
			continue
		}
		if names < 0 {
			names = slices.IndexFunc(cells, func(c string) bool {
				return c == lang.NamesFor(lang.Chinese).Indicator || c == lang.NamesFor(lang.English).Indicator
			})
			if names < 0 || names+len(paths) >= len(cells) {
				return claims // a table of another kind
			}
			continue
		}
		if names > 0 && isComputed(cells[0]) {
			continue
		}
		for i, path := range paths {
			if said := statedIn(cells[names+1+i]); said != "" {
				claims = append(claims, Claim{Paths: []string{path}, Text: said, Indicator: cells[names]})
			}
		}
	}
	return claims
}

func isComputed(s string) bool {
	return s == lang.NamesFor(lang.Chinese).Computed || s == lang.NamesFor(lang.English).Computed
}

// tableCells are the cells of a row of a Markdown table; nil for another line.
func tableCells(line string) []string {
	line, ok := strings.CutPrefix(line, "|")
	if !ok {
		return nil
	}
	var cells []string
	for _, c := range strings.Split(strings.TrimSuffix(line, "|"), " | ") { // a bar of a cell's own is escaped
		cells = append(cells, unescaped.ReplaceAllString(strings.TrimSpace(c), "$1"))
	}
	return cells
}

// statedIn is the figure in a cell without the mark of its trust and the
// number of others; empty if there is none.
func statedIn(cell string) string {
	for _, mark := range lang.NamesFor(lang.Chinese).TrustMarks {
		if mark != "" {
			cell = strings.TrimPrefix(cell, mark+" ")
		}
	}
	cell = others.ReplaceAllString(cell, "")
	if cell == "—" {
		return ""
	}
	return cell
}

var others = regexp.MustCompile(` \+[0-9]+$`)
