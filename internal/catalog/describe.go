package catalog

// Describe words a finding: message and remedy, with their values filled in. The requirement is an id; without one the
// code is a hint's or, if the catalog has no such hint, that of a defect of form. The path is as proposal.Path writes it.
// Both are empty for a code that nobody knows.
func (c *Catalog) Describe(requirement, code, path string, args Args) (message, remedy Text) {
	var found Code
	if r, ok := c.Requirement(requirement); ok {
		found, _ = c.Code(r, code)
	} else if hint, ok := c.Hints[code]; ok {
		found = hint
	} else {
		found, _ = FormCode(code)
	}
	args = c.withPath(args, path)
	return found.Message.Fill(args, c.Terms), found.Remedy.Fill(args, c.Terms)
}

// DescribeGuard words a guard that fired.
func (c *Catalog) DescribeGuard(code, path string, args Args) Text {
	return c.Guards[code].Fill(c.withPath(args, path), c.Terms)
}

// withPath adds the placeholders that every message may use: {path}, and {label}, the field's name.
func (c *Catalog) withPath(args Args, path string) Args {
	all := make(Args, len(args)+2)
	all["path"] = Arg{Text: path}
	all["label"] = Arg{Words: c.Label(path)}
	for k, v := range args {
		all[k] = v
	}
	return all
}
