package editor

import (
	"fmt"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/pack"
)

// maxRequirements bounds the requirements that a hover lists: a section belongs to many.
const maxRequirements = 6

// Explanation is what there is to say about a key or a value.
type Explanation struct {
	Contents string // Markdown; empty when there is nothing to say
	Range    Range  // of the key or value
}

// Hover explains the key or value at a position: what the field is called and holds, what the assessment says of it, and
// the requirements it matters to. Nil stands for the assessment when there is none; see [pack.Pack.Uses] for which
// requirements are known. It works while the text does not parse.
func (t *Text) Hover(at Position, a *assess.Assessment, lang catalog.Lang) Explanation {
	o := newOutline(t.lines.text)
	offset := t.lines.offset(at)
	n, key := o.at(offset)
	if n == nil {
		return Explanation{}
	}
	start, end := n.start, n.end
	if key {
		start, end = n.keyStart, n.keyEnd
	} else if n.flow { // the bracket stands for the whole
		end = start + 1
		if offset > end {
			return Explanation{}
		}
	}
	h := hover{terms: t.terms(lang)}
	f := t.pack.Schema.Field(n.path())
	if n.parent == nil {
		f = nil
	}
	if f != nil {
		h.field(f)
	}
	where := map[int]bool{n.keyStart: n.keyStart < n.keyEnd, n.start: n.start < n.end}
	h.findings(t.diagnose(o, a, lang), where)
	if f != nil {
		h.requirements(t.pack.Uses(f))
	}
	if len(h.parts) == 0 {
		return Explanation{}
	}
	return Explanation{strings.Join(h.parts, "\n\n"), t.lines.between(start, end)}
}

// hover gathers paragraphs.
type hover struct {
	terms
	parts []string
}

func (h *hover) add(format string, args ...any) {
	h.parts = append(h.parts, fmt.Sprintf(format, args...))
}

func (h *hover) field(f *pack.Field) {
	if label := h.label(f); label != "" {
		h.add("**%s** %s", markdown(label), code(f.Pattern))
	} else {
		h.add("%s", code(f.Pattern))
	}
	h.parts = append(h.parts, h.describe(f))
}

// findings lists what the assessment says of the places that begin at some offsets.
func (h *hover) findings(all []Diagnostic, where map[int]bool) {
	var items []string
	for i := range all {
		d := &all[i]
		if !where[d.start] {
			continue
		}
		item := fmt.Sprintf("- **%s** %s", markdown(strings.TrimSpace(h.severity(d)+" "+d.Requirement)), markdown(d.Message))
		if d.Remedy != "" {
			item += "  \n  " + fmt.Sprintf(h.remedy, markdown(d.Remedy))
		}
		items = append(items, item)
	}
	if len(items) > 0 {
		h.add("**%s**\n\n%s", h.words.findings, strings.Join(items, "\n"))
	}
}

// severity names how grave a diagnostic is.
func (h *hover) severity(d *Diagnostic) string {
	switch {
	case d.Code == string(assess.StatusError):
		return h.failed
	case d.Severity == Error && d.Requirement == "":
		return h.form
	case d.Severity == Error:
		return h.vetoes
	case d.Severity == Warning:
		return h.costs
	case d.Severity == Information:
		return h.looks
	default:
		return h.costsNothing
	}
}

func (h *hover) requirements(all []*catalog.Requirement) {
	var items []string
	for i, r := range all {
		if i == maxRequirements {
			items = append(items, "- "+fmt.Sprintf(h.more, len(all)-i))
			break
		}
		item := "- " + fmt.Sprintf(h.requirement, markdown(r.ID), markdown(r.Title.In(h.lang)), r.Weight, markdown(r.Quote.Text))
		if confirm := r.Confirm.In(h.lang); confirm != "" {
			item += "  \n  " + fmt.Sprintf(h.confirm, markdown(confirm))
		}
		items = append(items, item)
	}
	if len(items) > 0 {
		h.add("**%s**\n\n%s", h.words.requirements, strings.Join(items, "\n"))
	}
}
