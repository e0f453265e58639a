package hegui_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// imports is the diagram of docs/architecture.md as a table: which packages of the project each may import. A new arrow
// is a change here, with a reason.
var imports = map[string][]string{
	"":                  {},
	"cmd/hegui":         {"", "internal/cli"},
	"internal/cli":      {"internal/web", "internal/plancache", "internal/mutate", "internal/receipt", "internal/bundle", "internal/sandbox", "internal/config", "internal/listener", "internal/traces", "internal/server", "internal/auth", "internal/store", "internal/jobs", "internal/batch", "internal/handbook", "internal/pack", "internal/report", "internal/oscal", "internal/replay", "internal/similar", "internal/sample", "internal/solve", "internal/assess", "internal/catalog", "internal/proposal", "internal/keyring", "internal/draft"},
	"internal/server":   {"internal/auth", "internal/batch", "internal/jobs", "internal/store", "internal/editor", "internal/pack", "internal/report", "internal/assess", "internal/catalog", "internal/proposal", "internal/keyring", "internal/receipt", "internal/replay", "internal/similar", "internal/draft"}, // batch: many proposals in one request; keyring: keys that are made over HTTP
	"internal/editor":   {"internal/pack", "internal/assess", "internal/catalog", "internal/proposal"},                                                                                                                                                                                                              // pack: the schema of proposals
	"internal/handbook": {"internal/pack", "internal/report", "internal/rules", "internal/assess", "internal/catalog"},                                                                                                                                                                                              // report: the words that explain shows; rules: tests and parts as they are listed; assess: how scores are written
	"internal/draft":    {"internal/pack", "internal/catalog"},                                                                                                                                                                                                                                                      // pack: the form of proposals
	"internal/batch":    {"internal/filelock", "internal/assess", "internal/proposal"},
	"internal/sandbox":  {"internal/bundle", "internal/pack", "internal/rules", "internal/assess", "internal/catalog"},                         // pack: the child loads all of it
	"internal/receipt":  {"internal/bundle", "internal/assess", "internal/catalog"},                                                            // bundle: what keys are called
	"internal/bundle":   {"internal/catalog"},                                                                                                  // catalog: why a bundle is refused, in both languages
	"internal/report":   {"internal/oscal", "internal/replay", "internal/similar", "internal/assess", "internal/catalog", "internal/proposal"}, // proposal: positions and parse errors are what it writes
	"internal/solve":    {"internal/pack", "internal/rules", "internal/assess", "internal/catalog", "internal/proposal"},                       // rules: their conditions
	"internal/pack":     {"internal/rules", "internal/assess", "internal/catalog", "internal/proposal"},
	"internal/mutate":   {"internal/pack", "internal/rules"},
	"internal/rules":    {"internal/plan", "internal/assess", "internal/catalog", "internal/proposal"}, // catalog: the values of findings
	"internal/plan":     {"internal/proposal"},                                                         // proposal: values go in without a detour
	"internal/assess":   {"internal/catalog", "internal/proposal"},
	"internal/oscal":    {"internal/catalog"},
	"internal/replay":   {"internal/assess", "internal/proposal"}, // proposal: the values that put one into a group
	"internal/similar":  {"internal/proposal"},
	"internal/store":    {"internal/filelock", "internal/assess"},                                                                           // assess: verdicts, scores, references to packs
	"internal/jobs":     {"internal/store", "internal/pack", "internal/report", "internal/assess", "internal/catalog", "internal/proposal"}, // report: a result as the store keeps it; pack: batches go on with the pack that they began with
	"internal/keyring":  {"internal/auth", "internal/store"},                                                                                // between what a key is and where it is kept
	"internal/filelock": {},
	"internal/auth":     {"internal/filelock"}, // knows no proposal: whoever is let in is decided apart from what is asked for
	"internal/config":   {"internal/catalog"},  // catalog: what is wrong, in both languages
	"internal/listener": {},
	"internal/traces":   {},
	"internal/web":      {}, // files and headers: its pages ask the service over HTTP
	"internal/catalog":  {},
	"internal/proposal": {},
	"bench/measure":     {},
	"bench/compare":     {},                                                                                                                                      // reads what the program writes as its users do
	"bench/handwritten": {"", "internal/assess", "internal/catalog", "internal/pack", "internal/plan", "internal/proposal", "internal/rules", "internal/sample"}, // plan: is asked for a few requirements only, which no assessment is
	"internal/sample":   {},                                                                                                                                      // writes YAML by itself: the parser must not see only what its own library writes

	"internal/plancache": {},                                                                                                                       // keeps bytes, whatever they are
	"bench/faults":       {"", "internal/assess", "internal/jobs", "internal/pack", "internal/sample", "internal/store", "internal/store/pgproxy"}, // fills stores and counts what is in them; the work is done by the program
	"bench/profile":      {"", "internal/cli"},                                                                                                     // runs the program under the profiler

	"internal/store/pgproxy":   {},                 // PostgreSQL behind a bad network, for tests and bench/faults
	"internal/store/storetest": {"internal/store"}, // databases for tests

	"internal/conformance": {}, // OPA's own cases, for tests

	"examples/clients/go": {}, // is copied into other programs
}

// libraries says which packages may use a library that must stay behind one door.
var libraries = map[string][]string{
	"gopkg.in/yaml.v3":                         {"internal/proposal", "internal/pack", "internal/config", "internal/mutate"},   // config: the file of the service, read as nodes for their lines; mutate: its list of equivalent mutants
	"github.com/open-policy-agent/opa":         {"internal/rules", "internal/plan", "internal/mutate", "internal/conformance"}, // plan: what OPA plans, and its built-ins; mutate: changes rules, and exchanges them in a compiled pack; conformance: reads OPA's cases
	"github.com/santhosh-tekuri/jsonschema/v6": {"internal/pack"},
	"github.com/spf13/cobra":                   {"internal/cli"},
	"github.com/spf13/pflag":                   {"internal/cli"}, // the flags of cobra
	"charm.land/lipgloss/v2":                   {"internal/report"},
	"github.com/schollz/progressbar/v3":        {"internal/cli"},
	"github.com/gin-gonic/gin":                 {"internal/server"},
	"github.com/oapi-codegen/runtime":          {"internal/server", "examples/clients/go"},
	"github.com/go-json-experiment/json":       {"internal/server"}, // refuses duplicate and unknown keys, and what is not UTF-8
	"github.com/getkin/kin-openapi":            {"internal/server"}, // requests against the document
	"github.com/prometheus/client_golang":      {"internal/server"},
	"github.com/coreos/go-oidc/v3":             {"internal/auth"},
	"github.com/go-jose/go-jose/v4":            {"internal/auth"},
	"github.com/hashicorp/golang-lru/v2":       {"internal/auth", "internal/server"}, // what is counted per caller is bounded
	"golang.org/x/time":                        {"internal/server"},
	"go.opentelemetry.io":                      {"internal/traces", "internal/server"}, // server: names and ids of spans
	"github.com/xuri/excelize/v2":              {"internal/report"},
	"modernc.org/sqlite":                       {"internal/store"},
	"github.com/jackc/pgx/v5":                  {"internal/store", "internal/store/storetest", "internal/jobs"}, // the native transaction, which a queue shares
	"github.com/riverqueue/river":              {"internal/jobs"},
	"github.com/pressly/goose/v3":              {"internal/store"},
	"golang.org/x/term":                        {"internal/cli"},
	"golang.org/x/sys":                         {"internal/filelock", "internal/sandbox", "internal/store"},                                     // locks and disks of Windows
	"golang.org/x/text":                        {"internal/proposal", "internal/pack", "internal/batch", "internal/similar", "internal/server"}, // pack: full-width digits; batch: names in archives; server: Accept-Language
}

// domain are the packages that do no input or output, read no clock and know no Rego.
var domain = []string{"internal/catalog", "internal/assess", "internal/replay", "internal/similar"}

func TestArchitecture(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules"):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		pkg := filepath.ToSlash(filepath.Dir(name))
		if pkg == "." {
			pkg = ""
		}
		seen[pkg] = true
		allowed, ok := imports[pkg]
		if !ok {
			t.Errorf("%s: package %q is not in the table", name, pkg)
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			checkImport(t, name, pkg, strings.Trim(spec.Path.Value, `"`), allowed)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range imports {
		if !seen[pkg] {
			t.Errorf("the table names package %q, which does not exist", pkg)
		}
	}
}

// TestEveryFuzzTargetIsRun: the Makefile fuzzes each target that stands anywhere, and none that does not.
func TestEveryFuzzTargetIsRun(t *testing.T) {
	makefile, err := os.ReadFile("Makefile")
	if err != nil {
		t.Fatal(err)
	}
	var written, run []string
	for _, match := range regexp.MustCompile(`(\w+:Fuzz\w+):\d+`).FindAllSubmatch(makefile, -1) {
		run = append(run, string(match[1]))
	}
	sources, err := filepath.Glob("internal/*/*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range sources {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range regexp.MustCompile(`(?m)^func (Fuzz\w+)\(`).FindAllSubmatch(source, -1) {
			written = append(written, filepath.Base(filepath.Dir(name))+":"+string(match[1]))
		}
	}
	slices.Sort(written)
	slices.Sort(run)
	if len(written) == 0 || !slices.Equal(written, run) {
		t.Errorf("targets are\n%v\nthe Makefile fuzzes\n%v", written, run)
	}
}

func checkImport(t *testing.T, file, pkg, imported string, allowed []string) {
	t.Helper()
	if imported == "hegui" || strings.HasPrefix(imported, "hegui/") {
		own := strings.TrimPrefix(strings.TrimPrefix(imported, "hegui"), "/")
		if !slices.Contains(allowed, own) {
			t.Errorf("%s: %q may not import %q", file, pkg, own)
		}
		return
	}
	if slices.Contains(domain, pkg) && slices.Contains([]string{"os", "io/fs", "net/http", "path/filepath"}, imported) {
		t.Errorf("%s: %q is the domain and may not import %q", file, pkg, imported)
	}
	if !strings.Contains(imported, ".") {
		return
	}
	for library, users := range libraries {
		if imported == library || strings.HasPrefix(imported, library+"/") {
			if !slices.Contains(users, pkg) {
				t.Errorf("%s: %q may not use %s; only %v may", file, pkg, imported, users)
			}
			return
		}
	}
	t.Errorf("%s: library %s is not in the table", file, imported)
}
