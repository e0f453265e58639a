package server_test

import (
	"strings"
	"testing"
)

// The metrics say how many proposals were parsed on either path, by all that assesses; what is no YAML counts on neither.
func TestMetricsCountThePathsOfTheParser(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	const fast, slow = "apiVersion: hegui/v1\n", "apiVersion: !!str hegui/v1\n"
	for _, body := range []string{fast, fast, slow, "a: ["} {
		do(s, call{method: "POST", path: "/v1/assessments", media: "application/yaml", body: body})
	}
	lines := `{"name": "a", "proposal": {"apiVersion": "hegui/v1"}}` + "\n" + `{"name": "b", "proposal": {"apiVersion": "hegui/v1"}}` + "\n"
	do(s, call{method: "POST", path: "/v1/assessments/stream", media: "application/x-ndjson", body: lines})
	m := do(s, call{path: "/metrics"}).Body.String()
	for _, want := range []string{`hegui_proposals_parsed_total{path="fast"} 4`, `hegui_proposals_parsed_total{path="slow"} 1`} {
		if !strings.Contains(m, want+"\n") {
			t.Errorf("want %s in\n%s", want, m[strings.Index(m, "hegui_"):])
		}
	}
}
