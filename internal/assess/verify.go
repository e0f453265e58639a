package assess

import (
	"errors"
	"fmt"
	"slices"
)

// maxWeight bounds the weight of one requirement: 1000 in the catalogue, four times that under a profile. Sums of points
// stay far from overflow below it.
const maxWeight = 4000

// maxRequirements bounds the requirements of one assessment, for the same reason.
const maxRequirements = 100_000

// Verify says whether the numbers of an assessment agree with each other, as those of every assessment of an [Assessor]
// do. It is for assessments that come from outside, such as from a file: what passes can be compared and added up
// without overflow. The error names the first number that disagrees.
func (a *Assessment) Verify() error {
	if len(a.Results) > maxRequirements {
		return fmt.Errorf("%d results are more than %d", len(a.Results), maxRequirements)
	}
	seen := make(map[string]bool, len(a.Results))
	points, possible := 0, 0
	for i := range a.Results {
		r := &a.Results[i]
		if seen[r.Requirement] || r.Requirement == "" {
			return fmt.Errorf("result %d: requirement %q has no name or two results", i, r.Requirement)
		}
		seen[r.Requirement] = true
		if err := r.verify(); err != nil {
			return fmt.Errorf("%s: %w", r.Requirement, err)
		}
		if r.Counts() && r.Waiver == nil {
			points += r.Points
			possible += r.Weight * 100
		}
	}
	d := &a.Decision
	switch {
	case d.Verdict.severity() < 0:
		return fmt.Errorf("verdict %q is not known", d.Verdict)
	case a.Unwaived != nil && a.Unwaived.Verdict.severity() < 0:
		return fmt.Errorf("verdict %q is not known", a.Unwaived.Verdict)
	case d.Points != points || d.Possible != possible:
		return fmt.Errorf("the results add up to %d of %d points, the decision says %d of %d", points, possible, d.Points, d.Possible)
	case d.Score != scoreOf(points, possible):
		return fmt.Errorf("%d of %d points are a score of %s, the decision says %s", points, possible, scoreOf(points, possible), d.Score)
	}
	if !fingerprinted(a.Form) {
		return errors.New("a defect of form has no fingerprint")
	}
	return d.verifyDimensions()
}

func fingerprinted(all []Finding) bool {
	return !slices.ContainsFunc(all, func(f Finding) bool { return f.Fingerprint == "" })
}

func (r *Result) verify() error {
	switch {
	case !slices.Contains(Statuses(), r.Status):
		return fmt.Errorf("status %q is not known", r.Status)
	case r.Weight < 0 || r.Weight > maxWeight:
		return fmt.Errorf("weight %d is outside 0..%d", r.Weight, maxWeight)
	case r.Credit < 0 || r.Credit > 100:
		return fmt.Errorf("credit %d is outside 0..100", r.Credit)
	case r.Points != r.Weight*r.Credit:
		return fmt.Errorf("weight %d and credit %d do not make %d points", r.Weight, r.Credit, r.Points)
	case !fingerprinted(r.Findings) || !fingerprinted(r.Manual):
		return errors.New("a finding has no fingerprint")
	}
	return nil
}

// verifyDimensions adds up the dimensions; which requirement belongs to which is the catalog's to say.
func (d *Decision) verifyDimensions() error {
	points, possible := 0, 0
	for i := range d.Dimensions {
		dim := &d.Dimensions[i]
		if dim.Points < 0 || dim.Points > dim.Possible || dim.Possible > d.Possible || dim.Score != scoreOf(dim.Points, dim.Possible) {
			return fmt.Errorf("dimension %q: %d of %d points are not a score of %s", dim.Dimension, dim.Points, dim.Possible, dim.Score)
		}
		points += dim.Points
		possible += dim.Possible
	}
	if points != d.Points || possible != d.Possible {
		return errors.New("the dimensions do not add up to the decision")
	}
	return nil
}
