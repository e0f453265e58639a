package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"time"

	"github.com/spf13/cobra"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/report"
)

// evaluationLimit ends the evaluation of one proposal that a rule does not end by itself. A real one takes milliseconds.
const evaluationLimit = 10 * time.Second

// checkOptions are the flags of check.
type checkOptions struct {
	format  string
	asOf    string
	waivers string
	color   string
	verbose bool
	reading bool
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
			if err := checkLang(cmd); err != nil {
				return err
			}
			return a.check(cmd.Context(), args, o)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", "text", fmt.Sprintf(w.flagFormat, report.FormatNames()))
	cmd.Flags().StringVar(&a.profile, "profile", "general", w.flagProfile)
	cmd.Flags().StringVar(&o.asOf, "as-of", "", w.flagAsOf)
	cmd.Flags().StringVar(&o.waivers, "waivers", "", w.flagWaivers)
	cmd.Flags().StringVar(&o.color, "color", "auto", w.flagColor)
	cmd.Flags().BoolVar(&o.reading, "readings", false, w.flagReadings)
	cmd.Flags().BoolVarP(&o.verbose, "verbose", "v", false, w.flagVerbose)
	return cmd
}

// check assesses files and reports as it goes. A file that cannot be read takes its place in the report and does not
// stop the others.
func (a *app) check(ctx context.Context, files []string, o checkOptions) error {
	format, err := report.ParseFormat(o.format)
	if err != nil {
		return usage(err)
	}
	color, err := a.color(o.color)
	if err != nil {
		return usage(err)
	}
	p, err := a.openPack()
	if err != nil {
		return err
	}
	assessor, err := a.assessor(p, o)
	if err != nil {
		return err
	}
	code := ExitOK
	seq := func(yield func(*assess.Assessment, error) bool) {
		for _, file := range files {
			as, err := a.assessFile(ctx, assessor, file)
			code = max(code, exitCode(as, err))
			if !yield(as, err) {
				return
			}
		}
	}
	err = report.Write(a.env.Stdout, format, iter.Seq2[*assess.Assessment, error](seq), report.Options{
		Catalog: p.Catalog, Profile: assessor.Profile, Lang: a.lang, Color: color, Width: a.env.Width, Verbose: o.verbose, Engine: a.env.Version,
	})
	if err != nil {
		return err
	}
	if code != ExitOK {
		return &exitError{code: code}
	}
	return nil
}

// exitCode ranks what one file does to the exit code: the highest of all files counts.
func exitCode(as *assess.Assessment, err error) int {
	var bad *report.Unreadable
	switch {
	case errors.Is(err, report.ErrDeadline):
		return ExitInternal
	case errors.As(err, &bad):
		return ExitInput
	case err != nil:
		return ExitInternal
	case as.Decision.Verdict == assess.VerdictPass, as.Decision.Verdict == assess.VerdictReview:
		return ExitOK
	default:
		return ExitGate
	}
}

// assessor prepares everything that is the same for all files.
func (a *app) assessor(p *pack.Pack, o checkOptions) (*assess.Assessor, error) {
	profile, ok := p.Catalog.Profile(a.profile)
	if !ok {
		return nil, usage(fmt.Errorf(a.words.noProfile, a.profile, profileNames(p.Catalog)))
	}
	asOf := o.asOf
	if asOf == "" {
		// Dates are civil dates in Asia/Shanghai, which keeps UTC+8 all year.
		asOf = a.env.Now().In(time.FixedZone("Asia/Shanghai", 8*60*60)).Format(time.DateOnly)
	} else if _, err := time.Parse(time.DateOnly, asOf); err != nil {
		return nil, usage(fmt.Errorf(a.words.badAsOf, asOf))
	}
	assessor := &assess.Assessor{
		Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, Evaluator: p.Rules, AsOf: asOf, Engine: a.env.Version,
		Readings: o.reading,
	}
	if o.waivers == "" {
		return assessor, nil
	}
	src, err := readFile(o.waivers, nil)
	if err != nil {
		return nil, &exitError{code: ExitInput, err: err}
	}
	assessor.Waivers, err = assess.ParseWaivers(o.waivers, src, func(id string) bool {
		r, ok := p.Catalog.Requirement(id)
		return ok && r.ID == id
	})
	if err != nil {
		return nil, &exitError{code: ExitInput, err: a.inputError(err)}
	}
	return assessor, nil
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

func (a *app) assessFile(ctx context.Context, assessor *assess.Assessor, file string) (*assess.Assessment, error) {
	name := file
	if file == "-" {
		name = "<stdin>"
	}
	src, err := readFile(file, a.env.Stdin)
	if err != nil {
		return nil, &report.Unreadable{File: name, Err: err}
	}
	doc, err := proposal.Parse(name, src, proposal.Limits{})
	if err != nil {
		return nil, &report.Unreadable{File: name, Err: err}
	}
	limited, cancel := context.WithTimeout(ctx, evaluationLimit)
	defer cancel()
	as, err := assessor.Assess(limited, doc)
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
		return nil, &report.Unreadable{File: name, Err: report.ErrDeadline} // the others are assessed all the same
	}
	return as, err
}

// readFile reads a proposal, "-" from stdin. It takes one byte more than a proposal may have and leaves the rest: the
// parser refuses what is too large, and an endless file ends here. A folder, device or pipe by name is refused.
func readFile(file string, stdin io.Reader) ([]byte, error) {
	limit := int64(proposal.DefaultLimits().Bytes) + 1
	if file == "-" && stdin != nil {
		return io.ReadAll(io.LimitReader(stdin, limit))
	}
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, report.ErrNotRegular
	}
	f, err := os.Open(file)
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
		return false, fmt.Errorf("--color %q: auto, always, never", mode)
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
