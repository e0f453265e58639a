package jobs

import (
	"context"
	"encoding/json"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
	"hegui/internal/report"
	"hegui/internal/store"
)

// Assess assesses the bytes of a proposal as the store keeps it: the result names the proposal by its digest, since the same
// bytes may be handed in under many names and are assessed once, and is made with those of the waivers that are for its
// project. The error is a [proposal.ParseError], or that of [assess.Assessor.Assess].
func Assess(ctx context.Context, assessor *assess.Assessor, waivers []assess.Waiver, src []byte) (store.Assessed, *assess.Assessment, error) {
	digest := store.Digest(src)
	doc, err := proposal.Parse(digest, src, proposal.Limits{})
	if err != nil {
		return store.Assessed{}, nil, err
	}
	own := *assessor
	a := &own
	project := a.Project(doc)
	a.Waivers = nil
	for _, w := range waivers {
		if w.Scope.Project == "*" || project != "" && w.Scope.Project == project {
			a.Waivers = append(a.Waivers, w)
		}
	}
	as, err := a.Assess(ctx, doc)
	if err != nil {
		return store.Assessed{}, nil, err
	}
	result, err := report.Encode(as, a.Catalog)
	if err != nil {
		return store.Assessed{}, nil, err
	}
	return store.Assessed{
		Assessment: store.Assessment{
			Key: a.Key(src), Proposal: digest, Pack: a.Pack, Profile: a.Profile.ID, AsOf: a.AsOf, Engine: a.Engine,
			Verdict: as.Decision.Verdict, Score: as.Decision.Score, Title: as.Title,
		},
		JSON: store.NewContent(result),
	}, as, nil
}

// ByChair is who approved of a waiver, in what the service assesses.
const ByChair = "chair"

// Waivers lists the waivers that hold under a pack and a profile, of all projects, in the order in which they were made. They name
// nobody, since applicants read the results: in place of who asked for one is its id, with which the store's list of waivers says
// who that was and who approved.
func Waivers(ctx context.Context, tx *store.Tx, pack, profile string) (all []assess.Waiver, err error) {
	for p := (store.Page{Limit: store.MaxLimit}); ; {
		list, err := tx.Waivers(ctx, store.WaiverFilter{Pack: pack, Holding: true}, p)
		for _, w := range list.Items {
			if w.Scope.Profile == "" || w.Scope.Profile == profile {
				w.Owner, w.Approver = w.ID, ByChair
				all = append(all, w.Waiver)
			}
		}
		if p.After = list.Next; err != nil || p.After == "" {
			return all, err
		}
	}
}

// Problem says why an item could not be assessed. It is kept as JSON in [store.Item.Problem].
type Problem struct {
	Code   string       `json:"code"`           // E_…, stable: those of parsing, and E_DEADLINE, E_INTERNAL, E_WORKER_LOST, E_NO_PACK, E_DAMAGED
	Line   int          `json:"line,omitempty"` // where a proposal cannot be read; 0 when it can
	Column int          `json:"column,omitempty"`
	Text   catalog.Text `json:"text"`            // what is wrong: a clause
	Remedy catalog.Text `json:"remedy,omitzero"` // what to do: sentences; empty when that is to be seen in the service's log
	Detail string       `json:"detail,omitempty"`
}

// String writes a problem as it is kept.
func (p Problem) String() string {
	src, err := json.Marshal(p)
	if err != nil { // plain data
		return p.Code
	}
	return string(src)
}

// ParseProblem reads a problem as it was kept.
func ParseProblem(kept string) Problem {
	var p Problem
	if json.Unmarshal([]byte(kept), &p) != nil || p.Code == "" {
		return Problem{Code: "E_INTERNAL", Text: catalog.Text{ZH: "未能评估", EN: "it could not be assessed"}, Detail: kept}
	}
	return p
}

// longestDetail keeps a problem within what the store takes.
const longestDetail = 1000

func problem(code, zh, en, detail string) Problem {
	if len(detail) > longestDetail {
		detail = detail[:longestDetail]
	}
	return Problem{Code: code, Text: catalog.Text{ZH: zh, EN: en}, Detail: detail}
}

func unreadableProblem(err *proposal.ParseError) Problem {
	return Problem{
		Code: err.Code, Line: err.Position.Line, Column: err.Position.Column,
		Text:   catalog.Text{ZH: err.Message("zh"), EN: err.Message("en")},
		Remedy: catalog.Text{ZH: err.Remedy("zh"), EN: err.Remedy("en")},
	}
}
