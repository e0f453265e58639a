package cli

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hegui/internal/assess"
	"hegui/internal/batch"
	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/report"
)

// checkOptions are the flags of check.
type checkOptions struct {
	format  string
	output  []string
	asOf    string
	waivers string
	color   string
	verbose bool
	brief   bool
	reading bool

	failOn   string
	minScore string
	baseline string
	resume   string
	workers  int

	receipts    string
	receiptKeys []string
}

func (a *app) checkCommand() *cobra.Command {
	w := a.words
	var o checkOptions
	cmd := &cobra.Command{
		Use: w.checkUse, Short: w.checkShort, Long: w.checkLong, Example: w.checkExample,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage(errors.New(w.checkNoFile))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			outs, err := a.outputs(o.format, cmd.Flags().Changed("format"), o.output)
			if err != nil {
				return usage(err)
			}
			return a.check(cmd.Context(), args, outs, o)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.format, "format", "text", fmt.Sprintf(w.flagFormat, report.FormatNames()))
	flags.StringArrayVarP(&o.output, "output", "o", nil, w.flagOutput)
	flags.StringVar(&a.profile, "profile", "general", w.flagProfile)
	flags.StringVar(&o.asOf, "as-of", "", w.flagAsOf)
	flags.StringVar(&o.waivers, "waivers", "", w.flagWaivers)
	flags.StringVar(&o.color, "color", "auto", w.flagColor)
	flags.BoolVar(&o.reading, "readings", false, w.flagReadings)
	flags.BoolVarP(&o.verbose, "verbose", "v", false, w.flagVerbose)
	flags.BoolVar(&o.brief, "brief", false, w.flagBrief)
	flags.StringVar(&o.failOn, "fail-on", string(assess.FailFail), w.flagFailOn)
	flags.StringVar(&o.minScore, "min-score", "", w.flagMinScore)
	flags.StringVar(&o.baseline, "baseline", "", w.flagBaseline)
	flags.StringVar(&o.resume, "resume", "", w.flagResume)
	flags.StringVar(&a.engine, "engine", "", w.flagEngine)
	flags.IntVar(&o.workers, "workers", runtime.GOMAXPROCS(0), w.flagWorkers)
	flags.StringVar(&o.receipts, "receipts", "", w.receipt.flagReceipts)
	flags.StringArrayVar(&o.receiptKeys, "receipt-key", nil, w.receipt.flagReceiptKey)
	return cmd
}

// How far the heap grows before it is collected, in per cent of what lives. A batch holds a pack and little else, so that more would
// cost memory and save little: over 4,000 generated proposals on 2 cores 3.12 s and 97 MB, at 200 2.97 s and 116 MB, at 80
// 3.18 s and 92 MB. Reading a pack for a few proposals ends before there is enough to collect: 20 ms of 150.
const (
	collectAt   = 100
	collectLate = 1600
)

// collectLess collects at so many per cent unless the environment says otherwise, until the function it gives is called.
func (a *app) collectLess(percent int) (restore func()) {
	if a.env.Getenv("GOGC") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(percent)
	return func() { debug.SetGCPercent(before) }
}

// check assesses proposals and reports as it goes. A file that cannot be read takes its place in the report and does not
// stop the others.
func (a *app) check(ctx context.Context, args []string, outs []output, o checkOptions) error {
	color, err := a.color(o.color)
	if err != nil {
		return usage(err)
	}
	gate, err := a.gate(o)
	if err != nil {
		return err
	}
	if o.workers < 1 {
		return usage(fmt.Errorf(a.words.badWorkers, o.workers))
	}
	in := batch.Inputs{Names: args, Stdin: a.env.Stdin}
	var files []string
	toFile := false
	for _, out := range outs {
		files = append(files, out.file)
		toFile = toFile || out.file != "-"
	}
	read := inputs{in, []string{a.packName}, append([]string{o.waivers, o.baseline, o.resume}, o.receiptKeys...)}
	if err := a.spare(ctx, read, files...); err != nil {
		return err
	}
	for _, out := range outs {
		if out.format == "" { // after the above: who names an input is told so
			return usage(fmt.Errorf(a.words.usage.unknownEnd, out.file, report.FormatNames()))
		}
	}
	total, known := in.Count(ctx)
	expected := total
	if !known {
		expected = many
	}
	several := expected > fullReports
	percent := collectLate
	if several {
		percent = collectAt
	}
	defer a.collectLess(percent)()
	p, err := a.openPackFor(expected)
	if err != nil {
		return err
	}
	assessor, waivers, err := a.assessorOf(p, o)
	if err != nil {
		return err
	}
	r := &checkRun{assessor: assessor, catalog: p.Catalog, gate: gate}
	if r.receipts, err = a.openReceipts(o, waivers, p.Catalog); err != nil {
		return err
	}
	defer r.receipts.discard()
	if o.resume != "" {
		if r.journal, err = batch.OpenJournal(o.resume); err != nil {
			return a.unreadable(o.resume, err)
		}
		defer r.journal.Close()
	}
	fullUpTo := 0
	if !known && !o.verbose {
		fullUpTo = fullReports
	}
	sink, err := openSink(outs, a.env.Stdout, report.Options{
		Catalog: p.Catalog, Profile: assessor.Profile, Lang: a.lang, Color: color, Width: a.env.Width,
		Verbose: o.verbose, Brief: o.brief || known && several && !o.verbose, FullUpTo: fullUpTo,
		Engine: a.env.Version, AsOf: assessor.AsOf,
	})
	if err != nil {
		return err
	}
	defer sink.discard()
	r.sink = sink
	if several {
		toStdout := slices.ContainsFunc(outs, func(out output) bool { return out.file == "-" })
		r.progress = a.newProgress(total, a.env.ErrTerminal && !(toStdout && a.env.Width > 0))
	}
	err = r.run(ctx, in, o.workers)
	r.progress.end()
	interrupted := ctx.Err() != nil // asked once, so that what is said is what was done
	if err == nil {
		err = sink.close(!interrupted)
	}
	if err == nil && !interrupted {
		err = r.receipts.close()
	}
	switch {
	case err != nil:
		return err
	case interrupted:
		return a.interrupted(r, o, toFile)
	}
	return a.concluded(r, o)
}

// fullReports is the number of proposals up to which text is a full report of each; more get a line each.
const fullReports = 5

// interrupted says how much was done, and how to go on.
func (a *app) interrupted(r *checkRun, o checkOptions, toFile bool) error {
	w := a.words
	text := fmt.Sprintf(w.interruptedAt, r.done)
	switch {
	case toFile && o.resume != "":
		text = fmt.Sprintf(w.interruptedFileGoOn, r.done, o.resume)
	case toFile:
		text = fmt.Sprintf(w.interruptedFileAt, r.done)
	case o.resume != "":
		text = fmt.Sprintf(w.interruptedGoOn, r.done, o.resume)
	}
	return &exitError{code: ExitInterrupted, err: errors.New(text)}
}

// concluded says what a report does not: what the gate stopped beyond verdicts.
func (a *app) concluded(r *checkRun, o checkOptions) error {
	if o.verbose && r.parsed > 0 {
		fmt.Fprintf(a.env.Stderr, a.words.slowShare, r.slow, r.parsed, 100*float64(r.slow)/float64(r.parsed))
	}
	if r.byScore > 0 {
		fmt.Fprintf(a.env.Stderr, a.words.gateScore, r.byScore, r.gate.MinScore)
	}
	if r.byFinding > 0 {
		fmt.Fprintf(a.env.Stderr, a.words.gateFinding, r.byFinding)
	}
	if r.byNew > 0 {
		fmt.Fprintf(a.env.Stderr, a.words.gateNew, r.byNew, r.newFindings)
	}
	if r.code != ExitOK {
		return &exitError{code: r.code}
	}
	return nil
}

// gate reads what the user demands of proposals.
func (a *app) gate(o checkOptions) (*assess.Gate, error) {
	g := &assess.Gate{FailOn: assess.FailOn(o.failOn)}
	if !slices.Contains(assess.FailOns(), g.FailOn) {
		return nil, usage(fmt.Errorf("--fail-on %q: %s", o.failOn, strings.Join(texts(assess.FailOns()), ", ")))
	}
	if o.minScore != "" {
		score, err := assess.ParseScore(o.minScore)
		if err != nil {
			return nil, usage(fmt.Errorf(a.words.badScore, o.minScore))
		}
		g.MinScore = score
	}
	if o.baseline == "" {
		return g, nil
	}
	f, err := openRegular(o.baseline)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	g.Baseline = assess.NewBaseline()
	for as, err := range report.Read(f) {
		var bad *report.Unreadable
		switch {
		case errors.As(err, &bad):
		case err != nil:
			return nil, a.unreadable(o.baseline, err)
		default:
			g.Baseline.Add(as)
		}
	}
	return g, nil
}

func texts[T ~string](in []T) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = string(s)
	}
	return out
}

// assessor prepares everything that is the same for all files.
func (a *app) assessor(p *pack.Pack, o checkOptions) (*assess.Assessor, error) {
	assessor, _, err := a.assessorOf(p, o)
	return assessor, err
}

// assessorOf does so and gives the SHA-256 of the waiver file, "" when there is none: of what was read, should the file
// change meanwhile.
func (a *app) assessorOf(p *pack.Pack, o checkOptions) (assessor *assess.Assessor, waivers string, err error) {
	profile, ok := p.Catalog.Profile(a.profile)
	if !ok {
		return nil, "", usage(fmt.Errorf(a.words.noProfile, a.profile, profileNames(p.Catalog)))
	}
	asOf := o.asOf
	if asOf == "" {
		asOf = assess.Today(a.env.Now())
	} else if _, err := time.Parse(time.DateOnly, asOf); err != nil {
		return nil, "", usage(fmt.Errorf(a.words.badAsOf, asOf))
	}
	limit := evaluationLimit
	if p.Isolated {
		limit = 0 // the process of the pack has a deadline of its own, after which its requirements are errors
	}
	assessor = &assess.Assessor{
		Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, Evaluator: p.Rules, AsOf: asOf, Engine: a.env.Version,
		Readings: o.reading, Limit: limit,
	}
	if o.waivers == "" {
		return assessor, "", nil
	}
	src, err := readFile(o.waivers, nil)
	if err != nil {
		return nil, "", &exitError{code: ExitInput, err: err}
	}
	assessor.Waivers, err = assess.ParseWaivers(o.waivers, src, func(id string) bool {
		r, ok := p.Catalog.Requirement(id)
		return ok && r.ID == id
	})
	if err != nil {
		return nil, "", &exitError{code: ExitInput, err: a.inputError(err)}
	}
	sum := sha256.Sum256(src)
	return assessor, hex.EncodeToString(sum[:]), nil
}

// inputError words an error about an input file in the user's language.
func (a *app) inputError(err error) error {
	var parse *proposal.ParseError
	var waiver *assess.WaiverError
	switch {
	case errors.As(err, &parse):
		return fmt.Errorf("%s:%d:%d: %s\n  %s", parse.Name, parse.Position.Line, parse.Position.Column,
			parse.Message(string(a.lang)), parse.Remedy(string(a.lang)))
	case errors.As(err, &waiver):
		return fmt.Errorf("%s:%d:%d: %s", waiver.Name, waiver.Position.Line, waiver.Position.Column, waiver.Message(a.lang))
	}
	return err
}

// readFile reads a proposal, "-" from stdin. It takes one byte more than a proposal may have and leaves the rest: the
// parser refuses what is too large, and an endless file ends here. A folder, device or pipe by name is refused.
func readFile(file string, stdin io.Reader) ([]byte, error) {
	limit := int64(proposal.DefaultLimits().Bytes) + 1
	if file == "-" && stdin != nil {
		return io.ReadAll(io.LimitReader(stdin, limit))
	}
	f, err := openRegular(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, limit))
}

// color decides whether to paint: only on a terminal, and never against NO_COLOR (https://no-color.org).
func (a *app) color(mode string) (bool, error) {
	switch mode {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
		return a.env.Width > 0 && a.env.Getenv("NO_COLOR") == "" && a.env.Getenv("TERM") != "dumb", nil
	default:
		return false, fmt.Errorf(a.words.usage.badColor, mode)
	}
}

func profileNames(c *catalog.Catalog) string {
	names := ""
	for i, p := range c.Profiles {
		if i > 0 {
			names += ", "
		}
		names += p.ID
	}
	return names
}
