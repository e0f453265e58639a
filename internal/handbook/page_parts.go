package handbook

import (
	"maps"
	"slices"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/report"
	"hegui/internal/rules"
)

// partTitle names a part of the rules; one without a title goes by its package.
func (b *book) partTitle(name string) string {
	part := b.parts[name]
	switch {
	case part == nil:
		return name
	case b.lang == catalog.ZH && part.TitleZH != "":
		return part.TitleZH
	case part.Title != "":
		return part.Title
	}
	return name
}

// partText describes a part of the rules as its annotation does.
func (b *book) partText(part *rules.Part) string {
	if b.lang == catalog.ZH && part.DescribedZH != "" {
		return part.DescribedZH
	}
	return part.Description
}

// checks lists what rules share, the codes that all may raise, and hints.
func (b *book) checks() string {
	m := b.page(text(b.say.Checks), "", "checks.md")
	m.line(text(b.say.ChecksHelp))
	for _, name := range slices.Sorted(maps.Keys(b.parts)) {
		short, ok := strings.CutPrefix(name, "checks.")
		if !ok {
			continue
		}
		part := b.parts[name]
		m.heading(2, short, text(b.partTitle(name))+" "+code(short))
		m.line(text(b.partText(part)))
		items := []string{bold(text(b.say.UsedBy)) + " " + b.usersOf(name)}
		var uses, numbers, files []string
		for _, used := range part.Uses {
			if other, ok := strings.CutPrefix(used, "checks."); ok {
				uses = append(uses, link(text(b.partTitle(used)), "", other))
			}
		}
		for _, t := range part.Thresholds {
			numbers = append(numbers, link(code(t), "thresholds.md", t))
		}
		for _, file := range part.Files {
			files = append(files, code(file))
		}
		if len(uses) > 0 {
			items = append(items, bold(text(b.say.Uses))+" "+strings.Join(uses, b.say.Comma))
		}
		if len(numbers) > 0 {
			items = append(items, bold(text(b.say.Thresholds))+" "+strings.Join(numbers, b.say.Comma))
		}
		m.list(append(items, bold(text(b.say.Files))+" "+strings.Join(files, b.say.Comma)))
	}
	m.heading(2, "codes", text(b.say.CommonCodesHead))
	m.list(codeItems(b.say, report.ExplainCodes(b.c.Codes, b.lang)))
	if len(b.c.Hints) > 0 {
		m.heading(2, "hints", text(b.say.Hints))
		m.line(text(b.say.HintsHelp))
		m.list(codeItems(b.say, report.ExplainCodes(b.c.Hints, b.lang)))
	}
	return m.String()
}

// usersOf leads to the requirements that a check takes part in, and to what else reads it.
func (b *book) usersOf(check string) string {
	var links []string
	if len(b.users[check]) > 0 {
		links = append(links, b.requirementLinks("", func(r *catalog.Requirement) bool { return slices.Contains(b.users[check], r.Stem()) }))
	}
	for _, name := range slices.Sorted(maps.Keys(b.parts)) {
		kind, _, _ := strings.Cut(name, ".")
		if kind != "rules" && kind != "checks" && slices.Contains(b.parts[name].Uses, check) {
			links = append(links, b.partLink(name))
		}
	}
	if len(links) == 0 {
		return text(b.say.None)
	}
	return strings.Join(links, b.say.Comma)
}

// thresholds lists every number that a rule or a check compares with.
func (b *book) thresholds() string {
	m := b.page(text(b.say.Thresholds), "", "thresholds.md")
	m.line(text(b.say.ThresholdsHelp))
	var rows [][]string
	for _, t := range report.ExplainThresholds(b.c.Thresholds, b.lang) {
		var users []string
		for _, name := range b.reads[t.Name] {
			users = append(users, b.partLink(name))
		}
		if len(users) == 0 {
			users = []string{text(b.say.None)}
		}
		rows = append(rows, []string{
			anchor(t.Name) + text(t.Title) + "<br>" + code(t.Name),
			text(t.Value), text(t.Basis) + b.say.Colon + text(t.Source), strings.Join(users, b.say.Comma),
		})
	}
	m.table([]string{text(b.say.Threshold), text(b.say.Value), text(b.say.Basis), text(b.say.UsedBy)}, rows)
	return m.String()
}

// partLink leads to the page that tells of a part.
func (b *book) partLink(name string) string {
	kind, rest, _ := strings.Cut(name, ".")
	switch kind {
	case "rules":
		if r, ok := b.c.Requirement(rest); ok {
			return link(text(r.ID), requirementFile(r.Stem()))
		}
	case "checks":
		return link(text(b.partTitle(name)), "checks.md", rest)
	case "readings":
		return link(code(name), "readings.md", rest)
	case "flags":
		return link(text(b.say.Flags), "flags.md")
	case "hints":
		return link(text(b.say.Hints), "checks.md", "hints")
	}
	return code(name)
}

// flags lists the traits of proposals and the guards.
func (b *book) flags() string {
	m := b.page(text(b.say.Flags), "", "flags.md")
	m.line(text(b.say.FlagsHelp))
	for i := range b.c.Flags {
		f := &b.c.Flags[i]
		m.heading(2, f.Name, text(f.Title.In(b.lang))+" "+code(f.Name))
		uses := func(off bool) func(*catalog.Requirement) bool {
			return func(r *catalog.Requirement) bool {
				for _, alternative := range r.Applies {
					if slices.Contains(alternative, catalog.FlagTerm{Flag: f.Name, Off: off}) {
						return true
					}
				}
				return false
			}
		}
		vetoes := func(r *catalog.Requirement) bool { return slices.Contains(r.VetoWhen, f.Name) }
		items := []string{bold(text(b.say.NeededBy)) + " " + b.requirementLinks("", uses(false))}
		if slices.ContainsFunc(pointers(b.c.Requirements), uses(true)) {
			items = append(items, bold(text(b.say.ExcludedBy))+" "+b.requirementLinks("", uses(true)))
		}
		if slices.ContainsFunc(pointers(b.c.Requirements), vetoes) {
			items = append(items, bold(text(b.say.Vetoes))+" "+b.requirementLinks("", vetoes))
		}
		items = append(items, bold(text(b.say.WhenOff))+" "+text(f.Off.In(b.lang)))
		if f.On != (catalog.Text{}) {
			items = append(items, bold(text(b.say.WhenOn))+" "+text(f.On.In(b.lang)))
		}
		m.list(items)
	}
	if len(b.c.Guards) > 0 {
		m.heading(2, "guards", text(b.say.Guards))
		m.line(text(b.say.GuardsHelp))
		var items []string
		for _, name := range slices.Sorted(maps.Keys(b.c.Guards)) {
			items = append(items, code(name)+b.say.Colon+message(b.c.Guards[name].In(b.lang)))
		}
		m.list(items)
	}
	return m.String()
}

func pointers(all []catalog.Requirement) []*catalog.Requirement {
	out := make([]*catalog.Requirement, len(all))
	for i := range all {
		out[i] = &all[i]
	}
	return out
}
