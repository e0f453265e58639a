package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"hegui/internal/assess"
	"hegui/internal/batch"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/replay"
	"hegui/internal/report"
)

// packReplayOptions are the flags of pack replay.
type packReplayOptions struct {
	format, output        string
	profile, profileAfter string
	asOf, asOfAfter       string
	color                 string
	workers               int
	failOnFlip            bool
}

func (a *app) packReplayCommand() *cobra.Command {
	w := a.words.packReplay
	var o packReplayOptions
	cmd := &cobra.Command{
		Use: w.use, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 3 {
				return usage(errors.New(w.tooFew))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.packReplay(cmd.Context(), args, o)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.format, "format", string(report.ReplayText), w.flagFormat)
	flags.StringVarP(&o.output, "output", "o", "", w.flagOutput)
	flags.StringVar(&o.profile, "profile", "general", a.words.flagProfile)
	flags.StringVar(&o.profileAfter, "profile-after", "", w.flagProfileAfter)
	flags.StringVar(&o.asOf, "as-of", "", a.words.flagAsOf)
	flags.StringVar(&o.asOfAfter, "as-of-after", "", w.flagAsOfAfter)
	flags.StringVar(&o.color, "color", "auto", a.words.flagColor)
	flags.IntVar(&o.workers, "workers", runtime.GOMAXPROCS(0), a.words.flagWorkers)
	flags.BoolVar(&o.failOnFlip, "fail-on-flip", false, w.flagFailOnFlip)
	return cmd
}

// packReplay assesses every proposal under both packs and writes what that changes. Unlike check it leaves the collector as
// it is: two packs live in memory. Its exit code says that it could
// compare; with --fail-on-flip also whether any verdict changed.
func (a *app) packReplay(ctx context.Context, args []string, o packReplayOptions) error {
	format, err := report.ParseReplayFormat(o.format)
	if err != nil {
		return badFormat(a.words, o.format, report.ReplayFormats())
	}
	color, err := a.color(o.color)
	if err != nil {
		return usage(err)
	}
	if o.workers < 1 {
		return usage(fmt.Errorf(a.words.badWorkers, o.workers))
	}
	in := batch.Inputs{Names: args[2:], Stdin: a.env.Stdin}
	if err := a.spare(ctx, inputs{proposals: in, packs: args[:2]}, o.output); err != nil {
		return err
	}
	d := differ{app: a, packs: map[string]*pack.Pack{}} // opens a pack once when both sides name it
	if total, known := in.Count(ctx); known {
		d.proposals = total
	} else {
		d.proposals = many
	}
	before, err := d.rules(args[0], o.profile, o.asOf)
	if err != nil {
		return err
	}
	after, err := d.rules(args[1], cmp.Or(o.profileAfter, o.profile), cmp.Or(o.asOfAfter, o.asOf))
	if err != nil {
		return err
	}
	options := report.Options{Lang: a.lang, Color: color, Width: a.env.Width, Engine: a.env.Version}
	out := a.env.Stdout
	var file *atomicFile
	if o.output != "" && o.output != "-" {
		if file, err = createAtomic(o.output); err != nil {
			return err
		}
		out, options.Color, options.Width = file, false, 0
		defer func() {
			if file != nil {
				file.discard()
			}
		}()
	}
	r, err := a.replayed(ctx, in, o.workers, before.assessor, after.assessor)
	if err != nil {
		return err
	}
	r.Before, r.After = before.pack.Catalog, after.pack.Catalog
	if err := report.WriteReplay(out, format, r, options); err != nil {
		return err
	}
	if file != nil {
		written := file
		file = nil
		if err := written.commit(); err != nil {
			return err
		}
	}
	switch {
	case r.Result.Proposals == 0:
		return &exitError{code: ExitInput}
	case o.failOnFlip && r.Result.Flips > 0:
		return &exitError{code: ExitGate}
	}
	return nil
}

// pairAssessed is what became of one proposal.
type pairAssessed struct {
	before, after *assess.Assessment
	groups        []string
	bad           *report.Unreadable // why there is no pair
	err           error              // a fault of ours
}

// replayed assesses all inputs under both. What cannot be read, or whose rules do not end, is listed and does not stop the
// others; an interruption ends it without a result.
func (a *app) replayed(ctx context.Context, in batch.Inputs, workers int, before, after *assess.Assessor) (*report.Replay, error) {
	traits := replay.Traits()
	one := func(ctx context.Context, item batch.Item) (p pairAssessed) {
		if item.Err != nil {
			return pairAssessed{bad: &report.Unreadable{File: item.Name, Err: item.Err}}
		}
		doc, err := proposal.Parse(item.Name, item.Src, proposal.Limits{})
		if err != nil {
			return pairAssessed{bad: &report.Unreadable{File: item.Name, Err: err}}
		}
		p.groups = replay.GroupsOf(doc, traits)
		if p.before, err = before.Assess(ctx, doc); err == nil {
			p.after, err = after.Assess(ctx, doc)
		}
		if errors.Is(err, assess.ErrDeadline) {
			return pairAssessed{bad: &report.Unreadable{File: item.Name, Err: assess.ErrDeadline}}
		}
		p.err = err
		return p
	}
	var bar *progress
	total, known := in.Count(ctx)
	if !known || total > fullReports {
		bar = a.newProgress(total, a.env.ErrTerminal)
	}
	defer bar.end()
	r, out := replay.New(traits), &report.Replay{}
	for p := range batch.Run(ctx, in.Items, workers, one) {
		switch {
		case p.err != nil:
			return nil, p.err
		case p.bad != nil:
			out.Unreadable = append(out.Unreadable, p.bad)
		default:
			r.Add(p.before, p.after, p.groups)
		}
		bar.add(p.after)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	out.Result = r.Result()
	return out, nil
}
