package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"hegui/internal/assess"
	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// proposals are those of the examples, made different by a number.
func proposals(b *testing.B) func(n int) []byte {
	b.Helper()
	names, err := filepath.Glob("../../examples/proposals/*/proposal.yaml")
	if err != nil || len(names) == 0 {
		b.Fatal(names, err)
	}
	var all [][]byte
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, src)
	}
	return func(n int) []byte { return append([]byte(fmt.Sprintf("# %d\n", n)), all[n%len(all)]...) }
}

// onBoth runs a benchmark on both databases and reports how many things it does in a second.
func onBoth(b *testing.B, run func(b *testing.B, d *storetest.Database) (each int)) {
	for _, kind := range []string{"sqlite", "postgres"} {
		b.Run(kind, func(b *testing.B) {
			d := storetest.Open(b, kind)
			each := run(b, d)
			b.StopTimer()
			b.ReportMetric(float64(b.N*each)/b.Elapsed().Seconds(), "per-s")
		})
	}
}

// BenchmarkSubmit is one upload in a transaction, with its row of the log.
func BenchmarkSubmit(b *testing.B) {
	proposal := proposals(b)
	onBoth(b, func(b *testing.B, d *storetest.Database) int {
		for i := 0; b.Loop(); i++ {
			submitOne(b, d, i, proposal(i))
		}
		return 1
	})
}

// BenchmarkSubmitAtOnce is the same from eight callers at once.
func BenchmarkSubmitAtOnce(b *testing.B) {
	proposal := proposals(b)
	onBoth(b, func(b *testing.B, d *storetest.Database) int {
		var n atomic.Int64
		b.SetParallelism(4) // times two processors
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				i := int(n.Add(1))
				submitOne(b, d, i, proposal(i))
			}
		})
		return 1
	})
}

func submitOne(b *testing.B, d *storetest.Database, i int, src []byte) {
	c := store.NewContent(src)
	err := d.Store.Update(b.Context(), "bench", func(tx *store.Tx) error {
		_, err := tx.Submit(b.Context(), store.Upload{Portal: "gz", Reference: fmt.Sprint(i), Applicant: "a", Proposal: c})
		return err
	})
	if err != nil {
		b.Error(err)
	}
}

// BenchmarkChunk is all that the store does for a chunk of 200 proposals of a batch: taking them in, beginning them, reading them,
// keeping 200 results of 60 KB and rows of the log. per-s counts proposals.
func BenchmarkChunk(b *testing.B) {
	const size = 200
	proposal := proposals(b)
	result := make([]byte, 0, 60<<10)
	for i := 0; len(result) < 60<<10; i++ {
		result = fmt.Appendf(result, `{"requirement":"DATA-%02d","status":"pass","weight":%d,"credit":100,"points":%d},`, i%90, i%7, i*100)
	}
	onBoth(b, func(b *testing.B, d *storetest.Database) int {
		for n := 0; b.Loop(); n++ {
			var id string
			items := make([]store.NewItem, size)
			for i := range items {
				items[i] = store.NewItem{Name: fmt.Sprint(i), Proposal: store.NewContent(proposal(n*size + i))}
			}
			update(b, d, func(ctx context.Context, tx *store.Tx) error {
				made, err := tx.CreateBatch(ctx, store.NewBatch{Pack: aiplus, AsOf: "2026-11-01"})
				if err != nil {
					return err
				}
				id = made.ID
				if err := tx.AddItems(ctx, id, 1, items...); err != nil {
					return err
				}
				return tx.MoveBatch(ctx, id, store.BatchRunning)
			})
			var begun []store.Item
			update(b, d, func(ctx context.Context, tx *store.Tx) (err error) {
				begun, err = tx.StartItems(ctx, id, 1, size)
				return err
			})
			results := make([]store.ItemResult, size)
			view(b, d, func(ctx context.Context, tx *store.Tx) error {
				for i, item := range begun {
					if _, err := tx.Proposal(ctx, item.Digest); err != nil {
						return err
					}
					a := assessed(item.Digest, 8000)
					a.Proposal, a.JSON = item.Digest, store.NewContent(append(fmt.Appendf(nil, "[%q,", item.Digest), result...))
					results[i] = store.ItemResult{Number: item.Number, Assessed: a}
				}
				return nil
			})
			update(b, d, func(ctx context.Context, tx *store.Tx) error {
				changed, err := tx.FinishItems(ctx, id, results...)
				if changed != size {
					b.Errorf("%d changed", changed)
				}
				return err
			})
		}
		return size
	})
}

// BenchmarkRead is one submission with its current proposal, from eight callers at once.
func BenchmarkRead(b *testing.B) {
	proposal := proposals(b)
	onBoth(b, func(b *testing.B, d *storetest.Database) int {
		var ids []string
		for i := range 200 {
			update(b, d, func(ctx context.Context, tx *store.Tx) error {
				got, err := tx.Submit(ctx, store.Upload{Portal: "gz", Reference: fmt.Sprint(i), Applicant: "a", Proposal: store.NewContent(proposal(i))})
				ids = append(ids, got.Submission.ID)
				return err
			})
		}
		var n atomic.Int64
		b.SetParallelism(4)
		b.ResetTimer()
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				err := d.Store.View(b.Context(), func(tx *store.Tx) error {
					s, err := tx.Submission(b.Context(), ids[int(n.Add(1))%len(ids)])
					if err != nil {
						return err
					}
					v, err := tx.Version(b.Context(), s.ID, s.Versions)
					if err != nil {
						return err
					}
					_, err = tx.Proposal(b.Context(), v.Digest)
					return err
				})
				if err != nil {
					b.Error(err)
				}
			}
		})
		return 1
	})
}

// BenchmarkRanking is a page of 50 from the middle of a ranking of 20,000.
func BenchmarkRanking(b *testing.B) {
	onBoth(b, func(b *testing.B, d *storetest.Database) int {
		batch := newBatch(b, d, 20_000)
		for first := 1; first < 20_000; first += 500 {
			work(b, d, batch.ID, first, first+499)
		}
		var p store.Page
		page := func() {
			view(b, d, func(ctx context.Context, tx *store.Tx) error {
				list, err := tx.Items(ctx, batch.ID, store.ItemFilter{Ranked: true}, p)
				p.After = list.Next
				return err
			})
		}
		for range 200 {
			page()
		}
		for b.Loop() {
			page()
		}
		return 1
	})
}

// BenchmarkStandings is a page of 50 from the middle of a ranking of 20,000 submissions.
func BenchmarkStandings(b *testing.B) {
	onBoth(b, func(b *testing.B, d *storetest.Database) int {
		for first := 0; first < 20_000; first += 500 {
			update(b, d, func(ctx context.Context, tx *store.Tx) error {
				for i := first; i < first+500; i++ {
					u, a := upload(fmt.Sprint("r", i), content(i)), assessed(content(i), assess.Score(i*7919%10_000))
					u.Assessed = &a
					if _, err := tx.Submit(ctx, u); err != nil {
						return err
					}
				}
				return nil
			})
		}
		p := store.Page{Limit: 50}
		page := func() {
			view(b, d, func(ctx context.Context, tx *store.Tx) error {
				list, err := tx.Standings(ctx, store.StandingFilter{Ranked: true}, p)
				p.After = list.Next
				return err
			})
		}
		for range 200 {
			page()
		}
		middle := p
		for b.Loop() {
			p = middle
			page()
		}
		return 1
	})
}

// BenchmarkVerifyAudit reads a log of 20,000 rows. per-s counts rows.
func BenchmarkVerifyAudit(b *testing.B) {
	const rows = 20_000
	onBoth(b, func(b *testing.B, d *storetest.Database) int {
		for range rows / 500 {
			update(b, d, func(_ context.Context, tx *store.Tx) error {
				for i := range 500 {
					if err := tx.Audit("test", fmt.Sprint(i), map[string]string{"digest": store.Digest(nil)}); err != nil {
						return err
					}
				}
				return nil
			})
		}
		for b.Loop() {
			if _, err := d.Store.VerifyAudit(b.Context(), nil); err != nil {
				b.Fatal(err)
			}
		}
		return rows
	})
}

// BenchmarkPending counts what waits, with as much waiting as a service lets in: each new batch asks twice, and the metrics do.
func BenchmarkPending(b *testing.B) {
	onBoth(b, func(b *testing.B, d *storetest.Database) int {
		b.StopTimer()
		proposal := store.NewContent([]byte(content(1)))
		for range 5 {
			var id string
			for first := 1; first <= 10_000; first += 1000 {
				update(b, d, func(ctx context.Context, tx *store.Tx) error {
					if first == 1 {
						made, err := tx.CreateBatch(ctx, store.NewBatch{Pack: aiplus, AsOf: "2026-11-01"})
						if err != nil {
							return err
						}
						id = made.ID
					}
					items := make([]store.NewItem, 1000)
					for i := range items {
						items[i] = store.NewItem{Name: "a", Proposal: proposal}
					}
					return tx.AddItems(ctx, id, first, items...)
				})
			}
		}
		b.StartTimer()
		for b.Loop() {
			view(b, d, func(ctx context.Context, tx *store.Tx) error {
				n, err := tx.Pending(ctx, "")
				if n != 50_000 {
					b.Errorf("%d", n)
				}
				return err
			})
		}
		return 1
	})
}
