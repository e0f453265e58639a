package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
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
	var out bytes.Buffer
	as, err := s.report(c.Request.Context(), &out, format, p, assessor, sent, langOf(c))
	if err != nil {
		return err
	}
	c.Header("Hegui-Verdict", string(as.Decision.Verdict))
	c.Header("Hegui-Score", as.Decision.Score.String())
	c.Header("Hegui-Pack", packHeader(p))
	c.Data(http.StatusOK, media, out.Bytes())
	return nil
}

// report assesses a proposal when it is its turn and writes what came of it. Parsing waits for the turn, too: under more
// requests than can be served, those that are told to come back must cost next to nothing.
func (s *Server) report(ctx context.Context, out io.Writer, format report.Format, p *pack.Pack, assessor *assess.Assessor, sent file, lang catalog.Lang) (*assess.Assessment, error) {
	release, err := s.slot(ctx, p)
	if err != nil {
		return nil, err
	}
	defer release()
	doc, err := s.parse(sent.name, sent.src)
	if err != nil {
		return nil, err
	}
	as, err := s.timed(ctx, assessor, doc)
	if err != nil {
		return nil, err
	}
	w, err := report.New(out, format, report.Options{
		Catalog: assessor.Catalog, Profile: assessor.Profile, Lang: lang, Engine: s.o.Version, AsOf: assessor.AsOf,
	})
	if err != nil {
		return nil, err
	}
	return as, errors.Join(w.Add(as), w.Close())
}

// packHeader names the pack of an answer.
func packHeader(p *pack.Pack) string {
	return fmt.Sprintf("%s %s sha256:%s", p.Ref.ID, p.Ref.Version, p.Ref.Digest)
}

// parse reads a proposal that is to be assessed, and counts it.
func (s *Server) parse(name string, src []byte) (*proposal.Document, error) {
	doc, err := proposal.Parse(name, src, proposal.Limits{})
	if err == nil {
		s.metrics.document(doc.Fast)
	}
	return doc, err
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
	limit := s.o.Limits.Evaluation
	if p.Isolated {
		limit = 0 // the process of the pack has a deadline of its own, after which its requirements are errors
	}
	return &assess.Assessor{
		Pack: p.Ref, Catalog: p.Catalog, Profile: known, Form: p.Schema, Evaluator: p.Rules, AsOf: asOf, Engine: s.o.Version, Limit: limit,
	}, nil
}

func value[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}
