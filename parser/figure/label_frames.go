package figure

import (
	"strings"
	"unicode/utf8"

	"duidu/parser/text"
)

// frame says what the label is where certain slots around a figure are filled.
// Each has two sentences that it must read, with the label, and one that looks
// like them and must not be read so.
type frame struct {
	name  string
	when  string // slots by their letters and # for the figure; ? behind one that may be empty
	says  string // the label: slots by their letters, and hanzi
	reads [2][2]string
	not   [2]string
}

// frames in the order in which they are tried.
var frames = []frame{
	{"a share", "O?Z#", "O占比",
		[2][2]string{{"妇女委员占35%。", "妇女委员占比"}, {"党外人士占全体的60%。", "党外人士占比"}}, [2]string{"占地300亩。", "占比"}},
	{"what each is to do", "EV?L?O?#W?", "EVLO",
		[2][2]string{{"每名委员撰写提案2件。", "每名委员撰写提案"}, {"每位常委走访农户3户。", "每位常委走访农户"}}, [2]string{"每年走访农户3户。", "每年走访农户"}},
	{"what each is to do, named behind", "EV?L?O?#NW?", "EVLN",
		[2][2]string{{"每名委员撰写2件提案。", "每名委员撰写提案"}, {"每位常委走访3户农户。", "每位常委走访农户"}}, [2]string{"每年走访3户农户。", "每年走访农户"}},
	{"what became of what is named behind", "O?#NW", "WN",
		[2][2]string{{"有8名委员发言。", "发言委员"}, {"昨日，20名委员列席。", "列席委员"}}, [2]string{"组织8名委员发言。", "发言委员"}},
	{"what a telling verb is about, named behind", "S?VO?#NW?", "VN",
		[2][2]string{{"走访12个社区。", "走访社区"}, {"督办3件提案。", "督办提案"}}, [2]string{"召开3次座谈会。", "召开座谈会"}},
	{"what is named behind", "S?L?O?#NW?", "N",
		[2][2]string{{"召开3次座谈会。", "座谈会"}, {"常委会组织6场读书活动。", "读书活动"}}, [2]string{"督办3件提案。", "提案"}},
	{"the object of a telling verb", "S?VO#W?", "SVO",
		[2][2]string{{"督办重点提案7件。", "督办重点提案"}, {"走访企业60家。", "走访企业"}}, [2]string{"召开座谈会6次。", "召开座谈会"}},
	{"a general word, with who did it", "SL?O#W?", "SO",
		[2][2]string{{"县政协党组召开会议18次。", "县政协党组会议"}, {"法律界委员举办活动7场。", "法律界委员活动"}}, [2]string{"县政协召开座谈会6次。", "县政协座谈会"}},
	{"a noun, or the object of a plain verb", "L?O#W?", "O",
		[2][2]string{{"召开座谈会6次。", "座谈会"}, {"座谈会开了6次。", "座谈会"}}, [2]string{"督办重点提案7件。", "重点提案"}},
	{"what became of it", "#W", "W",
		[2][2]string{{"6篇被省政协采用。", "被省政协采用"}, {"3人请假。", "请假"}}, [2]string{"走访委员8人。", "走访"}},
	{"a verb alone, with who did it", "S?V?L?#W?", "SVL",
		[2][2]string{{"省政协采用5篇。", "省政协采用"}, {"县长督办2件。", "县长督办"}}, [2]string{"座谈会开了6次。", "座谈会开"}},
}

// filled are the slots that a frame needs, and those that it allows, as bits.
type filled struct{ must, may uint16 }

// compiled are the slots of the frames.
var compiled = func() []filled {
	out := make([]filled, len(frames))
	for i := range frames {
		for k := range letters {
			_, rest, ok := text.Cut(frames[i].when, letters[k:k+1])
			switch {
			case !ok:
			case strings.HasPrefix(rest, "?"):
				out[i].may |= 1 << k
			default:
				out[i].must |= 1 << k
			}
		}
	}
	return out
}()

// frameOf returns the first frame that the filled slots fit, nil if none does.
func frameOf(at *slots) *frame {
	var has uint16
	for k := range at {
		if at[k] != "" {
			has |= 1 << k
		}
	}
	for i, f := range compiled {
		if has&f.must == f.must && has&^(f.must|f.may) == 0 {
			return &frames[i]
		}
	}
	return nil
}

// say puts the label together.
func (f *frame) say(at *slots, labels *text.Joiner) naming {
	if f == nil {
		return naming{}
	}
	var parts [slotCount]string
	said := parts[:0]
	n := naming{frame: f, share: at[share] != "" && at[object] == ""}
	for i, c := range f.says {
		k := strings.IndexRune(letters, c)
		if k < 0 {
			said = append(said, f.says[i:i+utf8.RuneLen(c)])
			continue
		}
		said = append(said, at[k])
		n.verb = n.verb || i == 0 && k != object && k != noun
		if k == object || k == noun {
			n.noun = at[k]
			n.behind = k == noun
		}
	}
	n.label = labels.Join(said...)
	return n
}
