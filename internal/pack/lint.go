package pack

import (
	"cmp"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/rules"
)

// Level says what a finding of [Check] means.
type Level string

// The levels, gravest first.
const (
	Invalid Level = "error"   // the pack does not load
	Doubt   Level = "warning" // the pack loads, and something about it is probably not meant
	Note    Level = "note"    // what could not be checked; nothing to repair
)

// Finding is one thing that [Check] found, in both languages.
type Finding struct {
	Level   Level        `json:"level"`
	Check   string       `json:"check"` // id of the check: "load" or one of [Lints]
	File    string       `json:"file"`
	Line    int          `json:"line,omitempty"` // 0 when it is on no line
	Message catalog.Text `json:"message"`
	Repair  catalog.Text `json:"repair,omitzero"` // empty when there is nothing to repair
}

// Check gives everything that is wrong or doubtful about a pack, sorted by file and line: what keeps it from loading, and
// the lints. Lints about what a part of a pack uses of another need a pack that loads. The error is *NotFoundError, or one
// of the file system.
func Check(fsys fs.FS, id string) ([]Finding, error) {
	files, err := read(fsys, id)
	if err != nil {
		return nil, err
	}
	l := newLoader(id, files)
	p := l.load()
	var out []Finding
	for _, problem := range l.problems {
		out = append(out, Finding{Invalid, "load", problem.File, problem.Line, problem.Text, problem.Repair})
	}
	cfg := rules.Config{Pack: id, Modules: l.modules(true), Schemas: l.loadSchemas(), Data: l.data}
	report, err := rules.LintSources(cfg)
	if err != nil {
		return nil, err
	}
	remarks := report.Remarks
	if p != nil {
		broken, err := rules.LintTests(cfg)
		if err != nil {
			return nil, err
		}
		x := &linter{loader: l, pack: p, facts: &report.Facts}
		x.lint()
		remarks = slices.Concat(remarks, broken, x.remarks)
		for _, n := range x.notes {
			out = append(out, Finding{Note, n.Lint, n.File, n.Line, n.Message, n.Repair})
		}
	}
	for _, r := range remarks {
		out = append(out, Finding{Doubt, r.Lint, r.File, r.Line, r.Message, r.Repair})
	}
	slices.SortStableFunc(out, compareFindings)
	return slices.Compact(out), nil
}

func compareFindings(a, b Finding) int {
	return cmp.Or(strings.Compare(a.File, b.File), a.Line-b.Line, strings.Compare(a.Check, b.Check), strings.Compare(a.Message.EN, b.Message.EN))
}

// Fix gives the files of a pack that can be mended without a person, by path, with what they should hold: Rego as `opa fmt`
// has it, and the schema of thresholds. Files that do not parse are left as they are.
func Fix(fsys fs.FS, id string) (map[string][]byte, error) {
	files, err := read(fsys, id)
	if err != nil {
		return nil, err
	}
	l := newLoader(id, files)
	out := map[string][]byte{}
	for _, m := range l.modules(true) {
		if b, err := rules.Format(m.File, []byte(m.Text)); err == nil && string(b) != m.Text {
			out[m.File] = b
		}
	}
	file := l.path("schema/thresholds.json")
	if b, err := ThresholdSchema(fsys, id); err == nil && string(b) != files[file] {
		out[file] = b
	}
	return out, nil
}

// Lints lists every lint, for documentation.
func Lints() []rules.Lint {
	return slices.Concat(rules.Lints(), []rules.Lint{
		lintSentence, lintThreshold, lintCodeUnused, lintCodeUnknown, lintCodesComputed, lintPlace, lintPath, lintFlagUnused, lintFlagUnderived, lintFlagUnknown,
		lintGuardUnused, lintGuardUnknown, lintTermUnused, lintTermUnknown, lintHintUnused, lintHintUnknown, lintManyFiles,
		lintMuchRego, lintManyRules,
	})
}

// linter holds what a pack states against what its rules use.
type linter struct {
	*loader
	pack    *Pack
	facts   *rules.Facts
	remarks []rules.Remark
	notes   []rules.Remark
}

func (x *linter) lint() {
	x.lintSentences()
	x.lintThresholds()
	x.lintCodes()
	x.lintPlaces()
	x.lintPaths()
	x.lintFlags()
	x.lintTerms()
	x.lintHints()
	x.lintSize()
}

func (x *linter) remark(l *rules.Lint, file string, line int, values ...any) {
	x.remarks = append(x.remarks, l.At(file, line, values...))
}

func (x *linter) lintSentences() {
	for i, s := range x.pack.Catalog.Sentences {
		if s.Todo {
			x.remark(&lintSentence, x.path("coverage.yaml"), x.sentenceLine(i), s.ID)
		}
	}
}

func (x *linter) lintThresholds() {
	file := x.path("thresholds.yaml")
	for _, t := range x.pack.Catalog.Thresholds {
		if !x.facts.Thresholds[t.Name] {
			x.remark(&lintThreshold, file, x.line(file, t.Name), t.Name)
		}
	}
}

// lintCodes holds the codes that rules raise against those that the catalog has texts for, in both directions.
func (x *linter) lintCodes() {
	c := x.pack.Catalog
	shared := map[string]bool{} // codes of the pack that some rule raises
	all := true                 // every code of every rule is known
	for i := range c.Requirements {
		r := &c.Requirements[i]
		codes := x.facts.Codes[r.Stem()]
		for _, code := range codes.Sorted() {
			if _, ok := c.Codes[code]; ok {
				shared[code] = true
			} else if _, ok := r.Codes[code]; !ok {
				x.remark(&lintCodeUnknown, codes.Raised[code].File, codes.Raised[code].Line, code, r.File)
			}
		}
		if codes.Computed != nil {
			all = false
			x.notes = append(x.notes, lintCodesComputed.At(codes.Computed.File, codes.Computed.Line))
		}
		for _, code := range slices.Sorted(maps.Keys(r.Codes)) {
			if _, ok := codes.Raised[code]; !ok && !x.mayBe(code, &codes) {
				x.remark(&lintCodeUnused, r.File, x.line(r.File, "codes", code), code)
			}
		}
	}
	for i := range c.Readings {
		r := &c.Readings[i]
		file := x.path("readings.yaml")
		codes := x.facts.Readings[r.ID]
		for _, code := range codes.Sorted() {
			shared[code] = true
			if !x.known(code, r) {
				x.remark(&lintCodeUnknown, codes.Raised[code].File, codes.Raised[code].Line, code, file)
			}
		}
		if codes.Computed != nil {
			all = false
			x.notes = append(x.notes, lintCodesComputed.At(codes.Computed.File, codes.Computed.Line))
		}
		for _, code := range slices.Sorted(maps.Keys(r.Codes)) {
			if _, ok := codes.Raised[code]; !ok && !x.mayBe(code, &codes) {
				x.remark(&lintCodeUnused, file, x.readingLine(i), code)
			}
		}
	}
	file := x.path("pack.yaml")
	for _, code := range slices.Sorted(maps.Keys(c.Codes)) {
		if !shared[code] && (all || !x.facts.Words[code]) {
			x.remark(&lintCodeUnused, file, x.line(file, "codes", code), code)
		}
	}
}

// mayBe says whether a code that nothing raises for sure may come out of what a rule computes: it is written somewhere.
func (x *linter) mayBe(code string, codes *rules.Codes) bool {
	return codes.Computed != nil && x.facts.Words[code]
}

// known says whether a code that a reading raises has texts: in the reading, in the pack, or in a requirement that it is
// about. What the rule of the requirement raises, too, is remarked on there.
func (x *linter) known(code string, r *catalog.Reading) bool {
	_, ok := r.Codes[code]
	if _, shared := x.pack.Catalog.Codes[code]; ok || shared {
		return true
	}
	for _, id := range r.Requirements {
		if req, found := x.pack.Catalog.Requirement(id); found {
			_, texts := req.Codes[code]
			if _, raised := x.facts.Codes[req.Stem()].Raised[code]; texts || raised {
				return true
			}
		}
	}
	return false
}

func (x *linter) lintFlags() {
	c, file := x.pack.Catalog, x.path("flags.yaml")
	asked := map[string]bool{}
	for i := range c.Requirements {
		for _, flag := range slices.Concat(c.Requirements[i].Applies.Flags(), c.Requirements[i].VetoWhen) {
			asked[flag] = true
		}
	}
	for _, f := range c.Flags {
		line := x.line(file, "flags", f.Name)
		if _, ok := x.facts.Flags[f.Name]; !ok {
			x.remark(&lintFlagUnderived, file, line, f.Name)
		} else if !asked[f.Name] && !x.facts.Reads["flags."+f.Name] {
			x.remark(&lintFlagUnused, file, line, f.Name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(x.facts.Flags)) {
		if _, ok := c.Flag(name); !ok {
			x.remark(&lintFlagUnknown, x.facts.Flags[name].File, x.facts.Flags[name].Line, name)
		}
	}
	x.lintTexts(slices.Sorted(maps.Keys(c.Guards)), &x.facts.Guards, file, "guards", &lintGuardUnused, &lintGuardUnknown)
}

func (x *linter) lintHints() {
	x.lintTexts(slices.Sorted(maps.Keys(x.pack.Catalog.Hints)), &x.facts.Hints, x.path("hints.yaml"), "hints", &lintHintUnused, &lintHintUnknown)
}

// lintTexts holds codes that have texts in a file against those that are raised.
func (x *linter) lintTexts(have []string, codes *rules.Codes, file, key string, unused, unknown *rules.Lint) {
	for _, code := range have {
		if _, ok := codes.Raised[code]; !ok && !x.mayBe(code, codes) {
			x.remark(unused, file, x.line(file, key, code), code)
		}
	}
	for _, code := range codes.Sorted() {
		if !slices.Contains(have, code) {
			x.remark(unknown, codes.Raised[code].File, codes.Raised[code].Line, code)
		}
	}
	if codes.Computed != nil {
		x.notes = append(x.notes, lintCodesComputed.At(codes.Computed.File, codes.Computed.Line))
	}
}

// lintTerms: most terms are put together, as concat("_", ["role", role]); so a term is used when it is written out, or
// begins with a word that is and ends with one that is, or with a value that a field of the proposal may have.
func (x *linter) lintTerms() {
	c, file := x.pack.Catalog, x.path("terms.yaml")
	ends := maps.Clone(x.facts.Words)
	if x.pack.Schema != nil {
		x.pack.Schema.root.walk(func(f *Field) {
			for _, word := range append(slices.Clone(f.Enum), f.Key) {
				ends[strings.ToLower(word)] = true // lower("II") is how a rule makes device_class_ii
				ends[word] = true
			}
		})
	}
	for _, name := range slices.Sorted(maps.Keys(c.Terms)) {
		if !x.facts.Words[name] && !joined(name, x.facts.Words, ends) {
			x.remark(&lintTermUnused, file, x.line(file, name), name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(x.facts.Terms)) {
		if _, ok := c.Terms[name]; !ok {
			for _, place := range x.facts.Terms[name] {
				x.remark(&lintTermUnknown, place.File, place.Line, name)
			}
		}
	}
	names := slices.Collect(maps.Keys(c.Terms))
	for _, stem := range slices.Sorted(maps.Keys(x.facts.TermStems)) {
		if !slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(name, stem) }) {
			for _, place := range x.facts.TermStems[stem] {
				x.remark(&lintTermUnknown, place.File, place.Line, stem+"…")
			}
		}
	}
}

func joined(name string, begins, ends map[string]bool) bool {
	for i, r := range name {
		if r == '_' && begins[name[:i]] && ends[name[i+1:]] {
			return true
		}
	}
	return false
}

// Caps on a pack beyond those of loading, which takes 10 MiB in all. The sheet's D6 has 200 files, 2 MiB of Rego and 2,000
// rules for packs of strangers. The built-in one, with 75 requirements, has 363 files, 0.6 MiB of Rego without tests and 2,972
// rules, counting every body; the number of files follows from a folder for each requirement. So files and rules may be
// about three times what it has, and the Rego stays as it is.
const (
	capFiles = 1000
	capRego  = 2 << 20
	capRules = 9000
)

func (x *linter) lintSize() {
	rego := 0
	for name, text := range x.files {
		if strings.HasSuffix(name, ".rego") && !isTest(name) {
			rego += len(text)
		}
	}
	for _, c := range []struct {
		lint     *rules.Lint
		is, most int
	}{{&lintManyFiles, len(x.files), capFiles}, {&lintMuchRego, rego, capRego}, {&lintManyRules, x.facts.Rules, capRules}} {
		if c.is > c.most {
			x.remark(c.lint, x.path("pack.yaml"), 0, c.is, c.most)
		}
	}
}
