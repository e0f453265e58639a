package server

import (
	"maps"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"hegui/internal/catalog"
	"hegui/internal/pack"
)

func textOf(t catalog.Text) Text { return Text{Zh: t.ZH, En: t.EN} }

// packOf finds a pack by id; "" is the only one there is.
func (s *Server) packOf(id string) (*pack.Pack, error) {
	packs := s.packs.Load()
	if id == "" && len(*packs) == 1 {
		return (*packs)[0].pack, nil
	}
	for _, p := range *packs {
		if p.pack.Ref.ID == id {
			return p.pack, nil
		}
	}
	if id == "" {
		return nil, &refusal{code: codeBadRequest, parameter: "pack"}
	}
	return nil, &refusal{code: codeNotFound, parameter: "pack"}
}

// ListPacks answers GET /v1/packs.
func (s *Server) ListPacks(c *gin.Context) {
	out := PackList{Packs: []Pack{}}
	for _, p := range *s.packs.Load() {
		out.Packs = append(out.Packs, packAnswer(p.pack))
	}
	c.JSON(http.StatusOK, out)
}

// GetPack answers GET /v1/packs/{pack}.
func (s *Server) GetPack(c *gin.Context, id PackPath) {
	p, err := s.packOf(id)
	if err != nil {
		refuse(c, err)
		return
	}
	c.JSON(http.StatusOK, packAnswer(p))
}

func packAnswer(p *pack.Pack) Pack {
	out := Pack{Id: p.Ref.ID, Version: p.Ref.Version, Digest: p.Ref.Digest, Title: textOf(p.Catalog.Title)}
	out.Source.Title, out.Source.Publisher = textOf(p.Catalog.Source.Title), textOf(p.Catalog.Source.Publisher)
	out.Source.Sha256 = p.Catalog.Source.SHA256
	for _, d := range p.Catalog.Dimensions {
		out.Dimensions = append(out.Dimensions, Dimension{Id: d.ID, Title: textOf(d.Title)})
	}
	for i := range p.Catalog.Profiles {
		profile := &p.Catalog.Profiles[i]
		out.Profiles = append(out.Profiles, Profile{
			Id: profile.ID, Title: textOf(profile.Title), PassMark: profile.PassMark, Floor: profile.Floor,
		})
	}
	for i := range p.Catalog.Requirements {
		out.Requirements++
		out.Weight += p.Catalog.Requirements[i].Weight
	}
	return out
}

// ListRequirements answers GET /v1/packs/{pack}/requirements.
func (s *Server) ListRequirements(c *gin.Context, id PackPath) {
	p, err := s.packOf(id)
	if err != nil {
		refuse(c, err)
		return
	}
	out := RequirementList{Requirements: []Requirement{}}
	for i := range p.Catalog.Requirements {
		out.Requirements = append(out.Requirements, requirementAnswer(p.Catalog, &p.Catalog.Requirements[i]))
	}
	c.JSON(http.StatusOK, out)
}

// GetRequirement answers GET /v1/packs/{pack}/requirements/{requirement}.
func (s *Server) GetRequirement(c *gin.Context, id PackPath, requirement string, _ GetRequirementParams) {
	p, err := s.packOf(id)
	if err != nil {
		refuse(c, err)
		return
	}
	r, ok := p.Catalog.Requirement(requirement)
	if !ok || r.ID != requirement {
		refuse(c, &refusal{code: codeNotFound, parameter: "requirement"})
		return
	}
	c.JSON(http.StatusOK, requirementAnswer(p.Catalog, r))
}

// GetSchema answers GET /v1/packs/{pack}/schema.
func (s *Server) GetSchema(c *gin.Context, id PackPath) {
	p, err := s.packOf(id)
	if err != nil {
		refuse(c, err)
		return
	}
	c.Data(http.StatusOK, "application/schema+json", p.Schema.Source())
}

func requirementAnswer(c *catalog.Catalog, r *catalog.Requirement) Requirement {
	out := Requirement{
		Id: r.ID, Dimension: r.Dimension, Title: textOf(r.Title), Weight: r.Weight, Effort: r.Effort,
		Severity: RequirementSeverity(r.Severity), Reading: textOf(r.Reading), Codes: []Code{}, VetoWhen: []Text{}, Readings: []Reading{}, Thresholds: []Threshold{},
		Quote: Quote{Sentence: r.Quote.Sentence, Offset: r.Quote.Offset, Text: r.Quote.Text},
	}
	for i := range c.Sentences {
		if c.Sentences[i].ID == r.Quote.Sentence {
			out.Quote.Whole = c.Sentences[i].Text
		}
	}
	if r.Example != (catalog.Text{}) {
		example := textOf(r.Example)
		out.Example = &example
	}
	if r.Confirm != (catalog.Text{}) {
		confirm := textOf(r.Confirm)
		out.Confirm = &confirm
	}
	for _, code := range slices.Sorted(maps.Keys(r.Codes)) {
		k := r.Codes[code]
		out.Codes = append(out.Codes, Code{Code: code, Basis: Basis(k.Basis), Message: textOf(k.Message), Remedy: textOf(k.Remedy)})
	}
	return out
}
