package shape

import "testing"

func TestTheNumberOfALineIsToldFromItsWords(t *testing.T) {
	for line, want := range map[string]Numbering{
		"第一部分：过去一年的工作": {partNumber, "过去一年的工作"},
		"第一部分过去":       {partNumber, "过去"},
		"第二章　总则":       {partNumber, "总则"},
		"第三篇、展望":       {partNumber, "展望"},
		"第十二节：提案工作":    {sectionNumber, "提案工作"},
		"第一次会议":        {NoNumber, "第一次会议"},
		"第部分":          {NoNumber, "第部分"},
		"一、加强学习":       {WordNumber, "加强学习"},
		"十二. 履职":       {WordNumber, "履职"},
		"三．服务":         {WordNumber, "服务"},
		"二十一、":         {WordNumber, ""},
		"二十一一、某事":      {NoNumber, "二十一一、某事"},
		"一年来":          {NoNumber, "一年来"},
		"（一）、政治协商":     {WordBracket, "政治协商"},
		"(十)民主监督":      {WordBracket, "民主监督"},
		"（12）参政议政":     {digitBracket, "参政议政"},
		"（3) 、 提案":     {digitBracket, "提案"},
		"（123）某":       {NoNumber, "（123）某"},
		"（）某":          {NoNumber, "（）某"},
		"（一某":          {NoNumber, "（一某"},
		"1、提案":         {digitDot, "提案"},
		"2．信息":         {digitDot, "信息"},
		"3.调研":         {digitDot, "调研"},
		"3. 调研":        {digitDot, "调研"},
		"3.“双联”行动":     {digitDot, "“双联”行动"},
		"3.)调研":        {digitDot, "调研"},
		"4.5亿元":        {NoNumber, "4.5亿元"},
		"4.":           {NoNumber, "4."},
		"99、最后":        {digitDot, "最后"},
		"100、最后":       {NoNumber, "100、最后"},
		"5 坚定方向":       {digitBare, "坚定方向"},
		"5  23件":       {digitBare, "23件"},
		"5 23件":        {NoNumber, "5 23件"},
		"5 —方向":        {digitBare, "方向"},
		"5":            {NoNumber, "5"},
		"5 ":           {NoNumber, "5 "},
		"5件":           {NoNumber, "5件"},
		"提案1、":         {NoNumber, "提案1、"},
		"":             {},
	} {
		if got := NumberingOf(line); got != want {
			t.Errorf("%q is %+v, not %+v", line, got, want)
		}
	}
}

func TestTheLengthOfALineTellsWhatItCanBe(t *testing.T) {
	long := func(n int, s string) string {
		var out []rune
		for len(out)+len([]rune(s)) < n {
			out = append(out, '某')
		}
		return string(out) + s
	}
	for _, c := range []struct {
		line string
		want LineKind
	}{
		{long(50, "县政协2023年工作综述"), KindLine},
		{long(51, "县政协2023年工作综述"), PlainLine},
		{long(45, "召开会议。"), LooseLine},
		{long(46, "召开会议。"), BodyLine},
		{long(70, "会议"), PlainLine},
		{long(71, "会议"), BodyLine},
		{"一年来，收到提案12件。立案10件", BodyLine},
		{"——2023年工作综述", DashLine},
	} {
		if got := LineKindOf(c.line); got != c.want {
			t.Errorf("%d characters, %q: %d, not %d", len([]rune(c.line)), c.line, got, c.want)
		}
	}
}

func TestALineThatStopsInsideASentenceBreaksOff(t *testing.T) {
	for line, want := range map[string]bool{
		"全年共收到各类提案八十六件其中":  true,  // 15 characters
		"全年共收到各类提案八十六件其":   false, // 14, as long as a heading
		"全年共收到各类提案八十六件其中。": false,
		"他说：“要": true,
		"全年共收到各类提案八十六件立案八十件[2]": false,
		"全年共收到各类提案八十六件立案八十件.":   false,
		"全年共收到各类提案八十六件立案八十件”":   false,
		"": false,
	} {
		if got := BreaksOff(line); got != want {
			t.Errorf("%q breaks off: %v", line, got)
		}
	}
}

func TestAMarkThatNoLineBeginsWithGoesOnWithTheOneAbove(t *testing.T) {
	for line, want := range map[string]bool{"，其中": true, "。": true, "）等": true, "其中，": false, "": false, "“双联”": false} {
		if got := Continues(line); got != want {
			t.Errorf("%q continues: %v", line, got)
		}
	}
	if !IsFragment("二〇二四年") || IsFragment("二〇二四年度") || IsFragment("展，望") {
		t.Error("a fragment has at most five characters and no marks")
	}
}

func TestANumberWhoseBracketNeverClosesIsNoNumbering(t *testing.T) {
	for _, s := range []string{"（12", "（3个方面", "(7 项"} {
		if got := NumberingOf(s); got.Style != NoNumber || got.Rest != s {
			t.Errorf("%s is %+v", s, got)
		}
	}
}
