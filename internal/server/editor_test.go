package server_test

import (
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/server"
)

// editorBody writes the body of a request to the editor's endpoints.
func editorBody(t *testing.T, text string, more map[string]any) string {
	t.Helper()
	in := map[string]any{"text": text, "as_of": "2026-11-01"}
	for k, v := range more {
		in[k] = v
	}
	b, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func ask[T any](t *testing.T, s http.Handler, path, body string, header map[string]string) T {
	t.Helper()
	w := do(s, call{method: "POST", path: path, media: "application/json", body: body, header: header})
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d %s", path, w.Code, w.Body)
	}
	var out T
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// What is wrong, in the language of the body, else of the request.
func TestDiagnose(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	const text = "apiVersion: hegui/v1\nkind: Proposal\nmeta: {langauge: zh}\n"
	for _, tc := range []struct {
		name, lang string
		header     map[string]string
		message    string
	}{
		{"Chinese in the body", "zh", nil, "字段“langauge”不存在，是否想写“language”？"},
		{"English in the body", "en", map[string]string{"Accept-Language": "zh"}, `there is no field "langauge"; did you mean "language"?`},
		{"Chinese in the header", "", map[string]string{"Accept-Language": "zh-CN"}, "字段“langauge”不存在，是否想写“language”？"},
		{"English by default", "", nil, `there is no field "langauge"; did you mean "language"?`},
	} {
		more := map[string]any{}
		if tc.lang != "" {
			more["lang"] = tc.lang
		}
		got := ask[server.Diagnostics](t, s, "/v1/editor/diagnostics", editorBody(t, text, more), tc.header)
		if got.Verdict == nil || *got.Verdict != "fail" || got.Score == nil || got.Assessment != nil {
			t.Errorf("%s: verdict %v, score %v", tc.name, got.Verdict, got.Score)
		}
		found := false
		for _, d := range got.Diagnostics {
			if d.Code != "misspelt_key" {
				continue
			}
			found = true
			place := server.Range{Start: server.Position{Line: 2, Character: 7}, End: server.Position{Line: 2, Character: 15}}
			if d.Message != tc.message || d.Severity != "error" || d.Path == nil || *d.Path != "meta.langauge" || d.Range != place ||
				d.Edit == nil || *d.Edit != (server.TextEdit{Range: place, Text: "language"}) {
				t.Errorf("%s: got %+v", tc.name, d)
			}
		}
		if !found {
			t.Errorf("%s: got %+v", tc.name, got.Diagnostics)
		}
	}
}

// The assessment is that of the command line, and so is the profile that judges.
func TestDiagnoseGivesTheAssessment(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	const file = "../../examples/proposals/f06-tiny-orchard-pest/proposal.yaml"
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	type answer struct {
		Assessment  json.RawMessage
		Score       string
		Diagnostics []server.Diagnostic
	}
	got := ask[answer](t, s, "/v1/editor/diagnostics", editorBody(t, string(src), map[string]any{"assessment": true, "profile": "industry"}), nil)
	w := do(s, call{method: "POST", path: "/v1/assessments?as_of=2026-11-01&format=ndjson&profile=industry", media: "application/yaml", body: string(src)})
	if diff := cmp.Diff(string(got.Assessment), strings.TrimSpace(w.Body.String())); diff != "" {
		t.Errorf("(-editor +assessments):\n%s", diff)
	}
	if got.Score != w.Header().Get("Hegui-Score") || len(got.Diagnostics) == 0 {
		t.Errorf("score %s, want %s; %d diagnostics", got.Score, w.Header().Get("Hegui-Score"), len(got.Diagnostics))
	}
}

// A text that cannot be parsed is one diagnostic and no verdict.
func TestDiagnoseUnreadable(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	for lang, want := range map[string]string{"zh": "没有", "en": "the bracket [ is not closed"} {
		got := ask[server.Diagnostics](t, s, "/v1/editor/diagnostics", editorBody(t, "标题😀: [\n", map[string]any{"lang": lang, "assessment": true}), nil)
		if len(got.Diagnostics) != 1 || got.Verdict != nil || got.Score != nil || got.Assessment != nil {
			t.Fatalf("got %+v", got)
		}
		d := got.Diagnostics[0]
		if d.Severity != "error" || d.Code != "E_SYNTAX" || d.Remedy == nil || !strings.Contains(d.Message+*d.Remedy, want) ||
			d.Range.Start != (server.Position{Line: 0, Character: 6}) {
			t.Errorf("%s: got %+v", lang, d)
		}
	}
}

// What can stand at a position, while the text does not parse; positions past the end mean the end.
func TestCompletion(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	for lang, name := range map[string]string{"zh": "项目类型", "en": "project type"} {
		for _, pos := range []map[string]any{{"line": 2, "character": 4}, {"line": 2, "character": 99}, {"line": 99, "character": 0}} {
			got := ask[server.Completion](t, s, "/v1/editor/completion", editorBody(t, "meta: {\nproject:\n  ty", map[string]any{"position": pos, "lang": lang}), nil)
			if len(got.Items) != 1 {
				t.Fatalf("got %+v", got.Items)
			}
			item := got.Items[0]
			place := server.Range{Start: server.Position{Line: 2, Character: 2}, End: server.Position{Line: 2, Character: 4}}
			if item.Label != "type" || item.Kind != "field" || *item.Detail != name || item.Edit != (server.TextEdit{Range: place, Text: "type: "}) {
				t.Errorf("got %+v", item)
			}
		}
	}
	got := ask[server.Completion](t, s, "/v1/editor/completion", editorBody(t, "# nothing", map[string]any{"position": map[string]any{"line": 0, "character": 4}}), nil)
	if got.Items == nil || len(got.Items) != 0 {
		t.Errorf("got %+v, want an empty list", got.Items)
	}
}

// What stands at a position: the field, and what is wrong with it.
func TestHover(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	const text = "meta: {language: klingon}\n"
	for lang, want := range map[string][]string{"zh": {"**填报语言**", "klingon", "修改："}, "en": {"**language**", "klingon", "Repair:"}} {
		got := ask[server.Hover](t, s, "/v1/editor/hover", editorBody(t, text, map[string]any{"position": map[string]any{"line": 0, "character": 8}, "lang": lang}), nil)
		for _, part := range want {
			if !strings.Contains(got.Contents, part) {
				t.Errorf("%q is not in:\n%s", part, got.Contents)
			}
		}
		if got.Range == nil || *got.Range != (server.Range{Start: server.Position{Character: 7}, End: server.Position{Character: 15}}) {
			t.Errorf("range %v", got.Range)
		}
	}
	for name, text := range map[string]string{"nothing there": "\n", "a text that cannot be parsed": "meta: {language: [\n"} {
		got := ask[server.Hover](t, s, "/v1/editor/hover", editorBody(t, text, map[string]any{"position": map[string]any{"line": 0, "character": 8}}), nil)
		if (got.Contents == "") != (name == "nothing there") || (got.Range == nil) != (got.Contents == "") {
			t.Errorf("%s: got %+v", name, got)
		}
	}
}

// Requests that the editor's endpoints refuse.
func TestEditorRefuses(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	for _, path := range []string{"/v1/editor/diagnostics", "/v1/editor/completion", "/v1/editor/hover"} {
		position := `, "position": {"line": 0, "character": 0}`
		if path == "/v1/editor/diagnostics" {
			position = ""
		}
		for _, tc := range []struct {
			name, media, body string
			status            int
			code              server.ProblemCode
		}{
			{"no JSON", "application/json", "{", http.StatusBadRequest, "bad_request"},
			{"two values", "application/json", `{"text": ""` + position + `} {}`, http.StatusBadRequest, "bad_request"},
			{"an unknown key", "application/json", `{"text": "", "txt": ""` + position + `}`, http.StatusBadRequest, "bad_request"},
			{"text of another kind", "application/json", `{"text": 3` + position + `}`, http.StatusBadRequest, "bad_request"},
			{"another media type", "text/plain", `{"text": ""` + position + `}`, http.StatusUnsupportedMediaType, "unsupported_media_type"},
			{"an unknown pack", "application/json", `{"text": "", "pack": "none"` + position + `}`, http.StatusNotFound, "not_found"},
			{"too much", "application/json", `{"text": "` + strings.Repeat("a", 9<<20) + `"` + position + `}`, http.StatusRequestEntityTooLarge, "too_large"},
		} {
			w := do(s, call{method: "POST", path: path, media: tc.media, body: tc.body})
			var p server.Problem
			if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != tc.status || p.Code != tc.code {
				t.Errorf("%s, %s: got %d %s, want %d %s", path, tc.name, w.Code, p.Code, tc.status, tc.code)
			}
		}
	}
	for _, path := range []string{"/v1/editor/diagnostics", "/v1/editor/hover"} {
		more := map[string]any{"profile": "none"}
		if path == "/v1/editor/hover" {
			more["position"] = map[string]any{"line": 0, "character": 0}
		}
		if w := do(s, call{method: "POST", path: path, media: "application/json", body: editorBody(t, "", more)}); w.Code != http.StatusNotFound {
			t.Errorf("%s with an unknown profile: %d %s", path, w.Code, w.Body)
		}
	}
}

// Completion evaluates nothing: it answers where no evaluation could end in time.
func TestCompletionEvaluatesNothing(t *testing.T) {
	t.Parallel()
	s := open(t, func(o *server.Options) { o.Limits = server.Limits{Evaluation: 1} })
	for path, want := range map[string]int{"completion": http.StatusOK, "hover": http.StatusServiceUnavailable} {
		body := editorBody(t, "meta: {}\n", map[string]any{"position": map[string]any{"line": 0, "character": 1}})
		if w := do(s, call{method: "POST", path: "/v1/editor/" + path, media: "application/json", body: body}); w.Code != want {
			t.Errorf("%s: got %d, want %d: %s", path, w.Code, want, w.Body)
		}
	}
}

// A draft is what hegui init writes; a wrong answer is named with the right ones.
func TestDraft(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	w := do(s, call{method: "GET", path: "/v1/packs/aiplus/draft"})
	var questions server.DraftQuestions
	if err := json.Unmarshal(w.Body.Bytes(), &questions); err != nil || len(questions.Choices) != 3 || len(questions.Traits) == 0 {
		t.Fatalf("questions: %v, %s", err, w.Body)
	}
	for _, tc := range []struct{ name, body, want string }{
		{"what is asked for", `{"type": "research", "traits": ["personal"], "lang": "en"}`, "type: research"},
		{"the commonest", `{"lang": "zh"}`, "# ── 项目概况 ──"},
	} {
		if got := ask[server.Draft](t, s, "/v1/editor/draft", tc.body, nil); !strings.Contains(got.Text, tc.want) {
			t.Errorf("%s: %q is not in\n%s", tc.name, tc.want, got.Text)
		}
	}
	for _, tc := range []struct{ body, parameter string }{{`{"type": "aplication"}`, "type"}, {`{"traits": ["nothing"]}`, "traits"}} {
		w := do(s, call{method: "POST", path: "/v1/editor/draft", media: "application/json", body: tc.body})
		var p server.Problem
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != http.StatusBadRequest || p.Parameter == nil || *p.Parameter != tc.parameter {
			t.Errorf("%s: %d %s", tc.body, w.Code, w.Body)
		}
	}
}
