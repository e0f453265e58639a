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
	err = s.onText(c, in, func(o opened) error {
		out, err = diagnosedAnswer(o, langIn(c, in.Lang), value(in.Assessment))
		return err
	})
	if err != nil {
		answer(c, err)
		return
	}
	c.JSON(http.StatusOK, out)
}

func diagnosedAnswer(o opened, lang catalog.Lang, whole bool) (out *diagnosed, err error) {
	out = &diagnosed{Diagnostics: Diagnostics{Diagnostics: []Diagnostic{}}}
	for _, d := range o.text.Diagnostics(o.assessment, lang) {
		out.Diagnostics.Diagnostics = append(out.Diagnostics.Diagnostics, diagnosticAnswer(&d))
	}
	if as := o.assessment; as != nil {
		score, verdict := as.Decision.Score.String(), Verdict(as.Decision.Verdict)
		out.Score, out.Verdict = &score, &verdict
		if whole {
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
	err = s.inTurn(c.Request.Context(), p, func() error {
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
	text := EditorText{Text: in.Text, Pack: in.Pack, Profile: in.Profile, AsOf: in.AsOf}
	err = s.onText(c, text, func(o opened) error {
		explanation = o.text.Hover(placeOf(in.Position), o.assessment, langIn(c, in.Lang))
		return nil
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

// opened is a text and what there is to say about it.
type opened struct {
	pack       *pack.Pack
	text       *editor.Text
	assessment *assess.Assessment // nil when the text cannot be parsed
}

// onText opens the text of a request when it is its turn, assesses it when it can be parsed, and has work say something
// about it.
func (s *Server) onText(c *gin.Context, in EditorText, work func(opened) error) error {
	p, err := s.packOf(value(in.Pack))
	if err != nil {
		return err
	}
	assessor, err := s.assessor(p, value(in.Profile), value(in.AsOf))
	if err != nil {
		return err
	}
	return s.inTurn(c.Request.Context(), p, func() error {
		o := opened{pack: p, text: editor.Open(p, editorName, in.Text)}
		doc, err := o.text.Document()
		var unreadable *proposal.ParseError
		switch {
		case errors.As(err, &unreadable):
			return work(o)
		case err != nil:
			return err
		}
		if o.assessment, err = s.timed(c.Request.Context(), assessor, doc); err != nil {
			return err
		}
		return work(o)
	})
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
