package jobs_test

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"hegui"
	"hegui/internal/assess"
	"hegui/internal/jobs"
	"hegui/internal/pack"
	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

func TestMain(m *testing.M) {
	if address := os.Getenv("HEGUI_JOBS_WORKER"); address != "" {
		os.Exit(work(address))
	}
	os.Exit(storetest.Main(m))
}

// each runs a test on both databases, with the tables of the queue.
func each(t *testing.T, test func(t *testing.T, d *storetest.Database)) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		if changed, err := jobs.Migrate(t.Context(), d.Store); !changed || err != nil {
			t.Fatal(changed, err)
		}
		test(t, d)
	})
}

var aiplus = sync.OnceValues(func() (*pack.Pack, error) { return pack.Open(hegui.Files, "aiplus") })

// hooked lets a test do something before a proposal is evaluated.
type hooked struct {
	assess.Evaluator
	before func(ctx context.Context, digest string) error
}

func (h hooked) Eval(ctx context.Context, in assess.Input) (*assess.Evaluation, error) {
	if h.before != nil {
		if err := h.before(ctx, in.Proposal.Name); err != nil {
			return nil, err
		}
	}
	return h.Evaluator.Eval(ctx, in)
}

// assessor is one of the built-in pack on a fixed day.
func assessor(tb testing.TB, before func(ctx context.Context, digest string) error) *assess.Assessor {
	tb.Helper()
	p, err := aiplus()
	if err != nil {
		tb.Fatal(err)
	}
	profile, _ := p.Catalog.Profile("general")
	return &assess.Assessor{
		Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, Evaluator: hooked{p.Rules, before}, AsOf: "2026-11-01", Engine: "test",
	}
}

// options are those of a queue that does not wait long, and whose workers assess with a.
func options(a *assess.Assessor) jobs.Options {
	return jobs.Options{
		Rules:   func(context.Context, store.Batch) (jobs.Rules, error) { return jobs.Rules{Assessor: a}, nil },
		Workers: 2, Random: rand.Reader, Log: slog.New(slog.DiscardHandler),
		Times: jobs.Times{Look: 250 * time.Millisecond, Pack: 20 * time.Millisecond, NoPack: 3},
	}
}

func open(tb testing.TB, d *storetest.Database, o jobs.Options) *jobs.Queue {
	tb.Helper()
	q, err := jobs.Open(tb.Context(), d.Store, o)
	if err != nil {
		tb.Fatal(err)
	}
	return q
}

// run lets a queue work until the function it gives is called, or the test ends.
func run(tb testing.TB, q *jobs.Queue) (stop func()) {
	tb.Helper()
	ctx, cancel := context.WithCancel(context.WithoutCancel(tb.Context()))
	ended := make(chan error, 1)
	go func() { ended <- q.Run(ctx) }()
	stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			tb.Error(err)
		}
	})
	tb.Cleanup(stop)
	return stop
}

var examples = sync.OnceValue(func() (all [][]byte) {
	names, err := fs.Glob(hegui.Files, "examples/proposals/*/proposal.yaml")
	if err != nil || len(names) == 0 {
		panic(fmt.Sprint(names, err))
	}
	for _, name := range names {
		src, err := fs.ReadFile(hegui.Files, name)
		if err != nil {
			panic(err)
		}
		all = append(all, src)
	}
	return all
})

// text is the n-th proposal of a batch: an example, made different by a number.
func text(n int) []byte {
	all := examples()
	return append(fmt.Appendf(nil, "# %d\n", n), all[n%len(all)]...)
}

func update(tb testing.TB, d *storetest.Database, do func(ctx context.Context, tx *store.Tx) error) {
	tb.Helper()
	if err := d.Store.Update(tb.Context(), "tester", func(tx *store.Tx) error { return do(tb.Context(), tx) }); err != nil {
		tb.Fatal(err)
	}
}

func ref() assess.PackRef {
	p, err := aiplus()
	if err != nil {
		panic(err)
	}
	return p.Ref
}

// start makes a batch of proposals, and lets it run.
func start(tb testing.TB, d *storetest.Database, q *jobs.Queue, texts ...[]byte) (id string) {
	tb.Helper()
	items := make([]store.NewItem, len(texts))
	for i, src := range texts {
		items[i] = store.NewItem{Name: fmt.Sprintf("%d.yaml", i+1), Proposal: store.NewContent(src)}
	}
	update(tb, d, func(ctx context.Context, tx *store.Tx) error {
		b, err := tx.CreateBatch(ctx, store.NewBatch{Pack: ref(), Profile: "general", AsOf: "2026-11-01"})
		if err != nil {
			return err
		}
		id = b.ID
		return errors.Join(tx.AddItems(ctx, id, 1, items...), q.Start(ctx, tx, id))
	})
	return id
}

func texts(n int) [][]byte {
	all := make([][]byte, n)
	for i := range all {
		all[i] = text(i + 1)
	}
	return all
}

// state gives a batch and its progress.
func state(tb testing.TB, d *storetest.Database, id string) (b store.Batch, p store.Progress) {
	tb.Helper()
	err := d.Store.View(tb.Context(), func(tx *store.Tx) (err error) {
		if b, err = tx.Batch(tb.Context(), id); err == nil {
			p, err = tx.Progress(tb.Context(), id)
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return b, p
}

// await waits until a batch has a state.
func await(tb testing.TB, d *storetest.Database, id string, want store.BatchState) store.Progress {
	tb.Helper()
	for until := time.Now().Add(2 * time.Minute); ; time.Sleep(10 * time.Millisecond) {
		b, p := state(tb, d, id)
		if b.State == want {
			return p
		}
		if time.Now().After(until) {
			tb.Fatalf("the batch is %s: %+v", b.State, p)
		}
	}
}

// itemsOf lists a batch.
func itemsOf(tb testing.TB, d *storetest.Database, id string, f store.ItemFilter) (all []store.Item) {
	tb.Helper()
	err := d.Store.View(tb.Context(), func(tx *store.Tx) error {
		list, err := tx.Items(tb.Context(), id, f, store.Page{Limit: store.MaxLimit})
		all = list.Items
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

// sameAsAlone holds that each item that is done has the result that assessing its proposal by itself gives.
func sameAsAlone(tb testing.TB, d *storetest.Database, id string) {
	tb.Helper()
	a := assessor(tb, nil)
	for _, item := range itemsOf(tb, d, id, store.ItemFilter{State: store.ItemDone}) {
		err := d.Store.View(tb.Context(), func(tx *store.Tx) error {
			src, err := tx.Proposal(tb.Context(), item.Digest)
			if err != nil {
				return err
			}
			result, err := tx.Result(tb.Context(), item.Assessment)
			if err != nil {
				return err
			}
			want, as, err := jobs.Assess(tb.Context(), a, nil, src)
			if err == nil && (want.JSON.Digest() != store.Digest(result) || as.Decision.Score != item.Score || as.Decision.Verdict != item.Verdict) {
				tb.Errorf("item %d: %s %v, by itself %s %v", item.Number, item.Verdict, item.Score, as.Decision.Verdict, as.Decision.Score)
			}
			return err
		})
		if err != nil {
			tb.Fatal(err)
		}
	}
}

// All proposals of a batch are assessed, each as if it were alone; the same ones again give no second results.
func TestABatchIsAssessed(t *testing.T) {
	each(t, func(t *testing.T, d *storetest.Database) {
		q := open(t, d, options(assessor(t, nil)))
		run(t, q)
		first := start(t, d, q, texts(120)...)
		if p := await(t, d, first, store.BatchDone); p.Done != 120 {
			t.Errorf("%+v", p)
		}
		sameAsAlone(t, d, first)
		again := start(t, d, q, texts(120)...)
		await(t, d, again, store.BatchDone)
		a, b := itemsOf(t, d, first, store.ItemFilter{}), itemsOf(t, d, again, store.ItemFilter{})
		for i := range a {
			if a[i].Assessment != b[i].Assessment {
				t.Errorf("%+v, %+v", a[i], b[i])
			}
		}
		none := start(t, d, q)
		if b, _ := state(t, d, none); b.State != store.BatchDone {
			t.Errorf("a batch without items is %s", b.State)
		}
	})
}

// Jobs are part of the transaction: what is undone leaves none behind.
func TestWhatIsUndoneIsNotWorkedOn(t *testing.T) {
	each(t, func(t *testing.T, d *storetest.Database) {
		var evaluated atomic.Int64
		q := open(t, d, options(assessor(t, func(context.Context, string) error { evaluated.Add(1); return nil })))
		undone := errors.New("undone")
		var id string
		err := d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error {
			b, err := tx.CreateBatch(t.Context(), store.NewBatch{Pack: ref(), Profile: "general", AsOf: "2026-11-01"})
			if err != nil {
				return err
			}
			id = b.ID
			return errors.Join(tx.AddItems(t.Context(), id, 1, store.NewItem{Proposal: store.NewContent(text(1))}), q.Start(t.Context(), tx, id), undone)
		})
		if !errors.Is(err, undone) {
			t.Fatal(err)
		}
		run(t, q)
		kept := start(t, d, q, text(2))
		await(t, d, kept, store.BatchDone)
		if n := evaluated.Load(); n != 1 {
			t.Errorf("%d evaluated", n)
		}
	})
}

// A batch can be paused, go on, and be ended; what was done stays, and the counts add up.
func TestPauseResumeCancel(t *testing.T) {
	each(t, func(t *testing.T, d *storetest.Database) {
		var evaluated atomic.Int64
		q := open(t, d, options(assessor(t, func(context.Context, string) error {
			evaluated.Add(1)
			time.Sleep(20 * time.Millisecond)
			return nil
		})))
		run(t, q)
		id := start(t, d, q, texts(300)...)
		for evaluated.Load() < 10 {
			time.Sleep(time.Millisecond)
		}
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return q.Pause(ctx, tx, id) })
		stopped := time.Now()
		quiet := settled(&evaluated)
		t.Logf("quiet %v after the pause, %d evaluated", time.Since(stopped), quiet)
		if quiet == 300 {
			t.Error("all were evaluated: the pause did nothing")
		}
		_, paused := state(t, d, id)
		for until := time.Now().Add(10 * time.Second); paused.Done != int(quiet) && time.Now().Before(until); _, paused = state(t, d, id) {
			time.Sleep(10 * time.Millisecond) // results are stored after the last of them
		}
		if paused.Done != int(quiet) || paused.Done+paused.Pending != 300 {
			t.Errorf("%+v, %d evaluated", paused, quiet)
		}
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return q.Resume(ctx, tx, id) })
		for evaluated.Load() < quiet+10 {
			time.Sleep(time.Millisecond)
		}
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return q.Cancel(ctx, tx, id) })
		b, ended := state(t, d, id)
		if b.State != store.BatchCancelled || ended.Pending != 0 || ended.Done+ended.Cancelled != 300 {
			t.Errorf("%s, %+v", b.State, ended)
		}
		time.Sleep(300 * time.Millisecond)
		if _, later := state(t, d, id); later.Done != ended.Done || later.Cancelled != ended.Cancelled {
			t.Errorf("%+v became %+v", ended, later)
		}
		for name, do := range map[string]func(ctx context.Context, tx *store.Tx) error{
			"resume": func(ctx context.Context, tx *store.Tx) error { return q.Resume(ctx, tx, id) },
			"start":  func(ctx context.Context, tx *store.Tx) error { return q.Start(ctx, tx, id) },
			"retry":  func(ctx context.Context, tx *store.Tx) error { _, err := q.Retry(ctx, tx, id); return err },
		} {
			if err := d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error { return do(t.Context(), tx) }); !errors.Is(err, store.ErrState) {
				t.Errorf("%s of a cancelled batch: %v", name, err)
			}
		}
	})
}

// What is wrong with some items is nothing to the others; once it is mended they can be tried again.
func TestBadItemsFailAlone(t *testing.T) {
	each(t, func(t *testing.T, d *storetest.Database) {
		var mended atomic.Bool
		panics := store.Digest(text(7))
		q := open(t, d, options(assessor(t, func(_ context.Context, digest string) error {
			if digest == panics && !mended.Load() {
				panic("at the disco")
			}
			return nil
		})))
		run(t, q)
		all := texts(60)
		all[40] = []byte("a: [1\n")
		id := start(t, d, q, all...)
		p := await(t, d, id, store.BatchDone)
		failed := itemsOf(t, d, id, store.ItemFilter{State: store.ItemFailed})
		if p.Done != 58 || p.Failed != 2 || len(failed) != 2 {
			t.Fatalf("%+v, %+v", p, failed)
		}
		panicked, unreadable := jobs.ParseProblem(failed[0].Problem), jobs.ParseProblem(failed[1].Problem)
		if failed[0].Number != 7 || panicked.Code != "E_INTERNAL" || failed[1].Number != 41 || unreadable.Line == 0 || unreadable.Text.ZH == "" || unreadable.Remedy.EN == "" {
			t.Errorf("%+v, %+v", panicked, unreadable)
		}
		mended.Store(true)
		n := 0
		update(t, d, func(ctx context.Context, tx *store.Tx) (err error) {
			n, err = q.Retry(ctx, tx, id)
			return err
		})
		if p := await(t, d, id, store.BatchDone); n != 2 || p.Done != 59 || p.Failed != 1 {
			t.Errorf("%d, %+v", n, p)
		}
		sameAsAlone(t, d, id)
	})
}

// Waivers that hold are for the proposals of batches, too: those of their project and those of all. Results name nobody: a waiver
// stands there by its id.
func TestWaiversHoldInBatches(t *testing.T) {
	each(t, func(t *testing.T, d *storetest.Database) {
		q := open(t, d, options(assessor(t, nil)))
		run(t, q)
		var plain *assess.Assessment
		n, requirement := 0, ""
		for ; requirement == ""; n++ { // the first example that loses something for a requirement
			var err error
			if _, plain, err = jobs.Assess(t.Context(), assessor(t, nil), nil, text(n)); err != nil {
				t.Fatal(err)
			}
			for _, f := range plain.Losing() {
				requirement = f.Requirement
			}
		}
		src := text(n - 1)
		waiver := func(project string) assess.Waiver {
			return assess.Waiver{Requirement: requirement, Scope: assess.Scope{Project: project}, Reason: "r", Owner: "o", Approver: "a", Expires: "2027-01-31"}
		}
		mine := ""
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.AddWaiver(ctx, "aiplus", waiver("another project"))
			made, mineErr := tx.AddWaiver(ctx, "aiplus", waiver(plain.Project))
			mine = made.ID
			return errors.Join(err, mineErr)
		})
		id := start(t, d, q, src)
		await(t, d, id, store.BatchDone)
		named := waiver(plain.Project)
		named.Owner, named.Approver = mine, "chair"
		want, _, err := jobs.Assess(t.Context(), assessor(t, nil), []assess.Waiver{named}, src)
		if err != nil {
			t.Fatal(err)
		}
		if got := itemsOf(t, d, id, store.ItemFilter{})[0]; got.Assessment != want.Key || got.Score <= plain.Decision.Score {
			t.Errorf("%v, without the waiver %v; %s, want %s", got.Score, plain.Decision.Score, got.Assessment, want.Key)
		}
	})
}

// When this process does not have the pack, its items wait for one that has; when nobody has it for long, they fail and say so.
func TestTheQueueWaitsForAPack(t *testing.T) {
	each(t, func(t *testing.T, d *storetest.Database) {
		var loaded atomic.Bool
		o := options(assessor(t, nil))
		rules := o.Rules
		var asked atomic.Int64
		o.Rules = func(ctx context.Context, b store.Batch) (jobs.Rules, error) {
			if asked.Add(1); !loaded.Load() {
				return jobs.Rules{}, jobs.ErrNoPack
			}
			return rules(ctx, b)
		}
		q := open(t, d, o)
		run(t, q)
		id := start(t, d, q, texts(3)...)
		p := await(t, d, id, store.BatchDone)
		failed := itemsOf(t, d, id, store.ItemFilter{})
		if p.Failed != 3 || jobs.ParseProblem(failed[0].Problem).Code != "E_NO_PACK" || asked.Load() != 4 {
			t.Errorf("%+v, asked %d times, %+v", p, asked.Load(), failed)
		}
		loaded.Store(true)
		update(t, d, func(ctx context.Context, tx *store.Tx) error { _, err := q.Retry(ctx, tx, id); return err })
		if p := await(t, d, id, store.BatchDone); p.Done != 3 {
			t.Errorf("%+v", p)
		}
	})
}

// A chunk that fails as a whole is tried in smaller ones, until only the item fails that is at fault: here two workers do not
// agree about a result, which is an alarm.
func TestAFailingChunkIsSplit(t *testing.T) {
	each(t, func(t *testing.T, d *storetest.Database) {
		a := assessor(t, nil)
		q := open(t, d, options(a))
		forged, _, err := jobs.Assess(t.Context(), a, nil, text(13))
		if err != nil {
			t.Fatal(err)
		}
		forged.JSON = store.NewContent([]byte(`{"forged":true}`))
		id := start(t, d, q, texts(30)...)
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.Record(ctx, forged) })
		run(t, q)
		p := await(t, d, id, store.BatchDone)
		failed := itemsOf(t, d, id, store.ItemFilter{State: store.ItemFailed})
		if p.Done != 29 || len(failed) != 1 || failed[0].Number != 13 || jobs.ParseProblem(failed[0].Problem).Code != "E_INTERNAL" {
			t.Errorf("%+v, %+v", p, failed)
		}
	})
}

// A process that is told to end keeps what it has assessed and gives the rest back at once, and the next one goes on.
func TestAGracefulEnd(t *testing.T) {
	each(t, func(t *testing.T, d *storetest.Database) {
		var evaluated atomic.Int64
		slow := options(assessor(t, func(context.Context, string) error {
			evaluated.Add(1)
			time.Sleep(20 * time.Millisecond)
			return nil
		}))
		q := open(t, d, slow)
		stop := run(t, q)
		id := start(t, d, q, texts(150)...)
		for evaluated.Load() < 20 {
			time.Sleep(time.Millisecond)
		}
		told := time.Now()
		stop()
		took := time.Since(told)
		n := evaluated.Load()
		if _, p := state(t, d, id); p.Done != int(n) || p.Pending != 150-int(n) || took > 5*time.Second {
			t.Errorf("%d evaluated, %+v, after %v", n, p, took)
		}
		run(t, open(t, d, slow))
		await(t, d, id, store.BatchDone)
		if total := evaluated.Load(); total != 150 {
			t.Errorf("%d evaluated", total)
		}
	})
}

// Jobs that were removed by hand are made anew.
func TestForgottenBatchesGetJobs(t *testing.T) {
	each(t, func(t *testing.T, d *storetest.Database) {
		q := open(t, d, options(assessor(t, nil)))
		id := start(t, d, q, texts(5)...)
		update(t, d, func(ctx context.Context, tx *store.Tx) (err error) {
			if tx.SQL() != nil {
				_, err = tx.SQL().ExecContext(ctx, "DELETE FROM river_job")
			} else {
				_, err = tx.PGX().Exec(ctx, "DELETE FROM river_job")
			}
			return err
		})
		run(t, q)
		await(t, d, id, store.BatchDone)
	})
}

// An item that was fetched again and again by processes that died over another one, before it began, is not given up.
func TestAnItemIsNotBlamedForItsNeighbours(t *testing.T) {
	each(t, func(t *testing.T, d *storetest.Database) {
		q := open(t, d, options(assessor(t, nil)))
		id := start(t, d, q, text(1))
		update(t, d, func(ctx context.Context, tx *store.Tx) (err error) {
			if tx.SQL() != nil {
				_, err = tx.SQL().ExecContext(ctx, "UPDATE river_job SET attempt = 7")
			} else {
				_, err = tx.PGX().Exec(ctx, "UPDATE river_job SET attempt = 7")
			}
			return err
		})
		run(t, q)
		if p := await(t, d, id, store.BatchDone); p.Done != 1 {
			t.Errorf("%+v", p)
		}
	})
}

// A small batch does not wait for a large one.
func TestASmallBatchOvertakesALargeOne(t *testing.T) {
	each(t, func(t *testing.T, d *storetest.Database) {
		o := options(assessor(t, func(context.Context, string) error { time.Sleep(2 * time.Millisecond); return nil }))
		o.Workers = 1
		q := open(t, d, o)
		large := start(t, d, q, texts(500)...)
		run(t, q)
		small := start(t, d, q, text(1001))
		await(t, d, small, store.BatchDone)
		if _, p := state(t, d, large); p.Done > 200 {
			t.Errorf("the large batch was at %d", p.Done)
		}
	})
}

func TestTablesOfTheQueue(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		_, err := jobs.Open(t.Context(), d.Store, options(nil))
		var schema *store.SchemaError
		if !errors.As(err, &schema) || schema.Have != 0 || schema.Want == 0 {
			t.Errorf("without tables: %v", err)
		}
		var wg sync.WaitGroup
		at := 3
		if d.Kind == "sqlite" { // the lock of a file keeps other processes away
			at = 1
		}
		for range at { // at once
			wg.Go(func() {
				if _, err := jobs.Migrate(t.Context(), d.Store); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if changed, err := jobs.Migrate(t.Context(), d.Store); changed || err != nil {
			t.Error(changed, err)
		}
		o := d.Options()
		o.ReadOnly = true
		s, err := store.Open(t.Context(), d.Address, o)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if status, err := jobs.Status(t.Context(), s); err != nil || status.Have != status.Want {
			t.Errorf("%+v, %v", status, err)
		}
	})
}

// settled waits until a count stays the same, and gives it.
func settled(count *atomic.Int64) int64 {
	last := int64(-1)
	for n := count.Load(); n != last; n = count.Load() {
		last = n
		time.Sleep(300 * time.Millisecond)
	}
	return last
}
