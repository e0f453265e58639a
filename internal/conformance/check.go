package conformance

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/util"
)

// swallowing names the cases that get a result although a built-in fails in them. OPA finds them: a test of
// internal/rules says that the list is right.
var swallowing = []string{
	"functionerrors/undefined builtin result",
	"regex.replace: bad regex pattern: Syntax error",
	"regexmatch/regex.match bad RE",
	"strings/any_prefix_match/single string type_error_nostrict after match",
	"strings/any_prefix_match/type_error_nostrict (2)",
	"strings/any_prefix_match/type_error_nostrict (4)",
	"strings/any_suffix_match/single string type_error_nostrict after match",
	"strings/any_suffix_match/type_error_nostrict",
	"strings/any_suffix_match/type_error_nostrict (2)",
	"strings/any_suffix_match/type_error_nostrict (3)",
	"strings/any_suffix_match/type_error_nostrict (4)",
	"subset/array and set 1",
	"subset/array and set 2",
	"withkeyword/builtin: nested, mock function calls original",
}

// WantsError says whether evaluation has to fail.
func (c Case) WantsError() bool { return c.WantErrorCode != "" || c.WantError != "" }

// Swallows says whether the case gets a result although a built-in fails in it: OPA takes such a call as undefined when it
// is not told to be strict. It is known only of cases that are not refused.
func (c Case) Swallows() bool { return slices.Contains(swallowing, c.Name) }

// CheckStrict compares as [Case.Check] does, for an evaluator that ends at the first error of a built-in, as packs are
// evaluated: cases that swallow such an error have to fail.
func (c Case) CheckStrict(got []map[string]ast.Value, err error) error {
	if !c.Swallows() {
		return c.Check(got, err)
	}
	if err == nil {
		return fmt.Errorf("got %d results, want the error of a built-in", len(got))
	}
	return nil
}

// Check compares what an evaluator gave with what the case wants: for each result the value of each variable of the query,
// in any order, or the error. The error says how they differ. Texts of errors are compared as OPA's own test does: the
// code and the message have to be in them.
func (c Case) Check(got []map[string]ast.Value, err error) error {
	if c.WantsError() {
		switch {
		case err == nil:
			return fmt.Errorf("got %d results, want the error %q", len(got), strings.TrimSpace(c.WantErrorCode+" "+c.WantError))
		case !strings.Contains(err.Error(), c.WantErrorCode) || !strings.Contains(err.Error(), c.WantError):
			return fmt.Errorf("got the error %q, want %q with the code %q", err, c.WantError, c.WantErrorCode)
		}
		return nil
	}
	if err != nil {
		return fmt.Errorf("got the error %q, want results", err)
	}
	want := ast.NewSet()
	for _, bindings := range c.wantResult {
		v, err := ast.InterfaceToValue(bindings)
		if err != nil {
			return fmt.Errorf("what the case wants: %w", err)
		}
		want.Add(ast.NewTerm(v))
	}
	have := ast.NewSet()
	for _, bindings := range got {
		v, err := c.plain(bindings)
		if err != nil {
			return err
		}
		have.Add(ast.NewTerm(v))
	}
	if want.Compare(have) != 0 {
		return fmt.Errorf("got  %v\nwant %v", have, want)
	}
	return nil
}

// plain gives bindings as JSON has them, sets as arrays, since that is how cases are written.
func (c Case) plain(bindings map[string]ast.Value) (ast.Value, error) {
	out := map[string]any{}
	for name, v := range bindings {
		if c.ignoreGenerated && strings.HasPrefix(name, "__localq") {
			continue
		}
		x, err := ast.JSON(v)
		if err != nil {
			return nil, fmt.Errorf("the value of %s: %w", name, err)
		}
		if c.sortBindings {
			list, ok := x.([]any)
			if !ok {
				return nil, errors.New("the value of " + name + " is no array and no set")
			}
			slices.SortFunc(list, util.Compare)
		}
		out[name] = x
	}
	return ast.InterfaceToValue(out)
}
