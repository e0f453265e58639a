package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"hegui/internal/handbook"
	"hegui/internal/report"
)

func (a *app) packDocsCommand() *cobra.Command {
	w := a.words.packDocs
	var output string
	var check bool
	cmd := &cobra.Command{
		Use: "docs", Short: w.short, Long: w.long, Example: w.example, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if output == "" {
				return usage(errors.New(w.noOutput))
			}
			return a.packDocs(cmd.Context(), output, check)
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", w.flagOutput)
	cmd.Flags().BoolVar(&check, "check", false, w.flagCheck)
	return cmd
}

// packDocs makes the folder current, or only says whether it is.
func (a *app) packDocs(ctx context.Context, output string, check bool) error {
	w := a.words.packDocs
	source, err := a.handbook()
	if err != nil {
		return err
	}
	pages, err := handbook.Pages(source)
	if err != nil {
		return &exitError{code: ExitPack, err: err}
	}
	if check {
		stale, err := handbook.Stale(os.DirFS(output), pages)
		if err != nil {
			return err
		}
		a.listFiles(output, stale)
		if len(stale) > 0 {
			return &exitError{code: ExitGate, err: fmt.Errorf(w.stale, len(stale))}
		}
		_, err = fmt.Fprintf(a.env.Stdout, w.current, len(pages))
		return err
	}
	if err := os.MkdirAll(output, 0o755); err != nil {
		return err
	}
	dir, err := os.OpenRoot(output)
	if err != nil {
		return err
	}
	defer dir.Close()
	changed, err := handbook.Write(ctx, dir, pages)
	a.listFiles(output, changed)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.env.Stdout, w.written, len(pages), len(changed))
	return err
}

func (a *app) listFiles(dir string, names []string) {
	for _, name := range names {
		fmt.Fprintln(a.env.Stdout, report.Safe(filepath.Join(dir, filepath.FromSlash(name))))
	}
}
