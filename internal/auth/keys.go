package auth

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"time"
)

// Keys checks keys against a file that may change at any time. Safe for concurrent use.
type Keys struct {
	path string
	now  func() time.Time

	mu   sync.Mutex // guards what follows
	info fs.FileInfo
	byID map[string]known
}

// known is a key with its hash decoded.
type known struct {
	Key
	sum [sha256.Size]byte
}

// OpenKeys reads a file of keys. The error is a [FileError], or that of the file system.
func OpenKeys(path string, now func() time.Time) (*Keys, error) {
	k := &Keys{path: path, now: now}
	_, err := k.current()
	return k, err
}

// Authenticate says whose key a token is. A new or revoked key counts from the next call on. When the file cannot be read
// any more, or is broken, no key counts: the error is [ErrUnavailable] with the cause.
func (k *Keys) Authenticate(_ context.Context, token string) (Principal, error) {
	id, ok := KeyID(token)
	if !ok {
		return Principal{}, ErrMalformed
	}
	byID, err := k.current()
	if err != nil {
		return Principal{}, fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	key, exists := byID[id] // an unknown id is compared with zeros, in the same time
	return key.admit(token, exists, k.now())
}

// admit says whose key a token is, when it is this one.
func (k *known) admit(token string, exists bool, now time.Time) (Principal, error) {
	sum := sha256.Sum256([]byte(token))
	right := subtle.ConstantTimeCompare(sum[:], k.sum[:]) == 1
	switch {
	case !exists:
		return Principal{}, ErrUnknown
	case !right:
		return Principal{}, ErrSecret
	}
	switch k.State(now) {
	case "revoked":
		return Principal{}, ErrRevoked
	case "expired":
		return Principal{}, ErrExpired
	}
	return Principal{ID: "key:" + k.ID, Kind: KindKey, Name: k.Name, Scopes: k.Scopes, Role: k.Role, Party: k.Party}, nil
}

// current gives the keys of the file as it is now. The map is never changed.
func (k *Keys) current() (map[string]known, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.info != nil {
		if info, err := os.Stat(k.path); err == nil && same(info, k.info) {
			return k.byID, nil
		}
	}
	k.info, k.byID = nil, nil
	keys, info, err := readFile(k.path)
	if err != nil {
		return nil, err
	}
	byID := make(map[string]known, len(keys))
	for i := range keys {
		entry := known{Key: keys[i]}
		if _, err := hex.Decode(entry.sum[:], []byte(keys[i].SHA256)); err != nil {
			return nil, err
		}
		byID[entry.ID] = entry
	}
	k.info, k.byID = info, byID
	return byID, nil
}

func same(a, b fs.FileInfo) bool {
	return os.SameFile(a, b) && a.ModTime().Equal(b.ModTime()) && a.Size() == b.Size() && a.Mode() == b.Mode()
}
