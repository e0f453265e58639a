package auth

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

var begin = time.Date(2026, 11, 1, 4, 0, 0, 0, time.UTC)

// clock is a time that a test sets.
type clock struct {
	mu sync.Mutex
	t  time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.t
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = c.t.Add(d)
}

func newFile(t *testing.T) (File, *clock) {
	t.Helper()
	c := &clock{t: begin}
	return File{Path: filepath.Join(t.TempDir(), "sub", "keys.json"), Now: c.now, Random: rand.Reader}, c
}

func mustNew(t *testing.T, f File, scopes ...Scope) (string, Key) {
	t.Helper()
	secret, key, err := f.New(t.Context(), Spec{Name: "test", Scopes: scopes, Lifetime: DefaultLifetime})
	if err != nil {
		t.Fatal(err)
	}
	return secret, key
}

// A key lives from its making to its end or its revocation, and the service sees each change with the next request.
func TestLifeOfAKey(t *testing.T) {
	t.Parallel()
	f, c := newFile(t)
	first, _ := mustNew(t, f, Read)
	keys, err := OpenKeys(f.Path, c.now)
	if err != nil {
		t.Fatal(err)
	}
	expect := func(when, token string, want error) Principal {
		t.Helper()
		p, err := keys.Authenticate(t.Context(), token)
		if !errors.Is(err, want) || (err == nil) != (p.ID != "") {
			t.Errorf("%s: %+v, %v, want %v", when, p, err, want)
		}
		return p
	}
	expect("the first key", first, nil)
	second, key := mustNew(t, f, Assess, Read)
	p := expect("a key made while the service runs", second, nil)
	if p.ID != "key:"+key.ID || p.Kind != KindKey || p.Name != "test" || !p.Holds("assess", "read") || p.Holds("assess", "metrics") {
		t.Errorf("%+v", p)
	}
	if key.Expires.Sub(key.Created) != 90*24*time.Hour {
		t.Errorf("valid from %v to %v", key.Created, key.Expires)
	}
	if _, err := f.Revoke(t.Context(), key.ID); err != nil {
		t.Fatal(err)
	}
	expect("a revoked key", second, ErrRevoked)
	expect("another key", first, nil)
	c.pass(DefaultLifetime - time.Second)
	expect("in its last second", first, nil)
	c.pass(time.Second)
	expect("at its end", first, ErrExpired)
	expect("a revoked key, expired", second, ErrRevoked)

	other, _, err := newKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	expect("an unknown key", other, ErrUnknown)
	body := first[:len("hg_")+idLength+1] + strings.Repeat("a", secretLength)
	expect("a known id with another secret", body+"_"+checksum(body), ErrSecret)
	expect("no key", "hg_x", ErrMalformed)
}

// Whatever becomes of the file, it opens nothing, and what is good again counts again.
func TestABrokenFileOpensNothing(t *testing.T) {
	t.Parallel()
	f, c := newFile(t)
	secret, _ := mustNew(t, f, Read)
	good, err := os.ReadFile(f.Path)
	if err != nil {
		t.Fatal(err)
	}
	keys, err := OpenKeys(f.Path, c.now)
	if err != nil {
		t.Fatal(err)
	}
	restore := func() {
		if err := errors.Join(os.RemoveAll(f.Path), os.WriteFile(f.Path, good, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	for _, tc := range []struct {
		name  string
		harm  func() error
		fault Fault // empty: the file system's
	}{
		{"gone", func() error { return os.Remove(f.Path) }, ""},
		{"a folder", func() error { return errors.Join(os.Remove(f.Path), os.Mkdir(f.Path, 0o700)) }, FaultRegular},
		{"readable by the group", func() error { return os.Chmod(f.Path, 0o640) }, FaultMode},
		{"writable by all", func() error { return os.Chmod(f.Path, 0o602) }, FaultMode},
		{"empty", func() error { return os.Truncate(f.Path, 0) }, FaultContent},
		{"cut short", func() error { return os.Truncate(f.Path, int64(len(good)/2)) }, FaultContent},
		{"a key of ours as a name", func() error { return os.WriteFile(f.Path, []byte(`{"`+secret+`": 1}`), 0o600) }, FaultContent},
		{"a key of ours as a value", func() error {
			return os.WriteFile(f.Path, []byte(strings.Replace(string(good), `"test"`, secret, 1)), 0o600)
		}, FaultContent},
	} {
		restore()
		if _, err := keys.Authenticate(t.Context(), secret); err != nil {
			t.Fatalf("before %s: %v", tc.name, err)
		}
		if err := tc.harm(); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			_, err := keys.Authenticate(t.Context(), secret)
			var broken *FileError
			if !errors.Is(err, ErrUnavailable) || errors.As(err, &broken) != (tc.fault != "") || tc.fault != "" && broken.Fault != tc.fault {
				t.Errorf("%s: %v", tc.name, err)
			}
			if err != nil && (strings.Contains(err.Error(), secret) || strings.Contains(err.Error(), secret[14:60])) {
				t.Errorf("%s: the error tells the secret", tc.name)
			}
		}
	}
	restore()
	if _, err := keys.Authenticate(t.Context(), secret); err != nil {
		t.Errorf("restored: %v", err)
	}
}

// The file is read as it was written, or not at all.
func TestTheFileIsStrict(t *testing.T) {
	t.Parallel()
	f, _ := newFile(t)
	_, key := mustNew(t, f, Read)
	src, err := os.ReadFile(f.Path)
	if err != nil {
		t.Fatal(err)
	}
	good := string(src)
	swap := func(old, new string) string {
		if !strings.Contains(good, old) {
			t.Fatalf("%s is not in %s", old, good)
		}
		return strings.Replace(good, old, new, 1)
	}
	entry, err := json.Marshal(key)
	if err != nil {
		t.Fatal(err)
	}
	if keys, detail := decode([]byte(good)); detail != "" || len(keys) != 1 {
		t.Fatalf("the good file: %s", detail)
	}
	if _, detail := decode([]byte(strings.Join(strings.Fields(swap(`"test"`, `"te-st"`)), ""))); detail != "" {
		t.Errorf("other white space: %s", detail)
	}
	for name, bad := range map[string]string{
		"another version":         swap("keys/v1", "keys/v2"),
		"an unknown name":         swap(`"name"`, `"admin": true, "name"`),
		"a name twice":            swap(`"name": "test"`, `"name": "x", "name": "test"`),
		"a name in another case":  swap(`"expires"`, `"Expires"`),
		"scopes twice, by case":   swap(`"scopes": [`, `"SCOPES": ["assess"], "scopes": [`),
		"an unknown scope":        swap(`"read"`, `"root"`),
		"no scopes":               swap(`"read"`, ``),
		"a scope twice":           swap(`"read"`, `"read", "read"`),
		"valid for 366 days":      swap(key.Expires.Format(time.RFC3339), key.Created.Add(366*24*time.Hour).Format(time.RFC3339)),
		"ended before it began":   swap(key.Expires.Format(time.RFC3339), key.Created.Add(-time.Hour).Format(time.RFC3339)),
		"an id in another form":   swap(key.ID, "AAAAAAAAAA"),
		"a short hash":            swap(key.SHA256, key.SHA256[:62]),
		"a hash in upper case":    swap(key.SHA256, strings.Repeat("AB", 32)),
		"a control character":     swap(`"test"`, `"te\u001b[31mst"`),
		"text turned around":      swap(`"test"`, `"te\u202est"`),
		"an id twice":             swap(`"keys": [`, `"keys": [`+string(entry)+`,`),
		"something after the end": good + "{}",
		"no list":                 `{"version": "hegui/keys/v1", "keys": {}}`,
		"null":                    "null",
		"too large":               good + strings.Repeat(" ", fileBytes),
	} {
		if keys, detail := decode([]byte(bad)); detail == "" {
			t.Errorf("%s is read as %+v", name, keys)
		}
	}
}

func TestWhatAKeyCannotBe(t *testing.T) {
	t.Parallel()
	f, _ := newFile(t)
	good := Spec{Name: "a", Scopes: []Scope{Read}, Lifetime: time.Hour}
	for name, change := range map[string]func(*Spec){
		"no name":              func(s *Spec) { s.Name = "" },
		"a name too long":      func(s *Spec) { s.Name = strings.Repeat("名", 101) },
		"a line in the name":   func(s *Spec) { s.Name = "a\nb" },
		"no scope":             func(s *Spec) { s.Scopes = nil },
		"an unknown scope":     func(s *Spec) { s.Scopes = []Scope{"admin"} },
		"no time":              func(s *Spec) { s.Lifetime = 0 },
		"more than a year":     func(s *Spec) { s.Lifetime = MaxLifetime + time.Second },
		"less than no time":    func(s *Spec) { s.Lifetime = -time.Hour },
		"a name that is bytes": func(s *Spec) { s.Name = "\xff" },
	} {
		spec := good
		change(&spec)
		if _, _, err := f.New(t.Context(), spec); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := os.Stat(f.Path); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a file was made")
	}
	good.Name, good.Lifetime = strings.Repeat("名", 100), MaxLifetime
	if _, _, err := f.New(t.Context(), good); err != nil {
		t.Error(err)
	}
}

// Many processes at once lose no key, and a reader finds the file whole at any time.
func TestChangesAtTheSameTimeLoseNothing(t *testing.T) {
	t.Parallel()
	f, c := newFile(t)
	secret, _ := mustNew(t, f, Read)
	keys, err := OpenKeys(f.Path, c.now)
	if err != nil {
		t.Fatal(err)
	}
	const writers, each = 8, 10
	var wg sync.WaitGroup
	done := make(chan struct{})
	for w := range writers {
		wg.Go(func() {
			own := f // as another process has it
			for i := range each {
				if _, _, err := own.New(context.WithoutCancel(t.Context()), Spec{Name: fmt.Sprintf("%d-%d", w, i), Scopes: []Scope{Read}, Lifetime: time.Hour}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	read := make(chan int)
	go func() {
		n := 0
		for {
			select {
			case <-done:
				read <- n
				return
			default:
				if _, err := keys.Authenticate(context.WithoutCancel(t.Context()), secret); err != nil {
					t.Errorf("while the file changes: %v", err)
				}
				n++
			}
		}
	}()
	wg.Wait()
	close(done)
	if n := <-read; n == 0 {
		t.Error("nothing was read meanwhile")
	}
	got, err := f.List()
	if err != nil || len(got) != 1+writers*each {
		t.Fatalf("%d keys, %v", len(got), err)
	}
	names := map[string]bool{}
	for _, k := range got {
		names[k.Name] = true
	}
	if len(names) != 1+writers*each {
		t.Errorf("%d names", len(names))
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(f.Path), "*"))
	if hidden, _ := filepath.Glob(filepath.Join(filepath.Dir(f.Path), ".*")); err != nil || len(left) != 2 || len(hidden) != 0 {
		t.Errorf("left behind: %v %v", left, hidden)
	}
}

// Whoever waits for the lock too long, or is interrupted, is told and changes nothing.
func TestALockedFile(t *testing.T) {
	t.Parallel()
	f, _ := newFile(t)
	mustNew(t, f, Read)
	unlock, err := acquire(t.Context(), f.Path)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, _, err := f.New(ctx, Spec{Name: "a", Scopes: []Scope{Read}, Lifetime: time.Hour}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if keys, err := f.List(); err != nil || len(keys) != 1 {
		t.Errorf("%d keys, %v", len(keys), err)
	}
}

// A change has a later time than the one before it, also when the clock stands still or was set back: a service asks for
// time and size only.
func TestEachChangeHasALaterTime(t *testing.T) {
	t.Parallel()
	f, _ := newFile(t)
	mustNew(t, f, Read)
	last := time.Now().Add(time.Hour)
	if err := os.Chtimes(f.Path, last, last); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		mustNew(t, f, Read)
		info, err := os.Stat(f.Path)
		if err != nil || !info.ModTime().After(last) {
			t.Fatalf("%v after %v, %v", info.ModTime(), last, err)
		}
		last = info.ModTime()
	}
}

// A file that takes the place of another is seen, even one of the same size and time, as a restored backup may be.
func TestAnotherFileOfTheSameSizeAndTimeIsSeen(t *testing.T) {
	t.Parallel()
	f, c := newFile(t)
	secret, key := mustNew(t, f, Read)
	keys, err := OpenKeys(f.Path, c.now)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(f.Path)
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(f.Path)
	if err != nil {
		t.Fatal(err)
	}
	other := f.Path + ".other"
	src = []byte(strings.Replace(string(src), key.SHA256, strings.Repeat("ab", 32), 1))
	if err := errors.Join(os.WriteFile(other, src, 0o600), os.Chtimes(other, info.ModTime(), info.ModTime()), os.Rename(other, f.Path)); err != nil {
		t.Fatal(err)
	}
	if _, err := keys.Authenticate(t.Context(), secret); !errors.Is(err, ErrSecret) {
		t.Errorf("got %v", err)
	}
}

// Revoking twice keeps the first time, whatever the clock says.
func TestRevoke(t *testing.T) {
	t.Parallel()
	f, c := newFile(t)
	_, key := mustNew(t, f, Read)
	c.pass(-time.Hour) // set back
	first, err := f.Revoke(t.Context(), key.ID)
	if err != nil || !first.Revoked.Equal(key.Created) {
		t.Fatalf("%+v, %v", first, err)
	}
	c.pass(24 * time.Hour)
	if again, err := f.Revoke(t.Context(), key.ID); err != nil || !again.Revoked.Equal(*first.Revoked) {
		t.Errorf("%+v, %v", again, err)
	}
	if _, err := f.Revoke(t.Context(), "aaaaaaaaaa"); !errors.Is(err, ErrNoKey) {
		t.Errorf("got %v", err)
	}
	states := []string{}
	for _, k := range []Key{key, first, {Expires: begin}} {
		states = append(states, k.State(begin))
	}
	if !slices.Equal(states, []string{"active", "revoked", "expired"}) {
		t.Error(states)
	}
}

func TestGuesses(t *testing.T) {
	t.Parallel()
	c := &clock{t: begin}
	g := NewGuesses(c.now)
	for i := range 5 {
		if wait := g.Failed("a"); wait != 0 {
			t.Fatalf("try %d waits %v", i+1, wait)
		}
		c.pass(time.Minute)
	}
	if wait := g.Failed("a"); wait != 10*time.Minute || g.Wait("a") != wait {
		t.Errorf("waits %v, %v", wait, g.Wait("a"))
	}
	if g.Wait("b") != 0 {
		t.Error("another one waits, too")
	}
	c.pass(10 * time.Minute)
	if wait := g.Failed("a"); wait != 0 {
		t.Errorf("the first failure is 15 minutes ago, and it waits %v", wait)
	}
	if wait := g.Failed("a"); wait != time.Minute {
		t.Errorf("waits %v: five failures in the last 15 minutes", wait)
	}
	// Of any number at the same time, five are counted.
	answered := make(chan bool)
	for range 200 {
		go func() { answered <- g.Failed("c") == 0 }()
	}
	n := 0
	for range 200 {
		if <-answered {
			n++
		}
	}
	if n != 5 {
		t.Errorf("%d answered", n)
	}
}
