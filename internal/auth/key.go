package auth

import (
	"encoding/base32"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
)

// A key is hg_<id>_<secret>_<checksum>: an id of 50 bits that may be shown, a secret of 256 bits, and a checksum that lets
// a mistyped key, or one found in a leak, be told from other text without asking anybody.
const (
	keyPrefix    = "hg_"
	idLength     = 10 // base32 characters
	secretBytes  = 32
	secretLength = 52 // base32 characters of 32 bytes
	keyLength    = len(keyPrefix) + idLength + 1 + secretLength + 1 + 8
)

const alphabet = "abcdefghijklmnopqrstuvwxyz234567"

// No padding and no upper case: a key has no character that a shell, a URL or a header treats in a way of its own.
var encoding = base32.NewEncoding(alphabet).WithPadding(base32.NoPadding)

// newKey makes a key out of randomness. The error is that of the source.
func newKey(random io.Reader) (key, id string, err error) {
	var b [7 + secretBytes]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", "", err
	}
	id = encoding.EncodeToString(b[:7])[:idLength]
	body := keyPrefix + id + "_" + encoding.EncodeToString(b[7:])
	return body + "_" + checksum(body), id, nil
}

func checksum(body string) string { return fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(body))) }

// KeyID gives the id that a key claims. It is false when the text has not the form of a key, checksum included; true says
// nothing about whether such a key exists.
func KeyID(key string) (id string, ok bool) {
	if len(key) != keyLength || !strings.HasPrefix(key, keyPrefix) {
		return "", false
	}
	const afterID, afterSecret = len(keyPrefix) + idLength, len(keyPrefix) + idLength + 1 + secretLength
	id, secret := key[len(keyPrefix):afterID], key[afterID+1:afterSecret]
	if key[afterID] != '_' || key[afterSecret] != '_' || !isBase32(id) || !isBase32(secret) || key[afterSecret+1:] != checksum(key[:afterSecret]) {
		return "", false
	}
	return id, true
}

func isBase32(s string) bool {
	return strings.Trim(s, alphabet) == ""
}
