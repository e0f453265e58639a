package hegui_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"hegui/internal/assess"
	"hegui/internal/proposal"
)

// mutant is one edit to a good proposal and the code it must raise: the kill test of a rule.
type mutant struct {
	Requirement string   `yaml:"requirement"`
	Base        string   `yaml:"base"` // folder in examples/proposals
	Edits       []change `yaml:"edits"`
	Raises      string   `yaml:"raises"`
	Also        []string `yaml:"also"` // requirements that the edit may flip as well
}

// change is one edit to a proposal.
type change struct {
	Set    string    `yaml:"set"`
	Remove string    `yaml:"remove"`
	Value  yaml.Node `yaml:"value"`
}

func TestEveryRequirementHasAMutant(t *testing.T) {
	t.Parallel()
	p, err := aiplus()
	if err != nil {
		t.Fatal(err)
	}
	for i := range p.Catalog.Requirements {
		stem := p.Catalog.Requirements[i].Stem()
		if _, err := os.Stat("examples/mutants/" + stem + ".yaml"); err != nil {
			t.Errorf("%s has no mutant: %v", stem, err)
		}
	}
}

func TestEachMutantFlipsItsRequirementAndNothingElse(t *testing.T) {
	t.Parallel()
	for file, m := range mutants(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".yaml"), func(t *testing.T) {
			t.Parallel()
			base, before := proposalFile(t, m.Base)
			good, bad := assessment(t, base, before), assessment(t, base, edit(t, before, m.Edits))
			for i := range good.Results {
				was, is := &good.Results[i], &bad.Results[i]
				switch {
				case was.Requirement == m.Requirement:
					if was.Status != assess.StatusPass || is.Status != assess.StatusFail {
						t.Errorf("%s goes from %s to %s, not from pass to fail", m.Requirement, was.Status, is.Status)
					}
					if !slices.ContainsFunc(is.Findings, func(f assess.Finding) bool { return f.Code == m.Raises }) {
						t.Errorf("%s raises %v, not %q", m.Requirement, codesOf(is), m.Raises)
					}
				case was.Status != is.Status && !slices.Contains(m.Also, was.Requirement):
					t.Errorf("%s goes from %s to %s too: %v", was.Requirement, was.Status, is.Status, codesOf(is))
				}
			}
			if len(bad.Form) != len(good.Form) {
				t.Errorf("the edit breaks the form: %+v", bad.Form)
			}
			checkMessages(t, bad)
		})
	}
}

// mutants reads all mutants, by file.
func mutants(t *testing.T) map[string]mutant {
	t.Helper()
	files, err := filepath.Glob("examples/mutants/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no mutants: %v", err)
	}
	all := make(map[string]mutant, len(files))
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var m mutant
		if err := yaml.Unmarshal(src, &m); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		all[file] = m
	}
	return all
}

func codesOf(r *assess.Result) []string {
	var codes []string
	for _, f := range r.Findings {
		codes = append(codes, f.Code)
	}
	return codes
}

// edit applies edits to YAML text.
func edit(t *testing.T, src []byte, edits []change) []byte {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		t.Fatal(err)
	}
	for _, e := range edits {
		at := e.Set + e.Remove
		// [*] stands for every item: it is no index of a path, so one is put in its place to parse it.
		path, err := proposal.ParsePath(strings.ReplaceAll(at, "[*]", "[999999]"))
		if err != nil {
			t.Fatal(err)
		}
		value := e.Value
		if n := apply(doc.Content[0], path, &value, e.Remove != ""); n == 0 {
			t.Fatalf("edit %q finds nothing", at)
		}
	}
	out, err := yaml.Marshal(&doc)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// apply sets or removes what a path leads to and counts the places.
func apply(node *yaml.Node, path proposal.Path, value *yaml.Node, remove bool) int {
	step, last := path[0], len(path) == 1
	if i, ok := step.Index(); ok {
		if node.Kind != yaml.SequenceNode {
			return 0
		}
		if last && i == len(node.Content) { // one more
			node.Content = append(node.Content, value)
			return 1
		}
		n := 0
		for k := range node.Content {
			switch {
			case i != 999999 && i != k:
			case last:
				node.Content[k] = value
				n++
			default:
				n += apply(node.Content[k], path[1:], value, remove)
			}
		}
		return n
	}
	key, _ := step.Key()
	for k := 0; node.Kind == yaml.MappingNode && k+1 < len(node.Content); k += 2 {
		if node.Content[k].Value != key {
			continue
		}
		switch {
		case last && remove:
			node.Content = slices.Delete(node.Content, k, k+2)
		case last:
			node.Content[k+1] = value
		default:
			return apply(node.Content[k+1], path[1:], value, remove)
		}
		return 1
	}
	if last && !remove && node.Kind == yaml.MappingNode {
		node.Content = append(node.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: key}, value)
		return 1
	}
	return 0
}
