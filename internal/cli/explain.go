package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/report"
)

func (a *app) explainCommand() *cobra.Command {
	w := a.words
	return &cobra.Command{
		Use: w.explainUse, Short: w.explainShort, Long: w.explainLong, Example: w.explainExample,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
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

// explain shows one requirement.
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
	return report.WriteExplanation(out, report.Explanation{
		Catalog: c, Requirement: r, Thresholds: p.Thresholds(r), Rule: p.Rules.FileOf(r.Stem()),
	}, a.lang)
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
			defer p.Close()
			engine := w.engineOPA
			if p.Planned() {
				engine = w.enginePlan
			}
			_, err = fmt.Fprintf(a.env.Stdout, w.versionText, a.env.Version, p.Ref.ID, p.Ref.Version, p.Ref.Digest, engine)
			return err
		},
	}
}

// noArgs refuses arguments, in the user's language.
func noArgs(w words) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return usage(fmt.Errorf(w.usage.takesNone, cmd.CommandPath(), args[0]))
		}
		return nil
	}
}
