package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hegui/internal/assess"
	"hegui/internal/pack"
	"hegui/internal/sample"
	"hegui/internal/solve"
)

// solveOptions are the flags of pack solve.
type solveOptions struct {
	profiles []string
	format   string
	output   string
	asOf     string
	limit    time.Duration
	same     bool
	seed     uint64
	corpus   int
	search   int
}

func (a *app) packSolveCommand() *cobra.Command {
	w := a.words.packSolve
	var o solveOptions
	cmd := &cobra.Command{
		Use: "solve", Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage(fmt.Errorf(w.argument, args[0]))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.checkSolve(o); err != nil {
				return usage(err)
			}
			return a.packSolve(cmd.Context(), o)
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&o.profiles, "profile", nil, w.flagProfile)
	flags.StringVar(&o.format, "format", "text", w.flagFormat)
	flags.StringVarP(&o.output, "output", "o", "-", w.flagOutput)
	flags.StringVar(&o.asOf, "as-of", "", a.words.flagAsOf)
	flags.DurationVar(&o.limit, "limit", 10*time.Minute, w.flagLimit)
	flags.BoolVar(&o.same, "same-requirements", false, w.flagSame)
	flags.Uint64Var(&o.seed, "seed", 1, w.flagSeed)
	flags.IntVar(&o.corpus, "corpus", 1000, w.flagCorpus)
	flags.IntVar(&o.search, "search", 400, w.flagSearch)
	return cmd
}

func (a *app) checkSolve(o solveOptions) error {
	w := a.words.packSolve
	switch {
	case o.format != "text" && o.format != "json" && o.format != "yaml":
		return fmt.Errorf(w.badFormat, o.format)
	case o.format == "yaml" && len(o.profiles) != 1:
		return errors.New(w.yamlOne)
	case o.limit <= 0:
		return fmt.Errorf(w.badNumber, "limit")
	case o.corpus < 1:
		return fmt.Errorf(w.badNumber, "corpus")
	case o.search < 1:
		return fmt.Errorf(w.badNumber, "search")
	}
	if o.asOf != "" {
		if _, err := time.Parse(time.DateOnly, o.asOf); err != nil {
			return fmt.Errorf(a.words.badAsOf, o.asOf)
		}
	}
	return nil
}

// packSolve finds out what it can within the limit, and writes it also when it is interrupted.
func (a *app) packSolve(ctx context.Context, o solveOptions) error {
	w := a.words.packSolve
	if err := a.spare(ctx, inputs{packs: []string{a.packName}}, o.output); err != nil {
		return err
	}
	from, err := a.packSource()
	if err != nil {
		return err
	}
	p, err := pack.OpenWith(from.files, from.id, pack.CompileHere) // in this process, as its tests are run: it is the author's own
	if err != nil {
		return err
	}
	if o.asOf == "" {
		o.asOf = assess.Today(a.env.Now())
	}
	examples, others, err := solve.Examples(from.files)
	if err != nil {
		return &exitError{code: ExitInput, err: fmt.Errorf(w.badExample, err)}
	}
	if p.Ref.ID == "aiplus" && !strings.ContainsAny(a.packName, `/\.`) { // random proposals are of its form
		if others, err = withSamples(others, o); err != nil {
			return err
		}
	}
	limited, cancel := context.WithTimeout(ctx, o.limit)
	defer cancel()
	told := &solveProgress{a: a, last: a.env.Now()}
	report, err := solve.Run(limited, p, solve.Options{
		Profiles: o.profiles, AsOf: o.asOf, Engine: a.env.Version, Examples: examples, Others: others, Same: o.same, Seed: o.seed,
		Search: o.search, Corpus: o.corpus, Evaluation: evaluationLimit, Now: a.env.Now, Told: told.tell,
		StopCompare: o.format == "yaml",
	})
	told.end()
	if errors.Is(err, solve.ErrNoProfile) {
		_, id, _ := strings.Cut(err.Error(), ": ")
		return usage(fmt.Errorf(a.words.noProfile, id, profileNames(p.Catalog)))
	}
	if err != nil {
		return err
	}
	if err := a.writeSolve(report, o); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if !solved(report) {
		return &exitError{code: ExitGate}
	}
	return nil
}

// solved says whether every profile can be satisfied and no contradiction is proven.
func solved(r *solve.Report) bool {
	for i := range r.Profiles {
		if !r.Profiles[i].Satisfiable {
			return false
		}
	}
	for i := range r.Conflicts {
		if r.Conflicts[i].Proof == solve.Exact {
			return false
		}
	}
	return true
}

// withSamples adds random proposals: a third of those to compare.
func withSamples(others []solve.Source, o solveOptions) ([]solve.Source, error) {
	for i := range o.corpus / 3 {
		var b bytes.Buffer
		if _, err := sample.Write(&b, o.seed, i); err != nil {
			return nil, err
		}
		others = append(others, solve.Source{Name: sample.Name(i), Text: b.Bytes()})
	}
	return others, nil
}

func (a *app) writeSolve(r *solve.Report, o solveOptions) (err error) {
	out := io.Writer(a.env.Stdout)
	if o.output != "-" {
		f, err := createAtomic(o.output)
		if err != nil {
			return err
		}
		defer f.discard() // what is whole has been renamed
		if err := a.formatSolve(f, r, o.format); err != nil {
			return err
		}
		return f.commit()
	}
	return a.formatSolve(out, r, o.format)
}

func (a *app) formatSolve(w io.Writer, r *solve.Report, format string) error {
	switch format {
	case "json":
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		enc.SetEscapeHTML(false)
		return enc.Encode(r)
	case "yaml":
		_, err := io.WriteString(w, r.Profiles[0].Skeleton)
		return err
	default:
		return a.solveText(w, r)
	}
}

// solveProgress tells how far a run is: one line that is rewritten on a terminal, else a line every few seconds.
type solveProgress struct {
	a    *app
	last time.Time
	wide int
}

func (p *solveProgress) tell(step solve.Step, what string, done, of int) {
	now := p.a.env.Now()
	every := progressEvery
	if p.a.env.ErrTerminal {
		every = 100 * time.Millisecond
	}
	if now.Sub(p.last) < every {
		return
	}
	p.last = now
	line := fmt.Sprintf(p.a.words.packSolve.progress[string(step)], what, done, of)
	if p.a.env.ErrTerminal {
		fmt.Fprintf(p.a.env.Stderr, "\r\x1b[K%s", line)
		p.wide = len(line)
		return
	}
	fmt.Fprintln(p.a.env.Stderr, line)
}

func (p *solveProgress) end() {
	if p.wide > 0 {
		fmt.Fprint(p.a.env.Stderr, "\r\x1b[K")
	}
}
