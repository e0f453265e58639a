// Package web is the web app: the built files of ui/, embedded, and the rules by which a browser may use them. It knows
// nothing of proposals; its pages ask the service over HTTP as any client does. Start at [New].
//
// dist/ is made of ui/ (`npm ci && npm run build` there) and committed, so that building the program takes no Node; the
// gate builds it again and compares.
package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"mime"
	"net/http"
	"path"
	"regexp"
	"strings"
	"time"
)

//go:embed dist
var dist embed.FS

// Options say what stands behind the pages.
type Options struct {
	Next   http.Handler     // answers what is neither a page nor a file of one; required
	Log    *slog.Logger     // of what browsers report as refused; required
	Now    func() time.Time // for the log, which is written to at a pace; required
	Random func() string    // a nonce for each page, of letters and digits, hard to guess; required
}

// Handler serves pages and their files, and leaves everything else to the handler behind it. Safe for concurrent use.
type Handler struct {
	o       Options
	page    []byte // the one document of all pages
	files   map[string]*file
	reports *reports
}

// New reads what is embedded. The error says that the build is not whole.
func New(o Options) (*Handler, error) {
	root, err := fs.Sub(dist, "dist")
	if err != nil {
		return nil, err
	}
	return open(root, o)
}

func open(root fs.FS, o Options) (*Handler, error) {
	h := &Handler{o: o, files: map[string]*file{}, reports: newReports(o.Log, o.Now)}
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(root, name)
		switch {
		case err != nil:
			return err
		case name == "index.html":
			h.page = content
			return nil
		}
		f, err := newFile(name, content)
		h.files["/"+name] = f
		return err
	})
	switch {
	case err != nil:
		return nil, err
	case !bytes.Contains(h.page, noncePlace) || !bytes.Contains(h.page, langPlace):
		return nil, errors.New("the web app is not built: index.html is missing or another")
	}
	return h, nil
}

// pages are the first parts of the paths that pages have; the router of ui/src/pages.tsx knows the rest.
var pages = []string{"check", "document", "batches", "reviews"}

// part is what a part of the path of a page may be: ids, nothing that a proxy may read otherwise.
var part = regexp.MustCompile(`^[A-Za-z0-9_-][A-Za-z0-9._~-]{0,63}$`)

// isPage says whether a path is one of a page. Whether there is something to show on it, the page itself says.
func isPage(p string) bool {
	if p == "/" {
		return true
	}
	rest, ok := strings.CutPrefix(p, "/")
	parts := strings.Split(rest, "/")
	if !ok || len(parts) > 4 {
		return false
	}
	for _, known := range pages {
		if parts[0] != known {
			continue
		}
		for _, s := range parts {
			if !part.MatchString(s) {
				return false
			}
		}
		return true
	}
	return false
}

// ServeHTTP answers one request.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p := r.URL.Path
	read := r.Method == http.MethodGet || r.Method == http.MethodHead
	switch f := h.files[p]; {
	case r.URL.RawPath != "" || p != path.Clean(p): // another spelling of a path is none of ours
		h.serveNext(w, r)
	case p == reportPath && r.Method == http.MethodPost:
		h.reports.ServeHTTP(w, r)
	case read && f != nil:
		secure(w, r, "")
		f.serve(w, r)
	case read && isPage(p):
		h.servePage(w, r, http.StatusOK)
	default:
		h.serveNext(w, r)
	}
}

// serveNext leaves a request to the handler behind. Where that has nothing, a person gets the page that says so: what the
// interface answers under /v1 is for programs, also when a browser asks.
func (h *Handler) serveNext(w http.ResponseWriter, r *http.Request) {
	read := r.Method == http.MethodGet || r.Method == http.MethodHead
	if !read || strings.HasPrefix(r.URL.Path+"/", "/v1/") || !strings.Contains(r.Header.Get("Accept"), "text/html") {
		h.o.Next.ServeHTTP(w, r)
		return
	}
	m := &missing{ResponseWriter: w}
	if h.o.Next.ServeHTTP(m, r); m.is {
		w.Header().Del("Content-Language")
		h.servePage(w, r, http.StatusNotFound)
	}
}

// missing lets an answer through, but nothing of one that says that there is no such thing.
type missing struct {
	http.ResponseWriter
	is bool
}

func (m *missing) WriteHeader(status int) {
	if m.is = status == http.StatusNotFound; !m.is {
		m.ResponseWriter.WriteHeader(status)
	}
}

func (m *missing) Write(b []byte) (int, error) {
	if m.is {
		return len(b), nil
	}
	return m.ResponseWriter.Write(b)
}

// Unwrap is for [http.ResponseController].
func (m *missing) Unwrap() http.ResponseWriter { return m.ResponseWriter }

// What index.html holds in the place of the nonce, and of the language that the browser asks for.
var noncePlace, langPlace = []byte("__NONCE__"), []byte("__LANG__")

func (h *Handler) servePage(w http.ResponseWriter, r *http.Request, status int) {
	nonce := h.o.Random()
	secure(w, r, nonce)
	header := w.Header()
	header.Set("Content-Type", "text/html; charset=utf-8")
	header.Set("Cache-Control", "no-store") // the nonce is for this answer only
	header.Set("Vary", "Accept-Language")
	page := bytes.ReplaceAll(h.page, noncePlace, []byte(nonce))
	page = bytes.ReplaceAll(page, langPlace, []byte(langOf(r.Header.Get("Accept-Language"))))
	header.Set("Content-Length", fmt.Sprint(len(page)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(page)
	}
}

// langOf is the first of our languages that a browser names; Chinese when it names none.
func langOf(accepted string) string {
	for _, entry := range strings.Split(accepted, ",") {
		tag, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(entry)), ";")
		switch tag, _, _ = strings.Cut(tag, "-"); tag {
		case "en", "zh":
			return tag
		}
	}
	return "zh"
}

// secure sets what the browser may do with an answer: run our scripts and ask us, nothing else.
func secure(w http.ResponseWriter, r *http.Request, nonce string) {
	h := w.Header()
	style := "style-src 'self'"
	if nonce != "" {
		style += " 'nonce-" + nonce + "'"
	}
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; "+style+"; style-src-attr 'unsafe-inline'; "+
		"img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; "+
		"frame-ancestors 'none'; report-uri "+reportPath)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	if r.TLS != nil {
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
}

// types are those of what a build holds; the system's table would differ between machines.
var types = map[string]string{
	".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".json": "application/json",
	".txt": "text/plain; charset=utf-8", ".png": "image/png", ".webp": "image/webp", ".woff2": "font/woff2",
}

func newFile(name string, content []byte) (*file, error) {
	media, ok := types[path.Ext(name)]
	if !ok {
		return nil, fmt.Errorf("the web app holds %s, a kind of file that it does not know", name)
	}
	kind, _, _ := mime.ParseMediaType(media)
	sum := sha256.Sum256(content)
	return &file{
		content: content, media: media, tag: `"` + hex.EncodeToString(sum[:12]) + `"`,
		squeezes: strings.HasPrefix(kind, "text/") || kind == "application/json" || kind == "image/svg+xml",
	}, nil
}
