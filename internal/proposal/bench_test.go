package proposal

import (
	"os"
	"testing"

	"gopkg.in/yaml.v3"
)

// BenchmarkParse reads a real proposal of 30 KB, everything included.
func BenchmarkParse(b *testing.B) {
	src := sample(b)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("f06.yaml", src, Limits{}); err != nil {
			b.Fatal(err)
		}
	}
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
