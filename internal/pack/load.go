package pack

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
	"hegui/internal/rules"
)

// loader turns the files of a pack into a Pack and collects every fault on the way.
type loader struct {
	id       string
	files    files
	problems []Problem
	data     map[string]any // documents that rules read, by name
	compiler func(rules.Config) (Rules, error)

	// What was made of the pack before, by somebody who is trusted; nil where nobody is.
	plan   []byte
	parsed parsedFiles
	record func(name parsedName, value any) // is told what is read; nil for nobody
}

// newLoader is a loader that compiles rules to run in this process.
func newLoader(id string, files files) *loader {
	return &loader{id: id, files: files, compiler: CompileHere}
}

func (l *loader) fault(file string, line int, format string, args ...any) {
	text, repair := say(format, args)
	l.problems = append(l.problems, Problem{File: file, Line: line, Message: text.EN, Text: text, Repair: repair})
}

func (l *loader) invalid() error {
	slices.SortStableFunc(l.problems, func(a, b Problem) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		return a.Line - b.Line
	})
	return &InvalidError{Pack: l.id, Problems: slices.Compact(l.problems)}
}

func (l *loader) path(name string) string { return "policies/" + l.id + "/" + name }

// The shapes of a pack's files. Field names are the keys of the files.
type (
	packFile struct {
		ID      string       `yaml:"id"`
		Version string       `yaml:"version"`
		Title   catalog.Text `yaml:"title"`
		Source  struct {
			File      string       `yaml:"file"`
			SHA256    string       `yaml:"sha256"`
			Title     catalog.Text `yaml:"title"`
			Publisher catalog.Text `yaml:"publisher"`
		} `yaml:"source"`
		Dimensions []struct {
			ID    string       `yaml:"id"`
			Title catalog.Text `yaml:"title"`
		} `yaml:"dimensions"`
		Grades []struct {
			ID    string       `yaml:"id"`
			From  int          `yaml:"from"`
			Title catalog.Text `yaml:"title"`
		} `yaml:"grades"`
		Codes map[string]codeFile `yaml:"codes"`
	}
	codeFile struct {
		Basis   catalog.Basis `yaml:"basis"`
		Message catalog.Text  `yaml:"message"`
		Remedy  catalog.Text  `yaml:"remedy"`
	}
	requirementFile struct {
		ID        string           `yaml:"id"`
		Title     catalog.Text     `yaml:"title"`
		Dimension string           `yaml:"dimension"`
		Severity  catalog.Severity `yaml:"severity"`
		VetoWhen  []string         `yaml:"veto_when"`
		Weight    int              `yaml:"weight"`
		Applies   []string         `yaml:"applies"`
		Quote     struct {
			Sentence string `yaml:"sentence"`
			Offset   int    `yaml:"offset"`
			Text     string `yaml:"text"`
		} `yaml:"quote"`
		Reading   catalog.Text        `yaml:"reading"`
		Confirm   catalog.Text        `yaml:"confirm"`
		Effort    int                 `yaml:"effort"`
		Grounding []string            `yaml:"grounding"`
		Codes     map[string]codeFile `yaml:"codes"`
		Example   catalog.Text        `yaml:"example"`
	}
	flagsFile struct {
		Flags map[string]struct {
			Title catalog.Text `yaml:"title"`
			Off   catalog.Text `yaml:"off"`
			On    catalog.Text `yaml:"on"`
		} `yaml:"flags"`
		Guards map[string]struct {
			Message catalog.Text `yaml:"message"`
		} `yaml:"guards"`
	}
	thresholdFile struct {
		Value  writtenValue  `yaml:"value"`
		Unit   sharedText    `yaml:"unit"`
		Basis  catalog.Basis `yaml:"basis"`
		Source sharedText    `yaml:"source"`
		Title  catalog.Text  `yaml:"title"`
	}
	profileFile struct {
		ID            string         `yaml:"id"`
		Title         catalog.Text   `yaml:"title"`
		Reasoning     catalog.Text   `yaml:"reasoning"`
		PassMark      int            `yaml:"pass_mark"`
		Floor         int            `yaml:"floor"`
		Floors        map[string]int `yaml:"floors"`
		FloorMinShare int            `yaml:"floor_min_share"`
		Weights       map[string]int `yaml:"weights"`
		Exclude       []string       `yaml:"exclude"`
	}
)

// writtenValue is a value as YAML writes it.
type writtenValue string

// sharedText is a text in both languages that one string may give, where both write alike.
type sharedText catalog.Text

// UnmarshalYAML takes a string for both languages, too: a sign such as %, the number of a standard.
func (t *sharedText) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		*t = sharedText{ZH: n.Value, EN: n.Value}
		return nil
	}
	return n.Decode((*catalog.Text)(t))
}

// UnmarshalYAML keeps the text.
func (w *writtenValue) UnmarshalYAML(n *yaml.Node) error {
	b, err := yaml.Marshal(n)
	*w = writtenValue(strings.TrimSpace(string(b)))
	return err
}

// load reads everything, then checks what holds the parts together.
func (l *loader) load() *Pack {
	c := &catalog.Catalog{ID: l.id}
	l.data = map[string]any{}
	l.loadPack(c)
	l.loadFlags(c)
	l.loadTerms(c)
	l.loadThresholds(c)
	l.loadRequirements(c)
	l.loadProfiles(c)
	l.loadCoverage(c)
	l.loadReadings(c)
	l.loadHints(c)
	schemas := l.loadSchemas()
	schema := l.form(c, schemas["proposal"])
	set := l.compile(schemas)
	l.check(c, set)
	if len(l.problems) > 0 {
		return nil
	}
	return &Pack{
		Ref:     assess.PackRef{ID: l.id, Version: c.Version, Digest: l.files.digest(l.id, c.Source.File)},
		Catalog: c, Rules: set, Schema: schema,
		uses: sync.OnceValue(func() map[string][]*catalog.Requirement { return usesOf(c, schema) }),
	}
}

// line finds where a key path stands in a file, 0 when it does not.
func (l *loader) line(file string, keys ...string) int {
	var doc yaml.Node
	if yaml.Unmarshal([]byte(l.files[file]), &doc) != nil || len(doc.Content) == 0 {
		return 0
	}
	node, line := doc.Content[0], 0
	for _, key := range keys {
		found := false
		for i := 0; node.Kind == yaml.MappingNode && i+1 < len(node.Content); i += 2 {
			if node.Content[i].Value == key {
				line, node, found = node.Content[i].Line, node.Content[i+1], true
				break
			}
		}
		if !found {
			return line
		}
	}
	return line
}

func (l *loader) loadPack(c *catalog.Catalog) {
	var f packFile
	file := l.path("pack.yaml")
	if !l.decode(file, &f) {
		return
	}
	if f.ID != l.id {
		l.fault(file, l.line(file, "id"), "id %q is not the folder's name %q", f.ID, l.id)
	}
	c.Version, c.Title = f.Version, f.Title
	c.Source = catalog.Source{
		File: f.Source.File, SHA256: f.Source.SHA256, Title: f.Source.Title, Publisher: f.Source.Publisher,
		Text: l.files[f.Source.File],
	}
	for _, d := range f.Dimensions {
		c.Dimensions = append(c.Dimensions, catalog.Dimension{ID: d.ID, Title: d.Title})
	}
	for _, g := range f.Grades {
		c.Grades = append(c.Grades, catalog.Grade{ID: g.ID, From: g.From, Title: g.Title})
	}
	c.Codes = codes(f.Codes)
}

func codes(in map[string]codeFile) map[string]catalog.Code {
	out := make(map[string]catalog.Code, len(in))
	for name, code := range in {
		out[name] = catalog.Code{Basis: code.Basis, Message: code.Message, Remedy: code.Remedy}
	}
	return out
}

func (l *loader) loadFlags(c *catalog.Catalog) {
	var f flagsFile
	if !l.decode(l.path("flags.yaml"), &f) {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(f.Flags)) {
		c.Flags = append(c.Flags, catalog.Flag{Name: name, Title: f.Flags[name].Title, Off: f.Flags[name].Off, On: f.Flags[name].On})
	}
	c.Guards = make(map[string]catalog.Text, len(f.Guards))
	for code, g := range f.Guards {
		c.Guards[code] = g.Message
	}
}

func (l *loader) loadTerms(c *catalog.Catalog) { l.decode(l.path("terms.yaml"), &c.Terms) }

// loadThresholds reads the numbers twice: for people, and as the document that rules see.
func (l *loader) loadThresholds(c *catalog.Catalog) {
	file := l.path("thresholds.yaml")
	var f map[string]thresholdFile
	var raw map[string]any
	if !l.decode(file, &f) || !l.decode(file, &raw) {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(f)) {
		t := f[name]
		c.Thresholds = append(c.Thresholds, catalog.Threshold{
			Name: name, Value: string(t.Value), Unit: catalog.Text(t.Unit), Basis: t.Basis, Source: catalog.Text(t.Source), Title: t.Title,
		})
	}
	doc, err := jsonValue(raw)
	if err != nil {
		l.fault(file, 0, "%v", err)
		return
	}
	l.data["thresholds"] = doc
}

// jsonValue turns a YAML value into what OPA's store holds: JSON types with exact numbers.
func jsonValue(v any) (any, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("not a JSON value: %w", err)
	}
	return decodeJSON(string(b))
}

func (l *loader) loadRequirements(c *catalog.Catalog) {
	order := map[string]int{}
	for i, d := range c.Dimensions {
		order[d.ID] = i
	}
	for _, file := range l.files.in(l.path("requirements"), ".yaml") {
		var f requirementFile
		if !l.decode(file, &f) {
			continue
		}
		applies, err := catalog.ParseCondition(f.Applies)
		if err != nil {
			l.fault(file, l.line(file, "applies"), "applies: %v", err)
		}
		c.Requirements = append(c.Requirements, catalog.Requirement{
			ID: f.ID, Title: f.Title, Dimension: f.Dimension, Severity: f.Severity, VetoWhen: f.VetoWhen, Weight: f.Weight,
			Applies: applies, Quote: catalog.Quote{Sentence: f.Quote.Sentence, Offset: f.Quote.Offset, Text: f.Quote.Text},
			Reading: f.Reading, Effort: f.Effort, Grounding: f.Grounding, Codes: codes(f.Codes), Confirm: f.Confirm,
			Example: f.Example, File: file,
		})
	}
	slices.SortStableFunc(c.Requirements, func(a, b catalog.Requirement) int {
		if d := order[a.Dimension] - order[b.Dimension]; d != 0 {
			return d
		}
		return strings.Compare(a.ID, b.ID)
	})
}

func (l *loader) loadProfiles(c *catalog.Catalog) {
	for _, file := range l.files.in(l.path("profiles"), ".yaml") {
		var f profileFile
		if !l.decode(file, &f) {
			continue
		}
		if f.ID != stemOf(file) {
			l.fault(file, l.line(file, "id"), "id %q is not the file's name %q", f.ID, stemOf(file))
		}
		c.Profiles = append(c.Profiles, catalog.Profile(f))
	}
}

// schemaNames are those of the schemas that every pack has.
var schemaNames = []string{"proposal", "thresholds"}

// loadSchemas reads the JSON Schemas by name.
func (l *loader) loadSchemas() map[string]any {
	schemas := map[string]any{}
	for _, name := range schemaNames {
		file := l.path("schema/" + name + ".json")
		src, ok := l.files[file]
		if !ok {
			l.fault(file, 0, "the file is missing")
			continue
		}
		schema, ok := l.decodeSchema(file, src)
		if !ok {
			continue
		}
		if err := rules.CheckSchema(schema); err != nil {
			l.fault(file, 0, "%v", err)
			continue
		}
		schemas[name] = schema
	}
	return schemas
}

// form prepares the schema of proposals and takes its labels into the catalog; nil when there is none.
func (l *loader) form(c *catalog.Catalog, doc any) *Schema {
	if doc == nil {
		return nil // the fault is known
	}
	file := l.path("schema/proposal.json")
	schema, err := newSchema(l.files[file], doc)
	if err != nil {
		l.fault(file, 0, "%v", err)
		return nil
	}
	for _, ref := range schema.dangling() {
		l.fault(file, 0, "%s: x-ref names no list of items with an id, and no section", ref)
	}
	c.Labels = schema.labels()
	root, _ := doc.(map[string]any)
	c.ProjectID, c.ProjectTitle = l.naming(schema, root, "x-project-id", "project.id"), l.naming(schema, root, "x-project-title", "project.title_zh")
	return schema
}

// naming gives the field of proposals that tells projects apart, or that people call them by, as the schema names it.
func (l *loader) naming(schema *Schema, root map[string]any, keyword, otherwise string) string {
	named, ok := root[keyword].(string)
	if !ok {
		return otherwise
	}
	p, err := proposal.ParsePath(named)
	if f := schema.Field(p); err != nil || len(p) == 0 || f == nil || f.Type != "string" || f.List {
		l.fault(l.path("schema/proposal.json"), 0, "%s: %q is no field that holds one text", keyword, named)
	}
	return named
}

// compile compiles the rules; nil when they do not.
func (l *loader) compile(schemas map[string]any) Rules {
	all := maps.Clone(schemas)
	for _, name := range schemaNames {
		if all[name] == nil { // the fault is known, and need not be repeated for every package
			all[name] = map[string]any{}
		}
	}
	set, err := l.compiler(rules.Config{
		Pack: l.id, Modules: l.modules(false), Schemas: all, SchemasAgain: l.schemasAgain(schemas), Data: l.data, Plan: l.plan,
	})
	if !l.refuse(err) && err != nil {
		l.fault("rego/"+l.id, 0, "%v", err)
	}
	if err != nil {
		return nil // not an interface that holds a nil pointer
	}
	return set
}

// schemasAgain reads the schemas once more, from their text alone.
func (l *loader) schemasAgain(schemas map[string]any) func() map[string]any {
	texts := map[string]string{}
	for name := range schemas {
		texts[name] = l.files[l.path("schema/"+name+".json")]
	}
	return func() map[string]any {
		again := map[string]any{}
		for name, text := range texts {
			again[name], _ = decodeJSON(text) // it was read before
		}
		return again
	}
}

// refuse notes the faults of Rego that does not compile; false when the error is no such.
func (l *loader) refuse(err error) bool {
	var bad *rules.CompileError
	if !errors.As(err, &bad) {
		return false
	}
	for _, p := range bad.Problems {
		text, repair := rules.Explain(p.Message)
		l.problems = append(l.problems, Problem{File: p.File, Line: p.Line, Message: p.Message, Text: text, Repair: repair})
	}
	return true
}

// modules lists the Rego of the pack and of the libraries, with or without their tests.
func (l *loader) modules(tests bool) []rules.Source {
	var out []rules.Source
	for _, dir := range []string{"rego/" + l.id, "rego/lib"} {
		for _, p := range l.files.in(dir, ".rego") {
			if tests || !isTest(p) {
				out = append(out, rules.Source{File: p, Text: l.files[p]})
			}
		}
	}
	return out
}

// lines finds, for each entry of a file, the line on which one of its fields stands.
func (l *loader) lines(file, field string) map[string]int {
	out := map[string]int{}
	var doc yaml.Node
	if yaml.Unmarshal([]byte(l.files[file]), &doc) != nil || len(doc.Content) == 0 {
		return out
	}
	entries := doc.Content[0].Content
	for i := 0; i+1 < len(entries); i += 2 {
		fields := entries[i+1].Content
		for k := 0; k+1 < len(fields); k += 2 {
			if fields[k].Value == field {
				out[entries[i].Value] = fields[k].Line
			}
		}
	}
	return out
}
