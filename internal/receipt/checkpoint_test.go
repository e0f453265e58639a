package receipt_test

import (
	"bytes"
	"crypto/ed25519"
	"strings"
	"testing"
	"time"

	"hegui/internal/receipt"
)

// A checkpoint says what was signed; no byte of it can be changed unseen, and nothing else passes for one.
func TestCheckpoint(t *testing.T) {
	t.Parallel()
	private := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, ed25519.SeedSize))
	public := private.Public().(ed25519.PublicKey)
	head := strings.Repeat("ab", 32)
	at := time.Date(2026, 11, 1, 4, 0, 0, 0, time.UTC)
	signed, err := receipt.SignCheckpoint(1204, head, at, private)
	if err != nil {
		t.Fatal(err)
	}
	e, c, err := receipt.ReadCheckpoint(signed.Bytes())
	if err != nil || c.Predicate.Rows != 1204 || c.Head() != head || c.Predicate.IssuedAt != "2026-11-01T04:00:00Z" {
		t.Fatalf("%+v, %v", c, err)
	}
	if _, err := e.Verify([]ed25519.PublicKey{public}, 1); err != nil {
		t.Error(err)
	}
	file := signed.Bytes()
	for i := range file {
		for bit := range 8 {
			changed := bytes.Clone(file)
			changed[i] ^= 1 << bit
			e, _, err := receipt.ReadCheckpoint(changed)
			if err == nil {
				_, err = e.Verify([]ed25519.PublicKey{public}, 1)
			}
			if err == nil {
				t.Fatalf("byte %d, bit %d can be changed", i, bit)
			}
		}
	}
	if _, _, err := receipt.Read(file); err == nil {
		t.Error("it passes for a receipt")
	}
	if _, _, err := receipt.ReadRoot(file); err == nil {
		t.Error("it passes for the root of a batch")
	}
	for name, wrong := range map[string]struct {
		rows int64
		head string
	}{"less than no rows": {-1, head}, "a head that is none": {1, "ab"}, "a head in capitals": {1, strings.ToUpper(head)}} {
		if _, err := receipt.SignCheckpoint(wrong.rows, wrong.head, at, private); err == nil {
			t.Errorf("%s was signed", name)
		}
	}
	if _, err := receipt.SignCheckpoint(1, head, at); err == nil {
		t.Error("signed without a key")
	}
}
