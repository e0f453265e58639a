package server_test

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"hegui/internal/auth"
	"hegui/internal/jobs"
	"hegui/internal/receipt"
	"hegui/internal/server"
	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// roles says who a token is of: "chair", or "reviewer:li" with the party.
type roles struct{}

func (roles) Authenticate(_ context.Context, token string) (auth.Principal, error) {
	role, party, _ := strings.Cut(token, ":")
	return auth.Principal{ID: "key:" + token, Kind: auth.KindKey, Name: "named " + token, Scopes: auth.Scopes(), Role: auth.Role(role), Party: party}, nil
}

// keeping is a service with a store, a queue and what they are on.
type keeping struct {
	*server.Server
	d     *storetest.Database
	queue *jobs.Queue
	key   ed25519.PublicKey
	stop  func()
}

func keep(t *testing.T, workers int) *keeping {
	t.Helper()
	d := storetest.Open(t, "sqlite")
	if _, err := jobs.Migrate(t.Context(), d.Store); err != nil {
		t.Fatal(err)
	}
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	k := &keeping{d: d, key: public}
	k.Server = open(t, func(o *server.Options) {
		o.Store, o.Random, o.Auth, o.ReceiptKeys = d.Store, rand.Reader, roles{}, []ed25519.PrivateKey{private}
		o.Limits.Rate = -1
	})
	k.queue, err = jobs.Open(t.Context(), d.Store, jobs.Options{Rules: k.Rules, Workers: workers, Random: rand.Reader, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	k.UseQueue(k.queue)
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	ended := make(chan error, 1)
	go func() { ended <- k.queue.Run(ctx) }()
	k.stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(k.stop)
	return k
}

// as makes a call with somebody's token, and holds the answer against the document.
func (k *keeping) as(t *testing.T, who string, c call) *httptest.ResponseRecorder {
	t.Helper()
	if c.header == nil {
		c.header = map[string]string{}
	}
	c.header["Authorization"] = "Bearer " + who
	w := do(k, c)
	for _, o := range operationsOf(document(t)) {
		if o.method == c.method && matches(o.path, c.path) {
			if err := o.conforms(w); err != nil {
				t.Errorf("%s %s: %d, %v\n%.300s", c.method, c.path, w.Code, err, w.Body)
			}
			return w
		}
	}
	t.Errorf("%s %s is not in the document", c.method, c.path)
	return w
}

// matches says whether a path is one of a template's.
func matches(template, path string) bool {
	path, _, _ = strings.Cut(path, "?")
	want, got := strings.Split(template, "/"), strings.Split(path, "/")
	if len(want) != len(got) {
		return false
	}
	for i := range want {
		if !strings.HasPrefix(want[i], "{") && want[i] != got[i] {
			return false
		}
	}
	return true
}

func decode[T any](t *testing.T, w *httptest.ResponseRecorder, status int) (out T) {
	t.Helper()
	if w.Code != status {
		t.Fatalf("%d, want %d: %.500s", w.Code, status, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil {
		t.Fatalf("%v: %.500s", err, w.Body)
	}
	return out
}

// archive packs the example proposals, and what is given beside them.
func archive(t *testing.T, more map[string]string) (string, int) {
	t.Helper()
	names, err := filepath.Glob("../../examples/proposals/*/proposal.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	add := func(name string, src []byte) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(src)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		add(filepath.Base(filepath.Dir(name))+".yaml", src)
	}
	for name, src := range more {
		add(name, []byte(src))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String(), len(names) + len(more)
}

// await waits until a batch is done.
func (k *keeping) await(t *testing.T, id string) server.Batch {
	t.Helper()
	for until := time.Now().Add(2 * time.Minute); ; time.Sleep(20 * time.Millisecond) {
		b := decode[server.Batch](t, k.as(t, "chair", call{method: "GET", path: "/v1/batches/" + id}), http.StatusOK)
		if b.State == "done" {
			return b
		}
		if time.Now().After(until) {
			t.Fatalf("%+v", b)
		}
	}
}

// A batch from its upload to its reports.
func TestBatchOverHTTP(t *testing.T) {
	t.Parallel()
	k := keep(t, 2)
	body, n := archive(t, map[string]string{"zz/bad.yaml": "a: [1\n"})
	w := k.as(t, "chair", call{method: "POST", path: "/v1/batches?label=spring&as_of=2026-11-01", media: "application/zip", body: body})
	b := decode[server.Batch](t, w, http.StatusAccepted)
	if b.Items != n || b.Label != "spring" || w.Header().Get("Location") != "/v1/batches/"+b.Id {
		t.Errorf("%+v, %v", b, w.Header())
	}
	events := k.as(t, "reviewer:li", call{method: "GET", path: "/v1/batches/" + b.Id + "/events"})
	if text := events.Body.String(); !strings.HasPrefix(text, "event: progress\ndata: {") || !strings.Contains(text, "\nevent: end\ndata: {") {
		t.Errorf("%q", text)
	}
	done := k.await(t, b.Id)
	if done.Progress.Done != n-1 || done.Progress.Failed != 1 {
		t.Errorf("%+v", done)
	}
	list := decode[server.BatchList](t, k.as(t, "reviewer:li", call{method: "GET", path: "/v1/batches?state=done"}), http.StatusOK)
	if len(list.Batches) != 1 || list.Batches[0].Id != b.Id {
		t.Errorf("%+v", list)
	}
	path := "/v1/batches/" + b.Id

	// Ranked, in pages, none twice.
	var ranked []server.Item
	for after := ""; ; {
		page := decode[server.ItemList](t, k.as(t, "chair", call{method: "GET", path: path + "/items?limit=4" + after}), http.StatusOK)
		ranked = append(ranked, page.Items...)
		if page.Next == nil {
			break
		}
		after = "&after=" + *page.Next
	}
	if len(ranked) != n || ranked[0].Name != "f01-excellent-auto-parts.yaml" {
		t.Errorf("%d items, first %+v", len(ranked), ranked[0])
	}
	last := ranked[n-1]
	if last.State != "failed" || last.Name != "zz/bad.yaml" || last.Problem == nil || last.Problem.Line == nil || last.Score != nil {
		t.Errorf("%+v", last)
	}

	// Filtered: by verdict, by state, by a requirement that is not satisfied.
	for query, holds := range map[string]func(*server.Item) bool{
		"verdict=fail":         func(i *server.Item) bool { return i.Verdict != nil && *i.Verdict == "fail" },
		"state=failed":         func(i *server.Item) bool { return i.State == "failed" },
		"requirement=DATA-03":  func(i *server.Item) bool { return strings.Contains(strings.Join(i.Failed, " "), "DATA-03") },
		"requirement=NONE-99":  func(*server.Item) bool { return false },
		"order=number&limit=3": func(i *server.Item) bool { return i.Number <= 3 },
	} {
		got := decode[server.ItemList](t, k.as(t, "chair", call{method: "GET", path: path + "/items?" + query}), http.StatusOK)
		want := 0
		for i := range ranked {
			if holds(&ranked[i]) {
				want++
			}
		}
		for i := range got.Items {
			if !holds(&got.Items[i]) {
				t.Errorf("%s gives %+v", query, got.Items[i])
			}
		}
		if len(got.Items) != want {
			t.Errorf("%s gives %d items, want %d", query, len(got.Items), want)
		}
	}

	// With what each is about, when it is asked for: the weighted scores by dimension are those of its result.
	about := decode[server.ItemList](t, k.as(t, "chair", call{method: "GET", path: path + "/items?about=true"}), http.StatusOK).Items
	if first := about[0].About; first == nil || first.Project != "f01-excellent-auto-parts" || first.Title == "" || len(first.Dimensions) != 11 || first.Dimensions[0] != (server.ItemDimension{Dimension: "DATA", Score: "100.00"}) {
		t.Errorf("%+v", first)
	}
	if about[n-1].About != nil || ranked[0].About != nil {
		t.Errorf("%+v, %+v", about[n-1].About, ranked[0].About)
	}

	// One of them: its text, and its result in words and as it is kept.
	item := fmt.Sprintf("%s/items/%d", path, ranked[0].Number)
	if one := decode[server.Item](t, k.as(t, "chair", call{method: "GET", path: item}), http.StatusOK); one.Sha256 != ranked[0].Sha256 {
		t.Errorf("%+v", one)
	}
	src := k.as(t, "chair", call{method: "GET", path: item + "/proposal"}).Body.Bytes()
	want, err := os.ReadFile("../../examples/proposals/f01-excellent-auto-parts/proposal.yaml")
	if err != nil || !bytes.Equal(src, want) {
		t.Errorf("%v, %d bytes", err, len(src))
	}
	kept := k.as(t, "chair", call{method: "GET", path: item + "/assessment?format=ndjson"}).Body.String()
	if !strings.Contains(kept, ranked[0].Sha256) || strings.Contains(kept, "f01-excellent-auto-parts.yaml") {
		t.Errorf("%.200s", kept)
	}
	for _, format := range []string{"json", "html", "text", "csv", "sarif"} {
		w := k.as(t, "chair", call{method: "GET", path: item + "/assessment?lang=en&format=" + format})
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "f01-excellent-auto-parts") && format != "csv" {
			t.Errorf("%s: %d %.200s", format, w.Code, w.Body)
		}
	}
	if w := k.as(t, "chair", call{method: "GET", path: fmt.Sprintf("%s/items/%d/assessment", path, last.Number)}); w.Code != http.StatusNotFound {
		t.Errorf("%d", w.Code)
	}

	// All of them.
	for _, format := range []string{"csv", "ndjson", "html", "xlsx"} {
		w := k.as(t, "chair", call{method: "GET", path: path + "/export?format=" + format})
		if w.Code != http.StatusOK || w.Body.Len() < 1000 {
			t.Errorf("%s: %d %.200s", format, w.Code, w.Body)
		}
		if format == "ndjson" {
			lines := strings.Split(strings.TrimSpace(w.Body.String()), "\n")
			if len(lines) != n || !strings.Contains(lines[0], "f01-excellent-auto-parts.yaml") || !strings.Contains(lines[n-1], "zz/bad.yaml") {
				t.Errorf("%d lines, %.100s", len(lines), lines[0])
			}
		}
	}
	if w := k.as(t, "chair", call{method: "GET", path: path + "/similar?format=json"}); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "hegui/similar/v1") {
		t.Errorf("%d %.200s", w.Code, w.Body)
	}

	// Retried, what cannot be read still cannot.
	decode[server.Batch](t, k.as(t, "chair", call{method: "POST", path: path + "/retry"}), http.StatusOK)
	if again := k.await(t, b.Id); again.Progress.Failed != 1 || again.Progress.Done != n-1 {
		t.Errorf("%+v", again)
	}
}

// The same proposals again under the same rules: nothing changed. Under another profile: what the command line would say.
func TestReplayOverHTTP(t *testing.T) {
	t.Parallel()
	k := keep(t, 2)
	body, n := archive(t, nil)
	b := decode[server.Batch](t, k.as(t, "chair", call{method: "POST", path: "/v1/batches?as_of=2026-11-01", media: "application/zip", body: body}), http.StatusAccepted)
	k.await(t, b.Id)
	for _, tc := range []struct {
		name, body string
		same       bool
	}{
		{"under the same rules", `{}`, true},
		{"under another profile", `{"profile":"industry","label":"again"}`, false},
	} {
		after := decode[server.Batch](t, k.as(t, "chair", call{method: "POST", path: "/v1/batches/" + b.Id + "/replays", media: "application/json", body: tc.body}), http.StatusAccepted)
		if after.Items != n || after.Id == b.Id {
			t.Errorf("%+v", after)
		}
		k.await(t, after.Id)
		path := "/v1/batches/" + after.Id + "/replay?before=" + b.Id
		out := decode[struct{ Proposals, Changed, Flips int }](t, k.as(t, "chair", call{method: "GET", path: path + "&format=json"}), http.StatusOK)
		if out.Proposals != n || (out.Changed == 0) != tc.same {
			t.Errorf("%s: %+v", tc.name, out)
		}
		for _, format := range []string{"html", "text"} {
			if w := k.as(t, "chair", call{method: "GET", path: path + "&lang=en&format=" + format}); w.Code != http.StatusOK {
				t.Errorf("%s: %d %.200s", format, w.Code, w.Body)
			}
		}
	}
	other := decode[server.Batch](t, k.as(t, "chair", call{method: "POST", path: "/v1/batches", media: "multipart/form-data; boundary=x", body: "--x\r\nContent-Disposition: form-data; name=\"proposal\"; filename=\"a.yaml\"\r\n\r\n" + draft + "\r\n--x--\r\n"}), http.StatusAccepted)
	k.await(t, other.Id)
	if w := k.as(t, "chair", call{method: "GET", path: "/v1/batches/" + other.Id + "/replay?before=" + b.Id}); w.Code != http.StatusConflict {
		t.Errorf("other proposals: %d %s", w.Code, w.Body)
	}
}

// The same upload fifty times at once, under one key, is one batch, and all get the same answer.
func TestTheSameUploadFiftyTimesAtOnce(t *testing.T) {
	t.Parallel()
	k := keep(t, 1)
	body, n := archive(t, nil)
	ids := make([]string, 50)
	var wg sync.WaitGroup
	for i := range ids {
		wg.Go(func() {
			w := do(k, call{method: "POST", path: "/v1/batches", media: "application/zip", body: body, header: map[string]string{"Authorization": "Bearer chair", "Idempotency-Key": "one"}})
			var b server.Batch
			if err := json.Unmarshal(w.Body.Bytes(), &b); err != nil || w.Code != http.StatusAccepted {
				t.Errorf("%d %s", w.Code, w.Body)
			}
			ids[i] = b.Id
		})
	}
	wg.Wait()
	for _, id := range ids {
		if id != ids[0] {
			t.Errorf("%s and %s", id, ids[0])
		}
	}
	list := decode[server.BatchList](t, k.as(t, "admin", call{method: "GET", path: "/v1/batches"}), http.StatusOK)
	if len(list.Batches) != 1 || list.Batches[0].Items != n {
		t.Errorf("%+v", list)
	}
	if b := k.await(t, ids[0]); b.Progress.Done != n {
		t.Errorf("%+v", b)
	}
	w := k.as(t, "chair", call{method: "POST", path: "/v1/batches", media: "application/x-ndjson", body: `{"a":1}` + "\n", header: map[string]string{"Idempotency-Key": "one"}})
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "idempotency_key_reused") {
		t.Errorf("another upload under the key: %d %s", w.Code, w.Body)
	}
}

// An upload that was cut off after its batch was made is completed by the same request.
func TestAnInterruptedUploadIsCompleted(t *testing.T) {
	t.Parallel()
	k := keep(t, 1)
	body, n := archive(t, nil)
	request := call{method: "POST", path: "/v1/batches", media: "application/zip", body: body, header: map[string]string{"Idempotency-Key": "cut"}}
	b := decode[server.Batch](t, k.as(t, "chair", request), http.StatusAccepted)
	k.await(t, b.Id)
	k.stop()
	for _, statement := range []string{ // as it was before the first part was stored
		"DELETE FROM item", "UPDATE batch SET state = 'open', items = 0", "DELETE FROM river_job",
	} {
		if _, err := k.d.Store.SQL().ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	again := decode[server.Batch](t, k.as(t, "chair", request), http.StatusAccepted)
	if again.Id != b.Id || again.State != "running" || again.Items != n {
		t.Errorf("%+v", again)
	}
}

// What cannot be a batch is refused, and nothing is kept of it.
func TestRefusedUploads(t *testing.T) {
	t.Parallel()
	k := keep(t, 1)
	empty, _ := archive(t, map[string]string{"empty.yaml": ""})
	for _, tc := range []struct {
		name, query, media, body, code string
	}{
		{"nothing", "", "application/x-ndjson", "", "unreadable_upload"},
		{"no archive", "", "application/zip", "PK nothing", "unreadable_upload"},
		{"an empty proposal", "", "application/zip", empty, "unreadable_upload"},
		{"no such pack", "?pack=none", "application/x-ndjson", "{}\n", "not_found"},
		{"no such profile", "?profile=none", "application/x-ndjson", "{}\n", "not_found"},
		{"a form with another field", "", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--x--\r\n", "bad_request"},
		{"submissions that are not there", "", "application/json", `{"submissions":{"ids":["none"]}}`, "not_found"},
		{"no submissions", "", "application/json", `{"submissions":{}}`, "unreadable_upload"},
		{"a query that says nothing", "", "application/json", `{}`, "bad_request"},
	} {
		w := k.as(t, "chair", call{method: "POST", path: "/v1/batches" + tc.query, media: tc.media, body: tc.body})
		if !strings.Contains(w.Body.String(), `"code":"`+tc.code+`"`) {
			t.Errorf("%s: %d %s", tc.name, w.Code, w.Body)
		}
	}
	if list := decode[server.BatchList](t, k.as(t, "chair", call{method: "GET", path: "/v1/batches"}), http.StatusOK); len(list.Batches) != 0 {
		t.Errorf("%+v", list)
	}
}

// A batch of what was submitted, and what a reviewer sees of it: what is assigned to it.
func TestBatchOfSubmissions(t *testing.T) {
	t.Parallel()
	k := keep(t, 1)
	var ids []string
	for i := range 3 {
		err := k.d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error {
			got, err := tx.Submit(t.Context(), store.Upload{Portal: "portal:gz", Reference: fmt.Sprint("r", i), Applicant: fmt.Sprint("a", i), Proposal: store.NewContent(fmt.Appendf(nil, "%s# %d\n", draft, i))})
			if err == nil && i == 1 {
				err = tx.Assign(t.Context(), got.Submission.ID, "li")
			}
			ids = append(ids, got.Submission.ID)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	b := decode[server.Batch](t, k.as(t, "chair", call{method: "POST", path: "/v1/batches", media: "application/json", body: `{"submissions":{}}`}), http.StatusAccepted)
	if k.await(t, b.Id).Progress.Done != 3 {
		t.Errorf("%+v", b)
	}
	some := decode[server.Batch](t, k.as(t, "chair", call{method: "POST", path: "/v1/batches", media: "application/json", body: `{"submissions":{"ids":["` + ids[0] + `"]}}`}), http.StatusAccepted)
	if some.Items != 1 {
		t.Errorf("%+v", some)
	}
	path := "/v1/batches/" + b.Id + "/items"
	all := decode[server.ItemList](t, k.as(t, "chair", call{method: "GET", path: path}), http.StatusOK)
	seen := decode[server.ItemList](t, k.as(t, "reviewer:li", call{method: "GET", path: path}), http.StatusOK)
	if len(all.Items) != 3 || len(seen.Items) != 1 || *seen.Items[0].Submission != ids[1] {
		t.Errorf("%+v, %+v", all, seen)
	}
	for i := range all.Items {
		want := http.StatusNotFound
		if *all.Items[i].Submission == ids[1] {
			want = http.StatusOK
		}
		for _, part := range []string{"", "/proposal", "/assessment", "/receipt", "/waivers"} {
			if w := k.as(t, "reviewer:li", call{method: "GET", path: fmt.Sprintf("%s/%d%s", path, all.Items[i].Number, part)}); w.Code != want {
				t.Errorf("item %d%s: %d, want %d", all.Items[i].Number, part, w.Code, want)
			}
		}
	}
}

// What a reviewer must not read it does not read through a batch: not the text of a submission that was uploaded into one, not what
// an interest keeps it from, and not what is left of a submission that is gone.
func TestNoBatchLeadsToASubmission(t *testing.T) {
	t.Parallel()
	k := keep(t, 2)
	text := func(n int) string { return fmt.Sprintf("%s# %d\n", draft, n) }
	sent := decode[server.Submitted](t, k.as(t, "portal:gz", call{method: "POST", path: "/v1/submissions?reference=r1&applicant=a1", media: "application/yaml", body: text(1)}), http.StatusOK)
	decode[server.Done](t, k.as(t, "chair", call{method: "POST", path: "/v1/submissions/" + sent.Submission.Id + "/assignments", media: "application/json", body: `{"reviewer":"li"}`}), http.StatusOK)
	var files []upload
	for n := range 3 {
		files = append(files, upload{"proposal", fmt.Sprintf("%d.yaml", n), text(n)})
	}
	media, body := form(t, files...)
	uploaded := decode[server.Batch](t, k.as(t, "chair", call{method: "POST", path: "/v1/batches", media: media, body: body}), http.StatusAccepted)
	stored := decode[server.Batch](t, k.as(t, "chair", call{method: "POST", path: "/v1/batches", media: "application/json", body: `{"submissions":{}}`}), http.StatusAccepted)
	k.await(t, uploaded.Id)
	k.await(t, stored.Id)
	sees := func(when, who, batch string, want ...string) {
		t.Helper()
		list := decode[server.ItemList](t, k.as(t, who, call{method: "GET", path: "/v1/batches/" + batch + "/items?order=number&about=true"}), http.StatusOK)
		got := []string{}
		for _, i := range list.Items {
			got = append(got, i.Name)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s, %s sees %v, want %v", when, who, got, want)
		}
		all := decode[server.ItemList](t, k.as(t, "chair", call{method: "GET", path: "/v1/batches/" + batch + "/items"}), http.StatusOK)
		missing := shownOf(k.as(t, who, call{method: "GET", path: "/v1/batches/" + batch + "/items/99/proposal"}))
		for _, i := range all.Items {
			for _, part := range []string{"", "/proposal", "/assessment", "/receipt", "/proof"} {
				w := k.as(t, who, call{method: "GET", path: fmt.Sprintf("/v1/batches/%s/items/%d%s", batch, i.Number, part)})
				if ok := slices.Contains(want, i.Name); (w.Code == http.StatusOK) != ok || !ok && shownOf(w) != missing {
					t.Errorf("%s, %s: %s%s: %d %.200s", when, who, i.Name, part, w.Code, w.Body)
				}
			}
		}
	}
	sees("to whom it is assigned", "reviewer:li", uploaded.Id, "0.yaml", "1.yaml", "2.yaml")
	sees("to whom it is not", "reviewer:zhao", uploaded.Id, "0.yaml", "2.yaml")
	decode[server.Done](t, k.as(t, "reviewer:li", call{method: "POST", path: "/v1/interests", media: "application/json", body: `{"applicant":"a1","reason":"r"}`}), http.StatusOK)
	sees("with an interest", "reviewer:li", uploaded.Id, "0.yaml", "2.yaml")
	sees("with an interest", "reviewer:li", stored.Id)
	if _, err := k.d.Store.SQL().ExecContext(t.Context(), "DELETE FROM submission"); err != nil { // as retention does
		t.Fatal(err)
	}
	sees("when the submission is gone", "reviewer:li", stored.Id)
	again := decode[server.Batch](t, k.as(t, "chair", call{method: "POST", path: "/v1/batches/" + stored.Id + "/replays", media: "application/json", body: `{"profile":"industry"}`}), http.StatusAccepted)
	k.await(t, again.Id)
	sees("in a replay of that", "reviewer:li", again.Id)
}

// What was assessed when it was handed in is the same assessment in a batch, with the waivers that are for its project.
func TestABatchGivesSubmissionsTheResultTheyHave(t *testing.T) {
	t.Parallel()
	k := keep(t, 1)
	waiver := `{"pack":"aiplus","requirement":"DATA-07","project":"p-1","reason":"r","owner":"Ms Zhao","expires":"2027-01-31"}`
	decode[server.Waiver](t, k.as(t, "chair", call{method: "POST", path: "/v1/waivers", media: "application/json", body: waiver}), http.StatusOK)
	sent := decode[server.Submitted](t, k.as(t, "portal:gz", call{method: "POST", path: "/v1/submissions?reference=r1&applicant=a", media: "application/yaml", body: draft}), http.StatusOK)
	b := decode[server.Batch](t, k.as(t, "chair", call{method: "POST", path: "/v1/batches", media: "application/json", body: `{"submissions":{}}`}), http.StatusAccepted)
	k.await(t, b.Id)
	item := decode[server.Item](t, k.as(t, "chair", call{method: "GET", path: "/v1/batches/" + b.Id + "/items/1"}), http.StatusOK)
	if item.State != "done" || sent.Submission.Assessment == nil || *item.Score != sent.Submission.Assessment.Score {
		t.Fatalf("%+v, %+v", item, sent.Submission.Assessment)
	}
	err := k.d.Store.View(t.Context(), func(tx *store.Tx) error {
		list, err := tx.Assessments(t.Context(), item.Sha256, store.Page{})
		if len(list.Items) != 1 {
			t.Errorf("%d assessments of one proposal: %+v", len(list.Items), list.Items)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// Pause, resume, cancel, and what is not allowed.
func TestControlOverHTTP(t *testing.T) {
	t.Parallel()
	k := keep(t, 0) // nobody works
	body, n := archive(t, nil)
	b := decode[server.Batch](t, k.as(t, "admin", call{method: "POST", path: "/v1/batches", media: "application/zip", body: body}), http.StatusAccepted)
	for _, tc := range []struct {
		do     string
		status int
		state  server.BatchState
	}{
		{"pause", http.StatusOK, "paused"},
		{"pause", http.StatusOK, "paused"},
		{"resume", http.StatusOK, "running"},
		{"cancel", http.StatusOK, "cancelled"},
		{"resume", http.StatusConflict, ""},
		{"retry", http.StatusConflict, ""},
	} {
		w := k.as(t, "chair", call{method: "POST", path: "/v1/batches/" + b.Id + "/" + tc.do, header: map[string]string{"Idempotency-Key": rand.Text()}})
		if w.Code != tc.status {
			t.Fatalf("%s: %d %s", tc.do, w.Code, w.Body)
		}
		if got := decode[server.Batch](t, w, tc.status); tc.state != "" && got.State != tc.state {
			t.Errorf("%s: %+v", tc.do, got)
		}
	}
	got := decode[server.Batch](t, k.as(t, "chair", call{method: "GET", path: "/v1/batches/" + b.Id}), http.StatusOK)
	if got.Progress.Cancelled != n {
		t.Errorf("%+v", got)
	}
	for _, path := range []string{"/receipts", "/replay?before=" + b.Id} {
		if w := k.as(t, "chair", call{method: "GET", path: "/v1/batches/" + b.Id + path}); w.Code != http.StatusConflict {
			t.Errorf("%s of a batch that is not done: %d", path, w.Code)
		}
	}
}

// The receipts of a batch hang on a signed root; each has a proof.
func TestReceiptsOfABatch(t *testing.T) {
	t.Parallel()
	k := keep(t, 1)
	body, n := archive(t, nil)
	b := decode[server.Batch](t, k.as(t, "chair", call{method: "POST", path: "/v1/batches?as_of=2026-11-01", media: "application/zip", body: body}), http.StatusAccepted)
	k.await(t, b.Id)
	path := "/v1/batches/" + b.Id
	file := func(path string) []byte {
		t.Helper()
		w := k.as(t, "chair", call{method: "GET", path: path})
		if w.Code != http.StatusOK {
			t.Fatalf("%s: %d %s", path, w.Code, w.Body)
		}
		return w.Body.Bytes()
	}
	rootEnvelope, root, err := receipt.ReadRoot(file(path + "/receipts"))
	if err != nil || root.Predicate.Size != n {
		t.Fatalf("%+v, %v", root, err)
	}
	if _, err := rootEnvelope.Verify([]ed25519.PublicKey{k.key}, 1); err != nil {
		t.Error(err)
	}
	for i := 1; i <= n; i++ {
		item := fmt.Sprintf("%s/items/%d", path, i)
		e, statement, err := receipt.Read(file(item + "/receipt"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := e.Verify([]ed25519.PublicKey{k.key}, 1); err != nil {
			t.Error(err)
		}
		proof, err := receipt.ReadProof(file(item + "/proof"))
		if err != nil {
			t.Fatal(err)
		}
		if err := root.Includes(e, proof); err != nil {
			t.Errorf("item %d: %v", i, err)
		}
		if got := decode[server.Item](t, k.as(t, "chair", call{method: "GET", path: item}), http.StatusOK); got.Sha256 != statement.Proposal().Digest.SHA256 {
			t.Errorf("item %d: %+v", i, statement)
		}
	}
}

// Events over a real connection come one by one while the batch is assessed.
func TestEventsComeWhileItWorks(t *testing.T) {
	t.Parallel()
	k := keep(t, 0)
	b := decode[server.Batch](t, k.as(t, "chair", call{method: "POST", path: "/v1/batches", media: "application/x-ndjson", body: `{"apiVersion":"hegui/v1","kind":"Proposal"}` + "\n"}), http.StatusAccepted)
	s := httptest.NewServer(k)
	defer s.Close()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL+"/v1/batches/"+b.Id+"/events", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer chair")
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	lines := bufio.NewScanner(resp.Body)
	var seen []string
	for lines.Scan() {
		line := lines.Text()
		if strings.HasPrefix(line, "event: ") {
			seen = append(seen, line)
		}
		if len(seen) == 1 && line == "" {
			if w := k.as(t, "chair", call{method: "POST", path: "/v1/batches/" + b.Id + "/cancel"}); w.Code != http.StatusOK {
				t.Fatalf("%d %s", w.Code, w.Body)
			}
		}
	}
	if got := strings.Join(seen, ", "); got != "event: progress, event: progress, event: end" {
		t.Error(got)
	}
}
