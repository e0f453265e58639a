package pack

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// Field is one field of a proposal as the schema describes it.
type Field struct {
	Key      string       // "share_pct"; empty for the root
	Pattern  string       // "data.datasets[].strata[].share_pct"
	Label    catalog.Text // empty for some objects
	When     string       // flag that makes the field necessary, empty when it always or never is
	Unit     catalog.Text // empty when there is none
	Sample   string       // a value of the right form, empty for free values
	Type     string       // object, array, string, integer, number, boolean
	Format   string       // "date", or empty
	Enum     []string     // allowed words of a string, or of the items of an array
	Refs     []string     // what the text names, as x-ref has it: lists whose items have an id, "safety.risks", or sections, "applicant"
	Low      string       // lowest number, and High the highest; empty when there is none
	High     string
	Shortest int // characters of a text, and Longest; 0 when there is no such limit
	Longest  int
	Required bool     // inside its parent, when the parent is there
	List     bool     // a sequence; Children, Enum and Type are then those of its items
	Children []*Field // in the schema's order
}

// newField reads one property; root resolves $ref, which may only point into $defs.
func newField(key, parent string, schema, root map[string]any, required bool) *Field {
	schema = resolve(schema, root)
	f := &Field{Key: key, Pattern: join(parent, key), Required: required, Label: textOf(schema, "x-label")}
	f.When, _ = schema["x-when"].(string)
	f.Refs = wordsOf(schema, "x-ref")
	f.Type, _ = schema["type"].(string)
	if f.Type == "array" {
		f.List = true
		f.Pattern += "[]"
		items, _ := schema["items"].(map[string]any)
		schema = resolve(items, root)
		f.Type, _ = schema["type"].(string)
	}
	f.Unit = textOf(schema, "x-unit")
	f.Format, _ = schema["format"].(string)
	f.Low, f.High = numeralOf(schema, "minimum"), numeralOf(schema, "maximum")
	f.Shortest, _ = strconv.Atoi(numeralOf(schema, "minLength"))
	f.Longest, _ = strconv.Atoi(numeralOf(schema, "maxLength"))
	if f.List && f.Refs == nil {
		f.Refs = wordsOf(schema, "x-ref") // of the items
	}
	if samples, ok := schema["examples"].([]any); ok && len(samples) > 0 {
		f.Sample = fmt.Sprint(samples[0])
	}
	f.Enum = wordsOf(schema, "enum")
	if c, ok := schema["const"].(string); ok {
		f.Enum = []string{c}
	}
	properties, _ := schema["properties"].(map[string]any)
	needed, _ := schema["required"].([]any)
	for _, name := range keyOrder(properties) {
		child, _ := properties[name].(map[string]any)
		f.Children = append(f.Children, newField(name, f.Pattern, child, root, slices.Contains(needed, any(name))))
	}
	return f
}

// resolve merges a $ref into the schema that has it: labels stand beside the reference. References lead to $defs and
// not in circles, which rules.CheckSchema has made sure of.
func resolve(schema, root map[string]any) map[string]any {
	ref, ok := schema["$ref"].(string)
	if !ok {
		return schema
	}
	defs, _ := root["$defs"].(map[string]any)
	target, _ := defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	merged := make(map[string]any, len(schema)+len(target))
	maps.Copy(merged, resolve(target, root))
	maps.Copy(merged, schema)
	delete(merged, "$ref")
	return merged
}

// keyOrder gives properties in the order people fill them in, which JSON objects do not keep: x-order when the schema
// has it, else by name.
func keyOrder(properties map[string]any) []string {
	names := make([]string, 0, len(properties))
	for name := range properties {
		names = append(names, name)
	}
	order := func(name string) int64 {
		p, _ := properties[name].(map[string]any)
		n, _ := p["x-order"].(json.Number)
		i, _ := n.Int64()
		return i
	}
	slices.SortFunc(names, func(a, b string) int {
		if d := order(a) - order(b); d != 0 {
			return int(d)
		}
		return strings.Compare(a, b)
	})
	return names
}

// wordsOf reads the words of a list.
func wordsOf(schema map[string]any, key string) []string {
	list, _ := schema[key].([]any)
	var words []string
	for _, w := range list {
		if s, ok := w.(string); ok {
			words = append(words, s)
		}
	}
	return words
}

// numeralOf reads a number as it is written, "" when there is none.
func numeralOf(schema map[string]any, key string) string {
	n, _ := schema[key].(json.Number)
	return n.String()
}

// textOf reads a text in both languages.
func textOf(schema map[string]any, key string) catalog.Text {
	m, _ := schema[key].(map[string]any)
	zh, _ := m["zh"].(string)
	en, _ := m["en"].(string)
	return catalog.Text{ZH: zh, EN: en}
}

func join(parent, key string) string {
	if parent == "" {
		return key
	}
	return parent + "." + key
}

// walk visits the field and everything below it.
func (f *Field) walk(visit func(*Field)) {
	visit(f)
	for _, c := range f.Children {
		c.walk(visit)
	}
}

// Child finds a field by key; nil when there is none, or no f.
func (f *Field) Child(key string) *Field {
	if f == nil {
		return nil
	}
	for _, c := range f.Children {
		if c.Key == key {
			return c
		}
	}
	return nil
}

// Field finds the field at a path, nil when the schema has none there. A list and its items are the same field.
func (s *Schema) Field(p proposal.Path) *Field {
	f := s.root
	for _, step := range p {
		if key, ok := step.Key(); ok {
			if f = f.Child(key); f == nil {
				return nil
			}
		}
	}
	return f
}

// dangling finds references that name neither a list whose items have an id nor a section of the proposal, as
// "pattern: reference".
func (s *Schema) dangling() []string {
	var out []string
	s.root.walk(func(f *Field) {
		for _, ref := range f.Refs {
			p, err := proposal.ParsePath(ref)
			target := s.Field(p)
			switch {
			case err != nil || target == nil || len(p) == 0, target.List && target.Child("id") == nil, !target.List && target.Type != "object":
				out = append(out, f.Pattern+": "+ref)
			}
		}
	})
	return out
}

// labels gives the name of every field by its pattern without indexes: "data.datasets.strata".
func (s *Schema) labels() map[string]catalog.Text {
	out := map[string]catalog.Text{}
	s.root.walk(func(f *Field) {
		if f.Label.Complete() {
			out[strings.ReplaceAll(f.Pattern, "[]", "")] = f.Label
		}
	})
	return out
}
