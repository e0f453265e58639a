package similar_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"hegui/internal/similar"
)

// BenchmarkFind compares batches whose proposals are as long as the examples: about 4,500 characters in 150 values, one
// in a hundred a copy. Parsing is not counted; reading the prose of a document (Add) is, once for the batch.
func BenchmarkFind(b *testing.B) {
	for _, n := range []int{1_000, 3_000, 10_000} {
		b.Run(fmt.Sprintf("proposals=%d", n), func(b *testing.B) {
			w := newWriter(b, 11)
			policy := readPolicy(b)
			batch := make([]*draft, n)
			for i := range batch {
				batch[i] = w.draft(fmt.Sprintf("p%05d", i))
				for range 105 {
					batch[i].values = append(batch[i].values, w.sentence())
				}
				batch[i].values = append(batch[i].values, strings.Join(w.sentences(10), ""))
			}
			w.plant(batch, n/100/len(kinds))
			w.spread(batch, policy)

			var before, after runtime.MemStats
			x := similar.New(similar.Options{Known: []string{policy}})
			runtime.GC()
			runtime.ReadMemStats(&before)
			for i, d := range batch {
				x.Add(d.name, parse(b, d.name, d.yaml()))
				batch[i] = nil
			}
			batch = nil
			runtime.GC()
			runtime.ReadMemStats(&after)
			kept := int64(after.HeapAlloc) - int64(before.HeapAlloc)

			for b.Loop() {
				r, err := x.Find(b.Context())
				if err != nil {
					b.Fatal(err)
				}
				if len(r.Copies) < n/200 {
					b.Fatalf("%d pairs", len(r.Copies))
				}
			}
			b.ReportMetric(float64(kept)/float64(n)/1000, "KB-kept/proposal")
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/op")
		})
	}
}

// BenchmarkAdd reads the prose of one proposal.
func BenchmarkAdd(b *testing.B) {
	for name, src := range examples() {
		if !strings.HasPrefix(name, "f01") {
			continue
		}
		doc := parse(b, name, src)
		for b.Loop() {
			similar.New(similar.Options{}).Add(name, doc)
		}
	}
}
