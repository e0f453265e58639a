package draft

import (
	"fmt"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/pack"
)

// render writes a first draft: every field that this kind of project needs, empty, with its meaning beside it.
func render(root *pack.Field, on map[string]bool, a Answers, lang catalog.Lang, header string) string {
	r := &renderer{on: on, lang: lang, words: words[lang], values: map[string]string{
		"apiVersion":             "hegui/v1",
		"kind":                   "Proposal",
		"meta.language":          string(lang),
		"project.type":           a.Kind,
		"project.ai_plus_domain": a.Domain,
		"project.stage":          a.Stage,
	}}
	for _, line := range strings.Split(header, "\n") {
		r.comment(0, line)
	}
	for _, f := range root.Children {
		if !r.wants(f) {
			continue
		}
		if len(f.Children) > 0 {
			fmt.Fprintf(&r.b, "\n# ── %s ──\n", f.Label.In(lang))
		}
		r.field(f, 0, "")
	}
	return r.b.String()
}

type renderer struct {
	b      strings.Builder
	on     map[string]bool
	lang   catalog.Lang
	words  phrases
	values map[string]string // by pattern
}

func (r *renderer) comment(indent int, s string) {
	fmt.Fprintf(&r.b, "%s%s\n", strings.Repeat(" ", indent), strings.TrimRight("# "+s, " "))
}

// wants says whether the draft has the field: the form requires it, or a flag of the project does, there or below.
func (r *renderer) wants(f *pack.Field) bool {
	if f.When != "" {
		return r.on[f.When]
	}
	if f.Required {
		return true
	}
	for _, c := range f.Children {
		if c.When != "" && r.on[c.When] || len(c.Children) > 0 && !c.Required && r.wants(c) {
			return true
		}
	}
	return false
}

// field writes one field. lead is what stands before its key: indentation, or the dash of a list's first field.
func (r *renderer) field(f *pack.Field, indent int, lead string) {
	pad := strings.Repeat(" ", indent)
	if lead != "" {
		pad = lead
	}
	switch {
	case len(f.Children) == 0 && f.List:
		r.line(pad+f.Key+": []", r.note(f))
	case len(f.Children) == 0:
		r.line(strings.TrimRight(pad+f.Key+": "+r.values[f.Pattern], " "), r.note(f))
	case f.List:
		r.line(pad+f.Key+":", r.note(f))
		r.children(f, indent+4, strings.Repeat(" ", indent+2)+"- ")
	default:
		note := ""
		if indent > 0 {
			note = r.note(f)
		}
		r.line(pad+f.Key+":", note)
		r.children(f, indent+2, "")
	}
}

// children writes the fields below; first is what the first of them starts with.
func (r *renderer) children(f *pack.Field, indent int, first string) {
	for _, c := range f.Children {
		if r.wants(c) {
			r.field(c, indent, first)
			first = ""
		}
	}
}

func (r *renderer) line(text, note string) {
	if note != "" {
		text += strings.Repeat(" ", max(2, 34-len(text))) + "# " + note
	}
	r.b.WriteString(text + "\n")
}

// note says what to write into a field.
func (r *renderer) note(f *pack.Field) string {
	parts := []string{f.Label.In(r.lang)}
	switch {
	case len(f.Enum) > 1:
		parts = append(parts, strings.Join(f.Enum, " | "))
	case f.Type == "boolean":
		parts = append(parts, "true | false")
	case f.Sample != "":
		parts = append(parts, fmt.Sprintf(r.words.forExample, f.Sample))
	}
	if unit := f.Unit.In(r.lang); unit != "" {
		parts = append(parts, unit)
	}
	return strings.Join(parts, r.words.separator)
}
