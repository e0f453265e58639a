package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

// packCommand holds the tools for those who write packs.
func (a *app) packCommand() *cobra.Command {
	w := a.words.pack
	cmd := &cobra.Command{
		Use: "pack", Short: w.short, Long: w.long, Example: w.example,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage(fmt.Errorf(a.words.unknownCommand, "pack "+args[0]))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.packCheckCommand(), a.packTestCommand(), a.packTraceCommand(), a.packDocsCommand())
	cmd.AddCommand(a.packNewCommand(), a.packGenerateCommand())
	cmd.AddCommand(a.packBuildCommand(), a.packKeygenCommand(), a.packSignCommand(), a.packVerifyCommand())
	cmd.AddCommand(a.packReplayCommand(), a.packExportCommand())
	cmd.AddCommand(a.packSolveCommand())
	cmd.AddCommand(a.packMutateCommand())
	return cmd
}
