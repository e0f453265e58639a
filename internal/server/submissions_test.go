package server_test

import (
	"bytes"
	"context"
	"crypto"
	"crypto/ed25519"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"hegui/internal/assess"
	"hegui/internal/auth"
	"hegui/internal/receipt"
	"hegui/internal/report"
	"hegui/internal/server"
	"hegui/internal/store"
)

func exampleProposal(t testing.TB, name string) string {
	t.Helper()
	src, err := os.ReadFile("../../examples/proposals/" + name + "/proposal.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func handIn(reference, body, key string) call {
	c := call{method: "POST", path: "/v1/submissions?profile=industry&reference=" + reference + "&applicant=" + applicant, media: "application/yaml", body: body}
	if key != "" {
		c.header = map[string]string{"Idempotency-Key": key}
	}
	return c
}

// both runs a test with a store of each kind.
func both(t *testing.T, test func(t *testing.T, k *kept)) {
	for _, kind := range []string{"sqlite", "postgres"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			test(t, openKept(t, kind, nil))
		})
	}
}

// From the first upload to the decision, on both databases: the same answers, and a log that holds.
func TestTheJourneyOfASubmission(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, k *kept) {
		firm := tokens[auth.Applicant][0]
		first := read[server.Submitted](k, "portal:gz", handIn("J-1", exampleProposal(t, "f12-ai-customer-service"), ""))
		if !first.New || first.Submission.Version != 1 || first.Submission.Assessment.Score != "78.42" || first.Submission.Assessment.Verdict != "fail" {
			t.Fatalf("%+v", first)
		}
		if title := first.Submission.Assessment.Title; title == nil || *title != "保险客户服务智能化升级与全渠道智能体应用" {
			t.Errorf("the title is %v", title)
		}
		path := "/v1/submissions/" + first.Submission.Id
		again := read[server.Submitted](k, "portal:gz", handIn("J-1", exampleProposal(t, "f12-ai-customer-service"), ""))
		if again.New || again.Submission.Id != first.Submission.Id || again.Submission.Version != 1 {
			t.Errorf("the same upload: %+v", again)
		}
		k.clock = k.clock.Add(24 * time.Hour)
		second := read[server.Submitted](k, firm, call{method: "POST", path: path + "/versions", media: "application/yaml", body: exampleProposal(t, "f12r-ai-customer-service-fixed")})
		if !second.New || second.Submission.Version != 2 || second.Submission.Assessment.Profile != "industry" || second.Submission.Assessment.AsOf != "2026-11-02" {
			t.Errorf("%+v", second)
		}
		versions := read[server.VersionList](k, firm, call{path: path + "/versions"})
		if len(versions.Versions) != 2 || versions.Versions[0].Assessment.Score != "78.42" || versions.Versions[1].Assessment.Score != "100.00" {
			t.Errorf("%+v", versions)
		}
		if got := k.must(firm, call{path: path + "/versions/1/proposal"}); got.Body.String() != exampleProposal(t, "f12-ai-customer-service") || !strings.Contains(got.Header().Get("Content-Disposition"), "attachment") {
			t.Errorf("the text is not what was handed in: %v", got.Header())
		}
		diff := k.must(firm, call{path: path + "/comparison?format=text&lang=en"}).Body.String()
		if !strings.Contains(diff, "78.42 → 100.00") || !strings.Contains(diff, "INNO-03") {
			t.Errorf("%.600s", diff)
		}
		if back := k.must(firm, call{path: path + "/comparison?format=text&lang=en&from=2&to=1"}).Body.String(); !strings.Contains(back, "100.00 → 78.42") {
			t.Errorf("%.600s", back)
		}
		result := k.must(firm, call{path: path + "/versions/2/assessment"})
		if store.Digest(result.Body.Bytes()) != second.Submission.Assessment.ResultSha256 || result.Header().Get("Hegui-Score") != "100.00" {
			t.Errorf("%v", result.Header())
		}
		if text := k.must(firm, call{path: path + "/versions/1/assessment?format=text&lang=en"}).Body.String(); !strings.Contains(text, "78.42") || !strings.Contains(text, "J-1") {
			t.Errorf("%.300s", text)
		}

		k.must("chair", k.json("POST", path+"/assignments", `{"reviewer":"li"}`))
		k.must("chair", k.json("POST", path+"/assignments", `{"reviewer":"wang"}`))
		note := read[server.Note](k, "reviewer:li", k.json("POST", path+"/notes", `{"version":2,"requirement":"DATA-07","text":"附件三"}`))
		made := read[server.Override](k, "reviewer:li", k.json("POST", path+"/overrides", `{"version":2,"requirement":"DATA-07","status":"fail","reason":"附件三没有来源"}`))
		if note.Reviewer != "li" || made.Machine != "pass" || made.Status != "fail" {
			t.Errorf("%+v %+v", note, made)
		}
		overview := read[server.Overview](k, "chair", call{path: path + "/overview"})
		if len(overview.Requirements) != 1 || !overview.Requirements[0].Disagreement || overview.Requirements[0].Machine != "pass" || len(overview.Reviewers) != 2 {
			t.Errorf("%+v", overview)
		}
		k.must("reviewer:wang", k.json("POST", path+"/overrides", `{"version":2,"requirement":"DATA-07","status":"fail","reason":"同意"}`))
		if overview = read[server.Overview](k, "chair", call{path: path + "/overview"}); overview.Requirements[0].Disagreement || len(overview.Requirements[0].Reviews) != 2 {
			t.Errorf("both say the same: %+v", overview)
		}
		k.must("reviewer:li", call{method: "DELETE", path: path + "/overrides/" + made.Id})
		if overview = read[server.Overview](k, "chair", call{path: path + "/overview"}); !overview.Requirements[0].Disagreement || len(overview.Requirements[0].Reviews) != 1 {
			t.Errorf("one took it back: %+v", overview)
		}
		if now := k.must(firm, call{path: path + "/versions/2/assessment"}); now.Body.String() != result.Body.String() {
			t.Error("what reviewers say changed what the machine said")
		}
		k.must("reviewer:wang", k.json("POST", "/v1/interests", `{"applicant":"`+applicant+`","reason":"曾任职"}`))
		if w := k.as("reviewer:wang", call{path: path}); w.Code != http.StatusNotFound {
			t.Errorf("in spite of a conflict of interest: %d", w.Code)
		}
		if w := k.as("chair", k.json("POST", path+"/assignments", `{"reviewer":"wang"}`)); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), `"conflict_of_interest"`) {
			t.Errorf("assigned in spite of a conflict of interest: %d %s", w.Code, w.Body)
		}
		k.must("chair", call{method: "POST", path: path + "/close"})
		for name, c := range map[string]struct {
			token string
			call  call
		}{
			"a version":   {firm, call{method: "POST", path: path + "/versions", media: "application/yaml", body: draft}},
			"a note":      {"reviewer:li", k.json("POST", path+"/notes", `{"version":2,"text":"a"}`)},
			"an override": {"reviewer:li", k.json("POST", path+"/overrides", `{"version":2,"requirement":"DATA-07","status":"fail","reason":"a"}`)},
		} {
			if w := k.as(c.token, c.call); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), `"closed"`) {
				t.Errorf("%s after the decision: %d %s", name, w.Code, w.Body)
			}
		}
		if v := read[server.AuditVerification](k, "admin", call{path: "/v1/audit/verification"}); !v.Intact || *v.Rows < 20 {
			t.Errorf("%+v", v)
		}
	})
}

// One request many times at once is one submission and one version, whichever way it is told apart; all get the same answer.
func TestTheSameUploadManyTimesAtOnce(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, k *kept) {
		const n = 50
		for reference, key := range map[string]string{"with a key": "k-1", "without": ""} {
			var group sync.WaitGroup
			answers := make([]string, n)
			for i := range n {
				group.Go(func() {
					c := handIn(strings.ReplaceAll(reference, " ", "+"), draft, key)
					w := k.as("portal:gz", c)
					if w.Code != http.StatusOK {
						t.Errorf("%s: %d %s", reference, w.Code, w.Body)
					}
					answers[i] = strings.ReplaceAll(w.Body.String(), `"new":false`, `"new":true`)
				})
			}
			group.Wait()
			for _, a := range answers {
				if a != answers[0] {
					t.Fatalf("%s: answers differ:\n%s\n%s", reference, a, answers[0])
				}
			}
		}
		made := 0
		for _, row := range read[server.AuditList](k, "admin", call{path: "/v1/audit?limit=1000"}).Rows {
			if row.Action == "submission.version" {
				made++
			}
		}
		if l := read[server.SubmissionList](k, "portal:gz", call{path: "/v1/submissions"}); len(l.Submissions) != 3 || made != 4 {
			t.Errorf("%d submissions, %d versions", len(l.Submissions), made)
		}
	})
}

// An idempotency key stands for one request of one caller for a day.
func TestIdempotencyKeys(t *testing.T) {
	t.Parallel()
	k := openKept(t, "sqlite", nil)
	firm := tokens[auth.Applicant][0]
	note := func(key, text string) call {
		c := k.json("POST", "/v1/submissions/"+submission+"/notes", `{"version":1,"text":"`+text+`"}`)
		c.header = map[string]string{"Idempotency-Key": key}
		return c
	}
	first := k.must("reviewer:li", note("a", "one")).Body.String()
	if again := k.must("reviewer:li", note("a", "one")).Body.String(); again != first {
		t.Errorf("another answer: %s", again)
	}
	media, body := form(t, upload{"proposal", "a.yaml", draft})
	other, body2 := form(t, upload{"proposal", "b.yaml", draft})
	formed := handIn("F-1", body, "form")
	formed.media = media
	a := k.must("portal:gz", formed).Body.String()
	formed.media, formed.body = other, body2
	if b := k.must("portal:gz", formed).Body.String(); a != b {
		t.Errorf("a form with another boundary: %s", b)
	}
	for _, tc := range []struct {
		name, token string
		call        call
		status      int
		code        string
	}{
		{"another body", "reviewer:li", note("a", "two"), 422, "idempotency_key_reused"},
		{"another operation", "reviewer:li", func() call {
			c := k.json("POST", "/v1/interests", `{"applicant":"x","reason":"r"}`)
			c.header = map[string]string{"Idempotency-Key": "a"}
			return c
		}(), 422, "idempotency_key_reused"},
		{"another caller", firm, handIn("K-1", draft, "a"), 200, ""},
		{"an empty key", "reviewer:li", note("", "x"), 400, "bad_request"},
		{"a key too long", "reviewer:li", note(strings.Repeat("a", 256), "x"), 400, "bad_request"},
		{"a key that is no text", "reviewer:li", note("a\x01", "x"), 400, "bad_request"},
	} {
		w := k.as(tc.token, tc.call)
		if w.Code != tc.status || !strings.Contains(w.Body.String(), tc.code) {
			t.Errorf("%s: %d %s", tc.name, w.Code, w.Body)
		}
	}
	if l := read[server.NoteList](k, "reviewer:li", call{path: "/v1/submissions/" + submission + "/notes"}); len(l.Notes) != 2 {
		t.Errorf("%+v", l)
	}
	k.clock = k.clock.Add(store.AnswerLifetime)
	if later := k.must("reviewer:li", note("a", "two")).Body.String(); later == first {
		t.Error("a day later it is still the first answer")
	}
}

// A request that another transaction claimed and has not answered is told to come again.
func TestInFlight(t *testing.T) {
	t.Parallel()
	k := openKept(t, "sqlite", nil)
	c := call{method: "DELETE", path: "/v1/waivers/" + waiver, header: map[string]string{"Idempotency-Key": "w"}}
	what, err := json.Marshal([]string{"DELETE", "/v1/waivers/" + waiver, "", ""})
	if err != nil {
		t.Fatal(err)
	}
	err = k.store.Update(t.Context(), "test", func(tx *store.Tx) error {
		_, _, err := tx.Claim(t.Context(), store.Request{Caller: "key:chair", Key: "w", Digest: store.Digest(what)})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if w := k.as("chair", c); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), `"in_flight"`) || w.Header().Get("Retry-After") == "" {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// A disk that is full is answered with 507; nothing is kept, reading goes on, and once there is room so does the rest.
func TestTheDiskIsFull(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	k := openKept(t, "sqlite", func(o *server.Options) { o.Log = slog.New(slog.NewJSONHandler(&log, nil)) })
	pages := func(n int) {
		if _, err := k.store.SQL().ExecContext(t.Context(), fmt.Sprintf("PRAGMA max_page_count = %d", n)); err != nil {
			t.Fatal(err)
		}
	}
	pages(1) // is taken for as many as there are
	var w *httptest.ResponseRecorder
	for i := 0; ; i++ {
		if w = k.as("portal:gz", handIn(fmt.Sprint("D-", i), exampleProposal(t, "f12-ai-customer-service")+fmt.Sprintf("# %d\n", i), "")); w.Code != http.StatusOK || i == 50 {
			break
		}
	}
	if w.Code != http.StatusInsufficientStorage || !strings.Contains(w.Body.String(), `"storage_full"`) || !strings.Contains(log.String(), `"level":"ERROR"`) {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	k.must("portal:gz", call{path: "/v1/submissions/" + submission})
	pages(1 << 20)
	k.must("portal:gz", handIn("D-x", draft, ""))
}

// What the store refuses has an answer each; of what is ours the caller learns nothing.
func TestProblemsOfTheStore(t *testing.T) {
	t.Parallel()
	for err, want := range map[error]server.ProblemCode{
		store.ErrNotFound: "not_found", store.ErrAssigned: "not_found", store.ErrClosed: "closed", store.ErrWithdrawn: "withdrawn", store.ErrApplicant: "other_applicant",
		store.ErrInterest: "conflict_of_interest", store.ErrInFlight: "in_flight", store.ErrReused: "idempotency_key_reused",
		store.ErrInvalid: "bad_request", store.ErrCursor: "bad_request", store.ErrFull: "storage_full", store.ErrDown: "overloaded",
		store.ErrDiverged: "internal", store.ErrDamaged: "internal", store.ErrReadOnly: "internal",
	} {
		if got := server.ProblemOf(fmt.Errorf("while something was done: %w", err)); got != want {
			t.Errorf("%v: %s, want %s", err, got, want)
		}
	}
}

// A store that was closed under the service is a fault of ours: the caller learns its number and the log why.
func TestStoreIsAway(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	k := openKept(t, "sqlite", func(o *server.Options) { o.Log = slog.New(slog.NewJSONHandler(&log, nil)) })
	if err := k.store.Close(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]call{"reading": {path: "/v1/audit"}, "writing": {method: "DELETE", path: "/v1/keys/" + keyID}} {
		w := k.as("admin", c)
		if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "sql") {
			t.Errorf("%s: %d %s", name, w.Code, w.Body)
		}
	}
	if !strings.Contains(log.String(), `"level":"ERROR"`) {
		t.Errorf("%s", log.String())
	}
}

// A service that keeps nothing says so, and asks for credentials first.
func TestWithoutAStore(t *testing.T) {
	t.Parallel()
	for _, guarded := range []bool{false, true} {
		s := open(t, func(o *server.Options) {
			o.Packs = nil
			if guarded {
				o.Auth = byRole{}
			}
		})
		w := do(s, call{path: "/v1/submissions"})
		if want := map[bool]int{false: 404, true: 401}[guarded]; w.Code != want {
			t.Errorf("%v: %d", guarded, w.Code)
		}
		w = do(s, call{path: "/v1/submissions", header: map[string]string{"Authorization": "Bearer admin"}})
		if w.Code != http.StatusNotFound || !strings.Contains(w.Body.String(), "--store") {
			t.Errorf("%v: %d %s", guarded, w.Code, w.Body)
		}
	}
}

// A waiver counts for what is handed in after it, for its project alone; a receipt names it, and the file for hegui verify is
// what the receipt's digest is of.
func TestWaiversCount(t *testing.T) {
	t.Parallel()
	k := openKept(t, "sqlite", nil)
	text := exampleProposal(t, "f12-ai-customer-service")
	before := read[server.Submitted](k, "portal:gz", handIn("W-1", text, ""))
	line := k.must("portal:gz", call{path: "/v1/submissions/" + before.Submission.Id + "/versions/1/assessment"}).Body.Bytes()
	as, err := report.Decode(line)
	if err != nil {
		t.Fatal(err)
	}
	failed := ""
	for i := range as.Results {
		if as.Results[i].Status == assess.StatusFail && as.Results[i].Weight > 0 {
			failed = as.Results[i].Requirement
		}
	}
	made := read[server.Waiver](k, "chair", k.json("POST", "/v1/waivers", fmt.Sprintf(`{"pack":"aiplus","requirement":%q,"project":%q,"reason":"r","owner":"Ms Zhao","expires":"2027-01-31"}`, failed, as.Project)))
	if made.Approver != "named chair" {
		t.Errorf("%+v", made)
	}
	after := read[server.Submitted](k, "portal:gz", handIn("W-2", text, ""))
	path := "/v1/submissions/" + after.Submission.Id + "/versions/1/"
	as, err = report.Decode(k.must("portal:gz", call{path: path + "assessment"}).Body.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if r, _ := as.Result(failed); r.Waiver == nil || len(as.Waivers) != 1 || after.Submission.Assessment.ResultSha256 == before.Submission.Assessment.ResultSha256 {
		t.Errorf("%+v %+v", r, as.Waivers)
	}
	verifies(t, k, "portal:gz", path, text, true)
	verifies(t, k, "portal:gz", "/v1/submissions/"+before.Submission.Id+"/versions/1/", text, false)
	k.must("chair", call{method: "DELETE", path: "/v1/waivers/" + made.Id})
	revoked := read[server.Submitted](k, "portal:gz", handIn("W-3", text, ""))
	if revoked.Submission.Assessment.ResultSha256 != before.Submission.Assessment.ResultSha256 {
		t.Error("a waiver that was revoked still counts")
	}
	for name, body := range map[string]string{
		"an unknown requirement": `{"pack":"aiplus","requirement":"DATA-99","project":"p","reason":"r","owner":"o","expires":"2027-01-31"}`,
		"an unknown code":        `{"pack":"aiplus","requirement":"DATA-07","project":"p","codes":["X"],"reason":"r","owner":"o","expires":"2027-01-31"}`,
		"an unknown profile":     `{"pack":"aiplus","requirement":"DATA-07","project":"p","profile":"x","reason":"r","owner":"o","expires":"2027-01-31"}`,
		"no such day":            `{"pack":"aiplus","requirement":"DATA-07","project":"p","reason":"r","owner":"o","expires":"2027-02-31"}`,
		"its own owner":          `{"pack":"aiplus","requirement":"DATA-07","project":"p","reason":"r","owner":"named chair","expires":"2027-01-31"}`,
		"its own owner, spaced":  `{"pack":"aiplus","requirement":"DATA-07","project":"p","reason":"r","owner":"named chair ","expires":"2027-01-31"}`,
		"a blank reason":         `{"pack":"aiplus","requirement":"DATA-07","project":"p","reason":" ","owner":"o","expires":"2027-01-31"}`,
		// What a file of waivers cannot hold: hegui verify could not check the receipts of what they are used for.
		"a bell":            `{"pack":"aiplus","requirement":"DATA-07","project":"p","reason":"a\u0007b","owner":"o","expires":"2027-01-31"}`,
		"a mark of order":   `{"pack":"aiplus","requirement":"DATA-07","project":"p","reason":"\ufeffx","owner":"o","expires":"2027-01-31"}`,
		"an odd line end":   `{"pack":"aiplus","requirement":"DATA-07","project":"p","reason":"a\u0085b","owner":"o","expires":"2027-01-31"}`,
		"another, in codes": `{"pack":"aiplus","requirement":"DATA-07","project":"a\u2028b","reason":"r","owner":"o","expires":"2027-01-31"}`,
	} {
		if w := k.as("chair", k.json("POST", "/v1/waivers", body)); w.Code != http.StatusNotFound && w.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
}

// verifies holds what the service gives of a version against hegui verify.
func verifies(t *testing.T, k *kept, token, path, text string, waived bool) {
	t.Helper()
	verified(t, k.key.Public(), func(path string) []byte { return k.must(token, call{path: path}).Body.Bytes() }, path, text, waived)
}

// verified holds a receipt, and the file of waivers beside it, against hegui verify.
func verified(t *testing.T, key crypto.PublicKey, given func(path string) []byte, path, text string, waived bool) {
	t.Helper()
	dir := t.TempDir()
	file := func(name string, content []byte) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	der, err := x509.MarshalPKIXPublicKey(key)
	if err != nil {
		t.Fatal(err)
	}
	pub := pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})
	args := []string{"verify", file("r.json", given(path+"receipt")), "--proposal", file("p.yaml", []byte(text)), "--key", file("key.pub", pub)}
	waivers := file("waivers.json", given(path+"waivers"))
	if waived {
		args = append(args, "--waivers", waivers)
	}
	if out := run(t, args...); !strings.Contains(out, "assessed again, the same") {
		t.Errorf("%s", out)
	}
}

// Without a key there are no receipts, and the answer says why.
func TestWithoutAReceiptKey(t *testing.T) {
	t.Parallel()
	k := openKept(t, "sqlite", func(o *server.Options) { o.ReceiptKeys = nil })
	if w := k.as("portal:gz", call{path: "/v1/submissions/" + submission + "/versions/1/receipt"}); w.Code != http.StatusNotFound || !strings.Contains(w.Body.String(), "--receipt-key") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w := k.as("portal:gz", call{path: "/v1/submissions/" + another + "/versions/1/receipt"}); strings.Contains(w.Body.String(), "--receipt-key") {
		t.Errorf("of another's: %s", w.Body)
	}
}

// A row that somebody changed past the service is found over HTTP.
func TestTamperingIsFound(t *testing.T) {
	t.Parallel()
	k := openKept(t, "sqlite", nil)
	v := read[server.AuditVerification](k, "admin", call{path: "/v1/audit/verification"})
	if !v.Intact {
		t.Fatalf("%+v", v)
	}
	k.must("chair", call{method: "POST", path: "/v1/submissions/" + submission + "/close"})
	if again := read[server.AuditVerification](k, "admin", call{path: "/v1/audit/verification?head=" + *v.Head}); !again.Intact {
		t.Errorf("%+v", again)
	}
	other := strings.Replace(*v.Head, ":", ":0", 1)[:len(*v.Head)]
	if again := read[server.AuditVerification](k, "admin", call{path: "/v1/audit/verification?head=" + other}); again.Intact || again.Row == nil {
		t.Errorf("an end that it never had: %+v", again)
	}
	if _, err := k.store.SQL().ExecContext(t.Context(), "UPDATE assessment SET score = 9999"); err != nil {
		t.Fatal(err)
	}
	if again := read[server.AuditVerification](k, "admin", call{path: "/v1/audit/verification"}); again.Intact || again.Record == nil || *again.Fault != "assessment" {
		t.Errorf("%+v", again)
	}
}

// The log is told where the audit log ends: often when much happens, seldom when little does, never when nothing did, and at the
// end. What is told is signed, and is what the audit log still has.
func TestCheckpoints(t *testing.T) {
	t.Parallel()
	var log lockedBuffer
	k := openKept(t, "sqlite", func(o *server.Options) { o.Log = slog.New(slog.NewJSONHandler(&log, nil)) })
	said := func() int { return strings.Count(log.String(), `"audit checkpoint"`) }
	ctx, end := context.WithCancel(t.Context())
	ticks := make(chan time.Time)
	var running sync.WaitGroup
	running.Go(func() { k.Checkpoints(ctx, ticks) })
	tick := func(n int) {
		for range n {
			ticks <- now
		}
	}
	tick(9)
	if said() != 0 {
		t.Errorf("%d after nine minutes in which little happened", said())
	}
	tick(2)
	if said() != 1 {
		t.Errorf("%d after ten minutes", said())
	}
	tick(10)
	if said() != 1 {
		t.Errorf("%d after ten more in which nothing happened", said())
	}
	err := k.store.Update(t.Context(), "test", func(tx *store.Tx) error {
		for range 1000 {
			if err := tx.Audit("test.one", "", nil); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	tick(2)
	if said() != 2 {
		t.Errorf("%d after 1,000 rows", said())
	}
	k.must("chair", call{method: "POST", path: "/v1/submissions/" + submission + "/close"})
	end()
	running.Wait()
	if said() != 3 {
		t.Errorf("%d at the end", said())
	}
	kept := []store.AuditHead{}
	for line := range strings.Lines(log.String()) {
		var row struct{ Head, Signed string }
		if err := json.Unmarshal([]byte(line), &row); err != nil || row.Head == "" {
			continue
		}
		e, c, err := receipt.ReadCheckpoint([]byte(row.Signed + "\n"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := e.Verify([]ed25519.PublicKey{k.key.Public().(ed25519.PublicKey)}, 1); err != nil {
			t.Error(err)
		}
		kept = append(kept, store.AuditHead{Seq: c.Predicate.Rows, Hash: c.Head()})
	}
	if _, err := k.store.VerifyAudit(t.Context(), nil, kept...); err != nil || len(kept) != 3 {
		t.Errorf("%v, %v", kept, err)
	}
}

// lockedBuffer is what two goroutines write and read.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *lockedBuffer) String() string { b.mu.Lock(); defer b.mu.Unlock(); return b.b.String() }
