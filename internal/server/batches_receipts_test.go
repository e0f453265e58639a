package server_test

import (
	"net/http"
	"testing"

	"hegui/internal/server"
)

// The receipt of an item that was assessed with waivers names their file, which is to be had, so that hegui verify says that it holds.
func TestReceiptsOfWaivedItems(t *testing.T) {
	t.Parallel()
	k := keep(t, 1)
	waiver := `{"pack":"aiplus","requirement":"DATA-07","project":"p-1","reason":"r","owner":"Ms Zhao","expires":"2027-01-31"}`
	decode[server.Waiver](t, k.as(t, "chair", call{method: "POST", path: "/v1/waivers", media: "application/json", body: waiver}), http.StatusOK)
	lines := `{"apiVersion":"hegui/v1","kind":"Proposal","project":{"id":"p-1"}}` + "\n" + `{"apiVersion":"hegui/v1","kind":"Proposal","project":{"id":"p-2"}}` + "\n"
	b := decode[server.Batch](t, k.as(t, "chair", call{method: "POST", path: "/v1/batches?as_of=2026-11-01", media: "application/x-ndjson", body: lines}), http.StatusAccepted)
	k.await(t, b.Id)
	given := func(path string) []byte {
		t.Helper()
		w := k.as(t, "reviewer:li", call{method: "GET", path: path})
		if w.Code != http.StatusOK {
			t.Fatalf("%s: %d %s", path, w.Code, w.Body)
		}
		return w.Body.Bytes()
	}
	for item, waived := range map[string]bool{"1/": true, "2/": false} {
		path := "/v1/batches/" + b.Id + "/items/" + item
		verified(t, k.key, given, path, string(given(path+"proposal")), waived)
	}
}
