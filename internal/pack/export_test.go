package pack

import (
	"maps"
	"slices"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// ByLibrary is Validate with nothing but the library.
func (s *Schema) ByLibrary(doc *proposal.Document) ([]assess.Finding, []proposal.Path) {
	v := &violations{schema: s, doc: doc}
	v.ask(s.form, doc.Root(), nil)
	v.sort()
	return v.findings, v.unusable
}

// Part is a part of a schema: its checks, and the library for the same.
type Part struct{ form *form }

// Surely is what the checks say of a value.
func (p Part) Surely(v *proposal.Value) bool { return len(p.form.unsure(v)) == 0 }

// Valid is what the library says of it.
func (p Part) Valid(v *proposal.Value) bool {
	return p.form.schema.Validate(instance(v, p.form.field)) == nil
}

// Known says whether the checks know all keywords of the part.
func (p Part) Known() bool { return !p.form.unknown }

// Numbers are the bounds of the part as plain decimals, Lengths those of its texts and items, and Words what it allows.
func (p Part) Numbers() []string {
	if n := p.form.number; n != nil {
		return []string{n.lowest, n.highest, n.above, n.below}
	}
	return nil
}

func (p Part) Lengths() []int {
	lengths := []int{p.form.fewest, p.form.most}
	if t := p.form.text; t != nil {
		lengths = append(lengths, t.shortest, t.longest)
	}
	return lengths
}

func (p Part) Words() []string {
	var words []string
	for _, c := range p.form.only {
		words = append(words, c.text)
	}
	return words
}

// Parts gives the schema and all below it, each by its path.
func (s *Schema) Parts() map[string]Part {
	parts := map[string]Part{}
	var walk func(where string, f *form)
	walk = func(where string, f *form) {
		parts[where] = Part{f}
		if f.ref != nil {
			walk(where+"$ref", f.ref)
		}
		if f.item != nil {
			walk(where+"[]", f.item)
		}
		for _, known := range f.fields {
			walk(where+"/"+known.key, known.form)
		}
	}
	walk("", s.form)
	return parts
}

// Phrase gives the Chinese of a fault's format, and its repair.
func Phrase(format string) (zh string, repair catalog.Text, ok bool) {
	p, ok := phrases[format]
	return p.zh, p.repair, ok
}

// Phrases lists the formats that have a Chinese.
func Phrases() []string { return slices.Sorted(maps.Keys(phrases)) }
