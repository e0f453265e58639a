package pack

import (
	"maps"
	"slices"

	"hegui/internal/catalog"
	"hegui/internal/rules"
)

// lintPlaces looks for {names} in texts that no finding fills in: people would read them as they stand there.
func (x *linter) lintPlaces() {
	c := x.pack.Catalog
	readings := slices.Collect(maps.Values(x.facts.Readings))
	all := slices.AppendSeq(slices.Clone(readings), maps.Values(x.facts.Codes))
	for i := range c.Requirements {
		r := &c.Requirements[i]
		for code, texts := range r.Codes {
			x.places(code, texts, append(slices.Clip(readings), x.facts.Codes[r.Stem()]), r.File, "codes", code)
		}
	}
	for i := range c.Readings {
		r := &c.Readings[i]
		for code, texts := range r.Codes {
			if name, ok := x.unfilled(code, texts, []rules.Codes{x.facts.Readings[r.ID]}); ok {
				x.remark(&lintPlace, x.path("readings.yaml"), x.readingLine(i), code, name)
			}
		}
	}
	for code, texts := range c.Codes {
		x.places(code, texts, all, x.path("pack.yaml"), "codes", code)
	}
	for code, texts := range c.Hints {
		x.places(code, texts, []rules.Codes{x.facts.Hints}, x.path("hints.yaml"), "hints", code)
	}
	for code, text := range c.Guards {
		x.places(code, catalog.Code{Message: text}, []rules.Codes{x.facts.Guards}, x.path("flags.yaml"), "guards", code)
	}
}

func (x *linter) places(code string, texts catalog.Code, by []rules.Codes, file string, keys ...string) {
	if name, ok := x.unfilled(code, texts, by); ok {
		x.remark(&lintPlace, file, x.line(file, keys...), code, name)
	}
}

// unfilled gives the first name in the texts of a code that none of those who raise it gives, when it is known what they
// give.
func (x *linter) unfilled(code string, texts catalog.Code, by []rules.Codes) (string, bool) {
	given := map[string]bool{"path": true, "label": true}
	raised := false
	for _, codes := range by {
		args, ok := codes.Args[code]
		if codes.Computed != nil || args.Open {
			return "", false
		}
		raised = raised || ok
		maps.Copy(given, args.Names)
	}
	for _, text := range []catalog.Text{texts.Message, texts.Remedy} {
		for _, name := range text.Placeholders() {
			if raised && !given[name] {
				return name, true
			}
		}
	}
	return "", false
}

// lintPaths looks for findings about a field that no proposal can have.
func (x *linter) lintPaths() {
	known := map[string]bool{}
	for _, f := range x.pack.Schema.root.Children {
		known[f.Key] = true
	}
	if len(known) == 0 {
		return // the schema names no fields
	}
	all := slices.Concat(slices.Collect(maps.Values(x.facts.Codes)), slices.Collect(maps.Values(x.facts.Readings)),
		[]rules.Codes{x.facts.Guards, x.facts.Hints})
	for _, codes := range all {
		for first, at := range codes.Paths {
			if !known[first] {
				x.remark(&lintPath, at.File, at.Line, first)
			}
		}
	}
}
