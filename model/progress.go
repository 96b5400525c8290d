package model

import "time"

// Progress is how far the reading of files has come.
type Progress struct {
	Files, Found int           // files read, and files found so far
	Walked       bool          // no more will be found
	Bytes        int64         // of the files that were read
	Address      string        // the page that is being fetched; empty for none
	Got, All     int64         // its bytes so far, and those announced; All is -1 where none were
	Took         time.Duration // since the reading began
}

// Left is how long the rest will take if it goes on like this; 0 where that
// is not known, or less than a second.
func (p Progress) Left() time.Duration {
	if !p.Walked || p.Files == 0 || p.Found <= p.Files {
		return 0
	}
	left := time.Duration(float64(p.Took) / float64(p.Files) * float64(p.Found-p.Files))
	return left.Truncate(time.Second)
}

// Rate is how many bytes are read in a second.
func (p Progress) Rate() float64 {
	if p.Took <= 0 {
		return 0
	}
	return float64(p.Bytes) / p.Took.Seconds()
}
