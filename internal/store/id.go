package store

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"fmt"
	"io"
)

var idEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// newID makes a public id: 128 random bits, so that nobody guesses one, in 26 characters.
func (s *Store) newID() (string, error) {
	var b [16]byte
	if _, err := io.ReadFull(s.options.Random, b[:]); err != nil {
		return "", fmt.Errorf("make an id: %w", err)
	}
	return idEncoding.EncodeToString(b[:]), nil
}

// Digest is the SHA-256 of bytes, hex: what proposals and results are known by.
func Digest(src []byte) string {
	sum := sha256.Sum256(src)
	return hex.EncodeToString(sum[:])
}

// isDigest says whether a text is 64 hex digits.
func isDigest(name, s string) error {
	if b, err := hex.DecodeString(s); err != nil || len(b) != sha256.Size || hex.EncodeToString(b) != s {
		return fmt.Errorf("%s: %w: no SHA-256 in hex", name, ErrInvalid)
	}
	return nil
}
