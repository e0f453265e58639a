package server

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"hegui/internal/assess"
	"hegui/internal/auth"
	"hegui/internal/report"
	"hegui/internal/store"
)

// GetOverview answers GET /v1/submissions/{submission}/overview.
func (s *Server) GetOverview(c *gin.Context, id SubmissionPath) {
	ctx := c.Request.Context()
	s.view(c, func(tx *store.Tx) (any, error) {
		is, err := see(ctx, tx, callerOf(c), id)
		if err != nil {
			return nil, err
		}
		return overview(ctx, tx, callerOf(c), id, is.Versions)
	})
}

// GetDecision answers GET /v1/submissions/{submission}/decision. It is the overview without whose word each is, once nothing is
// added to it any more.
func (s *Server) GetDecision(c *gin.Context, id SubmissionPath) {
	ctx := c.Request.Context()
	s.view(c, func(tx *store.Tx) (any, error) {
		is, err := see(ctx, tx, callerOf(c), id)
		out := DecisionOverview{Requirements: []DecidedRequirement{}}
		if err != nil || is.Closed == nil {
			return out, err
		}
		out.Decided, out.Version = is.Closed, &is.Versions
		if is.Assessment == nil {
			return out, nil
		}
		all, err := overview(ctx, tx, callerOf(c), id, is.Versions)
		for _, r := range all.Requirements {
			out.Requirements = append(out.Requirements, DecidedRequirement{Requirement: r.Requirement, Machine: r.Machine, Reviews: nameless(r.Reviews)})
		}
		return out, err
	})
}

// nameless are reviews without reviewers, in an order of what they say: that of names would tell whose each is.
func nameless(reviews []Override) []NamelessReview {
	out := make([]NamelessReview, len(reviews))
	for i, r := range reviews {
		out[i] = NamelessReview{Status: r.Status, Reason: r.Reason}
	}
	slices.SortFunc(out, func(a, b NamelessReview) int {
		return cmp.Or(strings.Compare(string(a.Status), string(b.Status)), strings.Compare(a.Reason, b.Reason))
	})
	return out
}

// overview reads what [overviewOf] puts together. A submission that was not assessed is not there.
func overview(ctx context.Context, tx *store.Tx, who auth.Principal, id string, version int) (Overview, error) {
	r, err := seeResult(ctx, tx, who, id, version)
	if err != nil {
		return Overview{}, err
	}
	reviewers, err := reviewersOf(ctx, tx, id)
	if err != nil {
		return Overview{}, err
	}
	overrides, err := overridesOf(ctx, tx, id, "")
	if err != nil {
		return Overview{}, err
	}
	as, err := report.Decode(r.line)
	if err != nil {
		return Overview{}, err
	}
	return overviewOf(as, &r, reviewers, overrides), nil
}

// reviewersOf are those who review a submission; of one that was decided, those who did when it was.
func reviewersOf(ctx context.Context, tx *store.Tx, id string) ([]string, error) {
	is, err := tx.Submission(ctx, id)
	if err != nil {
		return nil, err
	}
	reviewers := []string{}
	for p := (store.Page{Limit: store.MaxLimit}); ; {
		list, err := tx.Assignments(ctx, id, p)
		for _, a := range list.Items {
			if a.Ended == nil || is.Closed != nil && a.Ended.After(*is.Closed) {
				reviewers = append(reviewers, a.Reviewer)
			}
		}
		if p.After = list.Next; err != nil || p.After == "" {
			return reviewers, err
		}
	}
}

// overviewOf puts what reviewers say now of the current version beside what the machine says, in the order of the catalog. Of
// several overrides of one reviewer the last that was not withdrawn counts; who said nothing agrees with the machine. What was
// said by somebody to whom the submission is no longer assigned is left out.
func overviewOf(as *assess.Assessment, r *result, reviewers []string, overrides []store.Override) Overview {
	said := map[string]map[string]store.Override{} // by requirement and reviewer
	for _, o := range overrides {
		if o.Withdrawn != nil || o.Assessment != r.assessment.Key || !slices.Contains(reviewers, o.Reviewer) {
			continue
		}
		if said[o.Requirement] == nil {
			said[o.Requirement] = map[string]store.Override{}
		}
		said[o.Requirement][o.Reviewer] = o
	}
	out := Overview{Version: r.version.Number, Reviewers: reviewers, Requirements: []RequirementOverview{}}
	for i := range as.Results {
		machine := &as.Results[i]
		by, ok := said[machine.Requirement]
		if !ok {
			continue
		}
		line := RequirementOverview{Requirement: machine.Requirement, Machine: Status(machine.Status), Reviews: []Override{}}
		statuses := map[assess.Status]bool{}
		for _, reviewer := range reviewers {
			if _, ok := by[reviewer]; !ok {
				statuses[machine.Status] = true
			}
		}
		for _, o := range slices.SortedFunc(maps.Values(by), func(a, b store.Override) int { return strings.Compare(a.Reviewer, b.Reviewer) }) {
			statuses[o.Status] = true
			line.Reviews = append(line.Reviews, overrideAnswer(o, r.version.Number))
		}
		line.Disagreement = len(statuses) > 1
		out.Requirements = append(out.Requirements, line)
	}
	return out
}
