package handbook

import (
	"fmt"
	"slices"
	"strings"

	"hegui/internal/catalog"
)

// requirement writes the page of one requirement: what `hegui explain` shows, with links.
func (b *book) requirement(r *catalog.Requirement) string {
	x := b.explain(r, b.lang)
	var dimension string
	for _, d := range b.c.Dimensions {
		if d.ID == r.Dimension {
			dimension = link(text(d.ID+" "+d.Title.In(b.lang)), "../"+dimensionFile(d.ID))
		}
	}
	m := b.page(text(x.ID+" "+x.Title), "../", requirementFile(r.Stem()), dimension)
	facts := []string{bold(text(b.say.Weighs)) + " " + text(x.Weighs), bold(text(b.say.Applies)) + " " + text(x.Applies) + b.flagLinks(r.Applies.Flags())}
	if x.VetoWhen != "" {
		facts = append(facts, bold(text(b.say.VetoWhen))+" "+text(x.VetoWhen)+b.flagLinks(r.VetoWhen))
	}
	m.list(facts)

	m.heading(2, "", text(b.say.Quote))
	m.quote(b.quoted(r.Quote), link(x.Sentence, "../document.md", x.Sentence))
	m.heading(2, "", text(b.say.Reading))
	m.line(text(x.Reading))
	if x.Confirm != "" {
		m.line(bold(text(b.say.Confirm)) + " " + text(x.Confirm))
	}
	for _, reading := range x.Readings {
		m.line(fmt.Sprintf(b.say.OtherReadings, text(reading.Quote), link(code(reading.ID), "../readings.md", reading.ID)))
		m.list(b.alternatives(reading))
	}

	m.heading(2, "", text(b.say.Codes))
	m.list(codeItems(b.say, x.Codes))
	m.line(fmt.Sprintf(b.say.CommonCodes, link(text(b.say.CommonCodesLink), "../checks.md", "codes")))
	b.numbers(m, r)
	m.heading(2, "", text(b.say.Example))
	m.fence("yaml", x.Example)
	b.weights(m, r)
	b.files(m, r)
	return m.String()
}

// flagLinks leads to flags.
func (b *book) flagLinks(names []string) string {
	var links []string
	for _, name := range names {
		links = append(links, link(code(name), "../flags.md", name))
	}
	return fmt.Sprintf(b.say.Aside, strings.Join(links, b.say.Comma))
}

func (b *book) numbers(m *markdown, r *catalog.Requirement) {
	x := b.explain(r, b.lang)
	var rows [][]string
	for _, t := range x.Thresholds {
		rows = append(rows, []string{link(text(t.Title), "../thresholds.md", t.Name), text(t.Value), text(t.Basis) + b.say.Colon + text(t.Source)})
	}
	if len(rows) > 0 {
		m.heading(2, "", text(b.say.Thresholds))
		m.table([]string{text(b.say.Threshold), text(b.say.Value), text(b.say.Basis)}, rows)
	}
}

// weights lists the profiles that weigh the requirement otherwise.
func (b *book) weights(m *markdown, r *catalog.Requirement) {
	var rows [][]string
	for i := range b.c.Profiles {
		p := &b.c.Profiles[i]
		weight := p.WeightOf(r)
		if weight == r.Weight {
			continue
		}
		shown := fmt.Sprint(weight)
		if slices.Contains(p.Exclude, r.ID) {
			shown = text(b.say.LeftOut)
		}
		rows = append(rows, []string{link(text(p.Title.In(b.lang)), "../profiles.md", p.ID), shown})
	}
	if len(rows) > 0 {
		m.heading(2, "", text(b.say.InProfiles))
		m.table([]string{text(b.say.Profile), text(b.say.Weight)}, rows)
	}
}

// files says where the requirement is made: catalogue, rule, tests, mutant and the checks that the rule combines.
func (b *book) files(m *markdown, r *catalog.Requirement) {
	traced := b.trace.requirement(r.ID)
	m.heading(2, "", text(b.say.Files))
	items := []string{bold(text(b.say.Catalogue)) + " " + code(r.File), bold(text(b.say.Rule)) + " " + code(traced.Rule)}
	for _, file := range traced.TestFiles {
		items = append(items, bold(text(b.say.Tests))+" "+code(file))
	}
	if traced.Mutant != nil {
		items = append(items, bold(text(b.say.Mutant))+" "+code(traced.Mutant.File)+" → "+code(traced.Mutant.Raises))
	}
	var checks []string
	if part := b.parts["rules."+r.Stem()]; part != nil {
		for _, used := range part.Uses {
			if name, ok := strings.CutPrefix(used, "checks."); ok {
				checks = append(checks, link(text(b.partTitle(used)), "../checks.md", name))
			}
		}
	}
	if len(checks) > 0 {
		items = append(items, bold(text(b.say.Checks))+" "+strings.Join(checks, b.say.Comma))
	}
	m.list(items)
}
