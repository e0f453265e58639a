package server

import (
	"context"
	"errors"

	"github.com/gin-gonic/gin"

	"hegui/internal/assess"
	"hegui/internal/auth"
	"hegui/internal/catalog"
	"hegui/internal/report"
	"hegui/internal/store"
)

var done = Done{Done: true}

// ListAssignments answers GET /v1/submissions/{submission}/assignments.
func (s *Server) ListAssignments(c *gin.Context, id SubmissionPath, params ListAssignmentsParams) {
	ctx := c.Request.Context()
	s.view(c, func(tx *store.Tx) (any, error) {
		if _, err := see(ctx, tx, callerOf(c), id); err != nil {
			return nil, err
		}
		list, err := tx.Assignments(ctx, id, pageOf(params.After, params.Limit))
		out := AssignmentList{Assignments: []Assignment{}, Next: next(list)}
		for _, a := range list.Items {
			out.Assignments = append(out.Assignments, Assignment{Reviewer: a.Reviewer, By: a.Actor, Created: a.Created, Ended: a.Ended})
		}
		return out, err
	})
}

// Assign answers POST /v1/submissions/{submission}/assignments.
func (s *Server) Assign(c *gin.Context, id SubmissionPath, params AssignParams) {
	body, err := bodyOf[NewAssignment](s, c)
	if err == nil {
		err = isParty("reviewer", body.Reviewer)
	}
	if err != nil {
		answer(c, err)
		return
	}
	s.act(c, params.IdempotencyKey, id, func(ctx context.Context, tx *store.Tx) error { return tx.Assign(ctx, id, body.Reviewer) })
}

// Unassign answers DELETE /v1/submissions/{submission}/assignments.
func (s *Server) Unassign(c *gin.Context, id SubmissionPath, params UnassignParams) {
	s.act(c, params.IdempotencyKey, id, func(ctx context.Context, tx *store.Tx) error {
		return at("reviewer", tx.Unassign(ctx, id, params.Reviewer))
	})
}

// act does something with a submission that the caller sees, and says that it is done.
func (s *Server) act(c *gin.Context, key *string, id string, do func(context.Context, *store.Tx) error) {
	ctx := c.Request.Context()
	s.change(c, key, func(tx *store.Tx) (any, error) {
		_, err := see(ctx, tx, callerOf(c), id)
		if err == nil {
			err = do(ctx, tx)
		}
		return done, err
	})
}

// writer is whose notes and overrides a caller reads: a reviewer its own, so that reviewers judge by themselves; "" for all.
func writer(who auth.Principal) string {
	if who.Role == auth.Reviewer {
		return who.Party
	}
	return ""
}

// ListNotes answers GET /v1/submissions/{submission}/notes.
func (s *Server) ListNotes(c *gin.Context, id SubmissionPath, params ListNotesParams) {
	ctx := c.Request.Context()
	s.view(c, func(tx *store.Tx) (any, error) {
		if _, err := see(ctx, tx, callerOf(c), id); err != nil {
			return nil, err
		}
		list, err := tx.Notes(ctx, id, writer(callerOf(c)), pageOf(params.After, params.Limit))
		out := NoteList{Notes: []Note{}, Next: next(list)}
		for _, n := range list.Items {
			out.Notes = append(out.Notes, noteAnswer(n))
		}
		return out, err
	})
}

func noteAnswer(n store.Note) Note {
	out := Note{Id: n.ID, Version: n.Version, Reviewer: n.Reviewer, Text: n.Words, Created: n.Created}
	if n.Requirement != "" {
		out.Requirement = &n.Requirement
	}
	return out
}

// AddNote answers POST /v1/submissions/{submission}/notes.
func (s *Server) AddNote(c *gin.Context, id SubmissionPath, params AddNoteParams) {
	body, err := bodyOf[NewNote](s, c)
	if err != nil {
		answer(c, err)
		return
	}
	ctx, who := c.Request.Context(), callerOf(c)
	s.review(c, params.IdempotencyKey, id, func(tx *store.Tx) (any, error) {
		r, err := seeVersion(ctx, tx, who, id, body.Version)
		if err != nil {
			return nil, err
		}
		if err := asks(ctx, tx, r, value(body.Requirement)); err != nil {
			return nil, err
		}
		n, err := tx.AddNote(ctx, store.Note{Submission: id, Version: body.Version, Reviewer: who.Party, Requirement: value(body.Requirement), Words: body.Text})
		return noteAnswer(n), err
	})
}

// asks says whether a note is on the whole, or on a requirement that its version was held against.
func asks(ctx context.Context, tx *store.Tx, r result, requirement string) error {
	if requirement == "" {
		return nil
	}
	line, err := tx.Result(ctx, r.version.Assessment)
	if err == nil {
		_, err = machineStatus(line, requirement)
	}
	return at("requirement", err)
}

// machineStatus is what the machine said of a requirement. The error is store.ErrNotFound when it was not asked.
func machineStatus(line []byte, requirement string) (assess.Status, error) {
	as, err := report.Decode(line)
	if err != nil {
		return "", err
	}
	if r, ok := as.Result(requirement); ok {
		return r.Status, nil
	}
	return "", store.ErrNotFound
}

// review is change for what a reviewer writes. An attempt on what is not assigned is refused like one on what is not there, and
// stands in the audit log.
func (s *Server) review(c *gin.Context, key *string, id string, do func(*store.Tx) (any, error)) {
	refused := false
	s.change(c, key, func(tx *store.Tx) (any, error) {
		out, err := do(tx)
		var r *refusal
		refused = errors.As(err, &r) && r.code == codeNotFound && r.parameter == "submission" || errors.Is(err, store.ErrAssigned)
		return out, err
	})
	if refused {
		s.attempted(c, "review.refused", id)
	}
}

// attempted keeps in the audit log that somebody tried what they may not do.
func (s *Server) attempted(c *gin.Context, action, object string) {
	values := map[string]string{"operation": s.operations.of(c).route.Operation.OperationID, "request": requestOf(c).id}
	err := s.o.Store.Update(c.Request.Context(), callerOf(c).ID, func(tx *store.Tx) error { return tx.Audit(action, object, values) })
	if err != nil { // the answer has been given
		s.o.Log.Error("an attempt is not in the audit log", "request", requestOf(c).id, "error", err.Error())
	}
}

// ListOverrides answers GET /v1/submissions/{submission}/overrides.
func (s *Server) ListOverrides(c *gin.Context, id SubmissionPath, params ListOverridesParams) {
	ctx := c.Request.Context()
	s.view(c, func(tx *store.Tx) (any, error) {
		if _, err := see(ctx, tx, callerOf(c), id); err != nil {
			return nil, err
		}
		list, err := tx.Overrides(ctx, id, writer(callerOf(c)), pageOf(params.After, params.Limit))
		if err != nil {
			return nil, err
		}
		numbers, err := versionsByAssessment(ctx, tx, id)
		out := OverrideList{Overrides: []Override{}, Next: next(list)}
		for _, o := range list.Items {
			out.Overrides = append(out.Overrides, overrideAnswer(o, numbers[o.Assessment]))
		}
		return out, err
	})
}

// versionsByAssessment says which version each assessment is of, the last one when the same text came back.
func versionsByAssessment(ctx context.Context, tx *store.Tx, id string) (map[string]int, error) {
	numbers := map[string]int{}
	for p := (store.Page{Limit: store.MaxLimit}); ; {
		list, err := tx.Versions(ctx, id, p)
		for _, v := range list.Items {
			numbers[v.Assessment] = v.Number
		}
		if p.After = list.Next; err != nil || p.After == "" {
			return numbers, err
		}
	}
}

func overrideAnswer(o store.Override, version int) Override {
	return Override{
		Id: o.ID, Version: version, Requirement: o.Requirement, Machine: Status(o.Machine), Status: Status(o.Status), Reason: o.Reason,
		Reviewer: o.Reviewer, Created: o.Created, Withdrawn: o.Withdrawn,
	}
}

// Override answers POST /v1/submissions/{submission}/overrides.
func (s *Server) Override(c *gin.Context, id SubmissionPath, params OverrideParams) {
	body, err := bodyOf[NewOverride](s, c)
	if err != nil {
		answer(c, err)
		return
	}
	ctx, who := c.Request.Context(), callerOf(c)
	s.review(c, params.IdempotencyKey, id, func(tx *store.Tx) (any, error) {
		r, err := seeResult(ctx, tx, who, id, body.Version)
		if err != nil {
			return nil, err
		}
		said, err := machineStatus(r.line, body.Requirement)
		if err != nil {
			return nil, at("requirement", err)
		}
		o, err := tx.Override(ctx, store.Override{
			Submission: id, Assessment: r.assessment.Key, Requirement: body.Requirement, Machine: said, Status: assess.Status(body.Status),
			Reason: body.Reason, Reviewer: who.Party,
		})
		if err != nil {
			return nil, err
		}
		numbers, err := versionsByAssessment(ctx, tx, id)
		return overrideAnswer(o, numbers[o.Assessment]), err
	})
}

// WithdrawOverride answers DELETE /v1/submissions/{submission}/overrides/{override}.
func (s *Server) WithdrawOverride(c *gin.Context, id SubmissionPath, override string, params WithdrawOverrideParams) {
	ctx, who := c.Request.Context(), callerOf(c)
	s.review(c, params.IdempotencyKey, id, func(tx *store.Tx) (any, error) {
		if _, err := see(ctx, tx, who, id); err != nil {
			return nil, err
		}
		own, err := ownOverride(ctx, tx, id, who.Party, override)
		if err == nil && !own {
			err = store.ErrNotFound
		}
		if err == nil {
			err = tx.WithdrawOverride(ctx, override, who.Party)
		}
		return done, at("override", err)
	})
}

// ownOverride says whether an override is the reviewer's, on this submission.
func ownOverride(ctx context.Context, tx *store.Tx, id, reviewer, override string) (bool, error) {
	all, err := overridesOf(ctx, tx, id, reviewer)
	for _, o := range all {
		if o.ID == override {
			return true, err
		}
	}
	return false, err
}

func overridesOf(ctx context.Context, tx *store.Tx, id, reviewer string) (all []store.Override, err error) {
	for p := (store.Page{Limit: store.MaxLimit}); ; {
		list, err := tx.Overrides(ctx, id, reviewer, p)
		all = append(all, list.Items...)
		if p.After = list.Next; err != nil || p.After == "" {
			return all, err
		}
	}
}

// isParty refuses an id that no key stands for: what is assigned to it, or excluded for it, would concern nobody.
func isParty(parameter, id string) error {
	if auth.ValidParty(id) {
		return nil
	}
	return wrong(parameter, catalog.Text{ZH: "应为看得见的文字，首尾无空格。", EN: "It must be text that can be seen, without spaces at its ends."})
}

// orSelf is the reviewer that a request is about: a reviewer means itself, others must say whom.
func orSelf(who auth.Principal, named *string) (string, error) {
	switch {
	case who.Role == auth.Reviewer && named != nil && *named != who.Party:
		return "", wrong("reviewer", catalog.Text{ZH: "评审人只处理自己的：请勿写此项。", EN: "A reviewer means itself: leave it out."})
	case who.Role == auth.Reviewer:
		return who.Party, nil
	case named == nil:
		return "", wrong("reviewer", catalog.Text{ZH: "写明是哪位评审人。", EN: "Say which reviewer."})
	}
	return *named, nil
}
