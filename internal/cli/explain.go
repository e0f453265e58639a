package cli

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
)

func (a *app) explainCommand() *cobra.Command {
	w := a.words
	return &cobra.Command{
		Use: w.explainUse, Short: w.explainShort, Long: w.explainLong, Example: w.explainExample,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkLang(cmd); err != nil {
				return err
			}
			p, err := a.openPack()
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return a.list(a.env.Stdout, p.Catalog)
			}
			for i, id := range args {
				if i > 0 {
					fmt.Fprintln(a.env.Stdout)
				}
				if err := a.explain(a.env.Stdout, p, id); err != nil {
					return err
				}
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
			p, err := a.openPack()
			if err != nil {
				return nil, cobra.ShellCompDirectiveError
			}
			var ids []string
			for i := range p.Catalog.Requirements {
				r := &p.Catalog.Requirements[i]
				ids = append(ids, r.ID+"\t"+r.Title.In(a.lang))
			}
			return ids, cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// list names every requirement, by dimension.
func (a *app) list(w io.Writer, c *catalog.Catalog) error {
	dimension := ""
	for i := range c.Requirements {
		r := &c.Requirements[i]
		if r.Dimension != dimension {
			dimension = r.Dimension
			for _, d := range c.Dimensions {
				if d.ID == dimension {
					fmt.Fprintf(w, "%s %s\n", d.ID, d.Title.In(a.lang))
				}
			}
		}
		fmt.Fprintf(w, "  %s  %3d  %-5s  %s\n", r.ID, r.Weight, r.Severity, r.Title.In(a.lang))
	}
	_, err := fmt.Fprintf(w, "\n%s\n", a.words.explainHint)
	return err
}

// explain shows one requirement: the sentence that asks for it, how hegui reads it, how it is missed and repaired, the
// numbers it uses and an example.
func (a *app) explain(out io.Writer, p *pack.Pack, id string) error {
	c, w := p.Catalog, a.words
	r, ok := c.Requirement(id)
	if !ok {
		var ids []string
		for i := range c.Requirements {
			ids = append(ids, c.Requirements[i].ID)
		}
		if near, ok := proposal.Suggest(strings.ToUpper(strings.ReplaceAll(id, "_", "-")), ids); ok {
			return usage(fmt.Errorf(w.noRequirementNear, id, near))
		}
		return usage(fmt.Errorf(w.noRequirement, id))
	}
	say := func(label, text string) { fmt.Fprintf(out, "%s%s\n", label, strings.TrimSpace(text)) }
	fmt.Fprintf(out, "%s %s\n\n", r.ID, r.Title.In(a.lang))
	say(w.severity, fmt.Sprintf(w.severityText[r.Severity], r.Weight, r.Effort))
	if len(r.VetoWhen) > 0 {
		say(w.vetoWhen, a.flagTitles(c, r.VetoWhen))
	}
	say(w.applies, a.condition(c, r.Applies))
	fmt.Fprintln(out)
	say(w.quote, "“"+r.Quote.Text+"”")
	for _, s := range pack.Sentences(c.Source.Text) {
		if s.ID == r.Quote.Sentence {
			say(w.sentence, s.ID+" "+s.Text)
		}
	}
	say(w.reading, r.Reading.In(a.lang))
	if r.Confirm != (catalog.Text{}) {
		say(w.confirm, r.Confirm.In(a.lang))
	}
	a.explainReadings(out, c, r)
	fmt.Fprintf(out, "\n%s\n", w.codes)
	for _, code := range slices.Sorted(maps.Keys(r.Codes)) {
		k := r.Codes[code]
		fmt.Fprintf(out, "  %s (%s)\n    %s\n    %s%s\n", code, w.basis[k.Basis], k.Message.In(a.lang), w.remedy, k.Remedy.In(a.lang))
	}
	used := p.Rules.Thresholds(r.Stem())
	if len(used) > 0 {
		fmt.Fprintf(out, "\n%s\n", w.thresholds)
	}
	for _, t := range c.Thresholds {
		if slices.Contains(used, t.Name) {
			fmt.Fprintf(out, "  %s: %s %s (%s; %s)\n", t.Title.In(a.lang), t.Value, t.Unit, w.basis[t.Basis], t.Source)
		}
	}
	fmt.Fprintf(out, "\n%s\n", w.example)
	for _, line := range strings.Split(strings.TrimRight(r.Example.In(a.lang), "\n"), "\n") {
		fmt.Fprintf(out, "  %s\n", line)
	}
	_, err := fmt.Fprintf(out, "\n%s%s\n", w.rule, p.Rules.FileOf(r.Stem()))
	return err
}

// explainReadings names the other ways to read the clause that the requirement comes from.
func (a *app) explainReadings(out io.Writer, c *catalog.Catalog, r *catalog.Requirement) {
	for i := range c.Readings {
		reading := &c.Readings[i]
		if !slices.Contains(reading.Requirements, r.ID) {
			continue
		}
		fmt.Fprintf(out, "\n"+a.words.otherReadings+"\n", reading.Quote.Text)
		for _, alternative := range reading.Alternatives {
			fmt.Fprintf(out, "  %s: %s\n", alternative.ID, alternative.Title.In(a.lang))
		}
	}
}

// condition writes when a requirement applies, in the titles of flags.
func (a *app) condition(c *catalog.Catalog, applies catalog.Condition) string {
	var alternatives []string
	for _, alternative := range applies {
		var terms []string
		for _, term := range alternative {
			title := a.flagTitles(c, []string{term.Flag})
			if term.Off {
				title = fmt.Sprintf(a.words.notFlag, title)
			}
			terms = append(terms, title)
		}
		alternatives = append(alternatives, strings.Join(terms, a.words.and))
	}
	return strings.Join(alternatives, a.words.or)
}

func (a *app) flagTitles(c *catalog.Catalog, names []string) string {
	var titles []string
	for _, n := range names {
		if f, ok := c.Flag(n); ok {
			titles = append(titles, f.Title.In(a.lang))
		}
	}
	return strings.Join(titles, a.words.or)
}

func (a *app) schemaCommand() *cobra.Command {
	w := a.words
	return &cobra.Command{
		Use: "schema", Short: w.schemaShort, Long: w.schemaLong, Example: w.schemaExample, Args: noArgs(w),
		RunE: func(*cobra.Command, []string) error {
			p, err := a.openPack()
			if err != nil {
				return err
			}
			_, err = a.env.Stdout.Write(p.Schema.Source())
			return err
		},
	}
}

func (a *app) versionCommand() *cobra.Command {
	w := a.words
	return &cobra.Command{
		Use: "version", Short: w.versionShort, Args: noArgs(w),
		RunE: func(*cobra.Command, []string) error {
			p, err := a.openPack()
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.env.Stdout, w.versionText, a.env.Version, p.Ref.ID, p.Ref.Version, p.Ref.Digest)
			return err
		},
	}
}

// noArgs refuses arguments, in the user's language.
func noArgs(w words) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return usage(fmt.Errorf(w.seeHelp, errors.New(strings.Join(args, " ")), cmd.CommandPath()))
		}
		return nil
	}
}
