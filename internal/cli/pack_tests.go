package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"hegui/internal/pack"
	"hegui/internal/report"
)

// testFormats are the formats of pack test.
var testFormats = []string{"text", "json", "junit"}

// packWatchEvery is how often the folder of a pack is looked at.
const packWatchEvery = 500 * time.Millisecond

// testOptions are the flags of pack test.
type testOptions struct {
	format, run                     string
	verbose, trace, coverage, watch bool
	minCoverage                     string // as it is given
	min                             int    // in hundredths of a per cent
}

func (a *app) packTestCommand() *cobra.Command {
	w := a.words.pack.test
	var o testOptions
	cmd := &cobra.Command{
		Use: "test", Short: w.short, Long: w.long, Example: w.example, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.testFlags(&o); err != nil {
				return err
			}
			source, err := a.packSource()
			if err != nil {
				return err
			}
			if o.watch {
				return a.packWatch(cmd.Context(), source, o)
			}
			return a.packTest(cmd.Context(), source, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "text", w.flagFormat)
	f.StringVar(&o.run, "run", "", w.flagRun)
	f.BoolVarP(&o.verbose, "verbose", "v", false, w.flagVerbose)
	f.BoolVar(&o.trace, "trace", false, w.flagTrace)
	f.BoolVar(&o.coverage, "coverage", false, w.flagCoverage)
	f.StringVar(&o.minCoverage, "min-coverage", "", w.flagMin)
	f.BoolVar(&o.watch, "watch", false, w.flagWatch)
	return cmd
}

// testFlags checks the flags and fills in what follows from them.
func (a *app) testFlags(o *testOptions) error {
	w := a.words.pack.test
	if !slices.Contains(testFormats, o.format) {
		return usage(fmt.Errorf(w.badFormat, o.format, strings.Join(testFormats, ", ")))
	}
	if err := pack.ParseRun(o.run); err != nil {
		return usage(fmt.Errorf(w.badRun, o.run, err))
	}
	if o.minCoverage != "" {
		whole, rest, _ := strings.Cut(o.minCoverage, ".")
		n, err := strconv.ParseUint(whole+(rest + "00")[:2], 10, 16)
		if err != nil || n > 10000 || len(rest) > 2 {
			return usage(fmt.Errorf(w.badMin, o.minCoverage))
		}
		o.min, o.coverage = int(n), true
	}
	return nil
}

// packWatch runs the tests now and whenever files change, until the user interrupts. A pack that does not load, and tests that
// fail, are told and waited for.
func (a *app) packWatch(ctx context.Context, source packSource, o testOptions) error {
	w := a.words.pack.test
	if source.dir == "" {
		return usage(errors.New(w.watchBuiltIn))
	}
	run := func() {
		err := a.packTest(ctx, source, o)
		if err == nil || ctx.Err() != nil {
			return
		}
		if _, text := a.explainError(err); text != "" {
			for _, line := range strings.Split(text, "\n") {
				fmt.Fprintln(a.env.Stderr, report.Safe(line))
			}
		}
	}
	before, begun := pack.Signature(source.files), false
	run()
	fmt.Fprintf(a.env.Stderr, w.watching, report.Safe(source.dir))
	pack.Watch(ctx, packWatchEvery, func() uint64 {
		if !begun { // what changed during the first run is a change
			begun = true
			return before
		}
		return pack.Signature(source.files)
	}, func() {
		fmt.Fprint(a.env.Stderr, w.again)
		run()
	})
	return ctx.Err()
}

// packTest runs the tests once and prints what came of them.
func (a *app) packTest(ctx context.Context, source packSource, o testOptions) error {
	w := a.words.pack.test
	told := a.newTestProgress()
	result, err := pack.RunTests(ctx, source.files, source.id, pack.TestOptions{
		Run: o.run, Coverage: o.coverage, Trace: o.trace, Progress: told.at,
	})
	told.end()
	if err != nil {
		return err
	}
	if len(result.Cases) == 0 {
		return usage(fmt.Errorf(w.noMatch, o.run)) // nothing that ran is no success
	}
	switch o.format {
	case "json":
		err = a.packTestJSON(source, result, o)
	case "junit":
		err = a.packTestJUnit(source, result)
	default:
		err = a.packTestText(source, result, o)
	}
	if err != nil {
		return err
	}
	if len(result.Failures()) > 0 {
		return &exitError{code: ExitGate}
	}
	if got := share(result.Covered, result.Lines); got < o.min {
		fmt.Fprintf(a.env.Stderr, w.coverageLow, hundredths(got), hundredths(o.min))
		return &exitError{code: ExitGate}
	}
	return nil
}

// share gives a part of a whole in hundredths of a per cent, rounded down; all of nothing is all.
func share(part, whole int) int {
	if whole == 0 {
		return 10000
	}
	return part * 10000 / whole
}

// inFull writes hundredths of a per cent with both decimals, so that columns line up: "97.53".
func inFull(n int) string { return fmt.Sprintf("%d.%02d", n/100, n%100) }

// hundredths writes hundredths of a per cent with as many decimals as they need: "97.5".
func hundredths(n int) string {
	return strings.TrimSuffix(strings.TrimRight(inFull(n), "0"), ".")
}

// testProgress tells a person how far the tests are: a bar on a terminal, else a line every few seconds.
type testProgress struct {
	a     *app
	bar   *progressbar.ProgressBar
	began time.Time
	told  time.Duration
}

func (a *app) newTestProgress() *testProgress { return &testProgress{a: a, began: a.env.Now()} }

func (p *testProgress) at(done, total int) {
	w := p.a.words.pack.test
	if p.a.env.ErrTerminal {
		if p.bar == nil {
			p.bar = progressbar.NewOptions(total,
				progressbar.OptionSetWriter(p.a.env.Stderr), progressbar.OptionShowCount(), progressbar.OptionSetDescription(w.progressBar),
				progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(20),
			)
		}
		_ = p.bar.Set(done)
		return
	}
	if since := p.a.env.Now().Sub(p.began); since-p.told >= progressEvery {
		p.told = since
		fmt.Fprintf(p.a.env.Stderr, w.progressLine, done, total)
	}
}

func (p *testProgress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
