// Package store keeps what portals and reviewers need between submission and decision: submissions and their versions,
// proposals, assessments, batches, reviews, waivers, API keys and the audit log. It is one SQLite file or a PostgreSQL
// database, told by the address, and behaves the same on both.
//
// Open a store with [Open]; [Migrate] makes its tables. All work is done in transactions, [Store.Update] and [Store.View]:
//
//	s, err := store.Open(ctx, "sqlite:hegui.db", store.Options{Now: time.Now, Random: rand.Reader})
//	…
//	proposal := store.NewContent(yaml)
//	err = s.Update(ctx, "key:a1b2c3d4e5", func(tx *store.Tx) error {
//		got, err := tx.Submit(ctx, store.Upload{Portal: "gz", Reference: "2026-0815", Applicant: "91440101…", Proposal: proposal})
//		if err != nil {
//			return err
//		}
//		return enqueue(tx, got.Submission.ID) // in the same transaction: both happen, or neither
//	})
//
// A method of [Tx] that changes something also adds a row to the audit log, in the same transaction, in the name of the
// actor that Update was given. Nothing can be written past it.
//
// Lists come in pages: see [Page]. Errors of this package are tested with errors.Is; everything else is the database's.
// The store decides nothing about who may do what: that is its callers' work, before they ask it.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
)

// Why something is refused.
var (
	ErrNotFound  = errors.New("there is no such thing in the store")
	ErrInvalid   = errors.New("cannot be stored")                                       // empty, too long or not text where it must be
	ErrClosed    = errors.New("the submission is closed")                               // it was decided; nothing is added to it
	ErrWithdrawn = errors.New("the submission was withdrawn")                           // by who handed it in; its next version opens it again
	ErrApplicant = errors.New("the portal's id belongs to another applicant")           // the same reference from somebody else
	ErrState     = errors.New("the batch is not in a state that allows it")             // such as a cancelled batch that shall run
	ErrHeld      = errors.New("it is on hold")                                          // what shall be removed must be kept
	ErrInterest  = errors.New("the reviewer has a conflict of interest")                // with the applicant
	ErrAssigned  = errors.New("the submission is not assigned to the reviewer")         // who wrote about it
	ErrDiverged  = errors.New("assessing the same again gave another result")           // an alarm: see Tx.Record
	ErrInFlight  = errors.New("the same request is being answered")                     // HTTP 409
	ErrReused    = errors.New("the idempotency key was used for another request")       // HTTP 422
	ErrCursor    = errors.New("not a place that a page of this list gave")              // Page.After
	ErrReadOnly  = errors.New("the store was opened to read")                           // Options.ReadOnly
	ErrInUse     = errors.New("another process has the store open")                     // SQLite has one writer
	ErrFull      = errors.New("the disk of the store is full")                          // HTTP 507; reading goes on
	ErrDown      = errors.New("the database does not answer")                           // HTTP 503; nothing is known to be stored
	ErrSchema    = errors.New("the tables of the store are not of this program's time") // wraps in a *SchemaError
)

// Options say how a store is opened.
type Options struct {
	// Now is the clock. Nil asks PostgreSQL for its own, which several nodes share; SQLite must be given one.
	Now func() time.Time
	// Random is where ids come from, 128 bits each.
	Random io.Reader
	// ReadOnly opens for reading beside the process that writes: for backups and checks.
	ReadOnly bool
	// Connections to PostgreSQL at most, and SQLite's for reading; 0 is 8.
	Connections int
	// Answer is how long PostgreSQL may take to answer a statement before its connection is given up as dead; 0 is 15 s. The
	// server itself ends a statement after 10 s. An address with a statement_timeout of its own has no such limit.
	Answer time.Duration
}

// Store is an open store. It is safe for concurrent use.
type Store struct {
	db      database
	options Options
}

// database is what differs between SQLite and PostgreSQL.
type database interface {
	// begin starts a transaction; one that is to write is the only one of its kind on SQLite.
	begin(ctx context.Context, write bool) (conn, error)
	commit(ctx context.Context, c conn) error
	rollback(ctx context.Context, c conn)
	// now is the clock of the transaction where Options give none.
	now(ctx context.Context, c conn) (time.Time, error)
	version(ctx context.Context) (int64, error) // of the tables; 0 when there are none
	migrate(ctx context.Context) ([]int64, error)
	translate(error) error
	repeatable(error) bool // whether a transaction failed for another one's sake
	close() error
}

// Open opens the store that an address names: a file ("sqlite:PATH", or a path) or "postgres://USER@HOST/NAME".
// The error is an [AddressError], an [InUseError], a [SchemaError] when there are no tables (so also when there is no file), or
// those of another version than this program's, or the database's.
func Open(ctx context.Context, address string, o Options) (*Store, error) {
	if o.Random == nil && !o.ReadOnly {
		return nil, errors.New("a store that is written needs Options.Random")
	}
	s, err := dial(ctx, address, o, false)
	if err != nil {
		return nil, err
	}
	have, err := s.db.version(ctx)
	if err == nil && have != Version() {
		err = &SchemaError{Have: have, Want: Version()}
	}
	if err != nil {
		return nil, errors.Join(s.db.translate(err), s.Close())
	}
	return s, nil
}

// dial opens a store whatever its tables are. It makes a file only when it shall.
func dial(ctx context.Context, address string, o Options, create bool) (*Store, error) {
	if o.Connections == 0 {
		o.Connections = 8
	}
	if o.Answer == 0 {
		o.Answer = 15 * time.Second
	}
	a, err := parseAddress(address)
	if err != nil {
		return nil, err
	}
	s := &Store{options: o}
	if a.path == "" {
		s.db, err = openPostgres(ctx, address, o)
	} else {
		s.db, err = openSQLite(ctx, a.path, o, create)
	}
	if err != nil {
		return nil, err
	}
	return s, nil
}

// SQL gives the one connection that writes to the file of SQLite, for a queue beside the store's tables; nil on PostgreSQL.
// While Update runs the connection is taken: use [Tx.SQL] there, since whoever asks for it again waits for themselves.
func (s *Store) SQL() *sql.DB {
	if db, ok := s.db.(*sqliteDB); ok {
		return db.writer
	}
	return nil
}

// PGX gives the connections to PostgreSQL; nil on SQLite.
func (s *Store) PGX() *pgxpool.Pool {
	if db, ok := s.db.(*postgresDB); ok {
		return db.pool
	}
	return nil
}

// Close ends all connections. Transactions under way are given up.
func (s *Store) Close() error { return s.db.close() }

// tries is how often a transaction is begun that others keep from being done.
const tries = 5

// Update runs do in a transaction that may write, and commits it when do returns nil; else nothing of it is kept. actor
// stands in the audit log. do must not call Update: on SQLite it would wait for itself. What do did may be undone and do called again when PostgreSQL could not fit the transaction
// between others, so it must have no effects of its own.
//
// The error is that of do, or the database's: [ErrFull], [ErrDown]. After ErrDown nobody may know whether the transaction was
// kept; asked again under the same idempotency key ([Tx.Claim]), it is done once.
func (s *Store) Update(ctx context.Context, actor string, do func(*Tx) error) error {
	if s.options.ReadOnly {
		return ErrReadOnly
	}
	if err := check(text{"actor", actor, 1, maxName}); err != nil {
		return err
	}
	for n := 1; ; n++ {
		err := s.transact(ctx, true, actor, do)
		if err == nil || n == tries || !s.db.repeatable(err) || ctx.Err() != nil {
			return s.db.translate(err)
		}
	}
}

// View runs do in a transaction that only reads, and sees the store as it was at one moment.
func (s *Store) View(ctx context.Context, do func(*Tx) error) error {
	return s.db.translate(s.transact(ctx, false, "", do))
}

func (s *Store) transact(ctx context.Context, write bool, actor string, do func(*Tx) error) (err error) {
	c, err := s.db.begin(ctx, write)
	if err != nil {
		return err
	}
	defer func() {
		if errors.Is(err, sql.ErrTxDone) && ctx.Err() != nil {
			err = ctx.Err() // database/sql took it back when ctx ended, and says only that it is over
		}
	}()
	done := false
	defer func() {
		if !done { // an error, or a panic of do
			s.db.rollback(context.WithoutCancel(ctx), c) // the end of ctx may be why
		}
	}()
	tx := &Tx{conn: c, store: s, actor: actor}
	if err := do(tx); err != nil {
		return err
	}
	if err := tx.appendAudit(ctx); err != nil {
		return err
	}
	done = true // a failed commit ends the transaction too
	return s.db.commit(ctx, c)
}

// InUseError says which process has the store open. It is an [ErrInUse].
type InUseError struct{ Process int } // 0 when that is not known

func (e *InUseError) Error() string {
	if e.Process == 0 {
		return ErrInUse.Error()
	}
	return fmt.Sprintf("%v: process %d", ErrInUse, e.Process)
}

// Is says that an InUseError is an ErrInUse.
func (e *InUseError) Is(target error) bool { return target == ErrInUse }

// SchemaError says that the tables are older or newer than this program. It is an [ErrSchema].
type SchemaError struct{ Have, Want int64 }

func (e *SchemaError) Error() string {
	if e.Have > e.Want {
		return fmt.Sprintf("the tables of the store are of version %d, this program knows %d; use a newer hegui", e.Have, e.Want)
	}
	return fmt.Sprintf("the tables of the store are of version %d, this program needs %d; run: hegui migrate up", e.Have, e.Want)
}

// Is says that a SchemaError is an ErrSchema.
func (e *SchemaError) Is(target error) bool { return target == ErrSchema }
