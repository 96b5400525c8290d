package mutants

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// site is a place in a source file where one small fault can be put in.
type site struct {
	File   string // below the project's folder
	Line   int
	Kind   string // what the fault does: one of the kinds below
	Source string // the text that it changes
	Nth    int    // of those in the file that are alike, from 1

	edits []edit
}

// key names a site whatever else changes in its file.
func (s site) key() string { return fmt.Sprint(s.File, s.Kind, s.Source, s.Nth) }

// The kinds of faults.
const (
	kindNegate = "condition negated"
	kindBound  = "bound moved by one"
	kindCall   = "call dropped"
	kindReturn = "return dropped"
)

// edit puts text into a file at a byte offset, in place of so many bytes. In
// text, "$" stands for the number of the fault.
type edit struct {
	at, instead int
	text        string
}

// helper is the package that instrumented code calls. Every fault is in the
// program at once and sleeps until its number is named in the environment, so
// that hundreds of them cost one build. A file named in the environment is
// told which places are reached.
const helper = `package mutant

import (
	"os"
	"strconv"
	"sync/atomic"
)

var active, _ = strconv.Atoi(os.Getenv("DUIDU_MUTANT"))

var told [1 << 16]atomic.Bool

var reached = func() *os.File {
	if p := os.Getenv("DUIDU_MUTANTS_REACHED"); p != "" {
		f, _ := os.OpenFile(p, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		return f
	}
	return nil
}()

func On(n int) bool {
	if reached != nil && !told[n].Swap(true) {
		reached.WriteString(strconv.Itoa(n) + "\n")
	}
	return n == active
}

func Not(n int, is bool) bool { return is != On(n) }

// Between numbers that are not whole no bound can be moved by one: the
// compiler refuses such a fault, and another is drawn.
func Less[T whole](n int, a, b T) bool    { return a < b || On(n) && a == b }
func AtMost[T whole](n int, a, b T) bool  { return a < b || a == b && !On(n) }
func Greater[T whole](n int, a, b T) bool { return a > b || On(n) && a == b }
func AtLeast[T whole](n int, a, b T) bool { return a > b || a == b && !On(n) }

type whole interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64
}

func Next[T whole](n int, x T) T {
	if On(n) {
		return x + 1
	}
	return x
}

func Before[T whole](n int, x T) T {
	if On(n) {
		return x - 1
	}
	return x
}
`

var packageClause = regexp.MustCompile(`(?m)^package \w+`)

var moved = map[token.Token]string{token.LSS: "Less", token.LEQ: "AtMost", token.GTR: "Greater", token.GEQ: "AtLeast"}

// sitesOf lists the places for faults in a Go source, in the order of the text.
func sitesOf(name string, source []byte) ([]site, error) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var all []site
	at := func(p token.Pos) int { return files.Position(p).Offset }
	add := func(kind string, n ast.Node, edits ...edit) {
		all = append(all, site{
			File: name, Line: files.Position(n.Pos()).Line, Kind: kind,
			Source: strings.Join(strings.Fields(string(source[at(n.Pos()):at(n.End())])), " "), edits: edits,
		})
	}
	around := func(n ast.Node, before, after string) []edit {
		return []edit{{at(n.Pos()), 0, before}, {at(n.End()), 0, after}}
	}
	negate := func(c ast.Expr) {
		if c != nil {
			add(kindNegate, c, around(c, "mutant.Not($, ", ")")...)
		}
	}
	shift := func(x ast.Expr, by string) {
		if x != nil {
			add(kindBound, x, around(x, "mutant."+by+"($, ", ")")...)
		}
	}
	body := func(b *ast.BlockStmt) {
		for _, s := range b.List {
			if r, ok := s.(*ast.ReturnStmt); ok {
				add(kindReturn, r, around(r, "if !mutant.On($) { ", " }")...)
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GenDecl:
			return n.Tok == token.VAR // a constant cannot call
		case *ast.IfStmt:
			negate(n.Cond)
			if n.Else == nil {
				body(n.Body)
			}
		case *ast.ForStmt:
			negate(n.Cond)
		case *ast.RangeStmt:
			body(n.Body)
		case *ast.SwitchStmt:
			if n.Tag == nil {
				for _, c := range n.Body.List {
					for _, x := range c.(*ast.CaseClause).List {
						negate(x)
					}
				}
			}
		case *ast.BinaryExpr:
			if f := moved[n.Op]; f != "" {
				add(kindBound, n, edit{at(n.Pos()), 0, "mutant." + f + "($, "}, edit{at(n.OpPos), len(n.Op.String()), ","}, edit{at(n.End()), 0, ")"})
			}
		case *ast.SliceExpr:
			shift(n.Low, "Next")
			shift(n.High, "Before")
		case *ast.ExprStmt:
			if _, ok := n.X.(*ast.CallExpr); ok {
				add(kindCall, n, around(n, "if !mutant.On($) { ", " }")...)
			}
		}
		return true
	})
	slices.SortStableFunc(all, func(x, y site) int { return cmp.Compare(x.edits[0].at, y.edits[0].at) })
	return all, nil
}

// withFaults is the source with the faults of sites in it, by their numbers.
func withFaults(source []byte, faults map[int]site) string {
	if len(faults) == 0 {
		return string(source)
	}
	type numbered struct {
		edit
		n, size int
	}
	name := packageClause.FindIndex(source)
	all := []numbered{{edit{name[1], 0, "; import \"duidu/model/mutant\""}, 0, 0}}
	for n, s := range faults {
		size := s.edits[len(s.edits)-1].at - s.edits[0].at
		for _, e := range s.edits {
			all = append(all, numbered{e, n, size})
		}
	}
	// At one offset what ends there goes before what begins, and of two that
	// begin the longer one, of two that end the shorter one.
	slices.SortFunc(all, func(x, y numbered) int {
		ends := func(e numbered) int {
			if strings.HasPrefix(e.text, ")") || strings.HasPrefix(e.text, " }") {
				return 0
			}
			return 1
		}
		bySize := cmp.Or(cmp.Compare(x.size, y.size), cmp.Compare(x.n, y.n))
		if ends(x) == 1 {
			bySize = -bySize
		}
		return cmp.Or(cmp.Compare(x.at, y.at), cmp.Compare(ends(x), ends(y)), bySize)
	})
	var b strings.Builder
	end := 0
	for _, e := range all {
		b.Write(source[end:e.at])
		b.WriteString(strings.ReplaceAll(e.text, "$", fmt.Sprint(e.n)))
		end = e.at + e.instead
	}
	b.Write(source[end:])
	return b.String()
}

func TestFaultsArePutIntoASourceLineByLine(t *testing.T) {
	source := `package p

import "fmt"

func f(s []int, a, b int) int {
	if a < b && len(s) >= 3 {
		return a
	}
	fmt.Println(s[a : b+1])
	return 0
}
`
	sites, err := sitesOf("p.go", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	faults := map[int]site{}
	for i, s := range sites {
		kinds = append(kinds, fmt.Sprintf("%d %s: %s", s.Line, s.Kind, s.Source))
		faults[i+1] = s
	}
	want := []string{
		"6 condition negated: a < b && len(s) >= 3", "6 bound moved by one: a < b", "6 bound moved by one: len(s) >= 3",
		"7 return dropped: return a", "9 call dropped: fmt.Println(s[a : b+1])", "9 bound moved by one: a", "9 bound moved by one: b+1",
	}
	if !slices.Equal(kinds, want) {
		t.Errorf("sites %q", kinds)
	}
	changed := `package p; import "duidu/model/mutant"

import "fmt"

func f(s []int, a, b int) int {
	if mutant.Not(1, mutant.Less(2, a , b) && mutant.AtLeast(3, len(s) , 3)) {
		if !mutant.On(4) { return a }
	}
	if !mutant.On(5) { fmt.Println(s[mutant.Next(6, a) : mutant.Before(7, b+1)]) }
	return 0
}
`
	if got := withFaults([]byte(source), faults); got != changed {
		t.Errorf("with faults:\n%s", got)
	}
}
