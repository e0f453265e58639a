package hegui_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"hegui"
	"hegui/internal/pack"
	"hegui/internal/proposal"
)

// What the schema says a field refers to (x-ref) is what the examples refer to. Some of them have a wrong id on purpose, so
// what holds is that most ids of each field are those of an item of its lists. Fields that may hold free text beside an id
// (those without a form) are left out.
func TestReferencesOfTheSchema(t *testing.T) {
	t.Parallel()
	p, err := pack.Open(hegui.Files, "aiplus")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("examples/proposals/*/proposal.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no examples", err)
	}
	found, lost := map[string]int{}, map[string]int{} // by pattern of the field
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := proposal.Parse(file, src, proposal.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		var follow func(v *proposal.Value, at proposal.Path)
		follow = func(v *proposal.Value, at proposal.Path) {
			for _, f := range v.Fields() {
				follow(f.Value, at.Append(proposal.Key(f.Key)))
			}
			for i, item := range v.Items() {
				follow(item, at.Append(proposal.Index(i)))
			}
			field := p.Schema.Field(at)
			if v.Kind() != proposal.String || field == nil || len(field.Refs) == 0 || field.Sample == "" {
				return
			}
			if slices.ContainsFunc(field.Refs, func(ref string) bool { return slices.Contains(idsOf(t, doc, ref), v.Text()) }) {
				found[field.Pattern]++
			} else {
				lost[field.Pattern]++
			}
		}
		follow(doc.Root(), nil)
	}
	if len(found) < 30 {
		t.Errorf("only %d fields refer to something", len(found))
	}
	for pattern, n := range lost {
		if n >= found[pattern] {
			t.Errorf("%s: %d ids are none of what the schema says, %d are", pattern, n, found[pattern])
		}
	}
}

func idsOf(t *testing.T, doc *proposal.Document, list string) []string {
	t.Helper()
	at, err := proposal.ParsePath(list)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	if v, ok := doc.At(at); ok {
		for _, item := range v.Items() {
			if id, ok := item.Get("id"); ok {
				ids = append(ids, id.Text())
			}
		}
	}
	return ids
}
