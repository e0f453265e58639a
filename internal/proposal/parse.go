package proposal

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"
)

// Parse reads one YAML document into a frozen tree of values with positions. Every refusal is a *ParseError that names
// line, column and what to do. Scalars follow the core schema of YAML 1.2, numbers the grammar of JSON; see D2 and D3 of
// DefaultLimits for what is too much.
func Parse(name string, src []byte, lim Limits) (*Document, error) {
	lim = lim.withDefaults()
	doc, fault := parse(src, lim)
	if fault != nil {
		fault.Name = name
		return nil, fault
	}
	doc.Name = name
	sum := sha256.Sum256(src)
	doc.SHA256 = hex.EncodeToString(sum[:])
	return doc, nil
}

func parse(src []byte, lim Limits) (*Document, *ParseError) {
	if e := scan(src, lim); e != nil {
		return nil, e
	}
	node, e := readNodes(src)
	if e != nil {
		return nil, e
	}
	n := &normaliser{lim: lim, anchors: map[*yaml.Node]*anchor{}}
	n.slab = make([]Value, 0, min(lim.Nodes, 64+len(src)/24))
	root := n.value(node, 1)
	if n.fault != nil {
		return nil, n.fault
	}
	if root.kind != Mapping {
		return nil, fault("E_ROOT", root.pos)
	}
	return &Document{root: root, src: src, Warnings: n.warnings}, nil
}

// readNodes lets the YAML library read one document, and refuses a second. A panic of the library is a refusal too: it
// is known for none, and the input is hostile.
func readNodes(src []byte) (root *yaml.Node, refused *ParseError) {
	defer func() {
		if r := recover(); r != nil {
			root, refused = nil, fault("E_SYNTAX", Position{1, 1}, "problem", fmt.Sprint(r))
		}
	}()
	dec := yaml.NewDecoder(bytes.NewReader(src))
	var doc yaml.Node
	if err := dec.Decode(&doc); errors.Is(err, io.EOF) {
		return nil, fault("E_EMPTY", Position{1, 1})
	} else if err != nil {
		return nil, syntax(src, err)
	}
	if len(doc.Content) == 0 || emptyDocument(doc.Content[0]) {
		return nil, fault("E_EMPTY", Position{1, 1})
	}
	var second yaml.Node
	switch err := dec.Decode(&second); {
	case err == nil:
		return nil, fault("E_MULTI_DOC", documentMark(src, &second))
	case !errors.Is(err, io.EOF):
		e := syntax(src, err)
		return nil, e
	}
	if at, ok := afterEnd(src); ok {
		return nil, fault("E_MULTI_DOC", at)
	}
	return doc.Content[0], nil
}

func emptyDocument(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Value == "" && n.Anchor == ""
}

// documentMark finds the --- that begins the second document.
func documentMark(src []byte, second *yaml.Node) Position {
	line := 0
	for i, l := range bytes.Split(src, []byte("\n")) {
		if i > 0 && (bytes.HasPrefix(l, []byte("---")) || bytes.HasPrefix(l, []byte("..."))) {
			line = i + 1
		}
		if second.Line > 0 && i+1 >= second.Line && line > 0 {
			break
		}
	}
	if line == 0 {
		line = max(second.Line, 1)
	}
	return Position{line, 1}
}

// afterEnd finds text after a line "...": the library stops there without a word.
func afterEnd(src []byte) (Position, bool) {
	ended := false
	for i, l := range bytes.Split(src, []byte("\n")) {
		trimmed := bytes.TrimSpace(l)
		switch {
		case bytes.HasPrefix(l, []byte("...")) && len(bytes.TrimSpace(l[3:])) == 0:
			ended = true
		case ended && len(trimmed) > 0 && trimmed[0] != '#':
			return Position{i + 1, 1}, true
		}
	}
	return Position{}, false
}

var libraryLine = regexp.MustCompile(`line (\d+): `)

// syntax gives an error of the library a position. Some carry none: then the place is guessed from the text.
func syntax(src []byte, err error) *ParseError {
	problem := strings.TrimPrefix(err.Error(), "yaml: ")
	at := Position{1, 1}
	if m := libraryLine.FindStringSubmatch(problem); m != nil {
		line, _ := strconv.Atoi(m[1])
		problem = strings.Replace(problem, m[0], "", 1)
		// The library counts some errors from 0, so a line past the end is the last one.
		at.Line = min(max(line, 1), bytes.Count(src, []byte("\n"))+1)
	}
	e := fault("E_SYNTAX", at, "problem", problem)
	lines := bytes.Split(src, []byte("\n"))
	if n := tabIndent(lines); n > 0 {
		return fault("E_TAB", Position{n, 1})
	}
	if strings.Contains(problem, "cannot start any token") {
		e.Position = tokenStart(lines, at)
	}
	if line := lines[e.Position.Line-1]; e.Position.Column == 1 {
		e.Position.Column = 1 + len(line) - len(bytes.TrimLeft(line, " \ufeff"))
	}
	return e
}

// tabIndent finds the first line indented with a tab.
func tabIndent(lines [][]byte) int {
	for i, l := range lines {
		if indent := l[:len(l)-len(bytes.TrimLeft(l, " \t"))]; bytes.IndexByte(indent, '\t') >= 0 && len(bytes.TrimSpace(l)) > 0 {
			return i + 1
		}
	}
	return 0
}

// tokenStart finds the first % @ or ` that begins a value at or after a line: the library does not say where it met it.
func tokenStart(lines [][]byte, from Position) Position {
	for i := max(from.Line-2, 0); i < len(lines); i++ {
		if at := reserved.FindIndex(lines[i]); at != nil {
			return Position{i + 1, len([]rune(string(lines[i][:at[1]])))}
		}
	}
	return from
}

var reserved = regexp.MustCompile("(^|[:\\-,\\[{] *)[@`%]")

// anchor is what an anchored node came to.
type anchor struct {
	value        *Value
	nodes, bytes int // what one use of it stands for
	open         bool
}

// normaliser turns YAML nodes into values under the limits. It keeps the first fault and does nothing after it.
type normaliser struct {
	lim      Limits
	slab     []Value // values are carved from one allocation
	anchors  map[*yaml.Node]*anchor
	warnings []Warning
	fault    *ParseError

	nodes, aliases  int // as written
	expanded, bytes int // with aliases counted as what they stand for
}

func (n *normaliser) fail(code string, node *yaml.Node, args ...any) *Value {
	if n.fault == nil {
		n.fault = fault(code, position(node), args...)
	}
	return &Value{}
}

func position(node *yaml.Node) Position { return Position{max(node.Line, 1), max(node.Column, 1)} }

func (n *normaliser) alloc(node *yaml.Node, kind Kind) *Value {
	if len(n.slab) == cap(n.slab) {
		n.slab = make([]Value, 0, 256)
	}
	n.slab = append(n.slab, Value{kind: kind, pos: position(node)})
	return &n.slab[len(n.slab)-1]
}

// count takes a node into the budgets.
func (n *normaliser) count(node *yaml.Node, size int) bool {
	n.nodes++
	n.expanded++
	n.bytes += size
	if n.nodes > n.lim.Nodes {
		n.fail("E_NODES", node, "limit", n.lim.Nodes)
	}
	return n.fault == nil
}

func (n *normaliser) value(node *yaml.Node, depth int) *Value {
	if n.fault != nil {
		return &Value{}
	}
	if node.Kind == yaml.AliasNode {
		return n.alias(node)
	}
	if depth > n.lim.Depth {
		return n.fail("E_DEPTH", node, "limit", n.lim.Depth)
	}
	if !n.count(node, len(node.Value)) {
		return &Value{}
	}
	var a *anchor
	nodes, size := n.expanded, n.bytes
	if node.Anchor != "" {
		a = &anchor{open: true}
		n.anchors[node] = a
	}
	var v *Value
	switch node.Kind {
	case yaml.MappingNode:
		v = n.mapping(node, depth)
	case yaml.SequenceNode:
		v = n.sequence(node, depth)
	default:
		v = n.scalar(node)
	}
	if a != nil {
		*a = anchor{value: v, nodes: n.expanded - nodes + 1, bytes: n.bytes - size + len(node.Value)}
	}
	return v
}

// alias stands for what its anchor came to; the value is shared, so a thousand uses cost a thousand pointers.
func (n *normaliser) alias(node *yaml.Node) *Value {
	n.nodes++
	if n.aliases++; n.aliases > n.lim.Aliases {
		return n.fail("E_ALIAS_BUDGET", node, "limit", n.lim.Aliases)
	}
	a := n.anchors[node.Alias]
	if a == nil || a.open {
		return n.fail("E_ALIAS_CYCLE", node, "anchor", node.Value)
	}
	n.expanded += a.nodes
	n.bytes += a.bytes
	if n.expanded > n.lim.ExpandedNodes || n.bytes > n.lim.ExpandedBytes {
		return n.fail("E_ALIAS_BUDGET", node, "limit", n.lim.ExpandedNodes)
	}
	return a.value
}

func (n *normaliser) sequence(node *yaml.Node, depth int) *Value {
	if !n.tag(node, "!!seq") {
		return &Value{}
	}
	if len(node.Content) > n.lim.Sequence {
		return n.fail("E_SEQUENCE", node.Content[n.lim.Sequence], "limit", n.lim.Sequence)
	}
	v := n.alloc(node, Sequence)
	v.items = make([]*Value, len(node.Content))
	for i, item := range node.Content {
		v.items[i] = n.value(item, depth+1)
	}
	return v
}

func (n *normaliser) mapping(node *yaml.Node, depth int) *Value {
	if !n.tag(node, "!!map") {
		return &Value{}
	}
	v := n.alloc(node, Mapping)
	v.fields = make([]Field, 0, len(node.Content)/2)
	var merges []*yaml.Node
	for i := 0; i+1 < len(node.Content); i += 2 {
		key := node.Content[i]
		if key.Kind == yaml.ScalarNode && key.Tag == "!!merge" {
			n.count(key, len(key.Value))
			merges = append(merges, node.Content[i+1])
			continue
		}
		name, ok := n.key(key)
		if !ok {
			return &Value{}
		}
		v.fields = append(v.fields, Field{Key: name, KeyPos: position(key), Value: n.value(node.Content[i+1], depth+1)})
	}
	if n.fault != nil {
		return &Value{}
	}
	slices.SortStableFunc(v.fields, func(a, b Field) int { return cmp.Compare(a.Key, b.Key) })
	for i := 1; i < len(v.fields); i++ {
		if a, b := v.fields[i-1], v.fields[i]; a.Key == b.Key {
			n.duplicate(a, b)
			return &Value{}
		}
	}
	for _, m := range merges {
		n.merge(v, m, depth)
	}
	return v
}

func (n *normaliser) duplicate(a, b Field) {
	if b.KeyPos.Line < a.KeyPos.Line || b.KeyPos.Line == a.KeyPos.Line && b.KeyPos.Column < a.KeyPos.Column {
		a, b = b, a
	}
	n.fault = fault("E_DUP_KEY", b.KeyPos, "key", quoteShort(b.Key), "first", a.KeyPos.Line)
}

// key reads a mapping's key: text in NFC, so that two spellings of one word are one key. A number in quotes is text.
func (n *normaliser) key(node *yaml.Node) (string, bool) {
	if node.Kind != yaml.ScalarNode {
		n.fail("E_KEY_TYPE", node, "key", "")
		return "", false
	}
	if !n.count(node, len(node.Value)) {
		return "", false
	}
	if len(node.Value) > n.lim.KeyBytes {
		n.fail("E_KEY_SIZE", node, "size", len(node.Value), "limit", n.lim.KeyBytes)
		return "", false
	}
	v := n.scalar(node)
	switch {
	case n.fault != nil && (n.fault.Code == "E_NUMBER_FORM" || n.fault.Code == "E_NUMBER_RANGE"):
		n.fault = fault("E_KEY_TYPE", position(node), "key", quoteShort(node.Value))
		return "", false
	case n.fault != nil:
		return "", false
	case v.kind != String || v.text == "":
		n.fail("E_KEY_TYPE", node, "key", quoteShort(node.Value))
		return "", false
	}
	if r, ok := invisible(node.Value); ok {
		n.fail("E_INVISIBLE", node, "char", codePoint(r))
		return "", false
	}
	return norm.NFC.String(node.Value), true
}

// merge brings in the fields of << that the mapping does not set itself. They stand where they are written.
func (n *normaliser) merge(v *Value, node *yaml.Node, depth int) {
	sources := []*yaml.Node{node}
	if node.Kind == yaml.SequenceNode {
		sources = node.Content
	}
	for _, source := range sources {
		from := n.value(source, depth+1)
		if n.fault != nil {
			return
		}
		if from.kind != Mapping {
			n.fail("E_TAG", source, "tag", "<<")
			return
		}
		own := len(v.fields)
		for _, f := range from.fields {
			if i, found := slices.BinarySearchFunc(v.fields[:own], f.Key, func(f Field, key string) int { return cmp.Compare(f.Key, key) }); !found {
				_ = i
				v.fields = append(v.fields, f)
			}
		}
		slices.SortFunc(v.fields, func(a, b Field) int { return cmp.Compare(a.Key, b.Key) })
	}
}

// tag refuses any tag but the core one that the node has anyway.
func (n *normaliser) tag(node *yaml.Node, core string) bool {
	if tag := node.ShortTag(); tag != core {
		n.fail("E_TAG", node, "tag", quoteShort(tag))
		return false
	}
	return true
}

// scalar resolves a scalar by the core schema of YAML 1.2. The library's own resolution is that of 1.1 in places (0o10,
// 1_000, dates), so it is not used.
func (n *normaliser) scalar(node *yaml.Node) *Value {
	s := node.Value
	if len(s) > n.lim.ScalarBytes {
		return n.fail("E_SCALAR_SIZE", node, "size", len(s), "limit", n.lim.ScalarBytes)
	}
	if r, ok := control(s); ok {
		return n.fail("E_CONTROL", node, "char", codePoint(r))
	}
	if r, ok := invisible(s); ok {
		n.warnings = append(n.warnings, Warning{Code: "W_INVISIBLE", Position: position(node), Args: map[string]string{"char": codePoint(r)}})
	}
	tagged := ""
	if node.Style&yaml.TaggedStyle != 0 {
		tagged = node.ShortTag()
	}
	quoted := node.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
	v := n.alloc(node, String)
	v.text = s
	if tagged == "!!str" || quoted && tagged == "" {
		return v
	}
	n.resolve(v, node)
	if n.fault != nil || tagged == "" {
		return v
	}
	if kind, ok := map[string]Kind{"!!int": Number, "!!float": Number, "!!bool": Bool, "!!null": Null}[tagged]; !ok || kind != v.kind {
		return n.fail("E_TAG", node, "tag", quoteShort(tagged))
	}
	return v
}

// resolve gives a plain scalar its kind.
func (n *normaliser) resolve(v *Value, node *yaml.Node) {
	switch s := v.text; s {
	case "", "~", "null", "Null", "NULL":
		v.kind, v.text = Null, ""
	case "true", "True", "TRUE":
		v.kind, v.bool, v.text = Bool, true, ""
	case "false", "False", "FALSE":
		v.kind, v.text = Bool, ""
	default:
		if c := s[0]; c > '9' && c != 'N' && c != 'I' || c < '+' {
			return // no number begins so
		}
		switch {
		case jsonNumber(s):
			text, ok := decimal(s)
			if !ok {
				n.fail("E_NUMBER_RANGE", node, "number", quoteShort(s))
				return
			}
			v.kind, v.text = Number, text
		case otherNumber(s):
			n.fail("E_NUMBER_FORM", node, "number", quoteShort(s))
		}
	}
}
