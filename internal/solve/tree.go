package solve

import (
	"encoding/json"
	"slices"
	"strings"

	"hegui/internal/proposal"
)

// node is a value that can be changed: a proposal while it is being looked for.
type node struct {
	kind   proposal.Kind
	text   string // of a text or number
	truth  bool
	items  []*node
	fields []field
}

type field struct {
	key   string
	value *node
}

func toNode(v *proposal.Value) *node {
	n := &node{kind: v.Kind(), text: v.Text(), truth: v.Bool()}
	for _, item := range v.Items() {
		n.items = append(n.items, toNode(item))
	}
	for _, f := range v.Fields() {
		n.fields = append(n.fields, field{f.Key, toNode(f.Value)})
	}
	return n
}

func (n *node) clone() *node {
	c := *n
	c.items, c.fields = slices.Clone(n.items), slices.Clone(n.fields)
	for i := range c.items {
		c.items[i] = c.items[i].clone()
	}
	for i := range c.fields {
		c.fields[i].value = c.fields[i].value.clone()
	}
	return &c
}

// at finds the value at a path, nil when there is none.
func (n *node) at(p proposal.Path) *node {
	for _, step := range p {
		next := (*node)(nil)
		if i, ok := step.Index(); ok {
			if i < len(n.items) {
				next = n.items[i]
			}
		} else {
			key, _ := step.Key()
			next = n.get(key)
		}
		if next == nil {
			return nil
		}
		n = next
	}
	return n
}

func (n *node) get(key string) *node {
	for _, f := range n.fields {
		if f.key == key {
			return f.value
		}
	}
	return nil
}

// with gives a copy with another value at a path, made when its parent is there; nil drops what is there. It is nil when
// the path leads nowhere.
func (n *node) with(p proposal.Path, value *node) *node {
	if len(p) == 0 {
		return nil
	}
	out := n.clone()
	parent := out
	for k, step := range p[:len(p)-1] {
		next := parent.at(proposal.Path{step})
		if next == nil {
			key, isKey := step.Key()
			if value == nil || !isKey || parent.kind != proposal.Mapping {
				return nil
			}
			next = &node{kind: proposal.Mapping}
			if _, list := p[k+1].Index(); list {
				next.kind = proposal.Sequence
			}
			parent.fields = append(parent.fields, field{key, next})
		}
		parent = next
	}
	return out.finish(parent, p[len(p)-1], value)
}

func (n *node) finish(parent *node, step proposal.Step, value *node) *node {
	if i, ok := step.Index(); ok {
		switch {
		case parent.kind != proposal.Sequence || i > len(parent.items) || i == len(parent.items) && value == nil:
			return nil
		case value == nil:
			parent.items = slices.Delete(parent.items, i, i+1)
		case i == len(parent.items):
			parent.items = append(parent.items, value.clone())
		default:
			parent.items[i] = value.clone()
		}
		return n
	}
	key, _ := step.Key()
	k := slices.IndexFunc(parent.fields, func(f field) bool { return f.key == key })
	switch {
	case parent.kind != proposal.Mapping || k < 0 && value == nil:
		return nil
	case value == nil:
		parent.fields = slices.Delete(parent.fields, k, k+1)
	case k < 0:
		parent.fields = append(parent.fields, field{key, value.clone()})
	default:
		parent.fields[k].value = value.clone()
	}
	return n
}

// merge puts what another value holds into this one: fields by key, items by id.
func (n *node) merge(other *node) {
	for _, f := range other.fields {
		mine := n.get(f.key)
		if mine == nil || mine.kind != f.value.kind || mine.kind != proposal.Mapping && mine.kind != proposal.Sequence {
			if mine == nil {
				n.fields = append(n.fields, field{f.key, f.value.clone()})
			}
			continue
		}
		mine.merge(f.value)
	}
	for _, item := range other.items {
		id := item.get("id")
		k := slices.IndexFunc(n.items, func(m *node) bool {
			own := m.get("id")
			return id != nil && own != nil && own.text == id.text
		})
		if k >= 0 {
			n.items[k].merge(item)
		} else {
			n.items = append(n.items, item.clone())
		}
	}
}

// size counts fields and items.
func (n *node) size() int {
	total := len(n.fields) + len(n.items)
	for _, f := range n.fields {
		total += f.value.size()
	}
	for _, item := range n.items {
		total += item.size()
	}
	return total
}

// paths lists every field and item, parents before what is in them.
func (n *node) paths() []proposal.Path {
	var out []proposal.Path
	level := []proposal.Path{nil}
	for len(level) > 0 {
		var next []proposal.Path
		for _, p := range level {
			v := n.at(p)
			for _, f := range v.fields {
				next = append(next, p.Append(proposal.Key(f.key)))
			}
			for i := range v.items {
				next = append(next, p.Append(proposal.Index(i)))
			}
		}
		out = append(out, next...)
		level = next
	}
	return out
}

// yaml writes the tree as YAML that any reader takes for the same values.
func (n *node) yaml() []byte {
	var b strings.Builder
	n.write(&b, 0, false)
	return []byte(b.String())
}

func (n *node) write(b *strings.Builder, indent int, inItem bool) {
	pad := strings.Repeat("  ", indent)
	for i, f := range n.fields {
		if i > 0 || !inItem {
			b.WriteString(pad)
		}
		b.WriteString(scalar(f.key) + ":")
		f.value.writeValue(b, indent+1)
	}
	for _, item := range n.items {
		b.WriteString(pad + "-")
		if item.kind == proposal.Mapping && len(item.fields) > 0 {
			b.WriteString(" ")
			item.write(b, indent+1, true)
			continue
		}
		item.writeValue(b, indent+1)
	}
	if indent == 0 && len(n.fields) == 0 {
		b.WriteString("{}\n")
	}
}

func (n *node) writeValue(b *strings.Builder, indent int) {
	switch {
	case len(n.fields)+len(n.items) > 0:
		b.WriteString("\n")
		n.write(b, indent, false)
	case n.kind == proposal.Mapping:
		b.WriteString(" {}\n")
	case n.kind == proposal.Sequence:
		b.WriteString(" []\n")
	case n.kind == proposal.String:
		b.WriteString(" " + scalar(n.text) + "\n")
	case n.kind == proposal.Number:
		b.WriteString(" " + n.text + "\n")
	case n.kind == proposal.Bool && n.truth:
		b.WriteString(" true\n")
	case n.kind == proposal.Bool:
		b.WriteString(" false\n")
	default:
		b.WriteString(" null\n")
	}
}

// scalar writes a text: bare when it is a word that no reader takes for something else, else quoted.
func scalar(s string) string {
	plain := s != "" && (s[0] >= 'a' && s[0] <= 'z' || s[0] >= 'A' && s[0] <= 'Z')
	for _, r := range s {
		plain = plain && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '-')
	}
	if plain && !slices.Contains([]string{"true", "false", "null", "yes", "no", "on", "off", "y", "n", "inf", "nan"}, strings.ToLower(s)) {
		return s
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return `""` // a text always encodes
	}
	return strings.TrimSpace(b.String())
}
