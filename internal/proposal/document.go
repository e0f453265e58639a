// Package proposal turns the bytes of a proposal into a frozen tree of values with positions.
//
// It is the one door: no other package reads a proposal's YAML. Whatever comes in is hostile until [Parse] has returned
// a [Document]; what comes out holds nothing but the kinds of JSON, exact decimals, unique keys and a position for every
// value, within [Limits]. Start at [Parse]; [Document.Locate] answers "where is this in the file?".
//
// The way in: scan.go looks at the bytes, fast.go reads the style that nearly all proposals are written in. What it leaves,
// parse.go lets the YAML library read, normalise.go builds the values from that, and diagnose.go finds out what a person did
// wrong when the library gives up. The words of every refusal are in texts.go.
package proposal

// Document is one parsed proposal. It never changes.
type Document struct {
	Name     string    // as the caller named it
	SHA256   string    // hex, of the bytes that were parsed
	Warnings []Warning // what a person should look at, in the order of the text; nil when nothing
	Fast     bool      // read by the fast path, which differs in the time it takes and in nothing else

	root   *Value
	whole  *Value // root as parsed, before any Without: what the content digest is over
	source source
}

// Root gives the whole proposal, a Mapping.
func (d *Document) Root() *Value { return d.root }

// At finds the value at a path.
func (d *Document) At(p Path) (*Value, bool) {
	v := d.root
	for _, s := range p {
		next, _ := v.step(s)
		if next == nil {
			return nil, false
		}
		v = next
	}
	return v, true
}

// Locate says where to look for a path: at the key of a field, since that is what a reader looks for, at an item of a
// sequence, or, when it is missing, at the nearest existing parent. The root is at the first line with content. What
// Without has taken away is still located. It never gives the zero position.
func (d *Document) Locate(p Path) Position {
	v, at := d.whole, d.whole.Position()
	for _, s := range p {
		next, pos := v.step(s)
		if next == nil {
			break
		}
		v, at = next, pos
	}
	return at
}

// step goes one step down, and says where a reader finds the place; nil when there is nothing.
func (v *Value) step(s Step) (*Value, Position) {
	if i, ok := s.Index(); ok {
		if i >= len(v.items) {
			return nil, Position{}
		}
		return v.items[i], v.items[i].Position()
	}
	if f := v.field(s.key); f != nil {
		return f.Value, f.KeyPos
	}
	return nil, Position{}
}

// Line gives the source text of a line, from 1, without its line break; "" outside the document. It is the applicant's
// raw text, for excerpts: whoever shows it must escape it.
func (d *Document) Line(n int) string { return d.source.line(n) }
