package pack_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
)

func skeleton(t *testing.T, document string) (fstest.MapFS, error) {
	t.Helper()
	files, err := pack.Skeleton(pack.SkeletonOptions{
		ID: "grants", File: "doc.txt", Document: document,
		Title: catalog.Text{ZH: `办法 "试行": {a}`, EN: "Measures: # 1"}, Publisher: catalog.Text{ZH: "部门", EN: "Ministry"},
	})
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: text}
	}
	return fsys, err
}

// A new pack works at once: it loads, passes its tests, and tells the proposal that passes from the one that does not.
func TestASkeletonWorks(t *testing.T) {
	t.Parallel()
	for name, document := range map[string]string{
		"Chinese":                 "办法\n第一条 为规范管理,制定本办法。第二条 应当公开结果。\n",
		"English":                 "1. Scope\nGrants are for small firms. They must say who is in charge (see No. 5). Nobody else applies.\n",
		"one line without an end": "A text",
		"quotes and tabs":         "He said: \"no\t-- never\" \\ and: {left} 'it'.\r\n第二条 # 不是注释。\r\n\r\n",
		"a character that lines end with elsewhere": "one\u2028two\u0085three。\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			fsys, err := skeleton(t, document)
			if err != nil {
				t.Fatal(err)
			}
			p, err := pack.Open(fsys, "grants")
			if err != nil {
				t.Fatal(err)
			}
			ruled := 0
			for _, s := range p.Catalog.Sentences {
				ruled += len(s.RuledBy)
				if len(s.RuledBy) == 0 && s.Reason.EN != "Not classified yet." {
					t.Errorf("sentence %s is neither ruled nor to do", s.ID)
				}
			}
			if ruled != 1 {
				t.Errorf("%d sentences are ruled, want 1", ruled)
			}
			found, err := pack.Check(fsys, "grants")
			if err != nil || len(found) != len(p.Catalog.Sentences)-1 {
				t.Errorf("%d findings of %d sentences, error %v", len(found), len(p.Catalog.Sentences), err)
			}
			for _, f := range found {
				if line := strings.Split(string(fsys[f.File].Data), "\n")[f.Line-1]; f.Check != "unclassified-sentence" || !strings.HasPrefix(line, "  - id: ") {
					t.Errorf("%s:%d: %s, at %q", f.File, f.Line, f.Message.EN, line)
				}
			}
			report, err := pack.Test(t.Context(), fsys, "grants")
			if err != nil || len(report.Failures()) > 0 || len(report.Cases) < 5 {
				t.Fatalf("error %v, failures %v", err, report.Failures())
			}
			for file, want := range map[string]assess.Verdict{"proposals/passes.yaml": assess.VerdictPass, "proposals/fails.yaml": assess.VerdictFail} {
				doc, err := proposal.Parse(file, fsys[file].Data, proposal.Limits{})
				if err != nil {
					t.Fatal(err)
				}
				profile, _ := p.Catalog.Profile("general")
				a := &assess.Assessor{Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, Evaluator: p.Rules, AsOf: "2026-11-01"}
				as, err := a.Assess(t.Context(), doc)
				if err != nil || as.Decision.Verdict != want || as.Project == "" || as.Title != "示例项目" {
					t.Errorf("%s: verdict %v, want %s, project %q %q, error %v", file, as.Decision.Verdict, want, as.Project, as.Title, err)
				}
			}
		})
	}
}

func TestASkeletonNeedsAnIDAndADocument(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"", "Grants", "../x", "a-b", "lib", "with", "hegui", "1a", strings.Repeat("a", 50)} {
		if _, err := pack.Skeleton(pack.SkeletonOptions{ID: id, File: "d.txt", Document: "文件。"}); !errors.Is(err, pack.ErrID) {
			t.Errorf("%q: %v", id, err)
		}
	}
	for _, document := range []string{"", "\n\n", "\xff\xfe", strings.Repeat("a", 2<<20)} {
		if _, err := skeleton(t, document); !errors.Is(err, pack.ErrDocument) {
			t.Errorf("%.10q: %v", document, err)
		}
	}
}
