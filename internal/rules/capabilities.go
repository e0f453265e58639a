package rules

import (
	"fmt"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// allowed are the built-ins a rule may call: those of OPA 1.22.2 that are pure, cheap under the document limits, and
// end when their context ends. Left out are the network, the clock, randomness, the host, schema built-ins (they read
// local files through $ref), and those that cannot be interrupted. A new OPA version adds nothing until it is listed.
var allowed = []string{
	"abs", "and", "array.concat", "array.flatten", "array.reverse", "array.slice", "assign",
	"base64.decode", "base64.encode", "base64.is_valid", "ceil", "concat", "contains", "count", "crypto.sha256",
	"div", "endswith", "eq", "equal", "floor", "format_int", "glob.match", "graph.reachable", "gt", "gte",
	"hex.encode", "indexof", "internal.member_2", "internal.member_3", "internal.print", "internal.template_string",
	"internal.test_case", "intersection", "is_array", "is_boolean", "is_null", "is_number", "is_object", "is_set",
	"is_string", "json.filter", "json.is_valid", "json.marshal", "json.remove", "lower", "lt", "lte", "max", "min",
	"minus", "mul", "neq", "numbers.range", "numbers.range_step", "object.filter", "object.get", "object.keys",
	"object.remove", "object.subset", "object.union", "object.union_n", "or", "plus", "print", "product",
	"regex.find_n", "regex.is_valid", "regex.match", "regex.replace", "regex.split", "rego.metadata.chain",
	"rego.metadata.rule", "rem", "replace", "round", "semver.compare", "semver.is_valid", "sort", "split", "sprintf",
	"startswith", "strings.any_prefix_match", "strings.any_suffix_match", "strings.count", "strings.replace_n",
	"strings.reverse", "strings.split_n", "substring", "sum", "time.add_date", "time.clock", "time.date", "time.diff",
	"time.format", "time.parse_duration_ns", "time.parse_ns", "time.parse_rfc3339_ns", "time.weekday", "to_number",
	"trim", "trim_left", "trim_prefix", "trim_right", "trim_space", "trim_suffix", "type_name", "union",
	"units.parse", "units.parse_bytes", "upper", "uri.is_valid", "uri.parse", "walk",
}

// Capabilities give OPA the allow-list and no network host. They are built here and never pass through JSON, where an
// empty list of hosts would be dropped and mean every host.
func Capabilities() (*ast.Capabilities, error) {
	caps := ast.CapabilitiesForThisVersion()
	caps.AllowNet = []string{}
	kept := make([]*ast.Builtin, 0, len(allowed))
	for _, b := range caps.Builtins {
		if slices.Contains(allowed, b.Name) {
			kept = append(kept, b)
		}
	}
	if len(kept) != len(allowed) {
		return nil, fmt.Errorf("this OPA has %d of the %d allowed built-ins: the list and the library's version disagree", len(kept), len(allowed))
	}
	caps.Builtins = kept
	return caps, nil
}
