package figure

import (
	"testing"

	"duidu/parser/catalogue"
)

func TestATermIsCountedByTheSessionThatTheReportIsGivenTo(t *testing.T) {
	r := NewReader(catalogue.Builtin())
	for _, c := range []struct {
		text  string
		set   Setting
		years int
	}{
		{"届内，收到提案90件。", Setting{Year: 2023}, 5},
		{"任期内，收到提案90件。", Setting{Year: 2023, Session: 1}, 5},
		{"本届以来，收到提案90件。", Setting{Year: 2023, Session: 1}, 0},
		{"本届以来，收到提案90件。", Setting{Year: 2023, Session: 3}, 2},
		{"两届，收到提案90件。", Setting{Year: 2023, Session: 3}, 10},
		{"二次会议以来，收到提案90件。", Setting{Year: 2023, Session: 2}, 1},
		{"二次会议以来，收到提案90件。", Setting{Year: 2023, Session: 3}, 1},
		{"二次会议以来，收到提案90件。", Setting{Year: 2024, Session: 4}, 2},
		{"一次会议以来，收到提案90件。", Setting{Year: 2024, Session: 4}, 3},
		{"2020年以来，收到提案90件。", Setting{Year: 2023}, 4},
		{"2023年以来，收到提案90件。", Setting{Year: 2023}, 1},
		{"2020至2023年，收到提案90件。", Setting{Year: 2023}, 4},
		{"2020—2022年收到提案90件。", Setting{Year: 2023}, 3},
		{"近三年来，收到提案90件。", Setting{Year: 2023}, 3},
		{"三年来，收到提案90件。", Setting{Year: 2023}, 3},
		{"第三年，收到提案90件。", Setting{Year: 2023}, 1},
		{"每三年，收到提案90件。", Setting{Year: 2023}, 1},
		{"未来三年，收到提案90件。", Setting{Year: 2023}, 1},
		{"7 年间，收到提案90件。", Setting{Year: 2023}, 7},
		{"两年来，收到提案90件。", Setting{Year: 2023}, 2},
		{"十年来，收到提案90件。", Setting{Year: 2023}, 10},
	} {
		p := r.Read(new(Memory), c.text, c.set)
		r.Relate([]*Passage{&p})
		if len(p.Figures) == 0 {
			t.Errorf("%s has no figure", c.text)
			continue
		}
		if got := p.Figures[len(p.Figures)-1].Years(); got != c.years {
			t.Errorf("%s under %+v covers %d years, want %d", c.text, c.set, got, c.years)
		}
	}
}

func TestTheWordsOfAPeriodAreThoseOfTheText(t *testing.T) {
	r := NewReader(catalogue.Builtin())
	for text, want := range map[string]string{
		"五年来，收到提案90件。": "五年来", "过去五年，收到提案90件。": "过去五年", "届内，收到提案90件。": "届内", "2020年以来，收到提案90件。": "2020年以来",
		"换届以来，收到提案90件。": "换届以来", "近三年来，收到提案90件。": "近三年来", "2022年，收到提案90件。": "2022年",
	} {
		p := r.Read(new(Memory), text, Setting{Year: 2023, Session: 3})
		r.Relate([]*Passage{&p})
		f := p.Figures[len(p.Figures)-1]
		if f.Period == nil || f.Period.Text != want {
			t.Errorf("%s: %+v, want %s", text, f.Period, want)
		}
	}
}
