package editor

import (
	"slices"
	"strings"

	"hegui/internal/proposal"
)

// Limits of an outline: those of a proposal. Beyond them nothing is read, since no such text is a proposal.
const (
	maxNodes = 50_000
	maxDepth = 64
)

// kind is what an outline knows of a node.
type kind uint8

const (
	open     kind = iota // nothing stands there yet
	scalar               // a text, number or anything else in one piece
	mapping              // has keys
	sequence             // has items
	loose                // a word without a colon where a key or an item should stand
)

// node is a value of the outline with its key. Offsets are into the text.
type node struct {
	parent   *node
	step     proposal.Step
	kind     kind
	children []*node
	column   int  // of the keys of a block mapping or the dashes of a block sequence; of a value on its own line or after a dash
	flow     bool // written in brackets
	ownLine  bool // the value begins on a line after its key or dash

	keyStart, keyEnd int // the key with its quotes; for a loose word, the word; equal when there is none
	start, end       int // the value of a scalar or of brackets; equal when there is none
}

// outline is what indentation, dashes, colons and brackets say about a text, whether it can be parsed or not.
type outline struct {
	text  string
	root  *node
	nodes int
	stack []*node // open block mappings and sequences, outermost first
	pos   int
}

func newOutline(text string) *outline {
	o := &outline{text: text, root: &node{}}
	o.pos = len(text) - len(strings.TrimPrefix(text, byteOrderMark))
	for o.pos < len(text) && o.nodes < maxNodes && len(o.stack) < maxDepth {
		o.line()
	}
	return o
}

// path leads from the root to a node.
func (n *node) path() proposal.Path {
	var p proposal.Path
	for ; n.parent != nil; n = n.parent {
		p = append(p, n.step)
	}
	slices.Reverse(p)
	return p
}

// item says whether the node is one of a sequence.
func (n *node) item() bool {
	_, ok := n.step.Index()
	return n.parent != nil && ok
}

func (n *node) last() *node {
	if len(n.children) == 0 {
		return nil
	}
	return n.children[len(n.children)-1]
}

// child finds the first entry of a mapping by key.
func (n *node) child(key string) *node {
	for _, c := range n.children {
		if c.step == proposal.Key(key) {
			return c
		}
	}
	return nil
}

// reach gives the offset where the last of a node's text ends.
func (n *node) reach() int {
	end := max(n.keyEnd, n.end)
	if last := n.last(); last != nil {
		end = max(end, last.reach())
	}
	return end
}

// value gives the text of a scalar without quotes and escapes, as far as it is plain or simply quoted.
func (o *outline) value(n *node) string { return unquote(o.text[n.start:n.end]) }

func unquote(s string) string {
	if len(s) < 2 || s[0] != s[len(s)-1] {
		return s
	}
	switch s[0] {
	case '"':
		return s[1 : len(s)-1]
	case '\'':
		return strings.ReplaceAll(s[1:len(s)-1], "''", "'")
	}
	return s
}

// add makes a child.
func (o *outline) add(parent *node, step proposal.Step) *node {
	n := &node{parent: parent, step: step}
	parent.children = append(parent.children, n)
	o.nodes++
	return n
}

// lineEnd gives the offset of the break that ends the line of an offset.
func (o *outline) lineEnd(at int) int {
	if i := strings.IndexAny(o.text[at:], "\r\n"); i >= 0 {
		return at + i
	}
	return len(o.text)
}

// nextLine gives the offset after the line break at an offset.
func (o *outline) nextLine(end int) int {
	if strings.HasPrefix(o.text[end:], "\r\n") {
		return end + 2
	}
	return min(end+1, len(o.text))
}

func (o *outline) blanks(at int) int {
	for at < len(o.text) && (o.text[at] == ' ' || o.text[at] == '\t') {
		at++
	}
	return at
}

// line reads one line and whatever value runs on from it.
func (o *outline) line() {
	begin := o.pos
	end := o.lineEnd(begin)
	at := o.blanks(begin)
	column := at - begin
	o.pos = o.nextLine(end)
	switch {
	case at == end || o.text[at] == '#':
		return
	case column == 0 && (strings.HasPrefix(o.text[at:end], "---") || strings.HasPrefix(o.text[at:end], "...") || o.text[at] == '%'):
		return
	}
	o.close(column, o.dash(at, end))
	if o.dash(at, end) {
		o.dashed(at, end, column)
		return
	}
	if keyEnd, after, ok := o.key(at, end); ok {
		if m := o.mappingAt(column); m != nil {
			o.entry(m, at, keyEnd, after, end)
		}
		return
	}
	o.word(at, end, column)
}

// close ends the block collections that a line at a column is no part of. A sequence may stand at the column of the key
// that it belongs to.
func (o *outline) close(column int, dash bool) {
	for len(o.stack) > 0 {
		top := o.stack[len(o.stack)-1]
		if top.column < column || top.column == column && (top.kind == mapping || dash) {
			return
		}
		o.stack = o.stack[:len(o.stack)-1]
	}
}

func (o *outline) top() *node {
	if len(o.stack) == 0 {
		return nil
	}
	return o.stack[len(o.stack)-1]
}

// slot gives the node that a line deeper than the open collections belongs to.
func (o *outline) slot() *node {
	top := o.top()
	if top == nil {
		return o.root
	}
	return top.last()
}

// openBlock makes a node a block collection whose lines begin at a column.
func (o *outline) openBlock(n *node, k kind, column int) *node {
	n.kind, n.column = k, column
	o.stack = append(o.stack, n)
	return n
}

// mappingAt finds the mapping that a key at a column belongs to; nil when the line runs on from a text above.
func (o *outline) mappingAt(column int) *node {
	top := o.top()
	if top != nil && top.kind == mapping && top.column == column {
		return top
	}
	n := o.slot()
	switch n.kind {
	case open, loose:
		n.ownLine = true
		return o.openBlock(n, mapping, column)
	case scalar: // the first key of the mapping is still being typed: it is no value
		if n.column == column && (n.ownLine || n.item()) && !strings.Contains(o.text[n.start:n.end], "\n") {
			at, end := n.start, n.end
			n.start, n.end = at, at
			o.looseWord(o.openBlock(n, mapping, column), at, end)
			return n
		}
	case mapping: // with another indentation than its first key: wrong, but clear enough
		if !n.flow {
			return o.openBlock(n, mapping, n.column)
		}
	}
	return nil
}

// dash says whether a dash of a sequence stands at an offset.
func (o *outline) dash(at, end int) bool {
	return at < end && o.text[at] == '-' && (at+1 == end || o.text[at+1] == ' ' || o.text[at+1] == '\t')
}

// dashed reads a line that begins with a dash.
func (o *outline) dashed(at, end, column int) {
	s := o.top()
	if s == nil || s.kind != sequence || s.column != column {
		n := o.slot()
		switch {
		case n.kind == open || n.kind == loose:
			n.ownLine = true
			s = o.openBlock(n, sequence, column)
		case n.kind == sequence && !n.flow:
			s = o.openBlock(n, sequence, n.column)
		default:
			return
		}
	}
	o.item(s, at, end, column)
}

// item reads what follows a dash.
func (o *outline) item(s *node, at, end, column int) {
	n := o.add(s, proposal.Index(len(s.children)))
	next := o.blanks(at + 1)
	n.start, n.end = min(next, end), min(next, end)
	if next >= end || len(o.stack) >= maxDepth {
		return
	}
	inner := column + next - at
	n.column = inner
	if o.dash(next, end) {
		o.item(o.openBlock(n, sequence, inner), next, end, inner)
		return
	}
	if keyEnd, after, ok := o.key(next, end); ok {
		o.entry(o.openBlock(n, mapping, inner), next, keyEnd, after, end)
		return
	}
	o.inline(n, next, end, column)
}

// key reads a key and its colon; after is the offset behind the colon.
func (o *outline) key(at, end int) (keyEnd, after int, ok bool) {
	switch o.text[at] {
	case '"', '\'':
		closed := o.quoted(at, end)
		colon := o.blanks(closed)
		return closed, colon + 1, closed > at+1 && o.colon(colon, end)
	case '#', '[', '{', ']', '}', ',', '|', '>', '%', '@', '`':
		return 0, 0, false
	}
	for i := at; i < end; i++ {
		switch {
		case i > at && o.text[i] == '#' && o.text[i-1] == ' ':
			return 0, 0, false
		case o.colon(i, end) && i > at:
			return at + len(strings.TrimRight(o.text[at:i], " \t")), i + 1, true
		}
	}
	return 0, 0, false
}

// colon says whether a colon that ends a key stands at an offset.
func (o *outline) colon(at, end int) bool {
	return at < end && o.text[at] == ':' && (at+1 == end || o.text[at+1] == ' ' || o.text[at+1] == '\t')
}

// quoted gives the offset after the closing quote, or the offset of the opening one when none closes it before end.
func (o *outline) quoted(at, end int) int {
	quote := o.text[at]
	for i := at + 1; i < end; i++ {
		switch {
		case o.text[i] == '\\' && quote == '"':
			i++
		case o.text[i] == quote && quote == '\'' && i+1 < end && o.text[i+1] == '\'':
			i++
		case o.text[i] == quote:
			return i + 1
		}
	}
	return at
}

// entry adds a key to a mapping and reads its value.
func (o *outline) entry(m *node, at, keyEnd, after, end int) {
	n := o.add(m, proposal.Key(unquote(o.text[at:keyEnd])))
	n.keyStart, n.keyEnd = at, keyEnd
	next := o.blanks(after)
	n.start, n.end = min(next, end), min(next, end)
	if next < end {
		o.inline(n, next, end, m.column)
	}
}

// word reads a line that is no key: a key or item that is being typed, a value under its key, or more of a text.
func (o *outline) word(at, end, column int) {
	top, n := o.top(), o.slot()
	switch {
	case top != nil && top.kind == mapping && top.column == column:
		o.looseWord(top, at, end)
	case n.kind == open:
		n.ownLine = true
		below := -1
		if top != nil {
			below = top.column
		}
		n.start, n.end, n.column = at, at, column
		o.inline(n, at, end, below)
	case n.kind == scalar: // runs on
		n.end = o.plainEnd(at, end)
	case n.kind == sequence && !n.flow || n.kind == mapping && n.parent == nil:
		o.looseWord(n, at, end)
	}
}

// looseWord adds a word without a colon to a collection.
func (o *outline) looseWord(parent *node, at, end int) {
	end = o.plainEnd(at, end)
	n := o.add(parent, proposal.Key(unquote(o.text[at:end])))
	n.kind, n.keyStart, n.keyEnd = loose, at, end
}

// at finds the key or value that an offset stands in or ends; the innermost, and of two that touch the later one.
func (o *outline) at(offset int) (found *node, key bool) {
	var visit func(n *node)
	visit = func(n *node) {
		switch {
		case n.keyStart < n.keyEnd && n.keyStart <= offset && offset <= n.keyEnd:
			found, key = n, true
		case n.start < n.end && n.start <= offset && offset <= n.end:
			found, key = n, false
		}
		for _, c := range n.children {
			visit(c)
		}
	}
	visit(o.root)
	return found, key
}
