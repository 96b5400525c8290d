package parser

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"

	"duidu/model"
	"duidu/parser/parsertest"
)

func TestProgressTellsWhatComesFromAnAddress(t *testing.T) {
	p := New(Options{})
	const page = "<html><body><p>望溪县政协全年收到提案152件，立案131件。</p></body></html>"
	during := make(chan model.Progress, 1)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", fmt.Sprint(len(page)))
		fmt.Fprint(w, page[:20])
		w.(http.Flusher).Flush()
		for p.Progress().Got < 20 {
			if r.Context().Err() != nil {
				return
			}
		}
		during <- p.Progress()
		fmt.Fprint(w, page[20:])
	}))
	defer s.Close()
	err := p.Load(context.Background(), []string{s.URL + "/a"}, func(_ string, r *model.Report, err error) error {
		if err != nil || len(r.Figures) != 2 {
			t.Errorf("%v", err)
		}
		return nil
	})
	if now := <-during; err != nil || now.Address != s.URL+"/a" || now.Got != 20 || now.All != int64(len(page)) {
		t.Errorf("%v, while the page came: %+v", err, now)
	}
	if now := p.Progress(); now.Address != "" || now.Files != 1 || now.Found != 1 || !now.Walked {
		t.Errorf("at the end: %+v", now)
	}
}

func TestProgressCountsAllFilesAndTheirBytes(t *testing.T) {
	dir := t.TempDir()
	bytes, err := parsertest.MakeLibrary(dir, 40, parsertest.Texts(t))
	if err != nil {
		t.Fatal(err)
	}
	p := New(Options{})
	if err := p.List(context.Background(), []string{dir, filepath.Join(dir, "none.txt")}, func(string, *Listed, error) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if now := p.Progress(); now.Files != 41 || now.Found != 41 || !now.Walked || now.Bytes != bytes || now.Left() != 0 {
		t.Errorf("%+v of %d bytes", now, bytes)
	}
}
