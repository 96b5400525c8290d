package rtf

import (
	"strings"
	"testing"

	"duidu/parser/format/block"
)

func TestGroupsBeyondTheBoundAreToldAndWhatFollowsIsRead(t *testing.T) {
	for deep, told := range map[int]int{maxDepth - 2: 0, maxDepth + 20: 1} {
		got, text := lines(t, `{\rtf1\ansi a`+strings.Repeat("{", deep)+"b"+strings.Repeat("}", deep)+"c}")
		if !strings.HasPrefix(got, "a") || !strings.HasSuffix(got, "c") || min(count(text, block.Nested), 1) != told {
			t.Errorf("%d groups: %q, told %d", deep, got, count(text, block.Nested))
		}
	}
}

func TestTwoHanziAreEnoughToBeToldFromWesternLetters(t *testing.T) {
	for text, want := range map[string]string{`{\rtf1\ansi ` + gbk("提案") + `}`: "提案", `{\rtf1\ansi caf\'e9}`: "café", `{\rtf1\ansi a\'d6\'d0}`: "aÖÐ"} {
		if got, _ := lines(t, text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
