package pack

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// Schema is the closed shape of a pack's proposals. It turns shape faults into findings of form; see
// [hegui/internal/assess.Form].
type Schema struct {
	source []byte
	root   *Field
	form   *form
	places map[string][]string // keys by name → patterns of the objects that have them
}

const schemaURL = "https://hegui.invalid/proposal.json"

func newSchema(source string, doc any) (*Schema, error) {
	m, ok := doc.(map[string]any)
	if !ok {
		return nil, errors.New("the schema is not an object")
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	c.UseLoader(noLoader{}) // a schema may not name files or addresses
	if err := c.AddResource(schemaURL, doc); err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	compiled, err := c.Compile(schemaURL)
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	s := &Schema{source: []byte(source), places: map[string][]string{}}
	s.root = newField("", "", m, m, false)
	s.form = newForm(compiled, s.root, patterns{})
	s.root.walk(func(f *Field) {
		for _, child := range f.Children {
			s.places[child.Key] = append(s.places[child.Key], f.Pattern)
		}
	})
	return s, nil
}

// noLoader refuses to load anything.
type noLoader struct{}

func (noLoader) Load(url string) (any, error) {
	return nil, fmt.Errorf("%s: schemas load nothing", url)
}

// Source is the JSON Schema as the pack has it.
func (s *Schema) Source() []byte { return bytes.Clone(s.source) }

// Root is the proposal itself: the tree of all its fields.
func (s *Schema) Root() *Field { return s.root }

// Validate checks a proposal's shape. Findings are in document order. Values of a wrong type, range or form are
// unusable: a rule that compared them would be misled, so they count as missing.
//
// Most of a proposal is surely in form; the library is asked about the rest, part by part. What it says of a part is what
// it would say of it inside the whole: no keyword that reaches from one part into another is known to [form].
func (s *Schema) Validate(doc *proposal.Document) ([]assess.Finding, []proposal.Path) {
	v := &violations{schema: s, doc: doc}
	for _, part := range s.form.unsure(doc.Root()) {
		v.ask(part.form, part.value, part.path)
	}
	v.sort()
	return v.findings, v.unusable
}

// ask lets the library validate a part of the proposal.
func (v *violations) ask(f *form, value *proposal.Value, p proposal.Path) {
	err := f.schema.Validate(instance(value, f.field))
	var invalid *jsonschema.ValidationError
	if errors.As(err, &invalid) {
		v.part = p
		v.collect(invalid)
	}
}

// sort brings the findings into the order of the document.
func (v *violations) sort() {
	slices.SortStableFunc(v.findings, func(a, b assess.Finding) int {
		if a.Position.Line != b.Position.Line {
			return a.Position.Line - b.Position.Line
		}
		if a.Position.Column != b.Position.Column {
			return a.Position.Column - b.Position.Column
		}
		if c := a.Path.Compare(b.Path); c != 0 {
			return c
		}
		return strings.Compare(a.Code, b.Code)
	})
}

// Item gives the kind of a sequence's items: empty text and empty mappings count as missing for the rules, which then
// need not expect anything else.
func (s *Schema) Item(p proposal.Path) proposal.Kind {
	if f := s.Field(p); f != nil && f.Type == "object" {
		return proposal.Mapping
	}
	return proposal.String
}

// instance turns a proposal into what the schema library reads. Empty values of known fields are left out: they count as
// missing, for the schema as for the rules. An unknown field stays, so that it is reported whatever it holds. f is nil
// below an unknown field.
func instance(v *proposal.Value, f *Field) any {
	switch v.Kind() {
	case proposal.Bool:
		return v.Bool()
	case proposal.Number:
		return json.Number(v.Text())
	case proposal.String:
		return v.Text()
	case proposal.Sequence:
		items := make([]any, len(v.Items()))
		for i, item := range v.Items() {
			items[i] = instance(item, f)
		}
		return items
	case proposal.Mapping:
		fields := make(map[string]any, len(v.Fields()))
		for _, entry := range v.Fields() {
			known := f.Child(entry.Key)
			empty := entry.Value.Kind() == proposal.Null || entry.Value.Kind() == proposal.String && entry.Value.Text() == ""
			if !empty || known == nil {
				fields[entry.Key] = instance(entry.Value, known)
			}
		}
		return fields
	default:
		return nil
	}
}

// violations gathers the findings of one validation.
type violations struct {
	schema   *Schema
	doc      *proposal.Document
	part     proposal.Path // what the library is asked about
	findings []assess.Finding
	unusable []proposal.Path
}

func (v *violations) add(p proposal.Path, code string, args catalog.Args) {
	v.findings = append(v.findings, assess.Finding{
		Code: code, Place: assess.Place{Path: p, Position: v.doc.Locate(p)}, Args: args,
	})
}

// reject adds a finding about a value that rules must not see.
func (v *violations) reject(p proposal.Path, code string, args catalog.Args) {
	v.add(p, code, args)
	v.unusable = append(v.unusable, p)
}

func (v *violations) collect(e *jsonschema.ValidationError) {
	for _, cause := range e.Causes {
		v.collect(cause)
	}
	if len(e.Causes) > 0 {
		return
	}
	p := v.path(e.InstanceLocation)
	switch k := e.ErrorKind.(type) {
	case *kind.AdditionalProperties:
		for _, key := range k.Properties {
			v.unknown(p, key)
		}
	case *kind.Required:
		for _, key := range k.Missing {
			v.add(p.Append(proposal.Key(key)), "missing_key", nil)
		}
	case *kind.Type:
		v.wrongType(p, k)
	case *kind.Enum:
		v.reject(p, "not_allowed", catalog.Args{"got": text(k.Got), "want": texts(k.Want)})
	case *kind.Const:
		v.reject(p, "not_allowed", catalog.Args{"got": text(k.Got), "want": text(k.Want)})
	case *kind.Format:
		v.reject(p, "bad_date", catalog.Args{"got": text(k.Got)})
	case *kind.Pattern:
		want := k.Want
		if f := v.schema.Field(p); f != nil && f.Sample != "" {
			want = f.Sample // people read an example, not a pattern
		}
		v.reject(p, "bad_form", catalog.Args{"got": text(k.Got), "want": text(want)})
	case *kind.Minimum:
		v.reject(p, "too_low", catalog.Args{"got": number(k.Got), "want": number(k.Want)})
	case *kind.Maximum:
		v.reject(p, "too_high", catalog.Args{"got": number(k.Got), "want": number(k.Want)})
	case *kind.MultipleOf:
		v.add(p, "too_precise", catalog.Args{"got": number(k.Got), "want": number(k.Want)})
	case *kind.MinLength:
		v.add(p, "too_short", catalog.Args{"got": count(k.Got), "want": count(k.Want)})
	case *kind.MaxLength:
		v.add(p, "too_long", catalog.Args{"got": count(k.Got), "want": count(k.Want)})
	case *kind.MinItems:
		v.add(p, "too_few", catalog.Args{"got": count(k.Got), "want": count(k.Want)})
	case *kind.UniqueItems:
		v.add(p.Append(proposal.Index(k.Duplicates[1])), "listed_twice", nil)
	default:
		// A keyword without a text of its own: never silent, and the value is not trusted.
		v.reject(p, "bad_form", catalog.Args{"got": text(""), "want": text(strings.Join(e.ErrorKind.KeywordPath(), "/"))})
	}
}

// wrongType reports a value of another type. A number that was written as people write it gets its own words.
func (v *violations) wrongType(p proposal.Path, k *kind.Type) {
	if value, ok := v.doc.At(p); ok && k.Got == "string" && (slices.Contains(k.Want, "number") || slices.Contains(k.Want, "integer")) {
		if how, plain := misread(value.Text()); how != "" {
			v.reject(p, "number_"+how, catalog.Args{"got": text(value.Text()), "number": catalog.Arg{Number: plain}})
			return
		}
	}
	v.reject(p, "wrong_type", catalog.Args{"got": term("type_" + k.Got), "want": terms("type_", k.Want)})
}

// cutBy finds the field whose value a comma has cut: in {name: a, b} the text ends at the comma and b becomes a key without
// a value. It is the field before the key, on the same line.
func (v *violations) cutBy(parent proposal.Path, key string) (cut string, ok bool) {
	m, _ := v.doc.At(parent)
	value, found := m.Get(key)
	if !found || value.Kind() != proposal.Null {
		return "", false
	}
	at := v.doc.Locate(parent.Append(proposal.Key(key)))
	column := 0
	for _, f := range m.Fields() {
		if f.Value.Kind() == proposal.String && f.KeyPos.Line == at.Line && f.KeyPos.Column > column && f.KeyPos.Column < at.Column {
			cut, column = f.Key, f.KeyPos.Column
		}
	}
	return cut, cut != ""
}

// unknown reports a key that the schema does not have, with the nearest key that it has.
func (v *violations) unknown(parent proposal.Path, key string) {
	key = strings.Clone(key)
	p := parent.Append(proposal.Key(key))
	if cut, ok := v.cutBy(parent, key); ok {
		v.add(p, "comma_cut", catalog.Args{"key": text(key), "field": text(cut)})
		return
	}
	field := v.schema.Field(parent)
	var known []string
	if field != nil {
		for _, child := range field.Children {
			known = append(known, child.Key)
		}
	}
	if near, ok := proposal.Suggest(key, known); ok {
		v.add(p, "misspelt_key", catalog.Args{"key": text(key), "near": text(near)})
		return
	}
	if elsewhere := v.schema.places[key]; len(elsewhere) == 1 && elsewhere[0] != "" {
		v.add(p, "misplaced_key", catalog.Args{"key": text(key), "place": text(elsewhere[0])})
		return
	}
	v.add(p, "unknown_key", catalog.Args{"key": text(key), "known": texts(toAny(known))})
}

// path follows the library's location through the part it is asked about: a step into a sequence is an index, else a key.
func (v *violations) path(location []string) proposal.Path {
	p := append(make(proposal.Path, 0, len(v.part)+len(location)), v.part...)
	for _, step := range location {
		if at, ok := v.doc.At(p); ok && at.Kind() == proposal.Sequence {
			if i, err := strconv.Atoi(step); err == nil {
				p = append(p, proposal.Index(i))
				continue
			}
		}
		p = append(p, proposal.Key(strings.Clone(step))) // it may be a part of the proposal's source
	}
	return p
}

func text(v any) catalog.Arg       { return catalog.Arg{Text: fmt.Sprint(v)} }
func term(name string) catalog.Arg { return catalog.Arg{Term: name} }
func count(n int) catalog.Arg      { return catalog.Arg{Number: strconv.Itoa(n)} }

func texts(values []any) catalog.Arg {
	list := catalog.Arg{List: make([]catalog.Arg, len(values))}
	for i, v := range values {
		list.List[i] = text(v)
	}
	return list
}

func terms(prefix string, names []string) catalog.Arg {
	list := catalog.Arg{List: make([]catalog.Arg, len(names))}
	for i, n := range names {
		list.List[i] = term(prefix + n)
	}
	return list
}

// number writes an exact decimal: schemas and proposals hold nothing else.
func number(r *big.Rat) catalog.Arg {
	digits, _ := r.FloatPrec()
	return catalog.Arg{Number: r.FloatString(digits)}
}

func toAny(in []string) []any {
	out := make([]any, len(in))
	for i, s := range in {
		out[i] = s
	}
	return out
}
