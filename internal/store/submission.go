package store

import (
	"context"
	"fmt"
	"time"
)

// Upload is a proposal as a portal hands it in.
type Upload struct {
	Portal    string // who hands it in, such as the id of its key
	Reference string // what the portal calls the submission
	Applicant string // whose it is, as the portal names them; an id, not a name
	Proposal  Content
	Assessed  *Assessed // what it was assessed as when it came, of the same proposal; nil when it was not
}

// Submission is what a portal handed in, as often as it did.
type Submission struct {
	ID        string // public, not to be guessed
	Portal    string
	Reference string
	Applicant string
	Versions  int // how many there are; the number of the current one
	Created   time.Time
	Changed   time.Time  // when the current version came, or something else was done with it
	Closed    *time.Time // nil while versions may be added
	Withdrawn *time.Time // when who handed it in took it back; nil while it stands
	Hold      string     // why retention passes over it; "" when it does not
}

// SubmissionVersion is one upload of a submission.
type SubmissionVersion struct {
	Submission string
	Number     int    // from 1
	Digest     string // of the proposal
	Actor      string // who handed it in
	Created    time.Time
	Assessment string // key of what it was assessed as when it came; "" when it was not
}

// Submitted says what became of an upload.
type Submitted struct {
	Submission Submission
	Version    SubmissionVersion // the current one
	New        bool              // false when the current version was the same bytes already
}

// Submit keeps an upload: as a new submission, or as the next version of the one with this reference. Bytes that are those of
// the current version are not kept again, nor is what they were assessed as, so an upload may be repeated, also many times at
// once, and opens nothing again that was withdrawn; other bytes do. The error is [ErrInvalid], [ErrApplicant], [ErrClosed] for other bytes than the current ones, or that of [Tx.Record].
func (tx *Tx) Submit(ctx context.Context, u Upload) (Submitted, error) {
	if err := check(text{"portal", u.Portal, 1, maxName}, text{"reference", u.Reference, 1, maxName}, text{"applicant", u.Applicant, 1, maxName}); err != nil {
		return Submitted{}, err
	}
	now, err := tx.Now(ctx)
	if err != nil {
		return Submitted{}, err
	}
	if err := tx.putProposal(ctx, u.Proposal); err != nil {
		return Submitted{}, err
	}
	digest := u.Proposal.digest
	id, err := tx.store.newID()
	if err != nil {
		return Submitted{}, err
	}
	// The update that changes nothing takes the lock of the row: others with this reference wait here, and then see it.
	s, err := readSubmission(ctx, tx, `INSERT INTO submission (id, portal, reference, applicant, versions, created, changed, hold)
		VALUES (?, ?, ?, ?, 0, ?, ?, '') ON CONFLICT (portal, reference) DO UPDATE SET portal = excluded.portal
		RETURNING `+submissionColumns, id, u.Portal, u.Reference, u.Applicant, micros(now), micros(now))
	if err != nil {
		return Submitted{}, err
	}
	if s.Applicant != u.Applicant {
		return Submitted{}, ErrApplicant
	}
	if s.Versions > 0 {
		current, err := tx.Version(ctx, s.ID, s.Versions)
		if err != nil {
			return Submitted{}, err
		}
		if current.Digest == digest {
			return Submitted{Submission: s, Version: current}, nil
		}
		if s.Closed != nil {
			return Submitted{}, ErrClosed
		}
	}
	s.Versions++
	s.Changed = now
	v := SubmissionVersion{Submission: s.ID, Number: s.Versions, Digest: digest, Actor: tx.actor, Created: now}
	score := int64(-1)
	if u.Assessed != nil {
		score = int64(u.Assessed.Score)
		if v.Assessment = u.Assessed.Key; u.Assessed.Proposal != digest {
			return Submitted{}, fmt.Errorf("assessment: %w: it is of another proposal", ErrInvalid)
		}
		if err := tx.Record(ctx, *u.Assessed); err != nil {
			return Submitted{}, err
		}
	}
	if _, err = tx.exec(ctx, "UPDATE submission SET versions = ?, changed = ?, score = ?, withdrawn = NULL WHERE id = ?", int64(s.Versions), micros(now), score, s.ID); err != nil {
		return Submitted{}, err
	}
	_, err = tx.exec(ctx, "INSERT INTO version (submission, number, digest, actor, created, assessment) VALUES (?, ?, ?, ?, ?, ?)",
		v.Submission, int64(v.Number), v.Digest, v.Actor, micros(now), optional(v.Assessment))
	tx.audit(actionVersion, s.ID, v.detail())
	if s.Withdrawn != nil {
		tx.audit("submission.reopen", s.ID, nil)
		s.Withdrawn = nil
	}
	return Submitted{Submission: s, Version: v, New: true}, err
}

const submissionColumns = "id, portal, reference, applicant, versions, created, changed, closed, withdrawn, hold"

func scanSubmission(r row) (s Submission, err error) {
	var created, changed int64
	var closed, withdrawn *int64
	err = r.Scan(&s.ID, &s.Portal, &s.Reference, &s.Applicant, &s.Versions, &created, &changed, &closed, &withdrawn, &s.Hold)
	s.Created, s.Changed, s.Closed, s.Withdrawn = fromMicros(created), fromMicros(changed), fromOptional(closed), fromOptional(withdrawn)
	return s, err
}

func readSubmission(ctx context.Context, tx *Tx, statement string, args ...any) (s Submission, err error) {
	return only(ctx, tx, scanSubmission, statement, args...)
}

// Submission gives a submission. The error is [ErrNotFound].
func (tx *Tx) Submission(ctx context.Context, id string) (Submission, error) {
	return readSubmission(ctx, tx, "SELECT "+submissionColumns+" FROM submission WHERE id = ?", id)
}

// lockSubmission keeps others from changing the submission until the transaction ends, and gives it. That something is done
// with it is kept too: retention counts from then on.
func (tx *Tx) lockSubmission(ctx context.Context, id string) (Submission, error) {
	now, err := tx.Now(ctx)
	if err != nil {
		return Submission{}, err
	}
	return readSubmission(ctx, tx, "UPDATE submission SET changed = ? WHERE id = ? RETURNING "+submissionColumns, micros(now), id)
}

// SubmissionState says what may be done with a submission.
type SubmissionState string

// The states of submissions, and one that is of several.
const (
	SubmissionOpen      SubmissionState = "open"
	SubmissionClosed    SubmissionState = "closed"    // it was decided
	SubmissionWithdrawn SubmissionState = "withdrawn" // and not handed in again
	SubmissionStanding  SubmissionState = "standing"  // open or closed
)

// SubmissionFilter says which submissions are listed; "" is any.
type SubmissionFilter struct {
	Applicant string
	Portal    string
	Reviewer  string // to whom they are assigned now
	State     SubmissionState
}

// on adds the filter to a query of submissions that are called s.
func (f SubmissionFilter) on(q *query) {
	if f.Applicant != "" {
		q.and("s.applicant = ?", f.Applicant)
	}
	if f.Portal != "" {
		q.and("s.portal = ?", f.Portal)
	}
	if f.Reviewer != "" {
		q.and("s.id IN (SELECT submission FROM assignment WHERE reviewer = ? AND ended IS NULL)", f.Reviewer)
	}
	switch f.State {
	case SubmissionOpen:
		q.and("s.closed IS NULL AND s.withdrawn IS NULL")
	case SubmissionClosed:
		q.and("s.closed IS NOT NULL")
	case SubmissionWithdrawn:
		q.and("s.withdrawn IS NOT NULL")
	case SubmissionStanding:
		q.and("s.withdrawn IS NULL")
	}
}

var submissionOrder = order{name: "submissions", by: "created DESC, id DESC", first: latest}

// Submissions lists submissions, the latest first.
func (tx *Tx) Submissions(ctx context.Context, f SubmissionFilter, p Page) (List[Submission], error) {
	at, err := p.from(submissionOrder)
	if err != nil {
		return List[Submission]{}, err
	}
	q := statement("SELECT "+submissionColumns+" FROM submission s WHERE created <= ? AND (created < ? OR id < ?)").with(at.N, at.N, at.S)
	f.on(q)
	return page(ctx, tx, p, q, submissionOrder, scanSubmission, func(s *Submission) place { return place{micros(s.Created), s.ID} })
}

const versionColumns = "submission, number, digest, actor, created, assessment"

func scanVersion(r row) (v SubmissionVersion, err error) {
	var created int64
	var assessment *string
	err = r.Scan(&v.Submission, &v.Number, &v.Digest, &v.Actor, &created, &assessment)
	v.Created = fromMicros(created)
	if assessment != nil {
		v.Assessment = *assessment
	}
	return v, err
}

// Version gives one version of a submission. The error is [ErrNotFound].
func (tx *Tx) Version(ctx context.Context, submission string, number int) (SubmissionVersion, error) {
	return only(ctx, tx, scanVersion, "SELECT "+versionColumns+" FROM version WHERE submission = ? AND number = ?", submission, int64(number))
}

var versionOrder = order{name: "versions", by: "number"}

// Versions lists the versions of a submission, the first first.
func (tx *Tx) Versions(ctx context.Context, submission string, p Page) (List[SubmissionVersion], error) {
	at, err := p.from(versionOrder)
	if err != nil {
		return List[SubmissionVersion]{}, err
	}
	q := statement("SELECT "+versionColumns+" FROM version WHERE submission = ? AND number > ?").with(submission, at.N)
	return page(ctx, tx, p, q, versionOrder, scanVersion, func(v *SubmissionVersion) place { return place{N: int64(v.Number)} })
}

// CloseSubmission ends the time in which versions are added: it was decided. Closing again changes nothing. The error is
// [ErrNotFound] or [ErrWithdrawn].
func (tx *Tx) CloseSubmission(ctx context.Context, id string) error {
	s, err := tx.lockSubmission(ctx, id)
	if err != nil || s.Closed != nil {
		return err
	}
	if s.Withdrawn != nil {
		return ErrWithdrawn
	}
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	tx.audit("submission.close", id, nil)
	return touched(tx.exec(ctx, "UPDATE submission SET closed = ? WHERE id = ?", micros(now), id))
}

// HoldSubmission says why a submission must be kept, so that retention passes over it; "" ends the hold. Either is something that
// was done with it, from which the time of retention begins anew.
func (tx *Tx) HoldSubmission(ctx context.Context, id, reason string) error {
	if err := check(text{"reason", reason, 0, maxName}); err != nil {
		return err
	}
	if _, err := tx.lockSubmission(ctx, id); err != nil {
		return err
	}
	tx.audit("submission.hold", id, detail{"reason": reason})
	return touched(tx.exec(ctx, "UPDATE submission SET hold = ? WHERE id = ?", reason, id))
}
