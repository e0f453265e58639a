package handbook

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/report"
	"hegui/internal/rules"
)

// Page is one file of the handbook.
type Page struct {
	File string // below the handbook's folder, with slashes: "zh/requirements/data_03.md"
	Text string // Markdown
}

// Pages gives the whole handbook in both languages, sorted by file: the same bytes for the same pack. The error names a
// dimension that cannot be the name of a file.
func Pages(s *Source) ([]Page, error) {
	for _, d := range s.Pack.Catalog.Dimensions {
		if !fileName.MatchString(catalog.Stem(d.ID)) {
			return nil, fmt.Errorf("the id of dimension %q cannot be the name of a file: letters, digits, - and _ can", d.ID)
		}
	}
	pages := []Page{{"README.md", entrance(s.Pack.Catalog)}}
	for _, lang := range []catalog.Lang{catalog.ZH, catalog.EN} {
		pages = append(pages, newBook(s, lang).pages()...)
	}
	slices.SortFunc(pages, func(a, b Page) int { return strings.Compare(a.File, b.File) })
	return pages, nil
}

var fileName = regexp.MustCompile(`^[a-z0-9_-]+$`)

// entrance leads to both languages.
func entrance(c *catalog.Catalog) string {
	m := newPage(text(c.Title.ZH) + " · " + text(c.Title.EN))
	m.list([]string{link(text(wordsIn(catalog.ZH).Handbook), "zh/README.md"), link(text(wordsIn(catalog.EN).Handbook), "en/README.md")})
	return m.String()
}

// book writes the pages of one language.
type book struct {
	*Source
	c     *catalog.Catalog
	lang  catalog.Lang
	say   *words
	trace *Trace
	parts map[string]*rules.Part // by name
	users map[string][]string    // stems of requirements whose rules read a part, themselves or through others, by part
	reads map[string][]string    // names of parts that read a threshold themselves, by threshold
}

func newBook(s *Source, lang catalog.Lang) *book {
	b := &book{
		Source: s, c: s.Pack.Catalog, lang: lang, say: wordsIn(lang), trace: NewTrace(s),
		parts: map[string]*rules.Part{}, users: map[string][]string{}, reads: map[string][]string{},
	}
	var parts []rules.Part
	if set, ok := s.Pack.Rules.(*rules.Set); ok { // as Open has it: nothing is evaluated, so nothing needs a process of its own
		parts = set.Parts()
	}
	for i := range parts {
		b.parts[parts[i].Name] = &parts[i]
		for _, t := range parts[i].Thresholds {
			b.reads[t] = append(b.reads[t], parts[i].Name)
		}
	}
	for i := range b.c.Requirements {
		stem := b.c.Requirements[i].Stem()
		for name := range b.reach("rules." + stem) {
			b.users[name] = append(b.users[name], stem)
		}
	}
	return b
}

// reach gives the parts that a part reads, itself or through checks. It does not look through flags: every rule reads them.
func (b *book) reach(from string) map[string]bool {
	seen := map[string]bool{}
	var follow func(string)
	follow = func(name string) {
		part := b.parts[name]
		if part == nil || name == "flags" {
			return
		}
		for _, used := range part.Uses {
			if !seen[used] {
				seen[used] = true
				follow(used)
			}
		}
	}
	follow(from)
	return seen
}

func (b *book) pages() []Page {
	pages := []Page{
		{"README.md", b.index()}, {"document.md", b.document()}, {"profiles.md", b.profiles()}, {"thresholds.md", b.thresholds()},
		{"flags.md", b.flags()}, {"checks.md", b.checks()}, {"readings.md", b.readings()},
	}
	for i := range b.c.Dimensions {
		d := &b.c.Dimensions[i]
		pages = append(pages, Page{dimensionFile(d.ID), b.dimension(d)})
	}
	for i := range b.c.Requirements {
		r := &b.c.Requirements[i]
		pages = append(pages, Page{requirementFile(r.Stem()), b.requirement(r)})
	}
	for i := range pages {
		pages[i].File = path.Join(string(b.lang), pages[i].File)
	}
	return pages
}

func dimensionFile(id string) string     { return "dimensions/" + catalog.Stem(id) + ".md" }
func requirementFile(stem string) string { return "requirements/" + stem + ".md" }

// page begins a page: title, and the ways to the index and to the same page in the other language. up leads to the folder
// of the language: "" or "../".
func (b *book) page(title, up, file string, trail ...string) *markdown {
	m := newPage(title)
	other, word := catalog.EN, wordsIn(catalog.EN).Language
	if b.lang == catalog.EN {
		other, word = catalog.ZH, wordsIn(catalog.ZH).Language
	}
	ways := append([]string{link(text(b.say.Handbook), up+"README.md")}, trail...)
	if file == "README.md" {
		ways = nil
	}
	ways = append(ways, link(word, up+"../"+string(other)+"/"+file))
	m.line(strings.Join(ways, " · "))
	return m
}

// titled gives an id that leads to its requirement, and the title.
func (b *book) titled(r *catalog.Requirement, up string) string {
	return link(text(r.ID), up+requirementFile(r.Stem())) + " " + text(r.Title.In(b.lang))
}

// requirementLinks gives ids that lead to their requirements, in the order of the catalogue.
func (b *book) requirementLinks(up string, has func(*catalog.Requirement) bool) string {
	var links []string
	for i := range b.c.Requirements {
		if r := &b.c.Requirements[i]; has(r) {
			links = append(links, link(text(r.ID), up+requirementFile(r.Stem())))
		}
	}
	if len(links) == 0 {
		return text(b.say.None)
	}
	return strings.Join(links, b.say.Comma)
}

func (b *book) index() string {
	m := b.page(text(b.c.Title.In(b.lang)), "", "README.md")
	m.line(text(fmt.Sprintf(b.say.Intro, b.Pack.Ref.ID, b.Pack.Ref.Version)))
	source := &b.c.Source
	m.list([]string{
		bold(text(b.say.Source)) + " " + text(source.Title.In(b.lang)),
		bold(text(b.say.Publisher)) + " " + text(source.Publisher.In(b.lang)),
		bold(text(b.say.File)) + " " + code(source.File) + fmt.Sprintf(b.say.Aside, "SHA-256 "+code(source.SHA256)),
	})
	m.heading(2, "", text(b.say.Dimensions))
	var rows [][]string
	for _, d := range b.c.Dimensions {
		n, weight := 0, 0
		for i := range b.c.Requirements {
			if r := &b.c.Requirements[i]; r.Dimension == d.ID {
				n, weight = n+1, weight+r.Weight
			}
		}
		rows = append(rows, []string{link(text(d.ID+" "+d.Title.In(b.lang)), dimensionFile(d.ID)), fmt.Sprint(n), fmt.Sprint(weight)})
	}
	m.table([]string{text(b.say.Dimension), text(b.say.Requirements), text(b.say.Weight)}, rows)
	m.heading(2, "", text(b.say.More))
	m.list([]string{
		link(text(b.say.Document), "document.md") + b.say.Colon + text(b.say.DocumentHelp),
		link(text(b.say.Profiles), "profiles.md") + b.say.Colon + text(b.say.ProfilesHelp),
		link(text(b.say.Flags), "flags.md") + b.say.Colon + text(b.say.FlagsHelp),
		link(text(b.say.Checks), "checks.md") + b.say.Colon + text(b.say.ChecksHelp),
		link(text(b.say.Thresholds), "thresholds.md") + b.say.Colon + text(b.say.ThresholdsHelp),
		link(text(b.say.Readings), "readings.md") + b.say.Colon + text(b.say.ReadingsHelp),
	})
	m.heading(2, "", text(b.say.Grades))
	rows = nil
	for _, g := range b.c.Grades {
		rows = append(rows, []string{assess.Score(g.From).String(), text(g.Title.In(b.lang))})
	}
	m.table([]string{text(b.say.From), text(b.say.Grade)}, rows)
	return m.String()
}

// document lists the sentences of the source and what becomes of each.
func (b *book) document() string {
	m := b.page(text(b.say.Document), "", "document.md")
	m.line(text(b.say.DocumentHelp))
	coverage := traceWordsIn(b.lang).coverage
	paragraph := ""
	var items []string
	for _, s := range b.trace.Sentences {
		if line, _, _ := strings.Cut(s.ID, "-"); line != paragraph {
			m.list(items)
			m.heading(2, "", text(fmt.Sprintf(b.say.Paragraph, strings.TrimPrefix(line, "L"))))
			paragraph, items = line, nil
		}
		item := fmt.Sprintf("%s%s %s<br>%s %s", anchor(s.ID), code(s.ID), text(s.Text), coverageSigns[s.Coverage], text(coverage[s.Coverage]))
		if asked := slices.Concat(s.RuledBy, s.HeldBy); len(asked) > 0 {
			item += b.say.Colon + b.requirementLinks("", func(r *catalog.Requirement) bool { return slices.Contains(asked, r.ID) })
		}
		if s.Person != nil {
			item += "<br>" + bold(text(b.say.Confirm)) + " " + text(s.Person.In(b.lang))
		}
		switch {
		case s.Reason != nil && s.Coverage == Context:
			item += b.say.Colon + text(s.Reason.In(b.lang))
		case s.Reason != nil:
			item += "<br>" + text(s.Reason.In(b.lang))
		}
		items = append(items, item)
	}
	m.list(items)
	return m.String()
}

func (b *book) dimension(d *catalog.Dimension) string {
	m := b.page(text(d.ID+" "+d.Title.In(b.lang)), "../", dimensionFile(d.ID))
	var rows [][]string
	for i := range b.c.Requirements {
		r := &b.c.Requirements[i]
		if r.Dimension == d.ID {
			rows = append(rows, []string{b.titled(r, "../"), text(b.say.severity[r.Severity]), fmt.Sprint(r.Weight), text(report.Applies(b.c, r, b.lang))})
		}
	}
	m.table([]string{text(b.say.Requirement), text(b.say.Severity), text(b.say.Weight), text(b.say.Applies)}, rows)
	for i := range b.c.Requirements {
		if r := &b.c.Requirements[i]; r.Dimension == d.ID {
			m.heading(2, "", b.titled(r, "../"))
			m.quote(text(r.Quote.Text))
			m.line(text(r.Reading.In(b.lang)))
		}
	}
	return m.String()
}

func (b *book) profiles() string {
	m := b.page(text(b.say.Profiles), "", "profiles.md")
	m.line(text(b.say.ProfilesHelp))
	for i := range b.c.Profiles {
		p := &b.c.Profiles[i]
		m.heading(2, p.ID, text(p.Title.In(b.lang))+" "+code(p.ID))
		m.line(text(p.Reasoning.In(b.lang)))
		items := []string{
			bold(text(b.say.PassMark)) + " " + assess.Score(p.PassMark).String(),
			bold(text(b.say.Floor)) + " " + assess.Score(p.Floor).String(),
			bold(text(b.say.FloorShare)) + " " + text(fmt.Sprintf("%s%%", assess.Score(p.FloorMinShare))),
		}
		for _, id := range slices.Sorted(maps.Keys(p.Floors)) {
			items = append(items, bold(text(fmt.Sprintf(b.say.FloorOf, id)))+" "+assess.Score(p.Floors[id]).String())
		}
		if len(p.Exclude) > 0 {
			items = append(items, bold(text(b.say.Excludes))+" "+b.requirementLinks("", func(r *catalog.Requirement) bool { return slices.Contains(p.Exclude, r.ID) }))
		}
		m.list(items)
		var rows [][]string
		for k := range b.c.Requirements {
			r := &b.c.Requirements[k]
			if w, ok := p.Weights[r.ID]; ok {
				rows = append(rows, []string{b.titled(r, ""), fmt.Sprint(r.Weight), fmt.Sprint(w)})
			}
		}
		m.table([]string{text(b.say.Requirement), text(b.say.Weight), text(b.say.WeightHere)}, rows)
	}
	return m.String()
}

func (b *book) readings() string {
	m := b.page(text(b.say.Readings), "", "readings.md")
	m.line(text(b.say.ReadingsHelp))
	for i := range b.c.Readings {
		r := &b.c.Readings[i]
		x := report.ExplainReading(r, b.lang)
		m.heading(2, r.ID, text(x.Quote)+" "+code(r.ID))
		if s, ok := b.c.Sentence(r.Quote.Sentence); ok {
			m.quote(b.quoted(r.Quote), link(s.ID, "document.md", s.ID))
		}
		m.line(bold(text(b.say.Decides)) + " " + b.requirementLinks("", func(q *catalog.Requirement) bool { return slices.Contains(r.Requirements, q.ID) }))
		m.list(b.alternatives(x))
		if len(r.Codes) > 0 {
			m.line(bold(text(b.say.OtherCodes)))
			m.list(codeItems(b.say, report.ExplainCodes(r.Codes, b.lang)))
		}
	}
	return m.String()
}

// quoted gives the sentence of a quote with the quote in bold, or the quote alone.
func (b *book) quoted(q catalog.Quote) string {
	before, after := b.c.Around(q)
	out := bold(text(q.Text))
	if before != "" {
		out = text(before) + zeroWidth + out
	}
	if after != "" {
		out += zeroWidth + text(after)
	}
	return out
}

// zeroWidth stands between text and a mark of stress: beside a Chinese letter or a quotation mark, Markdown would not take
// the mark for one.
const zeroWidth = "&#8203;"

func (b *book) alternatives(x report.ExplainedReading) []string {
	var items []string
	for i, a := range x.Alternatives {
		item := code(a.ID) + " " + text(a.Title)
		if i == 0 {
			item += fmt.Sprintf(b.say.Aside, b.say.Default)
		}
		items = append(items, item)
	}
	return items
}

// codeItems lists ways to miss a requirement.
func codeItems(say *words, codes []report.ExplainedCode) []string {
	var items []string
	for _, k := range codes {
		item := code(k.Code)
		if k.Basis != "" {
			item += fmt.Sprintf(say.Aside, text(k.Basis))
		}
		items = append(items, item+say.Colon+message(k.Message)+"<br>"+bold(text(say.Repair))+" "+message(k.Remedy))
	}
	return items
}
