package server

import (
	"context"

	"hegui/internal/auth"
	"hegui/internal/store"
)

// portalOf says in whose name a caller hands in: the same text from a portal and from an applicant itself is two submissions.
func portalOf(who auth.Principal) string { return string(who.Role) + ":" + who.Party }

// visible are the submissions that a caller sees; ok is false for one who sees none.
func visible(who auth.Principal) (f store.SubmissionFilter, ok bool) {
	switch who.Role {
	case auth.Applicant:
		f.Applicant = who.Party
	case auth.Portal:
		f.Portal = portalOf(who)
	case auth.Reviewer:
		f.Reviewer = who.Party
	case auth.Chair, auth.Admin:
	default:
		return f, false
	}
	return f, true
}

// see gives a submission that a caller may see. One that it may not see is answered as one that is not there, after the same
// questions to the store.
func see(ctx context.Context, tx *store.Tx, who auth.Principal, id string) (store.Standing, error) {
	is, err := tx.Standing(ctx, id)
	if err != nil {
		is = store.Standing{}
	}
	assigned, assignedErr := tx.Assigned(ctx, id, who.Party)
	f, ok := visible(who)
	switch {
	case err != nil:
		return store.Standing{}, at("submission", err)
	case assignedErr != nil:
		return store.Standing{}, assignedErr
	case !ok,
		f.Applicant != "" && f.Applicant != is.Applicant,
		f.Portal != "" && f.Portal != is.Portal,
		f.Reviewer != "" && !assigned:
		return store.Standing{}, at("submission", store.ErrNotFound)
	}
	return is, nil
}
