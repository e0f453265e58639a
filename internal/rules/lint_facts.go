package rules

import (
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Facts are what the Rego of a pack refers to, for the parts of a pack that are not Rego.
type Facts struct {
	Thresholds map[string]bool    // that a rule reads, by name
	Reads      map[string]bool    // what rules read below data.<pack>, one step: "flags.public"
	Flags      map[string]Place   // that data.<pack>.flags.because derives
	Terms      map[string][]Place // written out as {"term": "x"}
	TermStems  map[string][]Place // beginnings of terms that are put together: "role_" of concat("_", ["role", role])
	Words      map[string]bool    // every text that a rule writes out
	Rules      int                // rules without tests, each body counted
	Codes      map[string]Codes   // by stem of a requirement: findings and manual of its rule
	Guards     Codes              // of flags.guards
	Hints      Codes              // of hints.found
	Readings   map[string]Codes   // by reading
}

// Place is where something stands.
type Place struct {
	File string
	Line int
}

// Codes are the codes that a rule may raise.
type Codes struct {
	Raised   map[string]Place
	Args     map[string]Args  // by code: what its findings give to its texts
	Paths    map[string]Place // first steps of the paths of findings, as far as they are written out
	Computed *Place           // where a code is made in a way that only evaluation shows; nil when all are known
}

// Args are the names that the args of findings give to texts.
type Args struct {
	Names map[string]bool
	Open  bool // some args are made in a way that only evaluation shows
}

func newCodes() Codes {
	return Codes{Raised: map[string]Place{}, Args: map[string]Args{}, Paths: map[string]Place{}}
}

func (a *analysis) facts() Facts {
	out := Facts{
		Thresholds: map[string]bool{}, Reads: map[string]bool{}, Flags: map[string]Place{}, Terms: map[string][]Place{},
		TermStems: map[string][]Place{}, Words: map[string]bool{}, Codes: map[string]Codes{}, Readings: map[string]Codes{},
	}
	for _, f := range a.files {
		if f.test {
			continue
		}
		out.Rules += len(f.module.Rules)
		a.refsOf(f, &out)
		a.textsOf(f, &out)
	}
	for _, p := range a.sortedPackages() {
		words := strings.Split(p.path, ".")
		if words[0] != a.pack || p.files[0].test {
			continue
		}
		switch {
		case len(words) == 3 && words[1] == "rules":
			out.Codes[words[2]] = a.codesOf(p, "findings", "manual")
		case len(words) == 3 && words[1] == "readings":
			out.Readings[words[2]] = a.codesOfReading(p)
		case p.path == a.pack+".flags":
			out.Guards = a.codesOf(p, "guards")
			for _, f := range p.files {
				for _, r := range f.module.Rules {
					ref := r.Head.Ref()
					if name, ok := second(ref); ok && ruleNameOf(r) == "because" {
						out.Flags[name] = Place{f.name, r.Location.Row}
					}
				}
			}
		case p.path == a.pack+".hints":
			out.Hints = a.codesOf(p, "found")
		}
	}
	return out
}

func second(ref ast.Ref) (string, bool) {
	if len(ref) < 2 {
		return "", false
	}
	s, ok := ref[1].Value.(ast.String)
	return string(s), ok
}

// refsOf notes what a file reads below data.<pack>.
func (a *analysis) refsOf(f *source, out *Facts) {
	eachRef(f.module, func(ref ast.Ref, _ *ast.Location) {
		words, ok := a.expand(f, ref)
		if !ok || len(words) < 3 || words[0] != a.pack {
			return
		}
		if words[1] == "thresholds" {
			out.Thresholds[words[2]] = true
		}
		out.Reads[strings.Join(words[1:3], ".")] = true
		if len(words) > 3 && words[1] == "flags" && words[2] == "because" {
			out.Reads["flags."+words[3]] = true
		}
	})
}

// textsOf notes the texts of a file, and which of them are terms.
func (a *analysis) textsOf(f *source, out *Facts) {
	ast.WalkTerms(f.module, func(t *ast.Term) bool {
		switch v := t.Value.(type) {
		case ast.String:
			out.Words[string(v)] = true
		case ast.Object:
			if term := v.Get(ast.StringTerm("term")); term != nil {
				if word, ok := term.Value.(ast.String); ok {
					out.Terms[string(word)] = append(out.Terms[string(word)], Place{f.name, term.Location.Row})
				} else if stem := stemOfTerm(term); stem != "" {
					out.TermStems[stem] = append(out.TermStems[stem], Place{f.name, term.Location.Row})
				}
			}
		}
		return false
	})
}

// stemOfTerm gives what a term that is put together begins with; "" when that is not written out.
func stemOfTerm(t *ast.Term) string {
	call, ok := t.Value.(ast.Call)
	if !ok || len(call) < 3 || call[0].String() != "concat" {
		return ""
	}
	separator, ok := call[1].Value.(ast.String)
	list, isArray := call[2].Value.(*ast.Array)
	if !ok || !isArray || list.Len() < 2 {
		return ""
	}
	first, ok := list.Elem(0).Value.(ast.String)
	if !ok {
		return ""
	}
	return string(first) + string(separator)
}

// codesOf gives the codes of what rules of a package collect.
func (a *analysis) codesOf(p *regoPackage, names ...string) Codes {
	codes := newCodes()
	for _, name := range names {
		v := &values{a: a}
		for _, x := range v.ruleValue(p, name, nil) {
			a.collect(v, x, &codes)
		}
		codes.note(v)
	}
	return codes
}

// collect takes the codes of the findings that a value holds.
func (a *analysis) collect(v *values, found shown, codes *Codes) {
	for _, it := range v.items(found) {
		own := &values{a: a}
		for _, finding := range own.follow(it.value, it.in) {
			for _, code := range own.field(finding, "code") {
				if text, ok := keyText(code.term); ok {
					codes.Args[text] = a.argsOf(finding, codes.Args[text])
					if _, ok := codes.Raised[text]; !ok {
						codes.Raised[text] = placeOf(code.in.file, code.term, it)
					}
				} else if code.term != nil {
					own.giveUp(code.term, code.in)
				}
			}
			codes.pathOf(finding)
		}
		codes.note(own)
	}
}

// argsOf adds the args of a finding to those of others with its code. They are known when finding and args are written out.
func (a *analysis) argsOf(finding shown, others Args) Args {
	out := Args{Names: map[string]bool{}, Open: others.Open}
	maps.Copy(out.Names, others.Names)
	if finding.term == nil || !isObject(finding.term) {
		out.Open = true
		return out
	}
	v := &values{a: a}
	for _, args := range v.field(finding, "args") {
		if args.term == nil || !isObject(args.term) {
			out.Open = true
			continue
		}
		for _, it := range v.items(args) {
			name, ok := keyText(it.key)
			out.Names[name], out.Open = true, out.Open || !ok
		}
	}
	out.Open = out.Open || v.unknown != nil
	return out
}

// pathOf notes the first step of a finding's path where both are written out.
func (c *Codes) pathOf(finding shown) {
	if finding.term == nil || !isObject(finding.term) {
		return
	}
	path := finding.term.Value.(ast.Object).Get(ast.StringTerm("path"))
	if path == nil {
		return
	}
	if steps, ok := path.Value.(*ast.Array); ok && steps.Len() > 0 {
		if key, ok := keyText(steps.Elem(0)); ok && path.Location != nil {
			c.Paths[key] = Place{finding.in.file.name, path.Location.Row}
		}
	}
}

func isObject(t *ast.Term) bool {
	_, ok := t.Value.(ast.Object)
	return ok
}

func placeOf(f *source, t *ast.Term, it item) Place {
	if t.Location == nil {
		f, t = it.in.file, it.value
	}
	if t.Location == nil {
		return Place{File: f.name}
	}
	return Place{f.name, t.Location.Row}
}

// note keeps where the first code is that could not be followed.
func (c *Codes) note(v *values) {
	if v.unknown != nil && c.Computed == nil {
		c.Computed = &Place{v.file.name, v.unknown.Row}
	}
}

// codesOfReading gives the codes of all alternatives of a reading: alternatives.<alternative>.<stem> := {"findings": …}.
func (a *analysis) codesOfReading(p *regoPackage) Codes {
	codes := newCodes()
	v := &values{a: a}
	for _, alternatives := range v.ruleValue(p, "alternatives", nil) {
		for _, alternative := range v.items(alternatives) {
			for _, outcomes := range v.follow(alternative.value, alternative.in) {
				for _, outcome := range v.items(outcomes) {
					for _, said := range v.follow(outcome.value, outcome.in) {
						for _, key := range []string{"findings", "manual"} {
							for _, found := range v.field(said, key) {
								a.collect(v, found, &codes)
							}
						}
					}
				}
			}
		}
	}
	codes.note(v)
	return codes
}

// Sorted lists the codes that are raised.
func (c *Codes) Sorted() []string { return slices.Sorted(maps.Keys(c.Raised)) }
