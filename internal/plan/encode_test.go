package plan

import (
	"bytes"
	"errors"
	"testing"
)

// A program comes back from its bytes as it was, and the same program gives the same bytes.
func TestEncodeAndDecode(t *testing.T) {
	t.Parallel()
	p := &Program{}
	p.tables.setStatic([]string{"a", "b"})
	src := p.Encode()
	if !bytes.Equal(src, p.Encode()) {
		t.Error("the same program gives other bytes")
	}
	q, err := Decode(src)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(q.Encode(), src) {
		t.Error("what was read is written otherwise")
	}
}

// A plan that is cut off, or of which one byte is another, is refused.
func TestDecodeRefusesWhatIsNotWhole(t *testing.T) {
	t.Parallel()
	p := &Program{}
	p.tables.setStatic([]string{"a", "b"})
	src := p.Encode()
	for i := range src {
		if _, err := Decode(src[:i]); !errors.Is(err, ErrFormat) {
			t.Errorf("cut off after %d bytes: %v", i, err)
		}
		other := bytes.Clone(src)
		other[i] ^= 1
		if _, err := Decode(other); !errors.Is(err, ErrFormat) {
			t.Errorf("byte %d changed: %v", i, err)
		}
	}
}
