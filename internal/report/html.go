package report

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"iter"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"

	"hegui/internal/assess"
)

// htmlFiles are the templates, the style sheet and the script of HTML reports. The script sorts and filters the ranking,
// which is all there without it, and carries no data.
//
//go:embed html
var htmlFiles embed.FS

// htmlTemplates are parsed once; they hold no words of people and no data.
var htmlTemplates = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{"list": newFindingList, "pieces": pieces, "parts": parts}).ParseFS(htmlFiles, "html/*.tmpl"))
})

// detailBytes bounds the details of a batch. A page of this size opens in a browser within seconds and on a phone; the
// details of more proposals than fit are left out, and the report says so.
const detailBytes = 16 << 20

// page writes one HTML file: for one proposal everything about it, for several a ranking with statistics. The text of a
// proposal enters it only through html/template, which escapes it for the place it stands in.
//
// What is kept until Close is, of each proposal, a line of the ranking, and rendered details up to detailBytes.
type page struct {
	phrasing
	w   io.Writer
	say *pageWords

	begun     bool
	facts     facts // of the first assessment: the same for all
	single    []byte
	rows      []rankedRow
	skipped   []unreadableView
	tally     *tally
	missed    map[int]bool // indexes of requirements that any proposal missed
	kept      int          // bytes of details
	limit     int          // of kept
	full      atomic.Bool  // no more details are kept
	withPages int          // proposals whose details are kept
}

// facts are what every assessment of a run shares.
type facts struct {
	pack          assess.PackRef
	engine, under string
	asOf          string
}

func newHTML(w io.Writer, o Options) *page {
	return &page{phrasing: newPhrasing(o), w: w, say: pageWordsIn(o.Lang), tally: newTally(o.Catalog), missed: map[int]bool{}, limit: detailBytes}
}

func (p *page) Add(a *assess.Assessment) error {
	if !p.begun {
		p.begun = true
		p.facts = facts{pack: a.Pack, engine: a.Engine, asOf: a.AsOf, under: fmt.Sprintf(tableWordsIn(p.o.Lang).under,
			a.Pack.ID, a.Pack.Version, p.o.Profile.Title.In(p.o.Lang), a.AsOf)}
		single, err := p.render("detail.tmpl", p.detail(a, 0, true))
		if err != nil {
			return err
		}
		p.single = single
	} else {
		p.single = nil // there are several
	}
	p.tally.add(a)
	row := p.ranked(a)
	if !p.full.Load() {
		detail, err := p.render("detail.tmpl", p.detail(a, len(p.rows)+1, false))
		if err != nil {
			return err
		}
		if p.kept+len(detail) > p.limit {
			p.full.Store(true)
		} else {
			row.detail = detail
			p.kept += len(detail)
			p.withPages++
			for _, i := range losses(a) {
				p.missed[i] = true
			}
		}
	}
	p.rows = append(p.rows, row)
	return nil
}

func (p *page) Skip(u *Unreadable) error {
	p.tally.unreadable++
	problem, remedy := unreadableText(u, p.o.Lang)
	view := unreadableView{File: Safe(u.File), Problem: Safe(problem), Remedy: remedy}
	if at, ok := positionOf(u.Err); ok {
		view.Place = fmt.Sprintf("%d:%d", at.Line, at.Column)
	}
	p.skipped = append(p.skipped, view)
	return nil
}

// Close writes the page: until then nothing has been written.
func (p *page) Close() error {
	style, script := asset("style.css"), asset("script.js")
	view := struct {
		W             *pageWords
		Lang, Title   string
		Policy        string // of the browser: this style and this script, and no request to anywhere
		Style         template.CSS
		Script        template.JS
		Single        template.HTML
		Batch         *batchView
		Origin        originView
		HasAssessment bool
	}{
		W: p.say, Lang: LanguageTag(p.o.Lang), Title: p.say.BatchKind, Origin: p.origin(), HasAssessment: p.begun,
		Policy: fmt.Sprintf("default-src 'none'; base-uri 'none'; form-action 'none'; style-src '%s'; script-src '%s'", SourceHash(style), SourceHash(script)),
		Style:  template.CSS(style), Script: template.JS(script),
	}
	switch {
	case len(p.rows) == 1 && len(p.skipped) == 0:
		view.Single, view.Title = template.HTML(p.single), p.say.Kind+" · "+p.rows[0].name(p.say)
	case len(p.rows)+len(p.skipped) > 0:
		view.Batch = p.batch()
	}
	return htmlTemplates().ExecuteTemplate(p.w, "page.tmpl", view)
}

func (p *page) render(name string, view any) ([]byte, error) {
	var b bytes.Buffer
	err := htmlTemplates().ExecuteTemplate(&b, name, view)
	return b.Bytes(), err
}

// asset reads a file that stands in the page, as it stands there.
func asset(name string) string {
	b, err := htmlFiles.ReadFile("html/" + name)
	if err != nil {
		panic(err) // it is embedded
	}
	return strings.TrimSpace(string(b))
}

// Stylesheet gives the style of HTML reports, for other pages that look like them.
func Stylesheet() string { return asset("style.css") }

// SourceHash names inline style or script in a content security policy: "sha256-…".
func SourceHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// originView says what the whole report rests on.
type originView struct {
	Pack, Version, Digest, Engine, Profile, AsOf string
	Source, Publisher, SourceDigest              string
}

func (p *page) origin() originView {
	s := &p.c.Source
	return originView{
		Pack: p.facts.pack.ID, Version: p.facts.pack.Version, Digest: p.facts.pack.Digest, Engine: p.facts.engine,
		Profile: p.o.Profile.Title.In(p.o.Lang), AsOf: p.facts.asOf,
		Source: s.Title.In(p.o.Lang), Publisher: s.Publisher.In(p.o.Lang), SourceDigest: s.SHA256,
	}
}

// findingList is what the template of findings needs.
type findingList struct {
	W    *pageWords
	List []findingView
}

func newFindingList(w *pageWords, all []findingView) findingList { return findingList{w, all} }

// piece is a part of a text; a whole one should not be broken at a line's end.
type piece struct {
	Text  string
	Whole bool
}

// unbroken finds what reads badly when it breaks at its hyphens: ids of requirements and dates.
var unbroken = regexp.MustCompile(`\b(?:[A-Z]{2,8}-[0-9]{1,4}|[0-9]{4}-[0-9]{2}-[0-9]{2})\b`)

func pieces(s string) []piece {
	var out []piece
	at := 0
	for _, m := range unbroken.FindAllStringIndex(s, -1) {
		if m[0] > at {
			out = append(out, piece{Text: s[at:m[0]]})
		}
		out = append(out, piece{s[m[0]:m[1]], true})
		at = m[1]
	}
	if at < len(s) {
		out = append(out, piece{Text: s[at:]})
	}
	return out
}

// parts cuts a path, of a file or in a proposal, behind the places where a line may end.
func parts(path string) []string {
	var out []string
	start := 0
	for i := range len(path) {
		if c := path[i]; (c == '/' || c == '\\' || c == '.') && i+1 < len(path) {
			out, start = append(out, path[start:i+1]), i+1
		}
	}
	return append(out, path[start:])
}

// quoteView is a quote inside its sentence.
type quoteView struct{ Sentence, Before, Quote, After string }

// quoteIn finds the whole sentence of a quote; without it the quote stands alone.
func (p *phrasing) quoteIn(req int) quoteView {
	q := p.c.Requirements[req].Quote
	view := quoteView{Sentence: q.Sentence, Quote: q.Text}
	view.Before, view.After = p.c.Around(q)
	return view
}

// each gives views one by one, so that a long list is not held twice.
func each[T, V any](items []T, view func(int, *T) V) iter.Seq[V] {
	return func(yield func(V) bool) {
		for i := range items {
			if !yield(view(i, &items[i])) {
				return
			}
		}
	}
}
