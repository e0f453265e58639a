package proposal

// Limits cap what a proposal may be. A zero field means the value of [DefaultLimits]. A real proposal is about 30 KB with
// some 3,000 values.
type Limits struct {
	Bytes         int // size of the source
	Structure     int // bytes with a meaning in YAML, counted before anything is parsed
	Depth         int // levels of nesting: the root is one, a scalar inside is one too
	Nodes         int // keys and values, as written
	KeyBytes      int // length of one key
	ScalarBytes   int // length of one scalar
	Sequence      int // items of one sequence
	Aliases       int // uses of anchors
	ExpandedNodes int // keys and values, every alias counted as what it stands for
	ExpandedBytes int // text, every alias counted as what it stands for
}

// DefaultLimits are the limits of a service that reads what strangers upload. They hold parsing to a few milliseconds
// and megabytes for any input.
func DefaultLimits() Limits {
	return Limits{
		Bytes: 1 << 20, Structure: 200_000, Depth: 64, Nodes: 50_000, KeyBytes: 256, ScalarBytes: 64 << 10,
		Sequence: 10_000, Aliases: 200, ExpandedNodes: 50_000, ExpandedBytes: 4 << 20,
	}
}

func (l Limits) withDefaults() Limits {
	d := DefaultLimits()
	for _, f := range []struct{ value, otherwise *int }{
		{&l.Bytes, &d.Bytes}, {&l.Structure, &d.Structure}, {&l.Depth, &d.Depth}, {&l.Nodes, &d.Nodes},
		{&l.KeyBytes, &d.KeyBytes}, {&l.ScalarBytes, &d.ScalarBytes}, {&l.Sequence, &d.Sequence},
		{&l.Aliases, &d.Aliases}, {&l.ExpandedNodes, &d.ExpandedNodes}, {&l.ExpandedBytes, &d.ExpandedBytes},
	} {
		if *f.value == 0 {
			*f.value = *f.otherwise
		}
	}
	return l
}
