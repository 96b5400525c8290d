package figure

import (
	"testing"

	"duidu/parser/catalogue"
)

func TestWhereNewsComesFromIsNoOpening(t *testing.T) {
	for line, want := range map[string]string{
		"本报讯（记者 甲乙）去年收到提案86件": "去年收到提案86件",
		"本报讯 （通讯员 丙）过去五年":     "（通讯员 丙）过去五年",
		"去年（见附表）收到提案86件":      "去年（见附表）收到提案86件",
		"本刊讯(特约记者)五年来":        "五年来",
	} {
		if got := undated(line); got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

func TestTheLastYearIsFoundBehindOtherYears(t *testing.T) {
	for s, want := range map[string]int{"年初到2023年": 2023, "2019年、2021年": 2021, "2021年前后，比2019年多": 2021, "年年如此": 0, "": 0} {
		if got := LastYear(s); got != want {
			t.Errorf("%s: %d, want %d", s, got, want)
		}
	}
}

func TestAYearUpToWhichIsCountedOpensNoPeriodWithoutABeginning(t *testing.T) {
	r := NewReader(catalogue.Builtin())
	for _, f := range r.Figures("到1984年，委员增至86名。") {
		if f.Period != nil && f.Period.From == 0 && f.Period.Years > 100 {
			t.Errorf("%s covers %+v", f.Text, *f.Period)
		}
	}
}
