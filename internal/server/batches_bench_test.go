package server_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"flag"
	"iter"
	"net/http"
	"net/http/httptest"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"hegui"
	"hegui/internal/assess"
	"hegui/internal/batch"
	"hegui/internal/jobs"
	"hegui/internal/sample"
	"hegui/internal/server"
	"hegui/internal/store"
)

var (
	manyProposals = flag.Int("proposals", 500, "how many generated proposals the batches of BenchmarkWholeBatch and BenchmarkDeleteBatch have")
	manyStore     = flag.String("kind", "sqlite", "the database of these: sqlite or postgres")
)

// BenchmarkWholeBatch asks for what is about all proposals of a stored batch at once: exports, a replay against the same proposals
// under another profile, and the root of the receipts. peak-MB is how much memory live and not yet collected objects took at most
// meanwhile, looked at each 10 ms.
func BenchmarkWholeBatch(b *testing.B) {
	k := openKept(b, *manyStore, nil)
	before, after := k.stored(b, *manyProposals, "general"), k.stored(b, *manyProposals, "industry")
	for _, path := range []string{
		"export?format=csv", "export?format=ndjson", "export?format=xlsx", "export?format=html",
		"replay?format=json&before=" + before, "replay?format=html&before=" + before, "receipts",
	} {
		name, _, _ := strings.Cut(path, "&")
		b.Run(name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				k.again(b) // a tree that has grown is kept
				peak := watchMemory()
				w := &counting{header: http.Header{}}
				r := httptest.NewRequestWithContext(b.Context(), http.MethodGet, "/v1/batches/"+after+"/"+path, http.NoBody)
				r.Header.Set("Authorization", "Bearer chair")
				k.ServeHTTP(w, r)
				b.ReportMetric(float64(peak()>>20), "peak-MB")
				if w.status != http.StatusOK || w.n == 0 {
					b.Fatal(w.status, w.n)
				}
				n = w.n
			}
			b.ReportMetric(float64(n)/(1<<20), "MB")
			b.ReportMetric(float64(*manyProposals)*float64(b.N)/b.Elapsed().Seconds(), "proposals/s")
		})
	}
}

// BenchmarkDeleteBatch deletes a batch of whose proposals nothing else has any.
func BenchmarkDeleteBatch(b *testing.B) {
	k := openKept(b, *manyStore, nil)
	for b.Loop() {
		b.StopTimer()
		id := k.stored(b, *manyProposals, "general")
		b.StartTimer()
		if w := k.as("chair", call{method: "DELETE", path: "/v1/batches/" + id}); w.Code != http.StatusOK {
			b.Fatal(w.Code, w.Body)
		}
	}
	b.ReportMetric(float64(*manyProposals)*float64(b.N)/b.Elapsed().Seconds(), "proposals/s")
}

// counting is an answer that nobody keeps.
type counting struct {
	header    http.Header
	status, n int
}

func (c *counting) Header() http.Header         { return c.header }
func (c *counting) WriteHeader(status int)      { c.status = status }
func (c *counting) Flush()                      {}
func (c *counting) Write(p []byte) (int, error) { c.n += len(p); return len(p), nil }

// watchMemory begins to look at the heap; the function it gives ends that, and gives the most that was seen, in bytes.
func watchMemory() (peak func() uint64) {
	done, most := make(chan struct{}), make(chan uint64)
	go func() {
		heap := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		seen := uint64(0)
		for tick := time.NewTicker(10 * time.Millisecond); ; {
			metrics.Read(heap)
			seen = max(seen, heap[0].Value.Uint64())
			select {
			case <-done:
				tick.Stop()
				most <- seen
				return
			case <-tick.C:
			}
		}
	}()
	return func() uint64 { close(done); return <-most }
}

// stored puts a batch of generated proposals into the store that is done, and gives its id.
func (k *kept) stored(tb testing.TB, n int, profileID string) (id string) {
	tb.Helper()
	ctx := tb.Context()
	p, err := thePack()
	if err != nil {
		tb.Fatal(err)
	}
	profile, _ := p.Catalog.Profile(profileID)
	a := &assess.Assessor{Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, Evaluator: p.Rules, AsOf: "2026-11-01", Engine: "test"}
	update := func(do func(tx *store.Tx) error) {
		if err := k.store.Update(ctx, "test", do); err != nil {
			tb.Fatal(err)
		}
	}
	update(func(tx *store.Tx) error {
		made, err := tx.CreateBatch(ctx, store.NewBatch{Label: "many", Pack: p.Ref, Profile: profileID, AsOf: "2026-11-01"})
		id = made.ID
		return err
	})
	type made struct {
		item   store.NewItem
		result store.ItemResult
	}
	var results []store.ItemResult
	var items []store.NewItem
	keep := func() {
		first := results[0].Number
		update(func(tx *store.Tx) error { return tx.AddItems(ctx, id, first, items...) })
		items = nil
	}
	var all [][]store.ItemResult
	i := 0
	numbers := func(context.Context) iter.Seq[int] {
		return func(yield func(int) bool) {
			for i := 1; i <= n && yield(i); i++ {
			}
		}
	}
	for m := range batch.Run(ctx, numbers, 0, func(ctx context.Context, number int) made {
		var src bytes.Buffer
		_, err := sample.Write(&src, 1, number)
		out := made{item: store.NewItem{Name: sample.Name(number), Proposal: store.NewContent(src.Bytes())}, result: store.ItemResult{Number: number}}
		if err == nil {
			out.result.Assessed, _, err = jobs.Assess(ctx, a, nil, src.Bytes())
		}
		if err != nil {
			out.result.Problem = jobs.Problem{Code: "E_INTERNAL", Detail: err.Error()}.String()
		}
		return out
	}) {
		items, results = append(items, m.item), append(results, m.result)
		if i++; len(items) == 200 || i == n {
			keep()
			all = append(all, results)
			results = nil
		}
	}
	update(func(tx *store.Tx) error { return tx.MoveBatch(ctx, id, store.BatchRunning) })
	for _, results := range all {
		update(func(tx *store.Tx) error { _, err := tx.FinishItems(ctx, id, results...); return err })
	}
	return id
}

// again opens a service on the same store that knows nothing of what was asked before.
func (k *kept) again(tb testing.TB) {
	tb.Helper()
	k.Server = open(tb, func(o *server.Options) {
		o.Packs = []server.PackSource{{ID: "aiplus", Files: hegui.Files, Open: thePack, Fixed: true}}
		o.Store, o.Auth, o.Random, o.ReceiptKeys, o.Limits.Rate = k.store, byRole{}, rand.Reader, []ed25519.PrivateKey{k.key}, -1
	})
	k.queue()
}
