// Command compare checks that hegui and its peers said the same about the same proposals: a benchmark of different work is
// no benchmark. It reads what each wrote (hegui: JSON or NDJSON, opa exec: JSON, conftest: JSON), and compares for each
// file the set of findings by requirement, code and path.
//
//	compare -hegui FILE [-opa FILE] [-conftest FILE]
//
// Files whose form is defective are left out: hegui takes a value of the wrong type away before the rules see it, and the
// peers do not. At least half of the files must remain. It prints how many files and findings were compared and fails when
// a file is missing or anything differs.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// said are the findings about each file, as "stem code path", by the base name of the file.
type said map[string]map[string]bool

func main() {
	hegui := flag.String("hegui", "", "what hegui wrote")
	opa := flag.String("opa", "", "what opa exec wrote, or the same of opa run")
	conftest := flag.String("conftest", "", "what conftest wrote")
	flag.Parse()
	if err := run(*hegui, map[string]peer{"opa": {*opa, readOPA}, "conftest": {*conftest, readConftest}}); err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

type peer struct {
	file string
	read func([]byte) (said, error)
}

func run(file string, peers map[string]peer) error {
	src, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	ours, all, err := readHegui(src)
	if err != nil {
		return fmt.Errorf("hegui: %w", err)
	}
	if len(ours) == 0 || len(ours)*2 < all {
		return fmt.Errorf("only %d of %d files are in form: too few to compare", len(ours), all)
	}
	findings := 0
	for _, f := range ours {
		findings += len(f)
	}
	for _, name := range slices.Sorted(maps.Keys(peers)) {
		p := peers[name]
		if p.file == "" {
			continue
		}
		src, err := os.ReadFile(p.file)
		if err != nil {
			return err
		}
		theirs, err := p.read(src)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if len(theirs) != all {
			return fmt.Errorf("%s assessed %d files, hegui %d", name, len(theirs), all)
		}
		if err := differ(ours, theirs); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		fmt.Printf("hegui and %s agree on %d findings in %d files (%d of %d files are not in form and left out)\n", name, findings, len(ours), all-len(ours), all)
	}
	return nil
}

func differ(ours, theirs said) error {
	var errs []error
	for _, file := range slices.Sorted(maps.Keys(ours)) {
		their, ok := theirs[file]
		if !ok {
			errs = append(errs, fmt.Errorf("%s is missing", file))
			continue
		}
		for _, f := range slices.Sorted(maps.Keys(ours[file])) {
			if !their[f] {
				errs = append(errs, fmt.Errorf("%s: only hegui says %s", file, f))
			}
		}
		for _, f := range slices.Sorted(maps.Keys(their)) {
			if !ours[file][f] {
				errs = append(errs, fmt.Errorf("%s: only the peer says %s", file, f))
			}
		}
	}
	if n := len(errs); n > 10 {
		errs = append(errs[:10], fmt.Errorf("and %d more", n-10))
	}
	return errors.Join(errs...)
}

type finding struct {
	Code string `json:"code"`
	Path []any  `json:"path"`
}

func (s said) add(file, requirement string, f finding) {
	stem := strings.ToLower(strings.ReplaceAll(requirement, "-", "_"))
	s[filepath.Base(file)][fmt.Sprintf("%s %s %v", stem, f.Code, f.Path)] = true
}

type assessment struct {
	File    string            `json:"file"`
	Form    []json.RawMessage `json:"form"`
	Results []struct {
		Requirement string    `json:"requirement"`
		Status      string    `json:"status"`
		Findings    []finding `json:"findings"`
	} `json:"results"`
}

// readHegui reads one JSON document, or one assessment a line. It gives the files in form, and how many there are.
func readHegui(src []byte) (said, int, error) {
	var list []assessment
	dec := json.NewDecoder(bytes.NewReader(src))
	for {
		var doc struct {
			assessment
			Assessments []assessment      `json:"assessments"`
			Unreadable  []json.RawMessage `json:"unreadable"`
		}
		err := dec.Decode(&doc)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, 0, err
		}
		if len(doc.Unreadable) > 0 {
			return nil, 0, fmt.Errorf("%d files could not be read: %s", len(doc.Unreadable), doc.Unreadable[0])
		}
		list = append(list, doc.Assessments...)
		if len(doc.Results) > 0 {
			list = append(list, doc.assessment)
		}
	}
	out := said{}
	for _, a := range list {
		if len(a.Form) > 0 {
			continue
		}
		out[filepath.Base(a.File)] = map[string]bool{}
		for _, r := range a.Results {
			if r.Status == "error" {
				return nil, 0, fmt.Errorf("%s: %s could not be evaluated", a.File, r.Requirement)
			}
			for _, f := range r.Findings {
				out.add(a.File, r.Requirement, f)
			}
		}
	}
	return out, len(list), nil
}

func readOPA(src []byte) (said, error) {
	var doc struct {
		Result []struct {
			Path   string `json:"path"`
			Result *struct {
				Outcomes struct {
					Findings map[string][]finding `json:"findings"`
				} `json:"outcomes"`
			} `json:"result"`
		} `json:"result"`
	}
	if err := json.Unmarshal(src, &doc); err != nil {
		return nil, err
	}
	out := said{}
	for _, r := range doc.Result {
		if r.Result == nil {
			return nil, fmt.Errorf("%s: undefined", r.Path)
		}
		out[filepath.Base(r.Path)] = map[string]bool{}
		for stem, findings := range r.Result.Outcomes.Findings {
			for _, f := range findings {
				out.add(r.Path, stem, f)
			}
		}
	}
	return out, nil
}

func readConftest(src []byte) (said, error) {
	var doc []struct {
		Filename string `json:"filename"`
		Failures []struct {
			Msg      string `json:"msg"`
			Metadata struct {
				Requirement string          `json:"requirement"`
				Finding     finding         `json:"finding"`
				Rest        json.RawMessage `json:"rest"`
			} `json:"metadata"`
		} `json:"failures"`
	}
	if err := json.Unmarshal(src, &doc); err != nil {
		return nil, err
	}
	out := said{}
	for _, r := range doc {
		out[filepath.Base(r.Filename)] = map[string]bool{}
		rest := false
		for _, f := range r.Failures {
			if f.Msg == "assessed" {
				rest = len(f.Metadata.Rest) > 0
				continue
			}
			out.add(r.Filename, f.Metadata.Requirement, f.Metadata.Finding)
		}
		if !rest {
			return nil, fmt.Errorf("%s: the rest of the outcomes is missing", r.Filename)
		}
	}
	return out, nil
}
