package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"duidu/parser/format"
)

func serve(t *testing.T, answer http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewServer(answer)
	t.Cleanup(s.Close)
	return s.URL
}

func kindOf(err error) format.ErrorKind {
	var e *format.Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return ""
}

func TestOnlyAddressesOfPagesAreAddresses(t *testing.T) {
	for path, want := range map[string]bool{
		"http://a.gov.cn/x.html": true, "HTTPS://a.gov.cn": true, "file:///etc/passwd": false,
		"ftp://a/b": false, "report.txt": false, "http.txt": false, "C:\\http\\a": false, "-": false,
	} {
		if got := IsAddress(path); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
}

func TestAPageComesWithItsCharsetAndProgress(t *testing.T) {
	body := strings.Repeat("政协", 50_000)
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Referer") != "" || r.Header.Get("Cookie") != "" {
			t.Error("the request tells more than it must")
		}
		w.Header().Set("Content-Type", "text/html; charset=gb2312")
		fmt.Fprint(w, body)
	})
	var last int64
	p, err := Get(context.Background(), address, func(got, _ int64) { last = got })
	if err != nil || string(p.Data) != body || p.Charset != "gb2312" || last != int64(len(body)) {
		t.Errorf("%d bytes, charset %q, progress %d, %v", len(p.Data), p.Charset, last, err)
	}
}

func TestWhatIsNoPageIsRefusedByItsKind(t *testing.T) {
	loop := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/again", http.StatusFound) })
	away := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	gone := serve(t, func(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) })
	huge := serve(t, func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Length", "99999999999") })
	more := serve(t, func(w http.ResponseWriter, r *http.Request) {
		chunk := []byte(strings.Repeat("x", 1<<20))
		for range 32 {
			if _, err := w.Write(chunk); err != nil {
				return
			}
		}
	})
	short := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "1000")
		fmt.Fprint(w, "little")
	})
	nothing := serve(t, func(http.ResponseWriter, *http.Request) {})
	for address, want := range map[string]format.ErrorKind{
		loop: format.RedirectLoop, away: format.RedirectLoop, gone: format.NoPage, huge: format.PageTooLarge, more: format.PageTooLarge,
		short: format.Unreachable, nothing: format.Empty, "http://": format.BadAddress, "http://127.0.0.1:1/": format.Unreachable,
	} {
		if _, err := Get(context.Background(), address, nil); kindOf(err) != want {
			t.Errorf("%s: %v, want %s", address, err, want)
		}
	}
}

func TestAServerThatNeverEndsIsLeft(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		for {
			if _, err := w.Write([]byte("政")); err != nil {
				return
			}
			w.(http.Flusher).Flush()
			select {
			case <-r.Context().Done():
				return
			case <-time.After(10 * time.Millisecond):
			}
		}
	})
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	start := time.Now()
	if _, err := Get(ctx, address, nil); kindOf(err) != format.TooSlow || time.Since(start) > 5*time.Second {
		t.Errorf("%v after %v", err, time.Since(start))
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Get(stopped, address, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped fetch says %v", err)
	}
}

func TestAPageMayBeFiveAddressesAwayAndNoMore(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var left int
		fmt.Sscanf(r.URL.Path, "/%d", &left)
		if left == 0 {
			fmt.Fprint(w, "全年收到提案")
			return
		}
		http.Redirect(w, r, fmt.Sprintf("/%d", left-1), http.StatusFound)
	})
	for away, want := range map[int]format.ErrorKind{0: "", 1: "", maxRedirects: "", maxRedirects + 1: format.RedirectLoop, maxRedirects + 3: format.RedirectLoop} {
		p, err := Get(context.Background(), fmt.Sprintf("%s/%d", address, away), nil)
		if kindOf(err) != want || want == "" && string(p.Data) != "全年收到提案" {
			t.Errorf("%d addresses away: %q, %v", away, p.Data, err)
		}
	}
}

func TestAPageThatEndsEarlyIsNotTakenForWhole(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "1000")
		fmt.Fprint(w, "全年收到提案")
	})
	for _, progress := range []Progress{nil, func(int64, int64) {}} {
		if p, err := Get(context.Background(), address, progress); kindOf(err) != format.Unreachable || len(p.Data) > 0 {
			t.Errorf("%q, %v", p.Data, err)
		}
	}
}
