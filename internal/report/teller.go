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

// teller says in one language what every format for people tells: why a verdict is what it is, what does not apply and
// why, which fields are missing.
type teller struct {
	o     Options
	c     *catalog.Catalog
	words words
}

func newTeller(o Options) teller { return teller{o: o, c: o.Catalog, words: wordsIn(o.Lang)} }

// reason says one cause of the verdict.
func (t *teller) reason(a *assess.Assessment, r assess.Reason) string {
	text := t.words.reason[r.Code]
	switch r.Code {
	case assess.ReasonPassMark:
		return fmt.Sprintf(text, assess.Score(t.o.Profile.PassMark))
	case assess.ReasonForm:
		return fmt.Sprintf(text, len(a.Form))
	default:
		return fmt.Sprintf(text, strings.Join(t.named(r), t.words.comma))
	}
}

// named gives the names of what a reason concerns: dimensions by title, requirements by id.
func (t *teller) named(r assess.Reason) []string {
	if r.Code != assess.ReasonFloor {
		return r.IDs
	}
	var out []string
	for _, id := range r.IDs {
		for _, d := range t.c.Dimensions {
			if d.ID == id {
				out = append(out, d.Title.In(t.o.Lang))
			}
		}
	}
	return out
}

// grade names the band of the score, "" when the verdict is no decision in the applicant's favour.
func (t *teller) grade(d *assess.Decision) string {
	if d.Verdict != assess.VerdictPass && d.Verdict != assess.VerdictReview {
		return ""
	}
	return t.c.Grade(int(d.Score)).Title.In(t.o.Lang)
}

// inTheWay says why a requirement does not apply: which flags are off, or on, that should not be.
func (t *teller) inTheWay(a *assess.Assessment, r *assess.Result) []string {
	var reasons []string
	for _, state := range a.Flags {
		f, ok := t.c.Flag(state.Name)
		if !ok || !slices.Contains(r.Because, state.Name) {
			continue
		}
		if state.On {
			reasons = append(reasons, f.On.In(t.o.Lang))
		} else {
			reasons = append(reasons, f.Off.In(t.o.Lang))
		}
	}
	return reasons
}

// statusOf names what became of a requirement: a veto by that name.
func (t *teller) statusOf(r *assess.Result) string {
	if r.Vetoes {
		return t.words.veto
	}
	return t.words.status[r.Status]
}

// absentFields names fields that are missing side by side, in one sentence.
func (t *teller) absentFields(all []assess.Finding) string {
	fields := make([]string, len(all))
	for i := range all {
		label := t.c.Label(all[i].Path.String()).In(t.o.Lang)
		key, _ := all[i].Path[len(all[i].Path)-1].Key()
		fields[i] = fmt.Sprintf(t.words.field, label, key)
	}
	return fmt.Sprintf(t.words.missing, strings.Join(fields, t.words.comma))
}

// readingsSummary says whether the verdict depends on how vague clauses are read.
func (t *teller) readingsSummary(a *assess.Assessment) string {
	s := a.Readings
	if s.Same() {
		return fmt.Sprintf(t.words.readingsSame, s.Combinations, t.words.verdict[a.Decision.Verdict], s.Lowest, s.Highest)
	}
	var verdicts []string
	for _, v := range s.Verdicts {
		verdicts = append(verdicts, t.words.verdict[v])
	}
	return fmt.Sprintf(t.words.readingsDiffer, s.Combinations, strings.Join(verdicts, t.words.comma), s.Lowest, s.Highest)
}

// readingMark says whether the verdict depends on one clause.
func (t *teller) readingMark(effect *assess.ReadingEffect) string {
	if effect.Decides {
		return t.words.readingDecides
	}
	return t.words.readingIdle
}

// losses gives the indexes of the results that lost points or could not be decided, in the order reports name them:
// vetoes, then the heaviest loss first.
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

// lostShare gives what a result costs of the total score.
func lostShare(a *assess.Assessment, r *assess.Result) assess.Score {
	if a.Decision.Possible == 0 || r.Waiver != nil {
		return 0
	}
	return assess.Score(10000 * r.Lost() / a.Decision.Possible)
}

// together puts fields that are missing side by side into one group, everything else into a group of its own: an
// unfinished section is one thing to do, not ten.
func together(all []assess.Finding) [][]assess.Finding {
	var groups [][]assess.Finding
	for i := 0; i < len(all); {
		n := i + 1
		for n < len(all) && absent(&all[i]) && absent(&all[n]) && sameParent(all[i].Path, all[n].Path) {
			n++
		}
		groups = append(groups, all[i:n])
		i = n
	}
	return groups
}

// absent says whether a finding is that nothing is written in a field.
func absent(f *assess.Finding) bool { return f.Code == "missing" || f.Code == "missing_key" }

func sameParent(p, q proposal.Path) bool {
	return len(p) == len(q) && len(p) > 0 && p[:len(p)-1].Compare(q[:len(q)-1]) == 0
}
