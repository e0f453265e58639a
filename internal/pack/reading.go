package pack

import (
	"maps"
	"slices"

	"gopkg.in/yaml.v3"

	"hegui/internal/catalog"
)

type readingFile struct {
	ID    string `yaml:"id"`
	Quote struct {
		Sentence string `yaml:"sentence"`
		Offset   int    `yaml:"offset"`
		Text     string `yaml:"text"`
	} `yaml:"quote"`
	Requirements []string `yaml:"requirements"`
	Alternatives []struct {
		ID    string       `yaml:"id"`
		Title catalog.Text `yaml:"title"`
	} `yaml:"alternatives"`
	Codes map[string]codeFile `yaml:"codes"`
}

type readingsFile struct {
	Readings []readingFile `yaml:"readings"`
}

type hintsFile struct {
	Hints map[string]struct {
		Message catalog.Text `yaml:"message"`
		Remedy  catalog.Text `yaml:"remedy"`
	} `yaml:"hints"`
}

// loadReadings reads the competing readings of vague clauses. A pack need not have any.
func (l *loader) loadReadings(c *catalog.Catalog) {
	file := l.path("readings.yaml")
	if _, ok := l.files[file]; !ok {
		return
	}
	var f readingsFile
	if !l.decode(file, &f) {
		return
	}
	for _, r := range f.Readings {
		reading := catalog.Reading{
			ID: r.ID, Quote: catalog.Quote{Sentence: r.Quote.Sentence, Offset: r.Quote.Offset, Text: r.Quote.Text},
			Requirements: r.Requirements, Codes: codes(r.Codes),
		}
		for _, a := range r.Alternatives {
			reading.Alternatives = append(reading.Alternatives, catalog.Alternate{ID: a.ID, Title: a.Title})
		}
		c.Readings = append(c.Readings, reading)
	}
}

// loadHints reads the texts of hints. A pack need not have any.
func (l *loader) loadHints(c *catalog.Catalog) {
	file := l.path("hints.yaml")
	if _, ok := l.files[file]; !ok {
		return
	}
	var f hintsFile
	if !l.decode(file, &f) {
		return
	}
	c.Hints = make(map[string]catalog.Code, len(f.Hints))
	for name, h := range f.Hints {
		c.Hints[name] = catalog.Code{Message: h.Message, Remedy: h.Remedy}
		l.texts(file, []string{"hints", name}, h.Message, h.Remedy)
	}
}

// readingLine finds where the entry of a reading begins.
func (l *loader) readingLine(entry int) int {
	var doc yaml.Node
	if yaml.Unmarshal([]byte(l.files[l.path("readings.yaml")]), &doc) != nil || len(doc.Content) == 0 {
		return 0
	}
	for i, key := range doc.Content[0].Content {
		if key.Value == "readings" && i+1 < len(doc.Content[0].Content) && entry < len(doc.Content[0].Content[i+1].Content) {
			return doc.Content[0].Content[i+1].Content[entry].Line
		}
	}
	return 0
}

// checkReadings holds readings against the document, the requirements and the rules.
func (l *loader) checkReadings(c *catalog.Catalog, sentences []Sentence, set Rules) {
	file := l.path("readings.yaml")
	for i := range c.Readings {
		r := &c.Readings[i]
		if c.Source.Text != "" {
			l.checkQuote(c.Source.Text, sentences, r.Quote, "readings/"+r.ID, file, l.readingLine(i))
		}
		if len(r.Requirements) == 0 {
			l.fault(file, l.readingLine(i), "reading %s names no requirement", r.ID)
		}
		for _, id := range r.Requirements {
			if _, ok := c.Requirement(id); !ok {
				l.fault(file, l.readingLine(i), "reading %s: unknown requirement %q", r.ID, id)
			}
		}
		if len(r.Alternatives) < 2 || r.Alternatives[0].ID != catalog.DefaultAlternative {
			l.fault(file, l.readingLine(i), "reading %s needs the alternative %q and at least one more", r.ID, catalog.DefaultAlternative)
		}
		for n, a := range r.Alternatives {
			l.texts(file, []string{"readings"}, a.Title)
			if n > 0 && set != nil && !set.HasReading(r.ID, a.ID) {
				l.fault(file, l.readingLine(i), "reading %s: alternative %q has no rule: rego/%s/readings/%s, alternatives.%s", r.ID, a.ID, l.id, r.ID, a.ID)
			}
		}
		for _, code := range slices.Sorted(maps.Keys(r.Codes)) {
			l.texts(file, []string{"readings"}, r.Codes[code].Message, r.Codes[code].Remedy)
			if !slices.Contains(catalog.Bases(), r.Codes[code].Basis) {
				l.fault(file, l.readingLine(i), "reading %s: code %s has basis %q; known are %v", r.ID, code, r.Codes[code].Basis, catalog.Bases())
			}
		}
	}
}
