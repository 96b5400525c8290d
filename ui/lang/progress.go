package lang

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"duidu/model"
)

// Progress words how far the reading of files has come.
type Progress struct {
	ReadF, ReadOfF        string // files; files of all
	BytesF, RateF         string // megabytes; megabytes a second
	SecondsF, MinutesF    string // how long it will still take
	FetchF, GotF, GotAllF string // an address's host; kilobytes of it
}

func chineseProgress() Progress {
	return Progress{
		ReadF: "正在读取，已有 %d 个文件", ReadOfF: "正在读取，%d/%d 个文件", BytesF: "%s MB", RateF: "每秒 %s MB",
		SecondsF: "还要约 %d 秒", MinutesF: "还要约 %d 分钟",
		FetchF: "正在取 %s", GotF: "%d KB", GotAllF: "%d/%d KB",
	}
}

func englishProgress() Progress {
	return Progress{
		ReadF: "loading, %d files so far", ReadOfF: "loading, %d/%d files", BytesF: "%s MB", RateF: "%s MB/s",
		SecondsF: "about %d s left", MinutesF: "about %d min left",
		FetchF: "fetching %s", GotF: "%d KB", GotAllF: "%d/%d KB",
	}
}

// settled is how long reading must have gone on before it says how fast it
// is, and how long the rest will take.
const settled = time.Second

// Line is the progress in a line.
func (t Progress) Line(p model.Progress) string {
	if p.Address != "" {
		return t.fetching(p)
	}
	parts := []string{fmt.Sprintf(t.ReadF, p.Files)}
	if p.Walked {
		parts[0] = fmt.Sprintf(t.ReadOfF, p.Files, p.Found)
	}
	const mega = 1 << 20
	if p.Bytes >= mega && p.Took >= settled {
		parts = append(parts, fmt.Sprintf(t.BytesF, tenths(float64(p.Bytes)/mega)), fmt.Sprintf(t.RateF, tenths(p.Rate()/mega)))
	}
	if left := p.Left(); left > 0 && p.Took >= settled {
		if left < 2*time.Minute {
			parts = append(parts, fmt.Sprintf(t.SecondsF, int(left.Seconds())))
		} else {
			parts = append(parts, fmt.Sprintf(t.MinutesF, int(left.Minutes()+0.5)))
		}
	}
	return strings.Join(parts, " · ")
}

func tenths(n float64) string { return strconv.FormatFloat(n, 'f', 1, 64) }

// fetching tells where a page comes from, and how much of it is there.
func (t Progress) fetching(p model.Progress) string {
	host := p.Address
	if u, err := url.Parse(p.Address); err == nil && u.Host != "" {
		host = u.Host
	}
	line := fmt.Sprintf(t.FetchF, host)
	const kilo = 1 << 10
	switch {
	case p.All > 0:
		line += " · " + fmt.Sprintf(t.GotAllF, p.Got/kilo, p.All/kilo)
	case p.Got > 0:
		line += " · " + fmt.Sprintf(t.GotF, p.Got/kilo)
	}
	return line
}

// ProgressFor returns the words of a language.
func ProgressFor(l Lang) Progress {
	if l == English {
		return englishProgress()
	}
	return chineseProgress()
}
