package model

import (
	"errors"
	"testing"
)

func TestASentenceOfFourRunsIsLongEnoughToHaveItsLike(t *testing.T) {
	runs := func(s string) int { return len(newLikeness(s).runs) }
	enough, short := "提案办理结果", "提案办理结"
	if runs(enough) != leastRuns || runs(short) != leastRuns-1 {
		t.Fatalf("the sentences have %d and %d runs", runs(enough), runs(short))
	}
	if _, err := ParseQuery(LikeMark+enough, QueryReader{}); err != nil {
		t.Error(err)
	}
	if _, err := ParseQuery(LikeMark+short, QueryReader{}); !errors.Is(err, ErrShort) {
		t.Errorf("got %v", err)
	}
}
