package replay_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/assess"
	"hegui/internal/proposal"
	"hegui/internal/replay"
)

// scored is an assessment with one requirement of weight 100 in one dimension: its credit is its score.
func scored(file string, credit int, verdict assess.Verdict, codes ...string) *assess.Assessment {
	status := assess.StatusPartial
	switch credit {
	case 0:
		status = assess.StatusFail
	case 100:
		status = assess.StatusPass
	}
	a := &assess.Assessment{File: file, Pack: assess.PackRef{ID: "p", Version: "1", Digest: "d"}, Profile: "general", AsOf: "2026-11-01"}
	a.Results = []assess.Result{{Requirement: "R-01", Status: status, Weight: 100, Credit: credit, Points: 100 * credit}}
	for i, code := range codes {
		a.Results[0].Findings = append(a.Results[0].Findings, assess.Finding{Requirement: "R-01", Code: code, Fingerprint: fmt.Sprint(code, i)})
	}
	a.Decision = assess.Decision{Score: assess.Score(100 * credit), Verdict: verdict, Points: 100 * credit, Possible: 10000}
	a.Decision.Dimensions = []assess.DimensionScore{{Dimension: "R", Score: a.Decision.Score, Points: a.Decision.Points, Possible: 10000}}
	return a
}

const (
	pass   = assess.VerdictPass
	fail   = assess.VerdictFail
	review = assess.VerdictReview
)

func TestTheSameRulesChangeNothing(t *testing.T) {
	t.Parallel()
	r := replay.New(nil)
	for i := range 50 {
		r.Add(scored(fmt.Sprint(i), i, fail, "short"), scored(fmt.Sprint(i), i, fail, "short"), nil)
	}
	got := r.Result()
	if !got.Same() || got.Flips != 0 || got.Ranks.Moved != 0 || got.Ranks.Discordant != 0 || len(got.Requirements)+len(got.Findings) != 0 {
		t.Errorf("something changed: %+v", got)
	}
	if got.Ranks.Tau == nil || *got.Ranks.Tau != 10000 {
		t.Errorf("tau %v", got.Ranks.Tau)
	}
	if got.Proposals != 50 || got.Bins[5].N != 50 {
		t.Errorf("%d proposals, bins %v", got.Proposals, got.Bins)
	}
}

func TestNothingAtAllIsAResult(t *testing.T) {
	t.Parallel()
	got := replay.New(replay.Traits()).Result()
	if got.Proposals != 0 || !got.Same() || got.Ranks.Tau != nil || got.Rows == nil {
		t.Errorf("%+v", got)
	}
}

func TestWhoFlipsAndWhatMoves(t *testing.T) {
	t.Parallel()
	r := replay.New(nil)
	r.Add(scored("a", 100, pass), scored("a", 60, fail, "few", "few", "old"), nil)
	r.Add(scored("b", 80, review, "old"), scored("b", 80, review, "old"), nil)
	r.Add(scored("c", 40, fail, "gone"), scored("c", 90, pass), nil)
	got := r.Result()
	want := []replay.Flow{{From: "pass", To: "fail", N: 1}, {From: "review", To: "review", N: 1}, {From: "fail", To: "pass", N: 1}}
	if d := cmp.Diff(want, got.Verdicts); d != "" {
		t.Error(d)
	}
	if got.Flips != 2 || got.Better != 1 || got.Worse != 1 || got.Changed != 2 {
		t.Errorf("flips %d, better %d, worse %d, changed %d", got.Flips, got.Better, got.Worse, got.Changed)
	}
	ranks := [][2]int{}
	for _, row := range got.Rows {
		ranks = append(ranks, [2]int{row.Before.Rank, row.After.Rank})
	}
	if d := cmp.Diff([][2]int{{1, 3}, {2, 2}, {3, 1}}, ranks); d != "" {
		t.Error(d)
	}
	if got.Ranks.Discordant != 3 || *got.Ranks.Tau != -10000 {
		t.Errorf("ranks %+v, tau %d", got.Ranks, *got.Ranks.Tau)
	}
	if d := cmp.Diff(replay.Spread{N: 3, Rose: 1, Fell: 1, Min: -4000, Q1: -2000, Median: 0, Q3: 2500, Max: 5000, Mean: 333}, got.Scores); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]replay.Dimension{{ID: "R", N: 3, Rose: 1, Fell: 1, Mean: 333}}, got.Dimensions); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]replay.Requirement{{ID: "R-01", Changed: 1, Other: 1, Moved: 1000, Statuses: []replay.Flow{
		{From: "pass", To: "partial", N: 1}}}}, got.Requirements); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]replay.Finding{
		{Requirement: "R-01", Code: "few", New: 2, NewIn: 1},
		{Requirement: "R-01", Code: "gone", Gone: 1, GoneIn: 1},
		{Requirement: "R-01", Code: "old", New: 1, NewIn: 1},
	}, got.Findings); d != "" {
		t.Error(d)
	}
}

func TestStatusesAreCountedFromAndTo(t *testing.T) {
	t.Parallel()
	r := replay.New(nil)
	r.Add(scored("a", 100, pass), scored("a", 0, fail), nil)
	r.Add(scored("b", 100, pass), scored("b", 0, fail), nil)
	r.Add(scored("c", 50, fail), scored("c", 100, pass), nil)
	r.Add(scored("d", 50, fail), scored("d", 60, fail), nil)
	without := scored("e", 0, fail)
	without.Results = nil
	r.Add(scored("e", 0, fail), without, nil)
	got := r.Result().Requirements
	want := []replay.Flow{{From: "pass", To: "fail", N: 2}, {From: "fail", To: replay.Absent, N: 1}, {From: "partial", To: "pass", N: 1}}
	if len(got) != 1 || got[0].Changed != 4 || got[0].Other != 1 {
		t.Fatalf("%+v", got)
	}
	if d := cmp.Diff(want, got[0].Statuses); d != "" {
		t.Error(d)
	}
}

func TestADimensionThatDoesNotApplyHasNoChange(t *testing.T) {
	t.Parallel()
	idle := scored("a", 0, fail)
	idle.Decision.Dimensions[0] = assess.DimensionScore{Dimension: "R"}
	r := replay.New(nil)
	r.Add(idle, scored("a", 90, pass), nil)
	r.Add(scored("b", 90, pass), idle, nil)
	r.Add(scored("c", 50, fail), scored("c", 49, fail), nil)
	want := []replay.Dimension{{ID: "R", N: 1, Fell: 1, Mean: -100, Appeared: 1, Vanished: 1}}
	if d := cmp.Diff(want, r.Result().Dimensions); d != "" {
		t.Error(d)
	}
}

// The classes of pairs and the ranks agree with their definitions, counted pair by pair.
func TestRanksAgreeWithTheirDefinition(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 200 {
		r := replay.New(nil)
		n := 1 + random.IntN(40)
		values := 1 + random.IntN(12) // few, so that many are tied
		for i := range n {
			r.Add(scored(fmt.Sprint(i), random.IntN(values), fail), scored(fmt.Sprint(i), random.IntN(values), fail), nil)
		}
		got := r.Result()
		var want replay.Ranks
		for i := range got.Rows {
			x := &got.Rows[i]
			higher := [2]int{1, 1}
			for j := range got.Rows {
				y := &got.Rows[j]
				if y.Before.Score > x.Before.Score {
					higher[0]++
				}
				if y.After.Score > x.After.Score {
					higher[1]++
				}
				if j <= i {
					continue
				}
				want.Pairs++
				before, after := x.Before.Score-y.Before.Score, x.After.Score-y.After.Score
				switch {
				case before == 0 && after == 0:
					want.TiedBoth++
				case before == 0:
					want.TiedBefore++
				case after == 0:
					want.TiedAfter++
				case (before > 0) == (after > 0):
					want.Concordant++
				default:
					want.Discordant++
				}
			}
			if x.Before.Rank != higher[0] || x.After.Rank != higher[1] {
				t.Fatalf("round %d: ranks %d and %d, want %v", round, x.Before.Rank, x.After.Rank, higher)
			}
			if x.Climb() != 0 {
				want.Moved++
			}
		}
		want.Tau = got.Ranks.Tau
		if d := cmp.Diff(want, got.Ranks); d != "" {
			t.Fatalf("round %d: %s", round, d)
		}
	}
}

func TestTauOfAKnownExample(t *testing.T) {
	t.Parallel()
	r := replay.New(nil)
	// Kendall's tau-b of (12, 2, 1, 12, 2) and (1, 4, 7, 1, 0) is -0.47140…, as SciPy's manual has it.
	before, after := []int{12, 2, 1, 12, 2}, []int{1, 4, 7, 1, 0}
	for i := range before {
		r.Add(scored(fmt.Sprint(i), before[i], fail), scored(fmt.Sprint(i), after[i], fail), nil)
	}
	if got := r.Result().Ranks.Tau; got == nil || *got != -4714 {
		t.Errorf("%v", got)
	}
	r = replay.New(nil)
	r.Add(scored("a", 1, fail), scored("a", 2, fail), nil)
	r.Add(scored("b", 1, fail), scored("b", 3, fail), nil)
	if got := r.Result().Ranks.Tau; got != nil {
		t.Errorf("all tied before: %d", *got)
	}
}

func TestQuartilesAndBins(t *testing.T) {
	t.Parallel()
	got := replay.SpreadOf([]int32{3, -2, 0, -5})
	want := replay.Spread{N: 4, Rose: 1, Fell: 2, Min: -5, Q1: -2, Median: -1, Q3: 0, Max: 3, Mean: -1} // -2.75, -1, 0.75, -1
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	r := replay.New(nil)
	changes := []int{-100, -20, -19, -1, 0, 1, 5, 100}
	for i, c := range changes {
		r.Add(scored(fmt.Sprint(i), max(0, -c), fail), scored(fmt.Sprint(i), max(0, c), fail), nil)
	}
	counts := []int{}
	for _, b := range r.Result().Bins {
		counts = append(counts, b.N)
	}
	if d := cmp.Diff([]int{2, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1}, counts); d != "" {
		t.Error(d)
	}
}

func sizeTrait() []replay.Trait {
	return []replay.Trait{{ID: "size", Group: func(s string) string { return s }}}
}

func TestAGroupThatFaresWorseIsNamed(t *testing.T) {
	t.Parallel()
	r := replay.New(sizeTrait())
	for i := range 60 {
		size, to, credit := "large", pass, 90
		if i%3 == 0 {
			size, to, credit = "small", fail, 50
		}
		r.Add(scored(fmt.Sprint(i), 90, pass), scored(fmt.Sprint(i), credit, to), []string{size})
	}
	r.Add(scored("unknown", 90, pass), scored("unknown", 50, fail), []string{""})
	r.Add(scored("tiny", 90, pass), scored("tiny", 50, fail), []string{"tiny"})
	got := r.Result().Groups
	if len(got.Groups) != 3 || got.Tests != 4 || got.Notable != 4 {
		t.Fatalf("%+v", got)
	}
	small := got.Groups[slices.IndexFunc(got.Groups, func(g replay.Group) bool { return g.Value == "small" })]
	if d := cmp.Diff(replay.Fare{N: 20, Flips: 20, Worse: 20, Median: -4000, Below: 20}, small.In); d != "" {
		t.Error(d)
	}
	if small.Rest.N != 41 || small.Rest.Flips != 1 || small.Rest.Median != 0 {
		t.Errorf("the rest: %+v", small.Rest)
	}
	if !small.Flips.Notable || small.Flips.P > 1 {
		t.Errorf("%+v", small.Flips)
	}
	tiny := got.Groups[2]
	if tiny.Value != "tiny" || tiny.Flips.Made || tiny.Flips.Notable {
		t.Errorf("one proposal is judged: %+v", tiny)
	}
}

// Groups drawn by chance are hardly ever called notable: of 400 replays at most one in twenty may, by the settings.
func TestChanceIsNotCalledNotable(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 4))
	alarms := 0
	const replays = 400
	for range replays {
		r := replay.New(sizeTrait())
		for i := range 120 {
			to, credit := pass, 90+random.IntN(5)
			if random.IntN(4) == 0 {
				to, credit = fail, 40+random.IntN(20)
			}
			r.Add(scored(fmt.Sprint(i), 90, pass), scored(fmt.Sprint(i), credit, to), []string{fmt.Sprint(random.IntN(6))})
		}
		if r.Result().Groups.Notable > 0 {
			alarms++
		}
	}
	t.Logf("%d of %d replays without a cause called a difference notable", alarms, replays)
	if alarms > replays/20 {
		t.Errorf("%d of %d", alarms, replays)
	}
}

func TestTraitsAreReadFromTheProposal(t *testing.T) {
	t.Parallel()
	const src = `applicant: {size: micro, employees: 300, org_type: private}
project: {type: application, sector_gb4754: C36, region: {province_gb2260: "440000"}}
`
	doc, err := proposal.Parse("p.yaml", []byte(src), proposal.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	traits := replay.Traits()
	for i, group := range replay.GroupsOf(doc, traits) {
		got[traits[i].ID] = group
	}
	want := map[string]string{
		"small": "small_micro", "size": "micro", "headcount": "300-999", "organisation": "private", "region": "east",
		"province": "44", "industry": "C", "type": "application", "field": "", "stage": "",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// A hundred thousand pairs are kept in much less than 500 MB.
func TestAHundredThousandProposalsFitIntoMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	traits := replay.Traits()
	groups := make([]string, len(traits))
	random := rand.New(rand.NewPCG(5, 6))
	var start, end runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&start)
	r := replay.New(traits)
	const proposals = 100_000
	for i := range proposals {
		for t := range groups {
			groups[t] = fmt.Sprint(random.IntN(10))
		}
		name := fmt.Sprintf("submissions/2026/proposal-%06d.yaml", i)
		r.Add(scored(name, random.IntN(100), fail, "a"), scored(name, random.IntN(100), pass, "b"), slices.Clone(groups))
	}
	got := r.Result()
	runtime.GC()
	runtime.ReadMemStats(&end)
	kept := (end.HeapAlloc - start.HeapAlloc) >> 20
	t.Logf("%d proposals: %d MB kept, %d tests", proposals, kept, got.Groups.Tests)
	if got.Proposals != proposals || kept > 100 {
		t.Errorf("%d MB", kept)
	}
	runtime.KeepAlive(r)
}
