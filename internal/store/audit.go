package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Event is a row of the audit log: who did what to which object. It holds ids and digests, no content.
type Event struct {
	Seq    int64 // from 1, without gaps; the order in which things happened
	Time   time.Time
	Actor  string
	Action string // such as "submission.version"
	Object string // id of what it was done to
	Detail string // a JSON object
	prev   []byte // hash of the row before; 32 zeros for the first
	hash   []byte
}

// detail is what a row of the log says beside actor, action and object.
type detail map[string]any

// audit puts an event into the log when the transaction is committed. It comes last, so that the log, which all writers
// share, is locked for the shortest time.
func (tx *Tx) audit(action, object string, d detail) {
	if d == nil {
		d = detail{}
	}
	tx.events = append(tx.events, Event{Actor: tx.actor, Action: action, Object: object, Detail: asJSON(d)})
}

// Audit adds an event of the caller's to the log, such as an attempt that was refused. The values are kept as JSON.
func (tx *Tx) Audit(action, object string, values map[string]string) error {
	d := detail{}
	for k, v := range values {
		d[k] = v
	}
	tx.audit(action, object, d)
	return check(text{"action", action, 1, maxID}, text{"object", object, 0, maxName}, text{"detail", asJSON(d), 2, maxWords})
}

// auditChunk is how many rows one statement adds.
const auditChunk = 100

// appendAudit writes the events of the transaction.
func (tx *Tx) appendAudit(ctx context.Context) error {
	if len(tx.events) == 0 {
		return nil
	}
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	var seq int64
	var head []byte
	// The lock of this row is what puts the transactions of PostgreSQL into an order.
	err = one(ctx, tx, []any{&seq, &head}, "UPDATE audit_head SET one = 1 WHERE one = 1 RETURNING seq, hash")
	if err != nil {
		return err
	}
	for rest := tx.events; len(rest) > 0; rest = rest[min(auditChunk, len(rest)):] {
		var args []any
		chunk := rest[:min(auditChunk, len(rest))]
		for _, e := range chunk {
			seq++
			e.Seq, e.Time, e.prev = seq, now, head
			head = e.sum()
			args = append(args, e.Seq, micros(e.Time), e.Actor, e.Action, e.Object, e.Detail, e.prev, head)
		}
		_, err := tx.exec(ctx, "INSERT INTO audit (seq, at, actor, action, object, detail, prev, hash) VALUES "+values(len(chunk), 8), args...)
		if err != nil {
			return err
		}
	}
	_, err = tx.exec(ctx, "UPDATE audit_head SET seq = ?, hash = ? WHERE one = 1", seq, head)
	return err
}

// values are the places of many rows: "(?, ?), (?, ?)".
func values(rows, columns int) string {
	row := "(" + strings.Repeat("?, ", columns-1) + "?), "
	return strings.TrimSuffix(strings.Repeat(row, rows), ", ")
}

// sum is the hash of a row: SHA-256 over the name of this form, the hash of the row before, and each field with its length,
// so that nothing can move from one field to the next.
func (e *Event) sum() []byte {
	var b bytes.Buffer
	b.WriteString("hegui/audit/v1\n")
	field := func(f []byte) {
		b.Write(binary.BigEndian.AppendUint32(nil, uint32(len(f))))
		b.Write(f)
	}
	field(e.prev)
	field(binary.BigEndian.AppendUint64(nil, uint64(e.Seq)))
	field(binary.BigEndian.AppendUint64(nil, uint64(micros(e.Time))))
	for _, s := range []string{e.Actor, e.Action, e.Object, e.Detail} {
		field([]byte(s))
	}
	sum := sha256.Sum256(b.Bytes())
	return sum[:]
}

// Hash gives the hash of the row, hex.
func (e *Event) Hash() string { return hex.EncodeToString(e.hash) }

const eventColumns = "seq, at, actor, action, object, detail, prev, hash"

func scanEvent(r row) (e Event, err error) {
	var at int64
	err = r.Scan(&e.Seq, &at, &e.Actor, &e.Action, &e.Object, &e.Detail, &e.prev, &e.hash)
	e.Time = fromMicros(at)
	return e, err
}

var eventOrder = order{name: "audit", by: "seq"}

// Events lists the audit log from its beginning: of one object, or all of it when object is "".
func (tx *Tx) Events(ctx context.Context, object string, p Page) (List[Event], error) {
	at, err := p.from(eventOrder)
	if err != nil {
		return List[Event]{}, err
	}
	q := statement("SELECT " + eventColumns + " FROM audit WHERE seq > ?").with(at.N)
	if object != "" {
		q.and("object = ?", object)
	}
	return page(ctx, tx, p, q, eventOrder, scanEvent, func(e *Event) place { return place{N: e.Seq} })
}

// AuditHead is where the audit log ends. Kept in a second place, it shows later that nothing before it was changed, not even
// by somebody who wrote all of the log anew.
type AuditHead struct {
	Seq  int64  // 0 when the log is empty
	Hash string // hex
}

// String writes a head as ParseAuditHead reads it, "1204:9f86…".
func (h AuditHead) String() string { return fmt.Sprintf("%d:%s", h.Seq, h.Hash) }

// ParseAuditHead reads a head. The error is [ErrInvalid].
func ParseAuditHead(s string) (AuditHead, error) {
	seq, hash, _ := strings.Cut(s, ":")
	n, err := strconv.ParseInt(seq, 10, 64)
	if err != nil || n < 0 || isDigest("head", hash) != nil {
		return AuditHead{}, fmt.Errorf("head: %w: not NUMBER:HASH", ErrInvalid)
	}
	return AuditHead{n, hash}, nil
}

// AuditHead gives the end of the audit log.
func (tx *Tx) AuditHead(ctx context.Context) (AuditHead, error) {
	var seq int64
	var hash []byte
	err := one(ctx, tx, []any{&seq, &hash}, "SELECT seq, hash FROM audit_head WHERE one = 1")
	return AuditHead{seq, hex.EncodeToString(hash)}, err
}
