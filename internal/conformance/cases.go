// Package conformance gives OPA's own conformance cases to tests: small programs in Rego, each with what it has to
// evaluate to. They show that an evaluator means by Rego what OPA means by it. Start at [Cases].
package conformance

import (
	"fmt"
	"io/fs"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/test/cases"
	"github.com/open-policy-agent/opa/v1/test/cases/testdata"
	"github.com/open-policy-agent/opa/v1/util"
)

// Case is one program and what it has to evaluate to.
type Case struct {
	Name    string // unique: "withkeyword/builtin: direct call, arity 1"
	File    string // below OPA's v1/test/cases/testdata
	Modules []string
	Data    map[string]any // documents below data, nil for none; numbers are json.Number
	Input   ast.Value      // nil for none
	Query   string         // "data.test.p = x"

	// Refused says why the case means nothing to a pack: it calls, or replaces, a built-in that packs may not call. It is
	// "" for the cases that an evaluator of packs has to pass.
	Refused string
	// Lax cases do not compile strictly, as packs do: a variable is unused, say.
	Lax bool
	// StrictErrors is set when the case is for an evaluator that ends at the error of a built-in, as that of packs does.
	// Without it a call that fails is undefined; [Case.CheckStrict] is for such cases in an evaluator that ends.
	StrictErrors bool

	// What the case wants: results when both of these are "", else an error that has both in its text.
	WantErrorCode, WantError string

	wantResult      []map[string]any
	sortBindings    bool
	ignoreGenerated bool
}

// Cases reads all cases of this version of OPA that are in today's Rego, in the order of their files. The capabilities
// are those of packs: they decide which cases are refused. The error is a fault of the cases or of this package.
func Cases(caps *ast.Capabilities) ([]Case, error) {
	var out []Case
	seen := map[string]int{}
	err := fs.WalkDir(testdata.V1, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		raw, err := testdata.V1.ReadFile(file)
		if err != nil {
			return err
		}
		var set cases.Set
		if err := util.Unmarshal(raw, &set); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		for _, tc := range set.Cases {
			c, err := read(file, tc, caps)
			if err != nil {
				return fmt.Errorf("%s: %s: %w", file, tc.Note, err)
			}
			if seen[c.Name]++; seen[c.Name] > 1 { // OPA gives a few names twice
				c.Name = fmt.Sprintf("%s (%d)", c.Name, seen[c.Name])
			}
			out = append(out, c)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read OPA's cases: %w", err)
	}
	return out, nil
}

func read(file string, tc cases.TestCase, caps *ast.Capabilities) (Case, error) {
	c := Case{
		Name: tc.Note, File: file, Modules: tc.Modules, Query: tc.Query, StrictErrors: tc.StrictError,
		sortBindings: tc.SortBindings, ignoreGenerated: tc.IgnoreGeneratedVars,
	}
	if tc.Data != nil {
		c.Data = *tc.Data
	}
	var err error
	switch {
	case tc.InputTerm != nil:
		var term *ast.Term
		if term, err = ast.ParseTerm(*tc.InputTerm); err == nil {
			c.Input = term.Value
		}
	case tc.Input != nil:
		c.Input, err = ast.InterfaceToValue(*tc.Input)
	}
	if err != nil {
		return c, fmt.Errorf("the input: %w", err)
	}
	if tc.WantErrorCode != nil {
		c.WantErrorCode = *tc.WantErrorCode
	}
	if tc.WantError != nil {
		c.WantError = *tc.WantError
	}
	if tc.WantResult != nil {
		c.wantResult = *tc.WantResult
	} else if !c.WantsError() {
		return c, fmt.Errorf("wants neither a result nor an error")
	}
	if err := compiles(c, caps, false); err != nil {
		c.Refused = err.Error()
	} else if compiles(c, caps, true) != nil {
		c.Lax = true
	}
	return c, nil
}

// compiles says why a case does not compile under capabilities. OPA's own test compiles every case under all of them.
func compiles(c Case, caps *ast.Capabilities, strict bool) error {
	modules := make(map[string]*ast.Module, len(c.Modules))
	for i, text := range c.Modules {
		name := fmt.Sprintf("test-%d.rego", i)
		m, err := ast.ParseModuleWithOpts(name, text, ast.ParserOptions{Capabilities: caps, RegoVersion: ast.RegoV1})
		if err != nil {
			return err
		}
		modules[name] = m
	}
	compiler := ast.NewCompiler().WithCapabilities(caps).WithStrict(strict)
	if compiler.Compile(modules); compiler.Failed() {
		return compiler.Errors
	}
	query, err := ast.ParseBodyWithOpts(c.Query, ast.ParserOptions{Capabilities: caps, RegoVersion: ast.RegoV1})
	if err != nil {
		return err
	}
	_, err = compiler.QueryCompiler().Compile(query)
	return err
}
