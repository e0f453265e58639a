package server_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// Operators read of every metric, in both languages.
func TestMetricsAreDocumented(t *testing.T) {
	t.Parallel()
	source, err := os.ReadFile("metrics.go")
	if err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile(`"(hegui_\w+)"`).FindAllStringSubmatch(string(source), -1)
	if len(names) < 12 {
		t.Fatalf("found %d metrics", len(names))
	}
	for _, file := range []string{"../../docs/service.md", "../../docs/service.zh.md"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if !strings.Contains(string(text), "`"+name[1]+"`") {
				t.Errorf("%s does not name %s", file, name[1])
			}
		}
	}
}

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
