package auth

import (
	"bytes"
	"crypto/rand"
	"strings"
	"testing"
)

func TestKeysHaveAFormThatCanBeKnownOffline(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for range 100 {
		key, id, err := newKey(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := KeyID(key); !ok || got != id || seen[id] {
			t.Fatalf("%s: id %q, %v", key, got, ok)
		}
		seen[id] = true
	}
	// The form is part of the interface: scanners for leaked secrets look for it.
	key, _, err := newKey(bytes.NewReader(make([]byte, 100)))
	if want := "hg_aaaaaaaaaa_" + strings.Repeat("a", 52) + "_ab010bd3"; err != nil || key != want {
		t.Errorf("%s, %v, want %s", key, err, want)
	}
	if _, _, err := newKey(bytes.NewReader(make([]byte, 38))); err == nil {
		t.Error("a key out of too little randomness")
	}
}

// Each single character counts: changed, left out or doubled, a key is none.
func TestATypoIsNoKey(t *testing.T) {
	t.Parallel()
	key, _, err := newKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	for i := range len(key) {
		for _, typo := range []string{key[:i] + key[i+1:], key[:i] + key[i:i+1] + key[i:], key[:i] + string(key[i]^1) + key[i+1:], key[:i] + "\x00" + key[i+1:]} {
			if _, ok := KeyID(typo); ok {
				t.Errorf("%q counts as a key", typo)
			}
		}
	}
	for _, wrong := range []string{"", "hg_", strings.ToUpper(key), " " + key, key + " ", key + "\n", strings.Replace(key, "_", "-", 1)} {
		if _, ok := KeyID(wrong); ok {
			t.Errorf("%q counts as a key", wrong)
		}
	}
}

func FuzzParseKey(f *testing.F) {
	key, _, err := newKey(bytes.NewReader(bytes.Repeat([]byte("hegui"), 20)))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(key)
	f.Add(key[:len(key)-1])
	f.Add("hg_aaaaaaaaaa_" + strings.Repeat("a", 52) + "_00000000")
	f.Add("Bearer hg___")
	f.Fuzz(func(t *testing.T, s string) {
		id, ok := KeyID(s)
		if !ok {
			if id != "" {
				t.Errorf("%q is no key and has the id %q", s, id)
			}
			return
		}
		if len(s) != keyLength || s[:3+idLength+1] != "hg_"+id+"_" || !strings.HasSuffix(s, "_"+checksum(s[:len(s)-9])) {
			t.Errorf("%q counts as a key with the id %q", s, id)
		}
	})
}
