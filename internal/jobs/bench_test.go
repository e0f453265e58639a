package jobs_test

import (
	"fmt"
	"testing"
	"time"

	"hegui/internal/jobs"
	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// BenchmarkAssess is what a worker does with a proposal apart from the queue and the store: parse, assess, encode, pack.
func BenchmarkAssess(b *testing.B) {
	a := assessor(b, nil)
	for n := 0; b.Loop(); n++ {
		if _, _, err := jobs.Assess(b.Context(), a, nil, text(n)); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "per-s")
}

// BenchmarkBatch is a batch of 1,000 from its jobs to its end, with one worker; what it takes beyond BenchmarkAssess for each
// proposal is the bookkeeping: reading, beginning, results, log, jobs.
func BenchmarkBatch(b *testing.B) {
	const size = 1000
	for _, kind := range []string{"sqlite", "postgres"} {
		b.Run(kind, func(b *testing.B) {
			d := storetest.Open(b, kind)
			if _, err := jobs.Migrate(b.Context(), d.Store); err != nil {
				b.Fatal(err)
			}
			o := options(assessor(b, nil))
			o.Workers, o.Times = 1, jobs.Times{}
			q := open(b, d, o)
			stop := run(b, q)
			for n := 0; b.Loop(); n++ {
				b.StopTimer()
				all := make([][]byte, size)
				for i := range all {
					all[i] = append(fmt.Appendf(nil, "# run %d\n", n), text(i)...)
				}
				id := start(b, d, q, all...)
				b.StartTimer()
				for {
					if s, _ := state(b, d, id); s.State == store.BatchDone {
						break
					}
					time.Sleep(5 * time.Millisecond)
				}
			}
			stop()
			b.ReportMetric(float64(b.N*size)/b.Elapsed().Seconds(), "per-s")
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*size), "µs/proposal")
		})
	}
}
