package catalog

import (
	"fmt"
	"strings"
)

// Describe words a finding: message and remedy, with their values filled in. The requirement is an id; without one the
// code is a hint's or, if the catalog has no such hint, that of a defect of form. The path is a proposal.Path, which is
// written only when a text shows it. Both are empty for a code that nobody knows.
func (c *Catalog) Describe(requirement, code string, path fmt.Stringer, args Args) (message, remedy Text) {
	var found Code
	if r, ok := c.Requirement(requirement); ok {
		found, _ = c.Code(r, code)
	} else if hint, ok := c.Hints[code]; ok {
		found = hint
	} else {
		found, _ = FormCode(code)
	}
	f := filler{c: c, args: args, path: path}
	return f.fill(found.Message), f.fill(found.Remedy)
}

// DescribeGuard words a guard that fired.
func (c *Catalog) DescribeGuard(code string, path fmt.Stringer, args Args) Text {
	f := filler{c: c, args: args, path: path}
	return f.fill(c.Guards[code])
}

// filler puts values into the places of texts: those of a finding, and {path} and {label}, the field's name, which every
// text may use.
type filler struct {
	c       *Catalog
	args    Args
	path    fmt.Stringer
	written string // the path, once it was needed
}

// fill gives a text in both languages with its {placeholders} replaced. A placeholder without a value stays as it is
// written, so that it is seen.
func (f *filler) fill(t Text) Text { return Text{ZH: f.in(ZH, t.ZH), EN: f.in(EN, t.EN)} }

func (f *filler) in(lang Lang, s string) string {
	at := strings.IndexByte(s, '{')
	if at < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(2 * len(s))
	for ; at >= 0; at = strings.IndexByte(s, '{') {
		b.WriteString(s[:at])
		s = s[at:]
		name, ok := placeholderIn(s)
		if value, known := f.value(name, lang); ok && known {
			b.WriteString(value)
			s = s[len(name)+2:]
			continue
		}
		b.WriteByte('{')
		s = s[1:]
	}
	b.WriteString(s)
	return b.String()
}

// value gives what stands for a placeholder.
func (f *filler) value(name string, lang Lang) (string, bool) {
	if arg, ok := f.args[name]; ok {
		return arg.In(lang, f.c.Terms), true
	}
	if name != "path" && name != "label" {
		return "", false
	}
	if f.written == "" {
		f.written = f.path.String()
	}
	if name == "path" {
		return f.written, true
	}
	return f.c.Label(f.written).In(lang), true
}

// placeholderIn gives the name of the {placeholder} that s begins with; see [Text.Placeholders].
func placeholderIn(s string) (name string, ok bool) {
	end := 1
	for end < len(s) && (s[end] >= 'a' && s[end] <= 'z' || end > 1 && (s[end] >= '0' && s[end] <= '9' || s[end] == '_')) {
		end++
	}
	return s[1:end], end > 1 && end < len(s) && s[end] == '}'
}
