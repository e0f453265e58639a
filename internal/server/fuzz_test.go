package server_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

var (
	requests = flag.Int("requests", 2000, "how many requests TestFuzzTheDocument sends")
	seed     = flag.Uint64("seed", 1, "of what TestFuzzTheDocument sends")
)

// Requests made from the document, right ones, wrong ones and nonsense, are answered as the document says, and never
// with a fault of the service.
func TestFuzzTheDocument(t *testing.T) {
	t.Parallel()
	s := openKept(t, "sqlite", nil)
	g := &generator{Rand: rand.New(rand.NewPCG(*seed, 0)), doc: document(t)}
	all := operationsOf(g.doc)
	statuses := map[string]int{}
	for range *requests {
		o := all[g.IntN(len(all))]
		r, shown := g.request(&o)
		r.Header.Set("Authorization", "Bearer "+tokenOf(o.OperationID))
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code == http.StatusOK && slices.Contains([]string{"closeSubmission", "unassign", "declareInterest", "endInterest", "withdrawOverride", "revokeWaiver", "revokeKey", "deleteBatch", "holdBatch"}, o.OperationID) {
			s = openKept(t, "sqlite", nil) // what is closed or ended would let other requests fail for ever
		}
		statuses[fmt.Sprintf("%s %d", o.OperationID, w.Code)]++
		if w.Code == http.StatusNotFound && !strings.HasPrefix(r.URL.Path, "/v1/") {
			continue
		}
		if err := o.conforms(w); err != nil || w.Code >= 500 {
			t.Fatalf("%s: %d, %v\n%.500s", shown, w.Code, err, w.Body)
		}
	}
	for _, o := range all {
		if statuses[o.OperationID+" 200"]+statuses[o.OperationID+" 202"] == 0 && !inOtherStates[o.OperationID] {
			t.Errorf("%s never succeeded: %v", o.OperationID, statuses)
		}
	}
}

// generator makes requests from the document.
type generator struct {
	*rand.Rand
	doc *openapi3.T
}

// one says yes once in n times.
func (g *generator) one(n int) bool { return g.IntN(n) == 0 }

func pick[T any](g *generator, from ...T) T { return from[g.IntN(len(from))] }

func (g *generator) request(o *operation) (r *http.Request, shown string) {
	path := o.path
	query, header := url.Values{}, http.Header{}
	for _, p := range o.Parameters {
		v := g.value(p.Value.Schema.Value)
		switch {
		case p.Value.In == openapi3.ParameterInPath && g.one(4):
			path = strings.Replace(path, "{"+p.Value.Name+"}", url.PathEscape(v), 1)
		case p.Value.In == openapi3.ParameterInPath:
			path = strings.Replace(path, "{"+p.Value.Name+"}", fmt.Sprint(p.Value.Schema.Value.Examples[0]), 1)
		case p.Value.In != openapi3.ParameterInQuery:
			header.Set(p.Value.Name, "k")
		case p.Value.Required && !g.one(8), o.OperationID == "submit" && p.Value.Name == "applicant":
			query.Add(p.Value.Name, fmt.Sprint(p.Value.Schema.Value.Examples[0]))
		case g.one(4):
			query.Add(p.Value.Name, v)
		}
	}
	if g.one(40) {
		query.Add(g.nonsense(), g.nonsense())
	}
	body, media := g.body(o)
	target := path
	if len(query) > 0 {
		target += "?" + query.Encode()
	}
	r = httptest.NewRequest(o.method, "/", bytes.NewReader(body))
	u, err := url.Parse(target)
	if err != nil {
		u = &url.URL{Path: "/v1/packs"}
	}
	r.URL = u
	if g.one(4) {
		r.Header = header
	}
	if media != "" {
		r.Header.Set("Content-Type", media)
	}
	if g.one(5) {
		r.Header.Set("Accept", pick(g, "*/*", "text/plain", "application/json, */*;q=0.1", "image/png", "text/*;q=0.3", g.nonsense()))
	}
	if g.one(5) {
		r.Header.Set("Accept-Language", pick(g, "zh", "en", "fr", "zh-Hant;q=0.1, en", g.nonsense()))
	}
	if g.one(50) {
		r.Header.Set("Content-Encoding", pick(g, "gzip", "identity", "br"))
	}
	return r, fmt.Sprintf("%s %s %s %.300q", o.method, target, media, body)
}

// value makes a value that a schema allows, or not.
func (g *generator) value(schema *openapi3.Schema) string {
	switch {
	case g.one(5):
		return g.nonsense()
	case len(schema.Enum) > 0:
		return fmt.Sprint(schema.Enum[g.IntN(len(schema.Enum))])
	case len(schema.Examples) > 0:
		return fmt.Sprint(schema.Examples[0])
	case schema.Default != nil:
		return fmt.Sprint(schema.Default)
	default:
		return pick(g, "aiplus", "general", "industry", "true", "2026-11-01")
	}
}

func (g *generator) nonsense() string {
	return pick(g, "", "x", "..", "/", "%", "%00", "\x00", "\xff\xfe", "字", "😀", "-1", "1e999", "null", "a b", "'\"<>", "{{7*7}}", "\r\nX: y",
		strings.Repeat("a", 10_000), "2026-02-30", "0000-00-00", "../../etc/passwd", "\u202e", "True")
}

// body makes content of a documented type, often damaged, or of another.
func (g *generator) body(o *operation) (body []byte, media string) {
	if o.RequestBody == nil {
		if g.one(10) {
			return []byte(g.nonsense()), "text/plain"
		}
		return nil, ""
	}
	types := slices.Sorted(maps.Keys(o.RequestBody.Value.Content))
	media = types[g.IntN(len(types))]
	content := o.RequestBody.Value.Content[media]
	switch {
	case media == "multipart/form-data":
		media, body = g.form(content.Schema.Value)
	case content.Schema.Value.Type.Is(openapi3.TypeObject) && len(content.Schema.Value.Properties) > 0:
		object := any(g.object(content.Schema.Value))
		for _, name := range slices.Sorted(maps.Keys(content.Examples)) {
			if g.one(3) { // what must be there and fit together is seldom made by chance
				object = content.Examples[name].Value.Value
			}
		}
		body, _ = json.Marshal(object)
	case media == "application/x-ndjson":
		for range g.IntN(4) {
			body = append(body, g.json()...)
			body = append(body, '\n')
		}
	case media == "application/json":
		body = g.json()
	default:
		body = g.yaml()
	}
	if g.one(4) {
		body = g.damage(body)
	}
	if g.one(30) {
		media = pick(g, "", "text/plain", "application/xml", "application/json; charset=gbk", "multipart/form-data", g.nonsense())
		media = strings.Map(func(r rune) rune {
			if r < ' ' {
				return -1
			}
			return r
		}, media)
	}
	return body, media
}

func (g *generator) form(schema *openapi3.Schema) (string, []byte) {
	var out strings.Builder
	if g.one(3) { // two texts that can be read seldom come by chance
		for _, f := range schema.Required {
			fmt.Fprintf(&out, "--b\r\nContent-Disposition: form-data; name=%q; filename=\"a.yaml\"\r\n\r\n%s\r\n", f, "apiVersion: hegui/v1\nkind: Proposal\n")
		}
		return "multipart/form-data; boundary=b", []byte(out.String() + "--b--\r\n")
	}
	for _, f := range []string{"proposal", "before", "after"} {
		if schema.Properties[f] == nil && !g.one(20) || g.one(20) {
			continue
		}
		fmt.Fprintf(&out, "--b\r\nContent-Disposition: form-data; name=%q; filename=%q\r\n\r\n%s\r\n", f, pick(g, "a.yaml", "字.yaml", ""), g.yaml())
	}
	out.WriteString("--b--\r\n")
	return "multipart/form-data; boundary=b", []byte(out.String())
}

// object makes what a schema of an object allows, or not.
func (g *generator) object(schema *openapi3.Schema) map[string]any {
	out := map[string]any{}
	for _, name := range slices.Sorted(maps.Keys(schema.Properties)) {
		p := schema.Properties[name].Value
		if !slices.Contains(schema.Required, name) && !g.one(3) || g.one(30) {
			continue
		}
		switch {
		case g.one(20):
			out[name] = pick[any](g, nil, 1.5, -1, "x", true, []any{}, map[string]any{"a": 1})
		case name == "text":
			out[name] = string(g.yaml())
		case p.Type.Is(openapi3.TypeObject):
			out[name] = g.object(p)
		case p.Type.Is(openapi3.TypeInteger):
			out[name] = pick(g, 0, 1, 2, 5, 40, 1<<20, 1<<40)
		case p.Type.Is(openapi3.TypeBoolean):
			out[name] = g.one(2)
		default:
			out[name] = g.value(p)
		}
	}
	if g.one(20) {
		out[g.nonsense()] = 1
	}
	return out
}

func (g *generator) json() []byte {
	return []byte(pick(g, `{}`, `{"apiVersion":"hegui/v1","kind":"Proposal"}`, `{"apiVersion":"hegui/v1","project":{"id":"a","title_zh":"\ud83d\ude00"}}`,
		`{"a":1,"a":2}`, `[`, `null`, `{"project":{"period":{"start":"2026-13-01"}}}`, `"text"`, `1e400`, strings.Repeat(`[`, 200)))
}

// examples are whole proposals; a few are enough.
var examples = []string{"f06-tiny-orchard-pest", "f13-hotline-12345"}

func (g *generator) yaml() []byte {
	if g.one(12) {
		for _, e := range examples {
			if src, err := os.ReadFile("../../examples/proposals/" + e + "/proposal.yaml"); err == nil && g.one(2) {
				return src
			}
		}
	}
	return []byte(pick(g, "", "apiVersion: hegui/v1\nkind: Proposal\n", "project:\n  id: p\n  ti", "project: [", "- a\n- b\n", "a: &x [*x]\n", "project:\n  budget:\n    - item: 字\n      amount: 1e99\n",
		"project: {title_zh: 智能, applicant: x}\r\nkind: Proposal\r\n", "apiVersion: hegui/v1\ndata:\n  datasets:\n    - id: d1\n      name: 😀\n", "---\na: 1\n---\nb: 2\n", "\xff", "\ufeffkind: Proposal\n"))
}

// damage changes a few bytes, or cuts.
func (g *generator) damage(src []byte) []byte {
	out := bytes.Clone(src)
	for range 1 + g.IntN(4) {
		if len(out) == 0 {
			return out
		}
		at := g.IntN(len(out))
		switch g.IntN(4) {
		case 0:
			out[at] = byte(g.IntN(256))
		case 1:
			out = out[:at]
		case 2:
			out = append(out[:at:at], append([]byte(g.nonsense()), out[at:]...)...)
		default:
			out = append(out[:at], out[at+1:]...)
		}
	}
	return out
}

// FuzzRequest sends any bytes to the operations that read some.
func FuzzRequest(f *testing.F) {
	s := open(f, nil)
	for _, path := range []string{"/v1/assessments", "/v1/assessments/stream", "/v1/comparisons", "/v1/editor/completion", "/v1/editor/hover", "/v1/editor/diagnostics"} {
		for _, media := range []string{"application/json", "application/yaml", "application/x-ndjson", "multipart/form-data; boundary=b", "application/zip", "application/gzip"} {
			f.Add(path, media, []byte(`{"text":"a: 1","position":{"line":0,"character":1}}`))
		}
	}
	f.Fuzz(func(t *testing.T, path, media string, body []byte) {
		r := httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(body))
		r.URL = &url.URL{Path: path}
		r.Header.Set("Content-Type", media)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	})
}
