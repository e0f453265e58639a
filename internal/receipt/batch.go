package receipt

import (
	"bytes"
	"crypto/ed25519"
	"encoding/hex"
	"fmt"
	"time"
)

// BatchType names what the root of a batch says.
const BatchType = "https://hegui.invalid/receipt-batch/v1"

// ProofVersion names the form of inclusion proofs.
const ProofVersion = "hegui/receipt-proof/v1"

// maxBatch bounds the leaves of a batch.
const maxBatch = 100_000_000

// Batch is what the root of a batch says: an in-toto Statement v1 whose one subject is the tree.
type Batch struct {
	Type          string         `json:"_type"`
	Subject       []BatchSubject `json:"subject"`
	PredicateType string         `json:"predicateType"`
	Predicate     BatchPredicate `json:"predicate"`
}

// BatchSubject is the tree: its name is "receipts".
type BatchSubject struct {
	Name   string      `json:"name"`
	Digest BatchDigest `json:"digest"`
}

// BatchDigest is the root of a tree of RFC 6962, in hex. It is not called sha256: no file has it.
type BatchDigest struct {
	Root string `json:"rfc6962_sha256"`
}

// BatchPredicate says how many receipts there are, and when the root was signed.
type BatchPredicate struct {
	Size     int    `json:"size"`
	IssuedAt string `json:"issued_at"` // RFC 3339, UTC, whole seconds
}

// Proof shows that a receipt is one of a batch.
type Proof struct {
	Version string   `json:"version"` // ProofVersion
	Index   int      `json:"index"`   // from 0
	Size    int      `json:"size"`    // receipts in the batch
	Leaf    string   `json:"leaf"`    // LeafHash of the receipt's payload, hex
	Path    []string `json:"path"`    // hashes from the bottom up, hex
}

const batchName = "receipts"

// Leaf is the leaf of a receipt: of what is signed, so that further signatures leave proofs as they are.
func (e *Envelope) Leaf() Hash { return LeafHash(e.payload) }

// Leaf is the leaf of the receipt that says this: what [Envelope.Leaf] gives once it is signed, which needs no signature. The
// error is a statement that [Read] would refuse.
func (s *Statement) Leaf() (Hash, error) {
	if err := s.check(); err != nil {
		return Hash{}, err
	}
	payload, err := compact(s)
	if err != nil {
		return Hash{}, err
	}
	return LeafHash(payload), nil
}

// SignRoot signs the root of a batch's receipts. The error is no receipts, or none or too many keys.
func SignRoot(t *Tree, issuedAt time.Time, keys ...ed25519.PrivateKey) (*Envelope, error) {
	root := t.Root()
	b := &Batch{
		Type: statementType, PredicateType: BatchType,
		Subject:   []BatchSubject{{batchName, BatchDigest{hex.EncodeToString(root[:])}}},
		Predicate: BatchPredicate{t.Size(), issuedAt.UTC().Format(time.RFC3339)},
	}
	if err := b.check(); err != nil {
		return nil, err
	}
	return seal(b, keys)
}

// ReadRoot reads the root of a batch, as strictly as [Read].
func ReadRoot(file []byte) (*Envelope, *Batch, error) {
	var b Batch
	e, err := open(file, &b)
	if err != nil {
		return nil, nil, err
	}
	if err := b.check(); err != nil {
		return nil, nil, err
	}
	if err := canonical(e.payload, &b); err != nil {
		return nil, nil, err
	}
	return e, &b, nil
}

func (b *Batch) check() error {
	switch {
	case b.Type != statementType:
		return form("_type", b.Type)
	case b.PredicateType != BatchType:
		return refuse("E_RECEIPT_TYPE", "类型是 %.80q，本程序只认 %q", "the type is %.80q; this program knows %q", b.PredicateType, BatchType)
	case len(b.Subject) != 1 || b.Subject[0].Name != batchName:
		return form("subject", fmt.Sprint(len(b.Subject)))
	case !isSHA256(b.Subject[0].Digest.Root):
		return form("subject.digest.rfc6962_sha256", b.Subject[0].Digest.Root)
	case b.Predicate.Size < 1 || b.Predicate.Size > maxBatch:
		return form("size", fmt.Sprint(b.Predicate.Size))
	case !isInstant(b.Predicate.IssuedAt):
		return form("issued_at", b.Predicate.IssuedAt)
	}
	return nil
}

// Prove gives the proof of one receipt of a tree.
func Prove(t *Tree, index int) *Proof {
	leaf := t.levels[0][index]
	p := &Proof{Version: ProofVersion, Index: index, Size: t.Size(), Leaf: hex.EncodeToString(leaf[:]), Path: []string{}}
	for _, h := range t.Path(index) {
		p.Path = append(p.Path, hex.EncodeToString(h[:]))
	}
	return p
}

// Bytes is the file of a proof: one line of JSON, the one form that [ReadProof] takes.
func (p *Proof) Bytes() []byte {
	line, err := compact(p)
	if err != nil {
		panic(fmt.Sprintf("a proof is plain data: %v", err))
	}
	return append(line, '\n')
}

// ReadProof reads a proof, as strictly as [Read]. The error is an *[Error].
func ReadProof(file []byte) (*Proof, error) {
	if len(file) > maxProof {
		return nil, tooLarge(len(file), maxProof)
	}
	var p Proof
	if err := strict(file, &p); err != nil {
		return nil, err
	}
	switch {
	case p.Version != ProofVersion:
		return nil, refuse("E_RECEIPT_TYPE", "版本是 %.80q，本程序只认 %q", "the version is %.80q; this program knows %q", p.Version, ProofVersion)
	case p.Size < 1 || p.Size > maxBatch:
		return nil, form("size", fmt.Sprint(p.Size))
	case p.Index < 0 || p.Index >= p.Size:
		return nil, form("index", fmt.Sprint(p.Index))
	case !isSHA256(p.Leaf):
		return nil, form("leaf", p.Leaf)
	}
	for _, h := range p.Path {
		if !isSHA256(h) {
			return nil, form("path", h)
		}
	}
	if !bytes.Equal(p.Bytes(), file) {
		return nil, otherForm()
	}
	return &p, nil
}

// Includes checks that a proof leads from a receipt to the root of a batch. The signatures of both are the caller's to check.
// The error is an *[Error] that says which of them does not fit.
func (b *Batch) Includes(e *Envelope, p *Proof) error {
	leaf := e.Leaf()
	if hex.EncodeToString(leaf[:]) != p.Leaf {
		return refuse("E_PROOF_LEAF", "证明不是这份回执的", "the proof is of another receipt")
	}
	if p.Size != b.Predicate.Size {
		return refuse("E_PROOF_SIZE", "证明所说的批次有 %d 份回执，根所说的有 %d 份", "the proof is of a batch of %d receipts, the root of one of %d", p.Size, b.Predicate.Size)
	}
	path := make([]Hash, len(p.Path))
	for i, h := range p.Path {
		if n, err := hex.Decode(path[i][:], []byte(h)); err != nil || n != len(path[i]) {
			return form("path", h)
		}
	}
	root, err := rootOf(leaf, p.Index, p.Size, path)
	if err != nil || hex.EncodeToString(root[:]) != b.Subject[0].Digest.Root {
		return refuse("E_PROOF_PATH", "证明通不到批次的根：回执不在其中，或证明已被改动", "the proof does not lead to the root of the batch: the receipt is not in it, or the proof was changed")
	}
	return nil
}
