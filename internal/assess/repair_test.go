package assess

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

func path(t *testing.T, rows ...row) *RepairPath {
	t.Helper()
	c, p, results := sample(rows...)
	as := &Assessment{Results: results, Decision: Decide(results, 0, c, p, nil)}
	return repair(as, c, p, nil)
}

func steps(r *RepairPath) []string {
	var ids []string
	for _, s := range r.Steps {
		ids = append(ids, s.Requirement)
	}
	return ids
}

func TestRepairPath(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name   string
		rows   []row
		want   []string
		effort int
		score  string
	}{
		{
			name:   "one dear repair loses against two cheap ones",
			rows:   []row{{id: "A-1", weight: 40, credit: 100}, {id: "A-2", weight: 30, effort: 9}, {id: "A-3", weight: 15, effort: 2}, {id: "A-4", weight: 15, effort: 3}},
			want:   []string{"A-3", "A-4"}, // 20 points are missing: A-2 alone takes 9 days, these take 5
			effort: 5, score: "70.00",
		},
		{
			name:   "greedy by points per day would take a needless step",
			rows:   []row{{id: "A-1", weight: 50, credit: 100}, {id: "A-2", weight: 10, effort: 3}, {id: "A-3", weight: 4, effort: 1}, {id: "A-4", weight: 36, effort: 20}},
			want:   []string{"A-2"},
			effort: 3, score: "60.00",
		},
		{
			name:   "a veto is lifted even when the score suffices, and comes first",
			rows:   []row{{id: "A-1", weight: 90, credit: 100}, {id: "A-2", weight: 10, effort: 7, veto: true}},
			want:   []string{"A-2"},
			effort: 7, score: "100.00",
		},
		{
			name:   "each dimension reaches its floor",
			rows:   []row{{id: "A-1", weight: 80, credit: 100}, {id: "B-1", weight: 8, effort: 1}, {id: "B-2", weight: 12, effort: 2}},
			want:   []string{"B-2"},
			effort: 2, score: "92.00",
		},
		{
			name:   "partial credit needs only what is lost",
			rows:   []row{{id: "A-1", weight: 50, credit: 59, effort: 4}, {id: "A-2", weight: 50, credit: 59, effort: 5}},
			want:   []string{"A-1"},
			effort: 4, score: "79.50",
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			r := path(t, tc.rows...)
			if r == nil {
				t.Fatal("no path")
			}
			if !slices.Equal(steps(r), tc.want) || r.Effort != tc.effort || r.Score.String() != tc.score || r.Reaches != VerdictPass {
				t.Errorf("got %v in %d days to %s (%s), want %v in %d to %s (pass)", steps(r), r.Effort, r.Score, r.Reaches, tc.want, tc.effort, tc.score)
			}
			sum := Score(0)
			for _, s := range r.Steps {
				sum += s.Gain
			}
			c, p, results := sample(tc.rows...)
			if before := Decide(results, 0, c, p, nil).Score; before+sum != r.Score {
				t.Errorf("the steps give %s, from %s to %s is missing", sum, before, r.Score)
			}
		})
	}
}

func TestRepairPathIsAbsentWhenNothingNeedsRepair(t *testing.T) {
	t.Parallel()
	if r := path(t, row{id: "A-1", weight: 10, credit: 100}); r != nil {
		t.Errorf("got %v", r)
	}
	// What is left is for a person to judge: a way of no steps and no days would only puzzle.
	if r := path(t, row{id: "A-1", weight: 80, credit: 100}, row{id: "A-2", weight: 20, status: StatusManual}); r != nil {
		t.Errorf("got %+v for a review", r)
	}
}

func TestRepairPathReachesReviewWhenAPersonMustJudge(t *testing.T) {
	t.Parallel()
	r := path(t, row{id: "A-1", weight: 70, credit: 100}, row{id: "A-2", weight: 20, status: StatusManual}, row{id: "A-3", weight: 10, veto: true})
	if r == nil || r.Reaches != VerdictReview || !slices.Equal(steps(r), []string{"A-3"}) {
		t.Errorf("got %+v", r)
	}
}

// The path is optimal: no other set of repairs reaches a pass with less effort, or with equal effort and more points. Of
// those that do as well it is the one with the fewest repairs, then the first in the order of the catalogue.
func TestRepairPathIsCheapest(t *testing.T) {
	t.Parallel()
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 7))
		var rows []row
		for i := range 3 + r.IntN(9) {
			x := row{id: fmt.Sprintf("%c-%02d", 'A'+rune(r.IntN(2)), i), weight: 1 + r.IntN(30), effort: 1 + r.IntN(9)}
			if seed%2 == 0 { // so that many sets do equally well
				x.weight, x.effort = 10*(1+r.IntN(2)), 1+r.IntN(2)
			}
			x.credit = []int{0, 0, 40, 100}[r.IntN(4)]
			x.veto = x.credit == 0 && r.IntN(4) == 0
			rows = append(rows, x)
		}
		got := path(t, rows...)
		effort, points, ids, needed := cheapest(rows)
		if got == nil {
			if needed {
				t.Fatalf("seed %d: no path, but effort %d reaches a pass", seed, effort)
			}
			continue
		}
		gained := 0
		for _, s := range got.Steps {
			for _, x := range rows {
				if x.id == s.Requirement {
					gained += x.weight * (100 - x.credit)
				}
			}
		}
		if got.Effort != effort || gained != points {
			t.Fatalf("seed %d: effort %d and %d points, but %d and %d reach a pass too", seed, got.Effort, gained, effort, points)
		}
		if chosen := slices.Sorted(slices.Values(steps(got))); !slices.Equal(chosen, ids) {
			t.Fatalf("seed %d: %v, but %v do as well", seed, chosen, ids)
		}
	}
}

// cheapest tries every set of repairs. It gives the ids of the best one, sorted.
func cheapest(rows []row) (effort, points int, ids []string, needed bool) {
	c, p, results := sample(rows...)
	if Decide(results, 0, c, p, nil).Verdict == VerdictPass {
		return 0, 0, nil, false
	}
	var best []int
	for set := range 1 << len(rows) {
		repaired := slices.Clone(rows)
		e, g, useless := 0, 0, false
		var chosen []int
		for i := range repaired {
			if set>>i&1 == 1 {
				useless = useless || repaired[i].credit == 100
				e += repaired[i].effort
				g += repaired[i].weight * (100 - repaired[i].credit)
				repaired[i].credit, repaired[i].veto = 100, false
				chosen = append(chosen, i)
			}
		}
		if useless {
			continue
		}
		c, p, results := sample(repaired...)
		if Decide(results, 0, c, p, nil).Verdict != VerdictPass {
			continue
		}
		order := cmp.Or(cmp.Compare(e, effort), cmp.Compare(points, g), cmp.Compare(len(chosen), len(best)), slices.Compare(chosen, best))
		if !needed || order < 0 {
			effort, points, best, needed = e, g, chosen, true
		}
	}
	for _, i := range best {
		ids = append(ids, rows[i].id)
	}
	slices.Sort(ids)
	return effort, points, ids, needed
}

// Many requirements are no more than a few: of 150 that are alike the first ones that suffice are repaired.
func TestRepairPathOfManyRequirements(t *testing.T) {
	t.Parallel()
	var rows []row
	var want []string
	for i := range 150 {
		rows = append(rows, row{id: fmt.Sprintf("A-%03d", i), weight: 1})
		if i < 90 { // the pass mark is 60 %
			want = append(want, rows[i].id)
		}
	}
	if r := path(t, rows...); r == nil || !slices.Equal(steps(r), want) {
		t.Errorf("got %+v, want %v", r, want)
	}
}
