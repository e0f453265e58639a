package cli

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/solve"
)

// solveText writes what pack solve found, what is proven apart from what was only tried.
func (a *app) solveText(out io.Writer, r *solve.Report) error {
	w := a.words.packSolve
	b := bufio.NewWriter(out)
	proven := 0
	for i := range r.Profiles {
		if r.Profiles[i].Satisfiable {
			proven++
		}
	}
	fmt.Fprintf(b, w.head, r.Pack, r.Version, r.AsOf, len(r.Profiles), proven)
	fmt.Fprint(b, w.profiles)
	for i := range r.Profiles {
		a.solveProfile(b, &r.Profiles[i])
	}
	fmt.Fprint(b, w.conflicts)
	for i := range r.Conflicts {
		a.solveConflict(b, &r.Conflicts[i])
	}
	if len(r.Conflicts) == 0 {
		fmt.Fprint(b, w.none)
	}
	fmt.Fprint(b, w.implied)
	for i := range r.Implied {
		a.solveImplied(b, &r.Implied[i])
	}
	if len(r.Implied) == 0 {
		fmt.Fprint(b, w.none)
	}
	fmt.Fprint(b, w.unreachable)
	for i := range r.Unreachable {
		a.solveUnreachable(b, &r.Unreachable[i])
	}
	if len(r.Unreachable) == 0 {
		fmt.Fprint(b, w.none)
	}
	if len(r.Unsatisfied) > 0 {
		fmt.Fprintf(b, w.unsatisfied, strings.Join(r.Unsatisfied, ", "))
	}
	fmt.Fprintf(b, w.limits, r.Bodies, r.Decided)
	fmt.Fprintf(b, w.howFar, r.Evaluations, r.Corpus, r.Seconds, r.Seed)
	if !r.Complete {
		fmt.Fprint(b, w.ended)
	}
	return b.Flush()
}

func (a *app) solveProfile(out io.Writer, p *solve.Profile) {
	w := a.words.packSolve
	switch {
	case p.Satisfiable:
		text := w.proven
		if !p.Minimal {
			text = w.provenOpen
		}
		fmt.Fprintf(out, text, p.ID, p.Size, len(p.Applicable), a.startName(p.Start), p.StartSize, p.StartCount, p.Evaluations, p.Seconds)
	case p.Excluded != nil:
		fmt.Fprintf(out, w.excluded, p.ID, strings.Join(p.Excluded.Requirements, ", "))
		a.solveConditions(out, p.Excluded.Conditions)
	case p.Start == "":
		fmt.Fprintf(out, w.nothing, p.ID)
	default:
		fmt.Fprintf(out, w.notFound, p.ID, assess.Score(p.Score), a.startName(p.Start), p.Evaluations)
		fmt.Fprintf(out, w.missed, strings.Join(p.Missed, ", "))
	}
}

// startName names what a search began with: a file, or what stands for one.
func (a *app) startName(start string) string {
	if name, ok := a.words.packSolve.starts[start]; ok {
		return name
	}
	return start
}

func (a *app) solveConflict(out io.Writer, c *solve.Conflict) {
	w := a.words.packSolve
	names := strings.Join(c.Requirements, ", ")
	switch {
	case c.Proof == solve.Tried:
		fmt.Fprintf(out, w.conflictTried, names, c.Together, c.Evaluations)
	case len(c.Requirements) == 1:
		fmt.Fprintf(out, w.conflictAlone, names)
	default:
		fmt.Fprintf(out, w.conflictExact, names, c.Together)
	}
	a.solveConditions(out, c.Conditions)
}

func (a *app) solveImplied(out io.Writer, m *solve.Implied) {
	w := a.words.packSolve
	text := w.impliedExact
	switch {
	case m.Proof == solve.Tried:
		text = w.impliedTried
	case m.Mutual:
		text = w.impliedBoth
	}
	fmt.Fprintf(out, text, m.Requirement, m.By, m.Failures, m.Proposals)
	if m.Same {
		fmt.Fprint(out, w.alike)
	}
	if !m.Applies {
		fmt.Fprint(out, w.impliedNarrow)
	}
	a.solveConditions(out, m.Bodies)
}

func (a *app) solveUnreachable(out io.Writer, u *solve.Unreachable) {
	w := a.words.packSolve
	name := u.Package + "." + u.Name
	if u.Code != "" {
		name += " (" + u.Code + ")"
	}
	switch {
	case u.Proof == solve.Tried:
		fmt.Fprintf(out, w.neverSeen, u.File, u.Line, name, u.Proposals)
	case u.Value != "":
		fmt.Fprintf(out, w.neverValue, u.File, u.Line, name, u.Value)
	case u.Schema:
		fmt.Fprintf(out, w.neverSchema, u.File, u.Line, name)
	default:
		fmt.Fprintf(out, w.never, u.File, u.Line, name)
	}
	a.solveConditions(out, u.Conditions)
}

func (a *app) solveConditions(out io.Writer, conditions []solve.Condition) {
	for _, c := range conditions {
		fmt.Fprintf(out, a.words.packSolve.condition, c.File, c.Line, c.Text)
	}
}
