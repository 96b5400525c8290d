package docs

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sources are the parsed files of a folder.
type sources struct {
	path         string // duidu/model
	files, tests []*ast.File
}

// packages reads the sources of the whole project.
func packages(t *testing.T) []*sources {
	t.Helper()
	var list []*sources
	byFolder := map[string]*sources{}
	err := filepath.WalkDir("..", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && file != ".." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(file, ".go"):
			return nil
		}
		source, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		folder, err := filepath.Rel("..", filepath.Dir(file))
		if err != nil {
			return err
		}
		at := path.Join("duidu", filepath.ToSlash(folder))
		if byFolder[at] == nil {
			byFolder[at] = &sources{path: at}
			list = append(list, byFolder[at])
		}
		if strings.HasSuffix(file, "_test.go") {
			byFolder[at].tests = append(byFolder[at].tests, source)
		} else {
			byFolder[at].files = append(byFolder[at].files, source)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// uses adds what a package names of other packages, as duidu/model.Report.
func (s *sources) uses(used map[string]bool) {
	for _, f := range slices.Concat(s.files, s.tests) {
		names := map[string]string{}
		for _, im := range f.Imports {
			target, err := strconv.Unquote(im.Path.Value)
			if err != nil || !strings.HasPrefix(target, "duidu/") {
				continue
			}
			name := path.Base(target)
			if im.Name != nil {
				name = im.Name.Name
			}
			names[name] = target
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := sel.X.(*ast.Ident); ok && names[x.Name] != "" {
					used[names[x.Name]+"."+sel.Sel.Name] = true
				}
			}
			return true
		})
	}
}

// exported gives the exported names of a package that stand alone, each with
// the names of the same package that its outside shows: what a function
// takes and gives, what a type is made of.
func (s *sources) exported() map[string][]string {
	shown := map[string][]string{}
	show := func(of string, n ast.Node) {
		if n == nil {
			return
		}
		ast.Inspect(n, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && id.IsExported() {
				shown[of] = append(shown[of], id.Name)
			}
			return true
		})
	}
	for _, f := range s.files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				switch {
				case d.Recv == nil && d.Name.IsExported():
					shown[d.Name.Name] = append(shown[d.Name.Name], "")
					show(d.Name.Name, d.Type)
				case d.Recv != nil && d.Name.IsExported():
					kind := d.Recv.List[0].Type
					if star, ok := kind.(*ast.StarExpr); ok {
						kind = star.X
					}
					if generic, ok := kind.(*ast.IndexExpr); ok {
						kind = generic.X
					}
					if id, ok := kind.(*ast.Ident); ok && id.IsExported() {
						show(id.Name, d.Type)
					}
				}
			case *ast.GenDecl:
				var kind ast.Expr // of a list of constants that go on
				for _, spec := range d.Specs {
					switch spec := spec.(type) {
					case *ast.TypeSpec:
						if spec.Name.IsExported() {
							shown[spec.Name.Name] = append(shown[spec.Name.Name], "")
							show(spec.Name.Name, spec.Type)
						}
					case *ast.ValueSpec:
						if spec.Type != nil || spec.Values != nil {
							kind = spec.Type
						}
						for _, name := range spec.Names {
							if !name.IsExported() {
								continue
							}
							shown[name.Name] = append(shown[name.Name], "")
							show(name.Name, spec.Type)
							// Whoever needs a type needs all its constants.
							if id, ok := kind.(*ast.Ident); ok && d.Tok == token.CONST && id.IsExported() {
								shown[id.Name] = append(shown[id.Name], name.Name)
							}
						}
					}
				}
			}
		}
	}
	return shown
}

// TestEveryExportedNameHasAUserOutsideOfItsPackage looks at model and parser: a
// name that nobody else needs is a promise for nothing. One that a needed name
// shows is needed with it.
func TestEveryExportedNameHasAUserOutsideOfItsPackage(t *testing.T) {
	all := packages(t)
	used := map[string]bool{}
	for _, s := range all {
		s.uses(used)
	}
	names := 0
	for _, s := range all {
		if !strings.HasPrefix(s.path, "duidu/model") && !strings.HasPrefix(s.path, "duidu/parser") || strings.HasSuffix(s.path, "test") {
			continue
		}
		shown := s.exported()
		needed := map[string]bool{}
		var need func(name string)
		need = func(name string) {
			if needed[name] {
				return
			}
			needed[name] = true
			for _, also := range shown[name] {
				need(also)
			}
		}
		for name := range shown {
			// Formats have the same two doors, Open and Read, whoever goes through.
			if used[s.path+"."+name] || name == "Read" && strings.HasPrefix(s.path, "duidu/parser/format/") {
				need(name)
			}
		}
		for name := range shown {
			names++
			if !needed[name] {
				t.Errorf("%s.%s has no user outside of its package", s.path, name)
			}
		}
	}
	if names < 200 {
		t.Errorf("only %d exported names were seen", names)
	}
}
