package server_test

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"hegui/internal/auth"
	"hegui/internal/server"
)

// batchOf is a request for a batch of n proposals.
func batchOf(n int) call {
	return call{method: "POST", path: "/v1/batches", media: "application/x-ndjson", body: strings.Repeat(`{"apiVersion":"hegui/v1","kind":"Proposal"}`+"\n", n)}
}

// Who has many proposals waiting is told to come back, and so is everybody when many wait in all; both say when. Paused batches
// count, since they may go on; cancelled ones do not.
func TestManyProposalsWait(t *testing.T) {
	t.Parallel()
	both := func(test func(t *testing.T, k *kept)) {
		for _, kind := range []string{"sqlite", "postgres"} {
			t.Run(kind, func(t *testing.T) {
				t.Parallel()
				test(t, openKept(t, kind, func(o *server.Options) { o.Limits.Pending, o.Limits.PendingOfOne = 8, 5 }))
			})
		}
	}
	both(func(t *testing.T, k *kept) {
		refused := func(token string, status int, code string, words map[string]string) {
			t.Helper()
			for lang, text := range words {
				c := batchOf(1)
				c.header = map[string]string{"Accept-Language": lang}
				w := k.as(token, c)
				if seconds, _ := strconv.Atoi(w.Header().Get("Retry-After")); w.Code != status || seconds < 1 || !strings.Contains(w.Body.String(), `"`+code+`"`) || !strings.Contains(w.Body.String(), text) {
					t.Errorf("%s: %d %v %s", token, w.Code, w.Header()["Retry-After"], w.Body)
				}
			}
		}
		made := func(token string, n int) server.Batch {
			t.Helper()
			w := k.as(token, batchOf(n))
			if w.Code != http.StatusAccepted {
				t.Fatalf("%d %s", w.Code, w.Body)
			}
			return decode[server.Batch](t, w, http.StatusAccepted)
		}
		first := made("chair", 4)
		made("chair", 2)
		k.must("chair", call{method: "POST", path: "/v1/batches/" + first.Id + "/pause"})
		refused("chair", http.StatusTooManyRequests, "too_many_requests", map[string]string{"en": "6 proposals in your batches wait", "zh": "已有 6 份申报书等待评估"})
		made("admin", 2) // another one may
		refused("admin", http.StatusServiceUnavailable, "overloaded", map[string]string{"en": "the service is busy", "zh": "服务繁忙"})
		k.must("chair", call{method: "POST", path: "/v1/batches/" + first.Id + "/cancel"})
		made("chair", 1)
	})
}

// An upload is refused while the disk is nearly full, before it is: in bytes on a small disk, in parts of a large one. Nothing of it
// is kept; what was answered before is answered again, reading and reviewing go on.
func TestLittleSpaceIsLeft(t *testing.T) {
	t.Parallel()
	const mib = 1 << 20
	disk := struct {
		free, size uint64
		known      bool
	}{100 << 30, 200 << 30, true}
	k := openKept(t, "sqlite", func(o *server.Options) {
		o.Disk = func() (uint64, uint64, bool) { return disk.free, disk.size, disk.known }
	})
	before := handIn("S-before", draft, "key")
	k.must("portal:gz", before)
	for _, tc := range []struct {
		name       string
		free, size uint64
		known      bool
		refused    bool
	}{
		{"enough", 100 << 30, 200 << 30, true, false},
		{"511 MiB of little", 511 * mib, 1024 * mib, true, true},
		{"512 MiB of little", 512 * mib, 1024 * mib, true, false},
		{"less than 5 % of much", 49 << 30, 1000 << 30, true, true},
		{"5 % of much", 50 << 30, 1000 << 30, true, false},
		{"a database elsewhere", 0, 0, false, false},
	} {
		disk.free, disk.size, disk.known = tc.free, tc.size, tc.known
		for what, c := range map[string]struct {
			token string
			call  call
		}{
			"a submission": {"portal:gz", handIn("S-"+fmt.Sprint(tc.free), draft, "")},
			"a version":    {tokens[auth.Applicant][0], call{method: "POST", path: "/v1/submissions/" + submission + "/versions", media: "application/yaml", body: draft + fmt.Sprintf("# %d %d\n", tc.free, tc.size)}},
			"a batch":      {"chair", batchOf(1)},
			"a replay":     {"chair", k.json("POST", "/v1/batches/"+batchID+"/replays", `{"profile":"industry"}`)},
		} {
			w := k.as(c.token, c.call)
			if refused := w.Code == http.StatusInsufficientStorage; refused != tc.refused || refused && !strings.Contains(w.Body.String(), "Less than 512 MiB or 5 %") {
				t.Errorf("%s, %s: %d %s", tc.name, what, w.Code, w.Body)
			}
		}
		k.must("portal:gz", before)
		k.must("chair", call{path: "/v1/submissions"})
		k.must("reviewer:li", k.json("POST", "/v1/submissions/"+submission+"/notes", `{"version":1,"text":"a"}`))
	}
	disk.free = 1
	disk.known = true
	c := handIn("S-zh", draft, "")
	c.header = map[string]string{"Accept-Language": "zh"}
	if w := k.as("portal:gz", c); !strings.Contains(w.Body.String(), "不足 512 MiB 或 5%") {
		t.Errorf("%s", w.Body)
	}
	for _, s := range read[server.SubmissionList](k, "portal:gz", call{path: "/v1/submissions"}).Submissions {
		if s.Reference == "S-zh" {
			t.Error("it was kept")
		}
	}
}

// The service is ready while its database answers, and says which of both it is not.
func TestReadyAsksTheDatabase(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, k *kept) {
		if w := do(k, call{path: "/readyz"}); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"store":true`) {
			t.Errorf("%d %s", w.Code, w.Body)
		}
		if err := k.store.Close(); err != nil {
			t.Fatal(err)
		}
		if w := do(k, call{path: "/readyz"}); w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), `"ready":false`) || !strings.Contains(w.Body.String(), `"store":false`) {
			t.Errorf("without it: %d %s", w.Code, w.Body)
		}
		if w := do(k, call{path: "/livez"}); w.Code != http.StatusOK {
			t.Errorf("it lives: %d", w.Code)
		}
	})
	s := open(t, nil)
	if w := do(s, call{path: "/readyz"}); w.Code != http.StatusOK || strings.Contains(w.Body.String(), `"store"`) {
		t.Errorf("a service that keeps nothing: %d %s", w.Code, w.Body)
	}
}

// The metrics count batches by state and what waits, some seconds late; nothing is told of a database that does not answer.
func TestMetricsCountWhatIsKept(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, k *kept) {
		measure := func() string {
			text := k.must("reader", call{path: "/metrics"}).Body.String()
			var own []string
			for line := range strings.Lines(text) {
				if strings.HasPrefix(line, "hegui_batches{") || strings.HasPrefix(line, "hegui_items_pending") {
					own = append(own, strings.TrimSpace(strings.TrimPrefix(line, "hegui_")))
				}
			}
			return strings.Join(own, ", ")
		}
		const none = `batches{state="cancelled"} 0, batches{state="done"} 1, batches{state="open"} 0, batches{state="paused"} 0, batches{state="running"} 0, items_pending 0`
		if got := measure(); got != none {
			t.Errorf("%s", got)
		}
		for range 2 {
			if w := k.as("chair", batchOf(3)); w.Code != http.StatusAccepted {
				t.Fatalf("%d %s", w.Code, w.Body)
			}
		}
		if got := measure(); got != none {
			t.Errorf("it was counted again at once: %s", got)
		}
		k.clock = k.clock.Add(5 * time.Second)
		if got := measure(); got != `batches{state="cancelled"} 0, batches{state="done"} 1, batches{state="open"} 0, batches{state="paused"} 0, batches{state="running"} 2, items_pending 6` {
			t.Errorf("%s", got)
		}
		if err := k.store.Close(); err != nil {
			t.Fatal(err)
		}
		k.clock = k.clock.Add(5 * time.Second)
		if got := measure(); got != "" {
			t.Errorf("without a database: %s", got)
		}
	})
}
