package proposal

import (
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// normaliser turns YAML nodes into values under the limits, in one pass. It keeps the first fault and does nothing after
// it.
type normaliser struct {
	lim      Limits
	source   source
	fault    *ParseError
	warnings []Warning

	slabs

	anchors map[*yaml.Node]*anchor // nil until the first anchor
	deepest int                    // nesting reached since the innermost open anchor

	bareTags  bool   // the text has a ! that stands alone
	questions bool   // the text has a ? that does not
	last      cursor // where offset looked last

	nodes, aliases  int // as written
	expanded, bytes int // with every alias counted as what it stands for
}

// anchor is what an anchored node came to.
type anchor struct {
	value        *Value // nil while the node is still being read: an alias to it is a cycle
	nodes, bytes int    // what one use of it stands for
	height       int    // how many levels of nesting it has, 1 for a scalar
}

func newNormaliser(s source, lim Limits) *normaliser {
	n := &normaliser{lim: lim, source: s, bareTags: hasFollowed(s.text, '!', true), questions: hasFollowed(s.text, '?', false)}
	expect := min(2*len(s.lines)+8, lim.Nodes+1)
	n.values.expect(expect)
	n.fields.expect(expect)
	n.items.expect(expect / 4)
	return n
}

// absent stands for a value after a fault: the tree is thrown away.
var absent = &Value{}

func (n *normaliser) fail(code string, at Position, args ...any) *Value {
	if n.fault == nil {
		n.fault = fault(code, n.inside(at), args...)
	}
	return absent
}

func position(node *yaml.Node) Position { return Position{max(node.Line, 1), max(node.Column, 1)} }

// inside moves a position behind the text to its end: there the library puts what is missing when no line break follows.
func (n *normaliser) inside(at Position) Position {
	if last := len(n.source.lines); at.Line > last {
		return Position{last, 1 + utf8.RuneCountInString(n.source.line(last))}
	}
	return at
}

func (n *normaliser) alloc(node *yaml.Node, kind Kind) *Value {
	return n.slabs.value(kind, n.inside(position(node)))
}

// count takes a node into the budgets.
func (n *normaliser) count(node *yaml.Node) bool {
	n.nodes++
	n.expanded++
	n.bytes += len(node.Value)
	if n.nodes > n.lim.Nodes {
		n.fail("E_NODES", position(node), "limit", n.lim.Nodes)
	}
	return n.fault == nil && n.withinBudget(node)
}

// withinBudget bounds what the document would be with every alias written out: a few bytes can stand for gigabytes.
func (n *normaliser) withinBudget(node *yaml.Node) bool {
	switch {
	case n.aliases == 0:
	case n.expanded > n.lim.ExpandedNodes:
		n.fail("E_ALIAS_BUDGET", position(node), "limit", n.lim.ExpandedNodes)
	case n.bytes > n.lim.ExpandedBytes:
		n.fail("E_ALIAS_BUDGET", position(node), "kind", "bytes", "limit", n.lim.ExpandedBytes)
	}
	return n.fault == nil
}

// value reads a node at a nesting of depth levels, 1 for the root.
func (n *normaliser) value(node *yaml.Node, depth int) *Value {
	switch {
	case n.fault != nil:
		return absent
	case node.Kind == yaml.AliasNode:
		return n.alias(node, depth)
	case depth > n.lim.Depth:
		return n.fail("E_DEPTH", position(node), "limit", n.lim.Depth)
	case node.Anchor != "":
		return n.anchored(node, depth)
	}
	return n.plain(node, depth)
}

func (n *normaliser) plain(node *yaml.Node, depth int) *Value {
	if !n.count(node) {
		return absent
	}
	n.deepest = max(n.deepest, depth)
	switch node.Kind {
	case yaml.MappingNode:
		return n.mapping(node, depth)
	case yaml.SequenceNode:
		return n.sequence(node, depth)
	}
	return n.scalar(node)
}

// anchored reads a node and remembers what one use of it costs.
func (n *normaliser) anchored(node *yaml.Node, depth int) *Value {
	a := &anchor{nodes: -n.expanded, bytes: -n.bytes}
	n.remember(node, a)
	outer := n.deepest
	n.deepest = depth
	v := n.plain(node, depth)
	a.nodes, a.bytes, a.height = a.nodes+n.expanded, a.bytes+n.bytes, n.deepest-depth+1
	n.deepest = max(n.deepest, outer)
	a.value = v
	return v
}

func (n *normaliser) remember(node *yaml.Node, a *anchor) {
	if n.anchors == nil {
		n.anchors = map[*yaml.Node]*anchor{}
	}
	n.anchors[node] = a
}

// alias stands for what its anchor came to. The value is shared, so a thousand uses cost a thousand pointers here, but
// whoever walks the tree walks all of it: hence the budgets.
func (n *normaliser) alias(node *yaml.Node, depth int) *Value {
	n.nodes++
	n.aliases++
	a := n.anchors[node.Alias]
	switch {
	case n.nodes > n.lim.Nodes:
		return n.fail("E_NODES", position(node), "limit", n.lim.Nodes)
	case n.aliases > n.lim.Aliases:
		return n.fail("E_ALIAS_BUDGET", position(node), "kind", "count", "limit", n.lim.Aliases)
	case a == nil || a.value == nil:
		return n.fail("E_ALIAS_CYCLE", position(node), "anchor", quoteShort(node.Value))
	case depth+a.height-1 > n.lim.Depth:
		return n.fail("E_DEPTH", position(node), "limit", n.lim.Depth)
	}
	n.expanded += a.nodes
	n.bytes += a.bytes
	n.deepest = max(n.deepest, depth+a.height-1)
	n.withinBudget(node)
	return a.value
}

func (n *normaliser) sequence(node *yaml.Node, depth int) *Value {
	if !n.tagged(node, "!!seq") {
		return absent
	}
	if len(node.Content) > n.lim.Sequence {
		return n.fail("E_SEQUENCE", position(node.Content[n.lim.Sequence]), "limit", n.lim.Sequence)
	}
	v := n.alloc(node, Sequence)
	v.items = n.items.carve(len(node.Content))
	for i, item := range node.Content {
		v.items[i] = n.value(item, depth+1)
	}
	return v
}

// tagged refuses any tag but the core one that the node has anyway.
func (n *normaliser) tagged(node *yaml.Node, core string) bool {
	if node.Tag == core {
		return true
	}
	n.fail("E_TAG", position(node), "tag", quoteShort(node.ShortTag()))
	return false
}
