package server_test

import (
	"net/http"
	"os"
	"testing"
)

// BenchmarkAssess answers one request with a proposal, from its bytes to those of the report.
func BenchmarkAssess(b *testing.B) {
	s := open(b, nil)
	for _, example := range []string{"f06-tiny-orchard-pest", "f01-excellent-auto-parts"} {
		src, err := os.ReadFile("../../examples/proposals/" + example + "/proposal.yaml")
		if err != nil {
			b.Fatal(err)
		}
		b.Run(example, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				w := do(s, call{method: "POST", path: "/v1/assessments", media: "application/yaml", body: string(src)})
				if w.Code != http.StatusOK {
					b.Fatal(w.Code)
				}
			}
		})
	}
	b.Run("refused", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			do(s, call{method: "POST", path: "/v1/assessments?as_of=x", media: "application/yaml", body: draft})
		}
	})
	b.Run("packs", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			do(s, call{path: "/v1/packs"})
		}
	})
}
