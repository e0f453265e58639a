package server

import (
	"bytes"
	"cmp"
	"errors"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/store"
)

// ListInterests answers GET /v1/interests.
func (s *Server) ListInterests(c *gin.Context, params ListInterestsParams) {
	reviewer, err := orSelf(callerOf(c), params.Reviewer)
	if err != nil {
		refuse(c, err)
		return
	}
	s.view(c, func(tx *store.Tx) (any, error) {
		list, err := tx.Interests(c.Request.Context(), reviewer, pageOf(params.After, params.Limit))
		out := InterestList{Interests: []Interest{}, Next: next(list)}
		for _, i := range list.Items {
			out.Interests = append(out.Interests, Interest{Reviewer: i.Reviewer, Applicant: i.Applicant, Reason: i.Reason, Created: i.Created})
		}
		return out, err
	})
}

// DeclareInterest answers POST /v1/interests.
func (s *Server) DeclareInterest(c *gin.Context, params DeclareInterestParams) {
	body, err := bodyOf[NewInterest](s, c)
	var reviewer string
	if err == nil {
		reviewer, err = orSelf(callerOf(c), body.Reviewer)
	}
	if err == nil {
		err = cmp.Or(isParty("reviewer", reviewer), isParty("applicant", body.Applicant))
	}
	if err != nil {
		answer(c, err)
		return
	}
	s.change(c, params.IdempotencyKey, func(tx *store.Tx) (any, error) {
		return done, tx.DeclareInterest(c.Request.Context(), reviewer, body.Applicant, body.Reason)
	})
}

// EndInterest answers DELETE /v1/interests.
func (s *Server) EndInterest(c *gin.Context, params EndInterestParams) {
	s.change(c, params.IdempotencyKey, func(tx *store.Tx) (any, error) {
		return done, at("applicant", tx.EndInterest(c.Request.Context(), params.Reviewer, params.Applicant))
	})
}

// ListWaivers answers GET /v1/waivers.
func (s *Server) ListWaivers(c *gin.Context, params ListWaiversParams) {
	s.view(c, func(tx *store.Tx) (any, error) {
		list, err := tx.Waivers(c.Request.Context(), store.WaiverFilter{Pack: value(params.Pack), Project: value(params.Project)}, pageOf(params.After, params.Limit))
		out := WaiverList{Waivers: []Waiver{}, Next: next(list)}
		for _, w := range list.Items {
			out.Waivers = append(out.Waivers, waiverAnswer(w))
		}
		return out, err
	})
}

// AddWaiver answers POST /v1/waivers. Who makes one answers for it.
func (s *Server) AddWaiver(c *gin.Context, params AddWaiverParams) {
	body, err := bodyOf[NewWaiver](s, c)
	if err == nil {
		err = s.checkWaiver(&body)
	}
	if err != nil {
		answer(c, err)
		return
	}
	who := callerOf(c)
	if owner := strings.TrimSpace(body.Owner); owner == who.Name || owner == who.ID {
		refuse(c, wrong("owner", catalog.Text{ZH: "申请人不能与批准人相同。", EN: "The owner must be somebody else than the approver."}))
		return
	}
	s.change(c, params.IdempotencyKey, func(tx *store.Tx) (any, error) {
		w, err := tx.AddWaiver(c.Request.Context(), body.Pack, waiverOf(&body, who.Name))
		return waiverAnswer(w), err
	})
}

func waiverOf(w *NewWaiver, approver string) assess.Waiver {
	return assess.Waiver{
		Requirement: w.Requirement, Scope: assess.Scope{Project: w.Project, Profile: value(w.Profile), Codes: value(w.Codes)},
		Reason: w.Reason, Owner: w.Owner, Approver: approver, Expires: w.Expires,
	}
}

// checkWaiver refuses a waiver of what the pack does not have: it would excuse nothing, and nobody would notice.
func (s *Server) checkWaiver(w *NewWaiver) error {
	p, err := s.packOf(w.Pack)
	if err != nil {
		return err
	}
	r, ok := p.Catalog.Requirement(w.Requirement)
	if !ok {
		return &refusal{code: codeNotFound, parameter: "requirement"}
	}
	for _, code := range value(w.Codes) {
		if _, ok := p.Catalog.Code(r, code); !ok {
			return &refusal{code: codeNotFound, parameter: "codes"}
		}
	}
	if _, ok := p.Catalog.Profile(value(w.Profile)); w.Profile != nil && !ok {
		return &refusal{code: codeNotFound, parameter: "profile"}
	}
	if _, err := time.Parse(time.DateOnly, w.Expires); err != nil {
		return wrong("expires", catalog.Text{ZH: "日期写作 2026-11-01。", EN: "Write a date like 2026-11-01."})
	}
	return readsBack(waiverOf(w, "approver"))
}

// readsBack refuses a waiver that a file of waivers cannot hold: a receipt of what it was used for could not be checked.
func readsBack(w assess.Waiver) error {
	file := waiverFile(&assess.Assessment{Waivers: []assess.WaiverUse{{Waiver: w}}})
	read, err := assess.ParseWaivers("waivers", file, func(string) bool { return true })
	if err == nil && bytes.Equal(file, waiverFile(&assess.Assessment{Waivers: []assess.WaiverUse{{Waiver: read[0]}}})) {
		return nil
	}
	parameter := "body"
	var fault *assess.WaiverError
	if errors.As(err, &fault) {
		parameter = shown(strings.TrimPrefix(fault.Path.String(), "waivers[0]."))
	}
	return wrong(parameter, catalog.Text{
		ZH: "文字为空白，或含有豁免文件不能包含的字符。", EN: "A text is blank, or holds a character that a file of waivers cannot hold.",
	})
}

// RevokeWaiver answers DELETE /v1/waivers/{waiver}.
func (s *Server) RevokeWaiver(c *gin.Context, id string, params RevokeWaiverParams) {
	s.change(c, params.IdempotencyKey, func(tx *store.Tx) (any, error) {
		return done, at("waiver", tx.RevokeWaiver(c.Request.Context(), id))
	})
}

func waiverAnswer(w store.Waiver) Waiver {
	out := Waiver{
		Id: w.ID, Pack: w.Pack, Requirement: w.Requirement, Project: w.Scope.Project, Reason: w.Reason, Owner: w.Owner, Approver: w.Approver,
		Expires: w.Expires, Created: w.Created, Revoked: w.Revoked,
	}
	if w.Scope.Profile != "" {
		out.Profile = &w.Scope.Profile
	}
	if len(w.Scope.Codes) > 0 {
		out.Codes = &w.Scope.Codes
	}
	return out
}
