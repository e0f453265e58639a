package rules

import (
	"errors"
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"

	"hegui/internal/conformance"
)

// OPA's own cases mean the same when they are compiled and evaluated as packs are.
func TestOPAsCasesMeanTheSameInPacks(t *testing.T) {
	t.Parallel()
	caps, err := Capabilities()
	if err != nil {
		t.Fatal(err)
	}
	cases, err := conformance.Cases(caps)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, c := range cases {
		counts["cases"]++
		if c.Refused != "" {
			counts["refused"]++
			if !strings.Contains(c.Refused, "undefined function") && !strings.Contains(c.Refused, "with keyword target must reference") {
				t.Errorf("%s: %s: refused for another reason than what it calls: %s", c.File, c.Name, c.Refused)
			}
			continue
		}
		counts["applicable"]++
		if c.Lax {
			counts["lax"]++
		}
		rs, err := evalCase(t, c, c.StrictErrors)
		if err := c.Check(rs, err); err != nil {
			t.Errorf("%s: %s: %v", c.File, c.Name, err)
		}
		rs, err = evalCase(t, c, true)
		var fault *topdown.Error
		if swallows := !c.WantsError() && errors.As(err, &fault); swallows != c.Swallows() {
			t.Errorf("%s: %s: listed as swallowing: %t, and strictly it ends with an error: %t (%v)", c.File, c.Name, c.Swallows(), swallows, err)
		}
		if c.Swallows() {
			counts["swallowing"]++
		}
		if err := c.CheckStrict(rs, err); err != nil {
			t.Errorf("%s: %s: strictly: %v", c.File, c.Name, err)
		}
	}
	t.Log(counts)
	// Another version of OPA has other cases: see which came and went before these numbers are changed.
	want := map[string]int{"cases": 2400, "applicable": 1844, "lax": 37, "refused": 556, "swallowing": 14}
	if !maps.Equal(counts, want) {
		t.Errorf("got  %v\nwant %v", counts, want)
	}
}

// evalCase compiles a case with the settings of a pack and evaluates its query.
func evalCase(t *testing.T, c conformance.Case, strictErrors bool) ([]map[string]ast.Value, error) {
	t.Helper()
	cfg := Config{}
	for i, text := range c.Modules {
		cfg.Modules = append(cfg.Modules, Source{File: fmt.Sprintf("test-%d.rego", i), Text: text})
	}
	modules, compiler, err := prepare(cfg)
	if err != nil {
		t.Fatalf("%s: %s: %v", c.File, c.Name, err)
	}
	if compiler.WithStrict(!c.Lax).Compile(modules); compiler.Failed() {
		t.Fatalf("%s: %s: %v", c.File, c.Name, compiler.Errors)
	}
	query, err := compiler.QueryCompiler().Compile(ast.MustParseBody(c.Query))
	if err != nil {
		t.Fatalf("%s: %s: %v", c.File, c.Name, err)
	}
	data := c.Data
	if data == nil {
		data = map[string]any{}
	}
	store := inmem.NewFromObjectWithOpts(data, inmem.OptReturnASTValuesOnRead(true))
	txn, err := store.NewTransaction(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Abort(t.Context(), txn)
	q := topdown.NewQuery(query).WithCompiler(compiler).WithStore(store).WithTransaction(txn).WithStrictBuiltinErrors(strictErrors)
	if c.Input != nil {
		q = q.WithInput(ast.NewTerm(c.Input))
	}
	rs, err := q.Run(t.Context())
	var out []map[string]ast.Value
	for _, bindings := range rs {
		m := map[string]ast.Value{}
		for name, term := range bindings {
			m[string(name)] = term.Value
		}
		out = append(out, m)
	}
	return out, err
}
