package sample

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// style is how a proposal is written. What it says does not depend on it.
type style struct {
	name    string // block, mixed or flow
	width   int    // a mapping of leaves that fits in so many columns is written in flow style
	indent  int    // columns of one level
	hang    bool   // lists start below their key, not one level in
	quote   string // how texts are quoted: "least", "double" or "single"
	fold    int    // columns at which a long text is folded; 0 never folds
	notes   int    // comments beside values, in 1,000
	banner  int    // how sections are separated, 0 not at all
	bom     bool
	crlf    bool
	aliases bool
	english bool
}

// emitter writes a tree as YAML.
type emitter struct {
	style
	out     strings.Builder
	remarks []string
	d       *dice
}

// write gives the whole file.
func (e *emitter) write(root *node, head []string, sections map[string]string) []byte {
	for _, line := range head {
		e.out.WriteString("# " + line + "\n")
	}
	for i, f := range root.fields {
		if title := sections[f.key]; title != "" && e.banner > 0 {
			rule := []string{"", "", strings.Repeat("=", 20) + " ", strings.Repeat("-", 40) + " "}[e.banner]
			e.out.WriteString("\n# " + rule + title + "\n\n")
		} else if i > 1 && e.banner == 0 && e.gap() {
			e.out.WriteString("\n")
		}
		e.field(f, 0)
	}
	text := e.out.String()
	if e.crlf {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if e.bom {
		text = "\ufeff" + text
	}
	return []byte(text)
}

func (e *emitter) gap() bool { return e.quote != "single" }

// field writes "key: value" at a level, and ends the line.
func (e *emitter) field(f field, level int) {
	e.out.WriteString(strings.Repeat(" ", level*e.indent) + f.key + ":")
	e.value(f.value, level, f.note)
}

// value writes what follows a key.
func (e *emitter) value(n *node, level int, note string) {
	if n.alias != "" {
		e.out.WriteString(" *" + n.alias)
		e.end(note)
		return
	}
	flows := e.flows(n)
	if n.anchor != "" && !flows { // flow writes its own
		e.out.WriteString(" &" + n.anchor)
	}
	switch {
	case n.kind == leaf:
		e.out.WriteString(" ")
		e.leaf(n, (level+1)*e.indent)
		e.end(note)
	case flows:
		e.out.WriteString(" " + e.flow(n))
		e.end(note)
	case n.kind == mapping:
		e.out.WriteString("\n")
		for _, f := range n.fields {
			e.field(f, level+1)
		}
	default:
		e.out.WriteString("\n")
		at := level + 1
		if e.hang {
			at = level
		}
		for _, item := range n.items {
			e.item(item, at)
		}
	}
}

// item writes one "- value" of a list; the dash takes one level.
func (e *emitter) item(n *node, level int) {
	e.out.WriteString(strings.Repeat(" ", level*e.indent) + "-" + strings.Repeat(" ", e.indent-1))
	switch {
	case n.kind == leaf:
		e.leaf(n, (level+1)*e.indent)
		e.out.WriteString("\n")
	case e.flows(n):
		e.out.WriteString(e.flow(n))
		e.end("")
	default:
		for i, f := range n.fields {
			if i == 0 {
				e.out.WriteString(f.key + ":")
				e.value(f.value, level+1, f.note)
				continue
			}
			e.field(f, level+1)
		}
	}
}

// end ends a line, now and then with a remark.
func (e *emitter) end(note string) {
	if note == "" && len(e.remarks) > 0 && e.d.in(0, 999) < e.notes {
		note = pick(e.d, e.remarks)
	}
	if note != "" {
		e.out.WriteString("  # " + note)
	}
	e.out.WriteString("\n")
}

// flows says whether a collection is written on one line.
func (e *emitter) flows(n *node) bool {
	if len(n.fields)+len(n.items) == 0 {
		return true
	}
	texts := true
	n.each(func(c *node) {
		texts = texts && (c == n || c.kind == leaf) && c.anchor == "" && c.alias == "" || c == n
	})
	if n.kind == list && texts {
		short := 0
		for _, item := range n.items {
			short = max(short, utf8.RuneCountInString(item.text))
		}
		return short <= 16 && len(n.items)*short <= 120 || e.width > 200
	}
	return e.width > 0 && (texts || e.width > 200) && columns(e.flow(n)) <= e.width
}

func (e *emitter) flow(n *node) string {
	switch {
	case n.alias != "":
		return "*" + n.alias
	case n.kind == leaf:
		return e.scalar(n, true)
	}
	var parts []string
	for _, f := range n.fields {
		space := ""
		if f.value.alias != "" {
			space = " " // "*a }" and "*a," would read as names
		}
		parts = append(parts, f.key+": "+e.flow(f.value)+space)
	}
	for _, item := range n.items {
		parts = append(parts, e.flow(item))
	}
	text := strings.Join(parts, ", ")
	if n.kind == mapping {
		text = "{" + text + "}"
	} else {
		text = "[" + text + "]"
	}
	if n.anchor != "" {
		return "&" + n.anchor + " " + text
	}
	return text
}

// leaf writes a scalar in block style; a long text is folded into lines that start at a column.
func (e *emitter) leaf(n *node, column int) {
	if n.plain || e.fold == 0 || columns(n.text) <= e.fold {
		e.out.WriteString(e.scalar(n, false))
		return
	}
	pad := strings.Repeat(" ", column)
	if e.english && e.quote == "least" && !strings.HasPrefix(n.text, " ") {
		e.out.WriteString(">-")
		for _, line := range wrap(n.text, e.fold) {
			e.out.WriteString("\n" + pad + line)
		}
		return
	}
	lines := cut(escape(n.text), e.fold)
	e.out.WriteString(`"` + strings.Join(lines, "\\\n"+pad) + `"`)
}

func (e *emitter) scalar(n *node, inFlow bool) string {
	s := n.text
	switch {
	case n.plain || isDate(s):
		return s
	case e.quote == "single" && prose(s) && !strings.Contains(s, "'"):
		return "'" + s + "'"
	case (e.quote == "least" || !prose(s)) && bare(s, inFlow):
		return s
	}
	return `"` + escape(s) + `"`
}

// prose tells a text for people from an id or the value of an enumeration.
func prose(s string) bool {
	for _, r := range s {
		if r >= utf8.RuneSelf || r == ' ' {
			return true
		}
	}
	return false
}

// bare says whether a text is safe without quotes, in any version of YAML.
func bare(s string, inFlow bool) bool {
	first, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(first) || strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.HasSuffix(s, ":") ||
		strings.HasSuffix(s, " ") || strings.ContainsAny(s, "\n\t") {
		return false
	}
	if inFlow && strings.ContainsAny(s, `,[]{}:"'#`) {
		return false
	}
	switch strings.ToLower(s) {
	case "true", "false", "yes", "no", "on", "off", "null", "y", "n":
		return false
	}
	return true
}

func isDate(s string) bool {
	return len(s) == 10 && s[4] == '-' && s[7] == '-' && strings.Trim(s[:4]+s[5:7]+s[8:], "0123456789") == ""
}

func escape(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, `\`, `\\`), `"`, `\"`) }

// columns counts a Chinese character as two.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0x2e7f {
			n++
		}
	}
	return n
}

// cut breaks an escaped text for a quoted scalar whose lines end in a backslash: never after one, never so that a line
// begins with a space, which would be lost, and not within a word of letters.
func cut(s string, width int) []string {
	var lines []string
	start, n := 0, 0
	for i, r := range s {
		if n >= width && r != ' ' && s[i-1] != '\\' && (r > 0x2e7f || s[i-1] == ' ') {
			lines = append(lines, s[start:i])
			start, n = i, 0
		}
		n++
		if r > 0x2e7f {
			n++
		}
	}
	return append(lines, s[start:])
}

func wrap(s string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		switch {
		case line == "":
			line = word
		case columns(line)+1+columns(word) > width:
			lines = append(lines, line)
			line = word
		default:
			line += " " + word
		}
	}
	return append(lines, line)
}
