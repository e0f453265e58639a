package proposal

import (
	"os"
	"testing"

	"gopkg.in/yaml.v3"
)

// BenchmarkParse reads proposals everything included, on the fast path and with the YAML library alone.
func BenchmarkParse(b *testing.B) {
	for _, file := range []struct {
		name string
		src  []byte
	}{
		{"10KB", generated(b, 1, 19)},
		{"30KB", exampleProposal(b, "f06-tiny-orchard-pest")},
		{"66KB", exampleProposal(b, "f11-pilot-base-equipment")},
	} {
		for _, path := range []struct {
			name  string
			parse func(string, []byte, Limits) (*Document, error)
		}{{"fast", Parse}, {"slow", ParseSlow}} {
			b.Run(file.name+"/"+path.name, func(b *testing.B) {
				b.SetBytes(int64(len(file.src)))
				b.ReportAllocs()
				for b.Loop() {
					if doc, err := path.parse("f", file.src, Limits{}); err != nil || doc.Fast != (path.name == "fast") {
						b.Fatal(doc, err)
					}
				}
			})
		}
	}
}

func exampleProposal(t testing.TB, name string) []byte {
	t.Helper()
	src, err := os.ReadFile("../../examples/proposals/" + name + "/proposal.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// BenchmarkLibrary is the part of BenchmarkParse that the YAML library takes.
func BenchmarkLibrary(b *testing.B) {
	src := sample(b)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		var node yaml.Node
		if err := yaml.Unmarshal(src, &node); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkContentSHA256 is the digest of a real proposal's values.
func BenchmarkContentSHA256(b *testing.B) {
	doc, err := Parse("f06.yaml", sample(b), Limits{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		doc.ContentSHA256()
	}
}

func sample(t testing.TB) []byte {
	t.Helper()
	src, err := os.ReadFile("testdata/f06.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return src
}
