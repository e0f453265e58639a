package proposal

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"
)

func (n *normaliser) mapping(node *yaml.Node, depth int) *Value {
	if !n.tagged(node, "!!map") {
		return absent
	}
	v := n.alloc(node, Mapping)
	below := len(n.open)
	var merge *yaml.Node // the key <<
	var merged *Value    // what stands after it
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, content := node.Content[i], node.Content[i+1]
		if key.Kind == yaml.ScalarNode && key.Tag == "!!merge" && key.Style == 0 {
			if merge != nil {
				return n.duplicate("<<", position(merge), position(key))
			}
			n.count(key)
			merge, merged = key, n.value(content, depth+1)
			continue
		}
		name, ok := n.key(node, key)
		if !ok {
			return absent
		}
		f := Field{Key: name, KeyPos: position(key), Value: n.value(content, depth+1)}
		n.open = append(n.open, f)
		if n.fault != nil {
			return absent
		}
	}
	fields, again, twice := n.sortFields(n.open[below:])
	if twice {
		return n.duplicate(again.Key, earliest(fields, again.Key), again.KeyPos)
	}
	v.fields, n.open = fields, n.open[:below]
	if merge != nil {
		n.merge(v, merge, merged)
	}
	return v
}

// sortFields takes fields in the text's order and gives them sorted by key, and the first field in the text whose key has
// stood before.
func (s *slabs) sortFields(written []Field) (sorted []Field, again Field, twice bool) {
	sorted = s.fields.carve(len(written))
	if len(written) > fewFields {
		copy(sorted, written)
		slices.SortFunc(sorted, byKey)
	} else {
		order := &s.orders[len(written)]
		if !inOrder(written, order) {
			sortOrder(written, order)
		}
		for i := range sorted {
			sorted[i] = written[order[i]]
		}
	}
	again, twice = firstDuplicate(sorted)
	return sorted, again, twice
}

func sortOrder(fields []Field, order *[fewFields]uint8) {
	for i := range fields {
		at := i
		for ; at > 0 && keyBefore(fields[i].Key, fields[order[at-1]].Key); at-- {
			order[at] = order[at-1]
		}
		order[at] = uint8(i)
	}
}

// keyBefore is a < b; most keys differ in their first byte.
func keyBefore(a, b string) bool {
	if a != "" && b != "" && a[0] != b[0] {
		return a[0] < b[0]
	}
	return a < b
}

// inOrder says whether an order sorts fields whose keys all differ. That of the last mapping with as many fields mostly
// does: the items of a list have the same keys.
func inOrder(fields []Field, order *[fewFields]uint8) bool {
	for i := 1; i < len(fields); i++ {
		if !keyBefore(fields[order[i-1]].Key, fields[order[i]].Key) {
			return false
		}
	}
	return true
}

// byKey orders fields by key, and fields of one key as they stand in the text.
func byKey(a, b Field) int {
	if c := strings.Compare(a.Key, b.Key); c != 0 {
		return c
	}
	if a.KeyPos.before(b.KeyPos) {
		return -1
	}
	return 1
}

// firstDuplicate finds the first field in the text whose key has stood before. The fields are sorted.
func firstDuplicate(fields []Field) (found Field, ok bool) {
	for i := 1; i < len(fields); i++ {
		if f := fields[i]; f.Key == fields[i-1].Key && (!ok || f.KeyPos.before(found.KeyPos)) {
			found, ok = f, true
		}
	}
	return found, ok
}

func earliest(fields []Field, key string) Position {
	i := slices.IndexFunc(fields, func(f Field) bool { return f.Key == key })
	return fields[i].KeyPos
}

func (n *normaliser) duplicate(key string, first, again Position) *Value {
	return n.fail("E_DUP_KEY", again, "key", quoteShort(key), "first", first.Line, "second", again.Line)
}

// key reads the key of a mapping: text in form C. A number in quotes is text; one without is refused, since tools
// disagree whether it is.
func (n *normaliser) key(mapping, node *yaml.Node) (string, bool) {
	if node.Kind != yaml.ScalarNode {
		n.fail("E_KEY_TYPE", position(node), "kind", "structure")
		return "", false
	}
	if !n.count(node) {
		return "", false
	}
	s := formC(node.Value)
	if n.questions && mapping.Style&yaml.FlowStyle != 0 && strings.HasSuffix(n.source.text[:n.offset(node)], "?") {
		// In brackets ?x is text, but the library takes the mark for that of an explicit key and drops it.
		at := position(node)
		n.fail("E_SYNTAX", Position{at.Line, max(at.Column-1, 1)}, "kind", "reserved", "char", "?")
		return "", false
	}
	if len(s) > n.lim.KeyBytes {
		n.fail("E_KEY_SIZE", position(node), "size", len(s), "limit", n.lim.KeyBytes)
	} else if node.Style&yaml.TaggedStyle != 0 && node.Tag != "!!str" {
		n.fail("E_TAG", position(node), "tag", quoteShort(node.Tag))
	} else if !n.keyIsText(node) {
		if first, again, ok := twin(mapping, node); ok {
			n.duplicate(s, first, again)
		}
		n.fail("E_KEY_TYPE", position(node), "key", quoteShort(s)) // the first fault is kept
	} else if s == "" {
		n.fail("E_KEY_TYPE", position(node), "kind", "empty")
	} else if r, kind := suspectKey(s); kind == "control" {
		n.fail("E_CONTROL", n.pinpoint(node, r), "char", codePoint(r))
	} else if kind != "" {
		n.fail("E_INVISIBLE", n.pinpoint(node, r), "kind", kind, "char", codePoint(r))
	}
	if n.fault != nil {
		return "", false
	}
	if node.Anchor != "" {
		v := n.alloc(node, String)
		v.text = node.Value
		n.remember(node, &anchor{value: v, nodes: 1, bytes: len(v.text), height: 1})
	}
	return s, true
}

func (n *normaliser) keyIsText(node *yaml.Node) bool {
	if node.Style&yaml.TaggedStyle != 0 || n.isText(node) {
		return true
	}
	return content(node.Value, false).kind == String
}

// formC gives a key in Unicode's form C. It comes before any check: it can make one letter of two, Greek of what was not,
// and a key longer.
func formC(key string) string {
	if ascii(key) {
		return key
	}
	return norm.NFC.String(key)
}

// twin finds another key of the mapping that some reader of YAML takes for the same: 1, "1" and 0x1, or true and True.
// Then the doubling is the fault to speak of, and not what the key is made of.
func twin(mapping, node *yaml.Node) (first, again Position, ok bool) {
	name := sameKey(node.Value)
	for i := 0; i < len(mapping.Content); i += 2 {
		other := mapping.Content[i]
		if other == node || other.Kind != yaml.ScalarNode || sameKey(other.Value) != name {
			continue
		}
		first, again = position(other), position(node)
		if again.before(first) {
			first, again = again, first
		}
		return first, again, true
	}
	return first, again, false
}

// sameKey gives keys that mean one thing one name.
func sameKey(s string) string {
	switch r := resolve(s); {
	case r.refused != nil && r.refused.code == "E_NUMBER_FORM":
		if number, _ := meaning(s); number != "" {
			return number
		}
	case r.kind == Null && r.refused == nil:
		return "null"
	case r.kind == Bool:
		return strconv.FormatBool(r.bool)
	case r.kind == Number:
		return r.text
	}
	return s
}

// merge brings in the fields of << that the mapping does not set itself; of several sources the first wins, as YAML has
// it. Merged fields stand where they are written.
func (n *normaliser) merge(v *Value, key *yaml.Node, from *Value) {
	if n.fault != nil {
		return
	}
	sources := []*Value{from}
	if from.kind == Sequence {
		sources = from.items
	}
	for _, source := range sources {
		if source.kind != Mapping {
			n.fail("E_TAG", position(key), "kind", "merge", "tag", "<<")
			return
		}
		v.fields = append(v.fields, source.fields...)
	}
	// Sorted once for all sources: there may be thousands. Of equal keys the first in order of precedence stays first.
	slices.SortStableFunc(v.fields, compareKeys)
	v.fields = slices.CompactFunc(v.fields, func(a, b Field) bool { return a.Key == b.Key })
}

func compareKeys(a, b Field) int { return strings.Compare(a.Key, b.Key) }

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
