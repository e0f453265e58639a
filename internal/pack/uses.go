package pack

import (
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// Uses gives the requirements that a field matters to, as far as the pack says so: those whose example holds it, in the
// order of the catalog. A rule may read more fields than its example holds. Safe for concurrent use; the first call reads
// all examples.
func (p *Pack) Uses(f *Field) []*catalog.Requirement { return p.uses()[f.Pattern] }

// usesOf reads the examples of all requirements.
func usesOf(c *catalog.Catalog, s *Schema) map[string][]*catalog.Requirement {
	uses := map[string][]*catalog.Requirement{}
	for i := range c.Requirements {
		r := &c.Requirements[i]
		doc, err := proposal.Parse(r.File, []byte(r.Example.ZH), proposal.Limits{})
		if err != nil {
			continue // a requirement without an example
		}
		visit(doc.Root(), s.root, func(f *Field) {
			if of := uses[f.Pattern]; len(of) == 0 || of[len(of)-1] != r {
				uses[f.Pattern] = append(of, r)
			}
		})
	}
	return uses
}

// visit calls a function for every field that a value holds, once for each place.
func visit(v *proposal.Value, f *Field, call func(*Field)) {
	for _, item := range v.Items() {
		visit(item, f, call)
	}
	for _, entry := range v.Fields() {
		if child := f.Child(entry.Key); child != nil {
			call(child)
			visit(entry.Value, child, call)
		}
	}
}
