package mutate

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"hegui/internal/pack"
)

// thresholds lists the mutants of the thresholds: each number one step up and one step down.
func thresholds(src *pack.Sources) []*Mutant {
	doc, _ := src.Config.Data["thresholds"].(map[string]any)
	var out []*Mutant
	for _, name := range slices.Sorted(maps.Keys(doc)) {
		fields, _ := doc[name].(map[string]any)
		numbers(fields["value"], []any{name, "value"}, func(n string, path []any) {
			for _, other := range steps(n) {
				out = append(out, &Mutant{
					File: src.ThresholdFile, Line: src.ThresholdLine[name], Column: 3, Operator: Threshold, Rule: name,
					Before: n, After: other, rule: -1, path: path, value: other,
				})
			}
		})
	}
	slices.SortStableFunc(out, func(a, b *Mutant) int { return a.Line - b.Line })
	return out
}

// numbers visits the numbers in a value.
func numbers(v any, path []any, visit func(n string, path []any)) {
	switch v := v.(type) {
	case json.Number:
		visit(v.String(), path)
	case []any:
		for i, item := range v {
			numbers(item, append(slices.Clone(path), i), visit)
		}
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			numbers(v[k], append(slices.Clone(path), k), visit)
		}
	}
}

// moved gives the documents of a pack with one number changed; the others are shared.
func moved(data map[string]any, m *Mutant) map[string]any {
	out := maps.Clone(data)
	out["thresholds"] = set(data["thresholds"], m.path, json.Number(m.value))
	return out
}

func set(v any, path []any, value any) any {
	if len(path) == 0 {
		return value
	}
	switch v := v.(type) {
	case []any:
		out := slices.Clone(v)
		i, _ := path[0].(int)
		out[i] = set(v[i], path[1:], value)
		return out
	case map[string]any:
		out := maps.Clone(v)
		k, _ := path[0].(string)
		out[k] = set(v[k], path[1:], value)
		return out
	}
	return v
}

// readers finds the rules that read each threshold, and those that may read any, under "".
func (m *machine) readers(packID string) map[string][]ruleKey {
	out := map[string][]ruleKey{}
	prefix := ast.Ref{ast.DefaultRootDocument, ast.StringTerm(packID), ast.StringTerm("thresholds")}
	for r, key := range m.keys() {
		ast.WalkRefs(r, func(ref ast.Ref) bool {
			if !ref.HasPrefix(prefix) {
				return false
			}
			name := ""
			if len(ref) > len(prefix) {
				if s, ok := ref[len(prefix)].Value.(ast.String); ok {
					name = string(s)
				}
			}
			out[name] = append(out[name], key)
			return false
		})
	}
	return out
}
