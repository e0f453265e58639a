package jobs

import (
	"context"
	"errors"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/rivertype"

	"hegui/internal/store"
)

// backend is River on one kind of database.
type backend interface {
	// insert and complete are part of a transaction of the store.
	insert(ctx context.Context, tx *store.Tx, jobs []river.InsertManyParams) error
	complete(ctx context.Context, tx *store.Tx, job *river.Job[chunk]) error
	start(ctx context.Context) error
	stop(ctx context.Context) error // waits for the jobs under way
	cut(ctx context.Context) error  // ends their contexts
	name() string                   // of this process among the workers
	tables
}

// tables are questions to River's tables that River has no method for.
type tables interface {
	// claim shows the other workers that this process lives, until release is called or it dies.
	claim(ctx context.Context) (release func(), err error)
	// reclaim does it again when the database has forgotten it.
	reclaim(ctx context.Context) error
	// gone says whether a worker, by its name, lives no more.
	gone(ctx context.Context, worker string) (bool, error)
	// running lists the jobs that somebody works on.
	running(ctx context.Context) ([]holder, error)
	// giveBack makes a running job available again, unless it was begun anew meanwhile.
	giveBack(ctx context.Context, h holder) error
	// waits says whether there is a job of a batch that is not over.
	waits(ctx context.Context, batch string) (bool, error)
	// byItself keeps with a job how often its item was begun by itself, in the transaction that begins it.
	byItself(ctx context.Context, tx *store.Tx, job int64, times int) error
	// drop removes the jobs of a batch that nobody works on.
	drop(ctx context.Context, tx *store.Tx, batch string) error
}

// holder is a job and who works on it since when, as the database writes it: the number of the attempt may come twice.
type holder struct {
	job    int64
	begun  string
	worker string
}

// client is a client of River with transactions of one kind.
type client[TTx any] struct {
	tables
	river    *river.Client[TTx]
	native   func(*store.Tx) TTx
	finished func(context.Context, TTx, *river.Job[chunk]) (*river.Job[chunk], error)
}

func newClient[TTx any](c *river.Config, driver riverdriver.Driver[TTx], native func(*store.Tx) TTx,
	finished func(context.Context, TTx, *river.Job[chunk]) (*river.Job[chunk], error), t tables,
) (backend, error) {
	r, err := river.NewClient(driver, c)
	if err != nil {
		return nil, err
	}
	return &client[TTx]{t, r, native, finished}, nil
}

func (c *client[TTx]) insert(ctx context.Context, tx *store.Tx, jobs []river.InsertManyParams) error {
	if len(jobs) == 0 { // River refuses none
		return nil
	}
	_, err := c.river.InsertManyFastTx(ctx, c.native(tx), jobs)
	return err
}

// complete takes a job that is over already for completed: another worker was faster, or the batch does not want it any more.
func (c *client[TTx]) complete(ctx context.Context, tx *store.Tx, job *river.Job[chunk]) error {
	if _, err := c.finished(ctx, c.native(tx), job); err != nil && !errors.Is(err, rivertype.ErrNotFound) {
		return err
	}
	return nil
}

func (c *client[TTx]) start(ctx context.Context) error { return c.river.Start(ctx) }
func (c *client[TTx]) stop(ctx context.Context) error  { return c.river.Stop(ctx) }
func (c *client[TTx]) cut(ctx context.Context) error   { return c.river.StopAndCancel(ctx) }
func (c *client[TTx]) name() string                    { return c.river.ID() }
