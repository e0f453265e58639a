package hegui_test

import (
	"context"
	"io"
	"testing"

	"hegui"
	"hegui/internal/assess"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/report"
)

// benchmarked is the example that the figures of the README are about: a whole proposal of a large firm.
const benchmarked = "f01-excellent-auto-parts"

func BenchmarkOpenPack(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pack.Open(hegui.Files, "aiplus"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	name, src := proposalFile(b, benchmarked)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		parse(b, name, src)
	}
}

func BenchmarkForm(b *testing.B) {
	name, src := proposalFile(b, benchmarked)
	a, doc := assessor(b), parse(b, name, src)
	b.ReportAllocs()
	for b.Loop() {
		a.Form.Validate(doc)
	}
}

// Convert and evaluate: the values go to OPA and the outcomes come back.
func BenchmarkEvaluate(b *testing.B) {
	name, src := proposalFile(b, benchmarked)
	a, doc := assessor(b), parse(b, name, src)
	in := assess.Input{Proposal: doc, AsOf: asOf, Profile: "general"}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := a.Evaluator.Eval(context.Background(), in); err != nil {
			b.Fatal(err)
		}
	}
}

// Score: everything of an assessment but form and rules, which are measured above.
func BenchmarkScore(b *testing.B) {
	name, src := proposalFile(b, "f12-ai-customer-service")
	a, doc := assessor(b), parse(b, name, src)
	ev, err := a.Evaluator.Eval(context.Background(), assess.Input{Proposal: doc, AsOf: asOf, Profile: "general"})
	if err != nil {
		b.Fatal(err)
	}
	a.Evaluator, a.Form = said{ev}, noForm{}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := a.Assess(context.Background(), doc); err != nil {
			b.Fatal(err)
		}
	}
}

type said struct{ ev *assess.Evaluation }

func (s said) Eval(context.Context, assess.Input) (*assess.Evaluation, error) { return s.ev, nil }

type noForm struct{}

func (noForm) Item(proposal.Path) proposal.Kind { return proposal.Null }

func (noForm) Validate(*proposal.Document) ([]assess.Finding, []proposal.Path) { return nil, nil }

func BenchmarkReport(b *testing.B) {
	name, src := proposalFile(b, "f12-ai-customer-service")
	a, as := assessor(b), assessment(b, name, src)
	seq := func(yield func(*assess.Assessment, error) bool) { yield(as, nil) }
	for _, f := range report.Formats() {
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := report.Write(io.Discard, f, seq, report.Options{Catalog: a.Catalog, Profile: a.Profile}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// The whole path: bytes in, report out.
func BenchmarkCheck(b *testing.B) {
	name, src := proposalFile(b, benchmarked)
	a := assessor(b)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		as, err := a.Assess(context.Background(), parse(b, name, src))
		if err != nil {
			b.Fatal(err)
		}
		seq := func(yield func(*assess.Assessment, error) bool) { yield(as, nil) }
		if err := report.Write(io.Discard, report.JSON, seq, report.Options{Catalog: a.Catalog, Profile: a.Profile}); err != nil {
			b.Fatal(err)
		}
	}
}
