package server_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"hegui/internal/server"
	"hegui/internal/store"
)

// handedIn keeps submissions with the numbers from first to last, and gives their ids.
func (k *keeping) handedIn(t *testing.T, first, last int) (ids []string) {
	t.Helper()
	err := k.d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error {
		for i := first; i <= last; i++ {
			got, err := tx.Submit(t.Context(), store.Upload{Portal: "portal:gz", Reference: fmt.Sprint("r", i), Applicant: fmt.Sprint("a", i), Proposal: store.NewContent(fmt.Appendf(nil, "%s# %d\n", draft, i))})
			if err != nil {
				return err
			}
			ids = append(ids, got.Submission.ID)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

// A batch of what is in the store is made whole or not at all: after a cut there is nothing of it, and the same request makes it of
// what is there then.
func TestABatchOfWhatIsStoredIsNotCut(t *testing.T) {
	t.Parallel()
	k := keep(t, 1)
	k.handedIn(t, 1, 250)
	before := decode[server.Batch](t, k.as(t, "chair", call{method: "POST", path: "/v1/batches", media: "application/json", body: `{"submissions":{}}`}), http.StatusAccepted)
	k.stop()
	cut := func(statement string) {
		t.Helper()
		if _, err := k.d.Store.SQL().ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	for i, tc := range []struct {
		name, path, body string
		items            int
	}{
		{"of submissions", "/v1/batches", `{"submissions":{}}`, 251},
		{"of a batch", "/v1/batches/" + before.Id + "/replays", `{}`, 250},
	} {
		more := 251 + 2*i
		request := call{method: "POST", path: tc.path, media: "application/json", body: tc.body, header: map[string]string{"Idempotency-Key": tc.name}}
		cut("CREATE TRIGGER cut BEFORE INSERT ON item WHEN NEW.number = 201 BEGIN SELECT RAISE(ABORT, 'cut'); END")
		if w := k.as(t, "chair", request); w.Code != http.StatusInternalServerError {
			t.Fatalf("%s: %d %s", tc.name, w.Code, w.Body)
		}
		cut("DROP TRIGGER cut")
		if list := decode[server.BatchList](t, k.as(t, "chair", call{method: "GET", path: "/v1/batches?state=open"}), http.StatusOK); len(list.Batches) != 0 {
			t.Errorf("%s: the cut left %+v", tc.name, list.Batches)
		}
		k.handedIn(t, more, more)
		whole := decode[server.Batch](t, k.as(t, "chair", request), http.StatusAccepted)
		if whole.State != "running" || whole.Items != tc.items {
			t.Errorf("%s: %+v", tc.name, whole)
		}
		k.handedIn(t, more+1, more+1)
		if again := decode[server.Batch](t, k.as(t, "chair", request), http.StatusAccepted); again.Id != whole.Id || again.Items != whole.Items {
			t.Errorf("%s, again: %+v", tc.name, again)
		}
	}
}

// A query is taken at its word: what it names beside what it asks for is not passed over, and nothing is in a batch twice for being
// named twice.
func TestQueriesThatContradictThemselves(t *testing.T) {
	t.Parallel()
	k := keep(t, 1)
	id := k.handedIn(t, 3, 3)[0]
	for _, tc := range []struct{ query, parameter, zh, en string }{
		{`{"ids":["` + id + `"],"applicant":"a1"}`, "submissions/applicant", "ids 已逐个指明申报，与此条件只能写一种。", "ids names the submissions one by one; give either ids or this."},
		{`{"ids":["` + id + `"],"portal":"portal:gz"}`, "submissions/portal", "ids 已逐个指明申报，与此条件只能写一种。", "ids names the submissions one by one; give either ids or this."},
		{`{"ids":["` + id + `","` + id + `"]}`, "submissions/ids", "同一项写了两次。", "The same is in it twice."},
		{`{"applicant":""}`, "submissions/applicant", "不能为空。", "It must not be empty."},
		{`{"portal":""}`, "submissions/portal", "不能为空。", "It must not be empty."},
	} {
		for lang, words := range map[string]string{"zh": tc.zh, "en": tc.en} {
			w := k.as(t, "chair", call{method: "POST", path: "/v1/batches", media: "application/json", body: `{"submissions":` + tc.query + `}`, header: map[string]string{"Accept-Language": lang}})
			if p := decode[server.Problem](t, w, http.StatusBadRequest); p.Parameter == nil || *p.Parameter != tc.parameter || !strings.Contains(w.Body.String(), words) {
				t.Errorf("%s: %s", tc.query, w.Body)
			}
		}
	}
	if list := decode[server.BatchList](t, k.as(t, "chair", call{method: "GET", path: "/v1/batches"}), http.StatusOK); len(list.Batches) != 0 {
		t.Errorf("%+v", list)
	}
}
