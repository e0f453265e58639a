package pack

import (
	"io/fs"

	"hegui/internal/rules"
)

// Sources is the Rego of a pack and what it is compiled with, for tools that work on the Rego itself.
type Sources struct {
	Config        rules.Config // with tests
	ThresholdFile string
	ThresholdLine map[string]int // where the value of each threshold stands in it
}

// OpenSources reads the Rego of a pack. A pack that does not load is *InvalidError; see [Open] for the others.
func OpenSources(fsys fs.FS, id string) (*Sources, error) {
	files, err := read(fsys, id)
	if err != nil {
		return nil, err
	}
	l := newLoader(id, files)
	p := l.load()
	if len(l.problems) > 0 {
		return nil, l.invalid()
	}
	s := &Sources{
		Config:        rules.Config{Pack: id, Modules: l.modules(true), Schemas: l.loadSchemas(), Data: l.data},
		ThresholdFile: l.path("thresholds.yaml"),
		ThresholdLine: make(map[string]int, len(p.Catalog.Thresholds)),
	}
	lines := l.lines(s.ThresholdFile, "value")
	for _, t := range p.Catalog.Thresholds {
		s.ThresholdLine[t.Name] = lines[t.Name]
	}
	return s, nil
}
