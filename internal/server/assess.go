package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/report"
)

// mediaTypes name the formats of reports in Accept and Content-Type. Formats without one of their own are asked for by
// name; the first of those that share one answers for it.
var mediaTypes = []struct {
	format report.Format
	media  string
}{
	{report.JSON, "application/json"},
	{report.NDJSON, "application/x-ndjson"},
	{report.SARIF, "application/sarif+json"},
	{report.JUnit, "application/xml"},
	{report.Text, "text/plain"},
	{report.Markdown, "text/markdown"},
	{report.GitHub, "text/plain"},
	{report.GitLab, "application/json"},
}

// Assess answers POST /v1/assessments.
func (s *Server) Assess(c *gin.Context, params AssessParams) {
	if err := s.assess(c, params); err != nil {
		if gone(c, err) {
			c.AbortWithStatus(statusGone)
			return
		}
		refuse(c, err)
	}
}

func (s *Server) assess(c *gin.Context, params AssessParams) error {
	p, err := s.packOf(value(params.Pack))
	if err != nil {
		return err
	}
	format, media, err := formatOf(c, value(params.Format))
	if err != nil {
		return err
	}
	assessor, err := s.assessor(p, value(params.Profile), value(params.AsOf))
	if err != nil {
		return err
	}
	assessor.Readings = value(params.Readings)
	name, src, err := proposalOf(c)
	if err != nil {
		return err
	}
	if params.Name != nil {
		name = *params.Name
	}
	doc, err := proposal.Parse(name, src, proposal.Limits{})
	if err != nil {
		return err
	}
	as, err := s.evaluate(c.Request.Context(), assessor, doc)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	w, err := report.New(&out, format, report.Options{
		Catalog: p.Catalog, Profile: assessor.Profile, Lang: langOf(c), Engine: s.o.Version,
	})
	if err != nil {
		return err
	}
	if err := errors.Join(w.Add(as), w.Close()); err != nil {
		return err
	}
	c.Header("Hegui-Verdict", string(as.Decision.Verdict))
	c.Header("Hegui-Score", as.Decision.Score.String())
	c.Header("Hegui-Pack", fmt.Sprintf("%s %s sha256:%s", p.Ref.ID, p.Ref.Version, p.Ref.Digest))
	c.Data(http.StatusOK, media, out.Bytes())
	return nil
}

// evaluate assesses one proposal when it is its turn, within its time.
func (s *Server) evaluate(ctx context.Context, assessor *assess.Assessor, doc *proposal.Document) (*assess.Assessment, error) {
	release, err := s.slot(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	limited, cancel := context.WithTimeout(ctx, s.o.Limits.Evaluation)
	defer cancel()
	as, err := assessor.Assess(limited, doc)
	if errors.Is(err, context.DeadlineExceeded) {
		return nil, &refusal{code: codeDeadline, retry: 1}
	}
	if err != nil {
		return nil, err
	}
	s.metrics.verdict(assessor.Pack.ID, as.Decision.Verdict)
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
		Pack: p.Ref, Catalog: p.Catalog, Profile: known, Form: p.Schema, Evaluator: p.Rules, AsOf: asOf, Engine: s.o.Version,
	}, nil
}

// proposalOf reads the proposal of a request, one byte more than it may have: the parser refuses what is too large.
func proposalOf(c *gin.Context) (name string, src []byte, err error) {
	limit := int64(proposal.DefaultLimits().Bytes) + 1
	media, params, err := mime.ParseMediaType(c.GetHeader("Content-Type"))
	if err != nil {
		return "", nil, &refusal{code: codeMediaType, parameter: "Content-Type"}
	}
	switch media {
	case "application/yaml", "application/json":
		src, err = io.ReadAll(io.LimitReader(c.Request.Body, limit))
		return "proposal.yaml", src, err
	case "multipart/form-data":
		return partOf(c.Request, params["boundary"], "proposal", limit)
	default:
		return "", nil, &refusal{code: codeMediaType, parameter: "Content-Type"}
	}
}

// partOf reads the one part that a form has.
func partOf(r *http.Request, boundary, field string, limit int64) (name string, src []byte, err error) {
	form, err := r.MultipartReader()
	if err != nil || boundary == "" {
		return "", nil, &refusal{code: codeBadRequest, parameter: field}
	}
	part, err := form.NextPart()
	if err != nil || part.FormName() != field {
		return "", nil, &refusal{code: codeBadRequest, parameter: field}
	}
	if src, err = io.ReadAll(io.LimitReader(part, limit)); err != nil {
		return "", nil, &refusal{code: codeBadRequest, parameter: field}
	}
	if int64(len(src)) < limit {
		if _, err := form.NextPart(); !errors.Is(err, io.EOF) {
			return "", nil, &refusal{code: codeBadRequest, parameter: field}
		}
	}
	if name = part.FileName(); name == "" {
		name = "proposal.yaml"
	}
	return name, src, nil
}

// formatOf picks the format of a report: by name, else the one that Accept prefers, else JSON.
func formatOf(c *gin.Context, name string) (report.Format, string, error) {
	if name != "" {
		for _, m := range mediaTypes {
			if string(m.format) == name {
				return m.format, m.media + charset(m.media), nil
			}
		}
		return "", "", &refusal{code: codeAcceptable, parameter: "format"}
	}
	best, bestQuality := -1, 0.0
	accept := c.GetHeader("Accept")
	if accept == "" {
		accept = "*/*"
	}
	for _, part := range strings.Split(accept, ",") {
		media, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		quality := 1.0
		if q, err := strconv.ParseFloat(params["q"], 64); err == nil {
			quality = q
		}
		if i := offered(media); i >= 0 && quality > bestQuality {
			best, bestQuality = i, quality
		}
	}
	if best < 0 {
		return "", "", &refusal{code: codeAcceptable, parameter: "Accept"}
	}
	return mediaTypes[best].format, mediaTypes[best].media + charset(mediaTypes[best].media), nil
}

// offered finds the first format that a media range covers.
func offered(media string) int {
	for i, m := range mediaTypes {
		group, _, _ := strings.Cut(m.media, "/")
		if media == m.media || media == "*/*" || media == group+"/*" {
			return i
		}
	}
	return -1
}

func charset(media string) string {
	if strings.HasPrefix(media, "text/") {
		return "; charset=utf-8"
	}
	return ""
}

func value[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}
