package assess

import (
	"cmp"
	"context"
	"reflect"
	"slices"

	"hegui/internal/proposal"
)

// Delta is a difference of scores in basis points: -5 is 0.05 less.
type Delta int

// String writes the difference with its sign and two decimals: "+12.34", "-0.05", "0.00".
func (d Delta) String() string {
	switch {
	case d > 0:
		return "+" + Score(d).String()
	case d < 0:
		return "-" + Score(-d).String()
	default:
		return Score(0).String()
	}
}

// Comparison is what became of one proposal between two assessments: two drafts, two packs, profiles or dates, or both.
type Comparison struct {
	Before, After *Assessment

	Change       Delta               // of the score
	Split        *Split              // nil when it cannot be told what changed the score; Unsplit says why
	Unsplit      Unsplit             // empty when there is a Split
	Dimensions   []DimensionChange   // all that count in either, in the order of After, then of Before
	Requirements []RequirementChange // those that changed: what moves the score most first, then in the order of the catalog
	Unchanged    int                 // requirements that did not change
	Form         FindingChange       // defects of form
	Findings     FindingChange       // of all requirements and of form: the counts of the whole
}

// Split says how much of the change the text makes and how much the rules make: pack, profile, date, waivers and engine.
// The text is changed first, then the rules; Text + Pack is the change exactly. Under the other order the two parts would
// differ by the interaction, which Corners holds.
type Split struct {
	Text    Delta    // S(new text, old rules) − S(old text, old rules)
	Pack    Delta    // S(new text, new rules) − S(new text, old rules)
	Corners *Corners // nil when only one of the two changed: there is nothing between then
}

// Corners are the decisions on both texts under both rules.
type Corners struct {
	OldTextOldPack, NewTextOldPack, OldTextNewPack, NewTextNewPack Decision
}

// PackFirst gives the parts if the rules were changed first: S(old text, new rules) − S(old text, old rules), and what
// the text then adds.
func (c *Corners) PackFirst() (pack, text Delta) {
	return Delta(c.OldTextNewPack.Score - c.OldTextOldPack.Score), Delta(c.NewTextNewPack.Score - c.OldTextNewPack.Score)
}

// Interaction is what either part gains when it comes second: how much the new rules value the new text otherwise than
// the old rules do.
func (c *Corners) Interaction() Delta {
	return Delta(c.NewTextNewPack.Score - c.NewTextOldPack.Score - c.OldTextNewPack.Score + c.OldTextOldPack.Score)
}

// Unsplit says why a change cannot be split.
type Unsplit string

// The reasons.
const (
	UnsplitBoth    Unsplit = "both_differ"    // text and rules differ and only the results are at hand: it needs the texts
	UnsplitNeither Unsplit = "neither_differ" // the same text under the same rules has two scores: one result is not genuine
)

// DimensionChange is one dimension before and after; the zero DimensionScore when it is not in the catalog.
type DimensionChange struct {
	Dimension     string
	Before, After DimensionScore
}

// Change is the difference of the dimension's own score.
func (d *DimensionChange) Change() Delta { return Delta(d.After.Score - d.Before.Score) }

// RequirementChange is one requirement before and after.
type RequirementChange struct {
	Requirement   string
	Before, After *Result // nil when the catalog does not have it

	// Change is what the requirement adds to the change of the score. The changes of all requirements add up to it
	// exactly; see apportion. Text and Pack are its parts, each adding up to those of Split; both are 0 without a Split.
	Change, Text, Pack Delta

	Findings FindingChange
}

// FindingChange tells findings apart by their fingerprints.
type FindingChange struct {
	New, Gone []Finding // places of New are in the text of After, those of Gone in the text of Before
	Unchanged int
}

// Cross are the two assessments between before and after. When only the text changed they are after and before
// themselves, when only the rules changed before and after.
type Cross struct {
	NewText *Assessment // the text of after under the rules of before
	OldText *Assessment // the text of before under the rules of after
}

// Compare says what changed between two assessments. cross may be nil: then the change is split only when nothing but the
// text or nothing but the rules differ, which their digests tell. All of them must come from an [Assessor] or satisfy
// [Assessment.Verify].
func Compare(before, after *Assessment, cross *Cross) *Comparison {
	c := &Comparison{Before: before, After: after, Change: Delta(after.Decision.Score - before.Decision.Score)}
	var changes, text, pack map[string]Delta
	switch {
	case cross != nil:
		text, pack = apportion(before, cross.NewText), apportion(cross.NewText, after)
		changes = make(map[string]Delta, len(text))
		for _, parts := range []map[string]Delta{text, pack} {
			for id, d := range parts {
				changes[id] += d
			}
		}
		c.Split = &Split{
			Text: Delta(cross.NewText.Decision.Score - before.Decision.Score), Pack: Delta(after.Decision.Score - cross.NewText.Decision.Score),
		}
		if cross.NewText != before && cross.NewText != after {
			c.Split.Corners = &Corners{before.Decision, cross.NewText.Decision, cross.OldText.Decision, after.Decision}
		}
	default:
		changes = apportion(before, after)
		sameText, sameRules := sameText(before, after), sameRules(before, after)
		switch {
		case sameText && sameRules && c.Change != 0:
			c.Unsplit = UnsplitNeither
		case sameRules:
			c.Split, text = &Split{Text: c.Change}, changes
		case sameText:
			c.Split, pack = &Split{Pack: c.Change}, changes
		default:
			c.Unsplit = UnsplitBoth
		}
	}
	c.Form = findingChange(before.Form, after.Form)
	c.Findings = FindingChange{New: slices.Clone(c.Form.New), Gone: slices.Clone(c.Form.Gone), Unchanged: c.Form.Unchanged}
	for _, pair := range union(before, after) {
		r := RequirementChange{Requirement: pair.requirement, Before: pair.before, After: pair.after}
		r.Change, r.Text, r.Pack = changes[r.Requirement], text[r.Requirement], pack[r.Requirement]
		r.Findings = resultFindings(r.Before, r.After)
		c.Findings.New = append(c.Findings.New, r.Findings.New...)
		c.Findings.Gone = append(c.Findings.Gone, r.Findings.Gone...)
		c.Findings.Unchanged += r.Findings.Unchanged
		if r.changed() {
			c.Requirements = append(c.Requirements, r)
		} else {
			c.Unchanged++
		}
	}
	slices.SortStableFunc(c.Requirements, func(x, y RequirementChange) int {
		return cmp.Compare(max(y.Change, -y.Change), max(x.Change, -x.Change))
	})
	c.Dimensions = dimensionChanges(before.Decision.Dimensions, after.Decision.Dimensions)
	return c
}

// Draft is a text with the rules to assess it under.
type Draft struct {
	Assessor *Assessor
	Document *proposal.Document
}

// CompareDrafts assesses both texts and says what changed; under both rules where text and rules differ, so that the
// change can be split. The errors are those of [Assessor.Assess].
func CompareDrafts(ctx context.Context, before, after Draft) (*Comparison, error) {
	old, err := before.Assessor.Assess(ctx, before.Document)
	if err != nil {
		return nil, err
	}
	current, err := after.Assessor.Assess(ctx, after.Document)
	if err != nil {
		return nil, err
	}
	cross := &Cross{NewText: current, OldText: old}
	switch {
	case before.Assessor.same(after.Assessor):
	case before.Document.ContentSHA256() == after.Document.ContentSHA256():
		cross = &Cross{NewText: old, OldText: current}
	default:
		if cross.NewText, err = before.Assessor.Assess(ctx, after.Document); err != nil {
			return nil, err
		}
		if cross.OldText, err = after.Assessor.Assess(ctx, before.Document); err != nil {
			return nil, err
		}
	}
	return Compare(old, current, cross), nil
}

// same says whether both would assess alike; their waivers are of one run.
func (a *Assessor) same(b *Assessor) bool {
	return a.Pack == b.Pack && a.Profile.ID == b.Profile.ID && a.AsOf == b.AsOf
}

// sameText says whether both assessments are of the same values.
func sameText(a, b *Assessment) bool {
	return a.SHA256 != "" && a.SHA256 == b.SHA256 || a.ContentSHA256 != "" && a.ContentSHA256 == b.ContentSHA256
}

// sameRules says whether both assessments would give the same text the same score.
func sameRules(a, b *Assessment) bool {
	return a.Pack == b.Pack && a.Pack.Digest != "" && a.Profile == b.Profile && a.AsOf == b.AsOf && a.Engine == b.Engine &&
		slices.EqualFunc(a.Waivers, b.Waivers, func(u, v WaiverUse) bool {
			u.Position = v.Position // moved lines of a waiver file change nothing
			return reflect.DeepEqual(u.Waiver, v.Waiver)
		})
}

// pair is one requirement in two assessments.
type pair struct {
	requirement   string
	before, after *Result
}

// union lists the requirements of both assessments, in the order of after, then those that only before has.
func union(before, after *Assessment) []pair {
	index := make(map[string]int, len(before.Results))
	for i := range before.Results {
		index[before.Results[i].Requirement] = i
	}
	out := make([]pair, 0, len(after.Results))
	for i := range after.Results {
		p := pair{requirement: after.Results[i].Requirement, after: &after.Results[i]}
		if k, ok := index[p.requirement]; ok {
			p.before = &before.Results[k]
			delete(index, p.requirement)
		}
		out = append(out, p)
	}
	for i := range before.Results {
		if _, left := index[before.Results[i].Requirement]; left {
			out = append(out, pair{requirement: before.Results[i].Requirement, before: &before.Results[i]})
		}
	}
	return out
}

// changed says whether anything that a reader of a report sees is different.
func (r *RequirementChange) changed() bool {
	if r.Before == nil || r.After == nil {
		return true
	}
	b, a := r.Before, r.After
	return b.Status != a.Status || b.Weight != a.Weight || b.Credit != a.Credit || b.Points != a.Points || b.Severity != a.Severity ||
		b.Vetoes != a.Vetoes || (b.Waiver == nil) != (a.Waiver == nil) || r.Change != 0 || r.Text != 0 || r.Pack != 0 ||
		len(r.Findings.New)+len(r.Findings.Gone) > 0
}

// resultFindings compares what loses points, and what a person must look at, each with its own kind.
func resultFindings(before, after *Result) FindingChange {
	none := &Result{}
	if before == nil {
		before = none
	}
	if after == nil {
		after = none
	}
	c, manual := findingChange(before.Findings, after.Findings), findingChange(before.Manual, after.Manual)
	c.New = append(c.New, manual.New...)
	c.Gone = append(c.Gone, manual.Gone...)
	c.Unchanged += manual.Unchanged
	return c
}

// findingChange keeps the order of the lists.
func findingChange(before, after []Finding) FindingChange {
	var c FindingChange
	left := make(map[string]int, len(before)) // a fingerprint is unique in an assessment, but not in every file
	for i := range before {
		left[before[i].Fingerprint]++
	}
	for i := range after {
		if left[after[i].Fingerprint] > 0 {
			left[after[i].Fingerprint]--
			c.Unchanged++
		} else {
			c.New = append(c.New, after[i])
		}
	}
	for i := range before {
		if left[before[i].Fingerprint] > 0 {
			left[before[i].Fingerprint]--
			c.Gone = append(c.Gone, before[i])
		}
	}
	return c
}

func dimensionChanges(before, after []DimensionScore) []DimensionChange {
	var out []DimensionChange
	add := func(c DimensionChange) {
		if c.Before.Possible > 0 || c.After.Possible > 0 {
			out = append(out, c)
		}
	}
	find := func(in []DimensionScore, id string) (DimensionScore, bool) {
		i := slices.IndexFunc(in, func(d DimensionScore) bool { return d.Dimension == id })
		if i < 0 {
			return DimensionScore{}, false
		}
		return in[i], true
	}
	for _, d := range after {
		old, _ := find(before, d.Dimension)
		add(DimensionChange{d.Dimension, old, d})
	}
	for _, d := range before {
		if _, ok := find(after, d.Dimension); !ok {
			add(DimensionChange{Dimension: d.Dimension, Before: d})
		}
	}
	return out
}
