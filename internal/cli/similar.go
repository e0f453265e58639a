package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"hegui/internal/batch"
	"hegui/internal/proposal"
	"hegui/internal/report"
	"hegui/internal/similar"
)

// similarOptions are the flags of similar.
type similarOptions struct {
	format        string
	color         string
	minCharacters int
}

func (a *app) similarCommand() *cobra.Command {
	w := a.words.similar
	var o similarOptions
	cmd := &cobra.Command{
		Use: w.use, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage(errors.New(w.noFile))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.similar(cmd.Context(), batch.Inputs{Names: args, Stdin: a.env.Stdin}, o)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", string(report.SimilarText), w.flagFormat)
	cmd.Flags().IntVar(&o.minCharacters, "min-characters", similar.DefaultMinCharacters, w.flagMin)
	cmd.Flags().StringVar(&o.color, "color", "auto", a.words.flagColor)
	return cmd
}

// similar compares all inputs with each other. What cannot be read is reported and does not stop the others.
func (a *app) similar(ctx context.Context, inputs batch.Inputs, o similarOptions) error {
	format, err := report.ParseSimilarFormat(o.format)
	if err != nil {
		return badFormat(a.words, o.format, report.SimilarFormats())
	}
	color, err := a.color(o.color)
	if err != nil {
		return usage(err)
	}
	if o.minCharacters < similar.MinCharacters {
		return usage(errors.New(a.words.similar.badMin))
	}
	p, err := a.openPack()
	if err != nil {
		return err
	}
	index := similar.New(similar.Options{MinCharacters: o.minCharacters, Known: p.Catalog.Quotable()})
	var out report.Similar
	for item := range inputs.Items(ctx) {
		doc, err := (*proposal.Document)(nil), item.Err
		if err == nil {
			doc, err = proposal.Parse(item.Name, item.Src, proposal.Limits{})
		}
		if err != nil {
			out.Unreadable = append(out.Unreadable, &report.Unreadable{File: item.Name, Err: err})
			continue
		}
		index.Add(item.Name, doc)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	out.Result, err = index.Find(ctx)
	if err != nil {
		return err
	}
	err = report.WriteSimilar(a.env.Stdout, format, out, report.Options{Lang: a.lang, Color: color, Width: a.env.Width})
	if err != nil {
		return err
	}
	if len(out.Unreadable) > 0 {
		return &exitError{code: ExitInput}
	}
	return nil
}
