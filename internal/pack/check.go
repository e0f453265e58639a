package pack

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"hegui/internal/catalog"
)

// check finds everything that makes a pack contradict itself. Each check names file and line.
func (l *loader) check(c *catalog.Catalog, set Rules) {
	l.checkPack(c)
	l.checkSource(c)
	l.checkThresholds(c)
	sentences := Sentences(c.Source.Text)
	ids := map[string]string{}
	for i := range c.Requirements {
		r := &c.Requirements[i]
		if other, ok := ids[r.ID]; ok {
			l.fault(r.File, l.line(r.File, "id"), "requirement %s stands in %s too", r.ID, other)
		}
		ids[r.ID] = r.File
		l.checkRequirement(c, r)
		if c.Source.Text != "" {
			l.checkQuote(c.Source.Text, sentences, r.Quote, r.ID, r.File, l.line(r.File, "quote"))
		}
	}
	l.checkCoverage(c)
	l.checkReadings(c, sentences, set)
	l.checkProfiles(c)
	if set != nil {
		l.checkRules(c, set)
	}
}

func (l *loader) texts(file string, keys []string, texts ...catalog.Text) {
	for _, t := range texts {
		if !t.Complete() {
			l.fault(file, l.line(file, keys...), "%s: a text is missing in Chinese or in English", path.Join(keys...))
		}
	}
}

func (l *loader) checkPack(c *catalog.Catalog) {
	file := l.path("pack.yaml")
	if !semver.MatchString(c.Version) {
		l.fault(file, l.line(file, "version"), "version %q is not of the form 1.2.3", c.Version)
	}
	l.texts(file, []string{"title"}, c.Title)
	l.texts(file, []string{"source"}, c.Source.Title, c.Source.Publisher)
	if len(c.Dimensions) == 0 || len(c.Grades) == 0 {
		l.fault(file, 0, "dimensions and grades must not be empty")
	}
	for _, d := range c.Dimensions {
		l.texts(file, []string{"dimensions"}, d.Title)
	}
	for i, g := range c.Grades {
		l.texts(file, []string{"grades"}, g.Title)
		if g.From < 0 || g.From > 10000 || i > 0 && g.From >= c.Grades[i-1].From {
			l.fault(file, l.line(file, "grades"), "grades must fall from at most 10000 to at least 0")
		}
	}
	l.checkCodes(file, c.Codes)
	flags := l.path("flags.yaml")
	for _, f := range c.Flags {
		l.texts(flags, []string{"flags", f.Name}, f.Title, f.Off)
	}
	for _, code := range slices.Sorted(maps.Keys(c.Guards)) {
		l.texts(flags, []string{"guards", code}, c.Guards[code])
	}
	terms := l.path("terms.yaml")
	for _, name := range slices.Sorted(maps.Keys(c.Terms)) {
		l.texts(terms, []string{name}, c.Terms[name])
	}
}

var semver = regexp.MustCompile(`^\d+\.\d+\.\d+$`)

// checkSource pins the document: a single changed byte makes every quote doubtful.
func (l *loader) checkSource(c *catalog.Catalog) {
	file := l.path("pack.yaml")
	switch {
	case c.Source.File == "":
		l.fault(file, l.line(file, "source"), "source.file is missing")
	case c.Source.Text == "":
		l.fault(file, l.line(file, "source"), "source document %s is missing", c.Source.File)
	case !utf8.ValidString(c.Source.Text):
		l.fault(c.Source.File, 0, "the source document is not UTF-8; convert it and pin the SHA-256 of what comes out")
	case sha256Hex(c.Source.Text) != c.Source.SHA256:
		l.fault(file, l.line(file, "source", "sha256"), "source document %s has SHA-256 %s, not %s: the document has changed",
			c.Source.File, sha256Hex(c.Source.Text), c.Source.SHA256)
	}
}

func (l *loader) checkThresholds(c *catalog.Catalog) {
	file := l.path("thresholds.yaml")
	for _, t := range c.Thresholds {
		if t.Value == "" || t.Value == "null" || !t.Unit.Complete() || !t.Source.Complete() {
			l.fault(file, l.line(file, t.Name), "threshold %s needs a value, a unit and a source", t.Name)
		}
		if !slices.Contains(catalog.Bases(), t.Basis) {
			l.fault(file, l.line(file, t.Name), "threshold %s has basis %q; known are %v", t.Name, t.Basis, catalog.Bases())
		}
		l.texts(file, []string{t.Name}, t.Title)
	}
	if got, want := l.files[l.path("schema/thresholds.json")], string(thresholdSchema(l.data["thresholds"])); got != want {
		l.fault(l.path("schema/thresholds.json"), 0, "does not describe thresholds.yaml")
	}
}

func (l *loader) checkRequirement(c *catalog.Catalog, r *catalog.Requirement) {
	at := func(keys ...string) int { return l.line(r.File, keys...) }
	if r.Stem() != stemOf(r.File) {
		l.fault(r.File, at("id"), "id %q belongs into %s.yaml", r.ID, r.Stem())
	}
	if !slices.ContainsFunc(c.Dimensions, func(d catalog.Dimension) bool { return d.ID == r.Dimension }) {
		l.fault(r.File, at("dimension"), "unknown dimension %q", r.Dimension)
	}
	if !slices.Contains([]catalog.Severity{catalog.Veto, catalog.Major, catalog.Minor}, r.Severity) {
		l.fault(r.File, at("severity"), "severity %q is not veto, major or minor", r.Severity)
	}
	if r.Weight < 1 || r.Weight > 1000 {
		l.fault(r.File, at("weight"), "weight %d is outside 1..1000", r.Weight)
	}
	if r.Effort < 1 || r.Effort > 250 {
		l.fault(r.File, at("effort"), "effort %d is outside 1..250 person-days", r.Effort)
	}
	if len(r.Applies) == 0 {
		l.fault(r.File, at("applies"), "applies names no flag")
	}
	for key, flags := range map[string][]string{"applies": r.Applies.Flags(), "veto_when": r.VetoWhen} {
		for _, flag := range flags {
			if _, ok := c.Flag(flag); !ok {
				l.fault(r.File, at(key), "unknown flag %q", flag)
			}
		}
	}
	for _, alternative := range r.Applies {
		for _, term := range alternative {
			if f, ok := c.Flag(term.Flag); ok && term.Off && !f.On.Complete() {
				l.fault(l.path("flags.yaml"), l.line(l.path("flags.yaml"), "flags", f.Name), "flags/%s/on: a text is missing in Chinese or in English; %s does not apply while the flag is on", f.Name, r.ID)
			}
		}
	}
	if r.Confirm != (catalog.Text{}) {
		l.texts(r.File, []string{"confirm"}, r.Confirm)
	}
	l.texts(r.File, []string{"title"}, r.Title)
	l.texts(r.File, []string{"reading"}, r.Reading)
	l.texts(r.File, []string{"example"}, r.Example)
	if len(r.Codes) == 0 {
		l.fault(r.File, at("codes"), "no codes")
	}
	l.checkCodes(r.File, r.Codes)
}

func (l *loader) checkCodes(file string, codes map[string]catalog.Code) {
	for _, name := range slices.Sorted(maps.Keys(codes)) {
		code := codes[name]
		l.texts(file, []string{"codes", name}, code.Message, code.Remedy)
		if !slices.Contains(catalog.Bases(), code.Basis) {
			l.fault(file, l.line(file, "codes", name), "code %s has basis %q; known are %v", name, code.Basis, catalog.Bases())
		}
		zh, en := catalog.Text{ZH: code.Message.ZH}.Placeholders(), catalog.Text{EN: code.Message.EN}.Placeholders()
		slices.Sort(zh)
		slices.Sort(en)
		if !slices.Equal(zh, en) {
			l.fault(file, l.line(file, "codes", name), "code %s: the Chinese message fills %v, the English %v", name, zh, en)
		}
	}
}

func (l *loader) checkProfiles(c *catalog.Catalog) {
	if len(c.Profiles) == 0 {
		l.fault(l.path("profiles"), 0, "no profile")
	}
	for i := range c.Profiles {
		p := &c.Profiles[i]
		file := l.path("profiles/" + p.ID + ".yaml")
		l.texts(file, []string{"title"}, p.Title)
		l.texts(file, []string{"reasoning"}, p.Reasoning)
		share := func(key string, v int) {
			if v < 0 || v > 10000 {
				l.fault(file, l.line(file, key), "%s %d is outside 0..10000 basis points", key, v)
			}
		}
		share("pass_mark", p.PassMark)
		if p.PassMark == 0 {
			l.fault(file, l.line(file, "pass_mark"), "a pass mark of 0 lets everything pass")
		}
		share("floor", p.Floor)
		share("floor_min_share", p.FloorMinShare)
		for _, d := range slices.Sorted(maps.Keys(p.Floors)) {
			share("floors", p.Floors[d])
			if !slices.ContainsFunc(c.Dimensions, func(x catalog.Dimension) bool { return x.ID == d }) {
				l.fault(file, l.line(file, "floors"), "unknown dimension %q", d)
			}
		}
		for _, id := range append(slices.Sorted(maps.Keys(p.Weights)), p.Exclude...) {
			if _, ok := c.Requirement(id); !ok {
				l.fault(file, l.line(file, "weights"), "unknown requirement %q", id)
			}
		}
		l.checkEmphasis(c, p, file)
	}
}

// checkEmphasis bounds what a profile may change: it shifts the emphasis of the catalogue, and is not another catalogue. A
// veto stays, a weight stays between a quarter of the catalogue's and four times it, and half of the weight stays in.
func (l *loader) checkEmphasis(c *catalog.Catalog, p *catalog.Profile, file string) {
	all, out := 0, 0
	for i := range c.Requirements {
		r := &c.Requirements[i]
		all += r.Weight
		if slices.Contains(p.Exclude, r.ID) {
			out += r.Weight
			if r.Severity == catalog.Veto || len(r.VetoWhen) > 0 {
				l.fault(file, l.line(file, "exclude"), "%s is a veto and may not be left out", r.ID)
			}
		}
		w, ok := p.Weights[r.ID]
		if least, most := (r.Weight+3)/4, r.Weight*4; ok && (w < least || w > most) {
			l.fault(file, l.line(file, "weights", r.ID), "weight %d of %s is outside %d..%d, a quarter to four times its weight in the catalogue", w, r.ID, least, most)
		}
	}
	if out*2 > all {
		l.fault(file, l.line(file, "exclude"), "what is left out weighs %d of %d, more than half of the catalogue", out, all)
	}
}

// tested says whether one of the texts has a rule whose name begins so, at the margin.
func tested(texts []string, name string) bool {
	return slices.ContainsFunc(texts, func(t string) bool { return strings.HasPrefix(t, name) || strings.Contains(t, "\n"+name) })
}

// checkRules joins catalog and rules by their stem, in both directions, and asks each rule for its tests.
func (l *loader) checkRules(c *catalog.Catalog, set Rules) {
	stems := set.Stems()
	tests := map[string][]string{} // by folder
	for p, text := range l.files {
		if isTest(p) {
			tests[path.Dir(p)] = append(tests[path.Dir(p)], text)
		}
	}
	for i := range c.Requirements {
		r := &c.Requirements[i]
		if !slices.Contains(stems, r.Stem()) {
			l.fault(r.File, 0, "requirement %s has no rule: rego/%s/rules/%s", r.ID, l.id, r.Stem())
		}
	}
	for _, stem := range stems {
		file := set.FileOf(stem)
		if _, ok := c.Requirement(stem); !ok {
			l.fault(file, 0, "the rule has no requirement: policies/%s/requirements/%s.yaml", l.id, stem)
		}
		if path.Base(path.Dir(file)) != stem {
			l.fault(file, 0, "package %s belongs into a folder of that name", stem)
		}
		for _, name := range []string{"applies", "findings"} {
			if !set.Defines(stem, name) {
				l.fault(file, 0, "the rule does not define %q", name)
			}
		}
		// Those in folders below count, too.
		var texts []string
		for dir, all := range tests {
			if below := path.Dir(file); dir == below || strings.HasPrefix(dir, below+"/") {
				texts = append(texts, all...)
			}
		}
		if !tested(texts, "test_passes") || !tested(texts, "test_fails") {
			l.fault(file, 0, "the rule lacks a test that passes (test_passes…) or one that fails (test_fails…)")
		}
	}
}
