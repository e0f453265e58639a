package store

import (
	"context"
	"errors"
	"time"

	"hegui/internal/assess"
)

// Assignment says who reviews a submission.
type Assignment struct {
	Submission string
	Reviewer   string
	Actor      string // who assigned
	Created    time.Time
	Ended      *time.Time // nil while it holds
}

// Interest is a conflict of interest: the reviewer must not review what the applicant hands in.
type Interest struct {
	Reviewer  string
	Applicant string
	Reason    string
	Actor     string // who declared it
	Created   time.Time
}

// Note is what a reviewer writes about a version.
type Note struct {
	ID          string // set by the store
	Submission  string
	Version     int
	Reviewer    string
	Requirement string // "" for a note on the whole
	Words       string
	Created     time.Time // set by the store
}

// Override is what a reviewer says of a requirement, beside what the machine said and never in its place.
type Override struct {
	ID          string // set by the store
	Submission  string
	Assessment  string // key of the assessment that it is about; of one of the submission's versions
	Requirement string
	Machine     assess.Status // that the machine gave
	Status      assess.Status // that the reviewer gives
	Reason      string        // never empty
	Reviewer    string
	Created     time.Time  // set by the store
	Withdrawn   *time.Time // nil while it stands
}

// lockReviewer keeps others from changing what the reviewer may see until the transaction ends.
func (tx *Tx) lockReviewer(ctx context.Context, reviewer string) error {
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	_, err = tx.exec(ctx, "INSERT INTO reviewer (id, changed) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET changed = excluded.changed", reviewer, micros(now))
	return err
}

// Assign lets a reviewer review a submission. Assigning again changes nothing. The error is [ErrNotFound], [ErrClosed], [ErrWithdrawn],
// or [ErrInterest] when the reviewer has a conflict of interest with the applicant, or is the applicant.
func (tx *Tx) Assign(ctx context.Context, submission, reviewer string) error {
	if err := check(text{"reviewer", reviewer, 1, maxName}); err != nil {
		return err
	}
	if err := tx.lockReviewer(ctx, reviewer); err != nil {
		return err
	}
	s, err := tx.lockSubmission(ctx, submission)
	switch {
	case err != nil:
		return err
	case s.Closed != nil:
		return ErrClosed
	case s.Withdrawn != nil:
		return ErrWithdrawn
	}
	var at int64
	err = one(ctx, tx, []any{&at}, "SELECT created FROM interest WHERE reviewer = ? AND applicant = ?", reviewer, s.Applicant)
	if err == nil || s.Applicant == reviewer {
		return ErrInterest
	}
	if err := orNothing(err); err != nil {
		return err
	}
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	n, err := tx.exec(ctx, `INSERT INTO assignment (submission, reviewer, actor, created, ended) VALUES (?, ?, ?, ?, NULL)
		ON CONFLICT (submission, reviewer) DO UPDATE SET actor = excluded.actor, created = excluded.created, ended = NULL WHERE assignment.ended IS NOT NULL`,
		submission, reviewer, tx.actor, micros(now))
	if n == 1 {
		tx.audit("review.assign", submission, detail{"reviewer": reviewer})
	}
	return err
}

// Unassign ends an assignment. The error is [ErrNotFound] when there is none that holds, or [ErrClosed]: who had a part in a decision
// keeps it.
func (tx *Tx) Unassign(ctx context.Context, submission, reviewer string) error {
	s, err := tx.lockSubmission(ctx, submission)
	if err != nil {
		return err
	}
	if s.Closed != nil {
		return ErrClosed
	}
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	tx.audit("review.unassign", submission, detail{"reviewer": reviewer})
	return touched(tx.exec(ctx, "UPDATE assignment SET ended = ? WHERE submission = ? AND reviewer = ? AND ended IS NULL", micros(now), submission, reviewer))
}

// DeclareInterest keeps a conflict of interest and ends the assignments that it forbids, of what was decided, too: the reviewer no
// longer sees it, and what was said before the decision stays a part of it. Declared again, it stays as it was.
func (tx *Tx) DeclareInterest(ctx context.Context, reviewer, applicant, reason string) error {
	if err := check(text{"reviewer", reviewer, 1, maxName}, text{"applicant", applicant, 1, maxName}, text{"reason", reason, 1, maxWords}); err != nil {
		return err
	}
	if err := tx.lockReviewer(ctx, reviewer); err != nil {
		return err
	}
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	n, err := tx.exec(ctx, `INSERT INTO interest (reviewer, applicant, reason, actor, created) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (reviewer, applicant) DO NOTHING`, reviewer, applicant, reason, tx.actor, micros(now))
	if err != nil {
		return err
	}
	if n == 1 {
		tx.audit("review.interest", reviewer, detail{"applicant": applicant})
	}
	// The submissions first, as everything locks them that concerns reviews.
	if _, err := tx.exec(ctx, `UPDATE submission SET changed = ? WHERE applicant = ?
		AND id IN (SELECT submission FROM assignment WHERE reviewer = ? AND ended IS NULL)`, micros(now), applicant, reviewer); err != nil {
		return err
	}
	ended, err := texts(ctx, tx, `UPDATE assignment SET ended = ? WHERE reviewer = ? AND ended IS NULL
		AND submission IN (SELECT id FROM submission WHERE applicant = ?) RETURNING submission`, micros(now), reviewer, applicant)
	for _, submission := range ended {
		tx.audit("review.unassign", submission.(string), detail{"reviewer": reviewer, "because": "interest"})
	}
	return err
}

// EndInterest takes a conflict of interest back. What it ended stays ended. The error is [ErrNotFound].
func (tx *Tx) EndInterest(ctx context.Context, reviewer, applicant string) error {
	if err := tx.lockReviewer(ctx, reviewer); err != nil {
		return err
	}
	tx.audit("review.interest.end", reviewer, detail{"applicant": applicant})
	return touched(tx.exec(ctx, "DELETE FROM interest WHERE reviewer = ? AND applicant = ?", reviewer, applicant))
}

var interestOrder = order{name: "interests", by: "applicant"}

// Interests lists the conflicts of interest of a reviewer by applicant.
func (tx *Tx) Interests(ctx context.Context, reviewer string, p Page) (List[Interest], error) {
	at, err := p.from(interestOrder)
	if err != nil {
		return List[Interest]{}, err
	}
	q := statement("SELECT reviewer, applicant, reason, actor, created FROM interest WHERE reviewer = ? AND applicant > ?").with(reviewer, at.S)
	return page(ctx, tx, p, q, interestOrder, func(r row) (i Interest, err error) {
		var created int64
		err = r.Scan(&i.Reviewer, &i.Applicant, &i.Reason, &i.Actor, &created)
		i.Created = fromMicros(created)
		return i, err
	}, func(i *Interest) place { return place{S: i.Applicant} })
}

// Assigned says whether a submission is assigned to a reviewer now.
func (tx *Tx) Assigned(ctx context.Context, submission, reviewer string) (bool, error) {
	var at int64
	err := one(ctx, tx, []any{&at}, "SELECT created FROM assignment WHERE submission = ? AND reviewer = ? AND ended IS NULL", submission, reviewer)
	return err == nil, orNothing(err)
}

var assignmentOrder = order{name: "assignments", by: "reviewer"}

// Assignments lists the assignments of a submission, also those that ended, by reviewer.
func (tx *Tx) Assignments(ctx context.Context, submission string, p Page) (List[Assignment], error) {
	at, err := p.from(assignmentOrder)
	if err != nil {
		return List[Assignment]{}, err
	}
	q := statement("SELECT submission, reviewer, actor, created, ended FROM assignment WHERE submission = ? AND reviewer > ?").with(submission, at.S)
	return page(ctx, tx, p, q, assignmentOrder, func(r row) (a Assignment, err error) {
		var created int64
		var ended *int64
		err = r.Scan(&a.Submission, &a.Reviewer, &a.Actor, &created, &ended)
		a.Created, a.Ended = fromMicros(created), fromOptional(ended)
		return a, err
	}, func(a *Assignment) place { return place{S: a.Reviewer} })
}

// reviewing locks a submission for what a reviewer writes about it. The error is [ErrNotFound], [ErrClosed], [ErrWithdrawn]
// or [ErrAssigned].
func (tx *Tx) reviewing(ctx context.Context, submission, reviewer string) error {
	s, err := tx.lockSubmission(ctx, submission)
	if err != nil {
		return err
	}
	if s.Closed != nil {
		return ErrClosed
	}
	if s.Withdrawn != nil {
		return ErrWithdrawn
	}
	assigned, err := tx.Assigned(ctx, submission, reviewer)
	if err == nil && !assigned {
		err = ErrAssigned
	}
	return err
}

// AddNote keeps a note of a reviewer to whom the submission is assigned. The error is [ErrInvalid], [ErrNotFound],
// [ErrClosed], [ErrWithdrawn] or [ErrAssigned].
func (tx *Tx) AddNote(ctx context.Context, n Note) (Note, error) {
	err := check(text{"requirement", n.Requirement, 0, maxID}, text{"words", n.Words, 1, maxWords})
	if err == nil {
		err = tx.reviewing(ctx, n.Submission, n.Reviewer)
	}
	if err == nil {
		_, err = tx.Version(ctx, n.Submission, n.Version)
	}
	if err == nil {
		n.ID, err = tx.store.newID()
	}
	if err == nil {
		n.Created, err = tx.Now(ctx)
	}
	if err != nil {
		return Note{}, err
	}
	_, err = tx.exec(ctx, "INSERT INTO note (id, submission, version, reviewer, requirement, words, created) VALUES (?, ?, ?, ?, ?, ?, ?)",
		n.ID, n.Submission, int64(n.Version), n.Reviewer, n.Requirement, n.Words, micros(n.Created))
	tx.audit("review.note", n.Submission, detail{"note": n.ID, "reviewer": n.Reviewer, "words": Digest([]byte(n.Words))})
	return n, err
}

var noteOrder = order{name: "notes", by: "created, id"}

// Notes lists the notes on a submission, of one reviewer unless that is "", the first first.
func (tx *Tx) Notes(ctx context.Context, submission, reviewer string, p Page) (List[Note], error) {
	at, err := p.from(noteOrder)
	if err != nil {
		return List[Note]{}, err
	}
	q := statement(`SELECT id, submission, version, reviewer, requirement, words, created FROM note
		WHERE submission = ? AND created >= ? AND (created > ? OR id > ?)`).with(submission, at.N, at.N, at.S)
	if reviewer != "" {
		q.and("reviewer = ?", reviewer)
	}
	return page(ctx, tx, p, q, noteOrder, func(r row) (n Note, err error) {
		var created int64
		err = r.Scan(&n.ID, &n.Submission, &n.Version, &n.Reviewer, &n.Requirement, &n.Words, &created)
		n.Created = fromMicros(created)
		return n, err
	}, func(n *Note) place { return place{micros(n.Created), n.ID} })
}

// Override keeps what a reviewer to whom the submission is assigned says of a requirement; what the machine said is not
// touched. The error is [ErrInvalid], [ErrNotFound] when the assessment is of none of its versions, [ErrClosed], [ErrWithdrawn] or
// [ErrAssigned].
func (tx *Tx) Override(ctx context.Context, o Override) (Override, error) {
	err := errors.Join(check(text{"requirement", o.Requirement, 1, maxID}, text{"reason", o.Reason, 1, maxWords}),
		isOf("status", o.Machine, assess.Statuses()...), isOf("status", o.Status, assess.Statuses()...))
	if err == nil {
		err = tx.reviewing(ctx, o.Submission, o.Reviewer)
	}
	if err == nil {
		var number int64
		err = one(ctx, tx, []any{&number}, `SELECT v.number FROM version v JOIN assessment a ON a.digest = v.digest
			WHERE v.submission = ? AND a.key = ? ORDER BY v.number LIMIT 1`, o.Submission, o.Assessment)
	}
	if err == nil {
		o.ID, err = tx.store.newID()
	}
	if err == nil {
		o.Created, err = tx.Now(ctx)
	}
	if err != nil {
		return Override{}, err
	}
	o.Withdrawn = nil
	_, err = tx.exec(ctx, `INSERT INTO override (id, submission, assessment, requirement, machine, status, reason, reviewer, created, withdrawn)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)`, o.ID, o.Submission, o.Assessment, o.Requirement, string(o.Machine), string(o.Status), o.Reason, o.Reviewer, micros(o.Created))
	tx.audit(actionOverride, o.Submission, o.detail())
	return o, err
}

// WithdrawOverride ends an override of the reviewer; it stays in the list. The error is [ErrNotFound] when the reviewer has no
// such override that stands, [ErrClosed], [ErrWithdrawn] or [ErrAssigned].
func (tx *Tx) WithdrawOverride(ctx context.Context, id, reviewer string) error {
	var submission string
	if err := one(ctx, tx, []any{&submission}, "SELECT submission FROM override WHERE id = ? AND reviewer = ?", id, reviewer); err != nil {
		return err
	}
	if err := tx.reviewing(ctx, submission, reviewer); err != nil {
		return err
	}
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	tx.audit("review.override.withdraw", submission, detail{"override": id, "reviewer": reviewer})
	return touched(tx.exec(ctx, "UPDATE override SET withdrawn = ? WHERE id = ? AND withdrawn IS NULL", micros(now), id))
}

var overrideOrder = order{name: "overrides", by: "created, id"}

// Overrides lists the overrides of a submission, of one reviewer unless that is "", also those that were withdrawn, the first
// first. Of those of a reviewer that stand for a requirement of an assessment, the last counts.
func (tx *Tx) Overrides(ctx context.Context, submission, reviewer string, p Page) (List[Override], error) {
	at, err := p.from(overrideOrder)
	if err != nil {
		return List[Override]{}, err
	}
	q := statement("SELECT "+overrideColumns+" FROM override WHERE submission = ? AND created >= ? AND (created > ? OR id > ?)").with(submission, at.N, at.N, at.S)
	if reviewer != "" {
		q.and("reviewer = ?", reviewer)
	}
	return page(ctx, tx, p, q, overrideOrder, scanOverride, func(o *Override) place { return place{micros(o.Created), o.ID} })
}

const overrideColumns = "id, submission, assessment, requirement, machine, status, reason, reviewer, created, withdrawn"

func scanOverride(r row) (o Override, err error) {
	var created int64
	var withdrawn *int64
	var machine, status string
	err = r.Scan(&o.ID, &o.Submission, &o.Assessment, &o.Requirement, &machine, &status, &o.Reason, &o.Reviewer, &created, &withdrawn)
	o.Machine, o.Status, o.Created, o.Withdrawn = assess.Status(machine), assess.Status(status), fromMicros(created), fromOptional(withdrawn)
	return o, err
}
