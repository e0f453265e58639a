package server

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"mime"
	"net/http"

	"github.com/gin-gonic/gin"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/report"
)

// comparisonTypes name the formats of comparisons.
var comparisonTypes = []representation{
	{report.JSON, "application/json"}, {report.Markdown, "text/markdown"}, {report.Text, "text/plain"},
}

// Compare answers POST /v1/comparisons.
func (s *Server) Compare(c *gin.Context, params CompareParams) { answer(c, s.compare(c, params)) }

func (s *Server) compare(c *gin.Context, params CompareParams) error {
	format, media, err := formatOf(c, comparisonTypes, string(value(params.Format)))
	if err != nil {
		return err
	}
	packs, drafts, err := s.sides(params)
	if err != nil {
		return err
	}
	_, form, err := mime.ParseMediaType(c.GetHeader("Content-Type"))
	if err != nil {
		return &refusal{code: codeMediaType, parameter: "Content-Type"}
	}
	files, err := formOf(c, form["boundary"], "before", "after")
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := s.compareDrafts(c.Request.Context(), &out, format, packs, drafts, files, langOf(c)); err != nil {
		return err
	}
	c.Header("Hegui-Pack", packHeader(packs[1]))
	c.Data(http.StatusOK, media, out.Bytes())
	return nil
}

// compareDrafts assesses both drafts when it is their turn and writes what changed.
func (s *Server) compareDrafts(ctx context.Context, out io.Writer, format report.Format, packs [2]*pack.Pack, drafts [2]assess.Draft, files []file, lang catalog.Lang) error {
	release, err := s.slot(ctx, packs[0], packs[1])
	if err != nil {
		return err
	}
	defer release()
	for i, f := range files {
		if drafts[i].Document, err = s.parse(f.name, f.src); err != nil {
			return at([...]string{"before", "after"}[i], err)
		}
	}
	compared, err := assess.CompareDrafts(ctx, drafts[0], drafts[1])
	if err != nil {
		return err
	}
	pair, err := report.NewPair(compared, packs[0].Catalog, packs[1].Catalog)
	if err != nil {
		return err
	}
	return report.WriteComparisons(out, format, &report.Comparisons{Pairs: []report.Pair{pair}}, report.Options{
		Catalog: packs[1].Catalog, Lang: lang, Engine: s.o.Version,
	})
}

// sides are the rules before and after; what is not said of before is as after.
func (s *Server) sides(params CompareParams) (packs [2]*pack.Pack, drafts [2]assess.Draft, err error) {
	name, profile, asOf := value(params.Pack), value(params.Profile), value(params.AsOf)
	own := map[string]bool{"pack": params.PackBefore != nil, "profile": params.ProfileBefore != nil, "as_of": params.AsOfBefore != nil}
	for i, side := range [...]struct{ pack, profile, asOf string }{
		{cmp.Or(value(params.PackBefore), name), cmp.Or(value(params.ProfileBefore), profile), cmp.Or(value(params.AsOfBefore), asOf)},
		{name, profile, asOf},
	} {
		if packs[i], err = s.packOf(side.pack); err == nil {
			drafts[i].Assessor, err = s.assessor(packs[i], side.profile, side.asOf)
		}
		var r *refusal
		if errors.As(err, &r) && i == 0 && own[r.parameter] {
			return packs, drafts, at(r.parameter+"_before", err)
		}
		if err != nil {
			return packs, drafts, err
		}
	}
	return packs, drafts, nil
}
