package rules

import (
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"hegui/internal/proposal"
)

// Body is one body of a rule: when all of its conditions hold, its head is stated. It is a view for those who reason about
// rules without running them; what they cannot take apart is there as an opaque condition, never left out.
type Body struct {
	Package    string // "aiplus.rules.data_03"
	Stem       string // requirement whose rule it is in, "" when in none
	Name       string // "findings", "applies", "_needed"
	Head       string // all of the name: "because.all"
	Code       string // of the finding that it states, "" when it states none or computes it
	File       string
	Line       int
	Default    bool // gives the value when no body holds; it has no conditions
	Conditions []Condition
	Shape      string // the same for bodies with the same conditions in the same order, whatever their variables are called
}

// Op is how a condition compares.
type Op string

// The ways to compare. Opaque ones are beyond this view.
const (
	OpOpaque  Op = ""
	OpLess    Op = "<"
	OpAtMost  Op = "<="
	OpMore    Op = ">"
	OpAtLeast Op = ">="
	OpEqual   Op = "=="
	OpUnequal Op = "!="
	OpIn      Op = "in"      // is one of the values
	OpDefined Op = "defined" // is there, false included
	OpTrue    Op = "true"    // is there and not false
	OpAbsent  Op = "absent"  // is not there, or an empty text, list or mapping
)

// Condition is one condition of a body: of a field of the proposal with constants, or opaque.
type Condition struct {
	File   string
	Line   int
	Text   string     // as the compiler has it, its variables renamed in the order of the body
	Field  string     // pattern of the field, "finance.sources[].amount"; of a list itself "finance.sources"
	Lists  []string   // lists whose items the field is inside, outermost first: "finance.sources"
	Item   string     // tells the item of one iteration from that of another; "" without Lists
	Count  bool       // the number of items of the field is compared
	Op     Op         // OpOpaque when the rest means nothing
	Values []Constant // one, or the members of OpIn
	Not    bool       // holds when the comparison does not
	Closed bool       // no variable in it: the same text is the same condition anywhere
}

// Constant is a value in a rule, or a threshold's.
type Constant struct {
	Kind      proposal.Kind // Number, String or Bool
	Text      string        // "40", "true"
	Threshold string        // name, "" when the value is written in the rule
}

// maxInline is how many rules deep conditions are looked up: rules cannot be recursive, but may be deep.
const maxInline = 4

// Bodies gives every body of the pack's own rules, sorted by file and line. Opaque conditions and those of constants are
// kept; see [Condition].
func (s *Set) Bodies() []Body {
	var out []Body
	for _, file := range slices.Sorted(maps.Keys(s.rego().compiler.Modules)) {
		m := s.rego().compiler.Modules[file]
		if len(m.Package.Path) < 2 || !m.Package.Path[1].Equal(ast.StringTerm(s.cfg.Pack)) {
			continue
		}
		stem, _ := s.stemOf(m)
		for _, r := range m.Rules {
			for ; r != nil; r = r.Else {
				out = append(out, s.body(m, stem, r)...)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Body) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		return a.Line - b.Line
	})
	return out
}

func (s *Set) body(m *ast.Module, stem string, r *ast.Rule) []Body {
	b := Body{
		Package: strings.TrimPrefix(m.Package.Path.String(), "data."), Stem: stem, Name: headName(r), Head: r.Head.Ref().String(), Default: r.Default,
		File: m.Package.Location.File,
	}
	if r.Location != nil {
		b.Line = r.Location.Row
	}
	v := &viewer{set: s, file: b.File, terms: map[ast.Var]*ast.Term{}}
	if !r.Default {
		b.Conditions = v.conditions(r.Body, 0)
	}
	names := map[ast.Var]string{}
	var shape []string
	for i := range b.Conditions {
		c := &b.Conditions[i]
		c.Text = renamed(v.exprs[i], names)
		shape = append(shape, c.Text)
	}
	if r.Head.Key != nil {
		b.Code = codeOf(v.resolve(r.Head.Key))
	}
	b.Shape = strings.Join(shape, "\n")
	if all, ok := v.expand(b); ok {
		return all
	}
	return []Body{b}
}

// ReadsProfile says whether any rule may depend on the profile: then outcomes of one profile say nothing of another.
func (s *Set) ReadsProfile() bool {
	found := false
	for _, m := range s.rego().compiler.Modules {
		ast.WalkRefs(m, func(ref ast.Ref) bool {
			if ref[0].Equal(ast.InputRootDocument) {
				known := len(ref) > 1 && (ref[1].Equal(ast.StringTerm("proposal")) || ref[1].Equal(ast.StringTerm("as_of")))
				found = found || !known
			}
			return found
		})
	}
	return found
}

// Numbers gives every number that is written in the pack's own rules or is the value of a threshold, sorted as text: those
// around which something may change.
func (s *Set) Numbers() []string {
	found := map[string]bool{}
	for _, m := range s.rego().compiler.Modules {
		if len(m.Package.Path) < 2 || !m.Package.Path[1].Equal(ast.StringTerm(s.cfg.Pack)) {
			continue
		}
		ast.WalkTerms(m, func(t *ast.Term) bool {
			switch x := t.Value.(type) {
			case ast.Number:
				found[string(x)] = true
			case ast.Ref:
				if c, ok := (&viewer{set: s}).threshold(x); ok && c.Kind == proposal.Number {
					found[c.Text] = true
				}
			}
			return false
		})
	}
	return slices.Sorted(maps.Keys(found))
}

// headName gives the first name of a rule's head.
func headName(r *ast.Rule) string {
	if v, ok := r.Head.Ref()[0].Value.(ast.Var); ok {
		return string(v)
	}
	return r.Head.Ref()[0].String()
}

// codeOf finds the code of a finding: in the object itself, or in one of those that object.union merges.
func codeOf(t *ast.Term) string {
	code := ""
	ast.WalkTerms(t, func(t *ast.Term) bool {
		if o, ok := t.Value.(ast.Object); ok && code == "" {
			if c, ok := valueAt(o, "code").(ast.String); ok {
				code = string(c)
			}
		}
		return code != ""
	})
	return code
}

// renamed writes a term or expression with its variables called v1, v2, … in the order of their first use.
func renamed(x any, names map[ast.Var]string) string {
	rename := func(v ast.Var) (ast.Value, error) {
		if fixed(v) {
			return v, nil
		}
		if names[v] == "" {
			names[v] = "v" + itoa(len(names)+1)
		}
		return ast.Var(names[v]), nil
	}
	var text string
	switch x := x.(type) {
	case *ast.Expr:
		c := x.Copy()
		if _, err := ast.TransformVars(c, rename); err == nil {
			text = c.String()
		}
	case *ast.Term:
		c := ast.NewExpr(x.Copy())
		if _, err := ast.TransformVars(c, rename); err == nil {
			text = c.String()
		}
	}
	return text
}

func isRoot(v ast.Var) bool {
	return v.Equal(ast.DefaultRootDocument.Value) || v.Equal(ast.InputRootDocument.Value)
}

// fixed says whether a variable is none that a rule binds: a root document, or the head of a built-in's name.
func fixed(v ast.Var) bool {
	return isRoot(v) || slices.ContainsFunc(allowed, func(name string) bool {
		head, _, _ := strings.Cut(name, ".")
		return head == string(v)
	})
}

// closed says whether a term or expression has no variable of its own.
func closed(x any) bool {
	free := false
	vis := ast.NewGenericVisitor(func(x any) bool {
		if v, ok := x.(ast.Var); ok && !isRoot(v) {
			free = true
		}
		if t, ok := x.(*ast.Term); ok { // names of built-ins are references to variables too
			if call, ok := t.Value.(ast.Call); ok {
				for _, arg := range call[1:] {
					free = free || !closed(arg)
				}
				return true
			}
		}
		return free
	})
	switch x := x.(type) {
	case *ast.Expr:
		if x.IsCall() {
			for _, t := range x.Operands() {
				free = free || !closed(t)
			}
			return !free && len(x.With) == 0
		}
		if t, ok := x.Terms.(*ast.Term); ok {
			return closed(t) && len(x.With) == 0
		}
		return false
	default:
		vis.Walk(x)
	}
	return !free
}
