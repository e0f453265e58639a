package cli_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hegui"
	"hegui/internal/cli"
)

// With keys the service may listen beyond the loopback address; it lets in who has one, and a key ends while it runs.
func TestServeWithKeys(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "keys.json")
	env := cli.Env{
		Files: hegui.Files, Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: io.Discard,
		Getenv: func(string) string { return "" }, Now: time.Now, Random: rand.Reader, Version: "test",
	}
	var key bytes.Buffer
	env.Stdout = &key
	if code := cli.Run(t.Context(), []string{"key", "new", "--name", "test", "--scope", "read", "--file", file}, env); code != cli.ExitOK {
		t.Fatalf("exit code %d", code)
	}

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	log, stderr := io.Pipe()
	env.Stdout, env.Stderr = io.Discard, stderr
	ended := make(chan int, 1)
	go func() {
		ended <- cli.Run(ctx, []string{"serve", "--addr", "0.0.0.0:0", "--keys", file}, env)
		_ = stderr.Close()
	}()
	lines := bufio.NewScanner(log)
	if !lines.Scan() {
		t.Fatalf("no log: exit code %d", <-ended)
	}
	var serving struct{ Address, Authentication string }
	if err := json.Unmarshal(lines.Bytes(), &serving); err != nil || serving.Authentication != "keys" {
		t.Fatalf("%v: %s", err, lines.Bytes())
	}
	_, port, err := net.SplitHostPort(serving.Address[strings.LastIndex(serving.Address, "/")+1:])
	if err != nil {
		t.Fatal(err)
	}
	rest := make(chan string, 1)
	go func() {
		all := ""
		for lines.Scan() {
			all += lines.Text()
		}
		rest <- all
	}()
	ask := func(token string) int {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://127.0.0.1:"+port+"/v1/packs", http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		if token != "" {
			r.Header.Set("Authorization", "Bearer "+token)
		}
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		_ = resp.Body.Close()
		return resp.StatusCode
	}
	secret := strings.TrimSpace(key.String())
	if without, with := ask(""), ask(secret); without != 401 || with != 200 {
		t.Errorf("%d without a key, %d with one", without, with)
	}
	quiet := env
	quiet.Stderr = io.Discard
	if code := cli.Run(t.Context(), []string{"key", "revoke", secret, "--file", file}, quiet); code != cli.ExitOK {
		t.Errorf("exit code %d", code)
	}
	if revoked := ask(secret); revoked != 401 {
		t.Errorf("%d with a revoked key", revoked)
	}
	cancel()
	if code := <-ended; code != cli.ExitOK {
		t.Errorf("exit code %d", code)
	}
	if text := <-rest; strings.Contains(text, secret[14:66]) || !strings.Contains(text, "key:"+secret[3:13]) {
		t.Errorf("the log holds a secret, or not the caller:\n%s", text)
	}
}

// A service for its own machine has no rate but one that is asked for.
func TestTheRateOfAServiceWithoutKeys(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, config string
		limited      bool
	}{
		{"none by default", "", false},
		{"one that is asked for", "limits: {rate: 1, burst: 2}\n", true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, tc.config)
			limited := false
			for range 150 {
				got, err := get(s.dial(t, "127.0.0.1"), "/v1/packs")
				if err != nil {
					t.Fatal(err)
				}
				limited = limited || got == "429 Too Many Requests"
			}
			if limited != tc.limited {
				t.Errorf("limited: %v", limited)
			}
		})
	}
}
