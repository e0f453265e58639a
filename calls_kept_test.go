package hegui_test

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hegui"
	"hegui/internal/auth"
	"hegui/internal/jobs"
	"hegui/internal/server"
	"hegui/internal/store"
)

// keptCalls are those of examples/api that need a store, in the order in which they follow each other, by what they print.
var keptCalls = []struct {
	name string
	role auth.Role
	want []string
}{
	{"submit", auth.Portal, []string{`"new":true`, `"reference":"2026-0815"`, `"version":1`, `"verdict":"fail"`, `"score":"80.88"`}},
	{"submit", auth.Portal, []string{`"new":true`, `"version":1`}}, // the same again is the same answer
	{"withdraw", auth.Portal, []string{`"withdrawn":"2026-11-01T`}},
	{"resubmit", auth.Portal, []string{`"new":true`, `"version":2`, `"score":"100.00"`}},
	{"compare-versions", auth.Portal, []string{"80.88 → 100.00"}},
	{"batch", auth.Chair, []string{`"state":"done"`, `"label":"spring"`, `"items":[{`, `"score":"100.00"`}},
}

// byKey takes one key, for who has a role.
type byKey auth.Role

func (r byKey) Authenticate(_ context.Context, token string) (auth.Principal, error) {
	if token != "hg_key" {
		return auth.Principal{}, auth.ErrUnknown
	}
	return auth.Principal{ID: "key:" + string(r), Kind: auth.KindKey, Name: string(r), Scopes: auth.Scopes(), Role: auth.Role(r), Party: "gz"}, nil
}

// The calls of examples/api that need a store are answered as their comments say, one after the other.
func TestCallsOfExamplesWithAStore(t *testing.T) {
	t.Parallel()
	for _, program := range []string{"bash", "curl", "tar", "sha256sum", "sed"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed; the calls of examples/api are not tried", program)
		}
	}
	file := filepath.Join(t.TempDir(), "hegui.db")
	now := func() time.Time { return time.Date(2026, 11, 1, 4, 0, 0, 0, time.UTC) }
	o := store.Options{Now: now, Random: rand.Reader}
	if _, err := store.Migrate(t.Context(), file, o); err != nil {
		t.Fatal(err)
	}
	kept, err := store.Open(t.Context(), file, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	if _, err := jobs.Migrate(t.Context(), kept); err != nil {
		t.Fatal(err)
	}
	services := map[auth.Role]*server.Server{}
	for _, role := range []auth.Role{auth.Portal, auth.Chair} {
		services[role], err = server.New(server.Options{
			Packs: []server.PackSource{{Files: hegui.Files, ID: "aiplus"}}, Version: "test", Now: now, Log: slog.New(slog.DiscardHandler),
			Limits: server.Limits{Evaluation: time.Minute}, Store: kept, Auth: byKey(role), Random: rand.Reader,
			Disk: func() (free, size uint64, known bool) { return 0, 0, false },
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	queue, err := jobs.Open(t.Context(), kept, jobs.Options{Rules: services[auth.Chair].Rules, Workers: 1, Random: rand.Reader, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range services {
		s.UseQueue(queue)
	}
	ctx, end := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- queue.Run(ctx) }()
	t.Cleanup(func() {
		end()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	config := filepath.Join(t.TempDir(), "curl")
	if err := os.WriteFile(config, []byte(`header = "Authorization: Bearer hg_key"`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range keptCalls {
		service := httptest.NewServer(services[c.role])
		cmd := exec.CommandContext(t.Context(), "bash", filepath.Join("examples/api", c.name+".sh"))
		cmd.Env = append(os.Environ(), "HEGUI_URL="+service.URL, "HEGUI_CURL="+config, "no_proxy=*")
		out, err := cmd.CombinedOutput()
		service.Close()
		if err != nil {
			t.Fatalf("%s: %v: %.600s", c.name, err, out)
		}
		for _, want := range c.want {
			if !strings.Contains(string(out), want) {
				t.Errorf("%s: no %s in %.900s", c.name, want, out)
			}
		}
	}
}
