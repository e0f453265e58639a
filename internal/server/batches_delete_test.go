package server_test

import (
	"net/http"
	"strings"
	"testing"

	"hegui/internal/server"
)

// A batch on hold is kept, and chair and admin see why; without a hold it is deleted in every state, once, and what was said of it
// stays in the audit log.
func TestHoldAndDeleteOverHTTP(t *testing.T) {
	t.Parallel()
	k := keep(t, 0) // nobody works
	body, _ := archive(t, nil)
	b := decode[server.Batch](t, k.as(t, "chair", call{method: "POST", path: "/v1/batches", media: "application/zip", body: body}), http.StatusAccepted)
	path := "/v1/batches/" + b.Id
	hold := func(reason string) call {
		return call{method: "PUT", path: path + "/hold", media: "application/json", body: `{"reason":"` + reason + `"}`}
	}
	once := map[string]string{"Idempotency-Key": "one"}
	for _, tc := range []struct {
		name, who string
		call      call
		status    int
		holds     string // in the answer
	}{
		{"a chair does not hold", "chair", hold("a lawsuit"), http.StatusForbidden, "forbidden"},
		{"an admin does", "admin", hold("a lawsuit"), http.StatusOK, `"hold":"a lawsuit"`},
		{"the chair sees it", "chair", call{method: "GET", path: path}, http.StatusOK, `"hold":"a lawsuit"`},
		{"and in the list", "chair", call{method: "GET", path: "/v1/batches"}, http.StatusOK, `"hold":"a lawsuit"`},
		{"held it is not deleted", "chair", call{method: "DELETE", path: path}, http.StatusConflict, "on hold"},
		{"what to do about that is said in Chinese too", "chair", call{method: "DELETE", path: path, header: map[string]string{"Accept-Language": "zh"}}, http.StatusConflict, "先由管理员"},
		{"the hold ends", "admin", hold(""), http.StatusOK, `"state":"running"`},
		{"a reviewer does not delete", "reviewer:li", call{method: "DELETE", path: path}, http.StatusForbidden, "forbidden"},
		{"a chair does, while it runs", "chair", call{method: "DELETE", path: path, header: once}, http.StatusOK, `{"done":true}`},
		{"the same request again has its answer", "chair", call{method: "DELETE", path: path, header: once}, http.StatusOK, `{"done":true}`},
		{"another finds nothing", "admin", call{method: "DELETE", path: path}, http.StatusNotFound, `"parameter":"batch"`},
		{"nothing is held", "admin", hold("late"), http.StatusNotFound, `"parameter":"batch"`},
		{"nor read", "chair", call{method: "GET", path: path + "/export?format=csv"}, http.StatusNotFound, `"parameter":"batch"`},
		{"nor resumed", "chair", call{method: "POST", path: path + "/resume"}, http.StatusNotFound, `"parameter":"batch"`},
		{"the list is empty", "chair", call{method: "GET", path: "/v1/batches"}, http.StatusOK, `{"batches":[]}`},
	} {
		w := k.as(t, tc.who, tc.call)
		if w.Code != tc.status || !strings.Contains(w.Body.String(), tc.holds) {
			t.Errorf("%s: %d %s", tc.name, w.Code, w.Body)
		}
		if tc.name == "an admin does" {
			if w := k.as(t, "reviewer:li", call{method: "GET", path: path}); w.Code != http.StatusOK || strings.Contains(w.Body.String(), "lawsuit") {
				t.Errorf("a reviewer sees why it is held: %d %s", w.Code, w.Body)
			}
		}
	}
	var left int
	if err := k.d.Store.SQL().QueryRowContext(t.Context(), "SELECT (SELECT count(*) FROM proposal) + (SELECT count(*) FROM item) + (SELECT count(*) FROM river_job)").Scan(&left); err != nil || left != 0 {
		t.Errorf("%d proposals, items and jobs are left, %v", left, err)
	}
	log := decode[server.AuditList](t, k.as(t, "admin", call{method: "GET", path: "/v1/audit?object=" + b.Id}), http.StatusOK)
	said := map[string]string{}
	for _, row := range log.Rows {
		said[row.Action] = row.Actor
	}
	if said["batch.delete"] != "key:chair" || said["batch.hold"] != "key:admin" || said["batch.proposals"] != "key:chair" {
		t.Errorf("%v", said)
	}
}
