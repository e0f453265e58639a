package proposal

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

// Each document has a token of its own in every kind of text that the fast path reads, and is looked at when the buffer
// that it was read from holds other documents: none may show a token of another.
func TestNoDocumentShowsTextOfAnother(t *testing.T) {
	const workers, kept = 8, 4
	documents := amount(400, 100_000) / workers
	var wg sync.WaitGroup
	for worker := range workers {
		wg.Go(func() {
			var buffer []byte
			var docs [kept]*Document
			for i := range documents + kept {
				if old := docs[i%kept]; old != nil {
					checkCanary(t, old)
				}
				docs[i%kept] = nil
				if i >= documents {
					continue
				}
				buffer = fmt.Appendf(buffer[:0], canary, strings.Repeat("x", i%50), fmt.Sprintf("<%d.%d>", worker, i))
				doc, err := Parse(fmt.Sprintf("<%d.%d>", worker, i), buffer, Limits{})
				if err != nil || !doc.Fast {
					t.Errorf("%v, %+v", err, doc)
					return
				}
				docs[i%kept] = doc
			}
		})
	}
	wg.Wait()
}

// canary has different offsets in every document, so that a slip by some bytes shows, too.
const canary = `# %[1]s
plain: a %[2]s
number: 12.50
"key %[2]s": 1
quoted: "b %[2]s"
single: 'c ''%[2]s'''
escaped: "d \"%[2]s\""
folded: "e
  %[2]s\
  f"
block: |
  g %[2]s
  %[2]s
e` + "\u0301" + `%[2]s: h
list:
  - i %[2]s
  - [j %[2]s, {k: l %[2]s}]
`

func checkCanary(t *testing.T, doc *Document) {
	var b strings.Builder
	dump(&b, doc.root)
	for n := range doc.source.lines {
		b.WriteString(doc.Line(n + 1))
	}
	text := b.String()
	if own, all := strings.Count(text, doc.Name), strings.Count(text, "<"); own != 24 || all != own {
		t.Errorf("got %d tokens, %d of them of %s, want 24 of it:\n%s", all, own, doc.Name, text)
	}
}
