package server_test

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"hegui/internal/assess"
	"hegui/internal/pack"
	"hegui/internal/server"
)

// stuck are rules that do not end until they may.
type stuck struct {
	pack.Rules
	begun chan struct{}
	may   chan struct{}
}

func (s stuck) Eval(ctx context.Context, in assess.Input) (*assess.Evaluation, error) {
	s.begun <- struct{}{}
	<-s.may
	return s.Rules.Eval(ctx, in)
}

// Row R5 of docs/packs-under-attack.md: an isolated pack that takes all of its time keeps its own requests waiting, and none
// of another pack.
func TestAnIsolatedPackKeepsOnlyItsOwnWaiting(t *testing.T) {
	t.Parallel()
	rules := stuck{begun: make(chan struct{}, 8), may: make(chan struct{})}
	s := open(t, func(o *server.Options) {
		o.Limits = server.Limits{Slots: 2, Queue: 8, Wait: 50 * time.Millisecond}
		o.Packs = []server.PackSource{
			{ID: "honest", Files: skeleton(t, "honest", strings.NewReplacer())},
			{ID: "stuck", Open: func() (*pack.Pack, error) {
				p, err := pack.Open(skeleton(t, "stuck", strings.NewReplacer()), "stuck")
				if err == nil {
					rules.Rules = p.Rules
					p.Rules, p.Isolated, p.Processes = rules, true, 2
				}
				return p, err
			}},
		}
	})
	ask := func(path, body string) call {
		media := "application/yaml"
		if strings.HasPrefix(path, "/v1/editor") {
			media = "application/json"
		}
		return call{method: http.MethodPost, path: path, media: media, body: body}
	}
	var under sync.WaitGroup
	under.Go(func() { // one after the other, however long it takes
		do(s, call{method: http.MethodPost, path: "/v1/assessments/stream?pack=stuck", media: "application/x-ndjson", body: strings.Repeat(`{"proposal": {}}`+"\n", 3)})
	})
	under.Go(func() {
		do(s, ask("/v1/assessments?pack=stuck", smallProposal))
	})
	for range 2 {
		<-rules.begun
	}
	for _, tc := range []struct {
		call call
		want int
	}{
		{ask("/v1/assessments?pack=stuck", smallProposal), http.StatusServiceUnavailable},
		{ask("/v1/editor/diagnostics", `{"text": "project: {}", "pack": "stuck"}`), http.StatusServiceUnavailable},
		{ask("/v1/assessments?pack=honest", smallProposal), http.StatusOK},
		{ask("/v1/editor/diagnostics", `{"text": "project: {}", "pack": "honest"}`), http.StatusOK},
		{ask("/v1/editor/completion", `{"text": "project: {}", "pack": "honest", "position": {"line": 0, "character": 0}}`), http.StatusOK},
		{ask("/v1/editor/hover", `{"text": "project: {}", "pack": "honest", "position": {"line": 0, "character": 0}}`), http.StatusOK},
	} {
		if w := do(s, tc.call); w.Code != tc.want {
			t.Errorf("%s %s: %d %s, want %d", tc.call.path, tc.call.body, w.Code, w.Body, tc.want)
		}
	}
	if m := do(s, call{path: "/metrics"}).Body.String(); !strings.Contains(m, "\nhegui_evaluating 2\n") {
		t.Error("the metrics do not say that 2 are evaluated")
	}
	close(rules.may)
	under.Wait()
}

// A pack that takes long to load keeps no other from being replaced, and what is built in is not loaded again.
func TestPacksAreLoadedAgainEachByItself(t *testing.T) {
	t.Parallel()
	var loads, fixed atomic.Int64
	begun, may := make(chan struct{}), make(chan struct{})
	folder := func(id string) string {
		dir := t.TempDir()
		if err := os.CopyFS(dir, skeleton(t, id, strings.NewReplacer())); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	slow, quick := folder("slow"), folder("quick")
	s := open(t, func(o *server.Options) {
		o.Packs = []server.PackSource{
			{ID: "fixed", Files: skeleton(t, "fixed", strings.NewReplacer()), Fixed: true},
			{ID: "slow", Files: os.DirFS(slow), Open: func() (*pack.Pack, error) {
				if loads.Add(1) == 2 {
					close(begun)
					<-may
				}
				return pack.Open(os.DirFS(slow), "slow")
			}},
			{ID: "quick", Files: os.DirFS(quick)},
		}
		files := o.Packs[0].Files
		o.Packs[0].Open = func() (*pack.Pack, error) { fixed.Add(1); return pack.Open(files, "fixed") }
	})
	ctx, cancel := context.WithCancel(t.Context())
	var watch sync.WaitGroup
	watch.Go(func() { s.Watch(ctx, 10*time.Millisecond) })
	time.Sleep(30 * time.Millisecond) // the watch has looked once
	version := func(id string) string {
		for _, p := range answerOf[server.PackList](t, s, "/v1/packs").Packs {
			if p.Id == id {
				return p.Version
			}
		}
		return ""
	}
	change := func(dir, id string) {
		t.Helper()
		file := filepath.Join(dir, "policies", id, "pack.yaml")
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(strings.Replace(string(text), "version: 0.1.0", "version: 0.10.0", 1)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	until := func(id string) {
		t.Helper()
		for end := time.Now().Add(time.Minute); version(id) != "0.10.0"; time.Sleep(10 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("%s is not replaced", id)
			}
		}
	}
	change(slow, "slow")
	<-begun
	change(quick, "quick")
	until("quick")
	if version("slow") != "0.1.0" {
		t.Error("slow is replaced before it is loaded")
	}
	close(may)
	until("slow")
	cancel()
	watch.Wait()
	if err := s.Reload(); err != nil {
		t.Fatal(err)
	}
	if fixed.Load() != 1 {
		t.Errorf("what cannot change was loaded %d times", fixed.Load())
	}
}
