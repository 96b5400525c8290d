// Package fetch brings the bytes behind an address that the user named. It is
// the only network access of the program, and nothing in a page that it
// fetched is followed.
package fetch

import (
	"context"
	"errors"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"duidu/parser/format"
)

// Bounds of one fetch. A page of a report has some hundred kilobytes; what is
// larger, slower or sends us round is not worth the wait.
const (
	maxBytes     = 20 << 20
	longestWait  = 30 * time.Second
	maxRedirects = 5
)

// Page is what came from an address.
type Page struct {
	Data    []byte
	Charset string // as the server declared it, empty when it did not
}

// Progress is told how many bytes have come and how many the server announced,
// -1 when it announced none.
type Progress func(got, all int64)

// IsAddress tells whether a path names a page instead of a file.
func IsAddress(path string) bool {
	scheme, _, ok := strings.Cut(path, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// client keeps no cookies and sends no referrer; a proxy named in the
// environment is used, as by other programs.
var client = &http.Client{
	Transport: &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		DialContext:            (&net.Dialer{Timeout: 10 * time.Second}).DialContext,
		TLSHandshakeTimeout:    10 * time.Second,
		ResponseHeaderTimeout:  20 * time.Second,
		MaxResponseHeaderBytes: 256 << 10,
		ForceAttemptHTTP2:      true,
	},
	CheckRedirect: func(next *http.Request, before []*http.Request) error {
		if len(before) > maxRedirects {
			return errRedirects
		}
		if next.URL.Scheme != "http" && next.URL.Scheme != "https" {
			return errScheme
		}
		next.Header.Del("Referer")
		return nil
	},
}

var (
	errRedirects = errors.New("too many redirects")
	errScheme    = errors.New("a redirect to something that is no page")
)

// Get fetches one address. An error is a *format.Error without a path: the
// address is no address of a page, nobody answers, the answer is no page, it
// is too large or takes too long. progress may be nil.
func Get(ctx context.Context, address string, progress Progress) (Page, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return Page{}, &format.Error{Kind: format.BadAddress, Err: err}
	}
	ctx, cancel := context.WithTimeout(ctx, longestWait)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return Page{}, &format.Error{Kind: format.BadAddress, Err: err}
	}
	request.Header.Set("Accept", "text/html,application/xhtml+xml,text/plain,application/pdf,*/*;q=0.5")
	request.Header.Set("Accept-Language", "zh-CN,zh;q=0.9")
	request.Header.Set("User-Agent", "Mozilla/5.0 (compatible; duidu)")
	answer, err := client.Do(request)
	if err != nil {
		return Page{}, failed(ctx, u, err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return Page{}, &format.Error{Kind: format.NoPage, Detail: strconv.Itoa(answer.StatusCode)}
	}
	if answer.ContentLength > maxBytes {
		return Page{}, &format.Error{Kind: format.PageTooLarge, Detail: strconv.FormatInt(answer.ContentLength, 10)}
	}
	data, err := readAll(answer.Body, answer.ContentLength, progress)
	switch {
	case err != nil:
		return Page{}, failed(ctx, u, err)
	case len(data) > maxBytes:
		return Page{}, &format.Error{Kind: format.PageTooLarge, Detail: strconv.Itoa(len(data))}
	case len(data) == 0:
		return Page{}, &format.Error{Kind: format.Empty}
	}
	_, parameters, _ := mime.ParseMediaType(answer.Header.Get("Content-Type"))
	return Page{Data: data, Charset: parameters["charset"]}, nil
}

// readAll reads up to one byte beyond the bound, whatever length was
// announced: a server may lie about it, and a compressed page unpacks to more.
func readAll(r io.Reader, announced int64, progress Progress) ([]byte, error) {
	if progress == nil {
		return io.ReadAll(io.LimitReader(r, maxBytes+1))
	}
	var data []byte
	buffer := make([]byte, 32<<10)
	for len(data) <= maxBytes {
		n, err := r.Read(buffer)
		data = append(data, buffer[:n]...)
		if n > 0 {
			progress(int64(len(data)), announced)
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	return data[:min(len(data), maxBytes+1)], nil
}

// failed sorts what went wrong on the way.
func failed(ctx context.Context, u *url.URL, err error) error {
	var timeout net.Error
	switch {
	case errors.Is(err, errRedirects), errors.Is(err, errScheme):
		return &format.Error{Kind: format.RedirectLoop, Detail: u.Host, Err: err}
	case errors.Is(ctx.Err(), context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return &format.Error{Kind: format.TooSlow, Detail: u.Host, Err: err}
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return &format.Error{Kind: format.Unreachable, Detail: u.Host, Err: err}
}
