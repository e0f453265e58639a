package cli

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"hegui/internal/handbook"
)

// packTraceOptions are the flags of pack trace.
type packTraceOptions struct {
	format, output string
	formatGiven    bool
	brief          bool
}

func (a *app) packTraceCommand() *cobra.Command {
	w := a.words.packTrace
	var o packTraceOptions
	cmd := &cobra.Command{
		Use: "trace", Short: w.short, Long: w.long, Example: w.example, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.formatGiven = cmd.Flags().Changed("format")
			return a.packTrace(o)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", string(handbook.Text), w.flagFormat)
	cmd.Flags().StringVarP(&o.output, "output", "o", "-", w.flagOutput)
	cmd.Flags().BoolVar(&o.brief, "brief", false, w.flagBrief)
	return cmd
}

func (a *app) packTrace(o packTraceOptions) error {
	name := o.format
	if extension := strings.ToLower(filepath.Ext(o.output)); !o.formatGiven && (extension == ".json" || extension == ".html") {
		name = extension[1:]
	}
	format, err := handbook.ParseFormat(name)
	if err != nil {
		return badFormat(a.words, name, handbook.Formats())
	}
	if err := a.spare(a.ctx, inputs{packs: []string{a.packName}}, o.output); err != nil {
		return err
	}
	source, err := a.handbook()
	if err != nil {
		return err
	}
	options := handbook.TraceOptions{Lang: a.lang, Brief: o.brief}
	if o.output == "-" {
		return handbook.WriteTrace(a.env.Stdout, format, source, options)
	}
	f, err := createAtomic(o.output)
	if err != nil {
		return err
	}
	if err := handbook.WriteTrace(f, format, source, options); err != nil {
		f.discard()
		return err
	}
	return f.commit()
}

// handbook reads what trace and docs show of the pack that --pack names.
func (a *app) handbook() (*handbook.Source, error) {
	from, err := a.packSource()
	if err != nil {
		return nil, err
	}
	return handbook.Open(from.files, from.id)
}
