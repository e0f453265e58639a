package rules

import (
	"errors"
	"fmt"
	"slices"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/plan"
	"hegui/internal/proposal"
)

// statements are the four names a rule may state; see the entrypoint `outcomes` of a pack.
var statements = []string{"applies", "findings", "credit", "manual"}

// decoder reads what rules say into what an assessment is made of.
type decoder struct {
	stems  []string // requirements that have a rule, sorted
	limits Limits
}

// said is what one rule states; none where it is silent.
type said struct{ applies, findings, credit, manual plan.Value }

// outcomes reads the entrypoint's document: statement → stem → value. A rule that it does not mention is an error of
// that rule.
func (d decoder) outcomes(v plan.Value) (map[string]assess.Outcome, error) {
	if v.Kind() != plan.Object {
		return nil, errors.New("the entrypoint is not an object")
	}
	applies, findings, credit, manual := along{v: v.Get("applies")}, along{v: v.Get("findings")}, along{v: v.Get("credit")}, along{v: v.Get("manual")}
	all := make(map[string]assess.Outcome, len(d.stems))
	for _, stem := range d.stems {
		all[stem] = d.outcome(said{applies.get(stem), findings.get(stem), credit.get(stem), manual.get(stem)})
	}
	return all, nil
}

// along finds fields of an object that are asked for in order.
type along struct {
	v  plan.Value
	at int
}

func (a *along) get(key string) plan.Value {
	for n := a.v.Len(); a.v.Kind() == plan.Object && a.at < n; a.at++ {
		k, field := a.v.Field(a.at)
		switch text := k.Text(); {
		case k.Kind() != plan.String:
		case text == key:
			return field
		case text > key:
			return plan.Value{}
		}
	}
	return plan.Value{}
}

// readings reads what alternative readings say: reading → alternative → stem → {"applies", "findings"}.
func (d decoder) readings(v plan.Value) (map[string]map[string]map[string]assess.Outcome, error) {
	out := map[string]map[string]map[string]assess.Outcome{}
	err := eachField(v, func(reading string, alternatives plan.Value) error {
		out[reading] = map[string]map[string]assess.Outcome{}
		return eachField(alternatives, func(alternative string, outcomes plan.Value) error {
			byStem := map[string]assess.Outcome{}
			out[reading][alternative] = byStem
			return eachField(outcomes, func(stem string, v plan.Value) error {
				if v.Kind() != plan.Object {
					return fmt.Errorf("%s instead of an object", v.Kind())
				}
				byStem[stem] = d.outcome(said{v.Get("applies"), v.Get("findings"), v.Get("credit"), v.Get("manual")})
				return nil
			})
		})
	})
	if err != nil {
		return nil, fmt.Errorf("alternatives: %w", err)
	}
	return out, nil
}

// eachField visits the fields of an object, in the order of their keys.
func eachField(v plan.Value, visit func(key string, value plan.Value) error) error {
	if v.Kind() != plan.Object {
		return fmt.Errorf("%s instead of an object", v.Kind())
	}
	for i := range v.Len() {
		key, val := v.Field(i)
		if key.Kind() != plan.String {
			return errors.New("a field without a name")
		}
		if err := visit(key.Text(), val); err != nil {
			return fmt.Errorf("%s: %w", key.Text(), err)
		}
	}
	return nil
}

// outcome checks the shape of what one rule said. Anything but the contract is an error: silence never passes.
func (d decoder) outcome(s said) assess.Outcome {
	var o assess.Outcome
	if s.applies.Kind() != plan.Bool {
		return assess.Outcome{Err: "the rule does not say whether it applies"}
	}
	o.Applies = s.applies.Bool()
	if s.findings.Kind() == plan.Undefined {
		return assess.Outcome{Err: "the rule states no findings, not even an empty set"}
	}
	var err error
	if o.Findings, err = d.findings(s.findings); err != nil {
		return assess.Outcome{Err: "findings: " + err.Error()}
	}
	if s.manual.Kind() != plan.Undefined {
		if o.Manual, err = d.findings(s.manual); err != nil {
			return assess.Outcome{Err: "manual: " + err.Error()}
		}
	}
	if s.credit.Kind() != plan.Undefined {
		credit, whole := s.credit.Int()
		if !whole {
			return assess.Outcome{Err: "the credit is not a whole number"}
		}
		o.Credit, o.HasCredit = credit, true
	}
	return o
}

func (d decoder) findings(v plan.Value) ([]assess.RawFinding, error) {
	if v.Kind() != plan.Set {
		return nil, fmt.Errorf("%s instead of a set", v.Kind())
	}
	if v.Len() > d.limits.Findings {
		return nil, fmt.Errorf("%d, more than the limit of %d", v.Len(), d.limits.Findings)
	}
	out := make([]assess.RawFinding, 0, v.Len())
	for i := range v.Len() {
		f, err := finding(v.At(i))
		if err != nil {
			return nil, err
		}
		for key, a := range f.Args {
			if size := argSize(a); d.limits.Text > 0 && size > d.limits.Text {
				return nil, fmt.Errorf("%s: argument %q has %d bytes, more than %d", f.Code, key, size, d.limits.Text)
			}
		}
		out = append(out, f)
	}
	return out, nil
}

// finding reads {"code", "path", "args", "related"?}.
func finding(v plan.Value) (assess.RawFinding, error) {
	var f assess.RawFinding
	if v.Kind() != plan.Object {
		return f, fmt.Errorf("%s instead of an object", v.Kind())
	}
	code := v.Get("code")
	if code.Kind() != plan.String {
		return f, errors.New("a finding without a code")
	}
	f.Code = code.Text()
	var err error
	if f.Path, err = path(v.Get("path")); err != nil {
		return f, fmt.Errorf("%s: %w", f.Code, err)
	}
	if f.Related, err = paths(v.Get("related")); err != nil {
		return f, fmt.Errorf("%s: related: %w", f.Code, err)
	}
	args := v.Get("args")
	if args.Kind() == plan.Undefined {
		return f, nil
	}
	if args.Kind() != plan.Object {
		return f, fmt.Errorf("%s: args are not an object", f.Code)
	}
	if args.Len() > 0 {
		f.Args = make(catalog.Args, args.Len())
	}
	for i := range args.Len() {
		key, val := args.Field(i)
		if key.Kind() != plan.String {
			return f, fmt.Errorf("%s: an argument without a name", f.Code)
		}
		if f.Args[key.Text()], err = arg(val); err != nil {
			return f, fmt.Errorf("%s: argument %q: %w", f.Code, key.Text(), err)
		}
	}
	return f, nil
}

// arg reads an argument. Text is copied, here and in paths: it may be a part of the proposal's source, which an assessment
// that is kept must not keep.
func arg(v plan.Value) (catalog.Arg, error) {
	switch v.Kind() {
	case plan.Number:
		return catalog.Arg{Number: v.Copy()}, nil
	case plan.String:
		return catalog.Arg{Text: v.Copy()}, nil
	case plan.Object:
		if term := v.Get("term"); term.Kind() == plan.String {
			return catalog.Arg{Term: term.Copy()}, nil
		}
	case plan.Array, plan.Set:
		list := catalog.Arg{List: []catalog.Arg{}}
		for i := range v.Len() {
			item, err := arg(v.At(i))
			if err != nil {
				return item, err
			}
			list.List = append(list.List, item)
		}
		return list, nil
	}
	return catalog.Arg{}, fmt.Errorf("%s is not a number, text, term or list", v.Kind())
}

func path(v plan.Value) (proposal.Path, error) {
	if v.Kind() != plan.Array {
		return nil, errors.New("the path is not an array")
	}
	p := make(proposal.Path, 0, v.Len())
	for i := range v.Len() {
		switch step := v.At(i); step.Kind() {
		case plan.String:
			p = append(p, proposal.Key(step.Copy()))
		case plan.Number:
			n, ok := step.Int()
			if !ok || n < 0 {
				return nil, fmt.Errorf("%s is not an index", step.Text())
			}
			p = append(p, proposal.Index(n))
		default:
			return nil, fmt.Errorf("%s in a path", step.Kind())
		}
	}
	return p, nil
}

// paths reads a list or a set of paths; any other value holds none.
func paths(v plan.Value) ([]proposal.Path, error) {
	var out []proposal.Path
	for i := range entries(v) {
		p, err := path(v.At(i))
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// entries says how many elements a list or a set has; any other value has none.
func entries(v plan.Value) int {
	if v.Kind() == plan.Array || v.Kind() == plan.Set {
		return v.Len()
	}
	return 0
}

// readBecause reads data.<pack>.flags.because: what turned each flag on.
func readBecause(ev *assess.Evaluation, v plan.Value) error {
	if v.Kind() != plan.Object {
		return errors.New("because is not an object")
	}
	ev.Because = make(map[string][]proposal.Path, v.Len())
	for i := range v.Len() {
		name, because := v.Field(i)
		if name.Kind() != plan.String {
			return errors.New("a flag without a name")
		}
		where, err := paths(because)
		if err != nil {
			return fmt.Errorf("because.%q: %w", name.Text(), err)
		}
		slices.SortFunc(where, proposal.Path.Compare)
		ev.Because[name.Text()] = where
	}
	return nil
}

// readGuards reads data.<pack>.flags.guards: those that fired.
func readGuards(ev *assess.Evaluation, v plan.Value) error {
	for i := range entries(v) {
		f, err := finding(v.At(i))
		if err != nil {
			return fmt.Errorf("guards: %w", err)
		}
		flag := v.At(i).Get("flag")
		if flag.Kind() != plan.String {
			return errors.New("a guard without a flag")
		}
		ev.Guards = append(ev.Guards, assess.RawGuard{Flag: flag.Text(), RawFinding: f})
	}
	return nil
}

// ReadOutcomes reads what an entry point such as a pack's `outcomes` gave about the requirements of these stems, sorted, for
// programs that ask a plan themselves: [Set.Eval] asks and reads all that an assessment needs. A requirement that is not
// in it is an outcome with Err; the error says that the value is no such document.
func ReadOutcomes(v plan.Value, stems []string) (map[string]assess.Outcome, error) {
	return decoder{stems, DefaultLimits()}.outcomes(v)
}
