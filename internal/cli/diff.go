package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/report"
)

// diffOptions are the flags of diff.
type diffOptions struct {
	format                 string
	packBefore             string
	profile, profileBefore string
	asOf, asOfBefore       string
	waivers                string
	color                  string
	verbose                bool
}

func (a *app) diffCommand() *cobra.Command {
	w := a.words.diff
	var o diffOptions
	cmd := &cobra.Command{
		Use: w.use, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) != 2:
				return usage(errors.New(w.twoFiles))
			case args[0] == "-" && args[1] == "-":
				return usage(errors.New(w.oneStdin))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.diff(cmd.Context(), args[0], args[1], o)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", "text", w.flagFormat)
	cmd.Flags().StringVar(&o.packBefore, "pack-before", "", w.flagPackBefore)
	cmd.Flags().StringVar(&o.profile, "profile", "", w.flagProfile)
	cmd.Flags().StringVar(&o.profileBefore, "profile-before", "", w.flagProfileBefore)
	cmd.Flags().StringVar(&o.asOf, "as-of", "", w.flagAsOf)
	cmd.Flags().StringVar(&o.asOfBefore, "as-of-before", "", w.flagAsOfBefore)
	cmd.Flags().StringVar(&o.waivers, "waivers", "", a.words.flagWaivers)
	cmd.Flags().StringVar(&o.color, "color", "auto", a.words.flagColor)
	cmd.Flags().BoolVarP(&o.verbose, "verbose", "v", false, w.flagVerbose)
	return cmd
}

// diff compares what two files hold and writes what changed. Its exit code says that it could compare, not whether the
// change is good.
func (a *app) diff(ctx context.Context, before, after string, o diffOptions) error {
	format := report.Format(o.format)
	if known := report.ComparisonFormats(); !slices.Contains(known, format) {
		var names []string
		for _, f := range known {
			names = append(names, string(f))
		}
		return usage(fmt.Errorf(a.words.diff.badFormat, o.format, strings.Join(names, ", ")))
	}
	color, err := a.color(o.color)
	if err != nil {
		return usage(err)
	}
	left, err := a.readSide(before)
	if err != nil {
		return err
	}
	right, err := a.readSide(after)
	if err != nil {
		return err
	}
	if err := a.checkSides(left, right, o); err != nil {
		return err
	}
	d := differ{app: a, o: o, packs: map[string]*pack.Pack{}}
	c, err := d.compare(ctx, left, right)
	if err != nil {
		return err
	}
	return report.WriteComparisons(a.env.Stdout, format, c, report.Options{
		Catalog: d.catalog, Lang: a.lang, Color: color, Width: a.env.Width, Verbose: o.verbose,
	})
}

// differ compares two sides.
type differ struct {
	*app
	o       diffOptions
	packs   map[string]*pack.Pack // by the value of the flag
	catalog *catalog.Catalog      // for the names of dimensions

	proposals int // about how many are assessed
}

func (d *differ) compare(ctx context.Context, before, after *side) (*report.Comparisons, error) {
	switch {
	case before.draft != nil && after.draft != nil:
		return d.drafts(ctx, before.draft, after.draft)
	case before.draft != nil || after.draft != nil:
		return d.mixed(ctx, before, after)
	default:
		return d.results(before, after)
	}
}

// rules are a pack, a profile and a date to assess under.
type rules struct {
	pack     *pack.Pack
	assessor *assess.Assessor
}

func (d *differ) rules(packName, profile, asOf string) (*rules, error) {
	run := *d.app // the same run of the program with other settings
	run.packName, run.profile = packName, cmp.Or(profile, "general")
	p, ok := d.packs[packName]
	if !ok {
		var err error
		if p, err = run.openPackFor(d.proposals); err != nil {
			return nil, err
		}
		d.packs[packName] = p
	}
	assessor, err := run.assessor(p, checkOptions{asOf: asOf, waivers: d.o.waivers})
	if err != nil {
		return nil, err
	}
	d.catalog = p.Catalog
	return &rules{p, assessor}, nil
}

func (d *differ) rulesBefore() (*rules, error) {
	return d.rules(cmp.Or(d.o.packBefore, d.packName), cmp.Or(d.o.profileBefore, d.o.profile), cmp.Or(d.o.asOfBefore, d.o.asOf))
}

// drafts assesses both texts, under both rules when they differ.
func (d *differ) drafts(ctx context.Context, before, after *proposal.Document) (*report.Comparisons, error) {
	oldRules, err := d.rulesBefore()
	if err != nil {
		return nil, err
	}
	newRules, err := d.rules(d.packName, d.o.profile, d.o.asOf)
	if err != nil {
		return nil, err
	}
	c, err := assess.CompareDrafts(ctx, assess.Draft{Assessor: oldRules.assessor, Document: before}, assess.Draft{Assessor: newRules.assessor, Document: after})
	if err != nil {
		return nil, d.late(err, after.Name)
	}
	pair, err := report.NewPair(c, oldRules.pack.Catalog, newRules.pack.Catalog)
	return &report.Comparisons{Pairs: []report.Pair{pair}}, err
}

// late says in the user's language that rules did not end in time; another error stays what it is.
func (d *differ) late(err error, file string) error {
	if !errors.Is(err, assess.ErrDeadline) {
		return err
	}
	problem, remedy := (&report.Unreadable{File: file, Err: assess.ErrDeadline}).Text(d.lang)
	return &exitError{code: ExitInternal, err: fmt.Errorf("%s: %s\n  %s", file, problem, remedy)}
}

// mixed compares a draft with its result, under the rules of the result as far as flags do not say otherwise.
func (d *differ) mixed(ctx context.Context, before, after *side) (*report.Comparisons, error) {
	draft, results := before, after
	if draft.draft == nil {
		draft, results = after, before
	}
	partner, err := d.partner(draft, results)
	if err != nil {
		return nil, err
	}
	d.o.profile, d.o.asOf = cmp.Or(d.o.profile, partner.Profile), cmp.Or(d.o.asOf, partner.AsOf)
	r, err := d.rulesBefore() // those of the draft: checkSides has refused the flags of before unless it is the draft
	if err != nil {
		return nil, err
	}
	as, err := r.assessor.Assess(ctx, draft.draft)
	if err != nil {
		return nil, d.late(err, draft.draft.Name)
	}
	assessed, err := report.WithWords(as, r.pack.Catalog)
	if err != nil {
		return nil, err
	}
	pair := report.Pair{Before: assessed, After: partner}
	if draft == after {
		pair = report.Pair{Before: partner, After: assessed}
	}
	pair.Comparison = assess.Compare(pair.Before.Assessment, pair.After.Assessment, nil)
	return &report.Comparisons{Pairs: []report.Pair{pair}, Unreadable: results.unreadable}, nil
}

// partner finds the one result that a draft is to be compared with.
func (d *differ) partner(draft, results *side) (*report.Described, error) {
	var project string
	if v, ok := draft.draft.At(proposal.Path{proposal.Key("project"), proposal.Key("id")}); ok && v.Kind() == proposal.String {
		project = v.Text()
	}
	pairs, _, _ := assess.Match(assessments(results.results), []*assess.Assessment{{Project: project, File: draft.name}})
	if len(pairs) == 0 {
		return nil, &exitError{code: ExitInput, err: fmt.Errorf(d.words.diff.noPartner, results.name, draft.name, project)}
	}
	return results.results[pairs[0][0]], nil
}

// results compares what two reports say of the same proposals. The pack gives only the names of dimensions.
func (d *differ) results(before, after *side) (*report.Comparisons, error) {
	c := &report.Comparisons{Unreadable: slices.Concat(before.unreadable, after.unreadable)}
	pairs, onlyBefore, onlyAfter := assess.Match(assessments(before.results), assessments(after.results))
	if len(pairs) == 0 {
		return nil, &exitError{code: ExitInput, err: errors.New(d.words.diff.nothing)}
	}
	p, err := d.openPack()
	if err != nil {
		return nil, err
	}
	d.catalog = p.Catalog
	for _, at := range pairs {
		b, a := before.results[at[0]], after.results[at[1]]
		c.Pairs = append(c.Pairs, report.Pair{Before: b, After: a, Comparison: assess.Compare(b.Assessment, a.Assessment, nil)})
	}
	for _, i := range onlyBefore {
		c.OnlyBefore = append(c.OnlyBefore, before.results[i])
	}
	for _, i := range onlyAfter {
		c.OnlyAfter = append(c.OnlyAfter, after.results[i])
	}
	return c, nil
}

func assessments(in []*report.Described) []*assess.Assessment {
	out := make([]*assess.Assessment, len(in))
	for i := range in {
		out[i] = in[i].Assessment
	}
	return out
}
