// Package handbook shows a pack to those who write it and to those who are judged by it: how each sentence of the
// document is covered ([NewTrace]), and the whole catalogue as pages to read ([Pages]).
package handbook

import (
	"io/fs"

	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/report"
	"hegui/internal/rules"
)

// Source is a pack with what shows that its rules do as the document says.
type Source struct {
	Pack    *pack.Pack
	Tests   map[string][]rules.TestRule // by the part of the pack that they test; see pack.Tests
	Mutants map[string]pack.Mutant      // by id of the requirement; see pack.Mutants
}

// Open loads a pack with its tests and mutants. Errors are those of [pack.Open], [pack.Tests] and [pack.Mutants].
func Open(fsys fs.FS, id string) (*Source, error) {
	p, err := pack.OpenWith(fsys, id, pack.CompileHere) // how rules refer to each other is read from the Rego, so a plan is of no use
	if err != nil {
		return nil, err
	}
	s := &Source{Pack: p}
	if s.Tests, err = pack.Tests(fsys, id); err != nil {
		return nil, err
	}
	if s.Mutants, err = pack.Mutants(fsys, id); err != nil {
		return nil, err
	}
	return s, nil
}

// explain gives what `hegui explain` shows of a requirement.
func (s *Source) explain(r *catalog.Requirement, lang catalog.Lang) *report.Explained {
	return report.Explain(report.Explanation{
		Catalog: s.Pack.Catalog, Requirement: r, Thresholds: s.Pack.Thresholds(r), Rule: s.Pack.Rules.FileOf(r.Stem()),
	}, lang)
}
