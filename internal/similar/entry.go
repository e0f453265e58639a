package similar

import (
	"sort"
	"strings"

	"hegui/internal/proposal"
)

// entry is one proposal as it is kept.
type entry struct {
	Proposal
	units  []unit // of all fields, each ended by fieldEnd
	fields []field

	rare   unitSet // where a text begins that few applicants use; set by Find
	common unitSet // units in a stretch that many use; set by Find
}

// field is one value with prose.
type field struct {
	path       string
	text       string
	position   proposal.Position
	start, end int // in the units of the entry, without fieldEnd
}

func (f *field) place() Place {
	path, err := proposal.ParsePath(f.path) // kept as text: a tenth of the memory
	if err != nil {
		panic(err) // it is what Path.String gave
	}
	return Place{Path: path, Position: f.position}
}

// read takes the prose of a document: strings under a key that ends in _zh, as the schema of proposals names its prose,
// and other strings that are long in words. Numbers, codes, addresses and enumerations are short by that measure.
func (e *entry) read(doc *proposal.Document) {
	var units []unit
	var fields []field
	length := 0
	var walk func(v *proposal.Value, path proposal.Path, at proposal.Position, prose bool)
	walk = func(v *proposal.Value, path proposal.Path, at proposal.Position, prose bool) {
		switch v.Kind() {
		case proposal.Mapping:
			for _, f := range v.Fields() {
				walk(f.Value, append(path, proposal.Key(f.Key)), f.KeyPos, strings.HasSuffix(f.Key, "_zh"))
			}
		case proposal.Sequence:
			for i, item := range v.Items() {
				walk(item, append(path, proposal.Index(i)), item.Position(), prose)
			}
		case proposal.String:
			start := len(units)
			units = unitsOf(units, v.Text())
			weight := weightOf(units[start:])
			if !prose && weight < minOther || weight < seedWidth {
				units = units[:start]
				return
			}
			if length+weight > MaxCharacters {
				e.Truncated = true
				units = units[:start]
				return
			}
			length += weight
			units = append(units, fieldEnd)
			fields = append(fields, field{
				path: path.String(), text: strings.Clone(v.Text()), position: at, start: start, end: len(units) - 1,
			})
		}
	}
	walk(doc.Root(), nil, proposal.Position{}, false)
	e.Characters = length
	e.units = append(make([]unit, 0, len(units)), units...)
	e.fields = append(make([]field, 0, len(fields)), fields...)
}

// knownEntry makes an entry of documents that anyone may quote, a field each.
func knownEntry(documents []string) *entry {
	e := &entry{}
	for _, d := range documents {
		start := len(e.units)
		e.units = unitsOf(e.units, d)
		e.fields = append(e.fields, field{text: d, start: start, end: len(e.units)})
		e.units = append(e.units, fieldEnd)
	}
	return e
}

// own is how many characters count, without those to skip.
func (e *entry) own(skip unitSet) int {
	n := 0
	for i, u := range e.units {
		if !skip.has(i) {
			n += u.weight()
		}
	}
	return n
}

// fieldAt finds the field that a unit belongs to.
func (e *entry) fieldAt(i int) *field {
	return &e.fields[sort.Search(len(e.fields), func(k int) bool { return e.fields[k].end > i })]
}

// parts cuts a field's text where sharing begins and ends; shared says for a unit of the entry whether it is. Spaces and
// punctuation between two shared units are shared.
func (e *entry) parts(f *field, shared func(i int) bool) []Part {
	var out []Part
	i, cut, last := f.start, 0, false
	previousEnd := 0
	scan(f.text, func(_ unit, start, end int) {
		if now := shared(i); now != last && start >= previousEnd { // several units of one character are not told apart
			at := start
			if last {
				at = previousEnd
			}
			if at > cut {
				out = append(out, Part{Text: f.text[cut:at], Shared: last})
			}
			cut, last = at, now
		}
		i, previousEnd = i+1, max(previousEnd, end)
	})
	if last && previousEnd < len(f.text) {
		out = append(out, Part{Text: f.text[cut:previousEnd], Shared: true})
		cut, last = previousEnd, false
	}
	if cut < len(f.text) {
		out = append(out, Part{Text: f.text[cut:], Shared: last})
	}
	return out
}

// unitSet is a set of units of one entry.
type unitSet []uint64

func newUnitSet(n int) unitSet { return make(unitSet, (n+63)/64) }

// has is false of everything in a nil set.
func (b unitSet) has(i int) bool { return b != nil && b[i/64]&(1<<(i%64)) != 0 }

func (b unitSet) add(from, to int) {
	for i := from; i < to; i++ {
		b[i/64] |= 1 << (i % 64)
	}
}

// hasAll says whether all units from from to before to are in the set.
func (b unitSet) hasAll(from, to int) bool {
	for i := from; i < to; i++ {
		if !b.has(i) {
			return false
		}
	}
	return true
}

// hasAny says whether one of the units from from to before to is in the set.
func (b unitSet) hasAny(from, to int) bool {
	for i := from; i < to; i++ {
		if b.has(i) {
			return true
		}
	}
	return false
}
