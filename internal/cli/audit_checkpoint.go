package cli

import (
	"context"
	"crypto/ed25519"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"hegui/internal/receipt"
	"hegui/internal/store"
)

func (a *app) auditCheckpointCommand(address *string) *cobra.Command {
	w := a.words.store
	var keys []string
	cmd := &cobra.Command{
		Use: "checkpoint", Short: w.checkpointShort, Long: w.checkpointLong, Example: w.checkpointExample, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error {
			signers, err := a.readPrivateKeys(keys)
			if err != nil {
				return err
			}
			if len(signers) == 0 {
				return usage(errors.New(w.noSignKey))
			}
			return a.withStore(cmd.Context(), *address, true, func(s *store.Store) error { return a.signCheckpoint(cmd.Context(), s, signers) })
		},
	}
	cmd.Flags().StringArrayVar(&keys, "receipt-key", nil, w.flagSignKey)
	return cmd
}

// signCheckpoint signs nothing that does not hold.
func (a *app) signCheckpoint(ctx context.Context, s *store.Store, signers []ed25519.PrivateKey) error {
	bar := a.newCount(0)
	head, err := s.VerifyAudit(ctx, bar.at)
	if err == nil {
		err = s.VerifyRecords(ctx, bar.at)
	}
	bar.end()
	if err != nil {
		return err
	}
	e, err := receipt.SignCheckpoint(head.Seq, head.Hash, a.env.Now(), signers...)
	if err != nil {
		return err
	}
	_, err = a.env.Stdout.Write(e.Bytes())
	return err
}

// readPrivateKeys reads the keys that sign.
func (a *app) readPrivateKeys(names []string) (keys []ed25519.PrivateKey, err error) {
	for _, name := range names {
		key, err := a.readPrivateKey(name)
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	return keys, nil
}

// readCheckpoints gives the ends of the log that checkpoints say, of which each must be signed by a key that is trusted.
func (a *app) readCheckpoints(names, keys []string) (kept []store.AuditHead, err error) {
	if len(names) == 0 {
		return nil, nil
	}
	for key := range strings.SplitSeq(a.env.Getenv("HEGUI_RECEIPT_KEYS"), ",") {
		if key = strings.TrimSpace(key); key != "" {
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 {
		return nil, usage(errors.New(a.words.store.noCheckpointKey))
	}
	trusted, err := a.readPublicKeys(keys)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		file, err := readSmall(name)
		if err != nil {
			return nil, err
		}
		e, c, err := receipt.ReadCheckpoint(file)
		if err == nil {
			_, err = e.Verify(trusted, 1)
		}
		if err != nil {
			return nil, a.badReceipt(name, err)
		}
		kept = append(kept, store.AuditHead{Seq: c.Predicate.Rows, Hash: c.Head()})
	}
	return kept, nil
}
