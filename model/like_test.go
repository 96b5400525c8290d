package model_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"duidu/model"
	"duidu/model/modeltest"
)

const sample = "坚持把协商民主贯穿履行职能全过程，全年开展专题协商12次。"

func likes(t *testing.T, sentence, text string) []string {
	t.Helper()
	q, err := model.ParseQuery(model.LikeMark+sentence, model.QueryReader{})
	if err != nil {
		t.Fatal(err)
	}
	r := modeltest.Paragraphs(text)
	var found []string
	for _, h := range model.Find(r, q) {
		found = append(found, r.Blocks()[h.Block].Text[h.Offset:h.End])
	}
	if may := q.MayFind(text); may != (len(found) > 0) {
		t.Errorf("may find is %v, found %q", may, found)
	}
	return found
}

func TestASentenceFindsItsLikeWithAFewCharactersChanged(t *testing.T) {
	for said, want := range map[string]bool{
		sample: true,
		"坚持把协商民主贯穿履行职能全过程，全年开展专题协商15次。":      true, // another number
		"始终把协商民主贯穿于履行职能的全过程，全年共开展专题协商8次。":    true, // a few characters changed
		"常委会坚持把协商民主贯穿履行职能全过程，一年来开展专题协商20余次。": true,
		"协商民主是全过程人民民主的重要组成部分。":               false,
		"全年开展民主监督12次，提出意见建议30条。":             false,
		"协商民主。": false,
	} {
		got := likes(t, sample, "前面一句话说的是别的事情。"+said+"后面一句也是。")
		if (len(got) == 1 && got[0] == said) != want || !want && len(got) > 0 {
			t.Errorf("%q finds %q, want %v", said, got, want)
		}
	}
}

func TestASentenceTooShortHasNoLike(t *testing.T) {
	for _, text := range []string{model.LikeMark, model.LikeMark + "协商。", "like: 12345"} {
		if _, err := model.ParseQuery(text, model.QueryReader{}); !errors.Is(err, model.ErrShort) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if q, err := model.ParseQuery("like:"+sample, model.QueryReader{}); err != nil || !q.ForLike() {
		t.Errorf("the mark that can be typed: %v", err)
	}
}

func TestFindingTheLikeGrowsWithTheText(t *testing.T) {
	q, err := model.ParseQuery(model.LikeMark+sample, model.QueryReader{})
	if err != nil {
		t.Fatal(err)
	}
	took := func(n int) time.Duration {
		r := modeltest.Paragraphs(strings.Repeat(sample+"后面一句话说的是别的事情。", n))
		best := time.Hour
		for range 5 {
			began := time.Now()
			if hits := model.Find(r, q); len(hits) != n {
				t.Fatalf("%d hits of %d", len(hits), n)
			}
			best = min(best, time.Since(began))
		}
		return best
	}
	if one, four := took(20000), took(80000); four > 12*one {
		t.Errorf("four times the text takes %v, not four times %v", four, one)
	}
}
