package layout

import "testing"

func TestATopicInBracketsIsToldFromTheNumberOfAPiece(t *testing.T) {
	for line, want := range map[string]string{
		"【概况】全年收到提案86件。": "【概况】", "[提案工作]全年立案。": "[提案工作]", "【第二篇】": "", "【第十二篇】工作报告": "", "概况": "", "": "",
		"[1]注释": "", "【】": "", "【概况": "",
	} {
		if got := topicOf(line); got != want {
			t.Errorf("%q opens with the topic %q, not %q", line, got, want)
		}
	}
}
