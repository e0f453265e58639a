package proposal

import "slices"

// Without gives the same document with the values at some paths absent. An item of a sequence becomes null instead, so
// that the others keep their index. Name, digests and positions stay those of the document as parsed; paths that lead
// nowhere do nothing.
func (d *Document) Without(paths []Path) *Document {
	return d.Blank(paths, func(Path) Kind { return Null })
}

// Blank is Without for a reader that trusts kinds: an item of a sequence becomes an empty value of the kind that item
// gives, so that one unusable item does not stop a rule from looking at the others.
func (d *Document) Blank(paths []Path, item func(Path) Kind) *Document {
	if len(paths) == 0 {
		return d
	}
	b := blanker{paths: slices.SortedFunc(slices.Values(paths), Path.Compare), item: item}
	out := *d
	out.root = b.value(d.root, b.paths, 0)
	return &out
}

type blanker struct {
	paths []Path
	item  func(Path) Kind
}

// value copies the mappings and sequences that the paths lead through and shares the rest. The paths are sorted and
// agree up to depth. The path that ends here, if any, comes first and leaves an empty value of the same kind: only the
// root can be met so.
func (b *blanker) value(v *Value, paths []Path, depth int) *Value {
	out := *v
	if len(paths[0]) == depth {
		out.items, out.fields = nil, nil
		return &out
	}
	out.items, out.fields = slices.Clone(v.items), slices.Clone(v.fields)
	for start := 0; start < len(paths); {
		step, end := paths[start][depth], start+1
		for end < len(paths) && paths[end][depth] == step {
			end++
		}
		group := paths[start:end]
		start = end
		child, _ := out.step(step)
		if child == nil {
			continue
		}
		gone := len(group[0]) == depth+1
		i, isIndex := step.Index()
		switch {
		case isIndex && gone:
			out.items[i] = &Value{kind: b.item(group[0]), line: child.line, column: child.column}
		case isIndex:
			out.items[i] = b.value(child, group, depth+1)
		case gone:
			out.field(step.key).Value = nil
		default:
			out.field(step.key).Value = b.value(child, group, depth+1)
		}
	}
	out.fields = slices.DeleteFunc(out.fields, func(f Field) bool { return f.Value == nil })
	return &out
}
