package mutate

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"gopkg.in/yaml.v3"
)

// Equivalent is a mutant that no test can tell from the rule, because both say the same of every proposal. It is named by
// what it changes and not by its line, which moves.
type Equivalent struct {
	File   string `yaml:"file" json:"file"`
	Rule   string `yaml:"rule" json:"rule"`
	Before string `yaml:"before" json:"before"`
	After  string `yaml:"after" json:"after"`
	Reason Reason `yaml:"reason" json:"reason"`

	Line int `yaml:"-" json:"line"` // where it stands in the list
}

// Reason says why a mutant is equivalent, in English at least.
type Reason struct {
	ZH string `yaml:"zh" json:"zh,omitempty"`
	EN string `yaml:"en" json:"en"`
}

// ReadEquivalents reads a list of equivalent mutants (YAML): file, rule, before and after as a report writes them, and the
// reason. Unknown keys, an entry without a reason and one that is there twice are errors with their line.
func ReadEquivalents(src []byte) ([]Equivalent, error) {
	dec := yaml.NewDecoder(bytes.NewReader(src))
	dec.KnownFields(true)
	var list []Equivalent
	if err := dec.Decode(&list); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("list of equivalent mutants: %w", err)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err == nil && len(doc.Content) > 0 {
		for i, n := range doc.Content[0].Content {
			if i < len(list) {
				list[i].Line = n.Line
			}
		}
	}
	seen := map[content]bool{}
	for _, e := range list {
		c := content{e.File, e.Rule, e.Before, e.After}
		switch {
		case e.File == "" || e.Rule == "" || e.Before == "":
			return nil, fmt.Errorf("line %d: file, rule and before say which mutant it is", e.Line)
		case e.Reason.EN == "":
			return nil, fmt.Errorf("line %d: reason.en says why the mutant is equivalent", e.Line)
		case seen[c]:
			return nil, fmt.Errorf("line %d: the mutant is listed twice", e.Line)
		}
		seen[c] = true
	}
	return list, nil
}

// content is what a mutant is known by when lines move.
type content struct{ file, rule, before, after string }

func (m *Mutant) content() content { return content{m.File, m.Rule, m.Before, m.After} }

// excuse marks the survivors that are listed as equivalent, and gives the entries that name no survivor: the rule has
// changed, or a test tells the two apart after all. Of files outside of the run nothing is said.
func excuse(results []Result, list []Equivalent, complete func(file string) bool) (stale []Equivalent) {
	byContent := map[content]int{}
	for i, e := range list {
		byContent[content{e.File, e.Rule, e.Before, e.After}] = i
	}
	used := make([]bool, len(list))
	for i := range results {
		r := &results[i]
		k, ok := byContent[r.content()]
		if !ok {
			continue
		}
		if r.Outcome == Survived || r.Outcome == Unseen {
			r.Outcome, r.Reason = Excused, list[k].Reason
			used[k] = true
		}
	}
	for i, e := range list {
		if !used[i] && complete(e.File) {
			stale = append(stale, e)
		}
	}
	return stale
}
