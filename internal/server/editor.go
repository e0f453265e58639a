package server

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/editor"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/report"
)

// editorName is what a proposal is called whose text an editor sends.
const editorName = "proposal.yaml"

// diagnosed is the answer with the assessment as package report writes it.
type diagnosed struct {
	Diagnostics
	Assessment json.RawMessage `json:"assessment,omitempty"`
}

// Diagnose answers POST /v1/editor/diagnostics.
func (s *Server) Diagnose(c *gin.Context) {
	in, err := bodyOf[EditorText](s, c)
	if err != nil {
		answer(c, err)
		return
	}
	var out *diagnosed
	err = s.inTurn(c.Request.Context(), func() error {
		out, err = s.diagnosed(c, in)
		return err
	})
	if err != nil {
		answer(c, err)
		return
	}
	c.JSON(http.StatusOK, out)
}

func (s *Server) diagnosed(c *gin.Context, in EditorText) (*diagnosed, error) {
	o, err := s.opened(c, in)
	if err != nil {
		return nil, err
	}
	out := &diagnosed{Diagnostics: Diagnostics{Diagnostics: []Diagnostic{}}}
	for _, d := range o.text.Diagnostics(o.assessment, langIn(c, in.Lang)) {
		out.Diagnostics.Diagnostics = append(out.Diagnostics.Diagnostics, diagnosticAnswer(&d))
	}
	if as := o.assessment; as != nil {
		score, verdict := as.Decision.Score.String(), Verdict(as.Decision.Verdict)
		out.Score, out.Verdict = &score, &verdict
		if value(in.Assessment) {
			if out.Assessment, err = report.Encode(as, o.pack.Catalog); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// Complete answers POST /v1/editor/completion. It evaluates nothing.
func (s *Server) Complete(c *gin.Context) {
	in, err := bodyOf[EditorPosition](s, c)
	if err != nil {
		answer(c, err)
		return
	}
	p, err := s.packOf(value(in.Pack))
	if err != nil {
		answer(c, err)
		return
	}
	var items []editor.Completion
	err = s.inTurn(c.Request.Context(), func() error {
		items = editor.Open(p, editorName, in.Text).Complete(placeOf(in.Position), langIn(c, in.Lang))
		return nil
	})
	if err != nil {
		answer(c, err)
		return
	}
	out := Completion{Items: []CompletionItem{}}
	for _, item := range items {
		out.Items = append(out.Items, CompletionItem{
			Label: item.Label, Kind: CompletionItemKind(item.Kind),
			Detail: filled(item.Detail), Documentation: filled(item.Documentation), Edit: editAnswer(item.Edit),
		})
	}
	c.JSON(http.StatusOK, out)
}

// Hover answers POST /v1/editor/hover. A text that cannot be parsed is explained without an assessment.
func (s *Server) Hover(c *gin.Context) {
	in, err := bodyOf[EditorPosition](s, c)
	if err != nil {
		answer(c, err)
		return
	}
	var explanation editor.Explanation
	err = s.inTurn(c.Request.Context(), func() error {
		explanation, err = s.explained(c, in)
		return err
	})
	if err != nil {
		answer(c, err)
		return
	}
	out := Hover{Contents: explanation.Contents}
	if out.Contents != "" {
		r := rangeAnswer(explanation.Range)
		out.Range = &r
	}
	c.JSON(http.StatusOK, out)
}

func (s *Server) explained(c *gin.Context, in EditorPosition) (editor.Explanation, error) {
	o, err := s.opened(c, EditorText{Text: in.Text, Pack: in.Pack, Profile: in.Profile, AsOf: in.AsOf})
	if err != nil {
		return editor.Explanation{}, err
	}
	return o.text.Hover(placeOf(in.Position), o.assessment, langIn(c, in.Lang)), nil
}

// opened is a text and what there is to say about it.
type opened struct {
	pack       *pack.Pack
	text       *editor.Text
	assessment *assess.Assessment // nil when the text cannot be parsed
}

// opened opens the text of a request and assesses it when it can be parsed. It is the turn of the request.
func (s *Server) opened(c *gin.Context, in EditorText) (opened, error) {
	p, err := s.packOf(value(in.Pack))
	if err != nil {
		return opened{}, err
	}
	assessor, err := s.assessor(p, value(in.Profile), value(in.AsOf))
	if err != nil {
		return opened{}, err
	}
	o := opened{pack: p, text: editor.Open(p, editorName, in.Text)}
	doc, err := o.text.Document()
	var unreadable *proposal.ParseError
	switch {
	case errors.As(err, &unreadable):
		return o, nil
	case err != nil:
		return opened{}, err
	}
	o.assessment, err = s.timed(c.Request.Context(), assessor, doc)
	return o, err
}

func diagnosticAnswer(d *editor.Diagnostic) Diagnostic {
	out := Diagnostic{
		Range: rangeAnswer(d.Range), Severity: DiagnosticSeverity(d.Severity), Code: d.Code, Message: d.Message,
		Requirement: filled(d.Requirement), Path: filled(d.Path), Remedy: filled(d.Remedy), Quote: filled(d.Quote), Points: filled(d.Points),
	}
	if d.Edit != nil {
		edit := editAnswer(*d.Edit)
		out.Edit = &edit
	}
	return out
}

func editAnswer(e editor.Edit) TextEdit { return TextEdit{Range: rangeAnswer(e.Range), Text: e.Text} }

func rangeAnswer(r editor.Range) Range {
	return Range{
		Start: Position{Line: r.Start.Line, Character: r.Start.Character}, End: Position{Line: r.End.Line, Character: r.End.Character},
	}
}

func placeOf(p Position) editor.Position {
	return editor.Position{Line: p.Line, Character: p.Character}
}

// filled leaves an empty text out of an answer.
func filled(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// langIn picks the language that a body names, else that of the request.
func langIn[L ~string](c *gin.Context, named *L) catalog.Lang {
	if named == nil {
		return langOf(c)
	}
	if *named == "zh" {
		return catalog.ZH
	}
	return catalog.EN
}
