package web

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// file is one file of the build. Its name stays when it changes, so browsers ask each time whether theirs is current.
type file struct {
	content  []byte
	media    string
	tag      string // of the content, quoted
	squeezes bool   // gzip makes it smaller

	once     sync.Once
	squeezed []byte // made when it is first asked for
}

func (f *file) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	content, tag := f.content, f.tag
	if f.squeezes {
		h.Set("Vary", "Accept-Encoding")
		if takesGzip(r.Header.Get("Accept-Encoding")) {
			f.once.Do(f.squeeze)
			content, tag = f.squeezed, strings.TrimSuffix(f.tag, `"`)+`-gz"`
			h.Set("Content-Encoding", "gzip")
		}
	}
	h.Set("Content-Type", f.media)
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", tag)
	if matches(r.Header.Get("If-None-Match"), tag) {
		h.Del("Content-Encoding")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Length", strconv.Itoa(len(content)))
	if r.Method != http.MethodHead {
		_, _ = w.Write(content)
	}
}

func (f *file) squeeze() {
	var out bytes.Buffer
	z, _ := gzip.NewWriterLevel(&out, gzip.BestCompression) // the level is a valid one
	_, _ = z.Write(f.content)                               // a buffer does not fail
	_ = z.Close()
	f.squeezed = out.Bytes()
}

// takesGzip reads Accept-Encoding; a weight of nothing is a refusal.
func takesGzip(accepted string) bool {
	for _, entry := range strings.Split(accepted, ",") {
		coding, parameters, _ := strings.Cut(entry, ";")
		if strings.EqualFold(strings.TrimSpace(coding), "gzip") {
			q := strings.ReplaceAll(parameters, " ", "")
			return !slices.Contains([]string{"q=0", "q=0.0", "q=0.00", "q=0.000"}, strings.ToLower(q))
		}
	}
	return false
}

// matches says whether If-None-Match names a tag, as RFC 9110 compares: weakly.
func matches(header, tag string) bool {
	for _, entry := range strings.Split(header, ",") {
		entry = strings.TrimSpace(entry)
		if entry == "*" || strings.TrimPrefix(entry, "W/") == tag {
			return true
		}
	}
	return false
}
