package parsertest

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"duidu/parser/place"
)

// county is a place that a made report can be of.
type county struct{ province, city, name string }

// counties are all counties and districts of today's table.
func counties() []county {
	var all []county
	names := map[string]string{}
	for line := range strings.Lines(place.PlacesTSV) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) < 2 {
			continue
		}
		code, name := fields[0], fields[1]
		names[code] = name
		if len(code) == 6 {
			all = append(all, county{names[code[:2]], names[code[:4]], name})
		}
	}
	return all
}

// Texts are what libraries are made of: all that is shared, or the samples.
func Texts(t testing.TB) map[string]string {
	all := map[string]string{}
	for _, pattern := range []string{"reports/*.txt", "whole/*.txt", "passages/*.txt", "corpus/national/*.txt"} {
		paths, _ := filepath.Glob(filepath.Join(SharedFolder, pattern))
		if len(paths) > 0 {
			maps.Copy(all, CorpusFiles(t, pattern))
		}
	}
	if len(all) == 0 {
		all["sample"] = SimplifiedSample
	}
	return all
}

// MakeLibrary writes n reports below dir, a folder a province: one for each
// county and year, from this year backwards until there are enough. Each is a
// mixture of paragraphs of the texts, with figures of its own, of about 15 KB;
// the same n gives the same library. It returns its size in bytes.
func MakeLibrary(dir string, n int, texts map[string]string) (int64, error) {
	var paragraphs []string
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		for line := range strings.Lines(texts[name]) {
			if line = strings.TrimSpace(line); len(line) > 120 && len(line) < 6000 {
				paragraphs = append(paragraphs, line)
			}
		}
	}
	if len(paragraphs) == 0 {
		return 0, fmt.Errorf("no paragraphs to make reports of")
	}
	random := rand.New(rand.NewPCG(uint64(n), 1949))
	all := counties()
	size := int64(0)
	for i := range n {
		c, year := all[i%len(all)], 2024-i/len(all)
		text := madeReport(random, c, year, paragraphs)
		folder := filepath.Join(dir, c.province)
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return size, err
		}
		name := fmt.Sprintf("%s%s-%d.txt", c.city, c.name, year)
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			return size, err
		}
		size += int64(len(text))
	}
	return size, nil
}

var madeHeadings = []string{"加强理论学习，把牢履职方向", "围绕中心工作，提高协商质量", "办好每件提案，回应群众关切", "深入基层一线，反映社情民意", "广泛凝聚共识，增进团结联谊", "抓实自身建设，展现委员风采"}

func madeReport(random *rand.Rand, c county, year int, paragraphs []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "政协%s%s委员会%d年工作报告\n\n%s%d年，收到提案%d件，立案%d件，反映社情民意信息%d条。\n",
		c.city, c.name, year, c.name, year, 60+random.IntN(400), 40+random.IntN(20), 10+random.IntN(900))
	want := 6000 + random.IntN(18000)
	for part := 0; b.Len() < want; part++ {
		if part < len(madeHeadings) {
			fmt.Fprintf(&b, "%c、%s\n", []rune("一二三四五六")[part], madeHeadings[part])
		}
		for range 1 + random.IntN(5) {
			b.WriteString("　　" + varied(random, paragraphs[random.IntN(len(paragraphs))]) + "\n")
		}
	}
	return b.String()
}

// varied gives the short numbers of a paragraph other values; years stay.
func varied(random *rand.Rand, text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		j := i
		for j < len(text) && text[j] >= '0' && text[j] <= '9' {
			j++
		}
		switch n := j - i; {
		case n == 0:
			b.WriteByte(text[i])
			j++
		case n < 4 && text[i] != '0' && (i == 0 || text[i-1] != '.'):
			b.WriteString(strconv.Itoa(1 + random.IntN([]int{9, 98, 998}[n-1])))
		default:
			b.WriteString(text[i:j])
		}
		i = j
	}
	return b.String()
}
