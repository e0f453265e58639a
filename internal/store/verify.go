package store

import (
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"math"
)

// AuditFault is what is wrong with a row of the audit log.
type AuditFault string

// The faults of rows.
const (
	AuditChanged   AuditFault = "changed"   // its content is not what its hash says
	AuditMissing   AuditFault = "missing"   // it is not there
	AuditInserted  AuditFault = "inserted"  // it is beyond the end, or before the beginning
	AuditUnlinked  AuditFault = "unlinked"  // it does not follow the row before: one of the two was exchanged
	AuditRewritten AuditFault = "rewritten" // its hash is another one than was kept in a second place
)

// AuditError names the first row of the audit log that is not as it was written.
type AuditError struct {
	Seq   int64
	Fault AuditFault
}

func (e *AuditError) Error() string {
	return fmt.Sprintf("row %d of the audit log was tampered with: %s", e.Seq, e.Fault)
}

// VerifyAudit reads all of the audit log and gives its end. Any row that was changed, removed, inserted or exchanged is found,
// the first of them is named: the error is an [AuditError]. Rows that are left out at the end together with the note of where it
// is, and a log that was written anew as a whole, are found by ends that were kept elsewhere. progress, unless nil, is told how
// many rows were read of how many.
func (s *Store) VerifyAudit(ctx context.Context, progress func(read, of int64), kept ...AuditHead) (AuditHead, error) {
	v := verifier{last: make([]byte, 32), kept: map[int64]string{}}
	for _, h := range kept {
		v.kept[h.Seq] = h.Hash
	}
	if hash, ok := v.kept[0]; ok && hash != hex.EncodeToString(v.last) {
		return AuditHead{}, &AuditError{0, AuditRewritten}
	}
	var head AuditHead
	for from, more := int64(math.MinInt64), true; more; {
		n := 0
		err := s.View(ctx, func(tx *Tx) (err error) {
			if head, err = tx.AuditHead(ctx); err != nil {
				return err
			}
			return each(ctx, tx, func(r row) error {
				e, err := scanEvent(r)
				if err != nil {
					return err
				}
				n++
				from = e.Seq
				return v.row(&e)
			}, "SELECT "+eventColumns+" FROM audit WHERE seq > ? ORDER BY seq LIMIT ?", from, int64(MaxLimit))
		})
		if err != nil {
			return AuditHead{}, err
		}
		if more = n == MaxLimit; progress != nil {
			progress(v.seq, head.Seq)
		}
	}
	return head, v.end(head)
}

// verifier follows the chain.
type verifier struct {
	seq  int64  // of the last row that was read
	last []byte // its hash
	kept map[int64]string
}

func (v *verifier) row(e *Event) error {
	want := v.seq + 1
	switch {
	case e.Seq < want:
		return &AuditError{e.Seq, AuditInserted}
	case e.Seq > want:
		return &AuditError{want, AuditMissing}
	case !bytes.Equal(e.sum(), e.hash):
		return &AuditError{want, AuditChanged}
	case !bytes.Equal(e.prev, v.last):
		return &AuditError{want, AuditUnlinked}
	}
	if hash, ok := v.kept[want]; ok && hash != hex.EncodeToString(e.hash) {
		return &AuditError{want, AuditRewritten}
	}
	v.seq, v.last = want, e.hash
	return nil
}

// end holds that the log ends where it is said to end, and not before an end that was kept.
func (v *verifier) end(head AuditHead) error {
	switch {
	case head.Seq > v.seq:
		return &AuditError{v.seq + 1, AuditMissing}
	case head.Seq < v.seq:
		return &AuditError{head.Seq + 1, AuditInserted}
	case head.Hash != hex.EncodeToString(v.last):
		return &AuditError{v.seq, AuditRewritten}
	}
	first := int64(math.MaxInt64)
	for seq := range v.kept {
		if seq > v.seq {
			first = min(first, v.seq+1)
		}
	}
	if first < math.MaxInt64 {
		return &AuditError{first, AuditMissing}
	}
	return nil
}
