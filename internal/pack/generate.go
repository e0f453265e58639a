package pack

import (
	"encoding/json"
	"fmt"
	"io/fs"
)

// ThresholdSchema generates the JSON Schema of a pack's thresholds.yaml: the file policies/<id>/schema/thresholds.json,
// which makes a misspelt threshold in a rule a compile error.
func ThresholdSchema(fsys fs.FS, id string) ([]byte, error) {
	files, err := read(fsys, id)
	if err != nil {
		return nil, err
	}
	l := newLoader(id, files)
	var raw map[string]any
	if !l.decode(l.path("thresholds.yaml"), &raw) {
		return nil, l.invalid()
	}
	doc, err := jsonValue(raw)
	if err != nil {
		return nil, err
	}
	return thresholdSchema(doc), nil
}

func thresholdSchema(doc any) []byte {
	schema := shapeOf(doc)
	schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	schema["$comment"] = "Generated from thresholds.yaml by `make generate`. Do not edit."
	b, err := json.MarshalIndent(schema, "", " ")
	if err != nil {
		panic(fmt.Sprintf("a schema of maps and strings does not marshal: %v", err))
	}
	return append(b, '\n')
}

// shapeOf gives the closed schema of a value.
func shapeOf(v any) map[string]any {
	switch v := v.(type) {
	case map[string]any:
		props := make(map[string]any, len(v))
		for k, x := range v {
			props[k] = shapeOf(x)
		}
		return map[string]any{"type": "object", "additionalProperties": false, "properties": props}
	case []any:
		if len(v) == 0 {
			return map[string]any{"type": "array"}
		}
		return map[string]any{"type": "array", "items": shapeOf(v[0])}
	case string:
		return map[string]any{"type": "string"}
	case bool:
		return map[string]any{"type": "boolean"}
	case nil:
		return map[string]any{"type": "null"}
	default:
		return map[string]any{"type": "number"}
	}
}
