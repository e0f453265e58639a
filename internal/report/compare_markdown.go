package report

import (
	"fmt"
	"strings"

	"hegui/internal/assess"
)

// comparisonMarkdown writes comparisons for a comment on a change. All text that comes from proposals and results is
// escaped.
type comparisonMarkdown struct {
	b       strings.Builder
	o       Options
	words   words
	compare compareWords
}

func (m *comparisonMarkdown) linef(format string, args ...any) {
	fmt.Fprintf(&m.b, format+"\n", args...)
}

func (m *comparisonMarkdown) comparisons(c *Comparisons) {
	for i := range c.Pairs {
		if i > 0 {
			m.linef("\n---\n")
		}
		m.pair(&c.Pairs[i])
	}
	if len(c.Unreadable)+len(c.OnlyBefore)+len(c.OnlyAfter) > 0 {
		m.linef("")
	}
	for _, u := range c.Unreadable {
		problem, _ := unreadableText(u, m.o.Lang)
		m.linef("- %s %s: %s", m.words.unreadable, MarkdownCode(u.File), MarkdownText(problem))
	}
	for _, a := range c.OnlyBefore {
		m.linef("- %s", MarkdownText(fmt.Sprintf(m.compare.onlyBefore, a.File, a.Project)))
	}
	for _, a := range c.OnlyAfter {
		m.linef("- %s", MarkdownText(fmt.Sprintf(m.compare.onlyAfter, a.File, a.Project)))
	}
}

func (m *comparisonMarkdown) pair(p *Pair) {
	before, after := &p.Before.Decision, &p.After.Decision
	m.linef("## %s → %s (%s) · %s → %s\n", before.Score, after.Score, p.Change, m.words.verdict[before.Verdict], m.words.verdict[after.Verdict])
	for i, text := range splitTexts(p.Comparison, &m.words, &m.compare) {
		if i > 0 {
			m.linef("")
		}
		m.linef("%s", MarkdownText(text))
	}
	m.linef("")
	for _, side := range p.sides(&m.compare) {
		m.linef("- %s: %s", side.label, MarkdownText(sideText(side.a, &m.compare)))
	}
	if p.renamed() {
		m.linef("- %s", MarkdownText(fmt.Sprintf(m.compare.renamed, p.Before.Project, p.After.Project)))
	}
	m.linef("")
	if !differ(p.Comparison) {
		m.linef("%s", m.compare.nothing)
		return
	}
	m.dimensions(p)
	if len(p.Requirements) > 0 {
		m.linef("### %s\n", fmt.Sprintf(m.compare.requirements, len(p.Requirements)))
		for i := range p.Requirements {
			m.requirement(p, &p.Requirements[i])
		}
		m.linef("")
	}
	if len(p.Form.New)+len(p.Form.Gone) > 0 {
		m.linef("### %s\n", fmt.Sprintf(m.compare.form, len(p.Form.New), len(p.Form.Gone), p.Form.Unchanged))
		m.findings(p, "", &p.Form, "")
		m.linef("")
	}
	m.linef("%s %s", fmt.Sprintf(m.compare.findings, len(p.Findings.New), len(p.Findings.Gone), p.Findings.Unchanged),
		fmt.Sprintf(m.compare.unchanged, len(p.Requirements), p.Unchanged))
}

func (m *comparisonMarkdown) dimensions(p *Pair) {
	head := fmt.Sprintf("| %s | %s | %s | %s |\n|---|---:|---:|---:|", m.compare.dimension, m.compare.before, m.compare.after, m.compare.difference)
	shown := false
	for i := range p.Dimensions {
		d := &p.Dimensions[i]
		if d.Change() == 0 {
			continue
		}
		if !shown {
			m.linef("%s", head)
			shown = true
		}
		m.linef("| %s | %s | %s | %s |", MarkdownText(titleOf(m.o.Catalog, d.Dimension, m.o.Lang)), d.Before.Score, d.After.Score, d.Change())
	}
	if shown {
		m.linef("")
	}
}

func (m *comparisonMarkdown) requirement(p *Pair, r *assess.RequirementChange) {
	m.linef("- **%s** %s", MarkdownText(r.Requirement), MarkdownText(p.requirement(r.Requirement).Title.In(m.o.Lang)))
	for _, text := range changeTexts(p, r, &m.words, &m.compare) {
		m.linef("  - %s", MarkdownText(text))
	}
	m.findings(p, r.Requirement, &r.Findings, "  ")
}

func (m *comparisonMarkdown) findings(p *Pair, requirement string, c *assess.FindingChange, indent string) {
	for _, side := range []struct {
		a     *Described
		label string
		all   []assess.Finding
	}{{p.After, m.compare.isNew, c.New}, {p.Before, m.compare.isGone, c.Gone}} {
		shown := side.all
		if !m.o.Verbose && len(shown) > changesShown {
			shown = shown[:changesShown]
		}
		for i := range shown {
			f := side.a.words(requirement, &shown[i])
			at := fmt.Sprintf("%s:%d:%d", side.a.File, f.Position.Line, f.Position.Column)
			m.linef("%s- %s %s %s", indent, side.label, MarkdownCode(at), MarkdownText(f.Message.In(m.o.Lang)))
		}
		if rest := len(side.all) - len(shown); rest > 0 {
			m.linef("%s- %s %s", indent, side.label, fmt.Sprintf(m.words.more, rest))
		}
	}
}
