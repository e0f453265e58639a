package store

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// The actions of the audit log that records are held against.
const (
	actionVersion    = "submission.version"
	actionAssessment = "assessment.record"
	actionOverride   = "review.override"
	actionRetained   = "retention.submission"
)

// What the audit log says of a record, when it is made and when it is verified.

func (v *SubmissionVersion) detail() detail {
	d := detail{"number": v.Number, "proposal": v.Digest}
	if v.Assessment != "" {
		d["assessment"] = v.Assessment
	}
	return d
}

func (a *Assessment) detail() detail {
	d := detail{"proposal": a.Proposal, "pack": a.Pack.Digest, "verdict": a.Verdict, "score": int(a.Score), "result": a.Result}
	if a.Title != "" {
		d["title"] = Digest([]byte(a.Title))
	}
	return d
}

func (o *Override) detail() detail {
	return detail{"override": o.ID, "assessment": o.Assessment, "requirement": o.Requirement,
		"machine": o.Machine, "status": o.Status, "reviewer": o.Reviewer, "reason": Digest([]byte(o.Reason))}
}

// RecordKind is a kind of record that the audit log speaks of.
type RecordKind string

// The kinds of records.
const (
	RecordVersion    RecordKind = "version"    // of a submission
	RecordAssessment RecordKind = "assessment" // with score and verdict
	RecordOverride   RecordKind = "override"   // of a reviewer
)

// RecordError names a record that is not what the audit log says of it: somebody changed it, added it or took it away past this
// program.
type RecordError struct {
	Kind RecordKind
	ID   string // of the submission, the assessment or the override
}

func (e *RecordError) Error() string {
	return fmt.Sprintf("%s %s is not what the audit log says", e.Kind, e.ID)
}

// recordChunk is how many records are held against the log at a time.
const recordChunk = 200

// record is what a record should stand in the log as.
type record struct {
	id     string // shown when it is wrong
	object string
	entry  string
	at     place
}

// entry is a row of the log without its place. Records that keep no actor are compared without one.
func entry(at time.Time, actor, detail string) string {
	return fmt.Sprintf("%d %q %s", micros(at), actor, detail)
}

// VerifyRecords holds versions, assessments and overrides against the audit log, which must have been verified itself: it says
// of each who made it, when, and what was in it that decides. progress, unless nil, is told how many were held against it, of
// an unknown number. The error is a [RecordError] for the first that differs.
func (s *Store) VerifyRecords(ctx context.Context, progress func(done, of int64)) error {
	done := int64(0)
	for _, kind := range []struct {
		kind   RecordKind
		action string
		read   func(ctx context.Context, tx *Tx, from place) ([]record, error)
	}{
		{RecordVersion, actionVersion, versionRecords}, {RecordAssessment, actionAssessment, assessmentRecords}, {RecordOverride, actionOverride, overrideRecords},
	} {
		var from place
		for more := true; more; {
			err := s.View(ctx, func(tx *Tx) error {
				records, err := kind.read(ctx, tx, from)
				if err != nil || len(records) == 0 {
					more = false
					return err
				}
				from = records[len(records)-1].at
				done += int64(len(records))
				said, err := tx.said(ctx, kind.action, records)
				if err != nil {
					return err
				}
				for _, r := range records {
					if !slices.Contains(said[r.object], r.entry) {
						return &RecordError{kind.kind, r.id}
					}
				}
				return nil
			})
			if err != nil {
				return err
			}
			if progress != nil {
				progress(done, 0)
			}
		}
	}
	if err := s.verifyRanks(ctx); err != nil {
		return err
	}
	return s.verifyNoneRemoved(ctx)
}

// verifyRanks holds what submissions are ranked by against their assessments.
func (s *Store) verifyRanks(ctx context.Context) error {
	return s.View(ctx, func(tx *Tx) error {
		return each(ctx, tx, func(r row) error {
			var id string
			if err := r.Scan(&id); err != nil {
				return err
			}
			return &RecordError{RecordVersion, id}
		}, `SELECT s.id FROM submission s JOIN version v ON v.submission = s.id AND v.number = s.versions LEFT JOIN assessment a ON a.key = v.assessment
			WHERE s.score <> coalesce(a.score, -1) ORDER BY s.id LIMIT 1`)
	})
}

// said gives what the log says of objects.
func (tx *Tx) said(ctx context.Context, action string, records []record) (map[string][]string, error) {
	args := []any{action}
	objects := map[string]bool{}
	for _, r := range records {
		if !objects[r.object] {
			objects[r.object] = true
			args = append(args, r.object)
		}
	}
	said := map[string][]string{}
	err := each(ctx, tx, func(r row) error {
		var object, actor, what string
		var at int64
		err := r.Scan(&object, &at, &actor, &what)
		said[object] = append(said[object], entry(fromMicros(at), actor, what), entry(fromMicros(at), "", what))
		return err
	}, "SELECT object, at, actor, detail FROM audit WHERE action = ? AND object IN "+values(1, len(objects)), args...)
	return said, err
}

func versionRecords(ctx context.Context, tx *Tx, from place) (records []record, err error) {
	err = each(ctx, tx, func(r row) error {
		v, err := scanVersion(r)
		records = append(records, record{v.Submission, v.Submission, entry(v.Created, v.Actor, asJSON(v.detail())), place{int64(v.Number), v.Submission}})
		return err
	}, "SELECT "+versionColumns+" FROM version WHERE submission >= ? AND (submission > ? OR number > ?) ORDER BY submission, number LIMIT ?", from.S, from.S, from.N, int64(recordChunk))
	return records, err
}

func assessmentRecords(ctx context.Context, tx *Tx, from place) (records []record, err error) {
	err = each(ctx, tx, func(r row) error {
		a, err := scanAssessment(r)
		records = append(records, record{a.Key, a.Key, entry(a.Created, "", asJSON(a.detail())), place{S: a.Key}})
		return err
	}, "SELECT "+assessmentColumns+" FROM assessment WHERE key > ? ORDER BY key LIMIT ?", from.S, int64(recordChunk))
	return records, err
}

func overrideRecords(ctx context.Context, tx *Tx, from place) (records []record, err error) {
	err = each(ctx, tx, func(r row) error {
		o, err := scanOverride(r)
		records = append(records, record{o.ID, o.Submission, entry(o.Created, "", asJSON(o.detail())), place{S: o.ID}})
		return err
	}, "SELECT "+overrideColumns+" FROM override WHERE id > ? ORDER BY id LIMIT ?", from.S, int64(recordChunk))
	return records, err
}

// verifyNoneRemoved looks for submissions that the log says were handed in, and neither are there nor were removed by retention.
func (s *Store) verifyNoneRemoved(ctx context.Context) error {
	for from, more := int64(0), true; more; {
		err := s.View(ctx, func(tx *Tx) error {
			n := 0
			err := each(ctx, tx, func(r row) error {
				var submission string
				var versions *int64
				if err := r.Scan(&from, &submission, &versions); err != nil {
					return err
				}
				n++
				if versions == nil {
					return &RecordError{RecordVersion, submission}
				}
				return nil
			}, `SELECT a.seq, a.object, coalesce(v.number, g.seq) FROM audit a
				LEFT JOIN version v ON v.submission = a.object AND a.detail = CASE WHEN v.assessment IS NULL THEN '{' ELSE '{"assessment":"' || v.assessment || '",' END
					|| '"number":' || CAST(v.number AS TEXT) || ',"proposal":"' || v.digest || '"}'
				LEFT JOIN audit g ON g.object = a.object AND g.action = ?
				WHERE a.seq > ? AND a.action = ? ORDER BY a.seq LIMIT ?`, actionRetained, from, actionVersion, int64(recordChunk))
			more = n == recordChunk
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
