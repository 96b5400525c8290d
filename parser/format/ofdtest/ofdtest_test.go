package ofdtest

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sample has every level, lines that need each rule of breaking, characters
// that XML must escape, a blank line, a table and enough text for three pages.
func sample() []Paragraph {
	ps := []Paragraph{
		{Text: "关于印发《水库调度运行管理办法（试行）》和做好2024年度防汛抗旱工作的通知", Level: 1},
		{Text: "各区人民政府：", Flush: true},
		{Text: "一、总体要求", Level: 2},
		{Text: "（一）基本原则", Level: 3},
		{},
		{Rows: [][]string{{"项目", "单位", "数量"}, {"A&B 级<水库>", "座", "12"}, {"堤防", "km", "3456.78"}}},
	}
	for i := range 16 {
		ps = append(ps, Paragraph{Text: fmt.Sprintf("%d.各单位应当于%d月15日前报送“三个责任人”名单，并同步录入GIS平台（https://example.org/%d）；逾期未报的，由市水务局予以通报。", i+1, i%12+1, i)})
	}
	return append(ps, Paragraph{Text: "市水务局", Right: true}, Paragraph{Text: "2024年1月2日", Right: true})
}

// text is what a reader of the paragraphs reads, with no breaks at all.
func text(ps []Paragraph) (s string) {
	for _, p := range ps {
		s += p.Text
		for _, row := range p.Rows {
			s += strings.Join(row, "")
		}
	}
	return s
}

func unzip(t *testing.T, file []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := parts[f.Name]; twice {
			t.Error("twice in the package:", f.Name)
		}
		parts[f.Name] = string(data)
	}
	return parts
}

// node is an XML element.
type node struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Nodes   []node     `xml:",any"`
	Text    string     `xml:",chardata"`
}

func (n node) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (n node) walk(visit func(node)) {
	visit(n)
	for _, c := range n.Nodes {
		c.walk(visit)
	}
}

func parse(t *testing.T, data string) (n node) {
	t.Helper()
	if err := xml.Unmarshal([]byte(strings.TrimPrefix(data, "\ufeff")), &n); err != nil {
		t.Fatal(err)
	}
	return n
}

func numbers(s string) (out []float64) {
	for _, field := range strings.Fields(s) {
		v, err := strconv.ParseFloat(field, 64)
		if err != nil {
			panic(err)
		}
		out = append(out, v)
	}
	return out
}

// ink is a character where the standard says it is drawn, in mm.
type ink struct {
	r    rune
	x, y float64
}

// draw follows the standard for the text objects of a page.
func draw(t *testing.T, page node, noDelta bool) (drawn []ink) {
	page.walk(func(o node) {
		if o.XMLName.Local != "TextObject" {
			return
		}
		box, m := numbers(o.attr("Boundary")), []float64{1, 0, 0, 1, 0, 0}
		if s := o.attr("CTM"); s != "" {
			m = numbers(s)
		}
		var x, y float64
		codes, glyphs := 0, 0
		for _, c := range o.Nodes {
			switch c.XMLName.Local {
			case "CGTransform":
				if c.attr("CodePosition") != strconv.Itoa(glyphs) {
					t.Error("CodePosition is", c.attr("CodePosition"), "after", glyphs)
				}
				glyphs += len(strings.Fields(c.Nodes[0].Text))
			case "TextCode":
				if s := c.attr("X"); s != "" {
					x = numbers(s)[0]
				}
				if s := c.attr("Y"); s != "" {
					y = numbers(s)[0]
				}
				at, runes := x, []rune(c.Text)
				var steps []float64
				fields := strings.Fields(c.attr("DeltaX"))
				for i := 0; i < len(fields); i++ {
					n := 1
					if fields[i] == "g" {
						n, i = int(numbers(fields[i+1])[0]), i+2
					}
					steps = append(steps, slices.Repeat(numbers(fields[i]), n)...)
				}
				for _, r := range runes[1:] {
					if noDelta {
						steps = append(steps, width(r)*numbers(o.attr("Size"))[0])
					}
				}
				if len(steps) != len(runes)-1 {
					t.Errorf("%d steps for %q", len(steps), c.Text)
					return
				}
				for i, r := range runes {
					p := ink{r, box[0] + m[0]*at + m[2]*y + m[4], box[1] + m[1]*at + m[3]*y + m[5]}
					if p.x < box[0]-.01 || p.x > box[0]+box[2]+.01 || p.y < box[1]-.01 || p.y > box[1]+box[3]+.01 {
						t.Errorf("%c lies outside its Boundary", r)
					}
					drawn = append(drawn, p)
					if i < len(steps) {
						at += steps[i]
					}
				}
				codes += len(runes)
			}
		}
		if glyphs != 0 && glyphs != codes {
			t.Errorf("%d glyphs for %d characters", glyphs, codes)
		}
	})
	return drawn
}

// read sorts what is drawn from top to bottom and from left to right.
func read(drawn []ink) (s string) {
	slices.SortStableFunc(drawn, func(a, b ink) int {
		if math.Abs(a.y-b.y) > 0.1 {
			return cmp.Compare(a.y, b.y)
		}
		return cmp.Compare(a.x, b.x)
	})
	for _, p := range drawn {
		s += string(p.r)
	}
	return s
}

func TestEveryVariantIsWellFormedAndComplete(t *testing.T) {
	for name, o := range Variants() {
		t.Run(name, func(t *testing.T) {
			parts := unzip(t, File(sample(), o))
			for n, doc := range append([][]Paragraph{sample()}, o.More...) {
				dir, got := fmt.Sprintf("Doc_%d/", n), ""
				for _, part := range []string{"OFD.xml", dir + "Document.xml", dir + "PublicRes.xml", dir + "Pages/Page_0/Content.xml"} {
					if parts[part] == "" {
						t.Error("no part", part)
					}
				}
				for i := 0; parts[fmt.Sprintf("%sPages/Page_%d/Content.xml", dir, i)] != ""; i++ {
					drawn := draw(t, parse(t, parts[fmt.Sprintf("%sPages/Page_%d/Content.xml", dir, i)]), o.NoDelta && !o.Groups)
					line, foot := read(drawn), fmt.Sprintf("— %d —", i+1)
					if o.NoNumbers {
						foot = ""
					}
					if !strings.HasSuffix(line, foot) {
						t.Errorf("page %d does not end with %q", i+1, foot)
					}
					got += strings.TrimSuffix(line, foot)
				}
				if want := text(doc); got != want {
					t.Errorf("document %d says %q\nand should say %q", n, got, want)
				}
				if o.Head != "" {
					if head := read(draw(t, parse(t, parts[dir+"Tpls/Tpl_0/Content.xml"]), false)); head != o.Head {
						t.Errorf("running head is %q", head)
					}
				}
				for _, c := range []struct{ text, kind string }{{o.Watermark, "Watermark"}, {o.Seal, "Stamp"}} {
					found := false
					for part, data := range parts {
						if strings.HasPrefix(part, dir+"Annots/Page_") {
							found = found || strings.Contains(data, `Type="`+c.kind+`"`) && strings.Contains(data, c.text)
						}
					}
					if found != (c.text != "") {
						t.Errorf("an annotation of type %s: %v", c.kind, found)
					}
				}
				ids := map[string]bool{}
				for part, data := range parts {
					if !strings.HasPrefix(part, dir) || !strings.HasSuffix(part, ".xml") || strings.Contains(part, "Signs/") {
						continue
					}
					parse(t, data).walk(func(n node) {
						if id := n.attr("ID"); id != "" && ids[id] {
							t.Error("ID given twice:", id)
						} else {
							ids[id] = true
						}
					})
				}
			}
			for part, data := range parts {
				if strings.HasSuffix(part, ".xml") {
					check(t, part, data, parts, o)
				}
			}
		})
	}
}

// check looks at the namespace of each element and follows each path.
func check(t *testing.T, name, data string, parts map[string]string, o Options) {
	root := parse(t, data)
	root.walk(func(n node) {
		if n.XMLName.Space != "http://www.ofdspec.org/2016" {
			t.Errorf("%s: %s is in namespace %q", name, n.XMLName.Local, n.XMLName.Space)
		}
		if n.XMLName.Local == "Res" {
			return // a folder
		}
		target, dir := n.attr("BaseLoc"), path.Dir(name)
		switch n.XMLName.Local {
		case "DocRoot", "PublicRes", "FileLoc", "SignedValue", "BaseLoc":
			target = n.Text
		case "Annotations", "Signatures":
			if len(n.Nodes) == 0 {
				target = n.Text
			}
		case "FontFile":
			target, dir = n.Text, path.Join(dir, "Res")
		}
		if target == "" {
			return
		}
		to := path.Join(dir, target)
		if strings.HasPrefix(target, "/") {
			to = target[1:]
		}
		lost := n.XMLName.Local == "FontFile" && o.LostFonts && !o.FontFiles
		if (parts[to] == "") != lost {
			t.Errorf("%s: no part %s", name, to)
		}
	})
}

// TestVariantsDiffer makes sure that an option shows in the file.
func TestVariantsDiffer(t *testing.T) {
	page, root, res := "Doc_0/Pages/Page_0/Content.xml", "Doc_0/Document.xml", "Doc_0/PublicRes.xml"
	variants := Variants()
	for name, want := range map[string]struct{ part, pattern string }{
		"Characters":              {page, `<ofd:TextCode [^>]*>关</ofd:TextCode></ofd:TextObject>`},
		"Runs":                    {page, `</ofd:TextCode><ofd:TextCode X="[^"]*" Y="[^"]*" DeltaX="[^"]*">2024</ofd:TextCode><ofd:TextCode `},
		"runs, Y inherited":       {page, `<ofd:TextCode X="[^"]*" DeltaX="[^"]*">2024</ofd:TextCode>`},
		"Paragraphs":              {page, `</ofd:TextCode><ofd:TextCode X="0" Y="`},
		"paragraphs, X inherited": {page, `</ofd:TextCode><ofd:TextCode Y="`},
		"Groups":                  {page, `DeltaX="g \d+ 7\.7611"`},
		"NoDelta":                 {page, `<ofd:TextCode X="0" Y="7.7611">关于`},
		"PDF":                     {page, `CTM="0\.3528 0 0 0\.3528 -\d+\.\d+ \d+\.\d+".*Y="-`},
		"Points":                  {page, `CTM="0\.3528 0 0 0\.3528 0 0" Font="\d+" Size="22"`},
		"Whole":                   {page, `TextObject ID="\d+" Boundary="0 0 210 297"`},
		"Glyphs":                  {page, `<ofd:CGTransform CodePosition="0" CodeCount="\d+" GlyphCount="\d+"><ofd:Glyphs>1 2 3`},
		"Backward":                {page, `(?s)>— 1 —<.*关于印发`},
		"ByFont":                  {page, `(?s)各区人民政府：<.*关于印发`},
		"Alternate":               {page, `(?s)一、总体要求<.*各区人民政府：<`},
		"Layers":                  {page, `Type="Foreground">.*Type="Body">.*Type="Background"><ofd:PathObject`},
		"Blocks":                  {page, `<ofd:PageBlock [^>]*><ofd:PageBlock [^>]*><ofd:TextObject`},
		"Head":                    {page, `<ofd:Template TemplateID="\d+" ZOrder="Background"/>`},
		"head in front":           {root, `<ofd:TemplatePage ID="\d+" ZOrder="Foreground"`},
		"FontFiles":               {res, `FontFile`},
		"LostFonts":               {res, `FontFile`},
		"Watermark":               {root, `<ofd:Annotations>Annots/Annotations.xml<`},
		"Seal":                    {"OFD.xml", `<ofd:Signatures>Doc_0/Signs/Signatures.xml<`},
		"BOM":                     {page, "^\ufeff<"},
		"DefaultNS":               {page, `<Page xmlns="`},
		"Absolute":                {root, `BaseLoc="/Doc_0/`},
		"More":                    {"OFD.xml", `<ofd:DocRoot>Doc_1/Document.xml<`},
	} {
		o, ok := variants[name]
		if !ok {
			t.Error("no variant", name)
			continue
		}
		seen := regexp.MustCompile(want.pattern)
		if !seen.MatchString(unzip(t, File(sample(), o))[want.part]) {
			t.Errorf("%s does not show in %s", name, want.part)
		}
		if seen.MatchString(unzip(t, File(sample(), Options{}))[want.part]) {
			t.Errorf("the plain file looks like %s", name)
		}
	}
}

func TestLinesBreakAsInChinese(t *testing.T) {
	for _, c := range []struct {
		text         string
		full, indent float64
		want         string
	}{
		{"一二三四五六", 4, 2, "一二|三四五六"},
		{"一二三四12五", 4, 0, "一二三四|12五"},
		{"一二三2024年", 4, 0, "一二三|2024年"},
		{"一二三四。”五", 4, 0, "一二三四。”|五"},
		{"一二三“四五", 4, 0, "一二三|“四五"},
		{"1234567890", 4, 0, "12345678|90"},
		{"一二", 0.5, 0, "一|二"},
		{"", 4, 2, ""},
	} {
		var got []string
		for _, line := range wrap([]rune(c.text), c.full, c.indent) {
			got = append(got, string(line))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q breaks as %q, want %q", c.text, strings.Join(got, "|"), c.want)
		}
	}
}

func TestPagesHaveTheirSize(t *testing.T) {
	pages := layout(sample())
	if len(pages) < 3 {
		t.Error("only so many pages:", len(pages))
	}
	for _, p := range pages {
		for _, line := range p.lines {
			if end := line.xs[len(line.runes)]; line.xs[0] < left-.01 || end > left+measure+2*line.size || line.y > bottom {
				t.Errorf("%q runs off the page", string(line.runes))
			}
		}
	}
	found := 0
	for _, line := range pages[0].lines {
		for start, indent := range map[string]float64{"各区人民政府": 0, "一、总体要求": 2, "1.各单位": 2, "步录入GIS": 0} {
			if !strings.HasPrefix(string(line.runes), start) {
				continue
			}
			found++
			if want := left + indent*line.size; math.Abs(line.xs[0]-want) > .01 {
				t.Errorf("%q begins at %.2f mm, want %.2f", start, line.xs[0], want)
			}
		}
	}
	if found < 4 {
		t.Error("only so many of the lines are there:", found)
	}
}

func TestNumbers(t *testing.T) {
	if got := nums(-0.00001, 16*pt, -3.5, 210); got != "0 5.6444 -3.5 210" {
		t.Error(got)
	}
}
