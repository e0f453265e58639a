package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/proposal"
)

// compare says whether both sides say the same of a proposal, and how many findings they have. The error is the first
// difference.
func (s *sides) compare(ctx context.Context, doc *proposal.Document) (findings int, err error) {
	theirs, err := s.byPlan(ctx, doc)
	if err != nil {
		return 0, fmt.Errorf("%s: the plan: %w", doc.Name, err)
	}
	ours := s.byHand(doc)
	for _, stem := range s.stems {
		mine, their := ours[stem], theirs[stem]
		switch {
		case their.Err != "":
			err = errors.New("the rule: " + their.Err)
		case mine.Applies != their.Applies:
			err = fmt.Errorf("applies is %t by hand, %t by the rule", mine.Applies, their.Applies)
		case mine.HasCredit != their.HasCredit || mine.Credit != their.Credit:
			err = fmt.Errorf("credit is %d by hand, %d by the rule", mine.Credit, their.Credit)
		default:
			err = errors.Join(differ(mine.Findings, their.Findings), differ(mine.Manual, their.Manual))
		}
		if err != nil {
			return 0, fmt.Errorf("%s: %s: %w", doc.Name, stem, err)
		}
		findings += len(their.Findings) + len(their.Manual)
	}
	return findings, nil
}

// differ gives the first finding that only one side has. Findings are a set, and so are related paths.
func differ(mine, their []assess.RawFinding) error {
	a, b := told(mine), told(their)
	if d := slices.CompareFunc(a, b, strings.Compare); d == 0 {
		return nil
	}
	for _, f := range a {
		if !slices.Contains(b, f) {
			return fmt.Errorf("only by hand: %s", f)
		}
	}
	for _, f := range b {
		if !slices.Contains(a, f) {
			return fmt.Errorf("only by the rule: %s", f)
		}
	}
	return fmt.Errorf("said more than once: %v", a)
}

func told(findings []assess.RawFinding) []string {
	out := make([]string, len(findings))
	for i, f := range findings {
		related := make([]string, len(f.Related))
		for j, p := range f.Related {
			related[j] = p.String()
		}
		slices.Sort(related)
		out[i] = fmt.Sprintf("%s at %s, related %v, %+v", f.Code, f.Path, related, f.Args)
	}
	slices.Sort(out)
	return out
}
