package compare

import (
	"slices"

	"duidu/model"
)

// fingerprint stands for a report's wording: the smallest hashes of its runs
// of Han characters. Reports of the same text have nearly the same one
// whatever file they came from. It takes a kilobyte, so that a large library
// can keep the fingerprints and let the texts go.
type fingerprint []uint64

const (
	printHashes = 128 // kept of a report
	printRun    = 8   // Han characters that one hash covers
	printLookup = 12  // of the smallest, that near reports are looked up by
	printCrowd  = 64  // reports that may share a hash before it says nothing
	sameText    = 0.6 // share of runs in common from which on two texts are one
	leastHashes = 24  // of a text that is long enough to tell
)

// fingerprintOf returns a report's fingerprint. Digits and punctuation are
// left out, since sites write them in their own ways.
func fingerprintOf(r *model.Report) fingerprint {
	var window [printRun]uint64
	n, hash := 0, model.NewRolling(printRun)
	seen := map[uint64]bool{}
	for _, b := range r.Blocks() {
		for _, c := range b.Text {
			if !model.IsHan(c) {
				continue
			}
			leaving := &window[n%printRun]
			hash.Add(uint64(c), *leaving)
			*leaving = uint64(c)
			if n++; n >= printRun {
				seen[hash.Sum()] = true
			}
		}
	}
	all := make(fingerprint, 0, len(seen))
	for h := range seen {
		all = append(all, h)
	}
	slices.Sort(all)
	return slices.Clone(all[:min(len(all), printHashes)])
}

// NearDuplicates groups reports that are one text: the same report in two
// formats or from two sites. Each group has the indexes of at least two
// reports, in order; a report without a like is in none.
func NearDuplicates(reports []*model.Report) [][]int {
	prints := make([]fingerprint, len(reports))
	for i, r := range reports {
		prints[i] = fingerprintOf(r)
	}
	return nearPrints(prints)
}

// nearPrints is NearDuplicates for fingerprints. It looks each one up by its
// smallest hashes, so that the time grows with the number of reports and not
// with its square.
func nearPrints(prints []fingerprint) [][]int {
	by := map[uint64][]int{}
	group := make([]int, len(prints)) // leads to the first report of the group
	for i := range group {
		group[i] = i
	}
	first := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for i, p := range prints {
		if len(p) < leastHashes {
			continue
		}
		tried := map[int]bool{}
		for _, h := range p[:min(len(p), printLookup)] {
			for _, k := range by[h] {
				if tried[k] {
					continue
				}
				tried[k] = true
				if a, b := first(k), first(i); a != b && likeness(prints[k], p) >= sameText {
					group[max(a, b)] = min(a, b)
				}
			}
			if len(by[h]) < printCrowd {
				by[h] = append(by[h], i)
			}
		}
	}
	groups := map[int][]int{}
	for i := range prints {
		f := first(i)
		groups[f] = append(groups[f], i)
	}
	var out [][]int
	for i := range prints {
		if len(groups[i]) > 1 {
			out = append(out, groups[i])
		}
	}
	return out
}

// likeness estimates the share of runs that two texts have in common, of all
// that either has: of the smallest hashes of both together, how many are in
// each.
func likeness(a, b fingerprint) float64 {
	i, k, both, n := 0, 0, 0, 0
	for n < printHashes && i < len(a) && k < len(b) {
		switch {
		case a[i] == b[k]:
			both++
			i, k = i+1, k+1
		case a[i] < b[k]:
			i++
		default:
			k++
		}
		n++
	}
	if n < printHashes { // short texts are kept whole: the rest is one's own
		n += min(printHashes-n, len(a)-i+len(b)-k)
	}
	return float64(both) / float64(max(n, 1))
}
