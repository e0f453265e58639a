package report

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

const schemaFile = "result.schema.json"

func resultSchema(t *testing.T, pointer string) *jsonschema.Schema {
	t.Helper()
	src, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("urn:hegui:result:v1", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("urn:hegui:result:v1" + pointer)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func validate(t *testing.T, schema *jsonschema.Schema, src []byte) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(v)
}

// The result of every example is what the schema says.
func TestResultsOfExamplesAreOfTheSchema(t *testing.T) {
	t.Parallel()
	schema := resultSchema(t, "")
	files, err := filepath.Glob("../../examples/proposals/*/expected.json")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d examples, %v", len(files), err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := validate(t, schema, src); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// So are results of every verdict, with waivers, errors and files that cannot be read, whole and line by line.
func TestResultsOfSamplesAreOfTheSchema(t *testing.T) {
	t.Parallel()
	bad := unreadable("x.yaml", "甲")
	if err := validate(t, resultSchema(t, ""), []byte(written(t, JSON, catalog.EN, samples(), bad))); err != nil {
		t.Error(err)
	}
	line := resultSchema(t, "#/$defs/line")
	lines := strings.Split(strings.TrimSuffix(written(t, NDJSON, catalog.EN, samples(), bad), "\n"), "\n")
	if got, want := len(lines), len(samples())+len(bad); got != want {
		t.Errorf("got %d lines, want %d", got, want)
	}
	for _, l := range lines {
		if err := validate(t, line, []byte(l)); err != nil {
			t.Error(err)
		}
	}
}

// An unknown or missing field is refused wherever it is: the schema is closed and complete.
func TestSchemaSaysWhatTheTypesSay(t *testing.T) {
	t.Parallel()
	src, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	type object struct {
		Type                 any
		AdditionalProperties any
		Required             []string
		Properties           map[string]any
	}
	var schema struct {
		object
		Defs map[string]object `json:"$defs"`
	}
	if err := json.Unmarshal(src, &schema); err != nil {
		t.Fatal(err)
	}
	types := map[string]any{
		"assessment": jsonAssessment{}, "unreadable": jsonUnreadable{}, "text": catalog.Text{}, "pack": assess.PackRef{}, "grade": jsonGrade{},
		"decision": assess.Decision{}, "dimension": assess.DimensionScore{}, "reason": assess.Reason{}, "position": proposal.Position{},
		"place": assess.Place{}, "finding": jsonFinding{}, "bare_finding": assess.Finding{}, "result": jsonResult{}, "quote": jsonQuote{},
		"flag": assess.FlagState{}, "guard": jsonGuard{}, "scope": assess.Scope{}, "waiver": assess.Waiver{}, "waiver_use": assess.WaiverUse{},
		"repair": assess.RepairPath{}, "step": assess.RepairStep{}, "warning": jsonWarning{}, "readings": jsonReadings{},
		"reading": jsonReading{}, "alternative": jsonAlternative{}, "changed": jsonChanged{},
	}
	for name, def := range schema.Defs {
		if def.Type != "object" || name == "args" { // any placeholder
			continue
		}
		v, ok := types[name]
		if !ok {
			t.Errorf("%s: no type is named for it", name)
			continue
		}
		if def.AdditionalProperties != false {
			t.Errorf("%s is open", name)
		}
		if name == "assessment" || name == "unreadable" {
			delete(def.Properties, "version") // a line has it beside the fields of the type
		}
		fields := jsonFields(reflect.TypeOf(v))
		if diff := cmp.Diff(slices.Sorted(maps.Keys(def.Properties)), slices.Sorted(maps.Keys(fields))); diff != "" {
			t.Errorf("%s: properties (-schema +type):\n%s", name, diff)
		}
		var required []string
		for field, always := range fields {
			if always {
				required = append(required, field)
			}
		}
		slices.Sort(required)
		if diff := cmp.Diff(slices.Sorted(slices.Values(def.Required)), required); diff != "" {
			t.Errorf("%s: required (-schema +type):\n%s", name, diff)
		}
	}
	if schema.AdditionalProperties != false || len(schema.Required) != 3 {
		t.Error("the document is open")
	}
}

// jsonFields gives the names under which encoding/json writes a struct, and whether always: fields of the struct itself
// hide those of embedded ones.
func jsonFields(typ reflect.Type) map[string]bool {
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	fields := map[string]bool{}
	for i := range typ.NumField() {
		if f := typ.Field(i); f.Anonymous {
			maps.Copy(fields, jsonFields(f.Type))
		}
	}
	for i := range typ.NumField() {
		f := typ.Field(i)
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.Anonymous && name != "-" {
			fields[name] = option != "omitempty"
		}
	}
	return fields
}
