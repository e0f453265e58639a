package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"runtime"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"hegui/internal/mutate"
	"hegui/internal/pack"
	"hegui/internal/report"
)

// packMutateOptions are the flags of pack mutate.
type packMutateOptions struct {
	run        string
	sample     int
	seed       uint64
	workers    int
	limit      time.Duration
	minKill    string
	equivalent string
	format     string
}

func (a *app) packMutateCommand() *cobra.Command {
	w := a.words.packMutate
	var o packMutateOptions
	cmd := &cobra.Command{
		Use: w.use, Short: w.short, Long: w.long, Example: w.example, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.packMutate(cmd.Context(), o)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.run, "run", "", w.flagRun)
	flags.IntVar(&o.sample, "sample", 0, w.flagSample)
	flags.Uint64Var(&o.seed, "seed", 0, w.flagSeed)
	flags.IntVar(&o.workers, "workers", runtime.GOMAXPROCS(0), w.flagWorkers)
	flags.DurationVar(&o.limit, "limit", 0, w.flagLimit)
	flags.StringVar(&o.minKill, "min-kill", "0", w.flagMinKill)
	flags.StringVar(&o.equivalent, "equivalent", "", w.flagEquivalent)
	flags.StringVar(&o.format, "format", "text", w.flagFormat)
	return cmd
}

// percentage is a number from 0 to 100 with two decimals at most.
var percentage = regexp.MustCompile(`^(100(\.0{1,2})?|[0-9]{1,2}(\.[0-9]{1,2})?)$`)

// packMutate runs mutants of the pack and reports. When the run is interrupted, what is done is reported all the same.
func (a *app) packMutate(ctx context.Context, o packMutateOptions) error {
	w := a.words.packMutate
	options, minKill, err := a.mutateOptions(o)
	if err != nil {
		return err
	}
	from, err := a.packSource()
	if err != nil {
		return err
	}
	src, err := pack.OpenSources(from.files, from.id)
	if err != nil {
		return err
	}
	told := &mutateProgress{a: a, began: a.env.Now()}
	options.Start, options.Each = told.start, told.each
	r, err := mutate.Run(ctx, src, options)
	told.end()
	if err != nil {
		return err
	}
	if r.Chosen == 0 {
		return usage(fmt.Errorf(w.noMutants, o.run))
	}
	out := bufio.NewWriter(a.env.Stdout)
	if o.format == "json" {
		err = writeMutateJSON(out, r)
	} else {
		a.writeMutateText(out, r)
	}
	if err = errors.Join(err, out.Flush()); err != nil {
		return err
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case r.Total.Rate() < minKill:
		return &exitError{code: ExitGate, err: fmt.Errorf(w.belowMin, inFull(r.Total.Rate()), inFull(minKill))}
	}
	return nil
}

// mutateOptions reads the flags; minKill is in hundredths of a per cent.
func (a *app) mutateOptions(o packMutateOptions) (options mutate.Options, minKill int, err error) {
	w := a.words.packMutate
	options = mutate.Options{Sample: o.sample, Seed: o.seed, Workers: o.workers, Limit: o.limit, Now: a.env.Now}
	switch {
	case o.format != "text" && o.format != "json":
		return options, 0, usage(fmt.Errorf(w.badFormat, o.format))
	case o.sample < 0:
		return options, 0, usage(fmt.Errorf(w.badSample, o.sample))
	case o.workers < 1:
		return options, 0, usage(fmt.Errorf(w.badWorkers, o.workers))
	case o.limit < 0:
		return options, 0, usage(fmt.Errorf(w.badLimit, o.limit))
	case !percentage.MatchString(o.minKill):
		return options, 0, usage(fmt.Errorf(w.badMinKill, o.minKill))
	}
	whole, part := 0, "00"
	for i, r := range o.minKill {
		if r == '.' {
			part = (o.minKill[i+1:] + "0")[:2]
			break
		}
		whole = whole*10 + int(r-'0')
	}
	minKill = whole*100 + int(part[0]-'0')*10 + int(part[1]-'0')
	if o.run != "" {
		if options.Files, err = regexp.Compile(o.run); err != nil {
			return options, 0, usage(fmt.Errorf(w.badRun, o.run, err))
		}
	}
	if o.equivalent != "" {
		text, err := os.ReadFile(o.equivalent)
		if err != nil {
			return options, 0, err
		}
		if options.Equivalents, err = mutate.ReadEquivalents(text); err != nil {
			return options, 0, &exitError{code: ExitInput, err: fmt.Errorf(w.badEquivalent, o.equivalent, err)}
		}
	}
	return options, minKill, nil
}

// writeMutateText writes what a person reads: the figures, the files with survivors, and each survivor.
func (a *app) writeMutateText(out io.Writer, r *mutate.Report) {
	w := a.words.packMutate
	if r.Partial {
		fmt.Fprintf(out, w.partial, r.Chosen, len(r.Results))
	}
	t := r.Total
	fmt.Fprintf(out, w.summary, len(r.Results), t.Killed+t.TimedOut, t.TimedOut, t.Survived, t.Unseen, t.Equivalent, t.Discarded)
	fmt.Fprintf(out, w.rate, inFull(t.Rate()))
	fmt.Fprintf(out, w.speed, r.Tests, r.Prepare.Round(100*time.Millisecond), r.Elapsed.Round(100*time.Millisecond), r.PerSecond)
	if len(r.Stale) > 0 {
		fmt.Fprintf(out, w.equivalents, len(r.Stale))
		for _, e := range r.Stale {
			fmt.Fprintf(out, w.stale, e.Line, report.Safe(e.File), report.Safe(e.Rule), report.Safe(e.Before), report.Safe(orWord(e.After, w.dropped)))
		}
	}
	survivors := r.Survivors()
	if len(survivors) == 0 {
		fmt.Fprint(out, w.noSurvivors)
		return
	}
	fmt.Fprint(out, w.filesTitle)
	for _, f := range r.Files {
		if f.Survived > 0 {
			fmt.Fprintf(out, w.file, inFull(f.Rate()), f.Survived, f.Judged(), report.Safe(f.File))
		}
	}
	fmt.Fprint(out, w.survivorsTitle)
	for _, m := range survivors {
		fmt.Fprintf(out, "%s:%d:%d  %s  %s\n", report.Safe(m.File), m.Line, m.Column, w.operator[m.Operator], report.Safe(m.Rule))
		fmt.Fprintf(out, "  - %s\n  + %s\n", report.Safe(m.Before), report.Safe(orWord(m.After, w.dropped)))
		if m.Outcome == mutate.Unseen {
			fmt.Fprintf(out, "  %s\n", w.unseen)
		}
	}
}

func orWord(s, word string) string {
	if s == "" {
		return word
	}
	return s
}

// mutateVersion names the shape of the JSON.
const mutateVersion = "hegui/mutation/v1"

func writeMutateJSON(out io.Writer, r *mutate.Report) error {
	stale := r.Stale
	if stale == nil {
		stale = []mutate.Equivalent{}
	}
	doc := struct {
		Version   string              `json:"version"`
		Generated int                 `json:"generated"`
		Chosen    int                 `json:"chosen"`
		Run       int                 `json:"run"`
		Partial   bool                `json:"partial"`
		Rate      json.Number         `json:"kill_rate_pct"`
		Total     mutate.Counts       `json:"total"`
		Tests     int                 `json:"tests"`
		PrepareMS int64               `json:"prepare_ms"`
		ElapsedMS int64               `json:"elapsed_ms"`
		PerSecond json.Number         `json:"mutants_per_second"`
		Files     []mutate.FileCounts `json:"files"`
		Stale     []mutate.Equivalent `json:"stale_equivalents"`
		Mutants   []mutate.Result     `json:"mutants"`
	}{
		mutateVersion, r.Generated, r.Chosen, len(r.Results), r.Partial, json.Number(inFull(r.Total.Rate())), r.Total, r.Tests,
		r.Prepare.Milliseconds(), r.Elapsed.Milliseconds(), json.Number(fmt.Sprintf("%.1f", r.PerSecond)), r.Files, stale, r.Results,
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return fmt.Errorf("encode result: %w", err)
	}
	return nil
}

// mutateProgress tells a person how far a run is: a bar on a terminal, else a line every few seconds.
type mutateProgress struct {
	a           *app
	bar         *progressbar.ProgressBar
	began, told time.Time

	total, done, killed, survived int
}

func (p *mutateProgress) start(mutants int) {
	p.total, p.began = mutants, p.a.env.Now()
	p.told = p.began
	if p.a.env.ErrTerminal {
		p.bar = progressbar.NewOptions(mutants,
			progressbar.OptionSetWriter(p.a.env.Stderr), progressbar.OptionShowCount(), progressbar.OptionShowIts(),
			progressbar.OptionSetItsString(p.a.words.packMutate.progressUnit), progressbar.OptionSetPredictTime(true),
			progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(20),
		)
	}
}

func (p *mutateProgress) each(outcome mutate.Outcome) {
	p.done++
	switch outcome {
	case mutate.Killed, mutate.Endless:
		p.killed++
	case mutate.Survived, mutate.Unseen:
		p.survived++
	}
	w := p.a.words.packMutate
	if p.bar != nil {
		p.bar.Describe(fmt.Sprintf(w.progressBar, p.killed, p.survived))
		_ = p.bar.Add(1)
		return
	}
	if now := p.a.env.Now(); now.Sub(p.told) >= progressEvery {
		p.told = now
		fmt.Fprintf(p.a.env.Stderr, w.progressLine, p.done, p.total, float64(p.done)/now.Sub(p.began).Seconds(), p.killed, p.survived)
	}
}

// end clears the bar.
func (p *mutateProgress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
