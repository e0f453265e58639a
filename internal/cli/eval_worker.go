package cli

import (
	"github.com/spf13/cobra"

	"hegui/internal/sandbox"
)

// evalWorkerCommand is the child of package sandbox. It is hidden: it speaks frames and nothing that a person would type.
func (a *app) evalWorkerCommand() *cobra.Command {
	return &cobra.Command{
		Use: sandbox.Command, Hidden: true, Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return sandbox.Serve(cmd.Context(), a.env.Stdin, a.env.Stdout)
		},
	}
}
