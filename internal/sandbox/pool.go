// Package sandbox runs the rules of packs that are not trusted in processes of their own: with limits of time and memory
// that hold whatever the rules do, without a network, and without any file. Start at [Open] for the parent and [Serve] for
// the child.
//
// The child is this program with the hidden command [Command]. It loads the whole pack first; the parent loads catalog and
// schema after it, when they have shown to end within the limits. A child that takes too long or too much is killed and
// replaced, and the requirements of the proposal it worked on are errors with the cause, never passes.
package sandbox

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"slices"
	"sync"
	"time"

	"hegui/internal/assess"
	"hegui/internal/bundle"
	"hegui/internal/pack"
	"hegui/internal/rules"
)

// Command is the argument with which the program is a child.
const Command = "eval-worker"

// Options say how children run. The zero value of each duration and number means its default.
type Options struct {
	Program string // path of this program; without it nothing can be isolated
	Log     *slog.Logger
	Now     func() time.Time
	Workers int           // children of one pack at the same time; 2
	Load    time.Duration // to load a pack; 10 s
	Eval    time.Duration // to evaluate one proposal; 3 s
	Plan    time.Duration // to plan the rules; 10 s
	Deaths  int           // in a row, after which a pack is left alone for a while; 3
	Pause   time.Duration // how long; 5 s

	// Nice is added to the niceness of the children, as nice(1) counts, for a parent that has others to serve: with 10, where
	// the parent wants the whole of a processor, a thread of a child gets a tenth of it. 0 leaves them as the parent is.
	Nice int

	// Quiet does not log that a child was ended: who asks says so of the requirements.
	Quiet bool

	// Engine says who answers for the rules. Its plans are kept apart from those of packs that run in this process.
	Engine pack.Engine
}

// ErrNoProgram says that this program cannot start itself, so that no pack can be isolated.
var ErrNoProgram = errors.New("packs that are not trusted run in a process of their own, which cannot be started here")

func (o Options) orDefault() Options {
	if o.Workers == 0 {
		o.Workers = 2
	}
	if o.Load == 0 {
		o.Load = 10 * time.Second
	}
	if o.Eval == 0 {
		o.Eval = 3 * time.Second
	}
	if o.Plan == 0 {
		o.Plan = 10 * time.Second
	}
	if o.Deaths == 0 {
		o.Deaths = 3
	}
	if o.Pause == 0 {
		o.Pause = 5 * time.Second
	}
	return o
}

// Open loads a pack whose rules run in a process of their own. Its errors are those of [pack.Open]; a pack that cannot be
// loaded within the limits is a *[pack.InvalidError], too.
func Open(ctx context.Context, fsys fs.FS, id string, o Options) (*pack.Pack, error) {
	if o.Program == "" {
		return nil, ErrNoProgram
	}
	files, err := pack.Files(fsys, id)
	if err != nil {
		return nil, err
	}
	if len(files) > maxFiles {
		return nil, invalid(id, fmt.Sprintf("%d files, more than %d", len(files), maxFiles))
	}
	p := &Pool{o: o.orDefault(), load: question{Load: &load{Nice: o.Nice, ID: id, Files: files}}}
	// The key is of what this process read; a plan is of the very rules only when the child finds so, too.
	key := "isolated " + rules.PlanVersion() + " " + id + " " + pack.KeyOf(files)
	if plans := o.Engine.Plans; plans != nil && !o.Engine.OPA {
		p.load.Load.Plan = plans.Get(key)
	}
	p.slots = make(chan struct{}, p.o.Workers)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	first, loaded, err := p.begin()
	if err != nil {
		return nil, p.refused(id, err)
	}
	p.summary = *loaded
	if o.Engine.Make && !o.Engine.OPA && !loaded.Planned {
		first = p.plan(first, key)
	}
	if first != nil {
		p.idle = []*worker{first}
	}
	opened, err := pack.OpenWith(bundle.Files(files), id, func(rules.Config) (pack.Rules, error) { return p, nil })
	if err != nil {
		_ = p.Close()
		return nil, err
	}
	if opened.Ref.Digest != p.summary.Digest {
		_ = p.Close()
		return nil, invalid(id, "the process of the pack loaded something else")
	}
	opened.Isolated, opened.Processes = true, p.o.Workers
	return opened, nil
}

// plan has a child plan the rules, and gives it back, or nil when that was too much for it: then OPA's own evaluator answers
// in those that come after it.
func (p *Pool) plan(w *worker, key string) *worker {
	p.load.Load.Plan = nil // of other rules
	a, err := w.ask(question{Plan: true}, p.o.Plan)
	switch {
	case err != nil:
		p.o.Engine.Unplanned(p.load.Load.ID, err)
		return nil
	case a.Plan == nil:
		p.o.Engine.Unplanned(p.load.Load.ID, errors.New(a.Err))
		return w
	}
	p.summary.Planned, p.load.Load.Plan = true, a.Plan
	if plans := p.o.Engine.Plans; plans != nil {
		plans.Put(key, a.Plan)
	}
	return w
}

// Planned says whether a plan answers for the rules, and not only OPA's own evaluator.
func (p *Pool) Planned() bool { return p.summary.Planned }

// maxFiles of a pack that is not trusted. The built-in one has 363.
const maxFiles = 1000

func invalid(id, message string) error {
	return &pack.InvalidError{Pack: id, Problems: []pack.Problem{{File: "policies/" + id, Message: message}}}
}

// refused turns the death of the child that loaded a pack into what is wrong with the pack.
func (p *Pool) refused(id string, err error) error {
	_ = p.Close()
	var died *death
	if errors.As(err, &died) {
		return invalid(id, "loading: "+died.cause)
	}
	return err
}

// Pool is the rules of one pack in processes of their own. It is the [pack.Rules] of that pack, safe for concurrent use.
type Pool struct {
	o       Options
	load    question
	slots   chan struct{} // one for every child that works
	weaker  sync.Once
	summary summary

	mu     sync.Mutex
	closed bool
	idle   []*worker // the one that worked last comes first again, so that a quiet service has one child
	deaths int       // in a row
	until  time.Time // the pack is left alone
}

// Eval asks the child. What becomes of the child becomes of the requirements: they are errors that say why.
func (p *Pool) Eval(ctx context.Context, in assess.Input) (*assess.Evaluation, error) {
	input, err := rules.InputJSON(in)
	if err != nil {
		return nil, err
	}
	if wait := p.paused(); wait > 0 {
		return p.nothing(fmt.Sprintf("paused: the process of the rules ended %d times in a row; it is tried again after a pause of %s", p.o.Deaths, p.o.Pause)), nil
	}
	type result struct {
		ev  *assess.Evaluation
		err error
	}
	done := make(chan result, 1)
	go func() { // goes on when the caller leaves: a child that works is not thrown away
		ev, err := p.eval(ctx, input, in.Readings)
		done <- result{ev, err}
	}()
	select {
	case r := <-done:
		return r.ev, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (p *Pool) eval(caller context.Context, input []byte, readings bool) (*assess.Evaluation, error) {
	w, err := p.take(caller)
	var died *death
	switch {
	case errors.As(err, &died):
		p.count(true)
		return p.nothing(died.cause), nil
	case err != nil:
		return nil, err
	}
	a, err := w.ask(question{Eval: &evaluate{Input: input, Readings: readings}}, p.o.Eval)
	if err != nil {
		p.give(nil)
		if !errors.As(err, &died) {
			return nil, err
		}
		if !p.o.Quiet {
			p.o.Log.Warn("the process of a pack was ended", "pack", p.load.Load.ID, "cause", died.cause)
		}
		p.count(true)
		return p.nothing(died.cause), nil
	}
	p.give(w)
	p.count(false)
	if a.Evaluation == nil {
		return p.nothing(a.Err), nil
	}
	return a.Evaluation, nil
}

// nothing is the evaluation of a proposal that the rules said nothing about.
func (p *Pool) nothing(why string) *assess.Evaluation {
	ev := &assess.Evaluation{Outcomes: make(map[string]assess.Outcome, len(p.summary.Stems))}
	for _, stem := range p.summary.Stems {
		ev.Outcomes[stem] = assess.Outcome{Err: why}
	}
	return ev
}

// take gives a child that is loaded, when it is the caller's turn. The error is a *death, an ended context or a fault of ours.
func (p *Pool) take(caller context.Context) (*worker, error) {
	select {
	case p.slots <- struct{}{}:
	case <-caller.Done():
		return nil, caller.Err()
	}
	p.mu.Lock()
	if n := len(p.idle); n > 0 {
		w := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.mu.Unlock()
		return w, nil
	}
	p.mu.Unlock()
	w, _, err := p.begin()
	if err != nil {
		p.give(nil)
		return nil, err
	}
	return w, nil
}

// begin starts a child and has it load the pack.
func (p *Pool) begin() (*worker, *summary, error) {
	w, err := p.start()
	if err != nil {
		return nil, nil, err
	}
	a, err := w.ask(p.load, p.o.Load)
	switch {
	case err != nil:
		return nil, nil, err
	case a.Loaded != nil:
		return w, a.Loaded, nil
	}
	w.stop()
	if len(a.Problems) > 0 {
		bad := &pack.InvalidError{Pack: p.load.Load.ID}
		for _, problem := range a.Problems {
			bad.Problems = append(bad.Problems, pack.Problem(problem))
		}
		return nil, nil, bad
	}
	return nil, nil, invalid(p.load.Load.ID, a.Err)
}

// give ends what take began; nil is a child that is gone.
func (p *Pool) give(w *worker) {
	p.mu.Lock()
	if w != nil && !p.closed {
		p.idle = append(p.idle, w)
		w = nil
	}
	p.mu.Unlock()
	<-p.slots
	if w != nil {
		w.stop()
	}
}

// count keeps the deaths in a row. After too many the pack is left alone for a while: starting it again and again would
// take from others what it was denied.
func (p *Pool) count(died bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !died {
		p.deaths = 0
		return
	}
	if p.deaths++; p.deaths >= p.o.Deaths {
		p.until = p.o.Now().Add(p.o.Pause)
		p.deaths = p.o.Deaths - 1 // after the pause one more is enough
	}
}

func (p *Pool) paused() time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.until.Sub(p.o.Now())
}

// Close ends the children. One that works ends when it is done.
func (p *Pool) Close() error {
	p.mu.Lock()
	p.closed = true
	idle := p.idle
	p.idle = nil
	p.mu.Unlock()
	for _, w := range idle {
		w.stop()
	}
	return nil
}

// Stems lists the requirements that have a rule, sorted.
func (p *Pool) Stems() []string { return slices.Clone(p.summary.Stems) }

// FileOf gives the file of a requirement's rule, "" when there is none.
func (p *Pool) FileOf(stem string) string { return p.summary.Files[stem] }

// Defines says whether a requirement's rule has a statement of that name.
func (p *Pool) Defines(stem, name string) bool {
	return slices.Contains(p.summary.Statements[stem], name)
}

// Thresholds lists the thresholds that a requirement's rule reads itself, sorted.
func (p *Pool) Thresholds(stem string) []string { return slices.Clone(p.summary.Thresholds[stem]) }

// HasReading says whether the pack has rules for an alternative reading.
func (p *Pool) HasReading(reading, alternative string) bool {
	return slices.Contains(p.summary.Readings[reading], alternative)
}

var _ pack.Rules = (*Pool)(nil)
