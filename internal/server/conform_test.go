package server_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"hegui/internal/server"
)

// document reads openapi.yaml.
func document(t testing.TB) *openapi3.T {
	t.Helper()
	src, err := os.ReadFile("openapi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := openapi3.NewLoader().LoadFromData(src)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// operation is one method on one path of the document.
type operation struct {
	method, path string
	*openapi3.Operation
}

func operationsOf(doc *openapi3.T) []operation {
	var all []operation
	for _, path := range slices.Sorted(maps.Keys(doc.Paths.Map())) {
		known := doc.Paths.Value(path).Operations()
		for _, method := range slices.Sorted(maps.Keys(known)) {
			all = append(all, operation{method, path, known[method]})
		}
	}
	return all
}

// conforms says how an answer departs from what the document says of the operation.
func (o *operation) conforms(w *httptest.ResponseRecorder) error {
	documented := o.Responses.Value(fmt.Sprint(w.Code))
	if documented == nil {
		return fmt.Errorf("status %d is not documented", w.Code)
	}
	media, _, err := mime.ParseMediaType(w.Header().Get("Content-Type"))
	if err != nil {
		return fmt.Errorf("content type %q", w.Header().Get("Content-Type"))
	}
	content := documented.Value.Content[media]
	if content == nil {
		return fmt.Errorf("%s is not documented for status %d", media, w.Code)
	}
	for name, header := range documented.Value.Headers {
		if header.Value.Required && w.Header().Get(name) == "" {
			return fmt.Errorf("header %s is missing", name)
		}
	}
	if (w.Code == http.StatusTooManyRequests || w.Code == http.StatusServiceUnavailable) && w.Header().Get("Retry-After") == "" && media == "application/problem+json" {
		return fmt.Errorf("status %d without Retry-After", w.Code)
	}
	if !strings.HasSuffix(media, "json") || media == "application/x-ndjson" {
		return nil
	}
	var v any
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		return err
	}
	return content.Schema.Value.VisitJSON(v, openapi3.MultiErrors())
}

// example fills the path's parameters and those of the query that must be there with their examples, and adds to the query.
func (o *operation) example(query ...string) string {
	path := o.path
	for _, p := range o.Parameters {
		switch {
		case p.Value.In == openapi3.ParameterInPath:
			path = strings.Replace(path, "{"+p.Value.Name+"}", fmt.Sprint(p.Value.Schema.Value.Examples[0]), 1)
		case p.Value.Required:
			query = append(query, fmt.Sprintf("%s=%v", p.Value.Name, p.Value.Schema.Value.Examples[0]))
		case o.OperationID == "submit" && p.Value.Name == "applicant":
			query = append(query, fmt.Sprintf("%s=%v", p.Value.Name, p.Value.Schema.Value.Examples[0])) // from a portal it must
		}
	}
	if len(query) > 0 {
		path += "?" + strings.Join(query, "&")
	}
	return path
}

// Every operation answers the examples of the document with success, as the document says: each body, and each
// parameter with each of its values.
func TestExamplesOfTheDocument(t *testing.T) {
	t.Parallel()
	reading := openKept(t, "sqlite", nil)
	for _, o := range operationsOf(document(t)) {
		if inOtherStates[o.OperationID] {
			continue
		}
		t.Run(o.OperationID, func(t *testing.T) {
			t.Parallel()
			bodies := []call{{}}
			if o.RequestBody != nil {
				bodies = examplesOf(t, o.RequestBody.Value)
			}
			queries := []string{""}
			for _, p := range o.Parameters {
				if p.Value.In == openapi3.ParameterInQuery && !p.Value.Required && (o.OperationID != "submit" || p.Value.Name != "applicant") {
					for _, v := range valuesOf(p.Value.Schema.Value) {
						queries = append(queries, fmt.Sprintf("%s=%v", p.Value.Name, v))
					}
				}
			}
			for i, body := range bodies {
				for _, query := range queries {
					if i > 0 && query != "" {
						break // every body once, every parameter once
					}
					c := body
					c.method, c.path = o.method, o.example()
					if query != "" {
						c.path = o.example(query)
					}
					s := reading
					if o.method != http.MethodGet && server.MayDo[o.OperationID] != nil { // it changes what others read
						s = openKept(t, "sqlite", nil)
					}
					w := s.as(tokenOf(o.OperationID), c)
					if err := o.conforms(w); w.Code != http.StatusOK && w.Code != http.StatusAccepted || err != nil {
						t.Errorf("%s %s with %s: %d, %v\n%.500s", c.method, c.path, c.media, w.Code, err, w.Body)
					}
				}
			}
		})
	}
}

// inOtherStates are operations that succeed on a batch that is not done: TestControlOverHTTP has them.
var inOtherStates = map[string]bool{"pauseBatch": true, "resumeBatch": true, "cancelBatch": true}

// valuesOf lists what the document says that a parameter may be.
func valuesOf(schema *openapi3.Schema) []any {
	values := append(slices.Clone(schema.Enum), schema.Examples...)
	if schema.Default != nil {
		values = append(values, schema.Default)
	}
	if schema.Type.Is(openapi3.TypeBoolean) {
		values = append(values, true)
	}
	return values
}

// examplesOf makes a call of every example of a body; the example of a form is an object of texts.
func examplesOf(t *testing.T, body *openapi3.RequestBody) []call {
	t.Helper()
	var calls []call
	for _, media := range slices.Sorted(maps.Keys(body.Content)) {
		examples := body.Content[media].Examples
		if len(examples) == 0 && body.Content[media].Schema.Value.Format != "binary" {
			t.Errorf("%s has no example", media)
		}
		for _, name := range slices.Sorted(maps.Keys(examples)) {
			calls = append(calls, exampleCall(t, media, examples[name].Value))
		}
	}
	return calls
}

func exampleCall(t *testing.T, media string, e *openapi3.Example) call {
	t.Helper()
	c := call{media: media}
	switch v := e.Value.(type) {
	case string:
		c.body = v
	default:
		out, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		c.body = string(out)
	}
	if media == "multipart/form-data" {
		var files []upload
		for field, text := range e.Value.(map[string]any) {
			files = append(files, upload{field, field + ".yaml", text.(string)})
		}
		c.media, c.body = form(t, files...)
	}
	return c
}
