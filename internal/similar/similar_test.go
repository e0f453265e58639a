package similar_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/similar"
)

// own gives sentences that no other seed gives.
func own(t *testing.T, seed uint64, sentences int) string {
	t.Helper()
	return strings.Join(newWriter(t, seed).sentences(sentences), "")
}

// characters are n Chinese characters that hold no phrase twice.
func characters(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, 2))
	var b strings.Builder
	for range n {
		b.WriteRune(rune(0x4E00 + r.IntN(0x5000)))
	}
	return b.String()
}

func words(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, 3))
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("w%x", r.IntN(1<<20))
	}
	return strings.Join(out, " ")
}

// find compares drafts and gives the pairs as "a b".
func find(t *testing.T, o similar.Options, drafts ...*draft) (r *similar.Result, copies, same []string) {
	t.Helper()
	x := similar.New(o)
	for _, d := range drafts {
		x.Add(d.name, parse(t, d.name, d.yaml()))
	}
	r, err := x.Find(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	names := func(pairs []similar.Pair) (out []string) {
		for _, p := range pairs {
			out = append(out, p.A.Name+" "+p.B.Name)
		}
		return out
	}
	return r, names(r.Copies), names(r.SameApplicant)
}

func TestWhatCounts(t *testing.T) {
	t.Parallel()
	policy := readPolicy(t)
	quote := string([]rune(policy)[400:700])
	edit := func(seed uint64, text string) string { return newWriter(t, seed).edit(text, 10) }
	passage := characters(1, 60)
	pieces := func(n int) (out []string) {
		for i := range n {
			out = append(out, characters(uint64(100+i), 25))
		}
		return out
	}
	cases := []struct {
		name string
		a, b []string
		want bool
	}{
		{"60 characters inside longer texts", []string{own(t, 2, 4) + passage + own(t, 3, 3)}, []string{own(t, 4, 1) + passage + own(t, 5, 6)}, true},
		{"59 characters", []string{own(t, 2, 4) + characters(1, 59)}, []string{characters(1, 59) + own(t, 5, 6)}, false},
		{"30 English words", []string{words(1, 30) + " " + words(2, 50)}, []string{words(3, 20) + " " + words(1, 30)}, true},
		{"29 English words", []string{words(1, 29) + " " + words(2, 50)}, []string{words(3, 20) + " " + words(1, 29)}, false},
		{"other punctuation, spaces, width and case",
			[]string{passage + " ABC 123"}, []string{strings.Join(strings.Split(passage, ""), "　，") + "ａｂｃ\n１２３"}, true},
		{"a value that is not called prose but is long", []string{"other:" + words(1, 40)}, []string{"other:" + words(1, 40)}, true},
		{"a value that is not called prose and is short", []string{"other:" + words(1, 14)}, []string{"other:" + words(1, 14)}, false},
		{"many short values of one", pieces(8), pieces(8), true},
		{"few short values of one", pieces(7), pieces(7), false},
		{"both quote the policy", []string{own(t, 2, 3), quote}, []string{own(t, 5, 3), quote}, false},
		{"both quote the policy, each with its own edits", []string{own(t, 2, 3), edit(1, quote)}, []string{own(t, 5, 3), edit(2, quote)}, false},
		{"one edited quote of the policy in both", []string{own(t, 2, 3), edit(1, quote)}, []string{own(t, 5, 3), edit(1, quote)}, false},
		{"they quote the policy, and one copies the other", []string{quote + passage}, []string{passage + quote}, true},
		{"a passage with a phrase of the policy in it", []string{passage[:90] + quote[:36] + passage[90:]}, []string{own(t, 2, 2) + passage[:90] + quote[:36] + passage[90:]}, true},
		{"nothing in common", []string{own(t, 2, 20)}, []string{own(t, 5, 20)}, false},
		{"no prose at all", nil, nil, false},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			a, b := &draft{name: "a", uscc: "1", values: tc.a}, &draft{name: "b", uscc: "2", values: tc.b}
			_, copies, _ := find(t, similar.Options{Known: []string{policy}}, a, b)
			if got := len(copies) == 1; got != tc.want {
				t.Errorf("found: %v, want %v", got, tc.want)
			}
		})
	}
}

// A text that more than ten applicants have is the form's, and is shown as such.
func TestCommonText(t *testing.T) {
	t.Parallel()
	passage := own(t, 9, 4)
	batch := func(applicants int) []*draft {
		var out []*draft
		for i := range applicants {
			out = append(out, &draft{name: fmt.Sprintf("p%02d", i), uscc: fmt.Sprint(i), values: []string{own(t, uint64(50+i), 3), passage}})
		}
		return out
	}
	r, copies, _ := find(t, similar.Options{}, batch(10)...)
	if len(copies) != 45 || len(r.Common) != 0 {
		t.Errorf("ten applicants: %d pairs, %d common passages; want 45 and 0", len(copies), len(r.Common))
	}
	r, copies, _ = find(t, similar.Options{}, batch(11)...)
	if len(copies) != 0 || len(r.Common) != 1 {
		t.Fatalf("eleven applicants: %d pairs, %d common passages; want 0 and 1", len(copies), len(r.Common))
	}
	if c := r.Common[0]; c.Applicants != 11 || c.Name != "p00" || c.Text != strings.TrimSuffix(passage, "。") || c.Path.String() != "values[1].text_zh" {
		t.Errorf("common: %+v", c)
	}
	copier := batch(12)
	stolen := own(t, 77, 3)
	copier[3].values = append(copier[3].values, stolen)
	copier[8].values = append(copier[8].values, passage+stolen)
	_, copies, _ = find(t, similar.Options{}, copier...)
	if !slices.Equal(copies, []string{"p03 p08"}) {
		t.Errorf("common text beside a copy: %v", copies)
	}
}

// Repeating a copied text, or submitting often, does not turn it into common text.
func TestCommonTextCannotBeMade(t *testing.T) {
	t.Parallel()
	passage := own(t, 9, 3)
	victim := &draft{name: "victim", uscc: "1", values: []string{own(t, 1, 5) + passage}}
	_, copies, _ := find(t, similar.Options{}, victim, &draft{name: "copier", uscc: "2", values: slices.Repeat([]string{passage}, 40)})
	if !slices.Equal(copies, []string{"copier victim"}) {
		t.Errorf("repeated in one proposal: %v", copies)
	}
	drafts := []*draft{victim}
	for i := range 30 {
		drafts = append(drafts, &draft{name: fmt.Sprintf("version%02d", i), uscc: "2", values: []string{passage}})
	}
	r, copies, same := find(t, similar.Options{}, drafts...)
	if len(copies) != 30 || len(same) != 29 || len(r.Common) != 0 {
		t.Errorf("30 versions: %d copies, %d of one applicant, %d common; want 30, 29, 0", len(copies), len(same), len(r.Common))
	}
}

func TestSameApplicant(t *testing.T) {
	t.Parallel()
	text := []string{own(t, 1, 6), "是"}
	cases := []struct {
		name         string
		a, b         draft
		copies, same int
	}{
		{"one code", draft{uscc: "91x", applicant: "甲"}, draft{uscc: "91X ", applicant: "乙"}, 0, 1},
		{"two codes, one name", draft{uscc: "91X", applicant: "甲"}, draft{uscc: "92X", applicant: "甲"}, 1, 0},
		{"no code, one name", draft{uscc: "-", applicant: "甲"}, draft{uscc: "-", applicant: "甲"}, 0, 1},
		{"no code and no name", draft{uscc: "-", applicant: "-"}, draft{uscc: "-", applicant: "-"}, 1, 0},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			tc.a.name, tc.b.name, tc.a.values, tc.b.values = "a", "b", text, text
			r, copies, same := find(t, similar.Options{}, &tc.a, &tc.b)
			if len(copies) != tc.copies || len(same) != tc.same {
				t.Fatalf("%d copies, %d of one applicant; want %d, %d", len(copies), len(same), tc.copies, tc.same)
			}
			for _, p := range append(r.Copies, r.SameApplicant...) {
				if p.Similarity != 1000 {
					t.Errorf("similarity of equal proposals: %d", p.Similarity)
				}
			}
		})
	}
}

// What is shown is what stands there: the parts are the value, the place is where a reader looks.
func TestPassages(t *testing.T) {
	t.Parallel()
	passage := characters(1, 70)
	a := &draft{name: "a", uscc: "1", values: []string{own(t, 2, 1), "《前言》：" + passage + "。以上。"}}
	b := &draft{name: "b", uscc: "2", values: []string{passage[:105] + "【改】" + passage[105:]}}
	r, _, _ := find(t, similar.Options{}, a, b)
	if len(r.Copies) != 1 || len(r.Copies[0].Passages) != 1 {
		t.Fatalf("%+v", r.Copies)
	}
	p := r.Copies[0].Passages[0]
	if p.Shared != 70 || r.Copies[0].Shared != 70 || r.Copies[0].Similarity != 70*1000/71 {
		t.Errorf("shared %d, %d, similarity %d", p.Shared, r.Copies[0].Shared, r.Copies[0].Similarity)
	}
	want := []similar.Part{{Text: "《前言》："}, {Text: passage, Shared: true}, {Text: "。以上。"}}
	if diff := cmp.Diff(want, p.A.Parts); diff != "" {
		t.Errorf("a (-want +got):\n%s", diff)
	}
	want = []similar.Part{{Text: passage[:105], Shared: true}, {Text: "【改】"}, {Text: passage[105:], Shared: true}}
	if diff := cmp.Diff(want, p.B.Parts); diff != "" {
		t.Errorf("b (-want +got):\n%s", diff)
	}
	for _, s := range []struct {
		side similar.Side
		d    *draft
		path string
	}{{p.A, a, "values[1].text_zh"}, {p.B, b, "values[0].text_zh"}} {
		doc := parse(t, s.d.name, s.d.yaml())
		if s.side.Path.String() != s.path || s.side.Position != doc.Locate(s.side.Path) {
			t.Errorf("%s: %s at %v, the document has it at %v", s.d.name, s.side.Path, s.side.Position, doc.Locate(s.side.Path))
		}
	}
}

// The result depends on the proposals alone: not on their order, and not on the number of cores.
func TestDeterministic(t *testing.T) {
	w := newWriter(t, 3)
	var drafts []*draft
	for i := range 60 {
		drafts = append(drafts, w.draft(fmt.Sprintf("p%02d", i)))
	}
	w.plant(drafts, 2)
	w.spread(drafts, readPolicy(t))
	first, copies, _ := find(t, similar.Options{}, drafts...)
	if len(copies) < 15 {
		t.Fatalf("only %d pairs", len(copies))
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for round := range 4 {
		runtime.GOMAXPROCS(1 + 3*(round%2))
		w.Shuffle(len(drafts), func(i, j int) { drafts[i], drafts[j] = drafts[j], drafts[i] })
		again, _, _ := find(t, similar.Options{}, drafts...)
		if diff := cmp.Diff(inJSON(t, first), inJSON(t, again)); diff != "" {
			t.Fatalf("round %d (-first +again):\n%s", round, diff)
		}
	}
}

func inJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// The examples are written by different applicants, and two are revised by their own.
func TestExamplesShareNothing(t *testing.T) {
	t.Parallel()
	x := similar.New(similar.Options{Known: []string{readPolicy(t)}})
	for name, src := range examples() {
		x.Add(name, parse(t, name, src))
	}
	r, err := x.Find(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Copies {
		t.Errorf("%s and %s share %d characters", p.A.Name, p.B.Name, p.Shared)
	}
	var same []string
	for _, p := range r.SameApplicant {
		same = append(same, p.A.Name)
	}
	if slices.Sort(same); !slices.Equal(same, []string{"f05-privacy-ai-xueban", "f12-ai-customer-service"}) {
		t.Errorf("of one applicant: %v", same)
	}
}

// Text made to be slow is not: everything repeats, in as many values and characters as a proposal may have.
func TestRepetitiveText(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("啊", 20_000)
	period := strings.Repeat(characters(4, 7), 2_800)
	values := []string{long, period, long, period, strings.Repeat(own(t, 1, 1), 400)}
	var drafts []*draft
	for i := range 6 {
		drafts = append(drafts, &draft{name: fmt.Sprint(i), uscc: fmt.Sprint(i), values: slices.Concat(values[i%5:], values[:i%5], values)})
	}
	start := time.Now()
	r, copies, _ := find(t, similar.Options{}, drafts...)
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
	if len(copies) != 15 || len(r.Truncated) != 6 {
		t.Errorf("%d pairs, %d truncated; want 15 and 6", len(copies), len(r.Truncated))
	}
}
