package pack

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"gopkg.in/yaml.v3"

	"hegui/internal/rules"
)

// Tests lists the tests of a pack by the part that they test, such as "rules.data_03", without running them; see
// [rules.ListTests]. It returns *NotFoundError, *InvalidError for Rego that cannot be parsed, or an error of the file
// system.
func Tests(fsys fs.FS, id string) (map[string][]rules.TestRule, error) {
	files, err := read(fsys, id)
	if err != nil {
		return nil, err
	}
	l := newLoader(id, files)
	var sources []rules.Source
	for _, m := range l.modules(true) {
		if isTest(m.File) {
			sources = append(sources, m)
		}
	}
	tests, err := rules.ListTests(id, sources)
	var bad *rules.CompileError
	switch {
	case errors.As(err, &bad):
		for _, p := range bad.Problems {
			l.fault(p.File, p.Line, "%s", p.Message)
		}
		return nil, l.invalid()
	case err != nil:
		return nil, err
	}
	byPart := map[string][]rules.TestRule{}
	for _, t := range tests {
		byPart[t.Part] = append(byPart[t.Part], t)
	}
	return byPart, nil
}

// Mutant is one edit to a good proposal and the code that it must raise.
type Mutant struct {
	File        string
	Requirement string // id
	Base        string // the proposal that is edited, a folder of examples/proposals
	Raises      string // code
}

// Mutants reads examples/mutants, by id of the requirement; it is empty where that folder is missing. The error is
// *InvalidError, for the pack of that id, with every file that is no mutant, or one of the file system.
func Mutants(fsys fs.FS, id string) (map[string]Mutant, error) {
	const dir = "examples/mutants"
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	l := &loader{id: id}
	if len(entries) > maxFiles {
		l.fault(dir, 0, "more than %d files", maxFiles)
		return nil, l.invalid()
	}
	all := map[string]Mutant{}
	for _, e := range entries {
		file := path.Join(dir, e.Name())
		if e.IsDir() || !strings.HasSuffix(file, ".yaml") {
			continue
		}
		info, err := e.Info()
		if err != nil {
			return nil, err
		}
		if info.Size() > maxFileBytes {
			l.fault(file, 0, "larger than %d bytes", maxFileBytes)
			continue
		}
		src, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, err
		}
		var m struct {
			Requirement string `yaml:"requirement"`
			Base        string `yaml:"base"`
			Raises      string `yaml:"raises"`
		}
		if err := yaml.Unmarshal(src, &m); err != nil {
			l.fault(file, 0, "%s", strings.TrimPrefix(err.Error(), "yaml: "))
			continue
		}
		all[m.Requirement] = Mutant{File: file, Requirement: m.Requirement, Base: m.Base, Raises: m.Raises}
	}
	if len(l.problems) > 0 {
		return nil, l.invalid()
	}
	return all, nil
}
