package server_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hegui"
	"hegui/internal/server"
)

func answerOf[T any](t *testing.T, s *server.Server, path string) T {
	t.Helper()
	var out T
	w := do(s, call{path: path})
	if err := json.Unmarshal(w.Body.Bytes(), &out); w.Code != 200 || err != nil {
		t.Fatalf("%s: %d %v %.300s", path, w.Code, err, w.Body)
	}
	return out
}

// What a pack holds: requirements with all that explains them, profiles that may differ from it, and the document.
func TestPacks(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	pack := answerOf[server.Pack](t, s, "/v1/packs/aiplus")
	requirements := answerOf[server.RequirementList](t, s, "/v1/packs/aiplus/requirements").Requirements
	profiles := answerOf[server.ProfileList](t, s, "/v1/packs/aiplus/profiles").Profiles
	document := answerOf[server.SourceDocument](t, s, "/v1/packs/aiplus/document")
	if len(requirements) != pack.Requirements || len(profiles) != len(pack.Profiles) {
		t.Errorf("%d requirements and %d profiles, the pack says %d and %d", len(requirements), len(profiles), pack.Requirements, len(pack.Profiles))
	}
	known := map[string]bool{}
	weight := 0
	for _, r := range requirements {
		known[r.Id] = true
		weight += r.Weight
		if !strings.Contains(r.Quote.Whole, r.Quote.Text) || r.Rule == "" || r.Applies.Zh == "" || r.Applies.En == "" || len(r.Codes) == 0 {
			t.Errorf("%s: %+v", r.Id, r)
		}
		if got := answerOf[server.Requirement](t, s, "/v1/packs/aiplus/requirements/"+r.Id); got.Id != r.Id || len(got.Thresholds) != len(r.Thresholds) {
			t.Errorf("%s alone is %+v", r.Id, got)
		}
	}
	if weight != pack.Weight {
		t.Errorf("weights add up to %d, the pack says %d", weight, pack.Weight)
	}
	for _, p := range profiles {
		for id := range p.Weights {
			if !known[id] {
				t.Errorf("profile %s weighs %s, which is no requirement", p.Id, id)
			}
		}
		if p.Reasoning.Zh == "" || p.Reasoning.En == "" {
			t.Errorf("profile %s gives no reasons", p.Id)
		}
	}
	text := do(s, call{path: "/v1/packs/aiplus/document", header: map[string]string{"Accept": "text/plain"}}).Body.String()
	for _, sentence := range document.Sentences {
		if text[sentence.Start:sentence.End] != sentence.Text {
			t.Errorf("%s is not at its place in the document", sentence.Id)
		}
		for _, id := range append(sentence.RuledBy, sentence.HeldBy...) {
			if !known[id] {
				t.Errorf("%s names %s, which is no requirement", sentence.Id, id)
			}
		}
	}
	if schema := answerOf[map[string]any](t, s, "/v1/packs/aiplus/schema"); schema["$schema"] == nil {
		t.Error("the schema does not name its dialect")
	}
}

// The page shows every operation in both languages, and needs nothing from elsewhere.
func TestDocs(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	zh, en := do(s, call{path: "/docs?lang=zh"}).Body.String(), do(s, call{path: "/docs?lang=en"}).Body.String()
	for _, path := range []string{"POST /v1/assessments", "POST /v1/comparisons", "GET /v1/packs/{pack}/document", "POST /v1/editor/hover", "GET /metrics"} {
		if !strings.Contains(zh, path+"</code>") || !strings.Contains(en, path+"</code>") {
			t.Errorf("%s is missing", path)
		}
	}
	if hasChinese(strings.ReplaceAll(en, "中文", "")) {
		t.Error("the English page holds Chinese")
	}
	for _, summary := range strings.Split(zh, "<h3>")[1:] {
		summary, _, _ = strings.Cut(summary, "</h3>")
		if !hasChinese(summary) {
			t.Errorf("%s has no Chinese summary", summary)
		}
	}
	for _, page := range []string{zh, en} {
		if strings.Contains(page, "<script") || strings.Contains(page, "://") {
			t.Error("the page asks for something from elsewhere")
		}
	}
}

// A pack in a folder is loaded again when its files change and come to rest; a broken one leaves the last good one in use.
func TestWatch(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.CopyFS(dir, hegui.Files); err != nil {
		t.Fatal(err)
	}
	s := open(t, func(o *server.Options) { o.Packs[0].Files = os.DirFS(dir) })
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go s.Watch(ctx, 10*time.Millisecond)
	state := func() server.PackState { return answerOf[server.Readiness](t, s, "/readyz").Packs[0] }
	until := func(what string, ok func(server.PackState) bool) {
		t.Helper()
		for end := time.Now().Add(time.Minute); !ok(state()); time.Sleep(10 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("%s: %+v", what, state())
			}
		}
	}
	first := state()
	file := filepath.Join(dir, "policies/aiplus/pack.yaml")
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	time.Sleep(30 * time.Millisecond) // the watch has looked once
	write("not: [a pack")
	until("a broken pack is noticed", func(p server.PackState) bool { return !p.Current && p.Digest == first.Digest })
	write(strings.Replace(string(good), "version: ", "version: 9", 1))
	until("the new pack is in use", func(p server.PackState) bool { return p.Current && p.Digest != first.Digest })
}
