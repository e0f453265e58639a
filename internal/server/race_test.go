package server_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"hegui/internal/server"
)

// written is an override as the session saw it.
type written struct {
	submission, id string
	from, to       time.Time // when it was asked for, and answered
	withdrawn      bool
}

// Row L11: 20 sessions of 10 reviewers say something of 10 submissions at the same time, and take some of it back. Nothing is lost or
// doubled, each write stands in the audit log once, and what came after another was answered comes after it in both, so that the
// last word of a reviewer is the one that counts.
func TestReviewersAtTheSameTime(t *testing.T) {
	t.Parallel()
	const submissions, sessions = 10, 20
	writes := 15
	if testing.Short() {
		writes = 4
	}
	both(t, func(t *testing.T, k *kept) {
		var ids []string
		for i := range submissions {
			id := read[server.Submitted](k, "portal:gz", handIn(fmt.Sprint("R-", i), draft+fmt.Sprintf("# %d\n", i), "")).Submission.Id
			for r := range sessions / 2 {
				k.must("chair", k.json("POST", "/v1/submissions/"+id+"/assignments", fmt.Sprintf(`{"reviewer":"r%d"}`, r)))
			}
			ids = append(ids, id)
		}
		k.ticks = func() time.Time { return now.Add(time.Since(begun)) }
		all := make([][]written, sessions)
		var group sync.WaitGroup
		for s := range sessions {
			group.Go(func() {
				token, random := fmt.Sprint("reviewer:r", s/2), rand.New(rand.NewPCG(1, uint64(s)))
				for i := range writes {
					w := written{submission: ids[random.IntN(submissions)], from: time.Now()}
					path := "/v1/submissions/" + w.submission + "/overrides"
					answer := k.as(token, k.json("POST", path, fmt.Sprintf(`{"version":1,"requirement":"DATA-07","status":%q,"reason":"%d of %d"}`, []string{"pass", "partial", "fail"}[i%3], i, s)))
					w.to = time.Now()
					if answer.Code != 200 {
						t.Errorf("%d %s", answer.Code, answer.Body)
						return
					}
					_, rest, _ := strings.Cut(answer.Body.String(), `"id":"`)
					w.id, _, _ = strings.Cut(rest, `"`)
					if i%4 == 3 {
						w.withdrawn = true
						if answer := k.as(token, call{method: "DELETE", path: path + "/" + w.id}); answer.Code != 200 {
							t.Errorf("%d %s", answer.Code, answer.Body)
						}
					}
					all[s] = append(all[s], w)
				}
			})
		}
		group.Wait()
		audited := map[string][]string{} // ids of overrides in the order of the log, by submission
		withdrawals := map[string]int{}
		for after := ""; ; {
			list := read[server.AuditList](k, "admin", call{path: "/v1/audit?limit=1000&after=" + after})
			for _, row := range list.Rows {
				_, rest, _ := strings.Cut(string(row.Detail), `"override":"`)
				id, _, _ := strings.Cut(rest, `"`)
				switch row.Action {
				case "review.override":
					audited[row.Object] = append(audited[row.Object], id)
				case "review.override.withdraw":
					withdrawals[id]++
				}
			}
			if list.Next == nil {
				break
			}
			after = *list.Next
		}
		total := 0
		for _, submission := range ids {
			history := read[server.OverrideList](k, "chair", call{path: "/v1/submissions/" + submission + "/overrides?limit=1000"}).Overrides
			place, inLog := map[string]int{}, map[string]int{}
			last := map[string]server.Override{}
			for i, o := range history {
				if place[o.Id] = i; o.Withdrawn == nil {
					last[o.Reviewer] = o
				}
			}
			for i, id := range audited[submission] {
				inLog[id] = i
			}
			mine := slices.DeleteFunc(slices.Concat(all...), func(w written) bool { return w.submission != submission })
			if total += len(mine); len(mine) != len(history) || len(place) != len(history) || len(inLog) != len(history) || len(audited[submission]) != len(history) {
				t.Errorf("%d writes, %d in the history, %d in the log", len(mine), len(history), len(audited[submission]))
				continue
			}
			for _, w := range mine {
				i, ok := place[w.id]
				if _, logged := inLog[w.id]; !ok || !logged || (history[i].Withdrawn != nil) != w.withdrawn || (withdrawals[w.id] == 1) != w.withdrawn {
					t.Errorf("%+v: in the history %v, in the log %v, taken back %d times", w, ok, logged, withdrawals[w.id])
				}
				for _, before := range mine {
					if before.to.Before(w.from) && (place[before.id] > place[w.id] || inLog[before.id] > inLog[w.id]) {
						t.Errorf("%s was answered before %s was asked for, and comes after it", before.id, w.id)
					}
				}
			}
			overview := read[server.Overview](k, "chair", call{path: "/v1/submissions/" + submission + "/overview"})
			said := map[string]server.Override{}
			for _, r := range overview.Requirements {
				for _, o := range r.Reviews {
					said[o.Reviewer] = o
				}
			}
			for reviewer, o := range last {
				if said[reviewer].Id != o.Id {
					t.Errorf("the last word of %s is %s, the overview has %s", reviewer, o.Id, said[reviewer].Id)
				}
			}
		}
		if total != sessions*writes {
			t.Errorf("%d of %d", total, sessions*writes)
		}
		if v := read[server.AuditVerification](k, "admin", call{path: "/v1/audit/verification"}); !v.Intact {
			t.Errorf("%+v", v)
		}
	})
}

// begun is when the tests were.
var begun = time.Now()
