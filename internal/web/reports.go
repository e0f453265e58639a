package web

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"sync"
	"time"
)

// reportPath is where browsers say what the policy of a page has refused.
const reportPath = "/v1/csp-report"

const (
	reportBytes = 16 << 10         // of a report; more is not read
	reportEvery = 10 * time.Second // at most one in the log; others are counted
)

// reports writes what browsers report into the log, slowly: anybody can send one.
type reports struct {
	log *slog.Logger
	now func() time.Time

	mu     sync.Mutex
	last   time.Time
	unsaid int // since the last one in the log
}

func newReports(log *slog.Logger, now func() time.Time) *reports { return &reports{log: log, now: now} }

func (r *reports) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	var in struct {
		Report struct {
			Directive string `json:"effective-directive"`
			Blocked   string `json:"blocked-uri"`
			Source    string `json:"source-file"`
			Line      int    `json:"line-number"`
		} `json:"csp-report"`
	}
	secure(w, req, "")
	w.Header().Set("Cache-Control", "no-store")
	body, err := io.ReadAll(http.MaxBytesReader(w, req.Body, reportBytes))
	if err != nil || json.Unmarshal(body, &in) != nil || in.Report.Directive == "" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	r.mu.Lock()
	say := r.last.IsZero() || r.now().Sub(r.last) >= reportEvery
	unsaid := r.unsaid
	if say {
		r.last, r.unsaid = r.now(), 0
	} else {
		r.unsaid++
	}
	r.mu.Unlock()
	if say {
		r.log.Warn("a browser refused part of a page", "directive", cut(in.Report.Directive), "blocked", cut(in.Report.Blocked),
			"source", cut(in.Report.Source), "line", in.Report.Line, "others", unsaid)
	}
	w.WriteHeader(http.StatusNoContent)
}

// cut keeps a text of a stranger short.
func cut(s string) string {
	const most = 200
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
