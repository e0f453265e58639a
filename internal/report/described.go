package report

import (
	"io"
	"iter"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// Described is an assessment with the words for it, as they were when it was made: titles, messages and remedies. A
// result that was read keeps its words, whatever pack is at hand.
type Described struct {
	*assess.Assessment

	requirements map[string]*jsonResult // by id
	findings     map[string]*jsonFinding
}

// WithWords takes the words from the catalog that the assessment was made with. The error is another catalog.
func WithWords(a *assess.Assessment, c *catalog.Catalog) (*Described, error) {
	if err := fits(a, c); err != nil {
		return nil, err
	}
	j := jsonOf(a, c)
	return described(a, &j), nil
}

// ReadWithWords is [Read] with the words that stand in the results.
func ReadWithWords(r io.Reader) iter.Seq2[*Described, error] {
	return func(yield func(*Described, error) bool) {
		for j, err := range read(r) {
			var d *Described
			if err == nil {
				d = described(j.assessment(), j)
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

func described(a *assess.Assessment, j *jsonAssessment) *Described {
	d := &Described{Assessment: a, requirements: make(map[string]*jsonResult, len(j.Results)), findings: map[string]*jsonFinding{}}
	d.keep("", j.Form)
	for i := range j.Results {
		r := &j.Results[i]
		d.requirements[r.Requirement] = r
		d.keep(r.Requirement, r.Findings)
		d.keep(r.Requirement, r.Manual)
	}
	return d
}

func (d *Described) keep(requirement string, findings []jsonFinding) {
	for i := range findings {
		d.findings[requirement+"\x00"+findings[i].Fingerprint] = &findings[i]
	}
}

// words gives a finding of this assessment with its message and remedy.
func (d *Described) words(requirement string, f *assess.Finding) jsonFinding {
	if found, ok := d.findings[requirement+"\x00"+f.Fingerprint]; ok {
		return *found
	}
	return jsonFinding{Finding: *f}
}

// requirement gives the words of a requirement: those of the assessment after, or of the one before when only that has
// it.
func (p *Pair) requirement(id string) *jsonResult {
	if r, ok := p.After.requirements[id]; ok {
		return r
	}
	if r, ok := p.Before.requirements[id]; ok {
		return r
	}
	return &jsonResult{}
}
