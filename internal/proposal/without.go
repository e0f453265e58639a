package proposal

import "slices"

// Without gives the same document with the values at some paths absent, so that one unusable value does not stop the
// rules that look at others. An item of a sequence becomes null instead, so that the others keep their index. Name,
// digests and positions stay those of the document as parsed; paths that lead nowhere do nothing.
func (d *Document) Without(paths []Path) *Document {
	if len(paths) == 0 {
		return d
	}
	sorted := slices.SortedFunc(slices.Values(paths), Path.Compare)
	out := *d
	out.root = without(d.root, sorted, 0)
	return &out
}

// without copies the mappings and sequences that the paths lead through and shares the rest. The paths are sorted and
// agree up to depth. The path that ends here, if any, comes first and leaves an empty value of the same kind: only the
// root can be met so.
func without(v *Value, paths []Path, depth int) *Value {
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
			out.items[i] = &Value{line: child.line, column: child.column}
		case isIndex:
			out.items[i] = without(child, group, depth+1)
		case gone:
			out.field(step.key).Value = nil
		default:
			out.field(step.key).Value = without(child, group, depth+1)
		}
	}
	out.fields = slices.DeleteFunc(out.fields, func(f Field) bool { return f.Value == nil })
	return &out
}
