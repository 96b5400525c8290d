package pdf

import (
	"bytes"

	"duidu/parser/format"
)

// Old programs put the bytes of GBK or Big5 text into fonts that say they
// are Western: 2023Äê for 2023年; and some put Unicode into fonts that say
// nothing at all. The bytes alone tell, once there are some.
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
		if !f.couldBeGuessed() {
			continue
		}
		best := float64(surelyHanzi)
		encodings := []string{format.EncGB18030, format.EncBig5}
		if f.wide {
			encodings = append(encodings, format.EncUTF16BE)
		}
		for _, enc := range encodings {
			if score := format.EncodingScore(f.sample, enc); score > best {
				best, f.multibyte, f.guessed, f.known = score, enc, true, nil
			}
		}
		any = any || f.guessed
	}
	return any
}

// couldBeGuessed tells that a font has shown enough to judge its bytes by.
func (f *pdfFont) couldBeGuessed() bool {
	const different = 6 // characters
	if f.wide {
		codes := map[string]bool{}
		for i := 0; i+1 < len(f.sample); i += 2 {
			codes[string(f.sample[i:i+2])] = true
		}
		return len(codes) >= different
	}
	high := 0
	for _, c := range f.sample {
		if c >= 0x80 {
			high++
		}
	}
	return high >= fewestHigh && high >= len(bytes.TrimSpace(f.sample))/10
}
