package receipt

import (
	"crypto/ed25519"
	"fmt"
	"time"
)

// CheckpointType names what a checkpoint of an audit log says.
const CheckpointType = "https://hegui.invalid/audit-checkpoint/v1"

// Checkpoint says where an audit log ended at a time: an in-toto Statement v1 whose one subject is the log. Kept in a second
// place, it shows later that no row before it was changed, not even by somebody who wrote all of the log anew and cannot sign.
type Checkpoint struct {
	Type          string              `json:"_type"`
	Subject       []CheckpointSubject `json:"subject"`
	PredicateType string              `json:"predicateType"`
	Predicate     CheckpointPredicate `json:"predicate"`
}

// CheckpointSubject is the log: its name is "audit".
type CheckpointSubject struct {
	Name   string           `json:"name"`
	Digest CheckpointDigest `json:"digest"`
}

// CheckpointDigest is the hash of the last row, in hex. It is not called sha256: no file has it.
type CheckpointDigest struct {
	Head string `json:"hegui_audit_sha256"`
}

// CheckpointPredicate says how many rows there are, and when it was signed.
type CheckpointPredicate struct {
	Rows     int64  `json:"rows"`
	IssuedAt string `json:"issued_at"` // RFC 3339, UTC, whole seconds
}

const auditName = "audit"

// SignCheckpoint signs where an audit log ends: how many rows there are, and the hash of the last one, hex. The error is another
// form of either, or none or too many keys.
func SignCheckpoint(rows int64, head string, issuedAt time.Time, keys ...ed25519.PrivateKey) (*Envelope, error) {
	c := &Checkpoint{
		Type: statementType, PredicateType: CheckpointType,
		Subject:   []CheckpointSubject{{auditName, CheckpointDigest{head}}},
		Predicate: CheckpointPredicate{rows, issuedAt.UTC().Format(time.RFC3339)},
	}
	if err := c.check(); err != nil {
		return nil, err
	}
	return seal(c, keys)
}

// ReadCheckpoint reads a checkpoint, as strictly as [Read]. Nothing is known of its signatures yet.
func ReadCheckpoint(file []byte) (*Envelope, *Checkpoint, error) {
	var c Checkpoint
	e, err := open(file, &c)
	if err != nil {
		return nil, nil, err
	}
	if err := c.check(); err != nil {
		return nil, nil, err
	}
	if err := canonical(e.payload, &c); err != nil {
		return nil, nil, err
	}
	return e, &c, nil
}

// Head gives the hash of the last row, hex.
func (c *Checkpoint) Head() string { return c.Subject[0].Digest.Head }

func (c *Checkpoint) check() error {
	switch {
	case c.Type != statementType:
		return form("_type", c.Type)
	case c.PredicateType != CheckpointType:
		return refuse("E_RECEIPT_TYPE", "类型是 %.80q，本程序只认 %q", "the type is %.80q; this program knows %q", c.PredicateType, CheckpointType)
	case len(c.Subject) != 1 || c.Subject[0].Name != auditName:
		return form("subject", fmt.Sprint(len(c.Subject)))
	case !isSHA256(c.Head()):
		return form("subject.digest.hegui_audit_sha256", c.Head())
	case c.Predicate.Rows < 0:
		return form("rows", fmt.Sprint(c.Predicate.Rows))
	case !isInstant(c.Predicate.IssuedAt):
		return form("issued_at", c.Predicate.IssuedAt)
	}
	return nil
}
