package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"hegui/internal/jobs"
	"hegui/internal/report"
	"hegui/internal/store"
)

// maxDays is the longest that retention counts, 100 years.
const maxDays = 36500

func (a *app) storeCommand() *cobra.Command {
	w := a.words.store
	cmd := &cobra.Command{
		Use: "store", Short: w.storeShort, Long: w.storeLong, Example: w.storeExample, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	address := cmd.PersistentFlags().String("store", "", w.flagStore)
	cmd.AddCommand(a.storeBackupCommand(address), a.storeRetainCommand(address))
	return cmd
}

func (a *app) migrateCommand() *cobra.Command {
	w := a.words.store
	cmd := &cobra.Command{
		Use: "migrate", Short: w.migrateShort, Long: w.migrateLong, Example: w.migrateExample, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	address := cmd.PersistentFlags().String("store", "", w.flagStore)
	sub := func(use, short, long, example string, run func(ctx context.Context, address string) error) *cobra.Command {
		return &cobra.Command{Use: use, Short: short, Long: long, Example: example, Args: noArgs(a.words),
			RunE: func(cmd *cobra.Command, _ []string) error {
				return a.withAddress(*address, func(address string) error { return run(cmd.Context(), address) })
			}}
	}
	cmd.AddCommand(sub("up", w.upShort, w.upLong, w.upExample, a.migrateUp), sub("status", w.statusShort, w.statusLong, w.statusExample, a.migrateStatus))
	return cmd
}

// migrateUp makes the tables of the store, then those of its queue.
func (a *app) migrateUp(ctx context.Context, address string) error {
	w := a.words.store
	applied, err := store.Migrate(ctx, address, a.storeOptions(address))
	if err != nil {
		return err
	}
	text, values := w.upDone, []any{len(applied), store.Version()}
	if len(applied) == 0 {
		text, values = w.upNothing, values[1:]
	}
	if _, err := fmt.Fprintf(a.env.Stdout, text, values...); err != nil {
		return err
	}
	return a.withStore(ctx, address, false, func(s *store.Store) error {
		changed, err := jobs.Migrate(ctx, s)
		if err != nil || !changed {
			return err
		}
		_, err = fmt.Fprint(a.env.Stdout, w.upQueue)
		return err
	})
}

// migrateStatus ends with ExitGate when the tables are not those of this program, for scripts.
func (a *app) migrateStatus(ctx context.Context, address string) error {
	s, err := store.Status(ctx, address, a.storeOptions(address))
	if err != nil {
		return err
	}
	w := a.words.store
	text := w.statusCurrent
	switch {
	case s.Have < s.Want:
		text = w.statusOld
	case s.Have > s.Want:
		text = w.statusNew
	}
	if _, err := fmt.Fprintf(a.env.Stdout, text, s.Have, s.Want); err != nil {
		return err
	}
	if s.Have != s.Want {
		return &exitError{code: ExitGate}
	}
	return a.withStore(ctx, address, true, func(s *store.Store) error {
		q, err := jobs.Status(ctx, s)
		if err != nil || q.Have == q.Want {
			return err
		}
		if _, err := fmt.Fprintf(a.env.Stdout, w.statusQueue, q.Have, q.Want); err != nil {
			return err
		}
		return &exitError{code: ExitGate}
	})
}

func (a *app) storeBackupCommand(address *string) *cobra.Command {
	w := a.words.store
	return &cobra.Command{
		Use: w.backupUse, Short: w.backupShort, Long: w.backupLong, Example: w.backupExample,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage(errors.New(w.oneFile))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), *address, true, func(s *store.Store) error {
				if a.env.ErrTerminal {
					fmt.Fprint(a.env.Stderr, w.copying)
				}
				b, err := s.Backup(cmd.Context(), args[0])
				if errors.Is(err, fs.ErrExist) {
					return &exitError{code: ExitInput, err: fmt.Errorf(w.fileExists, args[0])}
				}
				if err != nil {
					return err
				}
				_, err = fmt.Fprintf(a.env.Stdout, w.copied, report.Safe(args[0]), b.Bytes, b.Head)
				return err
			})
		},
	}
}

func (a *app) storeRetainCommand(address *string) *cobra.Command {
	w := a.words.store
	var older string
	var dry bool
	cmd := &cobra.Command{
		Use: "retain", Short: w.retainShort, Long: w.retainLong, Example: w.retainExample, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error {
			days, ok := readDays(older)
			if !ok {
				return usage(fmt.Errorf(w.badDays, older))
			}
			before := a.env.Now().AddDate(0, 0, -days)
			return a.withStore(cmd.Context(), *address, dry, func(s *store.Store) error {
				if dry {
					r, err := s.Stale(cmd.Context(), before)
					if err == nil {
						_, err = fmt.Fprintf(a.env.Stdout, w.wouldRemove, days, r.Submissions, r.Batches)
					}
					return err
				}
				bar := a.newCount(-1)
				r, err := s.Retain(cmd.Context(), "retention", before, func(r store.Removed) { bar.at(int64(r.Submissions+r.Batches+r.Proposals), -1) })
				bar.end()
				if err == nil {
					_, err = fmt.Fprintf(a.env.Stdout, w.removed, days, r.Submissions, r.Batches, r.Proposals)
				}
				return err
			})
		},
	}
	cmd.Flags().StringVar(&older, "older-than", "", w.flagOlder)
	cmd.Flags().BoolVar(&dry, "dry-run", false, w.flagDry)
	return cmd
}

// readDays reads a whole number of days, "365d".
func readDays(s string) (int, bool) {
	digits, ok := strings.CutSuffix(s, "d")
	n, err := strconv.ParseUint(digits, 10, 16)
	return int(n), ok && err == nil && n > 0 && n <= maxDays
}

func (a *app) auditCommand() *cobra.Command {
	w := a.words.store
	cmd := &cobra.Command{
		Use: "audit", Short: w.auditShort, Long: w.auditLong, Example: w.verifyExample, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	address := cmd.PersistentFlags().String("store", "", w.flagStore)
	var heads, checkpoints, keys []string
	verify := &cobra.Command{
		Use: "verify", Short: w.verifyShort, Long: w.verifyLong, Example: w.verifyExample, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error {
			var kept []store.AuditHead
			for _, text := range heads {
				head, err := store.ParseAuditHead(text)
				if err != nil {
					return usage(fmt.Errorf(w.badHead, text))
				}
				kept = append(kept, head)
			}
			signed, err := a.readCheckpoints(checkpoints, keys)
			if err != nil {
				return err
			}
			kept = append(kept, signed...)
			return a.withStore(cmd.Context(), *address, true, func(s *store.Store) error { return a.verifyAudit(cmd.Context(), s, kept) })
		},
	}
	verify.Flags().StringArrayVar(&heads, "head", nil, w.flagHead)
	verify.Flags().StringArrayVar(&checkpoints, "checkpoint", nil, w.flagCheckpoint)
	verify.Flags().StringArrayVar(&keys, "key", nil, w.flagCheckpointKey)
	cmd.AddCommand(verify, a.auditCheckpointCommand(address))
	return cmd
}

func (a *app) verifyAudit(ctx context.Context, s *store.Store, kept []store.AuditHead) error {
	bar := a.newCount(0)
	head, err := s.VerifyAudit(ctx, bar.at, kept...)
	if err == nil {
		err = s.VerifyRecords(ctx, bar.at)
	}
	bar.end()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.env.Stdout, a.words.store.verified, head.Seq, head)
	return err
}

// withAddress finds the address of the store that a command works on.
func (a *app) withAddress(address string, do func(address string) error) error {
	if address == "" {
		address = a.env.Getenv("HEGUI_STORE")
	}
	return a.storeError(a.ctx, address, do(address))
}

// withStore opens the store that a command works on.
func (a *app) withStore(ctx context.Context, address string, readOnly bool, do func(*store.Store) error) error {
	return a.withAddress(address, func(address string) error {
		o := a.storeOptions(address)
		o.ReadOnly = readOnly
		s, err := store.Open(ctx, address, o)
		if err != nil {
			return err
		}
		return errors.Join(do(s), s.Close())
	})
}

// storeOptions takes the clock of this machine for a file, and leaves PostgreSQL its own.
func (a *app) storeOptions(address string) store.Options {
	o := store.Options{Now: a.env.Now, Random: a.env.Random}
	if strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://") {
		o.Now = nil
	}
	return o
}

// storeError words the errors of the store, and says what to do.
func (a *app) storeError(ctx context.Context, address string, err error) error {
	w := a.words.store
	shown := hidePassword(address)
	var schema *store.SchemaError
	var wrong *store.AddressError
	var tampered *store.AuditError
	var held *store.InUseError
	var record *store.RecordError
	say := func(code int, text string, values ...any) error {
		return &exitError{code: code, err: fmt.Errorf(text, values...)}
	}
	switch {
	case err == nil || ctx.Err() != nil && errors.As(err, new(*exitError)):
		return err
	case ctx.Err() != nil:
		return context.Canceled
	case errors.As(err, &wrong):
		return usage(errors.New(w.address[wrong.Fault]))
	case errors.As(err, &schema) && schema.Have == 0:
		return say(ExitInput, w.noTables, shown, shown)
	case errors.As(err, &schema) && schema.Have < schema.Want:
		return say(ExitInput, w.oldTables, shown, schema.Have, schema.Want, shown)
	case errors.As(err, &schema):
		return say(ExitInput, w.newTables, shown, schema.Have, schema.Want)
	case errors.As(err, &record):
		return say(ExitGate, w.record[record.Kind], record.ID)
	case errors.As(err, &tampered):
		return say(ExitGate, w.tampered[tampered.Fault], tampered.Seq)
	case errors.As(err, &held) && held.Process > 0:
		return say(ExitInput, w.inUseBy, shown, held.Process)
	case errors.Is(err, store.ErrInUse):
		return say(ExitInput, w.inUse, shown)
	case errors.Is(err, store.ErrNotFile):
		return usage(errors.New(w.notFile))
	case errors.Is(err, store.ErrFull):
		return say(ExitInput, w.full, shown)
	case errors.Is(err, store.ErrDamaged):
		return say(ExitInput, w.damaged, shown, err)
	case errors.Is(err, store.ErrDown):
		return say(ExitInput, w.down, shown, err)
	}
	return err
}

// hidePassword takes out what an address may hold before its host.
func hidePassword(address string) string {
	if _, rest, ok := strings.Cut(address, "://"); ok {
		if user, host, ok := strings.Cut(rest, "@"); ok && strings.Contains(user, ":") {
			return "postgres://***@" + host
		}
	}
	return address
}

// count shows on a terminal how far something is; elsewhere a line every few seconds. total is unknown when it is not positive.
type count struct {
	a     *app
	bar   *progressbar.ProgressBar
	begun time.Time
}

func (a *app) newCount(total int64) *count {
	c := &count{a: a, begun: a.env.Now()}
	if a.env.ErrTerminal {
		c.bar = progressbar.NewOptions64(max(total, -1), progressbar.OptionSetWriter(a.env.Stderr), progressbar.OptionShowCount(),
			progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(20))
	}
	return c
}

func (c *count) at(done, total int64) {
	if c.bar != nil {
		if total > 0 {
			c.bar.ChangeMax64(total)
		}
		_ = c.bar.Set64(done) // what a terminal does not show decides nothing
		return
	}
	if now := c.a.env.Now(); now.Sub(c.begun) >= progressEvery {
		c.begun = now
		fmt.Fprintf(c.a.env.Stderr, c.a.words.store.soFar, done)
	}
}

func (c *count) end() {
	if c.bar != nil {
		_ = c.bar.Finish()
	}
}
