package server

import (
	"bytes"
	"context"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"hegui/internal/assess"
	"hegui/internal/auth"
	"hegui/internal/catalog"
	"hegui/internal/report"
	"hegui/internal/store"
)

// ListVersions answers GET /v1/submissions/{submission}/versions.
func (s *Server) ListVersions(c *gin.Context, id SubmissionPath, params ListVersionsParams) {
	ctx := c.Request.Context()
	s.view(c, func(tx *store.Tx) (any, error) {
		if _, err := see(ctx, tx, callerOf(c), id); err != nil {
			return nil, err
		}
		list, err := tx.Versions(ctx, id, pageOf(params.After, params.Limit))
		out := VersionList{Versions: []Version{}, Next: next(list)}
		for _, v := range list.Items {
			a, err := assessmentOf(ctx, tx, v)
			if err != nil {
				return nil, err
			}
			out.Versions = append(out.Versions, Version{Number: v.Number, Sha256: v.Digest, Created: v.Created, Assessment: summaryAnswer(a)})
		}
		return out, err
	})
}

// assessmentOf gives what a version was assessed as when it came; nil when it was not.
func assessmentOf(ctx context.Context, tx *store.Tx, v store.SubmissionVersion) (*store.Assessment, error) {
	if v.Assessment == "" {
		return nil, nil
	}
	a, err := tx.Assessment(ctx, v.Assessment)
	return &a, err
}

// result is a version with its assessment and the bytes of that.
type result struct {
	submission store.Standing
	version    store.SubmissionVersion
	assessment store.Assessment
	line       []byte // JSON as it is kept
}

// seeVersion gives a version of a submission that the caller may see.
func seeVersion(ctx context.Context, tx *store.Tx, who auth.Principal, id string, number int) (r result, err error) {
	if r.submission, err = see(ctx, tx, who, id); err != nil {
		return r, err
	}
	r.version, err = tx.Version(ctx, id, number)
	return r, at("version", err)
}

// seeResult is seeVersion with the result. One that was not assessed is not there.
func seeResult(ctx context.Context, tx *store.Tx, who auth.Principal, id string, number int) (result, error) {
	r, err := seeVersion(ctx, tx, who, id, number)
	if err != nil {
		return r, err
	}
	if r.assessment, err = tx.Assessment(ctx, r.version.Assessment); err != nil {
		return r, at("version", err)
	}
	r.line, err = resultFor(ctx, tx, who, r.assessment.Key)
	return r, err
}

// result reads one for a request, which is answered already when it is false.
func (s *Server) result(c *gin.Context, id string, number int) (r result, ok bool) {
	ctx := c.Request.Context()
	err := s.o.Store.View(ctx, func(tx *store.Tx) (err error) {
		r, err = seeResult(ctx, tx, callerOf(c), id, number)
		return err
	})
	if err != nil {
		answer(c, err)
	}
	return r, err == nil
}

// GetProposal answers GET /v1/submissions/{submission}/versions/{version}/proposal. What somebody uploaded is shown as text and
// never as a page.
func (s *Server) GetProposal(c *gin.Context, id SubmissionPath, number VersionPath) {
	ctx := c.Request.Context()
	var src []byte
	err := s.o.Store.View(ctx, func(tx *store.Tx) error {
		r, err := seeVersion(ctx, tx, callerOf(c), id, number)
		if err == nil {
			src, err = tx.Proposal(ctx, r.version.Digest)
		}
		return err
	})
	if err != nil {
		answer(c, err)
		return
	}
	c.Header("Content-Disposition", `attachment; filename="proposal.yaml"`)
	c.Header("Content-Security-Policy", "sandbox; default-src 'none'")
	c.Data(http.StatusOK, "text/plain; charset=utf-8", src)
}

// GetAssessment answers GET /v1/submissions/{submission}/versions/{version}/assessment.
func (s *Server) GetAssessment(c *gin.Context, id SubmissionPath, number VersionPath, params GetAssessmentParams) {
	format, media, err := formatOf(c, mediaTypes, string(value(params.Format)))
	if err != nil {
		refuse(c, err)
		return
	}
	r, ok := s.result(c, id, number)
	if !ok {
		return
	}
	out := r.line
	switch format {
	case report.JSON:
	case report.NDJSON:
		out = append(out, '\n')
	default:
		if out, err = s.rewrite(&r, format, langOf(c)); err != nil {
			answer(c, err)
			return
		}
	}
	c.Header("Hegui-Verdict", string(r.assessment.Verdict))
	c.Header("Hegui-Score", r.assessment.Score.String())
	c.Header("Hegui-Pack", strings.Join([]string{r.assessment.Pack.ID, r.assessment.Pack.Version, "sha256:" + r.assessment.Pack.Digest}, " "))
	c.Data(http.StatusOK, media, out)
}

// rewrite writes a result that is kept in another format, with the words of the rules that it was assessed under.
func (s *Server) rewrite(r *result, format report.Format, lang catalog.Lang) ([]byte, error) {
	p, err := s.packOf(r.assessment.Pack.ID)
	if err != nil || p.Ref.Digest != r.assessment.Pack.Digest {
		return nil, &refusal{code: codeAcceptable, parameter: "format", detail: catalog.Text{
			ZH: "当时的规则包已被替换，只能按 json 或 ndjson 取得。", EN: "The rules that it was assessed under have been replaced; ask for json or ndjson."}}
	}
	as, err := report.Decode(r.line)
	if err != nil {
		return nil, err
	}
	as.File = r.submission.Reference
	profile, ok := p.Catalog.Profile(as.Profile)
	if !ok {
		return nil, store.ErrDamaged // a pack with the same digest has it
	}
	var out bytes.Buffer
	w, err := report.New(&out, format, report.Options{
		Catalog: p.Catalog, Profile: profile, Lang: lang, Engine: as.Engine, AsOf: as.AsOf,
	})
	if err == nil {
		err = w.Add(as)
	}
	if err == nil {
		err = w.Close()
	}
	return out.Bytes(), err
}

// CompareVersions answers GET /v1/submissions/{submission}/comparison. It compares what was decided, and assesses nothing again.
func (s *Server) CompareVersions(c *gin.Context, id SubmissionPath, params CompareVersionsParams) {
	ctx := c.Request.Context()
	format, media, err := formatOf(c, comparisonTypes, string(value(params.Format)))
	if err != nil {
		refuse(c, err)
		return
	}
	var sides [2]result
	err = s.o.Store.View(ctx, func(tx *store.Tx) error {
		is, err := see(ctx, tx, callerOf(c), id)
		if err != nil {
			return err
		}
		to := is.Versions
		if params.To != nil {
			to = *params.To
		}
		from := max(1, to-1)
		if params.From != nil {
			from = *params.From
		}
		for i, side := range []struct {
			parameter string
			number    int
		}{{"from", from}, {"to", to}} {
			if sides[i], err = seeResult(ctx, tx, callerOf(c), id, side.number); err != nil {
				return at(side.parameter, err)
			}
		}
		return nil
	})
	var out bytes.Buffer
	if err == nil {
		err = s.compareResults(&out, format, sides, langOf(c))
	}
	if err != nil {
		answer(c, err)
		return
	}
	c.Data(http.StatusOK, media, out.Bytes())
}

func (s *Server) compareResults(out *bytes.Buffer, format report.Format, sides [2]result, lang catalog.Lang) error {
	var both [2]*report.Described
	for i := range sides {
		for d, err := range report.ReadWithWords(bytes.NewReader(sides[i].line)) {
			if err != nil {
				return err
			}
			both[i] = d
		}
		both[i].File = sides[i].submission.Reference
	}
	pair := report.Pair{Before: both[0], After: both[1], Comparison: assess.Compare(both[0].Assessment, both[1].Assessment, nil)}
	o := report.Options{Lang: lang, Engine: s.o.Version}
	if p, err := s.packOf(sides[1].assessment.Pack.ID); err == nil {
		o.Catalog = p.Catalog // for the names of dimensions; without it their ids
	}
	return report.WriteComparisons(out, format, &report.Comparisons{Pairs: []report.Pair{pair}}, o)
}
