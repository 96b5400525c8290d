package text

import (
	"runtime"
	"sync"
)

// leastShare is how much text, in bytes, is worth a goroutine of its own: a
// report of the usual length is read by one, and several reports at a time.
const leastShare = 256 << 10

// Spread calls work for all of 0 to n, in stretches on as many cores as so much
// text is worth, and returns when all is done. part counts the stretches, from
// 0 to below parts. A fault of work is one of Spread.
func Spread(n, parts int, work func(part, from, to int)) {
	if parts <= 1 {
		work(0, 0, n)
		return
	}
	var all sync.WaitGroup
	faults := make(chan any, parts)
	for part := range parts {
		all.Go(func() {
			defer func() {
				if fault := recover(); fault != nil {
					faults <- fault
				}
			}()
			work(part, n*part/parts, n*(part+1)/parts)
		})
	}
	all.Wait()
	select {
	case fault := <-faults:
		panic(fault) // where the caller can keep it to this one report
	default:
	}
}

// PartsOf is in how many stretches a text of size bytes is read at once.
func PartsOf(size int) int { return max(1, min(runtime.GOMAXPROCS(0), size/leastShare)) }
