package server

import (
	"bytes"
	"maps"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/report"
)

func textOf(t catalog.Text) Text { return Text{Zh: t.ZH, En: t.EN} }

func optional(t catalog.Text) *Text {
	if t == (catalog.Text{}) {
		return nil
	}
	text := textOf(t)
	return &text
}

func sourceOf(c *catalog.Catalog) Source {
	return Source{Title: textOf(c.Source.Title), Publisher: textOf(c.Source.Publisher), Sha256: c.Source.SHA256}
}

// packOf finds a pack by id; "" is the only one there is.
func (s *Server) packOf(id string) (*pack.Pack, error) {
	p, err := s.servedOf(id)
	if err != nil {
		return nil, err
	}
	return p.pack, nil
}

func (s *Server) servedOf(id string) (*served, error) {
	packs := *s.packs.Load()
	if id == "" && len(packs) == 1 {
		return &packs[0], nil
	}
	for i := range packs {
		if packs[i].pack.Ref.ID == id {
			return &packs[i], nil
		}
	}
	if id == "" {
		return nil, &refusal{code: codeBadRequest, parameter: "pack"}
	}
	return nil, &refusal{code: codeNotFound, parameter: "pack"}
}

// onPack answers about a pack, or that there is none of that id.
func (s *Server) onPack(c *gin.Context, id string, tell func(*served)) {
	p, err := s.servedOf(id)
	if err != nil {
		refuse(c, err)
		return
	}
	tell(p)
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
	s.onPack(c, id, func(p *served) { c.JSON(http.StatusOK, packAnswer(p.pack)) })
}

func packAnswer(p *pack.Pack) Pack {
	out := Pack{Id: p.Ref.ID, Version: p.Ref.Version, Digest: p.Ref.Digest, Title: textOf(p.Catalog.Title), Source: sourceOf(p.Catalog)}
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

// ListProfiles answers GET /v1/packs/{pack}/profiles.
func (s *Server) ListProfiles(c *gin.Context, id PackPath) {
	s.onPack(c, id, func(p *served) {
		out := ProfileList{Profiles: []ProfileDetail{}}
		for i := range p.pack.Catalog.Profiles {
			out.Profiles = append(out.Profiles, profileAnswer(&p.pack.Catalog.Profiles[i]))
		}
		c.JSON(http.StatusOK, out)
	})
}

func profileAnswer(p *catalog.Profile) ProfileDetail {
	out := ProfileDetail{
		Id: p.ID, Title: textOf(p.Title), Reasoning: textOf(p.Reasoning), PassMark: p.PassMark, Floor: p.Floor,
		FloorMinShare: p.FloorMinShare, Floors: map[string]int{}, Weights: map[string]int{}, Excluded: []string{},
	}
	maps.Copy(out.Floors, p.Floors)
	maps.Copy(out.Weights, p.Weights)
	out.Excluded = append(out.Excluded, p.Exclude...)
	return out
}

// documentTypes name the formats of the source document.
var documentTypes = []representation{{report.JSON, "application/json"}, {report.Text, "text/plain"}}

// GetDocument answers GET /v1/packs/{pack}/document.
func (s *Server) GetDocument(c *gin.Context, id PackPath) {
	s.onPack(c, id, func(p *served) {
		format, media, err := formatOf(c, documentTypes, "")
		switch {
		case err != nil:
			refuse(c, err)
		case format == report.Text:
			c.Data(http.StatusOK, media, []byte(p.pack.Catalog.Source.Text))
		default:
			c.JSON(http.StatusOK, documentAnswer(p.pack.Catalog))
		}
	})
}

func documentAnswer(c *catalog.Catalog) SourceDocument {
	out := SourceDocument{Source: sourceOf(c), Sentences: []Sentence{}}
	for _, s := range c.Sentences {
		out.Sentences = append(out.Sentences, Sentence{
			Id: s.ID, Start: s.Start, End: s.End, Text: s.Text, RuledBy: append([]string{}, s.RuledBy...), HeldBy: append([]string{}, s.HeldBy...),
			Manual: optional(s.Manual), Reason: optional(s.Reason),
		})
	}
	return out
}

// ListRequirements answers GET /v1/packs/{pack}/requirements.
func (s *Server) ListRequirements(c *gin.Context, id PackPath) {
	s.onPack(c, id, func(p *served) { c.JSON(http.StatusOK, RequirementList{Requirements: p.requirements}) })
}

// GetRequirement answers GET /v1/packs/{pack}/requirements/{requirement}.
func (s *Server) GetRequirement(c *gin.Context, id PackPath, requirement string, _ GetRequirementParams) {
	s.onPack(c, id, func(in *served) { in.explain(c, requirement) })
}

// explain answers what one requirement asks.
func (in *served) explain(c *gin.Context, requirement string) {
	at := slices.IndexFunc(in.requirements, func(r Requirement) bool { return r.Id == requirement })
	if at < 0 {
		refuse(c, &refusal{code: codeNotFound, parameter: "requirement"})
		return
	}
	p, r := in.pack, &in.pack.Catalog.Requirements[at] // both are in the order of the catalog
	format, media, err := formatOf(c, documentTypes, "")
	switch {
	case err != nil:
		refuse(c, err)
	case format == report.Text:
		var out bytes.Buffer
		_ = report.WriteExplanation(&out, report.Explanation{
			Catalog: p.Catalog, Requirement: r, Thresholds: p.Thresholds(r), Rule: p.Rules.FileOf(r.Stem()),
		}, langOf(c)) // a buffer does not fail
		c.Data(http.StatusOK, media, out.Bytes())
	default:
		c.JSON(http.StatusOK, in.requirements[at])
	}
}

// GetSchema answers GET /v1/packs/{pack}/schema.
func (s *Server) GetSchema(c *gin.Context, id PackPath) {
	s.onPack(c, id, func(p *served) { c.Data(http.StatusOK, "application/schema+json", p.pack.Schema.Source()) })
}

func requirementAnswer(p *pack.Pack, r *catalog.Requirement) Requirement {
	c := p.Catalog
	out := Requirement{
		Id: r.ID, Dimension: r.Dimension, Title: textOf(r.Title), Weight: r.Weight, Effort: r.Effort,
		Severity: RequirementSeverity(r.Severity), VetoWhen: []Text{}, Reading: textOf(r.Reading),
		Applies: Text{Zh: report.Applies(c, r, catalog.ZH), En: report.Applies(c, r, catalog.EN)},
		Quote:   Quote{Sentence: r.Quote.Sentence, Offset: r.Quote.Offset, Text: r.Quote.Text},
		Example: optional(r.Example), Confirm: optional(r.Confirm), Rule: p.Rules.FileOf(r.Stem()),
		Codes: []Code{}, Readings: []Reading{}, Thresholds: []Threshold{},
	}
	if sentence, ok := c.Sentence(r.Quote.Sentence); ok {
		out.Quote.Whole = sentence.Text
	}
	for _, name := range r.VetoWhen {
		if f, ok := c.Flag(name); ok {
			out.VetoWhen = append(out.VetoWhen, textOf(f.Title))
		}
	}
	for _, reading := range c.ReadingsOf(r) {
		answer := Reading{Id: reading.ID, Quote: reading.Quote.Text, Alternatives: []Alternative{}}
		for _, a := range reading.Alternatives {
			answer.Alternatives = append(answer.Alternatives, Alternative{Id: a.ID, Title: textOf(a.Title)})
		}
		out.Readings = append(out.Readings, answer)
	}
	for _, code := range slices.Sorted(maps.Keys(r.Codes)) {
		k := r.Codes[code]
		out.Codes = append(out.Codes, Code{Code: code, Basis: Basis(k.Basis), Message: textOf(k.Message), Remedy: textOf(k.Remedy)})
	}
	for _, t := range p.Thresholds(r) {
		out.Thresholds = append(out.Thresholds, Threshold{
			Name: t.Name, Value: t.Value, Unit: textOf(t.Unit), Basis: Basis(t.Basis), Source: textOf(t.Source), Title: textOf(t.Title),
		})
	}
	return out
}
