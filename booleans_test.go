package hegui_test

import (
	"fmt"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"hegui/internal/assess"
	"hegui/internal/pack"
)

// A boolean by itself earns nothing: in a section that is otherwise empty, neither value of any boolean of the schema gives
// a higher score than leaving it out. A rule that read one boolean would be a checkbox, not a check.
func TestNoBooleanAloneRaisesTheScore(t *testing.T) {
	t.Parallel()
	p, err := aiplus()
	if err != nil {
		t.Fatal(err)
	}
	for _, example := range []string{"f01-excellent-auto-parts", "f06-tiny-orchard-pest"} {
		_, src := proposalFile(t, example)
		for _, f := range booleans(p.Schema.Root()) {
			t.Run(example+"/"+f.Pattern, func(t *testing.T) {
				t.Parallel()
				without := scoreWithSection(t, src, f.Pattern, "")
				for _, value := range []string{"true", "false"} {
					if got := scoreWithSection(t, src, f.Pattern, value); got > without {
						t.Errorf("%s: %s alone gives %s, without it %s", f.Pattern, value, got, without)
					}
				}
			})
		}
	}
}

// booleans lists the boolean fields of a schema.
func booleans(f *pack.Field) []*pack.Field {
	var out []*pack.Field
	if f.Type == "boolean" {
		out = append(out, f)
	}
	for _, child := range f.Children {
		out = append(out, booleans(child)...)
	}
	return out
}

// scoreWithSection assesses a proposal whose section holds nothing but one field, at a pattern like "a.b[].c".
func scoreWithSection(t *testing.T, src []byte, pattern, value string) assess.Score {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		t.Fatal(err)
	}
	var section yaml.Node
	if err := yaml.Unmarshal([]byte(skeleton(strings.Split(pattern, "."), value)), &section); err != nil {
		t.Fatal(err)
	}
	root := doc.Content[0]
	key := section.Content[0].Content[0].Value
	for i := 0; i < len(root.Content); i += 2 {
		if root.Content[i].Value == key {
			root.Content[i+1] = section.Content[0].Content[1]
		}
	}
	out, err := yaml.Marshal(&doc)
	if err != nil {
		t.Fatal(err)
	}
	return assessment(t, "f", out).Decision.Score
}

// skeleton writes the keys down to a field, and nothing beside them; the field itself only when it has a value.
func skeleton(keys []string, value string) string {
	key, list := strings.CutSuffix(keys[0], "[]")
	switch {
	case len(keys) == 1 && value == "":
		return "{}"
	case len(keys) == 1:
		return fmt.Sprintf("{%s: %s}", key, value)
	case list:
		return fmt.Sprintf("{%s: [%s]}", key, skeleton(keys[1:], value))
	default:
		return fmt.Sprintf("{%s: %s}", key, skeleton(keys[1:], value))
	}
}
