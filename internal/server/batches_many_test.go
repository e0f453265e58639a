package server_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
	"hegui/internal/replay"
	"hegui/internal/report"
	"hegui/internal/store"
)

// results gives the results of a batch one by one, in full, as they are kept.
func (k *kept) results(batch string, f store.ItemFilter) iter.Seq2[*assess.Assessment, error] {
	return func(yield func(*assess.Assessment, error) bool) {
		k.items(batch, f, func(tx *store.Tx, item *store.Item) error {
			line, err := tx.Result(k.t.Context(), item.Assessment)
			if err != nil {
				return err
			}
			as, err := report.Decode(line)
			if err == nil {
				as.File = item.Name
				yield(as, nil)
			}
			return err
		})
	}
}

func (k *kept) items(batch string, f store.ItemFilter, do func(tx *store.Tx, item *store.Item) error) {
	k.t.Helper()
	ctx := k.t.Context()
	err := k.store.View(ctx, func(tx *store.Tx) error {
		list, err := tx.Items(ctx, batch, f, store.Page{Limit: store.MaxLimit})
		for i := range list.Items {
			if err == nil {
				err = do(tx, &list.Items[i])
			}
		}
		return err
	})
	if err != nil {
		k.t.Fatal(err)
	}
}

// However many read them at a time and however little of each: a report on a batch is, byte for byte, that of its results read in
// full one after the other.
func TestReportsOfABatchAreThoseOfItsResults(t *testing.T) {
	t.Parallel()
	const n = 40 // several parts
	k := openKept(t, "sqlite", nil)
	before, after := k.stored(t, n, "general"), k.stored(t, n, "industry")
	p, err := thePack()
	if err != nil {
		t.Fatal(err)
	}
	profile, _ := p.Catalog.Profile("industry")
	for _, format := range []report.Format{report.CSV, report.NDJSON, report.XLSX, report.HTML} {
		for _, order := range []string{"score", "number"} {
			if format == report.HTML && order == "number" {
				continue // one order is enough for the slowest
			}
			var want bytes.Buffer
			o := report.Options{Catalog: p.Catalog, Profile: profile, Lang: catalog.ZH, Engine: "test", AsOf: "2026-11-01"}
			if err := report.Write(&want, format, k.results(after, store.ItemFilter{Ranked: order == "score"}), o); err != nil {
				t.Fatal(err)
			}
			w := k.must("chair", call{path: fmt.Sprintf("/v1/batches/%s/export?lang=zh&order=%s&format=%s", after, order, format)})
			if !bytes.Equal(w.Body.Bytes(), want.Bytes()) {
				t.Errorf("%s by %s: %d bytes differ from %d", format, order, w.Body.Len(), want.Len())
			}
		}
	}
	for _, format := range []report.ReplayFormat{"json", "text", "html"} {
		all := replay.New(replay.Traits())
		was := map[string]*assess.Assessment{}
		for as := range k.results(before, store.ItemFilter{}) {
			was[as.File] = as
		}
		k.items(after, store.ItemFilter{}, func(tx *store.Tx, item *store.Item) error {
			src, err := tx.Proposal(t.Context(), item.Digest)
			if err != nil {
				return err
			}
			line, err := tx.Result(t.Context(), item.Assessment)
			if err != nil {
				return err
			}
			is, err := report.Decode(line)
			if err != nil {
				return err
			}
			is.File = item.Name
			doc, err := proposal.Parse(item.Name, src, proposal.Limits{})
			if err == nil {
				all.Add(was[item.Name], is, replay.GroupsOf(doc, replay.Traits()))
			}
			return err
		})
		var want bytes.Buffer
		if err := report.WriteReplay(&want, format, &report.Replay{Before: p.Catalog, After: p.Catalog, Result: all.Result()}, report.Options{Lang: catalog.ZH, Engine: "test"}); err != nil {
			t.Fatal(err)
		}
		w := k.must("chair", call{path: fmt.Sprintf("/v1/batches/%s/replay?lang=zh&format=%s&before=%s", after, format, before)})
		if !bytes.Equal(w.Body.Bytes(), want.Bytes()) {
			t.Errorf("replay as %s: %d bytes differ from %d", format, w.Body.Len(), want.Len())
		}
	}
}

// impatient is a client that leaves when the first part of the answer comes.
type impatient struct {
	*httptest.ResponseRecorder
	leave context.CancelFunc
}

func (l *impatient) Write(p []byte) (int, error) {
	l.leave()
	return l.ResponseRecorder.Write(p)
}

// Who leaves is read for no longer; and what goes wrong when a part was sent cuts the connection, and is in no case the end of a
// shorter report.
func TestAnExportThatBreaksOff(t *testing.T) {
	t.Parallel()
	const n = 300
	k := openKept(t, "sqlite", nil)
	id := k.stored(t, n, "general")
	whole := k.must("chair", call{path: "/v1/batches/" + id + "/export?format=ndjson"}).Body.Len()

	ctx, leave := context.WithCancel(t.Context())
	gone := &impatient{httptest.NewRecorder(), leave}
	r := httptest.NewRequestWithContext(ctx, http.MethodGet, "/v1/batches/"+id+"/export?format=ndjson", http.NoBody)
	r.Header.Set("Authorization", "Bearer chair")
	func() {
		defer func() {
			if v := recover(); v != http.ErrAbortHandler {
				t.Errorf("the connection is not cut: %v", v)
			}
		}()
		k.ServeHTTP(gone, r)
	}()
	if got := gone.Body.Len(); got == 0 || got > whole/2 {
		t.Errorf("%d of %d bytes for a client that left at the first", got, whole)
	}

	// The last result, by rank, is damaged.
	var first, last store.Item
	k.items(id, store.ItemFilter{Ranked: true}, func(_ *store.Tx, item *store.Item) error {
		if last = *item; first.Number == 0 {
			first = *item
		}
		return nil
	})
	if _, err := k.store.SQL().ExecContext(t.Context(), "UPDATE assessment SET result = X'0001' WHERE key = ?", last.Assessment); err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(k)
	defer s.Close()
	for format, sent := range map[string]bool{"ndjson": true, "csv": true, "xlsx": false, "html": false} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL+"/v1/batches/"+id+"/export?format="+format, http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", "Bearer chair")
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		switch {
		case sent && (answer.StatusCode != http.StatusOK || err == nil || len(body) == 0):
			t.Errorf("%s: %d, %d bytes, %v", format, answer.StatusCode, len(body), err)
		case !sent && (answer.StatusCode != http.StatusInternalServerError || err != nil || !strings.Contains(string(body), `"internal`)):
			t.Errorf("%s: %d, %.200s, %v", format, answer.StatusCode, body, err)
		}
	}
	if w := k.as("chair", call{path: "/v1/batches/" + id + "/receipts"}); w.Code != http.StatusInternalServerError {
		t.Errorf("a root without one of its leaves: %d %s", w.Code, w.Body)
	}
	// When it goes wrong before anything was sent it is a problem, of lines too.
	if _, err := k.store.SQL().ExecContext(t.Context(), "UPDATE assessment SET result = X'0001' WHERE key = ?", first.Assessment); err != nil {
		t.Fatal(err)
	}
	if w := k.as("chair", call{path: "/v1/batches/" + id + "/export?format=ndjson"}); w.Code != http.StatusInternalServerError {
		t.Errorf("%d %.100s", w.Code, w.Body)
	}
}

// What takes long is not cut by the time that the service gives ordinary answers.
func TestLongAnswersAreNotCut(t *testing.T) {
	t.Parallel()
	k := openKept(t, "sqlite", nil)
	before, after := k.stored(t, 20, "general"), k.stored(t, 20, "industry")
	s := httptest.NewUnstartedServer(k)
	s.Config.WriteTimeout = time.Nanosecond
	s.Start()
	defer s.Close()
	path := "/v1/batches/" + after
	for _, tc := range []struct {
		method, path string
		cut          bool
	}{
		{"GET", path + "/items/1/assessment?format=html", true}, // else the test would show nothing
		{"GET", path + "/export?format=csv", false},
		{"GET", path + "/export?format=ndjson", false},
		{"GET", path + "/export?format=xlsx", false},
		{"GET", path + "/export?format=html", false},
		{"GET", path + "/similar?format=html", false},
		{"GET", path + "/replay?before=" + before, false},
		{"GET", path + "/receipts", false},
		{"GET", path + "/items/1/proof", false},
		{"DELETE", path, false},
	} {
		r, err := http.NewRequestWithContext(t.Context(), tc.method, s.URL+tc.path, http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", "Bearer chair")
		answer, err := http.DefaultClient.Do(r)
		if err == nil {
			_, err = io.Copy(io.Discard, answer.Body)
			answer.Body.Close()
		}
		if cut := err != nil; cut != tc.cut || !cut && answer.StatusCode != http.StatusOK {
			t.Errorf("%s %s: %v", tc.method, tc.path, err)
		}
	}
}

// Many who ask for reports of a batch at once get the same; one that the batch is deleted under is not there, or breaks off, and is
// in no case a shorter one.
func TestManyAskWhileTheBatchIsDeleted(t *testing.T) {
	t.Parallel()
	k := openKept(t, "sqlite", nil)
	before, after := k.stored(t, 100, "general"), k.stored(t, 100, "industry")
	s := httptest.NewServer(k)
	defer s.Close()
	ask := func(path string) (string, int) {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL+"/v1/batches/"+after+path, http.NoBody)
		if err != nil {
			t.Error(err)
			return "", 0
		}
		r.Header.Set("Authorization", "Bearer chair")
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			return "", 0
		}
		defer answer.Body.Close()
		body, err := io.ReadAll(answer.Body)
		if err != nil {
			return "", 0 // cut
		}
		return string(body), answer.StatusCode
	}
	whole := map[string]string{}
	for _, path := range []string{"/export?format=csv", "/export?format=ndjson", "/export?format=xlsx", "/replay?format=json&before=" + before, "/receipts", "/items/7/proof"} {
		body, status := ask(path)
		if status != http.StatusOK {
			t.Fatalf("%s: %d %.200s", path, status, body)
		}
		whole[path] = body
	}
	var asking sync.WaitGroup
	var answered, refused atomic.Int64
	deleted := make(chan struct{})
	for path, want := range whole {
		for range 3 {
			asking.Go(func() {
				for {
					over := false
					select {
					case <-deleted:
						over = true
					default:
					}
					switch got, status := ask(path); {
					case status == http.StatusOK && got != want:
						t.Errorf("%s: %d bytes, want %d", path, len(got), len(want))
					case status == http.StatusOK:
						answered.Add(1)
					case status != 0 && status != http.StatusNotFound:
						t.Errorf("%s: %d %.200s", path, status, got)
					default:
						refused.Add(1)
					}
					if over {
						return
					}
				}
			})
		}
	}
	asking.Go(func() {
		for answered.Load() < 10 {
			time.Sleep(time.Millisecond)
		}
		if w := k.as("chair", call{method: "DELETE", path: "/v1/batches/" + after}); w.Code != http.StatusOK {
			t.Errorf("%d %s", w.Code, w.Body)
		}
		close(deleted)
	})
	asking.Wait()
	if refused.Load() < int64(3*len(whole)) {
		t.Errorf("%d refused, %d answered: all are when it is gone", refused.Load(), answered.Load())
	}
}
