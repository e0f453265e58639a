package draft

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"hegui"
	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
)

func openPack(t *testing.T) *pack.Pack {
	t.Helper()
	p, err := pack.Open(hegui.Files, "aiplus")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestEveryAnswerHasWords(t *testing.T) {
	p := openPack(t)
	for _, c := range Choices(p) {
		for _, word := range c.Words {
			if name := c.Names[word]; name.ZH == "" || name.EN == "" {
				t.Errorf("%s %s has no name", c.Name, word)
			}
		}
		if !slices.Contains(c.Words, c.Otherwise) {
			t.Errorf("%s is %q otherwise, which the pack does not allow", c.Name, c.Otherwise)
		}
	}
	known := map[string]bool{}
	for _, tr := range Traits() {
		if tr.Question.ZH == "" || tr.Question.EN == "" {
			t.Errorf("trait %s has no question", tr.Name)
		}
		if tr.After != "" && !known[tr.After] {
			t.Errorf("trait %s is asked after %s, which is not asked before", tr.Name, tr.After)
		}
		known[tr.Name] = true
	}
	for kind, names := range kindTraits {
		if _, ok := typeNames[kind]; !ok {
			t.Errorf("kind %s has no name", kind)
		}
		for _, n := range names {
			if !known[n] {
				t.Errorf("kind %s has unknown trait %s", kind, n)
			}
		}
	}
}

// Every kind of project gets a draft that can be read, in both languages.
func TestDraftsParse(t *testing.T) {
	p := openPack(t)
	for kind := range kindTraits {
		for _, lang := range []catalog.Lang{catalog.ZH, catalog.EN} {
			text, err := Write(p, Answers{Kind: kind, Traits: []string{"personal", "jobs"}}, lang)
			if err != nil {
				t.Fatal(err)
			}
			if _, err = proposal.Parse("draft.yaml", []byte(text), proposal.Limits{}); err != nil {
				t.Errorf("%s in %s: %v", kind, lang, err)
			}
			if !strings.Contains(text, "type: "+kind) || !strings.Contains(text, "language: "+string(lang)) {
				t.Errorf("%s in %s does not say so", kind, lang)
			}
		}
	}
}

func TestUnknownAnswers(t *testing.T) {
	p := openPack(t)
	for name, a := range map[string]Answers{
		"type": {Kind: "aplication"}, "domain": {Domain: "x"}, "stage": {Stage: "x"}, "trait": {Traits: []string{"nothing"}},
	} {
		_, err := Write(p, a, catalog.EN)
		var unknown *Unknown
		if !errors.As(err, &unknown) || unknown.What != name || len(unknown.Known) == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}
