package editor

import (
	"slices"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
)

// Kind says what a completion inserts.
type Kind string

// The kinds.
const (
	Field     Kind = "field"     // a key that is not there yet
	Value     Kind = "value"     // a word that the field may hold
	Reference Kind = "reference" // the id of something that is written elsewhere
	Snippet   Kind = "snippet"   // another item of a list, or an example of the right form
)

// Completion is one thing that can stand at a position.
type Completion struct {
	Label         string
	Kind          Kind
	Detail        string // name and unit of the field, or what a word stands for; may be empty
	Documentation string // Markdown; may be empty
	Edit          Edit   // replaces what is typed already
}

// mark stands for the word at the cursor while the outline is read, so that an empty place is one, too.
const mark = "\ue000"

// Complete says what can stand at a position, the most useful first: fields that are required before others, then as the
// schema orders them. It evaluates no rules and works while the text does not parse. It is empty when nothing is known.
func (t *Text) Complete(at Position, lang catalog.Lang) []Completion {
	offset := t.lines.offset(at)
	o := newOutline(t.lines.text[:offset] + mark + t.lines.text[offset:])
	n, key := o.at(offset)
	if n == nil {
		return nil
	}
	c := completer{terms: t.terms(lang), text: t, outline: o, cursor: offset}
	switch {
	case key:
		c.typed(n.keyStart, n.keyEnd)
		c.word(n)
	default:
		c.typed(n.start, n.end)
		c.value(n)
	}
	return c.out
}

// completer gathers completions for one position.
type completer struct {
	terms
	text    *Text
	outline *outline // of the text with the mark in it
	cursor  int
	start   int    // of the word at the cursor
	end     int    // of what a completion replaces
	rest    string // of the word, after the cursor
	prefix  string // of the word, before it
	quoted  bool   // the word is in quotes
	out     []Completion
}

// typed takes the word at the cursor. Offsets after the cursor are those of the outline, where the mark stands.
func (c *completer) typed(start, end int) {
	c.start, c.end = start, c.cursor
	c.prefix = c.outline.text[start:c.cursor]
	c.rest = c.outline.text[c.cursor+len(mark) : max(end, c.cursor+len(mark))]
	if strings.HasPrefix(c.prefix, `"`) || strings.HasPrefix(c.prefix, `'`) {
		c.quoted = true
		c.start, c.prefix = start+1, c.prefix[1:]
	}
}

// offer adds a completion when what is typed is the beginning of its label or of its name.
func (c *completer) offer(k Kind, label, detail, documentation, text string) {
	begins := func(s string) bool { return strings.HasPrefix(strings.ToLower(s), strings.ToLower(c.prefix)) }
	if !begins(label) && (k == Value || !begins(detail)) {
		return
	}
	if nl := c.text.lines.lineBreak(); nl != "\n" {
		text = strings.ReplaceAll(text, "\n", nl)
	}
	c.out = append(c.out, Completion{label, k, detail, documentation, Edit{
		Range{c.text.lines.position(c.start), c.text.lines.position(c.end)}, text,
	}})
}

// column gives the column of the word at the cursor.
func (c *completer) column() int {
	begin := strings.LastIndexAny(c.outline.text[:c.start], "\r\n") + 1
	return c.start - begin - len(byteOrderMark)*strings.Count(c.outline.text[begin:c.start], byteOrderMark)
}

// fieldOf finds what the schema says of a node; nil when it knows nothing.
func (c *completer) fieldOf(n *node) *pack.Field { return c.pack.Schema.Field(n.path()) }

// word completes a key, or a word where a key or an item should stand.
func (c *completer) word(n *node) {
	parent := n.parent
	f := c.fieldOf(parent)
	switch {
	case f == nil:
	case parent.kind == sequence && n.kind == loose:
		c.items(f)
	case f.Type == "object" && (!f.List || parent.item()):
		c.fields(f, parent, n)
	}
}

// fields completes a key of an object: those that its mapping has already are left out.
func (c *completer) fields(f *pack.Field, m, self *node) {
	taken := map[string]bool{}
	if m != nil {
		for _, child := range m.children {
			if key, ok := child.step.Key(); ok && child != self && child.kind != loose {
				taken[key] = true
			}
		}
	}
	written := self != nil && self.kind != loose // with its colon: the key is replaced, and nothing else
	if written {
		c.end = c.cursor + len(strings.TrimRight(c.rest, `"'`))
	}
	for _, child := range byNeed(f.Children) {
		if taken[child.Key] {
			continue
		}
		text := child.Key
		switch {
		case written || c.quoted:
		case m != nil && m.flow:
			text += inBraces(child)
		default:
			text += below(child, c.column())
		}
		c.offer(Field, child.Key, c.name(child), c.describe(child), text)
	}
}

// byNeed gives the required fields first.
func byNeed(fields []*pack.Field) []*pack.Field {
	out := slices.Clone(fields)
	slices.SortStableFunc(out, func(a, b *pack.Field) int {
		switch {
		case a.Required == b.Required:
			return 0
		case a.Required:
			return -1
		default:
			return 1
		}
	})
	return out
}

// items offers another item of a list, where its dash would stand.
func (c *completer) items(f *pack.Field) {
	if f.Type == "object" {
		c.offer(Snippet, "- ", c.newItem, c.describe(f), "- "+required(f, c.column()+2))
		return
	}
	c.words(f, nil, func(word string) (label, text string) { return "- " + word, "- " + scalarText(word) })
	if len(c.out) == 0 {
		c.offer(Snippet, "- ", c.newItem, c.describe(f), "- ")
	}
}

// value completes what stands after a colon or a dash, or on a line of its own below its key.
func (c *completer) value(n *node) {
	f := c.fieldOf(n)
	if f == nil || strings.ContainsAny(c.prefix, "\r\n") {
		return
	}
	single := !f.List || n.item()
	switch {
	case f.Type == "object" && single:
		if (n.ownLine || n.item()) && !c.quoted { // the first key of the mapping
			c.fields(f, nil, nil)
		}
	case single:
		c.words(f, n, func(word string) (label, text string) { return word, scalarText(word) })
	case n.ownLine:
		c.items(f)
	case f.Type != "object":
		c.words(f, n, func(word string) (label, text string) { return word, "[" + scalarText(word) + "]" })
	}
}

// words offers what a field may hold: its words, true and false, ids that it may refer to, or an example of its form.
func (c *completer) words(f *pack.Field, n *node, write func(word string) (label, text string)) {
	taken := map[string]bool{}
	if n != nil && n.item() {
		for _, sibling := range n.parent.children {
			if sibling != n && sibling.kind == scalar {
				taken[c.outline.value(sibling)] = true
			}
		}
	}
	offer := func(k Kind, word, detail string) {
		if taken[word] {
			return
		}
		label, text := write(word)
		if c.quoted {
			text = word
		}
		c.offer(k, label, detail, "", text)
	}
	for _, word := range f.Enum {
		offer(Value, word, c.name(f))
	}
	if f.Type == "boolean" {
		for _, word := range []string{"true", "false"} {
			c.offer(Value, word, c.name(f), "", word)
		}
	}
	for _, ref := range f.Refs {
		for _, target := range c.targets(ref) {
			offer(Reference, target.id, target.name)
		}
	}
	if f.Sample != "" && len(f.Enum)+len(f.Refs) == 0 {
		offer(Snippet, f.Sample, c.exampleValue)
	}
}

// target is something that a field may refer to.
type target struct{ id, name string }

// targets lists what a reference of the schema leads to in the text: the items of a list by their ids, or a section by its
// key.
func (c *completer) targets(ref string) []target {
	p, err := proposal.ParsePath(ref)
	if err != nil {
		return nil
	}
	f, n := c.pack.Schema.Field(p), c.outline.root
	if f == nil {
		return nil
	}
	if !f.List {
		return []target{{ref, c.name(f)}}
	}
	for _, step := range p {
		key, _ := step.Key()
		if n = n.child(key); n == nil {
			return nil
		}
	}
	var out []target
	seen := map[string]bool{}
	for _, item := range n.children {
		id := item.child("id")
		if id == nil || id.kind != scalar {
			continue
		}
		word := strings.ReplaceAll(c.outline.value(id), mark, "")
		if word == "" || seen[word] || id.start <= c.cursor && c.cursor <= id.end {
			continue
		}
		seen[word] = true
		out = append(out, target{word, c.nameOf(f, item)})
	}
	return out
}

// nameOf gives what an item of a list calls itself: its first free text, else whatever follows its id.
func (c *completer) nameOf(list *pack.Field, item *node) string {
	const longest = 60 // characters: what a list of completions shows beside a word
	name, free := "", false
	for _, f := range list.Children {
		n := item.child(f.Key)
		if n == nil || f.Key == "id" || n.end <= n.start || free {
			continue
		}
		free = f.Type == "string" && !f.List && len(f.Enum)+len(f.Refs) == 0 && f.Sample == ""
		if free || name == "" {
			name = strings.ReplaceAll(c.outline.value(n), mark, "")
		}
	}
	name, _, _ = strings.Cut(name, "\n")
	if letters := []rune(name); len(letters) > longest {
		return string(letters[:longest]) + "…"
	}
	return strings.TrimRight(name, "\r")
}
