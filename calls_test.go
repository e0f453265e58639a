package hegui_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hegui"
	"hegui/internal/server"
)

// calls are those of examples/api, by what they print.
var calls = map[string][]string{
	"assess-yaml":        {"Hegui-Verdict: fail", "Hegui-Score: 80.88", `"version": "hegui/result/v1"`},
	"assess-json":        {`"project": "p-1"`, `"profile": "small-firm"`},
	"assess-form":        {`"file": "proposal.yaml"`, `"verdict": "pass"`},
	"report":             {"不通过", "80.88"},
	"many-lines":         {`"file":"call.ndjson:1"`, "E_DUP_KEY", `"file":"call.ndjson:3"`},
	"many-archive":       {`"file":"call.tar.gz!general.yaml"`},
	"compare":            {"80.88 → 100.00", "FAIL → PASS"},
	"packs":              {`"id":"aiplus"`},
	"requirements":       {`"id":"DATA-01"`, `"id":"EMPL-01"`},
	"requirement":        {`"id":"EMPL-01"`},
	"editor-diagnostics": {`"diagnostics":[{`, `"verdict":"fail"`},
	"editor-completion":  {`"items":[{`},
	"editor-hover":       {`"contents":"`},
	"problem":            {`"code":"unreadable_proposal"`, `"line":2`, "重复"},
}

// Every call of examples/api is answered by the service as its comment says, and sends the key that it is given.
func TestCallsOfExamples(t *testing.T) {
	t.Parallel()
	for _, program := range []string{"bash", "curl", "tar"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed; the calls of examples/api are not tried", program)
		}
	}
	s, err := server.New(server.Options{
		Packs: []server.PackSource{{Files: hegui.Files, ID: "aiplus"}}, Version: "test",
		Now: time.Now, Log: slog.New(slog.DiscardHandler), Limits: server.Limits{Evaluation: time.Minute},
	})
	if err != nil {
		t.Fatal(err)
	}
	config := filepath.Join(t.TempDir(), "curl")
	if err := os.WriteFile(config, []byte(`header = "Authorization: Bearer hg_key"`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("examples/api/*.sh")
	tried := map[string]bool{}
	for name := range calls {
		tried[name] = true
	}
	for _, c := range keptCalls {
		tried[c.name] = true
	}
	if err != nil || len(files) != len(tried) {
		t.Errorf("%d scripts, %d in the tables: %v", len(files), len(tried), err)
	}
	for name := range calls {
		file := filepath.Join("examples/api", name+".sh")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			key := ""
			service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				key = r.Header.Get("Authorization")
				s.ServeHTTP(w, r)
			}))
			t.Cleanup(service.Close)
			cmd := exec.Command("bash", file)
			cmd.Env = append(os.Environ(), "HEGUI_URL="+service.URL, "HEGUI_CURL="+config, "no_proxy=*")
			out, err := cmd.CombinedOutput()
			service.Close() // waits for the handler
			if err != nil {
				t.Errorf("%v: %.600s", err, out)
			}
			for _, want := range calls[name] {
				if !strings.Contains(string(out), want) {
					t.Errorf("no %s in %.600s", want, out)
				}
			}
			if key != "Bearer hg_key" {
				t.Errorf("the key is sent as %q", key)
			}
		})
	}
}
