package lang

import (
	"testing"
	"time"

	"duidu/model"
)

func TestProgressSaysWhatIsKnownAndNoMore(t *testing.T) {
	zh := ProgressFor(Chinese)
	for want, p := range map[string]model.Progress{
		"正在读取，已有 3 个文件": {Files: 3, Found: 40, Bytes: 40 << 20, Took: time.Second / 2},
		"正在读取，3/40 个文件": {Files: 3, Found: 40, Walked: true, Took: time.Second / 2},
		"正在读取，6000/60000 个文件 · 90.0 MB · 每秒 45.0 MB · 还要约 18 秒": {Files: 6000, Found: 60000, Walked: true, Bytes: 90 << 20, Took: 2 * time.Second},
		"正在读取，6000/60000 个文件 · 90.0 MB · 每秒 4.5 MB · 还要约 3 分钟":  {Files: 6000, Found: 60000, Walked: true, Bytes: 90 << 20, Took: 20 * time.Second},
		"正在读取，60000/60000 个文件 · 900.0 MB · 每秒 45.0 MB":          {Files: 60000, Found: 60000, Walked: true, Bytes: 900 << 20, Took: 20 * time.Second},
		"正在取 www.wangxi.example":              {Address: "https://www.wangxi.example/a/b.html?c=d", All: -1},
		"正在取 www.wangxi.example · 120 KB":     {Address: "https://www.wangxi.example/a", Got: 120 << 10, All: -1},
		"正在取 www.wangxi.example · 120/480 KB": {Address: "https://www.wangxi.example/a", Got: 120 << 10, All: 480 << 10},
	} {
		if got := zh.Line(p); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
