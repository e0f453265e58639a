package bundle_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	opa "github.com/open-policy-agent/opa/v1/bundle"

	"hegui/internal/bundle"
	"hegui/internal/catalog"
)

func sample() bundle.Files {
	return bundle.Files{
		"policies/mini/pack.yaml":       []byte("id: mini\n"),
		"rego/mini/mini.rego":           []byte("package mini\n"),
		"rego/lib/dates/dates.rego":     []byte("package lib.dates\n"),
		"seeds/doc.txt":                 []byte("文件。\n"),
		"mini/thresholds/data.json":     []byte("{\"records_min\": {\"value\": 0.50, \"unit\": \"<条>\"}}\n"),
		"policies/mini/flags.yaml":      []byte("flags: {}\n"),
		"policies/mini/schema/p.json":   []byte("{}"),
		"rego/mini/rules/d/d.rego":      []byte("package mini.rules.d\n"),
		"rego/mini/rules/d/d_test.rego": []byte("package mini.rules.d_test\n"),
	}
}

func build(t *testing.T, files bundle.Files) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := bundle.Write(&out, bundle.NewManifest("mini", "1.0.0", "abc"), files); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// key makes a key that is the same in every run.
func key(t *testing.T, seed byte) (ed25519.PrivateKey, ed25519.PublicKey) {
	t.Helper()
	private, public, _, err := bundle.GenerateKey(rand.NewChaCha8([32]byte{seed}))
	if err != nil {
		t.Fatal(err)
	}
	secret, err := bundle.ParsePrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	shown, err := bundle.ParsePublicKey(public)
	if err != nil {
		t.Fatal(err)
	}
	return secret, shown
}

func read(t *testing.T, raw []byte) *bundle.Bundle {
	t.Helper()
	b, err := bundle.Read(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func signed(t *testing.T, raw []byte, secret ed25519.PrivateKey) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := bundle.Sign(&out, read(t, raw), secret); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestABundleHoldsWhatWasPackedAndIsTheSameBytesEveryTime(t *testing.T) {
	t.Parallel()
	raw := build(t, sample())
	if again := build(t, sample()); !bytes.Equal(again, raw) {
		t.Error("the same files gave other bytes")
	}
	b := read(t, raw)
	if !maps.EqualFunc(b.Files, sample(), bytes.Equal) {
		t.Errorf("files are %v", slices.Sorted(maps.Keys(b.Files)))
	}
	if err := fstest.TestFS(b.Files, slices.Collect(maps.Keys(sample()))...); err != nil {
		t.Error(err)
	}
}

// The signature is OPA's own, so that other tools need not trust hegui for it.
func TestOPAVerifiesTheSignature(t *testing.T) {
	t.Parallel()
	secret, _ := key(t, 1)
	_, public, _, err := bundle.GenerateKey(rand.NewChaCha8([32]byte{1}))
	if err != nil {
		t.Fatal(err)
	}
	raw := signed(t, build(t, sample()), secret)
	for name, want := range map[string]bool{bundle.KeyIDOf(secret): true, "another": false} {
		keys := map[string]*opa.KeyConfig{name: {Key: string(public), Algorithm: "EdDSA"}}
		reader := opa.NewReader(bytes.NewReader(raw)).WithBundleVerificationConfig(opa.NewVerificationConfig(keys, "", "", nil))
		if _, err := reader.Read(); (err == nil) != want {
			t.Errorf("key id %s: %v, want %t", name, err, want)
		}
	}
}

func TestEverySingleChangedByteIsFound(t *testing.T) {
	t.Parallel()
	secret, public := key(t, 1)
	raw := signed(t, build(t, sample()), secret)
	if id, err := read(t, raw).Verify([]ed25519.PublicKey{public}); err != nil || id != bundle.KeyIDOf(secret) {
		t.Fatalf("key %q, error %v", id, err)
	}
	plain := unpack(t, raw)
	for _, name := range []string{".signatures.json", ".manifest", "mini/thresholds/data.json", "seeds/doc.txt", "rego/mini/mini.rego"} {
		content := plain[name]
		for i := range content {
			changed := maps.Clone(plain)
			changed[name] = slices.Clone(content)
			changed[name][i] ^= 1
			b, err := bundle.Read(bytes.NewReader(pack(t, changed)))
			if err != nil {
				continue // refused before its signature is looked at
			}
			if _, err := b.Verify([]ed25519.PublicKey{public}); err == nil && !sameJSON(content, changed[name]) {
				t.Fatalf("byte %d of %s was changed and nobody saw it", i, name)
			}
		}
	}
}

// sameJSON says whether a change is one that the signature of OPA does not see, and need not: of spaces between values.
func sameJSON(a, b []byte) bool {
	var x, y any
	return json.Unmarshal(a, &x) == nil && json.Unmarshal(b, &y) == nil && fmt.Sprint(x) == fmt.Sprint(y)
}

// Row R11 of docs/packs-under-attack.md.
func TestSignaturesThatAreNotInOrderAreRefused(t *testing.T) {
	t.Parallel()
	secret, public := key(t, 1)
	foreign, _ := key(t, 2)
	good := signed(t, build(t, sample()), secret)
	token := func(header, payload string) []byte {
		body := base64.RawURLEncoding.EncodeToString([]byte(header)) + "." + base64.RawURLEncoding.EncodeToString([]byte(payload))
		return []byte(`{"signatures": ["` + body + "." + base64.RawURLEncoding.EncodeToString(ed25519.Sign(secret, []byte(body))) + `"]}`)
	}
	with := func(name string, content []byte) []byte {
		files := unpack(t, good)
		if content == nil {
			delete(files, name)
		} else {
			files[name] = content
		}
		return pack(t, files)
	}
	parts := strings.Split(string(unpack(t, good)[".signatures.json"]), ".")
	payload, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		t.Fatal(err)
	}
	id := bundle.KeyIDOf(secret)
	for name, tc := range map[string]struct {
		raw  []byte
		code string
	}{
		"not signed":            {build(t, sample()), "E_UNSIGNED"},
		"signature stripped":    {with(".signatures.json", nil), "E_UNSIGNED"},
		"of another key":        {signed(t, build(t, sample()), foreign), "E_KEY_UNKNOWN"},
		"empty key id":          {with(".signatures.json", token(`{"alg":"EdDSA","kid":""}`, `{"files":[],"keyid":""}`)), "E_KEY_ID"},
		"two key ids":           {with(".signatures.json", token(`{"alg":"EdDSA","kid":"`+id+`"}`, `{"files":[],"keyid":"x"}`)), "E_KEY_ID"},
		"algorithm none":        {with(".signatures.json", token(`{"alg":"none","kid":"`+id+`"}`, string(payload))), "E_SIGNATURE_FORM"},
		"algorithm HS256":       {with(".signatures.json", token(`{"alg":"HS256","kid":"`+id+`"}`, string(payload))), "E_SIGNATURE_FORM"},
		"two signatures":        {with(".signatures.json", []byte(`{"signatures": ["a.b.c", "a.b.c"]}`)), "E_SIGNATURE_FORM"},
		"no signature in it":    {with(".signatures.json", []byte(`{"signatures": []}`)), "E_SIGNATURE_FORM"},
		"an empty file":         {with(".signatures.json", []byte{}), "E_SIGNATURE_FORM"},
		"a plugin":              {with(".signatures.json", []byte(`{"plugin": "x", "signatures": ["a.b.c"]}`)), "E_SIGNATURE_FORM"},
		"claim of another":      {with(".signatures.json", bytes.Replace(unpack(t, signed(t, build(t, sample()), foreign))[".signatures.json"], []byte("a"), []byte("a"), 1)), "E_KEY_UNKNOWN"},
		"a file is altered":     {with("seeds/doc.txt", []byte("文件！\n")), "E_SIGNATURE_FILES"},
		"a file is added":       {with("rego/mini/more.rego", []byte("package mini.more\n")), "E_SIGNATURE_FILES"},
		"a file is missing":     {with("seeds/doc.txt", nil), "E_SIGNATURE_FILES"},
		"a delta bundle":        {with("patch.json", []byte(`{"data": []}`)), "E_BUNDLE_DELTA"},
		"the manifest is other": {with(".manifest", bytes.Replace(unpack(t, good)[".manifest"], []byte("1.0.0"), []byte("2.0.0"), 1)), "E_SIGNATURE_FILES"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b, err := bundle.Read(bytes.NewReader(tc.raw))
			if err == nil {
				_, err = b.Verify([]ed25519.PublicKey{public})
			}
			holds(t, err, tc.code)
		})
	}
}

// Row R12.
func TestBundlesThatAreNotInOrderAreRefused(t *testing.T) {
	t.Parallel()
	link := func(kind byte) []byte {
		return archive(t, func(w *tar.Writer) error {
			return w.WriteHeader(&tar.Header{Name: "seeds/doc.txt", Linkname: "/etc/passwd", Typeflag: kind})
		})
	}
	named := func(name string) []byte { return pack(t, map[string][]byte{name: []byte("x")}) }
	bomb := archive(t, func(w *tar.Writer) error {
		if err := w.WriteHeader(&tar.Header{Name: "seeds/doc.txt", Size: 1 << 30, Typeflag: tar.TypeReg}); err != nil {
			return err
		}
		_, err := io.CopyN(w, zeros{}, 64<<20)
		return err
	})
	many := map[string][]byte{}
	for i := range 3000 {
		many[fmt.Sprintf("seeds/%d", i)] = nil
	}
	good := build(t, sample())
	for name, tc := range map[string]struct {
		raw  []byte
		code string
	}{
		"out of it":             {named("../evil"), "E_BUNDLE_NAME"},
		"out of it from inside": {named("seeds/../../evil"), "E_BUNDLE_NAME"},
		"an absolute path":      {named("/etc/cron.d/evil"), "E_BUNDLE_NAME"},
		"a drive":               {named("C:/evil"), "E_BUNDLE_NAME"},
		"a backslash":           {named(`seeds\evil`), "E_BUNDLE_NAME"},
		"a control character":   {named("seeds/a\x1b[2Jb"), "E_BUNDLE_NAME"},
		"a name of 300":         {named("seeds/" + strings.Repeat("a", 300)), "E_BUNDLE_NAME"},
		"17 levels":             {named(strings.Repeat("a/", 17) + "a"), "E_BUNDLE_NAME"},
		"a symbolic link":       {link(tar.TypeSymlink), "E_BUNDLE_LINK"},
		"a hard link":           {link(tar.TypeLink), "E_BUNDLE_LINK"},
		"a device":              {link(tar.TypeChar), "E_BUNDLE_LINK"},
		"a folder":              {link(tar.TypeDir), "E_BUNDLE_LINK"},
		"a member of 1 GiB":     {bomb, "E_BUNDLE_FILE_SIZE"},
		"3,000 members":         {pack(t, many), "E_BUNDLE_FILES"},
		"twice":                 {twice(t, "seeds/doc.txt", "seeds/doc.txt"), "E_BUNDLE_TWICE"},
		"twice, but for case":   {twice(t, "seeds/doc.txt", "seeds/DOC.txt"), "E_BUNDLE_TWICE"},
		"11 MiB":                {append(slices.Clone(good), make([]byte, 11<<20)...), "E_BUNDLE_SIZE"},
		"something behind":      {append(slices.Clone(good), 'x'), "E_BUNDLE_TRAILING"},
		"cut off":               {good[:len(good)-20], "E_BUNDLE_DAMAGED"},
		"no gzip":               {[]byte("hello"), "E_BUNDLE_DAMAGED"},
		"no manifest":           {pack(t, map[string][]byte{"seeds/doc.txt": nil}), "E_BUNDLE_MANIFEST"},
		"roots of others":       {pack(t, map[string][]byte{".manifest": []byte(`{"revision":"","roots":["hegui","mini"],"rego_version":1,"metadata":{"pack":"mini","version":""}}`)}), "E_BUNDLE_MANIFEST"},
		"data of others":        {with(t, good, "hegui/data.json"), "E_BUNDLE_FOREIGN"},
		"data at the root":      {with(t, good, "data.json"), "E_BUNDLE_FOREIGN"},
		"data in a policy":      {with(t, good, "policies/mini/data.yaml"), "E_BUNDLE_FOREIGN"},
		"a second manifest":     {with(t, good, "rego/mini/.manifest"), "E_BUNDLE_FOREIGN"},
		"a Wasm module":         {with(t, good, "policies/mini/policy.wasm"), "E_BUNDLE_FOREIGN"},
		"Rego among policies":   {with(t, good, "policies/mini/x.rego"), "E_BUNDLE_FOREIGN"},
		"rules of another pack": {with(t, good, "rego/aiplus/x.rego"), "E_BUNDLE_FOREIGN"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := bundle.Read(bytes.NewReader(tc.raw))
			holds(t, err, tc.code)
		})
	}
}

func holds(t *testing.T, err error, code string) {
	t.Helper()
	var bad *bundle.Error
	if !errors.As(err, &bad) || bad.Code != code {
		t.Fatalf("got %v, want %s", err, code)
	}
	if bad.In(catalog.ZH) == bad.In(catalog.EN) || strings.ContainsAny(bad.In(catalog.ZH)+bad.In(catalog.EN), "\x1b") || strings.Contains(bad.Error(), "%!") {
		t.Errorf("the text is %q and %q", bad.In(catalog.ZH), bad.In(catalog.EN))
	}
}

func TestKeysOfAnotherKindAreRefused(t *testing.T) {
	t.Parallel()
	private, public, _, err := bundle.GenerateKey(rand.NewChaCha8([32]byte{1}))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := bundle.ParsePublicKey(private); err == nil || strings.Contains(err.Error(), "MC4") {
		t.Errorf("a private key as a public one: %v", err)
	}
	if _, err := bundle.ParsePrivateKey(public); err == nil {
		t.Error("a public key as a private one is taken")
	}
	if _, err := bundle.ParsePublicKey([]byte("ssh-ed25519 AAAA")); err == nil {
		t.Error("a key of ssh is taken")
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func archive(t *testing.T, fill func(*tar.Writer) error) []byte {
	t.Helper()
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.HuffmanOnly)
	if err != nil {
		t.Fatal(err)
	}
	w := tar.NewWriter(z)
	if err := fill(w); err != nil {
		t.Fatal(err)
	}
	_ = w.Close() // a member that is shorter than it says is part of some tests
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func pack(t *testing.T, files map[string][]byte) []byte {
	t.Helper()
	return archive(t, func(w *tar.Writer) error {
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if err := w.WriteHeader(&tar.Header{Name: name, Size: int64(len(files[name])), Typeflag: tar.TypeReg, Mode: 0o644}); err != nil {
				return err
			}
			if _, err := w.Write(files[name]); err != nil {
				return err
			}
		}
		return nil
	})
}

func twice(t *testing.T, names ...string) []byte {
	t.Helper()
	return archive(t, func(w *tar.Writer) error {
		for _, name := range names {
			if err := w.WriteHeader(&tar.Header{Name: name, Typeflag: tar.TypeReg}); err != nil {
				return err
			}
		}
		return nil
	})
}

func with(t *testing.T, raw []byte, name string) []byte {
	t.Helper()
	files := unpack(t, raw)
	files[name] = []byte("{}")
	return pack(t, files)
}

func unpack(t *testing.T, raw []byte) map[string][]byte {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		if files[h.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
}
