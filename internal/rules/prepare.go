package rules

import (
	"context"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"
)

// Compiled is the Rego of a pack, tests included, for tools that work on the Rego itself.
type Compiled struct {
	Modules  map[string]*ast.Module // as parsed, by file
	Compiler *ast.Compiler          // has compiled them as OPA's tester does: tables of cases announce each of their cases
}

// CompileTests compiles rules and tests strictly, under the same built-ins, schemas and documents as [Test]. Faults in the
// Rego are a *CompileError.
func CompileTests(ctx context.Context, cfg Config) (*Compiled, error) {
	modules, compiler, err := prepare(cfg)
	if err != nil {
		return nil, err
	}
	store := Store(cfg)
	txn, err := store.NewTransaction(ctx)
	if err != nil {
		return nil, fmt.Errorf("open the data of the pack: %w", err)
	}
	defer store.Abort(ctx, txn)
	// The tester adds its own stages to the compiler; a filter that matches no test leaves it at that.
	results, err := tester.NewRunner().SetCompiler(compiler).SetStore(store).SetModules(modules).Filter("^$").RunTests(ctx, txn)
	if err != nil {
		if errs, ok := err.(ast.Errors); ok {
			return nil, compileError(errs)
		}
		return nil, fmt.Errorf("compile tests: %w", err)
	}
	for range results {
		continue
	}
	return &Compiled{Modules: modules, Compiler: compiler}, nil
}

// Store gives a store that holds the documents of a pack where its rules look for them.
func Store(cfg Config) storage.Store {
	return inmem.NewFromObjectWithOpts(map[string]any{cfg.Pack: cfg.Data}, inmem.OptReturnASTValuesOnRead(true))
}
