package mutate

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"

	"hegui/internal/pack"
	"hegui/internal/rules"
)

// Outcome is what became of a mutant.
type Outcome string

// The outcomes. A mutant that is killed or endless was noticed; the rate is their share of these and the survivors.
const (
	Killed    Outcome = "killed"     // a test fails
	Endless   Outcome = "timed_out"  // a test does not end any more
	Survived  Outcome = "survived"   // all tests pass
	Unseen    Outcome = "unseen"     // survived, because no test evaluates the rule
	Excused   Outcome = "equivalent" // survived, and is listed as equivalent
	Discarded Outcome = "discarded"  // is no valid Rego
)

// Result is a mutant and what became of it.
type Result struct {
	*Mutant
	Outcome Outcome `json:"outcome"`
	Reason  Reason  `json:"reason,omitzero"` // why it is equivalent
}

// Options are what a run is limited to. The zero value runs all mutants in one worker.
type Options struct {
	Files       *regexp.Regexp // only those of files that match; nil is all
	Sample      int            // so many, drawn at random; 0 is all
	Seed        uint64         // of the draw
	Workers     int
	Limit       time.Duration // no mutant is begun after it; 0 is no limit
	Equivalents []Equivalent
	Now         func() time.Time      // the clock
	Start       func(mutants int)     // is told how many there are, before the first; may be nil
	Each        func(outcome Outcome) // is told of each one, by one goroutine at a time; may be nil
}

// Run generates the mutants of a pack and runs its tests against them. When the context ends or the time limit is reached,
// what is done is reported, with Partial set. A pack whose tests do not pass is an error, as is one that does not load.
func Run(ctx context.Context, src *pack.Sources, o Options) (*Report, error) {
	began := o.Now()
	if o.Workers < 1 {
		o.Workers = 1
	}
	first, err := compile(ctx, src)
	if err != nil {
		return nil, err
	}
	all := generate(src, first)
	chosen := choose(all, o)
	machines := []*machine{first}
	for range min(o.Workers, max(len(chosen), 1)) - 1 {
		m, err := compile(ctx, src)
		if err != nil {
			return nil, err
		}
		machines = append(machines, m)
	}
	r := &runner{src: src, o: o, machines: machines, store: rules.Store(src.Config), readers: first.readers(src.Config.Pack)}
	r.tests = first.tests()
	if len(r.tests) == 0 {
		return nil, errors.New("the pack has no tests")
	}
	r.tests = r.seeing(first, chosen)
	if err := r.baselines(ctx); err != nil {
		return nil, err
	}
	prepared := o.Now()
	if o.Start != nil {
		o.Start(len(chosen))
	}
	results, err := r.all(ctx, chosen, began)
	if err != nil {
		return nil, err
	}
	report := summarize(results, len(all), len(chosen))
	report.Stale = excuse(report.Results, o.Equivalents, func(file string) bool {
		return o.Sample == 0 && !report.Partial && (o.Files == nil || o.Files.MatchString(file))
	})
	report.count()
	end := o.Now()
	report.Tests, report.Prepare, report.Elapsed = len(r.tests), prepared.Sub(began), end.Sub(began)
	if s := end.Sub(prepared).Seconds(); s > 0 {
		report.PerSecond = float64(len(results)) / s
	}
	return report, nil
}

func compile(ctx context.Context, src *pack.Sources) (*machine, error) {
	c, err := rules.CompileTests(ctx, src.Config)
	if err != nil {
		return nil, err
	}
	return newMachine(c, src.Config.Modules)
}

// generate lists all mutants of a pack: of its Rego without the tests, and of its thresholds.
func generate(src *pack.Sources, m *machine) []*Mutant {
	var all []*Mutant
	for _, s := range src.Config.Modules {
		if !strings.HasSuffix(s.File, "_test.rego") {
			all = append(all, sites(s.File, s.Text, m.Modules[s.File])...)
		}
	}
	all = append(all, thresholds(src)...)
	identify(all)
	return all
}

// choose picks the mutants of a run: those of some files, and of them a random sample.
func choose(all []*Mutant, o Options) []*Mutant {
	var out []*Mutant
	for _, m := range all {
		if o.Files == nil || o.Files.MatchString(m.File) {
			out = append(out, m)
		}
	}
	if o.Sample == 0 || o.Sample >= len(out) {
		return out
	}
	picked := rand.New(rand.NewPCG(o.Seed, 0)).Perm(len(out))[:o.Sample]
	slices.Sort(picked)
	sample := make([]*Mutant, 0, o.Sample)
	for _, i := range picked {
		sample = append(sample, out[i])
	}
	return sample
}

// runner runs mutants on machines.
type runner struct {
	src      *pack.Sources
	o        Options
	machines []*machine
	tests    []*test
	store    storage.Store
	readers  map[string][]ruleKey // rules by the threshold that they read
}

// baselines runs each test once without a mutant.
func (r *runner) baselines(ctx context.Context) error {
	for _, m := range r.machines[1:] {
		m.tests()
	}
	faults := make([]error, len(r.tests))
	r.each(ctx, len(r.tests), func(m *machine) func(int) {
		keys := m.keys()
		return func(i int) { faults[i] = m.baseline(ctx, r.tests[i], r.store, keys, r.o.Now) }
	})
	return errors.Join(faults...)
}

// seeing leaves out the tests that reach none of the rules that are to be changed, by the references that stand in the Rego.
func (r *runner) seeing(m *machine, chosen []*Mutant) []*test {
	var changed []*ast.Rule
	add := func(k ruleKey) { changed = append(changed, m.Compiler.Modules[k.file].Rules[k.index]) }
	for _, mu := range chosen {
		if mu.Operator != Threshold {
			add(ruleKey{mu.File, mu.rule})
			continue
		}
		for _, k := range slices.Concat(r.readers[mu.Rule], r.readers[""]) {
			add(k)
		}
	}
	reaching := m.reaching(changed)
	return slices.DeleteFunc(r.tests, func(t *test) bool { return !reaching[t.name] })
}

// each calls a function for 0 to n-1 on all machines at once, each number once. It begins none when the context has ended.
func (r *runner) each(ctx context.Context, n int, worker func(m *machine) func(i int)) {
	next := make(chan int)
	var wg sync.WaitGroup
	for _, m := range r.machines {
		wg.Go(func() {
			do := worker(m)
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
}

// all runs mutants until they are done, the time is over or the context ends. Those that were not run are left out.
func (r *runner) all(ctx context.Context, mutants []*Mutant, began time.Time) ([]Result, error) {
	results := make([]Result, len(mutants))
	faults := make([]error, len(mutants))
	var telling sync.Mutex
	r.each(ctx, len(mutants), func(m *machine) func(int) {
		return func(i int) {
			if r.o.Limit > 0 && r.o.Now().Sub(began) > r.o.Limit {
				return
			}
			outcome, err := r.one(ctx, m, mutants[i])
			if err != nil {
				if ctx.Err() == nil {
					faults[i] = fmt.Errorf("%s: %w", mutants[i].ID, err)
				}
				return
			}
			results[i] = Result{Mutant: mutants[i], Outcome: outcome}
			if r.o.Each != nil {
				telling.Lock()
				defer telling.Unlock()
				r.o.Each(outcome)
			}
		}
	})
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(results, func(r Result) bool { return r.Mutant == nil }), nil
}

// one runs the tests that can see a mutant, until one fails.
func (r *runner) one(ctx context.Context, m *machine, mu *Mutant) (Outcome, error) {
	store := r.store
	var seeing []*test
	if mu.Operator == Threshold {
		cfg := r.src.Config
		cfg.Data = moved(cfg.Data, mu)
		store = rules.Store(cfg)
		readers := slices.Concat(r.readers[mu.Rule], r.readers[""])
		seeing = candidates(r.tests, func(entered map[ruleKey]bool) bool {
			return slices.ContainsFunc(readers, func(k ruleKey) bool { return entered[k] })
		}, mu.File)
	} else {
		rule, err := m.compile(mu)
		if errors.Is(err, errNotCompiled) {
			return Discarded, nil
		}
		if err != nil {
			return "", err
		}
		key := ruleKey{mu.File, mu.rule}
		seeing = candidates(r.tests, func(entered map[ruleKey]bool) bool { return entered[key] }, mu.File)
		restore, err := m.splice(m.Compiler.Modules[mu.File].Rules[mu.rule], rule)
		if err != nil {
			return "", err
		}
		defer restore()
	}
	if len(seeing) == 0 {
		return Unseen, nil
	}
	for _, t := range seeing {
		ok, err := m.run(ctx, t, store, nil)
		switch {
		case errors.Is(err, errEndless):
			return Endless, nil
		case err != nil:
			return "", err
		case !ok:
			return Killed, nil
		}
	}
	return Survived, nil
}
