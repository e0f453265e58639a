package cli

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"hegui/internal/catalog"
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
			if err := checkLang(cmd); err != nil {
				return err
			}
			return a.similar(cmd.Context(), similarInputs(args, a.env), o)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", string(report.SimilarText), w.flagFormat)
	cmd.Flags().IntVar(&o.minCharacters, "min-characters", similar.DefaultMinCharacters, w.flagMin)
	cmd.Flags().StringVar(&o.color, "color", "auto", a.words.flagColor)
	return cmd
}

// input is one proposal by name, or why it cannot be read.
type input struct {
	name string
	src  []byte
	err  error
}

// similar compares all inputs with each other. What cannot be read is reported and does not stop the others.
func (a *app) similar(ctx context.Context, inputs iter.Seq[input], o similarOptions) error {
	format, err := report.ParseSimilarFormat(o.format)
	if err != nil {
		return usage(err)
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
	index := similar.New(similar.Options{MinCharacters: o.minCharacters, Known: knownTexts(p.Catalog)})
	var out report.Similar
	for in := range inputs {
		if err := ctx.Err(); err != nil {
			return err
		}
		var doc *proposal.Document
		if in.err == nil {
			doc, in.err = proposal.Parse(in.name, in.src, proposal.Limits{})
		}
		if in.err != nil {
			out.Unreadable = append(out.Unreadable, &report.Unreadable{File: in.name, Err: in.err})
			continue
		}
		index.Add(in.name, doc)
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

// knownTexts are what anyone may copy: the policy, and the examples that hegui itself offers.
func knownTexts(c *catalog.Catalog) []string {
	texts := []string{c.Source.Text}
	for i := range c.Requirements {
		texts = append(texts, c.Requirements[i].Example.ZH, c.Requirements[i].Example.EN)
	}
	return texts
}

// similarInputs reads files, and the .yaml and .yml files below folders in the order of their names.
func similarInputs(args []string, env Env) iter.Seq[input] {
	return func(yield func(input) bool) {
		for _, arg := range args {
			if info, err := os.Stat(arg); err != nil || !info.IsDir() {
				name := arg
				if arg == "-" {
					name = "<stdin>"
				}
				src, err := readFile(arg, env.Stdin)
				if !yield(input{name, src, err}) {
					return
				}
				continue
			}
			stopped := false
			_ = filepath.WalkDir(arg, func(name string, d fs.DirEntry, err error) error {
				ending := strings.ToLower(filepath.Ext(name))
				var in input
				switch {
				case err != nil:
					in = input{name: name, err: err}
				case d.IsDir() || ending != ".yaml" && ending != ".yml":
					return nil
				default:
					src, err := readFile(name, nil)
					in = input{name, src, err}
				}
				if stopped = !yield(in); stopped {
					return fs.SkipAll
				}
				return nil // an error has been yielded, and the walk goes on
			})
			if stopped {
				return
			}
		}
	}
}
