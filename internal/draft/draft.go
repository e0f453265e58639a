// Package draft writes a first draft of a proposal: every field that this kind of project needs, empty, with its meaning
// beside it. What an applicant is asked for it stands in [Choices] and [Traits]; start at [Write].
package draft

import (
	"fmt"
	"slices"

	"hegui/internal/catalog"
	"hegui/internal/pack"
)

// Answers say what kind of project a draft is for. The zero value is the commonest one.
type Answers struct {
	Kind, Domain, Stage string   // words of the schema; "" is the choice's Otherwise
	Traits              []string // names of [Traits], beside those that [TraitsOf] the kind gives
}

// Choice is a question with a few answers, each a word of the schema.
type Choice struct {
	Name      string // "type", "domain" or "stage"
	Question  catalog.Text
	Words     []string // that the pack allows
	Otherwise string   // what is taken without an answer
	Names     map[string]catalog.Text
}

// Choices are what a draft for the pack depends on, in the order in which they are asked; none when the pack does not tell
// kinds of projects apart.
func Choices(p *pack.Pack) []Choice {
	var out []Choice
	for _, c := range []struct {
		choice Choice
		field  string
	}{
		{Choice{Name: "type", Question: askType, Otherwise: "application", Names: typeNames}, "type"},
		{Choice{Name: "domain", Question: askDomain, Otherwise: "industry", Names: domainNames}, "ai_plus_domain"},
		{Choice{Name: "stage", Question: askStage, Otherwise: "pilot", Names: stageNames}, "stage"},
	} {
		if field := p.Schema.Root().Child("project").Child(c.field); field != nil {
			c.choice.Words = field.Enum
			out = append(out, c.choice)
		}
	}
	return out
}

// Traits are what an applicant is asked by yes and no, in this order.
func Traits() []Trait { return slices.Clone(traits) }

// TraitsOf gives the names of those that a kind of project nearly always has; they need not be asked.
func TraitsOf(kind string) []string { return slices.Clone(kindTraits[kind]) }

// Unknown is an answer that does not exist.
type Unknown struct {
	What  string   // "type", "domain", "stage" or "trait"
	Value string   // as it was given
	Known []string // what exists
}

func (e *Unknown) Error() string { return fmt.Sprintf("no %s %q", e.What, e.Value) }

// Write writes a draft in a language. The error is an [*Unknown] answer.
func Write(p *pack.Pack, a Answers, lang catalog.Lang) (string, error) {
	choices := Choices(p)
	for i, value := range []*string{&a.Kind, &a.Domain, &a.Stage} {
		at := slices.IndexFunc(choices, func(c Choice) bool { return c.Name == []string{"type", "domain", "stage"}[i] })
		switch {
		case at < 0:
			continue // this pack does not ask for it
		case *value == "":
			*value = choices[at].Otherwise
		case !slices.Contains(choices[at].Words, *value):
			return "", &Unknown{What: choices[at].Name, Value: *value, Known: choices[at].Words}
		}
	}
	on, err := a.flags()
	if err != nil {
		return "", err
	}
	header := words[lang].header
	if len(choices) == 0 {
		header = fmt.Sprintf(words[lang].otherHeader, p.Catalog.Title.In(lang))
		// Every field that any kind of project needs: the rules say what does not apply.
		for i := range p.Catalog.Flags {
			on[p.Catalog.Flags[i].Name] = true
		}
	}
	return render(p.Schema.Root(), on, a, lang, header), nil
}

// flags collects what the kind, the domain, the stage and the traits stand for.
func (a *Answers) flags() (map[string]bool, error) {
	on := map[string]bool{"all": true}
	add := func(names []string) {
		for _, n := range names {
			on[n] = true
		}
	}
	add(kindFlags[a.Kind])
	add(kindFlags[a.Domain])
	if slices.Contains([]string{"pilot", "deployment", "scaling"}, a.Stage) {
		on["deploy"] = true
	}
	for _, name := range slices.Concat(kindTraits[a.Kind], a.Traits) {
		i := slices.IndexFunc(traits, func(t Trait) bool { return t.Name == name })
		if i < 0 {
			var known []string
			for _, t := range traits {
				known = append(known, t.Name)
			}
			return nil, &Unknown{What: "trait", Value: name, Known: known}
		}
		add(traits[i].flags)
	}
	return on, nil
}
