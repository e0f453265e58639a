package server_test

import (
	"fmt"
	"net/http"
	"sync/atomic"
	"testing"
)

// BenchmarkHandIn hands a proposal of 52 KB in that nobody handed in before, from its bytes to the commit, eight callers at a time.
// per-s counts uploads.
func BenchmarkHandIn(b *testing.B) {
	for _, kind := range []string{"sqlite", "postgres"} {
		b.Run(kind, func(b *testing.B) {
			k := openKept(b, kind, nil)
			src := exampleProposal(b, "f12-ai-customer-service")
			var n atomic.Int64
			b.SetParallelism(4)
			b.ResetTimer()
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					i := n.Add(1)
					if w := k.as("portal:gz", handIn(fmt.Sprint("B-", i), fmt.Sprintf("%s# %d\n", src, i), fmt.Sprint(i))); w.Code != http.StatusOK {
						b.Errorf("%d %s", w.Code, w.Body)
					}
				}
			})
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "per-s")
		})
	}
}
