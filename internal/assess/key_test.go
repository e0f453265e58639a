package assess

import (
	"testing"

	"hegui/internal/catalog"
)

func TestKeyChangesWithAllThatDecides(t *testing.T) {
	t.Parallel()
	base := func() *Assessor {
		return &Assessor{Pack: PackRef{ID: "p", Digest: "d"}, Profile: &catalog.Profile{ID: "general"}, AsOf: "2026-11-01", Engine: "1"}
	}
	seen := map[string]string{base().Key([]byte("a")): "the base"}
	if _, same := seen[base().Key([]byte("a"))]; !same {
		t.Error("the same parameters give another key")
	}
	add := func(name string, change func(*Assessor), src string) {
		a := base()
		change(a)
		key := a.Key([]byte(src))
		if other, ok := seen[key]; ok {
			t.Errorf("%s has the key of %s", name, other)
		}
		seen[key] = name
	}
	add("another proposal", func(*Assessor) {}, "b")
	add("another pack", func(a *Assessor) { a.Pack.Digest = "e" }, "a")
	add("another profile", func(a *Assessor) { a.Profile = &catalog.Profile{ID: "research"} }, "a")
	add("another date", func(a *Assessor) { a.AsOf = "2026-11-02" }, "a")
	add("another version", func(a *Assessor) { a.Engine = "2" }, "a")
	add("a waiver", func(a *Assessor) { a.Waivers = []Waiver{{Requirement: "DATA-01"}} }, "a")
	add("readings", func(a *Assessor) { a.Readings = true }, "a")
}
