// Package receipt writes and checks receipts: signed statements that a proposal, held against a pack, gave a result, with
// the digests of all that decides it, so that anyone who has proposal, pack and public key can repeat it and compare. A
// receipt is an in-toto Statement v1 in a DSSE envelope; the receipts of a batch hang on the root of a Merkle tree (RFC
// 6962), which is signed too. It evaluates nothing and reads no clock. Start at [Of], [Sign] and [Read]; docs/receipts.md
// describes the form.
package receipt

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"hegui/internal/assess"
)

// The types that name what is in an envelope. Those of hegui's own have a host that nobody can own; a change of meaning
// gets another number.
const (
	statementType = "https://in-toto.io/Statement/v1"
	PredicateType = "https://hegui.invalid/receipt/v1"
)

// maxName bounds the name of a proposal, in bytes. [Of] cuts no name: one that is longer is refused.
const maxName = 4096

// Statement is what a receipt says: an in-toto Statement v1 with one subject.
type Statement struct {
	Type          string    `json:"_type"`
	Subject       []Subject `json:"subject"` // exactly one: the proposal
	PredicateType string    `json:"predicateType"`
	Predicate     Predicate `json:"predicate"`
}

// Subject is a proposal: its name as the result has it, and the SHA-256 of its bytes.
type Subject struct {
	Name   string `json:"name"`
	Digest Digest `json:"digest"`
}

// Digest is the one digest of a subject, in hex.
type Digest struct {
	SHA256 string `json:"sha256"`
}

// Predicate is how the proposal was assessed, and what came of it.
type Predicate struct {
	ContentSHA256 string         `json:"content_sha256"` // of the proposal's values, whatever their order and layout
	Pack          assess.PackRef `json:"pack"`
	Engine        string         `json:"engine"` // version of hegui
	Profile       string         `json:"profile"`
	AsOf          string         `json:"as_of"`                    // YYYY-MM-DD
	WaiversSHA256 string         `json:"waivers_sha256,omitempty"` // of the waiver file; absent when there was none
	Readings      bool           `json:"readings"`                 // whether alternative readings were decided too
	Result        ResultRef      `json:"result"`
	Score         assess.Score   `json:"score"` // basis points
	Verdict       assess.Verdict `json:"verdict"`
	IssuedAt      string         `json:"issued_at"` // RFC 3339, UTC, whole seconds
}

// ResultRef names a result: the line that `hegui check --format ndjson` writes of the proposal, without its break.
type ResultRef struct {
	Version string `json:"version"` // of the result's form
	SHA256  string `json:"sha256"`
}

// Result is a result as it is written: its bytes and the version of their form.
type Result struct {
	Version string
	JSON    []byte
}

// Options are what an assessment does not say of itself.
type Options struct {
	WaiversSHA256 string // of the waiver file, hex; "" when there was none
	Readings      bool   // whether alternative readings were asked for
	IssuedAt      time.Time
}

// Of says what a receipt of an assessment says. The assessment's file name must be UTF-8; see [Name].
func Of(a *assess.Assessment, result Result, o Options) *Statement {
	sum := sha256.Sum256(result.JSON)
	return &Statement{
		Type: statementType, PredicateType: PredicateType,
		Subject: []Subject{{Name: a.File, Digest: Digest{a.SHA256}}},
		Predicate: Predicate{
			ContentSHA256: a.ContentSHA256, Pack: a.Pack, Engine: a.Engine, Profile: a.Profile, AsOf: a.AsOf,
			WaiversSHA256: o.WaiversSHA256, Readings: o.Readings,
			Result: ResultRef{result.Version, hex.EncodeToString(sum[:])},
			Score:  a.Decision.Score, Verdict: a.Decision.Verdict,
			IssuedAt: o.IssuedAt.UTC().Format(time.RFC3339),
		},
	}
}

// Name gives a file's name as a receipt can hold it: what is not UTF-8 becomes U+FFFD. Results that get a receipt have it.
func Name(file string) string { return strings.ToValidUTF8(file, "\uFFFD") }

// Proposal gives the one subject.
func (s *Statement) Proposal() Subject { return s.Subject[0] }

// check says whether a statement has everything it must, each in its one form.
func (s *Statement) check() error {
	p := &s.Predicate
	switch {
	case s.Type != statementType:
		return form("_type", s.Type)
	case s.PredicateType != PredicateType:
		return refuse("E_RECEIPT_TYPE", "类型是 %q，本程序只认 %q", "the type is %q; this program knows %q", s.PredicateType, PredicateType)
	case len(s.Subject) != 1:
		return form("subject", fmt.Sprint(len(s.Subject)))
	case s.Subject[0].Name == "" || len(s.Subject[0].Name) > maxName:
		return form("subject.name", fmt.Sprint(len(s.Subject[0].Name)))
	case p.Score < 0 || p.Score > 10000:
		return form("score", fmt.Sprint(int(p.Score)))
	case p.Pack.ID == "" || p.Pack.Version == "":
		return form("pack", p.Pack.ID)
	case p.Profile == "":
		return form("profile", "")
	case p.Result.Version == "":
		return form("result.version", "")
	case !isDate(time.DateOnly, p.AsOf):
		return form("as_of", p.AsOf)
	case !isInstant(p.IssuedAt):
		return form("issued_at", p.IssuedAt)
	}
	switch p.Verdict {
	case assess.VerdictPass, assess.VerdictFail, assess.VerdictReview, assess.VerdictError:
	default:
		return form("verdict", string(p.Verdict))
	}
	for _, d := range []struct{ field, digest string }{
		{"subject.digest.sha256", s.Subject[0].Digest.SHA256}, {"content_sha256", p.ContentSHA256}, {"pack.digest", p.Pack.Digest},
		{"result.sha256", p.Result.SHA256},
	} {
		if !isSHA256(d.digest) {
			return form(d.field, d.digest)
		}
	}
	if p.WaiversSHA256 != "" && !isSHA256(p.WaiversSHA256) {
		return form("waivers_sha256", p.WaiversSHA256)
	}
	return nil
}

// isSHA256 says whether a text is 64 hex digits, lower case.
func isSHA256(s string) bool {
	b, err := hex.DecodeString(s)
	return err == nil && len(b) == sha256.Size && hex.EncodeToString(b) == s
}

func isDate(layout, s string) bool {
	t, err := time.Parse(layout, s)
	return err == nil && t.Format(layout) == s
}

// isInstant says whether a text is an instant in UTC, in whole seconds.
func isInstant(s string) bool { return isDate("2006-01-02T15:04:05Z", s) }
