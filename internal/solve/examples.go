package solve

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"hegui/internal/proposal"
)

// each is the index that stands for [*] in the path of an edit: longer than any sequence may be.
const each = 999_999

// Examples reads the proposals that lie beside a pack: examples/witnesses/<profile>.yaml, each an example with edits, and
// examples/proposals/<name>/proposal.yaml, as something to begin with; examples/mutants/*.yaml, edited alike, as something
// to compare. A folder that is missing has none; a file that cannot be read is an error that names it.
func Examples(fsys fs.FS) (examples, mutants []Source, err error) {
	witnesses, err := edited(fsys, "examples/witnesses")
	if err != nil {
		return nil, nil, err
	}
	for i := range witnesses {
		witnesses[i].Profile = strings.TrimSuffix(path.Base(witnesses[i].Name), ".yaml")
	}
	files, err := fs.Glob(fsys, "examples/proposals/*/proposal.yaml")
	if err != nil {
		return nil, nil, err
	}
	examples = witnesses
	for _, file := range files {
		src, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, nil, err
		}
		examples = append(examples, Source{Name: file, Text: src})
	}
	mutants, err = edited(fsys, "examples/mutants")
	return examples, mutants, err
}

// edited reads a folder of files that each name an example and edits to it.
func edited(fsys fs.FS, dir string) ([]Source, error) {
	files, err := fs.Glob(fsys, dir+"/*.yaml")
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []Source
	for _, file := range files {
		text, err := editOne(fsys, file)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		out = append(out, Source{Name: file, Text: text})
	}
	return out, nil
}

// editOne applies the edits of one file.
func editOne(fsys fs.FS, file string) ([]byte, error) {
	src, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, err
	}
	doc, err := proposal.Parse(file, src, proposal.Limits{})
	if err != nil {
		return nil, err
	}
	edits := toNode(doc.Root())
	base := edits.get("base")
	if base == nil {
		return nil, errors.New("no base")
	}
	name := "examples/proposals/" + base.text + "/proposal.yaml"
	if src, err = fs.ReadFile(fsys, name); err != nil {
		return nil, err
	}
	if doc, err = proposal.Parse(name, src, proposal.Limits{}); err != nil {
		return nil, err
	}
	tree := toNode(doc.Root())
	if list := edits.get("edits"); list != nil {
		for _, e := range list.items {
			if tree, err = applyEdit(tree, e); err != nil {
				return nil, err
			}
		}
	}
	return tree.yaml(), nil
}

// applyEdit sets or removes what a path leads to, in every item where it says [*].
func applyEdit(tree, edit *node) (*node, error) {
	at, value := edit.get("set"), edit.get("value")
	if at == nil || value == nil {
		if at, value = edit.get("remove"), nil; at == nil {
			return nil, errors.New("an edit that neither sets nor removes")
		}
	}
	p, err := proposal.ParsePath(strings.ReplaceAll(at.text, "[*]", fmt.Sprintf("[%d]", each)))
	if err != nil {
		return nil, err
	}
	places := []proposal.Path{nil}
	for _, step := range p {
		var next []proposal.Path
		for _, at := range places {
			if i, ok := step.Index(); !ok || i != each {
				next = append(next, at.Append(step))
				continue
			}
			if list := tree.at(at); list != nil {
				for i := range list.items {
					next = append(next, at.Append(proposal.Index(i)))
				}
			}
		}
		places = next
	}
	done := false
	for _, place := range slices.Backward(places) {
		if changed := tree.with(place, value); changed != nil {
			tree, done = changed, true
		}
	}
	if !done {
		return nil, fmt.Errorf("edit %q finds nothing", at.text)
	}
	return tree, nil
}
