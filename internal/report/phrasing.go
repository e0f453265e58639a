package report

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// phrasing puts parts of an assessment into words of one language, so that every format for people says the same. What
// it gives still holds text of the proposal: each format escapes it for where it goes.
type phrasing struct {
	o       Options
	c       *catalog.Catalog
	words   words
	formats formatWords
}

func newPhrasing(o Options) phrasing {
	return phrasing{o: o, c: o.Catalog, words: wordsIn(o.Lang), formats: formatWordsIn(o.Lang)}
}

// losses gives the indexes of the results that lost points or could not be decided: those that veto first, then the
// heaviest loss.
func losses(a *assess.Assessment) []int {
	var lost []int
	for i := range a.Results {
		if a.Results[i].Lost() > 0 {
			lost = append(lost, i)
		}
	}
	sort.SliceStable(lost, func(i, j int) bool {
		x, y := &a.Results[lost[i]], &a.Results[lost[j]]
		if x.Vetoes != y.Vetoes {
			return x.Vetoes
		}
		return x.Lost() > y.Lost()
	})
	return lost
}

// lossText says what a requirement lost, or would have.
func (p *phrasing) lossText(a *assess.Assessment, r *assess.Result) string {
	if r.Waiver != nil {
		return fmt.Sprintf(p.words.lostNot, p.statusOf(r), r.Lost()/100, r.Weight)
	}
	return fmt.Sprintf(p.words.lost, p.statusOf(r), a.LostShare(r), r.Lost()/100, r.Weight)
}

// verdictText gives verdict and score, and why the verdict is not a pass.
func (p *phrasing) verdictText(a *assess.Assessment) string {
	verdict := p.words.verdict[a.Decision.Verdict]
	if reasons := p.reasonTexts(a); len(reasons) > 0 {
		return fmt.Sprintf(p.formats.verdictWhy, verdict, a.Decision.Score, strings.Join(reasons, p.formats.separator))
	}
	return fmt.Sprintf(p.formats.verdict, verdict, a.Decision.Score)
}

// repaired gives a message and what to do about it, when there is something to do.
func (p *phrasing) repaired(message, remedy string) string {
	if remedy == "" {
		return message
	}
	return fmt.Sprintf(p.formats.withRemedy, message, remedy)
}

// graded says whether a verdict comes with a grade: a proposal that fails has none.
func graded(v assess.Verdict) bool { return v == assess.VerdictPass || v == assess.VerdictReview }

// reasonTexts says why the verdict is not a pass.
func (p *phrasing) reasonTexts(a *assess.Assessment) []string {
	var out []string
	for _, r := range a.Decision.Reasons {
		text := p.words.reason[r.Code]
		switch {
		case r.Code == assess.ReasonError && len(r.IDs) == 0:
			text = p.words.nothingApplies
		case r.Code == assess.ReasonPassMark:
			text = fmt.Sprintf(text, assess.Score(p.o.Profile.PassMark))
		case r.Code == assess.ReasonForm:
			text = fmt.Sprintf(text, len(a.Form))
		default:
			text = fmt.Sprintf(text, strings.Join(p.named(r), p.words.comma))
		}
		out = append(out, text)
	}
	return out
}

// idleWaivers says which waivers for the proposal have no effect, and why.
func (p *phrasing) idleWaivers(a *assess.Assessment) []string {
	var out []string
	for _, u := range a.Waivers {
		if u.State != assess.WaiverApplied {
			out = append(out, fmt.Sprintf(p.words.waiverIdle[u.State], u.Requirement, u.Expires))
		}
	}
	return out
}

// grade names the band of the score, "" when the verdict is no decision in the applicant's favour.
func (p *phrasing) grade(d *assess.Decision) string {
	if !graded(d.Verdict) {
		return ""
	}
	return p.c.Grade(int(d.Score)).Title.In(p.o.Lang)
}

// statusOf names what became of a requirement: a veto by that name.
func (p *phrasing) statusOf(r *assess.Result) string {
	if r.Vetoes {
		return p.words.veto
	}
	return p.words.status[r.Status]
}

// readingsSummary says whether the verdict depends on how vague clauses are read.
func (p *phrasing) readingsSummary(a *assess.Assessment) string {
	s := a.Readings
	if s.Combinations == 1 {
		return fmt.Sprintf(p.words.readingsOne, p.words.verdict[a.Decision.Verdict], s.Lowest)
	}
	if s.Same() {
		return fmt.Sprintf(p.words.readingsSame, s.Combinations, p.words.verdict[a.Decision.Verdict], s.Lowest, s.Highest)
	}
	var verdicts []string
	for _, v := range s.Verdicts {
		verdicts = append(verdicts, p.words.verdict[v])
	}
	return fmt.Sprintf(p.words.readingsDiffer, s.Combinations, strings.Join(verdicts, p.words.comma), s.Lowest, s.Highest)
}

// readingMark says whether the verdict depends on one clause.
func (p *phrasing) readingMark(effect *assess.ReadingEffect) string {
	if effect.Decides {
		return p.words.readingDecides
	}
	return p.words.readingIdle
}

// daggers says whether any finding rests on a default reading of hegui, so that the mark † must be explained.
func daggers(a *assess.Assessment) bool {
	for i := range a.Results {
		for _, f := range a.Results[i].Findings {
			if f.Basis == catalog.BasisDefault {
				return true
			}
		}
	}
	return false
}

// named gives the names of what a reason concerns: dimensions by title, requirements by id.
func (p *phrasing) named(r assess.Reason) []string {
	if r.Code != assess.ReasonFloor {
		return r.IDs
	}
	var out []string
	for _, id := range r.IDs {
		for _, d := range p.c.Dimensions {
			if d.ID == id {
				out = append(out, d.Title.In(p.o.Lang))
			}
		}
	}
	return out
}

// note is one thing to repair, in words: a finding, or fields that are missing side by side.
type note struct {
	assess.Place
	findings []assess.Finding // what it is about; more than one when fields are missing together
	message  string
	remedy   string
}

// byDefault says whether the note rests on nothing but hegui's own reading.
func (n *note) byDefault() bool {
	return len(n.findings) == 1 && n.findings[0].Basis == catalog.BasisDefault
}

// notes words findings one by one, but fields that are missing side by side together: an unfinished section is one thing
// to do, not ten.
func (p *phrasing) notes(all []assess.Finding) []note {
	var out []note
	for i := 0; i < len(all); {
		n := i + 1
		for n < len(all) && absent(&all[i]) && absent(&all[n]) && sameParent(all[i].Path, all[n].Path) {
			n++
		}
		if n-i > 1 {
			out = append(out, p.absentTogether(all[i:n]))
		} else {
			message, remedy := Describe(p.c, &all[i])
			out = append(out, note{all[i].Place, all[i:n], message.In(p.o.Lang), remedy.In(p.o.Lang)})
		}
		i = n
	}
	return out
}

// absent says whether a finding is that nothing is written in a field.
func absent(f *assess.Finding) bool { return f.Code == "missing" || f.Code == "missing_key" }

func sameParent(p, q proposal.Path) bool {
	return len(p) == len(q) && len(p) > 0 && p[:len(p)-1].Compare(q[:len(q)-1]) == 0
}

func (p *phrasing) absentTogether(all []assess.Finding) note {
	fields := make([]string, len(all))
	for i := range all {
		label := p.c.Label(all[i].Path.String()).In(p.o.Lang)
		last := all[i].Path[len(all[i].Path)-1]
		key, named := last.Key()
		if !named {
			key = proposal.Path{last}.String()
		}
		fields[i] = fmt.Sprintf(p.words.field, label, key)
	}
	return note{
		Place:    assess.Place{Path: all[0].Path[:len(all[0].Path)-1], Position: all[0].Position},
		findings: all,
		message:  fmt.Sprintf(p.words.missing, strings.Join(fields, p.words.comma)),
		remedy:   p.words.missingRemedy,
	}
}

// waiverText says who excused a requirement, until when and why.
func (p *phrasing) waiverText(w *assess.Waiver) string {
	return fmt.Sprintf(p.words.waiverText, w.Approver, w.Expires, w.Reason)
}

// repairTexts says what the cheapest repair reaches and lists its steps.
func (p *phrasing) repairTexts(r *assess.RepairPath) (heading string, steps []string) {
	heading = fmt.Sprintf(p.words.repairHeading, p.words.verdict[r.Reaches], r.Effort, r.Score)
	for _, s := range r.Steps {
		req, _ := p.c.Requirement(s.Requirement)
		steps = append(steps, fmt.Sprintf(p.words.repairStep,
			req.ID, req.Title.In(p.o.Lang), s.Effort, s.Gain, s.After, p.words.why[s.Why]))
	}
	return heading, steps
}

// inTheWay says why a requirement does not apply: which flags are off, or on, that should not be.
func (p *phrasing) inTheWay(a *assess.Assessment, r *assess.Result) []string {
	if r.Excluded {
		return []string{p.words.excluded}
	}
	var reasons []string
	for _, state := range a.Flags {
		f, ok := p.c.Flag(state.Name)
		if !ok || !slices.Contains(r.Because, state.Name) {
			continue
		}
		if state.On {
			reasons = append(reasons, f.On.In(p.o.Lang))
		} else {
			reasons = append(reasons, f.Off.In(p.o.Lang))
		}
	}
	return reasons
}

// confirms says whether a person should look at a result although the rule passes it.
func confirms(r *assess.Result, req *catalog.Requirement) bool {
	return r.Status == assess.StatusPass && req.Confirm != (catalog.Text{})
}

// confirmed gives the ids of requirements that a person should look at although the rules pass them.
func confirmed(a *assess.Assessment, c *catalog.Catalog) []string {
	var ids []string
	for i := range a.Results {
		if req := &c.Requirements[i]; confirms(&a.Results[i], req) {
			ids = append(ids, req.ID)
		}
	}
	return ids
}
