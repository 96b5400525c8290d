package pdf

import (
	"bytes"

	"duidu/parser/format"
)

// Old programs put the bytes of GBK or Big5 text into fonts that say they
// are Western: 2023Äê for 2023年. The bytes alone tell, once there are some.
const (
	maxSample   = 8 << 10 // bytes that are kept of what a font shows
	fewestHigh  = 8       // bytes above ASCII in it
	surelyHanzi = 3       // mean weight of its characters, see format.EncodingScore
)

// keepSample keeps strings with bytes above ASCII of a font that names none
// of its characters.
func (f *pdfFont) keepSample(s string) {
	f.sample = append(f.sample, s[:min(len(s), cap(f.sample)-len(f.sample))]...)
}

// mendSimpleFonts takes those fonts for Chinese ones whose bytes read as
// common hanzi, and tells whether there are any.
func (r *pdfReader) mendSimpleFonts() bool {
	any := false
	for _, f := range r.fonts {
		high := 0
		for _, c := range f.sample {
			if c >= 0x80 {
				high++
			}
		}
		if high < fewestHigh || high < len(bytes.TrimSpace(f.sample))/10 {
			continue
		}
		best := float64(surelyHanzi)
		for _, enc := range []string{format.EncGB18030, format.EncBig5} {
			if score := format.EncodingScore(f.sample, enc); score > best {
				best, f.multibyte, f.guessed = score, enc, true
			}
		}
		any = any || f.guessed
	}
	return any
}
