package solve

import (
	"cmp"
	"context"
	"errors"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
)

// start is something to begin a search with.
type start struct {
	name    string
	profile string
	tree    *node
}

// maxDonors is how many values are kept for one field.
const maxDonors = 6

// begin reads the examples, and composes a proposal of the requirements' examples and one of the schema alone.
func (s *solver) begin() {
	s.donors = map[string][]*node{}
	root := s.pack.Schema.Root()
	for _, src := range s.o.Examples {
		doc, err := proposal.Parse(src.Name, src.Text, proposal.Limits{})
		if err != nil {
			continue // a draft that cannot be read proves nothing
		}
		s.starts = append(s.starts, start{src.Name, src.Profile, toNode(doc.Root())})
	}
	bare := s.skeleton(root, false)
	composed := &node{kind: proposal.Mapping}
	for i := range s.pack.Catalog.Requirements {
		r := &s.pack.Catalog.Requirements[i]
		for _, text := range []string{r.Example.EN, r.Example.ZH} {
			doc, err := proposal.Parse(r.File, []byte(text), proposal.Limits{})
			if err != nil {
				continue
			}
			part := toNode(doc.Root())
			s.donate(part, root)
			composed.merge(part)
			break
		}
	}
	for _, st := range s.starts {
		s.donate(st.tree, root)
	}
	composed.merge(bare)
	s.starts = append(s.starts, start{name: "requirement examples", tree: composed}, start{name: "schema", tree: bare})
}

// donate keeps the values of a tree for fields that lack one.
func (s *solver) donate(n *node, f *pack.Field) {
	for _, item := range n.items {
		if item.kind == proposal.Mapping || item.kind == proposal.Sequence {
			s.donate(item, f)
		}
	}
	for _, entry := range n.fields {
		child := f.Child(entry.key)
		if child == nil {
			continue
		}
		key := strings.TrimSuffix(child.Pattern, "[]")
		s.give(key, entry.value)
		for _, item := range entry.value.items {
			s.give(key+"[]", item)
		}
		s.donate(entry.value, child)
	}
}

func (s *solver) give(pattern string, value *node) {
	known := s.donors[pattern]
	text := string((&node{kind: proposal.Mapping, fields: []field{{"v", value}}}).yaml())
	if len(known) < maxDonors && !slices.ContainsFunc(known, func(n *node) bool {
		return string((&node{kind: proposal.Mapping, fields: []field{{"v", n}}}).yaml()) == text
	}) {
		s.donors[pattern] = append(known, value)
	}
}

// skeleton fills in what the schema requires, or all that it knows.
func (s *solver) skeleton(f *pack.Field, all bool) *node {
	out := &node{kind: proposal.Mapping}
	for _, c := range f.Children {
		if c.Required || all {
			out.fields = append(out.fields, field{c.Key, s.sample(c, all)})
		}
	}
	return out
}

// sample makes a value that the schema allows, with all or only the required fields in it.
func (s *solver) sample(f *pack.Field, all bool) *node {
	one := &node{kind: proposal.String}
	switch {
	case f.Type == "object":
		one = s.skeleton(f, all)
	case f.Type == "boolean":
		one.kind = proposal.Bool
	case f.Type == "integer" || f.Type == "number":
		one.kind, one.text = proposal.Number, "1"
		if high := bound(f.High); all && (high == nil || high.Cmp(big.NewRat(100, 1)) >= 0) {
			one.text = "100" // as good as any, and not at the edge
			break
		}
		if f.Low != "" {
			one.text = f.Low
		}
		if f.Sample != "" {
			one.text = f.Sample
		}
	case len(f.Enum) > 0:
		one.text = f.Enum[0]
	case f.Sample != "":
		one.text = f.Sample
	case f.Format == "date":
		one.text = s.o.AsOf
	default:
		one.text = strings.Repeat("x", max(1, f.Shortest))
	}
	if f.List {
		return &node{kind: proposal.Sequence, items: []*node{one}}
	}
	return one
}

// goal says how far a proposal is from what is looked for, 0 when it is there, and which requirements matter to it, all when
// it names none.
type goal struct {
	lost func(*assess.Assessment) int
	of   []string
}

// whole is the goal of a profile: every requirement that applies is satisfied, and the form is right.
func whole(as *assess.Assessment) int {
	if satisfied(as) {
		return 0
	}
	lost := 1 + 10_000*len(as.Form)
	for i := range as.Results {
		lost += 10 * as.Results[i].Lost()
		lost += len(as.Results[i].Findings) + len(as.Results[i].Manual)
	}
	if as.Decision.Applicable == 0 {
		lost += 1_000_000
	}
	return lost
}

// profile looks for a proposal that satisfies a profile, and makes it smaller.
func (s *solver) profile(ctx context.Context, profile *catalog.Profile, out *Profile) error {
	s.o.Told(StepSearch, profile.ID, 0, s.o.Search)
	best, name, err := s.search(ctx, profile, s.startsFor(profile), goal{lost: whole}, s.o.Search)
	if best == nil || err != nil && !ended(err) {
		return err
	}
	as := best.as
	s.found = append(s.found, best.tree)
	out.Start, out.Score = name, int(as.Decision.Score)
	if best.lost > 0 {
		for i := range as.Results {
			if as.Results[i].Lost() > 0 {
				out.Missed = append(out.Missed, as.Results[i].Requirement)
			}
		}
		return err
	}
	out.Satisfiable, out.StartSize, out.StartCount = true, best.tree.size(), as.Decision.Applicable
	m := &minimiser{s: s, profile: profile, now: best.tree}
	if s.o.Same {
		m.keep = applicable(as)
	}
	if !s.o.Whole {
		out.Minimal, err = m.minimise(ctx)
	}
	out.Skeleton, out.Size = string(m.now.yaml()), m.now.size()
	if !s.o.Same { // what is small for one profile may do for the next
		s.starts = append(s.starts, start{name: "the skeleton of " + profile.ID, tree: m.now})
	}
	// The skeleton is the proof: it is assessed once more, from the text that is given out, also when the time is over.
	last, lastErr := s.again(context.WithoutCancel(ctx), profile, out.Skeleton)
	if lastErr != nil {
		return lastErr
	}
	if !satisfied(last) {
		return errors.New("the skeleton does not satisfy its profile when it is assessed again")
	}
	out.Applicable = applicable(last)
	return err
}

// startsFor puts what is meant for a profile first.
func (s *solver) startsFor(profile *catalog.Profile) []start {
	var first, rest []start
	for _, st := range s.starts {
		if st.profile == profile.ID {
			first = append(first, st)
		} else {
			rest = append(rest, st)
		}
	}
	return append(first, rest...)
}

// candidate is a tree with what the rules say of it.
type candidate struct {
	tree *node
	as   *assess.Assessment
	lost int
}

// search assesses the starts and improves the best of them, until the goal is reached or the evaluations are used up. It
// gives the best candidate, nil when no start could be read, and the name of the start it came from.
func (s *solver) search(ctx context.Context, profile *catalog.Profile, starts []start, g goal, budget int) (*candidate, string, error) {
	random := rand.New(rand.NewPCG(s.o.Seed, 1))
	type ranked struct {
		candidate
		name string
	}
	var all []ranked
	for _, st := range starts {
		as, err := s.assess(ctx, profile, st.tree)
		if errors.Is(err, errUnreadable) {
			continue
		}
		if err != nil {
			return nil, "", err
		}
		all = append(all, ranked{candidate{st.tree, as, g.lost(as)}, st.name})
		if s.o.Same && st.profile == profile.ID && all[len(all)-1].lost == 0 {
			break // what is meant for the profile says which requirements are to apply
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int { // of those that are there, the smallest: it has least to lose
		return cmp.Or(a.lost-b.lost, a.tree.size()-b.tree.size())
	})
	if len(all) == 0 {
		return nil, "", nil
	}
	best := all[0]
	if best.lost == 0 {
		return &best.candidate, best.name, nil
	}
	used := 0
	for _, from := range all {
		at := from.candidate
		sideways, been := 0, map[string]bool{}
		for used < budget {
			been[string(at.tree.yaml())] = true
			next, level, n, err := s.improve(ctx, profile, at, g, random, budget-used)
			used += n
			if err != nil {
				return &best.candidate, best.name, err
			}
			s.o.Told(StepSearch, profile.ID, used, budget)
			// Two edits may be needed where one alone changes nothing: a few steps are taken on the level.
			level = slices.DeleteFunc(level, func(c candidate) bool { return been[string(c.tree.yaml())] })
			if next == nil && sideways < maxSideways && len(level) > 0 {
				sideways++
				next = &level[random.IntN(len(level))]
			}
			if next == nil {
				break
			}
			if at = *next; at.lost < best.lost {
				best = ranked{at, from.name}
			}
			if at.lost == 0 {
				return &best.candidate, best.name, nil
			}
		}
	}
	return &best.candidate, best.name, nil
}

// maxSideways bounds the steps from one start that come no nearer.
const maxSideways = 10

// improve tries single edits until one comes nearer to the goal. When none does it gives those that are no worse.
func (s *solver) improve(ctx context.Context, profile *catalog.Profile, at candidate, g goal, random *rand.Rand, budget int) (*candidate, []candidate, int, error) {
	edits := s.edits(at, g.of)
	used := 0
	var level []candidate
	// The first edits are the likeliest; their order within one finding is left to chance, so that no trap is fallen into twice.
	random.Shuffle(len(edits)/4, func(i, j int) { edits[i], edits[j] = edits[j], edits[i] })
	for _, tree := range edits {
		if used == budget {
			break
		}
		as, err := s.assess(ctx, profile, tree)
		used++
		if errors.Is(err, errUnreadable) {
			continue
		}
		if err != nil {
			return nil, nil, used, err
		}
		switch n := g.lost(as); {
		case n < at.lost:
			return &candidate{tree, as, n}, nil, used, nil
		case n == at.lost:
			level = append(level, candidate{tree, as, n})
		}
	}
	return nil, level, used, nil
}

// maxEdits bounds the edits tried from one candidate.
const maxEdits = 400

// edits proposes repairs of what an assessment found: in every place that a finding names, what others have there, what
// the schema allows, the numbers that the finding speaks of, or nothing at all.
func (s *solver) edits(at candidate, of []string) []*node {
	var out []*node
	add := func(n *node) {
		if n != nil && len(out) < maxEdits {
			out = append(out, n)
		}
	}
	var findings []assess.Finding
	if of == nil {
		findings = slices.Clone(at.as.Form)
	}
	for i := range at.as.Results {
		if r := &at.as.Results[i]; r.Lost() > 0 && (of == nil || slices.Contains(of, r.Requirement)) {
			findings = append(findings, at.as.Results[i].Findings...)
			findings = append(findings, at.as.Results[i].Manual...)
		}
	}
	for _, f := range findings {
		places := append([]assess.Place{f.Place}, f.Related...)
		for _, place := range places {
			for _, value := range s.values(place.Path, f.Args) {
				add(at.tree.with(place.Path, value))
			}
			for _, p := range s.numbersIn(at.tree, place.Path) {
				for _, value := range s.values(p, f.Args) {
					add(at.tree.with(p, value))
				}
			}
			for p := place.Path; len(p) > 0; p = p[:len(p)-1] {
				if len(p) < len(place.Path) {
					for _, value := range s.donors[pattern(p)] {
						add(at.tree.with(p, value))
					}
				}
				if v := at.tree.at(p); v != nil {
					add(at.tree.with(p, nil))
					if v.kind == proposal.Sequence {
						for _, item := range s.donors[pattern(p)+"[]"] {
							add(at.tree.with(p.Append(proposal.Index(len(v.items))), item))
						}
					}
				}
			}
		}
	}
	return out
}

// maxInside bounds the numbers that are tried inside what a finding names.
const maxInside = 12

// numbersIn lists the first numbers inside a list or mapping.
func (s *solver) numbersIn(tree *node, at proposal.Path) []proposal.Path {
	v := tree.at(at)
	if v == nil || v.kind == proposal.Number {
		return nil
	}
	var out []proposal.Path
	for _, p := range v.paths() {
		if v.at(p).kind == proposal.Number && len(out) < maxInside {
			out = append(out, at.Append(p...))
		}
	}
	return out
}

// values gives what may be written at a path.
func (s *solver) values(p proposal.Path, args catalog.Args) []*node {
	f := s.pack.Schema.Field(p)
	if f == nil {
		return nil
	}
	var out []*node
	indexed := false
	if len(p) > 0 {
		_, indexed = p[len(p)-1].Index()
	}
	if !f.List || indexed {
		switch f.Type {
		case "number", "integer":
			for _, name := range sortedKeys(args) {
				if text := args[name].Number; text != "" {
					out = append(out, &node{kind: proposal.Number, text: text})
				}
			}
			for _, text := range []string{f.Low, f.High, "0", "1", "100"} {
				if text != "" {
					out = append(out, &node{kind: proposal.Number, text: text})
				}
			}
		case "boolean":
			out = append(out, &node{kind: proposal.Bool, truth: true}, &node{kind: proposal.Bool})
		case "string":
			for _, word := range f.Enum {
				out = append(out, &node{kind: proposal.String, text: word})
			}
			if f.Format == "date" {
				out = append(out, &node{kind: proposal.String, text: s.o.AsOf})
			}
		}
	}
	out = append(out, s.notes[pattern(p)]...)
	out = append(out, s.donors[pattern(p)]...)
	one := *f
	one.List = f.List && !indexed
	return append(out, s.sample(&one, false), s.sample(&one, true))
}

// pattern writes a path without the numbers of its items.
func pattern(p proposal.Path) string {
	var b strings.Builder
	for i, step := range p {
		key, ok := step.Key()
		switch {
		case !ok:
			b.WriteString("[]")
		case i > 0:
			b.WriteString("." + key)
		default:
			b.WriteString(key)
		}
	}
	return b.String()
}
