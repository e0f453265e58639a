package server

import (
	"context"
	"errors"
	"io"
	"slices"

	"github.com/gin-gonic/gin"

	"hegui/internal/assess"
	"hegui/internal/auth"
	"hegui/internal/catalog"
	"hegui/internal/jobs"
	"hegui/internal/pack"
	"hegui/internal/report"
	"hegui/internal/store"
)

// ListSubmissions answers GET /v1/submissions.
func (s *Server) ListSubmissions(c *gin.Context, params ListSubmissionsParams) {
	f := listing{value(params.Applicant), value(params.Pack), value(params.Profile), string(value(params.Verdict)), store.SubmissionState(value(params.State)), value(params.Order) == "score"}
	s.view(c, func(tx *store.Tx) (any, error) {
		list, err := f.page(c, tx, pageOf(params.After, params.Limit))
		out := SubmissionList{Submissions: []Submission{}, Next: next(list)}
		for i := range list.Items {
			out.Submissions = append(out.Submissions, submissionAnswer(callerOf(c), &list.Items[i]))
		}
		return out, err
	})
}

// listing is what a caller asks of the list of submissions.
type listing struct {
	applicant, pack, profile, verdict string
	state                             store.SubmissionState
	ranked                            bool
}

// page gives a part of the list as far as the caller sees it.
func (l listing) page(c *gin.Context, tx *store.Tx, p store.Page) (store.List[store.Standing], error) {
	who, ok := visible(callerOf(c))
	if !ok || l.applicant != "" && who.Applicant != "" && who.Applicant != l.applicant {
		return store.List[store.Standing]{}, nil
	}
	if l.applicant != "" {
		who.Applicant = l.applicant
	}
	who.State = l.state
	return tx.Standings(c.Request.Context(), store.StandingFilter{
		SubmissionFilter: who, Pack: l.pack, Profile: l.profile, Verdict: assess.Verdict(l.verdict), Ranked: l.ranked,
	}, p)
}

// GetSubmission answers GET /v1/submissions/{submission}.
func (s *Server) GetSubmission(c *gin.Context, id SubmissionPath) {
	s.view(c, func(tx *store.Tx) (any, error) {
		is, err := see(c.Request.Context(), tx, callerOf(c), id)
		return submissionAnswer(callerOf(c), &is), err
	})
}

// Submit answers POST /v1/submissions.
func (s *Server) Submit(c *gin.Context, params SubmitParams) {
	who, applicant := callerOf(c), value(params.Applicant)
	switch {
	case who.Role == auth.Applicant && applicant != "" && applicant != who.Party:
		refuse(c, wrong("applicant", catalog.Text{ZH: "申报单位只为自己提交：请勿写此参数。", EN: "An applicant hands in for itself: leave it out."}))
		return
	case who.Role == auth.Applicant:
		applicant = who.Party
	case applicant == "":
		refuse(c, wrong("applicant", catalog.Text{ZH: "写明是哪个申报单位的。", EN: "Say whose it is."}))
		return
	}
	if err := isParty("applicant", applicant); err != nil {
		refuse(c, err)
		return
	}
	u := store.Upload{Portal: portalOf(who), Reference: params.Reference, Applicant: applicant}
	s.handIn(c, params.IdempotencyKey, u, value(params.Pack), value(params.Profile), func(*store.Tx) error { return nil })
}

// Resubmit answers POST /v1/submissions/{submission}/versions.
func (s *Server) Resubmit(c *gin.Context, id SubmissionPath, params ResubmitParams) {
	ctx := c.Request.Context()
	var is store.Standing
	look := func(tx *store.Tx) (err error) {
		is, err = see(ctx, tx, callerOf(c), id)
		return err
	}
	if err := s.o.Store.View(ctx, look); err != nil {
		answer(c, err)
		return
	}
	packID, profile := value(params.Pack), value(params.Profile)
	if is.Assessment != nil && params.Pack == nil {
		packID = is.Assessment.Pack.ID
	}
	if is.Assessment != nil && params.Profile == nil {
		profile = is.Assessment.Profile
	}
	u := store.Upload{Portal: is.Portal, Reference: is.Reference, Applicant: is.Applicant}
	s.handIn(c, params.IdempotencyKey, u, packID, profile, look)
}

// handIn assesses what a request holds and keeps it as an upload. may is asked in the transaction whether that may be.
func (s *Server) handIn(c *gin.Context, key *string, u store.Upload, packID, profile string, may func(*store.Tx) error) {
	ctx := c.Request.Context()
	p, err := s.packOf(packID)
	if err != nil {
		refuse(c, err)
		return
	}
	assessor, err := s.assessor(p, profile, "")
	if err != nil {
		refuse(c, err)
		return
	}
	sent, err := proposalOf(c)
	if err != nil {
		answer(c, err)
		return
	}
	u.Proposal = store.NewContent(sent.src)
	if u.Assessed, err = s.assessed(ctx, p, assessor, sent.src); err != nil {
		answer(c, err)
		return
	}
	s.change(c, key, func(tx *store.Tx) (any, error) {
		if err := errors.Join(may(tx), s.space()); err != nil {
			return nil, err
		}
		got, err := tx.Submit(ctx, u)
		if err != nil {
			return nil, err
		}
		is, err := tx.Standing(ctx, got.Submission.ID)
		return Submitted{Submission: submissionAnswer(callerOf(c), &is), New: got.New}, err
	})
}

// assessed assesses a proposal when it is its turn, just as batches do.
func (s *Server) assessed(ctx context.Context, p *pack.Pack, assessor *assess.Assessor, src []byte) (*store.Assessed, error) {
	var waivers []assess.Waiver
	err := s.o.Store.View(ctx, func(tx *store.Tx) (err error) {
		waivers, err = jobs.Waivers(ctx, tx, p.Ref.ID, assessor.Profile.ID)
		return err
	})
	if err != nil {
		return nil, err
	}
	release, err := s.slot(ctx, p)
	if err != nil {
		return nil, err
	}
	defer release()
	begun := s.o.Now()
	assessed, as, err := jobs.Assess(ctx, assessor, waivers, src)
	if err != nil {
		return nil, err
	}
	s.metrics.assessment(p.Ref.ID, as.Decision.Verdict, s.o.Now().Sub(begun))
	return &assessed, nil
}

// CloseSubmission answers POST /v1/submissions/{submission}/close.
func (s *Server) CloseSubmission(c *gin.Context, id SubmissionPath, params CloseSubmissionParams) {
	s.changeSubmission(c, params.IdempotencyKey, id, func(ctx context.Context, tx *store.Tx) error { return tx.CloseSubmission(ctx, id) })
}

// WithdrawSubmission answers POST /v1/submissions/{submission}/withdraw.
func (s *Server) WithdrawSubmission(c *gin.Context, id SubmissionPath, params WithdrawSubmissionParams) {
	s.changeSubmission(c, params.IdempotencyKey, id, func(ctx context.Context, tx *store.Tx) error { return tx.WithdrawSubmission(ctx, id) })
}

// HoldSubmission answers PUT /v1/submissions/{submission}/hold.
func (s *Server) HoldSubmission(c *gin.Context, id SubmissionPath, params HoldSubmissionParams) {
	hold, err := bodyOf[NewHold](s, c)
	if err != nil {
		answer(c, err)
		return
	}
	s.changeSubmission(c, params.IdempotencyKey, id, func(ctx context.Context, tx *store.Tx) error { return tx.HoldSubmission(ctx, id, hold.Reason) })
}

// changeSubmission changes a submission that the caller sees, and answers with it.
func (s *Server) changeSubmission(c *gin.Context, key *string, id string, do func(context.Context, *store.Tx) error) {
	ctx, who := c.Request.Context(), callerOf(c)
	s.change(c, key, func(tx *store.Tx) (any, error) {
		if _, err := see(ctx, tx, who, id); err != nil {
			return nil, err
		}
		if err := do(ctx, tx); err != nil {
			return nil, err
		}
		is, err := tx.Standing(ctx, id)
		return submissionAnswer(who, &is), err
	})
}

// submissionAnswer is what a caller sees of a submission.
func submissionAnswer(who auth.Principal, is *store.Standing) Submission {
	out := Submission{
		Id: is.ID, Portal: is.Portal, Reference: is.Reference, Applicant: is.Applicant, Version: is.Versions,
		Created: is.Created, Changed: is.Changed, Closed: is.Closed, Withdrawn: is.Withdrawn, Assessment: summaryAnswer(is.Assessment),
	}
	if who.Role != auth.Chair && who.Role != auth.Admin {
		out.Changed = is.Version.Created // else it would tell when somebody else wrote a review
	} else if is.Hold != "" {
		out.Hold = &is.Hold
	}
	return out
}

// summaryAnswer sums an assessment up; nil for none.
func summaryAnswer(a *store.Assessment) *AssessmentSummary {
	if a == nil {
		return nil
	}
	out := AssessmentSummary{
		Pack: PackRef{Id: a.Pack.ID, Version: a.Pack.Version, Digest: a.Pack.Digest}, Profile: a.Profile, AsOf: a.AsOf, Engine: a.Engine,
		Verdict: Verdict(a.Verdict), Score: a.Score.String(), ResultSha256: a.Result,
	}
	if a.Title != "" {
		out.Title = &a.Title
	}
	return &out
}

// exportTypes name the formats of a list.
var exportTypes = []representation{
	{report.CSV, "text/csv"}, {report.NDJSON, "application/x-ndjson"}, {report.HTML, "text/html"},
	{report.XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
}

// replacedRules is why an assessment is not in a report: the words for it are gone.
type replacedRules struct{}

func (replacedRules) Error() string {
	return "it was not assessed, or under rules that the service no longer has"
}
func (replacedRules) ErrorCode() string         { return "E_RULES_REPLACED" }
func (e replacedRules) Message(l string) string { return replacedWords.In(catalog.Lang(l)) }
func (replacedRules) Remedy(l string) string    { return replacedRemedy.In(catalog.Lang(l)) }

var (
	replacedWords  = catalog.Text{ZH: "评估所依据的规则包版本已被替换", EN: "it was assessed under a version of the pack that the service no longer has"}
	replacedRemedy = catalog.Text{ZH: "评估结果原文可按 JSON 取得。", EN: "The result itself can be had as JSON."}
)

// ExportSubmissions answers GET /v1/submissions/export. Most formats need all of the list before their first byte, so it is
// written when it is whole, and what goes wrong is a problem.
func (s *Server) ExportSubmissions(c *gin.Context, params ExportSubmissionsParams) {
	format, media, err := formatOf(c, exportTypes, string(value(params.Format)))
	if err != nil {
		refuse(c, err)
		return
	}
	p, err := s.packOf(value(params.Pack))
	if err != nil {
		refuse(c, err)
		return
	}
	assessor, err := s.assessor(p, value(params.Profile), "") // a report is under one profile
	if err != nil {
		refuse(c, err)
		return
	}
	state := store.SubmissionState(value(params.State))
	if state == "" { // a report does not say which were withdrawn
		state = store.SubmissionStanding
	}
	f := listing{value(params.Applicant), p.Ref.ID, assessor.Profile.ID, string(value(params.Verdict)), state, value(params.Order) == "score"}
	s.sendWhole(c, media, func(out io.Writer) error {
		err := s.export(c, out, format, p, assessor, f)
		if err == nil {
			c.Header("Hegui-Pack", packHeader(p))
		}
		return err
	})
}

func (s *Server) export(c *gin.Context, out io.Writer, format report.Format, p *pack.Pack, assessor *assess.Assessor, f listing) (err error) {
	w, err := report.New(out, format, report.Options{
		Catalog: p.Catalog, Profile: assessor.Profile, Lang: langOf(c), Engine: s.o.Version, AsOf: assessor.AsOf,
	})
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, report.Discard(w))
		}
	}()
	all, err := s.listed(c, p, f)
	if err != nil {
		return err
	}
	for some := range slices.Chunk(all, exportedAtOnce) {
		lines, err := s.linesOf(c.Request.Context(), callerOf(c), some)
		for i := range some {
			if err == nil {
				err = exportOne(w, &some[i], lines)
			}
		}
		if err != nil {
			return err
		}
	}
	return w.Close()
}

// exportedAtOnce is how many results of an export are read in one look at the store.
const exportedAtOnce = 100

// listed is what is kept of a submission until its result is read: little, since it is kept of all of a list.
type listed struct {
	id, reference string
	key           string // of the assessment; "" when that is under rules that are gone
}

// listed reads all of a list in one look at the store: between two looks a submission may change its place.
func (s *Server) listed(c *gin.Context, p *pack.Pack, f listing) (all []listed, err error) {
	err = s.o.Store.View(c.Request.Context(), func(tx *store.Tx) error {
		for at := (store.Page{Limit: store.MaxLimit}); ; {
			list, err := f.page(c, tx, at)
			for i := range list.Items {
				is := &list.Items[i]
				one := listed{id: is.ID, reference: is.Reference}
				if is.Assessment.Pack.Digest == p.Ref.Digest { // the list is of those under a pack
					one.key = is.Assessment.Key
				}
				all = append(all, one)
			}
			if at.After = list.Next; err != nil || at.After == "" {
				return err
			}
		}
	})
	return all, err
}

// linesOf reads the results of a part of a list by their keys. One that retention removed meanwhile, with its submission, is not
// among them.
func (s *Server) linesOf(ctx context.Context, who auth.Principal, some []listed) (map[string][]byte, error) {
	lines := map[string][]byte{}
	err := s.o.Store.View(ctx, func(tx *store.Tx) error {
		for _, is := range some {
			if is.key == "" {
				continue
			}
			line, err := resultFor(ctx, tx, who, is.key)
			if errors.Is(err, store.ErrNotFound) {
				if _, gone := tx.Standing(ctx, is.id); errors.Is(gone, store.ErrNotFound) {
					continue
				}
			}
			if err != nil {
				return err
			}
			lines[is.key] = line
		}
		return nil
	})
	return lines, err
}

// exportOne writes a submission under the reference that the portal gave it, and nothing of one that was removed.
func exportOne(w report.Writer, is *listed, lines map[string][]byte) error {
	if is.key == "" {
		return w.Skip(&report.Unreadable{File: is.reference, Err: replacedRules{}})
	}
	line, there := lines[is.key]
	if !there {
		return nil
	}
	as, err := decodeFor(w, line, is.reference)
	if err != nil {
		return err
	}
	return w.Add(as)
}
