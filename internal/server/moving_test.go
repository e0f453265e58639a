package server_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"testing"

	"hegui/internal/assess"
	"hegui/internal/jobs"
	"hegui/internal/server"
	"hegui/internal/store"
)

// assessedTwice gives what becomes of a weak proposal and of a strong one under the industry profile.
func assessedTwice(t *testing.T) (p assess.PackRef, proposals [2]store.Content, results [2]store.Assessed) {
	t.Helper()
	loaded, err := thePack()
	if err != nil {
		t.Fatal(err)
	}
	profile, _ := loaded.Catalog.Profile("industry")
	a := &assess.Assessor{Pack: loaded.Ref, Catalog: loaded.Catalog, Profile: profile, Form: loaded.Schema, Evaluator: loaded.Rules, AsOf: "2026-11-01", Engine: "test"}
	for i, src := range []string{draft, exampleProposal(t, "f12r-ai-customer-service-fixed")} {
		proposals[i] = store.NewContent([]byte(src))
		if results[i], _, err = jobs.Assess(t.Context(), a, nil, []byte(src)); err != nil {
			t.Fatal(err)
		}
	}
	return loaded.Ref, proposals, results
}

// onceEach holds that n things are named, each once.
func onceEach(t *testing.T, out string, name *regexp.Regexp, n int) {
	t.Helper()
	times := map[string]int{}
	for _, is := range name.FindAllString(out, -1) {
		if times[is]++; times[is] == 2 {
			t.Errorf("%s is there twice", is)
		}
	}
	if len(times) != n {
		t.Errorf("%d of %d are there", len(times), n)
	}
}

// A submission that is handed in again and again while a ranking is exported is in it once, with one of its versions.
func TestAnExportHoldsEachSubmissionOnce(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, k *kept) {
		const n = 130
		_, proposals, results := assessedTwice(t)
		submit := func(ctx context.Context, version int, numbers ...int) error {
			return k.store.Update(ctx, "test", func(tx *store.Tx) error {
				for _, number := range numbers {
					u := store.Upload{Portal: "portal:gz", Reference: fmt.Sprintf("moving-%03d", number), Applicant: applicant, Proposal: proposals[version]}
					u.Assessed = &results[version]
					if _, err := tx.Submit(ctx, u); err != nil {
						return err
					}
				}
				return nil
			})
		}
		var even, odd []int
		for i := range n / 2 {
			even, odd = append(even, 2*i), append(odd, 2*i+1)
		}
		if err := errors.Join(submit(t.Context(), 0, even...), submit(t.Context(), 1, odd...)); err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithCancel(t.Context())
		var moving sync.WaitGroup
		moving.Go(func() {
			for i := 0; ; i++ {
				if err := submit(ctx, i%2, n-1); ctx.Err() != nil {
					return
				} else if err != nil {
					t.Error(err)
					return
				}
			}
		})
		for order, times := range map[string]int{"score": 8, "newest": 2} {
			for range times {
				out := k.must("chair", call{path: "/v1/submissions/export?profile=industry&format=csv&order=" + order}).Body.String()
				onceEach(t, out, regexp.MustCompile(`(?m)^moving-\d{3}\b`), n)
			}
		}
		stop()
		moving.Wait()
	})
}

// A submission that retention removes between the list and its result is left out, as it would be a moment later; one that is
// there without its result is a fault.
func TestAnExportWithoutWhatIsGone(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, k *kept) {
		_, proposals, results := assessedTwice(t)
		var id string
		err := k.store.Update(t.Context(), "test", func(tx *store.Tx) error {
			got, err := tx.Submit(t.Context(), store.Upload{Portal: "portal:gz", Reference: "r", Applicant: applicant, Proposal: proposals[1], Assessed: &results[1]})
			id = got.Submission.ID
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		key := results[1].Key
		missing := strings.Repeat("0", len(key))
		for _, tc := range []struct {
			name, id, key string
			want          int
			err           error
		}{
			{"both there", id, key, 1, nil},
			{"removed with its result", nobodys, missing, 0, nil},
			{"only the result is gone", id, missing, 0, store.ErrNotFound},
		} {
			lines, err := k.LinesOf(t.Context(), tc.id, tc.key)
			if len(lines) != tc.want || !errors.Is(err, tc.err) {
				t.Errorf("%s: %d, %v", tc.name, len(lines), err)
			}
		}
	})
}

// retrying does something when the first of an answer is sent.
type retrying struct {
	*httptest.ResponseRecorder
	first func()
}

func (r *retrying) Write(p []byte) (int, error) {
	if r.first != nil {
		r.first()
		r.first = nil
	}
	return r.ResponseRecorder.Write(p)
}

// An item that failed, and is tried again with success while the ranking of its batch is exported, is in the export as it was when
// that began: it does not go from where has not been read yet to where has.
func TestAnExportHoldsEachItemOnce(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, k *kept) {
		const n = 401 // several pages, so that not all is read ahead of what is sent
		ctx := t.Context()
		ref, proposals, results := assessedTwice(t)
		var id string
		update := func(do func(tx *store.Tx) error) {
			if err := k.store.Update(ctx, "test", do); err != nil {
				t.Error(err)
			}
		}
		update(func(tx *store.Tx) error {
			b, err := tx.CreateBatch(ctx, store.NewBatch{Pack: ref, Profile: "industry", AsOf: "2026-11-01"})
			if err != nil {
				return err
			}
			id = b.ID
			var items []store.NewItem
			var done []store.ItemResult
			for i := 1; i <= n; i++ {
				is := store.ItemResult{Number: i, Assessed: results[0]}
				content := proposals[0]
				if i == n {
					content, is = proposals[1], store.ItemResult{Number: i, Problem: jobs.Problem{Code: "E_DEADLINE"}.String()}
				}
				items, done = append(items, store.NewItem{Name: fmt.Sprintf("item-%03d", i), Proposal: content}), append(done, is)
			}
			err = errors.Join(tx.AddItems(ctx, id, 1, items...), tx.MoveBatch(ctx, id, store.BatchRunning))
			_, finishErr := tx.FinishItems(ctx, id, done...)
			return errors.Join(err, finishErr)
		})
		w := &retrying{httptest.NewRecorder(), func() {
			update(func(tx *store.Tx) error {
				_, err := tx.RetryItems(ctx, id)
				_, finishErr := tx.FinishItems(ctx, id, store.ItemResult{Number: n, Assessed: results[1]})
				return errors.Join(err, finishErr)
			})
		}}
		r := httptest.NewRequestWithContext(ctx, http.MethodGet, "/v1/batches/"+id+"/export?format=ndjson&order=score", http.NoBody)
		r.Header.Set("Authorization", "Bearer chair")
		k.ServeHTTP(w, r)
		out := w.Body.String()
		if w.first != nil || w.Code != http.StatusOK {
			t.Fatalf("%d: nothing was tried again", w.Code)
		}
		onceEach(t, out, regexp.MustCompile(`"file":"item-\d{3}"`), n)
		if after := read[server.ItemList](k, "chair", call{path: "/v1/batches/" + id + "/items?order=score&limit=1"}); after.Items[0].Number != n {
			t.Errorf("it did not move: %+v", after.Items[0])
		}
	})
}
