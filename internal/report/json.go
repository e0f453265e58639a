package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// ResultVersion names the shape of the JSON result; it changes when a field is renamed, removed or means another thing.
const ResultVersion = "hegui/result/v1"

// The JSON shapes add the catalog's words to the assessment, in both languages, so that one document serves readers of
// either and does not depend on --lang.
type (
	jsonAssessment struct {
		File          string             `json:"file"`
		SHA256        string             `json:"sha256"`
		ContentSHA256 string             `json:"content_sha256"`
		Project       string             `json:"project"`
		Title         string             `json:"title"`
		Pack          assess.PackRef     `json:"pack"`
		Engine        string             `json:"engine"`
		Profile       string             `json:"profile"`
		AsOf          string             `json:"as_of"`
		Grade         jsonGrade          `json:"grade"`
		Decision      assess.Decision    `json:"decision"`
		Unwaived      *assess.Decision   `json:"unwaived,omitempty"`
		Form          []jsonFinding      `json:"form"`
		Results       []jsonResult       `json:"results"`
		Flags         []assess.FlagState `json:"flags"`
		Guards        []jsonGuard        `json:"guards"`
		Waivers       []assess.WaiverUse `json:"waivers"`
		Repair        *assess.RepairPath `json:"repair,omitempty"`
		Warnings      []jsonWarning      `json:"warnings"`
		Hints         []jsonFinding      `json:"hints"`
		Readings      *jsonReadings      `json:"readings,omitempty"`
	}
	jsonGrade struct {
		ID    string       `json:"id"`
		Title catalog.Text `json:"title"`
	}
	jsonFinding struct {
		assess.Finding
		Message catalog.Text `json:"message"`
		Remedy  catalog.Text `json:"remedy"`
	}
	jsonResult struct {
		assess.Result
		Title     catalog.Text  `json:"title"`
		Dimension string        `json:"dimension"`
		Quote     jsonQuote     `json:"quote"`
		Findings  []jsonFinding `json:"findings"`
		Manual    []jsonFinding `json:"manual"`
		Confirm   *catalog.Text `json:"confirm,omitempty"` // what a person should look at although it passes
	}
	// jsonReadings are the readings of vague clauses with their texts.
	jsonReadings struct {
		*assess.Sensitivity
		Readings []jsonReading `json:"readings"`
	}
	jsonReading struct {
		assess.ReadingEffect
		Quote        jsonQuote         `json:"quote"`
		Alternatives []jsonAlternative `json:"alternatives"`
	}
	jsonAlternative struct {
		assess.AlternativeEffect
		Title   catalog.Text  `json:"title"`
		Changed []jsonChanged `json:"changed"`
	}
	jsonChanged struct {
		assess.Result
		Findings []jsonFinding `json:"findings"`
	}
	jsonQuote struct {
		Sentence string `json:"sentence"`
		Offset   int    `json:"offset"` // code points
		Text     string `json:"text"`
	}
	jsonGuard struct {
		assess.Guard
		Message catalog.Text `json:"message"`
	}
	jsonWarning struct {
		Code     string            `json:"code"`
		Position proposal.Position `json:"position"`
		Args     map[string]string `json:"args,omitempty"`
		Message  catalog.Text      `json:"message"`
	}
	jsonUnreadable struct {
		File     string             `json:"file"`
		Code     string             `json:"code"` // E_… of the parser or an archive, or unreadable
		Position *proposal.Position `json:"position,omitempty"`
		Message  catalog.Text       `json:"message"`
		Remedy   catalog.Text       `json:"remedy"`
	}
)

// document writes one JSON document and streams its list: only what could not be assessed is kept until the end.
type document struct {
	w          io.Writer
	c          *catalog.Catalog
	separator  string
	unreadable []jsonUnreadable
}

func newJSON(w io.Writer, o Options) (*document, error) {
	_, err := fmt.Fprintf(w, "{\n  \"version\": %q,\n  \"assessments\": [", ResultVersion)
	return &document{w: w, c: o.Catalog, separator: "\n    "}, err
}

func (d *document) Add(a *assess.Assessment) error {
	if err := fits(a, d.c); err != nil {
		return err
	}
	return d.item(jsonOf(a, d.c))
}

func (d *document) Skip(u *Unreadable) error {
	d.unreadable = append(d.unreadable, unreadableJSON(u))
	return nil
}

func (d *document) Close() error {
	if _, err := io.WriteString(d.w, "\n  ],\n  \"unreadable\": ["); err != nil {
		return err
	}
	d.separator = "\n    "
	for _, u := range d.unreadable {
		if err := d.item(u); err != nil {
			return err
		}
	}
	_, err := io.WriteString(d.w, "\n  ]\n}\n")
	return err
}

func (d *document) item(v any) error {
	var b bytes.Buffer
	b.WriteString(d.separator)
	d.separator = ",\n    "
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // the quotes are Chinese and the output is not HTML
	enc.SetIndent("    ", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("encode result: %w", err)
	}
	_, err := d.w.Write(bytes.TrimRight(b.Bytes(), "\n"))
	return err
}

// jsonOf adds the catalog's words; the catalog must fit the assessment.
func jsonOf(a *assess.Assessment, c *catalog.Catalog) jsonAssessment {
	grade := c.Grade(int(a.Decision.Score))
	out := jsonAssessment{
		File: a.File, SHA256: a.SHA256, ContentSHA256: a.ContentSHA256, Project: a.Project, Title: a.Title,
		Pack: a.Pack, Engine: a.Engine, Profile: a.Profile, AsOf: a.AsOf,
		Grade: jsonGrade{grade.ID, grade.Title}, Decision: a.Decision, Unwaived: a.Unwaived,
		Form: jsonFindings(a.Form, c), Hints: jsonFindings(a.Hints, c), Readings: readingsJSON(a.Readings, c), Flags: list(a.Flags), Waivers: list(a.Waivers),
		Results: make([]jsonResult, len(a.Results)), Guards: []jsonGuard{}, Warnings: warningsJSON(a.Warnings),
	}
	whole(&out.Decision)
	if a.Unwaived != nil {
		without := *a.Unwaived
		whole(&without)
		out.Unwaived = &without
	}
	if a.Repair != nil {
		path := *a.Repair
		path.Steps = list(path.Steps)
		out.Repair = &path
	}
	for i := range a.Results {
		req := &c.Requirements[i]
		out.Results[i] = jsonResult{
			Result: a.Results[i], Title: req.Title, Dimension: req.Dimension,
			Quote:    jsonQuote(req.Quote),
			Findings: jsonFindings(a.Results[i].Findings, c), Manual: jsonFindings(a.Results[i].Manual, c),
		}
		if confirms(&a.Results[i], req) {
			out.Results[i].Confirm = &req.Confirm
		}
	}
	for i := range a.Guards {
		out.Guards = append(out.Guards, jsonGuard{a.Guards[i], describeGuard(c, &a.Guards[i])})
	}
	return out
}

func warningsJSON(in []proposal.Warning) []jsonWarning {
	out := make([]jsonWarning, len(in))
	for i, w := range in {
		out[i] = jsonWarning{w.Code, w.Position, w.Args, catalog.Text{ZH: w.Message("zh"), EN: w.Message("en")}}
	}
	return out
}

func readingsJSON(s *assess.Sensitivity, c *catalog.Catalog) *jsonReadings {
	if s == nil {
		return nil
	}
	sensitivity := *s
	sensitivity.Verdicts = list(s.Verdicts)
	out := &jsonReadings{Sensitivity: &sensitivity, Readings: []jsonReading{}}
	for i := range s.Readings {
		effect := s.Readings[i]
		reading, _ := c.Reading(effect.Reading)
		item := jsonReading{ReadingEffect: effect, Quote: jsonQuote(reading.Quote), Alternatives: []jsonAlternative{}}
		for k, alternative := range effect.Alternatives {
			a := jsonAlternative{AlternativeEffect: alternative, Title: reading.Alternatives[k].Title, Changed: []jsonChanged{}}
			for _, r := range alternative.Changed {
				a.Changed = append(a.Changed, jsonChanged{r, jsonFindings(r.Findings, c)})
			}
			item.Alternatives = append(item.Alternatives, a)
		}
		out.Readings = append(out.Readings, item)
	}
	return out
}

func jsonFindings(in []assess.Finding, c *catalog.Catalog) []jsonFinding {
	out := make([]jsonFinding, len(in))
	for i := range in {
		message, remedy := Describe(c, &in[i])
		out[i] = jsonFinding{in[i], message, remedy}
	}
	return out
}

func unreadableJSON(e *Unreadable) jsonUnreadable {
	zh, zhRemedy := unreadableText(e, catalog.ZH)
	en, enRemedy := unreadableText(e, catalog.EN)
	u := jsonUnreadable{
		File: e.File, Code: ruleUnreadable,
		Message: catalog.Text{ZH: zh, EN: en}, Remedy: catalog.Text{ZH: zhRemedy, EN: enRemedy},
	}
	var written *unreadableThen
	if errors.As(e.Err, &written) {
		return written.jsonUnreadable
	}
	var own worded
	if errors.As(e.Err, &own) {
		u.Code = own.ErrorCode()
	}
	if at, ok := positionOf(e.Err); ok {
		u.Position = &at
	}
	return u
}

// whole makes absent lists of a decision empty ones.
func whole(d *assess.Decision) {
	d.Dimensions = list(d.Dimensions)
	d.Reasons = list(d.Reasons)
}

// list makes an absent list an empty one: a reader of the JSON never meets null.
func list[T any](in []T) []T {
	if in == nil {
		return []T{}
	}
	return in
}
