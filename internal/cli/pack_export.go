package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"hegui/internal/assess"
	"hegui/internal/oscal"
)

// packExportOptions are the flags of pack export.
type packExportOptions struct {
	oscal           bool
	profile, output string
	catalog, asOf   string
}

func (a *app) packExportCommand() *cobra.Command {
	w := a.words.packExport
	var o packExportOptions
	cmd := &cobra.Command{
		Use: "export --oscal", Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage(fmt.Errorf(w.noArgument, args[0]))
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error {
			if !o.oscal {
				return usage(errors.New(w.noFormat))
			}
			return a.packExport(o)
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&o.oscal, "oscal", false, w.flagOSCAL)
	flags.StringVar(&o.profile, "profile", "", w.flagProfile)
	flags.StringVar(&o.catalog, "catalog", "catalog.json", w.flagCatalog)
	flags.StringVar(&o.asOf, "as-of", "", w.flagAsOf)
	flags.StringVarP(&o.output, "output", "o", "", w.flagOutput)
	return cmd
}

// packExport writes a pack, or one profile of it, as an OSCAL document.
func (a *app) packExport(o packExportOptions) error {
	asOf := o.asOf
	if asOf == "" {
		asOf = assess.Today(a.env.Now())
	} else if _, err := time.Parse(time.DateOnly, asOf); err != nil {
		return usage(fmt.Errorf(a.words.badAsOf, asOf))
	}
	if err := a.spare(a.ctx, inputs{packs: []string{a.packName}}, o.output); err != nil {
		return err
	}
	p, err := a.openPack()
	if err != nil {
		return err
	}
	options := oscal.Options{Digest: p.Ref.Digest, Lang: a.lang, AsOf: asOf}
	doc := oscal.Catalog(p.Catalog, options)
	if o.profile != "" {
		profile, ok := p.Catalog.Profile(o.profile)
		if !ok {
			return usage(fmt.Errorf(a.words.noProfile, o.profile, profileNames(p.Catalog)))
		}
		doc = oscal.Profile(p.Catalog, profile, o.catalog, options)
	}
	write := func(w io.Writer) error {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(doc)
	}
	if o.output == "" || o.output == "-" {
		return write(a.env.Stdout)
	}
	f, err := createAtomic(o.output)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		f.discard()
		return err
	}
	return f.commit()
}
