package store

import (
	"os"
	"testing"
)

// BenchmarkUnpack unpacks the result of an example and holds it against its digest.
func BenchmarkUnpack(b *testing.B) {
	src, err := os.ReadFile("../../examples/proposals/f12-ai-customer-service/expected.json")
	if err != nil {
		b.Fatal(err)
	}
	c := NewContent(src)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := unpack(c.packed, c.digest); err != nil {
			b.Fatal(err)
		}
	}
}
