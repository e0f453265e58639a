package assess

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// compared builds an assessment of rows, as the assessor would decide it.
func compared(rows ...row) *Assessment {
	c, p, results := sample(rows...)
	for i := range results {
		if results[i].Status == StatusNotApplicable || results[i].Status == StatusManual {
			results[i].Credit, results[i].Points = 0, 0
		}
	}
	return &Assessment{Pack: PackRef{Digest: "p1"}, ContentSHA256: "t1", Results: results, Decision: Decide(results, 0, c, p, nil)}
}

// drawPack makes some of twelve requirements with any weights.
func drawPack(r *rand.Rand) []row {
	var rows []row
	for i := range 12 {
		if r.IntN(4) > 0 {
			rows = append(rows, row{id: fmt.Sprintf("%c-%d", 'A'+rune(i%2), i), weight: 1 + r.IntN(60)})
		}
	}
	r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	return rows
}

// draw makes an assessment under a pack with any credits, statuses and waivers.
func draw(r *rand.Rand, pack []row) *Assessment {
	rows := slices.Clone(pack)
	for i := range rows {
		rows[i].credit = []int{0, 100, r.IntN(101)}[r.IntN(3)]
		if s := r.IntN(8); s < 2 {
			rows[i].status = []Status{StatusNotApplicable, StatusManual}[s]
		}
	}
	a := compared(rows...)
	a.Pack.Digest, a.ContentSHA256 = "", fmt.Sprint(r.Uint64())
	if len(rows) > 0 && r.IntN(3) == 0 {
		w := &a.Results[r.IntN(len(a.Results))]
		w.Waiver = &Waiver{}
		c, p, _ := sample(rows...)
		a.Decision = Decide(a.Results, 0, c, p, map[string]bool{w.Requirement: true})
	}
	return a
}

func sum(of map[string]Delta) Delta {
	var d Delta
	for _, x := range of {
		d += x
	}
	return d
}

// Whatever the assessments, the parts add up to the difference, and no part is a basis point off its exact value.
func TestPartsAddUp(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		oldPack, newPack := drawPack(r), drawPack(r)
		aa, ba, ab, bb := draw(r, oldPack), draw(r, oldPack), draw(r, newPack), draw(r, newPack)
		if err := aa.Verify(); err != nil {
			t.Fatal(err)
		}
		shares := apportion(aa, bb)
		if got, want := sum(shares), Delta(bb.Decision.Score-aa.Decision.Score); got != want {
			t.Fatalf("shares add up to %s, the score changes by %s", got, want)
		}
		back := apportion(bb, aa)
		for _, p := range union(aa, bb) {
			if both := shares[p.requirement] + back[p.requirement]; both < -1 || both > 1 {
				t.Fatalf("%s moves %s there and %s back", p.requirement, shares[p.requirement], back[p.requirement])
			}
			if exact := exactShare(aa, bb, p); math.Abs(exact-float64(shares[p.requirement])) > 1+1e-6 {
				t.Fatalf("%s moves %s, exactly it is %f", p.requirement, shares[p.requirement], exact)
			}
			points, possible := counted(p.before)
			newPoints, newPossible := counted(p.after)
			if points == newPoints && possible == newPossible && shares[p.requirement] != 0 {
				t.Fatalf("%s did not change and moves %s", p.requirement, shares[p.requirement])
			}
		}

		for _, c := range []*Comparison{Compare(aa, bb, nil), Compare(aa, bb, &Cross{NewText: ba, OldText: ab})} {
			var change, text, pack Delta
			for _, q := range c.Requirements {
				change, text, pack = change+q.Change, text+q.Text, pack+q.Pack
				if c.Split != nil && q.Change != q.Text+q.Pack {
					t.Fatalf("%s: %s is not %s and %s", q.Requirement, q.Change, q.Text, q.Pack)
				}
			}
			if change != c.Change {
				t.Fatalf("requirements add up to %s, the score changes by %s", change, c.Change)
			}
			if c.Split == nil {
				continue
			}
			if c.Split.Text+c.Split.Pack != c.Change || text != c.Split.Text || pack != c.Split.Pack {
				t.Fatalf("%s and %s, by requirement %s and %s, do not make %s", c.Split.Text, c.Split.Pack, text, pack, c.Change)
			}
			packFirst, textSecond := c.Split.Corners.PackFirst()
			if i := c.Split.Corners.Interaction(); packFirst+textSecond != c.Change || i != c.Split.Pack-packFirst || i != textSecond-c.Split.Text {
				t.Fatalf("the other order gives %s and %s with interaction %s", packFirst, textSecond, i)
			}
		}
	}
}

// exactShare is the formula of apportion in floating point.
func exactShare(a, b *Assessment, p pair) float64 {
	q := float64(a.Decision.Possible+b.Decision.Possible) / 2
	if q == 0 {
		return 0
	}
	score := func(d *Decision) float64 {
		return float64(d.Points) / math.Max(1, float64(d.Possible))
	}
	mean := (score(&a.Decision) + score(&b.Decision)) / 2
	points, possible := counted(p.before)
	newPoints, newPossible := counted(p.after)
	return 10000 * (float64(newPoints-points) - mean*float64(newPossible-possible)) / q
}

func TestApportion(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name          string
		before, after *Assessment
		want          map[string]Delta
	}{
		{
			"a repair moves the score by its weight",
			compared(row{id: "A-1", weight: 3}, row{id: "A-2", weight: 1, credit: 100}),
			compared(row{id: "A-1", weight: 3, credit: 100}, row{id: "A-2", weight: 1, credit: 100}),
			map[string]Delta{"A-1": 7500, "A-2": 0},
		},
		{
			"thirds: the basis point left over goes to the first of equals",
			compared(row{id: "A-1", weight: 1}, row{id: "A-2", weight: 1}, row{id: "A-3", weight: 1}),
			compared(row{id: "A-1", weight: 1, credit: 100}, row{id: "A-2", weight: 1, credit: 100}, row{id: "A-3", weight: 1, credit: 100}),
			map[string]Delta{"A-1": 3334, "A-2": 3333, "A-3": 3333},
		},
		{
			"a failed requirement that no longer applies gains what it weighed down",
			compared(row{id: "A-1", weight: 1, credit: 100}, row{id: "A-2", weight: 1}),
			compared(row{id: "A-1", weight: 1, credit: 100}, row{id: "A-2", weight: 1, status: StatusNotApplicable}),
			map[string]Delta{"A-1": 0, "A-2": 5000},
		},
		{
			"a requirement that is met costs nothing when nothing else is lost",
			compared(row{id: "A-1", weight: 1, credit: 100}),
			compared(row{id: "A-1", weight: 1, credit: 100}, row{id: "A-2", weight: 1, credit: 100}),
			map[string]Delta{"A-1": 0, "A-2": 0},
		},
		{
			"one gains what another loses",
			compared(row{id: "A-1", weight: 2, credit: 100}, row{id: "B-1", weight: 2}),
			compared(row{id: "A-1", weight: 2}, row{id: "B-1", weight: 2, credit: 100}),
			map[string]Delta{"A-1": -5000, "B-1": 5000},
		},
		{
			"from nothing applicable",
			compared(),
			compared(row{id: "A-1", weight: 2, credit: 100}),
			map[string]Delta{"A-1": 10000},
		},
		{"nothing and nothing", compared(), compared(), map[string]Delta{}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if got := apportion(tc.before, tc.after); !reflect.DeepEqual(got, tc.want) {
				t.Errorf("got %v, want %v", got, tc.want)
			}
		})
	}
}

func TestCompareSplitsByWhatIsTheSame(t *testing.T) {
	t.Parallel()
	low, high := compared(row{id: "A-1", weight: 1}), compared(row{id: "A-1", weight: 1, credit: 100})
	with := func(a *Assessment, change func(*Assessment)) *Assessment {
		b := *a
		change(&b)
		return &b
	}
	waived := WaiverUse{Waiver: Waiver{Requirement: "A-9"}}
	for _, tc := range []struct {
		name    string
		before  *Assessment
		after   *Assessment
		text    Delta
		pack    Delta
		unsplit Unsplit
	}{
		{"another text", low, with(high, func(a *Assessment) { a.ContentSHA256 = "t2" }), 10000, 0, ""},
		{"another pack", low, with(high, func(a *Assessment) { a.Pack.Digest = "p2" }), 0, 10000, ""},
		{"another profile", low, with(high, func(a *Assessment) { a.Profile = "small-firm" }), 0, 10000, ""},
		{"another date", low, with(high, func(a *Assessment) { a.AsOf = "2026-11-02" }), 0, 10000, ""},
		{"another version of hegui", low, with(high, func(a *Assessment) { a.Engine = "2" }), 0, 10000, ""},
		{"a waiver", low, with(high, func(a *Assessment) { a.Waivers = []WaiverUse{waived} }), 0, 10000, ""},
		{"another layout and another pack", with(low, func(a *Assessment) { a.SHA256 = "a" }), with(high, func(a *Assessment) { a.SHA256, a.Pack.Digest = "b", "p2" }), 0, 10000, ""},
		{"both", low, with(high, func(a *Assessment) { a.ContentSHA256, a.AsOf = "t2", "2026-11-02" }), 0, 0, UnsplitBoth},
		{"neither", low, high, 0, 0, UnsplitNeither},
		{"nothing at all", low, low, 0, 0, ""},
		{"no digests", with(low, func(a *Assessment) { a.ContentSHA256, a.Pack.Digest = "", "" }), with(high, func(a *Assessment) { a.ContentSHA256, a.Pack.Digest = "", "" }), 0, 0, UnsplitBoth},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c := Compare(tc.before, tc.after, nil)
			if c.Unsplit != tc.unsplit || (c.Split == nil) != (tc.unsplit != "") {
				t.Fatalf("got %v and %q, want %q", c.Split, c.Unsplit, tc.unsplit)
			}
			if c.Split != nil && *c.Split != (Split{Text: tc.text, Pack: tc.pack}) {
				t.Errorf("got %+v, want text %s and pack %s", *c.Split, tc.text, tc.pack)
			}
		})
	}
}

func TestCompareSaysWhatChanged(t *testing.T) {
	t.Parallel()
	found := func(a *Assessment, i int, fingerprints ...string) {
		for _, f := range fingerprints {
			a.Results[i].Findings = append(a.Results[i].Findings, Finding{Requirement: a.Results[i].Requirement, Code: "c", Fingerprint: f})
		}
	}
	before := compared(row{id: "A-1", weight: 5}, row{id: "A-2", weight: 9}, row{id: "A-3", weight: 2, credit: 100}, row{id: "B-1", weight: 7, credit: 100}, row{id: "B-9", weight: 1, credit: 100})
	after := compared(row{id: "B-2", weight: 1, credit: 100}, row{id: "A-1", weight: 5, credit: 40}, row{id: "A-2", weight: 9, credit: 100}, row{id: "A-3", weight: 2, credit: 100}, row{id: "B-1", weight: 7, credit: 100})
	found(before, 0, "a", "b")
	found(before, 1, "c")
	found(after, 1, "b", "d")
	before.Form = []Finding{{Fingerprint: "f"}, {Fingerprint: "g"}}
	after.Form = []Finding{{Fingerprint: "g"}, {Fingerprint: "h"}}
	after.Results[3].Manual = []Finding{{Fingerprint: "a"}} // what a person must look at is another thing than a loss

	c := Compare(before, after, nil)
	var ids []string
	for _, r := range c.Requirements {
		ids = append(ids, r.Requirement)
	}
	if want := []string{"A-2", "A-1", "B-2", "B-9", "A-3"}; !sameMembers(ids, want) || ids[0] != "A-2" || ids[1] != "A-1" {
		t.Errorf("changed are %v, want %v, the heaviest first", ids, want)
	}
	if c.Unchanged != 1 {
		t.Errorf("%d are unchanged, want B-1", c.Unchanged)
	}
	one := c.Requirements[1].Findings
	if fingerprints(one.New) != "[d]" || fingerprints(one.Gone) != "[a]" || one.Unchanged != 1 {
		t.Errorf("A-1: new %s, gone %s, unchanged %d", fingerprints(one.New), fingerprints(one.Gone), one.Unchanged)
	}
	if fingerprints(c.Form.New) != "[h]" || fingerprints(c.Form.Gone) != "[f]" || c.Form.Unchanged != 1 {
		t.Errorf("form: %+v", c.Form)
	}
	if fingerprints(c.Findings.New) != "[h d a]" || fingerprints(c.Findings.Gone) != "[f a c]" || c.Findings.Unchanged != 2 {
		t.Errorf("all: new %s, gone %s, unchanged %d", fingerprints(c.Findings.New), fingerprints(c.Findings.Gone), c.Findings.Unchanged)
	}
	for _, r := range c.Requirements {
		if r.Requirement == "B-2" && (r.Before != nil || r.After == nil) || r.Requirement == "B-9" && (r.Before == nil || r.After != nil) {
			t.Errorf("%s: %v, %v", r.Requirement, r.Before, r.After)
		}
	}
	if len(c.Dimensions) != 2 || c.Dimensions[0].Change() != 6875 || c.Dimensions[1].Change() != 0 {
		t.Errorf("dimensions: %+v", c.Dimensions)
	}
}

func fingerprints(in []Finding) string {
	var out []string
	for _, f := range in {
		out = append(out, f.Fingerprint)
	}
	return fmt.Sprint(out)
}

func sameMembers(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

func TestDelta(t *testing.T) {
	t.Parallel()
	for d, want := range map[Delta]string{0: "0.00", 5: "+0.05", -5: "-0.05", 1234: "+12.34", -10000: "-100.00"} {
		if got := d.String(); got != want {
			t.Errorf("%d: got %s, want %s", int(d), got, want)
		}
	}
}

func TestMatch(t *testing.T) {
	t.Parallel()
	list := func(pairs ...string) []*Assessment {
		var out []*Assessment
		for i := 0; i < len(pairs); i += 2 {
			out = append(out, &Assessment{Project: pairs[i], File: pairs[i+1]})
		}
		return out
	}
	for _, tc := range []struct {
		name                  string
		before, after         []*Assessment
		pairs                 [][2]int
		onlyBefore, onlyAfter []int
	}{
		{"one and one, whatever they are called", list("p", "a"), list("q", "b"), [][2]int{{0, 0}}, nil, nil},
		{"by project, whatever the order and the file", list("p", "a", "q", "b"), list("q", "c", "p", "d"), [][2]int{{1, 0}, {0, 1}}, nil, nil},
		{"by file when the project has none", list("", "a", "", "b"), list("", "b", "", "c"), [][2]int{{1, 0}}, []int{0}, []int{1}},
		{"by file when the project was renamed", list("p", "a", "q", "b"), list("r", "a", "q", "x"), [][2]int{{0, 0}, {1, 1}}, nil, nil},
		{"a project twice, by file", list("p", "a", "p", "b"), list("p", "b", "p", "a"), [][2]int{{1, 0}, {0, 1}}, nil, nil},
		{"a project twice in other files is nobody's", list("p", "a", "p", "b"), list("p", "c", "q", "d"), nil, []int{0, 1}, []int{0, 1}},
		{"left over", list("p", "a", "q", "b"), list("p", "a"), [][2]int{{0, 0}}, []int{1}, nil},
		{"nothing", nil, nil, nil, nil, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			pairs, onlyBefore, onlyAfter := Match(tc.before, tc.after)
			if !reflect.DeepEqual(pairs, tc.pairs) || !slices.Equal(onlyBefore, tc.onlyBefore) || !slices.Equal(onlyAfter, tc.onlyAfter) {
				t.Errorf("got %v, %v, %v", pairs, onlyBefore, onlyAfter)
			}
		})
	}
}
