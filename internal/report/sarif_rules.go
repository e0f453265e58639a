package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"hegui/internal/catalog"
)

// describeRules gives the rules of a run: every requirement of the catalog, then those that are no requirements.
func (s *sarifWriter) describeRules() []sarifRule {
	rules := make([]sarifRule, 0, len(s.c.Requirements)+len(ownRules()))
	for i := range s.c.Requirements {
		rules = append(rules, s.requirementRule(&s.c.Requirements[i]))
	}
	for _, id := range ownRules() {
		level := "note"
		switch id {
		case ruleVerdict, ruleForm, ruleUnreadable:
			level = "error"
		}
		rules = append(rules, sarifRule{
			ID: id, Name: s.formats.ruleTitle[id],
			ShortDescription: message(s.formats.ruleTitle[id]), FullDescription: message(s.formats.ruleText[id]),
			DefaultConfiguration: sarifConfiguration{true, level}, Help: message(s.formats.ruleText[id]),
			Properties: sarifRuleBag{
				Tags:  []string{"hegui"},
				Title: catalog.Text{ZH: chineseFormats.ruleTitle[id], EN: englishFormats.ruleTitle[id]},
			},
		})
	}
	return rules
}

func (s *sarifWriter) requirementRule(req *catalog.Requirement) sarifRule {
	weight := s.o.Profile.WeightOf(req)
	quote := jsonQuote(req.Quote)
	return sarifRule{
		ID: req.ID, Name: Safe(req.Title.In(s.o.Lang)),
		ShortDescription: message(req.Title.In(s.o.Lang)), FullDescription: message(req.Reading.In(s.o.Lang)),
		DefaultConfiguration: sarifConfiguration{weight > 0, severityLevel(req.Severity)}, Help: s.help(req),
		Properties: sarifRuleBag{
			Tags:  []string{"hegui", req.Dimension, string(req.Severity)},
			Title: req.Title, Reading: &req.Reading, Dimension: req.Dimension, Weight: &weight, Severity: req.Severity,
			VetoWhen: req.VetoWhen, Quote: &quote,
		},
	}
}

func severityLevel(severity catalog.Severity) string {
	switch severity {
	case catalog.Veto:
		return sarifLevel(decisive)
	case catalog.Major:
		return sarifLevel(serious)
	default:
		return sarifLevel(minor)
	}
}

// help says which sentence asks for a requirement, how it is read, and how each way to miss it is repaired. The
// messages keep their placeholders: what stands there depends on the proposal.
func (s *sarifWriter) help(req *catalog.Requirement) sarifText {
	quote := fmt.Sprintf(s.formats.helpQuote, req.Quote.Sentence, req.Quote.Text)
	reading := fmt.Sprintf(s.formats.helpReading, req.Reading.In(s.o.Lang))
	var text, md strings.Builder
	fmt.Fprintf(&text, "%s\n%s\n%s\n", quote, reading, s.formats.helpCodes)
	fmt.Fprintf(&md, "> %s\n\n%s\n\n%s\n\n", MarkdownText(quote), MarkdownText(reading), MarkdownText(s.formats.helpCodes))
	for _, name := range slices.Sorted(maps.Keys(req.Codes)) {
		code := req.Codes[name]
		line := fmt.Sprintf(s.formats.helpCode, code.Message.In(s.o.Lang), code.Remedy.In(s.o.Lang))
		fmt.Fprintf(&text, "- %s\n", line)
		fmt.Fprintf(&md, "- %s\n", MarkdownText(line))
	}
	return sarifText{plainLines(text.String()), strings.TrimRight(md.String(), "\n")}
}

// plainLines is message for a text of several lines.
func plainLines(s string) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	for i, l := range lines {
		lines[i] = message(l).Text
	}
	return strings.Join(lines, "\n")
}
