package auth

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"hegui/internal/filelock"
)

// lockWait is how long a change waits for another one.
const lockWait = 5 * time.Second

// ErrNoKey says that no key has the id.
var ErrNoKey = errors.New("no such key")

// ErrInvalid says that a key cannot have such a name, such scopes or such a lifetime.
var ErrInvalid = errors.New("a key cannot be like that")

// File is a file of keys that is read and changed. Several processes may do so at the same time: each change is made under
// a lock, to what the one before it left, and appears whole or not at all.
type File struct {
	Path   string
	Now    func() time.Time
	Random io.Reader // where secrets come from
}

// Spec is what a new key shall be.
type Spec struct {
	Name     string
	Scopes   []Scope
	Lifetime time.Duration // more than 0, at most MaxLifetime
	Role     Role          // "" for none
	Party    string        // see [ValidStanding]
}

func (s *Spec) valid() bool {
	return ValidName(s.Name) && ValidScopes(s.Scopes) && ValidStanding(s.Scopes, s.Role, s.Party) && s.Lifetime >= time.Second && s.Lifetime <= MaxLifetime
}

// NewKey makes a key out of randomness, and what is to be kept of it. The secret is shown once, and kept nowhere. The error is
// [ErrInvalid], or that of the source.
func NewKey(spec Spec, now time.Time, random io.Reader) (secret string, key Key, err error) {
	if !spec.valid() {
		return "", Key{}, ErrInvalid
	}
	if secret, key.ID, err = newKey(random); err != nil {
		return "", Key{}, err
	}
	sum := sha256.Sum256([]byte(secret))
	key.Name, key.Scopes, key.Role, key.Party, key.SHA256 = spec.Name, spec.Scopes, spec.Role, spec.Party, hex.EncodeToString(sum[:])
	key.Created = now.UTC().Truncate(time.Second)
	key.Expires = key.Created.Add(spec.Lifetime.Truncate(time.Second))
	return secret, key, nil
}

// List gives all keys, in the order in which they were made.
func (f File) List() ([]Key, error) {
	keys, _, err := readFile(f.Path)
	return keys, err
}

// New makes a key and gives it: the only time that anybody sees it. The file and its folder are made when they are not
// there. The error is [ErrInvalid], a [FileError], or that of the file system.
func (f File) New(ctx context.Context, spec Spec) (secret string, key Key, err error) {
	if !spec.valid() {
		return "", Key{}, ErrInvalid
	}
	err = f.change(ctx, func(keys []Key) ([]Key, error) {
		for taken := true; taken; { // an id is short enough to come twice in a very long life
			if secret, key, err = NewKey(spec, f.Now(), f.Random); err != nil {
				return nil, err
			}
			taken = find(keys, key.ID) >= 0
		}
		return append(keys, key), nil
	})
	if err != nil {
		return "", Key{}, err
	}
	return secret, key, nil
}

// Revoke ends a key. A key that is revoked already stays so since then, without an error. The error is [ErrNoKey], a
// [FileError], or that of the file system.
func (f File) Revoke(ctx context.Context, id string) (Key, error) {
	var key Key
	err := f.change(ctx, func(keys []Key) ([]Key, error) {
		i := find(keys, id)
		if i < 0 {
			return nil, ErrNoKey
		}
		if keys[i].Revoked == nil {
			now := f.Now().UTC().Truncate(time.Second)
			if now.Before(keys[i].Created) { // a clock that was set back must not keep a key alive
				now = keys[i].Created
			}
			keys[i].Revoked = &now
		}
		key = keys[i]
		return keys, nil
	})
	return key, err
}

func find(keys []Key, id string) int {
	for i := range keys {
		if keys[i].ID == id {
			return i
		}
	}
	return -1
}

// change applies one change under the lock.
func (f File) change(ctx context.Context, do func([]Key) ([]Key, error)) error {
	path := f.Path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // a link stays one; what it names is replaced
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	unlock, err := acquire(ctx, path)
	if err != nil {
		return err
	}
	defer unlock()
	keys, old, err := readFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		keys, err = nil, nil
	}
	if err != nil {
		return err
	}
	if keys, err = do(keys); err != nil {
		return err
	}
	src, err := encode(keys)
	if err != nil {
		return err
	}
	return replace(path, src, old)
}

// acquire locks a file of its own beside the keys: the keys' file is another one after each change.
func acquire(ctx context.Context, path string) (unlock func(), err error) {
	f, err := os.OpenFile(path+".lock", os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	limited, cancel := context.WithTimeout(ctx, lockWait)
	defer cancel()
	again := time.NewTicker(10 * time.Millisecond)
	defer again.Stop()
	for {
		if err = filelock.Lock(f); !errors.Is(err, filelock.ErrHeld) {
			break
		}
		select {
		case <-again.C:
			continue
		case <-limited.Done():
			err = &FileError{Path: path, Fault: FaultLocked}
		}
		break
	}
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return func() { _ = f.Close() }, nil
}

// replace puts content in the place of a file: whoever looks finds the old or the new one, also after a loss of power.
func replace(path string, content []byte, old fs.FileInfo) (err error) {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".keys-*") // mode 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = tmp.Close()
			_ = os.Remove(tmp.Name())
		}
	}()
	if _, err = tmp.Write(content); err != nil {
		return err
	}
	if err = tmp.Sync(); err != nil {
		return err
	}
	info, err := tmp.Stat()
	if err != nil {
		return err
	}
	// Two changes within one tick of the clock must not look the same to a service that asks for size and time only.
	if old != nil && !info.ModTime().After(old.ModTime()) {
		next := old.ModTime().Add(time.Microsecond)
		if err = os.Chtimes(tmp.Name(), next, next); err != nil {
			return err
		}
	}
	if err = tmp.Close(); err != nil {
		return err
	}
	if err = os.Rename(tmp.Name(), path); err != nil {
		return err
	}
	dir, err := os.Open(filepath.Dir(path))
	if err != nil {
		return nil // the change is made; only that it survives a loss of power is less certain
	}
	_ = dir.Sync() // not every file system can
	return dir.Close()
}
