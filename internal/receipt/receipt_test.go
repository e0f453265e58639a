package receipt_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"hegui/internal/assess"
	"hegui/internal/receipt"
)

var (
	update = flag.Bool("update", false, "rewrite golden files")
	values = flag.Bool("values", false, "try all 255 other values of each byte, not only the likely ones (half a minute)")
)

// key makes a key of a seed, always the same.
func key(seed byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize))
}

func public(k ed25519.PrivateKey) ed25519.PublicKey { return k.Public().(ed25519.PublicKey) }

var issued = time.Date(2026, 11, 29, 8, 0, 0, 123, time.FixedZone("", 8*60*60))

// statement is a good one, in which a test changes what it is about.
func statement(change func(*receipt.Statement)) *receipt.Statement {
	s := receipt.Of(&assess.Assessment{
		File: "申报书/甲.yaml", SHA256: strings.Repeat("1a", 32), ContentSHA256: strings.Repeat("2b", 32),
		Pack:   assess.PackRef{ID: "aiplus", Version: "0.1.0", Digest: strings.Repeat("3c", 32)},
		Engine: "0.1.0", Profile: "general", AsOf: "2026-11-01", Decision: assess.Decision{Score: 8735, Verdict: assess.VerdictPass},
	}, receipt.Result{Version: "hegui/result/v1", JSON: []byte("{}")}, receipt.Options{IssuedAt: issued, WaiversSHA256: strings.Repeat("4d", 32)})
	if change != nil {
		change(s)
	}
	return s
}

func sign(t testing.TB, s *receipt.Statement, keys ...ed25519.PrivateKey) *receipt.Envelope {
	t.Helper()
	e, err := receipt.Sign(s, keys...)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// verified reads a receipt and checks its signature with the key of seed 1.
func verified(file []byte) error {
	e, _, err := receipt.Read(file)
	if err == nil {
		_, err = e.Verify([]ed25519.PublicKey{public(key(1))}, 1)
	}
	return err
}

func code(err error) string {
	var refused *receipt.Error
	if errors.As(err, &refused) {
		return refused.Code
	}
	return fmt.Sprint(err)
}

func TestGolden(t *testing.T) {
	t.Parallel()
	var leaves []receipt.Hash
	for i := range 5 {
		s := statement(func(s *receipt.Statement) { s.Subject[0].Name = fmt.Sprintf("%d.yaml", i) })
		leaves = append(leaves, sign(t, s, key(1)).Leaf())
	}
	tree := receipt.NewTree(leaves)
	root, err := receipt.SignRoot(tree, issued, key(1))
	if err != nil {
		t.Fatal(err)
	}
	two := sign(t, statement(nil), key(1), key(2))
	for name, got := range map[string][]byte{
		"receipt.json": sign(t, statement(nil), key(1)).Bytes(), "two.json": two.Bytes(), "statement.json": append(two.Payload(), '\n'),
		"root.json": root.Bytes(), "root-statement.json": append(root.Payload(), '\n'), "proof.json": receipt.Prove(tree, 4).Bytes(),
	} {
		file := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

// The leaf of a statement is that of its receipt, whoever signs it; what cannot be signed has none.
func TestTheLeafNeedsNoSignature(t *testing.T) {
	t.Parallel()
	s := statement(nil)
	leaf, err := s.Leaf()
	if e := sign(t, s, key(1), key(2)); err != nil || leaf != e.Leaf() {
		t.Errorf("%x, %v, want %x", leaf, err, e.Leaf())
	}
	s.Predicate.AsOf = "soon"
	if _, err := s.Leaf(); err == nil {
		t.Error("a statement that cannot be signed has a leaf")
	}
}

// The example of the specification of DSSE v1.
func TestPAEIsThatOfDSSE(t *testing.T) {
	t.Parallel()
	got := string(receipt.PAE("http://example.com/HelloWorld", []byte("hello world")))
	if want := "DSSEv1 29 http://example.com/HelloWorld 11 hello world"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What is signed is checked here with the standard library alone: nothing of the package confirms itself.
func TestTheSignatureIsOfThePAE(t *testing.T) {
	t.Parallel()
	var file struct {
		PayloadType, Payload string
		Signatures           []struct{ KeyID, Sig string }
	}
	if err := json.Unmarshal(sign(t, statement(nil), key(1)).Bytes(), &file); err != nil {
		t.Fatal(err)
	}
	payload, _ := base64.StdEncoding.DecodeString(file.Payload)
	sig, _ := base64.StdEncoding.DecodeString(file.Signatures[0].Sig)
	signed := fmt.Sprintf("DSSEv1 %d %s %d %s", len(file.PayloadType), file.PayloadType, len(payload), payload)
	if !ed25519.Verify(public(key(1)), []byte(signed), sig) {
		t.Error("the signature is not of the PAE")
	}
}

// every calls try with files that differ from a file in one byte: another value, one missing, one doubled. Each byte has
// every bit turned, and becomes what JSON and base64 might pass over.
func every(file []byte, try func(what string, changed []byte)) {
	for i := range file {
		others := []byte(" \t\n\"0A=-")
		for bit := range 8 {
			others = append(others, file[i]^1<<bit)
		}
		if *values {
			others = others[:0]
			for v := range 256 {
				others = append(others, byte(v))
			}
		}
		for _, v := range others {
			if v != file[i] {
				changed := bytes.Clone(file)
				changed[i] = v
				try(fmt.Sprintf("byte %d is %#x", i, v), changed)
			}
		}
		try(fmt.Sprintf("byte %d is missing", i), append(bytes.Clone(file[:i]), file[i+1:]...))
		try(fmt.Sprintf("byte %d is doubled", i), append(bytes.Clone(file[:i+1]), file[i:]...))
		try(fmt.Sprintf("it ends at byte %d", i), file[:i])
	}
}

func TestAnyChangedByteOfAReceiptIsFound(t *testing.T) {
	t.Parallel()
	file := sign(t, statement(nil), key(1)).Bytes()
	if err := verified(file); err != nil {
		t.Fatal(err)
	}
	tried := 0
	every(file, func(what string, changed []byte) {
		tried++
		if verified(changed) == nil {
			t.Errorf("%s, and nothing is found: %s", what, changed)
		}
	})
	t.Logf("%d bytes, %d changes", len(file), tried)
}

func TestAnyChangedByteOfATwiceSignedReceiptIsFound(t *testing.T) {
	t.Parallel()
	file := sign(t, statement(nil), key(1), key(2)).Bytes()
	trusted := []ed25519.PublicKey{public(key(1)), public(key(2))}
	every(file, func(what string, changed []byte) {
		if e, _, err := receipt.Read(changed); err == nil {
			if _, err = e.Verify(trusted, 2); err == nil {
				t.Errorf("%s, and nothing is found: %s", what, changed)
			}
		}
	})
}

func TestAnyChangedByteOfARootOrAProofIsFound(t *testing.T) {
	t.Parallel()
	e := sign(t, statement(nil), key(1))
	tree := receipt.NewTree([]receipt.Hash{receipt.LeafHash([]byte("a")), receipt.LeafHash([]byte("b")), e.Leaf()})
	signed, err := receipt.SignRoot(tree, issued, key(1))
	if err != nil {
		t.Fatal(err)
	}
	check := func(root, proof []byte) error {
		signed, batch, err := receipt.ReadRoot(root)
		if err != nil {
			return err
		}
		if _, err := signed.Verify([]ed25519.PublicKey{public(key(1))}, 1); err != nil {
			return err
		}
		p, err := receipt.ReadProof(proof)
		if err != nil {
			return err
		}
		return batch.Includes(e, p)
	}
	root, proof := signed.Bytes(), receipt.Prove(tree, 2).Bytes()
	if err := check(root, proof); err != nil {
		t.Fatal(err)
	}
	every(root, func(what string, changed []byte) {
		if check(changed, proof) == nil {
			t.Errorf("root: %s, and nothing is found", what)
		}
	})
	every(proof, func(what string, changed []byte) {
		if check(root, changed) == nil {
			t.Errorf("proof: %s, and nothing is found", what)
		}
	})
}

// edited gives a good receipt with a piece of its envelope replaced.
func edited(t *testing.T, old, with string) []byte {
	t.Helper()
	file := sign(t, statement(nil), key(1)).Bytes()
	if !bytes.Contains(file, []byte(old)) {
		t.Fatalf("no %q in %s", old, file)
	}
	return bytes.Replace(file, []byte(old), []byte(with), 1)
}

// resigned gives a receipt whose payload is any text, signed well.
func resigned(payload string) []byte {
	sig := ed25519.Sign(key(1), receipt.PAE("application/vnd.in-toto+json", []byte(payload)))
	id := receiptKeyID
	return fmt.Appendf(nil, `{"payloadType":"application/vnd.in-toto+json","payload":%q,"signatures":[{"keyid":%q,"sig":%q}]}`+"\n",
		base64.StdEncoding.EncodeToString([]byte(payload)), id, base64.StdEncoding.EncodeToString(sig))
}

// receiptKeyID is the id of the key of seed 1.
const receiptKeyID = "34750f98bd59fcfc"

func TestWhatIsNotAsItMustBeIsRefused(t *testing.T) {
	t.Parallel()
	good := string(sign(t, statement(nil), key(1)).Payload())
	in := func(old, with string) []byte {
		if !strings.Contains(good, old) {
			t.Fatalf("no %q in %s", old, good)
		}
		return resigned(strings.Replace(good, old, with, 1))
	}
	root, err := receipt.SignRoot(receipt.NewTree([]receipt.Hash{{}}), issued, key(1))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		file []byte
		want string
	}{
		{"as it is", resigned(good), "<nil>"},
		{"nothing", nil, "E_RECEIPT_FORM"},
		{"null", []byte("null\n"), "E_RECEIPT_TYPE"},
		{"no JSON", []byte("receipt"), "E_RECEIPT_FORM"},
		{"larger than 64 KiB", bytes.Repeat([]byte(" "), 64<<10+1), "E_RECEIPT_SIZE"},
		{"nested without end", bytes.Repeat([]byte("["), 60<<10), "E_RECEIPT_FORM"},
		{"a field that is unknown", edited(t, `{"payloadType"`, `{"x":1,"payloadType"`), "E_RECEIPT_FORM"},
		{"a field that is there twice", edited(t, `"signatures"`, `"payload":"","signatures"`), "E_RECEIPT_FORM"},
		{"a field in another case", edited(t, `"payload"`, `"Payload"`), "E_RECEIPT_FORM"},
		{"a space more", edited(t, `,"payload"`, `, "payload"`), "E_RECEIPT_FORM"},
		{"an escape where none is needed", edited(t, `"keyid"`, `"\u006beyid"`), "E_RECEIPT_FORM"},
		{"something that follows", append(edited(t, "", ""), '{', '}'), "E_RECEIPT_FORM"},
		{"another type of payload", edited(t, "vnd.in-toto+json", "vnd.in-toto+yaml"), "E_RECEIPT_TYPE"},
		{"no padding", edited(t, `==`, ``), "E_RECEIPT_FORM"},
		{"base64 for addresses", edited(t, `"sig":"`, `"sig":"-_`), "E_RECEIPT_FORM"},
		{"a break in base64", edited(t, `"payload":"eyJf`, `"payload":"eyJf\n`), "E_RECEIPT_FORM"},
		{"no signature", edited(t, `"signatures":[{`, `"signatures":[],"x":[{`), "E_RECEIPT_FORM"},
		{"another key's id", edited(t, receiptKeyID, "0000000000000000"), "E_RECEIPT_KEY"},
		{"a signature of another length", edited(t, `"sig":"`, `"sig":"AAAA`), "E_RECEIPT_FORM"},

		{"a root for a receipt", root.Bytes(), "E_RECEIPT_FORM"},
		{"another statement", in("Statement/v1", "Statement/v2"), "E_RECEIPT_FORM"},
		{"another predicate", in("receipt/v1", "receipt/v2"), "E_RECEIPT_TYPE"},
		{"two subjects", in(`"subject":[{`, `"subject":[{"name":"x","digest":{"sha256":""}},{`), "E_RECEIPT_FORM"},
		{"a subject without a name", in("申报书/甲.yaml", ""), "E_RECEIPT_FORM"},
		{"a digest in capitals", in(strings.Repeat("1a", 32), strings.Repeat("1A", 32)), "E_RECEIPT_FORM"},
		{"a short digest", in(strings.Repeat("2b", 32), strings.Repeat("2b", 31)), "E_RECEIPT_FORM"},
		{"a score above all", in(`"score":8735`, `"score":10001`), "E_RECEIPT_FORM"},
		{"a score with a fraction", in(`"score":8735`, `"score":87.35`), "E_RECEIPT_FORM"},
		{"a score below nothing", in(`"score":8735`, `"score":-1`), "E_RECEIPT_FORM"},
		{"an unknown verdict", in(`"verdict":"pass"`, `"verdict":"passed"`), "E_RECEIPT_FORM"},
		{"no such day", in("2026-11-01", "2026-02-29"), "E_RECEIPT_FORM"},
		{"a time with a zone", in("2026-11-29T00:00:00Z", "2026-11-29T08:00:00+08:00"), "E_RECEIPT_FORM"},
		{"an unknown field of the predicate", in(`"readings":false`, `"readings":false,"note":""`), "E_RECEIPT_FORM"},
		{"a field of the predicate twice", in(`"readings":false`, `"readings":true,"readings":false`), "E_RECEIPT_FORM"},
		{"a field of the predicate that is missing", in(`"readings":false,`, ``), "E_RECEIPT_FORM"},
		{"a field of the predicate in another case", in(`"readings"`, `"Readings"`), "E_RECEIPT_FORM"},
		{"waivers that are empty", in(strings.Repeat("4d", 32), ""), "E_RECEIPT_FORM"},
	} {
		if got := code(verified(tt.file)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestSignatures(t *testing.T) {
	t.Parallel()
	one, two, three := key(1), key(2), key(3)
	both := sign(t, statement(nil), one, two)
	changed := bytes.Clone(both.Bytes()) // the second signature is not good
	at := bytes.LastIndex(changed, []byte(`"sig":"`)) + len(`"sig":"`)
	changed[at] = 'A' + (changed[at]-'A'+1)%26
	for _, tt := range []struct {
		name    string
		file    []byte
		trusted []ed25519.PublicKey
		need    int
		want    string
	}{
		{"one of two is enough", both.Bytes(), []ed25519.PublicKey{public(two)}, 1, "<nil>"},
		{"both are there", both.Bytes(), []ed25519.PublicKey{public(two), public(one)}, 2, "<nil>"},
		{"one key does not count twice", both.Bytes(), []ed25519.PublicKey{public(one), public(one)}, 2, "E_RECEIPT_KEY"},
		{"nobody is trusted", both.Bytes(), nil, 0, "E_RECEIPT_KEY"},
		{"another is trusted", both.Bytes(), []ed25519.PublicKey{public(three)}, 1, "E_RECEIPT_KEY"},
		{"a bad one of a trusted key spoils a good one", changed, []ed25519.PublicKey{public(one), public(two)}, 1, "E_RECEIPT_SIGNATURE"},
		{"a bad one of a stranger says nothing", changed, []ed25519.PublicKey{public(one)}, 1, "<nil>"},
	} {
		e, _, err := receipt.Read(tt.file)
		if err == nil {
			_, err = e.Verify(tt.trusted, tt.need)
		}
		if got := code(err); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
	if err := both.Add(one); code(err) != "E_RECEIPT_SIGNERS" {
		t.Errorf("a key signs twice: %v", err)
	}
	if err := both.Add(three); err != nil || len(both.KeyIDs()) != 3 {
		t.Errorf("a third key: %v, %v", err, both.KeyIDs())
	}
	if _, err := receipt.Sign(statement(nil)); err == nil {
		t.Error("a receipt without a signature")
	}
	if _, err := receipt.Sign(statement(func(s *receipt.Statement) { s.Predicate.AsOf = "today" }), one); err == nil {
		t.Error("signed what nobody would read")
	}
}

func TestDifferencesAreNamed(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		want   string
		change func(*receipt.Statement)
	}{
		{"", func(s *receipt.Statement) { s.Predicate.Engine, s.Predicate.IssuedAt = "9", "2027-01-01T00:00:00Z" }},
		{"SHA-256 of the proposal", func(s *receipt.Statement) {
			s.Subject = []receipt.Subject{{Name: "x", Digest: receipt.Digest{SHA256: "x"}}}
		}},
		{"pack", func(s *receipt.Statement) { s.Predicate.Pack.ID = "x" }},
		{"version of the pack", func(s *receipt.Statement) { s.Predicate.Pack.Version = "x" }},
		{"digest of the pack", func(s *receipt.Statement) { s.Predicate.Pack.Digest = "x" }},
		{"profile", func(s *receipt.Statement) { s.Predicate.Profile = "x" }},
		{"date of the assessment", func(s *receipt.Statement) { s.Predicate.AsOf = "x" }},
		{"SHA-256 of the waiver file", func(s *receipt.Statement) { s.Predicate.WaiversSHA256 = "x" }},
		{"alternative readings", func(s *receipt.Statement) { s.Predicate.Readings = true }},
		{"digest of the proposal's content", func(s *receipt.Statement) { s.Predicate.ContentSHA256 = "x" }},
		{"score", func(s *receipt.Statement) { s.Predicate.Score++ }},
		{"verdict", func(s *receipt.Statement) { s.Predicate.Verdict = "x" }},
		{"version of the result's form", func(s *receipt.Statement) { s.Predicate.Result.Version = "x" }},
		{"SHA-256 of the result", func(s *receipt.Statement) { s.Predicate.Result.SHA256 = "x" }},
	} {
		got := ""
		a, b := statement(nil), statement(tt.change)
		for _, d := range append(a.Inputs(b), a.Outcome(b)...) {
			got += d.What.EN
		}
		if got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// The schemas that are published describe what is written.
func TestSchemasDescribeWhatIsWritten(t *testing.T) {
	t.Parallel()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	for schema, files := range map[string][]string{
		"receipt.schema.json": {"statement.json"}, "root.schema.json": {"root-statement.json"}, "proof.schema.json": {"proof.json"},
	} {
		s, err := c.Compile(schema)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			text, err := os.ReadFile(filepath.Join("testdata", name))
			if err != nil {
				t.Fatal(err)
			}
			v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Validate(v); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			v.(map[string]any)["more"] = true
			if s.Validate(v) == nil {
				t.Errorf("%s admits any field", schema)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sign(f, statement(nil), key(1)).Bytes())
	f.Add(sign(f, statement(nil), key(1), key(2)).Bytes())
	root, err := receipt.SignRoot(receipt.NewTree([]receipt.Hash{{}}), issued, key(1))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(root.Bytes())
	f.Fuzz(func(t *testing.T, file []byte) {
		if e, s, err := receipt.Read(file); err == nil {
			again, err := receipt.Sign(s, key(1))
			if err != nil || !bytes.Equal(again.Payload(), e.Payload()) || !bytes.Equal(e.Bytes(), file) {
				t.Errorf("read, and written in another way: %v", err)
			}
		}
		if e, _, err := receipt.ReadRoot(file); err == nil && !bytes.Equal(e.Bytes(), file) {
			t.Error("read, and written in another way")
		}
	})
}

func FuzzReadProof(f *testing.F) {
	tree := receipt.NewTree(make([]receipt.Hash, 5))
	f.Add(receipt.Prove(tree, 4).Bytes())
	f.Add(receipt.Prove(tree, 0).Bytes())
	root := tree.Root()
	batch := &receipt.Batch{
		Subject:   []receipt.BatchSubject{{Digest: receipt.BatchDigest{Root: hex.EncodeToString(root[:])}}},
		Predicate: receipt.BatchPredicate{Size: 5},
	}
	e := sign(f, statement(nil), key(1))
	f.Fuzz(func(t *testing.T, file []byte) {
		p, err := receipt.ReadProof(file)
		if err != nil {
			return
		}
		if !bytes.Equal(p.Bytes(), file) {
			t.Error("read, and written in another way")
		}
		if batch.Includes(e, p) == nil {
			t.Error("a receipt is included that is not in the batch")
		}
	})
}
