package number

import (
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
)

func TestATotalIsTheSumOfItsNumbersWhateverTheirSize(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var total Total
		want := decimal.Zero
		for range 1 + rng.IntN(40) {
			d := decimal.New(rng.Int64N(1<<rng.IntN(63)+1)-rng.Int64N(9), int32(rng.IntN(24)-8))
			total.Add(d)
			want = want.Add(d)
		}
		if !total.Value().Equal(want) {
			t.Fatalf("%s where %s is right", total.Value(), want)
		}
		for _, other := range []decimal.Decimal{want, want.Add(decimal.New(1, -3)), want.Sub(decimal.New(1, -9)), decimal.Zero, decimal.New(1, 30)} {
			if got := total.Cmp(other); got != want.Cmp(other) {
				t.Fatalf("%s beside %s: %d where %d is right", want, other, got, want.Cmp(other))
			}
		}
	}
}

func TestATotalOfUsualNumbersTakesNoMemory(t *testing.T) {
	numbers := []decimal.Decimal{decimal.NewFromInt(426), decimal.New(927, -1), decimal.New(12, 8)}
	if n := testing.AllocsPerRun(100, func() {
		var total Total
		for _, d := range numbers {
			total.Add(d)
		}
		if total.Cmp(numbers[2]) <= 0 {
			t.Error("no more than its greatest number")
		}
	}); n > 0 {
		t.Errorf("%v pieces of memory", n)
	}
}
