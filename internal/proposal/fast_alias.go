package proposal

// Anchors and aliases, as generators of YAML and careful people use them: a list in brackets with an anchor, and aliases of
// it in other places. Anchors of anything else, and names that stand for two lists, are left to the library.

// named is a list that has an anchor.
type named struct {
	name  string
	value *Value
	nodes int // keys and values
	bytes int // of its source
}

// anchored reads a list with an anchor. Its items are scalars, so that an alias of it is no deeper than itself.
func (f *fast) anchored(depth int) *Value {
	at := f.place(f.pos)
	name := f.anchorName()
	if name == "" || !f.blankAt(f.pos) || f.named(name) != nil {
		return nil
	}
	if f.blanks(); f.pos >= f.end || f.text[f.pos] != '[' {
		return nil
	}
	start, nodes := f.pos, f.nodes
	v := f.flowSequence(depth)
	if v == nil {
		return nil
	}
	for _, item := range v.items {
		if item.kind == Sequence || item.kind == Mapping {
			return nil
		}
	}
	v.line, v.column = int32(at.Line), int32(at.Column)
	f.anchors = append(f.anchors, named{name, v, f.nodes - nodes, f.pos - start})
	return v
}

// alias reads an alias: what it stands for is shared.
func (f *fast) alias(depth int, inFlow bool) *Value {
	a := f.named(f.anchorName())
	f.nodes++
	f.aliases++
	if a == nil || f.nodes > f.lim.Nodes || f.aliases > f.lim.Aliases || depth+1 > f.lim.Depth {
		return nil
	}
	if !f.blankAt(f.pos) && !(inFlow && (f.text[f.pos] == ',' || f.text[f.pos] == ']' || f.text[f.pos] == '}')) {
		return nil
	}
	f.moreNodes, f.moreBytes = f.moreNodes+a.nodes, f.moreBytes+a.bytes
	return a.value
}

// anchorName reads the name behind & or *, of letters, digits, - and _.
func (f *fast) anchorName() string {
	f.pos++
	start := f.pos
	for f.pos < f.end && isNameByte(f.text[f.pos]) {
		f.pos++
	}
	return f.text[start:f.pos]
}

func (f *fast) named(name string) *named {
	for i := range f.anchors {
		if f.anchors[i].name == name {
			return &f.anchors[i]
		}
	}
	return nil
}

// expands says whether the text, with every alias written out, may be beyond the budgets: the library counts exactly. What
// an escape stands for is at most twice as long as itself.
func (f *fast) expands() bool {
	return f.aliases > 0 && (f.nodes+f.moreNodes > f.lim.ExpandedNodes || 2*(len(f.text)+f.moreBytes) > f.lim.ExpandedBytes)
}
