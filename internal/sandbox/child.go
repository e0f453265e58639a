package sandbox

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"runtime/debug"
	"slices"

	"hegui/internal/bundle"
	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/rules"
)

// ceilings of a child. What the Go heap may grow to lies below what the address space allows, so that the collector works
// harder before the process ends.
const (
	addressSpace = 1536 << 20 // bytes beyond what Go reserves when it starts, RLIMIT_AS
	heap         = 512 << 20  // bytes, GOMEMLIMIT
	cpuSeconds   = 20         // for one question, RLIMIT_CPU: what ends a child whose parent has died
	threads      = 1          // GOMAXPROCS
)

const (
	shownProblems = 100
	shownText     = 1000 // bytes of one message
)

// Serve is the child: it limits itself, loads the pack it is sent and answers what is asked about it, until its input ends.
// It opens no file and no connection.
func Serve(ctx context.Context, in io.Reader, out io.Writer) error {
	if err := confine(); err != nil {
		return fmt.Errorf("confine the child: %w", err)
	}
	debug.SetMemoryLimit(heap)
	debug.SetMaxStack(128 << 20)
	var set *rules.Set
	for {
		var q question
		switch err := readFrame(in, &q, maxQuestion); {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
		if err := limitCPU(cpuSeconds); err != nil {
			return err
		}
		var a answer
		switch {
		case q.Load != nil && set == nil:
			if err := beNice(q.Load.Nice); err != nil {
				return fmt.Errorf("lower the priority: %w", err)
			}
			set, a = compile(q.Load)
		case q.Plan && set != nil:
			a = makePlan(ctx, set)
		case q.Eval != nil && set != nil:
			a = eval(ctx, set, q.Eval)
		default:
			a = answer{Err: "nothing to do"}
		}
		err := writeFrame(out, a, maxAnswer)
		if errors.Is(err, errTooLong) {
			err = writeFrame(out, answer{Err: "the findings of the pack are larger than allowed"}, maxAnswer)
		}
		if err != nil {
			return err
		}
	}
}

// compile loads a pack, all of it: what the parent loads again afterwards, without the rules, has then ended here within
// the limits.
func compile(q *load) (*rules.Set, answer) {
	var set *rules.Set
	p, err := pack.OpenWith(bundle.Files(q.Files), q.ID, func(cfg rules.Config) (pack.Rules, error) {
		cfg.Limits = rules.ForeignLimits()
		var err error
		set, err = rules.Compile(cfg)
		return set, err
	})
	var invalid *pack.InvalidError
	switch {
	case errors.As(err, &invalid):
		a := answer{}
		for i, p := range invalid.Problems {
			if i == shownProblems {
				break
			}
			a.Problems = append(a.Problems, problem{p.File, p.Line, cut(p.Message), cutText(p.Text), cutText(p.Repair)})
		}
		return nil, a
	case err != nil:
		return nil, answer{Err: cut(err.Error())}
	}
	s := &summary{
		// The Rego is compiled beside a plan: its limits hold, and it answers within the deadline where the plan does not.
		Planned: q.Plan != nil && set.UsePlanFile(q.Plan),
		Digest:  p.Ref.Digest, Stems: set.Stems(), Files: map[string]string{}, Statements: map[string][]string{},
		Thresholds: map[string][]string{}, Readings: map[string][]string{},
	}
	for _, stem := range s.Stems {
		s.Files[stem] = set.FileOf(stem)
		s.Thresholds[stem] = set.Thresholds(stem)
		for _, name := range []string{"applies", "findings", "credit", "manual"} {
			if set.Defines(stem, name) {
				s.Statements[stem] = append(s.Statements[stem], name)
			}
		}
	}
	for _, r := range p.Catalog.Readings {
		for _, alternative := range r.Alternatives {
			if set.HasReading(r.ID, alternative.ID) {
				s.Readings[r.ID] = append(s.Readings[r.ID], alternative.ID)
			}
		}
	}
	return set, answer{Loaded: s}
}

// makePlan plans the rules and lets the plan answer from now on.
func makePlan(ctx context.Context, set *rules.Set) answer {
	made, err := set.PlanFile(ctx)
	if err != nil {
		return answer{Err: cut(err.Error())}
	}
	if len(made) > maxPlan {
		return answer{Err: fmt.Sprintf("the plan has %d bytes, more than %d", len(made), maxPlan)}
	}
	if !set.UsePlanFile(made) {
		return answer{Err: "the plan cannot be read"}
	}
	return answer{Plan: made}
}

func eval(ctx context.Context, set *rules.Set, q *evaluate) answer {
	ev, err := set.EvalJSON(ctx, q.Input, q.Readings)
	if err != nil {
		return answer{Err: cut(err.Error())}
	}
	for _, stem := range slices.Collect(maps.Keys(ev.Outcomes)) {
		if o := ev.Outcomes[stem]; o.Err != "" {
			o.Err = cut(o.Err)
			ev.Outcomes[stem] = o
		}
	}
	return answer{Evaluation: ev}
}

func cutText(t catalog.Text) catalog.Text { return catalog.Text{ZH: cut(t.ZH), EN: cut(t.EN)} }

func cut(s string) string {
	if len(s) > shownText {
		return s[:shownText] + "…"
	}
	return s
}
