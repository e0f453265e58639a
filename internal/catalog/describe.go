package catalog

import (
	"fmt"
	"strings"
)

// Describe words a finding: message and remedy, with their values filled in. The requirement is an id; without one the
// code is a hint's or, if the catalog has no such hint, that of a defect of form. The path is a proposal.Path, which is
// written only when a text shows it. Both are empty for a code that nobody knows.
func (c *Catalog) Describe(requirement, code string, path fmt.Stringer, args Args) (message, remedy Text) {
	found := c.CodeOf(requirement, code)
	f := c.Filler(path, args)
	return f.fill(found.Message), f.fill(found.Remedy)
}

// CodeOf finds the code of a finding as [Catalog.Describe] does; the zero Code is one that nobody knows.
func (c *Catalog) CodeOf(requirement, code string) Code {
	var found Code
	if r, ok := c.Requirement(requirement); ok {
		found, _ = c.Code(r, code)
	} else if hint, ok := c.Hints[code]; ok {
		found = hint
	} else {
		found, _ = FormCode(code)
	}
	return found
}

// DescribeGuard words a guard that fired.
func (c *Catalog) DescribeGuard(code string, path fmt.Stringer, args Args) Text {
	f := c.Filler(path, args)
	return f.fill(c.Guards[code])
}

// Filler puts values into the places of texts: those of a finding, and {path} and {label}, the field's name, which every
// text may use. [Catalog.Filler] makes one.
type Filler struct {
	c       *Catalog
	args    Args
	path    fmt.Stringer
	written string // the path, once it was needed
}

// Filler gives what fills the places of a finding's texts.
func (c *Catalog) Filler(path fmt.Stringer, args Args) Filler {
	return Filler{c: c, args: args, path: path}
}

// fill gives a text in both languages with its {placeholders} replaced. A placeholder without a value stays as it is
// written, so that it is seen.
func (f *Filler) fill(t Text) Text { return Text{ZH: f.in(ZH, t.ZH), EN: f.in(EN, t.EN)} }

func (f *Filler) in(lang Lang, s string) string {
	before, name, rest := CutPlace(s)
	if name == "" {
		return s
	}
	var b strings.Builder
	b.Grow(2 * len(s))
	for ; name != ""; before, name, rest = CutPlace(rest) {
		b.WriteString(before)
		if value, ok := f.Value(name, lang); ok {
			b.WriteString(value)
			continue
		}
		b.WriteByte('{')
		b.WriteString(name)
		b.WriteByte('}')
	}
	b.WriteString(before)
	return b.String()
}

// Value gives what stands for a placeholder; false when nothing does.
func (f *Filler) Value(name string, lang Lang) (string, bool) {
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

// CutPlace cuts a text at its first {placeholder} and gives that one's name: "" when there is none, and before is all of it.
// See [Text.Placeholders].
func CutPlace(s string) (before, name, rest string) {
	for from := 0; ; from++ {
		at := strings.IndexByte(s[from:], '{')
		if at < 0 {
			return s, "", ""
		}
		from += at
		if name, ok := placeholderIn(s[from:]); ok {
			return s[:from], name, s[from+len(name)+2:]
		}
	}
}

// placeholderIn gives the name of the {placeholder} that s begins with; see [Text.Placeholders].
func placeholderIn(s string) (name string, ok bool) {
	end := 1
	for end < len(s) && (s[end] >= 'a' && s[end] <= 'z' || end > 1 && (s[end] >= '0' && s[end] <= '9' || s[end] == '_')) {
		end++
	}
	return s[1:end], end > 1 && end < len(s) && s[end] == '}'
}
