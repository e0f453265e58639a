package server_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"hegui/internal/auth"
	"hegui/internal/server"
)

// An applicant, or the portal that handed it in, takes a submission back: it is kept and shown as withdrawn, not assessed, reviewed
// or decided, and left out of rankings that are exported. The next version opens it again; the same upload does not.
func TestWithdrawal(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, k *kept) {
		for i, token := range []string{tokens[auth.Applicant][0], "portal:gz"} {
			reference := fmt.Sprint("W-", i)
			text := exampleProposal(t, "f12-ai-customer-service") + fmt.Sprintf("# %d\n", i)
			path := "/v1/submissions/" + read[server.Submitted](k, "portal:gz", handIn(reference, text, "")).Submission.Id
			id := strings.TrimPrefix(path, "/v1/submissions/")
			k.must("chair", k.json("POST", path+"/assignments", `{"reviewer":"li"}`))
			k.must("reviewer:li", k.json("POST", path+"/notes", `{"version":1,"text":"a"}`))
			for _, other := range []string{tokens[auth.Applicant][1], "portal:sz"} {
				if w := k.as(other, call{method: "POST", path: path + "/withdraw"}); w.Code != http.StatusNotFound {
					t.Errorf("another's: %d %s", w.Code, w.Body)
				}
			}
			if w := k.as("chair", call{method: "POST", path: path + "/withdraw"}); w.Code != http.StatusForbidden {
				t.Errorf("by the chair: %d", w.Code)
			}
			for range 2 {
				if s := read[server.Submission](k, token, call{method: "POST", path: path + "/withdraw"}); s.Withdrawn == nil || s.Id != id || s.Closed != nil {
					t.Errorf("%+v", s)
				}
			}
			for name, tc := range map[string]struct {
				token string
				call  call
			}{
				"a note":             {"reviewer:li", k.json("POST", path+"/notes", `{"version":1,"text":"b"}`)},
				"an override":        {"reviewer:li", k.json("POST", path+"/overrides", `{"version":1,"requirement":"DATA-07","status":"fail","reason":"b"}`)},
				"an assignment":      {"chair", k.json("POST", path+"/assignments", `{"reviewer":"zhao"}`)},
				"a decision":         {"chair", call{method: "POST", path: path + "/close"}},
				"a batch that names": {"chair", k.json("POST", "/v1/batches", `{"submissions":{"ids":["`+id+`"]}}`)},
			} {
				if w := k.as(tc.token, tc.call); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), `"withdrawn"`) {
					t.Errorf("%s: %d %s", name, w.Code, w.Body)
				}
			}
			for _, reader := range []string{token, "reviewer:li", "chair"} {
				shown := func(query string) (n int) {
					for _, s := range read[server.SubmissionList](k, reader, call{path: "/v1/submissions" + query}).Submissions {
						if s.Id == id && s.Withdrawn != nil {
							n++
						}
					}
					return n
				}
				for query, want := range map[string]int{"": 1, "?state=withdrawn": 1, "?state=withdrawn&order=score": 1, "?state=open": 0, "?state=closed": 0} {
					if got := shown(query); got != want {
						t.Errorf("%s%s: %d", reader, query, got)
					}
				}
				for query, want := range map[string]bool{"": false, "&state=withdrawn": true, "&state=open": false} {
					out := k.must(reader, call{path: "/v1/submissions/export?profile=industry&format=ndjson" + query}).Body.String()
					if strings.Contains(out, `"file":"`+reference+`"`) != want {
						t.Errorf("%s exports%s %.300s", reader, query, out)
					}
				}
			}
			if b := k.as("chair", k.json("POST", "/v1/batches", `{"submissions":{"applicant":"`+applicant+`"}}`)); b.Code != http.StatusAccepted || strings.Contains(b.Body.String(), `"items":0`) {
				t.Errorf("%d %s", b.Code, b.Body)
			} else if items := k.must("chair", call{path: b.Header().Get("Location") + "/items"}).Body.String(); strings.Contains(items, id) {
				t.Errorf("a batch of all has it: %s", items)
			}
			if l := read[server.NoteList](k, "chair", call{path: path + "/notes"}); len(l.Notes) != 1 {
				t.Errorf("what was said is kept: %+v", l)
			}
			if again := read[server.Submitted](k, "portal:gz", handIn(reference, text, "")); again.New || again.Submission.Withdrawn == nil {
				t.Errorf("the same upload, perhaps one that was late: %+v", again)
			}
			next := read[server.Submitted](k, token, call{method: "POST", path: path + "/versions", media: "application/yaml", body: text + "# next\n"})
			if !next.New || next.Submission.Withdrawn != nil {
				t.Errorf("the next version: %+v", next)
			}
			k.must("reviewer:li", k.json("POST", path+"/notes", `{"version":2,"text":"b"}`))
			k.must("chair", call{method: "POST", path: path + "/close"})
			if w := k.as(token, call{method: "POST", path: path + "/withdraw"}); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), `"closed"`) {
				t.Errorf("after the decision: %d %s", w.Code, w.Body)
			}
		}
		if v := read[server.AuditVerification](k, "admin", call{path: "/v1/audit/verification"}); !v.Intact {
			t.Errorf("%+v", v)
		}
	})
}
