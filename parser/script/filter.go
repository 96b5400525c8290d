package script

import (
	"bytes"
	"io"
	"unicode/utf8"

	"duidu/parser/text"
)

// filterChunk is how much text, in bytes, Filter holds at a time, and the
// length of a paragraph beyond which it is converted in parts.
const filterChunk = 1 << 18

// Filter copies r to w converted, paragraph by paragraph, keeping line ends.
// Stretches without a traditional character or a pinyin note go from one to
// the other as they are. It holds filterChunk bytes, and of what someone types
// passes each line on at once. Errors are those of r and w.
func (c *Converter) Filter(w io.Writer, r io.Reader) error {
	buf := make([]byte, filterChunk)
	held := 0 // bytes of buf that wait for the rest of their line
	var out []byte
	for {
		n, err := r.Read(buf[held:])
		ready := held + n
		end := bytes.LastIndexByte(buf[held:ready], '\n') + 1
		switch {
		case err != nil:
			end = ready
		case end > 0:
			end += held
		case ready == len(buf):
			end = lastSentence(buf)
		}
		held = ready
		if end > 0 {
			var werr error
			if out, werr = c.pass(w, buf[:end], out[:0]); werr != nil {
				return werr
			}
			held = copy(buf, buf[end:ready])
		}
		switch err {
		case nil:
		case io.EOF:
			return nil
		default:
			return err
		}
	}
}

// pass writes whole lines, or the parts of a long one, converted, at once. It
// makes use of out and returns it for the next time.
func (c *Converter) pass(w io.Writer, b, out []byte) ([]byte, error) {
	var memory text.Arena
	for len(b) > 0 {
		sound := scripts().sound(b)
		if sound == len(b) && len(out) == 0 {
			_, err := w.Write(b)
			return out, err
		}
		if sound < len(b) { // its line is read from the beginning
			sound = bytes.LastIndexByte(b[:sound], '\n') + 1
		}
		out = append(out, b[:sound]...)
		b = b[sound:]
		line := bytes.IndexByte(b, '\n') + 1
		if line == 0 {
			line = len(b)
		}
		if line > 0 {
			out = append(out, c.SimplifyInto(&memory, string(b[:line])).Text...)
			b = b[line:]
		}
	}
	_, err := w.Write(out)
	return out, err
}

// sound returns how much of b, from its beginning, holds no traditional
// character and nothing that may be a pinyin note.
func (t *scriptTable) sound(b []byte) int {
	for i := 0; i < len(b); {
		for i+2 < len(b) && b[i] >= 0xe4 && b[i] <= 0xe9 { // nearly all of it
			k := uint32(b[i]&0xf)<<12 | uint32(b[i+1]&0x3f)<<6 | uint32(b[i+2]&0x3f)
			if t.old[k/64%(1<<10)]>>(k%64)&1 != 0 {
				return i
			}
			i += 3
		}
		if i == len(b) {
			break
		}
		switch c := b[i]; {
		case c < utf8.RuneSelf:
			if (c == '(' || c == ')') && bracketsLatin(b, i, i+1) {
				return i
			}
			i++
		case c == "（"[0] && i+2 < len(b) && b[i+1] == "（"[1] && (b[i+2] == "（"[2] || b[i+2] == "）"[2]):
			if bracketsLatin(b, i, i+3) {
				return i
			}
			i += 3
		default:
			r, n := utf8.DecodeRune(b[i:])
			if t.of(r) == traditional {
				return i
			}
			i += n
		}
	}
	return len(b)
}

// lastSentence returns the offset in b, which has no line end, where it can
// be cut with least harm: after its last 。, else before its last character.
func lastSentence(b []byte) int {
	if i := bytes.LastIndex(b, []byte("。")); i >= 0 {
		return i + len("。")
	}
	i := len(b) - 1
	for i > 0 && len(b)-i < utf8.UTFMax && !utf8.RuneStart(b[i]) {
		i--
	}
	if i == 0 {
		return len(b)
	}
	return i
}
