package assess

// FailOn says what stops a proposal at a gate.
type FailOn string

// What may stop a proposal. Each stops what those before it stop, but FailNever.
const (
	FailNever   FailOn = "never"   // no verdict stops it; a minimum score may
	FailFail    FailOn = "fail"    // the verdict is fail or error
	FailReview  FailOn = "review"  // a person must decide, too
	FailFinding FailOn = "finding" // anything that costs points, or a defect of form, too
)

// FailOns lists what may stop a proposal, from the mildest to the strictest.
func FailOns() []FailOn { return []FailOn{FailNever, FailFail, FailReview, FailFinding} }

// Gate is what a caller demands of proposals. The zero value stops nothing; FailFail is the usual one.
type Gate struct {
	FailOn   FailOn
	MinScore Score     // stops what scores less; 0 stops nothing
	Baseline *Baseline // nil without one
}

// Baseline knows what was found before, so that only new findings stop a proposal.
type Baseline struct {
	known map[string]map[string]bool // proposal → fingerprints
}

// NewBaseline knows nothing yet: every proposal is new to it.
func NewBaseline() *Baseline { return &Baseline{known: map[string]map[string]bool{}} }

// Add learns what an earlier assessment found. Proposals are known by project.id, or by file when they have none.
func (b *Baseline) Add(a *Assessment) {
	found := b.known[subject(a)]
	if found == nil {
		found = map[string]bool{}
		b.known[subject(a)] = found
	}
	for _, f := range a.Losing() {
		found[f.Fingerprint] = true
	}
}

// subject is what a proposal is known by from one version to the next.
func subject(a *Assessment) string {
	if a.Project != "" {
		return a.Project
	}
	return "\x00" + a.File
}

// Losing lists the findings that cost something: defects of form, and those of requirements that lost points and are
// not waived.
func (a *Assessment) Losing() []*Finding {
	var out []*Finding
	for i := range a.Form {
		out = append(out, &a.Form[i])
	}
	for i := range a.Results {
		r := &a.Results[i]
		if r.Lost() == 0 || r.Waiver != nil {
			continue
		}
		for k := range r.Findings {
			out = append(out, &r.Findings[k])
		}
		for k := range r.Manual {
			out = append(out, &r.Manual[k])
		}
	}
	return out
}

// Judgement says whether a gate stops a proposal, and by what.
type Judgement struct {
	Verdict  bool // the verdict stops it
	Findings bool // findings stop it, under FailFinding
	Score    bool // it scores less than demanded
	New      int  // findings that the baseline does not know; they stop it when there are any
}

// Stops says whether the proposal is stopped.
func (j Judgement) Stops() bool { return j.Verdict || j.Findings || j.Score || j.New > 0 }

// Judge holds an assessment against the gate. Against a baseline that knows the proposal, new findings stop it instead of
// its verdict, but for an error: what cannot be evaluated never passes. FailNever heeds neither.
func (g *Gate) Judge(a *Assessment) Judgement {
	j := Judgement{Score: a.Decision.Score < g.MinScore}
	if g.FailOn == FailNever || g.FailOn == "" {
		return j
	}
	if g.Baseline != nil {
		if known, ok := g.Baseline.known[subject(a)]; ok {
			for _, f := range a.Losing() {
				if !known[f.Fingerprint] {
					j.New++
				}
			}
			j.Verdict = a.Decision.Verdict == VerdictError
			return j
		}
	}
	switch a.Decision.Verdict {
	case VerdictFail, VerdictError:
		j.Verdict = true
	case VerdictReview:
		j.Verdict = g.FailOn != FailFail
	case VerdictPass:
	}
	j.Findings = g.FailOn == FailFinding && len(a.Losing()) > 0
	return j
}
