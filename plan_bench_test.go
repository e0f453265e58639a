package hegui_test

import (
	"bytes"
	"context"
	"syscall"
	"testing"
	"time"

	"hegui/internal/assess"
	"hegui/internal/proposal"
	"hegui/internal/sample"
)

// What rules say about generated proposals, by the compiled plan: parsing, form and scoring left out.
func BenchmarkPlan(b *testing.B) {
	p, set := planned(b)
	docs := generatedDocs(b, 200, p.Schema)
	b.ReportAllocs()
	i, before := 0, cpuTime(b)
	for b.Loop() {
		in := assess.Input{Proposal: docs[i%len(docs)], AsOf: asOf, Profile: "general"}
		if _, err := set.Eval(context.Background(), in); err != nil {
			b.Fatal(err)
		}
		i++
	}
	b.ReportMetric(float64(set.Fallbacks()), "fallbacks")
	b.ReportMetric(float64(cpuTime(b)-before)/float64(b.N), "cpu-ns/op")
}

// cpuTime is what this process has used of all processors, so that others on the machine disturb less.
func cpuTime(tb testing.TB) time.Duration {
	tb.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// generatedDocs gives the first generated proposals, cleaned as assessments do it.
func generatedDocs(tb testing.TB, n int, form assess.Form) []*proposal.Document {
	tb.Helper()
	docs := make([]*proposal.Document, n)
	for i := range docs {
		var buf bytes.Buffer
		if _, err := sample.Write(&buf, 1, i); err != nil {
			tb.Fatal(err)
		}
		doc, err := proposal.Parse(sample.Name(i), buf.Bytes(), proposal.Limits{})
		if err != nil {
			tb.Fatal(err)
		}
		_, unusable := form.Validate(doc)
		docs[i] = doc.Blank(unusable, form.Item)
	}
	return docs
}
