package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hegui/internal/bundle"
	"hegui/internal/cli"
	"hegui/internal/receipt"
)

// Whoever signs could say anything. Each thing that a receipt says is held against what comes now, and named when it is
// another: here everything but one is true, and the signature is good.
func TestAReceiptThatSaysOneThingOtherwiseIsFound(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	proposal, keyFile, folder := filepath.Join(dir, "p.yaml"), filepath.Join(dir, "k"), filepath.Join(dir, "out")
	if err := os.WriteFile(proposal, []byte("records: 2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	private, public, _, err := bundle.GenerateKey(strings.NewReader(strings.Repeat("k", 32)))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{keyFile: private, keyFile + ".pub": public} {
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	key, err := bundle.ParsePrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) (code int, stdout, stderr string) {
		var out, fault bytes.Buffer
		code = cli.Run(t.Context(), append(args, "--lang", "en", "--pack", "testdata/mini", "--trust"), cli.Env{
			Stdout: &out, Stderr: &fault, Getenv: func(string) string { return "" }, Version: "1.2.3",
			Now: func() time.Time { return time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC) },
		})
		return code, out.String(), fault.String()
	}
	if code, _, stderr := run("check", "--as-of", "2026-11-01", "--receipts", folder, "--receipt-key", keyFile, proposal); code != cli.ExitGate {
		t.Fatalf("check: %d, %s", code, stderr)
	}
	file, err := os.ReadFile(filepath.Join(folder, "000001.receipt.json"))
	if err != nil {
		t.Fatal(err)
	}
	digest := strings.Repeat("0", 64)
	for _, tt := range []struct {
		name   string
		change func(*receipt.Statement)
		code   int
		want   string // of what is written
	}{
		{"nothing", func(*receipt.Statement) {}, cli.ExitOK, "assessed again, the same"},
		{"another time of issue", func(s *receipt.Statement) { s.Predicate.IssuedAt = "2020-01-01T00:00:00Z" }, cli.ExitOK, "issued 2020"},
		{"another proposal", func(s *receipt.Statement) { s.Subject[0].Digest.SHA256 = digest }, cli.ExitGate, "SHA-256 of the proposal: " + digest},
		{"another name", func(s *receipt.Statement) { s.Subject[0].Name = "x" }, cli.ExitGate, "SHA-256 of the result: "},
		{"other content", func(s *receipt.Statement) { s.Predicate.ContentSHA256 = digest }, cli.ExitGate, "digest of the proposal's content: " + digest},
		{"another pack", func(s *receipt.Statement) { s.Predicate.Pack.ID = "x" }, cli.ExitGate, "pack: x in the receipt, mini now"},
		{"another version of the pack", func(s *receipt.Statement) { s.Predicate.Pack.Version = "9" }, cli.ExitGate, "version of the pack: 9 in the receipt, 1.0.0 now"},
		{"other rules", func(s *receipt.Statement) { s.Predicate.Pack.Digest = digest }, cli.ExitGate, "digest of the pack: " + digest},
		{"another engine", func(s *receipt.Statement) { s.Predicate.Engine = "9" }, cli.ExitGate, "so is the program (receipt by hegui 9, again by 1.2.3)"},
		{"a profile that is unknown", func(s *receipt.Statement) { s.Predicate.Profile = "x" }, cli.ExitGate, "profile: x in the receipt, general now"},
		{"another date", func(s *receipt.Statement) { s.Predicate.AsOf = "2026-11-02" }, cli.ExitGate, "SHA-256 of the result: "},
		{"waivers", func(s *receipt.Statement) { s.Predicate.WaiversSHA256 = digest }, cli.ExitGate, "SHA-256 of the waiver file: " + digest + " in the receipt, – now"},
		{"readings", func(s *receipt.Statement) { s.Predicate.Readings = true }, cli.ExitGate, "SHA-256 of the result: "},
		{"another result", func(s *receipt.Statement) { s.Predicate.Result.SHA256 = digest }, cli.ExitGate, "SHA-256 of the result: " + digest},
		{"another form of the result", func(s *receipt.Statement) { s.Predicate.Result.Version = "v9" }, cli.ExitGate, "version of the result's form: v9"},
		{"a better score", func(s *receipt.Statement) { s.Predicate.Score = 10000 }, cli.ExitGate, "score: 100.00 in the receipt, 0.00 now"},
		{"a better verdict", func(s *receipt.Statement) { s.Predicate.Verdict = "pass" }, cli.ExitGate, "verdict: pass in the receipt, fail now"},
	} {
		_, s, err := receipt.Read(file)
		if err != nil {
			t.Fatal(err)
		}
		tt.change(s)
		e, err := receipt.Sign(s, key)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, "r.json")
		if err := os.WriteFile(name, e.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		code, stdout, stderr := run("verify", name, "--proposal", proposal, "--key", keyFile+".pub")
		if said := stdout + stderr; code != tt.code || !strings.Contains(said, tt.want) {
			t.Errorf("%s: exit code %d, want %d; no %q in\n%s", tt.name, code, tt.code, tt.want, said)
		}
	}
}
