package cli_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hegui/internal/bundle"
	"hegui/internal/cli"
	"hegui/internal/pack"
	"hegui/internal/receipt"
	"hegui/internal/rules"
)

// verification is a proposal that a small pack fails, and a key.
type verification struct {
	dir, proposal, keyFile string
	key                    ed25519.PrivateKey
	run                    func(args ...string) (code int, stdout, stderr string)
}

// newVerification takes a folder, or the id of a pack that is built in among files.
func newVerification(t *testing.T, pack string, files fs.FS) verification {
	t.Helper()
	dir := t.TempDir()
	private, public, _, err := bundle.GenerateKey(strings.NewReader(strings.Repeat("k", 32)))
	if err != nil {
		t.Fatal(err)
	}
	v := verification{dir: dir, proposal: filepath.Join(dir, "p.yaml"), keyFile: filepath.Join(dir, "k")}
	for name, text := range map[string][]byte{v.proposal: []byte("records: 2\n"), v.keyFile: private, v.keyFile + ".pub": public} {
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if v.key, err = bundle.ParsePrivateKey(private); err != nil {
		t.Fatal(err)
	}
	v.run = func(args ...string) (code int, stdout, stderr string) {
		var out, fault bytes.Buffer
		code = cli.Run(t.Context(), append(args, "--lang", "en", "--pack", pack, "--trust"), cli.Env{
			Files: files, Stdout: &out, Stderr: &fault, Getenv: func(string) string { return "" }, Version: "1.2.3",
			Now: func() time.Time { return time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC) },
		})
		return code, out.String(), fault.String()
	}
	return v
}

// The plan of a pack that is built in answers in place of its rules and is no part of its digest. One that says something
// else than the rules misleads check, and verify finds it: it asks the rules.
func TestVerifyAsksTheRulesAndNoPlan(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	plan := func(files string) (header, program []byte) {
		p, err := pack.Open(os.DirFS(files), "mini")
		if err != nil {
			t.Fatal(err)
		}
		text, err := p.Rules.(*rules.Set).PlanFile(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		header, program, _ = bytes.Cut(text, []byte("\n"))
		return header, program
	}
	honest, lax := filepath.Join(dir, "honest"), filepath.Join(dir, "lax")
	for _, d := range []string{honest, lax} {
		if err := os.CopyFS(d, os.DirFS("testdata/mini")); err != nil {
			t.Fatal(err)
		}
	}
	thresholds := filepath.Join(lax, "policies/mini/thresholds.yaml")
	text, err := os.ReadFile(thresholds)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(thresholds, bytes.Replace(text, []byte("value: 3"), []byte("value: 1"), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	header, _ := plan(honest)
	_, program := plan(lax)
	if err := os.WriteFile(filepath.Join(honest, "policies/mini.plan"), slices.Concat(header, []byte("\n"), program), 0o600); err != nil {
		t.Fatal(err)
	}
	v := newVerification(t, "mini", os.DirFS(honest))
	folder := filepath.Join(v.dir, "out")
	if code, _, stderr := v.run("check", "--receipts", folder, "--receipt-key", v.keyFile, v.proposal); code != cli.ExitOK {
		t.Fatalf("the plan does not mislead check, so the test shows nothing: %d, %s", code, stderr)
	}
	code, stdout, stderr := v.run("verify", filepath.Join(folder, "000001.receipt.json"), "--proposal", v.proposal, "--key", v.keyFile+".pub")
	if code != cli.ExitGate || !strings.Contains(stderr, "verdict: pass in the receipt, fail now") {
		t.Errorf("exit code %d, %s%s", code, stdout, stderr)
	}
}

// Whoever signs could say anything. Each thing that a receipt says is held against what comes now, and named when it is
// another: here everything but one is true, and the signature is good.
func TestAReceiptThatSaysOneThingOtherwiseIsFound(t *testing.T) {
	t.Parallel()
	v := newVerification(t, "testdata/mini", nil)
	run, key, keyFile, dir, proposal := v.run, v.key, v.keyFile, v.dir, v.proposal
	folder := filepath.Join(dir, "out")
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

// A run that is interrupted leaves no receipts behind, whole or in part, nor what it began.
func TestAnInterruptedRunLeavesNoReceipts(t *testing.T) {
	t.Parallel()
	v := newVerification(t, "testdata/mini", nil)
	ctx, cancel := context.WithCancel(t.Context())
	in, feed := io.Pipe()
	go func() { // one proposal is done, then the user interrupts
		_, _ = io.WriteString(feed, "{\"records\": 200}\n{\"records\": 200}\n")
		cancel()
	}()
	code := cli.Run(ctx, []string{"check", "--lang", "en", "--pack", "testdata/mini", "--trust", "--receipts", filepath.Join(v.dir, "out"), "--receipt-key", v.keyFile, "-"}, cli.Env{
		Version: "1", Stdin: in, Stdout: io.Discard, Stderr: io.Discard, Getenv: func(string) string { return "" }, Now: time.Now,
	})
	if code != cli.ExitInterrupted {
		t.Errorf("exit code %d", code)
	}
	left, err := filepath.Glob(filepath.Join(v.dir, "*out*"))
	if hidden, _ := filepath.Glob(filepath.Join(v.dir, ".*")); err != nil || len(left)+len(hidden) > 0 {
		t.Errorf("left: %q, %q, %v", left, hidden, err)
	}
}
