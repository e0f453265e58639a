package solve

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
	"hegui/internal/rules"
)

// What is said of outcomes that were only seen needs to have been seen a few times.
const (
	fewFailures = 10 // of a requirement, before it is called implied
	fewTogether = 10 // proposals to which two requirements apply, before they are called contrary
	pairSearch  = 60 // evaluations to satisfy two requirements that were never seen satisfied together
	maxPairs    = 20 // pairs that are looked into; the most often seen first
)

// outcomes are the statuses of many proposals.
type outcomes struct {
	trees    []*node
	statuses [][]assess.Status // by proposal, in the order of the catalog
	stated   map[rules.Place]bool
}

// compare assesses many proposals and says what none of them shows.
func (s *solver) compare(ctx context.Context, r *reasoner) error {
	profile := s.everything()
	seen := &outcomes{stated: map[rules.Place]bool{}}
	trees := s.corpus()
	var stopped error
	for i, tree := range trees {
		s.o.Told(StepCompare, "", i, len(trees))
		if stopped = s.see(ctx, profile, tree, seen); stopped != nil {
			break
		}
	}
	s.report.Corpus = len(seen.trees)
	if stopped != nil && !ended(stopped) {
		return stopped
	}
	s.neverSatisfied(seen)
	s.neverAlone(seen)
	s.neverStated(seen, r)
	if stopped != nil {
		return stopped
	}
	return s.neverTogether(ctx, profile, seen)
}

// everything is a profile that leaves nothing out: the first of the pack, without its exceptions.
func (s *solver) everything() *catalog.Profile {
	p := s.pack.Catalog.Profiles[0]
	p.Exclude, p.Weights = nil, nil
	return &p
}

// corpus lists the examples, the other proposals, and neighbours of the witnesses: each with one to three edits.
func (s *solver) corpus() []*node {
	var out []*node
	for _, st := range s.starts {
		out = append(out, st.tree)
	}
	for _, src := range s.o.Others {
		if len(out) >= s.o.Corpus {
			break
		}
		if doc, err := proposal.Parse(src.Name, src.Text, proposal.Limits{}); err == nil {
			out = append(out, toNode(doc.Root()))
		}
	}
	random := rand.New(rand.NewPCG(s.o.Seed, 2))
	var around []*node
	around = append(around, s.found...)
	if len(around) == 0 {
		around = append(around, out...)
	}
	for tries := 0; len(out) < s.o.Corpus && len(around) > 0 && tries < 10*s.o.Corpus; tries++ {
		n := around[random.IntN(len(around))]
		for edits := 1 + random.IntN(3); edits > 0 && n != nil; edits-- {
			n = s.neighbour(n, random)
		}
		if n != nil {
			out = append(out, n)
		}
	}
	return out
}

// neighbour makes one edit at random: a part is dropped, or a value becomes another that the schema allows.
func (s *solver) neighbour(n *node, random *rand.Rand) *node {
	paths := n.paths()
	if len(paths) == 0 {
		return nil
	}
	p := paths[random.IntN(len(paths))]
	switch random.IntN(3) {
	case 0:
		return n.with(p, nil)
	case 1: // a field that is not there yet
		if f := s.pack.Schema.Field(p[:len(p)-1]); f != nil && len(f.Children) > 0 {
			p = p[:len(p)-1].Append(proposal.Key(f.Children[random.IntN(len(f.Children))].Key))
		}
	}
	v := n.at(p)
	values := s.values(p, nil)
	if f := s.pack.Schema.Field(p); f != nil && !f.List && (f.Type == "number" || f.Type == "integer") {
		for range 3 {
			n := s.numbers[random.IntN(len(s.numbers))]
			if f.Type == "number" || n.IsInt() {
				digits, _ := n.FloatPrec()
				values = append(values, &node{kind: proposal.Number, text: n.FloatString(min(digits, 4))})
			}
		}
	}
	if v != nil && v.kind == proposal.Number {
		for _, digits := range []string{"0", "-" + v.text, v.text + "0", strings.TrimSuffix(v.text, v.text[len(v.text)-1:])} {
			if digits != "" && !strings.HasPrefix(digits, "--") {
				values = append(values, &node{kind: proposal.Number, text: digits})
			}
		}
		if whole, err := strconv.Atoi(v.text); err == nil && whole > 0 && whole < 1e9 { // somewhere between nothing and twice as much
			for range 3 {
				values = append(values, &node{kind: proposal.Number, text: strconv.Itoa(random.IntN(2 * whole))})
			}
		}
	}
	if len(values) == 0 {
		return nil
	}
	return n.with(p, values[random.IntN(len(values))])
}

// see takes in one proposal.
func (s *solver) see(ctx context.Context, profile *catalog.Profile, tree *node, seen *outcomes) error {
	as, err := s.assess(ctx, profile, tree)
	if errors.Is(err, errUnreadable) {
		return nil
	}
	if err != nil {
		return err
	}
	statuses := make([]assess.Status, len(as.Results))
	for i := range as.Results {
		statuses[i] = as.Results[i].Status
	}
	doc, err := proposal.Parse("candidate", tree.yaml(), proposal.Limits{})
	if err != nil {
		return nil
	}
	_, unusable := s.pack.Schema.Validate(doc)
	stated, err := s.rules.Stated(ctx, assess.Input{Proposal: doc.Blank(unusable, s.pack.Schema.Item), AsOf: s.o.AsOf, Profile: profile.ID})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err == nil { // a rule that fails says nothing of what it would have stated
		for place := range stated {
			seen.stated[place] = true
		}
	}
	seen.trees, seen.statuses = append(seen.trees, tree), append(seen.statuses, statuses)
	return nil
}

func applies(s assess.Status) bool { return s != assess.StatusNotApplicable }

// missed says whether a requirement applies and is not satisfied.
func missed(s assess.Status) bool { return applies(s) && s != assess.StatusPass }

// neverSatisfied lists requirements that apply to some proposal and are satisfied in none.
func (s *solver) neverSatisfied(seen *outcomes) {
	for i := range s.pack.Catalog.Requirements {
		apply, pass := 0, 0
		for _, st := range seen.statuses {
			if applies(st[i]) {
				apply++
			}
			if st[i] == assess.StatusPass {
				pass++
			}
		}
		if pass == 0 && apply > 0 {
			s.report.Unsatisfied = append(s.report.Unsatisfied, s.pack.Catalog.Requirements[i].ID)
		}
	}
}

// neverAlone finds requirements that failed several times, and each time another failed too. What is proven already is not
// said again, but gains its figures.
func (s *solver) neverAlone(seen *outcomes) {
	reqs := s.pack.Catalog.Requirements
	for i := range reqs {
		failures := 0
		for _, st := range seen.statuses {
			if missed(st[i]) {
				failures++
			}
		}
		for k := range s.report.Implied {
			if known := &s.report.Implied[k]; known.Requirement == reqs[i].ID {
				known.Failures, known.Proposals = failures, len(seen.statuses)
			}
		}
		if failures < fewFailures {
			continue
		}
		for j := range reqs {
			known := slices.ContainsFunc(s.report.Implied, func(m Implied) bool {
				return m.Requirement == reqs[i].ID && m.By == reqs[j].ID || m.Mutual && m.Requirement == reqs[j].ID && m.By == reqs[i].ID
			})
			alone := slices.ContainsFunc(seen.statuses, func(st []assess.Status) bool { return missed(st[i]) && !missed(st[j]) })
			if i == j || known || alone {
				continue
			}
			reverse := slices.IndexFunc(s.report.Implied, func(m Implied) bool {
				return m.Proof == Tried && m.Requirement == reqs[j].ID && m.By == reqs[i].ID
			})
			if reverse >= 0 {
				s.report.Implied[reverse].Mutual = true
				continue
			}
			s.report.Implied = append(s.report.Implied, Implied{
				Requirement: reqs[i].ID, By: reqs[j].ID, Proof: Tried, Applies: true, Failures: failures, Proposals: len(seen.statuses),
				Bodies: []Condition{{File: s.pack.Rules.FileOf(reqs[i].Stem()), Line: s.lineOf(reqs[i].Stem())}},
			})
		}
	}
}

// lineOf gives the line of a requirement's first finding.
func (s *solver) lineOf(stem string) int {
	for _, b := range s.rules.Bodies() {
		if b.Stem == stem && b.Name == "findings" {
			return b.Line
		}
	}
	return 1
}

// neverStated lists ways to miss a requirement that held for no proposal, and are not known to be unreachable.
func (s *solver) neverStated(seen *outcomes, r *reasoner) {
	if len(seen.trees) == 0 {
		return
	}
	for i := range r.rules {
		for _, d := range r.rules[i].defects {
			at := rules.Place{File: d.File, Line: d.Line}
			known := slices.ContainsFunc(s.report.Unreachable, func(u Unreachable) bool {
				return u.File == d.File && u.Line == d.Line && u.Value == ""
			})
			if seen.stated[at] || known {
				continue
			}
			s.report.Unreachable = append(s.report.Unreachable, Unreachable{
				Package: d.Package, Name: d.Head, Code: d.Code, File: d.File, Line: d.Line, Proof: Tried, Proposals: len(seen.trees),
			})
		}
	}
}

// neverTogether finds pairs of requirements that apply together and were never satisfied together, although each was alone,
// and looks for a proposal that satisfies both.
func (s *solver) neverTogether(ctx context.Context, profile *catalog.Profile, seen *outcomes) error {
	reqs := s.pack.Catalog.Requirements
	for k := range s.report.Conflicts {
		c := &s.report.Conflicts[k]
		for _, st := range seen.statuses {
			all := true
			for i := range reqs {
				all = all && (!slices.Contains(c.Requirements, reqs[i].ID) || applies(st[i]))
			}
			if all {
				c.Together++
			}
		}
	}
	type pair struct{ i, j, together int }
	var pairs []pair
	for i := range reqs {
		for j := range reqs[:i] {
			p := pair{i: j, j: i}
			first, second, both := false, false, false
			for _, st := range seen.statuses {
				first, second = first || st[j] == assess.StatusPass, second || st[i] == assess.StatusPass
				both = both || st[j] == assess.StatusPass && st[i] == assess.StatusPass
				if applies(st[i]) && applies(st[j]) {
					p.together++
				}
			}
			if first && second && !both && p.together >= fewTogether {
				pairs = append(pairs, p)
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return b.together - a.together })
	for _, p := range pairs[:min(len(pairs), maxPairs)] {
		ids := []string{reqs[p.i].ID, reqs[p.j].ID}
		if slices.ContainsFunc(s.report.Conflicts, func(c Conflict) bool { return slices.Equal(c.Requirements, ids) }) {
			continue
		}
		before := s.memo.asked
		found, err := s.both(ctx, profile, seen, p.i, p.j)
		if err != nil {
			return err
		}
		if !found {
			c := Conflict{Requirements: ids, Proof: Tried, Together: p.together, Evaluations: len(seen.trees) + s.memo.asked - before}
			for _, at := range []int{p.i, p.j} {
				c.Conditions = append(c.Conditions, Condition{File: s.pack.Rules.FileOf(reqs[at].Stem()), Line: s.lineOf(reqs[at].Stem())})
			}
			s.report.Conflicts = append(s.report.Conflicts, c)
		}
	}
	return nil
}

// both looks for a proposal that satisfies two requirements while both apply.
func (s *solver) both(ctx context.Context, profile *catalog.Profile, seen *outcomes, i, j int) (bool, error) {
	var starts []start
	for k, st := range seen.statuses {
		if applies(st[i]) && applies(st[j]) && len(starts) < 5 {
			starts = append(starts, start{tree: seen.trees[k]})
		}
	}
	lost := func(as *assess.Assessment) int {
		n := 0
		for _, r := range []*assess.Result{&as.Results[i], &as.Results[j]} {
			if r.Status != assess.StatusPass {
				n += 1 + len(r.Findings) + len(r.Manual)
			}
			if r.Status == assess.StatusNotApplicable {
				n += 1000
			}
		}
		return n
	}
	best, _, err := s.search(ctx, profile, starts, goal{lost, []string{s.pack.Catalog.Requirements[i].ID, s.pack.Catalog.Requirements[j].ID}}, pairSearch)
	return err == nil && best != nil && best.lost == 0, err
}
