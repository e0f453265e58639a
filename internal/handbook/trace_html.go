package handbook

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"

	"hegui/internal/catalog"
	"hegui/internal/report"
)

//go:embed trace.tmpl
var tracePage string

//go:embed trace.css
var traceStyle string

// traceTemplate is parsed once; it holds no words of people and no data. All text enters the page through it and is
// escaped for the place it stands in.
var traceTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("trace").Funcs(template.FuncMap{"parts": parts}).Parse(tracePage))
})

// coverageSigns repeat by shape what the shade says.
var coverageSigns = map[Coverage]string{Ruled: "●", Held: "◐", Person: "◇", Context: "○", Uncovered: "▲"}

// What the page shows, in the reader's language.
type (
	traceView struct {
		W            *traceWords
		Lang         string
		Policy       string // of the browser: this style, and no request to anywhere
		Style        template.CSS
		Title        string
		Pack         TracePack
		PackTitle    string
		Source       string
		Publisher    string
		SourceDigest string
		Summary      TraceSummary
		Legend       []legendView
		Gaps         []gapView
		NoGap        string
		Paragraphs   [][]sentenceView
		Dimensions   []traceDimension
		Unruled      []sentenceView
	}
	legendView struct {
		Code                Coverage
		Sign, Word, Meaning string
		N                   int
	}
	gapView      struct{ Text, Anchor string }
	sentenceView struct {
		ID             string
		Code           Coverage
		Sign, Word     string
		Text           string
		Link           string // where the sentence leads
		Links          []linkView
		Person, Reason string
	}
	linkView       struct{ Anchor, ID, Title string }
	traceDimension struct {
		ID, Title    string
		Requirements []requirementView
	}
	requirementView struct {
		*report.Explained
		Anchor        string
		Before, After string
		Holds         []linkView
		TestFiles     []string
		Counts        string
		All           string // how many cases in all, as a heading; empty when there are none
		Groups        []groupView
		Mutant        *Mutant
	}
	groupView struct {
		Head  string
		Cases []string
	}
)

// writeHTML writes one page: counts and gaps, the document as running text, and the requirements that its sentences lead
// to. Nothing is written before the page is whole.
func (t *Trace) writeHTML(w io.Writer, s *Source, lang catalog.Lang) error {
	say := traceWordsIn(lang)
	style := strings.TrimSpace(report.Stylesheet() + "\n" + traceStyle)
	v := traceView{
		W: say, Lang: report.LanguageTag(lang), Style: template.CSS(style), Title: say.Title + " · " + t.Pack.ID + " " + t.Pack.Version,
		Policy: fmt.Sprintf("default-src 'none'; base-uri 'none'; form-action 'none'; style-src '%s'", report.SourceHash(style)),
		Pack:   t.Pack, PackTitle: t.Pack.Title.In(lang), Source: t.Source.Title.In(lang), Publisher: t.Source.Publisher.In(lang),
		SourceDigest: t.Source.SHA256, Summary: t.Summary,
	}
	for _, c := range Coverages() {
		n := *t.Summary.of(c)
		if n == 0 {
			continue // what cannot be seen needs no legend
		}
		v.Legend = append(v.Legend, legendView{c, coverageSigns[c], say.coverage[c], say.meaning[c], n})
	}
	for _, g := range t.Gaps {
		view := gapView{Text: t.gapText(g, lang), Anchor: "r-" + g.Requirement}
		if g.Requirement == "" {
			view.Anchor = "s-" + g.Sentence
		}
		v.Gaps = append(v.Gaps, view)
	}
	if len(t.Gaps) == 0 {
		v.NoGap = say.NoGap
	}
	paragraph := ""
	for i := range t.Sentences {
		view := t.sentenceView(&t.Sentences[i], lang)
		if line, _, _ := strings.Cut(view.ID, "-"); line != paragraph || len(v.Paragraphs) == 0 {
			paragraph = line
			v.Paragraphs = append(v.Paragraphs, nil)
		}
		last := len(v.Paragraphs) - 1
		v.Paragraphs[last] = append(v.Paragraphs[last], view)
		if view.Code != Ruled || view.Person != "" {
			v.Unruled = append(v.Unruled, view)
		}
	}
	v.Dimensions = t.dimensionViews(s, lang)
	var page bytes.Buffer
	if err := traceTemplate().Execute(&page, v); err != nil {
		return err
	}
	_, err := w.Write(page.Bytes())
	return err
}

func (t *Trace) sentenceView(s *Sentence, lang catalog.Lang) sentenceView {
	say := traceWordsIn(lang)
	v := sentenceView{ID: s.ID, Code: s.Coverage, Sign: coverageSigns[s.Coverage], Word: say.coverage[s.Coverage], Text: s.Text, Link: "w-" + s.ID}
	for _, id := range slices.Concat(s.RuledBy, s.HeldBy) {
		if r := t.requirement(id); r != nil {
			v.Links = append(v.Links, linkView{"r-" + r.ID, r.ID, r.Title.In(lang)})
		}
	}
	if s.Coverage == Ruled && len(v.Links) > 0 {
		v.Link = v.Links[0].Anchor
	}
	if s.Person != nil {
		v.Person = strings.TrimSpace(s.Person.In(lang))
	}
	if s.Reason != nil {
		v.Reason = strings.TrimSpace(s.Reason.In(lang))
	}
	return v
}

func (t *Trace) dimensionViews(s *Source, lang catalog.Lang) []traceDimension {
	c := s.Pack.Catalog
	var all []traceDimension
	for _, d := range c.Dimensions {
		view := traceDimension{ID: d.ID, Title: d.Title.In(lang)}
		for i := range t.Requirements {
			if r := &t.Requirements[i]; r.Dimension == d.ID {
				view.Requirements = append(view.Requirements, t.requirementView(s, r, &c.Requirements[i], lang))
			}
		}
		all = append(all, view)
	}
	return all
}

func (t *Trace) requirementView(s *Source, r *Requirement, from *catalog.Requirement, lang catalog.Lang) requirementView {
	say := traceWordsIn(lang)
	v := requirementView{Explained: s.explain(from, lang), Anchor: "r-" + r.ID, TestFiles: r.TestFiles, Mutant: r.Mutant}
	v.Before, v.After = s.Pack.Catalog.Around(from.Quote)
	for _, id := range r.Holds {
		v.Holds = append(v.Holds, linkView{Anchor: "s-" + id, ID: id})
	}
	if len(r.Cases) == 0 {
		v.Counts = say.NoCase
		return v
	}
	v.All = fmt.Sprintf(say.AllCases, len(r.Cases))
	v.Counts = fmt.Sprintf(say.CasesHelp, r.count(Passes), r.count(Fails), r.count(Asked)+r.count(Exempt), r.count(Other))
	for _, e := range Expectations() {
		group := groupView{Head: fmt.Sprintf(say.expects[e], r.count(e))}
		for i := range r.Cases {
			if r.Cases[i].Expects == e {
				group.Cases = append(group.Cases, say.caseText(&r.Cases[i]))
			}
		}
		if len(group.Cases) > 0 {
			v.Groups = append(v.Groups, group)
		}
	}
	return v
}

// parts cuts the path of a file behind the places where a line may end.
func parts(file string) []string { return strings.SplitAfter(file, "/") }
