package server_test

import (
	"net/http"
	"strings"
	"testing"

	"hegui/internal/server"
)

// A cursor that the list did not give, or not in this order, is a mistake of the request: an empty page would be taken for the end.
func TestACursorOfAnotherOrder(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, k *kept) {
		next := func(order string) string {
			return *read[server.SubmissionList](k, "chair", call{path: "/v1/submissions?limit=1" + order}).Next
		}
		ranked, latest := next("&order=score"), next("")
		items := "/v1/batches/" + batchID + "/items"
		for path, after := range map[string][]string{
			"/v1/submissions?":             {ranked, "e30", "bnVsbA", "eyJuIjotNX0"}, // {}, null, {"n":-5}
			"/v1/submissions?order=score&": {latest, "e30", "bnVsbA", "eyJuIjotNX0"},
			items + "?order=score&":        {ranked, "e30", "bnVsbA", "eyJuIjotNX0"},
			items + "?order=number&":       {latest, "e30", "bnVsbA", "eyJuIjotNX0"},
			"/v1/batches?":                 {latest, "e30", "bnVsbA", "eyJuIjotNX0"},
		} {
			for _, a := range after {
				if w := k.as("chair", call{path: path + "after=" + a}); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), `"parameter":"after"`) {
					t.Errorf("%safter=%s: %d %s", path, a, w.Code, w.Body)
				}
			}
		}
		for path, after := range map[string]string{"/v1/submissions?after=": latest, "/v1/submissions?order=score&after=": ranked} {
			if l := read[server.SubmissionList](k, "chair", call{path: path + after}); len(l.Submissions) != 1 || l.Next != nil {
				t.Errorf("%s: %+v", path, l)
			}
		}
	})
}
