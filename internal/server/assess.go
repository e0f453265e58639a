package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/report"
)

// Assess answers POST /v1/assessments.
func (s *Server) Assess(c *gin.Context, params AssessParams) { answer(c, s.assess(c, params)) }

func (s *Server) assess(c *gin.Context, params AssessParams) error {
	p, err := s.packOf(value(params.Pack))
	if err != nil {
		return err
	}
	format, media, err := formatOf(c, mediaTypes, string(value(params.Format)))
	if err != nil {
		return err
	}
	assessor, err := s.assessor(p, value(params.Profile), value(params.AsOf))
	if err != nil {
		return err
	}
	assessor.Readings = value(params.Readings)
	sent, err := proposalOf(c)
	if err != nil {
		return err
	}
	if params.Name != nil {
		sent.name = *params.Name
	}
	doc, err := proposal.Parse(sent.name, sent.src, proposal.Limits{})
	if err != nil {
		return err
	}
	as, err := s.evaluate(c.Request.Context(), assessor, doc)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	w, err := report.New(&out, format, report.Options{
		Catalog: p.Catalog, Profile: assessor.Profile, Lang: langOf(c), Engine: s.o.Version, AsOf: assessor.AsOf,
	})
	if err != nil {
		return err
	}
	if err := errors.Join(w.Add(as), w.Close()); err != nil {
		return err
	}
	c.Header("Hegui-Verdict", string(as.Decision.Verdict))
	c.Header("Hegui-Score", as.Decision.Score.String())
	c.Header("Hegui-Pack", packHeader(p))
	c.Data(http.StatusOK, media, out.Bytes())
	return nil
}

// packHeader names the pack of an answer.
func packHeader(p *pack.Pack) string {
	return fmt.Sprintf("%s %s sha256:%s", p.Ref.ID, p.Ref.Version, p.Ref.Digest)
}

// evaluate assesses one proposal when it is its turn, within its time.
func (s *Server) evaluate(ctx context.Context, assessor *assess.Assessor, doc *proposal.Document) (*assess.Assessment, error) {
	release, err := s.slot(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	return s.timed(ctx, assessor, doc)
}

// timed assesses and measures it.
func (s *Server) timed(ctx context.Context, assessor *assess.Assessor, doc *proposal.Document) (*assess.Assessment, error) {
	begun := s.o.Now()
	as, err := assessor.Assess(ctx, doc)
	if err != nil {
		return nil, err
	}
	s.metrics.assessment(assessor.Pack.ID, as.Decision.Verdict, s.o.Now().Sub(begun))
	return as, nil
}

// assessor prepares an assessment under a profile, "general" when it is not named, on a date, today when there is none.
func (s *Server) assessor(p *pack.Pack, profile, asOf string) (*assess.Assessor, error) {
	if profile == "" {
		profile = "general"
	}
	known, ok := p.Catalog.Profile(profile)
	if !ok {
		return nil, &refusal{code: codeNotFound, parameter: "profile"}
	}
	if asOf == "" {
		asOf = assess.Today(s.o.Now())
	} else if _, err := time.Parse(time.DateOnly, asOf); err != nil {
		return nil, wrong("as_of", catalog.Text{ZH: "日期写作 2026-11-01。", EN: "Write a date like 2026-11-01."})
	}
	return &assess.Assessor{
		Pack: p.Ref, Catalog: p.Catalog, Profile: known, Form: p.Schema, Evaluator: p.Rules, AsOf: asOf, Engine: s.o.Version, Limit: s.o.Limits.Evaluation,
	}, nil
}

func value[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}
