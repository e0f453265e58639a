package server_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"hegui/internal/assess"
	"hegui/internal/auth"
	"hegui/internal/jobs"
	"hegui/internal/report"
	"hegui/internal/server"
	"hegui/internal/store"
)

// canary is in the name of everybody who reviews, waives or decides.
const canary = "CANARY7731"

// named makes a submission of the fixture's applicant in which everybody whose name it must not learn has had a hand: reviewers
// who wrote, one who was taken off it, one with a conflict of interest, the chair who waived what it fails, and who asked for that.
func (k *kept) named() (id string, as *assess.Assessment) {
	k.t.Helper()
	chair := "chair:" + canary + "c"
	text := exampleProposal(k.t, "f12-ai-customer-service")
	plain := read[server.Submitted](k, "portal:gz", handIn("N-0", text, ""))
	as, err := report.Decode(k.must("portal:gz", call{path: "/v1/submissions/" + plain.Submission.Id + "/versions/1/assessment"}).Body.Bytes())
	if err != nil {
		k.t.Fatal(err)
	}
	waived := 0
	for i := range as.Results {
		if r := &as.Results[i]; r.Status == assess.StatusFail || r.Status == assess.StatusPass && waived == 0 {
			waived++
			k.must(chair, k.json("POST", "/v1/waivers", fmt.Sprintf(`{"pack":"aiplus","requirement":%q,"project":%q,"reason":"data follow in January","owner":"%so","expires":"2027-01-31"}`,
				r.Requirement, as.Project, canary)))
		}
	}
	id = read[server.Submitted](k, "portal:gz", handIn("N-1", text, "")).Submission.Id
	path := "/v1/submissions/" + id
	for _, reviewer := range []string{canary + "1", canary + "2", canary + "3", canary + "4"} {
		k.must(chair, k.json("POST", path+"/assignments", `{"reviewer":"`+reviewer+`"}`))
		k.must("reviewer:"+reviewer, k.json("POST", path+"/notes", `{"version":1,"requirement":"DATA-07","text":"words of `+reviewer+`"}`))
		k.must("reviewer:"+reviewer, k.json("POST", path+"/overrides", `{"version":1,"requirement":"DATA-07","status":"partial","reason":"annex three"}`))
	}
	k.must(chair, call{method: "DELETE", path: path + "/assignments?reviewer=" + canary + "3"})
	k.must(chair, k.json("POST", "/v1/interests", `{"reviewer":"`+canary+`4","applicant":"`+applicant+`","reason":"`+canary+` worked there"}`))
	if as, err = report.Decode(k.must("chair", call{path: path + "/versions/1/assessment"}).Body.Bytes()); err != nil {
		k.t.Fatal(err)
	}
	if len(as.Waivers) < 2 || as.Unwaived == nil {
		k.t.Fatalf("%d waivers", len(as.Waivers))
	}
	return id, as
}

// opened is all that a client can read of an answer: what is in a workbook, too.
func opened(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	out := fmt.Sprint(w.Code, w.Header(), w.Body)
	if !bytes.HasPrefix(w.Body.Bytes(), []byte("PK")) {
		return out
	}
	z, err := zip.NewReader(bytes.NewReader(w.Body.Bytes()), int64(w.Body.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		src, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out += string(src)
	}
	return out
}

// callsOf are the ways to call an operation on a submission: in each format and language, of what is not there, and wrong.
func callsOf(t *testing.T, o operation, role auth.Role, id string) []call {
	t.Helper()
	queries := [][]string{nil, {"lang=zh"}, {"limit=x"}, {"after=x"}, {"order=score"}, {"applicant=" + applicant}, {"profile=industry"}, {"profile=nowhere"}}
	for _, p := range o.Parameters {
		if p.Value.Name == "format" {
			for _, v := range p.Value.Schema.Value.Enum {
				queries = append(queries, []string{fmt.Sprintf("format=%v", v), "profile=industry"}, []string{fmt.Sprintf("format=%v", v), "lang=zh"})
			}
		}
	}
	var calls []call
	for _, q := range queries {
		for _, at := range []string{id, another, nobodys} {
			c := exampleOf(t, o, role)
			c.path = strings.Replace(o.example(q...), submission, at, 1)
			calls = append(calls, c)
		}
	}
	return calls
}

// Row A8: whatever an applicant or a portal calls, no answer has the name of somebody who reviews, waives or decides: not in a
// result, a receipt, the file of waivers, an export in any format or a problem, before the decision and after it.
func TestNoNameReachesWhoHandsIn(t *testing.T) {
	t.Parallel()
	k := openKept(t, "sqlite", nil)
	id, _ := k.named()
	n, found := 0, 0
	look := func(when string) {
		for _, role := range []auth.Role{auth.Applicant, auth.Portal} {
			for _, reads := range []bool{true, false} { // what changes something comes last
				for _, o := range operationsOf(document(t)) {
					if (o.method == http.MethodGet) != reads {
						continue
					}
					for _, c := range callsOf(t, o, role, id) {
						w := k.as(tokens[role][0], c)
						if n++; w.Code == http.StatusOK {
							found++
						}
						if text := opened(t, w); strings.Contains(text, canary) {
							at := strings.Index(text, canary)
							t.Errorf("%s, %s %s %s: …%s", when, role, c.method, c.path, text[max(0, at-200):min(len(text), at+60)])
						}
					}
				}
			}
		}
	}
	look("before the decision")
	next := read[server.Submitted](k, "portal:gz", handIn("N-1", exampleProposal(t, "f12-ai-customer-service")+"# next\n", "")) // what was called has withdrawn it
	k.must("reviewer:"+canary+"1", k.json("POST", "/v1/submissions/"+id+"/overrides", fmt.Sprintf(`{"version":%d,"requirement":"DATA-07","status":"partial","reason":"annex three"}`, next.Submission.Version)))
	k.must("chair:"+canary+"c", call{method: "POST", path: "/v1/submissions/" + id + "/close"})
	if text := k.must("portal:gz", call{path: "/v1/submissions/" + id + "/decision"}).Body.String(); !strings.Contains(text, "annex three") {
		t.Errorf("the decision: %s", text)
	}
	look("after the decision")
	if n < 2000 || found < 300 {
		t.Errorf("only %d answers, %d of them with something", n, found)
	}
}

// What was waived, until when and why is for the applicant to read; a chair finds by the waiver's id who asked and who approved.
func TestAWaiverIsReadWithoutNames(t *testing.T) {
	t.Parallel()
	k := openKept(t, "sqlite", nil)
	id, as := k.named()
	path := "/v1/submissions/" + id + "/versions/1/"
	text := k.must(tokens[auth.Applicant][0], call{path: path + "assessment?format=text&lang=en"}).Body.String()
	if !strings.Contains(text, "approved by chair until 2027-01-31: data follow in January") {
		t.Errorf("%.2000s", text)
	}
	made := map[string]server.Waiver{}
	for _, w := range read[server.WaiverList](k, "chair", call{path: "/v1/waivers"}).Waivers {
		made[w.Id] = w
	}
	for _, use := range as.Waivers {
		if w := made[use.Owner]; w.Owner != canary+"o" || w.Approver != "named chair:"+canary+"c" || w.Requirement != use.Requirement {
			t.Errorf("%+v is of %+v", use, w)
		}
	}
	verifies(t, k, tokens[auth.Applicant][0], path, exampleProposal(t, "f12-ai-customer-service"), true)
	for _, what := range []string{"assessment", "waivers"} { // one result for all: a receipt is of its bytes
		if a, b := k.must("chair", call{path: path + what}).Body.String(), k.must("portal:gz", call{path: path + what}).Body.String(); a != b {
			t.Errorf("%s: the chair reads\n%s\nthe portal\n%s", what, a, b)
		}
	}
}

// A result that names people, because it was kept for others, is read by applicants without the names, and is otherwise the same.
func TestNamesInAKeptResult(t *testing.T) {
	t.Parallel()
	k := openKept(t, "sqlite", nil)
	p, err := thePack()
	if err != nil {
		t.Fatal(err)
	}
	profile, _ := p.Catalog.Profile("industry")
	a := &assess.Assessor{Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, Evaluator: p.Rules, AsOf: "2026-11-01", Engine: "test"}
	odd := canary + ` "é" \ <b> & ` + "\u2028" + `","approver":"x`
	src := []byte(exampleProposal(t, "f12-ai-customer-service"))
	assessed, as, err := jobs.Assess(t.Context(), a, []assess.Waiver{
		{Requirement: "INNO-03", Scope: assess.Scope{Project: "*"}, Reason: "r", Owner: odd, Approver: "named " + canary, Expires: "2027-01-31"},
		{Requirement: "DATA-07", Scope: assess.Scope{Project: "*"}, Reason: "r", Owner: "o", Approver: odd, Expires: "2027-01-31"},
	}, src)
	if err != nil || len(as.Waivers) != 2 {
		t.Fatal(err, as)
	}
	var id string
	err = k.store.Update(t.Context(), "test", func(tx *store.Tx) error {
		got, err := tx.Submit(t.Context(), store.Upload{Portal: "portal:gz", Reference: "K-1", Applicant: applicant, Proposal: store.NewContent(src), Assessed: &assessed})
		id = got.Submission.ID
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	path := "/v1/submissions/" + id + "/versions/1/"
	for _, token := range []string{tokens[auth.Applicant][0], "portal:gz"} {
		for _, c := range []string{path + "assessment", path + "assessment?format=html", path + "waivers", path + "receipt", "/v1/submissions/export?profile=industry&format=ndjson", "/v1/submissions/" + id + "/comparison?from=1"} {
			if text := opened(t, k.must(token, call{path: c})); strings.Contains(text, canary) {
				t.Errorf("%s by %s: %s", c, token, text)
			}
		}
		verifies(t, k, token, path, string(src), true)
	}
	if text := k.must("chair", call{path: path + "assessment"}).Body.String(); strings.Count(text, canary) < 4 {
		t.Errorf("to the chair: %.3000s", text)
	}
}

// After the decision, and not before, those who handed in read what reviewers said and why, beside the machine, without who said
// it: not even by the order. What was taken back, or said by somebody who does not review it any more, is not in it.
func TestWhatWasDecided(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, k *kept) {
		firm := tokens[auth.Applicant][0]
		id := read[server.Submitted](k, "portal:gz", handIn("G-1", exampleProposal(t, "f12r-ai-customer-service-fixed"), "")).Submission.Id
		path := "/v1/submissions/" + id
		quiet := k.must(firm, call{path: path + "/decision"}).Body.String()
		say := func(reviewer, requirement, status, reason string) string {
			k.must("chair", k.json("POST", path+"/assignments", `{"reviewer":"`+reviewer+`"}`))
			o := read[server.Override](k, "reviewer:"+reviewer, k.json("POST", path+"/overrides", fmt.Sprintf(`{"version":1,"requirement":%q,"status":%q,"reason":%q}`, requirement, status, reason)))
			return path + "/overrides/" + o.Id
		}
		say("a", "DATA-07", "partial", "z: annex three")
		say("b", "DATA-07", "fail", "y: no source")
		say("c", "DATA-07", "partial", "x: half of it")
		k.must("reviewer:d", call{method: "DELETE", path: say("d", "DATA-07", "fail", "taken back")})
		say("e", "INNO-03", "fail", "said before e had to leave")
		k.must("chair", call{method: "DELETE", path: path + "/assignments?reviewer=e"})
		for _, token := range []string{firm, "portal:gz", "chair", "admin"} {
			if now := k.must(token, call{path: path + "/decision"}).Body.String(); now != quiet || now != `{"requirements":[]}` {
				t.Errorf("before the decision %s reads %s", token, now)
			}
		}
		k.must("chair", call{method: "POST", path: path + "/close"})
		// Nothing that is done later changes it: nobody is taken out of it, and who has to leave is only kept from seeing it.
		k.clock = k.clock.Add(time.Hour)
		for name, c := range map[string]call{
			"an assignment":               k.json("POST", path+"/assignments", `{"reviewer":"f"}`),
			"the end of an assignment":    {method: "DELETE", path: path + "/assignments?reviewer=a"},
			"that somebody comes back in": k.json("POST", path+"/assignments", `{"reviewer":"e"}`),
		} {
			if w := k.as("chair", c); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), `"closed"`) {
				t.Errorf("%s after the decision: %d %s", name, w.Code, w.Body)
			}
		}
		k.must("reviewer:b", k.json("POST", "/v1/interests", `{"applicant":"`+applicant+`","reason":"a new employer"}`))
		if w := k.as("reviewer:b", call{path: path}); w.Code != http.StatusNotFound {
			t.Errorf("in spite of a conflict of interest: %d", w.Code)
		}
		for _, token := range []string{firm, "portal:gz", "chair", "admin"} {
			w := k.must(token, call{path: path + "/decision"})
			want := `{"decided":"2026-11-01T04:00:00Z","requirements":[{"machine":"pass","requirement":"DATA-07","reviews":[` +
				`{"reason":"y: no source","status":"fail"},{"reason":"x: half of it","status":"partial"},{"reason":"z: annex three","status":"partial"}]}],"version":1}`
			if got := w.Body.String(); got != want {
				t.Errorf("%s reads\n%s, want\n%s", token, got, want)
			}
		}
		if w := k.as("reviewer:a", call{path: path + "/decision"}); w.Code != http.StatusForbidden {
			t.Errorf("a reviewer reads what others said: %d", w.Code)
		}
	})
}
