package server_test

import (
	"flag"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"hegui/internal/auth"
	"hegui/internal/server"
)

var timing = flag.Int("timing", 0, "how many pairs of requests TestHiddenTakesAsLongAsMissing measures; it needs a quiet machine")

// Row A4: what is another's takes as long as what is not there, for every operation on a submission that an applicant, a portal or a
// reviewer may call. The requests of a pair follow each other, in turns the one or the other first.
func TestHiddenTakesAsLongAsMissing(t *testing.T) {
	if *timing == 0 {
		t.Skip("figures are only asked for with -timing 500")
	}
	for _, kind := range []string{"sqlite", "postgres"} {
		k := openKept(t, kind, nil)
		worst := time.Duration(0)
		for _, o := range operationsOf(document(t)) {
			if !strings.Contains(o.path, "{submission}") {
				continue
			}
			for _, role := range []auth.Role{auth.Applicant, auth.Portal, auth.Reviewer} {
				if !slices.Contains(server.MayDo[o.OperationID], role) {
					continue
				}
				calls := map[string]call{}
				for _, id := range []string{another, nobodys} {
					c := exampleOf(t, o, role)
					c.path = strings.Replace(c.path, submission, id, 1)
					calls[id] = c
				}
				took := map[string][]time.Duration{}
				for n := range *timing + 20 {
					pair := []string{another, nobodys}
					if n%2 == 1 {
						slices.Reverse(pair)
					}
					for _, id := range pair {
						begun := time.Now()
						w := k.as(tokens[role][0], calls[id])
						d := time.Since(begun)
						if w.Code != http.StatusNotFound {
							t.Fatalf("%s by %s: %d %s", o.OperationID, role, w.Code, w.Body)
						}
						if n >= 20 { // the first are warm
							took[id] = append(took[id], d)
						}
					}
				}
				hidden, missing := median(took[another]), median(took[nobodys])
				apart := max(hidden-missing, missing-hidden)
				worst = max(worst, apart)
				line := fmt.Sprintf("%-9s %-18s %-9s hidden %7.1f µs, missing %7.1f µs", kind, o.OperationID, role, micro(hidden), micro(missing))
				if t.Log(line); apart >= time.Millisecond {
					t.Error(line)
				}
			}
		}
		t.Logf("%s: the medians of %d pairs are %.1f µs apart at most", kind, *timing, micro(worst))
	}
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}

func micro(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1000 }
