package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// maxSchemaDepth is far above any real schema and below what recursion over one can take.
const maxSchemaDepth = 100

// maxSchemaSize bounds what a schema grows to when every reference is followed, as those do who draw the form of proposals
// from it: definitions that each use another twice double. The built-in schema stays below a tenth of it.
const maxSchemaSize = 100_000

// CheckSchema refuses a JSON Schema that a compiler could follow for ever or out of the pack: references may only lead
// to "#/$defs/NAME", and not in a circle. OPA's type checker overflows its stack on a circle, which ends the process.
func CheckSchema(schema any) error {
	c := schemaChecker{state: map[string]int{}, size: map[string]int{}}
	if root, ok := schema.(map[string]any); ok {
		c.defs, _ = root["$defs"].(map[string]any)
	}
	if err := c.check(schema, 0); err != nil {
		return err
	}
	if c.expanded > maxSchemaSize {
		return fmt.Errorf("schema is larger than %d values when every reference is followed", maxSchemaSize)
	}
	return nil
}

type schemaChecker struct {
	defs  map[string]any
	state map[string]int // by definition: 1 while it is being followed, 2 when it is done

	size     map[string]int // of a definition when its references are followed, once it is done
	expanded int            // values so far; it grows beyond maxSchemaSize and no further
}

func (c *schemaChecker) check(v any, depth int) error {
	if depth > maxSchemaDepth {
		return fmt.Errorf("schema is nested deeper than %d", maxSchemaDepth)
	}
	c.expanded = min(c.expanded+1, maxSchemaSize+1)
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			if err := c.check(item, depth+1); err != nil {
				return err
			}
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			if strings.HasSuffix(key, "ef") && strings.HasPrefix(key, "$") { // $ref, $dynamicRef, $recursiveRef
				if err := c.follow(key, v[key], depth); err != nil {
					return err
				}
				continue
			}
			if err := c.check(v[key], depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *schemaChecker) follow(keyword string, target any, depth int) error {
	ref, _ := target.(string)
	name, ok := strings.CutPrefix(ref, "#/$defs/")
	def, found := c.defs[name]
	if keyword != "$ref" || !ok || !found {
		return fmt.Errorf("schema: %s %q does not lead to a definition under $defs", keyword, fmt.Sprint(target))
	}
	switch c.state[name] {
	case 1:
		return fmt.Errorf("schema: definition %q refers to itself", name)
	case 2:
		c.expanded = min(c.expanded+c.size[name], maxSchemaSize+1)
		return nil
	}
	c.state[name] = 1
	before := c.expanded
	if err := c.check(def, depth+1); err != nil {
		return err
	}
	c.state[name], c.size[name] = 2, c.expanded-before
	return nil
}

// checkAnnotations checks the schemas that annotations carry themselves.
func checkAnnotations(modules map[string]*ast.Module) error {
	e := &CompileError{}
	for _, file := range slices.Sorted(maps.Keys(modules)) {
		for _, a := range modules[file].Annotations {
			for _, s := range a.Schemas {
				if s.Definition == nil {
					continue
				}
				if err := CheckSchema(*s.Definition); err != nil {
					e.Problems = append(e.Problems, Problem{File: file, Line: a.Location.Row, Message: err.Error()})
				}
			}
		}
	}
	if len(e.Problems) > 0 {
		return e
	}
	return nil
}
