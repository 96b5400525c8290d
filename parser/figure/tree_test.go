package figure

import (
	"testing"

	"duidu/parser/catalogue"
)

// ways are the ways in which a sentence says that one count is a part of
// another. Each has two sentences that it must read, with the part and its whole, and
// one that looks like them and must not be read so.
var ways = []struct {
	name  string
	reads [2][3]string // sentence, part, whole
	not   [2]string    // sentence, what is no part in it
}{
	{"a share that fits",
		[2][3]string{{"立案提案150件。经济类45件，占30%。", "45件", "150件"}, {"现有委员200名，其他情况如下：妇女60名，占30%。", "60名", "200名"}},
		[2]string{"收到提案150件，办复率30%。", "150件"}},
	{"其中",
		[2][3]string{{"编报信息80条，其中上级采用12条。", "12条", "80条"}, {"建成委员工作室20个（含乡镇8个）。", "8个", "20个"}},
		[2]string{"建成委员工作室20个。其中，今年以来，大家走遍全县，办实事9件。", "9件"}},
	{"in a bracket",
		[2][3]string{{"建成委员工作室26个（乡镇18个、村8个）。", "8个", "26个"}, {"提出提案356件，其中个人提案289件（联名46件），集体提案67件。", "67件", "356件"}},
		[2]string{"收到提案200件（立案180件）。", "180件"}},
	{"in what was named",
		[2][3]string{{"收到提案90件，立案80件。立案提案中，集体提案20件。", "20件", "80件"}, {"收到提案90件。90件里，集体提案20件。", "20件", "90件"}},
		[2]string{"收到提案90件。在集中视察中，提交提案8件。", "8件"}},
	{"behind a colon",
		[2][3]string{{"收到提案90件：集体提案20件，委员提案70件。", "20件", "90件"}, {"参训人员60人：机关15人，基层45人。", "45人", "60人"}},
		[2]string{"这一年：收到提案90件。", "90件"}},
	{"a list that adds up",
		[2][3]string{{"收到提案90件。农业20件，工业30件，文教40件。", "30件", "90件"}, {"立案提案81件。东片25件，西片26件，南片30件。", "26件", "81件"}},
		[2]string{"收到提案90件，立案85件，重点提案5件。", "85件"}},
	{"the rest",
		[2][3]string{{"重点提案12件，其中县领导督办5件，其余7件由各专委会督办。", "7件", "12件"}, {"走访农户60户，其中山区20户，剩下40户在坝区。", "40户", "60户"}},
		[2]string{"其余7件提案转交下一年。", "7件"}},
	{"turned away",
		[2][3]string{{"收到提案90件，立案80件，不予立案6件。", "6件", "90件"}, {"收到提案90件，立案80件，转为来信4件。", "4件", "90件"}},
		[2]string{"收到提案90件，合并后立案80件。", "80件"}},
	{"an outcome",
		[2][3]string{{"编报信息80条，被省政协采用9条。", "9条", "80条"}, {"应到委员190人，实到173人。", "173人", "190人"}},
		[2]string{"走访企业48家，意见分送各方。会后县府办交办至31家单位。", "31家"}},
	{"one sort of them",
		[2][3]string{{"收到提案90件。讲交通的14件。", "14件", "90件"}, {"收到提案90件。按内容分，城建类22件。", "22件", "90件"}},
		[2]string{"收到提案90件。开展各类活动22次。", "22次"}},
	{"summed up behind",
		[2][3]string{{"县领导督办3件，主席督办9件，这12件提案都有回音。", "9件", "12件"}, {"商会出资14万元、机关出资6万元，共20万元。", "14万元", "20万元"}},
		[2]string{"县领导督办3件，主席督办9件，这15件提案都有回音。", "9件"}},
	{"what sets them apart",
		[2][3]string{{"办培训班9期，到外省的2期。", "2期", "9期"}, {"回收意见表180份，表示不满意的只有4份。", "4份", "180份"}},
		[2]string{"办成实事180件，没办成的14件写明了原因。", "14件"}},
	{"some of them",
		[2][3]string{{"定下10件实事，有4件是委员提的。", "4件", "10件"}, {"走访农户90户，已有38户住进新房。", "38户", "90户"}},
		[2]string{"走访农户90户，还有38户没有走到。", "38户"}},
	{"one stage behind the other",
		[2][3]string{{"编报信息80条，转送部门60条，采用31条。", "31条", "60条"}, {"编报信息80条，市里采用20条，省里采用9条。", "9条", "80条"}},
		[2]string{"编报信息80条，视察9次。", "9次"}},
	{"in units that hold one another",
		[2][3]string{{"参训240人次，其中赴外地48人。", "48人", "240人次"}, {"出书40本，其中《县城旧影》12辑。", "12辑", "40本"}},
		[2]string{"参训240人次，其中赴外地3期。", "3期"}},
	{"only there as many as",
		[2][3]string{{"收到提案90件，仅城关镇就有12件。", "12件", "90件"}, {"走访农户90户，仅东坡村就走了38户。", "38户", "90户"}},
		[2]string{"收到提案90件，仅有12件没办完。", "12件"}},
	{"put together in the end",
		[2][3]string{{"商会出资14万元、机关出资6万元，合起来20万元整。", "14万元", "20万元"}, {"2021年县领导督办3件，主席督办9件，加起来12件。", "9件", "12件"}},
		[2]string{"商会出资14万元、机关出资6万元，合起来21万元。", "6万元"}},
	{"votes on the slips",
		[2][3]string{{"发出测评表90张，满意86票。", "86票", "90张"}, {"收回表决单60张，其中赞成58票。", "58票", "60张"}},
		[2]string{"收到票90票，满意86张。", "86张"}},
	{"turned away of all that came in",
		[2][3]string{{"收到提案134件，立案129件，作为意见处理5件，占提案总数的4%。", "5件", "134件"}, {"收到提案134件，立案129件，不予立案5件，占4%。", "5件", "134件"}},
		[2]string{"收到信息134件，作为参考5件，占40%。", "5件"}},
	{"all but",
		[2][3]string{{"立案90件，除2件外，其余办复。", "2件", "90件"}, {"收到提案90件，除了2件以外都办复。", "2件", "90件"}},
		[2]string{"立案90件，除夕走访2户。", "2户"}},
	{"by sessions",
		[2][3]string{
			{"提出提案400件，立案380件。其中七届二次会议受理提案120件，立案110件；七届三次会议受理提案130件，立案125件。", "125件", "380件"},
			{"提出提案400件，立案380件。其中七届二次会议受理提案120件，立案110件；七届三次会议受理提案130件，立案125件。", "130件", "400件"},
		},
		[2]string{"提出提案400件，立案380件；七届三次会议受理提案130件，立案125件。", "125件"}},
	{"a share of all that is not quite right",
		[2][3]string{{"办理提案591件。已解决148件，占总数的25.2%。", "148件", "591件"}, {"办理提案200件。留作参考的41件，占总数的20.2%。", "41件", "200件"}},
		[2]string{"办理提案591件。走访农户148户，占总数的25.2%。", "148户"}},
	{"a list whose items are told with their verb",
		[2][3]string{{"收到提案80件，立案78件。其中，专委会提出的提案1件，乡镇提出的提案8件。", "8件", "78件"}, {"收到提案80件，立案78件。其中，专委会提出的提案1件，乡镇提出的提案8件。", "1件", "78件"}},
		[2]string{"干部21人，其中科级4人，另有2人借调。", "2人"}},
	{"what was put together",
		[2][3]string{{"立案190件，内容相近的24件合并为9件。", "24件", "190件"}, {"收到提案90件，同题并掉8件。", "8件", "90件"}},
		[2]string{"立案190件，内容相近的24件合并为9件。", "9件"}},
}

func TestEachWayOfBeingAPartIsReadAndNothingLikeIt(t *testing.T) {
	for _, w := range ways {
		for _, c := range w.reads {
			if got := wholeIn(c[0], c[1]); got != c[2] {
				t.Errorf("%s: in %s %s is of %q, want %s", w.name, c[0], c[1], got, c[2])
			}
		}
		if got := wholeIn(w.not[0], w.not[1]); got != "" {
			t.Errorf("%s: in %s %s is of %s", w.name, w.not[0], w.not[1], got)
		}
	}
}

// wholeIn is the text of the whole that the figure is a part of in the sentence.
func wholeIn(sentence, figure string) string {
	figures := NewReader(catalogue.Builtin()).Figures(sentence)
	for i := len(figures) - 1; i >= 0; i-- {
		if w, ok := figures[i].Of.Index(); ok && figures[i].Text == figure {
			return figures[w].Text
		}
	}
	return ""
}

func TestARateThatSeveralShareIsTheRateOfEach(t *testing.T) {
	figures := figuresOf("提案办复率、满意率均为100%。")
	if len(figures) != 1 || figures[0].Indicator != "proposal_reply_rate" || len(figures[0].Also) != 1 || figures[0].Also[0] != "proposal_satisfaction" {
		t.Errorf("got %+v", figures)
	}
	figures = figuresOf("办复率、面商率、满意率分别为100%、99%和97.5%。")
	if len(figures) != 3 || figures[0].Indicator != "proposal_reply_rate" || figures[2].Indicator != "proposal_satisfaction" || figures[1].Label != "面商率" {
		t.Errorf("got %v", labelsOf(figures))
	}
}

func TestTheTimeOfAFigureIsWhatItsWordsAndHeadingsSay(t *testing.T) {
	r := NewReader(catalogue.Builtin())
	review := r.Over([]string{"五年来的工作"}, Setting{Year: 2021, Session: 1})
	for _, c := range []struct {
		text  string
		set   Setting
		years int
	}{
		{"收到提案90件。", Setting{Year: 2023}, 1},
		{"五年来，收到提案90件。", Setting{Year: 2023}, 5},
		{"收到提案90件。", review, 5},
		{"2021年，收到提案90件。", review, 1},
		{"现有政协委员190名。", review, 1},
		{"换届以来，收到提案90件。", Setting{Year: 2022, Session: 2}, 1},
		{"换届以来，收到提案90件。", Setting{Year: 2024, Session: 4}, 3},
		{"2019年至2021年，收到提案90件。", Setting{Year: 2021}, 3},
		{"连续3年是全省办得最好的城市之一，收到提案90件。", Setting{Year: 2021}, 1},
		{"收到提案90件。", r.Under("三、邻县：收了多少", review), 1},
		{"收到提案90件。", r.Over([]string{"本报讯（记者 某某）过去五年，政协立案提案80件。"}, Setting{Year: 2021}), 5},
		{"收到提案90件。", r.Over([]string{"2021年是这一届政协的开局之年、攻坚之年，过去五年的经验都在。"}, Setting{Year: 2021}), 1},
		{"五年来，信息员由26名增加到64名。", Setting{Year: 2021}, 1},
		{"2014、2015两年共收到提案90件。", Setting{Year: 2015}, 2},
		{"五年来，委员每年协商报告，提意见45条。", Setting{Year: 2021}, 1},
		{"近几年来，委员们捐款捐物46万元。", Setting{Year: 2021}, 0},
		{"近几年来，委员们常下村。这回捐药4万元。", Setting{Year: 2021}, 1},
		{"自2018年以来，调处纠纷90起。", Setting{}, 0},
		{"自2018年以来，调处纠纷90起。", Setting{Year: 2021}, 4},
		{"2016年起编文史资料，当年出第一辑，印800册。", Setting{Year: 2021}, 1},
		{"课题组调研近十年来发展民宿的情况，提出建议12条。", Setting{Year: 2021}, 1},
		{"五年来，收到提案90件。到2021年底，全县有委员工作室48个。", Setting{Year: 2021}, 1},
		{"五年来，收到提案90件。到2021年底，共立案80件。", Setting{Year: 2021}, 5},
		{"五年来，换了样子。进了全省同类前3名。", Setting{Year: 2021}, 1},
	} {
		p := r.Read(new(Memory), c.text, c.set)
		r.Relate([]*Passage{&p})
		if got := p.Figures[len(p.Figures)-1].Years(); got != c.years {
			t.Errorf("%s under %+v covers %d years, want %d", c.text, c.set, got, c.years)
		}
	}
}

func TestFiguresUnderANeighboursHeadingAreTheNeighbours(t *testing.T) {
	r := NewReader(catalogue.Builtin())
	p := r.Read(new(Memory), "收到提案90件。", r.Under("三、邻县：收了多少", Setting{Year: 2023}))
	r.Relate([]*Passage{&p})
	if f := p.Figures[0]; f.Indicator != "" || f.Subject != "邻县" {
		t.Errorf("%s counts as %q of %q", f.Text, f.Indicator, f.Subject)
	}
}

func TestABoundForEachYearIsAPlanAndADayIsNone(t *testing.T) {
	r := NewReader(catalogue.Builtin())
	for words, want := range map[string]bool{
		"每年办议事会不少于4场。":            true,
		"全年办议事会4场。":               false,
		"2024年办议事会4场。":            true,
		"2024年2月6日开会，到会委员90人。":    false,
		"下一步，要管好平台。提案办理协商6次。":     true,
		"下一步，要管好平台。眼下委员有90名。":     false,
		"重点提案满意率不低于95%。":          true,
		"每场到会委员不少于5名。":            false,
		"“明年议事点在每个街道都加一点，加到13个。”": true,
		"燃料小区还要添4座。":              true,
		"也要看到，有13名委员没有提交提案。":      false,
	} {
		p := r.Read(new(Memory), words, Setting{Year: 2023, Last: 2024})
		r.Relate([]*Passage{&p})
		if f := p.Figures[len(p.Figures)-1]; f.Plan != want {
			t.Errorf("%s is a plan: %v", words, f.Plan)
		}
	}
}

func TestWhomSomethingWentToIsNoPartOfIt(t *testing.T) {
	if got := wholeIn("立案提案86件，交办至31家单位。", "31家"); got != "" {
		t.Errorf("31家 is of %s", got)
	}
	if got := wholeIn("收到提案126件，其中集体提案12件。", "12件"); got != "126件" {
		t.Errorf("12件 is of %q", got)
	}
}

func TestWhatIsNamedAgainWithItsNumberIsNoPartOfItself(t *testing.T) {
	figures := figuresOf("收到提案190件，立案182件。到年底，交办的182件提案全部办复。")
	if f := figures[2]; f.Part || f.Indicator != "proposals_filed" {
		t.Errorf("182 are %q, a part: %v", f.Indicator, f.Part)
	}
	if f := figuresOf("收到提案190件，立案182件，其中集体提案182件。")[2]; !f.Part {
		t.Errorf("all of one kind are no part")
	}
}

func TestHowATextIsOrderedIsNoFigure(t *testing.T) {
	for words, want := range map[string]int{
		"今年的提案有三个特点。": 0, "办理结果有三种情况。": 0, "有三条体会。": 0, "有三个鲜明特点。": 0,
		"提出三条建议。": 1, "建成三个工作室。": 1,
	} {
		if got := len(figuresOf(words)); got != want {
			t.Errorf("%s has %d figures, want %d", words, got, want)
		}
	}
}

func TestAWholeProvincesFiguresAreNotACountys(t *testing.T) {
	for words, want := range map[string]string{
		"全省各级政协建成委员工作室3000个。": "全省",
		"全省率先建成委员工作室30个。":     "",
		"建成委员工作室30个。":         "",
	} {
		if _, _, got := counted(words); got != want {
			t.Errorf("%s is of %q, want %q", words, got, want)
		}
	}
}
