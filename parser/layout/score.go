package layout

import (
	"math"
	"regexp"
	"strings"
	"unicode/utf8"

	"duidu/parser/format"
	"duidu/parser/shape"
	"duidu/parser/text"
)

// Kind is what a line below the head is.
type Kind uint8

const (
	Body    Kind = iota
	Heading      // titles what follows it
	Caption      // stands under a picture
	Item         // one of a list, or a row: whole whatever it ends with
	Article      // the headline of a further article in the same text
	kinds
)

// place is what a line's neighbours say of it.
type place struct {
	above     string // the line before, empty for the first
	below     string
	gap       int // empty lines above it beyond the usual
	room      int // the same below
	last      bool
	cell      bool // short lines stand around it, numbers among them
	pageBelow bool
	hint      format.Hint // what the file says
}

// view is a line in its place.
type view struct {
	*Line
	place
	n          int // characters
	number     shape.Numbering
	end        rune
	fragmented bool // beside another piece of a title
	titles     bool // text stands below it
	continues  bool // a paragraph above stops inside its sentence
}

// weight is how much a sign speaks for each kind.
type weight [kinds]float64

const (
	never = -20
	sure  = 30
)

// bias is what each kind is worth without any sign: a line is text unless
// something speaks for another kind, and a heading where nothing speaks
// against it.
var bias = weight{Heading: 1, Caption: -4.5, Item: -4, Article: -4}

// signs are all that is asked of a line, and what each answer is worth. Their
// names are the reasons.
var signs = []struct {
	name string
	has  func(v *view) bool
	is   weight
}{
	{"the file says it is a heading", func(v *view) bool { return v.Hint == format.HeadingHint }, weight{Heading: sure * 10}},
	{"the file says it is a caption", func(v *view) bool { return v.Hint == format.CaptionHint }, weight{Caption: sure * 10}},
	{"the file says it is an item or a row", func(v *view) bool { return v.Hint == format.ItemHint || v.Hint == format.RowHint }, weight{Heading: never, Caption: never, Item: sure}},
	{"the file says it is the title", func(v *view) bool { return v.Hint == format.HeadlineHint }, weight{Caption: never}},

	{"opens with a dash, as run-in headings and subtitles do", func(v *view) bool { return shape.StartsWithDash(v.Text) }, weight{Heading: never, Caption: never}},
	{"longer than any title", func(v *view) bool { return v.n > shape.LongestNumbered }, weight{Heading: never, Caption: never, Article: never}},
	{"longer than a title without a number", func(v *view) bool { return v.n > shape.LongestHeading && !v.numbered() }, weight{Heading: never, Article: never}},
	{"a bare date", func(v *view) bool {
		return v.n < 20 && text.Has(v.Text, "年") && lineOfDate.MatchString(v.Text)
	}, weight{Heading: never, Article: never}},
	{"the next line goes on with a mark", func(v *view) bool { return shape.Continues(v.below) }, weight{Heading: never}},
	{"a mark or a single character", func(v *view) bool { return v.n < 2 && !v.fragmented }, weight{Heading: never, Article: never}},

	{"numbered, with nothing to read after the number", func(v *view) bool { return v.numbered() && !text.HasHan(v.number.Rest) }, weight{Heading: never}},
	{"numbered, with sentences", func(v *view) bool {
		return v.numbered() && stops.In(strings.TrimSuffix(v.number.Rest, "。"))
	}, weight{Heading: never}},
	{"numbered, and goes on", func(v *view) bool { return v.numbered() && v.ended() && v.end != '。' }, weight{Heading: never}},
	{"numbered, a sentence of some length that titles nothing", func(v *view) bool {
		return v.numbered() && v.end == '。' && v.n > shape.LongestHeading/2 && (v.n > shape.LongestHeading || !v.titles)
	}, weight{Heading: never}},
	{"its number counts something", func(v *view) bool { return v.numbered() && shape.StartsWithFigure(v.Text) }, weight{Heading: never}},
	{"numbered", func(v *view) bool { return v.numbered() }, weight{Caption: never, Article: never}},

	{"ends a sentence or goes on, without a number", func(v *view) bool { return !v.numbered() && v.ended() }, weight{Heading: never, Article: never}},
	{"a sentence ends inside", func(v *view) bool { return !v.numbered() && ends.In(v.Text) }, weight{Heading: never, Article: never}},
	{"someone did something, as pictures show", func(v *view) bool {
		return !v.numbered() && v.n > shape.Fragment && namesActor(v.Text) && captionEvents.In(v.Text)
	}, weight{Heading: never}},
	{"stands in quotation marks that are open", func(v *view) bool { return shape.BreaksOff(v.above) && shape.OpenMark(v.above) != "" }, weight{Heading: never}},
	{"no words, unless it is a piece of a title", func(v *view) bool { return !text.HasHan(v.Text) && !(v.fragmented && shape.IsFragment(v.Text)) }, weight{Heading: never}},
	{"the last line titles nothing", func(v *view) bool { return v.last && !(v.fragmented && shape.IsFragment(v.Text)) && !v.numbered() }, weight{Heading: never}},
	{"a topic in brackets with its text behind it", func(v *view) bool { m := topicOf(v.Text); return m != "" && len(m) < len(v.Text) }, weight{Heading: never}},
	{"a cell of a table that was copied cell by cell", func(v *view) bool { return v.cell }, weight{Heading: never, Item: 8, Caption: never}},
	{"a label with its value", func(v *view) bool {
		return !v.numbered() && v.n <= shape.LongestHeading && colons.In(v.Text) && labelled.MatchString(v.Text)
	}, weight{Heading: never, Item: 6}},
	{"an annex", func(v *view) bool { return annexes.Starts(v.Text) }, weight{Heading: never, Item: 6}},
	{"an account of numbers", func(v *view) bool {
		return !v.numbered() && !v.continues && !v.ended() && v.n <= shape.LongestHeading && text.HasDigit(v.Text) && accounts.MatchString(v.Text)
	}, weight{Heading: never, Item: 6, Article: never}},
	{"a series", func(v *view) bool {
		return !v.numbered() && strings.Count(v.Text, "，")+strings.Count(v.Text, "、")+strings.Count(v.Text, ",") > 2
	}, weight{Heading: never}},
	{"names who wrote it", func(v *view) bool { return shape.IsCredit(v.Text) }, weight{Heading: never, Article: never}},
	{"names a body and nothing else", func(v *view) bool { return !v.numbered() && shape.IsBody(v.Text) }, weight{Heading: never, Article: never}},
	{"the title of a document in a list", func(v *view) bool {
		return v.n <= shape.LongestNumbered && shape.IsDocument(v.Text) && (shape.IsDocument(v.above) || shape.IsDocument(v.below))
	}, weight{Heading: never, Item: 6}},
	{"a bullet", func(v *view) bool { return bullets.Starts(v.Text) && v.n > shape.Fragment }, weight{Heading: never, Item: 6}},
	{"a subtitle with its dashes stands below", func(v *view) bool {
		return !v.numbered() && !v.last && v.Hint == format.NoHint && shape.StartsWithDash(v.below) && len(v.below) <= shape.LongestHeading*len("字") && !strings.ContainsAny(v.below, "。，")
	}, weight{Heading: -2, Article: 8}},
	{"the page's own lines stand right below", func(v *view) bool { return v.PageBelow && !v.numbered() && v.n > 2*shape.Fragment }, weight{Article: 8}},

	{"says of itself that it is a caption", func(v *view) bool { return marksCaption(v.Text) }, weight{Caption: sure}},
	{"too long for a caption", func(v *view) bool { return v.n > shape.LongestCaption }, weight{Caption: never}},
	{"more than one sentence", func(v *view) bool {
		return ends.In(strings.TrimSuffix(v.Text, "。")) || text.HasAnySuffix(strings.TrimSuffix(v.Text, "。"), "，", "：")
	}, weight{Caption: -9}},
	{"room above, where a picture stood", func(v *view) bool { return v.gap >= 2 }, weight{Caption: 4}},
	{"on top, with room below", func(v *view) bool { return v.above == "" && v.room >= 2 }, weight{Caption: 2}},
	{"opens with a place or a committee", func(v *view) bool { return namesActor(v.Text) }, weight{Caption: 2}},
	{"tells what pictures show", func(v *view) bool { return captionEvents.In(v.Text) }, weight{Caption: 2}},
	{"in the middle of a sentence", func(v *view) bool {
		return v.above != "" && !v.last && shape.BreaksOff(v.above) && !commas.In(v.Text)
	}, weight{Caption: 2}},
	{"names the report or greets the meeting", func(v *view) bool {
		return text.Has(v.Text, "工作综述") || text.Has(v.Text, "工作报告") || strings.HasPrefix(v.Text, "热烈祝贺")
	}, weight{Caption: -4}},
}

var (
	stops, ends, commas, colons = text.SetOf("。；"), text.SetOf("。；！？"), text.SetOf("，,"), text.SetOf("：:")
	endMarks                    = text.SetOf("。！？；：，、…!?;:,")
	captionSigns                = text.SetOf("图摄照▲△▼")
)

// allSigns and itemSigns are the indexes of all signs and of those that can make
// a line an item.
var allSigns, itemSigns = func() (all, item []int) {
	for i := range signs {
		all = append(all, i)
		if signs[i].is[Item] != 0 {
			item = append(item, i)
		}
	}
	return all, item
}()

// steps are what a kind is worth after another.
var steps = [kinds][kinds]float64{
	Item: {Item: 1}, // lists have several
}

// accounts are figures one after another, or a statement that ends in one.
var accounts = regexp.MustCompile(`\d\s*[\p{Han}%％].*\d\s*[\p{Han}%％]|\d\s*(\p{Han}{1,2}|[%％])[.]?$`)

// labelled is what plans and notices say item by item: 承办单位：县交通局.
var labelled = regexp.MustCompile(`^\p{Han}{0,6}(单位|时间|地点|部门|人员|对象|方式|电话|人数|内容|主题|题目)[：:]`)

// annexes open what is appended.
var annexes = text.ListOf("附：", "附:", "附件", "附表")

// bullets open the items of a list.
var bullets = text.SetOf("•·●■◆◇□▪★")

func (v *view) numbered() bool { return v.number.Style != shape.NoNumber && v.number.Rest != "" }

func (v *view) ended() bool { return endMarks.Has(v.end) }

// weighed is what a line was found to be worth as each kind, which is asked
// again when captions have been taken out around it.
type weighed struct {
	text  string
	place place
	own   weight
}

// Classify gives every line the kind that all signs together speak for most,
// by the path of highest sum through the lines (Viterbi).
func Classify(lines []Line) {
	weighAll(lines)
	var best weight
	back := make([][kinds]Kind, len(lines))
	for i := range lines {
		own := &lines[i].weighed.own
		var sum weight
		for k := range sum {
			sum[k] = math.Inf(-1)
			for before := range sum {
				if s := best[before] + steps[before][k] + own[k]; s > sum[k] {
					sum[k], back[i][k] = s, Kind(before)
				}
			}
		}
		best = sum
	}
	k := Body
	for other := range best {
		if best[other] > best[k] {
			k = Kind(other)
		}
	}
	for i := len(lines) - 1; i >= 0; i-- {
		lines[i].Kind = k
		k = back[i][k]
	}
}

// weighAll weighs the lines that were not weighed yet in the place they are in.
func weighAll(lines []Line) {
	usual, size := usualGap(lines), 0
	for i := range lines {
		size += len(lines[i].Text)
	}
	text.Spread(len(lines), text.PartsOf(size), func(_, from, to int) {
		fresh := make([]weighed, 0, to-from)
		var v view
		for i := from; i < to; i++ {
			l, at := &lines[i], placeOf(lines, i, usual)
			if w := l.weighed; w == nil || w.text != l.Text || w.place != at {
				v.look(l, at)
				fresh = append(fresh, weighed{l.Text, at, v.weigh()})
				l.weighed = &fresh[len(fresh)-1]
			}
		}
	})
}

// weigh sums up the signs of a line. One longer than any title is text or an
// item whatever else may be said of it, unless the file says what it is, so that
// most of a report is asked little.
func (v *view) weigh() weight {
	own := bias
	long := v.n > shape.LongestNumbered && v.Hint == format.NoHint
	if long {
		own[Heading], own[Caption], own[Article] = never, never, never
	}
	asked := allSigns
	if long {
		asked = itemSigns
	}
	for _, i := range asked {
		s := &signs[i]
		if !s.has(v) {
			continue
		}
		for k, w := range s.is {
			own[k] += w
		}
	}
	return own
}

// lengthOf is how many characters a line has; of one that is too long for
// anything but text, only that it is.
func lengthOf(s string) int {
	if n := len(s) / utf8.UTFMax; n > shape.LongestNumbered && n > shape.LongestCaption {
		return n
	}
	return text.Runes(s)
}

func placeOf(lines []Line, i, usual int) place {
	l := &lines[i]
	at := place{room: l.Below - usual, last: i+1 == len(lines), cell: isCell(lines, i), pageBelow: l.PageBelow, hint: l.Hint}
	if i > 0 {
		at.above, at.gap = lines[i-1].Text, l.Above-usual
	}
	if !at.last {
		at.below = lines[i+1].Text
	}
	return at
}

// look takes in a line and its place.
func (v *view) look(l *Line, at place) {
	*v = view{Line: l, place: at, n: lengthOf(l.Text), number: shape.NumberingOf(l.Text)}
	v.end, _ = utf8.DecodeLastRuneInString(l.Text)
	v.continues = shape.BreaksOff(v.above) && (text.Longer(v.above, shape.LongestHeading) || shape.EndsAtComma(v.above))
	if style := v.number.Style; !v.last && (style == shape.WordNumber || style == shape.WordBracket) {
		v.titles = shape.NumberingOf(v.below).Style != style && text.Longer(v.below, shape.ShortestBroken)
	}
	v.fragmented = v.above != "" && shape.IsFragment(v.above) || v.below != "" && shape.IsFragment(v.below)
}

// isCell tells a line among short ones of which several are nothing but numbers.
func isCell(lines []Line, i int) bool {
	const longest, reach, least = 12, 3, 2
	numbers := 0
	for k := max(0, i-reach); k < min(len(lines), i+reach+1); k++ {
		t := lines[k].Text
		if text.Longer(t, longest) {
			if k >= i-1 && k <= i+1 {
				return false
			}
			continue
		}
		if format.IsNumberCell(t) && !aYear.MatchString(t) {
			numbers++
		}
	}
	return numbers >= least
}

var aYear = regexp.MustCompile(`^(19|20)\d\d$`)

// TakeCaptions takes photo captions and credits out of the lines, so that
// the paragraphs they interrupt can be joined. The lines that stay know how
// many stood before them, and stay in the memory of lines.
func TakeCaptions(lines []Line) (rest []Line, captions []string) {
	Classify(lines)
	taken := 0
	rest = lines[:0]
	for i := range lines {
		l := &lines[i]
		if l.Kind == Caption {
			captions = append(captions, l.Text)
			taken++
			continue
		}
		l.Pictures = taken
		taken = 0
		rest = append(rest, *l)
	}
	return rest, captions
}

// captionPlaces end the name of who is in a picture; captionEvents are what
// pictures show.
var captionPlaces = text.SetOf("县区市州旗乡镇")

var captionEvents = text.ListOf("调研", "视察", "召开", "开展", "举行", "举办", "督导", "督办", "检查", "走访", "慰问", "考察", "座谈", "培训",
	"参观", "协商", "宣讲", "植树", "活动", "一行", "现场", "交流")

// namesActor tells a line that opens with a place or a committee.
func namesActor(s string) bool {
	head := text.FirstRunes(s, 10)
	if i := captionPlaces.Index(head); i > 0 && text.AllHan(head[:i]) {
		return true
	}
	i := text.Index(head, "政协")
	return i > 0 && text.AllHan(head[:i]) || text.Has(head, "街道")
}

// captionOpen and captionCredit mark a caption by themselves.
var (
	captionOpen   = regexp.MustCompile(`^(图为|图[一二三四五六七八九十①②③④⑤⑥：:]|上图|下图|左图|右图|资料图|▲|△|▼|◆图)`)
	captionCredit = regexp.MustCompile(`^[（(]?(本版|本文|以上|文中)?(图片|照片|摄影|供图|图/文|图文)([由：:/／\s]|均由).{0,30}$|(摄|供图|摄影报道)[）)]?$|^[（(].{0,16}(图片|供图|摄影).{0,16}[）)]$`)
)

// marksCaption tells a line that says of itself that it is a caption.
func marksCaption(s string) bool {
	return captionSigns.In(s) && (captionOpen.MatchString(s) || captionCredit.MatchString(s))
}
