package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
)

func (a *app) keyPairCommand() *cobra.Command {
	w := a.words.receipt
	output := ""
	cmd := &cobra.Command{
		Use: "pair", Short: w.pairShort, Long: w.pairLong, Example: w.pairExample, Args: noArgs(a.words),
		RunE: func(*cobra.Command, []string) error {
			if output == "" {
				return usage(errors.New(a.words.packBundle.noOutput))
			}
			id, public, err := a.newKeyPair(output)
			if err != nil {
				return err
			}
			if _, err := a.env.Stdout.Write(public); err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.env.Stderr, w.pairDone, id, output, output+".pub")
			return err
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", a.words.packBundle.flagKeyOutput)
	return cmd
}
