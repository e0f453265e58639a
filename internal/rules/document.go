package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// The documents of a pack ("thresholds") are typed by annotations too, so that `opa check` finds a misspelt name. Here they
// are checked by hand: for each of its thousands of rules OPA's type checker would build the type of everything below data
// anew, only to put the document's type into it. That took half of the time of loading a pack.

// untypeDocuments takes the schemas of documents below data.<pack> out of the annotations.
func untypeDocuments(modules map[string]*ast.Module) {
	for _, m := range modules {
		for _, a := range m.Annotations {
			a.Schemas = slices.DeleteFunc(a.Schemas, func(s *ast.SchemaAnnotation) bool {
				return s.Path.HasPrefix(ast.Ref{ast.DefaultRootDocument})
			})
		}
	}
}

// checkDocuments finds references to what a document below data.<pack> does not have. Without it a misspelt threshold would
// be undefined, and the rule that compares with it silent.
func checkDocuments(modules map[string]*ast.Module, pack string, documents map[string]any) error {
	e := &CompileError{}
	for _, file := range slices.Sorted(maps.Keys(modules)) {
		ast.WalkTerms(modules[file], func(t *ast.Term) bool {
			ref, ok := t.Value.(ast.Ref)
			if !ok || len(ref) < 3 || !ref[0].Equal(ast.DefaultRootDocument) || !ref[1].Equal(ast.StringTerm(pack)) {
				return false
			}
			if bad := undefinedIn(ref, documents); bad != "" {
				p := Problem{File: file, Message: "undefined ref: " + bad}
				if t.Location != nil {
					p.Line = t.Location.Row
				}
				e.Problems = append(e.Problems, p)
			}
			return false
		})
	}
	if len(e.Problems) > 0 {
		return e
	}
	return nil
}

// undefinedIn gives the beginning of a reference up to the first name that a document lacks, with what it has instead; ""
// when all of it is there, as far as it is written out.
func undefinedIn(ref ast.Ref, documents map[string]any) string {
	name, ok := ref[2].Value.(ast.String)
	value, found := documents[string(name)]
	if !ok || !found {
		return "" // no document: a package
	}
	for i := 3; i < len(ref); i++ {
		key, ok := ref[i].Value.(ast.String)
		fields, isObject := value.(map[string]any)
		if !ok || !isObject {
			return ""
		}
		if value, found = fields[string(key)]; !found {
			var near []string
			for other := range fields {
				if strings.HasPrefix(other, string(key[:min(len(key), 4)])) {
					near = append(near, other)
				}
			}
			slices.Sort(near)
			if len(near) == 0 {
				return ref[:i+1].String()
			}
			return fmt.Sprintf("%s; there are %s", ref[:i+1], strings.Join(near, ", "))
		}
	}
	return ""
}
