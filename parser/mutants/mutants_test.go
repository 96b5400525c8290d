// Package mutants puts small faults into the code that reads and compares, and
// counts those that a test notices.
package mutants

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

var (
	count   = flag.Int("mutants", 0, "draw so many faults from model and parser and see which of them the tests notice (hours)")
	seed    = flag.Uint64("seed", 1, "which faults are drawn")
	results = flag.String("results", "", "file of results, a JSON object a line: what stands in it is not tried again")
	least   = flag.Int("least", 80, "percent of the faults that must be noticed")
)

// root is the project's folder.
const root = "../.."

// ofTime are tests that measure time, which on a busy machine fail without a
// fault; they notice none here.
var ofTime = regexp.MustCompile(`Time|Speed|Fast|Quick|Growth|Grows|Jumps|Seconds`)

// built is a package's tests, built with all faults asleep in them.
type built struct {
	folder, binary string // below the project's folder; anywhere
}

// reaching is a test, how long it takes, and the faults whose place it reaches.
type reaching struct {
	built
	name  string
	takes time.Duration
	sites map[int]bool
}

// result is what became of a fault.
type result struct {
	File    string
	Line    int
	Kind    string
	Source  string
	Nth     int
	Verdict string // "noticed", "not noticed" or "reached by no test"
	By      string // the first test that failed, or how the tests ended
}

func (r result) key() string { return fmt.Sprint(r.File, r.Kind, r.Source, r.Nth) }

func TestMutants(t *testing.T) {
	if *count == 0 {
		t.Skip("-mutants 500 draws faults and tries them")
	}
	work := t.TempDir()
	faults, overlay := drawn(t, work)
	known := earlier(t)
	out := os.Stdout
	if *results != "" {
		f, err := os.OpenFile(*results, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		out = f
	}
	var tests []reaching
	for _, b := range binaries(t, work, overlay, faults) {
		tests = append(tests, reached(t, work, b)...)
	}
	score := map[string]int{}
	for _, n := range slices.Sorted(maps.Keys(faults)) {
		s := faults[n]
		r := result{File: s.File, Line: s.Line, Kind: s.Kind, Source: s.Source, Nth: s.Nth}
		if earlier, ok := known[r.key()]; ok {
			score[earlier.Verdict]++
			continue
		}
		r.Verdict, r.By = try(n, s, tests, work)
		score[r.Verdict]++
		line, _ := json.Marshal(r)
		fmt.Fprintln(out, string(line))
	}
	noticed := score["noticed"]
	fmt.Printf("%d of %d faults noticed (%.1f%%), %d not noticed, %d reached by no test\n",
		noticed, len(faults), 100*float64(noticed)/float64(len(faults)), score["not noticed"], score["reached by no test"])
	if noticed*100 < *least*len(faults) {
		t.Errorf("fewer than %d%% of the faults are noticed", *least)
	}
}

// drawn puts so many faults as are asked for into the sources, and returns
// them by number with the overlay file that names the changed sources. A fault
// that the compiler refuses is drawn again.
func drawn(t *testing.T, work string) (map[int]site, string) {
	var all []site
	for _, folder := range []string{"model", "parser"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(p string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() && strings.HasSuffix(p, "test") {
				return cmp.Or(err, filepath.SkipDir)
			}
			if !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
				return nil
			}
			source, err := os.ReadFile(p)
			if err != nil {
				return err
			}
			name, _ := filepath.Rel(root, p)
			sites, err := sitesOf(filepath.ToSlash(name), source)
			all = append(all, sites...)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	// By a hash of each, so that a change in one file draws no others elsewhere.
	alike := map[string]int{}
	order := map[string]string{}
	for i := range all {
		alike[all[i].key()]++
		all[i].Nth = alike[all[i].key()]
		order[all[i].key()] = fmt.Sprintf("%x", sha256.Sum256(fmt.Append(nil, *seed, all[i].key())))
	}
	slices.SortFunc(all, func(x, y site) int { return cmp.Compare(order[x.key()], order[y.key()]) })
	fmt.Printf("%d places for faults, seed %d\n", len(all), *seed)
	for refused := map[int]bool{}; ; {
		faults := map[int]site{}
		for i := range all {
			if !refused[i] && len(faults) < *count {
				faults[i+1] = all[i]
			}
		}
		overlay := overlaid(t, work, faults)
		said := compiled(overlay)
		if len(said) == 0 {
			return faults, overlay
		}
		before := len(refused)
		for n, s := range faults {
			if said[s.File+":"+strconv.Itoa(s.Line)] {
				refused[n-1] = true
			}
		}
		if len(refused) == before {
			t.Fatalf("what the compiler refuses is no fault: %v", slices.Sorted(maps.Keys(said)))
		}
	}
}

// overlaid writes the sources with faults, and the overlay file that names
// them.
func overlaid(t *testing.T, work string, faults map[int]site) string {
	here, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) string {
		p := filepath.Join(work, name)
		if err := os.WriteFile(p, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return p
	}
	replace := map[string]string{filepath.Join(here, "model/mutant/mutant.go"): write("mutant.go", helper)}
	byFile := map[string]map[int]site{}
	for n, s := range faults {
		if byFile[s.File] == nil {
			byFile[s.File] = map[int]site{}
		}
		byFile[s.File][n] = s
	}
	for name, own := range byFile {
		source, err := os.ReadFile(filepath.Join(here, name))
		if err != nil {
			t.Fatal(err)
		}
		replace[filepath.Join(here, name)] = write(strings.ReplaceAll(name, "/", "+"), withFaults(source, own))
	}
	text, _ := json.Marshal(map[string]any{"Replace": replace})
	return write("overlay.json", string(text))
}

var complaint = regexp.MustCompile(`(?m)^(?:\./)?([\w/.+-]+\.go):(\d+):\d+: `)

// compiled builds everything and returns the lines that the compiler refuses,
// as "file:line".
func compiled(overlay string) map[string]bool {
	c := exec.Command("go", "build", "-gcflags=-e", "-overlay", overlay, "./model/...", "./parser/...")
	c.Dir = root
	said, _ := c.CombinedOutput()
	lines := map[string]bool{}
	for _, m := range complaint.FindAllSubmatch(said, -1) {
		name := string(m[1])
		if base := path.Base(name); strings.Contains(base, "+") {
			name = strings.ReplaceAll(base, "+", "/")
		}
		lines[name+":"+string(m[2])] = true
	}
	if len(said) > 0 && len(lines) == 0 {
		lines[string(said)] = true
	}
	return lines
}

// binaries builds the tests of each package that has a fault, and those of
// parser, in which the tests of its rooms live.
func binaries(t *testing.T, work, overlay string, faults map[int]site) []built {
	folders := map[string]bool{"parser": true}
	for _, s := range faults {
		folders[path.Dir(s.File)] = true
	}
	var all []built
	for _, folder := range slices.Sorted(maps.Keys(folders)) {
		if tests, _ := filepath.Glob(filepath.Join(root, folder, "*_test.go")); len(tests) == 0 {
			continue
		}
		b := built{folder, filepath.Join(work, strings.ReplaceAll(folder, "/", "+")+".test")}
		c := exec.Command("go", "test", "-c", "-vet=off", "-overlay", overlay, "-o", b.binary, "./"+folder)
		c.Dir = root
		if said, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", folder, err, said)
		}
		all = append(all, b)
	}
	return all
}

// run runs tests of a package with a fault awake (0 is none). It may use so
// much of the processor, 4 GiB of memory, and some minutes of the clock.
func run(b built, work, tests string, fault int, processor time.Duration, more ...string) (string, error) {
	here, _ := filepath.Abs(filepath.Join(root, b.folder))
	patience, cancel := context.WithTimeout(context.Background(), 10*processor+time.Minute)
	defer cancel()
	c := exec.CommandContext(patience, "sh", "-c", `ulimit -v 4194304; ulimit -t "$0"; exec "$@"`, strconv.Itoa(int(processor/time.Second)+1),
		b.binary, "-test.short", "-test.failfast", "-test.timeout=0", "-test.run", tests)
	c.Dir = here
	c.Env = append(os.Environ(), "HOME="+work, "XDG_CACHE_HOME=", "XDG_STATE_HOME=", "GOMAXPROCS=2", "DUIDU_MUTANT="+strconv.Itoa(fault))
	c.Env = append(c.Env, more...)
	said, err := c.CombinedOutput()
	return string(said), err
}

// reached runs each test of a package alone and notes what it reaches. A test
// that fails by itself is left out.
func reached(t *testing.T, work string, b built) []reaching {
	list := exec.Command(b.binary, "-test.list", ".")
	list.Dir = filepath.Join(root, b.folder)
	names, err := list.Output()
	if err != nil {
		t.Fatal(b.folder, err)
	}
	var all []reaching
	for _, name := range strings.Fields(string(names)) {
		if !strings.HasPrefix(name, "Test") && !strings.HasPrefix(name, "Fuzz") || ofTime.MatchString(name) {
			continue
		}
		note := filepath.Join(work, "reached")
		os.Remove(note)
		start := time.Now()
		said, err := run(b, work, "^"+name+"$", 0, 5*time.Minute, "DUIDU_MUTANTS_REACHED="+note)
		if err != nil {
			fmt.Printf("%s %s fails without a fault: %v\n%s\n", b.folder, name, err, said)
			continue
		}
		one := reaching{built: b, name: name, takes: time.Since(start), sites: map[int]bool{}}
		noted, _ := os.ReadFile(note)
		for _, n := range strings.Fields(string(noted)) {
			i, _ := strconv.Atoi(n)
			one.sites[i] = true
		}
		all = append(all, one)
	}
	fmt.Println(b.folder, len(all), "tests")
	return all
}

var failed = regexp.MustCompile(`(?m)^\s*--- FAIL: (\S+)`)

// try wakes a fault and runs the tests that reach it: of its own package, and
// of parser where it is a room of parser. The quick ones go first.
func try(n int, s site, tests []reaching, work string) (verdict, by string) {
	own := path.Dir(s.File)
	var able []reaching
	for _, r := range tests {
		if r.sites[n] && (r.folder == own || r.folder == "parser" && strings.HasPrefix(own, "parser/")) {
			able = append(able, r)
		}
	}
	if len(able) == 0 {
		return "reached by no test", ""
	}
	slices.SortStableFunc(able, func(x, y reaching) int { return cmp.Compare(x.takes, y.takes) })
	for len(able) > 0 {
		var names []string
		b, takes := able[0].built, time.Duration(0)
		rest := able[:0:0]
		for _, r := range able {
			if r.built == b && (takes+r.takes < 4*time.Second || len(names) == 0) {
				names = append(names, r.name)
				takes += r.takes
			} else {
				rest = append(rest, r)
			}
		}
		able = rest
		said, err := run(b, work, "^("+strings.Join(names, "|")+")$", n, 3*takes+5*time.Second)
		if err != nil {
			if m := failed.FindStringSubmatch(said); m != nil {
				return "noticed", b.folder + " " + m[1]
			}
			first, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
			return "noticed", fmt.Sprintf("%s: %v: %.80q", b.folder, err, first)
		}
	}
	return "not noticed", ""
}

// earlier reads the results of a run that ended early, or of one before new
// tests were written, less what is to be tried again.
func earlier(t *testing.T) map[string]result {
	known := map[string]result{}
	if *results == "" {
		return known
	}
	text, err := os.ReadFile(*results)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(bytes.NewReader(text))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var r result
		if err := json.Unmarshal(lines.Bytes(), &r); err == nil {
			known[r.key()] = r
		}
	}
	return known
}
