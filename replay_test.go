package hegui_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hegui"
	"hegui/internal/assess"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/replay"
	"hegui/internal/sample"
)

// replayCorpus is all examples and generated proposals: 50 of them, 300 with -everything.
func replayCorpus(t *testing.T) []*proposal.Document {
	t.Helper()
	files, err := filepath.Glob("examples/proposals/*/proposal.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	var docs []*proposal.Document
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, parse(t, file, src))
	}
	generated := 50
	if *everything {
		generated = 300
	}
	for i := range generated {
		var b bytes.Buffer
		if _, err := sample.Write(&b, 1, i); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, parse(t, sample.Name(i), b.Bytes()))
	}
	return docs
}

// changedFile is a file system in which one file has another content: a copy of a pack with one change.
type changedFile struct {
	fs.FS
	name    string
	content string // name of the file that holds it
}

func (c changedFile) Open(name string) (fs.File, error) {
	if name != c.name {
		return c.FS.Open(name)
	}
	return os.Open(c.content)
}

// ReadFile gives the changed content.
func (c changedFile) ReadFile(name string) ([]byte, error) {
	if name == c.name {
		return os.ReadFile(c.content)
	}
	return fs.ReadFile(c.FS, name)
}

func generalAssessor(t *testing.T, files fs.FS) *assess.Assessor {
	t.Helper()
	p, err := pack.Open(files, "aiplus")
	if err != nil {
		t.Fatal(err)
	}
	profile, _ := p.Catalog.Profile("general")
	return &assess.Assessor{
		Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, Evaluator: p.Rules, AsOf: asOf, Engine: "test",
	}
}

// One pass over the corpus under the pack, the pack opened once more, and the pack with one raised threshold shows both
// things that a replay must: that the same rules change nothing, and that a change is found where it is and nowhere else.
func TestReplay(t *testing.T) {
	t.Parallel()
	raised := raisedThreshold(t, "training_hours_min", "8", "41")
	before, again, after := generalAssessor(t, hegui.Files), generalAssessor(t, hegui.Files), generalAssessor(t, raised)
	if before.Pack != again.Pack || before.Pack.Digest == after.Pack.Digest {
		t.Fatalf("digests: %s, %s, %s", before.Pack.Digest, again.Pack.Digest, after.Pack.Digest)
	}
	traits := replay.Traits()
	same, planted := replay.New(traits), replay.New(traits)
	var want struct {
		flips, scores []string       // names of the proposals
		requirements  map[string]int // how many statuses of each changed
	}
	want.requirements = map[string]int{}
	for _, doc := range replayCorpus(t) {
		results := make([]*assess.Assessment, 3)
		for i, a := range []*assess.Assessor{before, again, after} {
			var err error
			if results[i], err = a.Assess(t.Context(), doc); err != nil {
				t.Fatal(err)
			}
		}
		groups := replay.GroupsOf(doc, traits)
		same.Add(results[0], results[1], groups)
		planted.Add(results[0], results[2], groups)
		if results[0].Decision.Verdict != results[2].Decision.Verdict {
			want.flips = append(want.flips, doc.Name)
		}
		if results[0].Decision.Score != results[2].Decision.Score {
			want.scores = append(want.scores, doc.Name)
		}
		for i := range results[0].Results {
			if results[0].Results[i].Status != results[2].Results[i].Status {
				want.requirements[results[0].Results[i].Requirement]++
			}
		}
	}

	if got := same.Result(); !got.Same() || got.Flips+got.Ranks.Moved+got.Ranks.Discordant+len(got.Requirements)+len(got.Findings)+got.Groups.Notable != 0 ||
		got.Scores != (replay.Spread{N: got.Proposals}) {
		t.Errorf("the same pack changes something: %d of %d, flips %d, %v, %v", got.Changed, got.Proposals, got.Flips, got.Requirements, got.Findings)
	}

	got := planted.Result()
	var flips, scores []string
	requirements := map[string]int{}
	for i := range got.Rows {
		if got.Rows[i].Flips() {
			flips = append(flips, got.Rows[i].File)
		}
		if got.Rows[i].Change() != 0 {
			scores = append(scores, got.Rows[i].File)
		}
	}
	for _, r := range got.Requirements {
		if r.Changed > 0 {
			requirements[r.ID] = r.Changed
		}
	}
	t.Logf("%d proposals: %d flip, %d scores change, requirements %v", got.Proposals, len(flips), len(scores), requirements)
	if d := cmp.Diff(want.flips, flips); d != "" {
		t.Errorf("flips: %s", d)
	}
	if d := cmp.Diff(want.scores, scores); d != "" {
		t.Errorf("scores: %s", d)
	}
	if d := cmp.Diff(want.requirements, requirements); d != "" {
		t.Errorf("requirements: %s", d)
	}
	if len(flips) == 0 && !testing.Short() || len(scores) == 0 || got.Better > 0 || got.Scores.Rose > 0 {
		t.Errorf("a higher bar lets %d rise, %d verdicts get better and %d change", got.Scores.Rose, got.Better, len(flips))
	}
	for _, r := range got.Requirements {
		if r.ID != "EMPL-05" {
			t.Errorf("the threshold is of EMPL-05, and %s changed: %+v", r.ID, r)
		}
	}
	for _, f := range got.Findings {
		if f.Requirement != "EMPL-05" {
			t.Errorf("a finding of %s changed: %+v", f.Requirement, f)
		}
	}
}

// raisedThreshold is the project's files with another value of one threshold.
func raisedThreshold(t *testing.T, name, from, to string) fs.FS {
	t.Helper()
	const file = "policies/aiplus/thresholds.yaml"
	src, err := fs.ReadFile(hegui.Files, file)
	if err != nil {
		t.Fatal(err)
	}
	old, changed := fmt.Sprintf("\n%s:\n  value: %s\n", name, from), fmt.Sprintf("\n%s:\n  value: %s\n", name, to)
	if strings.Count(string(src), old) != 1 {
		t.Fatalf("%s does not have the value %s", name, from)
	}
	copied := filepath.Join(t.TempDir(), "thresholds.yaml")
	if err := os.WriteFile(copied, []byte(strings.Replace(string(src), old, changed, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	return changedFile{hegui.Files, file, copied}
}
