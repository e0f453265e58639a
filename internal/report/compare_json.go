package report

import (
	"encoding/json"
	"fmt"
	"io"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// ComparisonVersion names the shape of comparisons in JSON; it changes as ResultVersion does.
const ComparisonVersion = "hegui/comparison/v1"

// The JSON shapes of comparisons. Scores and their differences are in basis points.
type (
	jsonComparisons struct {
		Version     string           `json:"version"`
		Comparisons []jsonComparison `json:"comparisons"`
		OnlyBefore  []jsonSide       `json:"only_before"`
		OnlyAfter   []jsonSide       `json:"only_after"`
		Unreadable  []jsonUnreadable `json:"unreadable"`
	}
	jsonComparison struct {
		Before       jsonSide                `json:"before"`
		After        jsonSide                `json:"after"`
		Change       assess.Delta            `json:"change"`
		Split        *jsonSplit              `json:"split,omitempty"`
		Unsplit      assess.Unsplit          `json:"unsplit,omitempty"` // why there is no split
		Dimensions   []jsonDimensionChange   `json:"dimensions"`
		Requirements []jsonRequirementChange `json:"requirements"`
		Unchanged    int                     `json:"requirements_unchanged"`
		Form         jsonFindingChange       `json:"form"`
		Findings     jsonCounts              `json:"findings"` // of all requirements and of form
	}
	// jsonSide is one assessment, without its results.
	jsonSide struct {
		File          string          `json:"file"`
		SHA256        string          `json:"sha256"`
		ContentSHA256 string          `json:"content_sha256"`
		Project       string          `json:"project"`
		Pack          assess.PackRef  `json:"pack"`
		Engine        string          `json:"engine"`
		Profile       string          `json:"profile"`
		AsOf          string          `json:"as_of"`
		Score         assess.Score    `json:"score"`
		Verdict       assess.Verdict  `json:"verdict"`
		Reasons       []assess.Reason `json:"reasons"`
	}
	jsonSplit struct {
		Text    assess.Delta `json:"text"` // the text is changed first
		Pack    assess.Delta `json:"pack"`
		Corners *jsonCorners `json:"corners,omitempty"`
	}
	jsonCorners struct {
		OldTextOldPack jsonCorner    `json:"old_text_old_pack"`
		NewTextOldPack jsonCorner    `json:"new_text_old_pack"`
		OldTextNewPack jsonCorner    `json:"old_text_new_pack"`
		NewTextNewPack jsonCorner    `json:"new_text_new_pack"`
		PackFirst      jsonPackFirst `json:"pack_first"`
		Interaction    assess.Delta  `json:"interaction"`
	}
	jsonCorner struct {
		Score   assess.Score   `json:"score"`
		Verdict assess.Verdict `json:"verdict"`
	}
	jsonPackFirst struct {
		Pack assess.Delta `json:"pack"`
		Text assess.Delta `json:"text"`
	}
	jsonDimensionChange struct {
		Dimension string       `json:"dimension"`
		Before    assess.Score `json:"before"`
		After     assess.Score `json:"after"`
		Change    assess.Delta `json:"change"`
	}
	jsonRequirementChange struct {
		Requirement string            `json:"requirement"`
		Title       catalog.Text      `json:"title"`
		Dimension   string            `json:"dimension"`
		Before      *jsonOutcome      `json:"before,omitempty"` // absent when the catalog does not have it
		After       *jsonOutcome      `json:"after,omitempty"`
		Change      assess.Delta      `json:"change"`
		Text        *assess.Delta     `json:"text,omitempty"` // absent without a split
		Pack        *assess.Delta     `json:"pack,omitempty"`
		Findings    jsonFindingChange `json:"findings"`
	}
	jsonOutcome struct {
		Status assess.Status `json:"status"`
		Weight int           `json:"weight"`
		Credit int           `json:"credit"`
		Points int           `json:"points"`
		Vetoes bool          `json:"vetoes"`
		Waived bool          `json:"waived"`
	}
	jsonFindingChange struct {
		New       []jsonFinding `json:"new"`
		Gone      []jsonFinding `json:"gone"`
		Unchanged int           `json:"unchanged"`
	}
	jsonCounts struct {
		New       int `json:"new"`
		Gone      int `json:"gone"`
		Unchanged int `json:"unchanged"`
	}
)

func writeComparisonsJSON(w io.Writer, c *Comparisons) error {
	out := jsonComparisons{
		Version: ComparisonVersion, Comparisons: make([]jsonComparison, len(c.Pairs)),
		OnlyBefore: []jsonSide{}, OnlyAfter: []jsonSide{}, Unreadable: []jsonUnreadable{},
	}
	for i := range c.Pairs {
		out.Comparisons[i] = comparisonJSON(&c.Pairs[i])
	}
	for _, a := range c.OnlyBefore {
		out.OnlyBefore = append(out.OnlyBefore, sideJSON(a))
	}
	for _, a := range c.OnlyAfter {
		out.OnlyAfter = append(out.OnlyAfter, sideJSON(a))
	}
	for _, u := range c.Unreadable {
		out.Unreadable = append(out.Unreadable, unreadableJSON(u))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil {
		return fmt.Errorf("write comparison: %w", err)
	}
	return nil
}

func comparisonJSON(p *Pair) jsonComparison {
	out := jsonComparison{
		Before: sideJSON(p.Before), After: sideJSON(p.After), Change: p.Change, Split: splitJSON(p.Split), Unsplit: p.Unsplit,
		Dimensions: []jsonDimensionChange{}, Requirements: []jsonRequirementChange{}, Unchanged: p.Unchanged,
		Form:     findingChangeJSON(p, "", &p.Form),
		Findings: jsonCounts{len(p.Findings.New), len(p.Findings.Gone), p.Findings.Unchanged},
	}
	for i := range p.Dimensions {
		d := &p.Dimensions[i]
		out.Dimensions = append(out.Dimensions, jsonDimensionChange{d.Dimension, d.Before.Score, d.After.Score, d.Change()})
	}
	for i := range p.Requirements {
		r := &p.Requirements[i]
		words := p.requirement(r.Requirement)
		change := jsonRequirementChange{
			Requirement: r.Requirement, Title: words.Title, Dimension: words.Dimension,
			Before: outcomeJSON(r.Before), After: outcomeJSON(r.After), Change: r.Change,
			Findings: findingChangeJSON(p, r.Requirement, &r.Findings),
		}
		if p.Split != nil {
			change.Text, change.Pack = &r.Text, &r.Pack
		}
		out.Requirements = append(out.Requirements, change)
	}
	return out
}

func sideJSON(a *Described) jsonSide {
	return jsonSide{
		File: a.File, SHA256: a.SHA256, ContentSHA256: a.ContentSHA256, Project: a.Project, Pack: a.Pack, Engine: a.Engine,
		Profile: a.Profile, AsOf: a.AsOf, Score: a.Decision.Score, Verdict: a.Decision.Verdict, Reasons: list(a.Decision.Reasons),
	}
}

func splitJSON(s *assess.Split) *jsonSplit {
	if s == nil {
		return nil
	}
	out := &jsonSplit{Text: s.Text, Pack: s.Pack}
	if c := s.Corners; c != nil {
		corner := func(d *assess.Decision) jsonCorner { return jsonCorner{d.Score, d.Verdict} }
		pack, text := c.PackFirst()
		out.Corners = &jsonCorners{
			corner(&c.OldTextOldPack), corner(&c.NewTextOldPack), corner(&c.OldTextNewPack), corner(&c.NewTextNewPack),
			jsonPackFirst{pack, text}, c.Interaction(),
		}
	}
	return out
}

func outcomeJSON(r *assess.Result) *jsonOutcome {
	if r == nil {
		return nil
	}
	return &jsonOutcome{r.Status, r.Weight, r.Credit, r.Points, r.Vetoes, r.Waiver != nil}
}

func findingChangeJSON(p *Pair, requirement string, c *assess.FindingChange) jsonFindingChange {
	out := jsonFindingChange{New: []jsonFinding{}, Gone: []jsonFinding{}, Unchanged: c.Unchanged}
	for i := range c.New {
		out.New = append(out.New, p.After.words(requirement, &c.New[i]))
	}
	for i := range c.Gone {
		out.Gone = append(out.Gone, p.Before.words(requirement, &c.Gone[i]))
	}
	return out
}
