package meta

import "testing"

func TestALineThatOpensWithTheWordForTermsStillHasItsSitting(t *testing.T) {
	got := sittings("届别虽新，青山县第八届委员会第三次会议照例召开")
	if len(got) != 1 || got[0].term != 8 || got[0].session != 3 {
		t.Errorf("got %+v", got)
	}
}
