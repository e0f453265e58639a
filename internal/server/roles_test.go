package server_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"hegui/internal/auth"
	"hegui/internal/server"
)

// allowed says by operation which roles may do it: (a)pplicant, (p)ortal, (r)eviewer, (c)hair, a(d)min; "*" where roles are not
// looked at, because it is open or scopes alone decide. Each operation of the document has a row here, written by hand: the
// server's own table must not vouch for itself.
var allowed = map[string]string{
	"submit": "ap", "resubmit": "ap",
	"listSubmissions": "aprcd", "exportSubmissions": "aprcd", "getSubmission": "aprcd", "listVersions": "aprcd", "getProposal": "aprcd",
	"getAssessment": "aprcd", "getWaiversUsed": "aprcd", "getReceipt": "aprcd", "compareVersions": "aprcd",
	"closeSubmission": "c", "withdrawSubmission": "ap", "holdSubmission": "d",
	"listAssignments": "cd", "assign": "c", "unassign": "c",
	"listNotes": "rcd", "addNote": "r", "listOverrides": "rcd", "override": "r", "withdrawOverride": "r", "getOverview": "cd", "getDecision": "apcd",
	"listInterests": "rcd", "declareInterest": "rc", "endInterest": "c",
	"listWaivers": "cd", "addWaiver": "c", "revokeWaiver": "c",
	"listBatches": "rcd", "getBatch": "rcd", "watchBatch": "rcd", "listItems": "rcd", "getItem": "rcd", "getItemProposal": "rcd", "getItemAssessment": "rcd",
	"getItemWaivers": "rcd", "getItemReceipt": "rcd", "getItemProof": "rcd", "getBatchRoot": "rcd",
	"createBatch": "cd", "pauseBatch": "cd", "resumeBatch": "cd", "cancelBatch": "cd", "retryBatch": "cd", "deleteBatch": "cd", "holdBatch": "d",
	"exportBatch": "cd", "similarInBatch": "cd", "replayBatch": "cd", "getReplay": "cd",
	"whoAmI": "aprcd", "listAudit": "d", "verifyAudit": "d", "getCheckpoint": "d", "listKeys": "d", "newKey": "d", "revokeKey": "d",

	"assess": "*", "assessMany": "*", "compare": "*", "diagnose": "*", "complete": "*", "hover": "*", "draft": "*", "getDraftQuestions": "*",
	"listPacks": "*", "getPack": "*", "listRequirements": "*", "getRequirement": "*", "listProfiles": "*", "getDocument": "*", "getSchema": "*",
	"live": "*", "ready": "*", "getSpec": "*", "getDocs": "*", "getMetrics": "*",
}

var letters = map[auth.Role]string{auth.Applicant: "a", auth.Portal: "p", auth.Reviewer: "r", auth.Chair: "c", auth.Admin: "d"}

// The table over role and route: every operation, with its example, by every role and by nobody.
func TestRolesAndRoutes(t *testing.T) {
	t.Parallel()
	reading := openKept(t, "sqlite", nil)
	rows := map[string]bool{}
	refused := ""
	for _, o := range operationsOf(document(t)) {
		row, ok := allowed[o.OperationID]
		rows[o.OperationID] = true
		if !ok {
			t.Errorf("%s %s (%s) is not in the table", o.method, o.path, o.OperationID)
			continue
		}
		for role, letter := range letters {
			may := row == "*" || strings.Contains(row, letter)
			k := reading
			if may && o.method != http.MethodGet && row != "*" {
				k = openKept(t, "sqlite", nil) // it changes what others read
			}
			w := k.as(tokens[role][0], exampleOf(t, o, role))
			success := w.Code == http.StatusOK || w.Code == http.StatusAccepted ||
				w.Code == http.StatusConflict && inOtherStates[o.OperationID] // it may, but the batch of the example is done
			if may && !success || !may && w.Code != http.StatusForbidden {
				t.Errorf("%s by %s: %d %.200s", o.OperationID, role, w.Code, w.Body)
			}
			if !may && w.Code == http.StatusForbidden {
				body := requestID.ReplaceAllString(w.Body.String(), "")
				if refused == "" {
					refused = body
				}
				if body != refused {
					t.Errorf("%s by %s: refusals differ: %s", o.OperationID, role, body)
				}
			}
		}
		want := map[bool]int{true: http.StatusOK, false: http.StatusForbidden}[row == "*"]
		if w := reading.as("reader", exampleOf(t, o, "")); w.Code != want {
			t.Errorf("%s with all scopes and no role: %d", o.OperationID, w.Code)
		}
		if row != "*" {
			if w := do(reading, exampleOf(t, o, "")); w.Code != http.StatusUnauthorized {
				t.Errorf("%s by nobody: %d", o.OperationID, w.Code)
			}
		}
	}
	for id := range allowed {
		if !rows[id] {
			t.Errorf("the table has %s, which the document does not have", id)
		}
	}
}

// exampleOf makes the call that an operation's examples describe, as a role would.
func exampleOf(t *testing.T, o operation, role auth.Role) call {
	t.Helper()
	c := call{}
	if o.RequestBody != nil {
		c = examplesOf(t, o.RequestBody.Value)[0]
	}
	c.method, c.path = o.method, o.example()
	if reviewer := o.OperationID == "listInterests" && role != auth.Reviewer; reviewer {
		c.path = o.example("reviewer=li")
	}
	return c
}

// What belongs to somebody else is not there: for every operation on a submission and every role that sees only some of them,
// the answer is, but for the request's id, that for one that nobody has. Nothing of it is changed.
func TestWhatIsAnothersIsNotThere(t *testing.T) {
	t.Parallel()
	k := openKept(t, "sqlite", nil)
	before := k.must("admin", call{path: "/v1/audit?limit=1000"}).Body.String()
	n := 0
	for _, o := range operationsOf(document(t)) {
		if !strings.Contains(o.path, "{submission}") {
			continue
		}
		for _, role := range []auth.Role{auth.Applicant, auth.Portal, auth.Reviewer} {
			if !strings.Contains(allowed[o.OperationID], letters[role]) {
				continue
			}
			answers := map[string]*httptest.ResponseRecorder{}
			for _, id := range []string{another, nobodys} {
				c := exampleOf(t, o, role)
				c.path = strings.Replace(c.path, submission, id, 1)
				w := k.as(tokens[role][0], c)
				answers[id] = w
				if w.Code != http.StatusNotFound {
					t.Errorf("%s of %s by %s: %d %.200s", o.OperationID, id, role, w.Code, w.Body)
				}
				if err := o.conforms(w); err != nil {
					t.Errorf("%s: %v", o.OperationID, err)
				}
				n++
			}
			if a, b := shownOf(answers[another]), shownOf(answers[nobodys]); a != b {
				t.Errorf("%s by %s tells what is another's from what is not there:\n%s\n%s", o.OperationID, role, a, b)
			}
			c := exampleOf(t, o, role) // who owns it does reach it
			c.path = strings.ReplaceAll(strings.Replace(c.path, submission, another, 1), override, anotherOverride)
			if o.method == http.MethodGet {
				if w := k.as(tokens[role][1], c); w.Code != http.StatusOK {
					t.Errorf("%s of its own by another %s: %d %.200s", o.OperationID, role, w.Code, w.Body)
				}
			}
		}
	}
	if n < 2*3*9 {
		t.Errorf("only %d requests", n)
	}
	after := read[server.AuditList](k, "admin", call{path: "/v1/audit?limit=1000"})
	known := strings.Count(before, `"seq"`)
	for _, row := range after.Rows[known:] {
		if row.Action != "review.refused" {
			t.Errorf("something was changed: %+v", row)
		}
	}
	if len(after.Rows) == known {
		t.Error("no attempt on another's review is in the audit log")
	}
}

// shownOf is all that a client sees of an answer, but for the request's id.
func shownOf(w *httptest.ResponseRecorder) string {
	h := w.Header().Clone()
	h.Del("Request-Id")
	return fmt.Sprint(w.Code, h, requestID.ReplaceAllString(w.Body.String(), ""))
}

// What hangs on a submission is not reached through another one, and not under another's name.
func TestNoIDLeadsAcross(t *testing.T) {
	t.Parallel()
	k := openKept(t, "sqlite", nil)
	for _, tc := range []struct {
		name, token string
		call        call
		status      int
	}{
		{"another's override through an own submission", "reviewer:li", call{method: "DELETE", path: "/v1/submissions/" + submission + "/overrides/" + anotherOverride}, 404},
		{"an own override through another's submission", "reviewer:li", call{method: "DELETE", path: "/v1/submissions/" + another + "/overrides/" + override}, 404},
		{"another's override through its submission", "reviewer:li", call{method: "DELETE", path: "/v1/submissions/" + another + "/overrides/" + anotherOverride}, 404},
		{"a review under another's name", "reviewer:li", k.json("POST", "/v1/submissions/"+submission+"/notes", `{"version":1,"text":"a","reviewer":"zhao"}`), 400},
		{"a status of one's own making", "reviewer:li", k.json("POST", "/v1/submissions/"+submission+"/overrides", `{"version":1,"requirement":"DATA-07","status":"pass","reason":"a","machine":"pass"}`), 400},
		{"a text that cannot be kept", "reviewer:li", k.json("POST", "/v1/submissions/"+submission+"/notes", `{"version":1,"text":"a\u0000b"}`), 400},
		{"a name of as many characters as the document says", "chair", k.json("POST", "/v1/submissions/"+another+"/assignments", `{"reviewer":"`+strings.Repeat("𠮷", 255)+`"}`), 200},
		{"a name that no key stands for", "chair", k.json("POST", "/v1/submissions/"+submission+"/assignments", `{"reviewer":"li "}`), 400},
		{"a name that cannot be seen", "chair", k.json("POST", "/v1/interests", `{"reviewer":"li","applicant":"\u200b","reason":"a"}`), 400},
		{"an applicant that no key stands for", "portal:gz", call{method: "POST", path: "/v1/submissions?reference=x&applicant=%20x", media: "application/yaml", body: draft}, 400},
		{"a whole number that Go does not take for one", "reviewer:li", k.json("POST", "/v1/submissions/"+submission+"/notes", `{"version":1.0,"text":"a"}`), 400},
		{"YAML that says to be JSON", "portal:gz", call{method: "POST", path: "/v1/submissions?reference=x&applicant=y", media: "application/json", body: draft}, 400},
		{"an override with a blank reason", "reviewer:li", k.json("POST", "/v1/submissions/"+submission+"/overrides", `{"version":1,"requirement":"DATA-07","status":"pass","reason":" \u200b"}`), 400},
		{"an override without a reason", "reviewer:li", k.json("POST", "/v1/submissions/"+submission+"/overrides", `{"version":1,"requirement":"DATA-07","status":"pass","reason":""}`), 400},
		{"a requirement that there is not", "reviewer:li", k.json("POST", "/v1/submissions/"+submission+"/overrides", `{"version":1,"requirement":"DATA-99","status":"pass","reason":"a"}`), 404},
		{"a version that there is not", "reviewer:li", k.json("POST", "/v1/submissions/"+submission+"/overrides", `{"version":2,"requirement":"DATA-07","status":"pass","reason":"a"}`), 404},
		{"a conflict of another reviewer", "reviewer:li", k.json("POST", "/v1/interests", `{"reviewer":"zhao","applicant":"x","reason":"a"}`), 400},
		{"conflicts of another reviewer", "reviewer:li", call{path: "/v1/interests?reviewer=zhao"}, 400},
		{"handing in for another applicant", tokens[auth.Applicant][0], call{method: "POST", path: "/v1/submissions?reference=x&applicant=other", media: "application/yaml", body: draft}, 400},
		{"a portal that does not say for whom", "portal:gz", call{method: "POST", path: "/v1/submissions?reference=x", media: "application/yaml", body: draft}, 400},
		{"a portal under another applicant's reference", "portal:gz", call{method: "POST", path: "/v1/submissions?reference=2026-0815&applicant=other", media: "application/yaml", body: draft}, 409},
		{"a portal under another portal's reference", "portal:gz", call{method: "POST", path: "/v1/submissions?reference=S-1&applicant=91440101MA5CJ2222X", media: "application/yaml", body: draft}, 200},
		{"an applicant who calls itself as a portal does", "applicant:gz", call{path: "/v1/submissions/" + submission}, 404},
		{"a portal that calls itself as an applicant does", "portal:" + applicant, call{path: "/v1/submissions/" + submission}, 404},
		{"a reviewer who calls himself as an applicant does", "reviewer:" + applicant, call{path: "/v1/submissions/" + submission}, 404},
	} {
		if w := k.as(tc.token, tc.call); w.Code != tc.status || tc.status == http.StatusConflict && !strings.Contains(w.Body.String(), `"other_applicant"`) {
			t.Errorf("%s: %d %.300s", tc.name, w.Code, w.Body)
		}
	}
	if o := read[server.OverrideList](k, "chair", call{path: "/v1/submissions/" + another + "/overrides"}); len(o.Overrides) != 1 || o.Overrides[0].Withdrawn != nil {
		t.Errorf("%+v", o)
	}
}

// Lists, their filters, their order and their ends say nothing of what the caller does not see.
func TestListsHoldWhatIsSeen(t *testing.T) {
	t.Parallel()
	k := openKept(t, "sqlite", nil)
	for i := range 5 { // before and behind, by time and by score
		k.must("portal:sz", call{method: "POST", path: fmt.Sprintf("/v1/submissions?reference=T-%d&applicant=91440101MA5CJ2222X", i), media: "application/yaml", body: draft})
	}
	for _, role := range []auth.Role{auth.Applicant, auth.Portal, auth.Reviewer} {
		for _, query := range []string{"", "?limit=1", "?order=score", "?order=score&limit=1", "?applicant=" + applicant, "?applicant=91440101MA5CJ2222X", "?pack=aiplus", "?profile=general", "?verdict=fail"} {
			l := read[server.SubmissionList](k, tokens[role][0], call{path: "/v1/submissions" + query})
			n := 1
			if strings.Contains(query, "2222X") {
				n = 0
			}
			if len(l.Submissions) != n || l.Next != nil || n == 1 && l.Submissions[0].Id != submission {
				t.Errorf("%s%s: %+v", role, query, l)
			}
		}
		out := k.must(tokens[role][0], call{path: "/v1/submissions/export?format=ndjson"}).Body.String()
		if strings.Count(out, "\n") != 1 || !strings.Contains(out, `"file":"2026-0815"`) {
			t.Errorf("%s exports %.300s", role, out)
		}
	}
	var all []string
	for after := ""; ; {
		l := read[server.SubmissionList](k, "chair", call{path: "/v1/submissions?order=score&limit=2&after=" + after})
		for _, s := range l.Submissions {
			all = append(all, s.Id)
		}
		if l.Next == nil {
			break
		}
		after = *l.Next
	}
	slices.Sort(all)
	if len(slices.Compact(all)) != 7 {
		t.Errorf("the chair sees %v", all)
	}
}

// No answer to an applicant or a portal names a reviewer, or holds what one wrote: not a report, not a receipt, not a fault.
func TestReviewersStayUnknown(t *testing.T) {
	t.Parallel()
	k := openKept(t, "sqlite", nil)
	const canary = "CANARY7731"
	k.must("chair", k.json("POST", "/v1/submissions/"+submission+"/assignments", `{"reviewer":"`+canary+`"}`))
	k.must("reviewer:"+canary, k.json("POST", "/v1/submissions/"+submission+"/notes", `{"version":1,"text":"words of `+canary+`"}`))
	k.must("reviewer:"+canary, k.json("POST", "/v1/submissions/"+submission+"/overrides", `{"version":1,"requirement":"DATA-07","status":"pass","reason":"reason of `+canary+`"}`))
	quiet := map[string]string{}
	n := 0
	look := func(when string) {
		for _, role := range []auth.Role{auth.Applicant, auth.Portal} {
			for _, o := range operationsOf(document(t)) {
				if allowed[o.OperationID] == "*" || o.method != http.MethodGet {
					continue
				}
				queries := []string{""}
				for _, p := range o.Parameters {
					if p.Value.Name == "format" {
						for _, v := range p.Value.Schema.Value.Enum {
							queries = append(queries, fmt.Sprintf("format=%v", v))
						}
					}
				}
				for _, query := range queries {
					c := exampleOf(t, o, role)
					if query != "" {
						c.path = o.example(query)
					}
					w := k.as(tokens[role][0], c)
					n++
					if strings.Contains(fmt.Sprint(w.Header(), w.Body), canary) {
						t.Errorf("%s, %s %s: %.500s", when, role, c.path, w.Body)
					}
					if before, ok := quiet[string(role)+c.path]; ok && o.OperationID != "getReceipt" && query != "format=xlsx" && before != shownOf(w) {
						t.Errorf("%s, %s %s tells that a review was written:\n%s\n%s", when, role, c.path, before, shownOf(w))
					}
					quiet[string(role)+c.path] = shownOf(w)
				}
			}
		}
	}
	look("at first")
	k.clock = k.clock.Add(3600e9)
	k.must("reviewer:"+canary, k.json("POST", "/v1/submissions/"+submission+"/notes", `{"version":1,"text":"more of `+canary+`"}`))
	k.must("chair", k.json("POST", "/v1/interests", `{"reviewer":"`+canary+`","applicant":"`+applicant+`","reason":"r"}`))
	look("an hour later")
	if n < 100 {
		t.Errorf("only %d answers", n)
	}
}
